"""How often one may try to sign in: by address and by where the tries come from, over all processes."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Connection, delete, func, insert, select

from scheduler.errors import TooMany
from scheduler.machine_time import MachineTime
from scheduler.secret import hashed
from scheduler.store.account_tables import attempt

WITHIN = timedelta(minutes=15)
MOST_OF_ADDRESS, MOST_OF_SOURCE = 10, 50


def count_try(connection: Connection, email: str, came_from: str, *, machine_time: MachineTime) -> None:
    """Count one try to sign in, or to be sent a link. Raises TooMany."""
    at = machine_time()
    connection.execute(delete(attempt).where(attempt.c.at <= at - WITHIN))
    for text, most in (
        (f"of {email.strip().lower()}", MOST_OF_ADDRESS),
        (f"from {came_from}", MOST_OF_SOURCE),
    ):
        key = hashed(text)
        counted = select(func.count(), func.min(attempt.c.at)).where(
            attempt.c.key == key, attempt.c.at > at - WITHIN
        )
        tried, first = connection.execute(counted).one()
        if tried >= most:
            wait = int((first + WITHIN - at).total_seconds()) + 1
            minutes = -(-wait // 60)
            raise TooMany(
                "too-many-tries",
                f"There were too many tries. Try again in {minutes} minutes.",
                f"Đã thử quá nhiều lần. Hãy thử lại sau {minutes} phút.",
                retry_after=wait,
            )
        connection.execute(insert(attempt).values(key=key, at=at))


def forget_tries(connection: Connection, email: str) -> None:
    """Who has signed in starts anew."""
    connection.execute(delete(attempt).where(attempt.c.key == hashed(f"of {email.strip().lower()}")))
