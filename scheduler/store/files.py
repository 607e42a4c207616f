"""Files that prove a piece, kept in the database by what they hold: in its transactions and its backups."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import Connection, delete, exists, insert, select

from scheduler.store.inbox_tables import proposal
from scheduler.store.piece_tables import file, piece, proof
from scheduler.store.tables import item, plan


class StoredFile(NamedTuple):
    """A file as it was given for a proof; `plan` is the slug of the plan that it belongs to."""

    plan: str
    name: str
    media_type: str
    content: bytes


def keep(connection: Connection, content: bytes, media_type: str, at: datetime) -> str:
    """Store a file, once; gives its sha256."""
    digest = hashlib.sha256(content).hexdigest()
    # Held until the commit: the night's upkeep removes what nothing names, and this is about to be named.
    there = select(file.c.sha256).where(file.c.sha256 == digest).with_for_update(read=True)
    if connection.scalar(there) is None:
        row = {"sha256": digest, "size": len(content), "media_type": media_type, "content": content}
        connection.execute(insert(file).values(row | {"created_at": at}))
    return digest


def remove_unnamed(connection: Connection, before: datetime, limit: int) -> int:
    """Remove files older than `before` that neither a proof nor the inbox names, some at a time; how many."""
    unnamed = (
        file.c.created_at < before,
        ~exists().where(proof.c.file == file.c.sha256),
        ~exists().where(proposal.c.file == file.c.sha256),
    )
    some = select(file.c.sha256).where(*unnamed).limit(limit).with_for_update(skip_locked=True)
    found = list(connection.scalars(some))
    # Asked again once they are held: what somebody was about to name is named by now.
    return connection.execute(delete(file).where(file.c.sha256.in_(found), *unnamed)).rowcount


def file_of_proof(connection: Connection, proof_id: int) -> StoredFile | None:
    """The file of a proof; None where it has none."""
    question = (
        select(plan.c.slug, proof.c.file_name, file.c.media_type, file.c.content)
        .select_from(
            proof.join(file, file.c.sha256 == proof.c.file)
            .join(piece, piece.c.id == proof.c.piece_id)
            .join(item, item.c.id == piece.c.item_id)
            .join(plan, plan.c.id == item.c.plan_id)
        )
        .where(proof.c.id == proof_id)
    )
    row = connection.execute(question).first()
    return None if row is None else StoredFile(row[0], row[1] or "", row[2], row[3])
