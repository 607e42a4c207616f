"""What stands around every page: where one can go, in which language, and who is signed in.

A place is shown where its page is there and whoever asks may open it, so a link never leads nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import FastAPI, Request
from starlette.routing import Match

from api.dependencies import get_house, get_secret
from api.identity import Visitor
from scheduler.accounts.rights import Right
from scheduler.accounts.sessions import csrf_token
from scheduler.locale import LANGUAGES, Language, mark, say
from scheduler.store.database.engine import reading
from scheduler.store.plans.read_model import only_office

LANGUAGE_NAMES: dict[Language, str] = {"vi": "Tiếng Việt", "en": "English"}
LONGEST_ADDRESS = 500
_IN_A_PATH = "/:@!$&'()*+,;=~"  # what stands in a path as it is (RFC 3986, 3.3)
SIGN_IN, SIGN_OUT, ACCOUNT = "/sign-in", "/sign-out", "/account"


class Place(NamedTuple):
    """One entry of the navigation. `right` None: everybody may open it."""

    path: str
    label: str
    right: Right | None = None


PLACES = (
    Place("/calendar", mark("Calendar")),
    Place("/plans", mark("Plans")),
    Place("/progress", mark("Progress")),
    Place("/days-off", mark("Days off")),
    Place("/try", mark("Try a phrase")),
    Place("/subscribe", mark("Follow")),
    Place("/my-reminders", mark("Reminders"), Right.SEE),
    Place("/history", mark("History"), Right.SEE),
    Place("/accounts", mark("Accounts"), Right.ADMINISTER),
)


class Choice(NamedTuple):
    """A link of the frame; `current` marks where one is."""

    name: str
    href: str
    current: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """The values of base.html.

    who           the person signed in; None for a stranger
    office        theirs; for a stranger the only one that there is, else None
    csrf          what every form of a signed-in person carries as `csrf`; empty for a stranger
    lang          what a form that is sent by GET carries as `lang` to stay in the language; may be empty
    """

    places: tuple[Choice, ...]
    languages: tuple[tuple[Language, Choice], ...]
    who: str | None
    office: str | None
    csrf: str
    sign_in: str
    sign_out: str
    account: str
    lang: str


def find_frame(request: Request, language: Language, *, named: bool = True) -> Frame:
    """The frame of the page that is being asked for. Without `named` a stranger's asks no database."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    session = visitor.session if visitor is not None else None
    there, here = _paths(request.app), _without_plan(request.url.path)
    return Frame(
        places=tuple(
            Choice(
                say(language, place.label),
                link(request, language, place.path),
                _is_within(here, place.path),
            )
            for place in PLACES
            if place.path in there and _may_open(visitor, place)
        ),
        languages=tuple(
            (one, Choice(LANGUAGE_NAMES[one], _in_language(request, one), one == language))
            for one in LANGUAGES
        ),
        who=session.person.name if session is not None else None,
        office=session.member.office if session is not None else _only_office(request) if named else None,
        csrf=csrf_token(get_secret(request), session) if session is not None else "",
        sign_in=link(request, language, SIGN_IN),
        sign_out=link(request, language, SIGN_OUT),
        account=link(request, language, ACCOUNT),
        lang="" if language == own_language(request) else language,
    )


def page_language(request: Request) -> Language:
    """The language of a page: what `lang` asks for, else the signed-in person's, else Vietnamese."""
    asked = request.query_params.get("lang")
    return next((language for language in LANGUAGES if language == asked), own_language(request))


def own_language(request: Request) -> Language:
    """What an address without `lang` gives to whoever is asking."""
    visitor: Visitor | None = getattr(request.state, "visitor", None)
    return visitor.session.person.language if visitor is not None and visitor.session is not None else "vi"


def link(request: Request, language: Language, path: str) -> str:
    """An address of ours that keeps the reader's language; `path` may carry a query and a fragment."""
    if language == own_language(request):
        return path
    address, hash_, fragment = path.partition("#")
    return f"{address}{'&' if '?' in address else '?'}lang={language}{hash_}{fragment}"


def inside(address: str) -> str:
    """An address of ours as it is, and the first page for any other.

    A browser takes a second slash or a backslash for the beginning of another site's name, and passes over
    line ends and tabs on the way there.
    """
    ours = address.startswith("/") and not address.startswith("//") and "\\" not in address
    return address if ours and address.isprintable() and len(address) <= LONGEST_ADDRESS else "/"


def _in_language(request: Request, language: Language) -> str:
    """This very page in a language, with all else that its address asks for."""
    kept = [(name, value) for name, value in parse_qsl(request.url.query) if name != "lang"]
    path = inside(quote(request.url.path, safe=_IN_A_PATH))
    return link(request, language, path + (f"?{urlencode(kept)}" if kept else ""))


def _only_office(request: Request) -> str | None:
    with reading(get_house(request).engine) as connection:
        return only_office(connection)


def _may_open(visitor: Visitor | None, place: Place) -> bool:
    if place.right is None:
        return True
    return visitor is not None and visitor.actor is not None and visitor.actor.may(place.right)


def _without_plan(path: str) -> str:
    """What a plan's page is of where that has a place of its own: /plans/x/progress is of /progress."""
    below = path.split("/")[3:] if path.startswith("/plans/") else []
    own = "/" + "/".join(below)
    return own if any(_is_within(own, place.path) for place in PLACES) else path


def _is_within(path: str, place: str) -> bool:
    return path == place or path.startswith(f"{place}/")


def _paths(app: FastAPI) -> frozenset[str]:
    """Those addresses of the frame whose pages are there, found once a process."""
    known: frozenset[str] | None = getattr(app.state, "page_paths", None)
    if known is None:
        known = app.state.page_paths = frozenset(one.path for one in PLACES if is_there(app, one.path))
    return known


def is_there(app: FastAPI, path: str) -> bool:
    """Whether a page of the service answers at that path."""
    asked = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
    return any(route.matches(asked)[0] is Match.FULL for route in app.routes)
