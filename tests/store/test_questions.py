"""Each question is answered through its index: the way that SQLite takes to the rows is looked at."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event

from scheduler.store.database.engine import transaction
from scheduler.store.instants import zone
from scheduler.store.occurrences.read_model import (
    OccurrenceFilter,
    find_occurrences,
    get_occurrence,
    plan_occurrences,
    upcoming,
)
from scheduler.store.occurrences.rows import delete_rows, item_rows, replace_rows, replay_rows
from scheduler.store.plans.read_model import get_plan
from scheduler.store.statements.paging import Cursor
from tests.store.samples import LATER, PLAN, a_month

pytestmark = pytest.mark.parametrize("database_kind", ["sqlite"], indirect=True)

NOW = datetime(2024, 1, 5, tzinfo=UTC)
YEAR = OccurrenceFilter(first=date(2024, 1, 2), last=date(2024, 12, 31))
BY_START, OPEN, BY_ID = (
    "ix_occurrence_upcoming",
    "ix_occurrence_open_windows",
    "sqlite_autoindex_occurrence_1",
)

QUESTIONS: dict[str, tuple[Callable[[Connection, str], object], set[str]]] = {
    "upcoming": (lambda c, _: upcoming(c, NOW), {BY_START}),
    "upcoming with open windows": (lambda c, _: upcoming(c, NOW, open_windows=True), {BY_START, OPEN}),
    "a range": (lambda c, _: find_occurrences(c, YEAR), {BY_START, OPEN}),
    "a plan in a range": (
        lambda c, _: find_occurrences(c, OccurrenceFilter(YEAR.first, YEAR.last, PLAN.slug)),
        {"ix_occurrence_of_plan", OPEN},
    ),
    "an item ahead": (
        lambda c, _: upcoming(c, NOW, OccurrenceFilter(plan=PLAN.slug, item="2.2"), open_windows=True),
        {"ix_occurrence_of_plan", OPEN},
    ),
    "a page far on": (lambda c, one: find_occurrences(c, OccurrenceFilter(), Cursor(NOW, one)), {BY_START}),
    "a plan's feed": (lambda c, _: plan_occurrences(c, PLAN.slug), {"ix_occurrence_of_plan"}),
    "an item's occurrences": (lambda c, _: item_rows(c, [1, 2]), {"ix_occurrence_of_item"}),
    "a premiere's replays": (lambda c, one: replay_rows(c, [one]), {"ix_occurrence_premiere_id"}),
    "one occurrence": (lambda c, one: get_occurrence(c, one), {BY_ID}),
    "a change": (
        lambda c, one: replace_rows(c, [r for r in item_rows(c, [2]) if r.id == one], zone("UTC"), LATER),
        {"ix_occurrence_of_item", BY_ID, "ix_occurrence_premiere_id"},
    ),
    "a deletion": (lambda c, one: delete_rows(c, [one], LATER), {BY_ID, "ix_occurrence_premiere_id"}),
}


def ways(engine: Engine, ask: Callable[[Connection], object]) -> list[str]:
    """How SQLite reaches the rows of each table that the question's statements touch."""
    asked: list[tuple[str, Any]] = []

    def note(
        _c: object, _cursor: object, statement: str, parameters: Any, _context: object, many: bool
    ) -> None:
        asked.append((statement, parameters[0] if many else parameters))

    with transaction(engine) as connection:
        event.listen(connection, "before_cursor_execute", note)
        ask(connection)
        event.remove(connection, "before_cursor_execute", note)
        return [
            row.detail
            for statement, parameters in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_finds_its_rows_by_index(engine: Engine, question: str) -> None:
    ask, indexes = QUESTIONS[question]
    one = a_month(engine)["replay" if question == "a deletion" else "premiere"].id
    found = ways(engine, lambda connection: ask(connection, one))
    of_occurrences = [way for way in found if re.match(r"(SEARCH|SCAN) occurrence\b", way)]
    assert {way.split("INDEX ")[-1].split(" ")[0] for way in of_occurrences} == indexes
    assert [way for way in found if way.startswith("SCAN")] == []


@pytest.mark.parametrize("question", ["upcoming", "a page far on", "a plan's feed"])
def test_rows_come_in_order_without_sorting(engine: Engine, question: str) -> None:
    ask, _ = QUESTIONS[question]
    one = a_month(engine)["premiere"].id
    found = ways(engine, lambda connection: ask(connection, one))
    assert [way for way in found if "TEMP B-TREE" in way] == []


def test_a_feed_poll_is_one_row_by_its_slug(engine: Engine) -> None:
    a_month(engine)
    assert ways(engine, lambda connection: get_plan(connection, PLAN.slug)) == [
        "SEARCH plan USING INDEX sqlite_autoindex_plan_1 (slug=?)",
        "SEARCH office USING INTEGER PRIMARY KEY (rowid=?)",
    ]
