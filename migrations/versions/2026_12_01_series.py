"""Series as calendars are told of them: UID, SEQUENCE and last change, from the rows that there are."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_series"
down_revision = "2026_11_30_tries"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
# Until now they were worked out of the rows that were stored; from here on they must not fall below that.
FILL = """
INSERT INTO series (item_id, slot, kind, uid, sequence, created_at, changed_at)
SELECT told.item_id, told.slot, told.kind, 'series-' || aged.uid,
       told.sequence, told.created_at, told.changed_at
FROM (
    SELECT item_id, slot, kind, SUM(sequence) + COUNT(DISTINCT created_at) - 1 AS sequence,
           MIN(created_at) AS created_at, MAX(updated_at) AS changed_at
    FROM occurrence GROUP BY item_id, slot, kind
) AS told
JOIN (
    SELECT item_id, slot, kind, uid, ROW_NUMBER() OVER (
        PARTITION BY item_id, slot, kind
        ORDER BY created_at, original_day, original_time IS NOT NULL, original_time, uid
    ) AS age
    FROM occurrence
) AS aged ON aged.item_id = told.item_id AND aged.slot = told.slot AND aged.kind = told.kind AND aged.age = 1
"""


def upgrade() -> None:
    op.create_table(
        "series",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("slot", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("uid", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("changed_at", INSTANT, nullable=False),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_series_item_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("item_id", "slot", "kind", name=op.f("pk_series")),
        sa.UniqueConstraint("uid", name=op.f("uq_series_uid")),
    )
    op.execute(sa.text(FILL))


def downgrade() -> None:
    op.drop_table("series")
