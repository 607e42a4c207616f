"""What the parts of a phrase are dealt to: rules with their days, slots, replays and limits, as written."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from typing import Literal

from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay, MissingDay, Period, ReplayDay, WeekConvention
from rules.schedule import Quota as ScheduleQuota


@dataclass(slots=True)
class Slot:
    """A premiere's time, channels and duration, as far as they are written."""

    clock: p.Clock | None = None
    channels: list[str] = field(default_factory=list)
    duration: p.Duration | None = None
    part: str | None = None
    due: bool = False
    span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Replay:
    """A replay as far as it is written. `inherited` days come from the replay before it."""

    at: time | None = None
    sure: bool = True
    same_time: bool = False
    part: str | None = None
    days: list[ReplayDay] = field(default_factory=list)
    weekdays: tuple[int, ...] = ()
    next_week: bool | None = None
    month_week: int | None = None
    date: p.Dates | None = None
    inherited: bool = False
    check_weekday: int | None = None
    check_week: int | None = None
    check_date: p.Dates | None = None
    channels: list[str] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)

    @property
    def placed(self) -> bool:
        """True when a day of its own is written."""
        return bool(self.days or self.weekdays or self.date) and not self.inherited


@dataclass(slots=True)
class Rule:
    """One rule of the phrase."""

    weekdays: p.Weekdays | None = None
    nth: p.NthWeekdays | None = None
    workdays: p.Workdays | None = None
    weeks: p.Weeks | None = None
    month_days: p.MonthDays | None = None
    day_range: p.DayRange | None = None
    dates: p.Dates | None = None
    stated: p.Dates | None = None  # "thứ Sáu tuần 1 tháng 3 (ngày 01/3)": says the same once more
    between: p.DateRange | None = None
    stretch_end: p.DateRange | None = None  # the last day of a stretch from a time to a time: verified
    which_week: bool = False  # "tuần 2 tháng 5 (8-14/5)": the range may be the week's own days
    each: p.Each | None = None
    every: p.Every | None = None
    of_period: Period | None = None
    months: p.Months | None = None
    year: p.Year | None = None
    missing: MissingDay | None = None
    anchor: CalendarDay | None = None
    one_piece: bool = False
    lasts: p.Run | None = None
    thereafter: bool = False
    sure: bool = True  # an exception that begins with "except", not with "closed"
    heads: bool = False  # an exception before any rule, which holds for all of them
    of_days_off: bool = False  # an exception of days off, which is a shift
    part: str | None = None  # of an exception: "trừ sáng Chủ nhật" leaves the evening's time
    due: bool = False  # its days are deadlines
    slots: list[Slot] = field(default_factory=list)
    lead_channels: list[str] = field(default_factory=list)
    days_first: bool = False
    limit_first: bool = False  # its months or its bounds are written before its days and times
    heading: bool = False  # and a colon stands behind them
    instead: bool = False  # "riêng thứ Bảy 18h15": takes the place of part of another rule
    instead_behind: bool = False  # and the word stands behind it
    worded: bool = False  # plain text stands before its days
    joined: bool = False  # "and" stands before it
    adds: bool = False  # "also on the first Thursday": takes the place of nothing
    timeless: bool = False  # "cả ngày 12/3": no time of another day is its own
    same_day: bool = False
    event_time: bool = False  # its time stands with its date, apart from the range before them
    led: bool = False  # words and a colon stand before it: "; thời gian: tháng 5 - tháng 9"
    bound_first: bool = False  # "từ 1/9 phát 10h": the beginning stands before the days
    bound_apart: bool = False  # a comma parts its months or its bounds from what stands before them
    times: int | None = None  # how many the phrase says that there are
    times_of_days: bool = False  # and that they are days
    replays: list[Replay] = field(default_factory=list)
    exceptions: list[Rule] = field(default_factory=list)
    words: list[tuple[Token, ...]] = field(default_factory=list)  # around its parts, as they stand together
    run: int = 0
    start: int = 0
    end: int = 0

    @property
    def span(self) -> tuple[int, int]:
        """From its first part to its last; a rule that was begun and got no part is a place."""
        return self.start, max(self.start, self.end)

    @property
    def names_days(self) -> bool:
        """True when days are named themselves."""
        days = (self.weekdays, self.nth, self.workdays, self.weeks, self.month_days, self.dates)
        return any((*days, self.day_range))

    @property
    def of_each_month(self) -> bool:
        """True when its days are counted in the month: the 15th, the second Tuesday, week 3."""
        counted = self.workdays is not None and self.workdays.ordinals
        return not self.dates and bool(self.month_days or self.nth or self.weeks or counted)

    @property
    def daily(self) -> bool:
        """True when every day is named."""
        return self.each is not None and self.each.period is Period.DAY

    @property
    def has_days(self) -> bool:
        """True when days of any kind are named, or how often they come."""
        return self.names_days or self.daily or self.every is not None

    @property
    def has_clock(self) -> bool:
        """True when a time of day is named."""
        return any(slot.clock for slot in self.slots)

    @property
    def is_due(self) -> bool:
        """True when it names deadlines."""
        return self.due or any(slot.due for slot in self.slots)

    @property
    def says_which_weeks(self) -> bool:
        """True for weekdays of numbered weeks, and of each week: "every Monday at 9"."""
        each = self.weekdays is not None and self.weekdays.every and self.has_clock
        return bool(each or self.weeks or self.dates or self.each or self.month_days)

    @property
    def times_only(self) -> bool:
        """True when a time of day is all that was dealt to it."""
        limits = (self.months, self.year, self.between, self.each, self.exceptions, self.replays)
        return self.has_clock and not (self.has_days or any(limits))

    @property
    def empty(self) -> bool:
        """True when nothing of dates or times was dealt to it."""
        return not (self.has_days or self.slots or self.months or self.year or self.between or self.each)


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration, the slot that it stands behind, and whether more slots follow in its clause."""

    duration: p.Duration
    slot: Slot | None
    run: int
    clock_follows: bool


@dataclass(slots=True)
class Draft:
    """The phrase dealt out."""

    rules: list[Rule] = field(default_factory=list)
    quotas: list[tuple[p.Quota, int, int]] = field(default_factory=list)
    target: tuple[ScheduleQuota, ...] = ()
    weeks: WeekConvention | None = None
    durations: list[Lasting] = field(default_factory=list)
    stay: p.Stay | None = None
    regular: bool = False
    listed: Literal["all", "first", "last", "unclear"] | None = (
        None  # days over ";" with one time: whose it is
    )
    same_clock: tuple[int, int] | None = None  # where "cùng khung 19h45" stands: of all clauses
    shift: p.Shift | None = None
    problems: list[Problem] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)  # "(phát lại X)" of a listing
    loose_parts: list[tuple[str, int, int]] = field(default_factory=list)  # "tối" with no clock time
    heading_channels: list[str] = field(default_factory=list)
