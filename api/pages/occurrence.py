"""The page of one occurrence: its facts, what may be done with it, its evidence and history.

A change that reaches further than this one row is shown before it is made: the same form, sent with `show`,
comes back with what would change and a button that does it.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from sqlalchemy import Connection
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm
from api.frame import link
from api.identity import TheVisitor, Visitor, check_form
from api.pages.deeds import read_deed, read_proof
from api.pages.faults import sentences, status_of
from api.pages.history import EVIDENCE, line
from api.pages.notices import find_notice, with_act
from api.pages.ways import date_ways
from api.rendering import page_language, render
from api.visibility import visible_occurrence, visible_plan
from scheduler.accounts.rights import Right
from scheduler.desk import delivery, previews
from scheduler.desk.conflicts import free_slots
from scheduler.desk.history import occurrence_history
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid
from scheduler.locale import mark
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.planning.expanding.gaps import gap_notices
from scheduler.reminders.ahead import coming_about
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.occurrences.rows import replay_ids
from scheduler.store.pieces import evidence_of

router = APIRouter(prefix="/occurrences")
SCOPE_NAMES = {
    "this": mark("only this one"),
    "following": mark("this and the following ones"),
    "all": mark("all of the series"),
}
LEFT_WHY = {
    "delivered": mark("has been confirmed"),
    "missed": mark("was missed"),
    "cancelled": mark("is cancelled"),
    "past": mark("is over"),
    "orphaned": mark("is no longer in the plan"),
    "outside": mark("the day would lie outside its window"),
    "not-yet": mark("its time has not come"),
}


@router.get("/{occurrence_id}")
def show_occurrence(
    request: Request, occurrence_id: str, house: TheHouse, visitor: TheVisitor
) -> HTMLResponse:
    """The facts of one occurrence, and for who may the forms that change it."""
    return _page(request, house, visitor, occurrence_id)


@router.post("/{occurrence_id}")
def change(
    request: Request, occurrence_id: str, house: TheHouse, visitor: TheVisitor, form: TheForm
) -> Response:
    """Do what the form asks for, or with `show` only say what it would do."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    with reading(house.engine) as connection:
        one = visible_occurrence(visitor, connection, occurrence_id)
    try:
        deed = read_deed(form, one)
        with transaction(house.engine) as connection:
            at_desk = house.desk(connection, actor)
            shown = previews.preview(at_desk, deed) if form.has("show") else None
            if shown is None:
                deed(at_desk)
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, occurrence_id, error=error, form=form)
    if shown is not None:
        return _page(request, house, visitor, occurrence_id, shown=shown, form=form)
    gone = form.one("deed") == "discard"
    to = f"/plans/{one.plan}" if gone else with_act(f"/occurrences/{one.id}", at_desk.act)
    return RedirectResponse(link(request, page_language(request), to), 303)


@router.post("/{occurrence_id}/evidence")
def add_evidence(
    request: Request, occurrence_id: str, house: TheHouse, visitor: TheVisitor, form: TheForm
) -> Response:
    """One more piece of evidence for what has been delivered."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    with reading(house.engine) as connection:
        one = visible_occurrence(visitor, connection, occurrence_id)
    try:
        proof = read_proof(form)
        with transaction(house.engine) as connection:
            delivery.add_evidence(house.desk(connection, actor), one.id, proof)
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, occurrence_id, error=error, form=form)
    return RedirectResponse(link(request, page_language(request), f"/occurrences/{one.id}?done=1"), 303)


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    occurrence_id: str,
    *,
    shown: previews.Preview | None = None,
    error: AirslotError | None = None,
    form: Form | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        one = visible_occurrence(visitor, connection, occurrence_id)
        plan = visible_plan(visitor, connection, one.plan)
        own = visitor.actor is not None and visitor.actor.sees(plan.office_id)
        found = occurrence_history(connection, visitor.actor, one.id)[0] if own else []
        notice = find_notice(request, connection, visitor.actor, house.machine_time())
        proofs = evidence_of(connection, [one.id]).get(one.id, []) if own else []
        replays = occurrences_by_id(connection, replay_ids(connection, [one.id]))
        slots = _slots(house, connection, one) if own and one.state == "missed" else []
        told = []
        if own and visitor.actor is not None:
            told = coming_about(connection, visitor.actor, one, house.clock.now(), house.settings)
    may = own and visitor.actor is not None and visitor.actor.may(Right.WORK, one.outlet)
    values: dict[str, Any] = {
        "one": one,
        "plan": plan,
        "add": None if one.state == "cancelled" else date_ways(house, plan, one, language),
        "replays": sorted(replays.values(), key=_by_start),
        "may": may,
        "own": own,
        "remarks": [getattr(each, language) for each in gap_notices([one.start], one.timezone)],
        "over": one.starts_at <= house.clock.now(),
        "overdue": own and one.is_overdue(house.clock.now()),
        "open": own and one.is_open(house.clock.now()),
        "coming": told,
        "slots": slots,
        "one_off": is_one_off(one.slot),
        "default_minutes": house.settings.default_minutes,
        "lines": [line(entry, language, None) for entry in found],
        "proofs": proofs,
        "shown": shown,
        "form": form,
        "faults": sentences(error, language),
        "notice": notice,
        "done": "done" in request.query_params and notice is None,
        "scopes": SCOPE_NAMES,
        "left_why": LEFT_WHY,
        "evidence_names": EVIDENCE,
    }
    return render(request, "occurrence.html", language, status_of(error), **values)


def _slots(house: House, connection: Connection, one: Occurrence) -> list[datetime]:
    """Where a make-good of a missed airing fits; none for what has no time or channel."""
    if not isinstance(one.start, datetime) or one.channel is None:
        return []
    now = house.clock.now().astimezone(ZoneInfo(one.timezone)).replace(tzinfo=None)
    return free_slots(connection, one, now, house.settings.default_minutes)


def _by_start(one: Occurrence) -> tuple[Any, str]:
    return one.starts_at, one.id
