"""Vietnamese: which productions are tried where a phrase goes on with a token of some kind.

Beside them the signs without which one reads nothing: a kind somewhere in the text, or behind a number.
"""

from __future__ import annotations

from rules.grammar.terms.shared import calendar, channels, days_off, hours
from rules.grammar.terms.shared.set_phrases import replay_week
from rules.grammar.terms.shared.table import Signs, Table
from rules.grammar.terms.vi.clock import clock, duration
from rules.grammar.terms.vi.counts import (
    at_least,
    each,
    every,
    per_period,
    quota,
    spaced,
    times,
    within_a_day,
)
from rules.grammar.terms.vi.dates import dates, month_days, when
from rules.grammar.terms.vi.day_groups import each_part, figures, last_digit, rest_of_week
from rules.grammar.terms.vi.days import weekdays, weeks, workdays
from rules.grammar.terms.vi.deadlines import due
from rules.grammar.terms.vi.months import (
    month_of_quarter,
    months,
    parity,
    part_of_month,
    quarters,
    short_month,
    some_months,
    vague,
)
from rules.grammar.terms.vi.months_after import month_after, year_after
from rules.grammar.terms.vi.newspaper_dates import evenings, newspaper_dates
from rules.grammar.terms.vi.set_phrases import (
    anchor,
    closed_days,
    days_before,
    headed_days,
    heading,
    last_of_rule,
    out,
    timeless,
    until,
)
from rules.grammar.terms.vi.stretch import days_to_a_moment, days_with_weekdays, ends, first_of_row, stretch
from rules.vocabulary import Kind

_DATED = (stretch, days_with_weekdays, newspaper_dates, dates)
_DAY = (*_DATED, month_days, weekdays)
_PERIODS = (month_of_quarter, months, quarters)
_OPENING = (stretch, clock, newspaper_dates, dates, month_days, *_PERIODS, weekdays)
_WITHIN = (month_after, year_after, calendar.year, some_months, *_PERIODS)
_COUNTED = (part_of_month, some_months, workdays, weeks, weekdays, when)

PRODUCTIONS: Table = {
    Kind.TIMES_WORD: (quota,),
    Kind.ALTERNATE: (every,),
    Kind.NO_TIME: (timeless,),
    Kind.ANCHOR: (anchor,),
    Kind.TO: (until,),
    Kind.DAYPART: (channels.frequency, stretch, clock, hours.daypart),
    Kind.NAMED_TIME: (clock,),
    Kind.PAST: (clock,),
    Kind.DURATION: (duration,),
    Kind.DUE: (due,),
    Kind.YEAR: (year_after, per_period, workdays, calendar.year, quota),
    Kind.NUMBER: (
        channels.frequency, within_a_day, figures, stretch, hours.measure, per_period, every, *_COUNTED,
        clock, duration, quota, *_DATED, times, calendar.year,
    ),
    Kind.HEDGE: (channels.outlet, at_least, ends, days_before),
    Kind.FILLER: (channels.outlet,),
    Kind.NUMBER_WORD: (per_period, every, *_COUNTED, clock, duration, quota, times),
    Kind.TEXT: (timeless, channels.channel, spaced),
    Kind.ORDINAL: (vague, weekdays),
    Kind.UNIT: (last_of_rule,),
    Kind.TIMES_A: (last_of_rule,),
    Kind.ORDINAL_PREFIX: (closed_days, headed_days, stretch, days_with_weekdays, weekdays),
    Kind.WEEKDAY: (closed_days, headed_days, stretch, days_with_weekdays, weekdays, short_month),
    Kind.WEEKDAYS: (weekdays,),
    Kind.WORKDAY: (workdays,),
    Kind.DAY_OFF: (closed_days, days_off.day_off),
    Kind.DAY: (last_digit, figures, per_period, *_DAY),
    Kind.UNSURE: (rest_of_week, days_off.shift, out),
    Kind.WEEK: (per_period, weeks),
    Kind.MONTH: (heading, month_after, per_period, *_PERIODS),
    Kind.RELATIVE: (month_after,),
    Kind.MONTH_NAME: (heading, per_period, *_PERIODS),
    Kind.QUARTER: (per_period, quarters),
    Kind.HALF: (part_of_month, some_months),
    Kind.EVERY: (
        timeless, last_digit, figures, evenings, each_part, every, workdays, weeks, stretch, weekdays,
        *_PERIODS, *_DAY,
    ),
    Kind.EACH: (per_period, weeks, *_PERIODS, each),
    Kind.THROUGHOUT: _WITHIN,
    Kind.OF: _WITHIN,
    Kind.MIDDLE: (vague,),
    Kind.PARITY: (parity,),
    Kind.PART_OF_MONTH: (part_of_month,),
    Kind.AT: _OPENING,
    Kind.ABOUT: (duration,),
    Kind.FROM: (stretch, first_of_row, days_to_a_moment, days_with_weekdays, *_OPENING, weeks),
    Kind.SAME_DAY: (when,),
    Kind.NEXT_DAY: (when,),
    Kind.DAYS_LATER: (when,),
    Kind.SAME_WEEK: (weeks, replay_week),
}  # fmt: skip

_TO = (Kind.TO, Kind.DASH)
_OF_DATES = (Kind.SLASH, Kind.DASH, Kind.DOT, Kind.MONTH, Kind.MONTH_NAME)
_OF_MONTHS = (Kind.MONTH, Kind.MONTH_NAME)
_OF_WEEKDAYS = (Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ORDINAL_PREFIX)
_NOUNS = (Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR)

IN_TEXT: Signs = {
    newspaper_dates: (Kind.DASH, Kind.DOT),
    weekdays: _OF_WEEKDAYS,
    weeks: (Kind.WEEK, Kind.EACH, Kind.SAME_WEEK),
    workdays: (Kind.WORKDAY,),
    month_after: (Kind.MONTH, Kind.RELATIVE),
    year_after: (Kind.YEAR,),
    spaced: (*_NOUNS, Kind.MONTH_NAME),
    dates: _OF_DATES,
    evenings: _OF_DATES,
    each_part: (Kind.DAYPART,),
    figures: (Kind.NUMBER,),
    last_digit: (Kind.NUMBER,),
    last_of_rule: (Kind.UNSURE, Kind.EXCEPT),
    headed_days: _OF_MONTHS,
    heading: _OF_WEEKDAYS,
    month_of_quarter: (Kind.MONTH, Kind.EACH),
    months: (*_OF_MONTHS, Kind.EACH),
    quarters: (Kind.QUARTER,),
    closed_days: (Kind.UNSURE,),
    timeless: (Kind.DAY, Kind.NO_TIME),
    days_to_a_moment: (Kind.TO,),
    days_with_weekdays: (*_TO, Kind.FROM),
    stretch: _TO,
}

BEHIND_A_NUMBER: Signs = {
    newspaper_dates: (Kind.DASH, Kind.DOT, Kind.COMMA, Kind.AND, Kind.PLUS),
    weekdays: (*_OF_WEEKDAYS, Kind.DAY),
    weeks: (Kind.WEEK,),
    workdays: (Kind.WORKDAY,),
    clock: (*_TO, Kind.HOUR, Kind.COLON, Kind.DAYPART, Kind.HALF_HOUR, Kind.DOT),
    duration: (*_TO, Kind.MINUTE),
    every: _NOUNS,
    per_period: (*_NOUNS, Kind.MONTH_NAME),
    quota: (Kind.TIMES_A, Kind.UNIT, Kind.SLASH),
    times: (Kind.TIMES_A, Kind.DAY),
    within_a_day: (Kind.MEASURE, Kind.MINUTE, Kind.HOUR),
    dates: (*_OF_DATES, Kind.TO, Kind.COMMA, Kind.AND, Kind.PLUS),
    when: (Kind.NEXT_DAY, Kind.DAY),
    figures: (Kind.DASH,),
    part_of_month: (Kind.DAY,),
    some_months: (Kind.MONTH,),
    days_with_weekdays: _OF_DATES,
}
