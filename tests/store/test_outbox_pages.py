"""A page of the outbox holds what was asked for, whichever way its rows are found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, update

from scheduler.store.database.engine import reading, transaction
from scheduler.store.outbox import outbox_pages
from scheduler.store.outbox.outbox_pages import page_ids
from scheduler.store.tables import office, reminder, subscriber
from tests.reminders.samples import AT, NOW, add_airing, add_owed, add_plan, add_subscriber, many_owed, owed

STATES = ("accepted", "failed", "due", "unknown", "accepted", "expired", "accepted", "cancelled")
WHATS = ("reminder", "digest", "reminder", "reminder", "change", "confirm")
QUESTIONS: list[dict[str, Any]] = [
    {},
    *({"state": state} for state in sorted(set(STATES))),
    *({"what": what} for what in ("reminder", "digest", "change", "quota")),
    {"state": "accepted", "what": "digest"},
    {"state": "failed", "what": "reminder"},
    {"subscriber_id": "sub_000003"},
    {"subject": "elsewhere"},
]


@pytest.fixture
def two_offices(engine: Engine) -> int:
    """200 reminders of two offices, of every sort; the id of the second, which has a third of them."""
    airing = add_airing(engine, add_plan(engine))
    add_subscriber(engine, "000000")
    with transaction(engine) as connection:
        stamps = {"created_at": AT, "updated_at": AT}
        second = connection.scalars(insert(office).values(name="Sở khác", **stamps).returning(office.c.id))
        office_id: int = second.one()
    for n in range(1, 10):
        add_subscriber(engine, f"{n:06}")
    with transaction(engine) as connection:
        theirs = subscriber.c.id.in_([f"sub_{n:06}" for n in (3, 6, 9)])
        connection.execute(update(subscriber).where(theirs).values(office_id=office_id))
    rows = [
        owed(f"sub_{n % 10:06}", airing if n % 4 else "elsewhere", lead=f"PT{n + 1}M")
        | {"state": STATES[n % len(STATES)], "what": WHATS[n % len(WHATS)], "sent_at": NOW}
        for n in range(200)
    ]
    add_owed(engine, *rows)
    with transaction(engine) as connection:
        connection.execute(update(reminder).where(reminder.c.id % 17 == 0).values(subscriber_id=None))
    return office_id


def expected(engine: Engine, office_id: int | None, wanted: Mapping[str, Any]) -> list[int]:
    """The ids of all pages, by looking at every row."""
    question = select(reminder, subscriber.c.office_id)
    question = question.join(subscriber, subscriber.c.id == reminder.c.subscriber_id, isouter=True)
    with reading(engine) as connection:
        rows = connection.execute(question.order_by(reminder.c.id.desc())).mappings().all()
    return [
        row["id"]
        for row in rows
        if row["what"] != "confirm"
        and office_id in (None, row["office_id"])
        and all(row[name] == value for name, value in wanted.items())
    ]


@pytest.mark.parametrize("recent", [0, 60, 5_000])
@pytest.mark.parametrize("wanted", QUESTIONS, ids=str)
def test_pages_hold_all_that_was_asked_for_once_and_in_order(
    engine: Engine, two_offices: int, wanted: dict[str, Any], recent: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outbox_pages, "_RECENT", recent)
    for office_id in (None, 1, two_offices):
        found: list[int] = []
        with reading(engine) as connection:
            while some := page_ids(
                connection, 7, office_id=office_id, after=found[-1] if found else None, **wanted
            ):
                found += some
        assert found == expected(engine, office_id, wanted)


def test_the_only_office_has_all_that_is_about_somebody(engine: Engine) -> None:
    airing = many_owed(engine, 3)
    add_owed(engine, owed(add_subscriber(engine, "an"), airing) | {"subscriber_id": None})
    with reading(engine) as connection:
        assert len(page_ids(connection, 9, office_id=1)) == 3
        assert len(page_ids(connection, 9)) == 4
