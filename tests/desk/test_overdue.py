"""What is late at every door: REST, the calendar and the page of one occurrence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from scheduler.desk import delivery
from scheduler.desk.proofs import Proof
from tests.desk.doors import Doors, open_doors
from tests.desk.samples import OTHERS, OWN, Offices

LATE = [
    ("1.1", "2024-01-01"), ("2.2", "2024-01-17T17:45"), ("1.1", "2024-02-01"), ("2.2", "2024-02-21T17:45"),
    ("1.1", "2024-03-01"), ("2.2", "2024-03-20T17:45"),
]  # fmt: skip
FOREIGN = ("2024-01-17", "2024-02-21", "2024-03-20")  # of the other office's public plan


@pytest.fixture
def doors(offices: Offices) -> Iterator[Doors]:
    with open_doors(offices) as opened:
        yield opened


def test_over_rest_what_is_late_is_a_state_that_is_asked_for(doors: Doors) -> None:
    def late() -> list[tuple[str, str]]:
        found = doors.ask("viewer", "GET", "/occurrences", params={"state": "overdue", "plan": OWN}).json()
        return [(one["item"], one["start"]) for one in found["items"]]

    assert late() == LATE
    doors.offices.do(delivery.deliver, doors.offices.row("2024-03-20").id, Proof("aired"))
    doors.offices.do(delivery.miss, doors.offices.row("2024-01-17").id)
    assert late() == [one for one in LATE if one[1][:10] not in ("2024-03-20", "2024-01-17")]


def test_pages_mark_it_for_who_is_signed_in(doors: Doors) -> None:
    cookie, _ = doors.cookies["viewer"]
    signed_in = {"Cookie": f"__Host-airslot={cookie}", "Accept": "text/html"}
    client, one = doors.service.client, doors.offices.row("2024-03-20")
    for path in (
        "/calendar/month/2024-03",
        "/calendar/week/2024-03-18",
        "/calendar/list/2024-03-20",
        f"/occurrences/{one.id}",
    ):
        assert "⌛ quá hạn" in client.get(path, headers=signed_in).text, path
    year = client.get("/calendar/year/2024", headers=signed_in).text
    item = client.get(f"/plans/{OWN}/items/2.2", headers=signed_in).text
    assert (year.count("⌛"), item.count("⌛")) == (6 + len(FOREIGN), 3)
    assert "⌛" not in client.get("/calendar/month/2024-04", headers=signed_in).text
    for view in ("month/2024-03", "list/2024-03-01", "year/2024"):
        page = client.get(f"/calendar/{view}?state=overdue", headers=signed_in)
        assert page.status_code == 200 and "Chuyên mục" in page.text
    of_others = client.get(f"/calendar/list/2024-01-01?plan={OTHERS}&state=overdue")
    assert "Bản tin" in of_others.text and "⌛" not in of_others.text
