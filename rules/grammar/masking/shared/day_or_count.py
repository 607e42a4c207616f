"""A number behind days and before what can be counted: one more day, or how many there are?

"Ngày 15, 20 số báo ra" may be two days or twenty issues, "thứ Hai 5 xã" may have lost a word. To read either
in silence is a guess, so it is asked back. A number too high for such a day, or with its own rate behind it
("10 bài/tháng"), is a count. So it is with the number between a thing and a month: "đợt 1 tháng 3".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.grammar.lexing.row import Row
from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.messages import problem
from rules.vocabulary import Kind, Lang

# Nouns that a number names ("phường 5"), and that are counted where it stands before them.
_PARTS = frozenset(
    """
    phường|quận|thôn|ấp|khóm|xóm|khu phố|đội|nhóm|trạm|chi hội|chi đoàn|chi bộ
    """.strip().split("|")
)
_JOINS = frozenset({Kind.COMMA, Kind.AND, Kind.PLUS})
_COUNTED = frozenset({Kind.UNIT, Kind.MEASURE, Kind.COUNTED})
_LISTED = frozenset({Kind.NUMBER, Kind.DASH, Kind.TO, *_JOINS})
# The highest number of a day of each kind; of "Monday 5" without a comma it may be a date.
_HIGHEST = {
    Kind.DAY: 31,
    Kind.MONTH: 12,
    Kind.WEEK: 5,
    Kind.QUARTER: 4,
    Kind.ORDINAL_PREFIX: 7,
    Kind.WEEKDAY: 7,
}
_OF_A_MONTH = 31
_IN_TURN = frozenset({"đợt", "kỳ", "kì", "lần", "buổi", "số", "tập", "chuyến", "lượt"})
_LONGEST_LIST = 24
# Amounts that no day has: money, shares, lengths.
_NO_DAYS = frozenset(
    {"%", "đồng", "giây", "triệu", "tỷ", "tỉ", "nghìn", "ngàn", "km", "ha", "m2", "tấn", "lít", "mét"}
)


def day_or_count(tokens: Sequence[Token], lang: Lang) -> Iterator[Problem]:
    """A problem for each such number of a phrase, over the number and its noun."""
    row = Row(tokens)
    for at in range(1, len(row)):
        if row.kind(at) is not Kind.NUMBER:
            continue
        if lang == "vi" and _of_a_thing_in_a_month(row, at):
            text = f"{row[at - 1].text} {row[at].text}"
            yield problem("not-understood/title-or-day", row[at - 1].start, row[at].end, text=text)
        if not _before_things(row, at, lang):
            continue
        highest = _highest(row, at, lang)
        if highest and 1 <= row[at].number <= highest:
            text = f"{row[at].text} {row[at + 1].text}"
            yield problem("not-understood/day-or-count", row[at].start, row[at + 1].end, text=text)


def _of_a_thing_in_a_month(row: Row, at: int) -> bool:
    """ "Đợt 1 tháng 3, đợt 2 tháng 9": the first of several in March, or the 1st of March?"""
    thing = row[at - 1]
    numbered = thing.kind is Kind.LABEL or thing.text.lower() in _IN_TURN
    counted = row.kind(at - 2) in (Kind.NUMBER, Kind.NUMBER_WORD)
    month = row.kind(at + 1) is Kind.MONTH_NAME
    month = month or (row.kind(at + 1) is Kind.MONTH and row.kind(at + 2) is Kind.NUMBER)
    return numbered and not counted and month and row[at].number <= _OF_A_MONTH


def _before_things(row: Row, at: int, lang: Lang) -> bool:
    """True before a noun that is counted, and no rate behind it."""
    noun = row[at + 1]
    if lang == "en" and noun.kind is Kind.TEXT and not noun.glued:
        plural = noun.text.islower() and noun.text.endswith("s") and len(noun.text) > 3
        return plural and row.kind(at - 1) in _JOINS
    if noun.kind is Kind.LABEL and noun.text in _PARTS:
        return row.kind(at + 2) not in (Kind.NUMBER, Kind.SLASH) and not row.capital(at + 2)
    if (
        noun.text[:1].isupper()
        or noun.kind not in _COUNTED
        or noun.value == "hour"
        or noun.text.lower() in _NO_DAYS
    ):
        return False
    return row.kind(at + 2) not in (Kind.SLASH, Kind.EACH)


def _highest(row: Row, at: int, lang: Lang) -> int:
    """The highest number that may go on with the days before this place; 0 where none stand there."""
    joined = row.kind(at - 1) in _JOINS
    before = at - 2 if joined else at - 1
    if row.kind(before) is Kind.WEEKDAY and row.kind(before - 1) is Kind.EVERY:
        return 0  # "mỗi thứ Hai 1 số"
    if row.kind(before) is Kind.WEEKDAY:
        if not joined:
            return _OF_A_MONTH
        in_digits = lang == "vi" and row[before].text[-1].isdigit()  # "T2, 5 tin", not "thứ Hai, 5 tin"
        return _HIGHEST[Kind.WEEKDAY] if in_digits else 0
    if lang == "en" and not joined and row.kind(before) is Kind.MONTH_NAME:
        return _OF_A_MONTH  # "May 15 people meet"
    if row.kind(before) is not Kind.NUMBER or row.kind(before - 1) is Kind.SLASH:
        return 0
    while row.kind(before) in _LISTED and at - before <= _LONGEST_LIST:
        before -= 1
    if lang == "en" and row.kind(before) is Kind.MONTH_NAME:
        return _OF_A_MONTH
    return _HIGHEST.get(row.kind(before), 0)
