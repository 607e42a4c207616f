"""Each question about what grows is answered by an index on both databases: their ways are looked at.

A year of a busy office lies in the tables, so that PostgreSQL has a reason to choose.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from bench import years
from bench.growth import NOW, QUESTIONS, Ask
from scheduler.retention import keep_house
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from tests.postgres_server import PostgresServer

# What grows with the years, or with whoever asks for it: nobody reads one of these from end to end.
GROWING = (
    "reminder", "reminder_log", "audit", "session", "sign_in_link", "link_token", "attempt", "idempotency",
)  # fmt: skip
DUE, TOLD, ENDED = "ix_reminder_due", "ix_reminder_told", "ix_reminder_ended"
KEY, SUBJECT, APART = "uq_reminder_key", "ix_reminder_of_subject", "ix_reminder_apart"
ID, STEPS = "pk_reminder", "ix_reminder_log_reminder_id"
# By which ways the rows of those tables are found.
WAYS: dict[str, set[str]] = {
    "the horizon: what is wanted": {TOLD},
    "the horizon: what is stored": {DUE},
    "the horizon: notices": {DUE, TOLD},
    "what is overdue": {DUE},
    "leases that are over": {DUE},
    "all leases": {DUE},
    "what is useful again": {"ix_reminder_expired"},
    "the counts, /metrics": {DUE, ENDED, ID},
    "doctor: overdue": {DUE},
    "doctor: how many": {ID},
    "health": set(),
    "a page of all": {ID},
    "a page of an office": {ID},
    "a page far back": {ID},
    "a page of a reader": {KEY, ID},
    "a page of an occurrence": {SUBJECT, ID},
    "?state=due": {DUE, ID},
    "?state=claimed": {DUE},
    "?state=accepted": {ID},
    "?state=unknown": {ENDED, ID},
    "?state=failed": {ENDED, ID},
    "?state=expired": {ENDED, ID},
    "?state=cancelled": {ENDED, ID},
    "?what=digest": {APART, ID},
    "unknown ones by kind": {ENDED},
    "the log: why not?": {SUBJECT, KEY, ID, STEPS},
    "whom a change is told": {SUBJECT},
    "a reader by id": set(),
    "a reader by address": set(),
    "the deeds of an office": {"ix_audit_office"},
    "the deeds of a plan": {"ix_audit_plan"},
    "the deeds of a plan without": {"ix_audit_plan"},
    "the deeds on an occurrence": {"ix_audit_subject"},
    "a try to sign in": {"ix_attempt_at", "pk_attempt"},
    "a session begins": set(),
    "a sign-in link": set(),
    "a key of a creation": {"ix_idempotency_created_at"},
}


# SQLite's own names for the indexes of constraints.
_UNNAMED = {"sqlite_autoindex_reminder_1": KEY, "sqlite_autoindex_attempt_1": "pk_attempt"}


@pytest.fixture(scope="module")
def sqlite_year(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> str:
    path = tmp_path_factory.mktemp("year") / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    return _filled(f"sqlite:///{path}")


@pytest.fixture(scope="module")
def postgres_year(postgres: PostgresServer, postgres_template: str) -> str:
    return _filled(postgres.url(postgres.create(postgres_template)))


@pytest.fixture
def year(database_kind: str, request: pytest.FixtureRequest) -> Iterator[Engine]:
    engine = open_engine(
        request.getfixturevalue("sqlite_year" if database_kind == "sqlite" else "postgres_year")
    )
    yield engine
    engine.dispose()


def _filled(url: str) -> str:
    engine = open_engine(url)
    years.fill(engine, told=1_500, years=range(2028, 2029))
    keep_house(engine, NOW, Settings(), lambda: NOW)
    engine.dispose()
    return url


def ways(engine: Engine, ask: Ask) -> set[str]:
    """The indexes by which the statements of a question find rows of what grows; `all of` a table too."""
    with transaction(engine) as connection:
        asked = _asked(connection, ask)
        found = set()
        for statement, parameters in asked:
            explain = "EXPLAIN" if engine.dialect.name == "postgresql" else "EXPLAIN QUERY PLAN"
            for row in connection.exec_driver_sql(f"{explain} {statement}", parameters):
                line = row[0] if engine.dialect.name == "postgresql" else row.detail
                found.update(_of_postgresql(line) if "detail" not in row._fields else _of_sqlite(line))
        connection.rollback()
    return found


def _asked(connection: Connection, ask: Ask) -> list[tuple[str, Any]]:
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _u: object, statement: str, parameters: Any, _x: object, many: bool) -> None:
        if re.match(r"\s*(SELECT|UPDATE|DELETE|WITH)", statement):
            asked.append((statement, parameters[0] if many else parameters))

    event.listen(connection, "before_cursor_execute", note)
    ask(connection)
    event.remove(connection, "before_cursor_execute", note)
    return asked


def _of_sqlite(line: str) -> set[str]:
    step = re.match(r"(SCAN|SEARCH) (\w+?)(_\d)?\b(.*)", line)
    if step is None or step[2] not in GROWING:
        return set()
    index = re.search(r"INDEX (\w+)", step[4])
    if index is not None:
        return {_UNNAMED.get(index[1], index[1])}
    # In the order of ids as far as a page takes; whether it takes all is told by its question.
    return {f"pk_{step[2]}"}


def _of_postgresql(line: str) -> set[str]:
    whole = re.search(r"Seq Scan on (\w+)", line)
    if whole is not None:
        return {f"all of {whole[1]}"} if whole[1] in GROWING else set()
    index = re.search(r"Scan (?:Backward )?(?:using|on) ((?:ix|uq|pk)_(\w+))", line)
    if index is None or not any(index[2].startswith(table) for table in GROWING):
        return set()
    return {index[1]}


def test_every_question_that_is_measured_has_its_way() -> None:
    assert set(WAYS) == set(QUESTIONS)


# PostgreSQL knows that nearly every deed is this office's, and may look for two columns of a key alone.
AS_WELL = {
    ("postgresql", "the deeds of an office"): {"pk_audit"},
    ("postgresql", "the log: why not?"): {KEY, ID, STEPS},
}


@pytest.mark.parametrize("question", WAYS)
def test_what_grows_is_found_by_an_index(year: Engine, question: str) -> None:
    found = ways(year, QUESTIONS[question])
    assert found in (WAYS[question], AS_WELL.get((year.dialect.name, question)))
