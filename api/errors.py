"""What a door says when it cannot do as asked: problem documents (RFC 9457).

`code` is stable and for programs; `title`, `detail` and `remedy` are for people, in the language
of Accept-Language. `errors` names each value that is wrong by `parameter` (query) or `pointer`
(JSON Pointer into the body, as in RFC 9457: #/phrase). Domain errors know no HTTP: their
status is given here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from api.dependencies import asked_language
from scheduler.errors import (
    AirslotError,
    Conflict,
    Fault,
    Forbidden,
    Invalid,
    NotFound,
    SignInNeeded,
    TooMany,
    Unavailable,
)
from scheduler.locale import Language, Words, mark, say

MEDIA_TYPE = "application/problem+json"
DOCUMENTED_AT = "/api/v1/docs#problem-"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """A kind of problem: its status, what it is called and what helps, as messages to translate."""

    status: int
    title: str
    remedy: str


KINDS: Mapping[str, ProblemKind] = {
    "bad-cursor": ProblemKind(
        400,
        mark("The cursor is not one of this list"),
        mark("Start without a cursor, and pass on the value of “next” unchanged with the same filters."),
    ),
    "unreadable-body": ProblemKind(
        400,
        mark("The body of the request cannot be read"),
        mark("Send one JSON object in UTF-8, as the examples in the documentation show."),
    ),
    "bad-request": ProblemKind(
        400, mark("The request cannot be read"), mark("Compare the request with the documentation.")
    ),
    "not-allowed": ProblemKind(
        403,
        mark("You may not do this"),
        mark("Ask an administrator of your office for the right to do it."),
    ),
    "dead-link": ProblemKind(
        404,
        mark("This link does not work any more"),
        mark("Open the link in the newest mail, or ask whoever runs the service."),
    ),
    "sign-in-needed": ProblemKind(
        401,
        mark("It takes somebody who is signed in"),
        mark("Sign in, or send a token: Authorization: Bearer …"),
    ),
    "not-found": ProblemKind(
        404,
        mark("There is nothing at this address"),
        mark("Take addresses and ids from the lists of this service; do not build them by hand."),
    ),
    "only-a-form": ProblemKind(
        405,
        mark("This address only takes what a form sends"),
        mark("Open the page that has the form, and send it from there."),
    ),
    "method-not-allowed": ProblemKind(
        405,
        mark("This address does not take this method"),
        mark("Use one of the methods that the Allow header names."),
    ),
    "not-acceptable": ProblemKind(
        406,
        mark("The answer is not to be had in the form that was asked for"),
        mark("Allow gzip or an uncompressed answer in the header Accept-Encoding."),
    ),
    "too-slow": ProblemKind(
        408,
        mark("The request came too slowly"),
        mark("Send it again, over a better line; a plan may also be loaded in parts, item by item."),
    ),
    "gone": ProblemKind(
        410,
        mark("What was at this address has been ended"),
        mark("Remove the address, or ask for a new one."),
    ),
    "conflict": ProblemKind(
        409, mark("The request clashes with what is stored"), mark("Read the present state, then ask again.")
    ),
    "too-large": ProblemKind(
        413,
        mark("The body of the request is too large"),
        mark("Send less at once; split a long text into its items."),
    ),
    "unsupported-media-type": ProblemKind(
        415,
        mark("The body is not JSON"),
        mark("Send the body as JSON with the header Content-Type: application/json."),
    ),
    "wrong-host": ProblemKind(
        421,
        mark("The service is not known by this name"),
        mark("Open it by the address that the setting AIRSLOT_PUBLIC_URL gives, or by 127.0.0.1."),
    ),
    "invalid-request": ProblemKind(
        422,
        mark("The request holds values that cannot be used"),
        mark("Correct the values that “errors” lists and ask again."),
    ),
    "changed-since": ProblemKind(
        412,
        mark("It has changed since you read it"),
        mark("Read it again and send the change with its new ETag in If-Match."),
    ),
    "too-many": ProblemKind(429, mark("Too many requests"), mark("Wait as long as Retry-After says.")),
    "internal": ProblemKind(
        500,
        mark("Something went wrong inside the service"),
        mark("Try again; if it happens again, tell whoever runs the service the time and the address."),
    ),
    "unavailable": ProblemKind(
        503,
        mark("The service cannot answer now"),
        mark("Try again in a minute; whoever runs the service finds the cause with “airslot doctor”."),
    ),
}
BY_STATUS = {kind.status: name for name, kind in KINDS.items()}  # the last of a status is its general one


@dataclass(frozen=True, slots=True)
class Wrong:
    """One value of a request that cannot be used; `place` is ("parameter" or "pointer", its name)."""

    place: tuple[str, str]
    code: str
    detail: Words
    more: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self, language: Language) -> dict[str, Any]:
        """The member of `errors`."""
        own = {self.place[0]: self.place[1], "code": self.code, "detail": self.detail.to(language)}
        return own | dict(self.more)


class Problem(Exception):  # noqa: N818 - RFC 9457's own word
    """A refusal or a failure to be told to whoever asked.

    `kind` is a key of KINDS; `code` is the finer word for programs where there is one. `errors`
    are single values that are wrong, `extra` further members of the document.
    """

    def __init__(
        self,
        kind: str,
        detail: Words,
        *,
        code: str | None = None,
        errors: Sequence[Wrong] = (),
        headers: Mapping[str, str] | None = None,
        extra: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(detail.en)
        self.kind = kind
        self.detail = detail
        self.code = code or kind
        self.errors = tuple(errors)
        self.headers = dict(headers or {})
        self.extra = dict(extra or {})

    @property
    def status(self) -> int:
        """The HTTP status."""
        return KINDS[self.kind].status

    def to_json(self, language: Language) -> dict[str, Any]:
        """The problem document for a reader of `language`."""
        kind = KINDS[self.kind]
        document: dict[str, Any] = {
            "type": f"{DOCUMENTED_AT}{self.kind}",
            "title": say(language, kind.title),
            "status": kind.status,
            "code": self.code,
            "detail": self.detail.to(language),
            "remedy": say(language, kind.remedy),
        }
        if self.errors:
            document["errors"] = [wrong.to_json(language) for wrong in self.errors]
        return document | self.extra


def invalid(*wrong: Wrong) -> Problem:
    """A request with values that cannot be used; its detail is the sentence about the first."""
    return Problem("invalid-request", wrong[0].detail, errors=wrong)


def wrong_parameter(name: str, code: str, detail: Words) -> Wrong:
    """A query parameter that cannot be used."""
    return Wrong(("parameter", name), code, detail)


def problem_of(error: AirslotError, place: str = "pointer") -> Problem:
    """The problem that a domain error becomes at this door; `place` is where the values came from."""
    detail = Words(vi=error.vi, en=error.en)
    if isinstance(error, Invalid):
        errors = [Wrong(_place(f, place), f.code, Words(vi=f.vi, en=f.en), _more(f)) for f in error.faults]
        return Problem("invalid-request", errors[0].detail, errors=errors)
    if isinstance(error, NotFound):
        return Problem("not-found", detail, code=error.code)
    if isinstance(error, Forbidden):
        return Problem("not-allowed", detail, code=error.code)
    if isinstance(error, SignInNeeded):
        # RFC 6750, 3: the scheme that would do, and that what was sent is no good.
        challenge = 'Bearer error="invalid_token"' if error.where == "authorization" else "Bearer"
        return Problem("sign-in-needed", detail, code=error.code, headers={"WWW-Authenticate": challenge})
    if isinstance(error, TooMany):
        return Problem("too-many", detail, code=error.code, headers={"Retry-After": str(error.retry_after)})
    if isinstance(error, Conflict) and error.code == "changed-since":
        return Problem("changed-since", detail)
    if isinstance(error, Conflict):
        return Problem("conflict", detail, code=error.code)
    if isinstance(error, Unavailable) and error.retry_after is not None:
        return Problem(
            "unavailable", detail, code=error.code, headers={"Retry-After": str(error.retry_after)}
        )
    return Problem("unavailable", detail, code=error.code)


def problem_response(request: Request, problem: Problem) -> Response:
    """The problem as a response in the language that was asked for."""
    language = asked_language(request)
    # What a client sent may come back in a sentence, and a lone surrogate has no UTF-8.
    body = json.dumps(problem.to_json(language), ensure_ascii=False).encode("utf-8", "replace")
    headers = {"Content-Language": language, "Vary": "Accept-Language", "Cache-Control": "no-store"}
    return Response(body, problem.status, headers | dict(problem.headers), MEDIA_TYPE)


def _place(fault: Fault, place: str) -> tuple[str, str]:
    if place == "parameter":
        return place, fault.where or ""
    where = (fault.where or "").replace("~", "~0").replace("/", "~1").replace(".", "/")
    return "pointer", f"#/{where}" if where else "#"


def _more(fault: Fault) -> dict[str, Any]:
    """The line of an uploaded document, and what would be right where that can be named."""
    more: dict[str, Any] = {}
    if fault.line is not None:
        more |= {"line": fault.line, "column": fault.column}
    if fault.choices:
        more["choices"] = [{"vi": vi, "en": en} for vi, en in fault.choices]
    return more
