"""Each role against each route of REST: the routes come from the application."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from fastapi.routing import APIRoute

from api.rest import router
from scheduler.accounts import people, tokens
from scheduler.accounts.rights import ROLES, Actor
from scheduler.desk import delivery, inbox, one_offs
from scheduler.desk.pieces import Appeared, record_piece
from scheduler.desk.proofs import Proof
from scheduler.reminders import of_office
from scheduler.store.database.engine import transaction
from scheduler.store.inbox import add_proposal
from tests.api.service import SECRET
from tests.desk.doors import REST, Doors, open_doors
from tests.desk.samples import OFFICE, OTHER_OFFICE, OTHERS, OWN, STATION, Offices

ANYBODY = "anybody"
LINK = "whoever holds the link"
READS = {"POST /plans/{slug}/listings"}  # it compares, and writes nothing
# The least role of each route. A route without an entry fails the test.
LEAST = {
    "GET /plans": ANYBODY,
    "POST /plans": "manager",
    "GET /plans/{slug}": ANYBODY,
    "PATCH /plans/{slug}": "manager",
    "GET /plans/{slug}/export": ANYBODY,
    "GET /plans/{slug}/history": "viewer",
    "GET /plans/{slug}/items": ANYBODY,
    "POST /plans/{slug}/items": "manager",
    "GET /plans/{slug}/items/{number:path}": ANYBODY,
    "PATCH /plans/{slug}/items/{number:path}": "manager",
    "POST /plans/{slug}/items/{number:path}/occurrences": "editor",
    "POST /plans/{slug}/items/{number:path}/pieces": "editor",
    "GET /plans/{slug}/pieces": "viewer",
    "GET /pieces/{piece_id}": "viewer",
    "POST /pieces/{piece_id}/withdrawal": "editor",
    "POST /plans/{slug}/listings": "viewer",
    "POST /plans/{slug}/listings/book": "editor",
    "GET /plans/{slug}/inbox": "editor",
    "POST /plans/{slug}/inbox": "editor",
    "DELETE /plans/{slug}/inbox/{link_id}": "editor",
    "POST /proposals/{proposal_id}/decision": "editor",
    "GET /conflicts": "viewer",
    "GET /occurrences/{occurrence_id}/free-slots": "viewer",
    "GET /reminders/ahead": "manager",
    "GET /reports/fulfilment": ANYBODY,
    "GET /cut-offs": "viewer",
    "PATCH /cut-offs": "manager",
    "GET /days-off": ANYBODY,
    "GET /occurrences": ANYBODY,
    "GET /occurrences/upcoming": ANYBODY,
    "GET /occurrences/{occurrence_id}": ANYBODY,
    "PATCH /occurrences/{occurrence_id}": "editor",
    "POST /occurrences/batch": "editor",
    "DELETE /occurrences/{occurrence_id}": "editor",
    "GET /occurrences/{occurrence_id}/history": "viewer",
    "GET /occurrences/{occurrence_id}/evidence": "viewer",
    "POST /occurrences/{occurrence_id}/evidence": "editor",
    "POST /expand": ANYBODY,
    "POST /subscriptions": "manager",
    "GET /subscriptions/{token}": LINK,
    "PATCH /subscriptions/{token}": LINK,
    "DELETE /subscriptions/{token}": LINK,
    "GET /subscriptions/{token}/data": LINK,
    "GET /subscribers": "manager",
    "POST /subscribers": "manager",
    "GET /subscribers/{subscriber_id}": "manager",
    "PATCH /subscribers/{subscriber_id}": "manager",
    "DELETE /subscribers/{subscriber_id}": "manager",
    "GET /reminders": "manager",
    "GET /reminders/log": "manager",
    "POST /reminders/{reminder_id}/decision": "manager",
    "GET /me": "viewer",
    "GET /people": "admin",
    "POST /people": "admin",
    "PATCH /people/{person_id}": "admin",
    "DELETE /people/{person_id}": "admin",
    "GET /tokens": "viewer",
    "POST /tokens": "viewer",
    "DELETE /tokens/{token_id}": "viewer",
    "GET /health": ANYBODY,
    "GET /openapi.json": ANYBODY,
    "GET /docs": ANYBODY,
}
# What each change sends; a right one, so that only the right decides.
BODIES: dict[str, dict[str, Any]] = {
    "GET /plans/{slug}/export": {"params": {"what": "dates"}},
    "PATCH /plans/{slug}": {"json": {"title": "Tên khác"}},
    "POST /plans/{slug}/items": {"json": {"number": "9", "title": "Tin", "phrase": "Tuần 2 hằng tháng"}},
    "PATCH /plans/{slug}/items/{number:path}": {"json": {"title": "Tên khác"}},
    "POST /plans/{slug}/items/{number:path}/occurrences": {"json": {"start": "2024-05-21"}},
    "POST /plans/{slug}/items/{number:path}/pieces": {"json": {"day": "2024-03-21"}},
    "POST /pieces/{piece_id}/withdrawal": {"json": {"reason": "Nhầm"}},
    "POST /plans/{slug}/listings": {"json": {"text": "17/01/2024\n17h45 Chuyên mục"}},
    "POST /plans/{slug}/listings/book": {
        "json": {"choices": [{"class": "extra", "item": "2.2", "day": "2024-03-21", "title": "Chuyên mục"}]}
    },
    "POST /plans/{slug}/inbox": {"json": {"outlet": STATION, "first": "2024-01-01", "last": "2024-03-31"}},
    "POST /proposals/{proposal_id}/decision": {"json": {"accepted": True}},
    "PATCH /cut-offs": {"json": {"cut_offs": ["03-20", "06-20", "09-20", "12-20"]}},
    "PATCH /occurrences/{occurrence_id}": {"json": {"note": "một"}},
    "POST /occurrences/batch": {
        "json": {"deed": "cancel", "occurrences": ["{occurrence_id}"], "reason": "Nghỉ"}
    },
    "POST /occurrences/{occurrence_id}/evidence": {"json": {"evidence": [{"kind": "aired"}]}},
    "POST /expand": {"json": {"phrase": "Wednesday week 3 at 17:45"}},
    "POST /subscriptions": {"json": {"email": "hai@example.org"}},
    "PATCH /subscriptions/{token}": {"json": {"notices": False}},
    "POST /subscribers": {"json": {"email": "ba@example.org"}},
    "PATCH /subscribers/{subscriber_id}": {"json": {"notices": False}},
    "GET /reminders/log": {"params": {"subscriber": "mot@example.org", "occurrence": "{occurrence_id}"}},
    "POST /reminders/{reminder_id}/decision": {"json": {"arrived": True}},
    "POST /people": {"json": {"email": "moi@example.org", "role": "viewer"}},
    "PATCH /people/{person_id}": {"json": {"name": "Tên khác"}},
    "POST /tokens": {"json": {}},
}


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def routes() -> dict[str, tuple[str, str]]:
    """Every operation of REST as the application has it: its name, method and path."""
    found: dict[str, tuple[str, str]] = {}
    waiting = list(router.routes)
    for route in waiting:
        if isinstance(route, APIRoute):
            path = route.path.removeprefix(REST)
            found |= {f"{method} {path}": (method, path) for method in route.methods}
        else:
            waiting += route.original_router.routes  # type: ignore[attr-defined] # a router within
    return found


def values(doors: Doors, who: str | None) -> dict[str, str]:
    """Real things of the office for the parts of a path; fresh ones for what a route removes."""
    offices = doors.offices
    delivered = offices.row("2024-03-20")
    if delivered.state == "planned":
        offices.do(delivery.deliver, delivered.id, Proof("aired"))
    added = offices.do(one_offs.add_one_off, OWN, "2.2", datetime(2024, 6, 21, 8, 0)).occurrence
    piece = offices.do(record_piece, OWN, "2.2", Appeared(day=date(2024, 3, 21)))
    days = date(2024, 1, 1), date(2024, 3, 31)
    link, key = offices.do(inbox.make_link, OWN, STATION, *days)
    name = f"x{len(offices.log())}@example.org"
    came = {"link_id": link.id, "occurrence_id": delivered.id, "note": "x"}
    with transaction(offices.engine) as connection:
        # More than may wait for one occurrence at a time.
        waits = add_proposal(connection, came | {"created_at": offices.machine_time()})
        person = people.add_person(
            connection, name, "viewer", office_id=offices.ids["Sở Nội vụ"], machine_time=offices.machine_time
        )
        owner = people.get_person(connection, doors.people["viewer" if who in (None, "other") else who])
        token, _ = tokens.create_token(
            connection, owner, offices.ids["Sở Nội vụ"], "read", machine_time=offices.machine_time
        )
    boss = Actor("An", "admin", "cli")
    subscriber = offices.do(
        of_office.add_subscriber, {"email": f"s{name}"}, secret=SECRET.encode(), actor=boss
    )
    return {
        "{slug}": OWN,
        "{number:path}": "2.2",
        "{added}": added.id,
        "{delivered}": delivered.id,
        "{piece_id}": str(piece.id),
        "{link_id}": link.id,
        "{link_key}": key,
        "{proposal_id}": str(waits),
        "{occurrence_id}": offices.row("2024-05-15").id,
        "{person_id}": person.id,
        "{token_id}": token.id,
        "{subscriber_id}": subscriber.id,
        "{reminder_id}": "999999",
        "{token}": "none",
        "mot@example.org": subscriber.email,
    }


def by_rest(doors: Doors) -> int:
    """How many deeds came through this door."""
    return sum(entry.door == "rest" for of in (OFFICE, OTHER_OFFICE) for entry in doors.offices.log(of))


def send(doors: Doors, who: str | None, operation: str, method: str, path: str) -> int:
    parts = values(doors, who)
    facts = {name: dict(value) for name, value in BODIES.get(operation, {}).items()}
    if operation == "DELETE /occurrences/{occurrence_id}":
        path = path.replace("{occurrence_id}", "{added}")
    if operation == "POST /occurrences/{occurrence_id}/evidence":
        path = path.replace("{occurrence_id}", "{delivered}")
    if operation == "POST /plans":
        facts = {
            "json": {
                "slug": f"moi-{len(doors.offices.log())}",
                "title": "Mới",
                "first_day": "2025-01-01",
                "last_day": "2025-12-31",
            }
        }
    for name, value in parts.items():
        path = path.replace(name, value)
        if "params" in facts:
            facts["params"] = {key: each.replace(name, value) for key, each in facts["params"].items()}
        if "json" in facts:
            facts["json"] = json.loads(json.dumps(facts["json"]).replace(name, value))
    return doors.ask(who, method, path, **facts).status_code


def test_every_route_has_its_least_role() -> None:
    assert set(routes()) == set(LEAST)


@pytest.mark.parametrize("who", [None, "reads", "other", *ROLES])
def test_each_role_against_each_route(doors: Doors, who: str | None) -> None:
    """Who may is not refused (401, 403); who may not is, and nothing changes by it."""
    wrong = []
    for operation, (method, path) in sorted(routes().items()):
        least = LEAST[operation]
        if least in (ANYBODY, LINK):
            continue
        before = by_rest(doors)
        status = send(doors, who, operation, method, path)
        may = who in ROLES and ROLES.index(who) >= ROLES.index(least)
        if who == "reads":
            may = (method == "GET" or operation in READS) and least == "viewer"
        elif who == "other":
            may = "{" not in path and operation not in ("GET /reminders/log", "POST /occurrences/batch")
        told = (
            status not in (401, 403) if operation in GONE and who in ROLES else status not in (401, 403, 404)
        )
        assert status < 500, (operation, status)
        if may != told:
            wrong.append((operation, status))
        if not may:
            assert by_rest(doors) == before, operation
    assert wrong == []


# No mail of which nobody knows is at hand here: who may decide is told that there is none.
GONE = {"POST /reminders/{reminder_id}/decision"}


def test_what_is_another_offices_is_not_there(doors: Doors) -> None:
    parts, offices = values(doors, "other"), doors.offices
    before = (offices.rows(), offices.plan(), offices.log())
    for operation, (method, path) in sorted(routes().items()):
        if (
            LEAST[operation] == LINK
            or "{" not in path
            or operation == "POST /reminders/{reminder_id}/decision"
        ):
            continue
        for name, value in parts.items():
            path = path.replace(name, value)
        status = doors.ask("other", method, path, **BODIES.get(operation, {})).status_code
        assert status == 404, (operation, status)
    assert (offices.rows(), offices.plan(), offices.log()) == before


def test_a_public_plan_of_another_office_is_seen_and_never_changed(doors: Doors) -> None:
    one = doors.offices.row("2024-05-15", slug=OTHERS)
    assert doors.ask("manager", "GET", f"/occurrences/{one.id}").status_code == 200
    for method, path, body in (
        ("PATCH", f"/occurrences/{one.id}", {"note": "x"}),
        ("PATCH", f"/plans/{OTHERS}", {"title": "x"}),
        ("PATCH", f"/plans/{OTHERS}/items/1", {"title": "x"}),
        ("POST", f"/plans/{OTHERS}/items/1/occurrences", {"start": "2024-05-21"}),
        ("GET", f"/plans/{OTHERS}/history", None),
        ("GET", f"/occurrences/{one.id}/evidence", None),
        ("GET", f"/plans/{OTHERS}/pieces", None),
        ("POST", f"/plans/{OTHERS}/items/1/pieces", {"day": "2024-03-21"}),
    ):
        assert doors.ask("manager", method, path, json=body).status_code == 403, path
    assert doors.offices.again(one) == one


def test_an_outlets_editor_touches_no_other_outlet(doors: Doors) -> None:
    station = doors.offices.row("2024-05-15")
    path = f"/occurrences/{station.id}"
    refused = doors.ask("paper", "PATCH", path, json={"state": "cancelled"})
    assert (refused.status_code, refused.json()["code"]) == (403, "other-outlet")
    assert doors.ask("station", "PATCH", path, json={"state": "cancelled"}).status_code == 200
    assert (
        doors.ask(
            "paper", "POST", f"/plans/{OWN}/items/2.2/occurrences", json={"start": "2024-05-21"}
        ).status_code
        == 403
    )


def test_a_browsers_session_needs_its_proof_to_change_something(doors: Doors) -> None:
    cookie, proof = doors.cookies["manager"]
    path = f"{REST}/occurrences/{doors.offices.row('2024-05-15').id}"
    client, cookies = doors.service.client, {"Cookie": f"__Host-airslot={cookie}"}
    assert client.patch(path, json={"note": "x"}, headers=cookies).status_code == 403
    wrong = cookies | {"X-CSRF-Token": doors.cookies["admin"][1]}
    assert client.patch(path, json={"note": "x"}, headers=wrong).status_code == 403
    me = client.get(f"{REST}/me", headers=cookies).json()
    assert me["csrf"] == proof and me["role"] == "manager"
    right = cookies | {"X-CSRF-Token": proof}
    assert client.patch(path, json={"note": "x"}, headers=right).status_code == 200
    assert doors.offices.log()[0].door == "rest"
