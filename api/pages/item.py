"""The page of one item: its phrase and what was understood, its dates, and the forms that change it.

A change is shown as a diff before it is saved. Where a phrase can be read in several ways, each reading is
offered with its own button.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse, get_secret
from api.forms import Form, TheForm, whole_number
from api.frame import link
from api.identity import TheVisitor, Visitor, check_form
from api.pages.deeds import read_day, read_time
from api.pages.differences import Difference, differences
from api.pages.faults import choices, sentences, status_of
from api.pages.history import line
from api.pages.item_form import facts_before, read_facts, read_number
from api.rendering import page_language, render
from api.visibility import path_word, visible_plan
from scheduler.accounts.audit import get_entry
from scheduler.accounts.rights import Actor, Right
from scheduler.accounts.sessions import csrf_token
from scheduler.desk import items
from scheduler.desk.documents import PlanDone
from scheduler.desk.history import plan_history
from scheduler.desk.one_offs import add_one_off
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid, NotFound
from scheduler.planning.by_hand.one_offs import one_offs_of
from scheduler.planning.plan_file.reading import read_items
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import OccurrenceFilter, all_occurrences
from scheduler.store.plans.read_model import find_item, list_outlets

router = APIRouter(prefix="/plans")


@router.get("/{slug}/items/{number}")
def show_item(
    request: Request, slug: str, number: str, house: TheHouse, visitor: TheVisitor, restore: str = ""
) -> HTMLResponse:
    """One item; with `restore`, a line of its history, what giving it its facts before that would change."""
    entry_id = whole_number(restore)
    if entry_id is None or visitor.session is None:
        return _page(request, house, visitor, slug, number)
    actor = visitor.session.actor
    with reading(house.engine) as connection:
        entry = get_entry(connection, actor.office_id or 0, entry_id)
    if entry is None or (entry.subject_kind, entry.plan, entry.subject) != ("item", slug, number):
        return _page(request, house, visitor, slug, number)
    form = facts_before(entry.before or {}, csrf_token(get_secret(request), visitor.session))
    try:
        with transaction(house.engine) as connection:
            shown = _do(house, connection, actor, slug, number, form, dry_run=True)
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, slug, number, form=form, error=error)
    return _page(request, house, visitor, slug, number, form=form, shown=shown)


@router.post("/{slug}/items/{number}")
def change_item(
    request: Request, slug: str, number: str, house: TheHouse, visitor: TheVisitor, form: TheForm
) -> Response:
    """Change or withdraw the item; with `show` only say what that would do."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    try:
        with transaction(house.engine) as connection:
            done = _do(house, connection, actor, slug, number, form, dry_run=form.has("show"))
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, slug, number, form=form, error=error)
    if form.has("show"):
        return _page(request, house, visitor, slug, number, form=form, shown=done)
    gone = form.one("deed") == "withdraw"
    to = f"/plans/{slug}" if gone else f"/plans/{slug}/items/{form.one('number') or number}?done=1"
    return RedirectResponse(link(request, page_language(request), to), 303)


@router.post("/{slug}/items/{number}/occurrences")
def add_date(
    request: Request, slug: str, number: str, house: TheHouse, visitor: TheVisitor, form: TheForm
) -> Response:
    """Add one date beside the phrase."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    try:
        day, at, end = read_day(form, "day"), read_time(form, "time"), read_day(form, "end")
        if day is None:
            raise Invalid("day-missing", "Choose the day.", "Hãy chọn ngày.", where="day")
        with transaction(house.engine) as connection:
            done = add_one_off(
                house.desk(connection, actor),
                path_word(slug),
                path_word(number),
                day if at is None else datetime.combine(day, at),
                end=end,
                channel=form.one("channel") or None,
                minutes=read_number(form, "minutes"),
                note=form.one("note") or None,
            )
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, slug, number, form=form, error=error)
    made = done.occurrence
    to = f"/occurrences/{made.id}?done=1" if made else f"/plans/{slug}/items/{number}"
    return RedirectResponse(link(request, page_language(request), to), 303)


def _do(
    house: House, connection: Any, actor: Actor, slug: str, number: str, form: Form, *, dry_run: bool
) -> PlanDone:
    at_desk, revision = house.desk(connection, actor), form.one("revision") or None
    slug, number = path_word(slug), path_word(number)
    if form.one("deed") == "withdraw":
        return items.withdraw_item(
            at_desk,
            slug,
            number,
            reason=form.one("reason") or None,
            dry_run=dry_run,
            if_revision=revision,
        )
    return items.change_item(at_desk, slug, number, read_facts(form), dry_run=dry_run, if_revision=revision)


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    slug: str,
    number: str,
    *,
    form: Form | None = None,
    shown: PlanDone | None = None,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language, now = page_language(request), house.clock.now()
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, slug)
        item = find_item(connection, plan.id, path_word(number))
        if item is None:
            raise NotFound(
                "item-not-found",
                f"The plan {plan.slug} has no item {number[:60]!r}.",
                f"Kế hoạch {plan.slug} không có mục {number[:60]!r}.",
                where="item",
            )
        (understood,) = read_items(connection, plan, [item])
        wanted = OccurrenceFilter(plan=plan.slug, item=item.number, sight=visitor.sight)
        dates = all_occurrences(connection, wanted)
        own = visitor.actor is not None and visitor.actor.sees(plan.office_id)
        found = plan_history(connection, visitor.actor, plan.slug, item=item.number)[0] if own else []
        outlets = [one.name for one in list_outlets(connection, plan.office)]
    actor = visitor.actor if own else None
    shifted: list[Difference] = [] if shown is None else differences(shown.changes, language)
    values: dict[str, Any] = {
        "plan": plan,
        "item": item,
        "revision": items.item_revision(item),
        "understood": understood,
        "dates": dates,
        "one_offs": {one.id for one in one_offs_of(dates)},
        "overdue": {one.id for one in dates if own and one.is_overdue(now)},
        "open": {one.id for one in dates if own and one.is_open(now)},
        "outlets": outlets,
        "own": own,
        "may_plan": actor is not None and actor.may(Right.PLAN),
        "may_work": actor is not None and actor.may(Right.WORK, item.outlet),
        "lines": [line(entry, language, None) for entry in found],
        "form": form,
        "shown": shown,
        "differences": shifted,
        "remarks": [] if shown is None else [getattr(notice, language) for _, notice in shown.notices],
        "faults": sentences(error, language),
        "choices": choices(error),
        "done": "done" in request.query_params,
    }
    return render(request, "item.html", language, status_of(error), **values)
