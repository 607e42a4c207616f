"""Many dates changed from one form: to confirm is done at once, all else is shown before it is done."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm, whole_number
from api.frame import inside, link
from api.identity import TheVisitor, Visitor, at_least, check_form
from api.pages.deeds import read_time
from api.pages.faults import sentences, status_of
from api.pages.notices import with_act
from api.pages.occurrence import LEFT_WHY
from api.rendering import page_language, render
from api.visibility import path_word
from scheduler.accounts.rights import Right
from scheduler.desk.batch import DEEDS, MOST, MOST_DAYS, Batch, BatchDeed, batch_line, do_batch
from scheduler.desk.previews import Preview, preview
from scheduler.desk.undoing import undo
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid
from scheduler.locale import mark, say
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import OccurrenceFilter, all_occurrences
from scheduler.store.tables import occurrence

router = APIRouter()
HEADS = {
    "deliver": mark("Confirm"),
    "miss": mark("Mark as missed"),
    "cancel": mark("Cancel"),
    "move": mark("Move"),
}
# A preview keeps nothing, so it can be shown before the reason is written.
TO_BE_WRITTEN = "…"
UNDONE = mark("undone at the desk")


@router.post("/batch", dependencies=[Depends(at_least(Right.WORK))])
def change_many(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Confirm what is ticked; to miss, cancel or move it, show first what that would do."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    language = page_language(request)
    try:
        batch = _read(form)
        if not batch.ids:
            raise Invalid("nothing-ticked", "Tick what it is for.", "Hãy đánh dấu các lần cần xử lý.")
        if batch.deed != "deliver" and not form.has("sure"):
            return _page(request, house, visitor, form, batch)
        with transaction(house.engine) as connection:
            desk = house.desk(connection, actor)
            done = do_batch(desk, batch)
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, form, None, error=error)
    if not done.changes:
        return _page(request, house, visitor, form, batch)
    to = with_act(inside(form.one("back") or "/"), desk.act, len(done.left))
    return RedirectResponse(link(request, language, to), 303)


@router.post("/undo", dependencies=[Depends(at_least(Right.WORK))])
def take_back(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Take an act back."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    language = page_language(request)
    with transaction(house.engine) as connection:
        desk = house.desk(connection, actor)
        undo(desk, path_word(form.one("act")), say(language, UNDONE))
    to = with_act(inside(form.one("back") or "/"), desk.act)
    return RedirectResponse(link(request, language, to), 303)


def _read(form: Form) -> Batch:
    deed: BatchDeed = next((each for each in DEEDS if each == form.one("deed")), "deliver")
    ids = tuple(dict.fromkeys(path_word(each) for each in form.all("occurrence") if each))
    return Batch(
        deed,
        ids,
        reason=form.one("reason") or None,
        days=_days(form.one("days")),
        time=read_time(form, "time"),
        channel=form.one("channel") or None,
    )


def _days(text: str) -> int | None:
    """A number of days, with a sign or without one; None where the field is empty."""
    if not text:
        return None
    found = whole_number(text.lstrip("+-−"), MOST_DAYS)
    if found is None:
        raise Invalid(
            "bad-days",
            f"{text[:40]!r} is no number of days up to {MOST_DAYS}.",
            f"{text[:40]!r} không phải số ngày từ 0 đến {MOST_DAYS}.",
            where="days",
        )
    return -found if text[0] in "-−" else found


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    form: Form,
    batch: Batch | None,
    *,
    error: AirslotError | None = None,
) -> Response:
    """What the batch would do, with what is still to be filled in."""
    language = page_language(request)
    shown: Preview | None = None
    if batch is not None and (batch.deed != "move" or form.has("show")):
        tried = replace(batch, reason=batch.reason or TO_BE_WRITTEN)
        try:
            with transaction(house.engine) as connection:
                desk = house.desk(connection, visitor.actor)
                shown = preview(desk, lambda at_desk: do_batch(at_desk, tried))
        except (Conflict, Forbidden, Invalid) as refused:
            error = refused
    ids = [path_word(each) for each in form.all("occurrence") if each][:MOST]
    with reading(house.engine) as connection:
        chosen = all_occurrences(connection, OccurrenceFilter(sight=visitor.sight), occurrence.c.id.in_(ids))
    deed = form.one("deed") if form.one("deed") in HEADS else "deliver"
    values: dict[str, Any] = {
        "deed": deed,
        "head": HEADS[deed],
        "form": form,
        "chosen": chosen,
        "line": batch_line(batch, shown.done, language, applied=False) if batch and shown else None,
        "shown": shown,
        "faults": sentences(error, language),
        "left_why": LEFT_WHY,
        "back": inside(form.one("back") or "/"),
        "default_minutes": house.settings.default_minutes,
    }
    return render(request, "batch.html", language, status_of(error), **values)
