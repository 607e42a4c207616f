"""Deadlines: "by the 25th", "deadline: 17:00, 31/05/2024", "chậm nhất ngày 20", "hạn nộp".

The deadline is the day, or the moment, at which something falls due. Words that stand directly before it
("by", "chậm nhất") count only where a day or a time follows: "by phone" and "by 5 votes" are none.
Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Callable

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Refusal
from rules.grammar.terms import parts as p
from rules.grammar.terms.en import clock as en_clock
from rules.grammar.terms.en import dates as en_dates
from rules.grammar.terms.en import days as en
from rules.grammar.terms.shared import clock
from rules.grammar.terms.shared.calendar import year_number
from rules.grammar.terms.shared.months_after import named_behind
from rules.grammar.terms.shared.set_phrases import until
from rules.grammar.terms.vi import dates as vi_dates
from rules.grammar.terms.vi import days as vi
from rules.grammar.terms.vi import months as vi_months
from rules.grammar.terms.vi.newspaper_dates import newspaper_dates
from rules.schedule import Period
from rules.vocabulary import TEMPORAL, Kind, Lang
from rules.vocabulary.kinds import CLOSES, NAMES_DEADLINE

_Made = Callable[[Cursor], object]
_MOMENTS: dict[Lang, tuple[_Made, ...]] = {
    "en": (en_clock.clock, en_dates.dates, en_dates.month_days, en.workdays, en.nth_weekdays, en.weekdays),
    "vi": (clock.clock, newspaper_dates, vi_dates.dates, vi_dates.month_days, vi.workdays, vi.weekdays),
}
_MOMENT = (p.Clock, p.Dates, p.MonthDays, p.Workdays, p.NthWeekdays, p.Weekdays, p.Either)
_BESIDE = (Kind.FILLER, Kind.AT, Kind.COLON, Kind.DASH)
_CLAUSE_ENDS = frozenset({Kind.SEMICOLON, Kind.DOT, Kind.END, Kind.OPEN, Kind.CLOSE})
_BEGINS_RANGE = frozenset({Kind.FROM, Kind.BETWEEN})
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
_LAST_OF: dict[Period, p.Meaning] = {
    Period.MONTH: p.Each(Period.MONTH),
    Period.QUARTER: p.Months(((3, 3), (6, 6), (9, 9), (12, 12))),
    Period.HALF: p.Months(((6, 6), (12, 12))),
    Period.YEAR: p.Months(((12, 12),)),
}
# "by the end of June" is its last day; "due at the end of June" may be any of its last days.
_UNTIL = frozenset({"by", "later", "latest", "nhất", "nhat", "hơn", "quá"})
_NOUNS = {Kind.MONTH: Period.MONTH, Kind.QUARTER: Period.QUARTER, Kind.YEAR: Period.YEAR}
OPENS = frozenset({"opens", "opening", "open", "begins", "starts"})
_ENDS_VI = frozenset({"cuối", "cuoi", "hết", "het", "ngày cuối", "đến hết"})


# due: by noon on the 25th of each month | no later than 5pm on 3 May | deadline: 12 noon on 3 May
# due: due 31 January 2025 | by the end of each quarter
# due: chậm nhất là ngày 25 của tháng cuối quý | Hạn nộp: ngày 20 hằng tháng | chậm nhất cuối quý
def due(c: Cursor) -> p.Due | p.Either | p.Aside | p.DateRange | None:
    """The words that make a deadline of the day or time behind them, or of the one before."""
    at = c.at
    first = c.take()
    if first.value == CLOSES:
        return _closes(c, at)
    if c.lang == "en" and at and c.tokens[at - 1].text.lower() in _NOT_BEHIND:
        return None
    c.skip(Kind.DUE, *_BESIDE)
    until = {word for token in c.since(at) for word in token.text.lower().split()} & _UNTIL
    end = c.attempt(_end_of_period) if until else None
    if end is not None:
        return end
    if _moment_ahead(c):
        return p.Due()
    if first.value != NAMES_DEADLINE:
        return None
    c.at = at + 1
    if c.kind() is Kind.ORDINAL:
        return None
    ahead = _first_of_time(c)
    if ahead in _BEGINS_RANGE and c.lang == "vi":
        return p.Aside()  # "thời hạn nộp: từ 1/3 đến 31/3" is a period
    return p.Due(behind=ahead is None)


def _closes(c: Cursor, at: int) -> p.Due | p.DateRange | None:
    """ "Applications close on 25 March"; behind "begins on 12 February" it is the end of that period."""
    before = c.tokens[:at]
    c.skip(*_BESIDE)
    if any(token.kind is Kind.FROM or token.text.lower() in OPENS for token in before):
        day = c.attempt(en_dates.ending)
        return None if day is None else p.DateRange(None, day)
    subject = any(token.text.lower() in _CLOSING for token in before)
    return p.Due() if subject and _moment_ahead(c) else None


# opens: opens on 12 February and closes on 25 March
def opens(c: Cursor) -> p.DateRange | None:
    """The first day of a period, where the phrase says when it closes."""
    if c.take().text.lower() not in OPENS or not any(t.value == CLOSES for t in c.tokens[c.at :]):
        return None
    c.skip(*_BESIDE)
    day = c.attempt(en_dates.dated)
    return None if day is None else p.DateRange(day, None)


def _moment_ahead(c: Cursor) -> bool:
    """True where a day or a time of day follows, perhaps behind "monthly, by …"; nothing is taken."""
    at = c.at
    c.skip(Kind.EACH, Kind.COMMA, Kind.DUE, *_BESIDE)
    if any(token.kind is Kind.EACH and token.value == Period.DAY for token in c.since(at)):
        c.at = at
        return True
    found = c.kind() is Kind.TO and until(c) is not None  # "hạn nộp: đến hết ngày 28/6"
    for production in () if found else _MOMENTS[c.lang]:
        begin = c.at
        try:
            made = production(c)
        except Refusal:
            found = True  # an impossible date is told where it is read
            break
        taken, c.at = c.at > begin, begin
        if made is not None and taken:
            found = isinstance(made, _MOMENT) and not (isinstance(made, p.Clock) and made.minutes)
            break
    c.at = at
    return found


def _first_of_time(c: Cursor) -> Kind | None:
    """The kind of the first word of time in what is left of the clause."""
    for token in c.tokens[c.at :]:
        if token.kind in _CLAUSE_ENDS and not token.glued:
            return None
        if token.kind in TEMPORAL or token.kind in _BEGINS_RANGE or token.kind is Kind.ORDINAL:
            return token.kind
    return None


def _end_of_period(c: Cursor) -> p.Either | None:
    """The end of a month, quarter or year is its last day: a deadline runs out with it."""
    found = _end_vi(c) if c.lang == "vi" else _end_en(c)
    return None if found is None else p.Either((p.Way((p.Due(), *found)),))


def _end_en(c: Cursor) -> tuple[p.Meaning, ...] | None:
    token = c.accept(Kind.VAGUE, Kind.PART_OF)
    if token is None or token.value != "end":
        return None
    words = token.text.lower()
    last = p.MonthDays((-1,))
    if token.kind is Kind.VAGUE:
        named = next((one for one in _LAST_OF if one.value in words), None)
        return None if named is None or "late" in words else (last, _LAST_OF[named])
    if not words.endswith("end of"):
        return None
    c.skip(Kind.FILLER)
    each = c.accept(Kind.EACH)
    if each is not None:
        period = Period(str(each.value))
        return (last, _LAST_OF[period]) if period in _LAST_OF else None
    if c.kind() is Kind.MONTH_NAME:
        return (last,)
    if c.kind() in _NOUNS and not named_behind(c, 1):
        return last, _LAST_OF[_NOUNS[c.take().kind]]
    if c.kind() is Kind.NUMBER:
        number = year_number(c)
        return None if number is None else (last, p.Months(((12, 12),), number))
    quarters = c.attempt(en.quarters)
    return (last, _last_months(quarters)) if isinstance(quarters, p.Months) else None


def _end_vi(c: Cursor) -> tuple[p.Meaning, ...] | None:
    """cuối tháng 3, cuối mỗi quý, hết tháng 6, hết quý I."""
    word = c.peek().text.lower()
    if word not in _ENDS_VI:
        return None
    c.take()
    last = p.MonthDays((-1,))
    c.skip(Kind.EVERY, Kind.OF)
    each = c.accept(Kind.EACH)
    if each is not None:
        period = Period(str(each.value))
        return (last, _LAST_OF[period]) if period in _LAST_OF else None
    if c.kind() is Kind.QUARTER:
        quarters = c.attempt(vi_months.quarters)
        if isinstance(quarters, p.Months):
            return last, _last_months(quarters)
        return (last, _LAST_OF[Period.QUARTER]) if quarters is not None else None
    if c.kind() in (Kind.MONTH, Kind.MONTH_NAME):
        months = c.attempt(vi_months.months)
        if isinstance(months, p.Months):
            return last, months
        c.accept(Kind.MONTH)
        return (last, p.Each(Period.MONTH))
    if c.accept(Kind.YEAR):
        number = year_number(c)
        return last, p.Months(((12, 12),), number)
    return None


def _last_months(quarters: p.Months) -> p.Months:
    """The last month of each quarter of a row."""
    ends = tuple((month, month) for first, last in quarters.runs for month in range(first + 2, last + 1, 3))
    return p.Months(ends, quarters.year)
