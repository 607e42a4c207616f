"""Parts -> a draft: which days, times, channels and replays belong together.

One pass over the parts deals each to the rule that it belongs to; what cannot belong anywhere is a
problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import NoneType

from rules.grammar.messages import problem
from rules.grammar.sentences.clauses import may_replace, relate
from rules.grammar.sentences.dealing import Dealing
from rules.grammar.sentences.drafts import Draft, Lasting, Rule
from rules.grammar.sentences.listed import find_list
from rules.grammar.sentences.main_clause import deal_main
from rules.grammar.sentences.replay_clause import close_replays, deal_replay, start_replay
from rules.grammar.terms import parts as p
from rules.schedule import ShiftTo

_MARKS = (p.Open, p.Close, p.Break, p.Joint)
_OF_A_CLOSURE = (p.Except, p.Dates, p.DateRange, p.Stretch, p.Joint, p.Open, p.Close, p.Break)


def draft(parts: Sequence[p.Part]) -> Draft:
    """Deal the parts of a phrase to its rules."""
    d = Dealing(_on_one_clock(parts))
    for d.at, part in enumerate(d.parts):  # noqa: B020 - the pass keeps its own place
        if isinstance(part.meaning, _MARKS) and not _behind_a_comma(d):
            d.rule.words.append(part.words)
        if d.at <= d.label_until or isinstance(part.meaning, p.Joint):
            continue
        if isinstance(part.meaning, (p.Open, p.Close, p.Break)):
            _boundary(d, part.meaning)
            continue
        d.rule.end = max(d.rule.end, part.end)
        if not _of_the_phrase(d, part.meaning, part):
            _of_a_clause(d, part.meaning, part)
        d.rule.end = max(d.rule.end, part.end)  # the part may have begun a rule
        d.rule.words += [part.words, part.words_behind]
        if d.rule.start == part.start:
            d.rule.joined = d.beside(-1) == p.Joint("and")
        if d.beside(-1) == p.Joint(":") and isinstance(d.beside(-2), p.Break):
            d.rule.led = True
    close_replays(d)
    _end_of_clause(d)
    _share_headings(d.draft)
    relate(d.draft)
    find_list(d.draft, d.parts)
    exceptions = (exception for rule in d.draft.rules for exception in rule.exceptions)
    bare = next((one for one in exceptions if one.empty and not one.of_days_off), None)
    if bare is not None:
        d.draft.problems.append(problem("not-understood/except-what", *bare.span))
    return d.draft


def _behind_a_comma(d: Dealing) -> bool:
    """ "Mondays 10 am, Library;": words between a comma and the end of a clause may be a place."""
    ends = isinstance(d.parts[d.at].meaning, p.Break)
    return ends and isinstance(d.beside(-1), p.Joint)


def _share_headings(draft: Draft) -> None:
    """ "No meeting in August. Mondays 9am; Tuesdays 10am": what is out at the head is out of every rule."""
    heading = [exception for rule in draft.rules for exception in rule.exceptions if exception.heads]
    for rule in draft.rules:
        if not rule.empty:
            rule.exceptions += [one for one in heading if not any(one is other for other in rule.exceptions)]


def _on_one_clock(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """Beside a time that only the 24-hour clock has (05:45, 17:45), 11:45 is on that clock too.

    6:00 is, too, where no time of the phrase has am or pm.
    """
    clocks = [part.meaning for part in parts if isinstance(part.meaning, p.Clock)]
    if all(clock.sure for clock in clocks) or not any(clock.by_24_hours for clock in clocks):
        return parts
    earliest = 10 if any(clock.sure and not clock.by_24_hours for clock in clocks) else 0
    return [
        replace(part, meaning=replace(part.meaning, sure=True))
        if isinstance(part.meaning, p.Clock) and part.meaning.at.hour >= earliest
        else part
        for part in parts
    ]


def _boundary(d: Dealing, meaning: p.Open | p.Close | p.Break) -> None:
    """A parenthesis, or the end of a clause."""
    match meaning:
        case p.Open():
            d.depth += 1
        case p.Close():
            d.depth = max(0, d.depth - 1)
            if d.depth < d.mode_depth:
                close_replays(d)
                d.mode = "main"
        case p.Break() if d.depth == 0:
            close_replays(d)
            _end_of_clause(d)
            d.mode = "main"
            d.run += 1
            if not d.rule.empty:
                d.new_rule()


def _end_of_clause(d: Dealing) -> None:
    """A deadline whose day or time did not come is a problem."""
    if d.pending_due is not None:
        d.unexpected(d.pending_due)
        d.pending_due = None


def _of_the_phrase(d: Dealing, meaning: p.Meaning, part: p.Part) -> bool:
    """Parts that belong to the phrase and not to one rule, or that begin a clause of another kind."""
    match meaning:
        case p.Quota():
            d.draft.quotas.append((meaning, part.start, part.end))
        case p.Stay():
            d.draft.stay = meaning
        case p.Regular():
            d.draft.regular = True
        case p.Shift():
            _shift(d, meaning, part)
        case p.Duration():
            slot = d.rule.slots[-1] if d.rule.slots else None
            d.draft.durations.append(Lasting(meaning, slot, d.run, d.clock_follows()))
        case p.Target():
            d.draft.target = meaning.quotas
        case p.Convention():
            d.draft.weeks = meaning.weeks
        case p.Replay():
            start_replay(d)
        case p.Except(behind=True):
            _days_out(d, part)
        case p.Except():
            _start_exception(d, meaning, part)
        case p.Instead(behind=True):
            _instead_behind(d, part)
        case p.Instead():
            close_replays(d)
            d.mode = "main"
            (d.rule if d.rule.empty else d.new_rule()).instead = True
        case p.Also():
            d.mark("adds")
        case p.Timeless(behind):
            _timeless(d, behind, part)
        case p.Moved():
            _moved(d, meaning, part)
        case p.DayOff():
            _day_off(d, meaning, part)
        case _:
            return False
    return True


def _instead_behind(d: Dealing, part: p.Part) -> None:
    """ "…; on the first Monday at 2 pm instead": the days before the word, with the rule that they change."""
    before = [rule for rule in d.draft.rules if rule is not d.rule and rule.has_days]
    if len(before) != 1 or d.mode != "main" or not may_replace(before[0], d.rule):
        d.draft.problems.append(problem("not-understood/unsure", part.start, part.end, text="instead"))
    d.rule.instead = True


def _timeless(d: Dealing, behind: bool, part: p.Part) -> None:
    if not behind:
        d.mark("timeless")
    elif d.rule.has_clock or not d.rule.has_days:
        d.unexpected(part)
    else:
        d.rule.timeless = True


def _moved(d: Dealing, meaning: p.Moved, part: p.Part) -> None:
    """One date for another one, and nothing else but a time behind: what is more may be the old day's."""
    before, behind = d.parts[: d.at], d.parts[d.at + 1 :]
    old = [one.meaning for one in before if not isinstance(one.meaning, p.Joint)]
    new = [one.meaning for one in behind if not isinstance(one.meaning, p.Joint | p.Clock)]
    if not (len(old) == len(new) == 1 and _one_date(old[0]) and _one_date(new[0]) and old != new):
        found = problem("not-understood/unsure", part.start, part.end, text=meaning.text)
        d.draft.problems.append(found)
        return
    d.draft.rules.clear()
    d.new_rule()


def _one_date(meaning: p.Meaning) -> bool:
    return isinstance(meaning, p.Dates) and len(meaning.days) == 1


def _of_a_clause(d: Dealing, meaning: p.Meaning, part: p.Part) -> None:
    if d.mode == "replay":
        deal_replay(d, meaning, part)
    elif d.mode == "except":
        _deal_exception(d, meaning, part)
    else:
        deal_main(d, meaning, part)


def _start_exception(d: Dealing, meaning: p.Except, part: p.Part) -> None:
    """Days are taken out of the rules of this clause; where it has none, of those of the clauses before."""
    close_replays(d)
    if meaning.but and d.mode == "except" and d.exception is not None and not d.exception.empty:
        joined = isinstance(d.beside(-1), p.Joint)
        if not (joined and d.exception.sure):  # "closed Mondays except 6 May": open, then
            d.fault("not-understood/except-what", part)
            return
    if meaning.closure and isinstance(d.beside(1), (p.Dates, p.DateRange, p.Stretch)) and _alone(d):
        return  # a notice of a closure: its dates are what it is about
    d.mode, d.mode_depth = "except", d.depth
    d.exception = Rule(start=part.start, end=part.end, sure=meaning.sure)
    scope = [rule for rule in d.scope() if not rule.empty]
    before = [] if scope else [rule for rule in d.draft.rules if not rule.empty]
    if not (scope or before or meaning.sure) and not _breaks_behind(d):
        d.fault("not-understood/pause", part)
    d.exception.heads = not (scope or before)
    for rule in before or [d.scope()[-1]]:
        rule.exceptions.append(d.exception)


def _alone(d: Dealing) -> bool:
    return all(isinstance(part.meaning, _OF_A_CLOSURE) for part in d.parts) or _hours_behind(d)


def _breaks_behind(d: Dealing) -> bool:
    return any(isinstance(part.meaning, p.Break) for part in d.parts[d.at :])


def _hours_behind(d: Dealing) -> bool:
    """ "closed on 22 May, 8 am - 3 pm": the hours of the closure, where nothing else is said."""
    before, behind = d.parts[: d.at], d.parts[d.at :]
    hours = [part.meaning for part in behind if isinstance(part.meaning, p.Clock)]
    rest = [part for part in behind if not isinstance(part.meaning, p.Clock)]
    return (
        all(isinstance(part.meaning, p.Joint) for part in before)
        and all(isinstance(part.meaning, _OF_A_CLOSURE) for part in rest)
        and not any(isinstance(part.meaning, p.Break) for part in rest)
        and len(hours) == 1
        and hours[0].minutes is not None
    )


def _days_out(d: Dealing, part: p.Part) -> None:
    """ "…; Chủ nhật nghỉ": the days of this clause are taken out of the rules before it."""
    close_replays(d)
    rule = d.rule
    before = [
        one
        for one in d.draft.rules
        if one is not rule and (rule.instead or one.run != rule.run) and not one.empty
    ]
    ends = rule.instead and isinstance(d.beside(1), (p.Break, p.Close, NoneType))
    alone = ends or (not rule.instead and len(d.scope()) == 1)
    comma = isinstance(d.beside(1), p.Joint)
    heads = not before and isinstance(d.beside(2 if comma else 1), p.Break)
    if not (before or heads) or not alone or rule.has_clock or not (rule.has_days or rule.months):
        d.fault("not-understood/pause", part)
        return
    d.draft.rules.remove(rule)
    if heads:  # "Thứ Hai nghỉ; các ngày khác 8h"
        rule.heads = True
        d.new_rule().exceptions.append(rule)
        return
    for one in before:
        one.exceptions.append(rule)
    d.new_rule()


def _deal_exception(d: Dealing, meaning: p.Meaning, part: p.Part) -> None:
    """What is excepted is dealt as to a rule; a time or a channel goes back to the main clause."""
    if isinstance(meaning, p.Due):
        d.unexpected(part)
        return
    if isinstance(meaning, p.DayPart) and d.exception is not None and _beside_days(d, part):
        _set_part(d, d.exception, meaning.name, part)
        return
    if isinstance(meaning, p.DayPart) and any(rule.has_clock for rule in d.scope()):
        d.unexpected(part)
        return
    if isinstance(meaning, (p.Clock, p.Channel)) or d.exception is None or _behind_a_heading(d, meaning):
        if isinstance(meaning, p.Clock) and (
            d.exception is None
            or d.exception.empty
            or any(rule.has_clock for rule in d.scope())
            or (d.exception.heads and d.exception.has_days and d.exception.months and not d.rule.has_days)
        ):
            d.fault("not-understood/does-not-fit", part)  # "not at 19:00 on Friday", "except Mondays 19:00"
        d.mode = "main"
        deal_main(d, meaning, part)
        return
    bounds = isinstance(meaning, p.Months | p.DateRange) and d.beside(-1) == p.Joint(",")
    if bounds and d.exception.has_days and not (d.exception.dates or d.exception.months):
        d.fault("which-period", part)  # "Mondays 9am, except the second, throughout November"
        return
    outer, d.rule = d.rule, d.exception
    rules = len(d.draft.rules)
    deal_main(d, meaning, part)
    outer.exceptions += d.draft.rules[rules:]
    del d.draft.rules[rules:]
    d.exception, d.rule = d.rule, outer


def _behind_a_heading(d: Dealing, meaning: p.Meaning) -> bool:
    """ "Not in August, Mondays at 9am": behind months and a comma at the head, weekdays are the rule's."""
    months = d.exception is not None and d.exception.heads and d.exception.months and not d.exception.has_days
    own = isinstance(meaning, (p.Weekdays, p.NthWeekdays, p.MonthDays, p.Each, p.Workdays))
    return bool(months) and own and d.beside(-1) in (p.Joint(","), p.Joint(":")) and d.clock_follows()


def _beside_days(d: Dealing, part: p.Part) -> bool:
    """True where nothing but a blank parts it from the days that are excepted: "trừ sáng Chủ nhật"."""
    before, behind = d.parts[d.at - 1], d.parts[d.at + 1] if d.at + 1 < len(d.parts) else None
    return (isinstance(before.meaning, p.Weekdays | p.Dates) and part.start - before.end <= 1) or (
        behind is not None
        and isinstance(behind.meaning, p.Weekdays | p.Dates)
        and behind.start - part.end <= 1
    )


def _set_part(d: Dealing, exception: Rule, name: str, part: p.Part) -> None:
    if exception.part not in (None, name):
        d.unexpected(part)
        return
    exception.part = name
    exception.end = max(exception.end, part.end)


def _day_off(d: Dealing, meaning: p.DayOff, part: p.Part) -> None:
    """Days off behind "except" are left out, as a shift that skips."""
    if d.mode != "except":
        d.fault("not-understood/day-off", part)
        return
    if d.exception is not None:
        d.exception.of_days_off = True
    before = d.draft.shift
    if before is not None and (before.to is not ShiftTo.SKIP or before.weekends_only):
        d.unexpected(part)
        return
    only = meaning.holidays_only and (before is None or before.holidays_only)
    d.draft.shift = p.Shift(ShiftTo.SKIP, only)


def _shift(d: Dealing, meaning: p.Shift, part: p.Part) -> None:
    """A phrase has one shift: a second one that says something else would be lost."""
    if d.draft.shift not in (None, meaning):
        d.unexpected(part)
        return
    d.draft.shift = meaning
    own = next(
        (k for k in range(d.at + 1, len(d.parts)) if not isinstance(d.parts[k].meaning, p.Joint)), d.at
    )
    if isinstance(d.parts[own].meaning, p.Clock) and any(rule.has_clock for rule in d.draft.rules):
        # "…; if that is a holiday, the next working day at 10am": not of every day
        d.unexpected(d.parts[own])
    numbers = {day for rule in d.draft.rules if rule.month_days for day in rule.month_days.days}
    if not numbers >= set(meaning.numbers):
        d.fault("not-understood/contradicts", part)
