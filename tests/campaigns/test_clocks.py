"""Lines 1 to 3: a machine's clock, and a plan time that was set, wrong at random and right again."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy import Engine

from scheduler.clock import Clock
from scheduler.machine_time import Watch
from scheduler.reminders.outbox.claiming import claim
from scheduler.reminders.sending.handing_over import hand_over_all
from scheduler.settings import Settings
from scheduler.store.database.engine import transaction
from scheduler.worker import Worker
from tests.campaigns.conftest import Begin, Fresh
from tests.reminders.faults.scene import end_leases
from tests.reminders.samples import NOW, PlainRenderer, add_airing, add_plan, add_subscriber, rows
from tests.reminders.test_clock_jumps import Machine

WRONG = [timedelta(seconds=s) for s in (-100, -3600, 3600, 86_400, -86_400, 40 * 86_400, 7, -7, 290, 310)]
AIRINGS, READERS = 4, 3
STEPS = 60


class Jumping(Machine):
    """A worker whose machine, or whose settings, say another time at random, and which is started again."""

    def __init__(self, engine: Engine, dice: Random) -> None:
        super().__init__(engine)
        self.engine, self.dice, self.ahead = engine, dice, timedelta()
        self.handed_over = 0

    def start_again(self, ahead: timedelta) -> None:
        """As a service is, with AIRSLOT_NOW or without."""
        self.ahead = ahead
        watch = None if ahead else Watch(self.time, self.seconds)
        self.worker = Worker(
            self.engine, Clock(self.plan_time), self.sink, PlainRenderer(), Settings(), self.time,
            watch=watch, passed=self.seconds,
        )  # fmt: skip

    def plan_time(self) -> datetime:
        return NOW + self.passed + self.wrong + self.ahead

    def die(self) -> None:
        """A worker beside takes a few and ends there, or while it hands one over."""
        taken = claim(self.engine, self.plan_time(), 2, "dead", machine_time=self.time)
        if taken and self.dice.random() < 0.3:
            with transaction(self.engine) as connection:
                self.handed_over += len(
                    hand_over_all(connection, [(taken[0], None)], self.plan_time(), machine_time=self.time)
                )

    def live(self) -> None:
        """One step: maybe another fault, then time goes on."""
        chance = self.dice.random()
        if chance < 0.15:
            self.wrong = self.dice.choice(WRONG)
        elif chance < 0.3:
            self.wrong = timedelta()
        elif chance < 0.34:
            self.start_again(self.dice.choice(WRONG))
        elif chance < 0.4:
            self.start_again(timedelta())
        elif chance < 0.5:
            self.die()
        self.go_on(step := self.dice.choice((5, 5, 30, 120, 600)), step)


def test_no_clock_that_is_wrong_for_a_while_costs_or_doubles_a_mail(campaign: Begin, fresh: Fresh) -> None:
    with campaign("1-3 clocks that jump, a plan time that was set", 1, 25) as counted:
        for dice in counted.each():
            with fresh() as engine:
                stored = add_plan(engine)
                for number in range(AIRINGS):
                    start = (NOW + timedelta(hours=dice.randint(40, 70), days=number)).replace(tzinfo=None)
                    add_airing(engine, stored, start, slot=str(number))
                for number in range(READERS):
                    add_subscriber(engine, f"n{number}")
                machine = Jumping(engine, dice)
                for _ in range(STEPS):
                    machine.live()
                machine.wrong = timedelta()
                if machine.ahead:
                    machine.start_again(timedelta())
                machine.go_on(60 * 60, 30)
                # On PostgreSQL leases go by its own clock, of which no hour has passed.
                end_leases(engine)
                machine.go_on(7 * 86_400, 3600)
                counted.judge(**found(engine, machine))


def found(engine: Engine, machine: Jumping) -> dict[str, Any]:
    """Every reader is told of every airing by each lead, once; but for what a dead worker had offered."""
    taken, owed = Counter(machine.sink.taken), READERS * AIRINGS * 2
    told = Counter(rows(engine, "subscriber_id", "subject", "lead", state="accepted", what="reminder"))
    assert not rows(engine, state="claimed")
    lost = owed - len(told) - len(rows(engine, "id", state="unknown"))
    assert len(rows(engine, "id", state="unknown")) <= machine.handed_over
    doubled = sum(count - 1 for count in (*taken.values(), *told.values()))
    return {"lost": lost, "doubled": doubled}
