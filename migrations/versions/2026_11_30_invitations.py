"""Who was invited and has not accepted; sessions that began with a link; the token that made a feed or token.

Going down ends invitations that wait: the older version would take them for roles.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_30_invitations"
down_revision = "2026_11_23_feed_makers"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("membership", sa.Column("invited", sa.JSON(), nullable=True))
    op.add_column("session", sa.Column("by_link", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("feed", sa.Column("token_id", sa.Text(), nullable=True))
    op.add_column("api_token", sa.Column("made_by", sa.Text(), nullable=True))


def downgrade() -> None:
    op.execute("DELETE FROM membership WHERE invited IS NOT NULL")
    op.drop_column("api_token", "made_by")
    op.drop_column("feed", "token_id")
    op.drop_column("session", "by_link")
    op.drop_column("membership", "invited")
