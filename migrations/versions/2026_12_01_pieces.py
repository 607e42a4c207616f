"""What really appeared: pieces with their proofs. The evidence of an occurrence becomes one piece of it.

Down: the proofs of an occurrence's pieces are its evidence again. What was given for an item alone, several
pieces of one occurrence, units, counts and titles have no place there and go.
"""

import sqlalchemy as sa
from alembic import op

revision = "2026_12_01_pieces"
down_revision = "2026_12_01_zone_rules"
branch_labels = None
depends_on = None

INSTANT = sa.DateTime(timezone=True)
SERIAL = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# What was taken back has evidence all the same: its piece is withdrawn, as the log tells.
PIECES = """
INSERT INTO piece (item_id, occurrence_id, day, time, person_id, who, created_at,
                   withdrawn_at, withdrawn_by, withdrawn_why)
SELECT o.item_id, o.id, dated.day, dated.time, oldest.person_id, oldest.who, oldest.created_at,
       CASE WHEN o.state = 'delivered' THEN NULL ELSE COALESCE(taken.at, newest.created_at) END,
       CASE WHEN o.state = 'delivered' THEN NULL ELSE COALESCE(taken.who, newest.who) END,
       CASE WHEN o.state = 'delivered' THEN NULL ELSE taken.note END
FROM (SELECT occurrence_id, MIN(id) AS first_id, MAX(id) AS last_id,
             MIN(CASE WHEN day IS NOT NULL THEN id END) AS dated_id
      FROM evidence GROUP BY occurrence_id) AS given
JOIN occurrence AS o ON o.id = given.occurrence_id
JOIN evidence AS oldest ON oldest.id = given.first_id
JOIN evidence AS newest ON newest.id = given.last_id
LEFT JOIN evidence AS dated ON dated.id = given.dated_id
LEFT JOIN audit AS taken ON taken.id = (
  SELECT MAX(audit.id) FROM audit
  WHERE audit.subject_kind = 'occurrence' AND audit.subject = o.id AND audit.action = 'take-back')
ORDER BY given.first_id
"""
PROOFS = """
INSERT INTO proof (id, piece_id, kind, day, time, link, issue, page, log, note, person_id, who, created_at)
SELECT evidence.id, piece.id, kind, evidence.day, evidence.time, link, issue, page, log, note,
       evidence.person_id, evidence.who, evidence.created_at
FROM evidence JOIN piece ON piece.occurrence_id = evidence.occurrence_id ORDER BY evidence.id
"""
EVIDENCE = """
INSERT INTO evidence
       (id, occurrence_id, kind, day, time, link, issue, page, log, note, person_id, who, created_at)
SELECT proof.id, piece.occurrence_id, kind, proof.day, proof.time, link, issue, page, log, note,
       proof.person_id, proof.who, proof.created_at
FROM proof JOIN piece ON piece.id = proof.piece_id
WHERE piece.occurrence_id IS NOT NULL ORDER BY proof.id
"""


def upgrade() -> None:
    _make_pieces()
    _make_proofs()
    op.execute(PIECES)
    op.execute(PROOFS)
    _go_on_counting("proof")
    op.drop_table("evidence")


def downgrade() -> None:
    op.create_table(
        "evidence",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("occurrence_id", sa.Text(), nullable=False),
        *_facts(),
        sa.CheckConstraint("kind IN ('aired', 'published')", name=op.f("ck_evidence_kind_known")),
        sa.ForeignKeyConstraint(["occurrence_id"], ["occurrence.id"], name=op.f("fk_evidence_occurrence_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_evidence")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_evidence_occurrence_id"), "evidence", ["occurrence_id"], unique=False)
    op.execute(EVIDENCE)
    _go_on_counting("evidence")
    op.drop_table("proof")
    op.drop_table("piece")


def _make_pieces() -> None:
    op.create_table(
        "piece",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("occurrence_id", sa.Text(), nullable=True),
        sa.Column("makes_good", sa.Text(), nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("count", sa.Integer(), server_default="1", nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("time", sa.Time(), nullable=True),
        sa.Column("channel", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("person_id", sa.Text(), nullable=True),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("withdrawn_at", INSTANT, nullable=True),
        sa.Column("withdrawn_by", sa.Text(), nullable=True),
        sa.Column("withdrawn_why", sa.Text(), nullable=True),
        sa.CheckConstraint("count > 0", name=op.f("ck_piece_count_positive")),
        sa.CheckConstraint("day IS NOT NULL OR occurrence_id IS NOT NULL", name=op.f("ck_piece_day_known")),
        sa.CheckConstraint("time IS NULL OR day IS NOT NULL", name=op.f("ck_piece_time_of_day")),
        sa.CheckConstraint("occurrence_id IS NULL OR makes_good IS NULL", name=op.f("ck_piece_one_reason")),
        sa.CheckConstraint(
            "(withdrawn_at IS NULL) = (withdrawn_by IS NULL)", name=op.f("ck_piece_withdrawal_whole")
        ),
        sa.ForeignKeyConstraint(["item_id"], ["item.id"], name=op.f("fk_piece_item_id")),
        sa.ForeignKeyConstraint(["occurrence_id"], ["occurrence.id"], name=op.f("fk_piece_occurrence_id")),
        sa.ForeignKeyConstraint(["makes_good"], ["occurrence.id"], name=op.f("fk_piece_makes_good")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_piece")),
        sqlite_autoincrement=True,
    )
    for column in ("item_id", "occurrence_id", "makes_good"):
        op.create_index(op.f(f"ix_piece_{column}"), "piece", [column], unique=False)


def _make_proofs() -> None:
    op.create_table(
        "proof",
        sa.Column("id", SERIAL, autoincrement=True, nullable=False),
        sa.Column("piece_id", SERIAL, nullable=False),
        *_facts(),
        sa.CheckConstraint("kind IN ('aired', 'published')", name=op.f("ck_proof_kind_known")),
        sa.ForeignKeyConstraint(["piece_id"], ["piece.id"], name=op.f("fk_proof_piece_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proof")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_proof_piece_id"), "proof", ["piece_id"], unique=False)


def _facts() -> list[sa.Column]:
    texts = ("link", "issue", "page", "log", "note", "person_id")
    return [
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("time", sa.Time(), nullable=True),
        *(sa.Column(name, sa.Text(), nullable=True) for name in texts),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
    ]


def _go_on_counting(table: str) -> None:
    """Rows came with their ids; PostgreSQL's counter has seen none of them."""
    if op.get_bind().dialect.name == "postgresql":
        most = sa.select(sa.func.max(sa.table(table, sa.column("id")).c.id)).scalar_subquery()
        op.execute(sa.select(sa.func.setval(sa.func.pg_get_serial_sequence(table, "id"), most)))
