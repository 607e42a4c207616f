"""What will go before it is due is what then goes; who may not see readers sees masks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlalchemy import Engine, select, update

from scheduler.accounts.rights import Actor
from scheduler.clock import FixedClock
from scheduler.reminders.ahead import Coming, coming, coming_about, masked
from scheduler.reminders.outbox.horizon import materialise
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.tables import occurrence, office, reminder
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    add_window,
    deliver_due,
    local,
    rows,
)

SETTINGS = Settings()
DATES_ALONE = {"kinds": ["premiere", "replay", "window"]}


def actor(engine: Engine, role: str = "manager") -> Actor:
    with reading(engine) as connection:
        office_id = connection.scalar(select(office.c.id).order_by(office.c.id))
    return Actor("test", role, "page", "per_1", office_id)  # type: ignore[arg-type]


def foreseen(engine: Engine, now: datetime = NOW, role: str = "manager", days: int = 3) -> list[Coming]:
    who = actor(engine, role)
    with reading(engine) as connection:
        return coming(connection, who, now, SETTINGS, days=days)


def about(engine: Engine, one: str, now: datetime = NOW, role: str = "manager") -> list[Coming]:
    who = actor(engine, role)
    with reading(engine) as connection:
        return coming_about(connection, who, found(engine, one), now, SETTINGS)


def found(engine: Engine, one: str) -> Occurrence:
    with reading(engine) as connection:
        return get_occurrence(connection, one)


def test_what_is_foreseen_is_what_then_goes(engine: Engine) -> None:
    stored = add_plan(engine)
    add_airing(engine, stored)
    add_window(engine, stored, date(2024, 4, 17), date(2024, 4, 19))
    add_subscriber(engine, filters=DATES_ALONE)
    add_subscriber(engine, "digest", leads=[], digest="daily")
    said = [(one.due_at, one.what, one.lead) for one in foreseen(engine)]
    assert [what for _, what, _ in said].count("digest") > 0

    now = NOW
    while now <= NOW + timedelta(days=3):
        materialise(engine, now, SETTINGS, lambda: AT)
        deliver_due(engine, FixedClock(now), CountingSink(), PlainRenderer(), SETTINGS)
        now += timedelta(minutes=15)
    went = rows(engine, "sent_at", "what", "lead", state="accepted")
    assert sorted(went) == sorted(said)


def test_it_is_told_of_the_one_date_however_far_ahead(engine: Engine) -> None:
    stored = add_plan(engine)
    one = add_airing(engine, stored, datetime(2024, 11, 6, 17, 45))
    add_subscriber(engine)
    add_subscriber(engine, "binh", leads=["PT2H"], language="en")
    add_subscriber(engine, "other", filters={"items": ["3"]})
    assert [(each.due_at, each.lead, each.to) for each in about(engine, one.id)] == [
        (local("2024-11-05T08:00"), "P1D", "an@example.org"),
        (local("2024-11-06T15:45"), "PT2H", "an@example.org"),
        (local("2024-11-06T15:45"), "PT2H", "binh@example.org"),
    ]
    with transaction(engine) as connection:
        connection.execute(update(occurrence).values(state="cancelled"))
    assert about(engine, one.id) == []


def test_what_has_gone_is_not_foreseen_again(engine: Engine) -> None:
    one = add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    materialise(engine, NOW, SETTINGS, lambda: AT)
    deliver_due(engine, FixedClock(NOW), CountingSink(), PlainRenderer(), SETTINGS)
    assert [each.lead for each in about(engine, one.id)] == ["PT2H"]


def test_who_may_not_see_readers_sees_masks_and_another_office_nothing(engine: Engine) -> None:
    one = add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    assert {each.to for each in about(engine, one.id, role="editor")} == {"a…@example.org"}
    assert {each.to for each in foreseen(engine, role="viewer")} == {"a…@example.org"}
    stranger = Actor("test", "admin", "page", "per_2", 99)
    with reading(engine) as connection:
        assert coming(connection, stranger, NOW, SETTINGS, days=7) == []
    assert masked("bien.tap@dai.example") == "b…@dai.example"


def test_looking_ahead_writes_nothing(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    foreseen(engine, days=31)
    with reading(engine) as connection:
        assert connection.execute(select(reminder)).all() == []
