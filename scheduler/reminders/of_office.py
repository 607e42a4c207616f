"""The subscribers of an office, for those who may see them; another office's are not there."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts.audit import record
from scheduler.accounts.people import get_person
from scheduler.accounts.rights import Actor, Right, require
from scheduler.desk.desk import Desk, same_revision
from scheduler.errors import Forbidden, NotFound
from scheduler.reminders.explaining.listing import get_reminder
from scheduler.reminders.outbox.deciding import Decided, Which, resolve_all, resolve_unknown
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscriber_object import read_wishes, subscriber_object
from scheduler.reminders.readers.subscription import Subscriber, Subscription

_TOLD = ("language", "state", "leads", "filters", "quiet_from", "quiet_until", "digest", "notices")


def subscribers_of_office(connection: Connection, actor: Actor | None) -> list[Subscriber]:
    """All of them by address."""
    who = require(actor, Right.TELL)
    return [one for one in subscribers.list_subscribers(connection) if _theirs(who, one)]


def subscriber_of_office(connection: Connection, actor: Actor | None, said: str) -> Subscriber:
    """One of them, by id or address. Raises NotFound, also for another office's."""
    who = require(actor, Right.TELL)
    found = None
    if said.startswith("sub_") and "@" not in said:
        found = subscribers.find_subscriber(connection, said)
    elif "@" in said:
        found = subscribers.find_by_email(connection, said, office_id=who.office_id)
    if found is None or not _theirs(who, found):
        raise NotFound(
            "subscriber-not-found",
            f"Nobody is subscribed as {said[:60]!r}.",
            f"Không có ai đăng ký với {said[:60]!r}.",
            where="subscriber",
        )
    return found


def add_subscriber(desk: Desk, wishes: dict[str, Any], *, secret: bytes) -> Subscriber:
    """Add one who is owed the mail that asks to confirm. Raises Invalid, Conflict."""
    return _add(desk, require(desk.actor, Right.TELL), read_wishes(wishes), secret)


def add(desk: Desk, wanted: Subscription, *, secret: bytes | None) -> Subscriber:
    """The same; without a secret the actor vouches for the address, and no mail asks."""
    return _add(desk, require(desk.actor, Right.TELL), wanted, secret)


def add_own(desk: Desk, wishes: dict[str, Any], *, secret: bytes) -> Subscriber:
    """The same for one's own address, which is everybody's right; for another it takes the one above.

    Who may not is told so before anything is looked up.
    """
    actor, wanted = require(desk.actor, Right.SEE), read_wishes(wishes)
    own = None if actor.person_id is None else get_person(desk.connection, actor.person_id).email
    if not actor.may(Right.TELL):
        if actor.scope == "read":
            require(actor, Right.TELL)
        if wanted.email != own:
            raise Forbidden(
                "own-address",
                "You may ask for mails to your own address. For others a manager of the office adds them.",
                "Bạn chỉ được đăng ký thư cho địa chỉ của chính mình. Địa chỉ khác do người phụ trách của cơ"
                " quan thêm.",
                where="email",
            )
    return _add(desk, actor, wanted, secret)


def _add(desk: Desk, actor: Actor, wanted: Subscription, secret: bytes | None) -> Subscriber:
    found, _ = subscribers.add(
        desk.connection,
        wanted,
        machine_time=desk.machine_time,
        now=desk.clock.now(),
        confirmed=secret is None,
        secret=secret,
        office_id=actor.office_id,
    )
    note(desk, actor, "add", found, None, _facts(found))
    return found


def change_subscriber(
    desk: Desk, said: str, wishes: dict[str, Any], *, state: str | None = None, if_revision: int | None = None
) -> Subscriber:
    """Change what they are told; `state` "unsubscribed" ends it. Raises NotFound, Invalid, Conflict."""
    actor = require(desk.actor, Right.TELL)
    before = subscriber_of_office(desk.connection, actor, said)
    same_revision(before.revision, if_revision, before.id)
    wanted = read_wishes(wishes, before.subscription)
    found = subscribers.update(desk.connection, before.id, wanted, machine_time=desk.machine_time)
    if state is not None:
        found = subscribers.unsubscribe(desk.connection, found.id, machine_time=desk.machine_time)
    note_change(desk, actor, before, found)
    return found


def remove_subscriber(desk: Desk, said: str) -> str:
    """Forget a person, and give their address. The log says that somebody was removed, and not who.

    Raises NotFound.
    """
    actor = require(desk.actor, Right.TELL)
    found = subscriber_of_office(desk.connection, actor, said)
    subscribers.delete(desk.connection, found.id, machine_time=desk.machine_time)
    note(desk, actor, "remove", found)
    return found.email


def suppress(desk: Desk, email: str) -> None:
    """Never write to an address again, whoever adds it. Raises Invalid."""
    actor = require(desk.actor, Right.TELL)
    subscribers.suppress(desk.connection, email, "person", machine_time=desk.machine_time)
    _note_address(desk, actor, "suppress", email)


def allow(desk: Desk, email: str) -> bool:
    """Lift a suppression; False where there is none. Raises Invalid."""
    actor = require(desk.actor, Right.TELL)
    lifted = subscribers.allow(desk.connection, email, machine_time=desk.machine_time)
    if lifted:
        _note_address(desk, actor, "allow", email)
    return lifted


def _note_address(desk: Desk, actor: Actor, action: str, email: str) -> None:
    """A line that never holds the address: of its subscriber, or of nobody that is known."""
    found = subscribers.find_by_email(desk.connection, email)
    if found is not None:
        note(desk, actor, action, found)
    else:
        record(desk.connection, actor, action, "subscriber", "*", machine_time=desk.machine_time)


def decide(desk: Desk, reminder_id: int, arrived: bool) -> None:
    """Say of a mail to one of them, of which nobody knows, that it arrived; else it is sent again.

    Raises NotFound, also for another office's, and Conflict where it is known.
    """
    actor = require(desk.actor, Right.TELL)
    about = get_reminder(desk.connection, reminder_id, office_id=actor.office_id).subscriber
    resolve_unknown(desk.connection, reminder_id, arrived, desk.clock.now(), machine_time=desk.machine_time)
    record(
        desk.connection,
        actor,
        "decide",
        "reminder",
        str(reminder_id),
        machine_time=desk.machine_time,
        office_id=None if about is None else subscribers.get_subscriber(desk.connection, about).office_id,
        after={"arrived": arrived},
    )


def decide_all(desk: Desk, which: Which, arrived: bool) -> Decided:
    """The same of all mails to them that are meant: one line of the log says of which and how many."""
    actor = require(desk.actor, Right.TELL)
    theirs = replace(which, office_id=actor.office_id)
    found = resolve_all(desk.connection, theirs, arrived, desk.clock.now(), machine_time=desk.machine_time)
    if found.count:
        record(
            desk.connection,
            actor,
            "decide",
            "reminder",
            "*",
            machine_time=desk.machine_time,
            after={"arrived": arrived, "what": which.what, "count": found.count},
        )
    return found


def _theirs(actor: Actor, one: Subscriber) -> bool:
    return actor.sees(one.office_id)


def _facts(found: Subscriber) -> dict[str, Any]:
    """What of a subscriber the log may keep for good: never the address."""
    told = subscriber_object(found)
    return {name: told[name] for name in _TOLD}


def note_change(desk: Desk, actor: Actor, before: Subscriber, after: Subscriber) -> None:
    """Write into the log what of a subscriber has changed, if anything has."""
    old, new = _facts(before), _facts(after)
    changed = [name for name in old if old[name] != new[name]]
    if changed:
        old, new = ({name: facts[name] for name in changed} for facts in (old, new))
        note(desk, actor, "change", after, old, new)


def note(
    desk: Desk,
    actor: Actor,
    action: str,
    found: Subscriber,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write one deed about a subscriber into the log of their office."""
    record(
        desk.connection,
        actor,
        action,
        "subscriber",
        found.id,
        machine_time=desk.machine_time,
        office_id=found.office_id,
        before=before,
        after=after,
    )
