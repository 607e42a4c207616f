"""What a plan does about two airings at once on a channel: note, warn of or refuse them."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_graded_conflicts"
down_revision = "2026_12_01_weekly_lists"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("plan", sa.Column("conflicts", sa.Text(), server_default="warn", nullable=False))


def downgrade() -> None:
    op.drop_column("plan", "conflicts")
