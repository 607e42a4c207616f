"""What will go in the coming days, before it is due: to whom, when and about what."""

from __future__ import annotations

from itertools import groupby

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import TheHouse
from api.forms import whole_number
from api.identity import TheVisitor
from api.rendering import local_time, page_language, render
from scheduler.accounts.rights import Right
from scheduler.reminders.ahead import MOST_DAYS, coming
from scheduler.reminders.transport.relay import find_stop
from scheduler.store.database.engine import reading

router = APIRouter()
PAGE, USUAL_DAYS = 200, 7


@router.get("/reminders/ahead")
def show_ahead(
    request: Request, house: TheHouse, visitor: TheVisitor, days: str = "", to: str = ""
) -> HTMLResponse:
    """The mails of the coming days by day; addresses are masked for who may not see subscribers."""
    actor = visitor.require(Right.SEE)
    asked = min(whole_number(days) or USUAL_DAYS, MOST_DAYS)
    with reading(house.engine) as connection:
        found = coming(connection, actor, house.clock.now(), house.settings, days=asked)
        stopped = find_stop(connection)
    wanted = to.strip().casefold()[:300]
    if wanted and actor.may(Right.TELL):
        found = [one for one in found if wanted in one.to.casefold()]
    by_day = groupby(found[:PAGE], lambda one: local_time(one.due_at).date())
    return render(
        request,
        "reminders_ahead.html",
        page_language(request),
        by_day=[(day, list(ones)) for day, ones in by_day],
        count=len(found),
        shown=min(PAGE, len(found)),
        days=asked,
        choices=(1, 7, 14, MOST_DAYS),
        to=wanted,
        tells=actor.may(Right.TELL),
        stopped=stopped,
    )
