"""Files to keep: /plans/{slug}/export/dates.xlsx and the like, with the filters of the page that links."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.dependencies import TheHouse
from api.errors import Problem
from api.exports import export_answer
from api.identity import TheVisitor
from api.rendering import page_language
from api.validation import shown
from scheduler.locale import both
from scheduler.reporting.export import FORMATS, WHATS, Export

router = APIRouter()
FILTERS = ("period", "basis", "item", "outlet", "channel", "kind", "state")
LONGEST = 200  # characters of one filter


@router.get("/plans/{slug}/export/{name}")
def export_file(request: Request, slug: str, name: str, house: TheHouse, visitor: TheVisitor) -> Response:
    """The table of that name in that form."""
    what, _, form = name.partition(".")
    found = next((one for one in WHATS if one == what), None)
    written = next((one for one in FORMATS if one == form), None)
    if found is None or written is None:
        raise Problem("not-found", both("There is no file “%(name)s” to export.", name=shown(name)))
    query = {one: request.query_params.get(one, "").strip() for one in FILTERS}
    for one, value in query.items():
        if len(value) > LONGEST or not value.isprintable():
            words = both(
                "The filter “%(name)s” takes at most %(most)s printable characters.", name=one, most=LONGEST
            )
            raise Problem("invalid-request", words)
    asked = Export(found, **{one: value for one, value in query.items() if value})  # type: ignore[arg-type]
    return export_answer(house, visitor, slug, asked, written, page_language(request))
