"""What a tree writes down: rules with their terms, slots, replays and exceptions. Immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import NamedTuple, TypeAlias, TypeVar

from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay, Check, MissingDay, Period, ReplayDay, WeekConvention
from rules.schedule import Quota as ScheduleQuota

_Term = TypeVar("_Term")
Terms: TypeAlias = Mapping[type[object], p.Meaning]
"""Terms by their kind: a rule has one of each."""

DAYS: frozenset[type[object]] = frozenset(
    {p.Weekdays, p.NthWeekdays, p.Workdays, p.Weeks, p.MonthDays, p.Dates, p.DayRange}
)
"""The kinds of terms that name days themselves."""
_LIMITS: frozenset[type[object]] = frozenset({p.Months, p.Year, p.DateRange, p.Each})


class Mark(Enum):
    """What the words around a rule, or its place, say of it."""

    INSTEAD = auto()  # "riêng thứ Bảy 18h15": takes the place of part of another rule
    INSTEAD_BEHIND = auto()  # and the word stands behind it
    ALSO = auto()  # "also on the first Thursday": takes the place of nothing
    TIMELESS = auto()  # "cả ngày 12/3": no time of another day is its own
    DUE = auto()  # its days are deadlines
    JOINED = auto()  # "and" stands before it
    WORDED = auto()  # plain text stands before its days
    DAYS_FIRST = auto()  # its days stand before its times
    EVENT_TIME = auto()  # its time stands with its date, apart from the range before them
    LIMIT_FIRST = auto()  # its months or its bounds are written before its days and times
    WEEK_FIRST = auto()  # its weeks are written before its weekdays
    HEADING = auto()  # and a colon stands behind them
    BOUND_FIRST = auto()  # "từ 1/9 phát 10h": the beginning stands before the days
    BOUND_APART = auto()  # a comma parts its months or its bounds from what stands before them
    WHICH_WEEK = auto()  # "tuần 2 tháng 5 (8-14/5)": the range may be the week's own days


class Place(NamedTuple):
    """Where a rule stands: the number of its clause, and its characters from the first part to the last."""

    clause: int = 0
    start: int = 0
    end: int = 0


_NOWHERE = Place()


@dataclass(frozen=True, slots=True)
class Slot:
    """A premiere's time and channels, as far as they are written."""

    clock: p.Clock | None = None
    channels: tuple[str, ...] = ()
    part: str | None = None
    due: bool = False
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class OnWeekdays:
    """Weekdays of a replay, and the week in which they lie, seen from the premiere or in the month."""

    weekdays: tuple[int, ...]
    week: p.ReplayWeek | p.Weeks | None = None


@dataclass(frozen=True, slots=True)
class Replay:
    """A replay as far as it is written; without a day its time tells the day."""

    day: ReplayDay | OnWeekdays | p.Dates | None = None
    time: p.Clock | p.SameTime | None = None
    part: str | None = None
    check: Check | None = None
    check_date: p.Dates | None = None
    channels: tuple[str, ...] = ()
    span: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the phrase, or days that are taken out of one.

    `checks` are terms that say of its days what others say already; `part` is the part of the day that is
    taken out ("trừ sáng Chủ nhật"); `words` stand around its parts, as they stand together.
    """

    terms: Terms = field(default_factory=dict)
    checks: Terms = field(default_factory=dict)
    marks: frozenset[Mark] = frozenset()
    place: Place = _NOWHERE
    slots: tuple[Slot, ...] = ()
    replays: tuple[Replay, ...] = ()
    exceptions: tuple[Rule, ...] = ()
    part: str | None = None
    lead_channels: tuple[str, ...] = ()
    words: tuple[tuple[Token, ...], ...] = ()

    # --- other rules made of this one ---

    def having(self, *terms: p.Meaning) -> Rule:
        """The rule with these terms, in place of those of their kinds."""
        return replace(self, terms={**self.terms, **{type(term): term for term in terms}})

    def without(self, *kinds: type[object]) -> Rule:
        """The rule without the terms of these kinds."""
        return replace(self, terms={kind: term for kind, term in self.terms.items() if kind not in kinds})

    def taking(self, other: Rule, *kinds: type[object]) -> Rule:
        """The rule with the terms of these kinds that another one has, and none where that has none."""
        return self.without(*kinds).having(*(term for kind, term in other.terms.items() if kind in kinds))

    def marked(self, *marks: Mark) -> Rule:
        """The rule with these marks, too."""
        return replace(self, marks=self.marks.union(marks))

    # --- its place ---

    @property
    def clause(self) -> int:
        """The number of the clause that it stands in."""
        return self.place.clause

    @property
    def start(self) -> int:
        """The character with which it begins."""
        return self.place.start

    @property
    def end(self) -> int:
        """The character behind it."""
        return self.place.end

    @property
    def span(self) -> tuple[int, int]:
        """From its first part to its last; a rule that was begun and got no part is a place."""
        return self.start, max(self.start, self.end)

    # --- its terms ---

    @property
    def weekdays(self) -> p.Weekdays | None:
        """The weekdays that name its days, or check its dates."""
        return _of_kind(self.terms, p.Weekdays)

    @property
    def nth(self) -> p.NthWeekdays | None:
        """The n-th weekdays of the month."""
        return _of_kind(self.terms, p.NthWeekdays)

    @property
    def workdays(self) -> p.Workdays | None:
        """The working days, all or the n-th."""
        return _of_kind(self.terms, p.Workdays)

    @property
    def weeks(self) -> p.Weeks | None:
        """The numbered weeks of the month."""
        return _of_kind(self.terms, p.Weeks)

    @property
    def month_days(self) -> p.MonthDays | None:
        """The days of the month."""
        return _of_kind(self.terms, p.MonthDays)

    @property
    def day_range(self) -> p.DayRange | None:
        """From one day of the month to another."""
        return _of_kind(self.terms, p.DayRange)

    @property
    def dates(self) -> p.Dates | None:
        """The single dates."""
        return _of_kind(self.terms, p.Dates)

    @property
    def between(self) -> p.DateRange | None:
        """From a date to a date."""
        return _of_kind(self.terms, p.DateRange)

    @property
    def each(self) -> p.Each | None:
        """Each period."""
        return _of_kind(self.terms, p.Each)

    @property
    def every(self) -> p.Every | None:
        """Every n periods."""
        return _of_kind(self.terms, p.Every)

    @property
    def months(self) -> p.Months | None:
        """The months."""
        return _of_kind(self.terms, p.Months)

    @property
    def year(self) -> p.Year | None:
        """The year."""
        return _of_kind(self.terms, p.Year)

    @property
    def lasts(self) -> p.Run | None:
        """How long it goes on, counted."""
        return _of_kind(self.terms, p.Run)

    @property
    def times(self) -> p.Times | None:
        """How many days or replays the phrase says that there are."""
        return _of_kind(self.terms, p.Times)

    @property
    def of_period(self) -> Period | None:
        """The longer period in which its days are counted."""
        found = _of_kind(self.terms, p.OfPeriod)
        return found.period if found else None

    @property
    def missing(self) -> MissingDay | None:
        """What to do in a month that lacks its day."""
        found = _of_kind(self.terms, p.Missing)
        return found.policy if found else None

    @property
    def anchor(self) -> CalendarDay | None:
        """A day of one week that counts."""
        found = _of_kind(self.terms, p.Anchor)
        return found.day if found else None

    @property
    def one_piece(self) -> bool:
        """True where one piece is due in its period."""
        return p.OnePiece in self.terms

    @property
    def thereafter(self) -> bool:
        """True where its date is the first of a weekly row."""
        return p.Thereafter in self.terms

    @property
    def stated(self) -> p.Dates | None:
        """ "Thứ Sáu tuần 1 tháng 3 (ngày 01/3)": the date says the same once more."""
        return _of_kind(self.checks, p.Dates)

    @property
    def stretch_end(self) -> p.DateRange | None:
        """The last day of a stretch from a time to a time: verified."""
        found = _of_kind(self.checks, p.Stretch)
        return found.end if found else None

    # --- what they make of it ---

    @property
    def names_days(self) -> bool:
        """True when days are named themselves."""
        return not DAYS.isdisjoint(self.terms)

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
        return Mark.DUE in self.marks or any(slot.due for slot in self.slots)

    @property
    def says_which_weeks(self) -> bool:
        """True for weekdays of numbered weeks, and of each week: "every Monday at 9"."""
        each = self.weekdays is not None and self.weekdays.every and self.has_clock
        return bool(each or self.weeks or self.dates or self.each or self.month_days)

    @property
    def empty(self) -> bool:
        """True when it says nothing of dates or times."""
        return not (self.has_days or self.slots) and _LIMITS.isdisjoint(self.terms)


def _of_kind(terms: Terms, kind: type[_Term]) -> _Term | None:
    found = terms.get(kind)
    return found if isinstance(found, kind) else None


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration, the slot that it stands behind, and whether more slots follow in its clause."""

    duration: p.Duration
    slot: Slot | None
    clause: int
    clock_follows: bool


@dataclass(frozen=True, slots=True)
class Facts:
    """What a phrase says once, wherever it stands; quotas with their places, and "tối" with no clock time."""

    quotas: tuple[tuple[p.Quota, int, int], ...] = ()
    target: tuple[ScheduleQuota, ...] = ()
    weeks: WeekConvention | None = None
    stay: p.Stay | None = None
    regular: bool = False
    shift: p.Shift | None = None
    loose_parts: tuple[tuple[str, int, int], ...] = ()
    heading_channels: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A phrase as one tree writes it down; `labels` are the places of "(phát lại X)" in a listing.

    `unsure` are faults where no other tree takes the place otherwise, with what it holds for in this one.
    """

    rules: list[Rule] = field(default_factory=list)
    facts: Facts = Facts()
    durations: list[Lasting] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)
    unsure: dict[Problem, tuple[int, ...] | None] = field(default_factory=dict)
