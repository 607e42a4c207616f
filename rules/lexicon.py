"""The words that the canonical phrase is written with, one lexicon a language.

Every form here is one that `rules.grammar` reads back to the same value.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import time

from rules.schedule import CalendarDay, MissingDay, Period, ShiftTo
from rules.vocabulary import Lang

_Join = Callable[[Iterable[str]], str]


@dataclass(frozen=True)
class Lexicon:
    """Words and templates of a language; the functions are for forms that bend with their number."""

    weekdays: tuple[str, ...]
    conjunction: str
    channel: str
    clock_range: str
    duration: str
    by_clock: str
    replay: str
    same_day: str
    next_day: str
    days_later: str
    on_weekday: str
    same_week: str
    next_week: str
    every_day: str
    every_workday: str
    weekly: str
    every_weeks: str
    every_months: str
    anchor: str
    anchor_month: str
    monthly: str
    in_months: str
    in_each_of_months: str
    months_until: str
    numbered_until: str
    month_range: str
    in_year: str
    months_of_year: str
    between: str
    since: str
    until: str
    unless: str
    also: str
    timeless: str
    each: dict[Period, str]
    day_range: str
    last_days: str
    on_dates: str
    one_piece: str
    due: Callable[[str], str]
    regular: str
    whole_year: str
    whole_year_named: str
    quarter: str
    quota: str
    clock: Callable[[time], str]
    target: str
    stay: str
    holiday: str
    day_off: str
    weekend: str
    convention: str
    shift: dict[ShiftTo, str]
    missing: dict[MissingDay, str]
    week: Callable[[int], str]
    month: Callable[[int], str]
    day: Callable[[int], str]
    date: Callable[[CalendarDay], str]
    bound: Callable[[CalendarDay], str]
    period: Callable[[Period, int], str]
    nth: Callable[[Sequence[int], Sequence[int], _Join], str]
    several_workdays: dict[int, str]  # counted from the first (1) or the last (-1)
    nth_workday: Callable[[Sequence[int], _Join], str]
    month_days: Callable[[Sequence[int], _Join], str]
    month_days_out: Callable[[Sequence[int], _Join], str]  # behind "except"


# --- Vietnamese ---------------------------------------------------------------------------

_VI_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_VI_PERIODS = {
    Period.YEAR: "năm", Period.HALF: "nửa năm", Period.QUARTER: "quý", Period.MONTH: "tháng",
    Period.WEEK: "tuần", Period.DAY: "ngày",
}  # fmt: skip


def _vi_week(n: int) -> str:
    return {-1: "tuần cuối", -2: "tuần áp chót"}.get(n, f"tuần {n}")


def _vi_day(n: int) -> str:
    return {-1: "ngày cuối cùng", -2: "ngày áp chót"}.get(n, f"ngày {n}")


def _vi_date(day: CalendarDay) -> str:
    return f"{day.day}/{day.month}" + ("" if day.year is None else f"/{day.year}")


def _vi_bound(day: CalendarDay) -> str:
    if day.day == -1:
        return f"hết tháng {day.month}" + ("" if day.year is None else f"/{day.year}")
    return f"ngày {_vi_date(day)}"


def _vi_nth(ordinals: Sequence[int], weekdays: Sequence[int], join: _Join) -> str:
    names = {-1: "cuối cùng", -2: "áp chót"}
    days = join([_VI_WEEKDAYS[d] for d in weekdays])
    return f"{days} {join([names.get(n, f'lần thứ {n}') for n in ordinals])}"


def _vi_nth_workday(ordinals: Sequence[int], join: _Join) -> str:
    names = {1: "đầu tiên", -1: "cuối cùng", -2: "áp chót"}
    return f"ngày làm việc {join([names.get(n, f'thứ {n}') for n in ordinals])}"


def _vi_month_days(numbers: Sequence[int], join: _Join) -> str:
    return join([_vi_day(n) for n in numbers])


VI = Lexicon(
    weekdays=_VI_WEEKDAYS,
    conjunction="và",
    channel="kênh {name}",
    clock_range="{first} đến {last}",
    duration="thời lượng {minutes} phút",
    by_clock="{duration} theo đồng hồ",
    replay="phát lại",
    same_day="cùng ngày",
    next_day="ngày hôm sau",
    days_later="{n} ngày sau",
    on_weekday="{name}",
    same_week="cùng tuần",
    next_week="tuần sau",
    every_day="hằng ngày",
    every_workday="các ngày làm việc",
    weekly="hằng tuần",
    every_weeks="{n} tuần một lần",
    every_months="{n} tháng 1 lần",
    anchor="tính từ tuần có ngày {date}",
    anchor_month="tính từ tháng có ngày {date}",
    monthly="hằng tháng",
    in_months="{months}",
    in_each_of_months="các {months}",
    months_until="{until} trong {months}",
    numbered_until="{months}, {until}",
    month_range="{first} đến {last}",
    in_year="năm {year}",
    months_of_year="{months} năm {year}",
    between="từ {first} đến {last}",
    since="từ {first}",
    until="đến {last}",
    unless="trừ",
    also="thêm {clause}",
    timeless="{days} (chưa rõ giờ)",
    each={
        Period.YEAR: "hằng năm", Period.HALF: "nửa năm một lần", Period.QUARTER: "hằng quý",
        Period.MONTH: "hằng tháng", Period.WEEK: "hằng tuần", Period.DAY: "một lần trong khoảng hằng ngày",
    },
    day_range="từ {first} đến {last}",
    last_days="{n} ngày cuối",
    on_dates="ngày {dates}",
    one_piece="một lần trong khoảng",
    due="chậm nhất {}".format,
    regular="thường xuyên",
    whole_year="trong năm",
    whole_year_named="trong năm {year}",
    quarter="quý {number}",
    quota="{count}/{period}",
    clock=lambda at: f"{at:%H:%M}",
    target="chỉ tiêu: {quotas}",
    stay="treo trên website {n} {period}",
    holiday="ngày lễ",
    day_off="ngày nghỉ",
    weekend="thứ Bảy, Chủ nhật",
    convention="cách tính tuần: {name}",
    shift={
        ShiftTo.SKIP: "nếu trùng {off} thì không phát",
        ShiftTo.NEXT: "nếu trùng {off} thì chuyển sang ngày làm việc tiếp theo",
        ShiftTo.PREVIOUS: "nếu trùng {off} thì chuyển sang ngày làm việc liền trước",
        ShiftTo.MONDAY: "nếu trùng {off} thì chuyển sang thứ Hai kế tiếp",
        ShiftTo.FRIDAY: "nếu trùng {off} thì chuyển sang thứ Sáu liền trước",
        ShiftTo.WEEK: "nếu trùng {off} thì chuyển sang cùng thứ tuần kế tiếp",
    },
    missing={
        MissingDay.SKIP: "(tháng thiếu ngày thì bỏ qua)",
        MissingDay.LAST: "(tháng thiếu ngày thì lấy ngày cuối tháng)",
        MissingDay.NEXT: "(tháng thiếu ngày thì lấy ngày kế tiếp)",
    },
    week=_vi_week,
    month=lambda n: f"tháng {n}",
    day=_vi_day,
    date=_vi_date,
    bound=_vi_bound,
    period=lambda period, _n: _VI_PERIODS[period],
    nth=_vi_nth,
    several_workdays={1: "{n} ngày làm việc đầu tiên", -1: "{n} ngày làm việc cuối cùng"},
    nth_workday=_vi_nth_workday,
    month_days=_vi_month_days,
    month_days_out=_vi_month_days,
)  # fmt: skip

# --- English ------------------------------------------------------------------------------

_EN_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EN_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
_EN_ORDINALS = {
    1: "first",
    2: "second",
    3: "third",
    4: "fourth",
    5: "fifth",
    6: "sixth",
    -1: "last",
    -2: "second last",
}


def _en_week(n: int) -> str:
    return f"week {n}" if n > 0 else f"{_EN_ORDINALS[n]} week"


def _en_day(n: int) -> str:
    if n < 0:
        return f"the {_EN_ORDINALS[n]} day"
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"the {n}{suffix}"


def _en_date(day: CalendarDay) -> str:
    return f"{day.day} {_EN_MONTHS[day.month - 1]}" + ("" if day.year is None else f" {day.year}")


def _en_bound(day: CalendarDay) -> str:
    if day.day == -1:
        return f"the end of {_EN_MONTHS[day.month - 1]}" + ("" if day.year is None else f" {day.year}")
    return _en_date(day)


def _en_nth(ordinals: Sequence[int], weekdays: Sequence[int], join: _Join) -> str:
    return f"the {join([_EN_ORDINALS[n] for n in ordinals])} {join([_EN_WEEKDAYS[d] for d in weekdays])}"


def _en_nth_workday(ordinals: Sequence[int], join: _Join) -> str:
    return f"the {join([_EN_ORDINALS.get(n, f'{n}th') for n in ordinals])} working day"


def _en_month_days(numbers: Sequence[int], join: _Join) -> str:
    return join([_en_day(n) for n in numbers])


def _en_month_days_out(numbers: Sequence[int], join: _Join) -> str:
    """ "Every Monday, except the 1st" may mean the first Monday; "the 1st day" does not."""
    return _en_month_days(numbers, join) + (" day" if numbers[-1] > 0 else "")


def _en_period(period: Period, n: int) -> str:
    noun = "half year" if period is Period.HALF else period.value
    return f"{noun}s" if n > 1 and period is not Period.HALF else noun


EN = Lexicon(
    weekdays=_EN_WEEKDAYS,
    conjunction="and",
    channel="on channel {name}",
    clock_range="{first} to {last}",
    duration="lasting {minutes} minutes",
    by_clock="{duration} by the clock",
    replay="replay",
    same_day="the same day",
    next_day="the next day",
    days_later="{n} days later",
    on_weekday="on {name}",
    same_week="of the same week",
    next_week="of the following week",
    every_day="every day",
    every_workday="every working day",
    weekly="every week",
    every_weeks="every {n} weeks",
    every_months="every {n} months",
    anchor="counting from the week of {date}",
    anchor_month="counting from the month of {date}",
    monthly="of each month",
    in_months="in {months}",
    in_each_of_months="of each month in {months}",
    months_until="{months} {until}",
    numbered_until="{months} {until}",
    month_range="{first} to {last}",
    in_year="in {year}",
    months_of_year="{months} {year}",
    between="from {first} until {last}",
    since="from {first}",
    until="until {last}",
    unless="except",
    also="also {clause}",
    timeless="{days} (time not given)",
    each={
        Period.YEAR: "every year", Period.HALF: "every half year", Period.QUARTER: "every quarter",
        Period.MONTH: "every month", Period.WEEK: "every week", Period.DAY: "once within each day",
    },
    day_range="from {first} to {last}",
    last_days="the last {n} days",
    on_dates="on {dates}",
    one_piece="once within",
    due=lambda text: f"by {text.removeprefix('on ')}",
    regular="regularly",
    whole_year="during the year",
    whole_year_named="during {year}",
    quarter="quarter {number}",
    quota="{count} per {period}",
    clock=lambda at: f"{at.hour % 12 or 12}:{at:%M} {'pm' if at.hour >= 12 else 'am'}",
    target="target: {quotas}",
    stay="stays online for {n} {period}",
    holiday="public holiday",
    day_off="day off",
    weekend="Saturday or Sunday",
    convention="weeks counted by: {name}",
    shift={
        ShiftTo.SKIP: "if that is a {off} it is skipped",
        ShiftTo.NEXT: "if that is a {off} the next working day",
        ShiftTo.PREVIOUS: "if that is a {off} the previous working day",
        ShiftTo.MONDAY: "if that is a {off} the following Monday",
        ShiftTo.FRIDAY: "if that is a {off} the Friday before",
        ShiftTo.WEEK: "if that is a {off} the same weekday a week later",
    },
    missing={
        MissingDay.SKIP: "(skipped in a month without it)",
        MissingDay.LAST: "(in a month without it the last day)",
        MissingDay.NEXT: "(in a month without it the next day)",
    },
    week=_en_week,
    month=lambda n: _EN_MONTHS[n - 1],
    day=_en_day,
    date=_en_date,
    bound=_en_bound,
    period=_en_period,
    nth=_en_nth,
    several_workdays={1: "the first {n} working days", -1: "the last {n} working days"},
    nth_workday=_en_nth_workday,
    month_days=_en_month_days,
    month_days_out=_en_month_days_out,
)  # fmt: skip

LEXICONS: dict[Lang, Lexicon] = {"vi": VI, "en": EN}
