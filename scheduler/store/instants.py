"""From wall time and zone to UTC: the one place where an instant is derived, and where an airing ends.

A wall time inside a spring gap counts with the offset before the gap, one that happens twice is the
first of the two, as RFC 5545 (3.3.5) says. An end that is written as a time of day is that wall time; a
length is time that passes, whatever the clock is set to meanwhile.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rules.zones import find_zone, likely_name
from scheduler.errors import Invalid

_DAY, _SECOND = timedelta(days=1), timedelta(seconds=1)


def zone(name: str) -> ZoneInfo:
    """The IANA zone of that name; raises Invalid where there is none."""
    found = find_zone(name)
    if found is not None:
        return found
    likely = likely_name(name) or "Asia/Ho_Chi_Minh"
    raise Invalid(
        "timezone-unknown",
        f"{name[:60]!r} is no time zone. Write an IANA name, such as {likely}.",
        f"{name[:60]!r} không phải là múi giờ. Hãy ghi tên theo IANA, ví dụ {likely}.",
        where="timezone",
    )


def starts_at(start: date | datetime, local: ZoneInfo) -> datetime:
    """The instant of a start; of a day without a time, its local midnight."""
    wall = start if isinstance(start, datetime) else datetime.combine(start, time())
    return wall.replace(tzinfo=local).astimezone(UTC)


def after_gap(start: date | datetime, local: ZoneInfo) -> datetime | None:
    """What the clocks show when it begins, where they are set forward over the written time; else None."""
    if not isinstance(start, datetime):
        return None
    shown = starts_at(start, local).astimezone(local).replace(tzinfo=None)
    return None if shown == start else shown


def clock_comes_to(wall: datetime, local: ZoneInfo, since: datetime | None = None) -> datetime:
    """The first instant at which the clock has come to that wall time, also where it springs over it.

    Of a wall time that comes twice the second one, where the first lies before `since`.
    """
    first, second = (wall.replace(tzinfo=local, fold=fold).astimezone(UTC) for fold in (0, 1))
    if second >= first:
        return second if since is not None and first < since else first
    low, high = second, first  # the spring lies between the two
    while high - low > _SECOND:
        middle = low + (high - low) // 2
        low, high = (low, middle) if middle.astimezone(local).replace(tzinfo=None) >= wall else (middle, high)
    return high.replace(microsecond=0)


class End(NamedTuple):
    """The end of an occurrence.

    wall   what the clock shows when an airing ends, or the last day (inclusive) of a window
    at     the instant; of a day the midnight after it
    """

    wall: date | datetime | None
    at: datetime | None


def end_of(
    start: date | datetime, last: date | None, minutes: int | None, written: bool, local: ZoneInfo
) -> End:
    """The end of what begins at `start`: of a window its `last` day, of an airing by its `minutes`.

    `written`: the phrase has the end as a time of day, so many minutes on by the clock. An airing without
    known minutes has no known end; a day without a time ends with the day.
    """
    if not isinstance(start, datetime):
        return End(last, _midnight_after(start if last is None else last, local))
    return End(None, None) if minutes is None else airing_end(start, minutes, written, local)


def airing_end(start: datetime, minutes: int, written: bool, local: ZoneInfo) -> End:
    """The end of an airing of known length, as `end_of`; never at its start or before it."""
    begins, length = starts_at(start, local), timedelta(minutes=minutes)
    if written:
        ends = starts_at(start + length, local)
        if ends > begins:
            return End(start + length, ends)
        # From a gap to the hour after it the clock only goes back: what is left is how long it lasts.
    ends = begins + length
    return End(ends.astimezone(local).replace(tzinfo=None, fold=0), ends)


def _midnight_after(day: date, local: ZoneInfo) -> datetime:
    if day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return starts_at(day + _DAY, local)
