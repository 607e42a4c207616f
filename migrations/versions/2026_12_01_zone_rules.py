"""With which rules of each zone the stored instants were derived; feeds are written anew."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_zone_rules"
down_revision = "2026_12_01_written_ends"
branch_labels = None
depends_on = None

PLAN = sa.table("plan", sa.column("revision"), sa.column("updated_at", sa.DateTime(timezone=True)))


def upgrade() -> None:
    op.create_table(
        "zone_rules",
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("zone", name=op.f("pk_zone_rules")),
    )
    # Feeds write zones and changes of the clock in another way than before: Last-Modified must tell.
    later = {PLAN.c.revision: PLAN.c.revision + 1, PLAN.c.updated_at: sa.func.current_timestamp()}
    op.execute(sa.update(PLAN).values(later))


def downgrade() -> None:
    op.drop_table("zone_rules")
