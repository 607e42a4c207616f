"""Days off out of a calendar that people bring: an export of Outlook or Google, a ministry's .ics."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from scheduler.calendar_reading import Part, day_or_time, length, read_calendars, several
from scheduler.day_off import DayKind, DayOff
from scheduler.errors import Invalid
from scheduler.planning.by_hand.placing import day_of
from scheduler.planning.office_calendar.office_days import MAX_NAME

LONGEST = 60  # days of one entry; the summer of a school is no day off of an office
UNFOLLOWED = "what it repeats by cannot be followed"
DAILY_OR_RARER = (["DAILY"], ["WEEKLY"], ["MONTHLY"], ["YEARLY"])


@dataclass(frozen=True, slots=True)
class BroughtDays:
    """The days that a calendar names in a range, by day, and its entries that are none: (title, why)."""

    days: tuple[DayOff, ...]
    left: tuple[tuple[str, str], ...]


def days_in_calendar(document: bytes, first: date, last: date, kind: DayKind = "holiday") -> BroughtDays:
    """Each whole day of an entry in the range is a day off of its title; series are followed.

    Of two entries on one day the names are joined. Raises Invalid where no calendar can be read.
    """
    names: dict[date, list[str]] = {}
    left: list[tuple[str, str]] = []
    for event in _events(document):
        title = " ".join(str(event.get("SUMMARY", "")).split())
        why = _no_day_off(event, title)
        if why is not None:
            left.append((title or "(no title)", why))
            continue
        try:
            days = list(_days(event, first, last))
        except ValueError:  # of dateutil, for a part of a rule that icalendar lets pass
            left.append((title, UNFOLLOWED))
            continue
        for day in days:
            if title not in names.setdefault(day, []):
                names[day].append(title)
    found = (DayOff(day, kind, _cut(", ".join(said))) for day, said in sorted(names.items()))
    return BroughtDays(tuple(found), tuple(left))


def _events(document: bytes) -> list[Part]:
    try:
        calendars = read_calendars(document)
    except ValueError:
        calendars = []
    if not calendars:
        raise Invalid(
            "no-calendar",
            "No calendar can be read here. `airslot feed check FILE` says what is wrong with it.",
            "Không đọc được lịch nào ở đây. `airslot feed check TỆP` cho biết tệp sai ở đâu.",
            where="file",
        )
    return [event for calendar in calendars for event in calendar.walk("VEVENT")]


def _no_day_off(event: Part, title: str) -> str | None:
    start = day_or_time(event, "DTSTART")
    if start is None:
        return "it has no day"
    if isinstance(start, datetime):
        return "it has a time: a day off is a whole day"
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return "it is cancelled"
    if not title:
        return "it has no title, and people are shown it as the reason"
    if event.errors or any(rule.get("FREQ") not in DAILY_OR_RARER for rule in _rules(event)):
        return UNFOLLOWED
    lasting = _lasting(event, start)
    if not timedelta(0) < lasting <= timedelta(days=LONGEST):
        return f"it lasts {lasting.days} days"
    return None


def _lasting(event: Part, start: date) -> timedelta:
    """DTEND is the day after the last (RFC 5545, 3.6.1); without an end it is one day.

    So it is where both are the same day: lists of holidays on the web end on the day itself.
    """
    end = day_or_time(event, "DTEND")
    if end is not None and not isinstance(end, datetime):
        return end - start or timedelta(days=1)
    return length(event) or timedelta(days=1)


def _days(event: Part, first: date, last: date) -> Iterator[date]:
    start: date = event["DTSTART"].dt
    count = _lasting(event, start).days
    for begin in _begins(event, start, first - timedelta(days=count), last):
        for day in (begin + timedelta(days=n) for n in range(count)):
            if first <= day <= last:
                yield day


def _begins(event: Part, start: date, first: date, last: date) -> Iterator[date]:
    """The first days of the entry in the range: its own, those of its rule and its dates, less exceptions."""
    from dateutil.rrule import rrule, rruleset, rrulestr

    series = rruleset()
    series.rdate(_at_midnight(start))
    for rule in _rules(event):
        # UNTIL may be an instant beside a day (seen in exports); of both only the day counts here.
        followed = rrulestr(_with_day(rule.to_ical().decode()), dtstart=_at_midnight(start))
        if isinstance(followed, rrule):
            series.rrule(followed)
    for name, add in (("RDATE", series.rdate), ("EXDATE", series.exdate)):
        for listed in several(event, name):
            for one in listed.dts:
                if isinstance(one.dt, date):
                    add(_at_midnight(one.dt))
    for found in series.between(_at_midnight(first), _at_midnight(last), inc=True):
        yield found.date()


def _rules(event: Part) -> list[Part]:
    """The rules that say something: lists of holidays on the web have empty ones."""
    return [rule for rule in several(event, "RRULE") if rule]


def _with_day(rule: str) -> str:
    parts = (part.partition("=") for part in rule.split(";"))
    return ";".join(f"{name}={value[:8] if name.upper() == 'UNTIL' else value}" for name, _, value in parts)


def _at_midnight(day: date) -> datetime:
    return datetime.combine(day_of(day), time())


def _cut(name: str) -> str:
    return name if len(name) <= MAX_NAME else name[: MAX_NAME - 1].rstrip() + "…"
