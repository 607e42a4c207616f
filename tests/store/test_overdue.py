"""Overdue: planned, its day over by plan time, in the zone of its plan; asked for and told of one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, update

from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.overdue import todays
from scheduler.store.occurrences.read_model import (
    Occurrence,
    OccurrenceFilter,
    find_occurrences,
    plan_occurrences,
    upcoming,
)
from scheduler.store.tables import occurrence, plan
from tests.store.samples import a_month

SLUG = "plan-2024"


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2024-{text}+07:00")


def overdue(engine: Engine, now: datetime, **facts: Any) -> list[Occurrence]:
    """What the filter gives; each of all occurrences says the same of itself."""
    with reading(engine) as connection:
        wanted = OccurrenceFilter(state="overdue", todays=todays(connection, "overdue", now))
        found = find_occurrences(connection, replace(wanted, **facts), limit=500).items
        every = plan_occurrences(connection, SLUG)
    if not facts:
        assert [one.id for one in every if one.is_overdue(now)] == [one.id for one in found]
    return list(found)


def test_what_is_over_and_not_spoken_of_is_overdue(engine: Engine) -> None:
    a_month(engine)
    with reading(engine) as connection:
        every = plan_occurrences(connection, SLUG)
    owed = [one for one in every if one.kind != "replay"]
    assert len(owed) < len(every)
    assert overdue(engine, at("01-01T00:00")) == []
    assert overdue(engine, at("12-31T23:59")) == owed


def test_a_day_is_over_at_midnight_of_its_plan(engine: Engine) -> None:
    a_month(engine)
    with reading(engine) as connection:
        [premiere] = [one for one in plan_occurrences(connection, SLUG) if one.kind == "premiere"][:1]
    day = premiere.start.date() if isinstance(premiere.start, datetime) else premiere.start
    evening, midnight = f"{day:%m-%d}T23:59", f"{day.replace(day=day.day + 1):%m-%d}T00:00"
    assert premiere.id not in {one.id for one in overdue(engine, at(evening))}
    assert premiere.id in {one.id for one in overdue(engine, at(midnight))}
    with transaction(engine) as connection:
        connection.execute(update(plan).values(timezone="America/New_York"))
    assert premiere.id not in {one.id for one in overdue(engine, at(midnight))}


@pytest.mark.parametrize("state", ["delivered", "missed", "cancelled"])
def test_what_was_spoken_of_is_not(engine: Engine, state: str) -> None:
    a_month(engine)
    with transaction(engine) as connection:
        connection.execute(update(occurrence).values(state=state))
    assert overdue(engine, at("12-31T23:59")) == []


def test_it_is_narrowed_like_any_state_and_nothing_ahead_is_overdue(engine: Engine) -> None:
    a_month(engine)
    now = at("12-31T23:59")
    windows = overdue(engine, now, kind="window", first=date(2024, 1, 1), last=date(2024, 12, 31))
    assert windows and {one.kind for one in windows} == {"window"}
    now = at("01-10T00:00")
    with reading(engine) as connection:
        wanted = OccurrenceFilter(state="overdue", todays=todays(connection, "overdue", now))
        assert upcoming(connection, now, wanted, open_windows=True).items == ()


def test_a_window_within_its_days_is_open_and_not_late(engine: Engine) -> None:
    a_month(engine)
    with reading(engine) as connection:
        every = plan_occurrences(connection, SLUG)
    [first, last] = [one for one in every if one.kind == "window"]
    assert not last.is_open(at("01-24T23:59"))
    assert last.is_open(at("01-25T00:00")) and last.is_open(at("01-31T23:59"))
    assert not last.is_open(at("02-01T00:00")) and last.is_overdue(at("02-01T00:00"))
    assert not any(one.is_open(at("01-17T18:00")) for one in every)
    assert not replace(first, state="delivered").is_open(at("01-03T08:00"))
