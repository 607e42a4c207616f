"""Addresses at which calendars on the web take one date: they hold all of it, and open nothing of ours."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import quote, urlencode

from scheduler.feeds.head import FeedHead
from scheduler.feeds.times import Times, basic, stamp
from scheduler.feeds.wording import summary, wording_for
from scheduler.store.occurrences.read_model import Occurrence

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.office.com/calendar/deeplink/compose"


def google_address(head: FeedHead, one: Occurrence) -> str:
    """Where Google Calendar shows the date, ready to be saved."""
    days = "/".join(stamp(at) if isinstance(at, datetime) else basic(at) for at in _bounds(head, one))
    facts = {"action": "TEMPLATE", "text": _shown(head, one), "dates": days}
    return _address(GOOGLE, facts | {"details": _details(head, one), "location": one.channel or ""})


def outlook_address(head: FeedHead, one: Occurrence) -> str:
    """The same in Outlook on the web. Nobody documents it; many sites use it."""
    begins, ends = _bounds(head, one)
    facts = {"path": "/calendar/action/compose", "rru": "addevent", "subject": _shown(head, one)}
    facts |= {"startdt": _extended(begins), "enddt": _extended(ends)}
    if not isinstance(begins, datetime):
        facts["allday"] = "true"
    return _address(OUTLOOK, facts | {"body": _details(head, one), "location": one.channel or ""})


def _bounds(head: FeedHead, one: Occurrence) -> tuple[date, date]:
    """Two instants, or the first day and the one after the last."""
    length = Times(head, one.start.year, one.start.year).length(one)
    if not isinstance(one.start, datetime):
        return one.start, one.start + length
    return one.starts_at, one.starts_at + length


def _shown(head: FeedHead, one: Occurrence) -> str:
    return summary(wording_for(head.lang), one.item, one.title, one.kind)


def _details(head: FeedHead, one: Occurrence) -> str:
    """What the calendar cannot know of the date by itself, and its page."""
    words, assumed = wording_for(head.lang), ""
    if one.length_unknown:
        assumed = words.length_unknown.format(head.default_minutes) + "\n"
    elif not isinstance(one.start, datetime) and one.kind != "window":
        assumed = words.time_unknown + "\n"
    return assumed + head.occurrence_address(one.id)


def _extended(at: date) -> str:
    if isinstance(at, datetime):
        return f"{at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return at.isoformat()


def _address(base: str, facts: dict[str, str]) -> str:
    given = {name: value for name, value in facts.items() if value}
    return f"{base}?{urlencode(given, quote_via=quote)}"
