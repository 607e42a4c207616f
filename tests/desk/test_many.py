"""A deed on a whole slot: a fixed number of statements however many rows, and the same rows as one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time
from typing import Any

import pytest
from sqlalchemy import Engine, event

from scheduler.desk import occurrences
from scheduler.desk.deeds import Done
from tests.desk.samples import Offices

DAILY = """\
slug: hang-ngay
title: Hằng ngày
office: Sở Nội vụ
year: 2024
timezone: Asia/Ho_Chi_Minh
outlets:
  - {name: Đài PT-TH, channels: [KG, KG1]}
items:
  - number: "1"
    title: Thời sự
    outlet: Đài PT-TH
    when: WHEN
"""
PHRASE = "17 giờ 45 phút hằng ngày Kênh KG và phát lại 6 giờ Kênh KG ngày hôm sau, thời lượng 12 phút"
SLUG = "hang-ngay"
MOST_STATEMENTS = 30


def counted(engine: Engine, deed: Callable[[], Any]) -> tuple[Any, int]:
    """What a deed gives, and how often the database was asked; many rows in one statement are one."""
    asked: list[str] = []

    def note(*call: Any) -> None:
        asked.append(call[2])

    event.listen(engine, "before_cursor_execute", note)
    try:
        return deed(), len(asked)
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.fixture
def daily(offices: Offices) -> Offices:
    offices.load(DAILY.replace("WHEN", PHRASE))
    return offices


DEEDS: dict[str, Callable[[Offices, str], Done]] = {
    "move": lambda desk, one: desk.do(
        occurrences.move, one, datetime(2024, 5, 2, 19), channel="KG1", scope="all", include_past=True
    ),
    "retime": lambda desk, one: desk.do(occurrences.retime, one, at=time(18), minutes=20, scope="all"),
    "cancel": lambda desk, one: desk.do(occurrences.cancel, one, reason="Nghỉ", scope="following"),
}


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_on_a_year_takes_few_statements(daily: Offices, deed: str) -> None:
    one = daily.row("2024-05-01", slug=SLUG)
    before = daily.plan(SLUG).revision
    done, asked = counted(daily.engine, lambda: DEEDS[deed](daily, one.id))
    assert len(done.changes) > 200
    assert asked <= MOST_STATEMENTS
    assert daily.plan(SLUG).revision == before + 1
    log = daily.log(plan=SLUG, subject_kind="occurrence")
    assert len(log) == min(500, len(done.changes)) and {entry.action for entry in log} <= {deed, "follow"}
    back, asked = counted(
        daily.engine,
        lambda: daily.do(occurrences.restore, one.id, scope="all", include_past=True),
    )
    assert len(back.changes) == len(done.changes) and asked <= MOST_STATEMENTS


def test_all_at_once_gives_what_one_by_one_gives(daily: Offices) -> None:
    def places() -> list[tuple[object, ...]]:
        return [
            (row.id, row.start, row.end, row.channel, row.minutes, row.state, row.sequence, row.note)
            for row in daily.rows(SLUG)
        ]

    own = daily.row("2024-06-02", "replay", slug=SLUG)
    daily.do(occurrences.move, own.id, datetime(2024, 6, 4, 8))
    june = [row for row in daily.rows(SLUG) if row.kind == "premiere" and row.start.month >= 6]
    start = places()
    daily.do(occurrences.retime, june[0].id, at=time(20), minutes=30, scope="following")
    at_once = places()
    assert at_once != start
    daily.do(occurrences.restore, june[0].id, scope="following")
    assert [row[1:6] for row in places()] == [row[1:6] for row in start]
    for row in june:
        daily.do(occurrences.retime, row.id, at=time(20), minutes=30)
    # Restored and changed again: only SEQUENCE has risen on.
    assert [row[:6] for row in places()] == [row[:6] for row in at_once]


def test_a_reload_over_a_year_of_moves_takes_few_statements(daily: Offices) -> None:
    one = daily.row("2024-05-01", slug=SLUG)
    daily.do(occurrences.move, one.id, datetime(2024, 5, 2, 19), scope="following")
    longer = DAILY.replace("WHEN", PHRASE.replace("12 phút", "15 phút")).replace(
        "phát lại 6 giờ Kênh KG ngày hôm sau",
        "phát lại 6 giờ Kênh KG ngày hôm sau và phát lại 9 giờ Kênh KG ngày hôm sau",
    )
    _, asked = counted(daily.engine, lambda: daily.load(longer))
    assert asked <= 2 * MOST_STATEMENTS
    rows = daily.rows(SLUG)
    moved = next(row for row in rows if row.id == one.id)
    assert (moved.start, moved.minutes) == (datetime(2024, 5, 2, 19), 15)
    # The replay that the phrase gives newly follows the premiere to where a person holds it.
    (added,) = [row for row in rows if row.premiere_id == one.id and row.start.hour == 9]
    assert added.start == datetime(2024, 5, 3, 9)
    assert moved.uid == one.uid
