"""The tables of what really appeared: pieces, the proofs of each, their files. Pieces are never deleted."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Integer, LargeBinary, Table, Text, Time

from scheduler.store.tables import Instant, Serial, metadata, one_of

PROOF_KINDS = ("aired", "published")

piece = Table(
    "piece",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("item_id", ForeignKey("item.id"), nullable=False, index=True),
    # No cascade: an occurrence that a piece names cannot be deleted in silence.
    Column("occurrence_id", ForeignKey("occurrence.id"), index=True),  # that it was given for
    Column("makes_good", ForeignKey("occurrence.id"), index=True),  # a missed one that it stands in for
    Column("unit", Text),  # one of the item's, where it has several
    Column("count", Integer, nullable=False, server_default="1"),
    Column("day", Date),  # when it really appeared: wall time of the plan; none: as its occurrence was due
    Column("time", Time),
    Column("channel", Text),
    Column("title", Text),
    Column("person_id", Text),
    Column("who", Text, nullable=False),  # as whoever gave it was called then
    Column("created_at", Instant, nullable=False),
    Column("withdrawn_at", Instant),
    Column("withdrawn_by", Text),
    Column("withdrawn_why", Text),
    CheckConstraint("count > 0", name="count_positive"),
    CheckConstraint("day IS NOT NULL OR occurrence_id IS NOT NULL", name="day_known"),
    CheckConstraint("time IS NULL OR day IS NOT NULL", name="time_of_day"),
    CheckConstraint("occurrence_id IS NULL OR makes_good IS NULL", name="one_reason"),
    CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name="withdrawal_whole"),
    sqlite_autoincrement=True,
)

proof = Table(
    "proof",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("piece_id", ForeignKey("piece.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("day", Date),  # that it tells of: wall time of the plan
    Column("time", Time),
    Column("link", Text),
    Column("issue", Text),
    Column("page", Text),
    Column("log", Text),
    Column("note", Text),
    Column("file", Text, index=True),  # the sha256 of one
    Column("file_name", Text),  # as whoever gave it called it
    Column("person_id", Text),
    Column("who", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    CheckConstraint(one_of("kind", PROOF_KINDS), name="kind_known"),
    sqlite_autoincrement=True,
)

file = Table(
    "file",
    metadata,
    # By what it holds: the same photo given twice is there once. Only what `scheduler.desk.files` knows.
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("created_at", Instant, nullable=False),
)
