"""A listing beside the plan: each class of proposal, each line and each airing once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.fulfilment.listings.aired import Aired, Listing
from scheduler.fulfilment.listings.likeness import ALIKE, likeness
from scheduler.fulfilment.listings.matching import match
from scheduler.store.occurrences.read_model import Occurrence
from tests.calendars.rows import row

TITLE = "Chuyên mục cải cách hành chính"
TITLES = [("2.2", TITLE), ("2.1", "Tọa đàm cải cách hành chính")]
START = datetime(2024, 4, 17, 17, 45)


def airing(number: int = 1, start: datetime = START, **facts: object) -> Occurrence:
    return replace(row(number, start), **{"title": TITLE, "channel": "KG", **facts})  # type: ignore[arg-type]


def line(at: datetime = START, title: str = TITLE, place: int = 1, **facts: object) -> Aired:
    return Aired(place, title, at.date(), at.time(), title, **facts)  # type: ignore[arg-type]


def kinds(lines: list[Aired], planned: list[Occurrence], channel: str | None = None) -> list[str]:
    return [one.kind for one in match(Listing("text", tuple(lines)), planned, TITLES, channel).proposals]


@pytest.mark.parametrize(
    ("at", "facts", "kind"),
    [
        (START, {}, "as-planned"),
        (START + timedelta(minutes=5), {}, "as-planned"),
        (START + timedelta(minutes=6), {}, "other-time"),
        (START + timedelta(hours=3), {"channel": "KG"}, "other-time"),
        (START, {"channel": "KG1"}, "other-channel"),
        (START, {"channel": "kg"}, "as-planned"),
    ],
)
def test_a_line_is_of_one_class(at: datetime, facts: dict[str, Any], kind: str) -> None:
    assert kinds([line(at, **facts)], [airing()]) == [kind]


def test_a_second_line_is_extra_and_an_airing_without_one_is_missing() -> None:
    assert kinds([line(), line(START + timedelta(hours=1), place=2)], [airing()]) == ["as-planned", "extra"]
    other = line(title="Thời sự")
    assert kinds([other], [airing()]) == ["missing"]
    assert kinds([replace(other, channel="KG1")], [airing()]) == []  # the listing of another channel
    assert kinds([replace(other, day=date(2024, 4, 16))], [airing()]) == []


def test_what_the_station_says_did_not_air_is_missing_with_its_reason() -> None:
    [one] = match(Listing("traffic", (line(reason="3"),)), [airing()], TITLES).proposals
    assert one.kind == "missing" and one.line is not None and one.line.reason == "3"
    assert match(Listing("traffic", (line(reason="3"),)), [], TITLES).proposals == ()


def test_a_replay_is_matched_with_a_replay() -> None:
    replayed = airing(2, START + timedelta(hours=12), kind="replay")
    lines = [line(START + timedelta(hours=12), replay=True)]
    assert kinds(lines, [airing(), replayed]) == ["as-planned"]
    assert kinds([line(replay=True)], [airing()]) == ["missing", "extra"]


def test_the_nearer_airing_of_two_alike_is_meant() -> None:
    """A title with one word more is no reason to take an airing five hours later."""
    near = airing(1, item="2.2", title="Chuyên mục truyền hình về cải cách hành chính")
    far = airing(2, START + timedelta(hours=5), item="2.6", title=TITLE, channel=None)
    said = line(START + timedelta(minutes=20), channel="KG")
    proposed = match(Listing("text", (said,)), [far, near], TITLES).proposals
    assert [(one.kind, one.item) for one in proposed] == [("other-time", "2.2")]


def test_lines_like_nothing_of_the_plan_are_only_counted() -> None:
    found = match(Listing("text", (line(title="Thời sự"), line(title="Ca nhạc", place=2))), [], TITLES)
    assert (found.proposals, found.others) == ((), 2)


@pytest.mark.parametrize(
    ("said", "alike"),
    [
        (TITLE.upper(), True),
        ("CCHC CHUYEN MUC T01", True),
        ("Chuyên mục CCHC số 4", True),
        ("Chuyen muc cai cach hanh chinh (thang 4)", True),
        ("Chuyên mục Nông thôn ngày nay", False),
        ("Chương trình thời sự", False),
        ("", False),
    ],
)
def test_a_shortened_name_is_known_and_another_programme_is_not(said: str, alike: bool) -> None:
    assert (likeness(said, TITLE) >= ALIKE) == alike


moments = st.datetimes(datetime(2024, 4, 15), datetime(2024, 4, 18)).map(
    lambda at: at.replace(second=0, microsecond=0)
)


@given(st.lists(moments, max_size=6), st.lists(moments, max_size=6))
def test_each_line_and_each_airing_is_in_one_proposal_at_most(
    said: list[datetime], plan: list[datetime]
) -> None:
    lines = [line(at, place=place) for place, at in enumerate(said, 1)]
    planned = [airing(number, at) for number, at in enumerate(plan, 1)]
    found = match(Listing("text", tuple(lines)), planned, TITLES)
    places = [one.line.place for one in found.proposals if one.line]
    ids = [one.occurrence.id for one in found.proposals if one.occurrence]
    assert len(set(places)) == len(places) == len(lines) - found.others
    assert len(set(ids)) == len(ids)
    exact = set(said) & set(plan)
    assert sum(one.kind == "as-planned" for one in found.proposals) >= len(exact)
