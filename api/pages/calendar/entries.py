"""What the calendar's views draw: occurrences with their ties and clashes, days, bars of windows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from api.pages.calendar.address import Address
from rules.schedule import DaysOff
from scheduler.planning.expanding.overlaps import overlapping
from scheduler.store.occurrences.calendar import starts_of
from scheduler.store.occurrences.overdue import todays
from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, Wall, all_occurrences
from scheduler.store.plans.sight import Sight

WEEK_LENGTH = 7


@dataclass(frozen=True, slots=True)
class Entry:
    """An occurrence as a view shows it.

    premiere   of a replay, when its premiere is
    clashes    the airings on its channel that overlap it
    overdue    its day is over and nobody has said what became of it
    open       a window within its days, still owed
    """

    one: Occurrence
    premiere: Wall | None
    clashes: tuple[Occurrence, ...]
    overdue: bool = False
    open: bool = False

    @property
    def at(self) -> datetime | None:
        """When it starts; None where no time is written."""
        return self.one.start if isinstance(self.one.start, datetime) else None

    @property
    def day(self) -> date:
        """The day on which it starts."""
        return self.one.start.date() if isinstance(self.one.start, datetime) else self.one.start


@dataclass(frozen=True, slots=True)
class Bar:
    """The part of a window that falls into a week: its first column (1 is Monday) and how many."""

    entry: Entry
    column: int
    span: int
    begun: bool  # it began in an earlier week
    goes_on: bool  # it ends in a later one


@dataclass(frozen=True, slots=True)
class Day:
    """One day. `shown` is False for a neighbour of the month that only fills the week."""

    day: date
    entries: tuple[Entry, ...]
    shown: bool
    today: bool
    off: str | None  # the holiday's name, "" for another day off, None for a working day
    now_before: int | None = None  # on today the entry before which it is now


@dataclass(frozen=True, slots=True)
class Week:
    """Monday to Sunday with the windows that touch them."""

    monday: date
    days: tuple[Day, ...]
    bars: tuple[Bar, ...]


def fetch_entries(
    connection: Connection, address: Address, sight: Sight, default_minutes: int, now: datetime | None = None
) -> list[Entry]:
    """What a month or a week shows, by start; `now` as in `as_entries`, minutes as in `overlaps`."""
    days = () if now is None else todays(connection, address.filters.get("state"), now)
    wanted = address.wanted(sight, days)
    found = all_occurrences(connection, wanted)
    # What a filter hides can still clash with what it leaves.
    near = found
    if address.filters.keys() - {"channel"}:
        hidden = OccurrenceFilter(first=wanted.first, last=wanted.last, sight=sight, channel=wanted.channel)
        near = all_occurrences(connection, hidden)
    return as_entries(connection, found, overlapping(near, default_minutes), now)


def as_entries(
    connection: Connection,
    found: Sequence[Occurrence],
    clashes: dict[str, tuple[Occurrence, ...]],
    now: datetime | None = None,
) -> list[Entry]:
    """Occurrences with what ties them to others; with `now` (plan time, aware) what is overdue."""
    starts: dict[str, Wall] = {one.id: one.start for one in found}
    starts |= starts_of(connection, {one.premiere_id for one in found if one.premiere_id} - starts.keys())
    return [
        Entry(
            one,
            starts.get(one.premiere_id or ""),
            clashes.get(one.id, ()),
            now is not None and one.is_overdue(now),
            now is not None and one.is_open(now),
        )
        for one in found
    ]


def weeks_of(
    entries: Iterable[Entry], first: date, last: date, now: datetime, off: DaysOff
) -> tuple[Week, ...]:
    """The weeks from `first` to `last`, whose other days are not shown. `now` is local wall time."""
    airings: dict[date, list[Entry]] = defaultdict(list)
    windows = []
    for entry in entries:
        if entry.one.kind == "window":
            windows.append(entry)
        else:
            airings[entry.day].append(entry)
    monday = first - timedelta(days=first.weekday())
    weeks = []
    while monday <= last:
        dates = [monday + timedelta(days=n) for n in range(WEEK_LENGTH)]
        days = tuple(as_day(day, airings.get(day, ()), now, off, first <= day <= last) for day in dates)
        weeks.append(Week(monday, days, bars_of(windows, max(monday, first), min(dates[-1], last))))
        monday += timedelta(days=WEEK_LENGTH)
    return tuple(weeks)


def as_day(day: date, entries: Iterable[Entry], now: datetime, off: DaysOff, shown: bool = True) -> Day:
    """A day with its entries in order: those without a time first."""
    ordered = tuple(
        sorted(entries, key=lambda entry: (entry.at is not None, entry.one.starts_at, entry.one.id))
    )
    today = shown and day == now.date()
    return Day(
        day,
        ordered,
        shown,
        today,
        off.holidays.get(day, "") if off.is_off(day) else None,
        next((n for n, entry in enumerate(ordered) if entry.at and entry.at >= now), len(ordered))
        if today
        else None,
    )


def bars_of(windows: Iterable[Entry], first: date, last: date) -> tuple[Bar, ...]:
    """The windows that touch the days of one week from `first` to `last`, long ones first."""
    bars = []
    for entry in windows:
        begin, end = entry.day, _last_day(entry.one)
        if begin <= last and end >= first:
            drawn, drawn_to = max(begin, first), min(end, last)
            column, span = drawn.weekday() + 1, (drawn_to - drawn).days + 1
            bars.append(Bar(entry, column, span, begin < first, end > last))
    return tuple(sorted(bars, key=lambda bar: (bar.column, -bar.span, bar.entry.one.id)))


def _last_day(window: Occurrence) -> date:
    end = window.end if window.end is not None else window.start
    return end.date() if isinstance(end, datetime) else end
