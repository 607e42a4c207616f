"""Counts for monitoring, in the form that Prometheus reads."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import Engine, insert

from scheduler.reminders.metrics import OutboxCounts, count_outbox, exposition
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import relay_state
from tests.reminders.samples import AT, NOW, add_airing, add_owed, add_plan, add_subscriber, later, owed

SAMPLE = re.compile(r'(?P<name>[a-z_]+)(?:\{what="(?P<what>[a-z]+)"\})? (?P<value>[0-9.]+)')


def counted(engine: Engine) -> OutboxCounts:
    with reading(engine) as connection:
        return count_outbox(connection, NOW)


def samples_of(engine: Engine) -> dict[str, float]:
    """The measures by name, and by name and `what`."""
    found = {}
    for line in exposition(counted(engine), lambda: AT).splitlines():
        if not line.startswith("#"):
            match = SAMPLE.fullmatch(line)
            assert match, f"no sample: {line}"
            found[match["name"] + (f":{match['what']}" if match["what"] else "")] = float(match["value"])
    return found


def filled(engine: Engine) -> None:
    airing, reader = add_airing(engine, add_plan(engine)), add_subscriber(engine)
    leads = iter(f"PT{n}M" for n in range(1, 99))

    def row(state: str, **facts: object) -> dict[str, object]:
        return owed(reader, airing, **{"lead": next(leads), "state": state, "sent_at": None, **facts})  # type: ignore[arg-type]

    add_owed(
        engine,
        row("due", due_at=NOW),
        row("due", due_at=NOW - timedelta(seconds=61)),
        row("due", due_at=NOW - timedelta(seconds=90)),
        row("due", due_at=later(1)),
        row("claimed"),
        row("unknown", sent_at=NOW),
        row("failed"),
        row("expired"),
        row("expired", what="opening"),
        row("accepted", sent_at=NOW + timedelta(seconds=60)),
        row("accepted", sent_at=NOW + timedelta(seconds=61)),
        row("accepted", what="digest", sent_at=NOW + timedelta(milliseconds=400)),
        row("accepted", what="confirm", sent_at=later(9)),
        row("due", what="confirm"),
    )


def test_each_state_is_counted(engine: Engine) -> None:
    filled(engine)
    found = samples_of(engine)
    assert found["airslot_reminders_due"] == 3
    assert found["airslot_reminders_overdue"] == 2
    assert found["airslot_reminders_oldest_due_seconds"] == 90
    assert found["airslot_reminders_ahead"] == 1
    assert found["airslot_reminders_under_way"] == 1
    assert found["airslot_reminders_unknown"] == 1
    assert found["airslot_reminders_failed_total:reminder"] == 1
    assert found["airslot_reminders_expired_total:opening"] == 1
    assert found["airslot_reminders_sent_total:reminder"] == 2
    assert found["airslot_reminders_sent_total:digest"] == 1
    assert found["airslot_reminders_late_total:reminder"] == 1
    assert found["airslot_reminders_late_total:digest"] == 0
    assert not any(name.endswith(":confirm") for name in found)


def test_an_empty_outbox_is_all_zeros(engine: Engine) -> None:
    assert set(samples_of(engine).values()) == {0.0}


def test_a_stopped_relay_raises_its_alarm(engine: Engine) -> None:
    stopped = {"id": 1, "stopped_at": AT - timedelta(seconds=30), "reason": "535 wrong password"}
    with transaction(engine) as connection:
        connection.execute(insert(relay_state), [stopped])
    found = samples_of(engine)
    assert (found["airslot_relay_stopped"], found["airslot_relay_stopped_seconds"]) == (1, 30)
    assert counted(engine).stopped_for == "535 wrong password"


def test_every_measure_says_what_it_is_once(engine: Engine) -> None:
    filled(engine)
    lines = exposition(counted(engine), lambda: AT).splitlines()
    names = {line.partition(" ")[0].partition("{")[0] for line in lines if not line.startswith("#")}
    for kind in ("HELP", "TYPE"):
        told = [line.split(" ")[2] for line in lines if line.startswith(f"# {kind} ")]
        assert sorted(told) == sorted(names)
    counters = {line.split(" ")[2] for line in lines if line.endswith(" counter")}
    assert counters == {name for name in names if name.endswith("_total")}


def test_no_address_is_told(engine: Engine) -> None:
    filled(engine)
    has_address: Callable[[str], bool] = lambda text: "@" in text or "sub_" in text  # noqa: E731
    assert not has_address(exposition(counted(engine), lambda: AT))
