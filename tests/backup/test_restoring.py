"""What a restore refuses, and that it changes nothing then."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, insert, select, text

from scheduler.backup.checking import check
from scheduler.backup.reading import open_backup
from scheduler.errors import AirslotError, Conflict, Invalid
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.database.schema import HEAD, current
from scheduler.store.plans.zone_rules import Rules, save_rules
from scheduler.store.tables import occurrence, office, upkeep, worker_pulse
from tests.backup.conftest import backed_up, held, restored
from tests.backup.rows import fill
from tests.store.samples import AT, a_month

HERE = Path(__file__).parent
ROWS = 20  # of a month


@pytest.fixture
def file(engine: Engine) -> bytes:
    """A backup of a month, its database closed."""
    a_month(engine)
    content, _ = backed_up(engine)
    engine.dispose()
    return content


def changed(content: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """The same file with other entries."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    change(entries)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, entry in entries.items():
            archive.writestr(name, entry)
    return out.getvalue()


def with_manifest(content: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    def step(entries: dict[str, bytes]) -> None:
        said = json.loads(entries["manifest.json"])
        change(said)
        entries["manifest.json"] = json.dumps(said).encode()

    return changed(content, step)


def a_line_less(entries: dict[str, bytes]) -> None:
    entries["tables/occurrence.jsonl"] = entries["tables/occurrence.jsonl"].split(b"\n", 1)[1]


def another_word(entries: dict[str, bytes]) -> None:
    entries["tables/item.jsonl"] = entries["tables/item.jsonl"].replace(b"17 gi", b"18 gi", 1)


def a_day_that_is_none(entries: dict[str, bytes]) -> None:
    entries["tables/occurrence.jsonl"] = entries["tables/occurrence.jsonl"].replace(
        b"2024-01-", b"2024-31-", 1
    )


def no_table(entries: dict[str, bytes]) -> None:
    del entries["tables/audit.jsonl"]


@pytest.mark.parametrize("change", [a_line_less, another_word, a_day_that_is_none, no_table])
def test_a_backup_that_was_changed_is_refused(
    file: bytes, target_url: str, change: Callable[[dict[str, bytes]], None]
) -> None:
    spoilt = changed(file, change)

    with pytest.raises(Invalid) as refused:
        restored(target_url, spoilt)

    assert refused.value.code == "backup-damaged" and "the backup is damaged" in refused.value.en.lower()
    assert_nothing_is_in(target_url)
    with open_backup(io.BytesIO(spoilt), "it") as backup, pytest.raises(Invalid):
        check(backup)


@pytest.mark.parametrize("name", ["tables/occurrence.jsonl", "tables/item.jsonl", "manifest.json"])
def test_a_byte_that_a_disk_changed_is_found(file: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        entry = archive.getinfo(name)
    place = entry.header_offset + 30 + len(name) + entry.compress_size // 2
    spoilt = file[:place] + bytes([file[place] ^ 0x55]) + file[place + 1 :]

    with pytest.raises(Invalid) as found, open_backup(io.BytesIO(spoilt), "it") as backup:
        check(backup)

    assert found.value.code == ("backup-unknown" if name == "manifest.json" else "backup-damaged")


@pytest.mark.parametrize("part", [0, 1, 100, 0.5, -1])
def test_a_part_of_a_backup_is_none(file: bytes, part: float) -> None:
    cut = file[: int(part * len(file)) if isinstance(part, float) else part]

    with pytest.raises(Invalid) as found, open_backup(io.BytesIO(cut), "it"):
        pass

    assert found.value.code == "backup-unknown"


def test_a_backup_of_a_newer_release_says_which_one_it_needs(file: bytes, target_url: str) -> None:
    newer = with_manifest(file, lambda said: said.update(schema="2099_01_05_later", release="9.1"))

    with pytest.raises(Invalid) as refused:
        restored(target_url, newer)

    assert refused.value.code == "backup-newer"
    assert "2099-01-05 or later" in refused.value.en and "9.1" in refused.value.en
    assert_nothing_is_in(target_url)


def test_rows_that_name_what_is_not_there_are_refused(file: bytes, target_url: str) -> None:
    """Whole as a file, but not as a database: the plan of all items is missing."""

    def no_plans(entries: dict[str, bytes]) -> None:
        said = json.loads(entries["manifest.json"])
        (table,) = (table for table in said["tables"] if table["name"] == "plan")
        entries["tables/plan.jsonl"] = b""
        table["rows"] = 0
        table["sha256"] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        entries["manifest.json"] = json.dumps(said).encode()

    torn = changed(file, no_plans)

    with pytest.raises(Invalid) as refused:
        restored(target_url, torn)

    assert refused.value.code == "backup-refused"
    assert_nothing_is_in(target_url)
    with open_backup(io.BytesIO(torn), "it") as backup, pytest.raises(Invalid):
        check(backup)


def test_a_premiere_that_is_missing_is_found_before_the_end(file: bytes, target_url: str) -> None:
    """Replays may stand before their premiere, so that is looked at last."""

    def strange(entries: dict[str, bytes]) -> None:
        import hashlib

        lines = [json.loads(line) for line in entries["tables/occurrence.jsonl"].splitlines()]
        for line in lines:
            line["premiere_id"] = line["premiere_id"] and "occ_nobody"
        entry = b"".join(json.dumps(line).encode() + b"\n" for line in lines)
        said = json.loads(entries["manifest.json"])
        (table,) = (table for table in said["tables"] if table["name"] == "occurrence")
        table["sha256"] = hashlib.sha256(entry).hexdigest()
        entries |= {"tables/occurrence.jsonl": entry, "manifest.json": json.dumps(said).encode()}

    with pytest.raises(Invalid) as refused:
        restored(target_url, changed(file, strange))

    assert refused.value.code == "backup-refused" and "occurrence" in refused.value.en


# --- where there is something ---------------------------------------------------------------


def test_a_database_with_data_is_left_alone(file: bytes, database_url: str) -> None:
    before = held(database_url)

    with pytest.raises(Conflict) as refused:
        restored(database_url, file)

    assert refused.value.code == "database-not-empty" and "--replace" in refused.value.en
    assert held(database_url) == before


def test_what_a_service_wrote_by_itself_is_no_data(file: bytes, target_url: str) -> None:
    """Whoever starts the new service before they restore is not sent away."""
    restored(target_url, file)
    opened = open_engine(target_url)
    with transaction(opened) as connection:
        connection.execute(text("DELETE FROM occurrence"))
        for name in ("quota", "item", "plan", "channel", "outlet", "office"):
            connection.execute(text(f"DELETE FROM {name}"))  # noqa: S608
        connection.execute(insert(worker_pulse).values(id=1, at=AT))
        connection.execute(insert(upkeep).values(id=1, begun_at=AT, reckoned_at=AT))
        save_rules(connection, "Asia/Ho_Chi_Minh", Rules("digest", "2026b"), AT)
    opened.dispose()

    restored(target_url, file)

    assert held(target_url).rows == ROWS


def test_a_database_that_is_in_use_is_left_alone(engine: Engine, database_url: str, target_url: str) -> None:
    with transaction(engine) as connection:
        fill(connection, 4)
    content, made = backed_up(engine)
    restored(target_url, content)
    service = open_engine(target_url)
    with reading(service) as connection:
        connection.scalar(select(office.c.id).limit(1))  # and rests in the pool, as between two ticks

    with pytest.raises(Conflict) as refused:
        restored(target_url, content, replace=True)

    assert refused.value.code == "database-in-use" and "Stop every airslot program" in refused.value.en
    with reading(service) as connection:
        assert connection.scalar(select(office.c.id).limit(1))
    service.dispose()
    restored(target_url, content, replace=True)
    assert [table.sha256 for table in held(target_url).tables] == [table.sha256 for table in made.tables]


def test_in_place_of_data_the_former_file_is_kept(file: bytes, database_url: str) -> None:
    opened = open_engine(database_url)
    with transaction(opened) as connection:
        connection.execute(insert(office).values(name="Sở Y tế", created_at=AT, updated_at=AT))
    opened.dispose()

    restored(database_url, file, replace=True)

    assert held(database_url).rows == ROWS
    if database_url.startswith("sqlite"):
        assert held(f"{database_url}.former").rows == ROWS + 1
        folder = Path(database_url.removeprefix("sqlite:///")).parent
        assert {one.name for one in folder.iterdir()} == {"airslot.db", "airslot.db.former"}


@pytest.mark.parametrize("spoilt", [b"", b"no database at all" * 400])
def test_a_damaged_file_is_what_a_restore_is_for(file: bytes, tmp_path: Path, spoilt: bytes) -> None:
    path = tmp_path / "damaged.db"
    path.write_bytes(spoilt)
    (tmp_path / "damaged.db-wal").write_bytes(b"of it")
    url = f"sqlite:///{path}"
    if spoilt:
        with pytest.raises(Conflict):
            restored(url, file)
        assert path.read_bytes() == spoilt

    restored(url, file, replace=True)

    assert held(url).rows == ROWS
    assert (tmp_path / "damaged.db.former").read_bytes() == spoilt


def test_a_newer_database_goes_back_to_the_release_before(file: bytes, database_url: str) -> None:
    """After an upgrade that went wrong: the older program, the backup from before."""
    opened = open_engine(database_url)
    with transaction(opened) as connection:
        connection.execute(text("CREATE TABLE of_a_later_release (id INTEGER PRIMARY KEY)"))
        connection.execute(text("UPDATE alembic_version SET version_num = '2099_01_05_later'"))
    opened.dispose()
    with pytest.raises(Conflict):
        restored(database_url, file)

    restored(database_url, file, replace=True)

    assert held(database_url).schema == HEAD


def test_a_database_of_another_program_is_never_taken(file: bytes, postgres: Any) -> None:
    name = postgres.create()
    opened = open_engine(postgres.url(name))
    with transaction(opened) as connection:
        connection.execute(text("CREATE TABLE books (id INTEGER PRIMARY KEY)"))
    opened.dispose()

    with pytest.raises(Conflict) as refused:
        restored(postgres.url(name), file, replace=True)

    assert refused.value.code == "database-of-others" and "books" in refused.value.en
    postgres.drop(name)


def test_what_follows_belongs_to_it(file: bytes, target_url: str) -> None:
    """Where mails cannot be held, nothing is restored either."""

    def fail(_: object) -> int:
        raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError):
        restored(target_url, file, fail)

    assert_nothing_is_in(target_url)


@pytest.mark.parametrize("kept", sorted(HERE.glob("made-*.zip")), ids=lambda path: path.stem)
def test_backups_of_earlier_releases_are_restored(kept: Path, target_url: str) -> None:
    """Real files that are kept for ever; each has rows in all tables of its day."""
    with open_backup(io.BytesIO(kept.read_bytes()), kept.name) as backup:
        rows = {table.name: table.rows for table in backup.manifest.tables}
        check(backup)
    assert all(rows.values())

    restored(target_url, kept.read_bytes())

    opened = open_engine(target_url)
    assert current(opened) == HEAD
    with reading(opened) as connection:
        assert len(connection.execute(select(occurrence.c.uid)).all()) == rows["occurrence"]
    opened.dispose()


def assert_nothing_is_in(url: str) -> None:
    if url.startswith("sqlite"):
        folder = Path(url.removeprefix("sqlite:///")).parent
        assert not folder.exists() or not list(folder.iterdir())
        return
    opened = open_engine(url)
    with pytest.raises(AirslotError):
        held(url)
    assert current(opened) is None
    opened.dispose()
