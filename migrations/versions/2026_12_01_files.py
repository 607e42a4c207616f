"""Files that prove a piece: photos and scans, kept by what they hold."""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_files"
down_revision = "2026_12_01_acts"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "file",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_file")),
    )
    op.add_column("proof", sa.Column("file", sa.Text(), nullable=True))
    op.add_column("proof", sa.Column("file_name", sa.Text(), nullable=True))
    op.create_index("ix_proof_file", "proof", ["file"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_proof_file", table_name="proof")
    op.drop_column("proof", "file_name")
    op.drop_column("proof", "file")
    op.drop_table("file")
