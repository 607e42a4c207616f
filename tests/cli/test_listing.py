"""`airslot listing match`: proposals, and what is booked of them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Airslot
from tests.fulfilment.listings.samples import AS_RUN

SLUG = ("--plan", "kien-giang-2024", "--channel", "KG")


def test_a_log_of_a_station_is_set_beside_the_plan(loaded: Airslot, tmp_path: Path) -> None:
    file = tmp_path / "as-run.csv"
    file.write_text(AS_RUN, "utf-8")
    found = loaded("listing", "match", str(file), *SLUG, "--json").json
    assert [(one["class"], one["start"]) for one in found["proposals"]] == [
        ("as-planned", "2024-01-17T17:45"),
        ("other-time", "2024-02-21T17:45"),
        ("missing", "2024-02-22T06:00"),
    ]
    assert (found["form"], found["booked"]) == ("as-run", 0)
    done = loaded("listing", "match", str(file), *SLUG, "--book", "as-planned")
    assert done.code == 0 and "1 booked." in done.err and "as-planned" in done.out
    again = loaded("listing", "match", str(file), *SLUG, "--json").json
    assert [one["class"] for one in again["proposals"]] == ["other-time", "missing"] and again["known"] == 1
    assert loaded("listing", "match", str(tmp_path / "nope"), *SLUG).code == 2
