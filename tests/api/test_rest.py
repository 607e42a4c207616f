"""The read side over HTTP, on both databases, with the plan that ships."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.api.service import Service

Json = dict[str, Any]


def get(client: httpx.Client, path: str, **parameters: object) -> Json:
    answer = client.get(f"/api/v1{path}", params=parameters)  # type: ignore[arg-type]
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/json"
    found: Json = answer.json()
    return found


def whole(client: httpx.Client, path: str, **parameters: object) -> list[Json]:
    """Every row of a list, page by page."""
    rows: list[Json] = []
    page = get(client, path, **parameters)
    rows += page["items"]
    while page["next"]:
        page = get(client, path, **parameters, cursor=page["next"])
        assert page["items"], "a page that a cursor leads to is never empty"
        rows += page["items"]
    return rows


def test_plans_are_listed_with_the_feed_of_the_public_one(client: httpx.Client) -> None:
    plans = {plan["slug"]: plan for plan in get(client, "/plans")["items"]}
    public, private = plans["kien-giang-2024"], plans["private-2024"]
    assert (public["number"], public["signed"], public["timezone"], public["weeks"]) == (
        "101/KH-UBND",
        "2024-04-02",
        "Asia/Ho_Chi_Minh",
        "blocks",
    )
    assert public["public"] and public["feed"].endswith("/plans/kien-giang-2024.ics")
    assert not private["public"] and private["feed"] is None
    assert get(client, "/plans/kien-giang-2024") == public


def test_a_plan_has_its_budget_and_its_headings(client: httpx.Client) -> None:
    plan = get(client, "/plans/kien-giang-2024")
    assert (plan["budget"], plan["total"]) == (1_005_896_756, 1_005_896_756)
    assert [(one["number"], one["subtotal"], one["budget"]) for one in plan["groups"]] == [
        ("1", 132_000_000, 132_000_000),
        ("2", 308_896_756, 308_896_756),
        ("3", 300_000_000, 300_000_000),
        ("4", 30_000_000, 30_000_000),
        ("5", 235_000_000, 235_000_000),
    ]
    groups = {item["number"]: item["group"] for item in get(client, "/plans/kien-giang-2024/items")["items"]}
    assert groups["2.2"] == "2" and groups["3"] == "3" and groups["6"] is None


def test_items_come_with_phrase_reading_next_date_target_and_budget(client: httpx.Client) -> None:
    items = {item["number"]: item for item in get(client, "/plans/kien-giang-2024/items")["items"]}
    assert list(items) == ["1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3", "4", "5", "6"]
    column = items["2.2"]
    assert column["phrase"].startswith("17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG")
    assert column["budget"] == 91_596_756
    assert column["next"]["start"] == "2024-04-17T17:45" and column["next"]["kind"] == "premiere"
    assert column["reading"]["vi"].startswith("17:45 thứ Tư tuần 3 hằng tháng, kênh KG")
    assert "Wednesday week 3 of each month" in column["reading"]["en"]
    assert items["6"]["budget"] is None
    assert sum(item["budget"] or 0 for item in items.values()) == 1_005_896_756


def test_items_without_dates_have_their_quotas(client: httpx.Client) -> None:
    items = {item["number"]: item for item in get(client, "/plans/kien-giang-2024/items")["items"]}
    due = {
        number: [(quota["count"], quota["period"]) for quota in items[number]["quotas"]] for number in "346"
    }
    assert due == {"3": [(39, "year"), (37, "year")], "4": [(4, "year")], "6": [(1, "year")]}
    assert [items[number]["next"] for number in "346"] == [None, None, None]


def test_items_are_paged_in_the_order_of_the_document(client: httpx.Client) -> None:
    numbers = [item["number"] for item in whole(client, "/plans/kien-giang-2024/items", limit=5)]
    assert numbers == ["1.1", "1.2", "2.1", "2.2", "2.3", "2.4", "2.5", "2.6", "3", "4", "5", "6"]


def test_occurrences_of_the_plan_are_54_airings_and_66_windows(client: httpx.Client) -> None:
    rows = whole(client, "/occurrences", plan="kien-giang-2024", limit=17)
    kinds = [row["kind"] for row in rows]
    assert (kinds.count("premiere"), kinds.count("replay"), kinds.count("window")) == (26, 28, 66)
    assert len({row["id"] for row in rows}) == len({row["uid"] for row in rows}) == 120
    assert [row["starts_at"] for row in rows] == sorted(row["starts_at"] for row in rows)


def test_an_occurrence_has_the_fields_of_the_interface(client: httpx.Client) -> None:
    [row] = get(
        client,
        "/occurrences",
        **{"plan": "kien-giang-2024", "item": "2.2", "from": "2024-01-17", "to": "2024-01-17"},
    )["items"]
    assert {name: row[name] for name in ("plan", "item", "kind", "state", "channel", "sequence")} == {
        "plan": "kien-giang-2024",
        "item": "2.2",
        "kind": "premiere",
        "state": "planned",
        "channel": "KG",
        "sequence": 0,
    }
    assert (row["start"], row["end"], row["starts_at"]) == (
        "2024-01-17T17:45",
        "2024-01-17T17:57",
        "2024-01-17T10:45:00Z",
    )
    assert (row["minutes"], row["minutes_max"], row["shifted_from"], row["reason"]) == (12, None, None, None)
    assert row["original_start"] == row["start"] and row["timezone"] == "Asia/Ho_Chi_Minh"
    assert get(client, f"/occurrences/{row['id']}") == row


def test_a_replay_names_its_premiere(client: httpx.Client) -> None:
    rows = get(client, "/occurrences", plan="kien-giang-2024", item="2.1", limit=3)["items"]
    assert [row["kind"] for row in rows] == ["premiere", "replay", "replay"]
    assert [row["premiere"] for row in rows] == [None, rows[0]["id"], rows[0]["id"]]
    assert [row["channel"] for row in rows] == ["KG", "KG", "KG1"]


def test_a_window_that_touches_the_range_is_given_whole_an_airing_by_its_own_start(
    client: httpx.Client,
) -> None:
    rows = whole(
        client, "/occurrences", **{"plan": "kien-giang-2024", "from": "2024-04-18", "to": "2024-04-18"}
    )
    assert [(row["item"], row["start"]) for row in rows if row["kind"] != "window"] == [
        ("2.6", "2024-04-18T05:45"),
        ("2.2", "2024-04-18T06:00"),
        ("2.6", "2024-04-18T11:45"),
    ]
    assert {(row["item"], row["start"], row["end"]) for row in rows if row["kind"] == "window"} == {
        ("2.3", "2024-04-01", "2024-06-30"),
        ("2.5", "2024-04-01", "2024-04-30"),
        ("5", "2024-04-01", "2024-06-30"),
    }


def test_filters_narrow_a_list_and_can_be_joined(client: httpx.Client) -> None:
    plan = "kien-giang-2024"
    assert len(whole(client, "/occurrences", plan=plan, kind="replay")) == 28
    assert len(whole(client, "/occurrences", plan=plan, channel="KG1")) == 2
    assert len(whole(client, "/occurrences", plan=plan, kind="window", item="2.3")) == 4
    assert whole(client, "/occurrences", plan=plan, state="delivered") == []
    assert whole(client, "/occurrences", plan="none-of-ours") == []
    everything = whole(client, "/occurrences")
    assert len(everything) == 240
    outlet = everything[0]["outlet"]
    assert {row["outlet"] for row in whole(client, "/occurrences", outlet=outlet)} == {outlet}


def test_words_are_found_without_marks_and_signs_stand_for_themselves(client: httpx.Client) -> None:
    found = {row["item"] for row in whole(client, "/occurrences", plan="kien-giang-2024", q="bao kien giang")}
    assert found == {"1.1", "1.2"}
    assert whole(client, "/occurrences", q="%") == []


def test_upcoming_starts_at_now_and_open_adds_windows_that_are_owed(client: httpx.Client) -> None:
    rows = get(client, "/occurrences/upcoming", plan="kien-giang-2024", limit=2)["items"]
    assert [(row["item"], row["start"]) for row in rows] == [
        ("2.2", "2024-04-17T17:45"),
        ("2.6", "2024-04-18T05:45"),
    ]
    opened = whole(
        client, "/occurrences/upcoming", plan="kien-giang-2024", open="true", kind="window", limit=4
    )
    begun = [(row["item"], row["end"]) for row in opened if row["start"] <= "2024-04-02"]
    assert sorted(begun) == [
        ("1.1", "2024-04-07"),
        ("1.2", "2024-04-07"),
        ("2.3", "2024-06-30"),
        ("2.5", "2024-04-30"),
        ("5", "2024-06-30"),
    ]


def test_expand_gives_the_dates_of_a_phrase(client: httpx.Client) -> None:
    asked = {
        "phrase": "Wednesday week 3 at 17:45 with replay at 06:00",
        "from": "2024-02-01",
        "to": "2024-02-29",
    }
    answer = client.post("/api/v1/expand", json=asked | {"id": "a-1"})
    assert answer.status_code == 200
    found = answer.json()
    assert (found["id"], found["status"], found["schedule"]["kind"]) == ("a-1", "understood", "airing")
    assert [(each["kind"], each["start"]) for each in found["instances"]] == [
        ("premiere", "2024-02-21T17:45"),
        ("replay", "2024-02-22T06:00"),
    ]


def test_expand_answers_a_phrase_that_it_cannot_read_with_the_place(client: httpx.Client) -> None:
    found = client.post("/api/v1/expand", json={"phrase": "ngày thứ blá của tháng 13 lúc 25:99"}).json()
    assert found["status"] == "refused" and found["instances"] == []
    assert found["problems"] and {"code", "message", "from", "to"} <= set(found["problems"][0])


@pytest.mark.parametrize(
    ("accepted", "lang", "told"),
    [("vi", None, "vi"), ("en", None, "en"), ("fr", None, "en"), ("vi", "en", "en"), ("en", "vi", "vi")],
)
def test_expand_speaks_the_language_that_its_header_names(
    service: Service, accepted: str, lang: str | None, told: str
) -> None:
    body = {"phrase": "ngày thứ blá của tháng 13 lúc 25:99", "lang": lang, "unheard": 1}
    answer = service.client.post("/api/v1/expand", json=body, headers={"Accept-Language": accepted})
    assert answer.headers["content-language"] == told
    messages = answer.json()["problems"] + answer.json()["warnings"]
    assert len(messages) > 1
    assert all(message["message"] == message[told] != "" for message in messages)
    assert all(message["vi"] != message["en"] for message in messages)


def test_expand_without_a_range_takes_the_year_of_plan_time(client: httpx.Client) -> None:
    found = client.post("/api/v1/expand", json={"phrase": "Wednesday week 3 at 17:45"}).json()
    assert len(found["instances"]) == 12
    assert {each["start"][:4] for each in found["instances"]} == {"2024"}


def test_health_tells_both_clocks(client: httpx.Client) -> None:
    found = get(client, "/health")
    assert found["status"] == "ok" and found["checks"]["database"]["ok"]
    assert found["plan_time"] == "2024-04-02T01:00:00Z"
    assert found["machine_time"] == "2026-01-05T03:04:05Z"


def test_head_is_answered_like_get_without_a_body(client: httpx.Client) -> None:
    for path in ("/api/v1/plans", "/", "/static/frame.css"):
        got, headed = client.get(path), client.head(path)
        assert (headed.status_code, headed.content) == (200, b"")
        assert headed.headers["content-length"] == got.headers["content-length"] == str(len(got.content))


def test_strangers_see_public_plans_only(public_service: Service) -> None:
    client = public_service.client
    assert [plan["slug"] for plan in get(client, "/plans")["items"]] == ["kien-giang-2024"]
    assert len(whole(client, "/occurrences")) == 120
    assert {row["plan"] for row in whole(client, "/occurrences/upcoming", open="true")} == {"kien-giang-2024"}
    for path in ("/api/v1/plans/private-2024", "/api/v1/plans/private-2024/items", "/plans/private-2024"):
        assert client.get(path).status_code == 404


def test_strangers_cannot_open_an_occurrence_of_a_private_plan(
    service: Service, public_service: Service
) -> None:
    hidden = get(service.client, "/occurrences", plan="private-2024", limit=1)["items"][0]["id"]
    for path in (f"/api/v1/occurrences/{hidden}", f"/occurrences/{hidden}"):
        assert service.client.get(path).status_code == 200
        assert public_service.client.get(path).status_code == 404


# --- days off -----------------------------------------------------------------------------


def test_days_off_come_with_names_in_both_languages(client: httpx.Client) -> None:
    found = get(client, "/days-off", **{"from": "2024-04-29", "to": "2024-05-05"})
    assert found["next"] is None
    assert [(one["day"], one["kind"], one["source"]) for one in found["items"]] == [
        ("2024-04-29", "holiday", "country"),
        ("2024-04-30", "holiday", "country"),
        ("2024-05-01", "holiday", "country"),
        ("2024-05-04", "worked", "country"),
    ]
    names = {"vi": "Ngày Quốc tế Lao động", "en": "International Labor Day"}
    assert (found["items"][2]["name"], found["items"][2]["names"]) == (names["en"], names)
    answer = client.get(
        "/api/v1/days-off", params={"plan": "kien-giang-2024"}, headers={"Accept-Language": "vi"}
    )
    assert answer.json()["items"][0]["name"] == "Tết Dương lịch"
    assert {one["day"][:4] for one in answer.json()["items"]} == {"2024"}


def test_days_off_of_a_plan_that_is_not_there(client: httpx.Client) -> None:
    assert client.get("/api/v1/days-off", params={"plan": "khac"}).status_code == 404
    assert (
        client.get("/api/v1/days-off", params={"from": "2024-02-01", "to": "2024-01-01"}).status_code == 422
    )


def test_a_shifted_date_says_why_in_the_language_of_the_reader(client: httpx.Client) -> None:
    body = {
        "phrase": "2/9/2024, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo",
        "from": "2024-01-01",
    }
    for language, name in (("vi", "Quốc khánh"), ("en", "National Day")):
        answer = client.post("/api/v1/expand", json=body, headers={"Accept-Language": language})
        (found,) = answer.json()["instances"]
        assert (found["start"], found["shifted_from"], found["reason"]) == ("2024-09-04", "2024-09-02", name)
