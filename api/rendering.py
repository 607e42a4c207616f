"""From values to a page: templates in the reader's language, with the words and dates of both."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

from api.frame import find_frame, link, page_language
from api.guard import PAGE_POLICY, PLAIN_POLICY
from scheduler.locale import Language, mark, say, translations
from scheduler.locale.dates import (
    SHORT_WEEKDAYS,
    WEEKDAYS,
    day_text,
    moment_text,
    money_text,
    month_text,
    short_day_text,
)
from scheduler.reasons import say_reason

__all__ = ["asset", "machine_text", "page_language", "render", "span_text", "static_files"]

HERE = Path(__file__).parent
OFFICE_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
KINDS = {"premiere": mark("premiere"), "replay": mark("replay"), "window": mark("window")}
STATES = {
    "planned": mark("planned"),
    "delivered": mark("delivered"),
    "missed": mark("missed"),
    "cancelled": mark("cancelled"),
    "overdue": mark("overdue"),
}
DAY_KINDS = {
    "holiday": mark("day off"),
    "worked": mark("working day"),
    "not-a-holiday": mark("ordinary day"),
}
ROLES = {
    "viewer": mark("viewer: sees the plans"),
    "editor": mark("editor: confirms and moves what is aired or published"),
    "manager": mark("manager: keeps the plans"),
    "admin": mark("administrator: keeps the accounts"),
}
SCOPES = {"read": mark("read only"), "write": mark("read and change")}
CONVENTIONS = {
    "blocks": mark("weeks of seven days from the 1st"),
    "monday": mark("calendar weeks from Monday, the first holds the 1st"),
    "sunday": mark("calendar weeks from Sunday, the first holds the 1st"),
    "monday-full": mark("the first whole week from Monday"),
    "iso": mark("calendar weeks from Monday with four days or more in the month"),
}
GRADES = {
    "note": mark("named in lists alone"),
    "warn": mark("told before every change"),
    "refuse": mark("refused"),
}
SHIFTS = {
    "none": mark("stays"),
    "skip": mark("is left out"),
    "next": mark("goes to the next working day"),
    "previous": mark("goes to the working day before"),
}
PERIODS = {
    "year": mark("a year"),
    "half": mark("each half-year"),
    "quarter": mark("a quarter"),
    "month": mark("a month"),
    "week": mark("a week"),
    "day": mark("a day"),
}


# Fetched from npm when the project is installed; where that could not be, links and forms load whole pages.
HTMX = "vendor/htmx.min.js"
OWN_SCRIPT = "pages.js"


class _Kept(StaticFiles):
    """Files that a browser keeps for good where their address says which version it asks for."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        response = await super().get_response(path, scope)
        if response.status_code == 200 and scope["query_string"].startswith(b"v="):
            response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response


def static_files() -> StaticFiles:
    """The files of the pages: style sheets, scripts, one icon."""
    return _Kept(directory=HERE / "static")


def render(
    request: Request,
    template: str,
    language: Language,
    status: int = 200,
    *,
    scripted: bool = True,
    **values: Any,
) -> HTMLResponse:
    """The page, whole, before its first byte leaves.

    Without `scripted` no script may run on it, and it can be made while the database is away.
    """
    page = _environment(language).get_template(template)
    body = page.render(
        path=request.url.path,
        frame=find_frame(request, language, named=scripted),
        link=partial(link, request, language),
        scripts=_scripts() if scripted else (),
        **values,
    )
    headers = {
        "Content-Language": language,
        "Cache-Control": "private, no-cache",
        "Content-Security-Policy": PAGE_POLICY if scripted else PLAIN_POLICY,
    }
    return HTMLResponse(body, status, headers)


def span_text(start: date | datetime, end: date | datetime | None, language: Language) -> str:
    """A start with its end: the time of day again for an airing, from day to day for a window."""
    if end is None:
        return moment_text(start, language)
    if isinstance(start, datetime) and isinstance(end, datetime):
        if start.date() == end.date():
            return f"{start:%H:%M}–{end:%H:%M} {day_text(start.date(), language)}"
        return f"{moment_text(start, language)} – {moment_text(end, language)}"
    if start == end:
        return moment_text(start, language)
    return f"{day_text(start, language, weekday=False)} – {day_text(end, language, weekday=False)}"


def local_time(moment: datetime) -> datetime:
    """An instant as wall time of the office's zone, for lists that reach over several plans."""
    return moment.astimezone(OFFICE_ZONE).replace(tzinfo=None)


def machine_text(moment: date | datetime) -> str:
    """The value of `<time datetime>`: local, as written in the plan."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


@cache
def _environment(language: Language) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.i18n"],
    )
    catalogue = translations(language)
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        catalogue.ugettext, catalogue.ungettext, newstyle=True
    )
    environment.policies["ext.i18n.trimmed"] = True
    environment.filters |= {
        "moment": partial(_second_last, moment_text, language),
        "day": partial(_second_last, day_text, language),
        "month": partial(_second_last, month_text, language),
        "short_day": partial(_second_last, short_day_text, language),
        "money": partial(_second_last, money_text, language),
        "iso": machine_text,
        "reason": partial(_second_last, say_reason, language),
        "local": local_time,
        "zip": zip_lists,
    }
    environment.globals |= {
        "language": language,
        "kinds": _said(language, KINDS),
        "states": _said(language, STATES),
        "day_kinds": _said(language, DAY_KINDS),
        "conventions": _said(language, CONVENTIONS),
        "shifts": _said(language, SHIFTS),
        "periods": _said(language, PERIODS),
        "roles": _said(language, ROLES),
        "scopes": _said(language, SCOPES),
        "span": partial(_span, language),
        "weekdays": WEEKDAYS[language],
        "short_weekdays": SHORT_WEEKDAYS[language],
        "asset": asset,
    }
    return environment


def zip_lists(first: Iterable[Any], second: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Two lists as pairs."""
    return list(zip(first, second, strict=True))


def _second_last(function: Any, language: Language, value: Any) -> str:
    return str(function(value, language))


def _span(language: Language, start: date | datetime, end: date | datetime | None) -> str:
    return span_text(start, end, language)


def _said(language: Language, words: Mapping[str, str]) -> dict[str, str]:
    return {name: say(language, message) for name, message in words.items()}


@cache
def asset(name: str) -> str:
    """The address of a file in `static`; it changes with what the file holds."""
    held = (HERE / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(held).hexdigest()[:12]}"


@cache
def _scripts() -> tuple[str, ...]:
    """The scripts of every page, in order."""
    return (HTMX, OWN_SCRIPT) if (HERE / "static" / HTMX).exists() else (OWN_SCRIPT,)
