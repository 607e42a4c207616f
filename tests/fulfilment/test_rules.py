"""The rules of counting, one after the other."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from scheduler.errors import Invalid
from scheduler.fulfilment.counting import item_rows, percent
from scheduler.fulfilment.pace import band, pace
from scheduler.fulfilment.periods import Basis, CutOffs, period_named
from scheduler.fulfilment.totals import totals
from scheduler.fulfilment.values import ItemFacts, Obligation, Piece, Row, Target
from tests.fulfilment.samples import FIRST, LAST, airing, day, item, period, piece, told, window

AFTER = date(2025, 3, 1)


def one_row(facts: ItemFacts, name: str = "2024-Q1", today: date = AFTER, basis: str = "calendar") -> Row:
    [row] = item_rows(facts, period(name, basis), today)
    return row


# 1: planned
def test_what_was_moved_is_planned_where_the_plan_put_it() -> None:
    facts = item(airing("03-31", held="04-03"), airing("04-01", held="03-30"))
    assert told(one_row(facts)) == {"planned": 1, "moved": 1}


def test_both_ends_of_a_period_are_in() -> None:
    facts = item(*map(airing, ("01-01", "03-31", "04-01")))
    assert one_row(facts).count.planned == 2


# 2: exactly one of them
@pytest.mark.parametrize(
    ("owed", "pieces", "state"),
    [
        (airing("03-10", "delivered"), (piece("03-10", "03-10"),), "kept"),
        (airing("03-10", "missed"), (), "missed"),
        (airing("03-10", "missed", held="04-02"), (), "missed"),
        (airing("03-10", "cancelled"), (), "cancelled"),
        (airing("03-10", held="04-01"), (), "moved"),
        (airing("03-10", "delivered"), (piece("04-02", "03-10"),), "moved"),
        (airing("03-10", held="03-31"), (), "unconfirmed"),
    ],
)
def test_what_is_due_is_one_of_five(owed: Obligation, pieces: tuple[Piece, ...], state: str) -> None:
    row = one_row(item(owed, pieces=pieces))
    every = told(row, "kept", "missed", "cancelled", "moved", "unconfirmed", "coming")
    assert every == dict.fromkeys(every, 0) | {state: 1}


def test_what_is_not_over_is_coming() -> None:
    facts = item(airing("03-09"), airing("03-10"), airing("03-11"))
    assert told(one_row(facts, today=day("03-10")), "unconfirmed", "coming") == {
        "unconfirmed": 1,
        "coming": 2,
    }


# 3: delivered
def test_pieces_count_on_the_day_on_which_they_appeared() -> None:
    facts = item(
        airing("02-01", "delivered"),
        window("04-01", "04-30", "delivered"),
        airing("05-05", "delivered"),
        window("06-01", "07-31", "delivered"),
        pieces=(
            piece("04-02", "02-01"),  # late
            piece("03-30", "04-30"),  # ahead
            piece("05-05", "05-05"),
            piece("06-30", "07-31"),  # early
            piece("05-06", "05-05"),  # the second of one obligation
            piece("05-07"),
        ),
    )
    row = one_row(facts, "2024-Q2")
    assert told(row) == {
        "planned": 2, "delivered": 5, "kept": 2, "ahead": 1, "early": 1, "late": 1, "extra": 2, "expected": 5,
    }  # fmt: skip


def test_what_was_delivered_is_never_capped() -> None:
    facts = item(airing("02-01", "delivered"), pieces=(piece("02-01", "02-01", count=3),))
    row = one_row(facts)
    assert (row.count.delivered, row.count.kept, row.count.extra, row.percent) == (3, 1, 2, "300.0")


# 4: open
def test_a_window_that_is_not_over_at_the_end_is_open_and_not_late() -> None:
    facts = item(window("03-01", "03-31"), window("03-15", "04-14"), window("03-14", "04-14", "delivered"))
    row = one_row(facts, basis="reporting")
    assert told(row, "planned", "open", "unconfirmed") == {"planned": 0, "open": 1 + 1, "unconfirmed": 0}
    facts = item(window("03-01", "03-31", "delivered"), pieces=(piece("03-14", "03-31"),))
    assert one_row(facts, basis="reporting").count.open == 0
    facts = item(window("03-01", "03-31", "delivered"), pieces=(piece("03-15", "03-31"),))
    assert one_row(facts, basis="reporting").count.open == 1


# 5: make-goods
def test_a_make_good_keeps_the_miss() -> None:
    facts = item(
        airing("02-01", "missed"),
        airing("02-08", "missed"),
        pieces=(piece("03-01", makes_good="02-01"), piece("04-02", makes_good="02-08")),
    )
    row = one_row(facts)
    assert told(row, "missed", "made_good", "delivered", "extra") == {
        "missed": 2, "made_good": 1, "delivered": 1, "extra": 1,
    }  # fmt: skip
    assert row.net_missed == 1
    assert one_row(facts, "2024-H1").net_missed == 0


def test_what_was_not_missed_after_all_is_not_made_good() -> None:
    facts = item(airing("02-01"), pieces=(piece("03-01", makes_good="02-01"),))
    assert told(one_row(facts), "missed", "made_good", "extra") == {"missed": 0, "made_good": 0, "extra": 1}


# 6: quotas
def quota(*pieces: Piece, targets: tuple[Target, ...] = (Target(39, "bài"), Target(37, "ảnh"))) -> ItemFacts:
    return ItemFacts("3", FIRST, LAST, targets=targets, pieces=pieces)


def test_a_pace_is_an_exact_fraction() -> None:
    assert pace(39, FIRST, LAST, FIRST, day("03-31")) == Fraction(39 * 91, 366)
    assert pace(39, FIRST, LAST, date(2023, 12, 15), day("03-14")) == Fraction(39 * 74, 366)
    assert pace(39, FIRST, LAST, date(2023, 1, 1), date(2023, 12, 31)) == 0
    assert pace(39, FIRST, LAST, FIRST, date(2026, 1, 1)) == 39


def test_each_unit_is_counted_alone() -> None:
    facts = quota(piece("01-05", unit="bài"), piece("01-06", unit="ảnh", count=9))
    found = item_rows(facts, period("2024-Q1"), AFTER)
    assert [(row.unit, row.count.planned, row.count.delivered, row.behind) for row in found] == [
        ("bài", 9, 1, True),
        ("ảnh", 9, 9, False),
    ]
    assert totals(found).delivered == 0


def test_a_quota_has_the_pace_of_today_where_the_period_is_not_over() -> None:
    [row, _] = item_rows(quota(), period("2024"), day("03-31"))
    assert (row.count.planned, row.pace, row.behind, row.count.expected) == (39, 9, True, 29)


def test_pieces_beyond_the_target_are_extra() -> None:
    facts = quota(piece("01-05", count=30), piece("05-05", count=10), targets=(Target(39, "bài"),))
    assert told(one_row(facts, "2024-Q2"), "delivered", "kept", "extra") == {
        "delivered": 10, "kept": 9, "extra": 1,
    }  # fmt: skip


def test_a_unit_that_was_never_promised_has_a_row_of_its_own() -> None:
    found = item_rows(quota(piece("01-05", unit="phim")), period("2024-Q1"), AFTER)
    assert told(found[-1]) == {"delivered": 1, "extra": 1, "expected": 1}


@pytest.mark.parametrize(
    ("delivered", "wanted"), [(95, "good"), (94, "fair"), (75, "fair"), (74, "low"), (0, "low")]
)
def test_the_bands_of_pace(delivered: int, wanted: str) -> None:
    assert band(delivered, Fraction(100)) == wanted
    assert band(delivered, Fraction(0)) is None


# 7: percent
@pytest.mark.parametrize(
    ("delivered", "planned", "wanted"),
    [(5, 6, "83.3"), (2, 3, "66.7"), (1, 16, "6.3"), (1, 2000, "0.1"), (3, 0, None), (0, 7, "0.0")],
)
def test_a_percentage_has_one_decimal_half_up(delivered: int, planned: int, wanted: str | None) -> None:
    assert percent(delivered, planned) == wanted


def test_a_hundred_percent_beside_a_miss_is_marked() -> None:
    pieces = (piece("02-01", "02-01"), piece("03-01", makes_good="02-08"))
    row = one_row(item(airing("02-01", "delivered"), airing("02-08", "missed"), pieces=pieces))
    assert (row.percent, row.count.missed, row.complete_though_missed) == ("100.0", 1, True)
    assert not one_row(item(airing("02-08", "missed"))).complete_though_missed


# 8: signature and cut-off
def test_what_lies_before_the_signature_is_counted_and_said() -> None:
    facts = item(airing("02-01"), airing("03-01"), airing("03-02"))
    [row] = item_rows(facts, period("2024-Q1"), AFTER, day("03-01"))
    assert told(row, "planned", "before_signature") == {"planned": 3, "before_signature": 1}


# 9: expected
def test_what_is_expected_to_the_end_stands_beside_what_is_there_at_the_cut_off() -> None:
    facts = item(
        airing("03-05", "delivered"), airing("03-12"), airing("03-20"), airing("03-28", held="04-01"),
        pieces=(piece("03-05", "03-05"),),
    )  # fmt: skip
    row = one_row(facts, basis="reporting", today=day("03-15"))
    assert told(row, "delivered", "unconfirmed", "expected") == {
        "delivered": 1, "unconfirmed": 1, "expected": 2,
    }  # fmt: skip


# 10: replays
def test_a_replay_is_proof_unless_the_item_pays_for_it() -> None:
    owed = (airing("02-01", "delivered"), airing("02-02", "delivered", kind="replay"))
    pieces = (piece("02-01", "02-01"), piece("02-02", "02-02"))
    assert told(one_row(item(*owed, pieces=pieces)), "planned", "delivered") == {
        "planned": 1, "delivered": 1,
    }  # fmt: skip
    paid = one_row(item(*owed, pieces=pieces, replays_paid=True))
    assert told(paid, "planned", "delivered", "kept") == {"planned": 2, "delivered": 2, "kept": 2}


# money
def test_a_value_is_the_share_of_the_budget_rounded_to_the_dong() -> None:
    owed = tuple(airing(f"0{month}-05") for month in range(1, 8))
    row = one_row(item(*owed, airing("03-20", added=True), budget=100))
    assert (row.count.planned, row.value_due, row.value_delivered) == (4, 43, 0)


# the words of a period
def test_an_office_closes_its_figures_on_days_of_its_own() -> None:
    cut_offs = CutOffs.read(["03-20", "06-20", "09-20", "12-20"])
    found = period_named("2024-Q2", Basis.REPORTING, cut_offs)
    assert (found.first, found.last) == (day("03-21"), day("06-20"))
    assert cut_offs.words() == ["03-20", "06-20", "09-20", "12-20"]


@pytest.mark.parametrize(
    "words", [["03-14"], ["04-01", "06-14", "09-14", "12-14"], ["02-29", "06-14", "09-14", "12-14"],
              ["x", "06-14", "09-14", "12-14"], ["W01-1", "06-14", "09-14", "12-14"],
              ["06-14", "03-14", "09-14", "12-14"]]
)  # fmt: skip
def test_cut_offs_lie_in_their_own_quarters(words: list[str]) -> None:
    with pytest.raises(Invalid, match="one in each quarter"):
        CutOffs.read(words)


def test_two_days_are_a_period() -> None:
    found = period("2024-01-15..2024-02-14", "reporting")
    assert (found.first, found.last, found.calendar_last) == (day("01-15"), day("02-14"), day("02-14"))


@pytest.mark.parametrize(
    "name",
    ["", "2024-Q5", "24", "2024-02", "0000", "2024-02-30..2024-03-01", "2024-03-01..2024-02-01", "٢٠٢٤"],
)
def test_another_word_is_no_period(name: str) -> None:
    with pytest.raises(Invalid, match="is no period"):
        period(name)
