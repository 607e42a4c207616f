"""Vietnamese: weekdays, weeks, months and quarters, whose word order is the language's own.

*thứ hai/ba/tư/năm/sáu/bảy* is a weekday, but after *tuần, lần, kỳ, quý* an ordinal. Above each
production stand phrases that a test reads.
"""

from __future__ import annotations

from rules.grammar.lexing.cursor import Cursor, in_order
from rules.grammar.lexing.tokens import Token
from rules.grammar.messages import refuse
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import (
    counted_workdays,
    free_number,
    ordinal,
    roman_or_number,
)
from rules.grammar.terms.shared.lists import weeks_part
from rules.grammar.terms.shared.weekdays import listed
from rules.schedule import Period
from rules.vocabulary import Kind

_WEEK_NUMBERS = frozenset({Kind.NUMBER, Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.WEEKDAY})
_ORDINAL_SIGNS = frozenset({Kind.ORDINAL, Kind.ORDINAL_PREFIX, Kind.WEEKDAY})
_MONTH_SIGNS = frozenset({Kind.OF, Kind.EACH, Kind.MONTH, Kind.EVERY})


_ALL_OR_WORKING = p.Either(
    (
        p.Way((p.Weekdays((0, 1, 2, 3, 4)),), "all-days/working"),
        p.Way((p.Each(Period.DAY),), "all-days/seven"),
    )
)
_DAYS_OR_WORKED = p.Either(
    (p.Way((p.Workdays(()),), "all-days/workdays"), p.Way((p.Each(Period.DAY),), "all-days/seven"))
)
# Behind a number these say what it counts: "thứ Sáu, 2 tuần một lần".
_COUNTED = frozenset(
    {
        Kind.WEEK, Kind.MONTH, Kind.DAY, Kind.NEXT_DAY, Kind.QUARTER, Kind.YEAR, Kind.HOUR, Kind.UNIT,
        Kind.TIMES_A, Kind.MEASURE, Kind.MINUTE,
    }
)  # fmt: skip


def is_short_month(c: Cursor) -> bool:
    """ "T3/2024" is March: a year makes a month of what is a Tuesday elsewhere."""
    short = c.kind() is Kind.WEEKDAY and len(c.peek().text) == 2 and c.peek().text[1].isdigit()
    return short and c.kind(1) is Kind.SLASH and c.kind(2) is Kind.NUMBER and len(c.peek(2).text) == 4


def one_weekday(c: Cursor) -> int | None:
    """thứ Tư, thứ 4, T4, Chủ nhật; "ngày thứ Tư"."""
    c.skip(Kind.DAY)
    if is_short_month(c):
        return None
    token = c.accept(Kind.WEEKDAY)
    if token is not None:
        return token.number
    if c.kind() is Kind.ORDINAL_PREFIX and c.kind(1) is Kind.NUMBER and len(c.peek(1).text) <= 2:
        counted = c.kind(-1) is Kind.DAY and c.peek(1).number > 7  # "ngày thứ 20 của tháng"
        prefix, number = c.take(), c.take()
        if counted:
            return None
        if not 2 <= number.number <= 7:
            raise refuse("impossible-weekday", [prefix, number], number=number.number)
        return number.number - 2
    return None


def _weekday_in_list(c: Cursor) -> int | None:
    """A weekday behind another one: the word *thứ* may be left out ("thứ 2, 4, 6", "thứ Hai, Tư, Sáu")."""
    found = c.attempt(one_weekday)
    if found is not None:
        return found
    if c.kind(-1) is not Kind.SLASH and c.kind(1) is Kind.SLASH and c.kind(2) is Kind.NUMBER:
        return None  # "thứ Hai, 5/2" is a date
    if c.kind() is Kind.TEXT and c.peek().text in ("Tu", "Nam", "Sau", "Bay") and c.kind(-1) is Kind.COMMA:
        raise refuse("not-understood", [c.peek()], text=c.peek().text)  # "thứ Hai, Tu, Sáu"
    counts = c.kind(1) in _COUNTED and not c.peek().text[:1].isupper()
    if c.kind(-2) not in (Kind.NUMBER, Kind.NUMBER_WORD, Kind.YEAR, Kind.WEEKDAY) or counts:
        return None
    in_words = c.kind() is Kind.NUMBER_WORD or (c.kind() is Kind.YEAR and c.kind(1) is not Kind.NUMBER)
    number = c.take().number if in_words else free_number(c, 2, 7)
    return number - 2 if number is not None and 2 <= number <= 7 else None


# weekdays: thứ Tư | thứ 2, 4, 6 | thứ Hai đến thứ Sáu | T2-T6 | các thứ Bảy | Chủ nhật hằng tuần
# weekdays: các ngày thứ 3, 5, 7 trong tuần | thứ Hai và thứ Năm trong tuần
# weekdays: thứ Sáu đầu tiên | thứ Bảy cuối tháng | thứ Tư thứ ba của tháng | thứ Hai lần thứ 2 | T3-T5-T7
# weekdays: thứ Bảy thứ hai và thứ tư hằng tháng | thứ 7 thứ 2 và thứ 4 trong tháng | hai thứ Bảy đầu tháng
def weekdays(c: Cursor) -> p.Weekdays | p.NthWeekdays | p.Either | None:
    """Weekdays, or the n-th of a month."""
    first_ones = c.attempt(_first_weekdays)
    if first_ones is not None:
        return first_ones
    every = c.kind() is Kind.EVERY
    c.skip(Kind.EVERY)
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.EVERY)
    named = c.accept(Kind.WEEKDAYS)
    if named is not None and named.value is None:
        return _ALL_OR_WORKING
    if named is not None:
        return p.Weekdays(named.numbers)
    at = c.at
    first = c.attempt(one_weekday)
    if first is None:
        return None
    # An ordinal that is written like a weekday ("thứ Tư thứ ba của tháng") stands right behind one.
    ordinals = c.attempt(_ordinals)
    if ordinals:
        return p.NthWeekdays(ordinals, (first,))
    if not every and c.kind() is Kind.OF and _of_something(c, c.tokens[at]):
        raise refuse("which-week", c.since(at))  # "ngày thứ ba của hội nghị" may be the third day
    goes_on, c.at = c.kind() is Kind.DASH, at
    dashed = c.attempt(_dashed) if goes_on else None
    if dashed is not None:
        return p.Weekdays(dashed)
    found = c.listed(_weekday_in_list)
    if opened and not isinstance(found[0], tuple):
        return None  # "từ thứ Hai" names no end
    days = _wrapped(found)
    ordinals = c.attempt(_ordinals)
    if ordinals:
        return p.NthWeekdays(ordinals, days)
    found_days = p.Weekdays(days, listed=listed(found, c.since(at)))
    _accept_in_week(c)
    return found_days


def _accept_in_week(c: Cursor) -> None:
    """ "các ngày thứ 2, 4, 6 trong tuần" says nothing more; of a replay it says which week."""
    if c.kind() is not Kind.SAME_WEEK or c.peek().text.lower() != "trong tuần":
        return
    replay = any(token.kind is Kind.REPLAY for token in c.tokens[: c.at])
    if not replay and not _numbered_within(c) and c.kind(1) not in _WEEK_NUMBERS:
        c.take()


def _of_something(c: Cursor, first: Token) -> bool:
    """ "ngày thứ ba của hội nghị", "thứ Ba của tháng": counted in what follows, which no week is."""
    bare_month = c.kind(1) is Kind.MONTH and c.kind(2) is not Kind.NUMBER
    return bare_month or (first.kind is Kind.DAY and c.kind(1) not in (Kind.WEEK, Kind.EACH))


# workdays: ngày làm việc đầu tiên của tháng | ngày làm việc cuối cùng hằng tháng | các ngày làm việc
# workdays: 3 ngày làm việc đầu tiên của tháng
# workdays: ngày làm việc thứ ba của tháng | ngày làm việc đầu tiên và cuối cùng
# workdays: ngày làm việc thứ 5 hằng tháng | mỗi ngày làm việc | hằng ngày làm việc
def workdays(c: Cursor) -> p.Workdays | p.Either | None:
    """The n-th working days of the month, or all working days."""
    begin = c.at
    every = c.accept(Kind.EVERY) is not None or c.kind(-1) is Kind.EXCEPT  # "trừ các" is one word
    count = c.take().number if c.kind() is Kind.YEAR and c.kind(1) is Kind.WORKDAY else c.number()
    token = c.accept(Kind.WORKDAY)
    if token is None:
        return None
    at = c.at
    ordinals: set[int] = set()
    while (one := c.attempt(_ordinal_of_workday)) is not None:
        ordinals.add(one)
        if c.kind() not in (Kind.AND, Kind.COMMA) or c.kind(1) not in _ORDINAL_SIGNS:
            break
        c.take()
    if count is not None and ordinals not in ({1}, {-1}):
        return None
    if not ordinals or token.value == "every":
        c.at = at
        if token.value == "each" and c.kind() in (Kind.FROM, Kind.NUMBER):
            return _DAYS_OR_WORKED  # "hằng ngày làm việc từ 7h": every working day, or work every day
        return p.Workdays(()) if every or token.value is not None else None
    return counted_workdays(in_order(ordinals), count, c.since(begin))


def _ordinal_of_workday(c: Cursor) -> int | None:
    """đầu tiên, cuối cùng, thứ 3; "thứ ba" in small letters is the third, "thứ Ba" a weekday."""
    token = c.peek()
    if token.kind is Kind.WEEKDAY and token.text.startswith("thứ") and not token.text[4:5].isupper():
        c.take()
        return token.number + 2
    if token.kind is Kind.ORDINAL and c.kind(1) in (Kind.WEEK, Kind.YEAR, Kind.QUARTER):
        return None
    return ordinal(c)


def _wrapped(found: list[int | tuple[int, int]]) -> tuple[int, ...]:
    """Weekdays of a list; a range may go over the week's end ("thứ Bảy đến thứ Hai")."""
    days: set[int] = set()
    for one in found:
        if isinstance(one, tuple):
            first, last = one
            days.update((first + k) % 7 for k in range((last - first) % 7 + 1))
        else:
            days.add(one)
    return tuple(sorted(days))


def _dashed(c: Cursor) -> tuple[int, ...] | None:
    """T3-T5-T7, thứ 2-4-6: three or more are a list, not a range."""
    found: list[int] = []
    one = one_weekday(c)
    while one is not None:
        found.append(one)
        at = c.at
        one = (
            c.attempt(lambda c: c.accept(Kind.DASH) and _weekday_in_list(c))
            if c.kind() is Kind.DASH
            else None
        )
        c.at = at if one is None else c.at
    return tuple(sorted(set(found))) if len(found) > 2 else None


def _first_weekdays(c: Cursor) -> p.NthWeekdays | None:
    """hai thứ Bảy đầu tháng: the first and the second."""
    count = c.number()
    if count is None or not 1 <= count <= 4:
        return None
    weekday = one_weekday(c)
    where = c.accept(Kind.ORDINAL)
    if weekday is None or where is None or where.number not in (1, -1):
        return None
    return p.NthWeekdays(tuple(where.number * k for k in range(1, count + 1)), (weekday,))


def _ordinals(c: Cursor) -> tuple[int, ...] | None:
    """đầu tiên | cuối cùng | đầu tiên và cuối cùng | thứ ba của tháng | lần thứ 2 | cuối tháng."""
    found: set[int] = set()
    while True:
        one = _ordinal_of_weekday(c)
        if one is None:
            break
        found.add(one)
        at = c.at
        if c.accept(Kind.AND, Kind.COMMA) is None:
            break
        if c.kind() not in (Kind.ORDINAL, Kind.TIMES_A) and not _counts_in_month(c):
            c.at = at
            break
    return in_order(found) if found else None


def _ordinal_of_weekday(c: Cursor) -> int | None:
    if c.accept(Kind.TIMES_A):
        return ordinal_word(c)
    token = c.peek()
    if token.kind is Kind.ORDINAL:
        if c.kind(1) in (Kind.WEEK, Kind.YEAR, Kind.QUARTER):
            return None  # "thứ Bảy cuối tuần" names no n-th Saturday of a month
        c.take()
        return token.number
    if not _counts_in_month(c):
        return None
    c.take()
    return token.number + 2 if token.kind is Kind.WEEKDAY else c.take().number


def _counts_in_month(c: Cursor) -> bool:
    """True where "thứ hai", "thứ 2" is an ordinal: a month follows it, or the list that it begins."""
    ahead = 0
    while True:
        token = c.peek(ahead)
        if token.kind is Kind.WEEKDAY and _thu(token.text) and not token.text[4:5].isupper():
            ahead += 1
        elif token.kind is Kind.ORDINAL_PREFIX and c.kind(ahead + 1) is Kind.NUMBER:
            ahead += 2
        else:
            return False
        if c.kind(ahead) not in (Kind.AND, Kind.COMMA):
            break
        ahead += 1
    sign = c.peek(ahead)
    if sign.kind is Kind.THROUGHOUT:
        sign = c.peek(ahead + 1)
    if sign.kind is Kind.EACH:
        return str(sign.value) == Period.MONTH
    return sign.kind in _MONTH_SIGNS


def _thu(text: str) -> bool:
    return text[:2].lower() == "th"


def ordinal_word(c: Cursor) -> int | None:
    """An ordinal where no weekday can stand: after tuần, lần, quý."""
    token = c.peek()
    if token.kind is Kind.WEEKDAY and _thu(token.text):
        c.take()
        return token.number + 2
    return ordinal(c)


# weeks: tuần 3 | tuần 1, 3 và 5 | tuần đầu và tuần cuối của tháng | tuần thứ hai | 2 tuần đầu tháng
# weeks: các tuần 2 và 4 | tuần I và tuần III | từ tuần 1 đến tuần 3
def weeks(c: Cursor) -> p.Weeks | p.Either | None:
    """Weeks of the month by number or place."""
    at = c.at
    opened = c.accept(Kind.FROM) is not None
    c.skip(Kind.EVERY)
    leading = c.attempt(_first_weeks)
    if leading is not None:
        return leading
    several = c.kind() is Kind.EACH and c.peek().value == Period.WEEK and c.kind(1) in _WEEK_NUMBERS
    within = c.kind() is Kind.SAME_WEEK and _numbered_within(c)
    if c.accept(Kind.EACH if several else Kind.SAME_WEEK if within else Kind.WEEK) is None:
        return None
    weekday_named = any(c.tokens[k].kind is Kind.WEEKDAY for k in range(max(0, at - 3), at))
    by_word = c.kind() in (Kind.WEEKDAY, Kind.ORDINAL_PREFIX, Kind.ORDINAL)

    def element(c: Cursor) -> int | None:
        renewed = c.accept(Kind.WEEK) is not None
        if c.kind() is Kind.WEEKDAY or (c.kind() is Kind.ORDINAL_PREFIX and c.at > at + 1):
            if not (
                renewed
                or c.kind(-1) in (Kind.WEEK, Kind.EACH, Kind.SAME_WEEK)
                or (by_word and _list_ordinal(c, weekday_named))
            ):
                return None
            return ordinal_word(c)
        if (
            c.kind() is Kind.NUMBER_WORD
            and (renewed or c.kind(-1) is Kind.WEEK)
            and c.kind(1) is not Kind.TIMES_A
        ):
            return c.take().number
        found = ordinal(c)
        if found is None and c.kind() is Kind.TEXT:
            return roman_or_number(c, 5)
        return (
            found
            if found is not None
            else free_number(c, 0, 99, named=c.kind(-1) in (Kind.WEEK, Kind.SAME_WEEK))
        )

    found = c.listed(element)
    if not found or (opened and not isinstance(found[0], tuple)):
        return None
    named = weeks_part(found, c.since(at))
    return named if isinstance(named, p.Either) else _week_or_month(c, named) or named


def _numbered_within(c: Cursor) -> bool:
    """ "trong tuần 2", "trong tuần thứ hai của tháng": no week of a replay."""
    if c.peek().text.lower() != "trong tuần":
        return False
    ahead = c.peek(1)
    if ahead.kind is Kind.WEEKDAY:
        small = _thu(ahead.text) and not ahead.text[4:5].isupper()
        return small and c.kind(2) in (*_MONTH_SIGNS, Kind.THROUGHOUT, Kind.AND, Kind.COMMA)
    if ahead.kind is Kind.NUMBER:
        return c.kind(2) not in _COUNTED and c.kind(2) not in (Kind.SLASH, Kind.COLON)
    return ahead.kind in (Kind.ORDINAL, Kind.ORDINAL_PREFIX) and c.kind(2) is not Kind.SLASH


def _week_or_month(c: Cursor, named: p.Weeks) -> p.Either | None:
    """ "tuần 1/3" is week 1 of March, or weeks 1 and 3 where "hằng tháng" or a month says so."""
    if (
        c.kind(-2) is not Kind.SLASH
        or c.kind(-4) is not Kind.WEEK
        or c.kind() in (*_MONTH_SIGNS, Kind.THROUGHOUT)
    ):
        return None
    week, month = c.peek(-3), c.peek(-1)
    if week.kind is not Kind.NUMBER or month.kind is not Kind.NUMBER or not 1 <= month.number <= 12:
        return None
    in_month = (p.Weeks((week.number,)), p.Months(((month.number, month.number),)))
    facts = (("week", week.number), ("month", month.number))
    return p.Either((p.Way((named,), "week-or-month/weeks"), p.Way(in_month, "week-or-month/month", facts)))


def _list_ordinal(c: Cursor, weekday_named: bool) -> bool:
    """In "tuần thứ hai và thứ tư của tháng" the second is an ordinal; in "tuần thứ hai, thứ Tư" a weekday.

    Where a weekday stands before the weeks ("thứ Tư tuần thứ 3 và thứ 4"), what follows counts weeks.
    """
    if c.peek().text[4:5].isupper():
        return False
    if weekday_named:
        return True
    return c.kind(1) in (Kind.OF, Kind.EACH, Kind.MONTH) or (
        c.kind(1) in (Kind.AND, Kind.COMMA)
        and c.kind(2) is Kind.WEEKDAY
        and c.kind(3) in (Kind.OF, Kind.EACH, Kind.MONTH)
    )


def _first_weeks(c: Cursor) -> p.Weeks | None:
    """hai tuần đầu tháng: weeks 1 and 2."""
    count = c.number()
    if count is None or not 1 <= count <= 4 or c.accept(Kind.WEEK) is None:
        return None
    where = c.accept(Kind.ORDINAL)
    if where is None or where.number not in (1, -1):
        return None
    return p.Weeks(tuple(where.number * k for k in range(1, count + 1)))
