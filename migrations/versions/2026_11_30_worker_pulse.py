"""That a worker works, told to the other processes of an installation."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_worker_pulse"
down_revision = "2026_11_30_first_due"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "worker_pulse",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("held", sa.Text(), nullable=True),
        sa.CheckConstraint("id = 1", name=op.f("ck_worker_pulse_only_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_worker_pulse")),
    )


def downgrade() -> None:
    op.drop_table("worker_pulse")
