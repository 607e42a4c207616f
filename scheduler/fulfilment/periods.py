"""The periods of reports on both bases: by the calendar, or up to the day on which figures are closed.

On the reporting basis a quarter ends on its cut-off (14 March, unless the office says otherwise) and the next
begins the day after, so the year begins on 15 December before it. Cumulative periods (six months, nine
months, the year) begin where the year begins on that basis; a quarter is itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

from scheduler.errors import Invalid

MonthDay: TypeAlias = tuple[int, int]
FIRST_YEAR, LAST_YEAR = 1900, 2200

_DAY = timedelta(days=1)
_QUARTER_ENDS: tuple[MonthDay, ...] = ((3, 31), (6, 30), (9, 30), (12, 31))
_NAME = re.compile(r"([0-9]{4})(?:-(Q[1-4]|H1|9M))?")
_RANGE = re.compile(r"([0-9-]{10})\.\.([0-9-]{10})")
_MONTH_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
# From which quarter to which each name runs; 0 is the year's first day.
_SPANS = {"Q1": (0, 1), "Q2": (1, 2), "Q3": (2, 3), "Q4": (3, 4), "H1": (0, 2), "9M": (0, 3), None: (0, 4)}


class Basis(StrEnum):
    """How a period counts."""

    CALENDAR = "calendar"
    REPORTING = "reporting"


@dataclass(frozen=True, slots=True)
class CutOffs:
    """The days, month and day, on which an office closes the figures of each quarter.

    Raises Invalid where one lies outside its own quarter.
    """

    ends: tuple[MonthDay, ...] = ((3, 14), (6, 14), (9, 14), (12, 14))

    def __post_init__(self) -> None:
        if len(self.ends) != 4 or not all(
            _in_quarter(end, number) for number, end in enumerate(self.ends, 1)
        ):
            raise Invalid(
                "bad-cut-offs",
                "Give four days, MM-DD, one in each quarter, such as 03-14 06-14 09-14 12-14.",
                "Hãy cho bốn ngày, tháng-ngày, mỗi quý một ngày, ví dụ 03-14 06-14 09-14 12-14.",
                where="cut_offs",
            )

    @classmethod
    def read(cls, words: tuple[str, ...] | list[str]) -> CutOffs:
        """The value of "03-14" and so on; raises Invalid."""
        return cls(tuple(_month_day(word) for word in words))

    def words(self) -> list[str]:
        """The same as texts."""
        return [f"{month:02}-{day:02}" for month, day in self.ends]


@dataclass(frozen=True, slots=True)
class ReportPeriod:
    """Some days, both ends inclusive, that a report counts.

    calendar_last  where the same period ends in the calendar: figures "expected to the period's end" reach it
    year           it is the whole year's report
    """

    name: str
    basis: Basis
    first: date
    last: date
    calendar_last: date
    year: bool = False

    def has(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last


def period_named(name: str, basis: Basis, cut_offs: CutOffs) -> ReportPeriod:
    """The period of "2024-Q1", "2024-H1", "2024-9M", "2024" or "2024-01-10..2024-02-20". Raises Invalid."""
    name = name.strip()
    if found := _RANGE.fullmatch(name):
        first, last = _day(found[1]), _day(found[2])
        if first > last:
            raise _unknown(name)
        return ReportPeriod(name, basis, first, last, last)
    found = _NAME.fullmatch(name)
    if found is None or not FIRST_YEAR <= int(found[1]) <= LAST_YEAR:
        raise _unknown(name)
    year = int(found[1])
    begins, ends = _SPANS[found[2]]
    closing = _QUARTER_ENDS if basis is Basis.CALENDAR else cut_offs.ends
    before = date(year - 1, *closing[3]) if begins == 0 else date(year, *closing[begins - 1])
    return ReportPeriod(
        name,
        basis,
        before + _DAY,
        date(year, *closing[ends - 1]),
        date(year, *_QUARTER_ENDS[ends - 1]),
        found[2] is None,
    )


def _in_quarter(end: MonthDay, number: int) -> bool:
    last = _QUARTER_ENDS[number - 1]
    return (last[0] - 2, 1) <= end <= last and end != (2, 29)


def _month_day(word: str) -> MonthDay:
    if not _MONTH_DAY.fullmatch(word):
        return (0, 0)  # outside every quarter, so it is refused as that
    try:
        day = date.fromisoformat(f"2023-{word}")
    except ValueError:
        return (0, 0)
    return day.month, day.day


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise _unknown(text) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise _unknown(text)
    return day


def _unknown(name: str) -> Invalid:
    return Invalid(
        "period-unknown",
        f"{name[:40]!r} is no period. Write 2024-Q1, 2024-H1, 2024-9M, 2024, or two days in order:"
        " 2024-01-15..2024-02-14.",
        f"{name[:40]!r} không phải là kỳ. Hãy ghi 2024-Q1, 2024-H1, 2024-9M, 2024, hoặc hai ngày theo thứ"
        " tự: 2024-01-15..2024-02-14.",
        where="period",
    )
