"""People and what they are in each office."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from scheduler.accounts.offices import the_office_id
from scheduler.accounts.passwords import hash_password
from scheduler.accounts.person import Invited, Membership, Person
from scheduler.accounts.rights import ROLES, Role
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.locale import LANGUAGES, Language
from scheduler.machine_time import MachineTime
from scheduler.mailbox import normal_email
from scheduler.store.account_tables import membership, membership_outlet, person, session, sign_in_link
from scheduler.store.tables import office, outlet

LONGEST_NAME = 100


def add_person(
    connection: Connection,
    email: str,
    role: str,
    *,
    office_id: int | None = None,
    name: str = "",
    language: str = "vi",
    outlets: Iterable[str] = (),
    password: str | None = None,
    machine_time: MachineTime,
) -> Person:
    """Give a person a role in an office (the first one unless told); the person is made where unknown.

    Only for whoever acts for every office: it asks nobody. Raises Invalid for an address, role, language,
    outlet or password that cannot be; Conflict where they belong to the office already.
    """
    office_id = the_office_id(connection) if office_id is None else office_id
    found = invite(
        connection,
        email,
        role,
        office_id=office_id,
        name=name,
        language=language,
        outlets=outlets,
        machine_time=machine_time,
    )
    accept(connection, found.id, office_id, machine_time=machine_time)
    if password is not None:
        set_password(connection, found.id, password, machine_time=machine_time)
    return get_person(connection, found.id)


def invite(
    connection: Connection,
    email: str,
    role: str,
    *,
    office_id: int,
    name: str = "",
    language: str = "vi",
    outlets: Iterable[str] = (),
    machine_time: MachineTime,
) -> Person:
    """Offer a person a role in an office; nothing else of theirs is touched. Raises as `add_person`."""
    email, at = normal_email(email), machine_time()
    role_known, invited = _role(role), Invited(_name(name, email), _language(language))
    found = find_person(connection, email)
    if found is not None and (found.in_office(office_id) or found.invited_by(office_id)):
        raise Conflict(
            "person-exists",
            f"{email} belongs to the office already, or is invited. To change the role: airslot user change.",
            f"{email} đã có trong cơ quan hoặc đã được mời. Để đổi vai trò: airslot user change.",
            where="email",
        )
    person_id = found.id if found else _insert(connection, email, invited, at)
    offer = {"name": invited.name, "language": invited.language}
    values = {"person_id": person_id, "office_id": office_id, "role": role_known, "invited": offer}
    connection.execute(insert(membership).values(**values, created_at=at, updated_at=at))
    _save_outlets(connection, person_id, office_id, role_known, outlets)
    return get_person(connection, person_id)


def accept(connection: Connection, person_id: str, office_id: int, *, machine_time: MachineTime) -> Person:
    """Make an invitation a role; of the first one the person takes name and language. Raises NotFound."""
    found, at = _held(connection, person_id, office_id), machine_time()
    offered = found.invited_by(office_id)
    if offered is None or offered.invited is None:
        raise NotFound(
            "invitation-not-found",
            "This invitation is not open: it was answered, or the office took it back.",
            "Lời mời này không còn: đã được trả lời, hoặc cơ quan đã rút lại.",
            where="office",
        )
    _change_membership(connection, found.id, office_id, {"invited": None}, at)
    if not found.memberships:
        facts = {"name": offered.invited.name, "language": offered.invited.language}
        _change_facts(connection, found.id, facts, at)
    return get_person(connection, found.id)


def change_person(
    connection: Connection,
    person_id: str,
    *,
    office_id: int,
    role: str | None = None,
    outlets: Iterable[str] | None = None,
    name: str | None = None,
    language: str | None = None,
    active: bool | None = None,
    machine_time: MachineTime,
) -> Person:
    """Change what is given. Who is made inactive is signed out everywhere.

    Of somebody who is invited only the invitation changes; `active` is left alone. Raises NotFound; Invalid;
    Conflict where an office would lose its last active admin.
    """
    before, at = _held(connection, person_id, office_id, everywhere=active is False), machine_time()
    member = before.in_office(office_id) or before.invited_by(office_id)
    if member is None:
        raise _unknown(person_id)
    facts: dict[str, object] = {}
    if name is not None:
        facts["name"] = _name(name, before.email)
    if language is not None:
        facts["language"] = _language(language)
    wanted = member.role if role is None else _role(role)
    own: dict[str, object] = {} if wanted == member.role else {"role": wanted}
    if member.invited is not None:
        own["invited"] = {"name": member.invited.name, "language": member.invited.language} | facts
    else:
        _change_facts(connection, person_id, facts if active is None else facts | {"active": active}, at)
    _change_membership(connection, person_id, office_id, own, at)
    if outlets is not None or wanted != "editor":
        _save_outlets(connection, person_id, office_id, wanted, outlets or ())
    if active is False and member.invited is None:
        connection.execute(delete(session).where(session.c.person_id == person_id))
    _keep_an_admin(connection, before, (before.memberships if active is False else (member,)))
    return get_person(connection, person_id)


def remove_person(connection: Connection, person_id: str, office_id: int) -> bool:
    """Take a person, or an invitation, out of an office, with the sessions in that office.

    Who belongs to none any more, and is invited by none, is removed with their tokens: True then.
    """
    before = _held(connection, person_id, office_id)
    member = before.in_office(office_id) or before.invited_by(office_id)
    if member is None:
        raise _unknown(person_id)
    of_office = (membership.c.person_id == person_id, membership.c.office_id == office_id)
    connection.execute(delete(membership).where(*of_office))
    ended = delete(session).where(session.c.person_id == person_id, session.c.office_id == office_id)
    connection.execute(ended)
    last = len(before.memberships) + len(before.invitations) == 1
    if last:
        connection.execute(delete(person).where(person.c.id == person_id))
    _keep_an_admin(connection, before, (member,))
    return last


def set_password(
    connection: Connection, person_id: str, password: str | None, *, machine_time: MachineTime
) -> None:
    """Set a password, or take it away with None; every session and link of theirs ends. Raises Invalid."""
    found = get_person(connection, person_id)
    own = (found.email, found.name, *(one.office for one in found.memberships))
    hashed = None if password is None else hash_password(password, own)
    _change_facts(connection, person_id, {"password": hashed}, machine_time())
    for keys in (session, sign_in_link):
        connection.execute(delete(keys).where(keys.c.person_id == person_id))


def find_person(connection: Connection, email: str) -> Person | None:
    """The person of that address. Raises Invalid for what is no address."""
    return _one(connection, person.c.email == normal_email(email))


def get_person(connection: Connection, person_id: str) -> Person:
    """The person of that id, or NotFound."""
    found = _one(connection, person.c.id == person_id)
    if found is None:
        raise _unknown(person_id)
    return found


def people_of(connection: Connection, office_id: int) -> list[Person]:
    """Everybody of an office and whom it has invited, by address."""
    question = select(person).join(membership).where(membership.c.office_id == office_id)
    rows = connection.execute(question.order_by(person.c.email)).mappings().all()
    return _people(connection, rows)


def anybody(connection: Connection) -> bool:
    """Whether there are accounts at all."""
    return connection.scalar(select(person.c.id).limit(1)) is not None


# --- rows and values ------------------------------------------------------------------------


def _one(connection: Connection, test: object) -> Person | None:
    rows = connection.execute(select(person).where(test)).mappings().all()  # type: ignore[arg-type]
    return next(iter(_people(connection, rows)), None)


def _people(connection: Connection, rows: Sequence[RowMapping]) -> list[Person]:
    ids = [row["id"] for row in rows]
    outlets = _outlets_of(connection, ids)
    of: dict[str, list[Membership]] = {}
    question = select(membership, office.c.name.label("office")).join(office)
    for row in connection.execute(
        question.where(membership.c.person_id.in_(ids)).order_by(membership.c.office_id)
    ):
        names = tuple(outlets.get((row.person_id, row.office_id), ()))
        invited = None if row.invited is None else Invited(**row.invited)
        one = Membership(row.office_id, row.office, row.role, names, invited)
        of.setdefault(row.person_id, []).append(one)
    return [
        Person(
            row["id"], row["email"], row["name"], row["language"], row["active"], row["password"] is not None,
            tuple(one for one in of.get(row["id"], ()) if one.invited is None),
            tuple(one for one in of.get(row["id"], ()) if one.invited is not None), row["created_at"],
        )
        for row in rows
    ]  # fmt: skip


def _outlets_of(connection: Connection, person_ids: Sequence[str]) -> dict[tuple[str, int], list[str]]:
    """The names of the outlets that narrow each membership, by person and office."""
    found: dict[tuple[str, int], list[str]] = {}
    question = select(membership_outlet.c.person_id, membership_outlet.c.office_id, outlet.c.name)
    question = question.join(outlet, outlet.c.id == membership_outlet.c.outlet_id)
    question = question.where(membership_outlet.c.person_id.in_(person_ids))
    for person_id, office_id, name in connection.execute(question.order_by(outlet.c.name)):
        found.setdefault((person_id, office_id), []).append(name)
    return found


def _held(connection: Connection, person_id: str, office_id: int, *, everywhere: bool = False) -> Person:
    """The person, while nobody else changes who belongs to the office, or to any of theirs, until the commit.

    Two administrators who demote each other at once would each see the other one left.
    """
    offices = {office_id}
    if everywhere:
        offices |= {one.office_id for one in get_person(connection, person_id).memberships}
    held = select(office.c.id).where(office.c.id.in_(offices)).order_by(office.c.id)
    # Not against those who only point to the office, as every new row of it does.
    connection.execute(held.with_for_update(key_share=True))
    return get_person(connection, person_id)


def _change_facts(connection: Connection, person_id: str, facts: Mapping[str, object], at: datetime) -> None:
    if facts:
        change = update(person).where(person.c.id == person_id)
        connection.execute(change.values(**facts, updated_at=at))


def _change_membership(
    connection: Connection, person_id: str, office_id: int, facts: Mapping[str, object], at: datetime
) -> None:
    if facts:
        theirs = (membership.c.person_id == person_id, membership.c.office_id == office_id)
        connection.execute(update(membership).where(*theirs).values(**facts, updated_at=at))


def _insert(connection: Connection, email: str, invited: Invited, at: datetime) -> str:
    person_id = f"per_{secrets.token_hex(12)}"
    facts = {"id": person_id, "email": email, "name": invited.name, "language": invited.language}
    try:
        with connection.begin_nested():
            connection.execute(insert(person).values(**facts, created_at=at, updated_at=at))
    except IntegrityError:
        # Somebody else has just added them.
        found = find_person(connection, email)
        assert found is not None  # noqa: S101 - the address is what was not unique
        return found.id
    return person_id


def _save_outlets(
    connection: Connection, person_id: str, office_id: int, role: Role, names: Iterable[str]
) -> None:
    wanted = list(dict.fromkeys(names))
    if wanted and role != "editor":
        raise Invalid(
            "outlets-for-editors",
            "Only an editor works for single outlets; every other role is of the whole office.",
            "Chỉ biên tập viên mới gắn với từng đơn vị phát hành; vai trò khác thuộc cả cơ quan.",
            where="outlet",
        )
    question = select(outlet.c.name, outlet.c.id).where(outlet.c.office_id == office_id)
    ids = {name: outlet_id for name, outlet_id in connection.execute(question)}  # noqa: C416 - typed rows
    unknown = [name for name in wanted if name not in ids]
    if unknown:
        known = "; ".join(ids) or "–"
        raise Invalid(
            "outlet-unknown",
            f"The office has no outlet {unknown[0]!r}. Known: {known}.",
            f"Cơ quan không có đơn vị phát hành {unknown[0]!r}. Hiện có: {known}.",
            where="outlet",
        )
    theirs = (membership_outlet.c.person_id == person_id, membership_outlet.c.office_id == office_id)
    connection.execute(delete(membership_outlet).where(*theirs))
    if wanted:
        rows = [{"person_id": person_id, "office_id": office_id, "outlet_id": ids[name]} for name in wanted]
        connection.execute(insert(membership_outlet), rows)


def _keep_an_admin(connection: Connection, before: Person, touched: Iterable[Membership]) -> None:
    """Raise Conflict where an office has lost its last active admin; `touched` are as they were before."""
    led = {one.office_id for one in touched if one.role == "admin" and one.invited is None}
    if not led or not before.active:
        return
    left = (
        select(func.count(membership.c.office_id.distinct()))
        .select_from(membership.join(person))
        .where(membership.c.office_id.in_(led), membership.c.role == "admin", person.c.active)
        .where(membership.c.invited.is_(None))
    )
    if connection.scalar(left) != len(led):
        raise Conflict(
            "last-admin",
            "The office would be left without an administrator. Make somebody else one first.",
            "Cơ quan sẽ không còn quản trị viên. Hãy giao vai trò đó cho người khác trước.",
            where="role",
        )


def _role(role: str) -> Role:
    for known in ROLES:
        if role == known:
            return known
    raise Invalid(
        "role-unknown",
        f"{role!r} is no role; choose {', '.join(ROLES)}.",
        f"{role!r} không phải là vai trò; hãy chọn {', '.join(ROLES)}.",
        where="role",
    )


def _language(language: str) -> Language:
    for known in LANGUAGES:
        if language == known:
            return known
    raise Invalid(
        "language-unknown",
        f"{language!r} is no language of ours; choose vi or en.",
        f"{language!r} không phải ngôn ngữ được hỗ trợ; hãy chọn vi hoặc en.",
        where="language",
    )


def _name(name: str, email: str) -> str:
    name = " ".join(name.split()) or email.partition("@")[0]
    if len(name) > LONGEST_NAME or not name.isprintable():
        raise Invalid(
            "name-bad",
            f"A name has at most {LONGEST_NAME} characters on one line.",
            f"Tên dài tối đa {LONGEST_NAME} ký tự, trên một dòng.",
            where="name",
        )
    return name


def _unknown(person_id: str) -> NotFound:
    return NotFound(
        "person-not-found",
        f"There is no account {person_id}. List them: airslot user list.",
        f"Không có tài khoản {person_id}. Xem danh sách: airslot user list.",
        where="id",
    )
