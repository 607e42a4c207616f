"""From values to a page: templates in the reader's language, with the words and dates of both."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.staticfiles import StaticFiles

from scheduler.locale import LANGUAGES, Language, mark, say, translations
from scheduler.locale.dates import day_text, moment_text, money_text

HERE = Path(__file__).parent
KINDS = {"premiere": mark("premiere"), "replay": mark("replay"), "window": mark("window")}
STATES = {
    "planned": mark("planned"),
    "delivered": mark("delivered"),
    "missed": mark("missed"),
    "cancelled": mark("cancelled"),
}
ROLES = {
    "viewer": mark("viewer: sees the plans"),
    "editor": mark("editor: confirms and moves what is aired or published"),
    "manager": mark("manager: keeps the plans"),
    "admin": mark("administrator: keeps the accounts"),
}
SCOPES = {"read": mark("read only"), "write": mark("read and change")}
PERIODS = {
    "year": mark("a year"),
    "half": mark("each half-year"),
    "quarter": mark("a quarter"),
    "month": mark("a month"),
    "week": mark("a week"),
    "day": mark("a day"),
}


def static_files() -> StaticFiles:
    """The files of the pages: one style sheet, one icon."""
    return StaticFiles(directory=HERE / "static")


def page_language(request: Request) -> Language:
    """The language of a page: as `?lang=` says, else that of who is signed in, else Vietnamese."""
    asked = request.query_params.get("lang")
    session = getattr(getattr(request.state, "visitor", None), "session", None)
    own: Language = "vi" if session is None else session.person.language
    return next((language for language in LANGUAGES if language == asked), own)


def render(
    request: Request, template: str, language: Language, status: int = 200, **values: Any
) -> HTMLResponse:
    """The page, whole, before its first byte leaves."""
    page = _environment(language).get_template(template)
    body = page.render(path=request.url.path, link=partial(_link, language), **values)
    return HTMLResponse(body, status, {"Content-Language": language, "Cache-Control": "private, no-cache"})


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


def machine_text(moment: date | datetime) -> str:
    """The value of `<time datetime>`: local, as written in the plan."""
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()


def _link(language: Language, path: str) -> str:
    # Vietnamese is what an address without a language gives.
    return path if language == "vi" else f"{path}?lang={language}"


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
        "money": partial(_second_last, money_text, language),
        "iso": machine_text,
    }
    environment.globals |= {
        "language": language,
        "kinds": _said(language, KINDS),
        "states": _said(language, STATES),
        "periods": _said(language, PERIODS),
        "roles": _said(language, ROLES),
        "scopes": _said(language, SCOPES),
        "span": partial(_span, language),
        "style": f"/static/airslot.css?v={_fingerprint('airslot.css')}",
    }
    return environment


def _second_last(function: Any, language: Language, value: Any) -> str:
    return str(function(value, language))


def _span(language: Language, start: date | datetime, end: date | datetime | None) -> str:
    return span_text(start, end, language)


def _said(language: Language, words: Mapping[str, str]) -> dict[str, str]:
    return {name: say(language, message) for name, message in words.items()}


@cache
def _fingerprint(name: str) -> str:
    return hashlib.sha256((HERE / "static" / name).read_bytes()).hexdigest()[:12]
