"""Putting days and bounds to a rule, and bounds that stand in a clause of their own."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.drafting.drafts import Draft, Rule
from rules.grammar.drafting.places import Places
from rules.grammar.drafting.titles import title
from rules.grammar.messages import problem
from rules.grammar.sentences.days import joined
from rules.grammar.sentences.scopes import Scoped
from rules.grammar.sentences.trees import Bound
from rules.grammar.terms import parts as p
from rules.schedule import Period

_FIELDS: dict[type[p.Meaning], str] = {
    p.Weekdays: "weekdays", p.NthWeekdays: "nth", p.Workdays: "workdays", p.MonthDays: "month_days",
    p.Dates: "dates", p.Weeks: "weeks", p.DayRange: "day_range", p.DateRange: "between", p.Each: "each",
    p.Every: "every", p.Months: "months", p.Year: "year", p.Run: "lasts",
}  # fmt: skip
# Words that say of a period only that it holds.
_OF_VALIDITY = frozenset(
    {
        "term", "course", "classes", "dates", "valid", "applies", "apply", "effective", "period", "runs",
        "running", "throughout", "all", "áp dụng", "áp", "dụng", "thực", "hiện", "thực hiện", "hiệu",
        "lực", "hiệu lực", "khóa", "khoá", "học", "đợt", "kéo", "dài", "diễn ra", "thời gian", "bắt đầu",
    }
)  # fmt: skip


def put(rule: Rule, meaning: p.Meaning, listed: bool = False) -> bool:
    """Put a term to a rule; False where it has one of the kind that says something else.

    `listed` months go on with those that the rule has.
    """
    match meaning:
        case p.Missing(policy):
            rule.missing = policy
        case p.Anchor(day):
            rule.anchor = day
        case p.OfPeriod(period):
            rule.of_period = period if period is not Period.MONTH else rule.of_period
        case p.Thereafter():
            rule.thereafter = True
        case p.OnePiece():
            rule.one_piece = True
        case p.Times(count, days):
            rule.times, rule.times_of_days = count, days
        case p.Months() if rule.months is not None and listed:
            year = meaning.year if meaning.year is not None else rule.months.year
            rule.months = p.Months((*rule.months.runs, *meaning.runs), year, rule.months.by_quarter)
        case _:
            return _set(rule, meaning)
    return True


def _set(rule: Rule, meaning: p.Meaning) -> bool:
    name = _FIELDS[type(meaning)]
    old = getattr(rule, name)
    if old is None:
        setattr(rule, name, meaning)
        if isinstance(meaning, p.Every) and meaning.period is Period.WEEK and rule.dates is not None:
            rule.thereafter = len(rule.dates.days) == 1  # "Mon 8 Jan, then every two weeks"
        return True
    bounds = joined((old,), meaning, rule.has_days)
    if bounds is None:
        return False
    for one in bounds:
        if isinstance(one, p.OfPeriod):
            put(rule, one)
        else:
            setattr(rule, name, one)
    return True


def put_check(rule: Rule, meaning: p.Meaning) -> None:
    """Note what a phrase says of its days once more."""
    if isinstance(meaning, p.Dates):
        rule.stated = meaning
    elif isinstance(meaning, p.Stretch):
        rule.stretch_end = meaning.end
    elif isinstance(meaning, p.Weekdays) and rule.weekdays is None:
        rule.weekdays = meaning
    elif isinstance(meaning, p.Weeks) and rule.weeks is None:
        rule.weeks = meaning


def bind(
    draft: Draft, bound: Bound, rules: Sequence[Rule], places: Places, *, listed: bool, alone: bool
) -> None:
    """Give rules the bounds that hold for them; one that a rule has otherwise is a fault.

    `listed` bounds go on with those before them; `alone` they have a clause of their own.
    """
    span = places.span(bound.first, bound.last)
    all_dated = all(rule.dates is not None for rule in rules)
    for rule in rules:
        for meaning in bound.bounds:
            monthly = rule.each is not None and rule.each.period is Period.MONTH
            if isinstance(meaning, p.Months) and monthly and len(rules) > 1 and not alone:
                continue  # "hằng tháng" is of each month
            if isinstance(meaning, p.Months | p.DateRange) and rule.dates is not None and not all_dated:
                continue  # a date among other days says its month itself
            if isinstance(meaning, p.Every) and rule.dates and places.row[bound.first].worded:
                draft.problems.append(problem("not-understood/does-not-fit", *span))
            if isinstance(meaning, p.Weeks) and (rule.nth or rule.dates or rule.month_days):
                draft.problems.append(problem("not-understood/does-not-fit", *span))
            if not put(rule, meaning, listed):
                draft.problems.append(problem("not-understood/does-not-fit", *span))
        before = span[0] < rule.start
        if before and rule.dates and rule.worded and not rule.has_clock and _of_months(bound):
            draft.problems.append(problem("not-understood/two-events", *rule.span))  # "in May, … on 8/5"
        limits = any(isinstance(one, p.Months | p.DateRange | p.Year) for one in bound.bounds)
        rule.limit_first = rule.limit_first or (before and limits)
        rule.heading = rule.heading or (before and limits and places.heads(bound.last))
        rule.bound_apart = not before and places.joint_before(bound.first) == ","
        first = next((one for one in bound.bounds if isinstance(one, p.DateRange)), None)
        rule.bound_first = rule.bound_first or (before and first is not None)
        if len(rules) == 1:
            rule.start, rule.end = min(rule.start, span[0]), max(rule.end, span[1])


def _period(rule: Rule) -> bool:
    """True for a rule that is a period itself, in which one piece is due."""
    days = (rule.weekdays, rule.nth, rule.workdays, rule.month_days, rule.dates)
    return not (rule.has_clock or rule.daily or any(days))


def _of_months(bound: Bound) -> bool:
    return any(isinstance(one, p.Months) for one in bound.bounds)


def stands_alone(draft: Draft, bound: Bound, rules: Sequence[Rule], tree: Scoped, places: Places) -> bool:
    """True for a period in a clause of its own that is none of the rules beside it.

    What bounds them stands in the first or the last clause, has both its ends, and no name. Else whose it is
    stays open, and that is a problem.
    """
    if p.OnePiece() in bound.bounds:
        return True  # "một lần trong khoảng từ … đến …"
    clause = places.clause(bound.first)
    if not rules or any(places.clause(group.first) == clause for group in tree.groups):
        return False
    if all(map(_period, rules)):
        return True
    clauses = [places.clause(one.first) for one in tree.groups]
    clauses += [places.clause(other.first) for other, _ in tree.bounds]
    ranges = [one for one in bound.bounds if isinstance(one, p.DateRange)]
    whole = all(one.first is not None and one.last is not None for one in ranges)
    span = places.span(bound.first, bound.last)
    alone = Rule(words=places.words(bound.first, bound.last))
    named = title(alone) - _OF_VALIDITY
    led = places.led(bound.first) or places.leading(bound.first)
    bounded = any(rule.months or rule.between or rule.year for rule in rules if not rule.dates)
    if clause in (min(clauses), max(clauses)) and whole and not (named or led or bounded):
        return False
    if any(isinstance(one, p.Months | p.DateRange) for one in bound.bounds):
        draft.problems.append(problem("which-period", *span))
    return False
