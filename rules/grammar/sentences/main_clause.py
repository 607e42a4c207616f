"""Dealing the main clause: its times, days, limits and channels to the rule that each belongs to."""

from __future__ import annotations

from dataclasses import replace

from rules.grammar.sentences.dealing import Dealing
from rules.grammar.sentences.drafts import Rule, Slot
from rules.grammar.terms import parts as p
from rules.schedule import CalendarDay, DaysLater, Period, ShiftTo

_DAYS_FIELD: dict[type[p.Meaning], str] = {
    p.Weekdays: "weekdays",
    p.NthWeekdays: "nth",
    p.Workdays: "workdays",
    p.MonthDays: "month_days",
    p.Dates: "dates",
    p.Weeks: "weeks",
    p.DayRange: "day_range",
}


_REPEATED = (Period.WEEK, Period.MONTH)
_OF_MONTHS = (p.MonthDays, p.NthWeekdays, p.Weeks, p.Workdays)
_BLANK = len(" the ")  # between two parts that no word but a filler parts


def deal_main(d: Dealing, meaning: p.Meaning, part: p.Part) -> None:
    """Deal one part of a main clause."""
    match meaning:
        case p.Clock():
            _clock(d, meaning, part)
        case p.Channel():
            _channel(d, meaning)
        case p.DayPart():
            _day_part(d, meaning, part)
        case p.Workdays(()) if d.rule.weekdays is not None:
            _working(d, part)
        case p.Weekdays() if d.rule.workdays == p.Workdays(()):
            d.rule.workdays = None
            _days(d, meaning)
            _working(d, part)
        case p.Weekdays() | p.NthWeekdays() | p.Workdays() | p.MonthDays():
            _days(d, meaning)
        case p.Dates() | p.Weeks() | p.DayRange():
            _days(d, meaning)
        case p.DateRange():
            _leads(d)
            _between(d, meaning, part)
        case p.Each():
            _each(d, meaning, part)
        case p.OfPeriod():
            _of_period(d, meaning, part)
        case p.Months():
            _leads(d)
            _months(d, meaning)
        case p.Every():
            _set(d, "every", meaning, part)
            d.rule.thereafter = d.rule.thereafter or _from_a_date(d, meaning, part)
        case p.Year():
            _set(d, "year", meaning, part)
        case p.Missing():
            _set(d, "missing", meaning.policy, part)
        case p.Anchor():
            _set(d, "anchor", meaning.day, part)
        case p.Stretch(days, clock, end):
            deal_main(d, days, part)
            d.rule.stretch_end = end
            deal_main(d, clock, part)
        case p.Due():
            _due(d, meaning, part)
        case p.SameTime():
            d.draft.same_clock = part.start, part.end
        case p.When(day, None) if day == DaysLater(0):
            d.rule.same_day = True
        case p.Times(count, days):
            _set(d, "times", count, part)
            d.rule.times_of_days = days
        case p.Run():
            _set(d, "lasts", meaning, part)
        case p.Thereafter():
            d.rule.thereafter = True
        case p.OnePiece():
            d.rule.one_piece = True
        case _:
            d.unexpected(part)


def _set(d: Dealing, name: str, value: object, part: p.Part) -> None:
    """Set what a rule has once; what is said twice must be the same."""
    if getattr(d.rule, name) not in (None, value):
        d.unexpected(part)
        return
    setattr(d.rule, name, value)


def _each(d: Dealing, meaning: p.Each, part: p.Part) -> None:
    if meaning.period is Period.DAY and d.pending_due is not None:
        d.pending_due, d.rule.due = None, True
    if d.rule.each is None or d.rule.each.period is meaning.period:
        d.rule.each = (
            meaning if d.rule.each is None else p.Each(meaning.period, meaning.once or d.rule.each.once)
        )
    elif meaning.period in (Period.MONTH, Period.YEAR):
        d.rule.of_period = meaning.period
    elif d.rule.has_days and meaning.once:
        d.new_rule().each = meaning  # "ngày 3 hằng tháng, … mỗi quý một lần vào …"
    else:
        d.unexpected(part)


def _of_period(d: Dealing, meaning: p.OfPeriod, part: p.Part) -> None:
    if not d.rule.has_days:
        d.unexpected(part)
    elif meaning.period is not Period.MONTH:
        d.rule.of_period = meaning.period
    elif isinstance(d.beside(1), p.Each) and d.beside(1) != p.Each(Period.MONTH):
        d.unexpected(part)  # "của tháng mỗi quý"


def _from_a_date(d: Dealing, meaning: p.Every, part: p.Part) -> bool:
    """ "Mon 8 Jan, then every two weeks": nothing else stands between."""
    at = d.at - 1
    while at >= 0 and isinstance(d.parts[at].meaning, p.Joint):
        at -= 1
    if at < 0 or meaning.period is not Period.WEEK or part.start - d.parts[at].end > len(", and then "):
        return False
    before = d.parts[at].meaning
    if isinstance(before, p.Clock) and at and isinstance(d.parts[at - 1].meaning, p.Dates):
        before = d.parts[at - 1].meaning
    return isinstance(before, p.Dates) and len(before.days) == 1


def _due(d: Dealing, meaning: p.Due, part: p.Part) -> None:
    """A deadline is the next day or time of its clause, or what stands before it: "31 May (deadline)"."""
    if meaning.behind:
        d.rule.due = d.rule.due or d.rule.names_days or d.rule.has_clock
    else:
        d.pending_due = part


def _due_at_the_end(d: Dealing, last: CalendarDay) -> None:
    """ "Hạn nộp: đến hết ngày 28/6", "chậm nhất đến hết tháng 6": due on the last day."""
    if last.day > 0:
        _days(d, p.Dates((last,), (None,)))
        return
    _days(d, p.MonthDays((-1,)))
    _months(d, p.Months(((last.month, last.month),), last.year))


def _takes_due(d: Dealing, part: p.Part, *kinds: type[p.Meaning]) -> bool:
    """True where the word of a deadline stands before this part, or before the list that it goes on with."""
    if d.pending_due is not None:
        d.pending_due = None
        return True
    at, begin = d.at - 1, part.start
    while at >= 0 and isinstance(d.parts[at].meaning, p.Joint) and begin - d.parts[at].end <= _BLANK:
        at, begin = at - 1, d.parts[at].start
    listed = at >= 0 and at < d.at - 1 and begin - d.parts[at].end <= 1
    return listed and isinstance(d.parts[at].meaning, kinds) and d.rule.is_due


def _leads(d: Dealing) -> None:
    """A limit before the days and times of its rule belongs to the rules behind it, too."""
    if not (d.rule.has_days or d.rule.has_clock):
        d.rule.limit_first = True
        d.rule.heading = d.beside(1) == p.Joint(":")
        return
    if d.rule.months is None and isinstance(d.parts[d.at].meaning, p.Months) and _of_the_next(d):
        return
    d.rule.bound_apart = d.beside(-1) == p.Joint(",")
    between = isinstance(d.beside(-1), p.Joint) and d.day_follows() and d.clock_follows()
    if between and d.rule.has_days and d.rule.has_clock:
        d.fault("which-period", d.parts[d.at])  # "Saturdays 10am and, from June to August, Sundays 11am"


def _between(d: Dealing, meaning: p.DateRange, part: p.Part) -> None:
    """A beginning takes the end that follows it ("từ quý II đến hết năm"); another range begins a rule."""
    if d.pending_due is not None and not (meaning.first is None and meaning.last is not None):
        d.unexpected(d.pending_due)
        d.pending_due = None
    if d.pending_due is not None and meaning.last is not None:
        _due_at_the_end(d, meaning.last)
        return
    before = d.rule.between
    if before is not None and before.last is None and meaning.first is None:
        d.rule.between = replace(meaning, first=before.first, first_weekday=before.first_weekday)
        return
    if before is not None:
        if d.rule.has_clock or d.rule.has_days:
            d.unexpected(part)
            return
        d.new_rule()
    d.rule.between = meaning
    d.rule.which_week = isinstance(d.beside(-1), p.Open) or d.beside(-1) == p.Joint(",")
    d.rule.bound_first = not (d.rule.has_clock or d.rule.has_days)


def _months(d: Dealing, meaning: p.Months) -> None:
    """Months behind months go on with the list, unless days or times, or another year, stand between."""
    before = d.rule.months
    if before is None and _of_the_next(d):
        if d.rule.each is None and d.rule.of_each_month:
            d.fault("not-understood/two-events", d.parts[d.at])  # "thứ Hai tuần 1, tháng 2 thứ Hai tuần 2"
        d.new_rule().months = meaning
        d.rule.limit_first = True
        return
    if before is None:
        d.rule.months = meaning
        return
    other_year = before.year is not None and meaning.year is not None and before.year != meaning.year
    if d.rule.has_days or d.rule.has_clock or other_year:
        d.new_rule().months = meaning
        return
    touching = d.parts[d.at].start - d.parts[d.at - 1].end <= 1
    if isinstance(d.beside(-1), p.Months) and (touching or before.by_quarter is not meaning.by_quarter):
        d.unexpected(d.parts[d.at])  # "tháng 8 quý I", "August April to September": nothing joins them
        return
    year = meaning.year if meaning.year is not None else before.year
    d.rule.months = p.Months((*before.runs, *meaning.runs), year, before.by_quarter)


def _of_the_next(d: Dealing) -> bool:
    """ "ngày 15 hằng tháng, tháng 8 vào ngày 20": the months lead the days directly behind them."""
    rule = d.rule
    general = rule.names_days and not rule.dates and (rule.each is None or rule.each.period in _REPEATED)
    parted = isinstance(d.beside(-1), p.Open | p.Joint)
    return general and parted and isinstance(d.beside(1), (*_OF_MONTHS, p.Weekdays, p.Dates))


def _days(d: Dealing, meaning: p.Days) -> None:
    """Days of a kind that the rule has, or that do not go with those it has, begin a new rule."""
    name = _DAYS_FIELD[type(meaning)]
    rule = d.rule
    taken = getattr(rule, name) is not None
    clash = isinstance(meaning, (p.NthWeekdays, p.Workdays, p.MonthDays)) and rule.names_days
    if isinstance(meaning, p.Weekdays) and rule.month_days and rule.months and d.depth and not rule.weekdays:
        rule.weekdays = meaning  # "ngày 4, 11, 18 tháng 6 (thứ Ba)" is verified
        return
    if _another_event(d, meaning):
        d.fault("not-understood/two-events", d.parts[d.at])
    in_month = rule.weeks or rule.nth or (rule.workdays and rule.workdays.ordinals)
    if isinstance(meaning, p.Dates) and in_month and isinstance(d.beside(-1), p.Open) and not rule.dates:
        rule.stated = meaning
        return
    counted = rule.nth or rule.workdays or rule.month_days or rule.day_range
    clash = clash or (isinstance(meaning, (p.Weekdays, p.Weeks, p.Dates)) and bool(counted))
    own_time = isinstance(meaning, p.Weekdays) and rule.daily and rule.has_clock and d.clock_follows()
    if d.depth and rule.has_days and not rule.months and (taken or clash) and _in_brackets(d, p.Months):
        d.unexpected(d.parts[d.at])  # "the last Sunday of each month (last Saturday in December)"
    due = _takes_due(d, d.parts[d.at], *_DAYS_FIELD)
    if taken or clash or own_time or _beside_every(d, meaning):
        rule = d.new_rule()
    rule.due = rule.due or due
    if not rule.has_clock:
        rule.days_first = True
    setattr(rule, name, meaning)


def _another_event(d: Dealing, meaning: p.Days) -> bool:
    """ "thứ Hai 8h, khai giảng ngày 6/5", "6 May, then every Monday 6 pm": words part weekday and date.

    The weekday may be a check of the date, or name the days of a course that begins on it.
    """
    rule, here = d.rule, d.parts[d.at]
    weekdays = rule.weekdays
    if isinstance(meaning, p.Dates) and _of_an_occasion(d):
        return True
    behind = isinstance(meaning, p.Dates) and weekdays and not weekdays.every and rule.has_clock
    before = isinstance(meaning, p.Weekdays) and rule.dates is not None and not d.depth
    if before and isinstance(meaning, p.Weekdays) and meaning.every and weekdays is None:
        return not isinstance(d.beside(-1), p.Dates)
    if not (behind or before) or d.beside(-1) != p.Joint(",") or (rule.dates and rule.weekdays):
        return False
    return here.start - d.parts[d.at - 1].end > _BLANK


def _of_an_occasion(d: Dealing) -> bool:
    """ "Tháng 10 (Ngày … 10/10)", "8h 18/11 … 20/11": words, no time, lead to a date behind others."""
    rule, before = d.rule, d.beside(-1)
    of_months = rule.months is not None and not (rule.has_days or rule.has_clock)
    led = isinstance(before, p.Dates | p.Open | p.Months) or (of_months and before == p.Joint(","))
    timed = _in_brackets(d, p.Clock) if isinstance(before, p.Open) else d.clock_follows()
    gap = d.parts[d.at].start - d.parts[d.at - 1].end
    return bool(led and not timed and (rule.dates or of_months) and gap > _BLANK)


def _beside_every(d: Dealing, meaning: p.Days) -> bool:
    """ "Every Tuesday at 18:00, concert on 16 April": the date is another rule, its weekday not verified."""
    weekdays, before = d.rule.weekdays, d.beside(-1)
    if not isinstance(meaning, p.Dates) or weekdays is None or not weekdays.every:
        return False
    if isinstance(before, (p.Joint, p.Open)):
        before = d.beside(-2)
    return not isinstance(before, p.Weekdays)


def _working(d: Dealing, part: p.Part) -> None:
    """Weekdays that are said to be working days: a holiday among them is left out."""
    if d.draft.shift is not None and (d.draft.shift.to is not ShiftTo.SKIP or d.draft.shift.weekends_only):
        d.unexpected(part)
        return
    d.draft.shift = d.draft.shift or p.Shift(ShiftTo.SKIP, True)


def _of_an_event(d: Dealing) -> bool:
    """ "…, khai mạc 9h ngày 20/3": the time directly before a date, behind a comma, is the date's."""
    return (
        isinstance(d.beside(-1), p.Joint)
        and isinstance(d.beside(1), p.Dates)
        and not (d.rule.has_clock or d.rule.has_days)
        and d.rule.between is not None
    )


def _clock(d: Dealing, meaning: p.Clock, part: p.Part) -> None:
    rule = d.rule
    before = d.beside(-2)
    months = d.depth and rule.has_clock and _in_brackets(d, p.Months, p.DateRange)
    if months and not _in_brackets(d, *_DAYS_FIELD):
        d.unexpected(part)  # "8am and 10am (10am only in August)", "18h (tháng 12: 17h)"
        return
    if rule.has_clock and isinstance(d.beside(-1), p.Months | p.DateRange) and not d.depth:
        d.unexpected(part)  # "Daily 9am-6pm, October to March 9am-4pm"
        return
    if _of_other_months(d):
        rule = _with_days_of(d, rule)
    if isinstance(d.beside(-1), p.Open) and isinstance(before, p.Clock):
        if before.at != meaning.at:  # "19:00 (7 pm)" says one time twice
            d.unexpected(part)
        return
    if rule.has_clock and rule.has_days and not rule.days_first and d.day_follows():
        rule = d.new_rule()
    elif rule.has_clock and not rule.days_first and _several(d.beside(-1)):
        d.unexpected(part)  # "8h ngày 5/3, 6/3 14h": which of them at what time?
        return
    rule.event_time = rule.event_time or _of_an_event(d)
    slot = Slot(meaning, list(rule.lead_channels), part=d.pending_part, span=(part.start, part.end))
    slot.due = _takes_due(d, part, p.Clock)
    d.pending_part = None
    if d.pending_channels:
        slot.channels, d.pending_channels = d.pending_channels, []
    rule.slots.append(slot)


def _of_other_months(d: Dealing) -> bool:
    """ "Mondays 8am-8pm April to September, 9am-4pm October to March": each time has months of its own."""
    limits = (p.Months, p.DateRange)
    parted = isinstance(d.beside(-1), p.Joint) and isinstance(d.beside(-2), limits)
    return d.rule.has_clock and not d.rule.limit_first and parted and isinstance(d.beside(1), limits)


def _with_days_of(d: Dealing, rule: Rule) -> Rule:
    """A rule of the same days, with times and limits of its own."""
    made = d.new_rule()
    for name in (*_DAYS_FIELD.values(), "each", "every"):
        setattr(made, name, getattr(rule, name))
    made.days_first = True
    return made


def _several(days: p.Meaning | None) -> bool:
    return isinstance(days, p.Dates | p.MonthDays) and len(days.days) > 1


def _in_brackets(d: Dealing, *kinds: type[p.Meaning]) -> bool:
    """True where one of the kinds stands in the brackets around this part."""
    first, last = d.at, d.at
    while first and not isinstance(d.parts[first].meaning, p.Open):
        first -= 1
    while last < len(d.parts) and not isinstance(d.parts[last].meaning, p.Close):
        last += 1
    return any(isinstance(part.meaning, kinds) for part in d.parts[first:last])


def _channel(d: Dealing, meaning: p.Channel) -> None:
    """A channel is its slot's; before the first slot it leads the rule, and "KG: …" the whole phrase."""
    after = d.beside(1)
    if isinstance(after, p.Clock):
        d.pending_channels = [meaning.name]
    elif d.rule.slots:
        _channel_behind(d.rule.slots, meaning.name)
    else:
        d.rule.lead_channels.append(meaning.name)
        if isinstance(after, p.Joint) and after.text == ":" and d.at == 0:
            d.draft.heading_channels.append(meaning.name)


def _channel_behind(slots: list[Slot], name: str) -> None:
    """A channel behind times of a list is that of each: "at 5am, 11am and 5pm on channel FM1"."""
    last = slots[-1]
    if not last.channels:
        for slot in reversed(slots[:-1]):
            if slot.channels:
                break
            slot.channels = last.channels  # one list for all: a second channel is that of each, too
    last.channels.append(name)


def _day_part(d: Dealing, meaning: p.DayPart, part: p.Part) -> None:
    slot = d.rule.slots[-1] if d.rule.slots else None
    if d.clock_follows():
        d.pending_part = meaning.name
    elif slot is not None and slot.part is None:
        slot.part = meaning.name
    else:
        d.draft.loose_parts.append((meaning.name, part.start, part.end))
