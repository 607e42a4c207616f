"""English: weekdays, working days and weeks, and how long or how often they go on.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from itertools import pairwise

from rules import schedule as s
from rules.grammar.lexing.cursor import Cursor
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.counts import quota
from rules.grammar.terms.en.dates import dates, list_of_ordinals, short_for
from rules.grammar.terms.shared.calendar import (
    counted_workdays,
    free_number,
    ordinal,
    period_noun,
    year_behind,
)
from rules.grammar.terms.shared.lists import weeks_before_month, weeks_part
from rules.grammar.terms.shared.weekdays import listed
from rules.schedule import Period
from rules.vocabulary import Kind

_LONGEST_RUN = 366


# What shows that "last Friday" is the last of a month.
_LEADS_LAST = frozenset({Kind.FILLER, Kind.EVERY, Kind.AND, Kind.EACH})
_OF_MONTHS = frozenset({Kind.EACH, Kind.MONTH, Kind.MONTH_NAME, Kind.QUARTER, Kind.EVERY})


def _weekday(c: Cursor) -> int | None:
    token = c.accept(Kind.WEEKDAY)
    if token is None:
        return None
    short_for(c, token)
    return token.number


# weekdays: Wednesday | Mondays and Thursdays | Monday to Friday | every Saturday | weekdays
def weekdays(c: Cursor) -> p.Weekdays | None:
    """Weekdays."""
    at = c.at
    c.skip(Kind.EVERY)
    opened = c.accept(Kind.FROM) is not None
    named = c.accept(Kind.WEEKDAYS)
    if named is not None:
        return p.Weekdays(named.numbers)
    days: set[int] = set()
    found = c.listed(_weekday)
    if opened and not (found and isinstance(found[0], tuple)):
        return None  # "from Monday" names no end
    for one in found:
        if isinstance(one, tuple):
            days.update((one[0] + k) % 7 for k in range((one[1] - one[0]) % 7 + 1))
        else:
            days.add(one)
    every = any(t.kind is Kind.EVERY or t.text.lower().endswith("days") for t in c.since(at))
    return p.Weekdays(tuple(sorted(days)), every, listed(found, c.since(at))) if days else None


# nth_weekdays: third Wednesday | the first and third Monday of the month | the last Friday | 2nd Saturday
# nth_weekdays: first and the third Monday
def nth_weekdays(c: Cursor) -> p.NthWeekdays | None:
    """The n-th weekdays of the month."""
    c.accept(Kind.EVERY)
    at = c.at
    ordinals = list_of_ordinals(c)
    if not ordinals:
        return None
    count = c.number() if ordinals in ((1,), (-1,)) else None  # the first three Mondays
    if count is not None and not 1 < count < 5:
        return None
    ordinals = tuple(ordinals[0] * n for n in range(1, count + 1)) if count else ordinals
    several = c.peek()
    found = c.attempt(weekdays)
    if found is None:
        return None
    if (
        several.kind is Kind.WEEKDAYS
    ):  # "the last weekday": of five; "first weekend": it may begin on the 31st
        raise refuse("which-weekday/of-several", c.since(at), text=several.text)
    if any(n == 0 or n > 5 for n in ordinals):
        raise refuse("impossible-week/weekday", c.since(at))
    if _seen_from_today(c, at):
        raise refuse("not-understood/relative", c.since(at), text=" ".join(t.text for t in c.since(at)))
    return p.NthWeekdays(ordinals, found.days)


def _seen_from_today(c: Cursor, at: int) -> bool:
    """ "Last Friday" with nothing that says of which month: it may be the one that has passed."""
    taken = c.since(at)
    alone = len(taken) == 2 and taken[0].text.lower() == "last" and taken[1].kind is Kind.WEEKDAY
    if not alone or taken[1].text.lower().endswith("days") or (at and c.tokens[at - 1].kind in _LEADS_LAST):
        return False
    return not any(t.kind in _OF_MONTHS for t in c.tokens)


# workdays: first working day of the month | the last business day | every working day | 2nd and last workday
# workdays: the first three working days of each month | the first and the last working day
def workdays(c: Cursor) -> p.Workdays | None:
    """The n-th working days of the month, or all working days."""
    at, counted = c.at, c.kind(-1) in (Kind.NUMBER, Kind.NUMBER_WORD)
    every = c.accept(Kind.EVERY)
    ordinals = list_of_ordinals(c)
    count = c.number() if ordinals in ((1,), (-1,)) else None
    token = c.accept(Kind.WORKDAY)
    if token is None:
        return None
    if not ordinals:
        many = every is not None or token.text.lower().endswith("s")
        return p.Workdays(()) if many and not counted else None  # "within five working days" names no day
    return counted_workdays(ordinals, count, c.since(at))


# every_nth: every second Thursday | every third week | every second month
def every_nth(c: Cursor) -> p.Either | p.Every | None:
    """The n-th of each month, or every n weeks: asked, unless the month is named."""
    c.take()
    at = c.at
    count = ordinal(c)
    if count is None or count < 2:
        return None
    period = period_noun(c)
    if period is Period.WEEK:
        named = c.since(at)
        if c.kind() in (Kind.EACH, Kind.OF):
            return None  # "every second week of the month"
        if any(token.kind is Kind.FROM for token in c.tokens[c.at :]):
            return p.Every(count, period)
        every_n = p.Way((p.Every(count, period),), "every-nth/weeks", (("count", count),))
        return p.Either(
            (every_n, p.Way((weeks_part([count], named),), "every-nth/of-month", (("n", count),)))
        )
    if period is not None:
        return p.Every(count, period)
    found = c.attempt(weekdays)
    if found is None or _of_a_month(c):
        return None
    if count > 5:
        raise refuse("impossible-week/weekday", c.since(at))
    every_n = p.Way((p.Every(count, Period.WEEK), found), "every-nth/weeks", (("count", count),))
    monthly = p.NthWeekdays((count,), found.days)
    return p.Either((every_n, p.Way((monthly,), "every-nth/of-month", (("n", count),))))


def _of_a_month(c: Cursor) -> bool:
    """True where what stands behind says that days are counted in a month."""
    return c.kind() is Kind.EACH or (c.kind() is Kind.OF and c.kind(1) in (Kind.MONTH_NAME, Kind.EACH))


# either: biweekly | bimonthly | tri-weekly
def either(c: Cursor) -> p.Either | p.Aside | None:
    """Every second or third period, or twice or three times in each: asked."""
    found = _counted(c.take().value)
    if found is None:
        return None
    count, period = found
    if _dates_say_which(c, period, count):
        return p.Aside()
    facts = (("period", period), ("count", count))
    spaced = p.Way((p.Every(count, period),), "every-nth/spaced", facts)
    return p.Either((spaced, p.Way((p.Quota(count, None, period),), "every-nth/so-often", facts)))


# spaced: three-weekly | 4-weekly
def spaced(c: Cursor) -> p.Every | None:
    """One in so many periods, a number joined to the word for how often."""
    count = c.number()
    dash, often = c.peek(), c.peek(1)
    if not count or dash.kind is not Kind.DASH or not (dash.glued and often.glued):
        return None
    if often.kind is not Kind.EACH or not often.text.lower().endswith("ly"):
        return None
    c.at += 2
    return p.Every(count, Period(str(often.value)))


# times_in: semi-monthly | semiweekly
def times_in(c: Cursor) -> p.Quota | None:
    """So many in each period, in one word."""
    found = _counted(c.take().value)
    return None if found is None else p.Quota(found[0], None, found[1])


def _counted(value: object) -> tuple[int, Period] | None:
    """The count and the period that a word of the vocabulary stands for."""
    if not isinstance(value, tuple):
        return None
    count, period = value
    return int(count), Period(str(period))


def _dates_say_which(c: Cursor, period: Period, count: int) -> bool:
    """ "Bi-monthly: 1 February, 1 April, 1 June": the dates behind are two months apart."""
    at = c.at
    c.skip(Kind.COLON, Kind.COMMA, Kind.DASH, Kind.FILLER)
    listed = dates(c)
    c.at = at
    if period is not Period.MONTH or not isinstance(listed, p.Dates) or len(listed.days) < 2:
        return False
    numbers = [12 * (day.year or 0) + day.month for day in listed.days]
    return {later - earlier for earlier, later in pairwise(numbers)} == {count}


# weeks: week 3 | weeks 1, 3 and 5 | week 1 and last week of the month | the third week | first and last weeks
def weeks(c: Cursor) -> p.Weeks | p.Either | None:
    """Weeks of the month by number or place."""
    at = c.at

    def element(c: Cursor) -> int | None:
        led = c.at > at and c.kind() is Kind.FILLER
        c.skip(Kind.FILLER)
        noun = c.accept(Kind.WEEK)
        if noun is None:
            found = ordinal(c)
            if found is not None:
                named = c.accept(Kind.WEEK) is not None
                return found if named or not led else None  # "in week 3, on the 3rd of the month"
            return free_number(c, 0, 99) if c.kind(-1) is not Kind.FILLER and _in_list(c, at) else None
        if c.kind() is Kind.NUMBER_WORD:
            return c.take().number
        found = ordinal(c)
        return found if found is not None else free_number(c, 0, 99)

    found = c.listed(element)
    if not found or not any(t.kind is Kind.WEEK for t in c.since(at)):
        return None
    taken = c.since(at)
    if c.kind() is Kind.MONTH_NAME:
        behind = c.at
        month = c.take().number
        either = weeks_before_month(found, taken, month, year_behind(c))
        if either is not None:
            return either
        c.at = behind
    return weeks_part(found, taken)


def _in_list(c: Cursor, at: int) -> bool:
    """A bare number belongs to a list of weeks only where the noun stands before it."""
    return any(t.kind is Kind.WEEK for t in c.tokens[at : c.at])


def _so_many_weekly(c: Cursor) -> p.Either | None:
    """six weekly sessions; four fortnightly meetings."""
    count = c.number()
    often = c.accept(Kind.EACH, Kind.ALTERNATE)
    if count is None or often is None or often.text.lower() not in ("weekly", "fortnightly"):
        return None
    if c.accept(Kind.UNIT, Kind.TEXT, Kind.LABEL) is None or not any(t.kind is Kind.FROM for t in c.tokens):
        return None
    how: p.Meaning = p.Each(Period.WEEK) if often.kind is Kind.EACH else p.Every(2, Period.WEEK)
    return p.Either((p.Way((p.Run(count, None), how)),))


# run: for six weeks | 3 days | ten-part | six Mondays | seven days a week
def run(c: Cursor) -> p.Run | p.Either | p.Each | None:
    """How long a rule goes on, or how many times."""
    counted = c.attempt(_so_many_weekly)
    if counted is not None:
        return counted
    c.accept(Kind.DURATION)
    count = c.number()
    if count is None or not 1 < count <= _LONGEST_RUN:
        return None
    if c.kind() is Kind.WEEKDAY and c.peek().text.lower().endswith("days"):
        found = weekdays(c)
        if found is None or c.kind() is Kind.EACH:
            return None
        return p.Either((p.Way((found, p.Run(count, None))),))
    hyphen = c.accept(Kind.DASH) is not None
    if hyphen and c.kind() is Kind.LABEL and c.peek().text == "part":
        c.take()
        return p.Run(count, None)
    noun = c.accept(Kind.WEEK, Kind.DAY)
    if noun is None or (hyphen and not c.peek(-2).glued):
        return None
    if c.kind() is Kind.EACH:
        each = Period(str(c.take().value))
        daily = noun.kind is Kind.DAY and each is Period.WEEK and count == len(s.ALL_WEEKDAYS)
        return p.Each(Period.DAY) if daily else None
    if c.kind() in (Kind.OF, Kind.NUMBER):
        return None
    return p.Run(count, Period.WEEK if noun.kind is Kind.WEEK else Period.DAY)


# total: total 12 | in total 24 issues
def total(c: Cursor) -> p.Quota | None:
    """How many in the whole year."""
    c.take()
    c.skip(Kind.COLON, Kind.OF)
    count = c.number()
    if count is None:
        return None
    unit = c.accept(Kind.UNIT)
    return p.Quota(count, unit.text.lower() if unit else None, Period.YEAR)


# at_least: at least twice a week | at least 2 articles a month
def at_least(c: Cursor) -> p.Quota | None:
    """The least that is due is what is due."""
    token = c.accept(Kind.HEDGE)
    if token is None or token.value != "least":
        return None
    found = quota(c)
    return found if isinstance(found, p.Quota) and found.period is not None else None


# thereafter: and weekly thereafter
def thereafter(c: Cursor) -> p.Thereafter | None:
    """A date begins a weekly row."""
    return p.Thereafter() if c.accept(Kind.THEREAFTER) else None


# each_part: every evening | each morning
def each_part(c: Cursor) -> p.Each | None:
    """Every day, where a part of it stands: the part is left to be read."""
    if c.kind() is not Kind.EVERY or c.kind(1) is not Kind.DAYPART:
        return None
    c.take()
    return p.Each(Period.DAY)
