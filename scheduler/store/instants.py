"""From wall time and zone to UTC: the one place where an instant is derived.

A wall time inside a spring gap counts with the offset before the gap, one that happens twice is the
first of the two, as RFC 5545 (3.3.5) says.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from rules.zones import find_zone, likely_name
from scheduler.errors import Invalid

_DAY = timedelta(days=1)


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


def ends_at(start: date | datetime, end: date | datetime | None, local: ZoneInfo) -> datetime | None:
    """The instant of an end: of a day (inclusive) the midnight after it; None where no end is known.

    A day without a time or an end ends with the day. An end is never before its start, even where
    the wall clock is set back between them.
    """
    if isinstance(end, datetime):
        return max(starts_at(end, local), starts_at(start, local))
    if end is not None:
        return _midnight_after(end, local)
    return None if isinstance(start, datetime) else _midnight_after(start, local)


def _midnight_after(day: date, local: ZoneInfo) -> datetime:
    if day == date.max:
        return datetime.max.replace(tzinfo=UTC)
    return starts_at(day + _DAY, local)
