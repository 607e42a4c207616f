"""What one clause takes from another: times, days, "the same day", and clauses that change part of a rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules import schedule as s
from rules.grammar.drafting.drafts import Draft, Rule
from rules.grammar.drafting.excepted import name_weekdays
from rules.grammar.drafting.places import Places
from rules.grammar.drafting.titles import title, two_programmes
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p
from rules.schedule import Period

_SATURDAY = 5
_OF_A_YEAR = 12
_OF_DAYS = ("weekdays", "nth", "workdays", "weeks", "month_days", "dates", "day_range", "each", "every")


def relate(draft: Draft, places: Places) -> None:
    """Give the clauses of a phrase what they leave to one another; called once, when all is dealt."""
    rules = [rule for rule in draft.rules if not rule.empty]
    plain = [rule for rule in rules if not rule.instead]
    name_weekdays(draft)
    _same_clock(draft, plain, places)
    _instead_behind(draft, rules)
    for at, rule in enumerate(plain):
        _opened(draft, rule, plain[:at])
    plain = _kept(draft, plain)
    dayed = [rule for rule in plain if rule.has_days and not rule.one_piece]
    for rule in dayed:
        _month_of_its_own(draft, rule, [one for one in dayed if one is not rule])
    for rule in rules:
        if rule.instead:
            _instead(draft, rule, [one for one in plain if one.has_days and not one.instead])


def _same_clock(draft: Draft, rules: Sequence[Rule], places: Places) -> None:
    """ "thứ Ba 8h; thứ Năm cùng giờ": the one time is that of all."""
    said = [
        part
        for at, part in enumerate(places.parts)
        if isinstance(part.meaning, p.SameTime) and not places.in_replay(at)
    ]
    if not said:
        return
    timed = [rule for rule in rules if rule.has_clock]
    without = [rule for rule in rules if rule.has_days and not rule.has_clock]
    if len(timed) == 1:
        for rule in without:
            rule.slots = timed[0].slots
    elif without or not timed:
        draft.problems.append(problem("which-time/same", said[0].start, said[0].end))


def _instead_behind(draft: Draft, rules: Sequence[Rule]) -> None:
    """ "…; on the first Monday at 2 pm instead": it must be clear which days of the one rule it is for."""
    for rule in rules:
        if rule.instead_behind:
            before = [one for one in rules if one is not rule and one.has_days and one.start < rule.start]
            if len(before) != 1 or not may_replace(before[0], rule):
                draft.problems.append(problem("not-understood/unsure", *rule.span, text="instead"))


def _kept(draft: Draft, rules: Sequence[Rule]) -> list[Rule]:
    """Those that are still in the draft."""
    there = set(map(id, draft.rules))
    return [rule for rule in rules if id(rule) in there]


def _drop(draft: Draft, rule: Rule) -> None:
    draft.rules.remove(rule)


def _month_of_its_own(draft: Draft, rule: Rule, others: Sequence[Rule]) -> None:
    """ "The 15th of each month, in August on the 20th": in August the 20th takes the place of the 15th.

    Where the month does not lead ("the 15th of each month, 20 August") it may be one more; so may it behind
    "and", beside weekdays, and with words that may be a title: refused. Two titles are two programmes.
    """
    months = _months_of(rule)
    if len(months) == _OF_A_YEAR or rule.adds:
        return
    general = [one for one in others if one.start < rule.start and _repeats(one) and months < _months_of(one)]
    if not general or all(two_programmes(one, rule) for one in general):
        return
    led = bool(rule.months and rule.limit_first) or bool(rule.dates and rule.dates.in_month)
    unsure = bool(rule.joined or title(rule))
    which = bool(general[0].each or general[0].of_period or general[0].months)
    monthly = general[0].of_each_month and which and (rule.of_each_month or rule.dates is not None)
    if led and monthly and len(others) == 1 and not unsure:
        rule.instead = True
        rule.dates = rule.dates and replace(rule.dates, in_month=True)
    elif led or (monthly and rule.run == general[0].run and rule.dates and not unsure):
        draft.problems.append(problem("adds-or-replaces/month", *rule.span))


def _repeats(rule: Rule) -> bool:
    return not (rule.instead or rule.dates) and (rule.names_days or rule.daily)


def _opened(draft: Draft, rule: Rule, before: Sequence[Rule]) -> None:
    """ "Opens at 10 am on Tuesday 8 October and sits at 10 am each weekday until 18 October": from the 8th.

    So where the date's weekday and time are those of the rule behind it; else a date before a rule that has
    an end and no beginning may be its beginning, or another event: refused.
    """
    between = rule.between
    if between is None or between.first is not None or between.last is None or rule.adds or not rule.has_days:
        return
    if rule.weeks and not rule.weekdays:
        return
    dates = [(one, one.dates) for one in before if one.dates is not None and len(one.dates.days) == 1]
    if not dates:
        return
    date, opening = dates[-1]
    first, weekday = opening.days[0], (opening.weekdays or (None,))[0]
    alike = [slot.clock for slot in date.slots] == [slot.clock for slot in rule.slots] and date.has_clock
    on = rule.daily or (
        rule.weekdays is not None and weekday in rule.weekdays.days and not rule.of_each_month
    )
    on = on or (rule.workdays == p.Workdays(()) and weekday is not None and weekday < _SATURDAY)
    plain = not (date.weekdays or date.weeks or date.months or date.replays or date.exceptions)
    if len(dates) == 1 and alike and on and plain and date.run == rule.run:
        rule.between = p.DateRange(first, between.last, weekday, between.last_weekday)
        draft.rules[:] = [one for one in draft.rules if one is not date]
        return
    draft.problems.append(problem("open-span/begins", *date.span))


def may_replace(general: Rule, rule: Rule) -> bool:
    """True where it is clear which days of the one rule "instead" puts the other in the place of."""
    weekdays = set(s.ALL_WEEKDAYS) if general.daily else set()
    if general.weekdays is not None and not general.of_each_month:
        weekdays = set(general.weekdays.days)
    if rule.dates is not None and rule.months is not None:
        return False
    if rule.dates is not None and general.of_each_month:
        rule.dates = replace(rule.dates, in_month=True)
        return True
    if rule.dates is not None:
        return rule.has_clock and None not in rule.dates.weekdays and set(rule.dates.weekdays) <= weekdays
    if rule.nth is not None and rule.months is None:
        return rule.has_clock and set(rule.nth.weekdays) <= weekdays
    if rule.months is not None:
        return rule.of_each_month and general.of_each_month
    return rule.weekdays is not None and rule.has_clock and set(rule.weekdays.days) <= weekdays


def _months_of(rule: Rule) -> set[int]:
    if rule.dates is not None:
        return {day.month for day in rule.dates.days}
    return set(rule.months.months) if rule.months is not None else set(range(1, 13))


def _instead(draft: Draft, rule: Rule, others: Sequence[Rule]) -> None:
    """ "riêng thứ Bảy 18h15", "riêng tháng 2 chuyển sang ngày 25": out of the others, a rule of its own."""
    if _of_which(rule, others):
        draft.problems.append(problem("which-period", *rule.span))
        return
    taken_out = Rule(run=rule.run, start=rule.start, end=rule.end)
    days = [name for name in _OF_DAYS if getattr(rule, name) is not None]
    if rule.of_each_month and rule.each is not None and rule.each.period is Period.MONTH:
        days.remove("each")  # "the first Monday of the month"
    if len(others) == 1 and rule.dates is not None and rule.dates.in_month:
        months = sorted(_months_of(rule))
        taken_out.months = p.Months(tuple((month, month) for month in months))
    elif days == ["weekdays", "weeks"] and any(_of_each_week(one, rule.weekdays) for one in others):
        moved = (
            others[0].weekdays if len(others) == 1 and not rule.has_clock and rule.months is None else None
        )
        if moved is None or len(moved.days) > 1:
            draft.problems.append(problem("not-understood/does-not-fit", *rule.span))  # in whose place?
            return
        taken_out.weekdays, taken_out.weeks = moved, rule.weeks
    elif others and days == ["weekdays"] and rule.has_clock and rule.months is None:
        taken_out.weekdays = rule.weekdays
    elif others and days in (["weekdays", "weeks"], ["nth"]) and rule.has_clock and rule.months is None:
        taken_out.weekdays, taken_out.weeks, taken_out.nth = rule.weekdays, rule.weeks, rule.nth
    elif others and days == ["dates"] and rule.has_clock:
        taken_out.dates = rule.dates
    elif len(others) == 1 and rule.months is not None and (days or rule.has_clock):
        taken_out.months = rule.months
        if not days:
            for name in _OF_DAYS:
                setattr(rule, name, getattr(others[0], name))
    else:
        draft.problems.append(problem("not-understood/does-not-fit", *rule.span))
        return
    if days == ["weeks"] and taken_out.months is not None:  # "riêng tháng 2 chỉ họp tuần 2"
        if others[0].weekdays is not None and not (others[0].nth or others[0].dates):
            rule.weekdays = others[0].weekdays
        elif others[0].weeks is None:
            draft.problems.append(problem("not-understood/does-not-fit", *rule.span))
            return
    rule.run += len(draft.rules)  # a clause of its own
    if not rule.has_clock:
        rule.slots = others[0].slots
    rule.replays = rule.replays or (others[0].replays if len(others) == 1 else [])
    rule.lead_channels = rule.lead_channels or others[0].lead_channels
    if taken_out.months is None:
        rule.months, rule.between, rule.year = others[0].months, others[0].between, others[0].year
    for other in others:
        if taken_out.weekdays is None or _may_fall_on(other, taken_out.weekdays):
            other.exceptions.append(taken_out)


def _of_which(rule: Rule, others: Sequence[Rule]) -> bool:
    """ "Daily 7-17h, Sundays only 7-11h, in November": a period behind the change may be that of all.

    One of another kind than months cannot be said of the change alone.
    """
    if any(other.months or other.between for other in others):
        return rule.between is not None and any(other.between != rule.between for other in others)
    return rule.between is not None or rule.bound_apart


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
