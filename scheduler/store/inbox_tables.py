"""The tables of the proof inbox: links that are given to outlets, and what came by them and waits."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Date, ForeignKey, Table, Text

from scheduler.store.tables import Instant, Serial, metadata, one_of

PROPOSAL_STATES = ("waiting", "accepted", "declined")

inbox_link = Table(
    "inbox_link",
    metadata,
    Column("id", Text, primary_key=True),
    Column("token_hash", Text, nullable=False, unique=True),  # the token itself is shown once
    Column("plan_id", ForeignKey("plan.id"), nullable=False, index=True),
    Column("outlet", Text, nullable=False),  # by name, as the rights of editors are
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("person_id", Text),
    Column("who", Text, nullable=False),  # as whoever made it was called then
    # Machine time, like the two that follow.
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    Column("revoked_at", Instant),
)

proposal = Table(
    "proposal",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("link_id", ForeignKey("inbox_link.id", ondelete="CASCADE"), nullable=False, index=True),
    # What the plan no longer has cannot be accepted; what was accepted is a piece, and keeps its occurrence.
    Column("occurrence_id", ForeignKey("occurrence.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("day", Date),  # when it really was: wall time of the plan
    Column("link", Text),
    Column("issue", Text),
    Column("page", Text),
    Column("note", Text),
    Column("file", Text, index=True),  # the sha256 of one
    Column("file_name", Text),
    Column("created_at", Instant, nullable=False),
    Column("state", Text, nullable=False, server_default="waiting"),
    Column("decided_at", Instant),
    Column("decided_by", Text),
    Column("reason", Text),  # why it was declined
    CheckConstraint(one_of("state", PROPOSAL_STATES), name="state_known"),
    sqlite_autoincrement=True,
)
