"""Lines 6 to 8: a mail server that is away, drops, refuses and recovers at random, and what it holds."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta
from random import Random
from typing import Any

from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.reminders.outbox.deciding import resolve_unknown
from scheduler.reminders.outbox.outbox import release_expired_leases
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport.lines import Lines
from scheduler.reminders.transport.sink import (
    Accepted,
    Outcome,
    RelayDown,
    Retry,
    Unknown,
)
from scheduler.settings import Settings
from scheduler.store.database.engine import transaction
from tests.campaigns.conftest import Begin, Fresh
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    later,
    many_owed,
    rows,
    spread,
    states,
)

MAILS, HOURS = 40, 6
STEP = timedelta(seconds=40)
# What it does for a while, and how likely a mail that it does not answer for was taken all the same.
WELL, AWAY, REFUSING, BUSY, DROPPING, CROWDED = range(6)


class Relay:
    """A mail server with moods. It knows what it took, also where it did not say so."""

    def __init__(self, dice: Random) -> None:
        self.dice, self.mood, self.calm = dice, WELL, False
        self.holds = Counter[str]()

    def answer(self, recipient: str) -> Outcome:
        mood = WELL if self.calm else self.mood
        if mood == DROPPING and self.dice.random() < 0.8:
            self.holds[recipient] += self.dice.random() < 0.5
            return Unknown("reset")
        if mood == BUSY and self.dice.random() < 0.7:
            return Retry("451 later")
        if mood == AWAY:
            return RelayDown("no connection", away=True)
        if mood == REFUSING:
            return RelayDown("535 wrong password")
        if mood == CROWDED and self.dice.random() < 0.5:
            return RelayDown("421 too many connections", away=True)
        self.holds[recipient] += 1
        return Accepted("250 OK")


class Line(CountingSink):
    """One connection to it, which counts as all others do."""

    def __init__(self, relay: Relay) -> None:
        super().__init__(relay.answer)


def test_no_mood_of_a_relay_loses_or_doubles_a_mail(campaign: Begin, fresh: Fresh) -> None:
    with campaign("6-8 a relay that is away, drops, refuses, is busy at random", 1, 40) as counted:
        undecided = 0
        for dice in counted.each():
            with fresh() as engine:
                many_owed(engine, MAILS, useful_until=later(HOURS))
                until = dice.randint(30, 80) / 100 * HOURS
                spread(engine, dice, until)
                office = Office(engine, dice)
                while office.clock.now() < later(until):
                    office.live()
                office.relay.calm = True
                for _ in range(40):
                    office.live()
                left = rows(engine, "id", state="unknown")
                undecided += len(left)
                office.decide()
                for _ in range(10):
                    office.live()
                counted.judge(**found(engine, office.relay))
        counted.beside.append(f"unknown {undecided}, each decided by a person")


class Office:
    """Some workers with some lines each, for whom time goes on."""

    def __init__(self, engine: Engine, dice: Random) -> None:
        self.engine, self.dice, self.passed = engine, dice, timedelta()
        self.clock, self.relay = FixedClock(NOW), Relay(dice)
        self.workers = [self.worker() for _ in range(2)]

    def worker(self) -> Delivery:
        lines = Lines([Line(self.relay) for _ in range(self.dice.randint(1, 3))])
        return Delivery(self.engine, self.clock, lines, PlainRenderer(), Settings(), lambda: AT + self.passed)

    def live(self) -> None:
        if self.dice.random() < 0.06:
            self.relay.mood = self.dice.choice((WELL, AWAY, AWAY, REFUSING, BUSY, DROPPING, CROWDED))
        for worker in self.workers:
            worker.deliver()
        with transaction(self.engine) as connection:
            release_expired_leases(connection, self.clock.now(), machine_time=lambda: AT + self.passed)
        self.passed += STEP
        self.clock.move_to(NOW + self.passed)

    def decide(self) -> None:
        """A person asks each reader whether it came, and says so."""
        for row in rows(self.engine, state="unknown"):
            name = row.subscriber_id.removeprefix("sub_")
            arrived = self.relay.holds[f"{name}@example.org"] > 0
            with transaction(self.engine) as connection:
                resolve_unknown(connection, row.id, arrived, self.clock.now())


def found(engine: Engine, relay: Relay) -> dict[str, Any]:
    doubled = sum(count - 1 for count in relay.holds.values() if count > 1)
    lost = MAILS - sum(count > 0 for count in relay.holds.values())
    wrong = "" if states(engine) == {"accepted": MAILS} else f"{dict(states(engine))}"
    return {"lost": lost, "doubled": doubled, "wrong": wrong}
