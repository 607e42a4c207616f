"""Where an occurrence is held: what the phrase gives, and what a person put in its place.

A person's start, end, duration or channel holds against the phrase. A replay follows its premiere
where a person moved that, unless the replay was moved itself.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias

from rules.schedule import Instance
from scheduler.store.rows import OccurrenceRow, Override

Wall: TypeAlias = date | datetime


class Placing(NamedTuple):
    """When, how long and where an occurrence is held; fields as in `rules.schedule.Instance`."""

    start: Wall
    end: Wall | None
    channel: str | None
    minutes: int | None
    minutes_max: int | None


def given_by(instance: Instance) -> Placing:
    """What the phrase gives."""
    return Placing(instance.start, instance.end, instance.channel, instance.minutes, instance.minutes_max)


def given_before(row: OccurrenceRow, override: Override | None) -> Placing:
    """What the phrase gave when the row was last written, whatever a person did to it since."""
    start = row.start if row.original_start is None else row.original_start
    if override is None:
        end = row.end if row.kind == "window" else timed_end(start, row.minutes)
        return Placing(start, end, row.channel, row.minutes, row.minutes_max)
    minutes = override.original_minutes
    end = override.original_end_day if row.kind == "window" else timed_end(start, minutes)
    return Placing(start, end, override.original_channel, minutes, override.original_minutes_max)


def held(given: Placing, override: Override | None) -> Placing:
    """What holds: a person's values where there are some, else those of the phrase."""
    if override is None:
        return given
    start = given.start if override.start is None else override.start
    minutes = given.minutes if override.minutes is None else override.minutes
    most = given.minutes_max if override.minutes is None else None
    channel = given.channel if override.channel is None else override.channel
    if given.end is not None and not isinstance(given.end, datetime):
        end: Wall | None = given.end if override.start is None else override.end or override.start
    else:
        end = timed_end(start, minutes)
    return Placing(start, end, channel, minutes, most)


def remember(override: Override, given: Placing) -> Override:
    """The override with what the phrase gives beside it, so that it can be taken back."""
    window = given.end is not None and not isinstance(given.end, datetime)
    return replace(
        override,
        original_end_day=given.end if window else None,
        original_minutes=given.minutes,
        original_minutes_max=given.minutes_max,
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
    return given._replace(start=start, end=timed_end(start, given.minutes))


def timed_end(start: Wall, minutes: int | None) -> datetime | None:
    """The end of a timed airing of known duration, else None."""
    if minutes is None or not isinstance(start, datetime):
        return None
    return start + timedelta(minutes=minutes)


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
