"""Where a fault of a whole rule stands: at the words that it is about, not at all of the rule."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.tokens import Problem
from rules.grammar.messages import SENTENCES
from rules.grammar.terms import parts as p

_MARKS = " \n\t;:,.•|–—-"
_RANGES = (p.DateRange, p.DayRange, p.Stretch)
_DAYS = (p.Weekdays, p.NthWeekdays, p.Workdays, p.MonthDays, p.Dates, p.Weeks, p.Each, *_RANGES)
# The sorts of parts that a code is about.
_ABOUT: dict[str, tuple[type, ...]] = {
    "impossible-week": (p.Weeks,),
    "impossible-date": (p.Dates, p.MonthDays, *_RANGES),
    "impossible-range": (p.Months, *_RANGES),
    "weekday-contradicts-date": (p.Dates, *_RANGES),
    "count-disagrees": (p.Times, p.Run, p.Quota),
    "needs-anchor": (p.Every, p.Either),
    "weekday-and-day": (p.Weekdays, p.NthWeekdays, p.MonthDays, p.Dates, p.DayRange),
    "which-month": (p.MonthDays, p.NthWeekdays, p.Workdays, p.Weeks, p.Weekdays),
    "which-week": (p.Weekdays, p.Workdays, p.Due),
    "no-dates": (*_DAYS, p.Months, p.Year, p.Except, p.Every),
}
_IMPOSSIBLE = frozenset({"impossible-date", "impossible-range", "impossible-week", "impossible-day"})


def at_their_words(text: str, problems: Sequence[Problem], parts: Sequence[p.Part]) -> list[Problem]:
    """The problems with the spans of what they are about; a day that cannot be is not said to be wanting."""
    impossible = any(fault.code in _IMPOSSIBLE for fault in problems)
    told = [fault for fault in problems if not (impossible and fault.code == "no-day")]
    return [_trimmed(text, _narrowed(fault, parts)) for fault in told]


def _narrowed(fault: Problem, parts: Sequence[p.Part]) -> Problem:
    about = _ABOUT.get(fault.code, ())
    if fault.en == SENTENCES["not-understood/other-year"].en:
        about = (p.Year, p.Dates, p.Months, *_RANGES)
    within = [part for part in parts if fault.start <= part.start and part.end <= fault.end]
    found = [part for part in within if isinstance(part.meaning, about)]
    if not found or len(within) == 1:
        return fault
    return fault._replace(start=found[0].start, end=found[-1].end)


def _trimmed(text: str, fault: Problem) -> Problem:
    """The span without the marks and blanks at its edges; one of marks alone stays."""
    start, end = fault.start, fault.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return fault._replace(start=start, end=end) if start < end else fault
