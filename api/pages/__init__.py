"""Pages for people: rendered here, readable without any script."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from api.identity import count_visit
from api.pages import (
    account,
    accounts,
    add_item,
    batch,
    conflicts,
    days_off,
    embed,
    exports,
    first,
    give,
    history,
    inbox,
    item,
    listing,
    mail_links,
    occurrence,
    own_feed,
    pieces,
    plan,
    plan_settings,
    plans,
    progress,
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

OF_DATES = (first, batch, calendar_page, embed, occurrence, days_off, conflicts, listing, inbox, give)
OF_PLANS = (plans, plan, progress, exports, plan_settings, item, add_item, pieces)
OF_READERS = (try_phrase, subscribe, own_feed, robots)
OF_PEOPLE = (mail_links, reminders_ahead, subscribers, reminders, history, sign_in, account, accounts)
router = APIRouter(include_in_schema=False, dependencies=[Depends(count_visit)])
for part in (*OF_DATES, *OF_PLANS, *OF_READERS, *OF_PEOPLE):
    router.include_router(part.router)

__all__ = ["router", "static_files"]
