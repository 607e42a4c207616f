"""A relay that drops after the dot: it is asked no more, and a person decides about all that it left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import cycle

from sqlalchemy import Engine, update

from scheduler.accounts.rights import Actor
from scheduler.clock import FixedClock
from scheduler.desk.desk import Desk
from scheduler.reminders import of_office
from scheduler.reminders.outbox.deciding import Decided, Which, resolve_all, unknown_kinds
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport.lines import Lines
from scheduler.reminders.transport.sink import Accepted, Outcome, Unknown
from scheduler.reminders.transport.smtp import Relay, SmtpSink
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import reminder
from tests.hands import Hands
from tests.reminders.fault_server import RESET, FaultServer
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_owed,
    later,
    many_owed,
    owed,
    rows,
    states,
)


def delivery(engine: Engine, machine: Hands, *sinks: CountingSink | SmtpSink) -> Delivery:
    lines = Lines(list(sinks))
    return Delivery(engine, FixedClock(NOW), lines, PlainRenderer(), Settings(), machine)


def test_a_relay_that_drops_after_the_dot_is_stopped_after_a_few_mails(engine: Engine) -> None:
    many_owed(engine, 450)
    with FaultServer("dot", RESET) as server:
        line = SmtpSink(Relay("127.0.0.1", server.port, "none", timeout=10))
        machine = Hands(AT)
        worker = delivery(engine, machine, line)
        # Ten seconds of ticks, then an hour's.
        for _ in range(20):
            worker.deliver()
            machine.now += timedelta(seconds=0.5)
        at_once = states(engine)["unknown"]
        for _ in range(120):
            worker.deliver()
            machine.now += timedelta(seconds=30)
        line.close()

    assert at_once == 3
    assert states(engine)["unknown"] <= 12
    assert states(engine)["due"] == 450 - states(engine)["unknown"]


def test_several_lines_leave_no_more_open_than_a_round(engine: Engine) -> None:
    many_owed(engine, 40)
    sinks = [CountingSink(lambda _: Unknown("reset")) for _ in range(4)]

    delivery(engine, Hands(AT), *sinks).deliver()

    assert states(engine) == {"unknown": 4, "due": 36}


def test_a_single_break_after_the_dot_stops_nothing(engine: Engine) -> None:
    many_owed(engine, 20)
    answers: Iterator[Outcome] = cycle([Unknown("reset"), Unknown("reset"), Accepted()])

    delivery(engine, Hands(AT), CountingSink(lambda _: next(answers))).deliver()

    assert states(engine) == {"unknown": 14, "accepted": 6}


def test_after_a_probe_that_arrived_all_goes_on(engine: Engine) -> None:
    many_owed(engine, 10)
    machine = Hands(AT)
    delivery(engine, machine, CountingSink(lambda _: Unknown("reset"))).deliver()
    machine.now += timedelta(minutes=1)

    assert delivery(engine, machine, CountingSink()).deliver().sent == 7


def leave_open(engine: Engine, ids: list[int], said: str, at: datetime = AT) -> None:
    with transaction(engine) as connection:
        step = update(reminder).where(reminder.c.id.in_(ids))
        connection.execute(step.values(state="unknown", last_error=said, sent_at=NOW, updated_at=at))


def test_all_of_a_kind_are_decided_about_at_once(engine: Engine) -> None:
    airing = many_owed(engine, 9)
    notice = owed("sub_000000", airing, what="change", lead="2")
    add_owed(engine, notice, owed("sub_000001", airing, lead="PT2H", useful_until=NOW))
    ids = [one for (one,) in rows(engine, "id")]
    leave_open(engine, [*ids[:5], *ids[9:]], "reset")
    leave_open(engine, ids[5:7], "timed out")
    with reading(engine) as connection:
        kinds = unknown_kinds(connection, NOW)

    told = [(kind.what, kind.said, kind.count, kind.too_late) for kind in kinds]
    assert told == [("reminder", "reset", 6, 1), ("reminder", "timed out", 2, 0), ("change", "reset", 1, 0)]
    which = Which("reminder", "reset")
    with transaction(engine) as connection:
        assert resolve_all(connection, which, False, later(0.5)) == Decided(5, 1)
        assert resolve_all(connection, which, True, later(0.5)) == Decided(1)
        assert resolve_all(connection, Which(), True, NOW) == Decided(3)
    assert states(engine) == {"due": 7, "accepted": 4}
    assert set(rows(engine, "due_at", "token", state="due")) == {(later(0.5), None), (NOW, None)}


def test_what_became_unknown_after_the_page_was_made_is_not_decided_with_it(engine: Engine) -> None:
    many_owed(engine, 2)
    ids = [one for (one,) in rows(engine, "id")]
    leave_open(engine, ids[:1], "reset")
    leave_open(engine, ids[1:], "reset", AT + timedelta(seconds=5))

    with transaction(engine) as connection:
        assert resolve_all(connection, Which("reminder", "reset", AT), True, NOW) == Decided(1)


def test_an_office_decides_about_its_own_readers_alone(engine: Engine) -> None:
    many_owed(engine, 3)
    leave_open(engine, [one for (one,) in rows(engine, "id")], "reset")
    with transaction(engine) as connection:
        actor = Actor("Other", "manager", "page", "per_other", 77)
        desk = Desk(connection, actor, FixedClock(NOW), lambda: AT, "airslot.example")
        assert of_office.decide_all(desk, Which("reminder", "reset"), True) == Decided(0)
        assert unknown_kinds(connection, NOW, 77) == []
    assert states(engine) == {"unknown": 3}
