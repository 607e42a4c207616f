"""Airings that are on the same channel at the same time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from scheduler.store.occurrences import Occurrence


def overlapping(occurrences: Iterable[Occurrence]) -> dict[str, tuple[Occurrence, ...]]:
    """By id of an airing the others on its outlet's channel that overlap it, by start.

    Clock intervals are half-open: what ends at 18:00 does not overlap what starts then. Of an airing
    without a known end only the start is known, so it overlaps what is on at that instant. Cancelled
    airings, windows and airings without a time or a channel overlap nothing.
    """
    lines: dict[tuple[str | None, str], list[Occurrence]] = defaultdict(list)
    for one in occurrences:
        if one.channel is not None and one.state != "cancelled" and isinstance(one.start, datetime):
            lines[one.outlet, one.channel].append(one)
    found: dict[str, list[Occurrence]] = defaultdict(list)
    for line in lines.values():
        line.sort(key=lambda one: (one.starts_at, one.id))
        on: list[Occurrence] = []
        for one in line:
            on = [other for other in on if _is_on(other, one.starts_at)]
            for other in on:
                found[one.id].append(other)
                found[other.id].append(one)
            on.append(one)
    return {
        key: tuple(sorted(others, key=lambda one: (one.starts_at, one.id))) for key, others in found.items()
    }


def _is_on(airing: Occurrence, at: datetime) -> bool:
    """Whether an airing that began at `at` or before it is on at that instant."""
    return airing.starts_at == at or (airing.ends_at is not None and airing.ends_at > at)
