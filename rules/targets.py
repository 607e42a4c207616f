"""The target of an item: how many pieces in which period; it completes a phrase that names none.

"Trong năm" with "1 clip/tháng" is twelve monthly windows; "Thường xuyên" with 39 articles is a
quota without dates; "Quý II" with one contest is one window.
"""

from __future__ import annotations

from dataclasses import replace

from rules.schedule import (
    NO_LIMITS,
    PER_YEAR,
    DateRange,
    EachPeriod,
    Limits,
    Period,
    Quota,
    Schedule,
    Window,
)


def complete(schedule: Schedule, target: tuple[Quota, ...]) -> Schedule:
    """The schedule with the counts of a target: its spans become windows, or a quota without dates.

    One piece in a period gives a window a period; one piece in a span that is not the whole year
    gives one window; as many pieces a year as there are spans give a window each. Anything else is
    a quota, and a span that is not the whole year stays beside it.
    """
    if not target:
        return schedule
    schedule = replace(schedule, quotas=target)
    if schedule.recurrences or schedule.windows:
        return schedule
    spans, single = schedule.spans, target[0] if len(target) == 1 else None
    if single is not None and single.period is not Period.YEAR and single.count == 1:
        if not spans and schedule.stay is not None:
            return replace(schedule, windows=(Window(EachPeriod(single.period)),))
        windows = tuple(_each(span.of, span.channel, single.period) for span in spans if span.of is not None)
        if windows:
            return replace(schedule, windows=windows, spans=())
    partial = tuple(span for span in spans if span.of is not None and not whole_year(span.of))
    if single is not None and single.period is Period.YEAR and single.count == len(partial) == len(spans):
        windows = tuple(Window(span.of, NO_LIMITS, span.channel) for span in partial if span.of is not None)
        return replace(schedule, windows=windows, spans=()) if windows else schedule
    return replace(schedule, spans=partial)


def whole_year(of: DateRange) -> bool:
    """True from 1 January to 31 December of one year."""
    return (
        (of.first.month, of.first.day) == (1, 1)
        and of.last.month == 12
        and of.last.day in (-1, 31)
        and of.first.year == of.last.year
    )


def _each(of: DateRange, channel: str | None, period: Period) -> Window:
    """A window for each period of a span; the span itself where it is not longer than the period."""
    first, last = of.first, of.last
    whole_months = first.day == 1 and last.day == -1 and first.year == last.year and first.month <= last.month
    if not whole_months:
        return Window(EachPeriod(period), Limits(since=first, until=last), channel)
    count = last.month - first.month + 1
    if period not in (Period.WEEK, Period.DAY) and count < 12 // PER_YEAR[period]:
        return Window(of, NO_LIMITS, channel)
    months = () if count == 12 else tuple(range(first.month, last.month + 1))
    limits = NO_LIMITS if not months and first.year is None else Limits(months, first.year)
    return Window(EachPeriod(period), limits, channel)
