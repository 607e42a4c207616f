"""New zone data: what is stored is derived again, and nobody's mail is lost to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
from sqlalchemy import Engine, select, update

from api.cli.database_findings import examine_rules
from api.cli.doctor import examine_zones
from scheduler.accounts.audit import entries
from scheduler.clock import FixedClock
from scheduler.desk.deriving import derive_again
from scheduler.errors import Conflict
from scheduler.feeds.publication import Asked, Publications
from scheduler.reminders.outbox.horizon import materialise
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.plans.read_model import get_plan
from scheduler.store.plans.zone_rules import rules_now
from scheduler.store.tables import occurrence, office, reminder
from scheduler.worker import Worker
from tests.reminders.samples import (
    AT,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    rows,
)
from tests.zone_data import other_rules

BERLIN, SLUG = "Europe/Berlin", "plan-2024"
WINTER, SUMMER = datetime(2024, 2, 1, 20, 0), datetime(2024, 7, 4, 20, 0)
LATER = datetime(2026, 6, 1, tzinfo=UTC)


def summer_utc(hour: int) -> datetime:
    return datetime(2024, 7, 4, hour, 0, tzinfo=UTC)


@pytest.fixture
def airings(engine: Engine) -> dict[str, OccurrenceRow]:
    """Airings of a plan in Berlin, derived with the rules that hold."""
    stored = add_plan(engine, timezone=BERLIN, signed=None)
    found = {
        "winter": add_airing(engine, stored, WINTER, BERLIN, minutes=30),
        "summer": add_airing(engine, stored, SUMMER, BERLIN, minutes=30),
        "delivered": add_airing(engine, stored, SUMMER + timedelta(days=1), BERLIN, state="delivered"),
        "day": add_airing(engine, stored, SUMMER.date(), BERLIN),
    }
    derive_again(engine, lambda: AT)
    return found


@contextmanager
def no_summer_time(folder: Path) -> Iterator[None]:
    """Berlin has given up summer time."""
    with other_rules(folder / "zoneinfo", BERLIN, like="Africa/Lagos"):
        yield


def stored_now(engine: Engine) -> dict[str, Occurrence]:
    with reading(engine) as connection:
        return {one.id: one for one in plan_occurrences(connection, SLUG)}


def revision(engine: Engine) -> int:
    with reading(engine) as connection:
        return get_plan(connection, SLUG).revision


def test_instants_follow_the_rules_and_wall_times_stay(
    engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path
) -> None:
    before, first = stored_now(engine), revision(engine)
    with no_summer_time(tmp_path):
        [derived] = derive_again(engine, lambda: LATER)
        assert (derived.zone, derived.moved) == (BERLIN, 3)
        assert derived.now.source.startswith("2099a, ")
        after = stored_now(engine)
        for key, one in before.items():
            assert (after[key].start, after[key].end, after[key].minutes) == (one.start, one.end, one.minutes)
        summer = after[airings["summer"].id]
        assert summer.starts_at == summer_utc(19)
        assert summer.ends_at == summer_utc(19) + timedelta(minutes=30)
        assert {name: after[row.id].sequence for name, row in airings.items()} == {
            "winter": 0, "summer": 1, "delivered": 0, "day": 1,
        }  # fmt: skip
        assert after[airings["winter"].id] == before[airings["winter"].id]
        assert revision(engine) == first + 1
        assert derive_again(engine, lambda: LATER) == []
    assert [one.moved for one in derive_again(engine, lambda: LATER)] == [3]  # and back


def test_the_history_says_why(engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path) -> None:
    with no_summer_time(tmp_path):
        derive_again(engine, lambda: LATER)
    with reading(engine) as connection:
        office_id = connection.scalars(select(office.c.id)).one()
        [line], _ = entries(connection, office_id, plan=SLUG)
    assert (line.who, line.action, line.subject, line.at) == ("zone data", "derive", SLUG, LATER)
    assert line.after is not None and line.after["dates"] == 3
    assert "2099a" in line.after["zone_data"]


def test_what_waits_and_what_was_told_is_about_the_new_instant(
    engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path
) -> None:
    """Who was told by P7D is told again by PT2H, two hours before the airing as it is now."""
    reader = add_subscriber(engine, timezone=BERLIN, leads=["P7D", "PT2H"])
    settings, now = Settings(horizon_hours=48), summer_utc(5)
    about = airings["summer"].id
    materialise(engine, now - timedelta(days=7), settings, lambda: AT)
    with transaction(engine) as connection:
        told = update(reminder).where(reminder.c.lead == "P7D", reminder.c.subject == about)
        connection.execute(told.values(state="accepted", sent_at=now - timedelta(days=7)))
    materialise(engine, now, settings, lambda: AT)

    def of(lead: str) -> Any:
        [found] = rows(
            engine, "state", "due_at", "target_start", "useful_until",
            lead=lead, subject=about, subscriber_id=reader,
        )  # fmt: skip
        return found

    assert of("PT2H") == ("due", summer_utc(16), summer_utc(18), summer_utc(18))
    with no_summer_time(tmp_path):
        derive_again(engine, lambda: LATER)
        materialise(engine, now, settings, lambda: LATER)
        assert of("PT2H") == ("due", summer_utc(17), summer_utc(19), summer_utc(19))
        assert of("P7D")[2] == summer_utc(19)
        assert {row.state for row in rows(engine, subject=about)} == {"due", "accepted"}
        assert [row.what for row in rows(engine)].count("change") == 0


def test_a_first_look_writes_down_the_rules_and_changes_nothing(engine: Engine) -> None:
    add_airing(engine, add_plan(engine, timezone=BERLIN), SUMMER, BERLIN)
    before, first = stored_now(engine), revision(engine)
    [derived] = derive_again(engine, lambda: AT)
    assert (derived.was, derived.moved) == (None, 0)
    assert (stored_now(engine), revision(engine)) == (before, first)


def test_a_first_look_mends_what_was_derived_with_former_rules(engine: Engine) -> None:
    row = add_airing(engine, add_plan(engine, timezone=BERLIN), SUMMER, BERLIN)
    with transaction(engine) as connection:
        connection.execute(update(occurrence).values(starts_at=summer_utc(19)))
    [derived] = derive_again(engine, lambda: AT)
    assert derived.moved == 1
    assert stored_now(engine)[row.id].starts_at == summer_utc(18)


def test_two_machines_with_other_data_do_not_derive_by_turns(
    engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path
) -> None:
    old: dict[str, str] = {BERLIN: rules_now(BERLIN).digest}
    with no_summer_time(tmp_path):
        assert len(derive_again(engine, lambda: LATER, {})) == 1
    assert derive_again(engine, lambda: LATER, old) == []


def test_a_worker_takes_new_data_without_being_started_again(
    engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    passed = [0.0]
    clock = FixedClock(summer_utc(5))
    one = Worker(
        engine, clock, CountingSink(), PlainRenderer(), Settings(), lambda: AT, passed=lambda: passed[0]
    )
    passed[0] = 1.0
    one.release()
    with no_summer_time(tmp_path):
        one.release()
        assert stored_now(engine)[airings["summer"].id].starts_at == summer_utc(18)
        passed[0] = 700.0
        one.release()
        assert stored_now(engine)[airings["summer"].id].starts_at == summer_utc(19)
    assert "the rules of Europe/Berlin are others (2099a" in caplog.text


def test_a_feed_that_is_open_writes_the_new_zone_and_says_that_it_changed(
    engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path
) -> None:
    feeds = Publications(engine, Settings(), FixedClock(summer_utc(5)), lambda: AT)

    def fetched() -> tuple[bytes, datetime]:
        found = feeds.body(feeds.state(Asked(SLUG)))
        return found.body, found.mark.modified

    body, modified = fetched()
    assert b"TZNAME:CEST" in body
    with no_summer_time(tmp_path):
        derive_again(engine, lambda: LATER)
        other, later = fetched()
        assert b"TZNAME:CEST" not in other
        assert later == LATER > modified
        told = {
            str(one["UID"]): int(str(one["SEQUENCE"]))
            for one in icalendar.Calendar.from_ical(other).walk("VEVENT")
        }
    assert told[airings["summer"].uid] == 1
    assert told[airings["winter"].uid] == 0


def test_doctor_tells_and_says_what_helps(
    engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path
) -> None:
    well = examine_zones((BERLIN,))
    assert examine_rules(engine, well) == well
    with no_summer_time(tmp_path):
        found = examine_rules(engine, well)
        assert found.ok is False
        assert "Europe/Berlin: derived with" in found.found and "read here: 2099a" in found.found
        assert "airslot migrate" in found.remedy


def test_who_changes_a_row_meanwhile_is_not_written_over(
    engine: Engine, airings: dict[str, OccurrenceRow], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from scheduler.desk import deriving

    read = deriving._moved_rows
    monkeypatch.setattr(
        deriving, "_moved_rows", lambda *given: [one | {"at_revision": 9} for one in read(*given)]
    )
    with no_summer_time(tmp_path), pytest.raises(Conflict):
        derive_again(engine, lambda: LATER)
    assert stored_now(engine)[airings["summer"].id].sequence == 0
