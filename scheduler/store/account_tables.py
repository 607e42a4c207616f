"""The tables of people, their rights, sessions and tokens, and of the audit log.

Whatever opens a door (a session, a link, a token) is stored as its SHA-256 alone. All instants here are
machine time.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    false,
    true,
)

from scheduler.store.tables import Instant, Serial, metadata, one_of

ROLES = ("viewer", "editor", "manager", "admin")
SCOPES = ("read", "write")

person = Table(
    "person",
    metadata,
    Column("id", Text, primary_key=True),  # per_…
    Column("email", Text, nullable=False, unique=True),  # normalised, as subscribers' addresses are
    Column("name", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("password", Text),  # argon2; none: signs in by links in mails alone
    Column("active", Boolean, nullable=False, server_default=true()),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    CheckConstraint("language IN ('vi', 'en')", name="language_known"),
)

membership = Table(
    "membership",
    metadata,
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("office_id", ForeignKey("office.id"), primary_key=True, index=True),
    Column("role", Text, nullable=False),
    # An invitation until the person accepts: name and language as the office wrote them. None: a role.
    Column("invited", JSON(none_as_null=True)),
    Column("weekly", Boolean, nullable=False, server_default=true()),  # the list of what is unconfirmed
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    CheckConstraint(one_of("role", ROLES), name="role_known"),
)

membership_outlet = Table(
    "membership_outlet",
    metadata,
    # An editor with rows here works for these outlets alone; one without works for all of the office.
    Column("person_id", Text, primary_key=True),
    Column("office_id", Integer, primary_key=True),
    Column("outlet_id", ForeignKey("outlet.id"), primary_key=True),
    ForeignKeyConstraint(
        ["person_id", "office_id"], ["membership.person_id", "membership.office_id"], ondelete="CASCADE"
    ),
)

session = Table(
    "session",
    metadata,
    Column("hash", Text, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),  # the one they work in now
    Column("agent", Text),  # the browser, for the list of one's own sessions
    Column("by_link", Boolean, nullable=False, server_default=false()),  # began with a link out of a mail
    Column("created_at", Instant, nullable=False),
    Column("seen_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
)

sign_in_link = Table(
    "sign_in_link",
    metadata,
    Column("hash", Text, primary_key=True),
    # Nobody's is the first run's: it makes the first administrator, as long as there are no accounts.
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), index=True),
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant, nullable=False, index=True),
    Column("used_at", Instant),
)

api_token = Table(
    "api_token",
    metadata,
    Column("id", Text, primary_key=True),  # tok_…
    Column("hash", Text, nullable=False, unique=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("label", Text, nullable=False),
    Column("scope", Text, nullable=False),
    Column("made_by", Text),  # the token with which it was made: it ends with it
    Column("created_at", Instant, nullable=False),
    Column("expires_at", Instant),
    Column("revoked_at", Instant),
    Column("used_at", Instant),  # to the minute
    CheckConstraint(one_of("scope", SCOPES), name="scope_known"),
)

attempt = Table(
    "attempt",
    metadata,
    # Tries to sign in, by a hash of what they are counted by; old ones are swept away.
    Column("key", Text, primary_key=True),
    Column("tried", Integer, nullable=False),
    Column("at", Instant, nullable=False, index=True),  # the last of them
)

audit = Table(
    "audit",
    metadata,
    # Triggers of the migrations refuse every change of a row, and to remove one that is not a year old.
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("at", Instant, nullable=False),
    Column("office_id", Integer),  # no foreign keys: history outlives its subjects
    Column("person_id", Text),
    Column("who", Text, nullable=False),  # as they were called then
    Column("door", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("plan", Text),  # its slug
    Column("before", JSON(none_as_null=True)),
    Column("after", JSON(none_as_null=True)),
    Column("note", Text),
    Column("act", Text),  # lines that were written together share it; none in what is older
    Index("ix_audit_subject", "subject_kind", "subject", "id"),
    Index("ix_audit_office", "office_id", "id"),
    Index("ix_audit_plan", "office_id", "plan", "id"),
    Index("ix_audit_act", "act"),
    sqlite_autoincrement=True,
)

idempotency = Table(
    "idempotency",
    metadata,
    # What a creation answered, so that the same key asked again gets the same answer and makes nothing.
    Column("key", Text, primary_key=True),
    Column("person_id", ForeignKey("person.id", ondelete="CASCADE"), primary_key=True),
    Column("request", Text, nullable=False),  # a hash of method, path and body
    Column("status", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("location", Text),
    Column("created_at", Instant, nullable=False, index=True),
)
