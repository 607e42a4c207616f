"""Parts -> drafts: which days, times, channels and replays belong together.

A rule of a phrase is a `Rule`: some days, some slots, some replays, some limits. One pass over the
parts deals each to the rule that it belongs to; what cannot belong anywhere is a problem.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from rules.grammar import parts as p
from rules.grammar.tokens import Problem
from rules.schedule import CalendarDay, DaysLater, MissingDay, Period, ReplayDay, ShiftTo, WeekConvention
from rules.schedule import Quota as ScheduleQuota

_DAY_PARTS = (p.Weekdays, p.NthWeekdays, p.MonthDays, p.Dates, p.Weeks)


@dataclass(slots=True)
class Slot:
    """A premiere's time, channels and duration, as far as they are written."""

    clock: p.Clock | None = None
    channels: list[str] = field(default_factory=list)
    duration: p.Duration | None = None
    part: str | None = None
    span: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class Replay:
    """A replay as far as it is written. `inherited` days come from the replay before it."""

    at: time | None = None
    sure: bool = True
    same_time: bool = False
    part: str | None = None
    days: list[ReplayDay] = field(default_factory=list)
    weekdays: tuple[int, ...] = ()
    next_week: bool | None = None
    month_week: int | None = None
    date: p.Dates | None = None
    inherited: bool = False
    check_weekday: int | None = None
    check_week: int | None = None
    check_date: p.Dates | None = None
    channels: list[str] = field(default_factory=list)
    span: tuple[int, int] = (0, 0)

    @property
    def placed(self) -> bool:
        """True when a day of its own is written."""
        return bool(self.days or self.weekdays or self.date) and not self.inherited


@dataclass(slots=True)
class Rule:
    """One rule of the phrase."""

    weekdays: p.Weekdays | None = None
    nth: p.NthWeekdays | None = None
    weeks: p.Weeks | None = None
    month_days: p.MonthDays | None = None
    day_range: p.DayRange | None = None
    dates: p.Dates | None = None
    between: p.DateRange | None = None
    each: p.Each | None = None
    every: p.Every | None = None
    of_period: Period | None = None
    months: p.Months | None = None
    year: p.Year | None = None
    vague: p.Vague | None = None
    missing: MissingDay | None = None
    anchor: CalendarDay | None = None
    one_piece: bool = False
    slots: list[Slot] = field(default_factory=list)
    lead_channels: list[str] = field(default_factory=list)
    days_first: bool = False
    replays: list[Replay] = field(default_factory=list)
    exceptions: list[Rule] = field(default_factory=list)
    run: int = 0
    start: int = 0
    end: int = 0

    @property
    def has_days(self) -> bool:
        """True when days of any kind are named."""
        return any(
            (self.weekdays, self.nth, self.weeks, self.month_days, self.dates, self.day_range, self.every)
        ) or (self.each is not None and self.each.period is Period.DAY)

    @property
    def has_clock(self) -> bool:
        """True when a time of day is named."""
        return any(slot.clock for slot in self.slots)

    @property
    def empty(self) -> bool:
        """True when nothing of dates or times was dealt to it."""
        return not (
            self.has_days or self.slots or self.months or self.year or self.between or self.each or self.vague
        )


@dataclass(frozen=True, slots=True)
class Lasting:
    """A duration, the slot that it stands behind, and whether more slots follow in its clause."""

    duration: p.Duration
    slot: Slot | None
    run: int
    clock_follows: bool


@dataclass(slots=True)
class Draft:
    """The phrase dealt out."""

    rules: list[Rule] = field(default_factory=list)
    quotas: list[tuple[p.Quota, int, int]] = field(default_factory=list)
    target: tuple[ScheduleQuota, ...] = ()
    weeks: WeekConvention | None = None
    durations: list[Lasting] = field(default_factory=list)
    stay: p.Stay | None = None
    regular: bool = False
    shift: p.Shift | None = None
    problems: list[Problem] = field(default_factory=list)
    labels: list[tuple[int, int]] = field(default_factory=list)  # "(phát lại X)" of a listing
    loose_parts: list[tuple[str, int, int]] = field(default_factory=list)  # "tối" with no clock time
    heading_channels: list[str] = field(default_factory=list)


def draft(parts: Sequence[p.Part]) -> Draft:
    """Deal the parts of a phrase to its rules."""
    dealer = _Dealer(_on_one_clock(parts))
    dealer.deal()
    return dealer.draft


def _on_one_clock(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """Beside a time that only the 24-hour clock has (05:45, 17:45), 11:45 is on that clock too."""
    clocks = [part.meaning for part in parts if isinstance(part.meaning, p.Clock)]
    if all(clock.sure for clock in clocks) or not any(clock.by_24_hours for clock in clocks):
        return parts
    return [
        replace(part, meaning=replace(part.meaning, sure=True))
        if isinstance(part.meaning, p.Clock) and part.meaning.at.hour >= 10
        else part
        for part in parts
    ]


class _Dealer:
    """The pass over the parts. `mode` is main, replay or except."""

    def __init__(self, parts: Sequence[p.Part]) -> None:
        self.parts = parts
        self.draft = Draft()
        self.mode = "main"
        self.run = 0
        self.depth = 0
        self.at = 0
        self.rule = self._new_rule()
        self.exception: Rule | None = None
        self.except_depth = 0
        self.replays: list[Replay] = []
        self.pending_days: list[ReplayDay] = []
        self.pending_part: str | None = None
        self.pending_channels: list[str] = []
        self.label_until = -1

    # --- the pass ---

    def deal(self) -> None:
        for self.at, part in enumerate(self.parts):
            if self.at <= self.label_until:
                continue
            meaning = part.meaning
            if isinstance(meaning, (p.Joint, p.Understood)):
                continue
            if isinstance(meaning, (p.Open, p.Close, p.Break)):
                self._boundary(meaning)
                continue
            self.rule.end = max(self.rule.end, part.end)
            if not self._whole_phrase(meaning, part):
                {"main": self._main, "replay": self._replay, "except": self._except}[self.mode](meaning, part)
        self._close_replays()

    def _boundary(self, meaning: p.Meaning) -> None:
        if isinstance(meaning, p.Open):
            self.depth += 1
            return
        if isinstance(meaning, p.Close):
            self.depth = max(0, self.depth - 1)
            if self.mode == "except" and self.depth < self.except_depth:
                self.mode = "main"
            return
        if self.depth == 0:
            self._close_replays()
            self.mode = "main"
            self.run += 1
            if not self.rule.empty:
                self.rule = self._new_rule()

    def _whole_phrase(self, meaning: p.Meaning, part: p.Part) -> bool:
        """Parts that belong to the phrase and not to one rule."""
        match meaning:
            case p.Quota():
                self.draft.quotas.append((meaning, part.start, part.end))
            case p.Stay():
                self.draft.stay = meaning
            case p.Regular():
                self.draft.regular = True
            case p.Shift():
                self.draft.shift = meaning
            case p.Duration():
                slot = self.rule.slots[-1] if self.rule.slots else None
                self.draft.durations.append(Lasting(meaning, slot, self.run, self._clock_ahead()))
            case p.Target():
                self.draft.target = meaning.quotas
            case p.Convention():
                self.draft.weeks = meaning.weeks
            case p.Replay():
                self._start_replay(part)
            case p.Except():
                self._close_replays()
                self.mode, self.exception = "except", Rule(start=part.start)
                self.except_depth = self.depth
                self._scope()[-1].exceptions.append(self.exception)
            case p.DayOff():
                self._day_off(meaning, part)
            case _:
                return False
        return True

    def _day_off(self, meaning: p.DayOff, part: p.Part) -> None:
        if self.mode != "except":
            self._problem(
                part,
                "not-understood",
                "what should happen on these days?",
                "chưa rõ những ngày này thì làm gì",
            )
            return
        before = self.draft.shift
        only = meaning.holidays_only and (before is None or before.holidays_only)
        self.draft.shift = p.Shift(ShiftTo.SKIP, only)
        if self.exception is not None:
            self.exception.each = self.exception.each or None

    def _new_rule(self) -> Rule:
        rule = Rule(run=self.run, start=self.parts[self.at].start if self.parts else 0)
        self.draft.rules.append(rule)
        return rule

    def _scope(self) -> list[Rule]:
        """The rules of the present run: what a replay, an exception or a month behind them belongs to."""
        return [r for r in self.draft.rules if r.run == self.run] or [self.rule]

    def _problem(self, part: p.Part, code: str, en: str, vi: str) -> None:
        self.draft.problems.append(Problem(code, en, vi, part.start, part.end))

    def _next(self) -> p.Meaning | None:
        """The next part that is not a separator."""
        for part in self.parts[self.at + 1 :]:
            if not isinstance(part.meaning, (p.Joint, p.Understood)):
                return part.meaning
        return None

    def _behind(self, step: int) -> p.Meaning | None:
        at = self.at + step
        return self.parts[at].meaning if 0 <= at < len(self.parts) else None

    # --- main clause ---

    def _main(self, meaning: p.Meaning, part: p.Part) -> None:
        match meaning:
            case p.Clock():
                self._clock(meaning, part)
            case p.Channel():
                self._channel(meaning)
            case p.DayPart():
                self._day_part(meaning, part)
            case p.Weekdays() | p.NthWeekdays() | p.MonthDays() | p.Dates() | p.Weeks() | p.DayRange():
                self._days(meaning, part)
            case p.DateRange():
                self._between(meaning, part)
            case p.Each():
                if self.rule.each is None or self.rule.each == meaning:
                    self.rule.each = meaning
                elif meaning.period is Period.MONTH or meaning.period is Period.YEAR:
                    self.rule.of_period = meaning.period
                else:
                    self._unexpected(part)
            case p.Every():
                self._set("every", meaning, part)
            case p.OfPeriod():
                if not (self.rule.has_days or self.rule.vague):
                    self._unexpected(part)
                elif meaning.period is not Period.MONTH:
                    self.rule.of_period = meaning.period
            case p.Months():
                self._months(meaning, part)
            case p.Year():
                self._set("year", meaning, part)
            case p.Vague():
                self._set("vague", meaning, part)
            case p.Missing():
                self._set("missing", meaning.policy, part)
            case p.Anchor():
                self._set("anchor", meaning.day, part)
            case p.OnePiece():
                self.rule.one_piece = True
            case _:
                self._unexpected(part)

    def _unexpected(self, part: p.Part) -> None:
        self._problem(
            part,
            "not-understood",
            "these words say something of dates that does not fit the rest of the phrase",
            "những chữ này nói về thời gian nhưng không khớp với phần còn lại",
        )

    def _set(self, name: str, meaning: object, part: p.Part) -> None:
        if getattr(self.rule, name) not in (None, meaning):
            self._unexpected(part)
            return
        setattr(self.rule, name, meaning)

    def _between(self, meaning: p.DateRange, part: p.Part) -> None:
        if self.rule.between is not None:
            if self.rule.has_clock or self.rule.has_days:
                self._unexpected(part)
                return
            self.rule = self._new_rule()
        self.rule.between = meaning

    def _months(self, meaning: p.Months, part: p.Part) -> None:
        rule = self.rule
        before = rule.months
        if before is not None:
            if rule.has_days or rule.has_clock:
                rule = self.rule = self._new_rule()
            else:
                if before.year != meaning.year and before.year is not None and meaning.year is not None:
                    rule = self.rule = self._new_rule()
                else:
                    year = meaning.year if meaning.year is not None else before.year
                    rule.months = p.Months((*before.runs, *meaning.runs), year, before.by_quarter)
                    return
        rule.months = meaning

    def _days(self, meaning: p.Meaning, part: p.Part) -> None:
        name = {
            p.Weekdays: "weekdays", p.NthWeekdays: "nth", p.MonthDays: "month_days", p.Dates: "dates",
            p.Weeks: "weeks", p.DayRange: "day_range",
        }[type(meaning)]  # fmt: skip
        rule = self.rule
        taken = getattr(rule, name) is not None
        clash = isinstance(meaning, (p.NthWeekdays, p.MonthDays)) and rule.has_days
        clash = clash or (
            isinstance(meaning, (p.Weekdays, p.Weeks)) and bool(rule.nth or rule.month_days or rule.day_range)
        )
        if taken or clash:
            rule = self.rule = self._new_rule()
        if not rule.has_clock:
            rule.days_first = True
        setattr(rule, name, meaning)

    def _clock(self, meaning: p.Clock, part: p.Part) -> None:
        rule = self.rule
        if rule.has_clock and rule.has_days and not rule.days_first and self._day_follows():
            rule = self.rule = self._new_rule()
        slot = Slot(meaning, list(rule.lead_channels), part=self.pending_part, span=(part.start, part.end))
        self.pending_part = None
        if self.pending_channels:
            slot.channels, self.pending_channels = self.pending_channels, []
        rule.slots.append(slot)

    def _day_follows(self) -> bool:
        """A day of its own stands behind this time, before the next time, replay or end of clause."""
        for part in self.parts[self.at + 1 :]:
            if isinstance(part.meaning, _DAY_PARTS):
                return True
            if isinstance(part.meaning, (p.Clock, p.Replay, p.Break, p.Except)):
                return False
        return False

    def _channel(self, meaning: p.Channel) -> None:
        rule = self.rule
        if isinstance(self._behind(1), p.Clock):
            self.pending_channels = [meaning.name]
        elif rule.slots:
            rule.slots[-1].channels.append(meaning.name)
        else:
            rule.lead_channels.append(meaning.name)
            after = self._behind(1)
            if isinstance(after, p.Joint) and after.text == ":" and self.at == 0:
                self.draft.heading_channels.append(meaning.name)

    def _day_part(self, meaning: p.DayPart, part: p.Part) -> None:
        slot = self.rule.slots[-1] if self.rule.slots else None
        if slot is not None and slot.part is None and not self._clock_ahead():
            slot.part = meaning.name
        elif self._clock_ahead():
            self.pending_part = meaning.name
        else:
            self.draft.loose_parts.append((meaning.name, part.start, part.end))

    def _clock_ahead(self) -> bool:
        for part in self.parts[self.at + 1 :]:
            if isinstance(part.meaning, p.Clock):
                return True
            if isinstance(part.meaning, (p.Replay, p.Break, p.DayPart)):
                return False
        return False

    # --- replays ---

    def _start_replay(self, part: p.Part) -> None:
        if self.mode == "replay":
            self._close_replays()
        if self.depth > 0 and self._label():
            return
        if self.rule.empty and len(self.draft.rules) > 1:
            # "…; phát lại …": the replay of the clause before.
            self.draft.rules.remove(self.rule)
            self.rule = self.draft.rules[-1]
            self.run = self.rule.run
        self.mode = "replay"
        self.replays, self.pending_days, self.pending_channels = [], [], []

    def _label(self) -> bool:
        """ "(phát lại X)" without a time or a relative day marks a replay of X: never a new date."""
        start = self.parts[self.at].start
        for at in range(self.at + 1, len(self.parts)):
            meaning = self.parts[at].meaning
            if isinstance(meaning, (p.Clock, p.When, p.SameTime, p.ReplayWeek)):
                return False
            if isinstance(meaning, p.Close):
                self.label_until = at - 1
                self.draft.labels.append((start, self.parts[at - 1].end))
                return True
        return False

    def _replay(self, meaning: p.Meaning, part: p.Part) -> None:
        match meaning:
            case p.Clock():
                self._replay_at(meaning.at, meaning.sure, part)
                if meaning.minutes is not None:
                    self.draft.durations.append(Lasting(p.Duration(meaning.minutes), None, self.run, False))
            case p.SameTime():
                self._replay_at(None, True, part)
                self.replays[-1].same_time = True
            case p.When():
                self._replay_when(meaning, part)
            case p.Weekdays():
                self._replay_weekdays(meaning, part)
            case p.ReplayWeek():
                self._replay_week(meaning, part)
            case p.Weeks():
                self._replay_weeks(meaning, part)
            case p.Dates():
                self._replay_date(meaning, part)
            case p.Channel():
                if isinstance(self._behind(1), p.Clock):
                    self.pending_channels = [meaning.name]
                elif self.replays and (self.replays[-1].at or self.replays[-1].placed):
                    self.replays[-1].channels.append(meaning.name)
                else:
                    self.pending_channels.append(meaning.name)
            case p.DayPart():
                if self.replays and self.replays[-1].at is not None and not self._clock_ahead():
                    self.replays[-1].part = meaning.name
                else:
                    self.pending_part = meaning.name
            case p.Months() | p.Year() | p.DateRange() | p.OfPeriod() | p.Each():
                self._replay_limits(meaning, part)
            case _:
                self._unexpected(part)

    def _replay_limits(self, meaning: p.Meaning, part: p.Part) -> None:
        """Months, a year or a season behind the replay bound the whole rule."""
        if isinstance(meaning, p.Each) and meaning.period not in (Period.MONTH, Period.YEAR):
            self._unexpected(part)
            return
        self._main(meaning, part)

    def _replay_at(self, at: time | None, sure: bool, part: p.Part) -> None:
        last = self.replays[-1] if self.replays else None
        if last is not None and last.at is None and not last.same_time:
            draft = last
        else:
            draft = Replay(span=(part.start, part.end))
            self.replays.append(draft)
            if self.pending_days:
                draft.days, draft.inherited = list(self.pending_days), True
            elif last is not None and last.placed:
                draft.days, draft.weekdays = list(last.days), last.weekdays
                draft.next_week, draft.month_week, draft.date, draft.inherited = (
                    last.next_week,
                    last.month_week,
                    last.date,
                    True,
                )
        draft.at, draft.sure = at, sure
        draft.part, self.pending_part = self.pending_part or draft.part, None
        if self.pending_channels:
            draft.channels, self.pending_channels = [*draft.channels, *self.pending_channels], []

    def _replay_when(self, meaning: p.When, part: p.Part) -> None:
        last = self.replays[-1] if self.replays else None
        if last is None:
            self.pending_days, self.pending_part = [meaning.day], meaning.part
            self.replays.append(Replay(days=[meaning.day], part=meaning.part, span=(part.start, part.end)))
            return
        if last.placed and not last.weekdays:
            self.replays.append(Replay(days=[meaning.day], part=meaning.part, span=(part.start, part.end)))
            return
        if last.weekdays and not last.inherited:
            if len(last.weekdays) > 1:
                self._unexpected(part)
                return
            last.check_weekday, last.weekdays = last.weekdays[0], ()
        # A day that stands behind several times is the day of all of them that have none.
        for draft in reversed(self.replays):
            if draft.placed:
                break
            draft.days, draft.weekdays, draft.inherited = [meaning.day], (), False
            draft.part = meaning.part or draft.part

    def _replay_weekdays(self, meaning: p.Weekdays, part: p.Part) -> None:
        last = self.replays[-1] if self.replays else None
        if last is not None and last.placed and last.days and not last.weekdays:
            if len(meaning.days) == 1 and last.check_weekday is None and not self._new_replay_day():
                for draft in self.replays:
                    if draft.days == last.days:
                        draft.check_weekday = meaning.days[0]
                return
            self._unexpected(part)
            return
        if last is None or (last.placed and last.at is not None):
            last = Replay(span=(part.start, part.end))
            self.replays.append(last)
        for draft in reversed(self.replays):
            if draft.placed:
                break
            draft.days, draft.weekdays, draft.inherited = [], meaning.days, False

    def _new_replay_day(self) -> bool:
        """ "…ngày hôm sau và 8h thứ Bảy": a time of its own stands between, so it is no check."""
        return isinstance(self._behind(-1), p.Clock)

    def _replay_week(self, meaning: p.ReplayWeek, part: p.Part) -> None:
        last = self.replays[-1] if self.replays else None
        if last is None or not last.weekdays:
            if meaning.next_week and last is not None and not last.placed:
                last.days = [DaysLater(7)]
                return
            self._unexpected(part)
            return
        last.next_week = meaning.next_week

    def _replay_weeks(self, meaning: p.Weeks, part: p.Part) -> None:
        last = self.replays[-1] if self.replays else None
        if last is None or len(meaning.weeks) != 1:
            self._unexpected(part)
        elif last.check_weekday is not None or (last.days and self.depth):
            for draft in self.replays:
                if draft.days == last.days:
                    draft.check_week = meaning.weeks[0]
        elif last.weekdays and last.month_week is None:
            last.month_week = meaning.weeks[0]
        else:
            self._unexpected(part)

    def _replay_date(self, meaning: p.Dates, part: p.Part) -> None:
        last = self.replays[-1] if self.replays else None
        if last is not None and last.days and last.placed:
            last.check_date = meaning
            return
        if last is None or last.placed:
            last = Replay(span=(part.start, part.end))
            self.replays.append(last)
        last.date, last.inherited = meaning, False

    def _close_replays(self) -> None:
        if self.mode != "replay":
            return
        self.mode = "main"
        scope = self._scope()
        fresh = [rule for rule in scope if not rule.replays]
        if self.pending_channels and self.replays:
            self.replays[-1].channels.extend(self.pending_channels)
        self.pending_channels = []
        if not self.replays:
            at = self.parts[min(self.at, len(self.parts) - 1)]
            replay = next((q for q in reversed(self.parts) if isinstance(q.meaning, p.Replay)), at)
            self._problem(
                replay,
                "replay-without-time",
                "the replay has neither a time nor a day",
                "phần phát lại không có giờ hoặc ngày",
            )
        for rule in fresh or scope:
            rule.replays.extend(self.replays)
        self.replays = []

    # --- exceptions ---

    def _except(self, meaning: p.Meaning, part: p.Part) -> None:
        exception = self.exception
        if isinstance(meaning, (p.Clock, p.Channel)) or exception is None:
            self.mode = "main"
            self._main(meaning, part)
            return
        outer, self.rule = self.rule, exception
        rules = len(self.draft.rules)
        self._main(meaning, part)
        for extra in self.draft.rules[rules:]:
            self._scope_of(outer).exceptions.append(extra)
        del self.draft.rules[rules:]
        self.exception, self.rule = self.rule, outer

    def _scope_of(self, outer: Rule) -> Rule:
        return outer
