"""Which lines of the audit log were written together, so that what one act did can be undone as one."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_acts"
down_revision = "2026_12_01_cut_offs"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("audit", sa.Column("act", sa.Text(), nullable=True))
    op.create_index("ix_audit_act", "audit", ["act"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_audit_act", table_name="audit")
    op.drop_column("audit", "act")
