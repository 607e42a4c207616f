"""Days, times and zones as a recurrence text writes them."""

from __future__ import annotations

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from rules.recurrence.bounds import YEARS_AHEAD
from rules.recurrence.lines import Piece
from rules.recurrence.text import Moment

_MOMENT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?", re.ASCII)


def read_moment(piece: Piece) -> tuple[Moment, bool]:
    """A day or time, and whether it is in universal time."""
    match = _MOMENT.fullmatch(piece.text)
    if match is None:
        raise piece.fault("rule-date/form")
    numbers = [int(group) for group in match.groups()[:6] if group is not None]
    try:
        return (datetime(*numbers) if len(numbers) > 3 else date(*numbers)), match[7] is not None  # type: ignore[arg-type]
    except ValueError:
        raise piece.fault("rule-date/none") from None


def clocks_forward(zone: ZoneInfo, year: int) -> list[date]:
    """The days of `YEARS_AHEAD` years on which the clocks of a zone go forward."""
    found = []
    for month in range(year * 12, min(year + YEARS_AHEAD, 9999) * 12):
        begin = datetime(month // 12, month % 12 + 1, 1)
        after = datetime((month + 1) // 12, (month + 1) % 12 + 1, 1)
        if zone.utcoffset(begin) == zone.utcoffset(after):
            continue
        for day in range(begin.toordinal(), after.toordinal()):
            opens, closes = datetime.fromordinal(day), datetime.fromordinal(day + 1)
            before, later = zone.utcoffset(opens), zone.utcoffset(closes)
            if before is not None and later is not None and later > before:
                found.append(opens.date())
    return found


def same_zone(one: ZoneInfo, other: ZoneInfo, near: Moment) -> bool:
    """Asia/Saigon and Asia/Ho_Chi_Minh are one zone: the clocks agree in every month of ten years."""
    if one.key == other.key:
        return True
    years = range(near.year, min(near.year + 10, 9999))
    days = [datetime(year, month, 1) for year in years for month in range(1, 13)]
    return all(one.utcoffset(day) == other.utcoffset(day) for day in days)
