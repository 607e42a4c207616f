"""Signing in: with a password, or by a link that works once. Instants are machine time.

Nobody learns from an answer whether an address has an account.
"""

from __future__ import annotations

import secrets
from datetime import timedelta

from sqlalchemy import ColumnElement, Connection, insert, select, update

from scheduler.accounts.passwords import is_right
from scheduler.accounts.people import add_person, anybody, find_person, get_person
from scheduler.accounts.person import Person
from scheduler.errors import Invalid, NotFound, SignInNeeded
from scheduler.machine_time import MachineTime
from scheduler.secret import hashed
from scheduler.store.account_tables import person, sign_in_link
from scheduler.store.plans.plan_rows import save_office

LINK_LIVES = timedelta(minutes=20)
FIRST_LINK_LIVES = timedelta(hours=24)
LONGEST_OFFICE = 200
_TOKEN_BYTES = 24


def by_password(connection: Connection, email: str, password: str) -> Person:
    """The person whose password it is. Raises SignInNeeded where it is not.

    The door counts the try before, in a transaction of its own: `rates.count_try`.
    """
    try:
        found = find_person(connection, email)
    except Invalid:
        found = None
    stored = None
    if found is not None and found.active:
        stored = connection.scalar(select(person.c.password).where(person.c.id == found.id))
    if not is_right(password, stored) or found is None or not found.memberships:
        raise SignInNeeded(
            "sign-in-wrong",
            "The address or the password is wrong. You can also ask for a link by mail.",
            "Địa chỉ thư hoặc mật khẩu không đúng. Bạn cũng có thể yêu cầu liên kết qua thư.",
            where="password",
        )
    return found


def check_password(connection: Connection, found: Person, password: str) -> None:
    """Raise Invalid where the password is not this person's present one. The door counts the try before."""
    stored = connection.scalar(select(person.c.password).where(person.c.id == found.id))
    if not is_right(password, stored):
        raise Invalid(
            "password-wrong",
            "The present password is not right. Who has none, or has forgotten it, signs in by a link in a"
            " mail and then sets one.",
            "Mật khẩu hiện tại không đúng. Nếu chưa có hoặc đã quên, hãy đăng nhập bằng liên kết qua thư rồi"
            " đặt mật khẩu mới.",
            where="current",
        )


def make_link(
    connection: Connection, person_id: str | None, *, machine_time: MachineTime, lives: timedelta = LINK_LIVES
) -> str:
    """The token of a link that signs this person in once; nobody's is for `make_first_admin`."""
    token, at = secrets.token_urlsafe(_TOKEN_BYTES), machine_time()
    facts = {"hash": hashed(token), "person_id": person_id, "created_at": at, "expires_at": at + lives}
    connection.execute(insert(sign_in_link).values(facts))
    return token


def make_first_admin(
    connection: Connection,
    token: str,
    email: str,
    *,
    office: str = "",
    name: str = "",
    language: str = "vi",
    password: str | None = None,
    machine_time: MachineTime,
) -> Person:
    """Make the first account by the link of the first run; `office` names it where no plan has.

    Raises NotFound where the link does not work, or once there is any account; Invalid.
    """
    at = machine_time()
    use = update(sign_in_link).where(*_good(token, machine_time), sign_in_link.c.person_id.is_(None))
    if not connection.execute(use.values(used_at=at)).rowcount or anybody(connection):
        raise _dead()
    office_id = save_office(connection, _office_name(office), at) if office.strip() else None
    return add_person(
        connection,
        email,
        "admin",
        office_id=office_id,
        name=name,
        language=language,
        password=password,
        machine_time=machine_time,
    )


def is_first_link(connection: Connection, token: str, *, machine_time: MachineTime) -> bool:
    """Whether the link is the first run's and still works; to look uses nothing up."""
    good = (*_good(token, machine_time), sign_in_link.c.person_id.is_(None))
    return connection.scalar(select(sign_in_link.c.hash).where(*good)) is not None and not anybody(connection)


def by_link(connection: Connection, token: str, *, machine_time: MachineTime) -> Person:
    """The person whose link it is; it has worked once then. Raises NotFound where it does not work."""
    use = update(sign_in_link).where(*_good(token, machine_time)).values(used_at=machine_time())
    return _let_in(connection, connection.scalar(use.returning(sign_in_link.c.person_id)))


def owner_of(connection: Connection, token: str, *, machine_time: MachineTime) -> Person:
    """The person whose link it is, and it goes on working. Raises NotFound where it does not work."""
    question = select(sign_in_link.c.person_id).where(*_good(token, machine_time))
    return _let_in(connection, connection.scalar(question))


def may_enter(found: Person | None) -> bool:
    """Whether a link lets them in: who is invited comes to accept it."""
    return found is not None and found.active and bool(found.memberships or found.invitations)


def _let_in(connection: Connection, person_id: str | None) -> Person:
    found = None if person_id is None else get_person(connection, person_id)
    if found is None or not may_enter(found):
        raise _dead()
    return found


def _office_name(given: str) -> str:
    name = " ".join(given.split())
    if len(name) > LONGEST_OFFICE or not name.isprintable():
        raise Invalid(
            "office-bad",
            f"The name of an office has at most {LONGEST_OFFICE} characters on one line.",
            f"Tên cơ quan dài tối đa {LONGEST_OFFICE} ký tự, trên một dòng.",
            where="office",
        )
    return name


def _dead() -> NotFound:
    return NotFound(
        "link-dead",
        "This link has been used or is too old. Ask for a new one on the sign-in page.",
        "Liên kết này đã dùng hoặc quá hạn. Hãy yêu cầu liên kết mới ở trang đăng nhập.",
    )


def _good(token: str, machine_time: MachineTime) -> tuple[ColumnElement[bool], ...]:
    return (
        sign_in_link.c.hash == hashed(token),
        sign_in_link.c.used_at.is_(None),
        sign_in_link.c.expires_at > machine_time(),
    )
