"""Which of a plan's rows its calendar shows: a cancelled one leaves it after 30 days."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from scheduler.store.occurrences.read_model import Occurrence

CANCELLED_SHOWN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a plan's rows a feed shows on a day; `left` are the others, with when they left (plan time)."""

    occurrences: tuple[Occurrence, ...]
    left: tuple[tuple[Occurrence, datetime], ...] = ()

    @property
    def last_left(self) -> datetime | None:
        """When the last of the others left."""
        return max((at for _, at in self.left), default=None)


def showing(occurrences: Sequence[Occurrence], zone: str, today: date | None) -> Shown:
    """The rows less those that were cancelled more than 30 days ago, by the plan's local day."""
    if today is None or all(occurrence.cancelled_at is None for occurrence in occurrences):
        return Shown(tuple(occurrences))
    local = ZoneInfo(zone)
    shown, left = [], []
    for occurrence in occurrences:
        leaves = _leaves(occurrence, local)
        if leaves is not None and leaves <= today:
            left.append((occurrence, datetime.combine(leaves, time(), local).astimezone(UTC)))
        else:
            shown.append(occurrence)
    return Shown(tuple(shown), tuple(left))


def _leaves(occurrence: Occurrence, local: ZoneInfo) -> date | None:
    """The first day on which a cancelled occurrence is no longer shown."""
    if occurrence.state != "cancelled" or occurrence.cancelled_at is None:
        return None
    return occurrence.cancelled_at.astimezone(local).date() + CANCELLED_SHOWN + timedelta(days=1)
