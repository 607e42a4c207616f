from __future__ import annotations

import re
from datetime import date

import pytest

from tests.cli.conftest import Airslot


def test_json_is_the_list_of_the_interface_whole(loaded: Airslot) -> None:
    done = loaded("occurrences", "--json")

    assert done.json["next"] is None
    assert len(done.json["items"]) == 120
    assert {"id", "uid", "plan", "item", "kind", "state", "start", "sequence"} <= set(done.json["items"][0])


def test_filters_narrow_the_list(loaded: Airslot) -> None:
    done = loaded("occurrences", "--from", "2024-05-07", "--to", "2024-05-07", "--channel", "KG1", "--json")

    (found,) = done.json["items"]
    assert (found["item"], found["kind"], found["start"]) == ("2.1", "replay", "2024-05-07T07:30")


def test_a_person_sees_days_and_times(loaded: Airslot) -> None:
    done = loaded("occurrences", "--from", "2024-05-06", "--to", "2024-05-06", "--kind", "premiere")

    assert "Mon  6 May 2024  17:45" in done.out


def test_nothing_found_is_an_empty_list(loaded: Airslot) -> None:
    assert loaded("occurrences", "--from", "2030-01-01", "--json").json == {"items": [], "next": None}
    assert "No occurrence matches" in loaded("occurrences", "--from", "2030-01-01").out


def test_what_cannot_be_asked_is_a_sentence(loaded: Airslot) -> None:
    assert loaded("occurrences", "--from", "2024-05-02", "--to", "2024-05-01").code == 2
    assert loaded("occurrences", "--kind", "rerun").code == 2
    assert loaded("occurrences", "--from", "1 May").code == 2
    assert loaded("occurrences", "--plan", "no-such").code == 1


def test_a_narrow_terminal_cuts_neither_item_nor_day_nor_time(
    loaded: Airslot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    out = loaded("occurrences").out
    assert max(map(len, out.splitlines())) <= 80 and "…" not in out
    for one in loaded("occurrences", "--json").json["items"]:
        day = f"{date.fromisoformat(one['start'][:10]).day:2}"
        at = (
            f"{one['start'][11:]}-{one['end'][11:]}"
            if one["end"] and "T" in one["end"]
            else one["start"][11:]
        )
        assert re.search(
            rf"^{re.escape(one['item'])} +\w{{3}} {day} \w{{3}} 2024 +{at}", out, re.MULTILINE
        ), one
