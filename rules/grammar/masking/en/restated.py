"""English: words that only say again what stands beside them, and sentences that say nothing of time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.schedule import Period
from rules.vocabulary import TEMPORAL, Kind, index
from rules.vocabulary.doubts import IF, OUT

_CLAUSE_ENDS = frozenset({Kind.DOT, Kind.SEMICOLON, Kind.COMMA, Kind.OPEN, Kind.CLOSE, Kind.END})
_OF_A_LIST = frozenset(
    {Kind.MONTH_NAME, Kind.WEEKDAY, Kind.WEEKDAYS, Kind.DAY_OFF, Kind.DATE_NAME, Kind.COMMA, Kind.AND}
    | {Kind.OF, Kind.FILLER, Kind.EVERY}
)
_WORDS = frozenset({Kind.TEXT, Kind.FILLER, Kind.UNIT, Kind.LABEL})
_WEEKDAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS})
_PERIODS = frozenset({Kind.DAY, Kind.WEEK, Kind.MONTH, Kind.QUARTER, Kind.YEAR})


def restated(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such words as text; those of a condition wait there for a person."""
    row = Row(tokens)
    made = list(tokens)
    for at, token in enumerate(tokens):
        if token.kind is Kind.UNSURE and token.text.lower() == "when":
            for k in range(at, _end_of_no_meeting(row, at)):
                made[k] = tokens[k]._replace(kind=Kind.NAME, value=None)
        listed = token.text.lower() == "following" and _lists_dates(row, at + 1)
        again = token.kind is Kind.EACH and (_said_again(row, at) or _heads_weekdays(row, at))
        if listed or again:
            made[at] = token._replace(kind=Kind.NAME, value=None)
        if token.kind is Kind.NO_MONTHS and (weekday := _weekday_of_a_feast(row, at)) is not None:
            made[at] = token._replace(kind=Kind.WEEKDAY, value=weekday)
        for k in range(at, _end_of_count(row, at)):
            made[k] = tokens[k]._replace(kind=Kind.NAME, value=None)
    for first, last in _sentences(row):
        if any(_of_time(row, at) for at in range(first, last)):
            continue
        more = row.kind(first) is Kind.ALSO or row.any(frozenset({Kind.HEDGE}), first, last)
        for at in range(first, last):
            if tokens[at].kind in _PERIODS | {Kind.UNSURE} or (tokens[at].kind is Kind.ALSO and not more):
                made[at] = tokens[at]._replace(kind=Kind.TEXT, value=None)
    return made


def _end_of_no_meeting(row: Row, at: int) -> int:
    """ "except August, when there is no meeting": where that ends; its place where days are not out."""
    begin = at - 1
    while row.kind(begin) in _OF_A_LIST:
        begin -= 1
    if row.kind(begin) is not Kind.EXCEPT or begin == at - 1:
        return at
    end, outs = at + 1, 0
    while row.kind(end) not in _CLAUSE_ENDS:
        out = row.kind(end) is Kind.UNSURE and row[end].value == OUT
        if not out and row.kind(end) not in _WORDS:
            return at
        outs += out
        end += 1
    return end if outs == 1 else at


def _lists_dates(row: Row, at: int) -> bool:
    """ "On the following Fridays: 16 February, 15 March" are these."""
    named = row.kind(at) is Kind.WEEKDAY and row[at].text.lower().endswith("days")
    return named and row.kind(at + 1) is Kind.COLON and row.any(frozenset({Kind.MONTH_NAME}), at + 2, at + 5)


def _said_again(row: Row, at: int) -> bool:
    """ "The monthly meeting is on the first Tuesday of each month": the noun's word says no more."""
    if not row[at].text.lower().endswith("ly") or row.kind(at + 1) not in (Kind.TEXT, Kind.UNIT):
        return False
    for k in range(at + 2, len(row)):
        if row.kind(k) in (Kind.DOT, Kind.SEMICOLON, Kind.COMMA) and not row[k + 1].glued:
            return False
        if row.kind(k) is Kind.EACH:
            return row[k].value == row[at].value and not row[k].text.lower().endswith("ly")
    return False


def _weekday_of_a_feast(row: Row, at: int) -> int | None:
    """ "Good Friday 29 March": a weekday that its date must have."""
    begin = at + 2 if row.kind(at + 1) is Kind.COMMA else at + 1
    if {row.kind(begin), row.kind(begin + 1)} != {Kind.NUMBER, Kind.MONTH_NAME}:
        return None
    last = row[at].text.lower().split()[-1]
    found = (entry.value for entry in index("en").get(last, ()) if entry.kind is Kind.WEEKDAY)
    return next((value for value in found if isinstance(value, int)), None)


def _heads_weekdays(row: Row, at: int) -> bool:
    """ "Daily Mass: Monday and Thursday 8am": the title's word for how often, where its days are named."""
    colon = at + 2 if row.kind(at + 2) is Kind.COLON else at + 3
    titled = row[at].value is Period.DAY and row.capital(at) and row.kind(at + 1) in (Kind.TEXT, Kind.UNIT)
    return titled and row.kind(colon) is Kind.COLON and row.kind(colon + 1) in _WEEKDAYS


def _end_of_count(row: Row, at: int) -> int:
    """ "Five days a week, Tuesday to Saturday": where the count ends; its place where it says more."""
    if row.kind(at) not in (Kind.NUMBER, Kind.NUMBER_WORD) or row.kind(at + 1) is not Kind.DAY:
        return at
    each = row.kind(at + 2) is Kind.EACH and row[at + 2].value is Period.WEEK
    of = row.kind(at + 2) is Kind.OF and row.kind(at + 3) is Kind.WEEK
    return at + (3 if each else 4) if (each or of) and row[at].value == len(_named_weekdays(row)) else at


def _named_weekdays(row: Row) -> set[int]:
    """The weekdays of the phrase, with those between the ends of a range."""
    found: set[int] = set()
    for at in range(len(row)):
        if row.kind(at) is Kind.WEEKDAYS:
            found.update(row[at].numbers)
        if row.kind(at) is Kind.WEEKDAY:
            ranged = row.kind(at - 1) in (Kind.TO, Kind.DASH) and row.kind(at - 2) is Kind.WEEKDAY
            first = row[at - 2].number if ranged else row[at].number
            found.update((first + k) % 7 for k in range((row[at].number - first) % 7 + 1))
    return found


def _sentences(row: Row) -> Iterator[tuple[int, int]]:
    """From a full stop or a line's end to the next: the places of the first token and behind the last."""
    first = 0
    for at in range(len(row)):
        stop = (
            row.kind(at) is Kind.DOT and not row[at + 1].glued and (row.capital(at + 1) or at + 1 == len(row))
        )
        if stop or row[at].text == "\n":
            yield first, at
            first = at + 1
        elif row.kind(at) is Kind.DAYPART and row[at].text.endswith(".") and _begins_a_sentence(row, at + 1):
            yield first, at + 1  # "at 6 p.m. Dates are subject to change."
            first = at + 1
    yield first, len(row)


def _begins_a_sentence(row: Row, at: int) -> bool:
    return row.capital(at) and row.kind(at) in _WORDS and row.kind(at + 1) in _WORDS


def _of_time(row: Row, at: int) -> bool:
    """A word that may say when; a condition does not, nor "a given month"."""
    token = row[at]
    if token.kind is Kind.UNSURE:
        return token.value != IF
    if token.kind in _PERIODS:
        return row[at - 1].text.lower() != "given"
    return token.kind in TEMPORAL or token.kind in (Kind.ORDINAL, Kind.NUMBER_WORD, Kind.TIMES_WORD)
