"""Conflicts and free slots over REST: the same object, for the office alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest

from scheduler.desk import delivery, occurrences
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OWN, Offices


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def test_rest_lists_them_and_refuses_where_the_plan_does(doors: Doors) -> None:
    one = doors.offices.row("2024-05-15")
    doors.offices.do(occurrences.move, one.id, datetime(2024, 4, 18, 6, 5))
    answer = doors.ask("viewer", "GET", "/conflicts?from=2024-04-18&to=2024-04-18&plan=" + OWN)
    [pair] = answer.json()["items"]
    assert (pair["grade"], pair["first"]["kind"], pair["second"]["id"]) == ("warn", "replay", one.id)
    assert doors.ask("viewer", "GET", "/conflicts?from=2024-04-19").json()["items"] == []
    assert doors.ask("other", "GET", "/conflicts").json()["items"] == []
    assert doors.ask("viewer", "GET", "/conflicts?from=2024-04-19&to=2024-04-18").status_code == 422

    assert doors.ask("manager", "PATCH", f"/plans/{OWN}", json={"conflicts": "refuse"}).status_code == 200
    other = doors.offices.row("2024-06-19")
    asked = {"start": "2024-04-18T06:00", "dry_run": True}
    refused = doors.ask("editor", "PATCH", f"/occurrences/{other.id}", json=asked)
    assert (refused.status_code, refused.json()["code"]) == (409, "channel-taken")


def test_rest_proposes_free_hours_for_what_was_missed(doors: Doors) -> None:
    one = doors.offices.row("2024-03-20")
    doors.offices.do(delivery.miss, one.id)
    found = doors.ask("editor", "GET", f"/occurrences/{one.id}/free-slots").json()["items"]
    assert len(found) == 5 and {each["start"][10:] for each in found} == {"T17:45"}
    assert doors.ask("other", "GET", f"/occurrences/{one.id}/free-slots").status_code in (403, 404)
