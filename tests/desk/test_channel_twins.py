"""A channel that is like a known one but for case is asked about, whatever door it comes by."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from rules.phrases import Context, read
from scheduler.desk import occurrences, plans
from scheduler.desk.one_offs import add_one_off
from scheduler.errors import Invalid
from scheduler.store.database.engine import transaction
from scheduler.store.plans.read_model import list_outlets
from tests.desk.samples import OFFICE, OWN, PLAN, STATION, Offices

LOWER = PLAN.replace("channels: [KG, KG1]", "channels: [kg]").replace("phat-song-2024", "nam-sau")
BOTH = LOWER.replace("channels: [kg]", "channels: [KG, kg]")


def codes(offices: Offices) -> list[str]:
    with transaction(offices.engine) as connection:
        found = {one.name: one.channels for one in list_outlets(connection, OFFICE)}
    return [channel.code for channel in found[STATION]]


def add(offices: Offices, *named: str) -> Any:
    facts = {"outlets": [{"name": STATION, "channels": list(named)}]}
    return offices.do(plans.change_plan, OWN, facts)


def one_off(offices: Offices) -> Any:
    return offices.do(add_one_off, OWN, "2.2", datetime(2024, 5, 2, 9), channel="kg")


def place(offices: Offices) -> Any:
    return offices.do(occurrences.place, offices.row("2024-05-15").id, channel="kg")


DOORS: dict[str, Callable[[Offices], Any]] = {
    "a file of another plan": lambda offices: offices.load_document(LOWER),
    "the comparison of one": lambda offices: offices.compare_document(LOWER),
    "the settings of the plan": lambda offices: add(offices, "kg", "KG2"),
    "an airing beside the phrase": one_off,
    "a change of one airing": place,
}


@pytest.mark.parametrize("door", DOORS)
def test_a_channel_like_a_known_one_is_asked_about(offices: Offices, door: str) -> None:
    before = codes(offices)
    with pytest.raises(Invalid, match="Did you mean KG") as asked:
        DOORS[door](offices)
    [fault] = asked.value.faults
    assert fault.code == "channel-twin" and "Có phải ý bạn là KG" in fault.vi and "KG, kg" in fault.en
    assert codes(offices) == before


@pytest.mark.parametrize("confirm", [lambda o: o.load_document(BOTH), lambda o: add(o, "KG", "kg")])
def test_naming_both_side_by_side_confirms_the_second(
    offices: Offices, confirm: Callable[[Offices], Any]
) -> None:
    confirm(offices)
    assert codes(offices) == ["KG", "KG1", "kg"]
    assert place(offices).occurrence.channel == "kg"
    assert one_off(offices).occurrence.channel == "kg"
    offices.do(plans.change_plan, OWN, {"title": "Không hỏi lại"})


def test_two_items_of_an_outlet_without_a_list_are_asked_about(offices: Offices) -> None:
    text = PLAN.replace(", channels: [KG, KG1]", "").replace("phat-song-2024", "nam-sau")
    other = f'  - {{number: "2.3", title: Tin, outlet: {STATION}, when: "9 giờ thứ Hai Kênh kg1"}}\n'
    text = text.replace("Kênh KG", "Kênh KG1").replace("total: 6000", other + "total: 6000")
    with pytest.raises(Invalid, match="Did you mean KG1") as asked:
        offices.load_document(text)
    assert (asked.value.faults[0].where, asked.value.faults[0].line) == ("item 2.3, when", 19)


def test_of_two_channels_the_phrase_means_the_one_that_it_writes() -> None:
    found = read("17 giờ 45 thứ Tư tuần 3 kênh k1", Context(lang="vi", year=2024, channels=("K1", "k1")))
    assert found.schedule is not None
    assert found.schedule.recurrences[0].slots[0].channel == "k1"
