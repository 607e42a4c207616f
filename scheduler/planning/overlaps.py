"""Airings that a channel cannot carry at the same time.

Clock intervals are half-open: what ends at 06:00 does not clash with what starts then. An airing without a
known duration counts as its first minute.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, timedelta

from scheduler.store.occurrences import Occurrence

_AT_LEAST = timedelta(minutes=1)


def overlaps(occurrences: Iterable[Occurrence]) -> list[tuple[Occurrence, Occurrence]]:
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
    found = []
    for line in lines.values():
        running: list[Occurrence] = []
        for one in sorted(line, key=lambda each: (each.starts_at, each.id)):
            running = [before for before in running if _end(before) > one.starts_at]
            found += [(before, one) for before in running]
            running.append(one)
    return sorted(found, key=lambda pair: (pair[1].starts_at, pair[1].id, pair[0].id))


def _end(one: Occurrence) -> datetime:
    return max(one.ends_at or one.starts_at, one.starts_at + _AT_LEAST)
