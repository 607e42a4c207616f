"""Large plans for the measurements: every item has its own time, twelve premieres a year, some replays."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Engine

from rules.schedule import DaySet, DaysLater, Limits, MonthWeeks, Recurrence, Replay, Schedule, Slot
from scheduler.clock import FixedClock
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.entries import ItemEntry, OutletEntry, PlanDocument
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.database.schema import migrate

SLUG = "bench"
CLOCK = FixedClock(datetime.fromisoformat("2024-01-01T00:00+07:00"))
WRITTEN = datetime(2024, 1, 1, tzinfo=UTC)
UID_DOMAIN = "airslot.example"
STATION = "Đài PT-TH"
TWO_REPLAYS = (Replay(DaysLater(1), time(6, 0), "KG"), Replay(DaysLater(2), time(21, 0), "KG1"))


def schedule(number: int, months: int = 12, replays: tuple[Replay, ...] = (), later: int = 0) -> Schedule:
    """One weekday of one week of each month, from January on; `later` puts it off by minutes."""
    slot = Slot(time(5 + number % 16, (number + later) % 60), "KG", 12, replays=replays)
    days = MonthWeeks((number % 4 + 1,), (number % 7,))
    limits = Limits(months=tuple(range(1, months + 1)) if months < 12 else ())
    return Schedule(recurrences=(Recurrence(DaySet(days, limits), (slot,)),))


def entry(number: int, wanted: Schedule) -> ItemEntry:
    """An item of that number."""
    title = f"Chuyên mục cải cách hành chính, kỳ {number}"
    return ItemEntry(str(number), title, f"khung {wanted}", wanted, outlet=STATION)


def document(items: int, months: int = 12, replays: tuple[Replay, ...] = ()) -> PlanDocument:
    """A public plan of so many items, of `months` premieres each."""
    return PlanDocument(
        slug=SLUG,
        title="Kế hoạch 2024",
        first=date(2024, 1, 1),
        last=date(2024, 12, 31),
        timezone="Asia/Ho_Chi_Minh",
        items=tuple(entry(number, schedule(number, months, replays)) for number in range(items)),
        office="Sở Nội vụ",
        public=True,
        outlets=(OutletEntry(STATION, ("KG", "KG1")),),
    )


@contextmanager
def database(path: Path) -> Iterator[Engine]:
    """A database at a path; a new one is migrated."""
    engine = open_engine(f"sqlite:///{path}")
    if not path.exists():
        migrate(engine)
    yield engine
    engine.dispose()


def load_plan(engine: Engine, wanted: PlanDocument) -> None:
    """From parsed schedules to committed rows."""
    with transaction(engine) as connection:
        load(connection, wanted, CLOCK, uid_domain=UID_DOMAIN, machine_time=lambda: WRITTEN)
