"""English: when the doors open, beside the time at which it begins: "doors 6.30pm, show 7.30pm".

The doors' time is set aside only where the phrase says of another one that it is the beginning, or where
another one stands directly before. Alone it stays a problem: it may be the time that is meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.lexing.row import End, Row
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.en.closing_times import time_end
from rules.vocabulary import Kind
from rules.vocabulary.kinds import DOORS

_LEADS = frozenset({Kind.AT, Kind.FROM, Kind.FILLER, Kind.COLON})
_PARTS = frozenset({Kind.COMMA, Kind.OPEN, Kind.DASH, Kind.SEMICOLON, Kind.DOT, Kind.SLASH, Kind.AND})
_BEGINS = frozenset(
    {
        "start", "starts", "starting", "show", "showtime", "begins", "beginning", "curtain", "curtains",
        "kick-off", "film", "concert", "performance", "event", "play", "gig", "music", "bingo", "meeting",
        "talk", "screening", "eyes",
    }
)  # fmt: skip


def set_aside(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens with the doors and their time as `NAME`."""
    if not any(token.value == DOORS for token in tokens):
        return tokens
    row, made = Row(tokens), list(tokens)
    for at, token in enumerate(tokens):
        if token.value != DOORS:
            continue
        end = _doors(row, at)
        if end is not None:
            made[at:end] = [one._replace(kind=Kind.NAME, value=None) for one in tokens[at:end]]
    return made


def _doors(row: Row, at: int) -> End:
    """Where the doors and their time end; None where no other time is sure to be the beginning."""
    begin = at + 1
    while row.kind(begin) in _LEADS:
        begin += 1
    end = time_end(row, begin)
    if end is None:
        return None
    behind = end
    if row[behind].text.lower() == "for":
        behind += 1 + (row[behind + 1].text.lower() in ("a", "an", "the"))
        return behind if time_end(row, behind) is not None else None
    if row.kind(behind) is Kind.CLOSE:
        behind += 1
    parted = row.kind(behind) in _PARTS or row[behind].text.lower() == "with"
    if _time_before(row, at) or (parted and _begins(row, behind + 1)):
        return end
    return None


def _begins(row: Row, at: int) -> bool:
    """ "Show 7.30pm", "7.30 pm start", "the film starts at 8pm": a word for the beginning beside a time."""
    begin = at
    while row.kind(begin) in (Kind.TEXT, Kind.UNIT, Kind.LABEL, Kind.ORDINAL, *_LEADS) and begin < at + 6:
        begin += 1
    end = time_end(row, begin)
    if end is None:
        return False
    words = {row[k].text.lower() for k in (*range(at, begin), end)}
    return bool(words & _BEGINS)


def _time_before(row: Row, at: int) -> bool:
    """ "7.30pm (doors 7pm)": a time ends there, and only a mark stands between."""
    last = at - 1
    while row.kind(last) in _PARTS and last > at - 3:
        last -= 1
    stopped = last == at - 1 and row[last].text.endswith(".") and row.capital(at)  # "10 p.m. Doors open"
    return (last < at - 1 or stopped) and any(
        time_end(row, first) == last + 1 for first in range(max(0, last - 4), last + 1)
    )
