"""Which productions are tried where a phrase goes on with a token of some kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en import clock as en_clock
from rules.grammar.terms.en import counts as en_counts
from rules.grammar.terms.en import dates as en_dates
from rules.grammar.terms.en import days as en
from rules.grammar.terms.en import deadlines as en_deadlines
from rules.grammar.terms.en import exceptions as en_exceptions
from rules.grammar.terms.en import headed_days as en_headed
from rules.grammar.terms.en import set_phrases as en_phrases
from rules.grammar.terms.en import stretch as en_stretch
from rules.grammar.terms.en.days_before import days_before as en_days_before
from rules.grammar.terms.en.months_after import month_after as en_month_after
from rules.grammar.terms.en.vague_ends import vague_range as en_vague_range
from rules.grammar.terms.shared import calendar, channels, days_off, hours
from rules.grammar.terms.shared import set_phrases as shared
from rules.grammar.terms.shared.vague import first_days
from rules.grammar.terms.vi import clock as vi_clock
from rules.grammar.terms.vi import counts as vi_counts
from rules.grammar.terms.vi import dates as vi_dates
from rules.grammar.terms.vi import day_groups as vi_day_groups
from rules.grammar.terms.vi import days as vi
from rules.grammar.terms.vi import deadlines as vi_deadlines
from rules.grammar.terms.vi import exceptions as vi_exceptions
from rules.grammar.terms.vi import headed_days as vi_headed
from rules.grammar.terms.vi import months as vi_months
from rules.grammar.terms.vi import months_after as vi_after
from rules.grammar.terms.vi import set_phrases as vi_phrases
from rules.grammar.terms.vi import stretch as vi_stretch
from rules.grammar.terms.vi.days_before import days_before as vi_days_before
from rules.grammar.terms.vi.newspaper_dates import newspaper_dates
from rules.vocabulary import Kind, Lang

Production: TypeAlias = Callable[[Cursor], p.Meaning | None]
_Table: TypeAlias = dict[Kind, tuple[Production, ...]]

_SHARED: _Table = {
    Kind.BAD_NUMBER: (shared.bad_number,),
    Kind.REGULAR: (shared.regular,),
    Kind.WHOLE_YEAR: (calendar.year,),
    Kind.LUNAR: (shared.lunar,),
    Kind.SAME_TIME: (shared.same_time,),
    Kind.ALSO: (shared.also,),
    Kind.ZONE: (hours.other_zone,),
    Kind.DOUBTFUL: (shared.doubtful,),
    Kind.REPLAY: (shared.replay,),
    Kind.SAME_WEEK: (shared.replay_week,),
    Kind.NEXT_WEEK: (shared.replay_week,),
    Kind.EXCEPT: (shared.except_,),
    Kind.CHANNEL: (channels.channel,),
    Kind.CHANNEL_NAME: (channels.channel,),
    Kind.TEXT: (channels.channel, channels.numbered),
    Kind.STAY: (calendar.stay,),
    Kind.DAY_OFF: (days_off.day_off,),
    Kind.SHIFT_IF: (days_off.anyway, days_off.shift),
    Kind.SHIFT_TO: (days_off.no_airing, days_off.shift_first),
    Kind.MEASURE: (hours.measure,),
    Kind.TARGET: (shared.target,),
    Kind.ONE_PIECE: (shared.one_piece,),
    Kind.CONVENTION: (shared.convention,),
    Kind.MISSING: (shared.missing,),
}


def _vietnamese() -> _Table:
    dated = (vi_stretch.stretch, vi_stretch.days_with_weekdays, newspaper_dates, vi_dates.dates)
    day = (*dated, vi_dates.month_days, vi.weekdays)
    periods = (vi_months.month_of_quarter, vi_months.months, vi_months.quarters)
    opening = (
        vi_stretch.stretch,
        vi_clock.clock,
        newspaper_dates,
        vi_dates.dates,
        vi_dates.month_days,
        *periods,
        vi.weekdays,
    )
    within = (vi_after.month_after, vi_after.year_after, calendar.year, vi_months.some_months, *periods)
    counted = (
        vi_months.part_of_month,
        vi_months.some_months,
        vi.workdays,
        vi.weeks,
        vi.weekdays,
        vi_dates.when,
    )
    return _SHARED | {
        Kind.TIMES_WORD: (vi_counts.quota,),
        Kind.ALTERNATE: (vi_counts.every,),
        Kind.NO_TIME: (vi_phrases.timeless,),
        Kind.ANCHOR: (vi_phrases.anchor,),
        Kind.TO: (vi_phrases.until,),
        Kind.DAYPART: (channels.frequency, vi_stretch.stretch, vi_clock.clock, hours.daypart),
        Kind.NAMED_TIME: (vi_clock.clock,),
        Kind.PAST: (vi_clock.clock,),
        Kind.DURATION: (vi_clock.duration,),
        Kind.DUE: (vi_deadlines.due,),
        Kind.YEAR: (
            vi_after.year_after, vi_counts.per_period, vi.workdays, calendar.year, vi_counts.quota,
        ),
        Kind.NUMBER: (
            channels.frequency,
            vi_counts.within_a_day, vi_day_groups.figures, vi_stretch.stretch, hours.measure,
            vi_counts.per_period, vi_counts.every, *counted, vi_clock.clock, vi_clock.duration,
            vi_counts.quota, *dated, vi_counts.times, calendar.year,
        ),
        Kind.HEDGE: (channels.outlet, vi_stretch.ends, vi_days_before),
        Kind.FILLER: (channels.outlet,),
        Kind.NUMBER_WORD: (
            vi_counts.per_period, vi_counts.every, *counted, vi_clock.clock, vi_clock.duration,
            vi_counts.quota, vi_counts.times,
        ),
        Kind.TEXT: (vi_phrases.timeless, channels.channel, vi_counts.spaced),
        Kind.ORDINAL: (vi_months.vague, vi.weekdays),
        Kind.UNIT: (vi_exceptions.last_of_rule,),
        Kind.TIMES_A: (vi_exceptions.last_of_rule,),
        Kind.ORDINAL_PREFIX: (
            vi_phrases.closed_days, vi_headed.headed_days, vi_stretch.stretch, vi_stretch.days_with_weekdays,
            vi.weekdays,
        ),
        Kind.WEEKDAY: (
            vi_phrases.closed_days, vi_headed.headed_days, vi_stretch.stretch, vi_stretch.days_with_weekdays,
            vi.weekdays, vi_months.short_month,
        ),
        Kind.WEEKDAYS: (vi.weekdays,),
        Kind.WORKDAY: (vi.workdays,),
        Kind.DAY: (vi_day_groups.last_digit, vi_day_groups.figures, vi_counts.per_period, *day),
        Kind.UNSURE: (vi_day_groups.rest_of_week, days_off.shift_of, vi_phrases.out),
        Kind.WEEK: (vi_counts.per_period, vi.weeks),
        Kind.MONTH: (vi_headed.heading, vi_after.month_after, vi_counts.per_period, *periods),
        Kind.RELATIVE: (vi_after.month_after,),
        Kind.MONTH_NAME: (vi_headed.heading, vi_counts.per_period, *periods),
        Kind.QUARTER: (vi_counts.per_period, vi_months.quarters),
        Kind.HALF: (vi_months.part_of_month, vi_months.some_months),
        Kind.EVERY: (
            vi_phrases.timeless, vi_day_groups.last_digit, vi_day_groups.figures, vi_dates.evenings,
            vi_day_groups.each_part, vi_counts.every, vi.workdays, vi.weeks, vi_stretch.stretch, vi.weekdays,
            *periods, *day,
        ),
        Kind.EACH: (vi_counts.per_period, vi.weeks, *periods, vi_counts.each),
        Kind.THROUGHOUT: within,
        Kind.OF: within,
        Kind.MIDDLE: (vi_months.vague,),
        Kind.PARITY: (vi_months.parity,),
        Kind.PART_OF_MONTH: (vi_months.part_of_month,),
        Kind.AT: opening,
        Kind.FROM: (
            vi_stretch.stretch, vi_stretch.first_of_row, vi_stretch.days_to_a_moment,
            vi_stretch.days_with_weekdays, *opening, vi.weeks,
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
        en_month_after,
        calendar.year,
        en.month_of_quarter,
        en.some_months,
        en_dates.dates,
        en.months,
        en.quarters,
    )
    return _SHARED | {
        Kind.TIMES_WORD: (en_counts.quota,),
        Kind.ALTERNATE: (en_counts.every,),
        Kind.NO_TIME: (en_phrases.timeless,),
        Kind.ANCHOR: (en_phrases.anchor,),
        Kind.TO: (en_vague_range, en_phrases.until),
        Kind.DUE: (en_deadlines.due,),
        Kind.YEAR: (calendar.year, en_counts.quota),
        Kind.NUMBER: (
            channels.frequency,
            en_exceptions.last_of_rule, en.spaced, en_counts.pieces_a_period, hours.measure, en.run,
            en_dates.when,
            en.workdays, en.nth_weekdays, en.weeks, en.some_months, en.quarters, en_stretch.stretch,
            en_clock.clock, en_clock.duration, en_counts.quota, en_vague_range, en_phrases.closed_dates,
            en_dates.dates, en_dates.month_days, calendar.year,
        ),
        Kind.NUMBER_WORD: (
            en.spaced, en_counts.pieces_a_period, en.run, en_counts.every, en.some_months, en_dates.when,
            en_clock.clock, en_clock.duration, en_counts.quota,
        ),
        Kind.ORDINAL: (
            en_exceptions.last_of_rule, first_days, en.month_of_quarter, en.half_of_month, en.some_months,
            en.quarters, en.workdays, en.nth_weekdays, en.weeks, en_dates.dates, en_dates.month_days,
        ),
        Kind.ORDINAL_PREFIX: (en.weekdays,),
        Kind.WEEKDAY: (
            en_phrases.closed_days, en_phrases.closed_dates, en_headed.headed_days, en_stretch.stretch,
            en_dates.dates,
            en_dates.days_by_name, en.weekdays,
        ),
        Kind.WEEKDAYS: (en_phrases.closed_days, en.weekdays),
        Kind.WORKDAY: (en.workdays,),
        Kind.DAY: (en_dates.month_days,),
        Kind.WEEK: (en_dates.week_of, en.weeks),
        Kind.DATE_NAME: (en_dates.dates,),
        Kind.TOTAL: (en.total,),
        Kind.HEDGE: (en.at_least, en_days_before),
        Kind.MONTH: (en_dates.dates, en.months),
        Kind.MONTH_NAME: (
            en_headed.heading, en_stretch.stretch, en_vague_range, en_phrases.closed_dates, en_dates.dates,
            en.months,
        ),
        Kind.QUARTER: (en.quarters,),
        Kind.HALF: (en.some_months, en_clock.duration),
        Kind.EITHER: (en.either,),
        Kind.TIMES_IN: (en.times_in,),
        Kind.UNSURE: (en.odd_months, days_off.shift_of, days_off.shift_first, en_phrases.out),
        Kind.RELATIVE: (en.month_of_quarter, en_dates.dated_weekday),
        Kind.EVERY: (
            en_phrases.timeless, en.each_part, en.every_nth, en_counts.every, en.workdays, en.nth_weekdays,
            en.weeks, en_stretch.stretch, en.weekdays, en_dates.dates, en.months, en.quarters,
            en_dates.month_days,
        ),
        Kind.EACH: (en_month_after, calendar.each),
        Kind.THROUGHOUT: within,
        Kind.OF: within,
        Kind.MIDDLE: (en_dates.vague,),
        Kind.VAGUE: (en_dates.vague,),
        Kind.PART_OF: (en_vague_range, en_dates.vague),
        Kind.AT: opening,
        Kind.FROM: (en_stretch.stretch, en_stretch.first_of_row, en_vague_range, *opening),
        Kind.BETWEEN: opening,
        Kind.DAYPART: (channels.frequency, en_clock.clock, hours.daypart),
        Kind.NAMED_TIME: (en_stretch.stretch, en_clock.clock),
        Kind.PAST: (en_clock.clock,),
        Kind.ABOUT: (en_clock.clock, en_clock.duration),
        Kind.DURATION: (en_clock.duration, en.run),
        Kind.THEREAFTER: (en.thereafter,),
        Kind.FILLER: (channels.outlet, en_clock.duration, en_deadlines.opens),
        Kind.SAME_DAY: (en_dates.when,),
        Kind.NEXT_DAY: (en_dates.when,),
        Kind.DAYS_LATER: (en_dates.when,),
    }  # fmt: skip


PRODUCTIONS: dict[Lang, _Table] = {"vi": _vietnamese(), "en": _english()}
# The hour that a time means with a part of the day beside it.
PLACED: dict[Lang, Callable[[int, str, bool], int | None]] = {"vi": vi_clock.placed, "en": en_clock.placed}
