"""What opens a door beside a session: tokens for programs and calendar addresses end with a password."""

from __future__ import annotations

from scheduler.accounts.tokens import revoke_all
from scheduler.desk.desk import Desk
from scheduler.feeds.access import revoke_made_by


def end_keys(desk: Desk, person_id: str) -> None:
    """End every token and calendar address that a person has made: another may have made some as them."""
    revoke_all(desk.connection, person_id, machine_time=desk.machine_time)
    revoke_made_by(desk.connection, person_id, machine_time=desk.machine_time)
