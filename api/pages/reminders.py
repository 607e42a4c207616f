"""The reminder log: what was sent to whom, what waits, and the mails of which nobody knows."""

from __future__ import annotations

from datetime import datetime

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.responses import Response

from api.dependencies import House, TheHouse, get_secret
from api.forms import TheForm, whole_number
from api.identity import TheVisitor, Visitor, check_form
from api.pages.faults import sentences, status_of
from api.rendering import page_language, render
from scheduler.accounts.rights import Right
from scheduler.errors import AirslotError, Conflict, Invalid, NotFound
from scheduler.locale import mark
from scheduler.reminders.explaining.listing import Listed, ReminderFilter, find_reminders
from scheduler.reminders.explaining.log import explain
from scheduler.reminders.explaining.telling import message_name
from scheduler.reminders.notes import noted
from scheduler.reminders.of_office import decide as decide_about
from scheduler.reminders.of_office import decide_all as decide_about_all
from scheduler.reminders.of_office import subscriber_of_office
from scheduler.reminders.outbox.deciding import Which, unknown_kinds
from scheduler.reminders.readers.links import links
from scheduler.reminders.readers.subscriber_object import subscriber_object
from scheduler.reminders.readers.subscribers import find_by_email
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import REMINDER_STATES

router = APIRouter()
PAGE = 50
REMINDER_STATE_NAMES = {
    "due": mark("waits"),
    "claimed": mark("is being prepared"),
    "handing_over": mark("is being sent"),
    "accepted": mark("sent"),
    "unknown": mark("not known whether it arrived"),
    "failed": mark("refused by the reader's mail server"),
    "expired": mark("too late, not sent"),
    "cancelled": mark("no longer needed, not sent"),
}


@router.get("/reminders")
def show_reminders(
    request: Request,
    house: TheHouse,
    visitor: TheVisitor,
    to: str = "",
    occurrence: str = "",
    state: str = "",
    after: str = "",
) -> HTMLResponse:
    """The outbox, newest first; with a reader and a date why it was or was not sent."""
    visitor.require(Right.TELL)
    return _log(request, house, visitor, to.strip()[:300], occurrence[:200], state, after)


@router.post("/reminders/unknown")
def decide_many(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> Response:
    """Say the same of all mails of a kind of which nobody knows; what came after the page was made stays."""
    actor = visitor.require(Right.TELL)
    check_form(request, visitor, form.one("csrf"))
    until = instant_of(form.one("until"))
    which = Which(form.one("what")[:40], form.one("said")[:2_000], until)
    with transaction(house.engine) as connection:
        decide_about_all(house.desk(connection, actor), which, form.one("arrived") == "yes")
    return RedirectResponse("/reminders?state=unknown", 303)


@router.post("/reminders/{reminder_id}")
def decide(
    request: Request, house: TheHouse, visitor: TheVisitor, reminder_id: str, form: TheForm
) -> Response:
    """Say of a mail of which nobody knows that it arrived, or have it sent again."""
    actor = visitor.require(Right.TELL)
    check_form(request, visitor, form.one("csrf"))
    asked = whole_number(reminder_id)
    if asked is None:
        raise NotFound(
            "reminder-not-found", "There is no such reminder.", "Không có nhắc việc này.", where="id"
        )
    arrived = form.one("arrived") == "yes"
    try:
        with transaction(house.engine) as connection:
            decide_about(house.desk(connection, actor), asked, arrived)
    except Conflict as error:
        return _log(request, house, visitor, "", "", "unknown", "", error)
    return RedirectResponse("/reminders?state=unknown", 303)


@router.get("/my-reminders")
def show_mine(request: Request, house: TheHouse, visitor: TheVisitor) -> Response:
    """What the signed-in person is told, and the last mails to them."""
    if visitor.session is None:
        return RedirectResponse("/sign-in?to=/my-reminders", 303)
    email, secret = visitor.session.person.email, get_secret(request)
    with reading(house.engine) as connection:
        try:
            found = find_by_email(connection, email, office_id=visitor.session.member.office_id)
        except NotFound:
            found = None
        sent = find_reminders(connection, ReminderFilter(found.id), limit=PAGE)[0] if found else []
    return render(
        request,
        "my_reminders.html",
        page_language(request),
        may_tell=visitor.actor is not None and visitor.actor.may(Right.TELL),
        found=found,
        email=email,
        wishes=subscriber_object(found) if found else None,
        change=links("", secret, found.id, found.link_salt).preferences if found else "",
        rows=[(one, message_name(one.what, one.lead)) for one in sent],
        reminder_states=REMINDER_STATE_NAMES,
    )


def _log(
    request: Request,
    house: House,
    visitor: Visitor,
    to: str,
    occurrence: str,
    state: str,
    after: str,
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    answer, following = None, None
    rows: list[Listed] = []
    faults = sentences(error, language)
    after_id = whole_number(after)
    with reading(house.engine) as connection:
        try:
            reader = subscriber_of_office(connection, visitor.actor, to) if to else None
            wanted = ReminderFilter(
                reader.id if reader else None,
                occurrence or None,
                state if state in REMINDER_STATES else None,
                office_id=visitor.sight.office_id,
            )
            rows, following = find_reminders(connection, wanted, after_id, PAGE)
            if reader is not None and occurrence:
                answer = explain(connection, reader, occurrence, house.clock.now(), house.settings)
        except (Invalid, NotFound) as wrong:
            faults = sentences(wrong, language)
        kinds = unknown_kinds(connection, house.clock.now(), visitor.sight.office_id)
    return render(
        request,
        "reminders.html",
        language,
        status_of(error),
        rows=[(one, message_name(one.what, one.lead), noted(one.last_error)) for one in rows],
        following=following,
        answer=answer,
        to=to,
        occurrence=occurrence,
        state=state,
        reminder_states=REMINDER_STATE_NAMES,
        faults=faults,
        kinds=[(kind, message_name(kind.what, ""), noted(kind.said)) for kind in kinds],
        until=house.machine_time().isoformat(),
    )


def instant_of(text: str) -> datetime:
    """When the page was made whose form this is. Raises Invalid."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Invalid(
            "instant-bad",
            "The page that this form belongs to does not say when it was made. Open it again.",
            "Trang có mẫu này không cho biết được tạo lúc nào. Hãy mở lại trang.",
            where="until",
        )
    return found
