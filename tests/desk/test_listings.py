"""A listing is compared without a trace, and booked as a person chooses, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from scheduler.desk import delivery
from scheduler.desk.proofs import Proof
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OWN, Offices

TEXT = """\
Kênh KG ngày 17/01/2024
17h45 Chuyên mục
19h30 Chuyên mục
ngày 18/01/2024
6h00 Chuyên mục ( PL )
ngày 21/02/2024
5h00 Thời sự
"""


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def compared(doors: Doors, who: str = "station", text: str = TEXT) -> dict[str, Any]:
    answer = doors.ask(who, "POST", f"/plans/{OWN}/listings", json={"text": text})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def chosen(found: dict[str, Any], *classes: str) -> dict[str, Any]:
    names = ("class", "occurrence", "item", "day", "time", "channel", "title", "line")
    return {
        "choices": [
            {name: one[name] for name in names if one[name] is not None}
            for one in found["proposals"]
            if one["class"] in classes
        ]
    }


def test_nothing_is_written_until_a_person_chooses(doors: Doors) -> None:
    before, log = doors.offices.rows(), len(doors.offices.log())
    found = compared(doors)
    assert [(one["class"], one["start"]) for one in found["proposals"]] == [
        ("as-planned", "2024-01-17T17:45"),
        ("extra", None),
        ("as-planned", "2024-01-18T06:00"),
        ("missing", "2024-02-21T17:45"),
    ]
    assert (found["form"], found["others"], found["known"]) == ("text", 1, 0)
    assert (doors.offices.rows(), len(doors.offices.log())) == (before, log)


def test_what_is_chosen_is_booked_with_the_line_as_its_log(doors: Doors) -> None:
    found = compared(doors)
    answer = doors.ask(
        "station", "POST", f"/plans/{OWN}/listings/book", json=chosen(found, "as-planned", "missing", "extra")
    )
    assert (answer.status_code, answer.json()) == (200, {"booked": 4})
    states = {str(one.start)[:10]: one.state for one in doors.offices.rows() if one.kind != "window"}
    assert (states["2024-01-17"], states["2024-01-18"], states["2024-02-21"]) == (
        "delivered", "delivered", "missed",
    )  # fmt: skip
    pieces = doors.ask("station", "GET", f"/plans/{OWN}/pieces").json()["items"]
    assert {(one["day"], one["time"], one["occurrence"] is None) for one in pieces} >= {
        ("2024-01-17", "17:45", False),
        ("2024-01-17", "19:30", True),
    }
    again = compared(doors)
    assert [one["class"] for one in again["proposals"]] == ["extra"] and again["known"] == 3


def test_all_or_nothing(doors: Doors) -> None:
    found = compared(doors)
    wanted = chosen(found, "as-planned")
    doors.offices.do(delivery.deliver, wanted["choices"][1]["occurrence"], Proof("aired"))
    answer = doors.ask("station", "POST", f"/plans/{OWN}/listings/book", json=wanted)
    assert answer.status_code == 409
    assert doors.offices.row("2024-01-17").state == "planned"


def test_each_sees_and_books_what_is_theirs(doors: Doors) -> None:
    assert compared(doors, "paper")["proposals"] == []
    wanted = chosen(compared(doors), "as-planned")
    refused = doors.ask("paper", "POST", f"/plans/{OWN}/listings/book", json=wanted)
    assert refused.status_code == 403
    assert doors.ask("other", "POST", f"/plans/{OWN}/listings", json={"text": TEXT}).status_code in (403, 404)
    assert doors.ask(None, "POST", f"/plans/{OWN}/listings", json={"text": TEXT}).status_code in (401, 404)
    wrong = doors.ask("station", "POST", f"/plans/{OWN}/listings", json={"text": "không có gì"})
    assert (wrong.status_code, wrong.json()["errors"][0]["code"]) == (422, "listing-bad")


def test_an_airing_that_is_ahead_is_not_missing(doors: Doors) -> None:
    doors.offices.clock.move_to(datetime.fromisoformat("2024-04-02T08:00+07:00"))
    assert compared(doors, text="17/04/2024\n5h00 Thời sự")["proposals"] == []
