"""The days off of a year: the country's, those that are swapped, the office's own; managers enter them here.

What a day moves is shown first: the dates of the office's plans that would change with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import Connection
from starlette.responses import Response

from api import forms
from api.dependencies import House, TheHouse
from api.forms import Form, TheForm
from api.frame import link
from api.identity import TheVisitor, Visitor, check_form
from api.pages.deeds import read_day
from api.pages.differences import Difference, differences
from api.pages.faults import sentences, status_of
from api.pages.try_phrase import ZONE
from api.rendering import page_language, render
from api.visibility import own_office, visible_plan
from scheduler.accounts.rights import Actor, Right
from scheduler.day_off import DAY_KINDS, DayKind, DayOff
from scheduler.desk.days_off import DaysDone, forget_day, say_days
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid, NotFound
from scheduler.locale import Language, mark
from scheduler.planning.office_calendar.days_off import ListedDay, warnings
from scheduler.planning.office_calendar.holidays import DEFAULT_COUNTRY
from scheduler.planning.office_calendar.office_days import office_days
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.days_off import list_days_off
from scheduler.store.plans.read_model import Plan, list_plans

router = APIRouter()
SOURCES = {"country": mark("the country's calendar"), "office": mark("the office"), "plan": mark("the plan")}


@dataclass(frozen=True, slots=True)
class Year:
    """The days of a year as they count. `office` None: nobody's own are known to whoever asks."""

    year: int
    office: str | None
    plan: Plan | None
    others: list[Plan]
    days: list[ListedDay]
    remarks: list[str]


@router.get("/days-off")
def show_days(
    request: Request,
    house: TheHouse,
    visitor: TheVisitor,
    year: str = "",
    plan: str = "",
    day: str = "",
) -> HTMLResponse:
    """A year's days; as one plan counts them, where it is named. `day` is put into the form."""
    form = Form({"day": [day]}) if day else None
    return _page(request, house, visitor, _year(house, year), plan=plan, form=form)


@router.post("/days-off")
def change_days(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Say what a day is or take that back; with `show` only tell what would follow."""
    actor = visitor.require(Right.PLAN)
    check_form(request, visitor, form.one("csrf"))
    year = _year(house, form.one("day")[:4])
    try:
        with transaction(house.engine) as connection:
            done = _do(house, connection, actor, form)
    except (Conflict, Forbidden, Invalid, NotFound) as error:
        return _page(request, house, visitor, year, form=form, error=error)
    if not done.applied:
        return _page(request, house, visitor, year, form=form, shown=done)
    return RedirectResponse(link(request, page_language(request), f"/days-off?year={year}&done=1"), 303)


def _do(house: House, connection: Connection, actor: Actor, form: Form) -> DaysDone:
    at_desk, agreed, dry_run = house.desk(connection, actor), form.one("agreed") or None, form.has("show")
    day, worked = read_day(form, "day"), read_day(form, "worked")
    if day is None:
        raise Invalid("day-missing", "Choose the day.", "Hãy chọn ngày.", where="day")
    if form.one("deed") == "remove":
        return forget_day(at_desk, day, agreed=agreed, dry_run=dry_run)
    entries = [DayOff(day, _kind(form), form.one("name") or None)]
    if worked is not None:
        entries.append(DayOff(worked, "worked"))
    return say_days(at_desk, entries, agreed=agreed, dry_run=dry_run)


def _kind(form: Form) -> DayKind:
    for kind in DAY_KINDS:
        if kind == form.one("kind"):
            return kind
    raise Invalid("kind-unknown", "Say what the day is.", "Hãy cho biết ngày đó là ngày gì.", where="kind")


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    year: int,
    *,
    plan: str = "",
    form: Form | None = None,
    shown: DaysDone | None = None,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        found = _days(connection, visitor, year, plan, language)
    asked = form.one("day") if form else ""
    changes = () if shown is None else shown.changes
    moved: list[tuple[str, list[Difference]]] = [(one.title, differences(one, language)) for one in changes]
    values: dict[str, Any] = {
        "found": found,
        "may": found.plan is None and visitor.actor is not None and visitor.actor.may(Right.PLAN),
        "form": form,
        "known": next((one for one in found.days if one.day.isoformat() == asked), None),
        "shown": shown,
        "moved": moved,
        "sources": SOURCES,
        "faults": sentences(error, language),
        "done": "done" in request.query_params,
    }
    status = 404 if isinstance(error, NotFound) else status_of(error)
    return render(request, "days_off.html", language, status, **values)


def _days(connection: Connection, visitor: Visitor, year: int, slug: str, language: Language) -> Year:
    plans = list_plans(connection, visitor.sight)
    plan = visible_plan(visitor, connection, slug) if slug else None
    first, last = date(year, 1, 1), date(year, 12, 31)
    # To a stranger the office is that of the plans that they see.
    office = own_office(visitor, connection) or (plans[0].office if plans else None)
    whose = plan.office if plan else office
    own = [] if whose is None else list_days_off(connection, whose)
    country, more = (plan.country, plan.days_off) if plan else (DEFAULT_COUNTRY, ())
    return Year(
        year,
        whose,
        plan,
        [one for one in plans if one.days_off or one.country != DEFAULT_COUNTRY],
        office_days(connection, first, last, office, plan),
        [getattr(one, language) for one in warnings(country, first, last, own, more)],
    )


def _year(house: House, text: str) -> int:
    return forms.year(text) or house.clock.today(ZONE).year
