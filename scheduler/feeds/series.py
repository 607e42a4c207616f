"""`form=series`: the occurrences of one slot as one recurring VEVENT.

    RRULE           where the stored days follow a rule; RDATE adds what it lacks, EXDATE takes
                    away what it gives too much
    RDATE alone     where they follow none (a replay on "the day after the last Tuesday"), beside a
                    rule for the first day only: ical.js, and so Thunderbird, leaves it out else
    RECURRENCE-ID   an occurrence that a person moved or that differs from the others, at the place
                    where the phrase puts it
    its own VEVENT  what has no place in the series: a day without a time among timed ones

The series' UID is minted from that of the slot's oldest row and SEQUENCE is a sum over its rows,
so both hold through every change that keeps the rows. docs/decisions/feeds.md says why.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from operator import attrgetter

from scheduler.feeds.events import Events, is_singular
from scheduler.feeds.head import day_of
from scheduler.feeds.pattern import find_pattern
from scheduler.feeds.text import fold, line
from scheduler.store.occurrences import Occurrence

Wall = date | datetime
_start = attrgetter("start")
_FIRST_ONLY = "RRULE:FREQ=DAILY;COUNT=1\r\n"


@dataclass
class Series:
    """One slot's rows: `rows` are all that are stored, `shown` those that the feed still shows.

    What is told of all rows is found once, when they are together.

    regular    occurrences that look alike and stand where the phrase puts them
    placed     the others, by the place in the series that they replace
    alone      what has no place in it
    """

    rows: list[Occurrence]
    shown: list[Occurrence]
    regular: list[Occurrence] = field(default_factory=list)
    placed: dict[Wall, Occurrence] = field(default_factory=dict)
    alone: list[Occurrence] = field(default_factory=list)

    @cached_property
    def uid(self) -> str:
        """Stable while the slot's oldest row is stored, whatever happens to the others."""
        return f"series-{min(self.rows, key=_age).uid}"

    @cached_property
    def uid_line(self) -> str:
        """The same as a property, folded."""
        return line("UID", self.uid)

    @cached_property
    def created(self) -> datetime:
        """When the oldest row was stored."""
        return min(row.created_at for row in self.rows)

    @cached_property
    def sequence(self) -> int:
        """Rises when any row's does, and when rows are added later than the first ones."""
        return sum(row.sequence for row in self.rows) + len({row.created_at for row in self.rows}) - 1


def _age(row: Occurrence) -> tuple[datetime, str, str]:
    return row.created_at, row.original_start.isoformat(), row.uid


def series_events(events: Events, rows: Sequence[Occurrence], shown: Sequence[Occurrence]) -> list[bytes]:
    """The VEVENTs of all slots, each slot where its first occurrence stands."""
    found = [_arranged(events, one) for one in _by_slot(rows, shown)]
    uids = {row.uid: one.uid for one in found for row in (*one.regular, *one.placed.values())}
    return [text for one in found for text in _write(events, one, uids)]


def _by_slot(rows: Iterable[Occurrence], shown: Iterable[Occurrence]) -> list[Series]:
    slots: defaultdict[tuple[str, str, str], Series] = defaultdict(lambda: Series([], []))
    for row in rows:
        slots[row.item, row.slot, row.kind].rows.append(row)
    for row in shown:
        slots[row.item, row.slot, row.kind].shown.append(row)
    return list(slots.values())


def _arranged(events: Events, series: Series) -> Series:
    """Share out what is shown over `regular`, `placed` and `alone`."""
    looks = [
        None if row.state == "cancelled" or is_singular(row) else _look(events, row) for row in series.shown
    ]
    counted = Counter(look for look in looks if look is not None).most_common(1)
    usual = counted[0][0] if counted else None
    taken: set[Wall] = set()
    others = []
    for row, look in zip(series.shown, looks, strict=True):
        if look is not None and look == usual and row.start not in taken:
            series.regular.append(row)
            taken.add(row.start)
        else:
            others.append(row)
    timed = bool(series.regular) and isinstance(series.regular[0].start, datetime)
    for row in others:
        place = _place(row, timed, taken) if series.regular else None
        if place is None:
            series.alone.append(row)
        else:
            series.placed[place] = row
            taken.add(place)
    return series


def _look(events: Events, row: Occurrence) -> tuple[object, ...]:
    """What the occurrences that one VEVENT stands for have in common; their day and time are free."""
    timed = isinstance(row.start, datetime)
    return row.title, row.outlet, row.channel, row.minutes, row.minutes_max, timed, events.times.length(row)


def _place(row: Occurrence, timed: bool, taken: set[Wall]) -> Wall | None:
    """Where the row stands in the series: before a shift, before a person's move, or as it is."""
    if isinstance(row.start, datetime) != timed:
        return None
    shifted_from = row.shifted_from if row.start == row.original_start else None
    for place in (shifted_from, row.original_start, row.start):
        if place is not None and isinstance(place, datetime) == timed and place not in taken:
            return place
    return None


def _write(events: Events, series: Series, uids: dict[str, str]) -> list[bytes]:
    texts = []
    if series.regular:
        places = sorted({*(row.start for row in series.regular), *series.placed})
        texts.append(_master(events, series, places, uids))
        texts += [_replacement(events, series, place, row, uids) for place, row in series.placed.items()]
    return texts + [events.write(row) for row in series.alone]


def _master(events: Events, series: Series, places: Sequence[Wall], uids: dict[str, str]) -> bytes:
    """The recurring VEVENT: the facts of its regular occurrences, beginning at the first place."""
    sample = min(series.regular, key=_start)
    usual = _undecided(sample)
    shared = events.shared_by(usual)
    changed = max(row.updated_at for row in series.rows)
    times = events.times.span(_at(usual, places[0])) + _recurrence(events, places)
    facts = f"{shared.facts}{events.of_series(shared)}"
    return f"{_head(events, series, changed)}{times}{facts}{_related(sample, uids)}".encode() + shared.end


def _replacement(events: Events, series: Series, place: Wall, row: Occurrence, uids: dict[str, str]) -> bytes:
    times = f"RECURRENCE-ID{events.times.value(place)}\r\n{events.times.span(row)}"
    return events.entry(row, _head(events, series, row.updated_at) + times, _related(row, uids))


def _head(events: Events, series: Series, changed: datetime) -> str:
    """What each VEVENT of a series begins with."""
    stamped, created = events.stamp(changed), events.stamp(series.created)
    return (
        f"BEGIN:VEVENT\r\n{series.uid_line}DTSTAMP:{stamped}\r\nCREATED:{created}\r\n"
        f"LAST-MODIFIED:{stamped}\r\nSEQUENCE:{series.sequence}\r\n"
    )


def _recurrence(events: Events, places: Sequence[Wall]) -> str:
    """RRULE, RDATE and EXDATE that together give exactly `places` (sorted; the first is DTSTART)."""
    first = places[0]
    hour = first.time() if isinstance(first, datetime) else None
    alike = [place for place in places if not isinstance(place, datetime) or place.time() == hour]
    pattern = find_pattern([day_of(place) for place in alike])
    if pattern is None:
        dates = "".join(_date_line(events, "RDATE", place) for place in places[1:])
        return f"{_FIRST_ONLY}{dates}" if dates else ""
    given = [day if hour is None else datetime.combine(day, hour) for day in pattern.days]
    wanted = set(places)
    more = sorted(wanted - set(given))
    less = [place for place in given if place not in wanted]
    lines = [_date_line(events, "RDATE", place) for place in more]
    lines += [_date_line(events, "EXDATE", place) for place in less]
    return f"RRULE:{pattern.rule}\r\n{''.join(lines)}"


def _date_line(events: Events, name: str, place: Wall) -> str:
    return fold(name + events.times.value(place)) + "\r\n"


def _undecided(row: Occurrence) -> Occurrence:
    """The row without its state: a series says what is planned, not how far it has come."""
    return row if row.state == "planned" else replace(row, state="planned")


def _at(row: Occurrence, place: Wall) -> Occurrence:
    """The row as if it stood at `place`, as long as before."""
    if row.start == place:
        return row
    length = row.end - row.start if row.end is not None else None
    return replace(row, start=place, end=None if length is None else place + length)


def _related(row: Occurrence, uids: dict[str, str]) -> str:
    """RELATED-TO from a replay to the series, or the single VEVENT, that its premiere is part of."""
    premiere = row.premiere_uid
    return line("RELATED-TO", uids.get(premiere, premiere)) if premiere else ""
