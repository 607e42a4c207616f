"""Feeds over HTTP: GET and HEAD /plans/{slug}.ics and /feeds/{token}.ics.

The bytes come from scheduler.feeds.

A reader's calendar is emptied by any 200 that is not its calendar, so a feed is rendered whole
before the first byte, and whatever goes wrong is answered with a status that says so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Protocol, TypeVar
from urllib.parse import quote
from zoneinfo import ZoneInfoNotFoundError

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.responses import Response

from api.caching import OPEN
from api.conditions import has_copy, http_date, preferred_coding
from api.dependencies import House, get_house
from api.errors import Problem, Wrong, problem_of, problem_response, wrong_parameter
from api.limits import count_stranger
from api.validation import shown, unknown_parameter
from scheduler.errors import AirslotError, Invalid, NotFound, Unavailable
from scheduler.feeds.across import AskedFeed, Revoked, TokenFeeds
from scheduler.feeds.alarms import MOST_ALARMS, read_alarms
from scheduler.feeds.document import FORMS
from scheduler.feeds.publication import Asked, Publications
from scheduler.feeds.shelf import Mark, Rendered
from scheduler.feeds.visits import Visits
from scheduler.locale import LANGUAGES, Language, Words
from scheduler.store.plans.zone_rules import without_data

log = logging.getLogger("airslot.feeds")
router = APIRouter(tags=["feeds"])
State = TypeVar("State", contravariant=True)

MEDIA_TYPE = "text/calendar; charset=utf-8"
RETRY_AFTER = 120  # seconds; a calendar that was fetched before is kept meanwhile
LONGEST_SLUG = 200
ADDRESS = "/plans/{slug}.ics"
TOKEN_ADDRESS = "/feeds/{token}.ics"  # noqa: S105 - the shape of an address
PARAMETERS = ["form", "alarms", "lang"]
TOKEN_PARAMETERS = ["alarms", "lang", "overdue"]
PRIVACY = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
CACHING = "private, max-age=300"
# Of what anybody may have. While the service cannot be reached a proxy gives out what it has for a day.
PUBLIC_CACHING = "public, max-age=300, stale-if-error=86400"
# Analytics, shops of advertisements, and scripts that go round a cache.
_FOREIGN_BEGINNINGS = ("_", "utm_", "mc_", "pk_", "mtm_", "hsa_")
_FOREIGN = frozenset(
    {"fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid",
     "igshid", "igsh", "zarsrc", "si"}
)  # fmt: skip
_LEAD = "(P([1-9]|1[0-9]|2[0-8])D|PT([1-9]|1[0-9]|2[0-3])H)"
# Told to the documents only: FastAPI would pass over parameters that it does not know.
DOCUMENTED: list[dict[str, object]] = [
    {
        "name": "slug",
        "in": "path",
        "required": True,
        "schema": {"type": "string"},
        "description": "The plan's slug",
        "example": "kien-giang-2024",
    },
    {
        "name": "form",
        "in": "query",
        "schema": {"type": "string", "enum": list(FORMS), "default": FORMS[0]},
        "description": "expanded: one VEVENT an occurrence; series: recurring VEVENTs",
    },
    {
        "name": "alarms",
        "in": "query",
        "schema": {"type": "string", "pattern": f"^{_LEAD}(,{_LEAD}){{0,{MOST_ALARMS - 1}}}$"},
        "description": "Alarms before each start",
        "example": "P1D,PT2H",
    },
    {
        "name": "lang",
        "in": "query",
        "schema": {"type": "string", "enum": list(LANGUAGES)},
        "description": "Language of the texts; otherwise the plan's",
    },
]
OVERDUE: dict[str, object] = {
    "name": "overdue",
    "in": "query",
    "schema": {"type": "boolean", "default": False},
    "description": "Say in the text of an entry that its day is over and nobody has confirmed it",
}
TOKEN: dict[str, object] = {
    "name": "token",
    "in": "path",
    "required": True,
    "schema": {"type": "string"},
    "description": "The key that was shown when the feed was made",
}
ANSWERS: dict[int | str, dict[str, object]] = {
    200: {"description": "The feed", "content": {"text/calendar": {"schema": {"type": "string"}}}},
    304: {"description": "The feed has not changed since the copy that the request holds"},
    400: {"description": "A parameter that feeds do not have, or a value that it cannot take"},
    404: {"description": "There is no public plan of that slug"},
    429: {"description": "One address has fetched too many whole feeds; Retry-After says when to ask again"},
    406: {"description": "The request takes neither gzip nor an uncompressed answer"},
    503: {"description": "The feed cannot be made now; Retry-After says when to ask again"},
}


class Source(Protocol[State]):
    """Feeds of one kind: from the state that a feed is in to its bytes."""

    def known(self, state: State) -> Mark | None:
        """What tells this state from others; None where the feed has yet to be made."""
        ...

    def kept(self, state: State) -> Rendered | None:
        """The bytes of the state, where they need not be made."""
        ...

    def body(self, state: State) -> Rendered:
        """The bytes of the state."""
        ...


@router.head(ADDRESS, include_in_schema=False)
@router.get(
    ADDRESS,
    response_class=Response,
    responses=ANSWERS,
    openapi_extra={"parameters": DOCUMENTED},
    summary="A plan's feed (iCalendar)",
)
def plan_feed(request: Request) -> Response:
    """The public feed of a plan, for calendar programs to subscribe to."""
    slug = request.path_params["slug"]

    def answer() -> Response:
        asked = _asked(request, slug)
        found = _publications(request)
        return answer_feed(request, found, found.state(asked), file_name(asked.slug), PUBLIC_CACHING)

    answered = guarded(request, f"the plan {slug!r}", answer)
    answered.headers.update(OPEN)
    return answered


@router.head(TOKEN_ADDRESS, include_in_schema=False)
@router.get(
    TOKEN_ADDRESS,
    response_class=Response,
    responses={
        **ANSWERS,
        404: {"description": "There is no feed at this address"},
        410: {"description": "The feed has been ended; a calendar should stop asking for it"},
    },
    openapi_extra={
        "parameters": [TOKEN, *(each for each in DOCUMENTED if each["name"] in TOKEN_PARAMETERS), OVERDUE]
    },
    summary="A feed behind a token (iCalendar)",
)
def token_feed(request: Request) -> Response:
    """What the feed's filter lets through, from all plans, around today; the address itself is the key."""

    def answer() -> Response:
        house, feeds = get_house(request), _token_feeds(request)
        wrong, values = _given(request, TOKEN_PARAMETERS)
        lang, alarms = _lang(values, wrong), _alarms(values, wrong)
        overdue = values.get("overdue", "false")
        if overdue not in ("true", "false"):
            wrong.append(
                wrong_parameter("overdue", "unknown-overdue", _choice("overdue", overdue, ("true", "false")))
            )
        _refuse(wrong)
        given = alarms if "alarms" in values else None
        asked = AskedFeed(request.path_params["token"], given, lang, overdue == "true")
        try:
            state = feeds.state(asked)
        except NotFound:
            count_stranger(request, "keys")
            raise
        answered = answer_feed(request, feeds, state, 'filename="airslot.ics"')
        visits: Visits = request.app.state.visits
        agent = request.headers.get("user-agent", "")
        answered.background = BackgroundTask(visits.note, state.feed.id, house.machine_time(), agent)
        return answered

    return guarded(request, "a token", answer)


def guarded(request: Request, of: str, answer: Callable[[], Response]) -> Response:
    """The answer, or a refusal that no calendar program takes for an empty calendar."""
    try:
        return answer()
    except Problem as problem:
        return _refusal(request, problem)
    except Unavailable as error:
        log.error("feed of %s: %s", of, error)
        return _refusal(request, _failed(error.retry_after))
    except ZoneInfoNotFoundError as error:
        log.error("feed of %s: %s", of, trouble := without_data(error))
        return _refusal(request, problem_of(trouble))
    except Revoked as error:
        return _refusal(request, Problem("gone", Words(vi=error.vi, en=error.en), code=error.code))
    except AirslotError as error:
        return _refusal(request, problem_of(error))
    except Exception:
        log.exception("feed of %s failed", of)
        return _refusal(request, _failed())


def answer_feed(
    request: Request, source: Source[State], state: State, name: str, caching: str = CACHING
) -> Response:
    """The bytes of the state, or that the copy which the request holds is still good."""
    house = get_house(request)
    coding = preferred_coding(request.headers)
    if coding is None:
        raise Problem("not-acceptable", Words(vi=_NEITHER_VI, en=_NEITHER_EN))
    mark, found = source.known(state), source.kept(state)
    if mark is None:
        # Before it is made: whoever asks for ever new ones is held back, with a copy or without.
        count_stranger(request, "renders")
        found = source.body(state)
        mark = found.mark
    tags = (f'"{mark.digest}"', f'"{mark.digest}-gzip"')
    if has_copy(request.headers, tags, mark.modified, house.machine_time()):
        return Response(status_code=304, headers=_validators(house, mark, coding, caching))
    count_stranger(request, "feeds")
    if found is None:
        # It was forgotten, for others that were asked for since.
        count_stranger(request, "renders")
        found = source.body(state)
    return _feed(request, name, found, coding, _validators(house, found.mark, coding, caching))


def _feed(
    request: Request, name: str, found: Rendered, coding: str, validators: Mapping[str, str]
) -> Response:
    body = found.gzipped if coding == "gzip" else found.body
    headers = {
        **validators,
        "Content-Type": MEDIA_TYPE,
        "Content-Length": str(len(body)),
        "Content-Disposition": f"inline; {name}",
    }
    if coding == "gzip":
        headers["Content-Encoding"] = "gzip"
    return Response(b"" if request.method == "HEAD" else body, headers=headers)


def _validators(house: House, mark: Mark, coding: str, caching: str) -> dict[str, str]:
    tag = f"{mark.digest}-gzip" if coding == "gzip" else mark.digest
    # RFC 9110, 8.8.2.1: never later than the answer itself.
    modified = min(mark.modified, house.machine_time())
    kept = {"Cache-Control": caching, "Vary": "Accept-Encoding"}
    return {"ETag": f'"{tag}"', "Last-Modified": http_date(modified), **kept, **PRIVACY}


def _asked(request: Request, slug: str) -> Asked:
    """What a plan's address asks for; raises Problem (400) with every parameter that is wrong."""
    wrong, values = _given(request, PARAMETERS)
    form = next((form for form in FORMS if form == values.get("form", "expanded")), None)
    if form is None:
        wrong.append(wrong_parameter("form", "unknown-form", _choice("form", values["form"], FORMS)))
    lang, alarms = _lang(values, wrong), _alarms(values, wrong)
    _refuse(wrong)
    if not slug.isprintable() or len(slug) > LONGEST_SLUG:
        raise Problem("not-found", Words(vi="Không có kế hoạch này.", en="There is no such plan."))
    return Asked(slug, form or "expanded", alarms, lang)


def asked_language(request: Request) -> Language | None:
    """The language that an address asks for which takes nothing else; raises Problem (400)."""
    wrong, values = _given(request, ["lang"])
    lang = _lang(values, wrong)
    _refuse(wrong)
    return lang


def _given(request: Request, known: list[str]) -> tuple[list[Wrong], dict[str, str]]:
    """The parameters by name, and those that the address does not know or that came twice."""
    wrong: list[Wrong] = []
    values: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if _is_foreign(name):
            continue
        if name not in known:
            wrong.append(wrong_parameter(name, "unknown-parameter", unknown_parameter(name, known)))
        elif name in values:
            wrong.append(wrong_parameter(name, "repeated", _repeated(name)))
        values.setdefault(name, value)
    return wrong, values


def _is_foreign(name: str) -> bool:
    """True for what other programs hang on to an address that is passed on; no name of ours is like these."""
    return name.startswith(_FOREIGN_BEGINNINGS) or name in _FOREIGN


def _lang(values: Mapping[str, str], wrong: list[Wrong]) -> Language | None:
    lang = next((lang for lang in LANGUAGES if lang == values.get("lang")), None)
    if lang is None and "lang" in values:
        wrong.append(wrong_parameter("lang", "unknown-lang", _choice("lang", values["lang"], LANGUAGES)))
    return lang


def _alarms(values: Mapping[str, str], wrong: list[Wrong]) -> tuple[timedelta, ...]:
    try:
        return read_alarms(values.get("alarms", ""))
    except Invalid as error:
        wrong.append(wrong_parameter("alarms", error.code, Words(vi=error.vi, en=error.en)))
        return ()


def _refuse(wrong: list[Wrong]) -> None:
    if wrong:
        raise Problem("bad-request", wrong[0].detail, code=wrong[0].code, errors=wrong)


def _publications(request: Request) -> Publications:
    """The process' rendered feeds of plans, made when the first is asked for."""
    state, house = request.app.state, get_house(request)
    if not hasattr(state, "publications"):
        state.publications = Publications(house.engine, house.settings, house.clock, house.machine_time)
    found: Publications = state.publications
    return found


def _token_feeds(request: Request) -> TokenFeeds:
    """The process' rendered feeds behind tokens, likewise."""
    state, house = request.app.state, get_house(request)
    if not hasattr(state, "token_feeds"):
        state.token_feeds = TokenFeeds(house.engine, house.settings, house.clock, house.machine_time)
    found: TokenFeeds = state.token_feeds
    return found


def _refusal(request: Request, problem: Problem) -> Response:
    problem.headers.update(PRIVACY)
    response = problem_response(request, problem)
    if request.method == "HEAD":
        response.body = b""  # its length stays told, as for GET
    return response


def _failed(retry_after: int | None = None) -> Problem:
    """What a stranger is told: that it cannot be made now, and nothing of the inside."""
    return Problem(
        "unavailable",
        Words(
            vi="Hiện chưa tạo được lịch này. Lịch đã tải về trước đó vẫn giữ nguyên.",
            en="The feed cannot be made now. A calendar that was fetched before stays as it is.",
        ),
        headers={"Retry-After": str(retry_after or RETRY_AFTER)},
    )


def _repeated(name: str) -> Words:
    return Words(
        vi=f"“{name}” được ghi hai lần; hãy ghi một lần.", en=f"“{name}” is given twice; give it once."
    )


def _choice(name: str, value: str, choices: tuple[str, ...]) -> Words:
    known = ", ".join(choices)
    return Words(
        vi=f"“{shown(value)}” không phải là {name}; hãy chọn một trong: {known}.",
        en=f"“{shown(value)}” is no {name}; choose one of: {known}.",
    )


def file_name(slug: str) -> str:
    """What a browser saves it as."""
    if slug.isascii() and slug.replace("-", "").replace("_", "").replace(".", "").isalnum():
        return f'filename="{slug}.ics"'
    return f"filename=\"plan.ics\"; filename*=UTF-8''{quote(slug, safe='')}.ics"


_NEITHER_EN = (
    "The request takes neither gzip nor an uncompressed answer; allow one of them in Accept-Encoding."
)
_NEITHER_VI = "Yêu cầu không nhận gzip mà cũng không nhận nội dung không nén; hãy cho phép một trong hai."
