"""Feeds over HTTP: GET and HEAD /plans/{slug}.ics. The bytes come from scheduler.feeds.

A reader's calendar is emptied by any 200 that is not its calendar, so a feed is rendered whole
before the first byte, and whatever goes wrong is answered with a status that says so.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter, Request
from starlette.responses import Response

from api.conditions import has_copy, http_date, preferred_coding
from api.dependencies import House, get_house
from api.errors import Problem, Wrong, problem_of, problem_response, wrong_parameter
from api.validation import shown, unknown_parameter
from scheduler.errors import AirslotError, Invalid, Unavailable
from scheduler.feeds.alarms import MOST_ALARMS, read_alarms
from scheduler.feeds.document import FORMS
from scheduler.feeds.publication import Asked, Publications
from scheduler.feeds.shelf import Mark, Rendered
from scheduler.locale import LANGUAGES, Words

log = logging.getLogger("airslot.feeds")
router = APIRouter(tags=["feeds"])

MEDIA_TYPE = "text/calendar; charset=utf-8"
RETRY_AFTER = 120  # seconds; a calendar that was fetched before is kept meanwhile
LONGEST_SLUG = 200
ADDRESS = "/plans/{slug}.ics"
PARAMETERS = ["form", "alarms", "lang"]
PRIVACY = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex"}
CACHING = {"Cache-Control": "private, max-age=300", "Vary": "Accept-Encoding"}
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
ANSWERS: dict[int | str, dict[str, object]] = {
    200: {"description": "The feed", "content": {"text/calendar": {"schema": {"type": "string"}}}},
    304: {"description": "The feed has not changed since the copy that the request holds"},
    400: {"description": "A parameter that feeds do not have, or a value that it cannot take"},
    404: {"description": "There is no public plan of that slug"},
    406: {"description": "The request takes neither gzip nor an uncompressed answer"},
    503: {"description": "The feed cannot be made now; Retry-After says when to ask again"},
}


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
    try:
        return _answer(request, get_house(request), _asked(request, slug))
    except Problem as problem:
        return _refusal(request, problem)
    except Unavailable as error:
        log.error("feed of %r: %s", slug, error)
        return _refusal(request, _failed(error.retry_after))
    except AirslotError as error:
        return _refusal(request, problem_of(error))
    except Exception:
        log.exception("feed of %r failed", slug)
        return _refusal(request, _failed())


def _answer(request: Request, house: House, asked: Asked) -> Response:
    publications = _publications(request, house)
    coding = preferred_coding(request.headers)
    if coding is None:
        raise Problem("not-acceptable", Words(vi=_NEITHER_VI, en=_NEITHER_EN))
    state = publications.state(asked)
    mark = publications.mark(state)
    if has_copy(request.headers, (f'"{mark.digest}"', f'"{mark.digest}-gzip"'), mark.modified):
        return Response(status_code=304, headers=_validators(house, mark, coding))
    found = publications.body(state)
    return _feed(request, asked, found, coding, _validators(house, found.mark, coding))


def _feed(
    request: Request, asked: Asked, found: Rendered, coding: str, validators: Mapping[str, str]
) -> Response:
    body = found.gzipped if coding == "gzip" else found.body
    headers = {
        **validators,
        "Content-Type": MEDIA_TYPE,
        "Content-Length": str(len(body)),
        "Content-Disposition": f"inline; {_file_name(asked.slug)}",
    }
    if coding == "gzip":
        headers["Content-Encoding"] = "gzip"
    return Response(b"" if request.method == "HEAD" else body, headers=headers)


def _validators(house: House, mark: Mark, coding: str) -> dict[str, str]:
    tag = f"{mark.digest}-gzip" if coding == "gzip" else mark.digest
    # RFC 9110, 8.8.2.1: never later than the answer itself.
    modified = min(mark.modified, house.machine_time())
    return {"ETag": f'"{tag}"', "Last-Modified": http_date(modified), **CACHING, **PRIVACY}


def _asked(request: Request, slug: str) -> Asked:
    """What the address asks for; raises Problem (400) with every parameter that is wrong."""
    wrong: list[Wrong] = []
    values: dict[str, str] = {}
    for name, value in request.query_params.multi_items():
        if name not in PARAMETERS:
            wrong.append(wrong_parameter(name, "unknown-parameter", unknown_parameter(name, PARAMETERS)))
        elif name in values:
            wrong.append(wrong_parameter(name, "repeated", _repeated(name)))
        values.setdefault(name, value)
    form = next((form for form in FORMS if form == values.get("form", "expanded")), None)
    lang = next((lang for lang in LANGUAGES if lang == values.get("lang")), None)
    if form is None:
        wrong.append(wrong_parameter("form", "unknown-form", _choice("form", values["form"], FORMS)))
    if lang is None and "lang" in values:
        wrong.append(wrong_parameter("lang", "unknown-lang", _choice("lang", values["lang"], LANGUAGES)))
    try:
        alarms = read_alarms(values.get("alarms", ""))
    except Invalid as error:
        alarms = ()
        wrong.append(wrong_parameter("alarms", error.code, Words(vi=error.vi, en=error.en)))
    if wrong or form is None:
        raise Problem("bad-request", wrong[0].detail, code=wrong[0].code, errors=wrong)
    if not slug.isprintable() or len(slug) > LONGEST_SLUG:
        raise Problem("not-found", Words(vi="Không có kế hoạch này.", en="There is no such plan."))
    return Asked(slug, form, alarms, lang)


def _publications(request: Request, house: House) -> Publications:
    """The process' rendered feeds, made when the first is asked for."""
    state = request.app.state
    if not hasattr(state, "publications"):
        state.publications = Publications(house.engine, house.settings, house.clock, house.machine_time)
    found: Publications = state.publications
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


def _file_name(slug: str) -> str:
    if slug.isascii() and slug.replace("-", "").replace("_", "").replace(".", "").isalnum():
        return f'filename="{slug}.ics"'
    return f"filename=\"plan.ics\"; filename*=UTF-8''{quote(slug, safe='')}.ics"


_NEITHER_EN = (
    "The request takes neither gzip nor an uncompressed answer; allow one of them in Accept-Encoding."
)
_NEITHER_VI = "Yêu cầu không nhận gzip mà cũng không nhận nội dung không nén; hãy cho phép một trong hai."
