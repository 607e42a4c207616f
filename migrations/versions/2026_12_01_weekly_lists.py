"""Weekly lists of what is unconfirmed, to members: whether they want them, and who never asked for reminders.

Going down removes those who stand among the subscribers for such lists alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_weekly_lists"
down_revision = "2026_12_01_files"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("membership", sa.Column("weekly", sa.Boolean(), server_default=sa.true(), nullable=False))
    op.add_column("subscriber", sa.Column("asked", sa.Boolean(), server_default=sa.true(), nullable=False))


def downgrade() -> None:
    # The older version would take such a row for a digest.
    op.execute(
        "DELETE FROM reminder WHERE lead = 'unconfirmed'"
        " AND state IN ('due', 'claimed', 'cancelled', 'expired')"
    )
    op.execute(
        "UPDATE reminder SET subscriber_id = NULL"
        " WHERE subscriber_id IN (SELECT id FROM subscriber WHERE NOT asked)"
    )
    op.execute("DELETE FROM subscriber WHERE NOT asked")
    op.drop_column("subscriber", "asked")
    op.drop_column("membership", "weekly")
