"""Feeds beside their peers and floors: rendering 10,000 events cold, and asking again over HTTP.

python -m bench feeds
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
from sqlalchemy import Engine, text
from starlette.requests import Request
from starlette.responses import Response

from bench.race import Line, Runner, race
from bench.service import Reader, serving
from scheduler.feeds.document import render
from scheduler.feeds.head import FeedHead
from scheduler.feeds.text import escape, fold
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.database.schema import migrate
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.plans.plan_rows import add_items, save_plan
from scheduler.store.plans.read_model import Item, Plan

EVENTS = 10_000
PEER_EVENTS = 1_000  # the library is slow enough to measure on fewer
POLLS = 200
FETCHES = 20
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
WRITTEN = datetime(2024, 4, 2, 1, 0, tzinfo=UTC)
HEAD = FeedHead("bench", "Kế hoạch 2024", "Asia/Ho_Chi_Minh", "http://127.0.0.1:8000")


def cold_feed(rows: list[Occurrence]) -> int:
    """Our document; nothing is kept between calls but the zone."""
    return len(render(HEAD, rows, today=date(2024, 4, 2)))


def floor_feed(rows: list[Occurrence]) -> int:
    """The floor: an f-string an event, its three texts escaped and folded."""
    texts = []
    for row in rows:
        start = row.start.isoformat().replace("-", "").replace(":", "")
        summary = fold("SUMMARY:" + escape(row.title))
        texts.append(
            f"BEGIN:VEVENT\r\nUID:{row.uid}\r\nDTSTAMP:20240402T010000Z\r\nSEQUENCE:{row.sequence}\r\n"
            f"DTSTART;TZID=Asia/Ho_Chi_Minh:{start}\r\nDURATION:PT{row.minutes}M\r\n{summary}\r\n"
            f"LOCATION:{row.channel}\r\nURL:http://127.0.0.1:8000/occurrences/{row.id}\r\nEND:VEVENT\r\n"
        )
    return len("".join(texts).encode())


def library_feed(rows: list[Occurrence]) -> int:
    """The peer: the icalendar library writing the same properties."""
    calendar = icalendar.Calendar()
    for row in rows:
        one = icalendar.Event()
        one.add("uid", row.uid)
        for name in ("dtstamp", "created", "last-modified"):
            one.add(name, row.updated_at)
        one.add("sequence", row.sequence)
        one.add("dtstart", row.start.replace(tzinfo=ZONE))  # type: ignore[call-arg]
        one.add("dtend", row.end.replace(tzinfo=ZONE))  # type: ignore[call-arg]
        one.add("summary", f"{row.item} {row.title}")
        one.add("location", row.channel)
        one.add("categories", ["Phát chính"])
        one.add("status", "CONFIRMED")
        one.add("transp", "TRANSPARENT")
        one.add("description", f"Mục {row.item}: {row.title}\nĐơn vị: {row.outlet}\nKênh: {row.channel}")
        one.add("url", f"http://127.0.0.1:8000/occurrences/{row.id}")
        calendar.add_component(one)
    return len(calendar.to_ical())


def floors(body: bytes, engine: Engine) -> dict[str, Callable[[Request], Response]]:
    """The least that a poll and a fetch cost: one row, then 304 or the bytes."""
    question = text("SELECT id, revision, updated_at FROM plan WHERE slug = :slug")

    def one_row(request: Request) -> Response:
        with reading(engine) as connection:
            connection.execute(question, {"slug": "bench"}).one()
        return Response(status_code=304, headers={"ETag": request.headers["if-none-match"]})

    def bytes_alone(request: Request) -> Response:
        with reading(engine) as connection:
            connection.execute(question, {"slug": "bench"}).one()
        return Response(body, media_type="text/calendar", headers={"ETag": '"floor"'})

    return {"/floor/304": one_row, "/floor/200": bytes_alone}


def fill(path: Path) -> list[Occurrence]:
    """A plan of 10,000 airings in a new database; gives them as they are read back."""
    engine = open_engine(f"sqlite:///{path}")
    migrate(engine)
    first, last = date(2024, 1, 1), date(2024, 12, 31)
    with transaction(engine) as connection:
        plan = save_plan(connection, Plan("bench", HEAD.title, "Sở", 2024, first, last, public=True), WRITTEN)
        titles = [f"Chuyên mục cải cách hành chính, kỳ {n}; «một cửa»" for n in range(100)]
        items = [Item(f"{n // 10 + 1}.{n % 10 + 1}", title, n) for n, title in enumerate(titles)]
        ids = list(add_items(connection, plan.id, items, WRITTEN).values())
        insert_rows(connection, (_airing(n, plan.id, ids[n % 100]) for n in range(EVENTS)), ZONE, WRITTEN)
    with reading(engine) as connection:
        rows = plan_occurrences(connection, "bench")
    engine.dispose()
    return rows


def _airing(number: int, plan_id: int, item_id: int) -> OccurrenceRow:
    start = datetime(2024, 1, 1, 5, 45) + timedelta(minutes=45 * number)
    return OccurrenceRow(
        id=f"occ_{number:032x}",
        uid=f"{number:032x}@airslot.example",
        plan_id=plan_id,
        item_id=item_id,
        slot="1",
        period=f"{start:%Y-%m}",
        kind="premiere",
        start=start,
        end=start + timedelta(minutes=12),
        minutes=12,
        channel="KG",
    )


def main() -> bool:
    """Measure and print; False where a line was missed. Client and server share the process and its time."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        rows = fill(path)
        rendered = race(
            f"a feed of {EVENTS:,} events, cold",
            "events",
            [
                Runner("airslot", lambda: cold_feed(rows), EVENTS),
                Runner("f-string, escape and fold", lambda: floor_feed(rows), EVENTS),
                Runner("icalendar", lambda: library_feed(rows[:PEER_EVENTS]), PEER_EVENTS),
            ],
            [Line(0.52, "f-string, escape and fold"), Line(20, "icalendar")],
        )
        engine = open_engine(f"sqlite:///{path}")
        with serving(engine, floors(render(HEAD, rows), engine)) as port:
            feed = Reader(port, "/plans/bench.ics", {"Accept-Encoding": "identity"})
            feed.ask()
            held = {"If-None-Match": feed.tag}
            polled = race(
                "a poll with If-None-Match",
                "requests",
                [
                    Reader(port, "/plans/bench.ics", held).runner("airslot", POLLS),
                    Reader(port, "/floor/304", held).runner("one row and 304", POLLS),
                ],
                [Line(0.8, "one row and 304")],
            )
            served = race(
                "the feed from memory",
                "requests",
                [
                    feed.runner("airslot", FETCHES),
                    Reader(port, "/floor/200", {}).runner("one row and the bytes", FETCHES),
                ],
                [Line(0.8, "one row and the bytes")],
            )
    return rendered and polled and served


if __name__ == "__main__":
    main()
