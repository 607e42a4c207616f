"""Line 5: what begins and ends around the changes of a clock, in any zone, held against zoneinfo alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest

from scheduler.clock import FixedClock
from scheduler.machine_time import MachineTime
from tests.campaigns.conftest import Begin, Fresh
from tests.planning.samples import Desk
from tests.planning.test_ends import doors, loaded

YEAR = 2026
HOUR = timedelta(hours=1)
ZONES = sorted(zone for zone in available_timezones() if "/" in zone)
AIRINGS = 4


@dataclass(frozen=True, slots=True)
class Airing:
    """A phrase, and what it means: the wall time, and a written end or a length."""

    start: datetime
    end: datetime | None
    minutes: int

    def phrase(self) -> str:
        day = f"{self.start:%-d %B %Y}"
        if self.end is None:
            return f"{self.start:%-I:%M %p} on {day}, {self.minutes} minutes"
        if self.end.date() == self.start.date():
            return f"{self.start:%-I:%M %p} to {self.end:%-I:%M %p} on {day}"
        return f"{self.start:%A} {day} {self.start:%-I:%M %p} to {self.end:%A %-d %B %Y %-I:%M %p}"

    def instants(self, zone: ZoneInfo) -> tuple[datetime, datetime]:
        """By RFC 5545: before a gap the former offset, of two the first; a written end that lies not after
        the start is none, and the length holds."""
        begins = self.start.replace(tzinfo=zone).astimezone(UTC)
        ends = begins + timedelta(minutes=self.minutes)
        if self.end is not None:
            written = self.end.replace(tzinfo=zone).astimezone(UTC)
            ends = written if written > begins else ends
        return begins, ends


def changes(zone: ZoneInfo) -> list[datetime]:
    """The hours of the year before which the clock is changed, in UTC."""
    at, found = datetime(YEAR, 1, 2, tzinfo=UTC), []
    while at.year == YEAR:
        before, at = at.astimezone(zone).utcoffset(), at + HOUR
        if at.astimezone(zone).utcoffset() != before:
            found.append(at)
    return found


def airings(dice: Random, zone: ZoneInfo) -> Iterator[Airing]:
    """Around changes, and on any day where there is none."""
    moments = changes(zone) or [datetime(YEAR, 3, 29, 1, tzinfo=UTC)]
    days: set[date] = set()
    while len(days) < AIRINGS:
        about = dice.choice(moments).astimezone(zone).replace(tzinfo=None, minute=0, second=0)
        start = about + timedelta(minutes=15 * dice.randint(-4 * 26, 12))
        if dice.random() < 0.2:
            start = datetime(YEAR, dice.randint(2, 11), dice.randint(1, 28), dice.randrange(24), 30)
        minutes = dice.choice((15, 30, 45, 60, 90, 120, 240, 480, 600, 1439))
        end = start + timedelta(minutes=minutes) if dice.random() < 0.5 else None
        if start.year == YEAR and start not in days:
            days.add(start)
            yield Airing(start, end, minutes)


@pytest.mark.parametrize("database_kind", ["sqlite"])
def test_each_door_has_the_end_that_zoneinfo_gives(
    campaign: Begin, fresh: Fresh, clock: FixedClock, machine_time: MachineTime
) -> None:
    with campaign("5 ends at changes of a clock, any zone, at four doors", 4, 150) as counted:
        looked_at = 0
        for dice in counted.each():
            name = dice.choice(ZONES)
            zone = ZoneInfo(name)
            wanted = list(airings(dice, zone))
            with fresh() as engine:
                desk = Desk(engine, clock, machine_time)
                rows = loaded(desk, name, *(one.phrase() for one in wanted))
                wrong: list[tuple[object, ...]] = []
                for row in rows:
                    one = wanted[int(row.item) - 1]
                    expected = one.instants(zone)
                    # The series form gives all of a plan at once.
                    found = [(door, *at) for door, *at in doors(desk, row) if door != "series"]
                    wrong += [(name, one.phrase(), each) for each in found if each[1:] != expected]
                    series = {tuple(at) for door, *at in doors(desk, row) if door == "series"}
                    wrong += [] if expected in series else [(name, one.phrase(), "series", sorted(series))]
                    looked_at += len(found) + 1
                lost = len(wanted) - len(rows)
                counted.judge(lost=max(lost, 0), doubled=max(-lost, 0), wrong=str(wrong) if wrong else "")
        counted.beside.append(f"{looked_at} ends")
