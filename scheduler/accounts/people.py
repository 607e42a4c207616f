"""People and what they are in each office."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from scheduler.accounts.passwords import hash_password
from scheduler.accounts.rights import ROLES, Role
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.locale import LANGUAGES, Language
from scheduler.machine_time import MachineTime
from scheduler.mailbox import normal_email
from scheduler.store.account_tables import membership, membership_outlet, person, session
from scheduler.store.tables import office, outlet

LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's role in an office; `outlets` (names) narrows an editor, empty for all."""

    office_id: int
    office: str
    role: Role
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in. Instants are machine time."""

    id: str
    email: str
    name: str
    language: Language
    active: bool
    has_password: bool
    memberships: tuple[Membership, ...]
    created_at: datetime

    def in_office(self, office_id: int) -> Membership | None:
        """What they are in that office."""
        return next((one for one in self.memberships if one.office_id == office_id), None)


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

    Raises Invalid for an address, role, language, outlet or password that cannot be; Conflict where they
    belong to the office already.
    """
    email, at = normal_email(email), machine_time()
    role_known = _role(role)
    office_id = the_office_id(connection) if office_id is None else office_id
    found = find_person(connection, email)
    if found is not None and found.in_office(office_id) is not None:
        raise Conflict(
            "person-exists",
            f"{email} belongs to the office already. To change the role: airslot user change.",
            f"{email} đã có trong cơ quan. Để đổi vai trò: airslot user change.",
            where="email",
        )
    person_id = found.id if found else _insert(connection, email, name, _language(language), at)
    if password is not None:
        set_password(connection, person_id, password, machine_time=machine_time)
    values = {"person_id": person_id, "office_id": office_id, "role": role_known}
    connection.execute(insert(membership).values(**values, created_at=at, updated_at=at))
    _save_outlets(connection, person_id, office_id, role_known, outlets)
    return get_person(connection, person_id)


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

    Raises NotFound; Invalid; Conflict where the office would lose its last active admin.
    """
    before, at = get_person(connection, person_id), machine_time()
    member = before.in_office(office_id)
    if member is None:
        raise _unknown(person_id)
    facts: dict[str, object] = {}
    if name is not None:
        facts["name"] = _name(name, before.email)
    if language is not None:
        facts["language"] = _language(language)
    if active is not None:
        facts["active"] = active
    if facts:
        change = update(person).where(person.c.id == person_id)
        connection.execute(change.values(**facts, updated_at=at))
    wanted = member.role if role is None else _role(role)
    if wanted != member.role:
        change = update(membership).where(
            membership.c.person_id == person_id, membership.c.office_id == office_id
        )
        connection.execute(change.values(role=wanted, updated_at=at))
    if outlets is not None or wanted != "editor":
        _save_outlets(connection, person_id, office_id, wanted, outlets or ())
    if active is False:
        connection.execute(delete(session).where(session.c.person_id == person_id))
    _keep_an_admin(connection, office_id, member, before)
    return get_person(connection, person_id)


def remove_person(connection: Connection, person_id: str, office_id: int) -> None:
    """Take a person out of an office; who belongs to none any more is removed with sessions and tokens."""
    before = get_person(connection, person_id)
    member = before.in_office(office_id)
    if member is None:
        raise _unknown(person_id)
    of_office = (membership.c.person_id == person_id, membership.c.office_id == office_id)
    connection.execute(delete(membership).where(*of_office))
    connection.execute(delete(session).where(session.c.person_id == person_id))
    if len(before.memberships) == 1:
        connection.execute(delete(person).where(person.c.id == person_id))
    _keep_an_admin(connection, office_id, member, before)


def set_password(
    connection: Connection, person_id: str, password: str | None, *, machine_time: MachineTime
) -> None:
    """Set a password, or take it away with None; every session of theirs ends. Raises Invalid."""
    hashed = None if password is None else hash_password(password)
    change = update(person).where(person.c.id == person_id)
    connection.execute(change.values(password=hashed, updated_at=machine_time()))
    connection.execute(delete(session).where(session.c.person_id == person_id))


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
    """Everybody of an office, by address."""
    question = select(person).join(membership).where(membership.c.office_id == office_id)
    rows = connection.execute(question.order_by(person.c.email)).mappings().all()
    return _people(connection, rows)


def anybody(connection: Connection) -> bool:
    """Whether there are accounts at all."""
    return connection.scalar(select(person.c.id).limit(1)) is not None


def the_office_id(connection: Connection) -> int:
    """The first office; raises NotFound before any plan is loaded."""
    found = connection.scalar(select(office.c.id).order_by(office.c.id).limit(1))
    if found is None:
        raise NotFound(
            "no-office",
            "There is no office yet: the first plan makes it. Load one: airslot plan load FILE",
            "Chưa có cơ quan nào: kế hoạch đầu tiên sẽ tạo ra. Hãy nạp kế hoạch: airslot plan load TỆP",
        )
    return int(found)


def get_office(connection: Connection, office_id: int) -> str:
    """The name of an office; raises NotFound."""
    found = connection.scalar(select(office.c.name).where(office.c.id == office_id))
    if found is None:
        raise NotFound(
            "office-not-found", f"There is no office {office_id}.", f"Không có cơ quan {office_id}."
        )
    return str(found)


def office_named(connection: Connection, name: str) -> int:
    """The id of the office of that name, or NotFound."""
    found = connection.scalar(select(office.c.id).where(office.c.name == name))
    if found is None:
        names = connection.scalars(select(office.c.name).order_by(office.c.id)).all()
        known = "; ".join(names) or "–"
        raise NotFound(
            "office-not-found",
            f"There is no office {name!r}. Known: {known}.",
            f"Không có cơ quan {name!r}. Hiện có: {known}.",
            where="office",
        )
    return int(found)


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
        of.setdefault(row.person_id, []).append(Membership(row.office_id, row.office, row.role, names))
    return [
        Person(
            row["id"], row["email"], row["name"], row["language"], row["active"], row["password"] is not None,
            tuple(of.get(row["id"], ())), row["created_at"],
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


def _insert(connection: Connection, email: str, name: str, language: Language, at: datetime) -> str:
    person_id = f"per_{secrets.token_hex(12)}"
    facts = {"id": person_id, "email": email, "name": _name(name, email), "language": language}
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


def _keep_an_admin(connection: Connection, office_id: int, was: Membership, before: Person) -> None:
    if was.role != "admin" or not before.active:
        return
    left = (
        select(func.count())
        .select_from(membership.join(person))
        .where(membership.c.office_id == office_id, membership.c.role == "admin", person.c.active)
    )
    if not connection.scalar(left):
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
