"""Whatever is stored comes back, on the same kind of database and on the other one."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from sqlalchemy import Engine, delete, insert, select

from scheduler.backup.checking import check
from scheduler.backup.form import Manifest, form_of
from scheduler.backup.reading import open_backup
from scheduler.store.all_tables import metadata
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.database.schema import HEAD, current
from scheduler.store.tables import office, outlet, plan, reminder
from tests.backup.conftest import backed_up, held, restored
from tests.backup.rows import fill


def content(manifest: Manifest) -> dict[str, tuple[int, str]]:
    return {table.name: (table.rows, table.sha256) for table in manifest.tables}


@pytest.mark.parametrize("seed", [1, 2, *(pytest.param(n, marks=pytest.mark.long) for n in range(3, 20))])
def test_any_rows_of_all_tables_come_back_on_either_database(
    engine: Engine, target_url: str, seed: int
) -> None:
    print(f"seed {seed}")
    with transaction(engine) as connection:
        written = fill(connection, seed)
    file, made = backed_up(engine)
    assert {table.name for table in made.tables} == set(metadata.tables)
    assert all(table.rows == len(written[table.name]) > 0 for table in made.tables)

    restored(target_url, file)

    assert content(held(target_url)) == content(made)
    target = open_engine(target_url)
    assert current(target) == HEAD
    for table in metadata.sorted_tables:
        key = [column.name for column in table.primary_key]
        rows = []
        for of in (engine, target):
            with reading(of) as connection:
                found = [dict(row) for row in connection.execute(select(table)).mappings()]
            rows.append(sorted(found, key=lambda row: [row[name] for name in key]))
        assert rows[0] == rows[1], table.name
    target.dispose()


def test_there_and_back_again_is_the_same(engine: Engine, database_url: str, target_url: str) -> None:
    with transaction(engine) as connection:
        fill(connection, 11)
    file, made = backed_up(engine)
    engine.dispose()
    restored(target_url, file)
    target = open_engine(target_url)
    moved, _ = backed_up(target)
    target.dispose()

    restored(database_url, moved, replace=True)

    assert content(held(database_url)) == content(made)


def test_no_number_is_given_twice(engine: Engine, target_url: str) -> None:
    """Also not that of a row that is gone: the log and people's notes name it."""
    with transaction(engine) as connection:
        rows = fill(connection, 5)
        last = max(row["id"] for row in rows["reminder"])
        connection.execute(delete(metadata.tables["reminder_log"]))
        connection.execute(delete(reminder).where(reminder.c.id == last))
    restored(target_url, backed_up(engine)[0])
    target = open_engine(target_url)
    facts = {name: value for name, value in rows["reminder"][0].items() if name not in ("id", "subject")}
    row = {name: value for name, value in rows["plan"][0].items() if name not in ("id", "slug")}
    with transaction(target) as connection:
        one = insert(reminder).values(**facts, subject="new").returning(reminder.c.id)
        assert connection.scalar(one) == last + 1
        two = insert(plan).values(**row, slug="new").returning(plan.c.id)
        assert connection.scalar(two) == max(row["id"] for row in rows["plan"]) + 1
    target.dispose()


def test_an_empty_installation_comes_back(engine: Engine, target_url: str) -> None:
    restored(target_url, backed_up(engine)[0])

    assert held(target_url).rows == 0


def test_a_person_reads_it_without_the_program(engine: Engine) -> None:
    at = {"created_at": backed_up(engine)[1].made_at, "updated_at": backed_up(engine)[1].made_at}
    with transaction(engine) as connection:
        connection.execute(insert(office).values(id=1, name="Sở Nội vụ", **at))
        connection.execute(insert(outlet).values(id=1, office_id=1, name="Báo Kiên Giang", **at))
    file, _ = backed_up(engine)

    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        lines = archive.read("tables/outlet.jsonl").decode().splitlines()
        said = json.loads(archive.read("manifest.json"))
    assert [json.loads(line) for line in lines] == [
        {
            "id": 1,
            "office_id": 1,
            "name": "Báo Kiên Giang",
            "created_at": "2026-01-05T03:04:05Z",
            "updated_at": "2026-01-05T03:04:05Z",
        }
    ]
    assert "Báo Kiên Giang" in lines[0]
    assert (said["format"], said["version"], said["schema"]) == ("airslot-backup", 1, HEAD)
    assert said["made_at"] == "2026-01-05T03:04:05Z" and said["plan_time"] == "2024-04-02T01:00:00Z"


def test_what_is_made_now_can_be_relied_on(engine: Engine) -> None:
    with transaction(engine) as connection:
        fill(connection, 3)
    with open_backup(io.BytesIO(backed_up(engine)[0]), "the backup") as backup:
        check(backup)


@pytest.mark.parametrize("name", sorted(metadata.tables))
def test_each_table_has_its_form(name: str) -> None:
    table = metadata.tables[name]

    assert [one.name for one in form_of(table).columns] == [
        column.name for column in table.columns if column.computed is None
    ]
    assert form_of(table).key
