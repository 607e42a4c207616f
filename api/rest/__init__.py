"""REST under /api/v1: one file a resource. Answers are plain JSON; refusals are problem documents."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.rest import days_off, documents, expand, health, occurrences, plans, reminders, subscriptions
from api.rest.query import once_each

router = APIRouter(prefix="/api/v1", dependencies=[Depends(once_each)])
for resource in (plans, occurrences, expand, days_off, subscriptions, reminders, health, documents):
    router.include_router(resource.router)
