"""An office keeps an administrator, also where two of them take each other's role at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillWaiting
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, text

from scheduler.accounts import people
from scheduler.accounts.offices import the_office_id
from scheduler.accounts.person import Person
from scheduler.errors import Conflict
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.plan_rows import save_office
from tests.store.samples import AT, a_month

Deed = Callable[[Connection, Person, int], Any]


def demote(connection: Connection, one: Person, of: int) -> None:
    people.change_person(connection, one.id, office_id=of, role="viewer", machine_time=lambda: AT)


def shut_out(connection: Connection, one: Person, of: int) -> None:
    people.change_person(connection, one.id, office_id=of, active=False, machine_time=lambda: AT)


def remove(connection: Connection, one: Person, of: int) -> None:
    people.remove_person(connection, one.id, of)


def admins(engine: Engine, of: int) -> list[str]:
    with reading(engine) as connection:
        return [
            one.email
            for one in people.people_of(connection, of)
            if one.active and (member := one.in_office(of)) and member.role == "admin"
        ]


def is_held_up(engine: Engine, other: Future[None]) -> bool:
    """Whether the other one waits for us, on the database that tells; else it has ended."""
    while not other.done():
        if engine.dialect.name != "postgresql":
            return True
        with reading(engine) as connection:
            waiting = connection.scalar(text("SELECT count(*) FROM pg_locks WHERE NOT granted"))
        if waiting:
            return True
        try:
            other.result(0.05)
        except (StillWaiting, Conflict):
            continue
    return False


@pytest.mark.parametrize("deed", [demote, shut_out, remove])
def test_two_administrators_who_turn_on_each_other_leave_one(engine: Engine, deed: Deed) -> None:
    a_month(engine)
    with transaction(engine) as connection:
        of = the_office_id(connection)
        one, two = (
            people.add_person(connection, f"{name}@example.org", "admin", machine_time=lambda: AT)
            for name in ("mot", "hai")
        )

    def second() -> None:
        with transaction(engine) as connection:
            deed(connection, one, of)

    with ThreadPoolExecutor(1) as threads:
        with transaction(engine) as connection:
            deed(connection, two, of)
            other = threads.submit(second)
            is_held_up(engine, other)
        with pytest.raises(Conflict) as refused:
            other.result()
    assert refused.value.code == "last-admin"
    assert admins(engine, of) == ["mot@example.org"]


def test_who_is_shut_out_everywhere_leaves_each_office_an_administrator(engine: Engine) -> None:
    a_month(engine)
    with transaction(engine) as connection:
        here, there = the_office_id(connection), save_office(connection, "Sở khác", AT)
        one = people.add_person(connection, "mot@example.org", "viewer", machine_time=lambda: AT)
        people.add_person(connection, one.email, "admin", office_id=there, machine_time=lambda: AT)
    with pytest.raises(Conflict), transaction(engine) as connection:
        shut_out(connection, one, here)
    assert admins(engine, there) == ["mot@example.org"]


def test_who_is_only_invited_does_not_count(engine: Engine) -> None:
    a_month(engine)
    with transaction(engine) as connection:
        of = the_office_id(connection)
        one = people.add_person(connection, "mot@example.org", "admin", machine_time=lambda: AT)
        people.invite(connection, "hai@example.org", "admin", office_id=of, machine_time=lambda: AT)
    with pytest.raises(Conflict), transaction(engine) as connection:
        demote(connection, one, of)
