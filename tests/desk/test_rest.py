"""The write side of REST over real HTTP: changes, ETags, keys of creations, limits, the feed that follows."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import select, update

from scheduler.store.account_tables import api_token, idempotency
from scheduler.store.database.engine import transaction
from tests.desk.doors import REST, Doors, open_doors
from tests.desk.samples import OWN, PLAN, Offices

MAY = "2024-05-15"


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def ok(answer: httpx.Response, status: int = 200) -> Any:
    assert answer.status_code == status, answer.text
    return answer.json()


def test_a_move_is_shown_first_then_done(doors: Doors) -> None:
    one = doors.offices.row(MAY)
    path, move = f"/occurrences/{one.id}", {"start": "2024-05-19T09:00", "scope": "following"}
    shown = ok(doors.ask("editor", "PATCH", path, json=move | {"dry_run": True}))
    assert not shown["applied"] and len(shown["changes"]) == 16 and len(shown["preview"]["days_off"]) == 8
    assert doors.offices.again(one) == one
    done = ok(doors.ask("editor", "PATCH", path, json=move))
    assert done["applied"] and done["preview"] is None and done["occurrence"]["start"] == "2024-05-19T09:00"
    assert [each["after"]["start"] for each in done["changes"]] == [
        each["after"]["start"] for each in shown["changes"]
    ]


@pytest.mark.parametrize(
    ("sent", "fields"),
    [
        (
            {"start": "2024-05-20T09:00", "minutes": 30},
            {"start": "2024-05-20T09:00", "end": "2024-05-20T09:30"},
        ),
        ({"start": "2024-05-20"}, {"start": "2024-05-20T17:45"}),
        ({"time": "18:00"}, {"start": "2024-05-15T18:00", "end": "2024-05-15T18:12"}),
        ({"channel": "KG1"}, {"channel": "KG1", "start": "2024-05-15T17:45"}),
        ({"minutes": 20, "time": "18:00", "channel": "KG1"}, {"end": "2024-05-15T18:20", "channel": "KG1"}),
        ({"state": "cancelled", "reason": "Nghỉ"}, {"state": "cancelled"}),
        ({"note": "Phòng thu 2"}, {"note": "Phòng thu 2"}),
    ],
)
def test_each_change(doors: Doors, sent: dict[str, Any], fields: dict[str, Any]) -> None:
    one = doors.offices.row(MAY)
    answer = ok(doors.ask("manager", "PATCH", f"/occurrences/{one.id}", json=sent))
    assert {name: answer["occurrence"][name] for name in fields} == fields
    assert answer["changes"][0]["before"]["state"] == "planned"
    assert doors.offices.log()[-1].door == "rest"


def test_delivered_taken_back_and_missed(doors: Doors) -> None:
    path = f"/occurrences/{doors.offices.row('2024-03-20').id}"

    def change(status: int = 200, **sent: Any) -> Any:
        return ok(doors.ask("station", "PATCH", path, json=sent), status)

    assert change(422, state="delivered")["errors"][0]["pointer"] == "#/evidence"
    assert (
        change(state="delivered", evidence=[{"kind": "aired", "log": "Ca 3"}])["occurrence"]["state"]
        == "delivered"
    )
    more = {"evidence": [{"kind": "aired", "link": "https://example.org/v"}]}
    ok(doors.ask("station", "POST", f"{path}/evidence", json=more), 201)
    assert [one["log"] for one in ok(doors.ask("viewer", "GET", f"{path}/evidence"))["items"]] == [
        "Ca 3",
        None,
    ]
    assert change(422, state="planned")["errors"][0]["pointer"] == "#/reason"
    change(state="planned", reason="Nhầm")
    change(state="missed", reason="Mất điện")
    change(state="planned")
    history = ok(doors.ask("viewer", "GET", f"{path}/history", params={"limit": 3}))
    assert [one["action"] for one in history["items"]] == ["take-back", "miss", "take-back"]
    rest = ok(doors.ask("viewer", "GET", f"{path}/history", params={"cursor": history["next"]}))
    assert [one["action"] for one in rest["items"]] == ["evidence", "deliver"] and rest["next"] is None
    assert doors.ask("viewer", "GET", f"{path}/history", params={"cursor": "x"}).status_code == 400


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({}, "one-change"),
        ({"start": None}, "one-change"),
        ({"note": "x", "state": "cancelled"}, "one-change"),
        ({"start": "2024-05-20T09:00", "state": "cancelled"}, "one-change"),
        ({"start": "2024-02-30"}, "wall"),
        ({"start": "2024-05-20T25:00"}, "wall"),
        ({"start": 20240520}, "wall"),
        ({"start": "2024-05-20T09:00", "time": "10:00"}, "bad-time"),
        ({"end": "2024-05-20"}, "bad-end"),
        ({"time": "1000"}, "clock"),
        ({"minutes": 0}, "greater-than-equal"),
        ({"minutes": "10"}, "int-type"),
        ({"state": "happy"}, "literal-error"),
        ({"state": "cancelled", "evidence": [{"kind": "aired"}]}, "bad-evidence"),
        ({"state": "missed", "scope": "all"}, "bad-scope"),
        ({"stat": "cancelled"}, "extra-forbidden"),
        ({"note": "a\u0000"}, "bad-note"),
    ],
)
def test_what_cannot_be_asked(doors: Doors, sent: dict[str, Any], code: str) -> None:
    one = doors.offices.row(MAY)
    answer = ok(doors.ask("manager", "PATCH", f"/occurrences/{one.id}", json=sent), 422)
    assert code in (answer["code"], *(each["code"] for each in answer.get("errors", [])))
    assert doors.offices.again(one) == one


def test_who_read_an_older_state_writes_nothing(doors: Doors) -> None:
    one = doors.offices.row(MAY)
    for path, change in (
        (f"/occurrences/{one.id}", {"note": "x"}),
        (f"/plans/{OWN}/items/2.2", {"title": "Tên khác"}),
        (f"/plans/{OWN}", {"title": "Tên khác"}),
    ):
        tag = doors.ask("viewer", "GET", path).headers["etag"]
        for wrong in ('"0"', f"W/{tag}", tag.strip('"')):
            late = doors.ask("manager", "PATCH", path, json=change, headers={"If-Match": wrong})
            assert (late.status_code, late.json()["code"]) == (412, "changed-since"), path
        changed = doors.ask("manager", "PATCH", path, json=change, headers={"If-Match": f'"0", {tag}'})
        assert changed.status_code == 200
        fresh = doors.ask("viewer", "GET", path).headers["etag"]
        assert fresh == changed.headers["etag"] != tag
        again = doors.ask("manager", "PATCH", path, json=change, headers={"If-Match": tag})
        assert again.status_code == 412
        assert doors.ask("manager", "PATCH", path, json=change, headers={"If-Match": "*"}).status_code == 200


NEW = {"start": "2024-05-21T09:00", "channel": "KG"}
ADD = f"/plans/{OWN}/items/2.2/occurrences"


def test_a_key_makes_something_once(doors: Doors) -> None:
    key = {"Idempotency-Key": "k-1"}
    count = len(doors.offices.rows())
    first = doors.ask("editor", "POST", ADD, json=NEW, headers=key)
    again = doors.ask("editor", "POST", ADD, json=NEW, headers=key)
    assert (first.status_code, again.status_code) == (201, 201) and first.json() == again.json()
    assert first.headers["location"] == again.headers["location"]
    assert again.headers["idempotency-replayed"] == "true" and "idempotency-replayed" not in first.headers
    other = doors.ask("editor", "POST", ADD, json=NEW | {"channel": "KG1"}, headers=key)
    assert (other.status_code, other.json()["errors"][0]["code"]) == (422, "key-reused")
    assert len(doors.offices.rows()) == count + 1
    # Somebody else's key of the same name is another, and so is the same one a day later.
    ok(doors.ask("manager", "POST", ADD, json=NEW, headers=key), 201)
    with transaction(doors.offices.engine) as connection:
        old = doors.offices.machine_time() - timedelta(hours=24)
        connection.execute(update(idempotency).values(created_at=old))
    ok(doors.ask("editor", "POST", ADD, json=NEW, headers=key), 201)
    assert len(doors.offices.rows()) == count + 3
    assert (
        doors.ask("editor", "POST", ADD, json=NEW, headers={"Idempotency-Key": "k" * 201}).status_code == 422
    )


def test_a_creation_that_failed_leaves_its_key_free(doors: Doors) -> None:
    key = {"Idempotency-Key": "k-2"}
    bad = NEW | {"start": "2025-01-01"}
    assert doors.ask("editor", "POST", ADD, json=bad, headers=key).status_code == 422
    ok(doors.ask("editor", "POST", ADD, json=NEW, headers=key), 201)


def test_the_same_key_at_once_makes_one(doors: Doors) -> None:
    count = len(doors.offices.rows())

    def post(_: int) -> str:
        with httpx.Client(base_url=doors.service.url, timeout=30) as client:
            answer = client.post(
                REST + ADD,
                json=NEW,
                headers={"Idempotency-Key": "k-3", "Authorization": f"Bearer {doors.tokens['editor']}"},
            )
        assert answer.status_code == 201, answer.text
        return str(answer.json()["occurrence"]["id"])

    with ThreadPoolExecutor(6) as pool:
        assert len(set(pool.map(post, range(6)))) == 1
    assert len(doors.offices.rows()) == count + 1


def test_a_tokens_text_is_kept_nowhere(doors: Doors) -> None:
    key = {"Idempotency-Key": "k-4"}
    made = ok(doors.ask("viewer", "POST", "/tokens", json={"scope": "read", "days": 7}, headers=key), 201)
    again = ok(doors.ask("viewer", "POST", "/tokens", json={"scope": "read", "days": 7}, headers=key), 201)
    assert again == made | {"token": None}
    with transaction(doors.offices.engine) as connection:
        assert made["token"] not in str(connection.execute(select(api_token)).all())
        assert made["token"].encode() not in b"".join(connection.scalars(select(idempotency.c.body)))
    doors.tokens["fresh"] = made["token"]
    assert ok(doors.ask("fresh", "GET", "/me"))["scope"] == "read"
    assert doors.ask("fresh", "POST", "/tokens", json={}).status_code == 403
    assert doors.ask("editor", "DELETE", f"/tokens/{made['id']}").status_code == 404
    assert doors.ask("admin", "DELETE", f"/tokens/{made['id']}").status_code == 204
    assert doors.ask("fresh", "GET", "/me").status_code == 401
    seen = {one["email"] for one in ok(doors.ask("admin", "GET", "/tokens"))["items"]}
    assert "viewer@example.org" in seen and "other@example.org" not in seen
    own = ok(doors.ask("viewer", "GET", "/tokens"))["items"]
    assert {one["email"] for one in own} == {"viewer@example.org"}


def test_requests_are_limited_for_each_token(offices: Offices) -> None:
    with open_doors(offices, rest_per_minute=6, rest_writes_per_minute=2) as doors:
        path = f"/occurrences/{offices.row(MAY).id}"
        for number in range(2):
            ok(doors.ask("editor", "PATCH", path, json={"note": str(number)}))
        much = doors.ask("editor", "PATCH", path, json={"note": "3"})
        assert (much.status_code, much.json()["code"]) == (429, "too-many-requests")
        assert 0 < int(much.headers["retry-after"]) <= 61
        assert offices.row(MAY).note == "1"
        statuses = [doors.ask("editor", "GET", "/me").status_code for _ in range(4)]
        assert statuses == [200, 200, 200, 429]
        ok(doors.ask("manager", "PATCH", path, json={"note": "4"}))
        assert doors.ask(None, "GET", "/plans").status_code == 200


def test_a_plan_document_is_uploaded(doors: Doors) -> None:
    text = PLAN.replace("17 giờ 45 phút", "18 giờ")
    yaml = {"headers": {"Content-Type": "application/yaml"}}
    needed = ok(doors.ask("manager", "POST", "/plans", content=text.encode(), **yaml), 409)
    assert needed["code"] == "consent-needed"
    shown = ok(doors.ask("manager", "POST", "/plans?dry_run=true", content=text.encode(), **yaml))
    assert shown["counts"]["moved"] == 9 and not shown["applied"]
    done = ok(doors.ask("manager", "POST", f"/plans?agreed={shown['revision']}", json={"document": text}))
    assert done["applied"] and done["revision"] == doors.offices.plan().revision
    late = doors.ask("manager", "POST", f"/plans?agreed={shown['revision']}", json={"document": PLAN})
    assert late.status_code == 412
    new = text.replace(OWN, "moi-2024") + "# " + "x" * 1_000_000
    made = doors.ask("manager", "POST", "/plans", content=new.encode(), **yaml)
    assert ok(made, 201)["new"] and made.headers["location"] == f"{REST}/plans/moi-2024"
    assert made.headers["etag"] == doors.ask("viewer", "GET", "/plans/moi-2024").headers["etag"]
    history = ok(doors.ask("viewer", "GET", f"/plans/{OWN}/history", params={"item": "2.2"}))["items"]
    assert [(one["action"], one["subject"]) for one in history] == [("change", "2.2")]


def test_uploads_that_are_not_taken(doors: Doors) -> None:
    yaml = {"Content-Type": "application/yaml"}
    large = doors.ask("manager", "POST", "/plans", content=b"#" * (5 * 1024 * 1024 + 1), headers=yaml)
    assert large.status_code == 413
    elsewhere = doors.ask("manager", "PATCH", f"/plans/{OWN}", content=b" " * 70_000, headers=yaml)
    assert elsewhere.status_code == 413
    wrong = ok(doors.ask("manager", "POST", "/plans", content=b"slug: x\nitems: [", headers=yaml), 422)
    assert wrong["errors"][0]["line"] > 1
    assert (
        doors.ask(
            "manager", "POST", "/plans", content=b"x", headers={"Content-Type": "text/plain"}
        ).status_code
        == 415
    )
    assert (
        doors.ask(
            "manager", "POST", "/plans", content=b"{", headers={"Content-Type": "application/json"}
        ).status_code
        == 400
    )
    bodies: tuple[Any, ...] = ({}, {"document": PLAN, "title": "x"}, {"document": 5}, {"slug": "x"}, [])
    for body in bodies:
        assert doors.ask("manager", "POST", "/plans", json=body).status_code == 422, body
    others = doors.ask(
        "manager", "POST", "/plans", json={"document": PLAN.replace("Sở Nội vụ", "Sở Tư pháp")}
    )
    assert (others.status_code, others.json()["code"]) == (403, "other-office")


def test_a_doubtful_phrase_is_refused_with_its_readings(doors: Doors) -> None:
    phrase = {"phrase": "17 giờ 45 ngày 31 hằng tháng"}
    asked = ok(doors.ask("manager", "PATCH", f"/plans/{OWN}/items/2.2", json=phrase), 422)
    [error] = asked["errors"]
    assert error["pointer"] == "#/phrase" and len(error["choices"]) > 1
    picked = phrase | {"reading": error["choices"][0]["vi"]}
    ok(doors.ask("manager", "PATCH", f"/plans/{OWN}/items/2.2", json=picked))
    assert doors.ask("viewer", "GET", f"/plans/{OWN}/items/2.2").json()["phrase"] == phrase["phrase"]


def test_a_phrase_with_words_in_doubt_is_confirmed_by_its_one_reading(doors: Doors) -> None:
    phrase = {"phrase": "Ban hành thông báo trong tháng 6"}
    [error] = ok(doors.ask("manager", "PATCH", f"/plans/{OWN}/items/2.2", json=phrase), 422)["errors"]
    [choice] = error["choices"]
    ok(doors.ask("manager", "PATCH", f"/plans/{OWN}/items/2.2", json=phrase | {"reading": choice["en"]}))
    assert doors.ask("viewer", "GET", f"/plans/{OWN}/items/2.2").json()["phrase"] == phrase["phrase"]


def test_items_are_added_and_withdrawn(doors: Doors) -> None:
    new = {"number": "3/1", "title": "Tọa đàm", "phrase": "20 giờ thứ Sáu tuần 1", "budget": 7}
    shown = ok(doors.ask("manager", "POST", f"/plans/{OWN}/items", json=new | {"dry_run": True}), 201)
    assert not shown["applied"] and shown["counts"]["added"] == 12
    made = doors.ask("manager", "POST", f"/plans/{OWN}/items", json=new)
    assert ok(made, 201)["applied"]
    item = ok(doors.ask("viewer", "GET", made.headers["location"].removeprefix(REST)))
    assert (item["number"], item["budget"]) == ("3/1", 7)
    taken = doors.ask("manager", "POST", f"/plans/{OWN}/items", json=new)
    assert (taken.status_code, taken.json()["code"]) == (409, "item-exists")
    gone = ok(
        doors.ask("manager", "PATCH", f"/plans/{OWN}/items/3/1", json={"withdrawn": True, "reason": "Thôi"})
    )
    assert gone["items"][0]["status"] == "withdrawn"
    assert doors.ask("viewer", "GET", f"/plans/{OWN}/items/3/1").status_code == 404
    both = doors.ask("manager", "PATCH", f"/plans/{OWN}/items/2.2", json={"withdrawn": True, "title": "x"})
    assert both.status_code == 422


def test_a_one_off_is_discarded(doors: Doors) -> None:
    made = ok(doors.ask("station", "POST", ADD, json=NEW), 201)["occurrence"]
    assert made["one_off"] and made["uid"]
    assert doors.ask("station", "DELETE", f"/occurrences/{made['id']}").status_code == 204
    assert doors.ask("station", "GET", f"/occurrences/{made['id']}").status_code == 404
    kept = doors.ask("station", "DELETE", f"/occurrences/{doors.offices.row(MAY).id}")
    assert (kept.status_code, kept.json()["code"]) == (409, "not-orphaned")
