"""Exceptions that leave the weekday out: "Tuesdays except the last in the month" means the last Tuesday."""

from __future__ import annotations

from collections.abc import Callable

from rules.grammar.lexing.cursor import Cursor, flat
from rules.grammar.terms import parts as p
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT

_WEEKDAYS = (Kind.WEEKDAY, Kind.WEEKDAYS)


def last_of_rule(c: Cursor, number: Callable[[Cursor], int | None]) -> p.NthWeekdays | p.Either | None:
    """The n-th of the days of the rule in the month; "the 3rd of the month" may be a day of the month.

    `number` reads one of the numbers.
    """
    if not _led_by_except(c) or not any(t.kind in _WEEKDAYS for t in c.tokens[: c.at]):
        return None
    numeric = c.kind() is Kind.NUMBER
    numbers = flat(c.listed(number))
    if not numbers or any(not (n == -1 or 1 <= n <= 5) for n in numbers) or not _of_month(c):
        return None
    meant = p.NthWeekdays(numbers, ())
    if not numeric:
        return meant
    day = p.Way((p.MonthDays(numbers), p.Each(Period.MONTH)), "except-nth/day", (("n", numbers[0]),))
    return p.Either((p.Way((meant,), "except-nth/weekday", (("n", numbers[0]),)), day))


def _led_by_except(c: Cursor) -> bool:
    at = c.at - 1
    while at >= 0 and c.tokens[at].kind in (Kind.FILLER, Kind.OF, Kind.AT):
        at -= 1
    before = c.tokens[at] if at >= 0 else None
    return before is not None and (before.kind is Kind.EXCEPT or before.value == OUT)


def _of_month(c: Cursor) -> bool:
    if c.kind() is Kind.EACH and c.peek().value is Period.MONTH:
        c.take()
        return True
    c.skip(Kind.OF, Kind.THROUGHOUT)
    each = c.accept(Kind.EACH)
    if each is not None:
        return each.value is Period.MONTH
    return c.accept(Kind.MONTH) is not None and c.kind() is not Kind.NUMBER
