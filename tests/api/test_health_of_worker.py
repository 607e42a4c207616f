"""That no worker ticks, or that one holds its mails, is told by /health, /metrics and doctor."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from api.app import create_app
from api.cli.database_findings import examine_worker
from api.dependencies import House
from api.errors import Problem
from api.rest.health import check_worker, health
from scheduler.clock import FixedClock
from scheduler.machine_time import utcnow
from scheduler.reminders.metrics import count_outbox, exposition
from scheduler.reminders.sending.pulse import beat
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.worker import Worker
from tests.reminders.samples import NOW, CountingSink, PlainRenderer, many_owed


def house(engine: Engine) -> House:
    found: House = create_app(Settings(), engine=engine).state.house
    return found


def sign(engine: Engine, ago: timedelta, held: str | None = None) -> None:
    with transaction(engine) as connection:
        beat(connection, utcnow() - ago, held)


@pytest.mark.parametrize(
    "ago", [timedelta(minutes=10), -timedelta(hours=1)], ids=["silent", "clock set back"]
)
def test_a_worker_beside_that_gives_no_sign_is_told(engine: Engine, ago: timedelta) -> None:
    here = house(engine)
    assert "none has run" in check_worker(here)["text"]
    sign(engine, timedelta(seconds=10))
    assert check_worker(here)["ok"] is True
    sign(engine, ago)

    assert check_worker(here)["ok"] is False
    assert health(here).status_code == 200


def test_a_worker_inside_that_stands_still_makes_the_service_unwell(engine: Engine) -> None:
    passed = [0.0]
    worker = Worker(
        engine, FixedClock(NOW), CountingSink(), PlainRenderer(), Settings(), passed=lambda: passed[0]
    )
    here = replace(house(engine), worker=worker)
    worker.deliver()
    assert health(here).status_code == 200
    passed[0] = 200.0

    with pytest.raises(Problem, match="worker") as told:
        health(here)
    assert told.value.status == 503


def test_a_hold_is_told_and_leaves_the_service_well(engine: Engine) -> None:
    sign(engine, timedelta(), "the machine's clock jumped by -3600 s")

    found = check_worker(house(engine))

    assert (found["ok"], "jumped by -3600 s" in found["text"]) == (True, True)


def test_prometheus_reads_of_silence_and_hold(engine: Engine) -> None:
    sign(engine, timedelta(minutes=5), "the machine's clock jumped by +3600 s")
    with reading(engine) as connection:
        lines = exposition(count_outbox(connection, NOW), utcnow).splitlines()

    told = dict(line.split(" ") for line in lines if line.startswith("airslot_worker"))
    assert 299 < float(told["airslot_worker_silent_seconds"]) < 310
    assert told["airslot_worker_held"] == "1"


def test_doctor_names_a_worker_that_is_missing_and_the_remedy(engine: Engine) -> None:
    settings = Settings(now=NOW + timedelta(hours=1))
    assert list(examine_worker(engine, settings)) == []
    many_owed(engine, 3)
    [finding] = examine_worker(engine, settings)
    assert (finding.ok, "3 mails are overdue" in finding.found) == (False, True)
    assert "airslot worker" in finding.remedy
    sign(engine, timedelta(seconds=5))
    [finding] = examine_worker(engine, settings)
    assert (finding.ok, finding.remedy) == (True, "")
