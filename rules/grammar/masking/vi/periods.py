"""Vietnamese: periods that name no time of their own: "tổng kết năm 2023", "tuần 20 (13/5 - 17/5)".

Finders of `names`. Above one stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.tokens import Token
from rules.vocabulary import Kind

_BEFORE_A_WEEK = frozenset(
    {Kind.END, Kind.TEXT, Kind.UNIT, Kind.DOCUMENT, Kind.NAME, Kind.FILLER, Kind.CHANNEL, Kind.COLON}
)
_WEEKS_OF_A_MONTH = 6
_ACCOUNTS = frozenset({"kết", "toán", "báo cáo", "đánh giá"})
_PLANS = frozenset({"nhiệm vụ", "phương hướng", "kế hoạch", "dự toán", "ngân sách", "chỉ tiêu"})
_FAR_AHEAD = 24  # words
_MOST_BETWEEN = 5
# Months that a part of the year may fall in; the year of the moon ends in January or February.
_FITTING = {"cuối": frozenset({1, 2, *range(9, 13)}), "đầu": frozenset(range(1, 5))}
_REPEATS = frozenset({Kind.EACH, Kind.WEEKDAYS, Kind.QUARTER, Kind.ALTERNATE})
_SEASONS = frozenset({"phục sinh", "thường niên", "giáng sinh"})
_OF_A_SEASON = frozenset({Kind.ORDINAL_PREFIX, Kind.NUMBER, Kind.TEXT, Kind.WEEK, Kind.LABEL, Kind.NO_MONTHS})
BEHIND_A_WEEKDAY = _OF_A_SEASON - {Kind.NUMBER}  # what the name of a day of the Church's year begins with
_LONGEST_SEASON = 5  # words
_WEEKS_OF_TODAY = frozenset({"tuần này", "tuần tới"})


# dated_week: tuần 20 (từ ngày 13/5 đến 17/5) | tuần từ 6/5 đến 12/5
def dated_week(c: Cursor) -> bool:
    """A week of the year whose days stand behind it; not the one of "1 bài/tuần từ 1/6"."""
    if c.kind(-1) not in _BEFORE_A_WEEK:
        return False
    c.take()
    numbered = c.kind() is Kind.NUMBER and c.peek().number > _WEEKS_OF_A_MONTH
    if numbered:
        c.take()
    at = c.at
    opened = c.accept(Kind.OPEN) is not None
    led = c.accept(Kind.FROM) is not None
    c.accept(Kind.DAY)
    dated = c.kind() is Kind.NUMBER and c.kind(1) in (Kind.SLASH, Kind.DASH, Kind.TO) and (led or opened)
    c.at = at
    return dated and (numbered or led or opened)


def kind_of_report(c: Cursor) -> bool:
    """ "ngày 20 hằng tháng (báo cáo tháng)": a period in brackets, behind plain words alone."""
    c.take()
    words = 0
    while c.kind() in (Kind.TEXT, Kind.DOCUMENT, Kind.UNIT):
        c.at, words = c.at + 1, words + 1
    period = c.accept(Kind.MONTH, Kind.QUARTER, Kind.YEAR, Kind.WEEK)
    return words > 0 and period is not None and c.kind() is Kind.CLOSE


def year_of_account(c: Cursor) -> bool:
    """The year that is looked back on, or ahead to, where the rule has dates of its own.

    "Tổng kết năm 2023, 8h ngày 5/1"; "ngày 15/12 họp triển khai nhiệm vụ năm 2025". What is planned gives
    its year to dates behind it: "Kế hoạch năm 2025: ngày 15/5".
    """
    first = c.at
    if c.kind(1) is not Kind.NUMBER or len(c.peek(1).text) != 4:
        return False
    back, ahead = c.peek(-1).text.lower() in _ACCOUNTS, _planned(c)
    c.at += 2
    if c.kind() is Kind.NUMBER:
        return False
    if ahead and _dated(c.tokens[:first]):
        return True
    return back and (_dated(c.tokens[:first]) or _dated(c.tokens[c.at : c.at + _FAR_AHEAD]))


def _planned(c: Cursor) -> bool:
    """ "nhiệm vụ trọng tâm năm 2025": a word for what is planned, and plain words up to its year."""
    words: list[str] = []
    for before in range(1, _MOST_BETWEEN):
        words.insert(0, c.peek(-before).text.lower())
        if words[0] in _PLANS or " ".join(words[:2]) in _PLANS:
            return True
        if c.kind(-before) is not Kind.TEXT:
            return False
    return False


def _dated(tokens: Sequence[Token]) -> bool:
    return any(
        one.kind is Kind.NUMBER and two.kind in (Kind.SLASH, Kind.MONTH, Kind.MONTH_NAME)
        for one, two in pairwise(tokens)
    )


def end_of_year(c: Cursor) -> bool:
    """ "Gặp nhau cuối năm, 20h ngày 27/1": part of the year in the name of what has its own date."""
    part = c.take()
    months = _FITTING.get(part.text.lower())
    if months is None or c.kind(-2) not in (Kind.TEXT, Kind.UNIT) or c.accept(Kind.YEAR) is None:
        return False
    if c.kind() is Kind.NUMBER or any(token.kind in _REPEATS for token in c.tokens):
        return False
    dates = [
        two.number
        for (one, mark), two in zip(pairwise(c.tokens), c.tokens[2:], strict=False)
        if one.kind is two.kind is Kind.NUMBER and mark.kind in (Kind.SLASH, Kind.MONTH) and len(two.text) < 3
    ]
    return bool(dates) and set(dates) <= months


def _last_words(c: Cursor, count: int) -> list[str]:
    return [word for token in c.tokens[c.at - count : c.at] for word in token.text.lower().split()][-count:]


# season_day: Thứ Ba Tuần Thánh 4/4 | Chúa nhật thứ V Mùa Chay (22/3) | Thứ Hai tuần 9 thường niên, 31/5
def season_day(c: Cursor) -> bool:
    """What names a weekday in the year of the Church, where its date stands behind it."""
    first = c.at
    while c.at - first < _LONGEST_SEASON and c.kind() in _OF_A_SEASON:
        c.at += 1
        if c.kind(-1) is Kind.NO_MONTHS or " ".join(_last_words(c, 2)) in _SEASONS:
            ahead = [c.peek(k) for k in range(5)]
            while ahead and ahead[0].kind in (Kind.COMMA, Kind.OPEN, Kind.DASH, Kind.DAY):
                ahead.pop(0)
            marks = [token.kind for token in ahead[:2]]
            return marks in ([Kind.NUMBER, Kind.SLASH], [Kind.NUMBER, Kind.MONTH])
    return False


def without_weeks_of_dates(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "Thứ Hai tuần này 04/03/2024": without the week, which the full date behind it says by itself.

    The weekday before it is verified by the date.
    """
    if not any(token.kind is Kind.RELATIVE for token in tokens):
        return tokens
    c = Cursor(tokens, "vi", 0)
    out = {at for at, token in enumerate(tokens) if token.kind is Kind.RELATIVE and _week_of_a_date(c, at)}
    return [token for at, token in enumerate(tokens) if at not in out] if out else tokens


def _week_of_a_date(c: Cursor, at: int) -> bool:
    c.at = at
    weekday = c.kind(-1) is Kind.WEEKDAY or (c.kind(-1) is Kind.NUMBER and c.kind(-2) is Kind.ORDINAL_PREFIX)
    if not weekday or c.take().text.lower() not in _WEEKS_OF_TODAY:
        return False
    c.skip(Kind.COMMA, Kind.OPEN, Kind.DAY)
    marks = (c.kind(1), c.kind(3))
    numbers = [c.peek(k) for k in (0, 2, 4)]
    joined = marks in ((Kind.SLASH, Kind.SLASH), (Kind.DASH, Kind.DASH), (Kind.DOT, Kind.DOT))
    return joined and all(one.kind is Kind.NUMBER for one in numbers) and len(numbers[2].text) == 4
