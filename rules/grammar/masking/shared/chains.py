"""Times in a chain of dashes: "5h - 6h15 - 17h30" are three times, no range and a time; days with semicolons.

So are weekdays: "Mon - Wed - Fri".

Two times with a dash are a range; so are two of four where the dash within is written closer than the one
between them ("7h30-11h - 13h30-17h"). Four that are all written alike may be either, and so may two
that are written like a chain elsewhere: such dashes are told as not understood.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_LONGEST_MINUTES = 2  # digits
_BEHIND_A_DAY = frozenset(
    {
        Kind.SEMICOLON, Kind.COMMA, Kind.AND, Kind.OPEN, Kind.CLOSE, Kind.SLASH, Kind.EACH, Kind.END,
        Kind.MONTH, Kind.MONTH_NAME,
    }
)  # fmt: skip
_NUMBERED = frozenset({Kind.DAY, Kind.ORDINAL_PREFIX})


def listed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with the dashes of such chains as commas; as `BETWEEN` where ranges may be meant."""
    if sum(token.kind is Kind.DASH for token in tokens) < 2:
        return tokens
    row, made = Row(tokens), list(tokens)
    chains = list(_chains(row))
    written = {_written(row, dashes[0]) for dashes in chains if len(dashes) > 1 and _alike(row, dashes)}
    if not written:
        return tokens
    for dashes in chains:
        if not _alike(row, dashes) or _written(row, dashes[0]) not in written:
            continue
        kind = Kind.COMMA if len(dashes) % 2 == 0 else Kind.BETWEEN
        for k in dashes:
            made[k] = made[k]._replace(kind=kind, value=None)
    return made


def days_listed(tokens: Sequence[Token]) -> Sequence[Token]:
    """The tokens, with the semicolons between bare days as commas.

    "Ngày 03; 10; 17; 24 (thứ Tư)", "thứ 2; 4; 6", "thứ Hai; Tư; Sáu".
    """
    if not any(token.text == ";" for token in tokens):
        return tokens
    row, made = Row(tokens), list(tokens)
    for at, token in enumerate(tokens):
        numbered = token.kind in _NUMBERED and row.kind(at + 1) is Kind.NUMBER
        if not (numbered or token.kind is Kind.WEEKDAY):
            continue
        kinds = (Kind.NUMBER,) if numbered else (Kind.NUMBER_WORD, Kind.YEAR)
        end = at + 1 + numbered
        while _one_more_day(row, end, kinds):
            made[end] = made[end]._replace(kind=Kind.COMMA, value=None)
            end += 2
    return made


def _one_more_day(row: Row, at: int, kinds: tuple[Kind, ...]) -> bool:
    mark = row.kind(at) is Kind.COMMA or (row.kind(at) is Kind.SEMICOLON and row[at].text == ";")
    listed = mark and row.kind(at + 1) in kinds and row.kind(at + 2) in _BEHIND_A_DAY
    return listed and (row[at + 2].text != ";" or row.kind(at + 3) in kinds)


def _chains(row: Row) -> Iterator[list[int]]:
    at = 0
    while at < len(row):
        dashes, end = _chain(row, at)
        if dashes:
            yield dashes
        at = max(end, at + 1)


def _alike(row: Row, dashes: list[int]) -> bool:
    return len({_written(row, dash) for dash in dashes}) == 1


def _written(row: Row, dash: int) -> tuple[bool, bool]:
    """Whether a blank stands before a dash, and behind it."""
    return row[dash].glued, row[dash + 1].glued


def _chain(row: Row, at: int) -> tuple[list[int], int]:
    """The places of the dashes of a row of times, or of weekdays, and where the row ends."""
    dashes: list[int] = []
    item = _weekday if row.kind(at) is Kind.WEEKDAY else _time
    end = item(row, at)
    if end is None:
        return dashes, at
    while row.kind(end) is Kind.DASH and (behind := item(row, end + 1)) is not None:
        dashes.append(end)
        end = behind
    return dashes, end


def _weekday(row: Row, at: int) -> int | None:
    return at + 1 if row.kind(at) is Kind.WEEKDAY else None


def _time(row: Row, at: int) -> int | None:
    """Where a time ends that its words alone make one: 6h, 9h30, 9 giờ 30 phút, 17:00, 5pm, 8h sáng."""
    if row.kind(at) is not Kind.NUMBER:
        return None
    end = at + 1
    if row.kind(end) is Kind.HOUR:
        end += 1
        minutes = row.kind(end) is Kind.NUMBER and len(row[end].text) <= _LONGEST_MINUTES
        minutes = minutes and row.kind(end + 1) not in (Kind.HOUR, Kind.COLON)
        end += minutes
        end += minutes and row.kind(end) is Kind.MINUTE
    elif row.kind(end) is Kind.COLON and row.kind(end + 1) is Kind.NUMBER and row[end + 1].glued:
        end += 2
    elif row.kind(end) is not Kind.DAYPART:
        return None
    return end + (row.kind(end) is Kind.DAYPART)
