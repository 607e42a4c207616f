"""Schedule -> its canonical phrase, in Vietnamese and English: the inverse of `rules.phrases`.

``parse(wording(s, lang)) == s``, which is a property test.
One rule a clause, clauses parted by ";": times, days, limits, channel, duration, replays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, time

from rules import schedule as s
from rules.lexicon import LEXICONS, Lexicon
from rules.overlaps import may_compete
from rules.schedule import CalendarDay, Period, Schedule, WeekConvention
from rules.vocabulary import Lang

_DAY = 1440  # minutes
_QUARTERS = {(1, 3): "I", (4, 6): "II", (7, 9): "III", (10, 12): "IV"}


def wording(schedule: Schedule, lang: Lang) -> str:
    """The canonical phrase of a schedule in a language."""
    return _Writer(LEXICONS[lang]).schedule(schedule)


def _may_begin_with(on: s.DaySet, earlier: Sequence[s.Recurrence]) -> bool:
    """True where the words before name one date, from which an end without a beginning might go on."""
    alone = (before.on.days for before in earlier if isinstance(before.on.days, s.Dates))
    return on.limits.since is None is not on.limits.until and any(len(one.days) == 1 for one in alone)


def _written_end(slot: s.Slot) -> time | None:
    """The written end that a range of times says: one on the same day, or up to twelve hours later."""
    if not slot.end_written or slot.at is None or slot.minutes is None or slot.due:
        return None
    end = 60 * slot.at.hour + slot.at.minute + slot.minutes
    if end >= _DAY and slot.minutes > _DAY // 2:
        return None
    return time(end % _DAY // 60, end % 60)


class _Writer:
    """Writes with the words of one language."""

    def __init__(self, words: Lexicon) -> None:
        self.w = words

    def schedule(self, schedule: Schedule) -> str:
        # Each once: the slots of a recurrence text all have its one wording.
        clauses = list(dict.fromkeys(self._airings(schedule.recurrences)))
        for window in schedule.windows:
            clause = self._window(window)  # "also": or it would bound what stands before it
            clauses.append(self.w.also.format(clause=clause) if clauses else clause)
        for span in map(self._span, schedule.spans):
            clauses.append(self.w.also.format(clause=span) if clauses else span)
        if schedule.stay is not None:
            clauses.append(
                self.w.stay.format(
                    n=schedule.stay.count, period=self.w.period(schedule.stay.period, schedule.stay.count)
                )
            )
        if schedule.quotas:
            clauses.append(self.w.target.format(quotas=", ".join(self._quota(q) for q in schedule.quotas)))
        if schedule.shift is not None:
            clauses.append(self._shift(schedule.shift))
        if schedule.weeks is not WeekConvention.BLOCKS:
            clauses.append(self.w.convention.format(name=schedule.weeks.value))
        return "; ".join(clauses)

    # --- airings ---

    def _airings(self, recurrences: Sequence[s.Recurrence]) -> Iterator[str]:
        """The clauses of all; one that may change another is said to add to it."""
        for at, recurrence in enumerate(recurrences):
            earlier = [before for before in recurrences[:at] if before.timed]
            adds = recurrence.timed and any(may_compete(recurrence.on, before.on) for before in earlier)
            adds = adds or _may_begin_with(recurrence.on, recurrences[:at])
            adds = adds or (at > 0 and recurrence.on.limits != s.NO_LIMITS)  # bounds of its own
            timed = any(one.timed for one in recurrences)
            for clause in self._recurrence(recurrence, timed):
                yield self.w.also.format(clause=clause) if adds else clause

    def _recurrence(self, recurrence: s.Recurrence, timed: bool) -> list[str]:
        """One clause for all slots where only their times differ, else one for each slot.

        `timed`: a time stands before, or beside it, which must not pass for that of a slot without one.
        """
        if isinstance(recurrence.on.days, s.RuleDays):
            return [recurrence.on.days.text.replace("\n", " ")]
        days = self._day_set(recurrence.on)
        slots = recurrence.slots
        due = slots[0].due
        if all(slot == s.Slot(slot.at, due=due) and slot.at is not None for slot in slots):
            times = self._list([self.w.clock(slot.at) for slot in slots if slot.at is not None])
            text = f"{times} {days}"
            return [self.w.due(text) if due else text]
        if timed and any(slot.at is None for slot in slots):
            limits = recurrence.on.limits
            bare = self._day_set(replace(recurrence.on, limits=replace(limits, exceptions=())))
            timeless = self.w.timeless.format(days=bare) + self._exceptions(limits)
        else:
            timeless = days
        return [self._slot(slot, days if slot.at is not None else timeless) for slot in slots]

    def _slot(self, slot: s.Slot, days: str) -> str:
        end = _written_end(slot)
        at = "" if slot.at is None else self.w.clock(slot.at)
        at = at if end is None else self.w.clock_range.format(first=at, last=self.w.clock(end))
        text = f"{at} {days}" if at else days
        parts = [self.w.due(text) if slot.due else text]
        if slot.channel is not None:
            parts.append(self.w.channel.format(name=slot.channel))
        if slot.minutes is not None and end is None:
            parts.append(self._duration(slot.minutes, slot.minutes_max, slot.end_written))
        parts += [self._replay(replay) for replay in slot.replays]
        return ", ".join(parts)

    def _duration(self, minutes: int, most: int | None, by_clock: bool) -> str:
        amount = str(minutes) if most is None else f"{minutes}-{most}"
        duration = self.w.duration.format(minutes=amount)
        return self.w.by_clock.format(duration=duration) if by_clock else duration

    def _replay(self, replay: s.Replay) -> str:
        at = "" if replay.at is None else self.w.clock(replay.at)
        words = [self.w.replay, at, self._replay_day(replay.day)]
        if replay.channel is not None:
            words.append(self.w.channel.format(name=replay.channel))
        if replay.check is not None:
            words.append(self._check(replay.check))
        return " ".join(word for word in words if word)

    def _replay_day(self, day: s.ReplayDay) -> str:
        match day:
            case s.DaysLater(0):
                return self.w.same_day
            case s.DaysLater(1):
                return self.w.next_day
            case s.DaysLater(n):
                return self.w.days_later.format(n=n)
            case s.OnWeekday(weekday, week):
                name = self.w.weekdays[weekday]
                tail = {s.ReplayWeek.SAME: self.w.same_week, s.ReplayWeek.NEXT: self.w.next_week}.get(
                    week, ""
                )
                return f"{self.w.on_weekday.format(name=name)} {tail}".strip()
            case s.InMonthWeek(week, weekday):
                return f"{self.w.on_weekday.format(name=self.w.weekdays[weekday])} {self._weeks((week,))}"

    def _check(self, check: s.Check) -> str:
        words = []
        if check.weekday is not None:
            words.append(self.w.weekdays[check.weekday])
        if check.week is not None:
            words.append(self._weeks((check.week,)))
        return f"({' '.join(words)})"

    # --- days ---

    def _day_set(self, on: s.DaySet, *, out: bool = False) -> str:
        numbered = isinstance(on.days, s.MonthDays)
        return f"{self._days(on.days, on.limits, out=out)}{self._limits(on.limits, numbered=numbered)}"

    def _days(self, days: s.Days, limits: s.Limits, *, out: bool = False) -> str:
        match days:
            case s.Weekly(weekdays, interval, anchor):
                return self._weekly(weekdays, interval, anchor)
            case s.MonthWeeks(weeks, weekdays):
                every = self.w.every_day if weekdays == s.ALL_WEEKDAYS else self._weekday_list(weekdays)
                return " ".join(
                    word
                    for word in (every if weekdays else "", self._weeks(weeks), self._monthly(limits))
                    if word
                )
            case s.MonthWeekdays(ordinals, weekdays):
                return f"{self.w.nth(ordinals, weekdays, self._list)} {self._monthly(limits)}".strip()
            case s.Workdays(()):
                return self.w.every_workday
            case s.Workdays(ordinals):
                return f"{self._workdays(ordinals)} {self._monthly(limits)}".strip()
            case s.MonthDays(numbers, missing):
                listed = (self.w.month_days_out if out else self.w.month_days)(numbers, self._list)
                named = f"{listed} {self._monthly(limits)}".strip()
                return (
                    named
                    if missing is s.MissingDay.SKIP and max(numbers) <= 28
                    else f"{named} {self.w.missing[missing]}"
                )
            case s.RuleDays(text):
                return text.replace("\n", " ")
            case s.Dates(dates):
                return self.w.on_dates.format(dates=self._list([self.w.date(d) for d in dates]))

    def _workdays(self, ordinals: tuple[int, ...]) -> str:
        """The first or last few by their count, else each by its number."""
        count = len(ordinals)
        for step, several in self.w.several_workdays.items():
            if count > 2 and ordinals == tuple(step * n for n in range(1, count + 1)):
                return several.format(n=count)
        return self.w.nth_workday(ordinals, self._list)

    def _weekly(self, weekdays: tuple[int, ...], interval: int, anchor: date | None) -> str:
        if weekdays == s.ALL_WEEKDAYS and interval == 1:
            return self.w.every_day
        named = self._weekday_list(weekdays)
        if interval == 1:
            return f"{named} {self.w.weekly}".strip()
        counted = f"{named} {self.w.every_weeks.format(n=interval)}"
        if anchor is None:
            return counted
        return f"{counted} {self._anchored(anchor, Period.WEEK)}"

    def _alternate(self, period: Period, interval: int, anchor: date) -> str:
        form = self.w.every_weeks if period is Period.WEEK else self.w.every_months
        return f"{form.format(n=interval)} {self._anchored(anchor, period)}"

    def _anchored(self, anchor: date, period: Period) -> str:
        day = self.w.date(CalendarDay(anchor.month, anchor.day, anchor.year))
        form = self.w.anchor if period is Period.WEEK else self.w.anchor_month
        return form.format(date=day)

    def _weekday_list(self, weekdays: tuple[int, ...]) -> str:
        return self._list(self.w.weekdays[day] for day in weekdays)

    def _weeks(self, weeks: tuple[int, ...]) -> str:
        return self._list([self.w.week(n) for n in weeks])

    def _monthly(self, limits: s.Limits) -> str:
        """ "hằng tháng" where no months are named."""
        return "" if limits.months else self.w.monthly

    def _limits(self, limits: s.Limits, *, numbered: bool = False) -> str:
        """Months, year, bounds and exceptions; behind numbered days, months must not make a date of them.

        An end alone does not stand behind months: "tháng 8 đến hết tháng 10" would be a range of months.
        """
        months = ""
        if limits.months:
            form = self.w.in_each_of_months if numbered else self.w.in_months
            months = form.format(months=self._dated(self._month_list(limits.months), limits.year))
        elif limits.year is not None:
            months = self.w.in_year.format(year=limits.year)
        bounds = self._bounds(limits)
        if months and limits.since is None is not limits.until:
            form = self.w.numbered_until if numbered else self.w.months_until
            words = [form.format(months=months, until=bounds)]
        else:
            words = [months, bounds]
        return "".join(f" {word}" for word in words if word) + self._exceptions(limits)

    def _bounds(self, limits: s.Limits) -> str:
        if limits.since is not None and limits.until is not None:
            return self.w.between.format(first=self.w.bound(limits.since), last=self.w.bound(limits.until))
        if limits.since is not None:
            return self.w.since.format(first=self.w.bound(limits.since))
        return "" if limits.until is None else self.w.until.format(last=self.w.bound(limits.until))

    def _exceptions(self, limits: s.Limits) -> str:
        return "".join(f", {self.w.unless} {self._exception(one)}" for one in limits.exceptions)

    def _exception(self, exception: s.DaySet) -> str:
        limits = exception.limits
        all_days = exception.days == s.Weekly(s.ALL_WEEKDAYS)
        if all_days and limits != s.NO_LIMITS:
            return self._limits(limits).strip()
        return self._day_set(exception, out=True)

    def _month_list(self, months: Sequence[int]) -> str:
        runs: list[list[int]] = []
        for month in months:
            if runs and runs[-1][-1] == month - 1:
                runs[-1].append(month)
            else:
                runs.append([month])
        names: list[str] = []
        for run in runs:
            if len(run) > 2:
                names.append(
                    self.w.month_range.format(first=self.w.month(run[0]), last=self.w.month(run[-1]))
                )
            else:
                names += [self.w.month(month) for month in run]
        return self._list(names)

    # --- windows, spans, counts ---

    def _window(self, window: s.Window) -> str:
        limits = window.limits
        match window.of:
            case s.EachPeriod(period, interval, anchor) if anchor is not None:
                text = self._alternate(period, interval, anchor)
            case s.EachPeriod(period):
                text = self.w.each[period]
            case s.MonthWeeks() as weeks:
                text = self._days(weeks, limits)
            case s.DayRange(first, last):
                named = (
                    self.w.day_range.format(first=self.w.day(first), last=self.w.day(last))
                    if (first > 0 or first == last)
                    else self.w.last_days.format(n=-first)
                )
                text = f"{named} {self._monthly(limits)}".strip()
            case s.DateRange() as dates:
                text = f"{self.w.one_piece} {self._date_range(dates)}"
        text += self._limits(limits, numbered=isinstance(window.of, s.DayRange))
        return text if window.channel is None else f"{self.w.channel.format(name=window.channel)} {text}"

    def _span(self, span: s.Span) -> str:
        text = self.w.regular if span.of is None else self._date_range(span.of)
        return text if span.channel is None else f"{self.w.channel.format(name=span.channel)} {text}"

    def _date_range(self, of: s.DateRange) -> str:
        """A year, quarter, month or run of months by its name, else from a date to a date."""
        first, last = of.first, of.last
        if first.day != 1 or last.day != -1 or first.year != last.year:
            return self.w.between.format(first=self.w.bound(first), last=self.w.bound(last))
        if (first.month, last.month) == (1, 12):
            if first.year is None:
                return self.w.whole_year
            return self.w.whole_year_named.format(year=first.year)
        quarter = _QUARTERS.get((first.month, last.month))
        if quarter is not None:
            return self._dated(self.w.quarter.format(number=quarter), first.year)
        months = self.w.month(first.month)
        if first.month != last.month:
            months = self.w.month_range.format(first=months, last=self.w.month(last.month))
        return self._dated(months, first.year)

    def _dated(self, months: str, year: int | None) -> str:
        """Months or a quarter with their year behind them."""
        return months if year is None else self.w.months_of_year.format(months=months, year=year)

    def _quota(self, quota: s.Quota) -> str:
        count = str(quota.count) if quota.unit is None else f"{quota.count} {quota.unit}"
        return self.w.quota.format(count=count, period=self.w.period(quota.period, 1))

    def _shift(self, shift: s.Shift) -> str:
        off = self.w.holiday if shift.holidays_only else self.w.day_off
        if shift.weekends_only:
            off = self.w.weekend
        return self.w.shift[shift.to].format(off=off)

    def _list(self, words: Iterable[str]) -> str:
        words = list(words)
        if len(words) <= 1:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self.w.conjunction} {words[-1]}"
