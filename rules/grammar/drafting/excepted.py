"""Exceptions that leave the weekday out: "every Tuesday except the last in the month" means its last Tuesday.

Above each production stand phrases that a test reads.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.drafting.drafts import Draft, Rule, Slot
from rules.grammar.lexing.cursor import Cursor, flat
from rules.grammar.meaning.choices import Assembling
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p
from rules.grammar.terms.shared.calendar import ordinal
from rules.grammar.terms.shared.clock import hour_in
from rules.grammar.terms.vi.days import ordinal_word
from rules.schedule import Period
from rules.vocabulary import Kind
from rules.vocabulary.doubts import OUT

_WEEKDAYS = (Kind.WEEKDAY, Kind.WEEKDAYS)


# last_of_rule: thứ Ba, trừ buổi cuối cùng của tháng | thứ Ba, trừ kỳ đầu tiên hằng tháng
# last_of_rule: Tuesdays except the last in the month | every Monday, but not the first one of the month
def last_of_rule(c: Cursor) -> p.NthWeekdays | p.Either | None:
    """The n-th of the days of the rule in the month; "the 3rd of the month" may be a day of the month."""
    if not _led_by_except(c) or not any(t.kind in _WEEKDAYS for t in c.tokens[: c.at]):
        return None
    numeric = c.kind() is Kind.NUMBER
    numbers = flat(c.listed(_vietnamese if c.lang == "vi" else _english))
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


def _english(c: Cursor) -> int | None:
    c.skip(Kind.FILLER)
    found = ordinal(c)
    if found is not None and c.kind(1) in (Kind.EACH, Kind.AND, Kind.COMMA):
        one = c.kind() is Kind.NUMBER_WORD and c.peek().number == 1
        if one or c.kind() in (Kind.UNIT, Kind.TIMES_A):
            c.take()
    return found


def _vietnamese(c: Cursor) -> int | None:
    c.accept(Kind.UNIT, Kind.TIMES_A)
    return ordinal_word(c)


def _of_month(c: Cursor) -> bool:
    if c.kind() is Kind.EACH and c.peek().value is Period.MONTH:
        c.take()
        return True
    c.skip(Kind.OF, Kind.THROUGHOUT)
    each = c.accept(Kind.EACH)
    if each is not None:
        return each.value is Period.MONTH
    return c.accept(Kind.MONTH) is not None and c.kind() is not Kind.NUMBER


def name_weekdays(draft: Draft) -> None:
    """Give such exceptions the one weekday of their clause; with several it stays open which is meant."""
    for rule in draft.rules:
        for at, exception in enumerate(rule.exceptions):
            nth = exception.nth
            if nth is None or nth.weekdays:
                continue
            clause = [one for one in draft.rules if one.run == rule.run and one.has_days]
            weekdays = {one.weekdays.days if _weekly(one) and one.weekdays else () for one in clause}
            days = weekdays.pop() if len(weekdays) == 1 else ()
            if len(days) != 1:
                draft.problems.append(problem("not-understood/does-not-fit", *exception.span))
                continue
            rule.exceptions[at] = replace(exception, nth=replace(nth, weekdays=days))


def _weekly(rule: Rule) -> bool:
    counted = (rule.nth, rule.weeks, rule.month_days, rule.dates, rule.workdays, rule.day_range, rule.every)
    return not (rule.daily or any(counted))


def by_part_of_day(a: Assembling, rules: Sequence[Rule]) -> list[Rule]:
    """The rules; times that are out on some days ("trừ sáng Chủ nhật") have a rule of their own."""
    found: list[Rule] = []
    for rule in rules:
        parted = [one for one in rule.exceptions if one.part is not None]
        if not parted:
            found.append(rule)
            continue
        within = [slot for slot in rule.slots if _lies_in(slot, parted[0].part or "")]
        if not within or len({one.part for one in parted}) > 1 or rule.replays:
            a.fault("not-understood/does-not-fit", parted[0].span)
        others = [slot for slot in rule.slots if slot not in within]
        kept = [one for one in rule.exceptions if one.part is None]
        groups = [replace(rule, slots=within), replace(rule, slots=others, exceptions=kept)]
        groups = groups[:1] if not others else groups
        found += groups if within[:1] == rule.slots[:1] else groups[::-1]
    return found


def _lies_in(slot: Slot, part: str) -> bool:
    """True for a time that is in a part of the day to its end."""
    if slot.clock is None or not slot.clock.sure:
        return False
    begin = 60 * slot.clock.at.hour + slot.clock.at.minute
    last = begin + max((slot.clock.minutes or 0) - 1, 0)
    return all(hour_in(minute // 60, part) == minute // 60 for minute in (begin, last))
