"""Drafts -> a schedule; where the words fit several schedules, one for each reading.

Ambiguity is found by rules: a place that can be read in several ways asks `Choices.pick`. The
reader runs the assembly once for each combination of answers, so that every reading is a whole
schedule with its own dates.
"""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import NamedTuple

from rules import schedule as s
from rules.grammar import parts as p
from rules.grammar.clock import hour_in
from rules.grammar.draft import Draft, Replay, Rule, Slot
from rules.grammar.tokens import Problem, Refusal
from rules.schedule import NO_LIMITS, CalendarDay, Period, WeekConvention
from rules.vocabulary import Lang
from rules.weeks import max_weeks


class Option(NamedTuple):
    """One way to read a doubtful place."""

    value: object
    en: str
    vi: str


@dataclass(slots=True)
class Choices:
    """The answers to the doubts of a phrase, in the order in which they come up."""

    preset: tuple[int, ...] = ()
    asked: list[tuple[str, list[Option]]] = field(default_factory=list)

    def pick(self, code: str, options: Sequence[Option]) -> object:
        """The preset option of this doubt, or the first; the doubt is recorded."""
        at = len(self.asked)
        self.asked.append((code, list(options)))
        return options[self.preset[at] if at < len(self.preset) else 0].value


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the phrase stands in: language, year of the plan, week convention."""

    lang: Lang
    year: int | None
    weeks: WeekConvention


class Reading(NamedTuple):
    """A schedule and what was chosen to reach it, empty where nothing was doubtful."""

    schedule: s.Schedule
    chosen: tuple[tuple[str, Option], ...]


_MOST_READINGS = 16


def assemble(draft: Draft, around: Surroundings) -> tuple[list[Reading], list[Problem], list[Problem]]:
    """Every reading of a draft; or the problems that leave it without one; and warnings."""
    choices = Choices()
    builder = _Builder(draft, around, choices)
    first = builder.build()
    if builder.problems:
        return [], builder.problems, builder.warnings
    readings = [Reading(first, _chosen(choices))]
    if choices.asked:
        readings = []
        ranges = [range(len(options)) for _, options in choices.asked]
        for preset in itertools.islice(itertools.product(*ranges), _MOST_READINGS):
            one = Choices(preset)
            again = _Builder(draft, around, one)
            schedule = again.build()
            if not again.problems and all(schedule != r.schedule for r in readings):
                readings.append(Reading(schedule, _chosen(one)))
    return readings, [], builder.warnings


def _chosen(choices: Choices) -> tuple[tuple[str, Option], ...]:
    return tuple(
        (code, options[choices.preset[at] if at < len(choices.preset) else 0])
        for at, (code, options) in enumerate(choices.asked)
    )


class _Builder:
    """One run of the assembly."""

    def __init__(self, draft: Draft, around: Surroundings, choices: Choices) -> None:
        self.draft = draft
        self.around = around if draft.weeks is None else replace(around, weeks=draft.weeks)
        self.pick = choices.pick
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []

    def build(self) -> s.Schedule:
        rules = [r for r in self.draft.rules if not r.empty]
        share(rules)
        recurrences: list[s.Recurrence] = []
        windows: list[s.Window] = []
        spans: list[s.Span] = []
        for rule in rules:
            try:
                self._rule(rule, recurrences, windows, spans)
            except Refusal as refusal:
                self.problems.append(refusal.problem)
        quotas = self._quotas(windows) or self.draft.target
        if self.draft.regular and not (recurrences or windows or spans or quotas):
            spans.append(s.Span(None, next(iter(self.draft.rules[0].lead_channels), None)))
        stay = s.Stay(self.draft.stay.count, self.draft.stay.period) if self.draft.stay else None
        shift = s.Shift(self.draft.shift.to, self.draft.shift.holidays_only) if self.draft.shift else None
        for name, start, end in self.draft.loose_parts:
            self.warnings.append(
                Problem(
                    "no-clock-time",
                    f"'{name}' names no clock time, so none is kept",
                    "buổi trong ngày không cho biết giờ phát, nên không ghi giờ",
                    start,
                    end,
                )
            )
        if self._orphan_replay(rules):
            return s.Schedule()
        return s.Schedule(
            merged(recurrences),
            tuple(dict.fromkeys(windows)),
            tuple(dict.fromkeys(spans)),
            quotas,
            stay,
            shift,
            self.around.weeks,
        )

    def _orphan_replay(self, rules: list[Rule]) -> bool:
        orphans = [r for r in self.draft.rules if r.replays and r.empty]
        if orphans:
            at = orphans[0].replays[0].span
            self._problem(
                "replay-without-premiere",
                "a replay needs a premiere: when is the first airing?",
                "phát lại phải có lần phát đầu: lần đầu phát khi nào?",
                at,
            )
            return True
        return False

    def _problem(self, code: str, en: str, vi: str, span: tuple[int, int]) -> None:
        self.problems.append(Problem(code, en, vi, *span))

    # --- one rule ---

    def _rule(
        self, rule: Rule, recurrences: list[s.Recurrence], windows: list[s.Window], spans: list[s.Span]
    ) -> None:
        limits = self._limits(rule)
        if rule.vague is not None:
            self._vague(rule, rule.vague, limits, windows)
            return
        channel = next(iter(rule.lead_channels), None)
        if rule.one_piece and rule.each is not None:
            windows.append(s.Window(s.EachPeriod(rule.each.period), limits, channel))
            return
        days = self._days(rule)
        if days is not None:
            days, limits = self._in_quarter(rule, days, limits)
            if isinstance(days, s.MonthWeeks) and not days.weekdays:
                if rule.has_clock:
                    self._no_day(rule)
                    return
                windows.append(s.Window(days, limits, channel))
                return
            for window in self._checked_weekday(rule, days):
                recurrences.append(s.Recurrence(s.DaySet(window, limits), self._slots(rule, window)))
            return
        if rule.replays:
            self._no_day(rule)
        elif rule.has_clock:
            if rule.between is not None and rule.between.first and rule.between.last:
                every_day = s.DaySet(s.Weekly(s.ALL_WEEKDAYS), limits)
                recurrences.append(s.Recurrence(every_day, self._slots(rule, every_day.days)))
            else:
                self._no_day(rule)
        elif rule.day_range is not None:
            windows.append(s.Window(s.DayRange(rule.day_range.first, rule.day_range.last), limits, channel))
        elif rule.each is not None and not rule.one_piece:
            windows.append(s.Window(s.EachPeriod(rule.each.period), limits, channel))
        elif rule.every is not None:
            self._problem(
                "needs-anchor",
                "write the weekday, and the date from which it counts",
                "hãy ghi rõ thứ trong tuần và ngày bắt đầu tính",
                (rule.start, rule.end),
            )
        else:
            found = self._spans(rule, channel)
            if rule.one_piece:
                windows.extend(
                    s.Window(span.of, s.NO_LIMITS, span.channel) for span in found if span.of is not None
                )
            else:
                spans.extend(found)

    def _no_day(self, rule: Rule) -> None:
        at = next((slot.span for slot in rule.slots), (rule.start, rule.end))
        self._problem("no-day", "a time is written, but on which day?", "có giờ nhưng chưa rõ ngày nào", at)

    def _days(self, rule: Rule) -> s.Days | None:
        """The day pattern of a rule; None where no days are named."""
        span = (rule.start, rule.end)
        if rule.nth is not None:
            return s.MonthWeekdays(rule.nth.ordinals, rule.nth.weekdays)
        if rule.weeks is not None:
            if (rule.each and rule.each.period is Period.DAY) or not rule.weekdays:
                return self._month_weeks(
                    rule, s.ALL_WEEKDAYS if rule.each and rule.each.period is Period.DAY else ()
                )
            return self._month_weeks(rule, rule.weekdays.days)
        if rule.month_days is not None:
            return self._month_days(rule, rule.month_days.days)
        if rule.dates is not None:
            return s.Dates(rule.dates.days)
        if rule.day_range is not None and rule.has_clock:
            first, last = rule.day_range.first, rule.day_range.last
            if first < 1 or last < first:
                self._problem(
                    "impossible-range",
                    "the range of days does not end after it starts",
                    "khoảng ngày không kết thúc sau khi bắt đầu",
                    span,
                )
                return None
            return self._month_days(rule, tuple(range(first, last + 1)))
        if rule.weekdays is not None:
            return self._weekly(rule, rule.weekdays.days)
        if (
            rule.each is not None
            and rule.each.period is Period.DAY
            and (rule.has_clock or rule.replays or True)
        ):
            return s.Weekly(s.ALL_WEEKDAYS)
        return None

    def _month_weeks(self, rule: Rule, weekdays: tuple[int, ...]) -> s.MonthWeeks:
        assert rule.weeks is not None  # noqa: S101 - by the caller
        most = max_weeks(self.around.weeks)
        if any(week > most for week in rule.weeks.weeks):
            self._problem(
                "impossible-week",
                f"no month has a week {most + 1} by the convention '{self.around.weeks}'",
                f"theo cách tính “{self.around.weeks}” không tháng nào có tuần {most + 1}",
                (rule.start, rule.end),
            )
        return s.MonthWeeks(rule.weeks.weeks, weekdays)

    def _weekly(self, rule: Rule, weekdays: tuple[int, ...]) -> s.Days:
        span = (rule.start, rule.end)
        monthly = rule.each is not None and rule.each.period in (
            Period.MONTH,
            Period.QUARTER,
            Period.HALF,
            Period.YEAR,
        )
        if monthly or rule.of_period is not None:
            self._problem(
                "which-week", "which week of the month is meant?", "chưa rõ là tuần nào trong tháng", span
            )
        if rule.every is None:
            return s.Weekly(weekdays)
        if rule.every.period is not Period.WEEK:
            self._problem(
                "needs-anchor",
                "this does not go with a weekday: write how many weeks lie between",
                "không đi cùng thứ trong tuần: hãy ghi số tuần",
                span,
            )
            return s.Weekly(weekdays)
        return s.Weekly(weekdays, rule.every.count, self._anchor(rule, rule.every.count))

    def _anchor(self, rule: Rule, count: int) -> date | None:
        """The first week that counts: from the date that the phrase names, else a question."""
        span = (rule.start, rule.end)
        if rule.anchor is not None and rule.anchor.year is not None:
            return date(rule.anchor.year, rule.anchor.month, rule.anchor.day)
        since = rule.between.first if rule.between is not None else None
        year = since.year if since is not None and since.year is not None else self.around.year
        if year is None:
            self._problem(
                "needs-anchor",
                "from which week does this count? write 'from' and a date",
                "tính từ tuần nào? hãy ghi “từ ngày …”",
                span,
            )
            return None
        if since is not None:
            named = date(year, since.month, since.day if since.day > 0 else 28)
            return named - timedelta(days=named.weekday())
        first = date(year, 1, 1)
        first -= timedelta(days=first.weekday())
        options = [
            Option(
                day := first + timedelta(weeks=k),
                f"counting from the week of {day.isoformat()}",
                f"tính từ tuần có ngày {day:%d/%m/%Y}",
            )
            for k in range(min(count, 6))
        ]
        picked = self.pick("needs-anchor", options)
        assert isinstance(picked, date)  # noqa: S101 - as offered
        return picked

    def _month_days(self, rule: Rule, days: tuple[int, ...]) -> s.MonthDays:
        """A day that some month lacks is a question: leave it out, the last day, or the next."""
        months = rule.months.months if rule.months else tuple(range(1, 13))
        leap = self._year_of(rule)
        longest = [_days_in(month, leap) for month in months]
        if rule.missing is not None:
            return s.MonthDays(days, rule.missing)
        if not any(day > min(longest) for day in days):
            return s.MonthDays(days)
        missing = self.pick(
            "missing-day",
            [
                Option(
                    s.MissingDay.SKIP,
                    "a month without that day has none",
                    "tháng không có ngày đó thì bỏ qua",
                ),
                Option(
                    s.MissingDay.LAST,
                    "a month without that day takes its last day",
                    "tháng không có ngày đó thì lấy ngày cuối tháng",
                ),
                Option(
                    s.MissingDay.NEXT,
                    "a month without that day takes the next day",
                    "tháng không có ngày đó thì lấy ngày kế tiếp",
                ),
            ],
        )
        assert isinstance(missing, s.MissingDay)  # noqa: S101 - as offered
        return s.MonthDays(days, missing)

    def _year_of(self, rule: Rule) -> int | None:
        if rule.months is not None and rule.months.year is not None:
            return rule.months.year
        return rule.year.year if rule.year is not None else None

    def _in_quarter(self, rule: Rule, days: s.Days, limits: s.Limits) -> tuple[s.Days, s.Limits]:
        """Weeks and weekdays counted in a quarter are those of its first or last month."""
        counted = (s.MonthWeeks, s.MonthWeekdays, s.MonthDays)
        if not isinstance(days, counted):
            return days, limits
        period = rule.of_period
        if (
            period is None
            and rule.each is not None
            and rule.each.period not in (Period.DAY, Period.WEEK, Period.MONTH)
        ):
            period = rule.each.period
        by_quarter = rule.months is not None and rule.months.by_quarter
        if period is None and by_quarter and rule.each is None:
            assert rule.months is not None  # noqa: S101 - by_quarter says so
            monthly = self.pick(
                "month-or-quarter",
                [
                    Option(True, "in each month of the quarter", "trong mỗi tháng của quý"),
                    Option(
                        False,
                        "counted in the quarter: its first or last month only",
                        "tính trong cả quý: chỉ tháng đầu hoặc tháng cuối quý",
                    ),
                ],
            )
            if monthly:
                return days, limits
            period = Period.QUARTER
        if period in (None, Period.MONTH, Period.DAY, Period.WEEK):
            return days, limits
        assert period is not None  # noqa: S101 - just above
        step = {Period.QUARTER: 3, Period.HALF: 6, Period.YEAR: 12}[period]
        numbers = (
            days.weeks
            if isinstance(days, s.MonthWeeks)
            else days.ordinals
            if isinstance(days, s.MonthWeekdays)
            else days.days
        )
        if len({n > 0 for n in numbers}) != 1 or (isinstance(days, s.MonthDays) and step > 3):
            self._problem(
                "not-understood",
                "write the first and the last of the period as two rules",
                "hãy tách lần đầu và lần cuối của kỳ thành hai ý",
                (rule.start, rule.end),
            )
            return days, limits
        months = tuple(range(1 if numbers[0] > 0 else step, 13, step))
        if rule.months is not None:
            months = tuple(m for m in months if m in rule.months.months)
        return days, replace(limits, months=months)

    def _checked_weekday(self, rule: Rule, days: s.Days) -> list[s.Days]:
        """A date beside a weekday is verified; where they disagree, both readings are given."""
        if not isinstance(days, s.Dates) or rule.weekdays is None:
            if rule.weekdays is not None and isinstance(days, s.MonthDays):
                self._problem(
                    "weekday-and-day",
                    "a weekday and a day of the month do not go together: leave one out",
                    "thứ và ngày trong tháng không đi cùng nhau: hãy bỏ một",
                    (rule.start, rule.end),
                )
            return [days]
        wanted = rule.weekdays.days
        fixed: list[CalendarDay] = []
        for day in days.days:
            year = day.year or self._year_of(rule) or self.around.year
            if year is None or ((day.month, day.day) == (2, 29) and _days_in(2, year) == 28):
                continue
            written = date(year, day.month, day.day)
            if written.weekday() in wanted:
                continue
            monday = written - timedelta(days=written.weekday())
            other = monday + timedelta(days=wanted[0])
            picked = self.pick(
                "weekday-contradicts-date",
                [
                    Option(
                        day,
                        f"the date {written.isoformat()}, whatever its weekday",
                        f"theo ngày {written:%d/%m/%Y}, bất kể thứ",
                    ),
                    Option(
                        CalendarDay(other.month, other.day, other.year),
                        f"the weekday in that week, {other.isoformat()}",
                        f"theo thứ trong tuần đó, ngày {other:%d/%m/%Y}",
                    ),
                ],
            )
            assert isinstance(picked, CalendarDay)  # noqa: S101 - as offered
            fixed.append(picked)
        if not fixed:
            return [days]
        kept = [d for d in days.days if not self._contradicts(d, rule, wanted)]
        return [s.Dates(tuple(sorted((*kept, *fixed), key=lambda d: (d.year or 0, d.month, d.day))))]

    def _contradicts(self, day: CalendarDay, rule: Rule, wanted: tuple[int, ...]) -> bool:
        year = day.year or self._year_of(rule) or self.around.year
        return year is not None and date(year, day.month, day.day).weekday() not in wanted

    def _limits(self, rule: Rule) -> s.Limits:
        months = rule.months.months if rule.months else ()
        if len(months) == 12:
            months = ()
        since = rule.between.first if rule.between else None
        until = rule.between.last if rule.between else None
        exceptions = tuple(self._exception(e) for e in rule.exceptions if not e.empty)
        year = self._year_of(rule)
        if not (months or since or until or exceptions or year):
            return NO_LIMITS
        return s.Limits(months, year, since, until, tuple(dict.fromkeys(exceptions)))

    def _exception(self, rule: Rule) -> s.DaySet:
        limits = self._limits(rule)
        days = self._days(rule)
        if isinstance(days, s.MonthWeeks) and not days.weekdays:
            days = replace(days, weekdays=s.ALL_WEEKDAYS)
        return s.DaySet(days if days is not None else s.Weekly(s.ALL_WEEKDAYS), limits)

    def _spans(self, rule: Rule, channel: str | None) -> list[s.Span]:
        year = self._year_of(rule)
        if rule.between is not None:
            first, last = rule.between.first, rule.between.last
            if first is None or last is None:
                self._problem(
                    "open-span",
                    "a period needs its first and its last day",
                    "khoảng thời gian cần có ngày đầu và ngày cuối",
                    (rule.start, rule.end),
                )
                return []
            if year is not None:
                first, last = s.with_year(first, year), s.with_year(last, year)
            if first.year is not None and last.year is not None and _ordered(last) < _ordered(first):
                self._problem(
                    "impossible-range",
                    "the period ends before it starts",
                    "khoảng thời gian kết thúc trước khi bắt đầu",
                    (rule.start, rule.end),
                )
            return [s.Span(s.DateRange(first, last), channel)]
        if rule.months is not None:
            return [
                s.Span(s.DateRange(CalendarDay(a, 1, year), CalendarDay(b, -1, year)), channel)
                for a, b in rule.months.runs
            ]
        if rule.year is not None:
            return [s.Span(s.DateRange(CalendarDay(1, 1, year), CalendarDay(12, -1, year)), channel)]
        return []

    def _vague(self, rule: Rule, vague: p.Vague, limits: s.Limits, windows: list[s.Window]) -> None:
        """ "cuối tháng" may be a third, a week or a day: the readings are offered."""
        if rule.has_clock or rule.has_days or "tuần" in vague.text.lower() or "week" in vague.text.lower():
            self._problem(
                "vague-day",
                f"'{vague.text}' names no certain day: write the date or the week",
                f"“{vague.text}” chưa rõ ngày nào: hãy ghi ngày hoặc tuần cụ thể",
                (rule.start, rule.end),
            )
            return
        if any(word in vague.text.lower() for word in ("quý", "quí", "năm", "quarter", "year")):
            self._problem(
                "vague-day",
                f"'{vague.text}' names no certain days: write the month",
                f"“{vague.text}” chưa rõ: hãy ghi tháng cụ thể",
                (rule.start, rule.end),
            )
            return
        options = {
            "beginning": [((1, 10), "days 1 to 10", "từ ngày 1 đến ngày 10"), ((1, 7), "the first seven days", "bảy ngày đầu tháng"), ((1, 1), "the first day", "ngày đầu tháng")],
            "middle": [((11, 20), "days 11 to 20", "từ ngày 11 đến ngày 20"), ((15, 15), "the 15th", "ngày 15")],
            "end": [((21, -1), "from day 21 to the end", "từ ngày 21 đến hết tháng"), ((25, -1), "from day 25 to the end", "từ ngày 25 đến hết tháng"), ((-1, -1), "the last day", "ngày cuối tháng")],
        }[vague.where]  # fmt: skip
        picked = self.pick("vague-day", [Option(value, en, vi) for value, en, vi in options])
        assert isinstance(picked, tuple)  # noqa: S101 - as offered
        windows.append(s.Window(s.DayRange(*picked), limits, next(iter(rule.lead_channels), None)))

    # --- slots and replays ---

    def _slots(self, rule: Rule, days: s.Days) -> tuple[s.Slot, ...]:
        drafts = rule.slots or [Slot(channels=list(rule.lead_channels))]
        slots: list[tuple[s.Slot, Slot]] = []
        for draft in drafts:
            at = self._time(draft)
            minutes, minutes_max = self._minutes(rule, draft)
            for channel in draft.channels or [*self.draft.heading_channels[:1], None][:1]:
                slots.append((s.Slot(at, channel, minutes, minutes_max), draft))
        made = [slot for slot, _ in slots]
        if not rule.replays:
            return tuple(made)
        # Replays hang on the slot that they can follow: the last one, as a programme is replayed once it is out.
        first_of_last = next(k for k, (_, draft) in enumerate(slots) if draft is slots[-1][1])
        for draft_replay in rule.replays:
            for replay_ in self._replays(draft_replay, made[first_of_last], days):
                k = self._followed(made, replay_, first_of_last)
                made[k] = replace(made[k], replays=(*made[k].replays, replay_))
        return tuple(made)

    def _followed(self, slots: list[s.Slot], replay_: s.Replay, last: int) -> int:
        """A replay of the same day hangs on the latest slot before it."""
        at = replay_.at
        if replay_.day != s.DaysLater(0) or at is None:
            return last
        before = [k for k, slot in enumerate(slots) if slot.at is not None and slot.at < at]
        return max(before, key=lambda k: (slots[k].at or time(), -k)) if before else last

    def _time(self, draft: Slot) -> time | None:
        clock = draft.clock
        if clock is None:
            return None
        at, sure = clock.at, clock.sure
        if draft.part is not None:
            hour = hour_in(at.hour, draft.part)
            if hour is None:
                self._problem(
                    "contradicting-time",
                    "the hour and the part of the day do not fit together",
                    "giờ và buổi trong ngày không khớp nhau",
                    draft.span,
                )
                return at
            return time(hour, at.minute)
        return at if sure else self._morning_or_evening(at)

    def _morning_or_evening(self, at: time) -> time:
        later = time((at.hour + 12) % 24, at.minute)
        picked = self.pick(
            "am-or-pm",
            [
                Option(at, f"in the morning, at {at:%H:%M}", f"buổi sáng, lúc {at:%H:%M}"),
                Option(
                    later,
                    f"in the afternoon or evening, at {later:%H:%M}",
                    f"buổi chiều hoặc tối, lúc {later:%H:%M}",
                ),
            ],
        )
        assert isinstance(picked, time)  # noqa: S101 - as offered
        return picked

    def _minutes(self, rule: Rule, draft: Slot) -> tuple[int | None, int | None]:
        """A duration is its slot's; behind the last slot of a clause, or in a clause of its own, it is every slot's."""
        if draft.clock is not None and draft.clock.minutes is not None:
            return draft.clock.minutes, None
        durations = self.draft.durations
        own = [d for d in durations if d.slot is draft]
        if not own:
            clause = [d for d in durations if d.run == rule.run]
            timed = {r.run for r in self.draft.rules if r.slots or r.has_days}
            loose = [d for d in durations if d.run not in timed]
            own = [d for d in clause if not d.clock_follows or d.slot is None] if len(clause) == 1 else []
            own = own or (loose if len(durations) == 1 else [])
        return (own[-1].duration.minutes, own[-1].duration.minutes_max) if own else (None, None)

    def _replays(self, draft: Replay, slot: s.Slot, days: s.Days) -> list[s.Replay]:
        at = slot.at if draft.same_time else self._replay_time(draft)
        check = (
            s.Check(draft.check_weekday, draft.check_week)
            if draft.check_weekday is not None or draft.check_week is not None
            else None
        )
        made: list[s.Replay] = []
        for day in self._replay_days(draft, at, slot, days):
            for channel in draft.channels or [*self.draft.heading_channels[:1], None][:1]:
                made.append(s.Replay(day, at, channel, check))
        return made

    def _replay_time(self, draft: Replay) -> time | None:
        at = draft.at
        if at is None:
            return None
        if draft.part is not None:
            hour = hour_in(at.hour, draft.part)
            if hour is not None:
                return time(hour, at.minute)
            self._problem(
                "contradicting-time",
                "the hour and the part of the day do not fit together",
                "giờ và buổi trong ngày không khớp nhau",
                draft.span,
            )
        return at if draft.sure or draft.part else self._morning_or_evening(at)

    def _replay_days(self, draft: Replay, at: time | None, slot: s.Slot, days: s.Days) -> list[s.ReplayDay]:
        if draft.date is not None:
            return self._dated_replay(draft, draft.date, days)
        if draft.weekdays:
            if draft.month_week is not None:
                return self._month_week_replay(draft, draft.month_week, days)
            week = {None: s.ReplayWeek.FOLLOWING, False: s.ReplayWeek.SAME, True: s.ReplayWeek.NEXT}[
                draft.next_week
            ]
            if week is s.ReplayWeek.SAME:
                self._same_week_after(draft, days)
            return [s.OnWeekday(weekday, week) for weekday in draft.weekdays]
        if draft.days:
            return [self._same_day(day, at, slot, draft) for day in draft.days]
        if draft.same_time:
            self._problem(
                "replay-without-day",
                "a replay at the same time needs its day",
                "phát lại cùng giờ thì phải ghi ngày",
                draft.span,
            )
            return []
        if at is None:
            self._problem(
                "replay-without-time",
                "the replay has neither a time nor a day",
                "phần phát lại không có giờ hoặc ngày",
                draft.span,
            )
            return []
        if slot.at is None:
            self._problem(
                "replay-without-day",
                "the premiere has no time, so the replay's day must be written",
                "lần phát đầu không có giờ nên phải ghi ngày phát lại",
                draft.span,
            )
            return []
        if (
            at == slot.at
            and draft.channels
            and slot.channel is not None
            and draft.channels[0] != slot.channel
        ):
            return [self._pick_day("replay-day", (1, 0))]
        # A time that is not later than the premiere's can only be the next day's.
        return [s.DaysLater(0 if at > slot.at else 1)]

    def _same_day(self, day: s.ReplayDay, at: time | None, slot: s.Slot, draft: Replay) -> s.ReplayDay:
        """ "The same day" before the premiere: after an evening premiere the night is meant, perhaps."""
        if (
            day == s.DaysLater(0)
            and at is not None
            and slot.at is not None
            and at <= slot.at
            and not draft.inherited
        ):
            return self._pick_day("past-midnight", (1, 0))
        if (
            day == s.DaysLater(0)
            and draft.inherited
            and at is not None
            and slot.at is not None
            and at <= slot.at
        ):
            return s.DaysLater(1)
        return day

    def _pick_day(self, code: str, days: tuple[int, int]) -> s.ReplayDay:
        words = {
            0: ("on the same calendar day", "trong cùng ngày theo lịch"),
            1: ("on the next calendar day", "vào ngày hôm sau theo lịch"),
        }
        picked = self.pick(code, [Option(s.DaysLater(d), *words[d]) for d in days])
        assert isinstance(picked, s.DaysLater)  # noqa: S101 - as offered
        return picked

    def _same_week_after(self, draft: Replay, days: s.Days) -> None:
        """A weekday of the same week that lies before every premiere can be no replay."""
        weekdays = getattr(days, "weekdays", ())
        if weekdays and all(w < min(weekdays) for w in draft.weekdays):
            self._problem(
                "replay-before-premiere",
                "that day of the same week lies before the premiere",
                "ngày đó trong cùng tuần lại trước lần phát đầu",
                draft.span,
            )

    def _month_week_replay(self, draft: Replay, week: int, days: s.Days) -> list[s.ReplayDay]:
        if not isinstance(days, s.MonthWeeks):
            self._problem(
                "not-understood",
                "a replay in a numbered week needs a premiere in one",
                "phát lại theo tuần thì lần đầu cũng phải theo tuần",
                draft.span,
            )
            return []
        first, last = days.weeks[0], week
        if (
            first > 0
            and last > 0
            and (last < first or (last == first and draft.weekdays[0] < min(days.weekdays)))
        ):
            if last < first:
                self._problem(
                    "replay-before-premiere",
                    "that week lies before the premiere",
                    "tuần đó trước lần phát đầu",
                    draft.span,
                )
                return []
        return [s.InMonthWeek(week, weekday) for weekday in draft.weekdays]

    def _dated_replay(self, draft: Replay, dates: p.Dates, days: s.Days) -> list[s.ReplayDay]:
        if not isinstance(days, s.Dates) or len(days.days) != 1 or len(dates.days) != 1:
            self._problem(
                "not-understood",
                "a replay on a date needs a premiere on one date",
                "phát lại theo ngày thì lần đầu cũng phải là một ngày",
                draft.span,
            )
            return []
        year = days.days[0].year or dates.days[0].year or self.around.year or 2001
        first, second = (
            date(year if d.year is None else d.year, d.month, d.day) for d in (days.days[0], dates.days[0])
        )
        if second < first:
            self._problem(
                "replay-before-premiere",
                "the replay's date lies before the premiere",
                "ngày phát lại trước lần phát đầu",
                draft.span,
            )
            return []
        return [s.DaysLater((second - first).days)]

    # --- quotas ---

    def _quotas(self, windows: list[s.Window]) -> tuple[s.Quota, ...]:
        """Counts, each in its period; "2 a month (24 a year)" must agree with itself."""
        written = self.draft.quotas
        each = next((w.of.period for w in windows if isinstance(w.of, s.EachPeriod)), None)
        made: list[tuple[s.Quota, int, int]] = []
        for at, (written_quota, start, end) in enumerate(written):
            following = (q.period for q, _, _ in written[at + 1 :] if q.period)
            period = written_quota.period or next(following, None) or each or Period.YEAR
            made.append((s.Quota(written_quota.count, written_quota.unit, period), start, end))
        kept: list[s.Quota] = []
        for quota, start, end in sorted(made, key=lambda one: _PER_YEAR[one[0].period], reverse=True):
            same = next(
                (k for k in kept if k.unit == quota.unit or k.unit is None or quota.unit is None), None
            )
            if same is None or same.period is quota.period:
                kept.append(quota)
                continue
            if same.count * _PER_YEAR[same.period] != quota.count * _PER_YEAR[
                quota.period
            ] and same.period not in (Period.WEEK, Period.DAY):
                self._problem(
                    "quota-disagrees",
                    f"{same.count} a {same.period} is not {quota.count} a {quota.period}",
                    f"{same.count} mỗi {_VI_PERIOD[same.period]} không bằng {quota.count} mỗi {_VI_PERIOD[quota.period]}",
                    (start, end),
                )
            elif same.unit is None and quota.unit is not None:
                kept[kept.index(same)] = replace(same, unit=quota.unit)
        if (
            kept
            and each is not None
            and any(q.period is each for q in kept)
            and any(q.count != 1 for q in kept)
        ):
            windows[:] = [w for w in windows if not isinstance(w.of, s.EachPeriod)]
        order = [q for q, _, _ in made]
        return tuple(
            sorted(
                kept,
                key=lambda q: next(
                    (k for k, o in enumerate(order) if o.period is q.period and o.count == q.count), 0
                ),
            )
        )


_PER_YEAR = {
    Period.DAY: 365,
    Period.WEEK: 52,
    Period.MONTH: 12,
    Period.QUARTER: 4,
    Period.HALF: 2,
    Period.YEAR: 1,
}
_VI_PERIOD = {
    Period.DAY: "ngày", Period.WEEK: "tuần", Period.MONTH: "tháng", Period.QUARTER: "quý", Period.HALF: "nửa năm", Period.YEAR: "năm",
}  # fmt: skip


def merged(recurrences: list[s.Recurrence]) -> tuple[s.Recurrence, ...]:
    """Rules on the same days are one rule with several slots; what stands twice counts once."""
    slots: dict[s.DaySet, list[s.Slot]] = {}
    for recurrence in recurrences:
        slots.setdefault(recurrence.on, []).extend(recurrence.slots)
    return tuple(s.Recurrence(on, tuple(dict.fromkeys(found))) for on, found in slots.items())


def share(rules: list[Rule]) -> None:
    """Within one clause, times, months and a year that stand once belong to every rule of it.

    "thứ Hai tuần 1 và thứ Tư tuần 3 lúc 17h45": the time is both rules'. A day that stands behind
    a rule that already has its own days and time takes nothing ("thứ Hai 8h, 9h thứ Tư").
    """
    for run in {r.run for r in rules}:
        scope = [r for r in rules if r.run == run]
        _share_slots(scope)
        months = [r.months for r in scope if r.months is not None]
        if len(months) == 1:
            for rule in scope:
                rule.months = rule.months or (months[0] if rule.has_days else None)
        exceptions = [e for r in scope for e in r.exceptions]
        if exceptions and len(scope) > 1:
            for rule in scope:
                rule.exceptions = list(exceptions)
        years = {r.year.year for r in scope if r.year is not None and r.year.year is not None}
        if len(years) == 1:
            year = p.Year(next(iter(years)))
            for rule in scope:
                rule.year = rule.year if rule.year is not None and rule.year.year is not None else year


def _share_slots(scope: list[Rule]) -> None:
    without = [r for r in scope if r.has_days and not r.has_clock]
    timed = [r for r in scope if r.has_clock]
    if len(timed) != 1 or not without:
        return
    giver = timed[0]
    behind = scope.index(giver) > max(scope.index(r) for r in without)
    before = scope.index(giver) < min(scope.index(r) for r in without)
    if (behind and giver.days_first) or (before and not giver.days_first) or not giver.has_days:
        for rule in without:
            rule.slots, rule.lead_channels = giver.slots, rule.lead_channels or giver.lead_channels
            rule.replays = rule.replays or giver.replays


def _ordered(day: CalendarDay) -> tuple[int, int, int]:
    return (day.year or 0, day.month, 32 if day.day < 0 else day.day)


def _days_in(month: int, year: int | None) -> int:
    """Days of a month; February of an unknown year counts as short, so that the 29th is asked for."""
    if month == 2:
        leap = year is not None and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
        return 29 if leap else 28
    return 30 if month in (4, 6, 9, 11) else 31
