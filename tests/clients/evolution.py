"""Evolution Data Server by D-Bus, driven by lines of JSON; for the system's Python, in a session of its own.

{"do": "subscribe", "url": ...}   {"do": "refresh"}   {"do": "dates"}
{"do": "receive", "text": ...}    {"do": "kept"}      # what a mail brings, and the calendar that takes it
"""

# mypy: ignore-errors
# It runs outside of the project, in a Python that has GNOME's bindings, which have no types.

import json
import sys
from datetime import UTC, datetime

import gi

for name, version in (("ECal", "2.0"), ("EDataServer", "1.2"), ("ICalGLib", "3.0")):
    gi.require_version(name, version)
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402

FIRST, AFTER = (int(datetime(year, 1, 1, tzinfo=UTC).timestamp()) for year in (2010, 2028))
REGISTRY = EDataServer.SourceRegistry.new_sync(None)


def opened(source):
    return ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 30, None)


def subscribed(url):
    source = EDataServer.Source.new(None, None)
    source.set_display_name("Airslot")
    source.set_parent("webcal-stub")
    source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
    address = GLib.Uri.parse(url, GLib.UriFlags.NONE)
    source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_uri(address)
    REGISTRY.create_sources_sync([source], None)
    found = None
    while found is None:  # the registry tells of it a moment later
        GLib.MainContext.default().iteration(False)
        found = REGISTRY.ref_source(source.get_uid())
    return opened(found)


def told(time):
    if time.is_date():
        return f"{time.get_year():04}-{time.get_month():02}-{time.get_day():02}"
    at = time.as_timet_with_zone(time.get_timezone())
    return datetime.fromtimestamp(at, UTC).isoformat()


def dates(client):
    found = []

    def take(_component, start, end, _data, _cancellable):
        found.append([told(start), told(end)])
        return True

    client.generate_instances_sync(FIRST, AFTER, None, take, None)
    return found


def main():
    feed = None
    kept = opened(REGISTRY.ref_builtin_calendar())
    for line in sys.stdin:
        asked = json.loads(line)
        answer = None
        try:
            if asked["do"] == "subscribe":
                feed = subscribed(asked["url"])
            elif asked["do"] == "refresh":
                feed.refresh_sync(None)
            elif asked["do"] == "dates":
                answer = dates(feed)
            elif asked["do"] == "receive":
                calendar = ICalGLib.Component.new_from_string(asked["text"])
                kept.receive_objects_sync(calendar, ECal.OperationFlags.NONE, None)
            else:
                answer = dates(kept)
        except GLib.Error as error:
            answer = {"error": error.message}
        print(json.dumps(answer), flush=True)


main()
