"""When a reminder was due before a relay put it off, so that alarms see how long it waits."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_first_due"
down_revision = "2026_11_30_invitations"
branch_labels = None
depends_on = None

PUT_OFF = "phase = 'open' AND first_due_at IS NOT NULL"


def upgrade() -> None:
    op.add_column("reminder", sa.Column("first_due_at", sa.DateTime(timezone=True), nullable=True))
    where = {"sqlite_where": sa.text(PUT_OFF), "postgresql_where": sa.text(PUT_OFF)}
    op.create_index("ix_reminder_put_off", "reminder", ["first_due_at"], unique=False, **where)


def downgrade() -> None:
    op.drop_index("ix_reminder_put_off", table_name="reminder")
    op.drop_column("reminder", "first_due_at")
