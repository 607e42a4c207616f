"""Tokens for programs: everybody makes and ends their own, an administrator ends any of the office."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts import tokens
from scheduler.accounts.people import get_person
from scheduler.accounts.rights import Actor, Right, require, require_writer
from scheduler.accounts.tokens import ApiToken
from scheduler.desk.desk import Desk, note_in_office
from scheduler.errors import Forbidden, NotFound
from scheduler.planning.by_hand.occurrence_object import instant


def tokens_for(connection: Connection, actor: Actor | None) -> list[ApiToken]:
    """One's own tokens in this office, or all of the office for an administrator; newest first."""
    who = require(actor, Right.SEE)
    if who.may(Right.ADMINISTER):
        return tokens.tokens_of(connection, office_id=who.office_id)
    if who.person_id is None:
        return []
    return tokens.tokens_of(connection, office_id=who.office_id, person_id=who.person_id)


def create_token(
    desk: Desk,
    scope: str,
    *,
    label: str = "",
    days: int | None = None,
    owner: str | None = None,
    office_id: int | None = None,
) -> tuple[ApiToken, str]:
    """A token of one's own; its text can never be had again. A token that only reads makes none.

    One that a token has made lives no longer than that one.

    Whoever has no account (the command line) makes it for the person `owner` in `office_id`.
    """
    actor = require_writer(desk.actor)
    if actor.person_id is not None:
        owner, office_id = actor.person_id, actor.office_id
    if owner is None or office_id is None:
        raise Forbidden(
            "no-account",
            "Tokens belong to accounts; make one with: airslot token create --user EMAIL.",
            "Mã truy cập gắn với tài khoản; hãy tạo bằng: airslot token create --user EMAIL.",
        )
    made, text = tokens.create_token(
        desk.connection,
        get_person(desk.connection, owner),
        office_id,
        scope,
        label=label,
        lives=None if days is None else timedelta(days=days),
        made_by=None if actor.token_id is None else tokens.get_token(desk.connection, actor.token_id),
        machine_time=desk.machine_time,
    )
    of_another = {} if owner == actor.person_id else {"person": owner}
    after = {"scope": scope, "label": made.label} | of_another
    note_in_office(desk, actor, made.office_id, "create", "token", made.id, after=after)
    return made, text


def revoke_token(desk: Desk, token_id: str) -> ApiToken:
    """End a token for good: one's own of any office, or any of the office for its administrators.

    Raises NotFound for one that is not theirs to end.
    """
    actor = require_writer(desk.actor)
    one = tokens.find_token(desk.connection, token_id)
    if one is None or not _theirs(actor, one):
        raise NotFound(
            "token-not-found",
            f"There is no token {token_id!r}.",
            f"Không có mã truy cập {token_id!r}.",
            where="id",
        )
    if one.revoked_at is None:
        one = tokens.revoke_token(desk.connection, token_id, machine_time=desk.machine_time)
        note_in_office(desk, actor, one.office_id, "revoke", "token", one.id)
    return one


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


def _theirs(actor: Actor, one: ApiToken) -> bool:
    if actor.person_id is not None and one.person_id == actor.person_id:
        return True
    return actor.may(Right.ADMINISTER) and actor.sees(one.office_id)
