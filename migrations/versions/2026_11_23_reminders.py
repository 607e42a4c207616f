"""Reminders: subscribers and their links, suppression, feeds behind tokens, the outbox and its log."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_reminders"
down_revision = "2026_11_23_first_tables"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "relay_state",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("stopped_at", INSTANT, nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("resume_after", INSTANT, nullable=True),
        sa.Column("minute_from", INSTANT, nullable=True),
        sa.Column("minute_taken", sa.Integer(), server_default="0", nullable=False),
        sa.Column("hour_from", INSTANT, nullable=True),
        sa.Column("hour_taken", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_relay_state_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relay_state")),
    )
    op.create_table(
        "suppression",
        sa.Column("email_hash", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "reason IN ('bounce', 'complaint', 'person')", name=op.f("ck_suppression_reason_known")
        ),
        sa.PrimaryKeyConstraint("email_hash", name=op.f("pk_suppression")),
    )
    op.create_table(
        "subscriber",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("leads", sa.JSON(), nullable=False),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_until", sa.Time(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("notices", sa.Boolean(), nullable=False),
        sa.Column("link_salt", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.Column("confirmed_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint("digest IN ('daily', 'weekly')", name=op.f("ck_subscriber_digest_known")),
        sa.CheckConstraint("language IN ('vi', 'en')", name=op.f("ck_subscriber_language_known")),
        sa.CheckConstraint(
            "state IN ('pending', 'active', 'unsubscribed', 'suppressed')",
            name=op.f("ck_subscriber_state_known"),
        ),
        sa.CheckConstraint(
            "(quiet_from IS NULL) = (quiet_until IS NULL)", name=op.f("ck_subscriber_quiet_hours_whole")
        ),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_subscriber_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_subscriber")),
        sa.UniqueConstraint("office_id", "email", name=op.f("uq_subscriber_office_id_email")),
    )
    op.create_table(
        "feed",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("subscriber_id", sa.Text(), nullable=True),
        sa.Column("filters", sa.JSON(), nullable=False),
        sa.Column("alarms", sa.JSON(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.Column("last_fetched_at", INSTANT, nullable=True),
        sa.Column("last_fetched_by", sa.Text(), nullable=True),
        sa.CheckConstraint("language IN ('vi', 'en')", name=op.f("ck_feed_language_known")),
        sa.ForeignKeyConstraint(
            ["subscriber_id"], ["subscriber.id"], name=op.f("fk_feed_subscriber_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_feed_token_hash")),
    )
    op.create_index(op.f("ix_feed_subscriber_id"), "feed", ["subscriber_id"], unique=False)
    op.create_table(
        "link_token",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("subscriber_id", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("used_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "purpose IN ('confirm', 'preferences', 'unsubscribe')", name=op.f("ck_link_token_purpose_known")
        ),
        sa.ForeignKeyConstraint(
            ["subscriber_id"], ["subscriber.id"], name=op.f("fk_link_token_subscriber_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_link_token")),
    )
    op.create_index(op.f("ix_link_token_subscriber_id"), "link_token", ["subscriber_id"], unique=False)
    op.create_table(
        "reminder",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("subscriber_id", sa.Text(), nullable=True),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("lead", sa.Text(), nullable=False),
        sa.Column("target_start", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("due_at", INSTANT, nullable=False),
        sa.Column("useful_until", INSTANT, nullable=False),
        sa.Column("token", sa.Text(), nullable=True),
        sa.Column("lease_until", INSTANT, nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("message_id", sa.Text(), nullable=True),
        sa.Column("occurrence_sequence", sa.Integer(), nullable=True),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("sent_at", INSTANT, nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "state IN ('due', 'claimed', 'handing_over', 'accepted', 'unknown', 'failed',"
            " 'expired', 'cancelled')",
            name=op.f("ck_reminder_state_known"),
        ),
        sa.CheckConstraint(
            "subject_kind IN ('occurrence', 'item', 'period', 'subscriber')",
            name=op.f("ck_reminder_subject_kind_known"),
        ),
        sa.CheckConstraint(
            "what IN ('reminder', 'change', 'opening', 'closing', 'quota', 'digest', 'confirm')",
            name=op.f("ck_reminder_what_known"),
        ),
        sa.ForeignKeyConstraint(["subscriber_id"], ["subscriber.id"], name=op.f("fk_reminder_subscriber_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder")),
        sa.UniqueConstraint(
            "subscriber_id", "what", "subject", "lead", "target_start", name="uq_reminder_key"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_reminder_due",
        "reminder",
        ["due_at"],
        unique=False,
        sqlite_where=sa.text("state = 'due'"),
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index(
        "ix_reminder_leased",
        "reminder",
        ["lease_until"],
        unique=False,
        sqlite_where=sa.text("state IN ('claimed', 'handing_over')"),
        postgresql_where=sa.text("state IN ('claimed', 'handing_over')"),
    )
    op.create_index("ix_reminder_of_subject", "reminder", ["subject"], unique=False)
    op.create_index(
        "ix_reminder_told",
        "reminder",
        ["target_start"],
        unique=False,
        sqlite_where=sa.text("state IN ('accepted', 'unknown')"),
        postgresql_where=sa.text("state IN ('accepted', 'unknown')"),
    )
    op.create_index(
        "ix_reminder_unknown",
        "reminder",
        ["id"],
        unique=False,
        sqlite_where=sa.text("state = 'unknown'"),
        postgresql_where=sa.text("state = 'unknown'"),
    )
    op.create_table(
        "reminder_log",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("reminder_id", SERIAL, nullable=False),
        sa.Column("at", INSTANT, nullable=False),
        sa.Column("from_state", sa.Text(), nullable=True),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.Column("detail", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["reminder_id"], ["reminder.id"], name=op.f("fk_reminder_log_reminder_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reminder_log")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_reminder_log_reminder_id"), "reminder_log", ["reminder_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_reminder_log_reminder_id"), table_name="reminder_log")
    op.drop_table("reminder_log")
    op.drop_index(
        "ix_reminder_told",
        table_name="reminder",
        sqlite_where=sa.text("state IN ('accepted', 'unknown')"),
        postgresql_where=sa.text("state IN ('accepted', 'unknown')"),
    )
    op.drop_index(
        "ix_reminder_unknown",
        table_name="reminder",
        sqlite_where=sa.text("state = 'unknown'"),
        postgresql_where=sa.text("state = 'unknown'"),
    )
    op.drop_index("ix_reminder_of_subject", table_name="reminder")
    op.drop_index(
        "ix_reminder_leased",
        table_name="reminder",
        sqlite_where=sa.text("state IN ('claimed', 'handing_over')"),
        postgresql_where=sa.text("state IN ('claimed', 'handing_over')"),
    )
    op.drop_index(
        "ix_reminder_due",
        table_name="reminder",
        sqlite_where=sa.text("state = 'due'"),
        postgresql_where=sa.text("state = 'due'"),
    )
    op.drop_table("reminder")
    op.drop_index(op.f("ix_link_token_subscriber_id"), table_name="link_token")
    op.drop_table("link_token")
    op.drop_index(op.f("ix_feed_subscriber_id"), table_name="feed")
    op.drop_table("feed")
    op.drop_table("subscriber")
    op.drop_table("suppression")
    op.drop_table("relay_state")
