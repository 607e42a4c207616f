"""Very many reminders that fall due at once: all of them go, soon, and none is skipped."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.reminders import samples
from tests.reminders.faults import scene
from tests.reminders.faults.conftest import Measured
from tests.reminders.faults.processes import workers
from tests.reminders.faults.relay import counting_relay

FIRST_WITHIN, LAST_WITHIN = 1.0, 10.0


@pytest.mark.parametrize("mails", [500, pytest.param(10_000, marks=pytest.mark.long)], ids=["short", "long"])
def test_what_falls_due_at_once_goes_at_once(
    mails: int,
    engine: Engine,
    database_kind: str,
    database_url: str,
    tmp_path: Path,
    measured: Measured,
) -> None:
    with (
        counting_relay(keep=False) as relay,
        workers(database_url, relay.port, tmp_path, AIRSLOT_SMTP_CONNECTIONS="4") as team,
    ):
        airing = samples.add_airing(engine, samples.add_plan(engine))
        # The worker is up and idle when its first mail is out.
        scene.add_people(engine, 1)
        team.start()
        relay.wait_for(1)
        scene.add_owed_people(engine, airing, mails, first=1)
        due = time.monotonic()
        relay.wait_for(mails + 1, deadline=120)
        first, last = (relay.taken[n].at - due for n in (1, mails))
        states = scene.settled(engine, relay, mails + 1)
        found = scene.account(engine, relay)

    held = states == {"accepted": mails + 1} and found.doubled == 0
    in_time = first <= FIRST_WITHIN and last <= LAST_WITHIN
    measured(
        "burst",
        database_kind,
        f"sent {len(relay.taken) - 1:,}, skipped {mails + 1 - states['accepted']},"
        f" first after {max(first, 0):.2f} s, last after {last:.1f} s",
        held and in_time,
    )
    assert held, (states, found)
    if mails >= 10_000:
        assert in_time, (first, last)
