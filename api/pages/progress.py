"""The progress of a plan: what was promised in a period beside what appeared, late first; and each figure.

A figure is a link to the page of its obligations or pieces, which `scheduler.fulfilment.figures` tells apart
for both.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse
from api.errors import Problem
from api.frame import is_there, link
from api.identity import TheVisitor, Visitor
from api.pages.outlets import signs
from api.pages.parts import part_of
from api.rendering import page_language, render
from api.validation import shown
from api.visibility import visible_plan
from scheduler.fulfilment.figures import FIGURES, obligations_behind, pieces_behind
from scheduler.fulfilment.periods import Basis
from scheduler.fulfilment.progress import (
    Progress,
    channel_totals,
    in_periods,
    notes,
    outlet_totals,
    plan_progress,
)
from scheduler.fulfilment.values import Piece, Row
from scheduler.fulfilment.wording import basis_text, days_text, period_text
from scheduler.locale import Language, both, mark, say
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.plans.read_model import Item, list_plans

router = APIRouter()
PARTS = ("Q1", "Q2", "Q3", "Q4", "H1", "9M")
ASKED = ("period", "basis", "outlet", "channel", "item", "unit", "page")
LONGEST = 200  # characters of one of them
PAGE_LENGTH = 200  # lines of what stands behind a figure
ROWS = 100  # of the report
NAMES = {
    "planned": mark("planned"),
    "due": mark("due by now"),
    "open": mark("still open"),
    "delivered": mark("delivered"),
    "kept": mark("kept"),
    "missed": mark("missed"),
    "cancelled": mark("cancelled"),
    "moved": mark("moved beyond the period"),
    "unconfirmed": mark("unconfirmed"),
    "coming": mark("not due yet"),
}


@dataclass(frozen=True, slots=True)
class Behind:
    """One line of what a figure counts: an obligation or a piece.

    one   its occurrence; None of a piece that was given for none
    fate  what became of an obligation
    """

    item: Item
    one: Occurrence | None
    fate: str | None = None
    piece: Piece | None = None


@router.get("/progress")
def newest_progress(request: Request, house: TheHouse, visitor: TheVisitor) -> Response:
    """Go to the progress of the latest plan that may be seen, else to the plans."""
    with reading(house.engine) as connection:
        plans = list_plans(connection, visitor.sight)
    to = f"/plans/{plans[0].slug}/progress" if plans else "/plans"
    return RedirectResponse(link(request, page_language(request), to), 303)


@router.get("/plans/{slug}/progress")
def progress_page(request: Request, slug: str, house: TheHouse, visitor: TheVisitor) -> Response:
    """What was promised and what appeared: of each item and unit, outlet and channel, and in every period."""
    language, asked = page_language(request), _asked(request)
    with reading(house.engine) as connection:
        found = _progress(connection, house, visitor, slug, asked)
        year = str(found.plan.year)
        names = [*(f"{year}-{part}" for part in PARTS), year]
        part = part_of(found.late_first, asked.get("page"), ROWS)
        others = in_periods(connection, found, names, {item.number for item, _ in part.rows})
    values: dict[str, Any] = {
        **_head(found, asked, language),
        "periods": [(name, period_text(name, language)) for name in names],
        "part": part,
        "rows": [(item, row, [words.to(language) for words in notes(found, row)]) for item, row in part.rows],
        "by_outlet": outlet_totals(found),
        "by_channel": channel_totals(found),
        "matrix": _matrix(part.rows, others),
        "bar": bar,
        "own": visitor.actor is not None and visitor.actor.sees(found.plan.office_id),
        "late": sum(row.lateness > 0 for _, row in found.rows),
        "dated_due": sum(row.due for _, row in found.rows if row.dated),
    }
    return render(request, "progress.html", language, **values)


@router.get("/plans/{slug}/progress/{figure}")
def figure_page(
    request: Request, slug: str, figure: str, house: TheHouse, visitor: TheVisitor
) -> HTMLResponse:
    """The obligations or the pieces that a figure counts, of an item and unit or of all dated rows."""
    if figure not in FIGURES:
        raise Problem("not-found", both("There is no figure “%(name)s”.", name=shown(figure)))
    language, asked = page_language(request), _asked(request)
    with reading(house.engine) as connection:
        found = _progress(connection, house, visitor, slug, asked)
        lines = list(_behind(found, figure, asked.get("item"), asked.get("unit")))
        part = part_of(lines, asked.get("page"), PAGE_LENGTH)
        ids = {one for _, _, one, _ in part.rows if one is not None}
        occurrences = occurrences_by_id(connection, ids)
    own = visitor.actor is not None and visitor.actor.sees(found.plan.office_id)
    values: dict[str, Any] = {
        **_head(found, asked, language),
        "figure": figure,
        "count": sum(1 if piece is None else piece.count for _, _, _, piece in lines),
        "lines": [
            Behind(item, occurrences.get(one or ""), fate, piece) for item, fate, one, piece in part.rows
        ],
        "own": own,
        "piece_page": lambda number: is_there(request.app, f"/pieces/{number}"),
        "unit": asked.get("unit"),
        "item": asked.get("item"),
        "part": part,
    }
    return render(request, "figure.html", language, **values)


def _asked(request: Request) -> dict[str, str]:
    """What the address asks for; empty fields of a form ask for nothing."""
    query = request.query_params
    found = {name: query.get(name, "").strip() for name in ASKED}
    if not found["period"] and query.get("from") and query.get("to"):
        found["period"] = f"{query['from']}..{query['to']}"
    for name, value in found.items():
        if len(value) > LONGEST or not value.isprintable():
            words = both(
                "The filter “%(name)s” takes at most %(most)s printable characters.", name=name, most=LONGEST
            )
            raise Problem("invalid-request", words)
    return {name: value for name, value in found.items() if value}


def _progress(connection: Any, house: House, visitor: Visitor, slug: str, asked: dict[str, str]) -> Progress:
    plan = visible_plan(visitor, connection, slug)
    return plan_progress(
        connection,
        plan,
        asked.get("period", str(plan.year)),
        asked.get("basis", Basis.CALENDAR),
        house.clock,
        outlet=asked.get("outlet"),
        channel=asked.get("channel"),
    )


def _head(found: Progress, asked: dict[str, str], language: Language) -> dict[str, Any]:
    """What both pages say at their heads, and the addresses that they lead to."""
    root = f"/plans/{found.plan.slug}/progress"
    kept = {name: asked.get(name, "") for name in ("period", "basis", "outlet", "channel")}

    def to(figure: str = "", **changed: Any) -> str:
        query = {name: value for name, value in (kept | changed).items() if value}
        return f"{root}{'/' if figure else ''}{figure}{'?' if query else ''}{urlencode(query)}"

    def export(what: str, form: str) -> str:
        query = urlencode({name: value for name, value in kept.items() if value})
        return f"/plans/{found.plan.slug}/export/{what}.{form}{'?' if query else ''}{query}"

    period = found.period
    return {
        "plan": found.plan,
        "found": found,
        "kept": kept,
        "to": to,
        "export": export,
        "title": period_text(period.name, language),
        "basis": basis_text(period.basis, language),
        "days": days_text(period, language),
        "bases": [(one.value, basis_text(one, language), one is period.basis) for one in Basis],
        "signs": signs(item.outlet for item, _ in found.facts),
        "figures_named": {name: say(language, words) for name, words in NAMES.items()},
    }


def _behind(
    found: Progress, figure: str, number: str | None, unit: str | None
) -> Iterator[tuple[Item, str | None, str | None, Piece | None]]:
    """Item, fate, id of the occurrence and piece of each line, in the order of the document."""
    for item, facts in found.facts:
        if number not in (None, item.number) or (number is None and facts.targets):
            continue
        if figure == "delivered":
            for piece in pieces_behind(facts, unit, found.period):
                yield item, None, piece.of, piece
        else:
            for one, fate in obligations_behind(facts, figure, found.period, found.today):
                yield item, fate, one.id, None


def _matrix(
    rows: Sequence[tuple[Item, Row]], others: list[Progress]
) -> list[tuple[Item, Row, list[Row | None]]]:
    """These rows in every period, in the order of the document; None where there is nothing of that unit."""
    by_period = [{(row.item, row.unit): row for _, row in other.rows} for other in others]
    ordered = sorted(rows, key=lambda pair: pair[0].position)
    return [(item, row, [known.get((row.item, row.unit)) for known in by_period]) for item, row in ordered]


def bar(row: Row) -> list[tuple[str, float, float]]:
    """The parts of a row's bar: a class, where it begins and how long it is, of 100.

    What is delivered, then what is late; the rest of the line is what is still to come.
    """
    count = row.count
    missed = 0 if row.pace is not None else max(0, row.net_missed)
    late = row.lateness - missed
    whole = max(count.planned, count.delivered + missed + late, 1)
    parts, begin = [], 0.0
    for name, many in (("done", count.delivered), ("missed", missed), ("late", late)):
        if many:
            width = 100 * many / whole
            parts.append((name, round(begin, 2), round(width, 2)))
            begin += width
    return parts
