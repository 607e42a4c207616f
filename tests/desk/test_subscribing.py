"""Subscribing: one's own mails and calendar addresses, within one's rights, and ended with what made them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

import httpx
import pytest
from sqlalchemy import func, select

from scheduler.accounts import people, tokens
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import feed, subscriber
from tests.api.service import running
from tests.desk.doors import REST, Doors, open_doors
from tests.desk.samples import OFFICE, OTHERS, OWN, Offices

# A second private plan, of the other office, with an outlet, a channel and an item of its own.
HIDDEN = """\
slug: noi-bo-2024
title: Nội bộ 2024
office: Sở Tư pháp
year: 2024
timezone: Asia/Ho_Chi_Minh
outlets: [{name: Cổng nội bộ, channels: [NB]}]
items:
  - {number: "7.7", title: Tin mật, outlet: Cổng nội bộ, when: "9 giờ thứ Hai hằng tuần Kênh NB", minutes: 5}
"""


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def send(doors: Doors, who: str, path: str, **fields: str) -> httpx.Response:
    """A form of somebody's browser."""
    cookie, proof = doors.cookies[who]
    headers = {"Cookie": f"__Host-airslot={cookie}"}
    return doors.service.client.post(path, data={"csrf": proof} | fields, headers=headers)


def by_token(doors: Doors, who: str, path: str, **fields: str) -> httpx.Response:
    """The same form, sent by a program with a token."""
    headers = {"Authorization": f"Bearer {doors.tokens[who]}"}
    return doors.service.client.post(path, data=fields, headers=headers)


def readers(doors: Doors) -> int:
    with reading(doors.offices.engine) as connection:
        return connection.scalar(select(func.count()).select_from(subscriber)) or 0


def address(answer: httpx.Response) -> str:
    """The path of the feed that a page shows."""
    assert answer.status_code == 200, answer.text
    found = re.search(r"/feeds/[\w-]+\.ics", answer.text)
    assert found
    return found[0]


@pytest.mark.parametrize("path", ["/subscribe/mails", "/subscribe/calendar"])
def test_a_token_that_reads_subscribes_nobody(doors: Doors, path: str) -> None:
    answer = by_token(doors, "reads", path, plan=OWN, email="la@example.org", label="Lịch")
    assert answer.status_code == 403 and answer.json()["code"] == "token-reads-only"
    assert readers(doors) == 0
    with reading(doors.offices.engine) as connection:
        assert connection.scalar(select(func.count()).select_from(feed)) == 0


def test_a_viewer_asks_for_mails_to_their_own_address_alone(doors: Doors) -> None:
    taken = doors.ask("manager", "POST", "/subscribers", json={"email": "co@example.org"})
    assert taken.status_code == 201
    said = set()
    for email in ("co@example.org", "chua.co@example.org"):
        answer = send(doors, "viewer", "/subscribe/mails", plan=OWN, email=email)
        said.add((answer.status_code, answer.json()["code"]))
    assert said == {(403, "own-address")} and readers(doors) == 1
    own = send(doors, "viewer", "/subscribe/mails", plan=OWN, email=" Viewer@Example.org ")
    assert own.status_code == 200 and readers(doors) == 2
    last = doors.offices.log()[0]
    assert (last.action, last.subject_kind, last.person_id) == ("add", "subscriber", doors.people["viewer"])
    assert "viewer@example.org" not in str(last)
    assert send(doors, "manager", "/subscribe/mails", plan=OWN, email="moi@example.org").status_code == 200


def test_changes_on_pages_are_counted_with_those_of_rest(offices: Offices) -> None:
    with open_doors(offices, rest_writes_per_minute=3) as doors:
        statuses = [
            by_token(
                doors, "manager", "/subscribe/mails", plan=OWN, email=f"r{number}@example.org"
            ).status_code
            for number in range(3)
        ]
        more = by_token(doors, "manager", "/subscribe/mails", plan=OWN, email="r9@example.org")
        rest = doors.ask("manager", "POST", "/tokens", json={})
    assert statuses == [200] * 3
    assert (more.status_code, rest.status_code) == (429, 429) and "retry-after" in more.headers


@pytest.mark.parametrize("ended", ["revoked", "expired"])
def test_a_feed_ends_with_the_token_that_made_it(offices: Offices, ended: str) -> None:
    with open_doors(offices) as doors:
        with transaction(offices.engine) as connection:
            owner = people.get_person(connection, doors.people["viewer"])
            made, text = tokens.create_token(
                connection,
                owner,
                offices.ids[OFFICE],
                "write",
                lives=timedelta(days=1),
                machine_time=offices.machine_time,
            )
        doors.tokens["program"] = text
        path = address(by_token(doors, "program", "/subscribe/calendar", plan=OWN, label="Lịch"))
        assert doors.service.client.get(path).status_code == 200
        if ended == "revoked":
            with transaction(offices.engine) as connection:
                tokens.revoke_token(connection, made.id, machine_time=offices.machine_time)
            assert doors.service.client.get(path).status_code == 410
    if ended == "expired":
        later = offices.machine_time() + timedelta(days=1)
        with running(offices.engine, offices.clock, lambda: later) as service:
            assert service.client.get(path).status_code == 410


def test_ones_own_addresses_are_listed_and_ended_on_a_page(doors: Doors) -> None:
    path = address(send(doors, "viewer", "/subscribe/calendar", plan=OWN, label="Lịch của tôi"))
    cookie, _ = doors.cookies["viewer"]
    shown = doors.service.client.get("/account", headers={"Cookie": f"__Host-airslot={cookie}"}).text
    assert "Lịch của tôi" in shown and path.rpartition("/")[2] not in shown
    (feed_id,) = re.findall(r"/account/feeds/(feed_\w+)/revoke", shown)
    for stranger in ("editor", "other"):
        assert send(doors, stranger, f"/account/feeds/{feed_id}/revoke").status_code == 404
    assert doors.service.client.get(path).status_code == 200
    assert send(doors, "viewer", f"/account/feeds/{feed_id}/revoke").status_code == 303
    assert doors.service.client.get(path).status_code == 410
    log = doors.offices.log(subject_kind="feed")
    assert [(one.action, one.person_id) for one in log] == [
        (action, doors.people["viewer"]) for action in ("revoke", "create")
    ]


def test_an_administrator_ends_an_address_of_the_office(doors: Doors) -> None:
    path = address(send(doors, "viewer", "/subscribe/calendar", plan=OWN, label="Lịch của tôi"))
    cookie, _ = doors.cookies["admin"]
    shown = doors.service.client.get("/accounts", headers={"Cookie": f"__Host-airslot={cookie}"}).text
    (feed_id,) = re.findall(r"/accounts/feeds/(feed_\w+)/revoke", shown)
    assert send(doors, "manager", f"/accounts/feeds/{feed_id}/revoke").status_code == 403
    assert send(doors, "other", f"/accounts/feeds/{feed_id}/revoke").status_code == 404
    assert send(doors, "admin", f"/accounts/feeds/{feed_id}/revoke").status_code == 303
    assert doors.service.client.get(path).status_code == 410


PRIVATE = {"plans": "noi-bo-2024", "items": "7.7", "outlets": "Cổng nội bộ", "channels": "NB"}


@pytest.mark.parametrize("field", PRIVATE)
def test_a_filter_answers_the_same_for_what_is_hidden_as_for_what_is_not_there(
    doors: Doors, field: str
) -> None:
    doors.offices.load(HIDDEN)
    mine = doors.ask("manager", "POST", "/subscribers", json={"email": "a@example.org"}).json()
    found = subscribed(doors, "other", field, PRIVATE[field], "b@example.org")
    assert found.status_code == 201, found.text
    answers = []
    for value in (PRIVATE[field], "không có gì"):
        asked = [
            subscribed(doors, "manager", field, value, "c@example.org"),
            doors.ask(
                "manager",
                "POST",
                "/subscriptions",
                json={"email": "c@example.org", "filters": {field: [value]}},
            ),
            doors.ask("manager", "PATCH", f"/subscribers/{mine['id']}", json={"filters": {field: [value]}}),
            send(doors, "viewer", "/subscribe/calendar", **{"plan": OWN, "label": "Lịch", field: value}),
            send(
                doors,
                "viewer",
                "/subscribe/mails",
                **{"plan": OWN, "email": "viewer@example.org", field: value},
            ),
        ]
        answers.append([(one.status_code, said(one, value)) for one in asked])
    if field == "plans":  # the pages take the plan by another field
        answers = [each[:3] for each in answers]
    assert answers[0] == answers[1]
    assert {status for status, _ in answers[0]} == {422}


def test_a_plan_that_is_hidden_is_followed_by_no_form(doors: Doors) -> None:
    doors.offices.load(HIDDEN)
    for slug in ("noi-bo-2024", "khong-co-2024"):
        assert send(doors, "viewer", "/subscribe/calendar", plan=slug, label="Lịch").status_code == 422
    for slug in (OWN, OTHERS):
        address(send(doors, "viewer", "/subscribe/calendar", plan=slug, label="Lịch"))


def subscribed(doors: Doors, who: str, field: str, value: str, email: str) -> httpx.Response:
    return doors.ask(who, "POST", "/subscribers", json={"email": email, "filters": {field: [value]}})


def said(answer: httpx.Response, value: str) -> str:
    """What is told, without the name that was asked for and what differs with each page."""
    if answer.headers["content-type"].startswith("application/problem+json"):
        return answer.text.replace(value, "…")
    return " ".join(re.findall(r'role="alert">(.*?)</div>', answer.text)).replace(value, "…")


def test_nobody_is_told_by_rest_what_pages_refuse(doors: Doors) -> None:
    assert (
        doors.ask("viewer", "POST", "/subscriptions", json={"email": "viewer@example.org"}).status_code == 403
    )
    assert (
        doors.service.client.post(f"{REST}/subscriptions", json={"email": "a@example.org"}).status_code == 401
    )
