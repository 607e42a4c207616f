"""The frozen values: what a phrase means, before any calendar year is looked at.

A `Schedule` holds recurrences (days and slots), windows, spans and quotas. All values are
immutable, hashable and compare by meaning, so that ``parse(wording(s)) == s`` can be a test.
Weekdays count from Monday = 0 (`datetime.date.weekday`). Minutes are whole minutes.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Literal, NamedTuple, TypeAlias

ALL_WEEKDAYS = (0, 1, 2, 3, 4, 5, 6)
LAST = -1


class WeekConvention(enum.StrEnum):
    """What "week 3 of the month" means; `rules.weeks` cites and computes each."""

    BLOCKS = "blocks"
    MONDAY = "monday"
    SUNDAY = "sunday"
    MONDAY_FULL = "monday-full"
    ISO = "iso"


class Period(enum.StrEnum):
    """A calendar period, the unit of quotas and of repeated windows."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"


# How many of a period a year has; a year of 52 weeks and 365 days, as plans count.
PER_YEAR = {
    Period.DAY: 365,
    Period.WEEK: 52,
    Period.MONTH: 12,
    Period.QUARTER: 4,
    Period.HALF: 2,
    Period.YEAR: 1,
}


class MissingDay(enum.StrEnum):
    """What to do in a month that lacks the day (the 31st of April)."""

    SKIP = "skip"
    LAST = "last"
    NEXT = "next"


@dataclass(frozen=True, slots=True, order=True)
class CalendarDay:
    """A day of a month, with or without its year. `day` 1..31, or -1 for the month's last day."""

    month: int
    day: int
    year: int | None = None


# --- which days ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Weekly:
    """Every `interval` weeks on `weekdays` (sorted); all seven with interval 1 is daily.

    `anchor` is any day of one week (Monday to Sunday) that counts; it is needed when interval > 1.
    """

    weekdays: tuple[int, ...]
    interval: int = 1
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class MonthWeeks:
    """`weekdays` in the numbered weeks of a month, under the schedule's week convention.

    `weeks` is sorted as written in canonical order: 1..6 first, then -1 (the last week) and below.
    No weekdays means the whole week: then it is a window, never an airing.
    """

    weeks: tuple[int, ...]
    weekdays: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class MonthWeekdays:
    """The n-th weekday of a month ("second Saturday", "last Friday"), in every convention the same.

    `ordinals` in canonical order (1..5, then -1, -2 ...), each combined with each of `weekdays`.
    """

    ordinals: tuple[int, ...]
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MonthDays:
    """Days of the month: 1..31, then -1 (last day), -2 ...; `missing` decides a short month."""

    days: tuple[int, ...]
    missing: MissingDay = MissingDay.SKIP


@dataclass(frozen=True, slots=True)
class Workdays:
    """Working days: the n-th of each month; no ordinals means every one.

    `ordinals` in canonical order (1, 2 ..., then -1 for the month's last, -2 ...). What a day off is, the
    value `DaysOff` says at the expansion; without one only weekends are.
    """

    ordinals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Dates:
    """Single dates, sorted. A date without a year takes the year that `Schedule.in_year` gives."""

    days: tuple[CalendarDay, ...]


@dataclass(frozen=True, slots=True)
class RuleDays:
    """The days on which a recurrence text (RFC 5545) names an airing at `at` (None: without a time).

    `text` is canonical and opaque: `rules.recurrence` writes it and expands it.
    """

    text: str
    at: time | None = None


Days: TypeAlias = Weekly | MonthWeeks | MonthWeekdays | MonthDays | Workdays | Dates | RuleDays


@dataclass(frozen=True, slots=True)
class Limits:
    """What bounds a day set or a window: months (empty: every month), one year, first and last day."""

    months: tuple[int, ...] = ()
    year: int | None = None
    since: CalendarDay | None = None
    until: CalendarDay | None = None
    exceptions: tuple[DaySet, ...] = ()


NO_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class DaySet:
    """A set of days: a pattern within limits, less its exceptions."""

    days: Days
    limits: Limits = NO_LIMITS


# --- what happens on them -----------------------------------------------------------------


class ReplayWeek(enum.StrEnum):
    """Which week (Monday to Sunday) a replay's named weekday lies in, seen from the premiere."""

    FOLLOWING = "following"  # the first such weekday after the premiere
    SAME = "same"
    NEXT = "next"


@dataclass(frozen=True, slots=True)
class DaysLater:
    """A replay `days` after the premiere's day; 0 is the same day."""

    days: int


@dataclass(frozen=True, slots=True)
class OnWeekday:
    """A replay on a named weekday after the premiere."""

    weekday: int
    week: ReplayWeek = ReplayWeek.FOLLOWING


@dataclass(frozen=True, slots=True)
class InMonthWeek:
    """A replay on a weekday of a numbered week of the premiere's month ("Tuesday of week 1")."""

    week: int
    weekday: int


ReplayDay: TypeAlias = DaysLater | OnWeekday | InMonthWeek


@dataclass(frozen=True, slots=True)
class Check:
    """What the office wrote beside a replay to say which day it is; verified, never used to place it."""

    weekday: int | None = None
    week: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class Replay:
    """An airing placed relative to its premiere. A fact that is not written stays None."""

    day: ReplayDay
    at: time | None = None
    channel: str | None = None
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """A time of day, duration and channel, with the replays that follow it.

    `at` None means that no time is written (never 00:00). `minutes_max` is set for a range of
    duration ("10 - 12 minutes": 10 and 12). Replays share the premiere's duration. `due` where the
    time, or the day, is a deadline ("by noon on the 25th"). `end_written` where the end is written as a
    time of day ("10 pm to 6 am"): `minutes` is then how far apart the two stand on the clock.
    """

    at: time | None = None
    channel: str | None = None
    minutes: int | None = None
    minutes_max: int | None = None
    replays: tuple[Replay, ...] = ()
    due: bool = False
    end_written: bool = False


@dataclass(frozen=True, slots=True)
class Recurrence:
    """On each day of `on`, one premiere for each slot."""

    on: DaySet
    slots: tuple[Slot, ...]

    @property
    def timed(self) -> bool:
        """True where a slot has a time of day."""
        return any(slot.at is not None for slot in self.slots)


@dataclass(frozen=True, slots=True)
class EachPeriod:
    """One window for each period (month, quarter ...) that the limits and the range touch.

    With `interval` n every n-th week or month, counted from the one that `anchor` lies in.
    """

    period: Period
    interval: int = 1
    anchor: date | None = None


@dataclass(frozen=True, slots=True)
class DayRange:
    """Days `first` to `last` of each month; -1 is the month's last day."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class DateRange:
    """From one calendar day to another, both inclusive."""

    first: CalendarDay
    last: CalendarDay


@dataclass(frozen=True, slots=True)
class Window:
    """First and last day within which one piece must appear."""

    of: MonthWeeks | EachPeriod | DayRange | DateRange
    limits: Limits = NO_LIMITS
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Span:
    """A period named without a count. `of` None is "regularly": ongoing, without dates."""

    of: DateRange | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True)
class Quota:
    """How many pieces are due in a period, without dates. `unit` is the office's word, or None."""

    count: int
    unit: str | None
    period: Period


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a piece stays on show once published ("treo trên Website một năm")."""

    count: int
    period: Period
    channel: str | None = None


class ShiftTo(enum.StrEnum):
    """Where an airing on a day off goes."""

    SKIP = "skip"
    NEXT = "next"
    PREVIOUS = "previous"
    MONDAY = "monday"  # of a weekend: the Monday behind it, a holiday or not
    FRIDAY = "friday"  # the Friday before it
    WEEK = "week"  # of a holiday: the same weekday a week later, or the next that is none


@dataclass(frozen=True, slots=True)
class Shift:
    """What to do on a day off.

    `holidays_only` leaves weekends alone (ngày lễ against ngày nghỉ); `weekends_only` leaves holidays of
    the week alone ("if it falls on a Saturday or Sunday"), and goes with `MONDAY` and `FRIDAY` always.
    `WEEK` goes with `holidays_only` always.
    """

    to: ShiftTo
    holidays_only: bool = False
    weekends_only: bool = False


Kind: TypeAlias = Literal["airing", "window", "quota", "span"]


@dataclass(frozen=True, slots=True)
class Schedule:
    """What a phrase means. Order of the parts is the order of the phrase; slot keys follow it."""

    recurrences: tuple[Recurrence, ...] = ()
    windows: tuple[Window, ...] = ()
    spans: tuple[Span, ...] = ()
    quotas: tuple[Quota, ...] = ()
    stay: Stay | None = None
    shift: Shift | None = None
    weeks: WeekConvention = WeekConvention.BLOCKS
    # Filled by rules.instances with what it computed once for this value; never part of the meaning.
    compiled: object | None = field(default=None, compare=False, repr=False, hash=False)

    @property
    def kind(self) -> Kind:
        """The word of the interface for what this schedule yields."""
        if self.recurrences:
            return "airing"
        if self.windows:
            return "window"
        return "quota" if self.quotas else "span"


# --- one expansion ------------------------------------------------------------------------

InstanceKind: TypeAlias = Literal["premiere", "replay", "window", "span"]


class Instance(NamedTuple):
    """One expansion of a schedule. Wall times are naive; the zone belongs to the plan.

    start, end   datetime (wall time) for a timed airing, date where no time is written;
                 for window and span both are days and `end` is inclusive; an airing without a
                 known duration has end None (with a range of duration, end is from `minutes`)
    slot         key of the slot within the schedule: "1", "2" ... for premieres and windows in
                 order of the phrase, "1.1", "1.2" ... for the replays of slot "1"
    period       the period of the rule that the instance answers for: "2024-01", "2024-01-15" (the
                 Monday of a week, or the day of a daily rule), "2024-Q1", "2024-H1", "2024"; a
                 replay has its premiere's
    premiere     start of the premiere of a replay, else None
    shifted_from, reason   the start before a shift on a day off, and why
    end_written  the phrase writes the end as a time of day, so that `end` holds where a clock is changed
                 before it; else the airing lasts its `minutes` as they pass, and `end` is where no clock is
    """

    kind: InstanceKind
    start: date | datetime
    end: date | datetime | None
    channel: str | None
    minutes: int | None
    minutes_max: int | None
    slot: str
    period: str
    premiere: date | datetime | None = None
    shifted_from: date | datetime | None = None
    reason: str | None = None
    end_written: bool = False


@dataclass(frozen=True, slots=True)
class DaysOff:
    """Days off as a value: `holidays` are public holidays by name, `worked` swapped weekend days.

    A name is handed on as the reason of a shift and never read. `weekend` are weekdays, Monday = 0.
    """

    holidays: dict[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    weekend: frozenset[int] = frozenset((5, 6))

    def is_holiday(self, day: date) -> bool:
        """True on a public holiday."""
        return day in self.holidays

    def is_off(self, day: date) -> bool:
        """True on a public holiday or on a weekend day that is not worked."""
        return day in self.holidays or (day.weekday() in self.weekend and day not in self.worked)


NO_DAYS_OFF = DaysOff()


def with_year(day: CalendarDay, year: int) -> CalendarDay:
    """The day in its own year, or in `year` where it has none."""
    return day if day.year is not None else replace(day, year=year)
