"""Which productions are tried where a phrase goes on with a token of some kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.sentences import excepted
from rules.grammar.terms import parts as p
from rules.grammar.terms.en import clock as en_clock
from rules.grammar.terms.en import counts as en_counts
from rules.grammar.terms.en import dates as en_dates
from rules.grammar.terms.en import days as en
from rules.grammar.terms.en import stretch as en_stretch
from rules.grammar.terms.shared import calendar, clock, days_off, deadlines
from rules.grammar.terms.shared import set_phrases as shared
from rules.grammar.terms.shared.closed_days import closed_days
from rules.grammar.terms.shared.days_before import days_before
from rules.grammar.terms.shared.headed_days import headed_days, heading
from rules.grammar.terms.shared.months_after import month_after, year_after
from rules.grammar.terms.shared.vague import first_days
from rules.grammar.terms.vi import counts as vi_counts
from rules.grammar.terms.vi import dates as vi_dates
from rules.grammar.terms.vi import day_groups as vi_day_groups
from rules.grammar.terms.vi import days as vi
from rules.grammar.terms.vi import months as vi_months
from rules.grammar.terms.vi import stretch as vi_stretch
from rules.grammar.terms.vi.newspaper_dates import newspaper_dates
from rules.vocabulary import Kind, Lang

Production: TypeAlias = Callable[[Cursor], p.Meaning | None]
_Table: TypeAlias = dict[Kind, tuple[Production, ...]]

_SHARED: _Table = {
    Kind.TIMES_WORD: (calendar.quota,),
    Kind.BAD_NUMBER: (shared.bad_number,),
    Kind.YEAR: (calendar.year, calendar.quota),
    Kind.ALTERNATE: (calendar.every,),
    Kind.REGULAR: (shared.regular,),
    Kind.WHOLE_YEAR: (calendar.year,),
    Kind.LUNAR: (shared.lunar,),
    Kind.DAYPART: (clock.clock, clock.daypart),
    Kind.NAMED_TIME: (clock.clock,),
    Kind.PAST: (clock.clock,),
    Kind.SAME_TIME: (shared.same_time,),
    Kind.ALSO: (shared.also,),
    Kind.NO_TIME: (shared.timeless,),
    Kind.DURATION: (clock.duration,),
    Kind.REPLAY: (shared.replay,),
    Kind.SAME_WEEK: (shared.replay_week,),
    Kind.NEXT_WEEK: (shared.replay_week,),
    Kind.EXCEPT: (shared.except_,),
    Kind.UNSURE: (days_off.shift_of, days_off.shift_first, shared.out),
    Kind.CHANNEL: (shared.channel,),
    Kind.CHANNEL_NAME: (shared.channel,),
    Kind.TEXT: (shared.channel,),
    Kind.STAY: (calendar.stay,),
    Kind.DAY_OFF: (days_off.day_off,),
    Kind.SHIFT_IF: (days_off.shift,),
    Kind.SHIFT_TO: (days_off.no_airing, days_off.shift_first),
    Kind.MEASURE: (clock.measure,),
    Kind.TARGET: (shared.target,),
    Kind.ONE_PIECE: (shared.one_piece,),
    Kind.CONVENTION: (shared.convention,),
    Kind.MISSING: (shared.missing,),
    Kind.ANCHOR: (shared.anchor,),
    Kind.TO: (shared.until,),
    Kind.DUE: (deadlines.due,),
}


def _vietnamese() -> _Table:
    dated = (vi_stretch.stretch, vi_stretch.days_with_weekdays, newspaper_dates, vi_dates.dates)
    day = (*dated, vi_dates.month_days, vi.weekdays)
    periods = (vi_months.month_of_quarter, vi_months.months, vi_months.quarters)
    opening = (
        vi_stretch.stretch,
        clock.clock,
        newspaper_dates,
        vi_dates.dates,
        vi_dates.month_days,
        *periods,
        vi.weekdays,
    )
    within = (month_after, year_after, calendar.year, vi_months.some_months, *periods)
    counted = (
        vi_months.part_of_month,
        vi_months.some_months,
        vi.workdays,
        vi.weeks,
        vi.weekdays,
        vi_dates.when,
    )
    return _SHARED | {
        Kind.YEAR: (year_after, vi_counts.per_period, vi.workdays, calendar.year, calendar.quota),
        Kind.NUMBER: (
            vi_counts.within_a_day, vi_day_groups.figures, vi_stretch.stretch, clock.measure,
            vi_counts.per_period, calendar.every, *counted, clock.clock, clock.duration, calendar.quota,
            *dated, vi_counts.times, calendar.year,
        ),
        Kind.HEDGE: (vi_stretch.ends, days_before),
        Kind.DAYPART: (vi_stretch.stretch, clock.clock, clock.daypart),
        Kind.NUMBER_WORD: (
            vi_counts.per_period, calendar.every, *counted, clock.clock, clock.duration, calendar.quota,
            vi_counts.times,
        ),
        Kind.TEXT: (shared.timeless, shared.channel, vi_counts.spaced),
        Kind.ORDINAL: (vi_months.vague, vi.weekdays),
        Kind.UNIT: (excepted.last_of_rule,),
        Kind.TIMES_A: (excepted.last_of_rule,),
        Kind.ORDINAL_PREFIX: (
            closed_days, headed_days, vi_stretch.stretch, vi_stretch.days_with_weekdays, vi.weekdays,
        ),
        Kind.WEEKDAY: (
            closed_days, headed_days, vi_stretch.stretch, vi_stretch.days_with_weekdays, vi.weekdays,
            vi_months.short_month,
        ),
        Kind.WEEKDAYS: (vi.weekdays,),
        Kind.WORKDAY: (vi.workdays,),
        Kind.DAY: (vi_day_groups.last_digit, vi_day_groups.figures, vi_counts.per_period, *day),
        Kind.UNSURE: (vi_day_groups.rest_of_week, days_off.shift_of, shared.out),
        Kind.WEEK: (vi_counts.per_period, vi.weeks),
        Kind.MONTH: (heading, month_after, vi_counts.per_period, *periods),
        Kind.RELATIVE: (month_after,),
        Kind.MONTH_NAME: (heading, vi_counts.per_period, *periods),
        Kind.QUARTER: (vi_counts.per_period, vi_months.quarters),
        Kind.HALF: (vi_months.part_of_month, vi_months.some_months),
        Kind.EVERY: (
            shared.timeless, vi_day_groups.last_digit, vi_day_groups.figures, vi_dates.evenings,
            vi_day_groups.each_part, calendar.every, vi.workdays, vi.weeks, vi_stretch.stretch, vi.weekdays,
            *periods, *day,
        ),
        Kind.EACH: (vi_counts.per_period, vi.weeks, *periods, calendar.each),
        Kind.THROUGHOUT: within,
        Kind.OF: within,
        Kind.MIDDLE: (vi_months.vague,),
        Kind.PARITY: (vi_months.parity,),
        Kind.PART_OF_MONTH: (vi_months.part_of_month,),
        Kind.AT: opening,
        Kind.FROM: (
            vi_stretch.stretch, vi_stretch.first_of_row, vi_stretch.days_with_weekdays, *opening, vi.weeks,
        ),
        Kind.SAME_DAY: (vi_dates.when,),
        Kind.NEXT_DAY: (vi_dates.when,),
        Kind.DAYS_LATER: (vi_dates.when,),
        Kind.SAME_WEEK: (vi.weeks, shared.replay_week),
    }  # fmt: skip


def _english() -> _Table:
    opening = (
        en_stretch.stretch, en_clock.clock, en_dates.dates, en_dates.month_days, en.months, en.quarters,
        en.weekdays,
    )  # fmt: skip
    within = (
        month_after,
        calendar.year,
        en.month_of_quarter,
        en.some_months,
        en_dates.dates,
        en.months,
        en.quarters,
    )
    return _SHARED | {
        Kind.NUMBER: (
            excepted.last_of_rule, en.spaced, en_counts.pieces_a_period, clock.measure, en.run, en_dates.when,
            en.workdays, en.nth_weekdays, en.weeks, en.some_months, en.quarters, en_stretch.stretch,
            en_clock.clock, en_clock.duration, calendar.quota, en_dates.dates, en_dates.month_days,
            calendar.year,
        ),
        Kind.NUMBER_WORD: (
            en.spaced, en_counts.pieces_a_period, en.run, calendar.every, en.some_months, en_dates.when,
            en_clock.clock, en_clock.duration, calendar.quota,
        ),
        Kind.ORDINAL: (
            excepted.last_of_rule, first_days, en.month_of_quarter, en.half_of_month, en.some_months,
            en.quarters, en.workdays, en.nth_weekdays, en.weeks, en_dates.dates, en_dates.month_days,
        ),
        Kind.ORDINAL_PREFIX: (en.weekdays,),
        Kind.WEEKDAY: (closed_days, headed_days, en_stretch.stretch, en_dates.dates, en.weekdays),
        Kind.WEEKDAYS: (closed_days, en.weekdays),
        Kind.WORKDAY: (en.workdays,),
        Kind.DAY: (en_dates.month_days,),
        Kind.WEEK: (en_dates.week_of, en.weeks),
        Kind.DATE_NAME: (en_dates.dates,),
        Kind.TOTAL: (en.total,),
        Kind.HEDGE: (en.at_least, days_before),
        Kind.MONTH: (en_dates.dates, en.months),
        Kind.MONTH_NAME: (heading, en_stretch.stretch, en_dates.dates, en.months),
        Kind.QUARTER: (en.quarters,),
        Kind.HALF: (en.some_months, en_clock.duration),
        Kind.EITHER: (en.either,),
        Kind.TIMES_IN: (en.times_in,),
        Kind.UNSURE: (en.odd_months, *_SHARED[Kind.UNSURE]),
        Kind.RELATIVE: (en.month_of_quarter, en_dates.dated_weekday),
        Kind.EVERY: (
            shared.timeless, en.each_part, en.every_nth, calendar.every, en.workdays, en.nth_weekdays,
            en.weeks, en_stretch.stretch, en.weekdays, en_dates.dates, en.months, en.quarters,
            en_dates.month_days,
        ),
        Kind.EACH: (month_after, calendar.each),
        Kind.THROUGHOUT: within,
        Kind.OF: within,
        Kind.MIDDLE: (en_dates.vague,),
        Kind.VAGUE: (en_dates.vague,),
        Kind.PART_OF: (en_dates.vague,),
        Kind.AT: opening,
        Kind.FROM: (en_stretch.stretch, en_stretch.first_of_row, *opening),
        Kind.BETWEEN: opening,
        Kind.DAYPART: (en_clock.clock, clock.daypart),
        Kind.NAMED_TIME: (en_stretch.stretch, en_clock.clock),
        Kind.PAST: (en_clock.clock,),
        Kind.DURATION: (en_clock.duration, en.run),
        Kind.THEREAFTER: (en.thereafter,),
        Kind.FILLER: (en_clock.duration, deadlines.opens),
        Kind.SAME_DAY: (en_dates.when,),
        Kind.NEXT_DAY: (en_dates.when,),
        Kind.DAYS_LATER: (en_dates.when,),
    }  # fmt: skip


PRODUCTIONS: dict[Lang, _Table] = {"vi": _vietnamese(), "en": _english()}
