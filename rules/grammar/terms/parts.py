"""What productions make: fragments of meaning with their place, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from typing import TypeAlias

from rules.grammar.lexing.tokens import Token
from rules.schedule import CalendarDay, MissingDay, Period, ReplayDay, ShiftTo, WeekConvention
from rules.schedule import Quota as ScheduleQuota


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list, a weekday or a range of them, and what stands before it: "", "," or "and"."""

    days: tuple[int, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Weekdays:
    """Weekdays, sorted; `every` where the words say that each of them is meant: "every Monday", "Mondays".

    `listed` are the entries as written.
    """

    days: tuple[int, ...]
    every: bool = False
    listed: tuple[Listed, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Weeks:
    """Numbered weeks of the month; -1 is the last."""

    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class NthWeekdays:
    """The n-th weekdays of the month: "second Saturday", "thứ Sáu cuối cùng"."""

    ordinals: tuple[int, ...]
    weekdays: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Workdays:
    """The n-th working days of the month; no ordinals: every working day."""

    ordinals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class MonthDays:
    """Days of the month: 15, -1."""

    days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class DayRange:
    """From one day of the month to another."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Dates:
    """Single dates, and the weekday that stands beside each, if any: it is verified.

    `in_month` where the words are of a month and a day in it: "in August on the 20th".
    """

    days: tuple[CalendarDay, ...]
    weekdays: tuple[int | None, ...] = ()
    in_month: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class DateRange:
    """From a date to a date; one side may be open. Weekdays beside the dates are verified.

    `by_month`: a month alone is named, and its first day stands for it.
    """

    first: CalendarDay | None
    last: CalendarDay | None
    first_weekday: int | None = None
    last_weekday: int | None = None
    by_month: bool = False


@dataclass(frozen=True, slots=True)
class Months:
    """Runs of months as written (a month, a range, a quarter, a half-year), and their year."""

    runs: tuple[tuple[int, int], ...]
    year: int | None = None
    by_quarter: bool = False

    @property
    def months(self) -> tuple[int, ...]:
        """Every month named, sorted."""
        return tuple(sorted({m for first, last in self.runs for m in months_between(first, last)}))


@dataclass(frozen=True, slots=True)
class Year:
    """A year ("năm 2024"), or the year at hand ("trong năm", None)."""

    year: int | None
    in_name: bool = field(default=False, compare=False)  # beside plain words: "World Cup 2026"


@dataclass(frozen=True, slots=True)
class Each:
    """Each period: "hằng tháng", "every week"; `once` where it says how often: "mỗi tháng một lần".

    `of` where days are counted in it: "of each quarter".
    """

    period: Period
    once: bool = False
    of: bool = False


@dataclass(frozen=True, slots=True)
class OfPeriod:
    """Weeks or days are counted in a longer period: "tuần đầu của quý", "first Monday of the quarter"."""

    period: Period


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, perhaps with the end that gives its duration.

    `sure` is False where am or pm is wanting; `by_24_hours` is True where only the 24-hour clock has it.
    """

    at: time
    minutes: int | None = None
    sure: bool = True
    by_24_hours: bool = False
    next_day: bool = False  # the midnight with which the named day ends


@dataclass(frozen=True, slots=True)
class Due:
    """The day or time that follows is a deadline; `behind`: the one before is.

    `before` where the words name the first day that is too late, and the day here is the one before it.
    """

    behind: bool = False
    before: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """From a time of one day to a time of another: "từ 22h ngày 14/6 đến 4h ngày 15/6"."""

    days: Dates | Weekdays
    clock: Clock
    end: DateRange | None = None  # its last day, with the weekday beside it


@dataclass(frozen=True, slots=True)
class SameTime:
    """A replay at its premiere's time of day."""


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of the day that stands alone: "tối thứ Sáu"."""

    name: str


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel by its name."""

    name: str


@dataclass(frozen=True, slots=True)
class Duration:
    """Minutes, or from minutes to minutes; `by_clock` as the clock shows them, not as they pass."""

    minutes: int
    minutes_max: int | None = None
    by_clock: bool = False


@dataclass(frozen=True, slots=True)
class Replay:
    """Here a replay begins; with `heads` a colon stands behind, and clauses that follow may be of replays."""

    heads: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """The day of a replay, seen from its premiere; perhaps with a part of the day."""

    day: ReplayDay
    part: str | None = None


@dataclass(frozen=True, slots=True)
class ReplayWeek:
    """ "cùng tuần", "tuần sau": in which week a replay's weekday lies."""

    next_week: bool


@dataclass(frozen=True, slots=True)
class Quota:
    """A count of pieces, perhaps in a period."""

    count: int
    unit: str | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class Stay:
    """How long a piece stays on show."""

    count: int
    period: Period


@dataclass(frozen=True, slots=True)
class Regular:
    """Regularly: ongoing, no dates."""


@dataclass(frozen=True, slots=True)
class Except:
    """What follows, up to the end of its clause, is taken out.

    `closure` where dates behind it may be all that a notice says: "closed from 8 to 14 January".
    """

    closure: bool = False
    but: bool = False  # "except", "trừ", not "not"
    behind: bool = False  # "Chủ nhật nghỉ": the days stand before the word


@dataclass(frozen=True, slots=True)
class Instead:
    """What follows takes the place of a part of the rules before: "riêng thứ Bảy". `behind`: this."""

    behind: bool = False


@dataclass(frozen=True, slots=True)
class ThatCase:
    """What follows is how it is on the days that are taken out: "except July, when it meets on the 9th"."""


@dataclass(frozen=True, slots=True)
class Also:
    """What follows is one more: "also on the first Thursday"."""


@dataclass(frozen=True, slots=True)
class Timeless:
    """The day that follows, or `behind` which this stands, has no time: "cả ngày 12/3", "(chưa rõ giờ)"."""

    behind: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """The date that follows takes the place of the one before: "of 6 May is moved to 7 May"."""

    text: str


@dataclass(frozen=True, slots=True)
class Times:
    """How many days or replays there are: "ba kỳ", "02 ngày/tháng"; verified, never a rule of its own."""

    count: int
    days: bool = False  # of days in a row, too: "trong 5 ngày, từ 22/12 đến 26/12"


@dataclass(frozen=True, slots=True)
class Run:
    """How long a rule goes on: so many days or weeks ("for six weeks"), or (None) so many times."""

    count: int
    period: Period | None


@dataclass(frozen=True, slots=True)
class Thereafter:
    """A date is the first of a weekly row: "10 January, and weekly thereafter"."""


@dataclass(frozen=True, slots=True)
class DayOff:
    """Days off or holidays, after "except"."""

    holidays_only: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """What to do on a day off."""

    to: ShiftTo
    holidays_only: bool = False
    weekends_only: bool = False
    # What the condition says of the days that may fall on a day off: "nếu ngày 20 trùng …".
    numbers: tuple[int, ...] = ()
    weekdays: tuple[int, ...] = ()
    ordinals: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Every:
    """Every n units: "2 tuần một lần", "every other week"; needs an anchor."""

    count: int
    period: Period


@dataclass(frozen=True, slots=True)
class Way:
    """One meaning of words that have several: its parts, and the sentence that tells it apart."""

    meanings: tuple[Meaning, ...]
    key: str = ""
    facts: tuple[tuple[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Either:
    """Words with several meanings ("cuối tháng", "mid-month"): the reader is asked. One way: no question."""

    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """The counts behind "chỉ tiêu": with any words for what is counted."""

    quotas: tuple[ScheduleQuota, ...]


@dataclass(frozen=True, slots=True)
class OnePiece:
    """One piece is due within the period that follows."""


@dataclass(frozen=True, slots=True)
class Convention:
    """How weeks of the month are counted."""

    weeks: WeekConvention


@dataclass(frozen=True, slots=True)
class Missing:
    """What to do in a month that lacks the day."""

    policy: MissingDay


@dataclass(frozen=True, slots=True)
class Anchor:
    """A day of one week that counts, for "every two weeks"."""

    day: CalendarDay


@dataclass(frozen=True, slots=True)
class Open:
    """A parenthesis opens."""


@dataclass(frozen=True, slots=True)
class Close:
    """A parenthesis closes."""


@dataclass(frozen=True, slots=True)
class Break:
    """A clause ends here: ";", a new line, a full stop."""

    text: str = ";"


@dataclass(frozen=True, slots=True)
class Joint:
    """A comma, "and", a colon, a slash, a dash: it separates, and a list may go on over it."""

    text: str


@dataclass(frozen=True, slots=True)
class Aside:
    """Words and numbers that are known to be no dates: an address, a document, "1/2 trang"."""


Days: TypeAlias = Weekdays | NthWeekdays | Workdays | MonthDays | Dates | Weeks | DayRange
Meaning: TypeAlias = (
    Days | DateRange | Months | Year | Each | OfPeriod | Every | Either | Missing | Anchor | OnePiece
    | Clock | Due | Stretch | SameTime | DayPart | Channel | Duration | Replay | When | ReplayWeek
    | Run | Thereafter | Quota | Target | Stay | Regular | Except | Instead | ThatCase | Also | Timeless
    | Moved | Times | DayOff | Shift | Convention | Open | Close | Break | Joint | Aside
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """A meaning and its span in the normalised phrase; the words before it, and behind the last one."""

    meaning: Meaning
    start: int
    end: int
    words: tuple[Token, ...] = ()
    words_behind: tuple[Token, ...] = ()


def months_between(first: int, last: int) -> tuple[int, ...]:
    """Months from one to another, over the new year where the last comes first."""
    if first <= last:
        return tuple(range(first, last + 1))
    return (*range(first, 13), *range(1, last + 1))
