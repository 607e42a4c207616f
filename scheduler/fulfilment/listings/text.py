"""A week's listing as people type it: days in headings, a line an airing, (PL) for a replay.

– 5h05 Chuyên mục : Nông thôn ngày nay ( PL )
17:45 Chuyên mục cải cách hành chính
"""

from __future__ import annotations

import re
from datetime import date, time

from scheduler.fulfilment.listings.aired import Aired, Listing

_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})(?!\d)")
_ISO_DAY = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_LINE = re.compile(
    r"^\W*(?:(?P<hour>[01]?\d|2[0-3])\s*(?:giờ|h|g|:)\s*(?P<minute>[0-5]\d)?)(?::[0-5]\d)?(?:\s*phút)?"
    r"(?:\s*[-–]\s*\d{1,2}\s*(?:giờ|h|g|:)\s*\d{0,2})?(?!\d)\s*(?P<rest>.*)$",
    re.IGNORECASE,
)
_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3])\s*(?:giờ|h|g|:)\s*([0-5]\d)?(?!\d)", re.IGNORECASE)
_CHANNEL = re.compile(r"\b[Kk]ênh\s*:?\s*([A-Z]{1,6}\d{0,2})\b")
# In brackets, with what it is a replay of; a bare PL at the end counts as well.
_REPLAY = re.compile(r"\(\s*(?:PL\b|phát lại)[^)]*\)|\s(?:PL|phát lại)\s*$", re.IGNORECASE)
_MINUTES = re.compile(r"\(\s*(\d{1,3})\s*(?:phút|')\s*\)", re.IGNORECASE)


def read_text(text: str) -> Listing:
    """The listing. What stands before the first day has none, and is given as unread."""
    aired: list[Aired] = []
    unread: list[tuple[int, str]] = []
    day: date | None = None
    channel: str | None = None
    for place, raw in enumerate(text.splitlines(), 1):
        line = " ".join(raw.split())
        own = _days(line)
        found = _LINE.match(_DAY.sub(" ", _ISO_DAY.sub(" ", line)).strip()) if _TIME.search(line) else None
        if found is None:
            if own:
                # A heading of a whole week names two days and begins none.
                day = own[0] if len(own) == 1 else day
            named = _CHANNEL.search(line)
            channel = named[1] if named else channel
            continue
        # A replay names the day of what it repeats: that one is not its own.
        stated = _days(_REPLAY.sub(" ", line))
        its = stated[0] if stated else day
        title = found["rest"]
        if its is None or not title:
            unread.append((place, line))
            continue
        named = _CHANNEL.search(title)
        minutes = _MINUTES.search(title)
        aired.append(
            Aired(
                place,
                line,
                its,
                time(int(found["hour"]), int(found["minute"] or 0)),
                _title(title),
                channel=named[1] if named else channel,
                minutes=int(minutes[1]) if minutes else None,
                replay=True if _REPLAY.search(line) else None,
            )
        )
    return Listing("text", tuple(aired), tuple(unread))


def _title(rest: str) -> str:
    found = _MINUTES.sub(" ", _CHANNEL.sub(" ", _REPLAY.sub(" ", rest)))
    return " ".join(found.split()).strip(" *:;,.-–+|")


def _days(line: str) -> list[date]:
    found = [(int(one[3]), int(one[2]), int(one[1])) for one in _DAY.finditer(line)]
    found += [(int(one[1]), int(one[2]), int(one[3])) for one in _ISO_DAY.finditer(line)]
    days = []
    for parts in found:
        try:
            days.append(date(*parts))
        except ValueError:
            continue
    return days
