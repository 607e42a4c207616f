"""GET /metrics: counts of the outbox for Prometheus. They name nobody, so nobody is kept from them."""

from __future__ import annotations

import time
from collections.abc import Callable
from weakref import WeakKeyDictionary

from fastapi import APIRouter
from sqlalchemy import Engine
from starlette.responses import Response

from api.dependencies import House, TheHouse
from scheduler.reminders.metrics import MEDIA_TYPE, OutboxCounts, count_outbox, exposition
from scheduler.store.database.engine import reading

_KEPT_FOR = 10  # times as long as it took to count


class Kept:
    """What took long to count, kept for a while: who asks often must not keep the database busy."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._known: WeakKeyDictionary[Engine, tuple[float, OutboxCounts]] = WeakKeyDictionary()

    def get(self, engine: Engine, count: Callable[[], OutboxCounts]) -> OutboxCounts:
        """The counts of this database: half a second of counting is kept for five, a millisecond for ten."""
        began = self._clock()
        until, counts = self._known.get(engine, (began, None))
        if counts is None or began >= until:
            counts = count()
            ended = self._clock()
            self._known[engine] = ended + _KEPT_FOR * (ended - began), counts
        return counts


_kept = Kept()


def _count(house: House) -> OutboxCounts:
    with reading(house.engine) as connection:
        return count_outbox(connection, house.clock.now())


router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def metrics(house: TheHouse) -> Response:
    """The counts of now or some seconds ago, asked of the database: each process tells the same."""
    counts = _kept.get(house.engine, lambda: _count(house))
    text = exposition(counts, house.machine_time)
    return Response(text, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})
