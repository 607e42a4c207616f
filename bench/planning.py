"""Plans into SQLite beside `executemany`, and one item changed in a small and in a large plan.

python -m bench planning
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, text

from bench.plans import (
    CLOCK,
    SLUG,
    TWO_REPLAYS,
    UID_DOMAIN,
    WRITTEN,
    database,
    document,
    entry,
    load_plan,
    schedule,
)
from bench.race import Line, Runner, race
from scheduler.planning.loading.loading import change_item
from scheduler.store.database.engine import transaction

ITEMS = 10_000
SMALL, LARGE = 1_000, 100_000
MONTHS = 10  # premieres of an item where only the number of items matters: 1,000,000 in the large plan
CHANGED = "500"
CHANGES = 50
ROUNDS = 3  # one load takes many seconds


def load_beside_its_floor(folder: Path) -> bool:
    """From 10,000 parsed schedules to 360,000 committed rows, beside the driver's own insert of them."""
    wanted = document(ITEMS, replays=TWO_REPLAYS)
    empty, full, bare = folder / "empty.db", folder / "full.db", folder / "bare.db"
    with database(empty):
        pass
    with database(full) as engine:
        load_plan(engine, wanted)
        statement, rows = taken_out(engine)
    with database(bare) as engine, transaction(engine) as connection:
        columns = statement.partition("(")[2].partition(")")[0]
        connection.exec_driver_sql("DROP TABLE override")
        connection.exec_driver_sql("DROP TABLE occurrence")
        connection.exec_driver_sql(f"CREATE TABLE occurrence ({columns})")

    def copied(template: Path, do: Callable[[Engine], None]) -> Callable[[], None]:
        def run() -> None:
            path = Path(shutil.copyfile(template, folder / "run.db"))
            with database(path) as engine:
                do(engine)
            path.unlink()

        return run

    def insert(engine: Engine) -> None:
        with transaction(engine) as connection:
            connection.exec_driver_sql(statement, rows)

    same = "executemany, the same table"
    return race(
        f"a plan of {ITEMS:,} items, {len(rows):,} rows",
        "rows",
        [
            Runner("airslot", copied(empty, lambda engine: load_plan(engine, wanted)), len(rows)),
            Runner(same, copied(full, insert), len(rows)),
            Runner("executemany, no index, no check", copied(bare, insert), len(rows)),
        ],
        [Line(0.5, same)],
        ROUNDS,
    )


def taken_out(engine: Engine) -> tuple[str, list[tuple[Any, ...]]]:
    """Take the occurrences out of a database; gives the statement and the rows that put them in again."""
    with transaction(engine) as connection:
        found = connection.execute(text("SELECT * FROM occurrence ORDER BY id"))
        names = list(found.keys())
        rows = [tuple(row) for row in found]
        connection.exec_driver_sql("DELETE FROM occurrence")
    with engine.connect() as connection:
        connection.connection.dbapi_connection.execute("VACUUM")
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO occurrence ({', '.join(names)}) VALUES ({marks})", rows


def one_change(small: Engine, large: Engine) -> bool:
    """One item of a plan is put off by some minutes, each time in a transaction of its own."""

    def changing(engine: Engine) -> Callable[[], None]:
        def run() -> None:
            for later in range(CHANGES):
                wanted = entry(int(CHANGED), schedule(int(CHANGED), MONTHS, later=later % 2 + 1))
                with transaction(engine) as connection:
                    changes = change_item(
                        connection, SLUG, wanted, CLOCK, uid_domain=UID_DOMAIN, machine_time=lambda: WRITTEN
                    )
                if changes.counts.moved != MONTHS:
                    raise AssertionError(f"{changes.counts} were changed")

        return run

    beside = f"in a plan of {SMALL:,}"
    return race(
        "one item changed",
        "changes",
        [
            Runner(f"in a plan of {LARGE:,}", changing(large), CHANGES),
            Runner(beside, changing(small), CHANGES),
        ],
        [Line(0.67, beside)],
    )


def main() -> bool:
    """Measure and print; False where a line was missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        loaded = load_beside_its_floor(folder)
        with database(folder / "small.db") as small, database(folder / "large.db") as large:
            load_plan(small, document(SMALL, MONTHS))
            load_plan(large, document(LARGE, MONTHS))
            return one_change(small, large) and loaded
