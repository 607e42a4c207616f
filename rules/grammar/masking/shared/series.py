"""One of several pieces or meetings by its place among them: "at the second regular meeting in December".

When that is, another rule says: neither the month nor the weekday that the words look like is its day.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.messages import problem
from rules.vocabulary import Kind, Lang
from rules.vocabulary.series import EVENTS

_WORDS = frozenset({Kind.TEXT, Kind.UNIT, Kind.LABEL, Kind.FILLER, Kind.TIMES_A})
_LEADS = frozenset({Kind.OF, Kind.THROUGHOUT, Kind.FILLER})
_PERIODS = frozenset({Kind.MONTH, Kind.MONTH_NAME, Kind.EACH, Kind.QUARTER, Kind.YEAR})
_PLACES = frozenset({Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.WEEKDAY})
_OF_A_LIST = frozenset({Kind.AND, Kind.COMMA, Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.NUMBER})
_NOUNS = _WORDS - {Kind.FILLER}
_LONGEST = 5  # words


def of_a_series(tokens: Sequence[Token], lang: Lang) -> Iterator[Problem]:
    """A problem for each such place, over the words from the ordinal to its noun.

    Behind "except" it is one of the days of the rule before, which productions read.
    """
    if not any(token.kind in _PERIODS for token in tokens):
        return
    row = Row(tokens)
    for at, token in enumerate(tokens):
        if token.kind in _PLACES and (found := (_behind if lang == "vi" else _ahead)(row, at, EVENTS[lang])):
            first, last = found
            if row.kind(first - 1) is Kind.EXCEPT:
                continue
            text = " ".join(one.text for one in tokens[first:last])
            yield problem("not-understood/of-a-series", row[first].start, row[last - 1].end, text=text)


def _ahead(row: Row, at: int, events: frozenset[str]) -> tuple[int, int] | None:
    """ "The second regular meeting in December": the noun behind its ordinal, and its period."""
    if row.kind(at) is not Kind.ORDINAL:
        return None
    end = at + 1
    while end <= at + _LONGEST and row.kind(end) in _WORDS:
        end += 1
        if row[end - 1].text.lower() in events and _in_a_period(row, end):
            return at, end
    return None


def _behind(row: Row, at: int, events: frozenset[str]) -> tuple[int, int] | None:
    """ "Kỳ họp thứ hai trong tháng 12": the noun before, and no "các", "mỗi" that makes it several."""
    end = at + 2 if row.kind(at) is Kind.ORDINAL_PREFIX else at + 1
    if row.capital(end - 1) or not _in_a_period(row, end):
        return None
    first = at
    while first > at - _LONGEST and row.kind(first - 1) in _NOUNS:
        first -= 1
        if row[first].text.lower() in events:
            several = row.kind(first - 1) in (Kind.EVERY, Kind.EACH) or _of_a_weekday(row, first)
            return None if several else (first, end)
    return None


def _of_a_weekday(row: Row, at: int) -> bool:
    """ "Thứ Hai lần thứ 1 và lần thứ 2 hằng tháng": of its Mondays, the first two."""
    noun = row[at].text.lower()
    while row.kind(at - 1) in _OF_A_LIST or row[at - 1].text.lower() == noun:
        at -= 1
    return row.kind(at - 1) is Kind.WEEKDAY


def _in_a_period(row: Row, at: int) -> bool:
    if row.kind(at) is Kind.EACH:
        return True
    return row.kind(at) in _LEADS and row.kind(at + 1) in _PERIODS
