"""What the rules of one clause have in common, and rules that are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules import schedule as s
from rules.grammar.sentences.drafts import Rule
from rules.grammar.terms import parts as p
from rules.schedule import Period


def merged(recurrences: Sequence[s.Recurrence]) -> tuple[s.Recurrence, ...]:
    """Rules on the same days are one rule with several slots; what stands twice counts once."""
    slots: dict[s.DaySet, list[s.Slot]] = {}
    for recurrence in recurrences:
        slots.setdefault(recurrence.on, []).extend(recurrence.slots)
    return tuple(s.Recurrence(on, tuple(dict.fromkeys(found))) for on, found in slots.items())


def share(rules: Sequence[Rule]) -> None:
    """Within one clause, times, months and a year that stand once belong to every rule of it.

    "thứ Hai tuần 1 và thứ Tư tuần 3 lúc 17h45": the time is both rules'. A day that stands behind
    a rule that already has its own days and time takes nothing ("thứ Hai 8h, 9h thứ Tư").
    """
    _join_lone_times(rules)
    _share_heading(rules)
    for scope in _clauses(rules):
        _share_slots(scope)
        _share_months(scope)
        _share_bounds(scope)
        _share_exceptions(scope)
        _share_year(scope)


def _clauses(rules: Sequence[Rule]) -> list[list[Rule]]:
    by_run: dict[int, list[Rule]] = {}
    for rule in rules:
        by_run.setdefault(rule.run, []).append(rule)
    return list(by_run.values())


def unequal(rules: Sequence[Rule]) -> Iterator[tuple[str, Rule]]:
    """Rules of one clause that lack what the others have: to leave it out would be a silent guess.

    "thứ Tư tuần 3 và thứ Sáu": of which week? "thứ Hai 8h, 9h thứ Tư": at what time? "June, Monday 8:00;
    Tuesday 9:00": in June, too?
    """
    if rules and rules[0].limit_first and not rules[0].heading and rules[0].has_days:
        yield from (("which-period", rule) for rule in rules if rule.run != rules[0].run and _unlimited(rule))
    for clause in _clauses(rules):
        scope = [rule for rule in clause if rule.has_days]
        if any(rule.weeks or rule.nth or rule.month_days for rule in scope):
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
            yield from (("which-time", rule) for rule in scope if not (rule.has_clock or rule.timeless))


def _of_a_month(rule: Rule) -> bool:
    return bool(rule.month_days or rule.nth or (rule.workdays and rule.workdays.ordinals))


def _unlimited(rule: Rule) -> bool:
    return rule.has_days and not (rule.months or rule.between or rule.dates)


def _share_heading(rules: Sequence[Rule]) -> None:
    """A limit with a colon behind it heads the phrase: "June: Monday 8:00; Tuesday 9:00"."""
    if rules and rules[0].heading:
        for rule in rules[1:]:
            if _unlimited(rule):
                rule.months, rule.between = rules[0].months, rules[0].between


def _share_bounds(scope: list[Rule]) -> None:
    """Bounds in front of several rules are those of each, as bounds behind rules that share one time are."""
    bounded = [rule for rule in scope if rule.between is not None]
    days = [rule for rule in scope if rule.has_days]
    if len(bounded) != 1:
        return
    timed = sum(rule.has_clock for rule in days) > 1 and not all(rule.slots == days[0].slots for rule in days)
    if bounded[0].limit_first or not timed:
        for rule in days:
            if not (rule.between or rule.dates):
                rule.between = bounded[0].between


def _join_lone_times(rules: Sequence[Rule]) -> None:
    """A clause of nothing but a time goes on with the one before: "10 Feb, 13 Apr; 10.30am"."""
    by_run: dict[int, list[Rule]] = {}
    for rule in rules:
        by_run.setdefault(rule.run, []).append(rule)
    for rule in rules:
        before = by_run.get(rule.run - 1, ())
        alone = len(by_run[rule.run]) == 1
        if alone and rule.times_only and before and not any(one.has_clock for one in before):
            by_run[rule.run].remove(rule)
            rule.run -= 1
            by_run[rule.run].append(rule)


def _share_slots(scope: list[Rule]) -> None:
    without = [rule for rule in scope if rule.has_days and not (rule.has_clock or rule.timeless)]
    timed = [rule for rule in scope if rule.has_clock]
    if len(timed) != 1 or not without:
        return
    giver = timed[0]
    without = [rule for rule in without if rule.is_due == giver.is_due]
    if not without:
        return
    behind = scope.index(giver) > max(scope.index(rule) for rule in without)
    before = scope.index(giver) < min(scope.index(rule) for rule in without)
    if (behind and giver.days_first) or (before and not giver.days_first) or not giver.has_days:
        for rule in without:
            rule.slots, rule.lead_channels = giver.slots, rule.lead_channels or giver.lead_channels
            rule.replays = rule.replays or giver.replays


def _share_months(scope: list[Rule]) -> None:
    months = [rule.months for rule in scope if rule.months is not None]
    if len(months) == 1:
        for rule in scope:
            monthly = (
                rule.each is not None and rule.each.period is Period.MONTH
            )  # "hằng tháng" is of each month
            if rule.months is None and rule.has_days and not monthly and rule.dates is None:
                rule.months = months[0]


def _share_exceptions(scope: list[Rule]) -> None:
    exceptions = [exception for rule in scope for exception in rule.exceptions]
    if exceptions and len(scope) > 1:
        for rule in scope:
            rule.exceptions = list(exceptions)


def _share_year(scope: list[Rule]) -> None:
    years = {rule.year.year for rule in scope if rule.year is not None and rule.year.year is not None}
    if len(years) == 1:
        year = p.Year(next(iter(years)))
        for rule in scope:
            if rule.year is None or rule.year.year is None:
                rule.year = year
