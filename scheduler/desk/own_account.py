"""One's own account: name, language and password, and the answer to an office that invites."""

from __future__ import annotations

from scheduler.accounts import people, sign_in
from scheduler.accounts.confirmers import is_told_weekly, tell_weekly
from scheduler.accounts.people import get_person
from scheduler.accounts.person import Person
from scheduler.accounts.rights import Actor, Right, require, require_writer
from scheduler.desk.desk import Desk, note_in_office
from scheduler.desk.keys import end_keys
from scheduler.desk.people import note_person, take_out
from scheduler.errors import Forbidden, NotFound


def change_own(desk: Desk, *, name: str, language: str, weekly: bool | None = None) -> Person:
    """Change one's own name and language, and whether the weekly list comes. Raises Invalid, Forbidden."""
    actor, before, office_id = _own(desk)
    if weekly is not None and weekly != is_told_weekly(desk.connection, before.id, office_id):
        tell_weekly(desk.connection, before.id, office_id, weekly, desk.machine_time())
        note_in_office(desk, actor, office_id, "change", "person", before.id, after={"weekly": weekly})
    found = people.change_person(
        desk.connection,
        before.id,
        office_id=office_id,
        name=name,
        language=language,
        machine_time=desk.machine_time,
    )
    note_person(desk, actor, "change", before, found, office_id)
    return found


def change_own_password(
    desk: Desk, password: str, *, current: str, proven: bool = False, keep_keys: bool = False
) -> Person:
    """Set one's own password: sessions and links end, and tokens and calendar addresses unless kept.

    It takes the `current` one, or that the address is `proven` by a link that was just followed. The door
    counts the try before. Raises Invalid where it is not right, and as `hash_password`.
    """
    actor, before, office_id = _own(desk)
    if not proven:
        sign_in.check_password(desk.connection, before, current)
    people.set_password(desk.connection, before.id, password, machine_time=desk.machine_time)
    after = {"password": "changed"}
    if keep_keys:
        after["keys"] = "kept"
    else:
        end_keys(desk, before.id)
    note_in_office(desk, actor, office_id, "change", "person", before.id, after=after)
    return get_person(desk.connection, before.id)


def answer_invitation(desk: Desk, office_id: int, *, accepted: bool) -> str | None:
    """Accept or decline what an office offers; who declines everything is removed, and the address given.

    The person does, and no program with a token of one office. Raises NotFound, Forbidden.
    """
    actor = require(desk.actor, Right.SEE)
    if actor.person_id is None or actor.token_id is not None:
        raise _nobody()
    before = get_person(desk.connection, actor.person_id)
    if before.invited_by(office_id) is None:
        raise NotFound(
            "invitation-not-found",
            "This invitation is not open: it was answered, or the office took it back.",
            "Lời mời này không còn: đã được trả lời, hoặc cơ quan đã rút lại.",
            where="office",
        )
    if accepted:
        after = people.accept(desk.connection, before.id, office_id, machine_time=desk.machine_time)
        note_person(desk, actor, "accept", before, after, office_id)
        return None
    gone = take_out(desk, before, office_id)
    note_person(desk, actor, "decline", before, None, office_id)
    return gone


def make_first_admin(
    desk: Desk, token: str, email: str, *, office: str, name: str, language: str, password: str | None
) -> Person:
    """Make the first account by the link of the first run. Raises as `sign_in.make_first_admin`."""
    found = sign_in.make_first_admin(
        desk.connection,
        token,
        email,
        office=office,
        name=name,
        language=language,
        password=password,
        machine_time=desk.machine_time,
    )
    [member] = found.memberships
    note_person(desk, found.at(member, "page"), "add", None, found, member.office_id)
    return found


def _own(desk: Desk) -> tuple[Actor, Person, int]:
    """Whoever changes their own account, and the office they work in."""
    actor = require_writer(desk.actor)
    if actor.person_id is None or actor.office_id is None:
        raise _nobody()
    return actor, get_person(desk.connection, actor.person_id), actor.office_id


def _nobody() -> Forbidden:
    return Forbidden(
        "no-account",
        "There is no account to change here: airslot user change EMAIL.",
        "Không có tài khoản để đổi ở đây: airslot user change EMAIL.",
    )
