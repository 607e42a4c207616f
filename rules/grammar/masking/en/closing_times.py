"""English: "opens 9am, closes 5pm", "starts 7pm, finishes 9pm": from the one time to the other."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import End, Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind
from rules.vocabulary.kinds import CLOSES

_MARKS = frozenset({Kind.COMMA, Kind.AND, Kind.DASH})
_ENDS = frozenset({"ends", "finish", "finishes", "ending", "finishing", "and ends"})


def joined(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with one `TO` for the words between such times."""
    if not any(_closes(token) for token in tokens):
        return tokens
    row, made = Row(tokens), list[Token]()
    at = 0
    while at < len(row):
        end = _between(row, at)
        made.append(row[at] if end is None else row[at]._replace(kind=Kind.TO, value=None))
        at = end or at + 1
    return made


def _between(row: Row, at: int) -> End:
    """Where the words end that begin here between two times of day; None where there are none."""
    word = at + (row.kind(at) in _MARKS)
    if not _closes(row[word]) or not _time_before(row, at):
        return None
    end = word + 1
    while row.kind(end) in (Kind.AT, Kind.FILLER, Kind.COLON):
        end += 1
    return end if time_end(row, end) is not None else None


def _closes(token: Token) -> bool:
    closes = token.kind is Kind.DUE and token.value == CLOSES
    return closes or (token.kind is Kind.TO and token.text.lower() in _ENDS)


def _time_before(row: Row, at: int) -> bool:
    return any(time_end(row, first) == at for first in range(max(0, at - 4), at))


def time_end(row: Row, at: int) -> End:
    """Where a time of day ends that its words alone make one: 7pm, 7.30, 19:30, noon."""
    if row.kind(at) is Kind.NAMED_TIME:
        return at + 1
    if row.kind(at) is not Kind.NUMBER:
        return None
    end = at + 1
    marked = row.kind(end) in (Kind.COLON, Kind.DOT) and row[end].glued and row[end + 1].glued
    marked = marked and row.kind(end + 1) is Kind.NUMBER and len(row[end + 1].text) == len("30")
    if marked:
        end += 2
    if row.kind(end) is Kind.DAYPART:
        return end + 1
    return end if marked else None
