"""Two airings at once on one channel: what is to be mended, the gravest first."""

from __future__ import annotations

from datetime import date, timedelta

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import TheHouse
from api.identity import TheVisitor
from api.rendering import GRADES, local_time, page_language, render
from scheduler.accounts.rights import Right
from scheduler.desk.conflicts import conflicts
from scheduler.store.database.engine import reading
from scheduler.store.tables import CONFLICTS

router = APIRouter()
PAGE = 200
USUAL = timedelta(days=92)


@router.get("/conflicts")
def show_conflicts(request: Request, house: TheHouse, visitor: TheVisitor, channel: str = "") -> HTMLResponse:
    """Of the coming three months, or with `all` of all days; on one channel where it is named."""
    actor, everything = visitor.require(Right.SEE), bool(request.query_params.get("all"))
    today = local_time(house.clock.now()).date()
    days: tuple[date | None, date | None] = (None, None) if everything else (today, today + USUAL)
    with reading(house.engine) as connection:
        found = conflicts(
            connection, actor, house.settings.default_minutes, first=days[0], last=days[1],
            channel=channel.strip()[:40] or None,
        )  # fmt: skip
    by_grade = [(grade, [one for one in found if one.grade == grade]) for grade in reversed(CONFLICTS)]
    return render(
        request,
        "conflicts.html",
        page_language(request),
        by_grade=[(grade, ones[:PAGE], len(ones)) for grade, ones in by_grade if ones],
        grades=GRADES,
        count=len(found),
        channel=channel.strip(),
        everything=everything,
        default_minutes=house.settings.default_minutes,
    )
