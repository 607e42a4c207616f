"""Tokens for programs: everybody makes and ends their own, an administrator ends any of the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts import tokens
from scheduler.accounts.audit import record
from scheduler.accounts.people import get_person
from scheduler.accounts.rights import Actor, Right, require
from scheduler.accounts.tokens import ApiToken
from scheduler.desk.desk import Desk
from scheduler.errors import Forbidden, NotFound
from scheduler.planning.occurrence_object import instant


def tokens_for(connection: Connection, actor: Actor | None) -> list[ApiToken]:
    """One's own tokens in this office, or all of the office for an administrator; newest first."""
    who = require(actor, Right.SEE)
    if who.may(Right.ADMINISTER):
        return tokens.tokens_of(connection, office_id=who.office_id)
    if who.person_id is None:
        return []
    return tokens.tokens_of(connection, office_id=who.office_id, person_id=who.person_id)


def create_token(desk: Desk, scope: str, *, label: str = "", days: int | None = None) -> tuple[ApiToken, str]:
    """A token of one's own; its text can never be had again. A token that only reads makes none."""
    actor = require(desk.actor, Right.SEE)
    if actor.scope == "read":
        require(actor, Right.WORK)
    if actor.person_id is None or actor.office_id is None:
        raise Forbidden(
            "no-account",
            "Tokens belong to accounts; make one with: airslot token create --user EMAIL.",
            "Mã truy cập gắn với tài khoản; hãy tạo bằng: airslot token create --user EMAIL.",
        )
    made, text = tokens.create_token(
        desk.connection,
        get_person(desk.connection, actor.person_id),
        actor.office_id,
        scope,
        label=label,
        lives=None if days is None else timedelta(days=days),
        machine_time=desk.machine_time,
    )
    _note(desk, actor, "create", made, {"scope": scope, "label": made.label})
    return made, text


def revoke_token(desk: Desk, token_id: str) -> None:
    """End a token for good. Raises NotFound for one that is not theirs to see."""
    actor = require(desk.actor, Right.SEE)
    if actor.scope == "read":
        require(actor, Right.WORK)
    seen = {one.id: one for one in tokens_for(desk.connection, actor)}
    if token_id not in seen:
        raise NotFound(
            "token-not-found",
            f"There is no token {token_id!r}.",
            f"Không có mã truy cập {token_id!r}.",
            where="id",
        )
    if seen[token_id].revoked_at is None:
        tokens.revoke_token(desk.connection, token_id, machine_time=desk.machine_time)
        _note(desk, actor, "revoke", seen[token_id], None)


def token_object(one: ApiToken) -> dict[str, Any]:
    """A token as JSON, without its text."""
    return {
        "id": one.id,
        "email": one.email,
        "label": one.label,
        "scope": one.scope,
        "created_at": instant(one.created_at),
        "expires_at": instant(one.expires_at),
        "revoked_at": instant(one.revoked_at),
        "used_at": instant(one.used_at),
    }


def _note(desk: Desk, actor: Actor, action: str, one: ApiToken, after: dict[str, Any] | None) -> None:
    record(
        desk.connection,
        actor,
        action,
        "token",
        one.id,
        machine_time=desk.machine_time,
        office_id=one.office_id,
        after=after,
    )
