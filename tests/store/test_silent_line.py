"""A line to PostgreSQL on which nothing comes back: after a failover, or behind a proxy that hangs."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text

from scheduler.errors import Unavailable
from scheduler.store.database import patience, patient_connection
from scheduler.store.database.engine import hurry, open_engine, reading, transaction
from scheduler.store.database.patience import without_limit
from tests.postgres_server import PostgresServer
from tests.store.line import Line, line_to

pytestmark = pytest.mark.parametrize("database_kind", ["postgresql"], indirect=True)
SOON = 30  # seconds
ONE = text("SELECT 1")


@pytest.fixture
def line(postgres: PostgresServer) -> Iterator[Line]:
    with line_to(postgres) as opened:
        yield opened


@pytest.fixture
def far(line: Line, database_url: str) -> Iterator[Engine]:
    """The database over that line. A statement may take half a second."""
    engine = open_engine(line.url(database_url), longest_statement=0.5)
    yield engine
    engine.dispose()


def test_an_answer_that_does_not_come_is_given_up(line: Line, far: Engine) -> None:
    with reading(far) as connection:
        connection.execute(ONE)
    line.go_silent()

    for _ in range(2):
        with pytest.raises(Unavailable) as told, reading(far) as connection:
            connection.execute(ONE)
        assert told.value.retry_after == 10


def test_a_commit_that_is_not_answered_is_given_up(line: Line, far: Engine) -> None:
    with pytest.raises(Unavailable), transaction(far) as connection:
        connection.execute(ONE)
        line.go_silent()


def test_all_goes_on_with_a_line_that_speaks_again(line: Line, far: Engine) -> None:
    with reading(far) as connection:
        connection.execute(ONE)
    line.go_silent()
    with pytest.raises(Unavailable), reading(far) as connection:
        connection.execute(ONE)
    line.speak_again()

    with reading(far) as connection:
        assert connection.scalar(ONE) == 1


def test_a_connection_that_rested_is_asked_briefly(
    line: Line, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patient_connection, "_PING", 0.2)
    monkeypatch.setattr("scheduler.store.database.engine._TRUSTED_FOR", 0.0)
    engine = open_engine(line.url(database_url))
    with reading(engine) as connection:
        connection.execute(ONE)
    monkeypatch.setattr(patience, "_CONNECT", 2)
    line.go_silent()

    with pytest.raises(Unavailable), reading(engine) as connection:
        connection.execute(ONE)
    assert line.callers > 1
    engine.dispose()


def test_a_stop_shortens_what_is_waited_for_already(
    line: Line, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patience, "AT_THE_END", 0.2)
    engine = open_engine(line.url(database_url))
    waits, told = threading.Event(), []

    def ask() -> None:
        try:
            with reading(engine) as connection:
                connection.execute(ONE)
                line.go_silent()
                waits.set()
                connection.execute(ONE)
        except Unavailable as trouble:
            told.append(trouble)

    thread = threading.Thread(target=ask)
    thread.start()
    assert waits.wait(SOON)
    hurry(engine)
    thread.join(SOON)

    assert not thread.is_alive()
    assert "nothing was heard of the server" in told[0].en
    engine.dispose()


def test_the_server_ends_a_statement_that_takes_too_long(far: Engine) -> None:
    with pytest.raises(Unavailable, match="did not finish in time"), reading(far) as connection:
        connection.execute(text("SELECT pg_sleep(30)"))
    with reading(far) as connection:
        assert connection.scalar(ONE) == 1


def test_a_migration_takes_as_long_as_it_takes(far: Engine) -> None:
    with transaction(far) as connection, without_limit(connection):
        connection.execute(text("SELECT pg_sleep(0.8)"))
        assert connection.scalar(text("SHOW statement_timeout")) == "0"
    with reading(far) as connection:
        assert connection.scalar(text("SHOW statement_timeout")) == "500ms"


def test_both_ends_look_whether_the_other_is_there(line: Line, database_url: str) -> None:
    engine = open_engine(line.url(database_url))
    with reading(engine) as connection:
        asked = connection.connection.driver_connection
        told = asked.info.get_parameters() if asked else {}
        assert (told["keepalives_idle"], told["tcp_user_timeout"]) == ("10", "20000")
        assert connection.scalar(text("SHOW statement_timeout")) == "1min"
        assert connection.scalar(text("SHOW idle_in_transaction_session_timeout")) == "5min"
    engine.dispose()
