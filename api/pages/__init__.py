"""Pages for people: rendered here, readable without any script."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.identity import count_visit
from api.pages import (
    account,
    accounts,
    add_item,
    conflicts,
    days_off,
    embed,
    first,
    history,
    item,
    listing,
    mail_links,
    occurrence,
    plan,
    plan_settings,
    plans,
    reminders,
    reminders_ahead,
    robots,
    sign_in,
    subscribe,
    subscribers,
    try_phrase,
)
from api.pages.calendar import page as calendar_page
from api.rendering import static_files

OF_PLANS = (
    first,
    calendar_page,
    embed,
    plans,
    plan,
    plan_settings,
    item,
    add_item,
    occurrence,
    days_off,
    conflicts,
    listing,
)
OF_READERS = (try_phrase, subscribe, robots)
OF_PEOPLE = (mail_links, reminders_ahead, subscribers, reminders, history, sign_in, account, accounts)
router = APIRouter(include_in_schema=False, dependencies=[Depends(count_visit)])
for part in (*OF_PLANS, *OF_READERS, *OF_PEOPLE):
    router.include_router(part.router)

__all__ = ["router", "static_files"]
