"""The signs without which a production reads nothing: kinds somewhere in the text, or behind a number.

They are asked once for a text, and once at a number, where some twenty productions would look in vain. A
production that is not named here is always tried; the tests try each of the others where its signs miss.
"""

from __future__ import annotations

from rules.grammar.terms.en import clock as en_clock
from rules.grammar.terms.en import counts as en_counts
from rules.grammar.terms.en import dates as en_dates
from rules.grammar.terms.en import days as en
from rules.grammar.terms.en import exceptions as en_exceptions
from rules.grammar.terms.en import headed_days as en_headed
from rules.grammar.terms.en import set_phrases as en_phrases
from rules.grammar.terms.en import stretch as en_stretch
from rules.grammar.terms.shared import channels, hours
from rules.grammar.terms.table import PRODUCTIONS, Production, Table
from rules.grammar.terms.vi import clock as vi_clock
from rules.grammar.terms.vi import counts as vi_counts
from rules.grammar.terms.vi import dates as vi_dates
from rules.grammar.terms.vi import day_groups as vi_day_groups
from rules.grammar.terms.vi import days as vi
from rules.grammar.terms.vi import exceptions as vi_exceptions
from rules.grammar.terms.vi import headed_days as vi_headed
from rules.grammar.terms.vi import months as vi_months
from rules.grammar.terms.vi import months_after as vi_after
from rules.grammar.terms.vi import set_phrases as vi_phrases
from rules.grammar.terms.vi import stretch as vi_stretch
from rules.grammar.terms.vi.newspaper_dates import newspaper_dates
from rules.vocabulary import Kind, Lang

Kinds = frozenset[Kind]

_RANGE = frozenset({Kind.TO, Kind.DASH})
_DATED = frozenset({Kind.SLASH, Kind.DASH, Kind.DOT, Kind.MONTH, Kind.MONTH_NAME})
_MONTHS = frozenset({Kind.MONTH, Kind.MONTH_NAME})
_OUT = frozenset({Kind.UNSURE})
_EXCEPTS = _OUT | {Kind.EXCEPT}
_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.ORDINAL_PREFIX})
_WORKDAYS = frozenset({Kind.WORKDAY})
_QUARTERS = frozenset({Kind.QUARTER})
_PERIODS = frozenset({Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.HALF, Kind.YEAR})
_WHOLE_DAYS = frozenset({Kind.DAY, Kind.NO_TIME})
_MARKS = frozenset({Kind.SLASH, Kind.DASH, Kind.COMMA, Kind.DOT})
_SUFFIX = frozenset({Kind.TEXT, Kind.PLACE})  # 15th, 1st

IN_TEXT: dict[Production, Kinds] = {
    channels.numbered: frozenset({Kind.NUMBER_WORD}),
    # Vietnamese
    newspaper_dates: frozenset({Kind.DASH, Kind.DOT}),
    vi.weekdays: _WEEKDAYS,
    vi.weeks: frozenset({Kind.WEEK, Kind.EACH, Kind.SAME_WEEK}),
    vi.workdays: _WORKDAYS,
    vi_after.month_after: frozenset({Kind.MONTH, Kind.RELATIVE}),
    vi_after.year_after: frozenset({Kind.YEAR}),
    vi_counts.spaced: _PERIODS | {Kind.MONTH_NAME},
    vi_dates.dates: _DATED,
    vi_dates.evenings: _DATED,
    vi_day_groups.each_part: frozenset({Kind.DAYPART}),
    vi_day_groups.figures: frozenset({Kind.NUMBER}),
    vi_day_groups.last_digit: frozenset({Kind.NUMBER}),
    vi_exceptions.last_of_rule: _EXCEPTS,
    vi_headed.headed_days: _MONTHS,
    vi_headed.heading: _WEEKDAYS,
    vi_months.month_of_quarter: frozenset({Kind.MONTH, Kind.EACH}),
    vi_months.months: _MONTHS | {Kind.EACH},
    vi_months.quarters: _QUARTERS,
    vi_phrases.closed_days: _OUT,
    vi_phrases.timeless: _WHOLE_DAYS,
    vi_stretch.days_to_a_moment: frozenset({Kind.TO}),
    vi_stretch.days_with_weekdays: _RANGE,
    vi_stretch.stretch: _RANGE,
    # English
    en.half_of_month: frozenset({Kind.HALF}),
    en.month_of_quarter: frozenset({Kind.MONTH, Kind.RELATIVE}),
    en.nth_weekdays: _WEEKDAYS,
    en.quarters: _QUARTERS,
    en.some_months: frozenset({Kind.HALF, Kind.MONTH}),
    en.weekdays: _WEEKDAYS,
    en.weeks: frozenset({Kind.WEEK}),
    en.workdays: _WORKDAYS,
    en_dates.days_by_name: frozenset({Kind.COLON}),
    en_exceptions.last_of_rule: _EXCEPTS,
    en_headed.headed_days: _MONTHS,
    en_headed.heading: _WEEKDAYS,
    en_phrases.closed_days: _OUT,
    en_phrases.timeless: _WHOLE_DAYS,
    en_stretch.stretch: _RANGE,
}

BEHIND_A_NUMBER: dict[Production, Kinds] = {
    channels.frequency: frozenset({Kind.TEXT, Kind.COMMA, Kind.DOT}),
    hours.measure: _MARKS | {Kind.HOUR, Kind.MEASURE},
    # Vietnamese
    newspaper_dates: frozenset({Kind.DASH, Kind.DOT}),
    vi.weekdays: _WEEKDAYS | {Kind.DAY},
    vi.weeks: frozenset({Kind.WEEK}),
    vi.workdays: _WORKDAYS,
    vi_clock.clock: _RANGE | {Kind.HOUR, Kind.COLON, Kind.DAYPART, Kind.HALF_HOUR, Kind.DOT},
    vi_clock.duration: _RANGE | {Kind.MINUTE},
    vi_counts.every: _PERIODS,
    vi_counts.per_period: _PERIODS | {Kind.MONTH_NAME},
    vi_counts.quota: frozenset({Kind.TIMES_A, Kind.UNIT, Kind.SLASH}),
    vi_counts.times: frozenset({Kind.TIMES_A, Kind.DAY}),
    vi_counts.within_a_day: frozenset({Kind.MEASURE, Kind.MINUTE, Kind.HOUR}),
    vi_dates.dates: _DATED | {Kind.TO, Kind.COMMA, Kind.AND, Kind.PLUS},
    vi_dates.when: frozenset({Kind.NEXT_DAY, Kind.DAY}),
    vi_day_groups.figures: frozenset({Kind.DASH}),
    vi_months.part_of_month: frozenset({Kind.DAY}),
    vi_months.some_months: frozenset({Kind.MONTH}),
    vi_stretch.days_with_weekdays: _DATED,
    # English
    en.nth_weekdays: _SUFFIX,
    en.quarters: _SUFFIX,
    en.run: frozenset({Kind.EACH, Kind.ALTERNATE, Kind.WEEKDAY, Kind.DASH, Kind.WEEK, Kind.DAY}),
    en.some_months: _SUFFIX,
    en.spaced: frozenset({Kind.DASH}),
    en.weeks: _SUFFIX,
    en.workdays: _SUFFIX,
    en_clock.duration: _RANGE | {Kind.DOT, Kind.AND, Kind.MINUTE, Kind.HOUR},
    en_counts.pieces_a_period: frozenset({Kind.TEXT, Kind.HALF, Kind.QUARTER}),
    en_counts.quota: frozenset(
        {Kind.TIMES_A, Kind.TEXT, Kind.UNIT, Kind.EACH, Kind.SLASH, Kind.OF, Kind.EVERY}
    ),
    en_dates.month_days: _SUFFIX,
    en_dates.when: frozenset({Kind.DAYS_LATER}),
}


def worth_trying(lang: Lang, kinds: Kinds) -> Table:
    """The productions of a language, without those that miss their sign in a text of these kinds."""
    rows = PRODUCTIONS[lang]
    return {
        kind: tuple(one for one in rows[kind] if one not in IN_TEXT or not kinds.isdisjoint(IN_TEXT[one]))
        for kind in kinds
        if kind in rows
    }


def behind_a_number(productions: tuple[Production, ...], behind: Kind) -> tuple[Production, ...]:
    """Those of the productions that read a number with a token of this kind behind it."""
    return tuple(one for one in productions if one not in BEHIND_A_NUMBER or behind in BEHIND_A_NUMBER[one])
