"""The rows of subscribers, their links and the suppressed addresses.

`scheduler.reminders` gives them meaning. `at` is machine time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from scheduler.store.tables import feed, link_token, office, plan, subscriber, suppression


def the_office(connection: Connection) -> int | None:
    """The id of the office that owns the subscribers, the first of all; None before any plan."""
    found = connection.scalar(select(office.c.id).order_by(office.c.id).limit(1))
    return None if found is None else int(found)


def asked_of(connection: Connection, office_id: int, slugs: Sequence[str]) -> dict[str, Any]:
    """Which office writes, and of which plans: those of the slugs, else the office's newest."""
    titles = select(plan.c.title).order_by(plan.c.year.desc(), plan.c.id.desc())
    titles = titles.where(plan.c.slug.in_(slugs)) if slugs else titles.where(plan.c.office_id == office_id)
    return {
        "office": connection.scalar(select(office.c.name).where(office.c.id == office_id)),
        "plans": list(connection.scalars(titles.limit(len(slugs) or 1))),
    }


def subscriber_row(connection: Connection, subscriber_id: str, *, lock: bool = False) -> RowMapping | None:
    """The row of that id; `lock` holds it until the transaction ends."""
    question = select(subscriber).where(subscriber.c.id == subscriber_id)
    return connection.execute(question.with_for_update() if lock else question).mappings().first()


def row_of_email(
    connection: Connection, email: str, *, lock: bool = False, office_id: int | None = None
) -> RowMapping | None:
    """The row of that address in its normal spelling: of an office, or the first of all."""
    found = rows_of_email(connection, email, lock=lock)
    return next((row for row in found if office_id is None or row["office_id"] == office_id), None)


def rows_of_email(connection: Connection, email: str, *, lock: bool = False) -> list[RowMapping]:
    """The rows of that address, one for each office that writes to it."""
    question = select(subscriber).where(subscriber.c.email == email).order_by(subscriber.c.office_id)
    return list(connection.execute(question.with_for_update() if lock else question).mappings())


def subscriber_rows(connection: Connection, state: str | None = None) -> list[RowMapping]:
    """All who asked for reminders, by address, or those in one state."""
    question = select(subscriber).where(subscriber.c.asked).order_by(subscriber.c.email)
    if state is not None:
        question = question.where(subscriber.c.state == state)
    return list(connection.execute(question).mappings())


def insert_subscriber(connection: Connection, facts: Mapping[str, Any], at: datetime) -> bool:
    """Store a new row; False where somebody else has just stored one for that address."""
    try:
        with connection.begin_nested():
            connection.execute(insert(subscriber).values(**facts, revision=1, created_at=at, updated_at=at))
    except IntegrityError:
        return False
    return True


def change_subscriber(
    connection: Connection, subscriber_id: str, facts: Mapping[str, Any], at: datetime
) -> None:
    """Change a row and raise its revision."""
    change = update(subscriber).where(subscriber.c.id == subscriber_id)
    connection.execute(change.values(**facts, revision=subscriber.c.revision + 1, updated_at=at))


def delete_subscriber(connection: Connection, subscriber_id: str) -> None:
    """Remove a row, its links and its feeds. Its reminders must have been let go before."""
    connection.execute(delete(subscriber).where(subscriber.c.id == subscriber_id))


def insert_link(
    connection: Connection,
    token_hash: str,
    subscriber_id: str,
    purpose: str,
    expires_at: datetime,
    at: datetime,
) -> None:
    """Store the hash of a link that works once."""
    connection.execute(
        insert(link_token).values(
            hash=token_hash,
            subscriber_id=subscriber_id,
            purpose=purpose,
            expires_at=expires_at,
            created_at=at,
        )
    )


def link_row(connection: Connection, token_hash: str, purpose: str) -> RowMapping | None:
    """The link of that hash and purpose, used or not."""
    question = select(link_token).where(link_token.c.hash == token_hash, link_token.c.purpose == purpose)
    return connection.execute(question).mappings().first()


def use_link(connection: Connection, token_hash: str, at: datetime) -> bool:
    """Mark a link as used; False where it was used before. Of two at once, one wins."""
    unused = (link_token.c.hash == token_hash) & link_token.c.used_at.is_(None)
    return connection.execute(update(link_token).where(unused).values(used_at=at)).rowcount == 1


def end_links(connection: Connection, subscriber_id: str, at: datetime) -> None:
    """Let no link that works once work any more."""
    unused = (link_token.c.subscriber_id == subscriber_id) & link_token.c.used_at.is_(None)
    connection.execute(update(link_token).where(unused).values(used_at=at))


def link_rows(connection: Connection, subscriber_id: str) -> list[RowMapping]:
    """The links of a subscriber, oldest first."""
    question = select(link_token).where(link_token.c.subscriber_id == subscriber_id)
    return list(connection.execute(question.order_by(link_token.c.created_at)).mappings())


def suppression_row(connection: Connection, email_hash: str) -> RowMapping | None:
    """Why and since when nothing is sent to the address of that hash; None where it may be written to."""
    question = select(suppression).where(suppression.c.email_hash == email_hash)
    return connection.execute(question).mappings().first()


def insert_suppression(connection: Connection, email_hash: str, reason: str, at: datetime) -> None:
    """Suppress an address; where it already is, the first reason stays."""
    try:
        with connection.begin_nested():
            connection.execute(insert(suppression).values(email_hash=email_hash, reason=reason, at=at))
    except IntegrityError:
        pass


def delete_suppression(connection: Connection, email_hash: str) -> bool:
    """Let an address be written to again; False where it could be."""
    return connection.execute(delete(suppression).where(suppression.c.email_hash == email_hash)).rowcount == 1


def feed_rows(connection: Connection, subscriber_id: str | None = None) -> list[RowMapping]:
    """All feeds behind tokens, oldest first, or those of one subscriber."""
    question = select(feed).order_by(feed.c.created_at, feed.c.id)
    if subscriber_id is not None:
        question = question.where(feed.c.subscriber_id == subscriber_id)
    return list(connection.execute(question).mappings())
