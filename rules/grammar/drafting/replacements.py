"""Rules that take the place of a part of others: "riêng thứ Bảy 18h15", "in August on the 20th"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules import schedule as s
from rules.grammar.drafting.drafts import DAYS, Draft, Mark, Place, Rule
from rules.grammar.drafting.titles import title, two_programmes
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p
from rules.schedule import Period

_OF_A_YEAR = 12
_OF_DAYS = DAYS | {p.Each, p.Every}
_WEEKDAYS, _OF_WEEKS, _NTH, _DATES = {p.Weekdays}, {p.Weekdays, p.Weeks}, {p.NthWeekdays}, {p.Dates}


def in_place_behind(draft: Draft, rule: Rule, others: Sequence[Rule]) -> Rule:
    """ "…; on the first Monday at 2 pm instead": it must be clear which days of the one rule it is for."""
    before = [one for one in others if one.has_days and one.start < rule.start]
    found = _clear(before[0], rule) if len(before) == 1 else None
    if found is None:
        draft.problems.append(problem("not-understood/unsure", *rule.span, text="instead"))
    return found or rule


def _clear(general: Rule, rule: Rule) -> Rule | None:
    """The rule, where it is clear which days of the one "instead" puts it in the place of."""
    weekdays = set(s.ALL_WEEKDAYS) if general.daily else set()
    if general.weekdays is not None and not general.of_each_month:
        weekdays = set(general.weekdays.days)
    if rule.dates is not None and rule.months is None and general.of_each_month:
        return rule.having(replace(rule.dates, in_month=True))
    if rule.dates is not None:
        own = set(rule.dates.weekdays)
        clear = rule.months is None and rule.has_clock and None not in own and own <= weekdays
    elif rule.nth is not None and rule.months is None:
        clear = rule.has_clock and set(rule.nth.weekdays) <= weekdays
    elif rule.months is not None:
        clear = rule.of_each_month and general.of_each_month
    else:
        clear = rule.weekdays is not None and rule.has_clock and set(rule.weekdays.days) <= weekdays
    return rule if clear else None


def month_of_its_own(draft: Draft, rule: Rule, others: Sequence[Rule]) -> Rule:
    """ "The 15th of each month, in August on the 20th": in August the 20th takes the place of the 15th.

    Where the month does not lead ("the 15th of each month, 20 August") it may be one more; so may it behind
    "and", beside weekdays, and with words that may be a title: refused. Two titles are two programmes.
    """
    months = _months_of(rule)
    if len(months) == _OF_A_YEAR or Mark.ALSO in rule.marks:
        return rule
    general = [one for one in others if one.start < rule.start and _repeats(one) and months < _months_of(one)]
    if not general or all(two_programmes(one, rule) for one in general):
        return rule
    first = general[0]
    led = bool(rule.months and Mark.LIMIT_FIRST in rule.marks) or bool(rule.dates and rule.dates.in_month)
    unsure = Mark.JOINED in rule.marks or bool(title(rule))
    which = bool(first.each or first.of_period or first.months)
    monthly = first.of_each_month and which and (rule.of_each_month or rule.dates is not None)
    if led and monthly and len(others) == 1 and not unsure:
        in_month = [replace(rule.dates, in_month=True)] if rule.dates else []
        return rule.marked(Mark.INSTEAD).having(*in_month)
    if led or (monthly and rule.clause == first.clause and rule.dates and not unsure):
        draft.problems.append(problem("adds-or-replaces/month", *rule.span))
    return rule


def week_of_its_own(draft: Draft, rule: Rule, others: Sequence[Rule]) -> None:
    """Report "8h thứ Hai hằng tuần, tuần 3 vào thứ Tư": the week leads; is it Monday's, too?"""
    if rule.weeks is None or Mark.WEEK_FIRST not in rule.marks or Mark.ALSO in rule.marks:
        return
    before = (one for one in others if one.start < rule.start and one.clause == rule.clause)
    if any(_of_each_week(one, rule.weekdays) and not two_programmes(one, rule) for one in before):
        draft.problems.append(problem("adds-or-replaces/week", *rule.span))


def _repeats(rule: Rule) -> bool:
    return not (Mark.INSTEAD in rule.marks or rule.dates) and (rule.names_days or rule.daily)


def _months_of(rule: Rule) -> set[int]:
    if rule.dates is not None:
        return {day.month for day in rule.dates.days}
    return set(rule.months.months) if rule.months is not None else set(range(1, _OF_A_YEAR + 1))


def in_place(draft: Draft, rules: list[Rule], k: int, places: Sequence[int], clauses: int) -> None:
    """ "riêng thứ Bảy 18h15", "riêng tháng 2 chuyển sang ngày 25": out of the others, a rule of its own.

    `places` are those of the others; its clause is one of its own, behind as many as there are.
    """
    rule, others = rules[k], [rules[at] for at in places]
    if _of_which(rule, others):
        draft.problems.append(problem("which-period", *rule.span))
        return
    taken_out = _taken_out(rule, others)
    found = None if taken_out is None else _completed(rule, others, taken_out)
    if taken_out is None or found is None:
        draft.problems.append(problem("not-understood/does-not-fit", *rule.span))
        return
    rules[k] = replace(found, place=found.place._replace(clause=found.clause + clauses))
    weekdays = taken_out.weekdays
    for at in places:
        if weekdays is None or _may_fall_on(rules[at], weekdays):
            rules[at] = replace(rules[at], exceptions=(*rules[at].exceptions, taken_out))


def _kinds(rule: Rule) -> set[type[object]]:
    """The kinds of days that it names; "of the month" beside the first Monday names none."""
    kinds = set(_OF_DAYS & rule.terms.keys())
    monthly = rule.of_each_month and rule.each is not None and rule.each.period is Period.MONTH
    return kinds - {p.Each} if monthly else kinds


def _taken_out(rule: Rule, others: Sequence[Rule]) -> Rule | None:
    """What of the others a rule is in the place of; None where that is not clear."""
    days, one = _kinds(rule), others[0] if len(others) == 1 else None
    out = Rule(place=Place(rule.clause, rule.start, rule.end))
    timed = rule.has_clock and rule.months is None
    if one is not None and rule.dates is not None and rule.dates.in_month:
        return out.having(p.Months(tuple((month, month) for month in sorted(_months_of(rule)))))
    if days == _OF_WEEKS and any(_of_each_week(other, rule.weekdays) for other in others):
        moved = one.weekdays if one is not None and not rule.has_clock and rule.months is None else None
        return None if moved is None or len(moved.days) > 1 else out.taking(rule, p.Weeks).having(moved)
    if others and days in (_WEEKDAYS, _OF_WEEKS, _NTH) and timed:
        return out.taking(rule, p.Weekdays, p.Weeks, p.NthWeekdays)
    if others and days == _DATES and rule.has_clock:
        return out.taking(rule, p.Dates)
    if one is not None and rule.months is not None and (days or rule.has_clock):
        return out.taking(rule, p.Months)
    return None


def _completed(rule: Rule, others: Sequence[Rule], taken_out: Rule) -> Rule | None:
    """The rule with what it leaves to the others; None where it leaves a weekday that they have not."""
    days, first = _kinds(rule), others[0]
    if taken_out.months is None:
        rule = rule.taking(first, p.Months, p.DateRange, p.Year)
    elif not days:
        rule = rule.taking(first, *_OF_DAYS)
    elif days == {p.Weeks}:  # "riêng tháng 2 chỉ họp tuần 2"
        if first.weekdays is not None and not (first.nth or first.dates):
            rule = rule.having(first.weekdays)
        elif first.weeks is None:
            return None
    return replace(
        rule,
        slots=rule.slots if rule.has_clock else first.slots,
        replays=rule.replays or (first.replays if len(others) == 1 else ()),
        lead_channels=rule.lead_channels or first.lead_channels,
    )


def _of_which(rule: Rule, others: Sequence[Rule]) -> bool:
    """ "Daily 7-17h, Sundays only 7-11h, in November": a period behind the change may be that of all.

    One of another kind than months cannot be said of the change alone.
    """
    if any(other.months or other.between for other in others):
        return rule.between is not None and any(other.between != rule.between for other in others)
    return rule.between is not None or Mark.BOUND_APART in rule.marks


def _of_each_week(rule: Rule, weekdays: p.Weekdays | None) -> bool:
    """ "8h thứ Hai hằng tuần, riêng tuần 1 họp vào thứ Ba": another weekday of each week."""
    own = (
        rule.weekdays is not None
        and weekdays is not None
        and not set(rule.weekdays.days) & set(weekdays.days)
    )
    return own and not (rule.weeks or rule.nth or rule.dates or rule.month_days or rule.every)


def _may_fall_on(rule: Rule, weekdays: p.Weekdays) -> bool:
    """False for "thứ Hai đến thứ Bảy; riêng Chủ nhật 18h45": nothing is taken out."""
    return rule.weekdays is None or any(day in rule.weekdays.days for day in weekdays.days)
