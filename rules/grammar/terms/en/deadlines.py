"""English: deadlines: "by the 25th", "deadline: 17:00, 31/05/2024", "applications close on 25 March".

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.terms import parts as p
from rules.grammar.terms.en.clock import clock
from rules.grammar.terms.en.dates import dated, dates, ending, month_days
from rules.grammar.terms.en.days import nth_weekdays, weekdays, workdays
from rules.grammar.terms.en.months import quarters
from rules.grammar.terms.en.months_after import days_after
from rules.grammar.terms.en.set_phrases import until
from rules.grammar.terms.shared import deadlines
from rules.grammar.terms.shared.calendar import year_number
from rules.grammar.terms.shared.deadlines import (
    BESIDE,
    LAST_OF,
    LastDay,
    before_its_moment,
    first_of_time,
    last_months,
)
from rules.grammar.terms.shared.months_after import named_behind
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.kinds import CLOSES, NAMES_DEADLINE

_MOMENTS = (days_after, clock, dates, month_days, workdays, nth_weekdays, weekdays)
# "followed by 11am coffee", "delayed by 10 minutes": not until when, but who or how much.
_NOT_BEHIND = frozenset(
    {
        "followed", "preceded", "accompanied", "joined", "led", "delayed", "extended", "shortened",
        "presented", "increased", "reduced", "divided", "brought", "put", "passed", "passing", "stop",
        "drop", "come",
    }
)  # fmt: skip
# What closes at the end of its time; a shop or a library that closes is no deadline.
_CLOSING = frozenset(
    {
        "application", "applications", "entry", "entries", "consultation", "consultations", "submission",
        "submissions", "nomination", "nominations", "registration", "registrations", "booking", "bookings",
        "voting", "poll", "polls", "tender", "tenders", "bid", "bids", "survey", "petition", "enrolment",
        "competition", "ballot", "recruitment", "comments", "objections", "exhibition", "call", "vacancy",
        "fund", "round", "window", "portal", "it", "scheme", "contest", "sales", "sale",
    }
)  # fmt: skip
_NOUNS = {Kind.MONTH: Period.MONTH, Kind.QUARTER: Period.QUARTER, Kind.YEAR: Period.YEAR}
OPENS = frozenset({"opens", "opening", "open", "begins", "starts"})


# due: by noon on the 25th of each month | no later than 5pm on 3 May | deadline: 12 noon on 3 May
# due: due 31 January 2025 | by the end of each quarter
def due(c: Cursor) -> p.Due | p.Either | p.DateRange | None:
    """The words that make a deadline of the day or time behind them, or of the one before."""
    at = c.at
    first = c.take()
    if first.value == CLOSES:
        return _closes(c, at)
    if at and c.tokens[at - 1].text.lower() in _NOT_BEHIND:
        return None
    found = before_its_moment(c, at, _end, _moment_ahead)
    if found is not None or first.value != NAMES_DEADLINE:
        return found
    c.at = at + 1
    return None if c.kind() is Kind.ORDINAL else p.Due(behind=first_of_time(c) is None)


def _closes(c: Cursor, at: int) -> p.Due | p.DateRange | None:
    """ "Applications close on 25 March"; behind "begins on 12 February" it is the end of that period."""
    before = c.tokens[:at]
    c.skip(*BESIDE)
    if any(token.kind is Kind.FROM or token.text.lower() in OPENS for token in before):
        day = c.attempt(ending)
        return None if day is None else p.DateRange(None, day)
    subject = any(token.text.lower() in _CLOSING for token in before)
    return p.Due() if subject and _moment_ahead(c) else None


# opens: opens on 12 February and closes on 25 March
def opens(c: Cursor) -> p.DateRange | None:
    """The first day of a period, where the phrase says when it closes."""
    if c.take().text.lower() not in OPENS or not any(t.value == CLOSES for t in c.tokens[c.at :]):
        return None
    c.skip(*BESIDE)
    day = c.attempt(dated)
    return None if day is None else p.DateRange(day, None)


def _moment_ahead(c: Cursor) -> bool:
    return deadlines.moment_ahead(c, until, _MOMENTS)


def _end(c: Cursor) -> LastDay | None:
    token = c.accept(Kind.VAGUE, Kind.PART_OF)
    if token is None or token.value != "end":
        return None
    words = token.text.lower()
    last = p.MonthDays((-1,))
    if token.kind is Kind.VAGUE:
        named = next((one for one in LAST_OF if one.value in words), None)
        return None if named is None or "late" in words else (last, LAST_OF[named])
    if not words.endswith("end of"):
        return None
    c.skip(Kind.FILLER)
    each = c.accept(Kind.EACH)
    if each is not None:
        period = Period(str(each.value))
        return (last, LAST_OF[period]) if period in LAST_OF else None
    if c.kind() is Kind.MONTH_NAME:
        return (last,)
    if c.kind() in _NOUNS and not named_behind(c, 1):
        return last, LAST_OF[_NOUNS[c.take().kind]]
    if c.kind() is Kind.NUMBER:
        number = year_number(c)
        return None if number is None else (last, p.Months(((12, 12),), number))
    row = c.attempt(quarters)
    return (last, last_months(row)) if isinstance(row, p.Months) else None
