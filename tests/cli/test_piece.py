"""`airslot piece`: what really appeared is recorded, listed and withdrawn."""

from __future__ import annotations

import pytest

from tests.cli.conftest import PLAN, Airslot

SLUG = ("--plan", "kien-giang-2024")


@pytest.fixture
def office(airslot: Airslot) -> Airslot:
    assert airslot("migrate").code == 0
    assert airslot("plan", "load", str(PLAN)).code == 0
    return airslot


def test_a_piece_is_recorded_listed_and_withdrawn(office: Airslot) -> None:
    photos = ("piece", "add", *SLUG, "--item", "3", "--unit", "ảnh", "--count", "3", "--day", "2024-03-05")
    made = office(*photos, "--kind", "published", "--issue", "Số 12", "--page", "3", "--json").json
    assert (made["unit"], made["count"], made["proofs"][0]["page"]) == ("ảnh", 3, "3")
    assert office("piece", "list", *SLUG, "--json").json["items"] == [made]
    shown = office("piece", "list", *SLUG, "--item", "3").out
    assert "ảnh" in shown and "Số 12" in shown
    assert office("piece", "withdraw", made["id"], "--reason", "Trùng").code == 0
    assert office("piece", "list", *SLUG, "--json").json["items"] == []
    [gone] = office("piece", "list", *SLUG, "--withdrawn", "--json").json["items"]
    assert gone["withdrawn"]["reason"] == "Trùng"


def test_a_piece_of_an_occurrence_delivers_it(office: Airslot) -> None:
    [one] = office(
        "occurrences", "--item", "2.2", "--from", "2024-03-20", "--to", "2024-03-20", "--json"
    ).json["items"]
    given = ("piece", "add", *SLUG, "--item", "2.2", "--occurrence", one["id"], "--kind", "aired")
    assert office(*given, "--day", "2024-03-20", "--time", "17:46").code == 0
    [found] = office("occurrences", "--state", "delivered", "--json").json["items"]
    assert found["id"] == one["id"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--day", "2024-03-05"), "Say which unit"),
        (("--unit", "ảnh"), "Give the day"),
        (("--unit", "ảnh", "--day", "2024-03-05", "--link", "https://example.org"), "aired or published"),
        (("--unit", "ảnh", "--day", "2024-03-05", "--kind", "sung"), "is not one of aired, published"),
        (("--unit", "ảnh", "--day", "2024-03-05", "--time", "5"), "is no time of day"),
    ],
)
def test_what_is_missing_is_asked_for(office: Airslot, options: tuple[str, ...], said: str) -> None:
    refused = office("piece", "add", *SLUG, "--item", "3", *options)
    assert refused.code != 0 and said in refused.err
