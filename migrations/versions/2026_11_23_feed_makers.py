"""Who made a feed, so that it tells no more than they may see; what it leaves out, and since when.

Nobody is known for feeds that are there already: they go on as the command line's, which tell every plan.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_feed_makers"
down_revision = "2026_11_23_accounts"
branch_labels = None
depends_on = None

COLUMNS = {
    "person_id": sa.Text(),
    "office_id": sa.Integer(),
    "hidden": sa.JSON(),
    "narrowed_on": sa.Date(),
    "rights_at": sa.DateTime(timezone=True),
}


def upgrade() -> None:
    for name, its_type in COLUMNS.items():
        op.add_column("feed", sa.Column(name, its_type, nullable=True))


def downgrade() -> None:
    for name in reversed(COLUMNS):
        op.drop_column("feed", name)
