"""What opens a door beside a session: tokens for programs and calendar addresses end with a password."""

from __future__ import annotations

from scheduler.accounts.tokens import revoke_all
from scheduler.desk.desk import Desk
from scheduler.feeds.access import revoke_made_by
from scheduler.store.inbox import revoke_links_of


def end_keys(desk: Desk, person_id: str) -> None:
    """End every token, calendar address and link of the inbox of a person: another may have made some."""
    revoke_all(desk.connection, person_id, machine_time=desk.machine_time)
    revoke_made_by(desk.connection, person_id, machine_time=desk.machine_time)
    revoke_links_of(desk.connection, person_id, desk.machine_time())
