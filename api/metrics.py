"""GET /metrics: counts of the outbox for Prometheus. They name nobody, so nobody is kept from them."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.responses import Response

from api.dependencies import TheHouse
from scheduler.reminders.metrics import MEDIA_TYPE, count_outbox, exposition
from scheduler.store.engine import reading

router = APIRouter(include_in_schema=False)


@router.get("/metrics")
def metrics(house: TheHouse) -> Response:
    """The counts at this moment, asked of the database: any process of an installation tells the same."""
    with reading(house.engine) as connection:
        counts = count_outbox(connection, house.clock.now())
    text = exposition(counts, house.machine_time)
    return Response(text, media_type=MEDIA_TYPE, headers={"Cache-Control": "no-store"})
