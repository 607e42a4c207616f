"""Rules that are one, and rules of one clause that lack what the others have."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from rules import schedule as s
from rules.grammar.drafting.drafts import DAYS, Mark, Rule
from rules.grammar.drafting.titles import two_programmes
from rules.grammar.sentences.row import PLAIN
from rules.grammar.terms import parts as p


def merged(recurrences: Sequence[s.Recurrence]) -> tuple[s.Recurrence, ...]:
    """Rules on the same days are one rule with several slots; what stands twice counts once."""
    slots: dict[s.DaySet, list[s.Slot]] = {}
    for recurrence in recurrences:
        slots.setdefault(recurrence.on, []).extend(recurrence.slots)
    return tuple(s.Recurrence(on, tuple(dict.fromkeys(found))) for on, found in slots.items())


def said_again(rules: Sequence[Rule], recurrences: Sequence[s.Recurrence]) -> set[int]:
    """The places of days without a time that stand once more with one: a heading over its times."""
    timed = {one.on for one in recurrences if one.timed}
    return {
        k
        for k, (rule, one) in enumerate(zip(rules, recurrences, strict=True))
        if not (one.timed or Mark.TIMELESS in rule.marks or rule.replays) and one.on in timed
    }


def _clauses(rules: Sequence[Rule]) -> list[list[Rule]]:
    by_clause: dict[int, list[Rule]] = {}
    for rule in rules:
        by_clause.setdefault(rule.clause, []).append(rule)
    return list(by_clause.values())


def unequal(rules: Sequence[Rule]) -> Iterator[tuple[str, Rule]]:
    """Rules of one clause that lack what the others have: to leave it out would be a silent guess.

    "thứ Tư tuần 3 và thứ Sáu": of which week? "thứ Hai 8h, 9h thứ Tư": at what time? "June, Monday 8:00;
    Tuesday 9:00": in June, too?
    """
    yield from (("which-period", rule) for rule in _behind_a_limit(rules))
    for clause in _clauses(rules):
        scope = [rule for rule in clause if rule.has_days]
        if any(rule.weeks or rule.nth or rule.month_days or _some_days(rule) for rule in scope):
            weekly = (rule for rule in scope if rule.weekdays and not rule.says_which_weeks)
            yield from (("which-week/weekly", rule) for rule in weekly)
            if any(rule.weekdays for rule in scope):
                whole = (rule for rule in scope if rule.weeks and not (rule.weekdays or rule.each))
                yield from (("which-weekday", rule) for rule in whole)
        if any(rule.dates for rule in scope):
            bare = (rule for rule in scope if _of_a_month(rule) and not (rule.months or rule.each))
            yield from (("which-month", rule) for rule in bare)
        if len({bool(rule.between) for rule in scope if not rule.dates}) > 1:
            yield from (("which-period", rule) for rule in scope if not (rule.between or rule.dates))
        if any(rule.has_clock for rule in scope):
            bare = (rule for rule in scope if not rule.has_clock)
            yield from (("which-time", rule) for rule in bare if Mark.TIMELESS not in rule.marks)
    yield from (("which-time", rule) for rule in _without_time(rules))
    yield from (("which-week", rule) for rule in _bare_months(rules))
    yield from (("which-week/weekly", rule) for rule in _behind_replays(rules))


def _behind_replays(rules: Sequence[Rule]) -> Iterator[Rule]:
    """ "17h45 thứ Tư tuần 3, phát lại 22h; 6h thứ Năm": one more replay, or every Thursday?"""
    for before, rule in pairwise(rules):
        weekly = rule.terms.keys() == {p.Weekdays} and rule.has_clock and not rule.says_which_weeks
        if before.replays and before.of_each_month and weekly and not _worded(rule):
            yield rule


def _bare_months(rules: Sequence[Rule]) -> Iterator[Rule]:
    """ "Tuần đầu của tháng 3; tháng 6": all of June, or its first week, too?"""
    weeks = [rule for rule in rules if rule.weeks and rule.months and not rule.weekdays]
    for rule in rules:
        bare = rule.terms.keys() == {p.Months} and not (rule.slots or _worded(rule))
        if bare and any(one.start < rule.start for one in weeks):
            yield rule


def _without_time(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Days without a time in a clause of their own, beside a time in another clause that may be theirs."""
    timed = [rule for rule in rules if rule.has_clock]
    for rule in rules:
        if rule.has_clock or rule.is_due or not rule.names_days or rule.marks & {Mark.TIMELESS, Mark.INSTEAD}:
            continue
        beside = [one for one in timed if one.clause != rule.clause and _may_share(rule, one)]
        if beside and not any(two_programmes(one, rule) for one in beside):
            yield rule


def _may_share(rule: Rule, timed: Rule) -> bool:
    """ "8h thứ Hai; ngày 15", "ngày 15; thứ Hai 8h": the time may be that of both."""
    named = DAYS - {p.DayRange}
    if rule.terms.keys() & named == timed.terms.keys() & named:
        return not (_worded(rule) or _worded(timed))  # with words, a tree of its own shares the time
    return Mark.DAYS_FIRST in timed.marks if timed.start > rule.start else Mark.DAYS_FIRST not in timed.marks


def _worded(rule: Rule) -> bool:
    """True where the rule stands beside text, which may name what it is about."""
    return any(word.kind in PLAIN for words in rule.words for word in words)


def _some_days(rule: Rule) -> bool:
    """ "8h ngày 5 - 10 hằng tháng": days of the month one by one, as a time has them."""
    return rule.day_range is not None and rule.has_clock


def _of_a_month(rule: Rule) -> bool:
    return bool(rule.month_days or rule.nth or (rule.workdays and rule.workdays.ordinals))


def _behind_a_limit(rules: Sequence[Rule]) -> Iterator[Rule]:
    """Rules without a period in clauses behind one that begins with its own."""
    first = rules[0] if rules else Rule()
    if Mark.LIMIT_FIRST in first.marks and Mark.HEADING not in first.marks and first.has_days:
        yield from (rule for rule in rules if rule.clause != first.clause and _unlimited(rule))


def _unlimited(rule: Rule) -> bool:
    return rule.has_days and not (rule.months or rule.between or rule.dates)
