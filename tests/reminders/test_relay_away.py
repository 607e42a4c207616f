"""A relay that is away: it costs no reader a mail and no row a try, and whoever watches is told."""

from __future__ import annotations

import socket
from datetime import datetime, timedelta

from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.reminders.metrics import OutboxCounts, count_outbox
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.outbox.outbox import LAST_TRY
from scheduler.reminders.sending.dispatch import Counts, Delivery
from scheduler.reminders.transport import relay
from scheduler.reminders.transport.lines import Lines
from scheduler.reminders.transport.sink import (
    Accepted,
    Failed,
    Outcome,
    RelayDown,
    Retry,
    StillWanted,
    always,
)
from scheduler.reminders.transport.smtp import Relay, SmtpSink
from scheduler.settings import Settings
from scheduler.store.database.engine import reading
from tests.reminders.faults.relay import counting_relay
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    later,
    many_owed,
    rows,
    states,
)

AWAY = RelayDown("no connection", away=True)


class Office:
    """Workers over one outbox; plan time and machine time go on together."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.clock, self.passed = engine, FixedClock(NOW), timedelta()

    def machine(self) -> datetime:
        return AT + self.passed

    def worker(self, *sinks: CountingSink | SmtpSink) -> Delivery:
        return Delivery(
            self.engine, self.clock, Lines(list(sinks)), PlainRenderer(), Settings(), self.machine
        )

    def wait(self, **length: float) -> None:
        self.passed += timedelta(**length)
        self.clock.move_to(NOW + self.passed)

    def counts(self) -> OutboxCounts:
        with reading(self.engine) as connection:
            return count_outbox(connection, self.clock.now())


def nobody_listens() -> int:
    """A port of this machine at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
    return port


def test_a_relay_that_is_away_for_fifty_of_sixty_minutes_costs_no_reader_a_mail(engine: Engine) -> None:
    many_owed(engine, 60, useful_until=later(1))
    office = Office(engine)
    absent = office.worker(SmtpSink(Relay("127.0.0.1", nobody_listens(), "none")))

    for _ in range(100):
        absent.deliver()
        office.wait(seconds=30)
    found = office.counts()

    assert (found.overdue, found.oldest_due_age) == (60, timedelta(minutes=50))
    assert found.stopped_at == AT
    assert set(rows(engine, "state", "attempts")) == {("due", 0)}
    with counting_relay(keep=False) as there:
        line = SmtpSink(Relay("127.0.0.1", there.port, "none"))
        present = office.worker(line)
        for _ in range(4):
            present.deliver()
            office.wait(seconds=30)
        line.close()

    assert set(rows(engine, "state", "attempts")) == {("accepted", 1)}
    assert (len(there.taken), len({one.recipient for one in there.taken})) == (60, 60)
    assert office.counts().stopped_at is None


def test_a_relay_that_is_away_is_tried_once_a_minute_by_all_workers_together(engine: Engine) -> None:
    many_owed(engine, 20)
    office, sink = Office(engine), CountingSink(lambda _: AWAY)
    workers = [office.worker(sink) for _ in range(3)]

    for _ in range(2 * 60 * 10):
        for worker in workers:
            worker.deliver()
        office.wait(seconds=0.5)

    assert len(sink.tried) == 10


def test_one_worker_of_many_tries_a_relay_that_is_stopped(engine: Engine) -> None:
    many_owed(engine, 1)
    office = Office(engine)
    office.worker(CountingSink(lambda _: AWAY)).deliver()
    office.wait(minutes=1)

    with engine.begin() as connection:
        taken = [relay.take_probe(connection, office.machine()) for _ in range(3)]

    assert taken == [True, False, False]


def test_a_line_that_is_not_let_in_stops_no_relay_that_others_reach(engine: Engine) -> None:
    many_owed(engine, 9)
    office, crowded = Office(engine), CountingSink(lambda _: AWAY)

    counts = office.worker(CountingSink(), CountingSink(), crowded).deliver()

    assert counts == Counts(sent=6, retried=3)
    assert office.counts().stopped_at is None


def test_a_probe_that_was_answered_for_its_reader_lets_all_go_on(engine: Engine) -> None:
    many_owed(engine, 5)
    office = Office(engine)
    office.worker(CountingSink(lambda _: AWAY)).deliver()
    office.wait(minutes=1)
    answers: list[Outcome] = [Failed("550 no such user"), *[Accepted()] * 4]

    assert office.worker(CountingSink(lambda _: answers.pop(0))).deliver() == Counts(failed=1, sent=4)


def test_a_stop_that_a_clock_ahead_wrote_ends_with_the_next_tick(engine: Engine) -> None:
    many_owed(engine, 3)
    office = Office(engine)
    office.passed = timedelta(days=40)
    office.worker(CountingSink(lambda _: RelayDown("535 wrong password"))).deliver()
    office.passed = timedelta(0)

    assert office.worker(CountingSink()).deliver() == Counts(sent=3)


def test_what_is_put_off_beyond_its_use_has_one_last_try_before(engine: Engine) -> None:
    many_owed(engine, 1, useful_until=later(1))
    office, sink = Office(engine), CountingSink(lambda _: Retry("450 busy"))
    tries: list[datetime] = []
    worker = office.worker(sink)

    while office.clock.now() < later(1.1):
        worker.deliver()
        tries += [office.clock.now()] * (len(sink.tried) - len(tries))
        office.wait(seconds=10)

    assert later(1) - LAST_TRY <= tries[-1] < later(1)
    assert states(engine) == {"expired": 1}


def test_what_is_put_off_waits_since_it_was_due_for_the_first_time(engine: Engine) -> None:
    many_owed(engine, 4)
    office = Office(engine)
    worker = office.worker(CountingSink(lambda _: Retry("450 busy")))

    for _ in range(20):
        worker.deliver()
        office.wait(minutes=1)
    found = office.counts()

    assert (found.waiting, found.overdue, found.oldest_due_age) == (4, 4, timedelta(minutes=20))
    office.worker(CountingSink()).deliver()
    office.wait(minutes=30)
    office.worker(CountingSink()).deliver()
    assert office.counts().late["reminder"] == 4


def test_a_pass_of_the_horizon_leaves_what_is_put_off_as_it_is(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    settings, office = Settings(), Office(engine)
    materialise(engine, NOW, settings, office.machine)
    many = [CountingSink(lambda _: AWAY), CountingSink(lambda _: Retry("450 busy"))]
    office.worker(*many).deliver()
    before = rows(engine, "due_at", "first_due_at")

    office.wait(seconds=5)
    materialise(engine, office.clock.now(), settings, office.machine)

    assert rows(engine, "due_at", "first_due_at") == before


class Tired(CountingSink):
    """Takes a mail and then no connection any more."""

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        self.answer = (lambda _: AWAY) if self.taken else self.answer
        return super().send(message, sender, recipient, still_wanted)


def test_a_relay_that_goes_away_between_two_mails_stops_with_the_rest_due(engine: Engine) -> None:
    many_owed(engine, 10)
    office = Office(engine)

    assert office.worker(Tired()).deliver() == Counts(sent=1, relay_down=1)
    assert states(engine) == {"accepted": 1, "due": 9}
    assert set(rows(engine, "attempts", state="due")) == {(0,)}
