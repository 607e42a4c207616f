"""A SQLite file that is moved, replaced or damaged under a running program."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, func, insert, select

from scheduler.errors import Unavailable
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.database.soundness import require_sound
from scheduler.store.tables import channel, office, outlet
from tests.store.samples import AT

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)


def the_file(engine: Engine) -> Path:
    return Path(str(engine.url.database))


def add(engine: Engine, name: str) -> None:
    with transaction(engine) as connection:
        connection.execute(insert(office).values(name=name, created_at=AT, updated_at=AT))


def names(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(connection.scalars(select(office.c.name).order_by(office.c.id)))


def names_in(file: Path) -> list[str]:
    """What a program that starts now finds there."""
    engine = open_engine(f"sqlite:///{file}")
    try:
        return names(engine)
    finally:
        engine.dispose()


def backed_up(engine: Engine) -> Path:
    """A whole copy in a file of its own, as SQLite makes it."""
    copy = the_file(engine).with_name("backup.db")
    with reading(engine) as connection:
        connection.exec_driver_sql("ROLLBACK")  # it is not made within a transaction
        connection.exec_driver_sql("VACUUM INTO ?", (str(copy),))
        connection.exec_driver_sql("BEGIN")
    return copy


def replaced(file: Path) -> None:
    shutil.copyfile(file, other := file.with_name("other.db"))
    other.replace(file)


GONE: list[Callable[[Path], object]] = [
    Path.unlink,
    replaced,
    lambda file: file.rename(file.with_name("away.db")),
]


@pytest.mark.parametrize("go", GONE)
def test_nothing_is_read_or_written_once_the_file_is_another(
    engine: Engine, go: Callable[[Path], object]
) -> None:
    add(engine, "before")
    go(the_file(engine))

    for _ in range(3):
        with pytest.raises(Unavailable, match=r"stop every airslot program, remove airslot\.db-wal") as told:
            add(engine, "lost")
        with pytest.raises(Unavailable):
            names(engine)
    assert told.value.code == "database-replaced"


def test_it_goes_on_when_the_file_is_back(engine: Engine) -> None:
    file = the_file(engine)
    add(engine, "before")
    file.rename(away := file.with_name("away.db"))
    with pytest.raises(Unavailable):
        names(engine)
    engine.dispose()  # a program that ends

    away.rename(file)

    assert names_in(file) == ["before"]


def test_a_change_that_was_under_way_is_not_kept_in_a_file_that_nobody_reaches(engine: Engine) -> None:
    with pytest.raises(Unavailable, match="not the one any more"), transaction(engine) as connection:
        connection.execute(insert(office).values(name="lost", created_at=AT, updated_at=AT))
        replaced(the_file(engine))


@pytest.mark.parametrize("ended", ["killed", "in order"])
def test_a_backup_in_its_place_is_found_as_it_was_made(engine: Engine, ended: str) -> None:
    file = the_file(engine)
    add(engine, "before")
    copy = backed_up(engine)
    add(engine, "after the backup")
    copy.replace(file)
    with pytest.raises(Unavailable):
        names(engine)
    if ended == "in order":
        engine.dispose()

    assert names_in(file) == ["before"]


def test_a_log_that_is_removed_takes_nothing_with_it(engine: Engine) -> None:
    file = the_file(engine)
    add(engine, "before")
    Path(f"{file}-wal").unlink()

    for _ in range(2):
        with pytest.raises(Unavailable, match=r"airslot\.db-wal was removed or replaced"):
            add(engine, "after")

    # Killed: what it had open is all that is left of it.
    shutil.copyfile(file, left := file.with_name("left.db"))
    assert names_in(left) == ["before"]
    engine.dispose()
    assert names_in(file) == ["before"]


def test_a_log_that_another_connection_began_anew_is_no_log(engine: Engine) -> None:
    with reading(engine) as held:
        held.execute(select(office))
        Path(f"{the_file(engine)}-wal").unlink()
        for _ in range(2):
            # The pool has none to give, and opens one.
            with pytest.raises(Unavailable):
                add(engine, "lost")
    with pytest.raises(Unavailable):
        names(engine)


def test_a_program_that_has_closed_its_connections_finds_a_new_log(engine: Engine) -> None:
    add(engine, "before")
    engine.dispose()
    assert not Path(f"{the_file(engine)}-wal").exists()

    assert names(engine) == ["before"]


def spoilt(file: Path) -> None:
    """Overwrite some of the pages in the middle."""
    size = file.stat().st_size
    with file.open("r+b") as opened:
        opened.seek(size // 4096 // 2 * 4096)
        opened.write(os.urandom(16_384))


def test_a_file_that_is_sound_is_found_so(engine: Engine) -> None:
    require_sound(engine)


def test_a_damaged_file_is_told(engine: Engine) -> None:
    spoilt(the_file(engine))

    with pytest.raises(Unavailable, match=r"is damaged: .*put the last backup in its place") as told:
        require_sound(engine)
    assert told.value.code == "database-damaged"
    assert "bị hỏng" in told.value.vi


def test_a_file_of_something_else_is_told_as_damaged(engine: Engine) -> None:
    the_file(engine).write_bytes(b"Some letter to somebody, which is no database. " * 200)

    with pytest.raises(Unavailable, match="file is not a database") as told:
        names(engine)
    assert told.value.code == "database-damaged"


def test_a_damaged_page_that_a_question_meets_is_told(engine: Engine) -> None:
    file = the_file(engine)
    add(engine, "before")
    engine.dispose()
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))

    with pytest.raises(Unavailable, match="is damaged") as told, reading(engine) as connection:
        for table in (office, outlet, channel):
            connection.execute(select(func.count()).select_from(table))
    assert told.value.code == "database-damaged"
