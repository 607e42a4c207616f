"""The report of the real plan: counted from the store, the same through REST and the command line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from scheduler.accounts.rights import Actor
from scheduler.clock import FixedClock
from scheduler.desk import delivery, occurrences
from scheduler.desk.cut_offs import set_cut_offs
from scheduler.desk.desk import Desk
from scheduler.desk.one_offs import add_one_off
from scheduler.desk.pieces import Appeared, record_piece, withdraw_piece
from scheduler.desk.proofs import Proof
from scheduler.errors import Invalid
from scheduler.fulfilment.progress import plan_progress, progress_object
from scheduler.machine_time import MachineTime
from scheduler.planning.loading.loading import load
from scheduler.planning.plan_file.document import read_plan
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import Occurrence, plan_occurrences
from scheduler.store.plans.read_model import get_plan
from tests.fulfilment.test_figures import DUE, FIGURES, NAMES, VALUE

PLAN = Path(__file__).parents[2] / "plans" / "kien-giang-2024.yaml"
SLUG = "kien-giang-2024"


class Year:
    """The plan of Kiên Giang in the store, and somebody at its desk."""

    def __init__(self, engine: Engine, clock: FixedClock, machine_time: MachineTime) -> None:
        self.engine, self.clock, self.machine_time = engine, clock, machine_time
        with transaction(engine) as connection:
            plan = read_plan(PLAN.read_bytes())
            load(connection, plan, clock, uid_domain="airslot.example", machine_time=machine_time)

    def do(self, deed: Callable[..., Any], *given: Any, **facts: Any) -> Any:
        with transaction(self.engine) as connection:
            actor = Actor("An", "admin", "cli")
            desk = Desk(connection, actor, self.clock, self.machine_time, "airslot.example")
            return deed(desk, *given, **facts)

    def report(self, period: str, basis: str = "calendar") -> dict[str, Any]:
        with reading(self.engine) as connection:
            found = plan_progress(connection, get_plan(connection, SLUG), period, basis, self.clock)
        return progress_object(found)

    def row(self, item: str, period: str, basis: str = "calendar", unit: str | None = None) -> dict[str, Any]:
        rows = self.report(period, basis)["rows"]
        [found] = [row for row in rows if row["item"] == item and unit in (None, row["unit"])]
        return {name: value for name, value in found.items() if value}

    def owed(self, item: str, day: str) -> Occurrence:
        """The premiere of a day, or the window that begins on it."""
        with reading(self.engine) as connection:
            found = plan_occurrences(connection, SLUG)
        [one] = [
            one for one in found
            if one.item == item and one.kind != "replay" and str(one.original_start)[:10] == day
        ]  # fmt: skip
        return one


@pytest.fixture
def year(engine: Engine, clock: FixedClock, machine_time: MachineTime) -> Year:
    return Year(engine, clock, machine_time)


@pytest.mark.parametrize("basis", ["calendar", "reporting"])
def test_the_stored_plan_gives_the_figures(year: Year, basis: str) -> None:
    for place, name in enumerate(NAMES):
        found = year.report(name, basis)
        units = {"bài viết": "3 articles", "ảnh": "3 photos"}
        figures = {
            units.get(row["unit"], row["item"]) if row["item"] == "3" else row["item"]: str(row["planned"])
            + (f"({row['open']})" if row["open"] else "")
            for row in found["rows"]
        }
        assert figures == {item: each.split()[place] for item, each in FIGURES[basis].items()}
        assert (found["totals"]["planned"], found["totals"]["value_due"]) == (
            DUE[basis][place],
            VALUE[basis][place],
        )


def test_a_report_names_its_basis_and_its_days(year: Year) -> None:
    found = year.report("2024-Q1", "reporting")
    assert (found["period"], found["basis"], found["first"], found["last"]) == (
        "2024-Q1", "reporting", "2023-12-15", "2024-03-14",
    )  # fmt: skip
    assert (found["expected_until"], found["today"], found["before_signature"]) == (
        "2024-03-31", "2024-04-02", 16,
    )  # fmt: skip


def test_a_year_is_lived(year: Year) -> None:
    """Aired, moved, cancelled, missed and made good: item 2.2, its third Wednesdays."""
    days = ("01-17", "02-21", "03-20", "04-17", "05-15", "06-19")
    first, second, third, fourth, fifth, sixth = (year.owed("2.2", f"2024-{each}") for each in days)
    year.do(occurrences.move, third.id, datetime(2024, 4, 1, 17, 45), include_past=True)
    year.clock.move_to(datetime.fromisoformat("2024-06-25T08:00+07:00"))
    year.do(delivery.deliver, first.id, Proof("aired", date(2024, 1, 17)))
    year.do(delivery.miss, second.id, reason="Mất điện")
    year.do(record_piece, SLUG, "2.2", Appeared(day=date(2024, 3, 1), makes_good=second.id))
    year.do(delivery.deliver, third.id, Proof("aired"))
    year.do(occurrences.cancel, fourth.id, include_past=True)
    year.do(
        delivery.deliver, fifth.id, Proof("aired", date(2024, 5, 15)), Proof("published", link="https://a.vn")
    )
    assert sixth.state == "planned"

    def counted(period: str) -> dict[str, Any]:
        names = (
            "planned kept missed cancelled moved unconfirmed coming delivered late extra made_good percent"
        )
        row = year.row("2.2", period)
        return {name: row[name] for name in names.split() if name in row}

    assert counted("2024-Q1") == {
        "planned": 3, "kept": 1, "missed": 1, "moved": 1, "delivered": 2, "extra": 1, "made_good": 1,
        "percent": "66.7",
    }  # fmt: skip
    assert counted("2024-Q2") == {
        "planned": 3, "kept": 1, "cancelled": 1, "unconfirmed": 1, "delivered": 2, "late": 1,
        "percent": "66.7",
    }  # fmt: skip
    assert counted("2024-H1") == {
        "planned": 6, "kept": 3, "missed": 1, "cancelled": 1, "unconfirmed": 1, "delivered": 4, "extra": 1,
        "made_good": 1, "percent": "66.7",
    }  # fmt: skip
    assert counted("2024") | {"percent": ""} == counted("2024-H1") | {
        "planned": 12, "coming": 6, "percent": "",
    }  # fmt: skip


def test_a_window_is_due_where_the_plan_put_it_although_a_day_was_set_in_it(year: Year) -> None:
    window = year.owed("2.5", "2024-04-01")
    year.do(occurrences.move, window.id, date(2024, 4, 10))
    assert year.row("2.5", "2024-04-01..2024-04-29")["open"] == 1
    assert year.row("2.5", "2024-04-30..2024-04-30")["planned"] == 1
    year.clock.move_to(datetime.fromisoformat("2024-04-11T08:00+07:00"))
    assert year.row("2.5", "2024-Q2")["unconfirmed"] == 1


def test_pieces_of_a_quota_are_counted_by_their_units_and_withdrawn_ones_are_not(year: Year) -> None:
    def give(number: str, unit: str | None, count: int, day: str) -> Any:
        return year.do(record_piece, SLUG, number, Appeared(unit, count, date.fromisoformat(day)))

    give("3", "bài viết", 2, "2024-02-01")
    give("3", "ảnh", 9, "2024-03-31")
    wrong = give("3", "ảnh", 5, "2024-03-31")
    give("6", None, 1, "2024-03-01")
    year.do(withdraw_piece, wrong.id, "Trùng")
    articles, photos = (year.row("3", "2024-Q1", unit=unit) for unit in ("bài viết", "ảnh"))
    assert (articles["planned"], articles["delivered"], articles["behind"]) == (9, 2, True)
    assert articles["notes"] == ["Behind its pace: 2 of 9."] and articles["band"] == "low"
    assert (photos["planned"], photos["delivered"], photos["percent"]) == (9, 9, "100.0")
    assert "behind" not in photos
    assert year.row("6", "2024-Q1")["delivered"] == 1
    assert year.report("2024-Q1")["totals"]["delivered"] == 0


def test_what_a_person_added_to_a_quota_is_delivered_into_it(year: Year) -> None:
    done = year.do(add_one_off, SLUG, "4", datetime.combine(date(2024, 4, 1), time(9)))
    assert year.row("4", "2024").get("unconfirmed") is None
    year.do(delivery.deliver, done.occurrence.id, Proof("published"))
    assert (year.row("4", "2024")["delivered"], year.row("4", "2024")["kept"]) == (1, 1)


def test_a_replay_is_no_piece(year: Year) -> None:
    with reading(year.engine) as connection:
        replay = next(one for one in plan_occurrences(connection, SLUG) if one.kind == "replay")
    year.do(delivery.deliver, replay.id, Proof("aired"))
    assert year.report("2024")["totals"]["delivered"] == 0


def test_an_office_closes_its_figures_on_days_of_its_own(year: Year) -> None:
    with reading(year.engine) as connection:
        office_id = get_plan(connection, SLUG).office_id
    year.do(set_cut_offs, office_id, ["03-31", "06-30", "09-30", "12-31"])
    own, calendar = year.report("2024-Q1", "reporting"), year.report("2024-Q1")
    assert own | {"basis": ""} == calendar | {"basis": ""}
    year.do(set_cut_offs, office_id, None)
    assert year.report("2024-Q1", "reporting")["last"] == "2024-03-14"
    with pytest.raises(Invalid):
        year.do(set_cut_offs, office_id, ["03-14"])


def test_another_basis_is_refused(year: Year) -> None:
    with pytest.raises(Invalid, match="is no basis"):
        year.report("2024", "lunar")
