"""Each role against each form of the pages, taken from the application's own routes."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from fastapi.routing import APIRoute
from sqlalchemy import Engine

from api.pages import router
from scheduler.accounts.people import find_person
from scheduler.store.database.engine import reading
from tests.api.service import Service
from tests.stories.house import PASSWORD, PEOPLE, PLAN, an_office
from tests.stories.test_stories import an_airing, events

ROLES = ("viewer", "editor", "manager", "admin")
OWN = "signed in"  # about oneself alone
# Whom a form serves at least. None: it asks for no session, but for a link, a password or the like.
LEAST: dict[str, str | None] = {
    "/plans/load": "manager",
    "/plans/{slug}/add-item": "manager",
    "/plans/{slug}/settings": "manager",
    "/plans/{slug}/items/{number}": "manager",
    "/plans/{slug}/items/{number}/occurrences": "editor",
    "/days-off": "manager",
    "/batch": "editor",
    "/undo": "editor",
    "/pieces": "editor",
    "/pieces/{piece_id}/withdraw": "editor",
    "/plans/{slug}/listing": "editor",
    "/plans/{slug}/inbox": "editor",
    "/plans/{slug}/inbox/{link_id}/revoke": "editor",
    "/proposals/{proposal_id}": "editor",
    "/occurrences/{occurrence_id}": "editor",
    "/occurrences/{occurrence_id}/evidence": "editor",
    "/subscribe/calendar": "viewer",
    "/subscribe/mails": "viewer",
    "/reminders/unknown": "manager",
    "/reminders/{reminder_id}": "manager",
    "/subscribers": "manager",
    "/subscribers/{subscriber_id}": "manager",
    "/accounts": "admin",
    "/accounts/{person_id}": "admin",
    "/accounts/feeds/{feed_id}/revoke": "admin",
    "/account": OWN,
    "/account/feeds/{feed_id}/revoke": OWN,
    "/account/invitations": OWN,
    "/account/tokens": OWN,
    "/account/tokens/{token_id}/revoke": OWN,
    "/office": OWN,
    "/sign-out": None,
    "/sign-in": None,
    "/sign-in/link": None,
    "/sign-in/{token}": None,
    "/give/{token}": None,
    "/confirm/{token}": None,
    "/unsubscribe/{token}": None,
    "/preferences/{token}": None,
    "/preferences/{token}/forget": None,
}
FIELDS = {
    "/plans/load": {"document": PLAN.read_text("utf-8"), "agreed": "1"},
    "/plans/{slug}/add-item": {"number": "9.9", "title": "Tin", "phrase": "Tuần 2 hằng tháng"},
    "/plans/{slug}/settings": {"title": "Tên khác"},
    "/plans/{slug}/items/{number}": {"deed": "change", "title": "Tên khác"},
    "/plans/{slug}/items/{number}/occurrences": {"day": "2024-06-20"},
    "/plans/{slug}/listing": {"text": "15/05/2024\n17h45 Chuyên mục cải cách hành chính"},
    "/plans/{slug}/inbox": {"outlet": "Báo", "first": "2024-04-01", "last": "2024-06-30"},
    "/proposals/{proposal_id}": {"reason": "Mờ"},
    "/days-off": {"deed": "enter", "day": "2024-06-19", "kind": "holiday", "name": "Ngày hội"},
    "/batch": {"deed": "miss", "occurrence": "occ_1", "reason": "Mất điện", "days": "1", "back": "/"},
    "/undo": {"act": "0a", "back": "/"},
    "/pieces": {"plan": "kien-giang-2024", "item": "3", "unit": "ảnh", "day": "2024-05-01", "title": "Một"},
    "/pieces/{piece_id}/withdraw": {"reason": "Trùng"},
    "/occurrences/{occurrence_id}": {"deed": "note", "note": "một"},
    "/occurrences/{occurrence_id}/evidence": {"kind": "aired"},
    "/accounts": {"email": "khac@example.org", "role": "viewer"},
    "/accounts/{person_id}": {"role": "admin", "active": "yes"},
    "/reminders/unknown": {"arrived": "yes", "until": "2030-01-01T00:00:00Z"},
    "/reminders/{reminder_id}": {"arrived": "yes"},
    "/subscribers": {"email": "khac@example.org"},
}


def forms() -> set[str]:
    """Every address that takes a form."""
    found, waiting = set(), list(router.routes)
    for route in waiting:
        if isinstance(route, APIRoute):
            found |= {route.path} if "POST" in route.methods else set()
        else:
            waiting += route.original_router.routes  # type: ignore[attr-defined] # a router within
    return found


def test_every_form_has_its_least_role() -> None:
    assert forms() == set(LEAST)


@pytest.mark.parametrize("role", [None, *ROLES])
def test_each_role_against_each_form(role: str | None, sqlite_template: Path, tmp_path: Path) -> None:
    with an_office(sqlite_template, tmp_path) as (service, stored):
        before = events(service)
        with httpx.Client(base_url=service.url) as client:
            csrf = "" if role is None else signed_in(client, role)
            for path, least in LEAST.items():
                if least in (None, OWN) or (role is not None and ROLES.index(role) >= ROLES.index(least)):
                    continue
                answer = client.post(
                    filled(path, stored), data=FIELDS.get(path, {}) | {"csrf": csrf}, follow_redirects=False
                )
                wanted = 401 if role is None else 403
                assert answer.status_code == wanted, (path, answer.status_code)
        if role in (None, "viewer"):
            assert events(service) == before


def signed_in(client: httpx.Client, role: str) -> str:
    """The session's token for forms."""
    email = next(email for email, known, *_ in PEOPLE if known == role)
    client.post("/sign-in", data={"email": email, "password": PASSWORD})
    found = re.search(r'name="csrf" value="([0-9a-f]+)"', client.get("/account").text)
    assert found
    return found[1]


def filled(path: str, stored: Engine, **more: str) -> str:
    """The path with real things of the office in it, and `more` where nothing real is needed."""
    with reading(stored) as connection:
        person = find_person(connection, "quan.tri@example.org")
    assert person is not None
    real = {
        "slug": "kien-giang-2024",
        "number": "2.2",
        "occurrence_id": an_airing(stored, "2.2", "2024-06-19"),
        "reminder_id": "1",
        "piece_id": "1",
        "link_id": "inbox_1",
        "proposal_id": "1",
        "subscriber_id": "sub_1",
        "person_id": person.id,
        "feed_id": "feed_1",
    }
    return path.format_map(real | more)


def test_a_service_runs_for_them(sqlite_template: Path, tmp_path: Path) -> None:
    """What is refused above is there: the one who may is not refused."""
    with an_office(sqlite_template, tmp_path) as (service, stored):
        assert isinstance(service, Service)
        with httpx.Client(base_url=service.url) as client:
            csrf = signed_in(client, "admin")
            for path in ("/occurrences/{occurrence_id}", "/plans/{slug}/items/{number}/occurrences"):
                answer = client.post(filled(path, stored), data=FIELDS[path] | {"csrf": csrf})
                assert answer.status_code == 303, (path, answer.status_code)
