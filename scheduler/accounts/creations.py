"""What was answered to a creation that carried a key: sent again it makes nothing. Machine time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from scheduler.errors import Invalid
from scheduler.store.account_tables import idempotency

KEPT = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was given: `body` is JSON, `location` an address."""

    status: int
    body: bytes
    location: str | None


def begin(connection: Connection, key: str, person_id: str, request: str, at: datetime) -> Answer | None:
    """Take a key for a request (its hash), or give the answer that it got before.

    Somebody else with the same key waits here until this transaction has ended. Raises Invalid where the key
    was used for another request.
    """
    connection.execute(delete(idempotency).where(idempotency.c.created_at <= at - KEPT))
    facts = {"key": key, "person_id": person_id, "request": request, "status": 0, "body": b""}
    try:
        with connection.begin_nested():
            connection.execute(insert(idempotency).values(**facts, created_at=at))
    except IntegrityError:
        found = connection.execute(select(idempotency).where(*_of(key, person_id))).one()
        if found.request != request:
            raise Invalid(
                "key-reused",
                "This Idempotency-Key was used for another request within 24 hours; choose a new one.",
                "Idempotency-Key này đã dùng cho yêu cầu khác trong 24 giờ qua; hãy chọn khóa mới.",
                where="idempotency-key",
            ) from None
        return Answer(found.status, found.body, found.location)
    return None


def keep(
    connection: Connection, key: str, person_id: str, status: int, body: bytes, location: str | None
) -> None:
    """Write the answer down beside its key."""
    change = update(idempotency).where(*_of(key, person_id))
    connection.execute(change.values(status=status, body=body, location=location))


def forget(connection: Connection, address: str, at: datetime) -> None:
    """Let no answer name an address any more; sent again, such a creation still makes nothing."""
    connection.execute(delete(idempotency).where(idempotency.c.created_at <= at - KEPT))
    for row in connection.execute(select(idempotency)).all():
        if address.encode() in row.body:
            made = json.dumps({"id": json.loads(row.body).get("id")}).encode()
            connection.execute(update(idempotency).where(*_of(row.key, row.person_id)).values(body=made))


def _of(key: str, person_id: str) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return idempotency.c.key == key, idempotency.c.person_id == person_id
