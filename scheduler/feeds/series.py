"""`form=series`: the occurrences of one slot as one recurring VEVENT.

    RRULE           the rule that the stored days follow; EXDATE takes away what it gives too much
    RECURRENCE-ID   an occurrence that a person moved or that differs from the others, at the place
                    where the phrase puts it
    its own VEVENT  what has no place in the series: a day that the rule does not give (many programs
                    read no RDATE), a day without a time among timed ones. Of a slot whose days follow
                    no rule, or at whose hour the clock is once changed, that is all of them.

Windows of one slot are a series for each length. UID, SEQUENCE and the time of the last change are
stored and only rise (scheduler.store.occurrences.series). docs/decisions/feeds.md says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from operator import attrgetter
from typing import TypeAlias
from zoneinfo import ZoneInfo

from scheduler.feeds.events import Events, is_singular
from scheduler.feeds.head import day_of
from scheduler.feeds.pattern import LEAST, find_pattern
from scheduler.feeds.text import fold, line
from scheduler.store.instants import starts_at
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.occurrences.series import StoredSeries

Wall = date | datetime
Slot: TypeAlias = tuple[str, str, str]  # item, slot, kind
SeriesOf: TypeAlias = Mapping[Slot, StoredSeries]
_start = attrgetter("start")


@dataclass(slots=True)
class Series:
    """What one VEVENT may tell of a slot; `shown` are its rows that the feed still shows.

    regular    occurrences that look alike and stand where the phrase puts them
    placed     the others, by the place in the series that they replace
    alone      what has no place in it
    rule       the lines that give exactly the places of `regular` and `placed`, the first at `begins`
    """

    uid: str
    sequence: int
    created: datetime
    changed: datetime
    shown: list[Occurrence] = field(default_factory=list)
    regular: list[Occurrence] = field(default_factory=list)
    placed: dict[Wall, Occurrence] = field(default_factory=dict)
    alone: list[Occurrence] = field(default_factory=list)
    rule: str = ""
    begins: Wall = date.min


def series_events(
    events: Events,
    shown: Sequence[Occurrence],
    stored: SeriesOf,
    left: Iterable[tuple[Occurrence, datetime]],
    ahead: timedelta,
) -> list[bytes]:
    """The VEVENTs of all slots, each slot where its first occurrence stands.

    `left` are rows that the feed shows no more, with when that was by plan time, `ahead` of machine time.
    """
    found = [_arranged(events, one) for one in _by_slot(events, shown, stored, left, ahead)]
    uids = {row.uid: one.uid for one in found for row in (*one.regular, *one.placed.values())}
    return [text for one in found for text in _write(events, one, uids)]


def _by_slot(
    events: Events,
    shown: Iterable[Occurrence],
    stored: SeriesOf,
    left: Iterable[tuple[Occurrence, datetime]],
    ahead: timedelta,
) -> list[Series]:
    """A row that leaves by itself raises the series as one that is deleted does."""
    gone: dict[Slot, list[datetime]] = {}
    for row, at in left:
        gone.setdefault((row.item, row.slot, row.kind), []).append(at - ahead)
    found: dict[tuple[Slot, int], Series] = {}
    for row in shown:
        slot = row.item, row.slot, row.kind
        days = events.times.length(row).days if row.kind == "window" else 0
        one = found.get((slot, days))
        if one is None:
            known, ends = stored[slot], gone.get(slot, [])
            uid = known.uid.replace("series-", f"series-{days}d-", 1) if days else known.uid
            changed = max(known.changed_at, *ends) if ends else known.changed_at
            one = Series(uid, known.sequence + len(ends), known.created_at, changed)
            found[slot, days] = one
        one.shown.append(row)
    return list(found.values())


def _arranged(events: Events, series: Series) -> Series:
    """Share out what is shown over `regular` and `placed`; what no rule gives is left to `alone`."""
    if len(series.shown) < LEAST:  # no rule says so few
        series.alone = series.shown
        return series
    # Those are in UTC, and so no exceptions of a rule in local time.
    doubtful = {row.id for row in series.shown if events.times.in_doubt(row)}
    looks = [
        None if row.state == "cancelled" or is_singular(row) or row.id in doubtful else _look(events, row)
        for row in series.shown
    ]
    counted = Counter(look for look in looks if look is not None)
    usual = max(counted, key=counted.__getitem__, default=None)
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
        place = _place(row, timed, taken) if series.regular and row.id not in doubtful else None
        if place is not None:
            series.placed[place] = row
            taken.add(place)
    _fit(events, series)
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


def _fit(events: Events, series: Series) -> None:
    """Find the rule of the places; what it does not give stands alone.

    A rule that would give a time at which a clock is changed is none: what is excepted there is told from the
    hour that comes twice by few programs.
    """
    rows = {row.start: row for row in series.regular} | series.placed
    length = events.times.length(series.regular[0]) if series.regular else timedelta()
    hours = Counter(_hour(place) for place in rows if _is_plain(events, place, length))
    usual = max(hours, key=hours.__getitem__, default=None)
    if hours[usual] < LEAST:
        series.alone, series.regular, series.placed = series.shown, [], {}
        return
    fitting = sorted(at for at in rows if _hour(at) == usual and _is_plain(events, at, length))
    pattern = find_pattern([day_of(place) for place in fitting])
    given = [] if pattern is None else [_at_hour(day, usual) for day in pattern.days]
    held = set(given) & set(fitting)
    clear = all(_is_plain(events, place, length) for place in given)
    if pattern is None or not clear or not any(row.start in held for row in series.regular):
        held = set()
    else:
        less = [place for place in given if place not in held]
        series.rule = line("RRULE", pattern.rule) + "".join(_exception(events, place) for place in less)
        series.begins = given[0]
    series.regular = [row for row in series.regular if row.start in held]
    series.placed = {place: row for place, row in series.placed.items() if place in held}
    kept = {row.id for row in (*series.regular, *series.placed.values())}
    series.alone = [row for row in series.shown if row.id not in kept]


def _hour(place: Wall) -> time | None:
    return place.time() if isinstance(place, datetime) else None


def _at_hour(day: date, hour: time | None) -> Wall:
    return day if hour is None else datetime.combine(day, hour)


def _is_plain(events: Events, place: Wall, length: timedelta) -> bool:
    """False where a clock is changed: programs that skip a wall time count otherwise (RFC 5545, 3.3.10)."""
    if events.times.fixed or not isinstance(place, datetime):
        return True
    zone, both = events.times.zone, (place, place + length)
    return len({at.replace(tzinfo=zone, fold=n).utcoffset() for at in both for n in (0, 1)}) == 1


def _exception(events: Events, place: Wall) -> str:
    return fold("EXDATE" + events.times.value(place)) + "\r\n"


def _write(events: Events, series: Series, uids: dict[str, str]) -> list[bytes]:
    texts = []
    if series.regular:
        texts.append(_master(events, series, uids))
        texts += [_replacement(events, series, place, row, uids) for place, row in series.placed.items()]
    return texts + [events.write(row) for row in series.alone]


def _master(events: Events, series: Series, uids: dict[str, str]) -> bytes:
    """The recurring VEVENT: the facts of its regular occurrences, beginning at the first place."""
    sample = min(series.regular, key=_start)
    usual = _undecided(sample)
    shared = events.shared_by(usual)
    first = _at(usual, series.begins, events.times.zone)
    start, times = first.start, events.times
    when = times.local_span(first, start) if isinstance(start, datetime) else times.span(first)
    facts = f"{when}{series.rule}{shared.facts}{events.of_series(shared)}{_related(sample, uids)}"
    return f"{_head(events, series, series.changed)}{facts}".encode() + shared.end


def _replacement(events: Events, series: Series, place: Wall, row: Occurrence, uids: dict[str, str]) -> bytes:
    times = f"RECURRENCE-ID{events.times.value(place)}\r\n{events.times.span(row)}"
    return events.entry(row, _head(events, series, row.updated_at) + times, _related(row, uids))


def _head(events: Events, series: Series, changed: datetime) -> str:
    """What each VEVENT of a series begins with."""
    stamped, created = events.stamp(changed), events.stamp(series.created)
    return (
        f"BEGIN:VEVENT\r\n{line('UID', series.uid)}DTSTAMP:{stamped}\r\nCREATED:{created}\r\n"
        f"LAST-MODIFIED:{stamped}\r\nSEQUENCE:{series.sequence}\r\n"
    )


def _undecided(row: Occurrence) -> Occurrence:
    """The row without its state: a series says what is planned, not how far it has come."""
    return row if row.state == "planned" else replace(row, state="planned")


def _at(row: Occurrence, place: Wall, zone: ZoneInfo) -> Occurrence:
    """The row as if it stood at `place`, as long as before."""
    if row.start == place:
        return row
    if not isinstance(place, datetime):
        return replace(row, start=place, end=None if row.end is None else place + (row.end - row.start))
    begins = starts_at(place, zone)
    ends = None if row.ends_at is None else begins + (row.ends_at - row.starts_at)
    return replace(row, start=place, starts_at=begins, ends_at=ends)


def _related(row: Occurrence, uids: dict[str, str]) -> str:
    """RELATED-TO from a replay to the series, or the single VEVENT, that its premiere is part of."""
    premiere = row.premiere_uid
    return line("RELATED-TO", uids.get(premiere, premiere)) if premiere else ""
