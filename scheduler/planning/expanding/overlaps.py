"""Airings that a channel cannot carry at the same time.

Clock intervals are half-open: what ends at 06:00 does not clash with what starts then. An airing whose length
nobody wrote counts as long as calendars show it (`default_minutes`), which whoever tells of it should say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from scheduler.store.occurrences.read_model import Occurrence


def overlaps(occurrences: Iterable[Occurrence], default_minutes: int) -> list[tuple[Occurrence, Occurrence]]:
    """The pairs that overlap on one channel of one outlet, by start; without a time or channel nothing does.

    What is cancelled or missed does not take up a channel.
    """
    lines: dict[tuple[str | None, str], list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        if (
            one.channel is not None
            and isinstance(one.start, datetime)
            and one.state in ("planned", "delivered")
        ):
            lines[one.outlet, one.channel].append(one)
    default = timedelta(minutes=default_minutes)
    found = []
    for line in lines.values():
        running: list[Occurrence] = []
        for one in sorted(line, key=lambda each: (each.starts_at, each.id)):
            running = [
                before for before in running if (before.ends_at or before.starts_at + default) > one.starts_at
            ]
            found += [(before, one) for before in running]
            running.append(one)
    return sorted(found, key=lambda pair: (pair[1].starts_at, pair[1].id, pair[0].id))


def overlapping(occurrences: Iterable[Occurrence], default_minutes: int) -> dict[str, tuple[Occurrence, ...]]:
    """The same by id of each airing: the others that overlap it, by start."""
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for first, second in overlaps(occurrences, default_minutes):
        found[first.id].append(second)
        found[second.id].append(first)
    return {key: tuple(sorted(ones, key=lambda one: (one.starts_at, one.id))) for key, ones in found.items()}
