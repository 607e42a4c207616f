"""Line 4: the rules of a zone that change at random moments under a worker, and files that cannot be read."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.settings import Settings
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import plan_occurrences
from scheduler.worker import Worker
from tests.campaigns.conftest import Begin, Fresh
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    rows,
)
from tests.zone_data import changing_rules

BERLIN, SLUG = "Europe/Berlin", "plan-2024"
# No further from each other than four hours: what is moved before now would rightly be told no more.
RULES = ("Africa/Lagos", "Europe/Athens", "Europe/London", "Europe/Istanbul", "Atlantic/Azores", BERLIN)
AIRINGS, READERS, STEPS = 4, 2, 24
STEP = timedelta(hours=1)


class Machine:
    """A worker for whom time goes on, and whose zone data are changed."""

    def __init__(self, engine: Engine, dice: Random) -> None:
        self.engine, self.dice, self.passed = engine, dice, timedelta()
        self.clock, self.sink = FixedClock(NOW), CountingSink()
        self.start()

    def start(self) -> None:
        self.worker = Worker(
            self.engine, self.clock, self.sink, PlainRenderer(), Settings(), self.machine_time,
            passed=self.seconds,
        )  # fmt: skip

    def machine_time(self) -> datetime:
        return AT + self.passed

    def seconds(self) -> float:
        return self.passed.total_seconds()

    def live(self, step: timedelta) -> None:
        self.passed += step
        self.clock.move_to(NOW + self.passed)
        self.worker.release()
        self.worker.look_ahead()
        self.worker.deliver()


def test_zone_data_that_change_under_a_worker_cost_and_double_nothing(
    campaign: Begin, fresh: Fresh, tmp_path: Path
) -> None:
    with campaign("4 zone data that change under a worker", 1, 20) as counted:
        changes = 0
        for number, dice in enumerate(counted.each()):
            folder = tmp_path / f"zoneinfo-{number}"
            with fresh() as engine, changing_rules(folder, BERLIN) as become:
                stored = add_plan(engine, timezone=BERLIN, signed=None)
                for n in range(AIRINGS):
                    start = datetime(2024, 4, 18, 1) + timedelta(minutes=dice.randrange(48 * 60))
                    add_airing(engine, stored, start, BERLIN, minutes=30, slot=str(n))
                for n in range(READERS):
                    add_subscriber(engine, f"n{n}", timezone=BERLIN)
                machine, rules = Machine(engine, dice), BERLIN
                for _ in range(STEPS):
                    chance = dice.random()
                    if chance < 0.2:
                        rules = dice.choice(RULES)
                        become(rules)
                        changes += 1
                    elif chance < 0.3:  # half written
                        whole = (folder / BERLIN).read_bytes()
                        (folder / BERLIN).write_bytes(whole[: dice.randrange(len(whole) // 2)])
                        machine.live(STEP)
                        (folder / BERLIN).write_bytes(whole)
                    elif chance < 0.35:
                        machine.start()
                    machine.live(STEP)
                for _ in range(4 * 24):
                    machine.live(STEP)
                counted.judge(**found(engine, machine, rules))
        counted.beside.append(f"{changes} changes")


def found(engine: Engine, machine: Machine, rules: str) -> dict[str, Any]:
    """Wall times as they were, instants by the last rules, each mail once and at its time."""
    with reading(engine) as connection:
        stored = {one.id: one for one in plan_occurrences(connection, SLUG)}
    wrong = [
        one.id
        for one in stored.values()
        if one.starts_at != one.start.replace(tzinfo=ZoneInfo(rules)).astimezone(UTC)  # type: ignore[call-arg,attr-defined]
    ]
    columns = ("subscriber_id", "subject", "lead", "sent_at", "target_start")
    accepted = rows(engine, *columns, state="accepted")
    told = Counter(row[:3] for row in accepted)
    late = [
        row
        for row in accepted
        if row[2] == "PT2H" and not timedelta() <= row[3] - row[4] + timedelta(hours=2) <= STEP
    ]
    doubled = len(machine.sink.taken) - len(told)
    lost = READERS * AIRINGS * 2 - len(told)
    return {"lost": lost, "doubled": doubled, "wrong": f"{wrong} {late}" if wrong or late else ""}
