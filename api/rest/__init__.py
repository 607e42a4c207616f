"""REST under /api/v1: one file a resource. Answers are plain JSON; refusals are problem documents."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.rest import (
    batches,
    conflicts,
    cut_offs,
    days_off,
    documents,
    expand,
    exports,
    health,
    inbox,
    listings,
    occurrence_changes,
    occurrences,
    people,
    pieces,
    plan_changes,
    plans,
    reminders,
    reports,
    subscribers,
    subscriptions,
)
from api.rest.limits import check_change, count_reading, count_request
from api.rest.query import once_each
from api.rest.shapes import problems

router = APIRouter(prefix="/api/v1", dependencies=[Depends(once_each)])
COUNTED = problems(401, 429)
# Longer addresses first: the number of an item may hold a slash.
for resource in (
    conflicts,
    days_off,
    batches,
    occurrence_changes,
    pieces,
    exports,
    listings,
    inbox,
    plan_changes,
    plans,
    occurrences,
    subscriptions,
    subscribers,
    reminders,
    people,
    reports,
    cut_offs,
):
    router.include_router(
        resource.router, dependencies=[Depends(count_request), Depends(check_change)], responses=COUNTED
    )
router.include_router(expand.router, dependencies=[Depends(count_reading)], responses=COUNTED)
for resource in (health, documents):
    router.include_router(resource.router)
