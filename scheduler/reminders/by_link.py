"""What a reader does by the link out of a mail: confirm, change, unsubscribe, be forgotten.

The link is their right. The log tells that a reader did it, and not who they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts.confirmers import confirmers, tell_weekly
from scheduler.accounts.people import find_person
from scheduler.accounts.rights import READER, Actor, Door, Right, require
from scheduler.desk.desk import Desk
from scheduler.errors import NotFound
from scheduler.reminders.of_office import note, note_change
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.links import Purpose
from scheduler.reminders.readers.subscriber_object import read_wishes
from scheduler.reminders.readers.subscription import Subscriber


def confirm(desk: Desk, token: str, door: Door) -> Subscriber:
    """Make the subscription active. Raises as `subscribers.confirm`."""
    before = subscribers.waiting_for(desk.connection, token, machine_time=desk.machine_time)
    found = subscribers.confirm(desk.connection, token, machine_time=desk.machine_time)
    note_change(desk, _reader(found, door), before, found)
    return found


def change(
    desk: Desk, token: str, wishes: Mapping[str, Any], door: Door, *, secret: bytes, state: str | None = None
) -> Subscriber:
    """Change what they are told; `state` "unsubscribed" ends the mails. Raises NotFound, Invalid.

    What of an office's plans they are told takes somebody of that office, as names could be tried out.
    """
    before = _holder(desk, token, "preferences", secret)
    if "filters" in wishes:
        actor = require(desk.actor, Right.TELL)
        if not actor.sees(before.office_id):
            raise subscribers.dead_link()
    wanted = read_wishes(wishes, before.subscription)
    found = subscribers.update(desk.connection, before.id, wanted, machine_time=desk.machine_time)
    if state is not None:
        found = subscribers.unsubscribe(desk.connection, found.id, machine_time=desk.machine_time)
    note_change(desk, _reader(found, door), before, found)
    return found


def unsubscribe(desk: Desk, token: str, door: Door, *, secret: bytes) -> Subscriber:
    """End the mails, or the weekly list alone; once more changes nothing. Raises NotFound."""
    if is_of_list(desk.connection, token, secret):
        return _end_list(desk, _holder(desk, token, "unconfirmed", secret), door)
    before = _holder(desk, token, "unsubscribe", secret)
    found = subscribers.unsubscribe(desk.connection, before.id, machine_time=desk.machine_time)
    note_change(desk, _reader(found, door), before, found)
    return found


def is_of_list(connection: Connection, token: str, secret: bytes) -> bool:
    """Whether a link ends the weekly list of what is unconfirmed, and nothing else."""
    try:
        subscribers.by_token(connection, token, "unconfirmed", secret)
    except NotFound:
        return False
    return True


def gets_list(connection: Connection, found: Subscriber) -> bool:
    """Whether a reader gets the weekly list."""
    return any(one.office_id == found.office_id for one in confirmers(connection, found.email))


def _end_list(desk: Desk, found: Subscriber, door: Door) -> Subscriber:
    who = find_person(desk.connection, found.email)
    if who is not None and gets_list(desk.connection, found):
        tell_weekly(desk.connection, who.id, found.office_id, False, desk.machine_time())
        note(desk, _reader(found, door), "change", found, {"weekly": True}, {"weekly": False})
    return found


def forget(desk: Desk, token: str, door: Door, *, secret: bytes) -> Subscriber:
    """Remove all that is kept about them; gives who it was. Raises NotFound."""
    found = _holder(desk, token, "preferences", secret)
    subscribers.delete(desk.connection, found.id, machine_time=desk.machine_time)
    note(desk, _reader(found, door), "remove", found)
    return found


def _holder(desk: Desk, token: str, purpose: Purpose, secret: bytes) -> Subscriber:
    return subscribers.by_token(desk.connection, token, purpose, secret)


def _reader(found: Subscriber, door: Door) -> Actor:
    """No person of ours, and with no right but what the link gives."""
    return Actor(READER, "viewer", door, office_id=found.office_id, scope="read")
