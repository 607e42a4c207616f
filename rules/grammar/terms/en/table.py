"""English: which productions are tried where a phrase goes on with a token of some kind.

Beside them the signs without which one reads nothing: a kind somewhere in the text, or behind a number.
"""

from __future__ import annotations

from rules.grammar.terms.en.clock import clock, duration
from rules.grammar.terms.en.counts import every, pieces_a_period, quota
from rules.grammar.terms.en.dates import dated_weekday, dates, days_by_name, month_days, vague, week_of, when
from rules.grammar.terms.en.days import (
    at_least,
    each_part,
    either,
    every_nth,
    nth_weekdays,
    run,
    spaced,
    thereafter,
    times_in,
    total,
    weekdays,
    weeks,
    workdays,
)
from rules.grammar.terms.en.deadlines import due, opens
from rules.grammar.terms.en.months import (
    half_of_month,
    month_of_quarter,
    months,
    odd_months,
    quarters,
    some_months,
)
from rules.grammar.terms.en.months_after import days_after, month_after
from rules.grammar.terms.en.set_phrases import (
    anchor,
    closed_dates,
    closed_days,
    days_before,
    headed_days,
    heading,
    last_of_rule,
    out,
    that_case,
    timeless,
    until,
)
from rules.grammar.terms.en.stretch import days_to_a_moment, first_of_row, stretch
from rules.grammar.terms.en.vague_ends import vague_range
from rules.grammar.terms.shared import calendar, channels, counts, days_off, hours
from rules.grammar.terms.shared.table import Signs, Table
from rules.grammar.terms.shared.vague import first_days
from rules.vocabulary import Kind

_OPENING = (stretch, clock, dates, month_days, months, quarters, weekdays)
_WITHIN = (month_after, calendar.year, month_of_quarter, some_months, dates, months, quarters)

PRODUCTIONS: Table = {
    Kind.TIMES_WORD: (quota,),
    Kind.ALTERNATE: (every,),
    Kind.NO_TIME: (timeless,),
    Kind.ANCHOR: (anchor,),
    Kind.TO: (vague_range, until),
    Kind.DUE: (due,),
    Kind.YEAR: (calendar.year, quota),
    Kind.NUMBER: (
        channels.frequency, last_of_rule, spaced, pieces_a_period, hours.measure, run, days_after, when,
        workdays, nth_weekdays, weeks, some_months, quarters, stretch, clock, duration, quota, vague_range,
        closed_dates, dates, month_days, calendar.year,
    ),
    Kind.NUMBER_WORD: (
        spaced, pieces_a_period, run, days_after, every, some_months, when, clock, duration, quota,
    ),
    Kind.ORDINAL: (
        last_of_rule, first_days, month_of_quarter, half_of_month, some_months, quarters, workdays,
        nth_weekdays, weeks, dates, month_days,
    ),
    Kind.ORDINAL_PREFIX: (weekdays,),
    Kind.WEEKDAY: (closed_days, closed_dates, headed_days, stretch, dates, days_by_name, weekdays),
    Kind.WEEKDAYS: (closed_days, weekdays),
    Kind.WORKDAY: (workdays,),
    Kind.DAY: (month_days,),
    Kind.WEEK: (week_of, weeks),
    Kind.DATE_NAME: (dates,),
    Kind.TOTAL: (total,),
    Kind.HEDGE: (at_least, days_before),
    Kind.MONTH: (dates, months),
    Kind.MONTH_NAME: (heading, stretch, vague_range, closed_dates, dates, months),
    Kind.QUARTER: (quarters,),
    Kind.HALF: (some_months, duration),
    Kind.EITHER: (either,),
    Kind.TIMES_IN: (times_in,),
    Kind.UNSURE: (odd_months, days_off.anyway, days_off.shift, days_off.shift_first, that_case, out),
    Kind.RELATIVE: (month_of_quarter, dated_weekday),
    Kind.EVERY: (
        timeless, each_part, every_nth, every, workdays, nth_weekdays, weeks, stretch, weekdays, dates,
        months, quarters, month_days,
    ),
    Kind.EACH: (month_after, counts.each),
    Kind.THROUGHOUT: (days_after, *_WITHIN),
    Kind.OF: _WITHIN,
    Kind.MIDDLE: (vague,),
    Kind.VAGUE: (vague,),
    Kind.PART_OF: (vague_range, vague),
    Kind.AT: _OPENING,
    Kind.FROM: (stretch, first_of_row, days_to_a_moment, vague_range, *_OPENING),
    Kind.BETWEEN: _OPENING,
    Kind.DAYPART: (channels.frequency, clock, hours.daypart),
    Kind.NAMED_TIME: (stretch, clock),
    Kind.PAST: (clock,),
    Kind.ABOUT: (clock, duration),
    Kind.DURATION: (duration, run),
    Kind.THEREAFTER: (thereafter,),
    Kind.FILLER: (channels.outlet, duration, opens),
    Kind.SAME_DAY: (when,),
    Kind.NEXT_DAY: (when,),
    Kind.DAYS_LATER: (when,),
}  # fmt: skip

_TO = (Kind.TO, Kind.DASH)
_OF_WEEKDAYS = (Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ORDINAL_PREFIX)
_SUFFIX = (Kind.TEXT, Kind.PLACE)  # 15th, 1st

IN_TEXT: Signs = {
    half_of_month: (Kind.HALF,),
    month_of_quarter: (Kind.MONTH, Kind.RELATIVE),
    nth_weekdays: _OF_WEEKDAYS,
    quarters: (Kind.QUARTER,),
    some_months: (Kind.HALF, Kind.MONTH),
    weekdays: _OF_WEEKDAYS,
    weeks: (Kind.WEEK,),
    workdays: (Kind.WORKDAY,),
    last_of_rule: (Kind.UNSURE, Kind.EXCEPT),
    headed_days: (Kind.MONTH, Kind.MONTH_NAME),
    heading: _OF_WEEKDAYS,
    closed_days: (Kind.UNSURE,),
    timeless: (Kind.DAY, Kind.NO_TIME),
    stretch: _TO,
}

BEHIND_A_NUMBER: Signs = {
    nth_weekdays: _SUFFIX,
    quarters: _SUFFIX,
    run: (Kind.EACH, Kind.ALTERNATE, Kind.WEEKDAY, Kind.DASH, Kind.WEEK, Kind.DAY),
    some_months: _SUFFIX,
    spaced: (Kind.DASH,),
    weeks: _SUFFIX,
    workdays: _SUFFIX,
    duration: (*_TO, Kind.DOT, Kind.AND, Kind.MINUTE, Kind.HOUR),
    pieces_a_period: (Kind.TEXT, Kind.HALF, Kind.QUARTER),
    quota: (Kind.TIMES_A, Kind.TEXT, Kind.UNIT, Kind.EACH, Kind.SLASH, Kind.OF, Kind.EVERY),
    month_days: _SUFFIX,
    days_after: (Kind.DAYS_LATER, Kind.DAY, Kind.OPEN),
    when: (Kind.DAYS_LATER,),
}
