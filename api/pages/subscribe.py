"""Subscribe: what somebody wants to follow becomes an address for their calendar, or mails before air dates.

The feed of a whole public plan has one address for all. A part of a plan, or a plan that is not public,
gets an address of its own with a token, which takes somebody who is signed in.
"""

from __future__ import annotations

from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import House, TheHouse, get_secret
from api.forms import Form, TheForm, same_site
from api.identity import TheVisitor, Visitor, check_form
from api.pages.faults import sentences, status_of
from api.pages.ways import Ways, ways
from api.rendering import page_language, render
from scheduler.accounts.rights import Right, require
from scheduler.desk.feeds import create_feed
from scheduler.errors import AirslotError, Conflict, Invalid
from scheduler.feeds.access import feed_address
from scheduler.locale import Language
from scheduler.reminders.of_office import add_own
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.selection import Selection
from scheduler.store.plans.read_model import Plan, list_outlets, list_plans, plan_items

router = APIRouter(prefix="/subscribe")
LEADS = ("P7D", "P1D", "PT2H")


@router.get("")
def show_subscribe(request: Request, house: TheHouse, visitor: TheVisitor, plan: str = "") -> HTMLResponse:
    """The plans that may be followed, and what can be chosen of one."""
    return _page(request, house, visitor, asked=plan)


@router.post("/calendar")
def make_address(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> HTMLResponse:
    """An address of one's own for the chosen part; it is shown on this one page."""
    actor = visitor.require(Right.SEE)
    check_form(request, visitor, form.one("csrf"))
    try:
        wanted = _selection(form)
        with transaction(house.engine) as connection:
            _, token = create_feed(
                house.desk(connection, actor),
                form.one("label") or form.one("plan"),
                wanted,
                alarms=",".join(form.all("alarms")),
                language=page_language(request),
            )
        made = urlsplit(feed_address(house.public_url, token, overdue=form.has("overdue")))
        fresh = made.path + (f"?{made.query}" if made.query else "")
    except Invalid as error:
        return _page(request, house, visitor, asked=form.one("plan"), error=error)
    return _page(request, house, visitor, asked=form.one("plan"), fresh=fresh)


@router.post("/mails")
def ask_for_mails(request: Request, house: TheHouse, visitor: TheVisitor, form: TheForm) -> HTMLResponse:
    """Mails before air dates, to one's own address: a mail asks it to confirm first."""
    same_site(request)
    check_form(request, visitor, form.one("csrf"))
    require(visitor.teller, Right.SEE)
    try:
        secret = get_secret(request)
        wishes = {
            "email": form.one("email"),
            "language": page_language(request),
            "leads": form.all("leads"),
            "digest": form.one("digest") or None,
            "filters": _selection(form).to_json(),
        }
        with transaction(house.engine) as connection:
            found = add_own(house.desk(connection, visitor.teller), wishes, secret=secret)
    except (Invalid, Conflict) as error:
        return _page(request, house, visitor, asked=form.one("plan"), error=error)
    return _page(request, house, visitor, asked=form.one("plan"), mailed=found.email)


def _selection(form: Form) -> Selection:
    def chosen(name: str) -> tuple[str, ...]:
        return tuple(value for value in form.all(name) if value)

    plan = form.one("plan")
    if not plan:
        raise Invalid(
            "plan-missing",
            "Choose one of the plans of the list.",
            "Hãy chọn một kế hoạch trong danh sách.",
            where="plan",
        )
    return Selection(
        plans=(plan,),
        items=chosen("items"),
        outlets=chosen("outlets"),
        channels=chosen("channels"),
        kinds=chosen("kinds"),
    )


def _page(
    request: Request,
    house: House,
    visitor: Visitor,
    *,
    asked: str = "",
    fresh: str = "",
    mailed: str = "",
    error: AirslotError | None = None,
) -> HTMLResponse:
    language = page_language(request)
    with reading(house.engine) as connection:
        plans = list_plans(connection, visitor.sight)
        chosen = next((plan for plan in plans if plan.slug == asked), plans[0] if plans else None)
        items = plan_items(connection, chosen.slug) if chosen else []
        outlets = list_outlets(connection, chosen.office) if chosen else []
    used = {item.outlet for item in items}
    session = visitor.session
    return render(
        request,
        "subscribe_page.html",
        language,
        status_of(error),
        plans=plans,
        chosen=chosen,
        items=items,
        outlets=[one for one in outlets if one.name in used],
        follow=_whole(house, chosen, language),
        fresh=_own(house, fresh, chosen.title if chosen else "Airslot", language) if fresh else None,
        mailed=mailed,
        leads=LEADS,
        signed_in=session is not None,
        may_mail=session is not None or visitor.trusted,
        may_mail_others=visitor.teller is not None and visitor.teller.may(Right.TELL),
        email=session.person.email if session else "",
        faults=sentences(error, language),
    )


def _own(house: House, path: str, title: str, language: Language) -> Ways:
    """The feed of one's own at a path; its page has the same one without the ending."""
    return ways(house, path, title, f"{path.removesuffix('.ics')}?lang={language}")


def _whole(house: House, plan: Plan | None, language: Language) -> Ways | None:
    if plan is None or not plan.public:
        return None
    asked = urlencode({"plan": plan.slug, "lang": language})
    return ways(house, f"/plans/{plan.slug}.ics", plan.title, f"/subscribe?{asked}")
