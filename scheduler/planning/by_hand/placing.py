"""Where an occurrence is held: what the phrase gives, and what a person put in its place.

A person's start, end, duration or channel holds against the phrase. A replay follows its premiere
where a person moved that, unless the replay was moved itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias
from zoneinfo import ZoneInfo

from rules.schedule import Instance
from scheduler.store.instants import end_of
from scheduler.store.occurrences.row import OccurrenceRow, Override

Wall: TypeAlias = date | datetime


class Placing(NamedTuple):
    """When, how long and where an occurrence is held; fields as in `OccurrenceRow`."""

    start: Wall
    end: date | None
    channel: str | None
    minutes: int | None
    minutes_max: int | None
    end_written: bool = False

    def like(self, other: Placing, zone: ZoneInfo) -> bool:
        """True where both are held alike in the zone, in whatever way the end is said."""
        if self._replace(end_written=other.end_written) != other:
            return False
        return self.end_written == other.end_written or self._ends(zone) == other._ends(zone)

    def _ends(self, zone: ZoneInfo) -> datetime | None:
        return end_of(self.start, self.end, self.minutes, self.end_written, zone).at


def given_by(instance: Instance) -> Placing:
    """What the phrase gives."""
    return Placing(
        instance.start,
        last_day(instance),
        instance.channel,
        instance.minutes,
        instance.minutes_max,
        instance.end_written,
    )


def last_day(instance: Instance) -> date | None:
    """The last day of a window; the end of an airing follows from the rest."""
    return instance.end if instance.kind == "window" else None


def held_by(row: OccurrenceRow) -> Placing:
    """Where the row is held as it is stored."""
    return Placing(row.start, row.end, row.channel, row.minutes, row.minutes_max, row.end_written)


def given_before(row: OccurrenceRow, override: Override | None) -> Placing:
    """What the phrase gave when the row was last written, whatever a person did to it since."""
    start = row.start if row.original_start is None else row.original_start
    if override is None:
        return held_by(row)._replace(start=start)
    return Placing(
        start,
        override.original_end_day,
        override.original_channel,
        override.original_minutes,
        override.original_minutes_max,
        override.original_end_written,
    )


def held(given: Placing, override: Override | None) -> Placing:
    """What holds: a person's values where there are some, else those of the phrase."""
    if override is None:
        return given
    place = given
    if override.start is not None:
        end = None if given.end is None else override.end or day_of(override.start)
        place = place._replace(start=override.start, end=end)
    if override.minutes is not None:
        place = place._replace(minutes=override.minutes, minutes_max=None, end_written=False)
    return place if override.channel is None else place._replace(channel=override.channel)


def remember(override: Override, given: Placing) -> Override:
    """The override with what the phrase gives beside it, so that it can be taken back."""
    return replace(
        override,
        original_end_day=given.end,
        original_minutes=given.minutes,
        original_minutes_max=given.minutes_max,
        original_end_written=given.end_written,
        original_channel=given.channel,
    )


def follow(given: Placing, premiere: Wall, premiere_held: Wall) -> Placing:
    """The place of a replay whose premiere a person moved from `premiere` to `premiere_held`.

    It keeps its own time of day and its distance in days. Where that would put it before the
    premiere, it keeps its distance in time instead.
    """
    if premiere == premiere_held:
        return given
    start = given.start + (day_of(premiere_held) - day_of(premiere))
    if isinstance(start, datetime) and isinstance(premiere_held, datetime) and start < premiere_held:
        assert isinstance(given.start, datetime)  # noqa: S101 - a shifted datetime is one
        gap = given.start - premiere if isinstance(premiere, datetime) else timedelta()
        start = premiere_held + gap
    return given._replace(start=start)


def day_of(moment: Wall) -> date:
    """The local day."""
    return moment.date() if isinstance(moment, datetime) else moment


def in_order(moment: Wall) -> datetime:
    """A key that sorts days and wall times; a day without a time comes before its times."""
    return moment if isinstance(moment, datetime) else datetime.combine(moment, time())


def is_past(start: Wall, end: Wall | None, now: datetime) -> bool:
    """True when it is over at `now` (naive wall time): a window after its last day, an airing once begun."""
    if isinstance(start, datetime):
        return start < now
    last = end if end is not None and not isinstance(end, datetime) else start
    return last < now.date()
