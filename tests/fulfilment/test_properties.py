"""Any obligations and any pieces: the counts are those of a second computation, and they add up."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, timedelta
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.fulfilment.counting import item_rows
from scheduler.fulfilment.periods import ReportPeriod
from scheduler.fulfilment.values import ItemFacts, Obligation, Piece, Target
from tests.fulfilment import naive
from tests.fulfilment.samples import FIRST, LAST, period

few = settings(derandomize=True, deadline=None, max_examples=200)
# A plan's year with its days crowded around a few ends of periods, so that they meet.
days = st.one_of(
    st.dates(date(2023, 12, 10), date(2025, 1, 5)),
    st.sampled_from([date(2024, 3, 14), date(2024, 3, 31), date(2024, 6, 14), date(2024, 6, 15)]).flatmap(
        lambda at: st.integers(-3, 3).map(lambda n: at + timedelta(days=n))
    ),
)
STATES = ("planned", "delivered", "missed", "cancelled")


@st.composite
def obligations(draw: st.DrawFn) -> tuple[Obligation, ...]:
    found = []
    kinds: st.SearchStrategy[Literal["premiere", "window"]] = st.sampled_from(("premiere", "window"))
    for number in range(draw(st.integers(0, 8))):
        kind = draw(kinds)
        due = draw(days)
        first = due - timedelta(days=draw(st.integers(0, 40))) if kind == "window" else due
        held = draw(st.one_of(st.just(due), days))
        found.append(Obligation(str(number), kind, draw(st.sampled_from(STATES)), first, due, held))
    return tuple(found)


@st.composite
def items(draw: st.DrawFn) -> ItemFacts:
    owed = draw(obligations())
    ids = st.sampled_from([None, *(one.id for one in owed)])
    pieces = st.builds(Piece, days, st.integers(1, 3), st.none(), ids, st.one_of(st.none(), ids))
    return ItemFacts("1", FIRST, LAST, obligations=owed, pieces=tuple(draw(st.lists(pieces, max_size=10))))


@st.composite
def periods(draw: st.DrawFn) -> ReportPeriod:
    name = draw(
        st.sampled_from(["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1", "2024-9M", "2024", "2025-Q1"])
    )
    if draw(st.integers(0, 4)) == 0:
        first, last = sorted((draw(days), draw(days)))
        name = f"{first}..{last}"
    return period(name, draw(st.sampled_from(("calendar", "reporting"))))


@settings(few)
@given(items(), periods(), days)
def test_the_counts_are_those_of_a_walk_through_the_days(
    facts: ItemFacts, when: ReportPeriod, today: date
) -> None:
    found = item_rows(facts, when, today)
    wanted = naive.counted(
        [asdict(one) for one in facts.obligations],
        [asdict(one) for one in facts.pieces],
        when.first,
        when.last,
        today,
    )
    if not found:
        assert not any(wanted.values())
        return
    [row] = found
    assert {name: getattr(row.count, name) for name in wanted} == wanted


@settings(few)
@given(items(), periods(), days)
def test_what_is_planned_and_what_was_delivered_add_up(
    facts: ItemFacts, when: ReportPeriod, today: date
) -> None:
    for row in item_rows(facts, when, today):
        n = row.count
        assert n.planned == n.kept + n.missed + n.cancelled + n.moved + n.unconfirmed + n.coming
        assert n.delivered == n.kept - n.ahead + n.early + n.late + n.extra
        assert 0 <= n.made_good <= n.missed
        if today > max(when.last, *(one.held for one in facts.obligations), when.last):
            assert n.coming == 0


@settings(few)
@given(items(), days, st.sampled_from(["calendar", "reporting"]))
def test_quarters_plan_and_deliver_what_the_year_does(facts: ItemFacts, today: date, basis: str) -> None:
    def sums(name: str) -> tuple[int, int]:
        rows = item_rows(facts, period(name, basis), today)
        return sum(row.count.planned for row in rows), sum(row.count.delivered for row in rows)

    parts = [sums(f"2024-Q{number}") for number in (1, 2, 3, 4)]
    assert (sum(part[0] for part in parts), sum(part[1] for part in parts)) == sums("2024")


@settings(few)
@given(st.integers(1, 60), st.lists(st.tuples(days, st.integers(1, 5)), max_size=8), periods(), days)
def test_a_quota_is_counted_by_its_pace(
    count: int, given_pieces: list[tuple[date, int]], when: ReportPeriod, today: date
) -> None:
    pieces = tuple(Piece(at, many) for at, many in given_pieces)
    facts = ItemFacts("3", FIRST, LAST, targets=(Target(count, "bài"),), pieces=pieces)
    [row] = item_rows(facts, when, today)
    there = sum(many for at, many in given_pieces if when.first <= at <= when.last)
    pace = naive.paced(count, FIRST, LAST, when.first, min(when.last, today))
    assert row.count.planned == naive.paced(count, FIRST, LAST, when.first, when.last)
    assert (row.pace, row.behind) == (pace, there < pace)
    assert row.count.delivered == there == row.count.kept + row.count.extra
