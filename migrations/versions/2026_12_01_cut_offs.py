"""The days on which an office closes its figures, where it says others than everybody's."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_cut_offs"
down_revision = "2026_12_01_pieces"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("office", sa.Column("cut_offs", sa.JSON(none_as_null=True), nullable=True))


def downgrade() -> None:
    op.drop_column("office", "cut_offs")
