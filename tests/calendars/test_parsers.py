"""Other people's parsers read the feed: each date of the real plan, each instant around changes of clocks."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from scheduler.clock import FixedClock
from scheduler.feeds.document import FORMS, render
from scheduler.feeds.publication import Asked, print_feed
from scheduler.machine_time import MachineTime
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import read_plan
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from tests.calendars.parsers import EXPANDING, Dates, Told, expected, told, with_icalendar
from tests.calendars.rows import HEAD, by_start, column, placed, row, series_of
from tests.calendars.zones import ZONES, weekly

ROOT = Path(__file__).parents[2]
# Faults of the parsers' own, named in docs/feeds.md. One that is mended fails here.
FAULTS = {
    "recurring-ical-events": {zone: set(FORMS) for zone in ZONES if zone != "Asia/Kathmandu"},
    "icalevents": {"Africa/Casablanca": {"series"}},
    "vobject": {"Pacific/Apia": {"series"}},
    "ical-expander": {zone: set(FORMS) for zone in ("Africa/Cairo", "Asia/Almaty", "Pacific/Apia")},
}


@pytest.fixture
def plan(
    sqlite_template: Path, tmp_path: Path, clock: FixedClock, machine_time: MachineTime
) -> dict[str, bytes]:
    """The plan of Kiên Giang in both forms, as the service gives it."""
    path = tmp_path / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    document = read_plan((ROOT / "plans" / "kien-giang-2024.yaml").read_bytes())
    settings = Settings()
    with transaction(engine) as connection:
        load(connection, document, clock, uid_domain="airslot.example", machine_time=machine_time)
        found: dict[str, bytes] = {
            form: print_feed(connection, Asked("kien-giang-2024", form), settings) for form in FORMS
        }
    engine.dispose()
    return found


@pytest.fixture(scope="session")
def dates() -> Told:
    """What the plan must give, worked out by hand."""
    known = json.loads((ROOT / "tests" / "acceptance" / "expected-2024.json").read_text("utf-8"))
    minutes = timedelta(minutes=1)
    airings: Dates = [
        (start, start + (one["minutes"] or 30) * minutes)
        for one in known["airings"]
        for start in [datetime.fromisoformat(f"{one['start']}+07:00")]
    ]
    windows: Dates = [
        (date.fromisoformat(one["first"]), date.fromisoformat(one["last"]) + timedelta(days=1))
        for one in known["windows"]
    ]
    return sorted(told(airings) + told(windows))


@pytest.mark.parametrize("name", EXPANDING)
def test_every_parser_finds_the_120_dates_in_both_forms(
    name: str, plan: dict[str, bytes], dates: Told
) -> None:
    assert len(dates) == 120
    for form, found in zip(FORMS, EXPANDING[name]([plan[form] for form in FORMS]), strict=True):
        assert told(found) == dates, form


def test_icalendar_finds_the_120_dates_as_they_stand(plan: dict[str, bytes], dates: Told) -> None:
    assert told(with_icalendar(plan["expanded"])) == dates


@pytest.mark.parametrize("name", [name for name in EXPANDING if name != "vobject"])
def test_every_parser_takes_what_was_moved_cancelled_dropped_and_added(name: str) -> None:
    """vobject leaves RECURRENCE-ID to its caller."""
    rows = [*column(), row(300, datetime(2024, 6, 5, 17, 45))]
    to = rows[4].start + timedelta(days=2, hours=2)
    rows[4] = placed(replace(rows[4], start=to, sequence=1), written=True)
    rows[6] = replace(rows[6], state="cancelled", cancelled_at=datetime(2024, 3, 20, tzinfo=UTC), sequence=1)
    del rows[8]
    rows = by_start(rows)
    day, series = date(2024, 4, 2), series_of(rows)
    documents = [render(HEAD, rows, form=form, today=day, series=series) for form in FORMS]
    for form, found in zip(FORMS, EXPANDING[name](documents), strict=True):
        assert told(found) == expected(rows), form


@pytest.fixture(scope="session")
def around_changes() -> dict[tuple[str, str], tuple[bytes, Told]]:
    """By zone and form: the document, and what it must give."""
    found: dict[tuple[str, str], tuple[bytes, Told]] = {}
    for zone in ZONES:
        rows = by_start(weekly(zone))
        for form in FORMS:
            document = render(replace(HEAD, timezone=zone), rows, form=form, series=series_of(rows))
            found[zone, form] = document, expected(rows)
    return found


@pytest.mark.parametrize("name", EXPANDING)
def test_every_instant_is_that_of_zoneinfo_but_where_a_parser_has_a_fault(
    name: str, around_changes: dict[tuple[str, str], tuple[bytes, Told]]
) -> None:
    found = EXPANDING[name]([document for document, _ in around_changes.values()])
    wrong: dict[str, set[str]] = {}
    for (zone, form), (_, right), dates in zip(around_changes, around_changes.values(), found, strict=True):
        if told(dates) != right:
            wrong.setdefault(zone, set()).add(form)
    assert wrong == FAULTS.get(name, {})
