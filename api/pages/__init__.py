"""Pages for people: rendered here, readable without any script."""

from __future__ import annotations

from fastapi import APIRouter

from api.pages import (
    accounts,
    details,
    first,
    history,
    mail_links,
    reminders,
    sign_in,
    subscribe,
    try_phrase,
)
from api.rendering import static_files

router = APIRouter(include_in_schema=False)
for part in (first, details, mail_links, sign_in, try_phrase, subscribe, reminders, history, accounts):
    router.include_router(part.router)

__all__ = ["router", "static_files"]
