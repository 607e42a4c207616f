"""The plans that one may see, and for managers the page that loads a plan file.

A file is sent or pasted, and compared first: what it would change is shown, and what in it cannot be read,
with its line. Where a phrase can be read in several ways, the readings are offered to be picked. The pages in
between carry the text along.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm, whole_number
from api.frame import link
from api.identity import TheVisitor, at_least, check_form
from api.pages.differences import differences
from api.pages.faults import faults_of, said, status_of
from api.rendering import page_language, render
from scheduler.accounts.rights import Actor, Right
from scheduler.desk.documents import PlanDone, compare_document, load_document, read_document
from scheduler.errors import AirslotError, Conflict, Fault, Forbidden, Invalid
from scheduler.locale import Language
from scheduler.planning.plan_file.document import MAX_BYTES
from scheduler.store.database.engine import reading, transaction
from scheduler.store.plans.read_model import list_plans

router = APIRouter(prefix="/plans")
_OF_ITEM = re.compile(r"item (.+), \w+")
_CHOSEN = "reading "


@dataclass(frozen=True, slots=True)
class Doubt:
    """A phrase of the file that can be read in several ways; `choices` are its readings, (vi, en)."""

    number: str
    said: str
    choices: tuple[tuple[str, str], ...]


@router.get("")
def show_plans(request: Request, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """The plans, the latest year first."""
    with reading(house.engine) as connection:
        found = list_plans(connection, visitor.sight)
    may_load = visitor.actor is not None and visitor.actor.may(Right.PLAN)
    return render(request, "plans.html", page_language(request), plans=found, may_load=may_load)


@router.get("/load")
def show_load(request: Request, visitor: TheVisitor) -> HTMLResponse:
    """The form that takes a plan file."""
    visitor.require(Right.PLAN)
    return _page(request, Form({}))


@router.post("/load", dependencies=[Depends(at_least(Right.PLAN))])
def load(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Compare the file with what is stored; with `agreed` load it."""
    actor = visitor.require(Right.PLAN)
    check_form(request, visitor, form.one("csrf"))
    try:
        done = _do(house, actor, form)
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, form, error=error)
    if not done.applied:
        return _page(request, form, shown=done)
    return RedirectResponse(link(request, page_language(request), f"/plans/{done.changes.slug}"), 303)


def _do(house: House, actor: Actor, form: Form) -> PlanDone:
    readings = {
        name.removeprefix(_CHOSEN): values[0]
        for name, values in form.fields.items()
        if name.startswith(_CHOSEN) and values[0]
    }
    source, agreed = form.files.get("file") or _pasted(form), whole_number(form.one("agreed"))
    if not source.strip():
        raise Invalid(
            "document-missing",
            "Choose a plan file, or paste its text.",
            "Hãy chọn tệp kế hoạch, hoặc dán nội dung tệp.",
            where="document",
        )
    document = read_document(source, readings=readings)
    if agreed is None:
        with reading(house.engine) as connection:
            return compare_document(house.desk(connection, actor), document)
    with transaction(house.engine) as connection:
        return load_document(house.desk(connection, actor), document, agreed=agreed or None)


def _page(
    request: Request,
    form: Form,
    *,
    shown: PlanDone | None = None,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    faults = faults_of(error)
    values: dict[str, Any] = {
        "document": _text(form),
        "most": MAX_BYTES,
        "chosen": {name: value[0] for name, value in form.fields.items() if name.startswith(_CHOSEN)},
        "doubts": [doubt for fault in faults if (doubt := _doubt(fault, language)) is not None],
        "faults": [(fault.line, fault.text(language)) for fault in faults if not fault.choices],
        "shown": shown,
        "differences": [] if shown is None else differences(shown.changes, language),
        "remarks": [] if shown is None else [(n, getattr(notice, language)) for n, notice in shown.notices],
    }
    return render(request, "load.html", language, status_of(error), **values)


def _pasted(form: Form) -> str:
    # A browser makes every line end two signs, which would count as more than was sent.
    return form.raw("document").replace("\r\n", "\n")


def _text(form: Form) -> str:
    """The text of the file for the pages that follow, so that nobody sends it twice."""
    try:
        return form.files["file"].decode("utf-8-sig") if "file" in form.files else _pasted(form)
    except UnicodeDecodeError:
        return ""


def _doubt(fault: Fault, language: Language) -> Doubt | None:
    found = _OF_ITEM.fullmatch(fault.where or "")
    if not fault.choices or found is None:
        return None
    return Doubt(found[1], said(fault, language), fault.choices)
