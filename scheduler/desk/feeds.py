"""Calendar addresses: everybody makes and ends their own, an administrator ends any of the office."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection

from scheduler.accounts.rights import Actor, Right, require, require_writer
from scheduler.desk.desk import Desk, note_in_office
from scheduler.errors import NotFound
from scheduler.feeds import access
from scheduler.feeds.access import Feed
from scheduler.feeds.wording import Language
from scheduler.store.occurrences.selection import Selection


def own_feeds(connection: Connection, actor: Actor | None) -> list[Feed]:
    """The feeds that the actor has made and that are not ended, in every office; the oldest first."""
    who = require(actor, Right.SEE)
    if who.person_id is None:
        return []
    return [one for one in access.list_feeds(connection, person_id=who.person_id) if one.revoked_at is None]


def feeds_of_office(connection: Connection, actor: Actor | None) -> list[Feed]:
    """All that were made in the actor's office and are not ended. Raises as `require`."""
    who = require(actor, Right.ADMINISTER)
    found = access.list_feeds(connection, office_id=who.office_id)
    return [one for one in found if one.revoked_at is None]


def create_feed(
    desk: Desk,
    label: str,
    wanted: Selection,
    *,
    alarms: str = "",
    language: Language = "vi",
    subscriber_id: str | None = None,
) -> tuple[Feed, str]:
    """A feed of one's own with its token, which can never be had again.

    It tells what its maker may see when it is fetched, and ends with the program's token that made it; a
    token that only reads makes none. Raises Invalid.
    """
    actor = require_writer(desk.actor)
    made, token = access.create_feed(
        desk.connection,
        label,
        wanted,
        machine_time=desk.machine_time,
        alarms=alarms,
        language=language,
        subscriber_id=subscriber_id,
        person_id=actor.person_id,
        office_id=actor.office_id,
        token_id=actor.token_id,
    )
    after = _filters(wanted) | {"label": made.label}
    note_in_office(desk, actor, made.office_id, "create", "feed", made.id, after=after)
    return made, token


def revoke_feed(desk: Desk, feed_id: str) -> None:
    """End a feed for good: one's own, or any of the office for its administrators.

    Raises NotFound for one that is not theirs to end.
    """
    actor = require_writer(desk.actor)
    one = next((one for one in _theirs(desk.connection, actor) if one.id == feed_id), None)
    if one is None:
        raise NotFound(
            "feed-not-found",
            f"There is no feed {feed_id[:60]!r}.",
            f"Không có lịch nào mang mã {feed_id[:60]!r}.",
            where="id",
        )
    access.revoke_feed(desk.connection, one.id, machine_time=desk.machine_time)
    note_in_office(desk, actor, one.office_id, "revoke", "feed", one.id)


def _theirs(connection: Connection, actor: Actor) -> list[Feed]:
    of_office = feeds_of_office(connection, actor) if actor.may(Right.ADMINISTER) else []
    return [*own_feeds(connection, actor), *of_office]


def _filters(wanted: Selection) -> dict[str, Any]:
    return {name: values for name, values in wanted.to_json().items() if values}
