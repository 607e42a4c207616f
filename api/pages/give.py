"""What an outlet sees behind its link: what it owes in some days, and a form for each that takes proof.

The address is the key: nothing of it is told to other sites, kept by a browser or run by a script.
"""

from __future__ import annotations

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse

from api.dependencies import House, TheHouse
from api.errors import Problem
from api.forms import Form, TheForm
from api.limits import counting
from api.pages.deeds import read_day
from api.pages.faults import sentences, status_of
from api.rendering import page_language, render
from scheduler.desk.inbox import Given, due_list, give, open_link
from scheduler.errors import AirslotError, Conflict, Invalid, NotFound
from scheduler.locale import Words, mark
from scheduler.store.database.engine import reading, transaction
from scheduler.store.inbox import given_by_link

router = APIRouter()
PRIVATE = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
GUARDED = [Depends(counting("keys"))]
ANSWERS = {
    "waiting": mark("waits for the office"),
    "accepted": mark("accepted"),
    "declined": mark("declined"),
}


@router.get("/give/{token}", dependencies=GUARDED)
def show_list(request: Request, house: TheHouse, token: str) -> HTMLResponse:
    """What is owed, with what was given for it and what the office says to that."""
    return _page(request, house, token)


@router.post("/give/{token}", dependencies=GUARDED)
def take(request: Request, house: TheHouse, token: str, form: TheForm) -> HTMLResponse:
    """Let what was given wait for a person of the office."""
    try:
        words = {name: form.one(name) or None for name in ("link", "issue", "page", "note")}
        file = (form.file_names.get("file", ""), form.files["file"]) if "file" in form.files else None
        given = Given(form.one("occurrence"), read_day(form, "day"), file=file, **words)
        with transaction(house.engine) as connection:
            give(house.desk(connection, None), token, given)
    except (Conflict, Invalid) as error:
        return _page(request, house, token, form=form, error=error)
    except NotFound as error:
        raise _dead(error) from None
    return _page(request, house, token, saved=True)


def _page(
    request: Request,
    house: House,
    token: str,
    *,
    form: Form | None = None,
    saved: bool = False,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        try:
            link = open_link(connection, token, house.machine_time)
        except NotFound as why:
            raise _dead(why) from None
        owed, given = due_list(connection, link), given_by_link(connection, link.id)
    page = render(
        request,
        "give.html",
        language,
        status_of(error),
        scripted=False,
        of=link,
        owed=[(one, [each for each in given if each.occurrence_id == one.id]) for one in owed],
        answers=ANSWERS,
        here=f"/give/{token}",
        form=form or Form({}),
        saved=saved,
        faults=sentences(error, language),
    )
    page.headers.update(PRIVATE)
    return page


def _dead(error: NotFound) -> Problem:
    return Problem("dead-link", Words(vi=error.vi, en=error.en), code=error.code, headers=PRIVATE)
