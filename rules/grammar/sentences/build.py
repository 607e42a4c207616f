"""A tree with its scopes -> the rules that it writes down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rules.grammar.messages import problem
from rules.grammar.sentences.clauses import relate
from rules.grammar.sentences.days import joined
from rules.grammar.sentences.drafts import Draft, Lasting, Replay, Rule, Slot
from rules.grammar.sentences.owners import Owners
from rules.grammar.sentences.row import Item, Sort
from rules.grammar.sentences.scopes import Scoped
from rules.grammar.sentences.trees import Again, Bound, Day, Group, Out, ReplayDay, Replays, Time
from rules.grammar.terms import parts as p
from rules.schedule import DaysLater, Period, ShiftTo

_FIELDS: dict[type[p.Meaning], str] = {
    p.Weekdays: "weekdays", p.NthWeekdays: "nth", p.Workdays: "workdays", p.MonthDays: "month_days",
    p.Dates: "dates", p.Weeks: "weeks", p.DayRange: "day_range", p.DateRange: "between", p.Each: "each",
    p.Every: "every", p.Months: "months", p.Year: "year", p.Run: "lasts",
}  # fmt: skip


class Builder:
    """One tree of a sentence on its way to rules."""

    def __init__(self, parts: Sequence[p.Part], row: Sequence[Item], owners: Owners) -> None:
        self.parts, self.row, self.owners = parts, row, owners

    def draft(self, tree: Scoped) -> Draft:
        """The rules of a tree, each with its times, bounds, exceptions and replays."""
        draft = Draft()
        _facts(draft, self.parts, self.owners)
        by_group: list[list[Rule]] = []
        for k, group in enumerate(tree.groups):
            bounds = [bound for bound, held in tree.bounds if k in held]
            by_group.append(self._rules(draft, group, bounds, by_group))
        draft.rules = [rule for rules in by_group for rule in rules]
        if not tree.groups:
            draft.rules = self._periods([bound for bound, _ in tree.bounds])
        for out, held in tree.outs:
            self._take_out(draft, out, [rule for k in held for rule in by_group[k]])
        for replays, held in tree.replays:
            self._replay(draft, replays, [rule for k in held for rule in by_group[k]])
        self._lasting(draft)
        if not draft.rules:
            draft.rules = [Rule()]
        relate(draft)
        return draft

    # --- rules ---------------------------------------------------------------------------

    def _rules(
        self, draft: Draft, group: Group, bounds: Sequence[Bound], before: Sequence[Sequence[Rule]]
    ) -> list[Rule]:
        slots = [self._slot(time) for time in group.times]
        made: list[Rule] = []
        for day in group.days:
            rule = self._rule(day, group)
            rule.slots = slots
            self._bind(draft, rule, bounds)
            made.append(rule)
        for rule in made:
            clause = self.owners.clauses[self._part(group.first)]
            rule.lead_channels = list(self.owners.leading.get(clause, ()))
            for slot in rule.slots:
                slot.channels = slot.channels or list(rule.lead_channels)
        return made

    def _rule(self, day: Day, group: Group) -> Rule:
        rule = Rule(
            run=self.owners.clauses[self._part(group.first)],
            start=self.parts[self._part(day.first)].start,
            end=self.parts[self._part(max(day.last, group.last))].end,
            days_first=group.order != "times",
            limit_first=day.leads and day.first == group.first,
            instead=p.Instead in group.marks,
            adds=p.Also in group.marks,
            timeless=p.Timeless in group.marks,
            due=day.due,
            joined=self._joint(group.first) == "and" and day is group.days[0],
        )
        for meaning in (*day.named, *day.bounds):
            _put(rule, meaning)
        for check in day.checks:
            _put_check(rule, check)
        words = [self.parts[k].words for k in range(self._part(group.first), self._part(group.last) + 1)]
        rule.words = [*words, self.parts[self._part(group.last)].words_behind]
        behind = self._part(group.last) + 1
        if behind < len(self.parts):
            rule.words.append(self.parts[behind].words)
        return rule

    def _bind(self, draft: Draft, rule: Rule, bounds: Sequence[Bound]) -> None:
        """Give a rule the bounds that hold for it; one that it has otherwise is a fault."""
        for bound in bounds:
            for meaning in bound.bounds:
                if not _bounds(rule, meaning):
                    draft.problems.append(problem("not-understood/does-not-fit", *self._span(bound)))
            if bound.first < self._row_place(rule):
                rule.limit_first = True
                rule.heading = self._heads(bound)

    def _row_place(self, rule: Rule) -> int:
        return next(k for k, item in enumerate(self.row) if self.parts[item.part].start >= rule.start)

    def _heads(self, bound: Bound) -> bool:
        behind = self.row[bound.last + 1] if bound.last + 1 < len(self.row) else None
        return behind is not None and behind.joint in (":", "\n")

    def _periods(self, bounds: Sequence[Bound]) -> list[Rule]:
        """Without days each bound is a period of its own; those of one clause that fit together are one."""
        rules: list[Rule] = []
        for bound in bounds:
            clause = self.owners.clauses[self._part(bound.first)]
            start, end = self._span(bound)
            rule = rules[-1] if rules and rules[-1].run == clause else None
            tried = None if rule is None else replace(rule, end=end)
            if tried is None or not all(_bounds(tried, meaning, listed=True) for meaning in bound.bounds):
                tried = Rule(run=clause, start=start, end=end)
                tried.lead_channels = list(self.owners.leading.get(clause, ()))
                for meaning in bound.bounds:
                    _bounds(tried, meaning)
                rules.append(tried)
            else:
                rules[-1] = tried
        return rules

    # --- times and replays -----------------------------------------------------------------

    def _slot(self, time: Time) -> Slot:
        part = self._part(time.at)
        place = self.parts[part]
        return Slot(
            time.clock,
            self.owners.channels.get(part, []),
            part=self.owners.parts.get(part),
            due=time.due,
            span=(place.start, place.end),
        )

    def _replay(self, draft: Draft, replays: Replays, rules: Sequence[Rule]) -> None:
        if not rules:
            draft.problems.append(problem("replay-without-premiere", *self._span(replays)))
            return
        for rule in rules:
            made = [one for group in replays.groups for one in self._again(draft, group, rule)]
            rule.replays = [*rule.replays, *made]
        found = len(rules[0].replays)
        if replays.count not in (None, found):
            facts = {"count": replays.count, "found": found}
            draft.problems.append(problem("count-disagrees", *self._span(replays), **facts))

    def _again(self, draft: Draft, group: Again, rule: Rule) -> Iterator[Replay]:
        for at in group.times or (None,):
            for day in group.days or (None,):
                made = self._timed(at, group)
                if day is not None and not _place(made, day, rule):
                    draft.problems.append(problem("not-understood/does-not-fit", *self._span(day)))
                yield made

    def _timed(self, at: int | None, group: Again) -> Replay:
        if at is None:
            return Replay(span=self._span(group), channels=self._channels_within(group))
        part = self._part(at)
        clock = self.row[at].meaning
        place = self.parts[part]
        made = Replay(span=(place.start, place.end), part=self.owners.parts.get(part))
        made.channels = list(self.owners.channels.get(part, ())) or self._channels_within(group)
        if isinstance(clock, p.Clock):
            made.at, made.sure = clock.at, clock.sure
        else:
            made.same_time = True
        return made

    def _channels_within(self, group: Again) -> list[str]:
        first, last = self._part(group.first), self._part(group.last)
        while last + 1 < len(self.parts) and isinstance(self.parts[last + 1].meaning, p.Channel):
            last += 1
        while first and isinstance(self.parts[first - 1].meaning, p.Channel):
            first -= 1
        named = (self.parts[k].meaning for k in range(first, last + 1))
        return [meaning.name for meaning in named if isinstance(meaning, p.Channel)]

    def _lasting(self, draft: Draft) -> None:
        slots = {slot.span: slot for rule in draft.rules for slot in rule.slots}
        last: Slot | None = None
        for at, part in enumerate(self.parts):
            last = slots.get((part.start, part.end), last)
            clause = self.owners.clauses[at]
            if isinstance(part.meaning, p.Duration):
                ahead = any(
                    isinstance(self.parts[k].meaning, p.Clock)
                    for k in range(at + 1, len(self.parts))
                    if self.owners.clauses[k] == clause
                )
                draft.durations.append(Lasting(part.meaning, last, clause, ahead))
            elif isinstance(part.meaning, p.Clock) and part.meaning.minutes is not None:
                if (part.start, part.end) not in slots:
                    draft.durations.append(Lasting(p.Duration(part.meaning.minutes), None, clause, False))

    # --- exceptions ------------------------------------------------------------------------

    def _take_out(self, draft: Draft, out: Out, rules: Sequence[Rule]) -> None:
        span = self._span(out)
        if out.day_off is not None:
            _skip(draft, out.day_off, span)
        if not rules and not out.days:
            return
        if not rules:
            draft.problems.append(problem("not-understood/pause", *span))
            return
        for day in out.days:
            exception = Rule(start=span[0], end=span[1], sure=out.word.sure)
            for meaning in (*day.named, *day.bounds):
                _put(exception, meaning)
            for check in day.checks:
                _put_check(exception, check)
            exception.part = next(
                (name for k, name in self.owners.days.items() if self._covers(day, k)), None
            )
            for rule in rules:
                rule.exceptions.append(exception)

    # --- places ----------------------------------------------------------------------------

    def _part(self, at: int) -> int:
        return self.row[at].part

    def _covers(self, day: Day, part: int) -> bool:
        return self._part(day.first) <= part <= self._part(day.last)

    def _span(self, one: Bound | Out | Replays | Again | ReplayDay) -> tuple[int, int]:
        return self.parts[self._part(one.first)].start, self.parts[self._part(one.last)].end

    def _joint(self, at: int) -> str:
        return self.row[at - 1].joint if at else ""


def _put(rule: Rule, meaning: p.Meaning) -> None:
    match meaning:
        case p.Missing(policy):
            rule.missing = policy
        case p.Anchor(day):
            rule.anchor = day
        case p.OfPeriod(period):
            rule.of_period = period
        case p.Thereafter():
            rule.thereafter = True
        case p.OnePiece():
            rule.one_piece = True
        case p.Times(count, days):
            rule.times, rule.times_of_days = count, days
        case _:
            setattr(rule, _FIELDS[type(meaning)], meaning)


def _put_check(rule: Rule, meaning: p.Meaning) -> None:
    if isinstance(meaning, p.Dates):
        rule.stated = meaning
    elif isinstance(meaning, p.Weekdays) and rule.weekdays is None:
        rule.weekdays = meaning
    elif isinstance(meaning, p.Weeks) and rule.weeks is None:
        rule.weeks = meaning


def _bounds(rule: Rule, meaning: p.Meaning, listed: bool = False) -> bool:
    """Put a bound to a rule; False where it has one of the kind that says something else."""
    if isinstance(meaning, p.Weeks):
        if rule.weeks is not None or rule.nth or rule.dates or rule.month_days:
            return False
        rule.weeks = meaning
        return True
    if isinstance(meaning, p.Months) and rule.months is not None and listed:
        year = meaning.year if meaning.year is not None else rule.months.year
        rule.months = p.Months((*rule.months.runs, *meaning.runs), year, rule.months.by_quarter)
        return True
    name = _FIELDS.get(type(meaning))
    old = getattr(rule, name) if name is not None else None
    if old is None:
        _put(rule, meaning)
        return True
    bounds = joined((old,), meaning, rule.has_days)
    if bounds is None:
        return False
    for one in bounds:
        _put(rule, one)
    return True


def _place(made: Replay, day: ReplayDay, rule: Rule) -> bool:
    """Give a replay its day; False where the premiere leaves it open."""
    match day.named:
        case p.When(later, part):
            made.days = [later]
            made.part = made.part or part
        case p.Weekdays(weekdays):
            made.weekdays = weekdays
            if isinstance(day.week, p.ReplayWeek):
                made.next_week = day.week.next_week
            elif isinstance(day.week, p.Weeks):
                made.month_week = day.week.weeks[0]
        case p.Dates():
            named = next((one.days for one in day.check if isinstance(one, p.Weekdays)), ())
            made.date = replace(day.named, weekdays=named) if named else day.named
            return True
        case p.ReplayWeek():
            made.days = [DaysLater(7)]
        case p.MonthDays(numbers):
            of = rule.month_days.days if rule.month_days else ()
            later_by = {n - m for m, n in zip(of, numbers, strict=False)} if len(of) == len(numbers) else set()
            certain = of and min(of) > 0 and max(numbers) < 29 and len(later_by) == 1 and min(later_by) >= 0
            if not certain:
                return False
            made.days = [DaysLater(later_by.pop())]
    for check in day.check:
        if isinstance(check, p.Weekdays):
            made.check_weekday = check.days[0]
        elif isinstance(check, p.Weeks):
            made.check_week = check.weeks[0]
        elif isinstance(check, p.Dates):
            made.check_date = check
    return True


def _facts(draft: Draft, parts: Sequence[p.Part], owners: Owners) -> None:
    """What the phrase says once, wherever it stands."""
    draft.heading_channels = owners.heading
    draft.loose_parts = owners.loose
    for part in parts:
        match part.meaning:
            case p.Quota():
                draft.quotas.append((part.meaning, part.start, part.end))
            case p.Stay():
                draft.stay = part.meaning
            case p.Regular():
                draft.regular = True
            case p.Target(quotas):
                draft.target = quotas
            case p.Convention(weeks):
                draft.weeks = weeks
            case p.Shift():
                if draft.shift not in (None, part.meaning):
                    draft.problems.append(problem("not-understood/does-not-fit", part.start, part.end))
                draft.shift = part.meaning


def _skip(draft: Draft, day_off: p.DayOff, span: tuple[int, int]) -> None:
    before = draft.shift
    if before is not None and (before.to is not ShiftTo.SKIP or before.weekends_only):
        draft.problems.append(problem("not-understood/does-not-fit", *span))
        return
    only = day_off.holidays_only and (before is None or before.holidays_only)
    draft.shift = p.Shift(ShiftTo.SKIP, only)
