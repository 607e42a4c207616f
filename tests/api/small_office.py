"""A service over a small public plan of one weekly airing, and a private one, for the tests of feeds."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import httpx
from sqlalchemy import Engine, event

from scheduler.clock import FixedClock
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.occurrences.rows import get_row, replace_rows
from scheduler.store.plans.plan_rows import add_items, bump_plan, save_outlets, save_plan
from scheduler.store.plans.read_model import Item, Outlet, Plan
from tests.api.service import running

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
PLAN_TIME = datetime.fromisoformat("2024-04-02T08:00+07:00")
FEED = "/plans/phat-song-2024.ics"
STATION = "Đài PT-TH"


@dataclass
class Office:
    """A service over a small plan, with its clocks and a way to change what is stored."""

    client: httpx.Client
    engine: Engine
    clock: FixedClock
    machine: list[datetime]
    statements: list[str]
    plan_id: int

    def change(self, do: Callable[[Any, datetime], object]) -> None:
        """One transaction that changes occurrences, as planning makes it."""
        with transaction(self.engine) as connection:
            do(connection, self.machine[0])
            bump_plan(connection, self.plan_id, self.machine[0])

    def move(self, number: int, to: datetime) -> None:
        """Move an airing."""

        def do(connection: Any, at: datetime) -> None:
            row = get_row(connection, f"occ_{number}")
            assert row is not None
            end = to + timedelta(minutes=12)
            replace_rows(connection, [row.changed(start=to, end=end, revision=row.revision)], ZONE, at)

        self.change(do)


@contextmanager
def small_office(template: Path, folder: Path) -> Iterator[Office]:
    """Serve a copy of the migrated `template` in `folder`."""
    path = folder / "airslot.db"
    shutil.copyfile(template, path)
    engine = open_engine(f"sqlite:///{path}")
    machine = [datetime(2026, 1, 5, 3, 4, 5, 600, tzinfo=UTC)]
    plan_id = _fill(engine, machine[0])
    statements: list[str] = []
    clock = FixedClock(PLAN_TIME)
    with running(engine, clock, lambda: machine[0]) as service:
        event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
        yield Office(service.client, engine, clock, machine, statements, plan_id)
    engine.dispose()


def _fill(engine: Engine, at: datetime) -> int:
    with transaction(engine) as connection:
        facts = {"office": "Sở", "year": 2024, "first_day": date(2024, 1, 1), "last_day": date(2024, 12, 31)}
        plan = save_plan(connection, Plan("phat-song-2024", "Phát sóng 2024", public=True, **facts), at)  # type: ignore[arg-type]
        save_plan(connection, Plan("noi-bo", "Nội bộ", public=False, **facts), at)  # type: ignore[arg-type]
        save_outlets(connection, "Sở", [Outlet(STATION)], at)
        items = add_items(connection, plan.id, [Item("2.2", "Chuyên mục", 1, outlet=STATION)], at)
        rows = [_airing(number, plan.id, items["2.2"]) for number in range(24)]
        insert_rows(connection, rows, ZONE, at)
        return plan.id


def _airing(number: int, plan_id: int, item_id: int) -> OccurrenceRow:
    start = datetime(2024, 1, 3, 17, 45) + timedelta(days=7 * number)
    return OccurrenceRow(
        id=f"occ_{number}",
        uid=f"{number}@airslot.example",
        plan_id=plan_id,
        item_id=item_id,
        slot="1",
        period=f"{start:%Y-%m-%d}",
        kind="premiere",
        start=start,
        end=start + timedelta(minutes=12),
        minutes=12,
        channel="KG",
    )
