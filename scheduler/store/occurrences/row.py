"""The occurrence as it is stored, and a person's change to it: values that are changed and written whole."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from scheduler.store.occurrences.read_model import Wall


@dataclass(frozen=True, slots=True)
class OccurrenceRow:
    """One occurrence as stored; field meanings as in `scheduler.store.occurrences.read_model.Occurrence`.

    original_start None in a new row means: as `start`. slot and period as in `rules.schedule.Instance`.
    `end` is the last day of a window. An airing's end is no fact of its own: it follows from start, minutes
    and end_written when the row is written. `end_written`: the phrase writes it as a time of day.
    """

    id: str
    uid: str
    plan_id: int
    item_id: int
    slot: str
    period: str
    kind: str
    start: Wall
    end: date | None = None
    channel: str | None = None
    minutes: int | None = None
    minutes_max: int | None = None
    end_written: bool = False
    premiere_id: str | None = None
    state: str = "planned"
    original_start: Wall | None = None
    shifted_from: Wall | None = None
    reason: str | None = None
    orphaned: bool = False
    cancelled_at: datetime | None = None
    sequence: int = 0
    revision: int = 1

    def changed(self, **facts: Any) -> OccurrenceRow:
        """The row with other facts; SEQUENCE rises by one where start, end, place or cancellation change."""
        new = replace(self, **facts)
        return self if new == self else replace(new, sequence=self.sequence + (new._shown != self._shown))

    @property
    def _shown(self) -> tuple[object, ...]:
        """What a reader's calendar must notice a change of (RFC 5545, 3.8.7.4): delivery is not of it."""
        length = (self.minutes, self.end_written) if isinstance(self.start, datetime) else None
        return self.start, self.end, length, self.channel, self.state == "cancelled"


@dataclass(frozen=True, slots=True)
class Override:
    """A person's change to one occurrence. None: the person did not touch it.

    start, end   where a person moved it (naive wall time, or a day)
    original_…   what the phrase gives in place of `minutes`, `channel` and a window's `end`, so that
                 the change can be taken back; `OccurrenceRow.original_start` has its start
    """

    occurrence_id: str
    start: Wall | None = None
    end: Wall | None = None
    minutes: int | None = None
    channel: str | None = None
    cancelled: bool = False
    reason: str | None = None
    note: str | None = None
    original_end_day: date | None = None
    original_minutes: int | None = None
    original_minutes_max: int | None = None
    original_end_written: bool = False
    original_channel: str | None = None

    @property
    def empty(self) -> bool:
        """True where nothing of a person's is left."""
        touched = (self.start, self.end, self.minutes, self.channel, self.reason, self.note)
        return not self.cancelled and all(value is None for value in touched)
