"""Which ends a phrase writes as a time of day: they hold where a clock is changed, a length passes."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_written_ends"
down_revision = "2026_12_01_growth"
branch_labels = None
depends_on = None

COLUMNS = (("occurrence", "end_written"), ("override", "original_end_written"))


def upgrade() -> None:
    for table, column in COLUMNS:
        op.add_column(table, sa.Column(column, sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    for table, column in COLUMNS:
        op.drop_column(table, column)
