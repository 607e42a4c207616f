"""The week's hours: an axis that has only the hours in which something is on, and lanes side by side.

Positions are counted in steps of five minutes, and are classes of `minutes.css`: a page carries no style.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from api.pages.calendar.entries import Day, Entry

STEP = 5  # minutes
STEPS_AN_HOUR = 60 // STEP
HEAD_ROWS = 2  # above the hours: the days' names, what has no time
# An airing without a known end is drawn as long as its words need; it counts as one step here.
SHORTEST = timedelta(minutes=STEP)
MOST_ROWS = 24 * STEPS_AN_HOUR  # gaps only ever take the place of hours
MOST_LANES = 2  # a seventh of the page has room for two titles; more stand one below another


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of the axis, at its row; `gap` stands for hours in which nothing is on, up to `until`."""

    hour: int
    row: int
    gap: bool = False
    until: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its lane, with its row and its rows within the cluster."""

    entry: Entry
    lane: int
    row: int
    rows: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Entries of one day that overlap; `column` 1 is Monday. `stacked`: too many to stand side by side."""

    column: int
    row: int
    rows: int
    placed: tuple[Placed, ...]
    stacked: bool


@dataclass(frozen=True, slots=True)
class Hours:
    """The grid of a week. `now` is the row and column of this moment, where it is within the week."""

    axis: tuple[Hour, ...]
    rows: int
    clusters: tuple[tuple[Cluster, ...], ...]
    now: tuple[int, int] | None


def hours_of(days: Sequence[Day], now: datetime) -> Hours:
    """The grid of seven days."""
    timed = [[entry for entry in day.entries if entry.at is not None] for day in days]
    busy = {hour for entries in timed for entry in entries for hour in _hours_touched(entry)}
    axis = axis_of(busy)
    rows = _rows_by_hour(axis)
    today = next((n for n, day in enumerate(days) if day.today), None)
    return Hours(
        axis,
        axis[-1].row + (1 if axis[-1].gap else STEPS_AN_HOUR) - 1 - HEAD_ROWS if axis else 0,
        tuple(tuple(_clusters(column, entries, rows)) for column, entries in enumerate(timed, 1)),
        None if today is None or not axis else (_row(rows, axis, now.hour * 60 + now.minute), today + 1),
    )


def axis_of(busy: Iterable[int]) -> tuple[Hour, ...]:
    """The hours of the axis in order: busy ones, and one gap for each run of others between them."""
    found: list[Hour] = []
    row = HEAD_ROWS + 1
    for hour in sorted(busy):
        if found and hour > found[-1].hour + 1:
            found.append(Hour(found[-1].hour + 1, row, gap=True, until=hour))
            row += 1
        found.append(Hour(hour, row))
        row += STEPS_AN_HOUR
    return tuple(found)


def _rows_by_hour(axis: Iterable[Hour]) -> dict[int, int]:
    return {hour.hour: hour.row for hour in axis if not hour.gap}


def _row(rows: dict[int, int], axis: Sequence[Hour], minute: int) -> int:
    """The row of a minute of the day; in a gap or outside of the axis the nearest one."""
    hour = minute // 60
    if hour in rows:
        return rows[hour] + minute % 60 // STEP
    gap = next((one for one in axis if one.gap and one.hour <= hour < one.until), None)
    if gap is not None:
        return gap.row
    return axis[0].row if hour < axis[0].hour else axis[-1].row + STEPS_AN_HOUR - 1


def _minutes(entry: Entry) -> tuple[int, int]:
    """From when to when it is drawn, in minutes of its first day; midnight cuts it off."""
    assert entry.at is not None  # noqa: S101 - for the type checker; the caller has looked
    begin = entry.at.hour * 60 + entry.at.minute
    end = entry.one.end if isinstance(entry.one.end, datetime) else entry.at
    length = max(end - entry.at, SHORTEST)
    return begin, min(begin + -(-int(length.total_seconds()) // 60), 24 * 60)


def _hours_touched(entry: Entry) -> range:
    begin, end = _minutes(entry)
    return range(begin // 60, (end - 1) // 60 + 1)


def _clusters(column: int, entries: Sequence[Entry], rows: dict[int, int]) -> Iterable[Cluster]:
    """The entries of a day in clusters; within one, each in the first lane that is free."""
    waiting: list[tuple[Entry, int, int]] = []
    until = 0
    for entry in entries:
        begin, end = _minutes(entry)
        first = rows[begin // 60] + begin % 60 // STEP
        after = rows[(end - 1) // 60] + (end - 1) % 60 // STEP + 1
        if waiting and first >= until:
            yield _cluster(column, waiting)
            waiting = []
        waiting.append((entry, first, after))
        until = max(until, after) if len(waiting) > 1 else after
    if waiting:
        yield _cluster(column, waiting)


def _cluster(column: int, entries: Sequence[tuple[Entry, int, int]]) -> Cluster:
    top = entries[0][1]
    lanes: list[int] = []  # where each is free again
    placed = []
    for entry, first, after in entries:
        free = next((lane for lane, end in enumerate(lanes) if end <= first), len(lanes))
        lanes[free : free + 1] = [after]
        placed.append(Placed(entry, free + 1, first - top + 1, after - first))
    after = max(after for _, _, after in entries)
    return Cluster(column, top, after - top, tuple(placed), len(lanes) > MOST_LANES)


def style_sheet() -> str:
    """What stands in `api/static/minutes.css`: where a thing begins and how many rows it takes."""
    most = HEAD_ROWS + MOST_ROWS
    lines = ["/* Rows of the week's grid. Written by api/pages/calendar/hours.py. */"]
    lines += [f".r{n}{{grid-row-start:{n}}}" for n in range(1, most + 2)]
    lines += [f".s{n}{{grid-row-end:span {n}}}" for n in range(1, most + 1)]
    return "\n".join(lines) + "\n"
