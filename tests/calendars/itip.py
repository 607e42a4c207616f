"""A judge of what calendar parts of mails must hold, and a calendar that takes them, both by RFC 5546."""

from __future__ import annotations

from datetime import datetime
from email.message import EmailMessage, MIMEPart
from typing import Any

import icalendar

# RFC 5546, 3.2.1 and 3.2.5: least and most of each property that its tables name and we have a use for.
MANY = 10**6
PROPERTIES: dict[str, dict[str, tuple[int, int]]] = {
    "PUBLISH": {
        **dict.fromkeys(("DTSTAMP", "DTSTART", "ORGANIZER", "SUMMARY", "UID", "SEQUENCE"), (1, 1)),
        **dict.fromkeys(("DTEND", "CREATED", "DESCRIPTION", "LAST-MODIFIED", "LOCATION"), (0, 1)),
        **dict.fromkeys(("STATUS", "TRANSP", "URL"), (0, 1)),
        **dict.fromkeys(("CATEGORIES", "RELATED-TO"), (0, MANY)),
    },
    "CANCEL": {
        **dict.fromkeys(("DTSTAMP", "ORGANIZER", "UID", "SEQUENCE"), (1, 1)),
        **dict.fromkeys(("DTSTART", "DTEND", "SUMMARY", "CREATED", "DESCRIPTION"), (0, 1)),
        **dict.fromkeys(("LAST-MODIFIED", "LOCATION", "STATUS", "TRANSP", "URL"), (0, 1)),
        **dict.fromkeys(("CATEGORIES", "RELATED-TO"), (0, MANY)),
    },
}
STATUS = {"PUBLISH": {"TENTATIVE", "CONFIRMED"}, "CANCEL": {"CANCELLED"}}


def parts(message: EmailMessage) -> list[MIMEPart]:
    """The parts that calendars take by themselves."""
    return [part for part in message.walk() if part.get_content_type() == "text/calendar"]


def checked(part: MIMEPart) -> tuple[str, icalendar.Component]:
    """The method and the one event of a part; fails on whatever RFC 5546 and 6047 forbid."""
    calendar = icalendar.Calendar.from_ical(part.get_content())
    method = str(calendar["METHOD"])
    assert (part.get_param("method"), part.get_param("charset")) == (method, "utf-8")
    # By its table PUBLISH may have several; clients look for the first alone (docs/decisions/mails.md).
    [event] = calendar.walk("VEVENT")
    allowed = PROPERTIES[method]
    counts: dict[str, int] = {}
    for name, _ in event.property_items(recursive=False):
        if name not in ("BEGIN", "END") and not name.startswith("X-"):
            counts[name] = counts.get(name, 0) + 1
    assert set(counts) <= set(allowed), counts
    for name, (least, most) in allowed.items():
        assert least <= counts.get(name, 0) <= most, name
    assert event.get("STATUS", "CONFIRMED") in STATUS[method]
    assert str(event["ORGANIZER"]).startswith("mailto:")
    assert event.subcomponents == []
    return method, event


class Calendar:
    """What a reader's program keeps: it takes what is newer (2.1.5), and lets go of what is cancelled."""

    def __init__(self) -> None:
        self.events: dict[str, Any] = {}

    def take(self, message: EmailMessage) -> None:
        """Do what the parts of a mail say."""
        for part in parts(message):
            method, event = checked(part)
            known = self.events.get(str(event["UID"]))
            if known is not None and _age(event) < _age(known):
                continue
            if method == "CANCEL":
                self.events.pop(str(event["UID"]), None)
            else:
                self.events[str(event["UID"])] = event

    def starts(self) -> list[str]:
        """The wall times of what it shows."""
        return [f"{one['DTSTART'].dt:%d.%m. %H:%M}" for one in self.events.values()]


def _age(event: Any) -> tuple[int, datetime]:
    return int(event["SEQUENCE"]), event["DTSTAMP"].dt
