"""A year lived at the desk: aired, moved, cancelled, missed, made good, taken back.

The report of every period on both bases is what a walk through the days counts from the story alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

import pytest
from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.desk import delivery, occurrences
from scheduler.desk.pieces import Appeared, record_piece, withdraw_piece
from scheduler.desk.proofs import Proof
from scheduler.machine_time import MachineTime
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.pieces import PieceFilter, find_pieces
from tests.fulfilment import naive
from tests.fulfilment.test_progress import SLUG, Year

PERIODS = ("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024-H1", "2024-9M", "2024", "2025-Q1")
AFTER = datetime.fromisoformat("2025-01-20T08:00+07:00")
AIRED: Literal["published"] = "published"


class Story:
    """What happens to each obligation, written down beside the deed."""

    def __init__(self, year: Year, seed: int) -> None:
        self.year, self.chance = year, random.Random(seed)  # noqa: S311 - a story, not a secret
        self.owed: dict[str, list[naive.Thing]] = {}
        self.pieces: dict[str, list[naive.Thing]] = {}

    def live(self) -> None:
        deeds: list[Callable[[Occurrence, naive.Thing], None]] = [
            self.deliver, self.deliver, self.move, self.cancel, self.miss, self.take_back, self.twice,
            self.wait,
        ]  # fmt: skip
        with reading(self.year.engine) as connection:
            every = plan_occurrences(connection, SLUG)
        for one in every:
            if one.kind == "replay":
                continue
            first, last = day_of(one.start), day_of(one.end if one.kind == "window" else one.start)
            fact = {
                "id": one.id, "kind": one.kind, "state": "planned", "first": first, "due": last, "held": last,
            }  # fmt: skip
            self.owed.setdefault(one.item, []).append(fact)
            self.chance.choice(deeds)(one, fact)

    def some_day(self, around: date) -> date:
        return min(around + timedelta(days=self.chance.randint(-25, 25)), AFTER.date())

    def appeared(self, one: Occurrence, day: date, **facts: Any) -> None:
        piece = {"day": day, "count": 1, "of": None, "makes_good": None} | facts
        self.pieces.setdefault(one.item, []).append(piece)

    def deliver(self, one: Occurrence, fact: naive.Thing) -> None:
        day = self.chance.choice([None, self.some_day(fact["due"])])
        self.year.do(delivery.deliver, one.id, Proof(AIRED, day))
        self.appeared(one, day or fact["held"], of=one.id)
        fact["state"] = "delivered"

    def move(self, one: Occurrence, fact: naive.Thing) -> None:
        day = self.some_day(fact["due"])
        if one.kind == "window" and self.chance.random() < 0.5:
            day = fact["first"] + timedelta(days=self.chance.randint(0, (fact["due"] - fact["first"]).days))
            self.year.do(occurrences.move, one.id, day)
        elif one.kind == "window":
            self.year.do(occurrences.move, one.id, day, end=day)
        else:
            self.year.do(occurrences.move, one.id, datetime.combine(day, time(9)))
        fact["held"] = day
        if self.chance.random() < 0.5:
            self.deliver(one, fact)

    def cancel(self, one: Occurrence, fact: naive.Thing) -> None:
        self.year.do(occurrences.cancel, one.id, include_past=True)
        fact["state"] = "cancelled"

    def miss(self, one: Occurrence, fact: naive.Thing) -> None:
        self.year.do(delivery.miss, one.id)
        fact["state"] = "missed"
        if self.chance.random() < 0.6:
            day = self.some_day(fact["due"])
            self.year.do(record_piece, SLUG, one.item, Appeared(day=day, makes_good=one.id))
            self.appeared(one, day, makes_good=one.id)

    def take_back(self, one: Occurrence, fact: naive.Thing) -> None:
        self.year.do(delivery.deliver, one.id, Proof(AIRED, fact["due"]))
        if self.chance.random() < 0.5:
            self.year.do(delivery.take_back_delivery, one.id, "Nhầm")
        else:
            with reading(self.year.engine) as connection:
                [piece] = find_pieces(connection, PieceFilter(SLUG, occurrence=one.id))
            self.year.do(withdraw_piece, piece.id, "Nhầm")

    def twice(self, one: Occurrence, fact: naive.Thing) -> None:
        self.deliver(one, fact)
        day, count = self.some_day(fact["due"]), self.chance.randint(1, 3)
        given = Appeared(day=day, count=count, occurrence=one.id, proofs=(Proof(AIRED),))
        self.year.do(record_piece, SLUG, one.item, given)
        self.appeared(one, day, of=one.id, count=count)

    def wait(self, one: Occurrence, fact: naive.Thing) -> None:
        """Nobody speaks of it."""


def day_of(moment: Any) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


@pytest.mark.parametrize("seed", [1, 2])
def test_every_figure_of_a_lived_year(
    engine: Engine, clock: FixedClock, machine_time: MachineTime, seed: int
) -> None:
    year = Year(engine, clock, machine_time)
    clock.move_to(AFTER)
    story = Story(year, seed)
    story.live()
    for now in ("2024-10-15T08:00+07:00", "2025-01-20T08:00+07:00"):
        clock.move_to(datetime.fromisoformat(now))
        for basis in ("calendar", "reporting"):
            for period in PERIODS:
                report = year.report(period, basis)
                first, last, today = (date.fromisoformat(report[name]) for name in ("first", "last", "today"))
                rows = {row["item"]: row for row in report["rows"] if row["dated"]}
                assert set(rows) == set(story.owed)
                sums = dict.fromkeys(report["totals"], 0)
                for item, owed in story.owed.items():
                    wanted = naive.counted(owed, story.pieces.get(item, []), first, last, today)
                    assert {name: rows[item][name] for name in wanted} == wanted, (item, period, basis)
                    for name in wanted.keys() & sums.keys():
                        sums[name] += wanted[name]
                assert {name: n for name, n in report["totals"].items() if "value" not in name} == {
                    name: n for name, n in sums.items() if "value" not in name
                }
