"""Days off: each office's own, and the country and own days off of each plan."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_days_off"
down_revision = "2026_11_23_told_by_the_row"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)


def upgrade() -> None:
    op.create_table(
        "day_off",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.CheckConstraint(
            "kind IN ('holiday', 'worked', 'not-a-holiday')", name=op.f("ck_day_off_kind_known")
        ),
        sa.CheckConstraint("kind <> 'holiday' OR name IS NOT NULL", name=op.f("ck_day_off_holiday_named")),
        sa.ForeignKeyConstraint(["office_id"], ["office.id"], name=op.f("fk_day_off_office_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_off")),
        sa.UniqueConstraint("office_id", "day", name=op.f("uq_day_off_office_id_day")),
    )
    op.add_column("plan", sa.Column("country", sa.Text(), server_default="VN", nullable=False))
    op.add_column("plan", sa.Column("days_off", sa.JSON(), nullable=True))


def downgrade() -> None:
    op.drop_column("plan", "days_off")
    op.drop_column("plan", "country")
    op.drop_table("day_off")
