"""Schedules, items and documents of the real plan's kind, made by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from typing import Any

from sqlalchemy import Connection, Engine, select

from rules.schedule import (
    DaySet,
    DaysLater,
    Limits,
    MonthWeeks,
    Period,
    Quota,
    Recurrence,
    Replay,
    Schedule,
    Slot,
    Window,
)
from scheduler.clock import FixedClock
from scheduler.planning.diff.plan_changes import Changes
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import ItemEntry, OutletEntry, PlanDocument
from scheduler.store.database.engine import transaction
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.tables import occurrence, plan

STATION = "Đài PT-TH Kiên Giang"
UID_DOMAIN = "airslot.example"
WEDNESDAY, THURSDAY = 2, 3


def column(
    week: int = 3,
    at: time | None = time(17, 45),
    weekday: int = WEDNESDAY,
    channel: str | None = "KG",
    minutes: int | None = 12,
    months: tuple[int, ...] = (),
    replays: tuple[Replay, ...] = (Replay(DaysLater(1), time(6, 0), "KG"),),
) -> Schedule:
    """Item 2.2: Wednesday of week 3 at 17:45, twelve minutes, replayed the next day at 06:00."""
    slot = Slot(at, channel, minutes, replays=replays)
    days = DaySet(MonthWeeks((week,), (weekday,)), Limits(months=months))
    return Schedule(recurrences=(Recurrence(days, (slot,)),))


def windows(*weeks: int) -> Schedule:
    """Item 1.1: a window for each numbered week of each month."""
    return Schedule(windows=(Window(MonthWeeks(weeks)),))


def articles(count: int = 39) -> Schedule:
    """Item 3: a quota without dates."""
    return Schedule(quotas=(Quota(count, "bài", Period.YEAR),))


def entry(number: str, schedule: Schedule, **facts: Any) -> ItemEntry:
    """An item; its phrase only needs to tell one schedule from another."""
    facts.setdefault("title", f"Mục {number}")
    facts.setdefault("when", repr(schedule))
    return ItemEntry(number=number, schedule=schedule, **facts)


def document(*items: ItemEntry, **facts: Any) -> PlanDocument:
    """A plan of 2024 in the zone of Vietnam."""
    plain = PlanDocument(
        slug="ke-hoach-2024",
        title="Kế hoạch 2024",
        office="Sở Nội vụ",
        first=date(2024, 1, 1),
        last=date(2024, 12, 31),
        timezone="Asia/Ho_Chi_Minh",
        outlets=(OutletEntry(STATION, ("KG", "KG1")),),
        items=items,
    )
    return replace(plain, **facts)


class Desk:
    """A database with its clock: loads documents and shows what is stored."""

    def __init__(self, engine: Engine, clock: FixedClock, machine_time: Callable[[], Any]) -> None:
        self.engine = engine
        self.clock = clock
        self.machine_time = machine_time

    def load(self, *items: ItemEntry, include_past: bool = False, **facts: Any) -> Changes:
        """Load a document of these items."""
        return self.load_document(document(*items, **facts), include_past=include_past)

    def load_document(self, wanted: PlanDocument, **facts: Any) -> Changes:
        """Load a document."""
        done: Changes = self.do(
            load, wanted, self.clock, uid_domain=UID_DOMAIN, machine_time=self.machine_time, **facts
        )
        return done

    def do(self, act: Callable[..., Any], *given: Any, **facts: Any) -> Any:
        """Call a function with a connection of one transaction."""
        with transaction(self.engine) as connection:
            return act(connection, *given, **facts)

    def rows(self, slug: str = "ke-hoach-2024") -> list[Occurrence]:
        """All occurrences of the plan by start."""
        with transaction(self.engine) as connection:
            return plan_occurrences(connection, slug)

    def row(self, day: str, kind: str = "premiere", item: str | None = None) -> Occurrence:
        """The one occurrence of that kind on a day."""
        found = [
            row
            for row in self.rows()
            if str(row.start)[:10] == day and row.kind == kind and item in (None, row.item)
        ]
        assert len(found) == 1, found
        return found[0]

    def deliver(self, row_id: str, state: str = "delivered") -> None:
        """Set a state that later rooms of the house will set."""

        def write(connection: Connection) -> None:
            connection.execute(occurrence.update().where(occurrence.c.id == row_id).values(state=state))

        self.do(write)

    def revision(self, slug: str = "ke-hoach-2024") -> int:
        """The plan's revision."""
        with transaction(self.engine) as connection:
            return int(connection.execute(select(plan.c.revision).where(plan.c.slug == slug)).scalar_one())
