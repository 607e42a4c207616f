"""Drafts -> a schedule; where the words fit several schedules, one for each reading."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeVar

from rules import schedule as s
from rules.grammar.choices import Assembling, Option, Surroundings, option
from rules.grammar.drafting.drafts import Draft, Facts, Mark, Rule
from rules.grammar.lexing.tokens import Problem
from rules.grammar.meaning.alternating import in_every_months
from rules.grammar.meaning.competing import begun, settled
from rules.grammar.meaning.coordination import merged, said_again, unequal
from rules.grammar.meaning.counts import quotas
from rules.grammar.meaning.days import (
    a_day_later,
    days_of,
    in_quarter,
    limits_of,
    range_checked,
    weekday_checked,
)
from rules.grammar.meaning.parts_of_day import by_part_of_day, lies_in
from rules.grammar.meaning.periods import Made, bounds_apart, each_of_all, no_day, without_days
from rules.grammar.meaning.runs import own_years, run_out, weekly_from
from rules.grammar.meaning.slots import slots_of
from rules.grammar.messages import problem
from rules.grammar.verifying.checks import (
    agrees,
    count_agrees,
    dates_exist,
    dates_in_months,
    dates_stated,
    days_to_choose,
    quotas_agree,
    series_ends,
    week_stated,
)
from rules.grammar.verifying.consistency import contradiction, lost_exception, other_year, out_twice
from rules.grammar.verifying.emptiness import apart, no_days, no_window, outside, takes_nothing_out
from rules.grammar.verifying.one_of_series import one_of_series, told_apart
from rules.schedule import Period

_T = TypeVar("_T")
_MOST_READINGS = 16
_CONTRADICTIONS = frozenset({"weekday-contradicts-date"})


class Reading(NamedTuple):
    """A schedule and what was chosen to reach it, empty where nothing was doubtful."""

    schedule: s.Schedule
    chosen: tuple[Option[object], ...]


class Assembled(NamedTuple):
    """Every reading of a draft; or the problems that leave it without one; and warnings.

    `labels` are the places of words that mark a replay of something: they are no part of a reading.
    """

    readings: list[Reading]
    problems: list[Problem]
    warnings: list[Problem]
    labels: Sequence[tuple[int, int]] = ()


def assemble(draft: Draft, around: Surroundings) -> Assembled:
    """Run the assembly, once for each combination of answers where something is doubtful."""
    if draft.facts.weeks is not None:
        around = replace(around, weeks=draft.facts.weeks)
    first, schedule = _run(draft, around)
    if first.problems:
        return Assembled([], first.problems, first.warnings)
    if not first.doubts:
        return Assembled([Reading(schedule, ())], [], first.warnings)
    readings: list[Reading] = []
    answers = itertools.product(*(range(doubt.ways) for doubt in first.doubts))
    for preset in itertools.islice(answers, _MOST_READINGS):
        run, schedule = _run(draft, around, preset)
        if not run.problems and all(schedule != reading.schedule for reading in readings):
            readings.append(Reading(schedule, tuple(doubt.taken for doubt in run.doubts)))
    if len(readings) == 1 and any(option.code in _CONTRADICTIONS for option in readings[0].chosen):
        # The other way to take it fits nothing else: that settles no contradiction.
        span = (min(rule.start for rule in draft.rules), max(rule.end for rule in draft.rules))
        return Assembled([], [problem("not-understood/contradicts", *span)], first.warnings)
    return Assembled(readings, [], first.warnings)


def _run(draft: Draft, around: Surroundings, preset: tuple[int, ...] = ()) -> tuple[Assembling, s.Schedule]:
    a = Assembling(draft, around, preset)
    return a, _schedule(a)


def _schedule(a: Assembling) -> s.Schedule:
    facts = a.draft.facts
    year = a.around.year
    rules, named = told_apart(apart([rule for rule in a.draft.rules if not rule.empty], year), year)
    _at_odds(a, rules)
    owners, made = _all_made(a, rules)
    airings = settled(a, owners, made.recurrences)
    one_of_series(a, named, airings)
    quotas_agree(a, airings)
    days_to_choose(a, airings)
    series_ends(a, airings)
    counted = quotas(a, made.windows) or facts.target
    if not a.problems:
        _counted_once(a, made.recurrences)
    _without_rules(a.draft, counted, made)
    _left_open(a)
    return s.Schedule(
        merged(airings),
        _once(made.windows),
        _once(made.spans),
        counted,
        s.Stay(facts.stay.count, facts.stay.period) if facts.stay else None,
        _shift(facts),
        a.around.weeks,
    )


def _at_odds(a: Assembling, rules: Sequence[Rule]) -> None:
    """Report rules that lack what others have, and exceptions that no days carry or that are out twice."""
    for key, rule in unequal(rules):
        a.fault(key, rule.span)
    lost = lost_exception(a.draft.rules)
    if lost is not None:
        a.fault("not-understood/does-not-fit", lost.span)
    twice = out_twice(a.draft.rules)
    if twice is not None:
        a.fault("not-understood/except-what", twice.span)


def _all_made(a: Assembling, rules: list[Rule]) -> tuple[list[Rule], Made]:
    """What the rules make, each thing once; and the rule of each recurrence."""
    made = Made([], [], [])
    owners: list[Rule] = []
    for rule in by_part_of_day(a, begun(a, _with_deadlines(a, rules))):
        before = len(made.recurrences), len(made.windows)
        _rule(a, rule, made)
        owners += [rule] * (len(made.recurrences) - before[0])
        _has_a_day(a, rule, made.recurrences[before[0] :], made.windows[before[1] :])
    if not a.problems and takes_nothing_out(made.recurrences, a.around.year, a.around.weeks):
        out = next((one for rule in a.draft.rules for one in rule.exceptions), a.draft.rules[0])
        a.fault("not-understood/except-what", out.span)
    if any(each_of_all(window) for window in made.windows):
        # "Mỗi tháng 01 trang; từ tháng 3 đến tháng 11": from March on, or is each month another matter?
        for rule in filter(bounds_apart, rules):
            a.fault("which-period", rule.span)
    again = said_again(owners, made.recurrences)
    made.recurrences[:] = [one for k, one in enumerate(made.recurrences) if k not in again]
    return [rule for k, rule in enumerate(owners) if k not in again], made


def _without_rules(draft: Draft, counted: Sequence[s.Quota], made: Made) -> None:
    """Add what a phrase means that names no days: "mỗi quý một chương trình", "phát định kỳ"."""
    stated = draft.facts.quotas
    if made.recurrences or made.windows or made.spans:
        return
    if draft.facts.regular:
        if not counted:
            made.spans.append(s.Span(None, next(iter(draft.rules[0].lead_channels), None)))
        return
    once = stated and not draft.facts.stay and len(counted) == 1 and counted[0].count == 1
    if once and (counted[0].period is not Period.YEAR or stated[0][0].period is Period.YEAR):
        made.windows.append(s.Window(s.EachPeriod(counted[0].period)))


def _left_open(a: Assembling) -> None:
    """Tell of parts of the day without a time, or with one of another part; report a replay of nothing."""
    for part, start, end in a.draft.facts.loose_parts:
        a.warnings.append(problem("no-clock-time", start, end))
        beside = [rule for rule in a.draft.rules if rule.start - 1 <= end and start < rule.end]
        if any(not lies_in(slot, part) for rule in beside for slot in rule.slots if slot.clock is not None):
            a.fault("contradicting-time", (start, end))  # "tối thứ Hai và sáng thứ Ba 9h30"
    orphan = next((rule for rule in a.draft.rules if rule.replays and rule.empty), None)
    if orphan is not None:
        a.fault("replay-without-premiere", orphan.replays[0].span)


def _with_deadlines(a: Assembling, rules: list[Rule]) -> list[Rule]:
    """A deadline in the clause of another date ("copy by the 20th, distribution on the 28th") is asked for.

    In clauses of their own both are dates.
    """
    due = [rule for rule in rules if rule.is_due]
    for rule in due:
        weekly = rule.weekdays is not None and not (rule.weekdays.every or rule.says_which_weeks)
        if weekly and not (rule.every or rule.months or rule.between):
            a.fault("which-week/deadline", rule.span)
        if Mark.DUE not in rule.marks and not all(slot.due for slot in rule.slots):
            a.fault("not-understood/does-not-fit", rule.span)  # "arrive by 9am for 9.30am"
    if not {rule.clause for rule in due} & {rule.clause for rule in rules if not rule.is_due}:
        return rules
    options = [option(True, "deadline/both"), option(False, "deadline/event")]
    return rules if a.pick(options) else [rule for rule in rules if not rule.is_due]


def _shift(facts: Facts) -> s.Shift | None:
    shift = facts.shift
    return s.Shift(shift.to, shift.holidays_only, shift.weekends_only) if shift else None


def _has_a_day(
    a: Assembling, rule: Rule, recurrences: Sequence[s.Recurrence], windows: Sequence[s.Window]
) -> None:
    """Report a rule that can have no day, or that drops one of its dates."""
    plan, weeks = a.around.year, a.around.weeks
    if a.problems:
        return
    if any(no_days(one.on, plan, weeks) for one in recurrences) or any(
        no_window(window, plan, weeks) for window in windows
    ):
        a.fault("no-dates", rule.span)
        return
    for one in recurrences:
        days, limits = one.on.days, one.on.limits
        if not isinstance(days, s.Dates) or limits.since is limits.until is None:
            continue
        if outside(days, limits, plan):
            a.fault("no-dates/outside", rule.span)
        elif len(days.days) == 1 and Mark.HEADING not in rule.marks:
            a.fault("not-understood/two-events", rule.span)  # "4 to 8 March, opening on 5 March"


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    return tuple(dict.fromkeys(values))


def _rule(a: Assembling, rule: Rule, made: Made) -> None:
    """Add what one rule means: a recurrence where it names days, else a window or spans."""
    if contradiction(rule):
        a.fault("not-understood/contradicts", rule.span)
    if other_year(rule, a.around.year):
        a.fault("not-understood/other-year", rule.span)
    limits = limits_of(a, rule)
    channel = next(iter(rule.lead_channels), None)
    if rule.one_piece and rule.each is not None:
        made.windows.append(s.Window(s.EachPeriod(rule.each.period), limits, channel))
        return
    agrees(a, rule)
    days = days_of(a, rule)
    limits = run_out(a, rule, days, limits)
    if days is None:
        without_days(a, rule, limits, made)
        return
    days, limits = in_quarter(a, rule, days, limits)
    limits = in_every_months(a, rule, days, limits)
    if isinstance(days, s.MonthWeeks) and not days.weekdays:
        if rule.has_clock:
            no_day(a, rule)
        else:
            window = s.Window(days, limits, channel)
            week_stated(a, rule, window)
            made.windows.append(window)
        return
    days = weekday_checked(a, rule, days)
    if rule.stretch_end is not None:
        range_checked(a, rule, rule.stretch_end)
    if any(slot.clock is not None and slot.clock.next_day for slot in rule.slots):
        days = a_day_later(a, rule, days)
    days, limits = weekly_from(a, rule, *own_years(days, limits))
    days, limits = dates_stated(a, rule, days, limits)
    dates_exist(a, rule, days)
    dates_in_months(a, rule)
    count_agrees(a, rule, days, limits)
    made.recurrences.append(s.Recurrence(s.DaySet(days, limits), slots_of(a, rule, days)))


def _counted_once(a: Assembling, recurrences: Sequence[s.Recurrence]) -> None:
    """ "Hai bài vào thứ Hai": two on each Monday, or two in the year? Days that end say which."""
    regular = [
        one
        for one in recurrences
        if not isinstance(one.on.days, s.Dates) and one.on.limits.until is None and not one.on.limits.months
    ]
    for quota, start, end in a.draft.facts.quotas:
        alone = all(one.period is None for one, _, _ in a.draft.facts.quotas)
        if regular and alone and quota.period is None and quota.count > 1:
            a.fault("not-understood/count-of-what", (start, end))
