"""The calendar's views over a year of 5,004 occurrences, beside a fixed answer of the same size.

    python -m bench.pages

Medians of the processor's time of one request over HTTP, server and client together, in milliseconds.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from datetime import datetime
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse

from bench.plans import TWO_REPLAYS, database, document, load_plan
from bench.service import Reader, serving
from scheduler.clock import FixedClock

ITEMS = 139  # each with twelve premieres a year and two replays of every one
VIEWS = ("month/2024-05", "week/2024-05-13", "list/2024-05-01", "year/2024")
MOST_MS, MOST_BYTES = 200, 200_000
ROUNDS = 9
FLOOR = "/fixed"
NOW = datetime.fromisoformat("2024-05-15T08:00+07:00")


def main() -> bool:
    """Measure and print; False where a line was missed."""
    good = True
    with (
        tempfile.TemporaryDirectory() as folder,
        database(Path(folder) / "pages.db") as engine,
    ):
        load_plan(engine, document(ITEMS, replays=TWO_REPLAYS))
        with serving(engine, {FLOOR: fixed}, FixedClock(NOW)) as port:
            floor, _ = measure(port, FLOOR)
            for view in VIEWS:
                taken, size = measure(port, f"/calendar/{view}?lang=en")
                kept = taken <= MOST_MS and size <= MOST_BYTES
                good = good and kept
                print(
                    f"{view:18}{taken:6.0f} ms   {taken / floor:5.1f} x a fixed answer"
                    f"{size / 1000:8.0f} kB   limits {MOST_MS} ms, {MOST_BYTES // 1000} kB"
                    f"   {'ok' if kept else 'MISSED'}"
                )
    return good


def fixed(request: Request) -> HTMLResponse:
    """As many bytes as a page may have, and nothing to think about."""
    return HTMLResponse(b"x" * MOST_BYTES)


def measure(port: int, path: str) -> tuple[float, int]:
    """The median of a request in milliseconds, after one that fills the caches; the size in bytes."""
    reader = Reader(port, path)
    size = len(reader.ask())
    taken = []
    for _ in range(ROUNDS):
        before = time.process_time()
        reader.ask()
        taken.append((time.process_time() - before) * 1000)
    return statistics.median(taken), size


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
