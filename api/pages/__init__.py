"""Pages for people: rendered here, readable without any script."""

from __future__ import annotations

from fastapi import APIRouter

from api.pages import (
    accounts,
    first,
    history,
    mail_links,
    occurrence,
    plan,
    reminders,
    sign_in,
    subscribe,
    try_phrase,
)
from api.rendering import static_files

PARTS = (first, plan, occurrence, try_phrase, subscribe, mail_links, reminders, history, sign_in, accounts)
router = APIRouter(include_in_schema=False)
for part in PARTS:
    router.include_router(part.router)

__all__ = ["router", "static_files"]
