"""How errors leave the service: as problem documents, or as a page where a browser asked for one."""

from __future__ import annotations

import logging
from urllib.parse import quote
from zoneinfo import ZoneInfoNotFoundError

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Match, Mount

from api.dependencies import get_house
from api.errors import BY_STATUS, Problem, problem_of, problem_response
from api.frame import inside
from api.guard import add_safe_headers
from api.pages.missing import problem_page
from api.validation import problem_of_validation
from scheduler.errors import AirslotError, SignInNeeded, Unavailable
from scheduler.locale import both
from scheduler.store.plans.zone_rules import without_data

log = logging.getLogger("airslot.api")
_KINDS = (
    Problem, AirslotError, RequestValidationError, HTTPException, SQLAlchemyError, ZoneInfoNotFoundError,
    Exception,
)  # fmt: skip
BODIED = {"POST", "PATCH"}
METHODS = ("DELETE", "GET", "PATCH", "POST")  # HEAD is answered wherever GET is, OPTIONS everywhere


def install(app: FastAPI) -> None:
    """Give the app its way to refuse: every error ends in one of these."""
    for kind in _KINDS:
        app.add_exception_handler(kind, refuse)


def refuse(request: Request, error: Exception) -> Response:
    """The error as a problem, in the form that was asked for."""
    if isinstance(error, SignInNeeded) and request.method == "GET" and wants_page(request):
        to = inside(request.url.path + (f"?{request.url.query}" if request.url.query else ""))
        return RedirectResponse(f"/sign-in?to={quote(to, safe='/')}", 303)
    if request.method == "OPTIONS" and isinstance(error, HTTPException) and error.status_code == 405:
        return _options(request)
    problem = understand(request, error)
    if wants_page(request):
        form = _nearest_page(request) if problem.kind == "only-a-form" else None
        response = problem_page(request, problem, form)
    else:
        response = problem_response(request, problem)
    # A failure is answered outside of the layers of api.guard.
    add_safe_headers(response.headers, get_house(request).settings)
    return response


def understand(request: Request, error: Exception) -> Problem:
    """The problem that an error is to whoever asked."""
    match error:
        case Problem():
            return error
        case AirslotError():
            return _domain(request, error)
        case RequestValidationError():
            return problem_of_validation(request, error)
        case HTTPException():
            return _http(request, error)
        case SQLAlchemyError():
            return _database(request, error)
        case ZoneInfoNotFoundError():
            return _domain(request, without_data(error))
    return internal()


def wants_page(request: Request) -> bool:
    """True for a browser at an address of the pages; REST and feeds never answer with a page."""
    path = request.url.path
    if path.startswith("/api/") or path.endswith(".ics"):
        return False
    return "text/html" in request.headers.get("accept", "")


def internal() -> Problem:
    """A failure that is ours: the sentence gives nothing of the inside away; the log has it."""
    return Problem("internal", both("The service met an error that it was not prepared for."))


def _domain(request: Request, error: AirslotError) -> Problem:
    if isinstance(error, Unavailable):
        log.error("%s", error)
        if get_house(request).public_only and not error.for_all:
            headers = {"Retry-After": str(error.retry_after or 60)}
            return Problem("unavailable", both("The database does not answer."), headers=headers)
    return problem_of(error, "pointer" if request.method in BODIED else "parameter")


def _database(request: Request, error: SQLAlchemyError) -> Problem:
    log.error("the database failed at %s", request.url.path, exc_info=error)
    return Problem("unavailable", both("The database does not answer."), headers={"Retry-After": "60"})


def _http(request: Request, error: HTTPException) -> Problem:
    headers = dict(error.headers or {})
    if error.status_code == 404:
        return Problem(
            "not-found", both("There is nothing at %(path)s.", path=_path(request)), headers=headers
        )
    if error.status_code == 405 and request.method in ("GET", "HEAD") and wants_page(request):
        detail = both("There is no page at %(path)s to be looked at.", path=_path(request))
        return Problem("only-a-form", detail, headers={"Allow": _allowed(request)})
    if error.status_code == 405:
        detail = both("%(path)s does not take %(method)s.", path=_path(request), method=request.method)
        # Starlette names the methods of the first route of the address alone.
        headers["Allow"] = _allowed(request)
        headers.pop("allow", None)
        return Problem("method-not-allowed", detail, headers=headers)
    if error.status_code == 400 and request.method in BODIED:
        return Problem("unreadable-body", both("The body is not JSON in UTF-8, or is nested too deep."))
    kind = BY_STATUS.get(error.status_code)
    if kind is None:
        detail = both("The request cannot be read.")
        return internal() if error.status_code >= 500 else Problem("bad-request", detail)
    return Problem(kind, both("The request cannot be answered."), headers=headers)


def _options(request: Request) -> Response:
    """What the address takes, and nothing else (RFC 9110, 9.3.7)."""
    response = Response(status_code=204, headers={"Allow": _allowed(request)})
    add_safe_headers(response.headers, get_house(request).settings)
    return response


def _allowed(request: Request) -> str:
    """The methods that the address takes, for people and programs to read."""
    taken = _methods(request)
    return ", ".join(sorted(taken | {"OPTIONS"} | ({"HEAD"} if "GET" in taken else set())))


def _methods(request: Request, path: str | None = None) -> set[str]:
    """The methods that the address, or another `path`, takes."""
    # What is mounted has been given its own part of the path.
    asked = {**request.scope, "root_path": request.scope.get("app_root_path", "")}
    if path is not None:
        asked["path"] = path
    return {
        method
        for method in METHODS
        for route in request.app.routes
        # What is mounted are files.
        if (method == "GET" or not isinstance(route, Mount))
        and route.matches({**asked, "method": method})[0] is Match.FULL
    }


def _nearest_page(request: Request) -> str:
    """The page that has the form of an address: what it stands under, and the first page above all."""
    path = request.scope["path"].rstrip("/")
    while path := path.rpartition("/")[0]:
        if "GET" in _methods(request, path):
            return inside(path)
    return "/"


def _path(request: Request) -> str:
    path = request.url.path
    return path if len(path) <= 100 else path[:99] + "…"
