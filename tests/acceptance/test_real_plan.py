"""The story: the real plan of Kiên Giang for 2024 becomes dates, and stays itself when it changes.

`expected-2024.json` holds what the plan must give, worked out by hand and by independent arithmetic.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from rules.schedule import Period
from scheduler.clock import FixedClock
from scheduler.machine_time import MachineTime
from scheduler.planning.diff.plan_changes import Changes
from scheduler.planning.loading.loading import load, preview
from scheduler.planning.plan_file.document import read_plan
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.plans.read_model import plan_items
from tests.planning import overrides

HERE = Path(__file__).parent
PLAN = HERE.parent.parent / "plans" / "kien-giang-2024.yaml"
SLUG = "kien-giang-2024"
EXPECTED = json.loads((HERE / "expected-2024.json").read_text(encoding="utf-8"))


class Story:
    """The service on the morning of 2 April 2024, when the plan was signed."""

    def __init__(self, engine: Engine, clock: FixedClock, machine_time: MachineTime) -> None:
        self.engine = engine
        self.clock = clock
        self.machine_time = machine_time

    def load(self, text: str) -> Changes:
        with transaction(self.engine) as connection:
            return load(
                connection,
                read_plan(text.encode()),
                self.clock,
                uid_domain="airslot.example",
                machine_time=self.machine_time,
            )

    def preview(self, text: str) -> Changes:
        with reading(self.engine) as connection:
            return preview(connection, read_plan(text.encode()), self.clock)

    def do(self, act: Callable[..., Any], *given: Any) -> Any:
        with transaction(self.engine) as connection:
            return act(connection, *given, machine_time=self.machine_time)

    def occurrences(self, item: str | None = None) -> list[Occurrence]:
        with reading(self.engine) as connection:
            return [one for one in plan_occurrences(connection, SLUG) if item in (None, one.item)]


@pytest.fixture
def text() -> str:
    return PLAN.read_text(encoding="utf-8")


@pytest.fixture
def story(engine: Engine, clock: FixedClock, machine_time: MachineTime) -> Story:
    return Story(engine, clock, machine_time)


def test_the_plan_gives_54_airings_and_66_windows(story: Story, text: str) -> None:
    changes = story.load(text)
    assert changes.counts.added == 120
    found = story.occurrences()
    airings = [
        {
            "item": one.item,
            "start": one.start.strftime("%Y-%m-%dT%H:%M"),
            "minutes": one.minutes,
            "channel": one.channel,
            "kind": one.kind,
        }
        for one in found
        if one.kind != "window"
    ]
    windows = [
        {"item": one.item, "first": str(one.start), "last": str(one.end)}
        for one in found
        if one.kind == "window"
    ]
    assert (len(airings), len(windows)) == (54, 66)
    assert _sorted(airings) == _sorted(EXPECTED["airings"])
    assert _sorted(windows) == _sorted(EXPECTED["windows"])
    assert {one.timezone for one in found} == {EXPECTED["timezone"]}


def test_items_without_dates_have_quotas(story: Story, text: str) -> None:
    story.load(text)
    with reading(story.engine) as connection:
        items = {item.number: item for item in plan_items(connection, SLUG)}
    quotas = {number: sorted(q.count for q in item.quotas) for number, item in items.items() if item.quotas}
    expected = {one["item"]: sorted(one["targets"].values()) for one in EXPECTED["quotas"]}
    assert quotas == expected
    assert {quota.period for item in items.values() for quota in item.quotas} == {Period.YEAR}
    assert {number: item.budget for number, item in items.items()} == EXPECTED["budget"]
    assert sum(item.budget or 0 for item in items.values()) == EXPECTED["total"]


def test_every_replay_hangs_on_its_premiere(story: Story, text: str) -> None:
    story.load(text)
    found = {one.id: one for one in story.occurrences()}
    replays = [one for one in found.values() if one.kind == "replay"]
    assert len(replays) == 28
    for replay in replays:
        premiere = found[replay.premiere_id or ""]
        assert (premiere.kind, premiere.item) == ("premiere", replay.item)
        assert (_day(replay) - _day(premiere)).days == (0 if replay.item == "2.6" else 1)


def test_loading_it_again_changes_nothing(story: Story, text: str) -> None:
    story.load(text)
    before = story.occurrences()
    assert story.preview(text).empty
    assert story.load(text).empty
    assert story.occurrences() == before


def test_wednesday_of_week_2_instead_of_week_3(story: Story, text: str) -> None:
    story.load(text)
    before = {one.id: one for one in story.occurrences("2.2")}
    held = _by_start(before, "2024-06-19T17:45")
    story.do(overrides.move, held.id, datetime(2024, 6, 21, 19, 30))
    edited = _edit(text, "17 giờ 45 phút thứ Tư, Tuần 3", "17 giờ 45 phút thứ Tư, Tuần 2")
    shown = story.preview(edited)
    (item,) = shown.items
    assert (item.number, len(item.diff.moved), len(item.diff.untouched)) == ("2.2", 18, 6)
    assert (item.diff.added, item.diff.dropped, item.diff.orphaned) == ((), (), ())
    assert story.load(edited) == shown
    after = {one.id: one for one in story.occurrences("2.2")}
    assert {one.uid for one in after.values()} == {one.uid for one in before.values()}
    assert _by_start(after, "2024-05-08T17:45").sequence == 1
    assert after[held.id].start == datetime(2024, 6, 21, 19, 30)
    assert after[held.id].original_start == datetime(2024, 6, 12, 17, 45)
    assert after[held.id].sequence == 2
    assert all(one.sequence >= 1 for one in after.values() if _day(one) > date(2024, 4, 2))


def test_18_00_instead_of_17_45(story: Story, text: str) -> None:
    story.load(text)
    before = {one.id: one for one in story.occurrences("2.2")}
    held = _by_start(before, "2024-06-19T17:45")
    story.do(overrides.move, held.id, datetime(2024, 6, 21, 19, 30))
    edited = _edit(text, "17 giờ 45 phút thứ Tư, Tuần 3", "18 giờ thứ Tư, Tuần 3")
    changes = story.load(edited)
    assert (changes.counts.moved, changes.counts.conflicts, changes.counts.added) == (9, 1, 0)
    after = {one.id: one for one in story.occurrences("2.2")}
    assert before.keys() == after.keys()
    moved = _by_start(after, "2024-05-15T18:00")
    assert (moved.uid, moved.sequence) == (before[moved.id].uid, 1)
    assert after[held.id].start == datetime(2024, 6, 21, 19, 30)
    replays = [one for one in after.values() if one.premiere_id == held.id]
    assert [one.start for one in replays] == [datetime(2024, 6, 22, 6, 0)]


def _edit(text: str, was: str, now: str) -> str:
    assert text.count(was) == 1
    return text.replace(was, now)


def _by_start(found: dict[str, Occurrence], start: str) -> Occurrence:
    wanted = datetime.fromisoformat(start)
    (one,) = [one for one in found.values() if one.start == wanted]
    return one


def _day(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def _sorted(facts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(facts, key=lambda fact: json.dumps(fact, sort_keys=True))
