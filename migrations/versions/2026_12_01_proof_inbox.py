"""Links by which an outlet gives proofs without an account, and what came by them and waits.

Going down lets the links and what waits go: the older version knows of neither. What was accepted is a piece
and stays.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_proof_inbox"
down_revision = "2026_12_01_graded_conflicts"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
STATES = "state IN ('waiting', 'accepted', 'declined')"


def upgrade() -> None:
    op.create_table(
        "inbox_link",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("plan_id", sa.Integer(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("expires_at", INSTANT, nullable=False),
        sa.Column("revoked_at", INSTANT, nullable=True),
        sa.ForeignKeyConstraint(["plan_id"], ["plan.id"], name=op.f("fk_inbox_link_plan_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_inbox_link_token_hash")),
    )
    for column in ("plan_id", "expires_at"):
        op.create_index(op.f(f"ix_inbox_link_{column}"), "inbox_link", [column], unique=False)
    op.create_table(
        "proposal",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("link_id", sa.Text(), nullable=False),
        sa.Column("occurrence_id", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("link", "issue", "page", "note")),
        sa.Column("file", sa.Text(), nullable=True),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("decided_at", INSTANT, nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.CheckConstraint(STATES, name=op.f("ck_proposal_state_known")),
        sa.ForeignKeyConstraint(
            ["link_id"], ["inbox_link.id"], name=op.f("fk_proposal_link_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["occurrence_id"], ["occurrence.id"], name=op.f("fk_proposal_occurrence_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
        sqlite_autoincrement=True,
    )
    for column in ("link_id", "occurrence_id", "file"):
        op.create_index(op.f(f"ix_proposal_{column}"), "proposal", [column], unique=False)


def downgrade() -> None:
    op.drop_table("proposal")
    op.drop_table("inbox_link")
