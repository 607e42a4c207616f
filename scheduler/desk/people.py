"""The accounts of an office, for its administrators. What a person is in another office is not touched."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts import people
from scheduler.accounts.audit import record
from scheduler.accounts.people import Membership, Person
from scheduler.accounts.rights import Actor, Right, require
from scheduler.desk.desk import Desk
from scheduler.errors import Conflict, NotFound


def people_of_office(connection: Connection, actor: Actor | None) -> list[tuple[Person, Membership]]:
    """Everybody of the actor's office by address, with what they are there. Raises as `require`."""
    office_id = _office(require(actor, Right.ADMINISTER))
    found = people.people_of(connection, office_id)
    return [(one, member) for one in found if (member := one.in_office(office_id)) is not None]


def add_person(
    desk: Desk, email: str, role: str, *, name: str = "", language: str = "vi", outlets: Sequence[str] = ()
) -> tuple[Person, Membership]:
    """Give somebody a role in the office. Raises Invalid, Conflict where they have one already."""
    office_id = _office(require(desk.actor, Right.ADMINISTER))
    found = people.add_person(
        desk.connection,
        email,
        role,
        office_id=office_id,
        name=name,
        language=language,
        outlets=outlets,
        machine_time=desk.machine_time,
    )
    _note(desk, "add", None, found)
    return found, _member(found, office_id)


def change_person(
    desk: Desk,
    person_id: str,
    *,
    role: str | None = None,
    outlets: Sequence[str] | None = None,
    name: str | None = None,
    language: str | None = None,
    active: bool | None = None,
) -> tuple[Person, Membership]:
    """Change what is given. Raises NotFound for somebody who is not of the office, Invalid, Conflict.

    Name, language and whether they may sign in are shared by all their offices: they are changed here only
    where there is no other.
    """
    office_id = _office(require(desk.actor, Right.ADMINISTER))
    before = people.get_person(desk.connection, person_id)
    _member(before, office_id)
    if len(before.memberships) > 1 and any(fact is not None for fact in (name, language, active)):
        raise Conflict(
            "person-shared",
            "They belong to another office too: here only their role and outlets are changed, or they are"
            " taken out of the office.",
            "Người này còn thuộc cơ quan khác: ở đây chỉ đổi được vai trò, đơn vị, hoặc đưa ra khỏi cơ quan.",
            where="id",
        )
    found = people.change_person(
        desk.connection,
        person_id,
        office_id=office_id,
        role=role,
        outlets=outlets,
        name=name,
        language=language,
        active=active,
        machine_time=desk.machine_time,
    )
    _note(desk, "change", before, found)
    return found, _member(found, office_id)


def remove_person(desk: Desk, person_id: str) -> None:
    """Take somebody out of the office. Raises NotFound, Conflict for the last administrator."""
    office_id = _office(require(desk.actor, Right.ADMINISTER))
    before = people.get_person(desk.connection, person_id)
    _member(before, office_id)
    people.remove_person(desk.connection, person_id, office_id)
    _note(desk, "remove", before, None)


def person_object(one: Person, member: Membership) -> dict[str, Any]:
    """A person as JSON, as they are in one office."""
    return {
        "id": one.id,
        "email": one.email,
        "name": one.name,
        "language": one.language,
        "role": member.role,
        "outlets": list(member.outlets),
        "active": one.active,
    }


def _office(actor: Actor) -> int:
    if actor.office_id is None:
        raise NotFound(
            "office-not-found",
            "Name the office: airslot user --office.",
            "Hãy chọn cơ quan: airslot user --office.",
        )
    return actor.office_id


def _member(one: Person, office_id: int) -> Membership:
    found = one.in_office(office_id)
    if found is None:
        raise NotFound(
            "person-not-found",
            f"There is no account {one.id}.",
            f"Không có tài khoản {one.id}.",
            where="id",
        )
    return found


def _note(desk: Desk, action: str, before: Person | None, after: Person | None) -> None:
    actor = require(desk.actor, Right.ADMINISTER)
    old, new = (_facts(one, _office(actor)) for one in (before, after))
    if old is not None and new is not None:
        changed = [name for name in old if old[name] != new[name]]
        old, new = ({name: facts[name] for name in changed} for facts in (old, new))
        if not changed:
            return
    one = after or before
    assert one is not None  # noqa: S101 - one of them is always there
    record(
        desk.connection,
        actor,
        action,
        "person",
        one.id,
        machine_time=desk.machine_time,
        before=old,
        after=new,
    )


def _facts(one: Person | None, office_id: int) -> dict[str, Any] | None:
    member = None if one is None else one.in_office(office_id)
    if one is None or member is None:
        return None
    facts = person_object(one, member)
    facts.pop("id")
    return facts
