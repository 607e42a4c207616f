"""Stored occurrences to render, made by plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from scheduler.feeds.head import FeedHead
from scheduler.store.instants import end_of, starts_at, zone
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.occurrences.series import StoredSeries

WRITTEN = datetime(2024, 4, 2, 1, 0, tzinfo=UTC)
HEAD = FeedHead(
    slug="kien-giang-2024",
    title="Kế hoạch truyền thông cải cách hành chính năm 2024",
    timezone="Asia/Ho_Chi_Minh",
    public_url="http://127.0.0.1:8000",
)


def row(number: int, start: date | datetime, **facts: Any) -> Occurrence:
    """The occurrence `number` of a plan; `facts` replace what is not of interest. Instants follow."""
    made = Occurrence(
        id=f"occ_{number:08x}",
        uid=f"{number:08x}@airslot.example",
        plan="kien-giang-2024",
        item="2.2",
        title="Chuyên mục cải cách hành chính",
        outlet="Đài PT-TH Kiên Giang",
        channel="KG",
        kind="premiere",
        state="planned",
        start=start,
        end=start + timedelta(minutes=12) if isinstance(start, datetime) else None,
        minutes=12 if isinstance(start, datetime) else None,
        minutes_max=None,
        timezone="Asia/Ho_Chi_Minh",
        sequence=0,
        original_start=start,
        shifted_from=None,
        reason=None,
        note=None,
        premiere_id=None,
        premiere_uid=None,
        created_at=WRITTEN,
        updated_at=WRITTEN,
        cancelled_at=None,
        starts_at=WRITTEN,  # until `placed`
        ends_at=None,
        orphaned=False,
        slot="1",
        period=f"{start:%Y-%m}",
    )
    return placed(replace(made, **facts))


def placed(one: Occurrence, timezone: str | None = None, *, written: bool = False) -> Occurrence:
    """The occurrence with the end and the instants that its wall time and its minutes have in its zone."""
    local = zone(timezone or one.timezone)
    last = None if isinstance(one.start, datetime) else one.end
    end = end_of(one.start, last, one.minutes, written, local)
    begins = starts_at(one.start, local)
    return replace(
        one, end=end.wall if last is None else last, starts_at=begins, ends_at=end.at, timezone=local.key
    )


def window(number: int, first: date, last: date, **facts: Any) -> Occurrence:
    """A window from its first to its last day."""
    plain = {"item": "1.1", "kind": "window", "channel": None, "end": last, "minutes": None}
    return row(number, first, **(plain | facts))


def third(weekday: int, month: int, year: int = 2024) -> date:
    """The third such weekday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 14)


def column() -> list[Occurrence]:
    """Item 2.2 in 2024: the third Wednesday at 17:45, and again the next day at 06:00."""
    rows = []
    for month in range(1, 13):
        day = third(2, month)
        premiere = row(month, datetime.combine(day, time(17, 45)))
        again = datetime.combine(day + timedelta(days=1), time(6, 0))
        rows += [
            premiere,
            row(
                100 + month,
                again,
                kind="replay",
                slot="1.1",
                premiere_id=premiere.id,
                premiere_uid=premiere.uid,
            ),
        ]
    return rows


def series_of(rows: Iterable[Occurrence], sequence: int = 0) -> dict[tuple[str, str, str], StoredSeries]:
    """What is stored of the series of such rows."""
    found: dict[tuple[str, str, str], StoredSeries] = {}
    for one in rows:
        slot = one.item, one.slot, one.kind
        found.setdefault(slot, StoredSeries(f"series-{one.uid}", sequence, WRITTEN, WRITTEN))
    return found


def by_start(rows: Iterable[Occurrence]) -> list[Occurrence]:
    """In the order of the store."""
    return sorted(rows, key=lambda one: (one.start.isoformat(), one.id))
