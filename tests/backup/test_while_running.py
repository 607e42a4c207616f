"""A backup is one state of the database, whatever is written while it is made."""

from __future__ import annotations

import io
import json
import zipfile

from sqlalchemy import Engine, insert, update

from scheduler.backup.writing import write_backup
from scheduler.store.account_tables import audit
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.tables import plan
from tests.backup.conftest import backed_up
from tests.conftest import MACHINE_TIME, PLAN_TIME
from tests.store.samples import AT, a_month


class Interrupted(io.BytesIO):
    """A file that lets somebody else write into the database after each time that it is written to."""

    def __init__(self, url: str) -> None:
        super().__init__()
        self._engine, self._left = open_engine(url), 40

    def write(self, some: object) -> int:
        if self._left:
            self._left -= 1
            with transaction(self._engine) as connection:
                connection.execute(update(plan).values(revision=plan.c.revision + 1))
                line = {"at": AT, "who": "x", "door": "page", "action": "move", "subject_kind": "occurrence"}
                connection.execute(insert(audit).values(**line, subject="occ_1"))
        return super().write(some)  # type: ignore[arg-type]

    def done(self) -> None:
        assert not self._left
        self._engine.dispose()


def test_it_holds_what_was_committed_at_one_moment(engine: Engine, database_url: str) -> None:
    a_month(engine)
    out = Interrupted(database_url)

    write_backup(engine, out, MACHINE_TIME, PLAN_TIME, None)

    out.done()
    with zipfile.ZipFile(out) as archive:
        lines = archive.read("tables/audit.jsonl").splitlines()
        (one,) = archive.read("tables/plan.jsonl").splitlines()
    assert json.loads(one)["revision"] - 1 == len(lines) < 40


def test_nobody_waits_for_it(engine: Engine, database_url: str) -> None:
    """The writer above would run into its own time limit: that it was done is the test."""
    a_month(engine)
    out = Interrupted(database_url)

    write_backup(engine, out, MACHINE_TIME, PLAN_TIME, None)

    out.done()
    assert backed_up(engine)[1].rows == 20 + 40
