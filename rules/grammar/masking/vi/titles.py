"""Vietnamese: words of time in a title beside a whole rule: "Giao ban đầu tháng: 8h ngày 5 hằng tháng".

Looked for only in a phrase that is refused as it stands. A title is set aside as ignored text where each of
its words of time is said again by the rule beside it, or where the rule is so complete that the word can add
nothing to it. Whatever else a title holds (a time, "trừ", "hằng tuần", another weekday) leaves it unread.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.vi import names
from rules.vocabulary import Kind, index
from rules.vocabulary.kinds import BEFORE

_LONGEST = 120  # words; a title stands in a sentence, and a long text costs time
_PLAIN = frozenset({Kind.TEXT, Kind.UNIT, Kind.DOCUMENT, Kind.OCCASION, Kind.LABEL, Kind.PLACE, Kind.COUNTED})
_HARMLESS = _PLAIN | {
    Kind.NAME, Kind.MEASURE, Kind.QUOTE, Kind.COMMA, Kind.DASH, Kind.OF, Kind.FILLER, Kind.AND, Kind.DAY,
    Kind.EVERY, Kind.THROUGHOUT, Kind.TIMES_A, Kind.OPEN, Kind.CLOSE, Kind.ORDINAL, Kind.REGULAR,
}  # fmt: skip
_NUMBERED = frozenset(
    {Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.WEEK, Kind.DAY, Kind.ORDINAL_PREFIX, Kind.UNIT}
)
_PERIODS = frozenset({Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.WEEK})
_CLAUSE_ENDS = frozenset({Kind.SEMICOLON})
# What may change or end the rule: words of time behind it are not the rule's own.
_TURNS = frozenset({Kind.EXCEPT, Kind.UNSURE, Kind.REPLAY, Kind.SHIFT_IF, Kind.SHIFT_TO})
# With these a rule begins behind a title without a mark between.
_OPENS_RULE = frozenset(
    {
        Kind.NUMBER, Kind.FROM, Kind.AT, Kind.FILLER, Kind.DAY, Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.COMMA,
        Kind.OPEN, Kind.DASH, Kind.WORKDAY, Kind.DAYPART, Kind.EACH, Kind.EVERY,
    }
)  # fmt: skip
_LOOKING_BACK = frozenset({"sơ kết", "tổng kết", "đánh giá", "báo cáo", "kết quả", "họp báo", "công bố"})
_AT_NIGHT = frozenset({"chợ", "phố", "hội", "ca"})
_HOURS = {"morning": range(12), "noon": range(10, 14)}
_LATE = range(13, 24)
_HALVES = {
    "đầu": frozenset(range(1, 7)), "giữa": frozenset(range(5, 10)), "cuối": frozenset(range(7, 13)),
}  # fmt: skip


def without_titles(tokens: Sequence[Token]) -> Sequence[Token] | None:
    """The tokens with those of titles as `NAME`; None where there is no such title."""
    if len(tokens) > _LONGEST or any(_lost_accents(token) for token in tokens):
        return None
    row = list(names.set_aside(tokens))
    found = False
    for first, last in _clauses(row):
        span = _title(row, first, last)
        if span is not None:
            found = True
            row[slice(*span)] = [token._replace(kind=Kind.NAME, value=None) for token in row[slice(*span)]]
    return row if found else None


def _lost_accents(token: Token) -> bool:
    """ "truoc", "va": a word that would change the days beside it is no word of a title."""
    plain = token.kind is Kind.TEXT and token.text.isascii()
    entries = index("vi").get(token.text.lower(), ()) if plain else ()
    return any(entry.value == BEFORE or entry.kind is Kind.AND for entry in entries)


def _clauses(row: Sequence[Token]) -> Iterator[tuple[int, int]]:
    first = 0
    for at, token in enumerate(row):
        if token.kind in _CLAUSE_ENDS:
            yield first, at
            first = at + 1
    yield first, len(row)


def _title(row: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """The title of a clause: before its colon or behind it, or its first words."""
    colon = next((k for k in range(first, last) if row[k].kind is Kind.COLON and not _in_time(row, k)), None)
    if colon is not None:
        if _is_title(row[first:colon], row[colon + 1 : last]):
            return first, colon
        behind = row[colon + 1 : last]
        if behind and behind[0].kind in _PLAIN and _is_title(behind, row[first:colon]):
            return colon + 1, last
        return None
    for end in range(first + 1, last):
        if not _opens_rule(row[end]) or row[end - 1].kind in (Kind.NUMBER, Kind.SLASH):
            continue
        if row[end - 1].kind in _NUMBERED and not _timed(row, end):
            continue  # "báo cáo tuần 2"
        head = row[first:end]
        if any(
            token.kind is Kind.COMMA or (token.kind is Kind.AND and head[k - 1].kind not in _PLAIN)
            for k, token in enumerate(head)
        ):
            return None  # perhaps of another event
        if _goes_on(head) and _is_title(head, row[end:last]):
            return first, end
    return None


def _opens_rule(token: Token) -> bool:
    return token.kind in _OPENS_RULE or token.kind is Kind.DUE or token.value == BEFORE


def _timed(row: Sequence[Token], at: int) -> bool:
    """True where no number begins, or one with its hour."""
    if row[at].kind not in (Kind.NUMBER, Kind.ORDINAL_PREFIX, Kind.WEEKDAY):
        return True
    return at + 1 < len(row) and row[at + 1].kind is Kind.HOUR


def _in_time(row: Sequence[Token], at: int) -> bool:
    """The colon of 17:45."""
    return at > 0 and row[at - 1].kind is Kind.NUMBER and at + 1 < len(row) and row[at + 1].glued


def _goes_on(head: Sequence[Token]) -> bool:
    """True where weekdays and parts of the day are words of a name: "Ngày Chủ nhật xanh", "chợ đêm"."""
    if sum(token.kind is Kind.QUOTE for token in head) % 2:
        return False
    if sum(token.kind is Kind.OPEN for token in head) != sum(token.kind is Kind.CLOSE for token in head):
        return False
    for at, token in enumerate(head):
        if token.kind is Kind.DAYPART and (not at or head[at - 1].text.lower() not in _AT_NIGHT):
            return False
        if token.kind in (Kind.WEEKDAY, Kind.ORDINAL_PREFIX):
            named = "ngày" in (token.text.lower().split()[0], head[at - 1].text.lower() if at else "")
            behind = at + 1 if token.kind is Kind.WEEKDAY else at + 2
            if not (named and behind < len(head) and head[behind].kind in _PLAIN):
                return False
    return True


@dataclass(slots=True)
class _Said:
    """The words of time of a title."""

    weekdays: set[int] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)
    periods: set[Kind] = field(default_factory=set)  # "Báo cáo quý", "Giao ban tuần"
    places: set[Kind] = field(default_factory=set)  # "Giao ban đầu tháng"
    halves: set[int] = field(default_factory=set)  # months that "đầu năm" may mean
    dated: bool = False  # "6 tháng đầu năm", "Mùa hè xanh": told apart by dates alone
    back: bool = False  # "Sơ kết quý I": a period of its own, which is over
    year: bool = False

    @property
    def anything(self) -> bool:
        """True where a word of time was found."""
        return bool(
            self.weekdays or self.parts or self.periods or self.places or self.dated or self.back or self.year
        )


def _is_title(title: Sequence[Token], rule: Sequence[Token]) -> bool:
    said = _said(title)
    if said is None or not said.anything or not any(token.kind in _PLAIN for token in title):
        return False
    turn = next((k for k, token in enumerate(rule) if token.kind in _TURNS), len(rule))
    own = rule[:turn]
    if any(token.kind is Kind.COLON and not _in_time(rule, k) for k, token in enumerate(rule)):
        return False
    if any(token.kind is Kind.UNSURE for token in rule) or _another_event(rule):
        return False
    return _agrees(said, own)


def _another_event(rule: Sequence[Token]) -> bool:
    """ "…, báo cáo quý gửi ngày 20": plain words behind a comma that have days of their own."""
    return any(
        one.kind in (Kind.COMMA, Kind.AND)
        and two.kind in _PLAIN
        and any(
            token.kind in (Kind.NUMBER, Kind.WEEKDAY, Kind.MONTH, Kind.QUARTER) for token in rule[k + 2 :]
        )
        for k, (one, two) in enumerate(pairwise(rule))
    )


def _said(title: Sequence[Token]) -> _Said | None:
    """The words of time of a title; None where one is of a kind that no title may hide."""
    said = _Said()
    at = 0
    while at < len(title):
        token = title[at]
        length = _one(said, title, at)
        if length == 0:
            if token.kind not in _HARMLESS:
                return None
            length = 1
        at += length
    if said.back and not any(token.text.lower() in _LOOKING_BACK for token in title):
        words = " ".join(token.text.lower() for token in title)
        if not any(word in words for word in _LOOKING_BACK):
            return None
    return said


def _one(said: _Said, title: Sequence[Token], at: int) -> int:
    """Note the words of time at a place and return how many they are; 0 where there are none."""
    token = title[at]
    kinds = [one.kind for one in title[at : at + 4]] + [Kind.END] * 4
    match kinds[0]:
        case Kind.WEEKDAY:
            said.weekdays.add(token.number)
        case Kind.WEEKDAYS if token.value is not None:
            said.weekdays.update(token.numbers)
        case Kind.ORDINAL_PREFIX if kinds[1] is Kind.NUMBER and 2 <= title[at + 1].number <= 7:
            said.weekdays.add(title[at + 1].number - 2)
            return 2
        case Kind.DAYPART:
            said.parts.add(str(token.value))
        case Kind.NO_MONTHS | Kind.LUNAR:
            said.dated = True
        case Kind.NUMBER | Kind.NUMBER_WORD if kinds[1] is Kind.MONTH and kinds[2] is Kind.ORDINAL:
            said.dated = kinds[3] is Kind.YEAR
            return 4 if said.dated else 0
        case Kind.ORDINAL | Kind.MIDDLE if kinds[1] in _PERIODS and kinds[2] not in (
            Kind.NUMBER, Kind.ORDINAL_PREFIX,
        ):  # fmt: skip
            said.places.add(kinds[1])
            if kinds[1] is Kind.YEAR:
                said.halves |= _HALVES.get(token.text.lower(), frozenset())
            return 2
        case Kind.MONTH_NAME:
            said.back = True
        case Kind.MONTH | Kind.QUARTER if kinds[1] is Kind.NUMBER or _roman(title, at + 1):
            said.back = True
            return 2
        case Kind.YEAR if kinds[1] is Kind.NUMBER:
            said.year = len(title[at + 1].text) == 4
            return 2 if said.year else 0
        case Kind.MONTH | Kind.QUARTER | Kind.YEAR | Kind.WEEK if kinds[1] not in (
            Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.NUMBER, Kind.NUMBER_WORD, Kind.WEEKDAY,
        ):  # fmt: skip
            said.periods.add(kinds[0])
        case _:
            return 0
    return 1


def _roman(title: Sequence[Token], at: int) -> bool:
    return at < len(title) and title[at].kind is Kind.TEXT and title[at].value is not None


def _agrees(said: _Said, rule: Sequence[Token]) -> bool:
    """True where the rule says all that the title may say of time, or says its days so that it need not."""
    kinds = [token.kind for token in rule]
    weekdays = [token.number for token in rule if token.kind is Kind.WEEKDAY] + [
        day for token in rule if token.kind is Kind.WEEKDAYS and token.value for day in token.numbers
    ]
    weekdays += [
        two.number - 2
        for one, two in pairwise(rule)
        if one.kind is Kind.ORDINAL_PREFIX and two.kind is Kind.NUMBER
    ]
    if not said.weekdays <= set(weekdays):
        return False
    if any(not _fits(part, rule) for part in said.parts):
        return False
    dated = _dated(rule) and (Kind.EACH not in kinds or (Kind.FROM in kinds and Kind.TO in kinds))
    if (said.dated or said.back) and not dated:
        return False
    if said.halves and not _months(rule) <= said.halves:
        return False  # "Kỳ họp đầu năm: 4/12"
    if said.year and not any(len(token.text) == 4 and token.kind is Kind.NUMBER for token in rule):
        return False
    return all(_place(period, rule, dated, weekdays) for period in said.places) and all(
        _period(period, rule, dated, weekdays) for period in said.periods
    )


def _dated(rule: Sequence[Token]) -> bool:
    """A day with its month."""
    for at, (one, two) in enumerate(pairwise(rule)):
        if {one.kind, two.kind} in ({Kind.MONTH, Kind.NUMBER}, {Kind.NUMBER, Kind.MONTH_NAME}):
            return True
        numbers = one.kind is Kind.NUMBER and at + 2 < len(rule) and rule[at + 2].kind is Kind.NUMBER
        if numbers and (two.kind is Kind.SLASH or _full(rule, at)):
            return True
    return False


def _months(rule: Sequence[Token]) -> set[int]:
    """The months of the dates of a rule."""
    found = {token.number for token in rule if token.kind is Kind.MONTH_NAME}
    for one, two in pairwise(rule):
        if one.kind in (Kind.SLASH, Kind.MONTH) and two.kind is Kind.NUMBER and len(two.text) <= 2:
            found.add(two.number)
    return found


def _full(rule: Sequence[Token], at: int) -> bool:
    """18-6-2024, 30.4.2024."""
    return at + 4 < len(rule) and rule[at + 1].kind is rule[at + 3].kind and len(rule[at + 4].text) == 4


def _place(period: Kind, rule: Sequence[Token], dated: bool, weekdays: Sequence[int]) -> bool:
    """True where "đầu tháng", "cuối tuần" can add nothing: the rule says which day of it."""
    if period is Kind.WEEK:
        return bool(weekdays)
    if period is Kind.MONTH:
        return dated or _in_month(rule)
    return dated


def _in_month(rule: Sequence[Token]) -> bool:
    """Days that are counted in a month: ngày 5, tuần 2, thứ Hai đầu tiên, ngày làm việc đầu tiên."""
    for k, token in enumerate(rule):
        behind = rule[k + 1].kind if k + 1 < len(rule) else Kind.END
        if token.kind is Kind.DAY and behind is Kind.NUMBER:
            return True
        if token.kind in (Kind.WEEKDAY, Kind.WORKDAY, Kind.WEEK, Kind.NUMBER) and behind is Kind.ORDINAL:
            return True
        if token.kind is Kind.WEEK and behind in (Kind.NUMBER, Kind.ORDINAL_PREFIX, Kind.WEEKDAY):
            return True
    return False


_NAMES = {Kind.MONTH: "month", Kind.QUARTER: "quarter", Kind.YEAR: "year", Kind.WEEK: "week"}


def _period(period: Kind, rule: Sequence[Token], dated: bool, weekdays: Sequence[int]) -> bool:
    """True where "Báo cáo tháng", "Giao ban tuần" is said again by the rule, or cannot be of its dates."""
    each = {str(token.value) for token in rule if token.kind is Kind.EACH}
    if each - {_NAMES[period]}:
        return False
    if each or dated:
        return True
    if period is Kind.WEEK:
        return bool(weekdays)
    if period is Kind.MONTH:
        return _in_month(rule)
    return period is Kind.QUARTER and any(token.kind is Kind.QUARTER for token in rule)


def _fits(part: str, rule: Sequence[Token]) -> bool:
    """True where each time of the rule is the same with the title's part of the day and without it."""
    for k, token in enumerate(rule[:-1]):
        if token.kind is not Kind.NUMBER:
            continue
        colon = rule[k + 1].kind is Kind.COLON and k + 2 < len(rule) and rule[k + 2].glued
        timed = rule[k + 1].kind is Kind.HOUR or colon
        if timed and token.number not in _LATE and token.number not in _HOURS.get(part, ()):
            return False
    return True
