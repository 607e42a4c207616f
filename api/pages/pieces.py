"""What appeared for an item: n of m, each piece with its proofs, and the form that records one."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.forms import Form, TheForm, whole_number
from api.frame import link
from api.identity import TheVisitor, Visitor, at_least, check_form
from api.pages.deeds import read_day, read_proof, read_time
from api.pages.faults import sentences, status_of
from api.pages.history import EVIDENCE
from api.pages.notices import find_notice, with_act
from api.rendering import page_language, render
from api.visibility import path_word
from scheduler.accounts.rights import Right
from scheduler.desk.desk import Desk
from scheduler.desk.files import MOST_BYTES, keep_file
from scheduler.desk.history import own_plan
from scheduler.desk.pieces import Appeared, no_piece, record_piece, withdraw_piece
from scheduler.desk.proofs import Proof
from scheduler.errors import AirslotError, Conflict, Forbidden, Invalid, NotFound
from scheduler.fulfilment.progress import quota_progress
from scheduler.fulfilment.units import item_units
from scheduler.locale import mark
from scheduler.store.database.engine import reading, transaction
from scheduler.store.files import file_of_proof
from scheduler.store.occurrences.read_model import occurrences_by_id
from scheduler.store.pieces import PieceFilter, find_pieces, get_piece
from scheduler.store.plans.read_model import find_item

router = APIRouter()
MOST_SHOWN = 200
PROOF_WORDS = ("link", "issue", "page", "log", "note")
# Where an item has no unit of its own.
ONE_PIECE = mark("pieces")
_PLAIN = re.compile(r"[^\w.-]+", re.ASCII)


@router.get("/plans/{slug}/items/{number}/pieces")
def show_pieces(
    request: Request, slug: str, number: str, house: TheHouse, visitor: TheVisitor, occurrence: str = ""
) -> HTMLResponse:
    """The pieces of an item, the newest first; withdrawn ones stay to be read."""
    return _page(request, house, visitor, slug, number, occurrence)


@router.post("/pieces", dependencies=[Depends(at_least(Right.WORK))])
def record(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Record a piece, with a file where one was chosen."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    slug, number = path_word(form.one("plan")), path_word(form.one("item"))
    try:
        with transaction(house.engine) as connection:
            desk = house.desk(connection, actor)
            record_piece(desk, slug, number, _read(desk, form))
    except (Conflict, Forbidden, Invalid) as error:
        of = form.one("occurrence")
        return _page(request, house, visitor, slug, number, of, form=form, error=error)
    return _back(request, slug, number, desk.act)


@router.post("/pieces/{piece_id}/withdraw", dependencies=[Depends(at_least(Right.WORK))])
def withdraw(
    request: Request, house: TheHouse, visitor: TheVisitor, piece_id: str, form: TheForm
) -> Response:
    """Say with a reason that a piece does not count after all."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    asked = whole_number(piece_id) or 0
    with reading(house.engine) as connection:
        found = get_piece(connection, asked)
        if found is None:
            raise no_piece(piece_id)
        own_plan(connection, actor, found.plan, "piece-not-found", piece_id)
    try:
        with transaction(house.engine) as connection:
            desk = house.desk(connection, actor)
            withdraw_piece(desk, asked, form.one("reason"))
    except (Conflict, Forbidden, Invalid) as error:
        return _page(request, house, visitor, found.plan, found.item, "", error=error)
    return _back(request, found.plan, found.item, desk.act)


@router.get("/proofs/{proof_id}/file")
def show_file(house: TheHouse, visitor: TheVisitor, proof_id: str) -> Response:
    """The file of a proof, for the people of its office: to be kept, never to be shown or run here."""
    visitor.require(Right.SEE)
    with reading(house.engine) as connection:
        found = file_of_proof(connection, whole_number(proof_id) or 0)
        if found is None:
            raise NotFound("file-not-found", "There is no such file.", "Không có tệp này.", where="id")
        own_plan(connection, visitor.actor, found.plan, "file-not-found", proof_id)
    return download(found.name, found.media_type, found.content)


def download(name: str, media_type: str, content: bytes) -> Response:
    """A file that somebody gave, as one that is kept and never shown or run here."""
    plain = _PLAIN.sub("_", name) or "file"
    named = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    headers = {
        "Content-Disposition": named,
        "Content-Security-Policy": "default-src 'none'; sandbox",
        "Cache-Control": "private, no-store",
    }
    return Response(content, media_type=media_type, headers=headers)


def _read(desk: Desk, form: Form) -> Appeared:
    """What the form says. A proof is given where it says any, or has a file."""
    count = whole_number(form.one("count") or "1")
    if count is None:
        raise Invalid("bad-count", "Give a whole number.", "Hãy cho một số nguyên.", where="count")
    file = None
    if "file" in form.files:
        file = keep_file(desk, form.file_names.get("file", ""), form.files["file"])
    day, at, of = read_day(form, "day"), read_time(form, "time"), path_word(form.one("occurrence")) or None
    proofs: tuple[Proof, ...] = ()
    if file is not None or of is not None or any(form.one(name) for name in PROOF_WORDS):
        said = read_proof(form)
        words = {name: getattr(said, name) for name in PROOF_WORDS}
        proofs = (Proof(said.kind, day if of else None, at if of else None, **words, file=file),)
    return Appeared(
        unit=form.one("unit") or None,
        count=count,
        day=day,
        time=at,
        channel=form.one("channel") or None,
        title=form.one("title") or None,
        occurrence=of,
        proofs=proofs,
    )


def _back(request: Request, slug: str, number: str, act: str) -> Response:
    to = with_act(f"/plans/{quote(slug)}/items/{quote(number)}/pieces", act)
    return RedirectResponse(link(request, page_language(request), to), 303)


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    slug: str,
    number: str,
    occurrence: str,
    *,
    form: Form | None = None,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language, occurrence = page_language(request), path_word(occurrence)
    with reading(house.engine) as connection:
        plan = own_plan(connection, visitor.actor, path_word(slug), "plan-not-found", slug)
        item = find_item(connection, plan.id, path_word(number))
        if item is None:
            raise NotFound(
                "item-not-found",
                f"The plan {plan.slug} has no item {number[:60]!r}.",
                f"Kế hoạch {plan.slug} không có mục {number[:60]!r}.",
                where="item",
            )
        wanted = PieceFilter(plan.slug, item.number, occurrence or None, withdrawn=True)
        found = find_pieces(connection, wanted)[::-1]
        rows = [row for one, row in quota_progress(connection, plan, house.clock) if one.id == item.id]
        ids = {each for one in found for each in (one.occurrence_id, one.makes_good) if each}
        about = occurrences_by_id(connection, ids | ({occurrence} if occurrence else set()))
        notice = find_notice(request, connection, visitor.actor, house.machine_time())
    actor = visitor.actor
    of = about.get(occurrence)
    values: dict[str, Any] = {
        "plan": plan,
        "item": item,
        "units": item_units(item, plan.language),
        "one_piece": ONE_PIECE,
        "rows": rows,
        "pieces": found[:MOST_SHOWN],
        "more": max(0, len(found) - MOST_SHOWN),
        "live": sum(one.count for one in found if one.withdrawn_at is None),
        "about": about,
        "of": of if of is not None and of.item == item.number and of.plan == plan.slug else None,
        "may": actor is not None and actor.may(Right.WORK, item.outlet),
        "today": house.clock.today(plan.timezone),
        "airing": of is not None and of.kind != "window",
        "evidence_names": EVIDENCE,
        "most_bytes": MOST_BYTES,
        "notice": notice,
        "form": form or Form({}),
        "faults": sentences(error, language),
        "fault_at": "" if error is None else (error.where or ""),
    }
    return render(request, "pieces.html", language, status_of(error), **values)
