"""Indexes for what years leave behind, counts of the outbox, and a log of deeds that may be removed when old.

Going down lets the counts of removed reminders go: the older version knows of none.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_growth"
down_revision = "2026_12_01_series"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
CANNOT = "the audit log cannot be changed"
YOUNG = "a line of the audit log is kept for a year"

PHASE_BEFORE = (
    "CASE WHEN state IN ('due', 'claimed', 'handing_over') THEN 'open' WHEN state = 'unknown' THEN 'unknown'"
    " WHEN state = 'accepted' THEN 'sent' ELSE 'ended' END"
)
PHASE = (
    "CASE WHEN state IN ('due', 'claimed', 'handing_over') THEN 'open' WHEN state = 'accepted' THEN 'sent'"
    " ELSE state END"
)
OF_PHASE = {
    "ix_reminder_due": (["due_at", "id"], "phase = 'open'"),
    "ix_reminder_put_off": (["first_due_at"], "phase = 'open' AND first_due_at IS NOT NULL"),
    "ix_reminder_told": (["target_start"], "phase IN ('sent', 'unknown')"),
}
BEFORE = OF_PHASE | {"ix_reminder_unknown": (["id"], "phase = 'unknown'")}
AFTER = OF_PHASE | {
    "ix_reminder_ended": (["phase", "id"], "phase NOT IN ('open', 'sent')"),
    "ix_reminder_expired": (["useful_until"], "phase = 'expired' AND what IN ('change', 'confirm')"),
}
PLAIN = {
    "ix_audit_plan": ("audit", ["office_id", "plan", "id"]),
    "ix_subscriber_email": ("subscriber", ["email"]),
    "ix_link_token_expires_at": ("link_token", ["expires_at"]),
    "ix_session_expires_at": ("session", ["expires_at"]),
    "ix_sign_in_link_expires_at": ("sign_in_link", ["expires_at"]),
    "ix_attempt_at": ("attempt", ["at"]),
    "ix_idempotency_created_at": ("idempotency", ["created_at"]),
}
WHATS = "what IN ('reminder', 'change', 'opening', 'closing', 'quota', 'digest', 'confirm')"
STATES = (
    "state IN ('due', 'claimed', 'handing_over', 'accepted', 'unknown', 'failed', 'expired', 'cancelled')"
)


def upgrade() -> None:
    _phase(BEFORE, PHASE, AFTER)
    _create({"ix_reminder_apart": (["what", "id"], "what <> 'reminder'")})
    for name, (table, columns) in PLAIN.items():
        op.create_index(name, table, columns, unique=False)
    op.create_table(
        "reminder_count",
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("gone", sa.BigInteger(), nullable=False),
        sa.Column("gone_late", sa.BigInteger(), nullable=False),
        sa.Column("kept", sa.BigInteger(), nullable=False),
        sa.Column("kept_late", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(WHATS, name=op.f("ck_reminder_count_what_known")),
        sa.CheckConstraint(STATES, name=op.f("ck_reminder_count_state_known")),
        sa.PrimaryKeyConstraint("what", "state", name=op.f("pk_reminder_count")),
    )
    op.create_table(
        "upkeep",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("begun_at", INSTANT, nullable=False),
        sa.Column("ended_at", INSTANT, nullable=True),
        sa.Column("reckoned_at", INSTANT, nullable=False),
        sa.Column("counted_to", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("removed", sa.JSON(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_upkeep_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_upkeep")),
    )
    _guard_the_young()


def downgrade() -> None:
    _guard_all()
    op.drop_table("upkeep")
    op.drop_table("reminder_count")
    for name, (table, _) in PLAIN.items():
        op.drop_index(name, table_name=table)
    op.drop_index("ix_reminder_apart", table_name="reminder")
    _phase(AFTER, PHASE_BEFORE, BEFORE)


def _guard_the_young() -> None:
    """Let lines of the audit log be removed that are a year old; none be changed."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_no_delete")
        op.execute(
            "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit"
            " WHEN OLD.at > strftime('%Y-%m-%d %H:%M:%f', 'now', '-365 days')"
            f" BEGIN SELECT RAISE(ABORT, '{YOUNG}'); END"
        )
        return
    op.execute("DROP TRIGGER audit_no_change ON audit")
    op.execute(
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR TRUNCATE ON audit"
        " FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()"
    )
    op.execute(
        "CREATE FUNCTION audit_is_young() RETURNS trigger LANGUAGE plpgsql AS"
        f" $$ BEGIN RAISE EXCEPTION '{YOUNG}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit FOR EACH ROW"
        " WHEN (OLD.at > now() - interval '365 days') EXECUTE FUNCTION audit_is_young()"
    )


def _guard_all() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER audit_no_delete")
        op.execute(
            "CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit"
            f" BEGIN SELECT RAISE(ABORT, '{CANNOT}'); END"
        )
        return
    op.execute("DROP TRIGGER audit_no_delete ON audit")
    op.execute("DROP FUNCTION audit_is_young()")
    op.execute("DROP TRIGGER audit_no_change ON audit")
    op.execute(
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit"
        " FOR EACH STATEMENT EXECUTE FUNCTION audit_is_kept()"
    )


def _phase(
    before: dict[str, tuple[list[str], str]], phase: str, after: dict[str, tuple[list[str], str]]
) -> None:
    """Work the phase out in another way, and with it what the indexes hold."""
    for name in before:
        op.drop_index(name, table_name="reminder")
    op.drop_column("reminder", "phase")
    # SQLite adds a column that is worked out when it is read, PostgreSQL indexes none but a stored one.
    stored = op.get_bind().dialect.name == "postgresql"
    op.add_column("reminder", sa.Column("phase", sa.Text(), sa.Computed(phase, persisted=stored)))
    _create(after)


def _create(indexes: dict[str, tuple[list[str], str]]) -> None:
    for name, (columns, where) in indexes.items():
        op.create_index(
            name,
            "reminder",
            columns,
            unique=False,
            sqlite_where=sa.text(where),
            postgresql_where=sa.text(where),
        )
