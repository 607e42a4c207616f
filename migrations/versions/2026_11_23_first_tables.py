"""The first tables: office, plan, outlet, channel, item, quota, occurrence, override."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_first_tables"
down_revision = None
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sa.UniqueConstraint("name", name=op.f("uq_office_name")),
    )
    op.create_table(
        "outlet",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_outlet_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlet")),
        sa.UniqueConstraint("office_id", "name", name=op.f("uq_outlet_office_id_name")),
    )
    op.create_table(
        "plan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("signed", sa.Date(), nullable=True),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column("weeks", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=True),
        sa.Column("groups", sa.JSON(), nullable=False),
        sa.Column("public", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="1", nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("ck_plan_days_in_order")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_plan_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan")),
        sa.UniqueConstraint("slug", name=op.f("uq_plan_slug")),
    )
    op.create_index(op.f("ix_plan_office_id"), "plan", ["office_id"], unique=False)
    op.create_table(
        "channel",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("outlet_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name=op.f("fk_channel_outlet_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel")),
        sa.UniqueConstraint("outlet_id", "code", name=op.f("uq_channel_outlet_id_code")),
    )
    op.create_table(
        "item",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("product", sa.Text(), nullable=True),
        sa.Column("outlet_id", sa.Integer(), nullable=True),
        sa.Column("phrase", sa.Text(), nullable=True),
        sa.Column("target", sa.Text(), nullable=True),
        sa.Column("budget", sa.BigInteger(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("shift", sa.Text(), nullable=True),
        sa.Column("weeks", sa.Text(), nullable=True),
        sa.Column("group_number", sa.Text(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=True),
        sa.Column("reading", sa.Text(), nullable=True),
        sa.Column("responsible", sa.Text(), nullable=True),
        sa.Column("cooperating", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("withdrawn", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("search", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint("budget >= 0", name=op.f("ck_item_budget_not_negative")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_item_minutes_positive")),
        sa.ForeignKeyConstraint(["outlet_id"], ["outlet.id"], name=op.f("fk_item_outlet_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_item_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_item")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_item_plan_id_number")),
    )
    op.create_index(op.f("ix_item_outlet_id"), "item", ["outlet_id"], unique=False)
    op.create_table(
        "occurrence",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("start_day", sa.Date(), nullable=False),
        sa.Column("start_time", sa.Time(), nullable=True),
        sa.Column("end_day", sa.Date(), nullable=True),
        sa.Column("end_time", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("minutes_max", sa.Integer(), nullable=True),
        sa.Column("starts_at", INSTANT, nullable=False),
        sa.Column("ends_at", INSTANT, nullable=True),
        sa.Column("premiere_id", sa.Text(), nullable=True),
        sa.Column("original_day", sa.Date(), nullable=False),
        sa.Column("original_time", sa.Time(), nullable=True),
        sa.Column("shifted_from_day", sa.Date(), nullable=True),
        sa.Column("shifted_from_time", sa.Time(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("orphaned", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("cancelled_at", INSTANT, nullable=True),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "kind <> 'window' OR (start_time IS NULL AND end_day IS NOT NULL AND end_time IS NULL)",
            name=op.f("ck_occurrence_window_of_days"),
        ),
        sa.CheckConstraint(
            "kind = 'replay' OR premiere_id IS NULL", name=op.f("ck_occurrence_premiere_of_replay")
        ),
        sa.CheckConstraint("kind IN ('premiere', 'replay', 'window')", name=op.f("ck_occurrence_kind_known")),
        sa.CheckConstraint(
            "state IN ('planned', 'delivered', 'missed', 'cancelled')", name=op.f("ck_occurrence_state_known")
        ),
        sa.CheckConstraint("end_day >= start_day", name=op.f("ck_occurrence_days_in_order")),
        sa.CheckConstraint("minutes > 0", name=op.f("ck_occurrence_minutes_positive")),
        sa.CheckConstraint("minutes_max >= minutes", name=op.f("ck_occurrence_minutes_in_order")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_occurrence_item_id")),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_occurrence_plan_id")),
        sa.ForeignKeyConstraint(
            ["premiere_id"],
            ["occurrence.id"],
            name=op.f("fk_occurrence_premiere_id"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occurrence")),
        sa.UniqueConstraint("uid", name=op.f("uq_occurrence_uid")),
    )
    op.create_index("ix_occurrence_of_item", "occurrence", ["item_id", "starts_at", "id"], unique=False)
    op.create_index("ix_occurrence_of_plan", "occurrence", ["plan_id", "starts_at", "id"], unique=False)
    op.create_index(
        "ix_occurrence_open_windows",
        "occurrence",
        ["ends_at", "starts_at"],
        unique=False,
        sqlite_where=sa.text("kind = 'window'"),
        postgresql_where=sa.text("kind = 'window'"),
    )
    op.create_index(op.f("ix_occurrence_premiere_id"), "occurrence", ["premiere_id"], unique=False)
    op.create_index("ix_occurrence_upcoming", "occurrence", ["starts_at", "id"], unique=False)
    op.create_table(
        "quota",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("period", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "period IN ('year', 'half', 'quarter', 'month', 'week', 'day')",
            name=op.f("ck_quota_period_known"),
        ),
        sa.CheckConstraint("count > 0", name=op.f("ck_quota_count_positive")),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_quota_item_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quota")),
        sa.UniqueConstraint("item_id", "position", name=op.f("uq_quota_item_id_position")),
    )
    op.create_table(
        "override",
        sa.Column("occurrence_id", sa.Text(), nullable=False),
        sa.Column("start_day", sa.Date(), nullable=True),
        sa.Column("start_time", sa.Time(), nullable=True),
        sa.Column("end_day", sa.Date(), nullable=True),
        sa.Column("end_time", sa.Time(), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("original_end_day", sa.Date(), nullable=True),
        sa.Column("original_minutes", sa.Integer(), nullable=True),
        sa.Column("original_minutes_max", sa.Integer(), nullable=True),
        sa.Column("original_channel", sa.Text(), nullable=True),
        sa.Column("cancelled", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["occurrence_id"], ["occurrence.id"], name=op.f("fk_override_occurrence_id")),
        sa.PrimaryKeyConstraint("occurrence_id", name=op.f("pk_override")),
    )


def downgrade() -> None:
    op.drop_table("override")
    op.drop_table("quota")
    op.drop_index("ix_occurrence_upcoming", table_name="occurrence")
    op.drop_index(op.f("ix_occurrence_premiere_id"), table_name="occurrence")
    op.drop_index(
        "ix_occurrence_open_windows",
        table_name="occurrence",
        sqlite_where=sa.text("kind = 'window'"),
        postgresql_where=sa.text("kind = 'window'"),
    )
    op.drop_index("ix_occurrence_of_plan", table_name="occurrence")
    op.drop_index("ix_occurrence_of_item", table_name="occurrence")
    op.drop_table("occurrence")
    op.drop_index(op.f("ix_item_outlet_id"), table_name="item")
    op.drop_table("item")
    op.drop_table("channel")
    op.drop_index(op.f("ix_plan_office_id"), table_name="plan")
    op.drop_table("plan")
    op.drop_table("outlet")
    op.drop_table("office")
