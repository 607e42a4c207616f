"""English: what a rule is changed to: "is moving to Tuesdays at 9pm", "fortnightly instead of weekly".

Where nothing of time stands before, the new rule is all that the phrase says; what it takes the place of is
set aside. Behind a rule the same words change some of its days, which productions read.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import End, Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import TEMPORAL, Kind
from rules.vocabulary.doubts import MOVED, REPLACES
from rules.vocabulary.licences import Sense, senses

_OF_TIME = (TEMPORAL - {Kind.UNSURE, Kind.REGULAR}) | {Kind.NUMBER, Kind.ORDINAL, Kind.FROM}
_DAYS = frozenset({Kind.WEEKDAY, Kind.WEEKDAYS, Kind.MONTH_NAME, Kind.ORDINAL, Kind.SLASH})
_NOUNS = frozenset({Kind.TEXT, Kind.UNIT, Kind.LABEL})
_LEADS = frozenset({Kind.FILLER, Kind.EVERY})
_RHYTHM = frozenset(
    {Kind.EACH, Kind.ALTERNATE, Kind.EVERY, Kind.NUMBER_WORD, Kind.WEEK, Kind.MONTH, Kind.TIMES_WORD}
)
_ENDS = frozenset({Kind.END, Kind.COMMA, Kind.DOT, Kind.SEMICOLON, Kind.CLOSE, Kind.FROM})
_CLAUSE_ENDS = frozenset({Kind.DOT, Kind.SEMICOLON})
_FARTHEST = 8  # words between the verb and "to"


def settled(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with such verbs as text, and with what is replaced as `NAME`."""
    row, made = Row(tokens), list(tokens)
    begins = next((at for at in range(len(row)) if _of_time(row, at)), len(row))
    if row.kind(begins) is Kind.SHIFT_TO:
        return tokens  # "moved to the next working day if …"
    for at, token in enumerate(tokens):
        if token.value == REPLACES and at > begins:
            _set_aside(made, at, _rhythm(row, at))
        elif token.value == MOVED and at < begins:
            made[at] = token._replace(kind=Kind.TEXT)
    verb = next((at for at in range(begins) if _changes(row[at])), None)
    if verb is None:
        return made
    old = _from_the_old(row, verb, begins)
    if old is not None:
        made[verb] = row[verb]._replace(value=MOVED)
        made[begins] = row[begins]._replace(kind=Kind.TEXT, value=None)
        _set_aside(made, begins + 1, old)
    elif _from_a_time(row, verb, begins):
        made[verb] = row[verb]._replace(kind=Kind.UNSURE, value=None)
        return made
    elif not (begins - verb <= _FARTHEST and _to_the_new(row, begins)):
        return made
    for at in range(verb, begins):
        if made[at].kind in (Kind.UNSURE, Kind.TO):
            made[at] = made[at]._replace(kind=Kind.TEXT, value=MOVED)
    return made


def _of_time(row: Row, at: int) -> bool:
    """ "The last meeting" and "FOSS4G" name no time."""
    plain = row[at].glued if row.kind(at) is Kind.NUMBER else row.kind(at) is Kind.ORDINAL
    beside = row.kind(at - 1) if row.kind(at) is Kind.NUMBER else row.kind(at + 1)
    return row.kind(at) in _OF_TIME and not (plain and beside in _NOUNS)


def _set_aside(made: list[Token], at: int, end: End) -> None:
    if end is not None:
        made[at:end] = [one._replace(kind=Kind.NAME, value=None) for one in made[at:end]]


def _changes(token: Token) -> bool:
    spellings = senses("en").get(token.text.lower(), ())
    return any(one.sense is Sense.CHANGES and len(one.words) == 1 for one in spellings)


def _to_the_new(row: Row, begins: int) -> bool:
    """ "Changing the day to the first Monday": "to" stands directly before the first word of time."""
    at = begins - 1
    while row.kind(at) in _LEADS:
        at -= 1
    return row.kind(at) is Kind.TO and row[at].text.lower() == "to"


def _from_the_old(row: Row, verb: int, begins: int) -> End:
    """ "Moved from Thursday 25/8 to Thursday 1/9": where the "to" ends; both are named alike."""
    if row.kind(begins) is not Kind.FROM or begins - verb > 1:
        return None
    to = begins + 1
    while row.kind(to) not in _CLAUSE_ENDS | {Kind.TO, Kind.END}:
        to += 1
    if row.kind(to) is not Kind.TO or row[to].text.lower() != "to":
        return None
    end = to + 1
    while row.kind(end) not in _CLAUSE_ENDS | {Kind.FROM, Kind.TO, Kind.END}:
        end += 1
    old, new = ({row.kind(at) for at in span} & _DAYS for span in (range(begins, to), range(to, end)))
    return to + 1 if old and old == new else None


def _from_a_time(row: Row, verb: int, begins: int) -> bool:
    """ "The time changes from 8pm to 9pm": no range, and on which days?"""
    from_one = row.kind(begins) is Kind.FROM and begins - verb == 1
    return from_one and any(row.kind(at) is Kind.TO for at in range(begins, begins + _FARTHEST))


def _rhythm(row: Row, at: int) -> End:
    """ "Fortnightly instead of weekly": how often it was before, and no days of its own.

    Of some months alone ("monthly instead of weekly in July") it would leave out what holds in the others.
    """
    end = at + 1
    while row.kind(end) in _RHYTHM or (row.kind(end) is Kind.WEEKDAY and _named_before(row, at, end)):
        end += 1
    if end == at + 1 or row.kind(end) not in _ENDS:
        return None
    first = at
    while first and row.kind(first - 1) not in _CLAUSE_ENDS:
        first -= 1
    last = end
    while row.kind(last) not in _CLAUSE_ENDS | {Kind.END}:
        last += 1
    kinds = {row.kind(k) for k in range(first, last)}
    some = Kind.TO in kinds or (Kind.MONTH_NAME in kinds and Kind.FROM not in kinds)
    return None if some else end


def _named_before(row: Row, at: int, weekday: int) -> bool:
    return any(row[k].value == row[weekday].value and row.kind(k) is Kind.WEEKDAY for k in range(at))
