"""Cells of a table: bars part less than line ends do; a weekday and its date on lines of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_BREAKS = ("\n", "|")


def joined(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with one comma for the line ends between a weekday and its date.

    "Thứ Hai⏎⏎05/09/2011" is that Monday, and no heading of each Monday's lines.
    """
    if all(token.text not in _BREAKS for token in tokens):
        return tokens
    row = Row(tokens)
    made: list[Token] = []
    at = 0
    while at < len(row):
        end = at
        while _breaks(row, end):
            end += 1
        if end > at and _weekday_alone(row, at - 1) and _date_alone(row, end):
            made.append(row[at]._replace(kind=Kind.COMMA))
            at = end
        else:
            made.append(row[at])
            at += 1
    return list(_without_bars(made))


def _without_bars(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens without the bars at the ends of a line."""
    for at, token in enumerate(tokens):
        beside = (tokens[k].text if 0 <= k < len(tokens) else "\n" for k in (at - 1, at + 1))
        if token.text != "|" or not any(text in _BREAKS for text in beside):
            yield token


def _weekday_alone(row: Row, at: int) -> bool:
    """A weekday, the last word of its line and the only one."""
    first = at - 1 if row.kind(at) is Kind.NUMBER and row.kind(at - 1) is Kind.ORDINAL_PREFIX else at
    named = first < at or row.kind(at) is Kind.WEEKDAY
    return named and (first <= 0 or _breaks(row, first - 1))


def _date_alone(row: Row, at: int) -> bool:
    """A date with its month, the only words of their line."""
    end = at + (row.kind(at) is Kind.DAY)
    kinds = [row.kind(end + k) for k in range(3)]
    if kinds != [Kind.NUMBER, Kind.SLASH, Kind.NUMBER]:
        return False
    end += 3
    if row.kind(end) is Kind.SLASH and row.kind(end + 1) is Kind.NUMBER:
        end += 2
    return row.kind(end) is Kind.END or _breaks(row, end)


def _breaks(row: Row, at: int) -> bool:
    return row.kind(at) is Kind.SEMICOLON and row[at].text in _BREAKS
