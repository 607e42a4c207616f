"""What the service writes on its machine is its owner's alone."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from scheduler.reminders.transport.folder import FolderSink
from scheduler.reminders.transport.sink import Accepted
from scheduler.secret import load_secret
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.database.schema import migrate
from scheduler.store.tables import office
from tests.store.samples import AT

MAIL = (
    b"From: lich@airslot.example\r\nTo: bien.tap@dai.example\r\nSubject: x\r\n"
    b"Date: Tue, 16 Apr 2024 01:00:00 +0000\r\nMessage-ID: <1@airslot.example>\r\n\r\nx\r\n"
)


@pytest.fixture(autouse=True)
def generous() -> Iterator[None]:
    """A machine on which new files are everybody's to read."""
    before = os.umask(0o000)
    yield
    os.umask(before)


def rights(path: Path) -> dict[str, str]:
    return {
        str(one.relative_to(path)): f"{stat.S_IMODE(one.stat().st_mode):o}" for one in sorted(path.rglob("*"))
    }


def test_the_database_its_log_and_the_secret_are_private(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/srv/var/airslot.db"
    engine = open_engine(url)
    migrate(engine)
    load_secret(Settings(database_url=url))
    with transaction(engine) as connection:
        connection.execute(office.insert().values(name="Sở", created_at=AT, updated_at=AT))
        assert rights(tmp_path) == {
            "srv": "700",
            "srv/var": "700",
            "srv/var/airslot.db": "600",
            "srv/var/airslot.db-shm": "600",
            "srv/var/airslot.db-wal": "600",
            "srv/var/secret": "600",
        }
    engine.dispose()


def test_mails_in_a_folder_are_private(tmp_path: Path) -> None:
    sent = FolderSink(tmp_path / "var" / "mail").send(MAIL, "lich@airslot.example", "bien.tap@dai.example")
    assert isinstance(sent, Accepted)
    assert set(rights(tmp_path).values()) == {"700", "600"}
    assert len(rights(tmp_path)) == 3


def test_a_folder_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "mail").mkdir(mode=0o755)
    FolderSink(tmp_path / "mail").send(MAIL, "lich@airslot.example", "bien.tap@dai.example")
    assert rights(tmp_path)["mail"] == "755"
