"""The accounts of an office, for its administrators, and one's own; another office's part is not touched.

`office_id` names the office where the actor has none: at the command line.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts import creations, people, sign_in
from scheduler.accounts.audit import record
from scheduler.accounts.people import Membership, Person
from scheduler.accounts.rights import Actor, Right, require
from scheduler.desk.desk import Desk
from scheduler.errors import Conflict, Forbidden, NotFound


def people_of_office(connection: Connection, actor: Actor | None) -> list[tuple[Person, Membership]]:
    """Everybody of the actor's office by address, with what they are there. Raises as `require`."""
    office_id = _office(require(actor, Right.ADMINISTER))
    found = people.people_of(connection, office_id)
    return [(one, member) for one in found if (member := one.in_office(office_id)) is not None]


def add_person(
    desk: Desk,
    email: str,
    role: str,
    *,
    name: str = "",
    language: str = "vi",
    outlets: Sequence[str] = (),
    password: str | None = None,
    office_id: int | None = None,
) -> tuple[Person, Membership]:
    """Give somebody a role in the office. Raises Invalid, Conflict where they have one already."""
    office_id = _office(require(desk.actor, Right.ADMINISTER), office_id)
    found = people.add_person(
        desk.connection,
        email,
        role,
        office_id=office_id,
        name=name,
        language=language,
        outlets=outlets,
        password=password,
        machine_time=desk.machine_time,
    )
    _note(desk, "add", None, found, office_id)
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
    office_id: int | None = None,
) -> tuple[Person, Membership]:
    """Change what is given. Raises NotFound for somebody who is not of the office, Invalid, Conflict.

    Name, language and whether they may sign in are shared by all their offices: they are changed here only
    where there is no other, or by whoever acts for every office.
    """
    actor = require(desk.actor, Right.ADMINISTER)
    office_id = _office(actor, office_id)
    before = people.get_person(desk.connection, person_id)
    _member(before, office_id)
    if any(fact is not None for fact in (name, language, active)):
        _require_unshared(actor, before)
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
    _note(desk, "change", before, found, office_id)
    return found, _member(found, office_id)


def remove_person(desk: Desk, person_id: str, *, office_id: int | None = None) -> str | None:
    """Take somebody out of the office. Gives their address where they have no account any more.

    Raises NotFound, Conflict for the last administrator.
    """
    office_id = _office(require(desk.actor, Right.ADMINISTER), office_id)
    before = people.get_person(desk.connection, person_id)
    _member(before, office_id)
    people.remove_person(desk.connection, person_id, office_id)
    _note(desk, "remove", before, None, office_id)
    if len(before.memberships) > 1:
        return None
    creations.forget(desk.connection, before.email, desk.machine_time())
    return before.email


def change_own(desk: Desk, *, name: str, language: str, password: str | None = None) -> Person:
    """Change one's own name and language, and the password where one is given: it ends all sessions."""
    actor = require(desk.actor, Right.SEE)
    if actor.scope == "read":
        require(actor, Right.WORK)
    if actor.person_id is None or actor.office_id is None:
        raise Forbidden(
            "no-account",
            "There is no account to change here: airslot user change EMAIL.",
            "Không có tài khoản để đổi ở đây: airslot user change EMAIL.",
        )
    before = people.get_person(desk.connection, actor.person_id)
    found = people.change_person(
        desk.connection,
        before.id,
        office_id=actor.office_id,
        name=name,
        language=language,
        machine_time=desk.machine_time,
    )
    _note(desk, "change", before, found, actor.office_id)
    if password is not None:
        set_password(desk, before.id, password)
    return found


def set_password(desk: Desk, person_id: str, password: str | None, *, office_id: int | None = None) -> None:
    """Set one's own password, or as an administrator somebody's; None takes it away. All sessions end.

    The log keeps that it was done. Raises Invalid, NotFound; Conflict for somebody of another office too.
    """
    actor = require(desk.actor, Right.SEE)
    if actor.person_id != person_id or actor.scope == "read":
        require(actor, Right.ADMINISTER)
    office_id = _office(actor, office_id)
    one = people.get_person(desk.connection, person_id)
    _member(one, office_id)
    if actor.person_id != person_id:
        _require_unshared(actor, one)
    people.set_password(desk.connection, person_id, password, machine_time=desk.machine_time)
    after = {"password": "removed" if password is None else "changed"}
    _write(desk, actor, "change", person_id, office_id, after=after)


def make_link(
    desk: Desk, person_id: str, *, lives: timedelta = sign_in.FIRST_LINK_LIVES, office_id: int | None = None
) -> str:
    """The token of a link that signs somebody of the office in once. Raises NotFound."""
    actor = require(desk.actor, Right.ADMINISTER)
    office_id = _office(actor, office_id)
    one = people.get_person(desk.connection, person_id)
    _member(one, office_id)
    token = sign_in.make_link(desk.connection, one.id, machine_time=desk.machine_time, lives=lives)
    _write(desk, actor, "link", one.id, office_id)
    return token


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


def _office(actor: Actor, named: int | None = None) -> int:
    found = named if actor.office_id is None else actor.office_id
    if found is None:
        raise NotFound(
            "office-not-found",
            "Name the office: airslot user --office.",
            "Hãy chọn cơ quan: airslot user --office.",
        )
    return found


def _require_unshared(actor: Actor, one: Person) -> None:
    if actor.office_id is not None and len(one.memberships) > 1:
        raise Conflict(
            "person-shared",
            "They belong to another office too: here only their role and outlets are changed, or they are"
            " taken out of the office.",
            "Người này còn thuộc cơ quan khác: ở đây chỉ đổi được vai trò, đơn vị, hoặc đưa ra khỏi cơ quan.",
            where="id",
        )


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


def _note(desk: Desk, action: str, before: Person | None, after: Person | None, office_id: int) -> None:
    actor = require(desk.actor, Right.SEE)
    old, new = (_facts(one, office_id) for one in (before, after))
    if old is not None and new is not None:
        changed = [name for name in old if old[name] != new[name]]
        old, new = ({name: facts[name] for name in changed} for facts in (old, new))
        if not changed:
            return
    one = after or before
    assert one is not None  # noqa: S101 - one of them is always there
    _write(desk, actor, action, one.id, office_id, old, new)


def _write(
    desk: Desk,
    actor: Actor,
    action: str,
    person_id: str,
    office_id: int,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    record(
        desk.connection,
        actor,
        action,
        "person",
        person_id,
        machine_time=desk.machine_time,
        office_id=office_id,
        before=before,
        after=after,
    )


def _facts(one: Person | None, office_id: int) -> dict[str, Any] | None:
    member = None if one is None else one.in_office(office_id)
    if one is None or member is None:
        return None
    facts = person_object(one, member)
    facts.pop("id")
    return facts
