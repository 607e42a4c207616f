"""The accounts of an office, for its administrators; another office's part is not touched.

An administrator invites; the person accepts (`scheduler.desk.own_account`) before anything else of theirs is
touched, and until then the office is told nothing of them that it has not said itself. `office_id` names the
office where the actor has none: at the command line, which asks nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts import creations, people, sign_in
from scheduler.accounts.person import Membership, Person
from scheduler.accounts.rights import Actor, Right, require
from scheduler.desk.desk import Desk, note_in_office
from scheduler.desk.keys import end_keys
from scheduler.errors import Conflict, Forbidden, NotFound
from scheduler.store.outbox.reminder_removal import let_go
from scheduler.store.outbox.subscribers import delete_subscriber, row_of_email


def people_of_office(connection: Connection, actor: Actor | None) -> list[tuple[Person, Membership]]:
    """Everybody of the actor's office by address, also who is invited. Raises as `require`."""
    office_id = _office(require(actor, Right.ADMINISTER))
    return [(one, _member(one, office_id)) for one in people.people_of(connection, office_id)]


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
    """Invite somebody to a role in the office; the command line gives it at once, with a password.

    Raises Invalid, Conflict where they have one already.
    """
    actor = require(desk.actor, Right.ADMINISTER)
    office_id = _office(actor, office_id)
    facts: dict[str, Any] = {
        "office_id": office_id,
        "name": name,
        "language": language,
        "outlets": outlets,
        "machine_time": desk.machine_time,
    }
    if actor.office_id is None:
        found = people.add_person(desk.connection, email, role, password=password, **facts)
    else:
        found = people.invite(desk.connection, email, role, **facts)
    note_person(desk, actor, "add", None, found, office_id)
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
    if _member(before, office_id).invited is not None:
        _require_accepted(active is None)
    elif any(fact is not None for fact in (name, language, active)):
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
    note_person(desk, actor, "change", before, found, office_id)
    return found, _member(found, office_id)


def remove_person(desk: Desk, person_id: str, *, office_id: int | None = None) -> str | None:
    """Take somebody, or an invitation, out of the office; their sessions in other offices go on.

    Gives their address where they have no account any more. Raises NotFound, Conflict for the last
    administrator.
    """
    actor = require(desk.actor, Right.ADMINISTER)
    office_id = _office(actor, office_id)
    before = people.get_person(desk.connection, person_id)
    _member(before, office_id)
    gone = take_out(desk, before, office_id)
    note_person(desk, actor, "remove", before, None, office_id)
    return gone


def take_out(desk: Desk, before: Person, office_id: int) -> str | None:
    """Take somebody out of an office; gives the address of who has no account any more.

    The door removes its mails after the commit, with `sinks.forget_mails`.
    """
    row = row_of_email(desk.connection, before.email, office_id=office_id)
    if row is not None and not row["asked"]:  # it was there for the office's weekly lists alone
        let_go(desk.connection, row["id"], desk.machine_time())
        delete_subscriber(desk.connection, row["id"])
    if not people.remove_person(desk.connection, before.id, office_id):
        return None
    creations.forget(desk.connection, before.email, desk.machine_time())
    return before.email


def set_password(desk: Desk, person_id: str, password: str | None, *, office_id: int | None = None) -> None:
    """Set somebody's password at the command line; None takes it away. Their sessions and keys end.

    An administrator of an office sets nobody's: they would sign in as them, in other offices too. The log
    keeps that it was done. Raises Invalid, NotFound, Forbidden.
    """
    actor = require(desk.actor, Right.ADMINISTER)
    if actor.office_id is not None:
        raise Forbidden(
            "password-own",
            "Only they themselves set their password, on the page “My account”.",
            "Chỉ chính người đó đặt được mật khẩu, ở trang “Tài khoản của tôi”.",
        )
    office_id = _office(actor, office_id)
    one = people.get_person(desk.connection, person_id)
    _member(one, office_id)
    people.set_password(desk.connection, person_id, password, machine_time=desk.machine_time)
    end_keys(desk, person_id)
    after = {"password": "removed" if password is None else "changed"}
    note_in_office(desk, actor, office_id, "change", "person", person_id, after=after)


def make_link(
    desk: Desk, person_id: str, *, lives: timedelta = sign_in.FIRST_LINK_LIVES, office_id: int | None = None
) -> str:
    """The token of a link that signs somebody of the office in once. Raises NotFound."""
    actor = require(desk.actor, Right.ADMINISTER)
    office_id = _office(actor, office_id)
    one = people.get_person(desk.connection, person_id)
    _member(one, office_id)
    token = sign_in.make_link(desk.connection, one.id, machine_time=desk.machine_time, lives=lives)
    note_in_office(desk, actor, office_id, "link", "person", one.id)
    return token


def show_link(desk: Desk, person_id: str) -> str:
    """The token of a link for the administrator to see. Raises Forbidden where it opens another office."""
    actor = require(desk.actor, Right.ADMINISTER)
    one = people.get_person(desk.connection, person_id)
    if not is_ours_alone(one, actor.office_id):
        raise Forbidden(
            "link-of-others",
            f"{one.email} belongs to another office too: their link to sign in goes by mail to them alone.",
            f"{one.email} còn thuộc cơ quan khác: liên kết đăng nhập chỉ được gửi qua thư cho chính họ.",
        )
    return make_link(desk, person_id)


def is_ours_alone(one: Person, office_id: int | None) -> bool:
    """True for somebody whom no other office knows: who signs in as them reaches this one alone."""
    return all(each.office_id == office_id for each in (*one.memberships, *one.invitations))


def person_object(one: Person, member: Membership) -> dict[str, Any]:
    """A person as JSON, as they are in one office; of who is invited what the office itself has said."""
    told = member.invited or one
    return {
        "id": one.id,
        "email": one.email,
        "name": told.name,
        "language": told.language,
        "role": member.role,
        "outlets": list(member.outlets),
        "active": member.invited is not None or one.active,
        "invited": member.invited is not None,
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


def _require_accepted(accepted: bool) -> None:
    if not accepted:
        raise Conflict(
            "not-accepted",
            "They have not accepted the invitation yet; take it back, if it is not to hold.",
            "Người này chưa nhận lời mời; nếu không mời nữa, hãy rút lại.",
            where="id",
        )


def _member(one: Person, office_id: int) -> Membership:
    found = one.in_office(office_id) or one.invited_by(office_id)
    if found is None:
        raise NotFound(
            "person-not-found",
            f"There is no account {one.id}.",
            f"Không có tài khoản {one.id}.",
            where="id",
        )
    return found


def note_person(
    desk: Desk, actor: Actor, action: str, before: Person | None, after: Person | None, office_id: int
) -> None:
    """Write into the office's log what of a person has changed there."""
    old, new = (_facts(one, office_id) for one in (before, after))
    if old is not None and new is not None:
        changed = [name for name in old if old[name] != new[name]]
        old, new = ({name: facts[name] for name in changed} for facts in (old, new))
        if not changed:
            return
    one = after or before
    assert one is not None  # noqa: S101 - one of them is always there
    note_in_office(desk, actor, office_id, action, "person", one.id, before=old, after=new)


def _facts(one: Person | None, office_id: int) -> dict[str, Any] | None:
    member = None if one is None else one.in_office(office_id) or one.invited_by(office_id)
    if one is None or member is None:
        return None
    facts = person_object(one, member)
    facts.pop("id")
    return facts
