"""The first page of a stranger: the plans, what comes next, what is open now, and how to subscribe."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import House, TheHouse
from api.identity import TheVisitor
from api.pages.desk import show_desk
from api.pages.ways import ways
from api.rendering import page_language, render
from scheduler.locale.dates import zone_text
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, upcoming
from scheduler.store.on_air import on_air
from scheduler.store.plans.read_model import Plan, list_plans
from scheduler.store.plans.zone_rules import is_lacking

router = APIRouter()
NEXT_SHOWN = 12
OPEN_SHOWN = 50


@router.get("/")
def first_page(request: Request, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """What a person sees who opens the address: the desk, where they are signed in."""
    if visitor.session is not None:
        return show_desk(request, house, visitor.session.actor)
    wanted = OccurrenceFilter(sight=visitor.sight)
    windows = OccurrenceFilter(sight=visitor.sight, kind="window", state="planned")
    now = house.clock.now()
    with reading(house.engine) as connection:
        plans = list_plans(connection, visitor.sight)
        ahead = upcoming(connection, now, wanted, NEXT_SHOWN).items
        running = on_air(connection, now, wanted, house.settings.default_minutes)
        planned = upcoming(connection, now, windows, OPEN_SHOWN, open_windows=True).items
    values: Mapping[str, Any] = {
        "plans": [
            (plan, ways(house, f"/plans/{plan.slug}.ics", plan.title) if plan.public else None)
            for plan in plans
        ],
        "several": len(plans) > 1,
        "clocks": clock_texts(house, plans),
        "ahead": ahead,
        "running": running,
        "open_windows": open_now(planned, now),
        "clock_is_set": house.settings.now is not None,
    }
    return render(request, "first.html", page_language(request), **values)


def open_now(windows: Iterable[Occurrence], now: datetime) -> list[Occurrence]:
    """The windows that have begun, the one that closes first at the head."""
    begun = [window for window in windows if window.starts_at < now]
    return sorted(begun, key=lambda window: (window.ends_at or now, window.starts_at, window.id))


def clock_texts(house: House, plans: list[Plan]) -> list[tuple[Any, str]]:
    """Plan time in each zone that the plans use, with the zone's name."""
    zones = dict.fromkeys(plan.timezone for plan in plans)
    local = [(zone, house.clock.now().astimezone(ZoneInfo(zone))) for zone in zones if not is_lacking(zone)]
    return [(moment, zone_text(zone, moment)) for zone, moment in local]
