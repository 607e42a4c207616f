"""What stands behind a figure is as much as the figure says; parts of a plan count what is theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given, settings

from scheduler.fulfilment.breakdown import channels_of, on_channel
from scheduler.fulfilment.counting import item_rows
from scheduler.fulfilment.figures import FATES, obligations_behind, pieces_behind
from scheduler.fulfilment.periods import ReportPeriod
from scheduler.fulfilment.values import Count, ItemFacts, Row, Target
from tests.fulfilment.samples import FIRST, LAST, airing, day, item, kien_giang, period, piece
from tests.fulfilment.test_properties import days, few, items, periods


@settings(few)
@given(items(), periods(), days)
def test_a_figure_opens_to_as_many_as_it_says(facts: ItemFacts, when: ReportPeriod, today: date) -> None:
    for row in item_rows(facts, when, today):
        for name in ("planned", "open", *FATES):
            assert len(obligations_behind(facts, name, when, today)) == getattr(row.count, name)
        assert len(obligations_behind(facts, "due", when, today)) == row.due
        assert sum(one.count for one in pieces_behind(facts, row.unit, when)) == row.count.delivered


def test_each_unit_of_a_quota_opens_to_its_own_pieces() -> None:
    facts = ItemFacts(
        "3",
        FIRST,
        LAST,
        targets=(Target(39, "bài viết"), Target(37, "ảnh")),
        pieces=(piece("01-05", unit="bài viết"), piece("01-06", unit="ảnh", count=3), piece("02-01")),
    )
    year = period("2024")
    found = {
        row.unit: sum(one.count for one in pieces_behind(facts, row.unit, year))
        for row in item_rows(facts, year, day("06-01"))
    }
    assert found == {"bài viết": 1, "ảnh": 3, None: 1}
    assert obligations_behind(facts, "planned", year, day("06-01")) == []


def test_a_channel_has_its_own_obligations_and_pieces() -> None:
    facts = item(
        airing("01-17", "delivered", channel="KG"),
        airing("02-21", channel="KG1"),
        pieces=(replace(piece("01-17", of="01-17"), channel="KG"),),
    )
    assert channels_of([facts, *kien_giang()]) == ["KG", "KG1"]
    year = period("2024")
    counts = {}
    for channel in ("KG", "KG1"):
        part = on_channel(facts, channel)
        assert part is not None
        [row] = item_rows(part, year, day("06-01"))
        counts[channel] = (row.count.planned, row.count.delivered, row.count.unconfirmed)
    assert counts == {"KG": (1, 1, 0), "KG1": (1, 0, 1)}
    assert on_channel(replace(facts, targets=(Target(2, None),)), "KG") is None


def test_what_is_late_is_unconfirmed_or_missed_and_not_made_good_or_behind_its_pace() -> None:
    assert (
        Row("1", None, True, Count(planned=5, unconfirmed=2, missed=2, made_good=1, coming=1)).lateness == 3
    )
    assert Row("3", "ảnh", False, Count(planned=9, delivered=4), pace=7, behind=True).lateness == 3
    assert Row("3", "ảnh", False, Count(planned=9, delivered=8), pace=7).lateness == 0
