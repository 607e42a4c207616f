"""A stretch of time lived on a copy: what counts from before, what is left out, what is never touched."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, insert, select

from scheduler.clock import FixedClock
from scheduler.errors import Invalid, NotFound
from scheduler.private_files import open_to_others
from scheduler.reminders.simulate import Simulation, simulate
from scheduler.reminders.snapshot import copied, sweep
from scheduler.reminders.transport.sink import Failed, Outcome, Unknown
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import metadata, office, relay_state, subscriber
from tests.planning import overrides
from tests.reminders.samples import (
    AIRING,
    AT,
    NOW,
    CountingSink,
    add_airing,
    add_owed,
    add_plan,
    add_subscriber,
    add_window,
    local,
    owed,
    subscriber_facts,
)

SETTINGS = Settings()
SECRET = b"a secret of these tests alone: 32"
APRIL = date(2024, 4, 1), date(2024, 4, 30)


def live(engine: Engine, first: date = APRIL[0], last: date = APRIL[1], **facts: Any) -> Simulation:
    return simulate(engine, facts.pop("settings", SETTINGS), SECRET, first, last, **facts)


def told(lived: Simulation) -> list[tuple[str, str | None, str, str]]:
    return [(one.what, one.lead, one.start, one.sent_at[:16]) for one in lived.sent]


PREMIERE = [
    ("reminder", "P1D", "2024-04-17T17:45", "2024-04-16T08:00"),
    ("reminder", "PT2H", "2024-04-17T17:45", "2024-04-17T15:45"),
]


def test_the_copy_is_its_owners_alone_and_those_of_killed_programs_are_swept(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = tmp_path / "temporary"
    folders.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folders))
    add_airing(engine, add_plan(engine))
    with copied(engine, NOW, None):
        [folder] = folders.glob("airslot-simulate-*")
        assert open_to_others(folder) is False
        assert open_to_others(folder / "copy.db") is False
        # Another program that starts meanwhile leaves the copy of one that runs.
        sweep()
        assert folder.is_dir()
    assert not folder.exists()

    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait(20)
    for name in (f"airslot-simulate-{ended.pid}-x", "airslot-simulate-abc123"):
        (folders / name).mkdir()
        (folders / name / "copy.db").write_bytes(b"an@example.org")
    kept = folders / "another-thing"
    kept.mkdir()
    with copied(engine, NOW, None):
        assert len(list(folders.glob("airslot-simulate-*"))) == 1
    assert list(folders.iterdir()) == [kept]


def test_nothing_of_the_database_is_touched(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    reader = add_subscriber(engine)
    add_owed(engine, owed(reader, airing, local("2024-04-16T08:00"), state="due"))
    before = everything(engine)
    assert told(live(engine)) == PREMIERE
    assert everything(engine) == before


def test_the_range_is_of_days_by_when_a_mail_goes_out(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    assert told(live(engine, date(2024, 4, 16), date(2024, 4, 16))) == PREMIERE[:1]
    assert told(live(engine, date(2024, 4, 17), date(2024, 4, 17))) == PREMIERE[1:]
    assert told(live(engine, date(2024, 4, 18), date(2024, 4, 30))) == []


def test_what_was_sent_before_the_range_counts_as_sent(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    reader = add_subscriber(engine, leads=["P14D", "P1D"])
    sent_at, at = local("2024-04-03T08:00"), local("2024-04-14T09:00")
    facts: dict[str, Any] = {
        "plan": "plan-2024",
        "item": "2.2",
        "title": "",
        "kind": "premiere",
        "channel": "KG",
    }
    facts |= {"channel": "KG", "start": AIRING.isoformat(), "end": None, "timezone": "Asia/Ho_Chi_Minh"}
    sent = {"state": "accepted", "sent_at": sent_at, "occurrence_sequence": 0, "facts": facts}

    def move(connection: Connection) -> None:
        overrides.move(connection, airing.id, datetime(2024, 4, 18, 9), machine_time=lambda: at)

    first, last = date(2024, 4, 13), date(2024, 4, 30)
    reminded = ("reminder", "P1D", "2024-04-18T09:00", "2024-04-17T08:00")
    assert told(live(engine, first, last, acts=[(at, move)])) == [reminded]
    add_owed(engine, owed(reader, airing, sent_at, lead="P14D", **sent))
    assert told(live(engine, first, last, acts=[(at, move)])) == [
        ("change", None, "2024-04-18T09:00", "2024-04-14T09:05"),
        reminded,
    ]


def test_what_stays_unsent_from_before_is_not_sent_late(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    reader = add_subscriber(engine, leads=["P7D", "PT2H"])
    add_owed(engine, owed(reader, airing, local("2024-04-10T08:00"), lead="P7D"))
    assert told(live(engine, date(2024, 4, 11), date(2024, 4, 30))) == PREMIERE[1:]


def test_only_active_readers_count(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    for state in ("pending", "unsubscribed", "suppressed"):
        add_subscriber(engine, state, state=state)
    assert live(engine).sent == ()


def test_a_change_on_the_way_owes_a_notice(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    at = local("2024-04-16T09:00")

    def cancel(connection: Connection) -> None:
        overrides.cancel(connection, airing.id, FixedClock(at), machine_time=lambda: at)

    lived = live(engine, acts=[(at, cancel)])
    assert told(lived) == [PREMIERE[0], ("change", None, "2024-04-17T17:45", "2024-04-16T09:05")]
    assert lived.counts["change"] == 1


def test_windows_and_digests_start_on_days(engine: Engine) -> None:
    add_window(engine, add_plan(engine), date(2024, 4, 22), date(2024, 4, 28))
    add_subscriber(engine)
    add_subscriber(engine, "chi", leads=[], digest="weekly")
    lived = live(engine)
    assert told(lived) == [
        ("digest", None, "2024-04-15", "2024-04-15T08:00"),
        ("opening", None, "2024-04-22", "2024-04-22T08:00"),
        ("digest", None, "2024-04-22", "2024-04-22T08:00"),
        ("closing", None, "2024-04-22", "2024-04-27T08:00"),
    ]
    assert [one.item for one in lived.sent] == [None, "1.1", None, "1.1"]
    assert lived.counts["cancelled"] > 0  # digests of weeks with nothing to tell


def test_a_mail_server_can_be_played(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    for name in ("an", "binh", "chi"):
        add_subscriber(engine, name, leads=["P1D"])
    answers: dict[str, Outcome] = {
        "an@example.org": Failed("550 no such user", suppress=True),
        "binh@example.org": Unknown("the line broke"),
    }
    sink = CountingSink(lambda to: answers.get(to, CountingSink().answer(to)))
    lived = live(engine, sink=sink)
    assert [one.to for one in lived.sent] == ["chi@example.org"]
    assert (lived.counts["failed"], lived.counts["unknown"], lived.counts["sent"]) == (1, 1, 1)
    assert sink.taken and "Message-ID" in sink.taken[0]


def test_a_stopped_relay_does_not_stop_the_simulation(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    with transaction(engine) as connection:
        connection.execute(insert(relay_state), [{"id": 1, "stopped_at": AT, "resume_after": AT}])
    assert told(live(engine)) == PREMIERE


def test_a_slow_relay_is_lived_at_its_pace(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    for n in range(7):
        add_subscriber(engine, f"a{n}", leads=["P1D"])
    lived = live(engine, settings=SETTINGS.model_copy(update={"relay_per_minute": 2}))
    minutes = sorted({one.sent_at[11:16] for one in lived.sent})
    assert lived.counts["sent"] == 7
    assert (minutes[0], len(minutes)) == ("08:00", 4)


def test_progress_tells_days_in_order(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    seen: list[datetime] = []
    live(engine, progress=seen.append)
    assert seen == sorted(seen) and seen[-1] > local("2024-04-24T00:00")
    assert local("2024-04-16T08:00") in seen


def test_the_days_are_those_of_the_plans_zone(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine, timezone="America/New_York")
    assert told(live(engine, plan_slug="plan-2024")) == PREMIERE
    with pytest.raises(NotFound):
        live(engine, plan_slug="no-such")


@pytest.mark.parametrize("start", ["2024-03-31T02:30", "2024-10-27T02:30"])
def test_a_start_at_a_change_of_the_clock_is_told_as_the_mail_tells_it(engine: Engine, start: str) -> None:
    at = datetime.fromisoformat(start)
    stored = add_plan(engine, timezone="Europe/Berlin", signed=None)
    add_airing(engine, stored, at, timezone="Europe/Berlin")
    add_subscriber(engine, leads=["PT2H"], filters={"kinds": ["premiere"]})  # and of no quota
    lived = live(engine, at.date() - timedelta(days=2), at.date() + timedelta(days=2))
    assert [one.start for one in lived.sent] == [start]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2024, 5, 2), date(2024, 5, 1)),
        (date(2020, 1, 1), date(2025, 1, 5)),
        (date(1, 1, 1), date(1, 2, 1)),
        (date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_a_range_that_cannot_be_lived_is_refused(engine: Engine, first: date, last: date) -> None:
    with pytest.raises(Invalid):
        live(engine, first, last)


def test_more_readers_than_one_batch_holds(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    with transaction(engine) as connection:
        office_id = connection.scalar(select(office.c.id)) or 0
        people = [subscriber_facts(f"{n:04}", office_id) for n in range(250)]
        connection.execute(insert(subscriber), people)
    lived = live(engine)
    assert lived.counts["sent"] == 500
    assert {one.sent_at[11:16] for one in lived.sent} == {"08:00", "15:45"}


def everything(engine: Engine) -> dict[str, list[Any]]:
    with reading(engine) as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }
