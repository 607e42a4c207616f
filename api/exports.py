"""A plan, its dates, its pieces and its progress as files: what the pages and REST answer alike."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from api.dependencies import House
from api.identity import Visitor
from api.visibility import path_word, visible_plan
from scheduler.desk.history import own_plan
from scheduler.locale import Language
from scheduler.reporting.export import Export, export_sheet, name_of, written
from scheduler.reporting.sheet import Format
from scheduler.store.database.engine import reading

MEDIA_TYPES: Final[dict[Format, str]] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def export_answer(
    house: House, visitor: Visitor, slug: str, asked: Export, form: Format, language: Language
) -> Response:
    """The file, for who may see what it holds: pieces are for the people of the plan's office."""
    with reading(house.engine) as connection:
        if asked.what == "pieces":
            plan = own_plan(connection, visitor.actor, path_word(slug), "plan-not-found", slug)
        else:
            plan = visible_plan(visitor, connection, slug)
        sheet = export_sheet(connection, plan, asked, house.clock, language)
    name = name_of(plan, asked.what, form, house.clock.today(plan.timezone))
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Language": language,
        "Cache-Control": "private, no-cache",
    }
    return Response(written(sheet, form, house.machine_time()), 200, headers, MEDIA_TYPES[form])
