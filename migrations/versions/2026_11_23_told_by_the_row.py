"""The relay's answer with the reminder itself; indexes that a claim and a hand-over do not touch."""

import sqlalchemy as sa
from alembic import op

revision = "2026_11_23_told_by_the_row"
down_revision = "2026_11_23_reminders"
branch_labels = None
depends_on = None

PHASE = (
    "CASE WHEN state IN ('due', 'claimed', 'handing_over') THEN 'open' WHEN state = 'unknown' THEN 'unknown'"
    " WHEN state = 'accepted' THEN 'sent' ELSE 'ended' END"
)
BEFORE = {
    "ix_reminder_due": (["due_at"], "state = 'due'"),
    "ix_reminder_leased": (["lease_until"], "state IN ('claimed', 'handing_over')"),
    "ix_reminder_unknown": (["id"], "state = 'unknown'"),
    "ix_reminder_told": (["target_start"], "state IN ('accepted', 'unknown')"),
}
AFTER = {
    "ix_reminder_due": (["due_at", "id"], "phase = 'open'"),
    "ix_reminder_unknown": (["id"], "phase = 'unknown'"),
    "ix_reminder_told": (["target_start"], "phase IN ('sent', 'unknown')"),
}


def upgrade() -> None:
    _drop(BEFORE)
    op.add_column("reminder", sa.Column("answer", sa.Text(), nullable=True))
    # SQLite adds a column that is worked out when it is read, PostgreSQL indexes none but a stored one.
    stored = op.get_bind().dialect.name == "postgresql"
    op.add_column("reminder", sa.Column("phase", sa.Text(), sa.Computed(PHASE, persisted=stored)))
    if stored:
        op.execute("ALTER TABLE reminder SET (fillfactor = 50)")
    _create(AFTER)


def downgrade() -> None:
    _drop(AFTER)
    # What the row alone tells becomes a line of the log again.
    op.execute(
        "INSERT INTO reminder_log (reminder_id, at, from_state, to_state, detail)"
        " SELECT id, updated_at, 'handing_over', 'accepted', answer FROM reminder"
        " WHERE state = 'accepted' AND NOT EXISTS (SELECT 1 FROM reminder_log AS line"
        " WHERE line.reminder_id = reminder.id AND line.to_state = 'accepted') ORDER BY updated_at, id"
    )
    op.drop_column("reminder", "phase")
    op.drop_column("reminder", "answer")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("ALTER TABLE reminder RESET (fillfactor)")
    _create(BEFORE)


def _drop(indexes: dict[str, tuple[list[str], str]]) -> None:
    for name in indexes:
        op.drop_index(name, table_name="reminder")


def _create(indexes: dict[str, tuple[list[str], str]]) -> None:
    for name, (columns, where) in indexes.items():
        op.create_index(
            name,
            "reminder",
            columns,
            unique=False,
            sqlite_where=sa.text(where),
            postgresql_where=sa.text(where),
        )
