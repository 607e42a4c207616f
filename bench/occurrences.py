"""What comes next, over HTTP, with 10,000 and 1,000,000 occurrences stored.

python -m bench occurrences
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response

from bench.plans import SLUG, database, document, load_plan
from bench.race import Line, Runner, race
from bench.service import Reader, serving
from scheduler.clock import FixedClock
from scheduler.store.database.engine import reading

SMALL, LARGE, MONTHS = 1_000, 100_000, 10  # items, and premieres of each
ASKED = 100
NOW = FixedClock(datetime(2024, 6, 1, 1, tzinfo=UTC))
PATH = f"/api/v1/occurrences/upcoming?limit={ASKED}"
FLOOR = """
SELECT o.id, o.uid, plan.slug, item.number, item.title, outlet.name, o.channel, o.kind, o.state, o.start_day,
       o.start_time, o.end_day, o.end_time, o.minutes, o.minutes_max, plan.timezone, o.starts_at, o.ends_at,
       o.premiere_id, o.sequence, o.original_day, o.original_time, o.shifted_from_day, o.shifted_from_time,
       o.reason, o.orphaned, o.updated_at
FROM occurrence o JOIN plan ON plan.id = o.plan_id JOIN item ON item.id = o.item_id
LEFT JOIN outlet ON outlet.id = item.outlet_id
WHERE o.starts_at >= ? AND o.state <> 'cancelled' ORDER BY o.starts_at, o.id LIMIT ?
"""
MOMENT = f"{NOW.now():%Y-%m-%d %H:%M:%S.%f}"
REQUESTS = 100


def sql_and_json(engine: Engine) -> bytes:
    """The least: the rows as SQLite gives them, written as JSON."""
    with reading(engine) as connection:
        found = connection.exec_driver_sql(FLOOR, (MOMENT, ASKED + 1))
        names = list(found.keys())
        rows = [dict(zip(names, row, strict=True)) for row in found]
    return json.dumps({"items": rows[:ASKED], "next": rows[ASKED]["id"]}).encode()


def main() -> bool:
    """Measure and print; False where a line was missed. Client and server share the process and its time."""
    with ExitStack() as kept:
        folder = Path(kept.enter_context(tempfile.TemporaryDirectory()))
        readers = {}
        for items in (SMALL, LARGE):
            engine = kept.enter_context(database(folder / f"{items}.db"))
            load_plan(engine, document(items, MONTHS))
            port = kept.enter_context(serving(engine, {"/floor": floor_route(engine)}, NOW))
            reader = Reader(port, PATH)
            found = json.loads(reader.ask())["items"]
            if len(found) != ASKED or found[0]["plan"] != SLUG:
                raise AssertionError("The service does not answer what was asked.")
            if [one["id"] for one in found] != [
                one["id"] for one in json.loads(sql_and_json(engine))["items"]
            ]:
                raise AssertionError("The floor does not give the same occurrences.")
            readers[items] = reader, Reader(port, "/floor"), engine
        (small, _, _), (large, floor, engine) = readers[SMALL], readers[LARGE]
        few, beside = f"{SMALL * MONTHS:,} stored", "SQL and JSON on the same server"

        def bare() -> None:
            for _ in range(REQUESTS):
                sql_and_json(engine)

        return race(
            f"the next {ASKED} occurrences",
            "requests",
            [
                large.runner(f"{LARGE * MONTHS:,} stored", REQUESTS),
                small.runner(few, REQUESTS),
                floor.runner(beside, REQUESTS),
                Runner("SQL and JSON without a server", bare, REQUESTS),
            ],
            [Line(0.5, beside), Line(0.67, few)],
        )


def floor_route(engine: Engine) -> Callable[[Request], Response]:
    """The floor as a route."""

    def answer(request: Request) -> Response:
        return Response(sql_and_json(engine), media_type="application/json")

    return answer
