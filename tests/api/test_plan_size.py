"""The annex of a plan with 300 items and 4,871 dates: one small page, and few questions to the database."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import event

from scheduler.clock import FixedClock
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.plans.read_model import Group, Item
from tests.api.broadcasts import NOW
from tests.api.service import running
from tests.store.samples import PLAN, STATION, airing, store, window, write

ITEMS, DATES = 300, 4_871
LARGEST = 300_000  # bytes
PHRASE = (
    "17 giờ 45 phút thứ {}, Tuần {} Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau, thời lượng 12 phút"
)
TARGET = "12 chuyên mục/năm (1 chuyên mục/tháng)"


@pytest.fixture(scope="module")
def full(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[httpx.Client, list[str]]]:
    path = tmp_path_factory.mktemp("annex") / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    items = tuple(
        Item(
            f"{n // 20 + 1}.{n % 20 + 1}",
            f"Chuyên mục truyền hình về cải cách hành chính, số {n}",
            n,
            outlet=STATION,
            phrase=PHRASE.format(("Hai", "Ba", "Tư", "Năm", "Sáu")[n % 5], n % 4 + 1),
            target=TARGET,
            budget=1_000_000 + n,
            group_number=str(n // 20 + 1),
        )
        for n in range(ITEMS)
    )
    with transaction(engine) as connection:
        groups = tuple(Group(str(n), f"Nhóm {n}") for n in range(1, 16))
        stored = store(connection, replace(PLAN, groups=groups), items)
        rows = []
        for n in range(DATES):
            start = datetime(2024, 1, 1, 5) + timedelta(days=n % 366, minutes=(n * 37) % 1000)
            number = items[n % ITEMS].number
            if n % 4:
                rows.append(airing(stored, start, number, channel="KG", end=start + timedelta(minutes=12)))
            else:
                last = min(start.date() + timedelta(days=6), date(2024, 12, 31))
                rows.append(window(stored, start.date(), last, number))
        write(connection, *rows)
    statements: list[str] = []
    with running(engine, FixedClock(NOW)) as service:
        event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
        yield service.client, statements
    engine.dispose()


@pytest.mark.parametrize(
    "path",
    ["", "/progress", "/progress/planned", "/progress/unconfirmed?page=3", "?q=so+7&outlet=" + STATION],
)
def test_pages_of_a_large_plan_are_small(full: tuple[httpx.Client, list[str]], path: str) -> None:
    client, statements = full
    statements.clear()
    answer = client.get(f"/plans/{PLAN.slug}{path}")
    assert answer.status_code == 200
    assert len(answer.content) <= LARGEST
    assert len([one for one in statements if one.startswith("SELECT")]) <= 16


def test_the_annex_has_every_item_with_its_facts(full: tuple[httpx.Client, list[str]]) -> None:
    text = "".join(full[0].get(f"/plans/{PLAN.slug}?page={n}").text for n in (1, 2))
    assert text.count('<th scope="row" lang="vi">') == ITEMS
    assert text.count("→ 17:45 thứ") == ITEMS
    found = full[0].get(f"/plans/{PLAN.slug}?q=so+299").text
    assert found.count('<th scope="row" lang="vi">') == 1 and "1/300 mục" in found
