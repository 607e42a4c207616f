"""A small plan for the store's tests: an outlet with two channels, three items, their rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlalchemy import Connection, Engine

from rules.schedule import Period, Quota
from scheduler.store.database.engine import transaction
from scheduler.store.identity import mint
from scheduler.store.instants import zone
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.plans.plan_rows import add_items, save_outlets, save_plan
from scheduler.store.plans.read_model import Channel, Group, Item, Outlet, Plan

AT = datetime(2026, 1, 5, 3, 4, 5, 678901, tzinfo=UTC)
LATER = datetime(2026, 1, 6, tzinfo=UTC)
STATION = "Đài PT-TH tỉnh"

PLAN = Plan(
    slug="plan-2024",
    title="Kế hoạch truyền thông năm 2024",
    office="Sở Nội vụ",
    year=2024,
    first_day=date(2024, 1, 1),
    last_day=date(2024, 12, 31),
    number="101/KH-UBND",
    signed=date(2024, 4, 2),
    public=True,
    total=163_596_756,
    groups=(Group("1", "Báo", 72_000_000), Group("2", "Đài", 91_596_756)),
)
ITEMS = (
    Item(
        "1.1", "Báo in", 1, phrase="Vào tuần đầu và tuần cuối của tháng", budget=72_000_000, group_number="1"
    ),
    Item(
        "2.2",
        "Chuyên mục truyền hình",
        2,
        outlet=STATION,
        phrase="17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG",
        budget=91_596_756,
        quotas=(Quota(12, "chuyên mục", Period.YEAR),),
    ),
    Item("3", "Cổng thông tin", 3, quotas=(Quota(39, "tin bài", Period.YEAR), Quota(37, "ảnh", Period.YEAR))),
)


@dataclass(frozen=True)
class Stored:
    """The ids of what `store` wrote."""

    plan_id: int
    items: dict[str, int]


def store(connection: Connection, plan: Plan = PLAN, items: tuple[Item, ...] = ITEMS) -> Stored:
    saved = save_plan(connection, plan, AT)
    save_outlets(connection, plan.office, [Outlet(STATION, (Channel("KG"), Channel("KG1", "Kênh hai")))], AT)
    return Stored(saved.id, add_items(connection, saved.id, items, AT))


def airing(stored: Stored, start: date | datetime, item: str = "2.2", **facts: object) -> OccurrenceRow:
    [(row_id, uid)] = mint(1, "airslot.example", AT)
    row = OccurrenceRow(
        row_id, uid, stored.plan_id, stored.items[item], "1", f"{start:%Y-%m}", "premiere", start
    )
    return replace(row, **facts)  # type: ignore[arg-type]


def window(stored: Stored, first: date, last: date, item: str = "1.1", **facts: object) -> OccurrenceRow:
    return airing(stored, first, item, kind="window", end=last, **facts)


def write(connection: Connection, *rows: OccurrenceRow, timezone: str = PLAN.timezone) -> None:
    insert_rows(connection, rows, zone(timezone), AT)


def a_month(engine: Engine) -> dict[str, OccurrenceRow]:
    """January 2024: a window around each end, an airing with its replay, an airing without a time."""
    with transaction(engine) as connection:
        stored = store(connection)
        premiere = airing(
            stored,
            datetime(2024, 1, 17, 17, 45),
            channel="KG",
            minutes=12,
        )
        rows = {
            "first week": window(stored, date(2024, 1, 1), date(2024, 1, 7)),
            "untimed": airing(stored, date(2024, 1, 10), item="3", minutes=10, minutes_max=12),
            "premiere": premiere,
            "replay": airing(
                stored,
                datetime(2024, 1, 18, 6, 0),
                kind="replay",
                slot="1.1",
                premiere_id=premiere.id,
                channel="KG1",
            ),
            "last week": window(stored, date(2024, 1, 25), date(2024, 1, 31)),
        }
        write(connection, *rows.values())
    return rows
