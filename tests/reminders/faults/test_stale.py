"""What is moved, cancelled or unsubscribed while a worker holds it: no mail goes out that is untrue."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.machine_time import utcnow
from scheduler.reminders.readers.subscribers import list_subscribers, unsubscribe
from scheduler.store.database.engine import transaction
from tests.planning.overrides import cancel, move
from tests.reminders.faults import scene
from tests.reminders.faults.conftest import Measured, in_both_runs
from tests.reminders.faults.processes import workers
from tests.reminders.faults.relay import counting_relay
from tests.reminders.samples import NOW

PEOPLE = {"daily": 10, "long": 100}
BEFORE = 3  # mails that are out before the change
Edit = Callable[[Engine, str], None]


def moved(engine: Engine, occurrence_id: str) -> None:
    with transaction(engine) as connection:
        move(connection, occurrence_id, datetime(2024, 4, 24, 9, 0))


def cancelled(engine: Engine, occurrence_id: str) -> None:
    with transaction(engine) as connection:
        cancel(connection, occurrence_id, FixedClock(NOW))


def unsubscribed(engine: Engine, occurrence_id: str) -> None:
    with transaction(engine) as connection:
        for person in list_subscribers(connection):
            unsubscribe(connection, person.id, machine_time=utcnow)


@in_both_runs
@pytest.mark.parametrize("edit", [moved, cancelled, unsubscribed])
def test_what_changes_between_claim_and_data_is_not_sent(
    run: str,
    edit: Edit,
    engine: Engine,
    database_kind: str,
    database_url: str,
    tmp_path: Path,
    measured: Measured,
) -> None:
    people = PEOPLE[run]
    held, changed = threading.Event(), threading.Event()

    def wait_for_the_change(verb: str, line: int) -> None:
        # The whole batch is claimed, this mail is handed over, and its DATA is still to come.
        if verb == "RCPT" and len(relay.taken) == BEFORE and not held.is_set():
            held.set()
            assert changed.wait(scene.DEADLINE)

    with (
        counting_relay(before=wait_for_the_change) as relay,
        workers(database_url, relay.port, tmp_path) as team,
    ):
        airing = scene.subscribers(engine, people)
        worker = team.start()
        assert held.wait(scene.DEADLINE), worker.said()
        claimed = scene.states(engine)
        edit(engine, airing.id)
        changed.set()
        states = scene.settled(engine, relay, people)
        assert worker.stop() == 0, worker.said()

    stale = len(relay.taken) - BEFORE
    measured(
        "stale",
        database_kind,
        f"{edit.__name__} while {people - BEFORE} were claimed, one past RCPT: stale {stale}",
        stale == 0,
    )
    assert claimed["handing_over"] == 1
    assert stale == 0
    assert states["accepted"] == BEFORE
    assert states["unknown"] + states["failed"] == 0
