"""Tokens for programs: shown once, stored as a hash, with a scope, revocable, their last use kept."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection, RowMapping, insert, select, update

from scheduler.accounts.people import get_person
from scheduler.accounts.person import Person
from scheduler.accounts.rights import Actor, Scope
from scheduler.errors import Invalid, NotFound
from scheduler.machine_time import MachineTime
from scheduler.secret import hashed
from scheduler.store.account_tables import SCOPES, api_token, person

PREFIX = "airslot_"  # so that a leaked one is recognised
LONGEST_LABEL = 100
_TOKEN_BYTES = 24
_WRITE_USE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class ApiToken:
    """A program's token. Instants are machine time."""

    id: str
    person_id: str
    email: str
    office_id: int
    label: str
    scope: Scope
    created_at: datetime
    expires_at: datetime | None
    revoked_at: datetime | None
    used_at: datetime | None


def create_token(
    connection: Connection,
    owner: Person,
    office_id: int,
    scope: str,
    *,
    label: str = "",
    lives: timedelta | None = None,
    made_by: ApiToken | None = None,
    machine_time: MachineTime,
) -> tuple[ApiToken, str]:
    """A token with the rights of its owner in an office; its text can never be had again.

    One that is `made_by` another lives no longer than that, and ends with it. Raises Invalid for a scope or
    label that cannot be, NotFound where the owner is not of the office.
    """
    if scope not in SCOPES:
        raise Invalid(
            "scope-unknown",
            f"{scope!r} is no scope; choose read or write.",
            f"{scope!r} không phải là phạm vi; hãy chọn read hoặc write.",
            where="scope",
        )
    label = " ".join(label.split())
    if len(label) > LONGEST_LABEL or not label.isprintable():
        raise Invalid(
            "label-bad",
            f"The name of a token has at most {LONGEST_LABEL} characters.",
            f"Tên mã truy cập dài tối đa {LONGEST_LABEL} ký tự.",
            where="label",
        )
    if owner.in_office(office_id) is None:
        raise NotFound(
            "office-not-found",
            f"{owner.email} does not belong to that office.",
            f"{owner.email} không thuộc cơ quan đó.",
            where="office",
        )
    text, at = PREFIX + secrets.token_urlsafe(_TOKEN_BYTES), machine_time()
    ends = [at + lives] if lives is not None else []
    if made_by is not None and made_by.expires_at is not None:
        ends.append(made_by.expires_at)
    facts = {
        "id": f"tok_{secrets.token_hex(8)}",
        "hash": hashed(text),
        "person_id": owner.id,
        "office_id": office_id,
        "label": label,
        "scope": scope,
        "made_by": None if made_by is None else made_by.id,
        "created_at": at,
        "expires_at": min(ends, default=None),
    }
    connection.execute(insert(api_token).values(facts))
    return get_token(connection, str(facts["id"])), text


def find_token(connection: Connection, token_id: str) -> ApiToken | None:
    """The token of that id, or None."""
    row = connection.execute(_ROWS.where(api_token.c.id == token_id)).mappings().first()
    return None if row is None else _token(row)


def get_token(connection: Connection, token_id: str) -> ApiToken:
    """The token of that id, or NotFound."""
    found = find_token(connection, token_id)
    if found is None:
        raise NotFound(
            "token-not-found",
            f"There is no token {token_id}. List them: airslot token list.",
            f"Không có mã truy cập {token_id}. Xem danh sách: airslot token list.",
            where="id",
        )
    return found


def tokens_of(
    connection: Connection, office_id: int | None = None, person_id: str | None = None
) -> list[ApiToken]:
    """The tokens of an office, of a person, or all, newest first; revoked ones too."""
    question = _ROWS.order_by(api_token.c.created_at.desc(), api_token.c.id)
    if office_id is not None:
        question = question.where(api_token.c.office_id == office_id)
    if person_id is not None:
        question = question.where(api_token.c.person_id == person_id)
    return [_token(row) for row in connection.execute(question).mappings()]


def revoke_token(connection: Connection, token_id: str, *, machine_time: MachineTime) -> ApiToken:
    """End a token for good, and those that it made; a second time changes nothing. Raises NotFound."""
    get_token(connection, token_id)
    ending = [token_id]
    for one in ending:
        ending += connection.scalars(select(api_token.c.id).where(api_token.c.made_by == one))
    change = update(api_token).where(api_token.c.id.in_(ending), api_token.c.revoked_at.is_(None))
    connection.execute(change.values(revoked_at=machine_time()))
    return get_token(connection, token_id)


def revoke_all(connection: Connection, person_id: str, *, machine_time: MachineTime) -> None:
    """End every token of a person."""
    change = update(api_token).where(api_token.c.person_id == person_id, api_token.c.revoked_at.is_(None))
    connection.execute(change.values(revoked_at=machine_time()))


def find_actor(
    connection: Connection, text: str, *, machine_time: MachineTime
) -> tuple[Actor, ApiToken] | None:
    """Who a token acts for; None where it is unknown, revoked, too old, or its owner's rights are gone."""
    row = connection.execute(_ROWS.where(api_token.c.hash == hashed(text))).mappings().first()
    if row is None:
        return None
    token = _token(row)
    owner = get_person(connection, token.person_id)
    member = owner.in_office(token.office_id)
    over = token.expires_at is not None and token.expires_at <= machine_time()
    if token.revoked_at is not None or over or not owner.active or member is None:
        return None
    return replace(owner.at(member, "rest"), scope=token.scope, token_id=token.id), token


def must_note_use(token: ApiToken, *, machine_time: MachineTime) -> bool:
    """Whether its last use is old enough to be written anew."""
    return token.used_at is None or machine_time() - token.used_at >= _WRITE_USE


def note_use(connection: Connection, token: ApiToken, *, machine_time: MachineTime) -> None:
    """Write down that it was used just now."""
    change = update(api_token).where(api_token.c.id == token.id)
    connection.execute(change.values(used_at=machine_time()))


_ROWS = select(api_token, person.c.email).join(person)


def _token(row: RowMapping) -> ApiToken:
    return ApiToken(
        row["id"], row["person_id"], row["email"], row["office_id"], row["label"], row["scope"],
        row["created_at"], row["expires_at"], row["revoked_at"], row["used_at"],
    )  # fmt: skip
