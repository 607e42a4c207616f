"""A month of a public plan for a frame on another site: to read, with nothing to sign in to or to send."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import House, TheHouse
from api.errors import Problem
from api.guard import FRAME_POLICY
from api.pages.calendar.address import Address, first_day, read_day
from api.pages.calendar.days_off import days_off_for
from api.pages.calendar.entries import fetch_entries, weeks_of
from api.pages.calendar.page import find_now
from api.pages.outlets import signs
from api.rendering import page_language, render
from api.validation import shown
from api.visibility import path_word
from scheduler.locale import both
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.calendar import choices
from scheduler.store.plans.read_model import find_plan
from scheduler.store.plans.sight import PUBLIC

router = APIRouter()
# Whoever frames it is another site: the answer may be kept by anybody, and is the same for all.
HEADERS = {
    "Content-Security-Policy": FRAME_POLICY,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Cache-Control": "public, max-age=300",
}


@router.get("/embed/{slug}/month")
def this_month(request: Request, house: TheHouse, slug: str) -> HTMLResponse:
    """The month in which it is now."""
    return _month(request, house, slug, None)


@router.get("/embed/{slug}/month/{when}")
def one_month(request: Request, house: TheHouse, slug: str, when: str) -> HTMLResponse:
    """The month that the address names."""
    return _month(request, house, slug, when)


def _month(request: Request, house: House, slug: str, when: str | None) -> HTMLResponse:
    with reading(house.engine) as connection:
        plan = find_plan(connection, path_word(slug))
        if plan is None or not (plan.public and plan.framable):
            raise Problem(
                "not-found", both("There is no calendar to frame of a plan “%(slug)s”.", slug=shown(slug))
            )
        now = find_now(house, [plan])
        first = first_day("month", now.wall.date()) if when is None else read_day("month", when)
        address = Address("month", first, {"plan": plan.slug})
        entries = fetch_entries(connection, address, PUBLIC, house.settings.default_minutes)
        assert address.last is not None  # noqa: S101 - for the type checker; a month ends
        outlets = choices(connection, PUBLIC, plan.slug).outlets
        off = days_off_for(connection, [plan], plan.slug, address.first, address.last)
    page = render(
        request,
        "embed.html",
        page_language(request),
        scripted=False,
        plan=plan,
        address=address,
        now=now,
        weeks=weeks_of(entries, address.first, address.last, now.wall, off),
        signs=signs(outlets),
        room=f"/embed/{plan.slug}",
    )
    page.headers.update(HEADERS)
    return page
