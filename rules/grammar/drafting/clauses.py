"""What one clause takes from another: its time, its beginning, the days that another one replaces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.drafting.drafts import Draft, Mark, Rule
from rules.grammar.drafting.exceptions import with_weekdays
from rules.grammar.drafting.places import Places
from rules.grammar.drafting.replacements import (
    in_place,
    in_place_behind,
    month_of_its_own,
    week_of_its_own,
)
from rules.grammar.messages import problem
from rules.grammar.terms import parts as p

_SATURDAY = 5


def relate(draft: Draft, places: Places) -> None:
    """Give the clauses of a phrase what they leave to one another, once each has what it says itself."""
    rules = list(with_weekdays(draft, draft.rules))
    told = [k for k, rule in enumerate(rules) if not rule.empty]
    plain = [k for k in told if Mark.INSTEAD not in rules[k].marks]
    _same_clock(draft, rules, plain, places)
    for k in told:
        if Mark.INSTEAD_BEHIND in rules[k].marks:
            rules[k] = in_place_behind(draft, rules[k], [rules[one] for one in told if one != k])
    begun = [_opened(draft, rules, k, plain[:at]) for at, k in enumerate(plain)]
    plain = [k for k in plain if k not in begun]
    dayed = [k for k in plain if rules[k].has_days and not rules[k].one_piece]
    for k in dayed:
        others = [rules[one] for one in dayed if one != k]
        week_of_its_own(draft, rules[k], others)
        rules[k] = month_of_its_own(draft, rules[k], others)
    left = [k for k in range(len(rules)) if k not in begun]
    for k in told:
        if Mark.INSTEAD in rules[k].marks:
            places_of = [one for one in plain if rules[one].has_days and Mark.INSTEAD not in rules[one].marks]
            in_place(draft, rules, k, places_of, len(left))
    draft.rules = [rules[k] for k in left]


def _same_clock(draft: Draft, rules: list[Rule], plain: Sequence[int], places: Places) -> None:
    """ "thứ Ba 8h; thứ Năm cùng giờ": the one time is that of all."""
    said = [
        part
        for at, part in enumerate(places.parts)
        if isinstance(part.meaning, p.SameTime) and not places.in_replay(at)
    ]
    if not said:
        return
    timed = [rules[k] for k in plain if rules[k].has_clock]
    without = [k for k in plain if rules[k].has_days and not rules[k].has_clock]
    if len(timed) == 1:
        for k in without:
            rules[k] = replace(rules[k], slots=timed[0].slots)
    elif without or not timed:
        draft.problems.append(problem("which-time/same", said[0].start, said[0].end))


def _opened(draft: Draft, rules: list[Rule], k: int, before: Sequence[int]) -> int | None:
    """The date before a rule that is its beginning: the rule has it, and it is none of its own.

    "Opens at 10 am on Tuesday 8 October and sits at 10 am each weekday until 18 October": from the 8th. So
    where the date's weekday and time are those of the rule behind it; else a date before a rule that has an
    end and no beginning may be its beginning, or another event: refused.
    """
    rule, between = rules[k], rules[k].between
    if between is None or between.first is not None or between.last is None:
        return None
    if Mark.ALSO in rule.marks or not rule.has_days or (rule.weeks and not rule.weekdays):
        return None
    dates = [(one, own) for one in before if (own := rules[one].dates) is not None and len(own.days) == 1]
    if not dates:
        return None
    at, opening = dates[-1]
    weekday = (opening.weekdays or (None,))[0]
    if len(dates) == 1 and _begins(rules[at], weekday, rule):
        rules[k] = rule.having(p.DateRange(opening.days[0], between.last, weekday, between.last_weekday))
        return at
    draft.problems.append(problem("open-span/begins", *rules[at].span))
    return None


def _begins(date: Rule, weekday: int | None, rule: Rule) -> bool:
    """True for a date with the time and the weekday of a rule of its clause, and nothing else."""
    alike = [slot.clock for slot in date.slots] == [slot.clock for slot in rule.slots] and date.has_clock
    on = rule.daily or (
        rule.weekdays is not None and weekday in rule.weekdays.days and not rule.of_each_month
    )
    on = on or (rule.workdays == p.Workdays(()) and weekday is not None and weekday < _SATURDAY)
    plain = not (date.weekdays or date.weeks or date.months or date.replays or date.exceptions)
    return alike and on and plain and date.clause == rule.clause
