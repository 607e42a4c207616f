"""The calendar of a year with 5,000 occurrences: small pages, and as many questions as for an empty one."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import pytest
from sqlalchemy import event

from scheduler.clock import FixedClock
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.plans.read_model import Item
from tests.api.broadcasts import NOW
from tests.api.service import running
from tests.store.samples import STATION, airing, store, write

LARGEST = {"year/2024": 200_000}  # bytes; the others
USUAL = 150_000
ITEMS = 140
A_YEAR = 5_000
VIEWS = ("month/2024-01", "week/2024-01-15", "list/2024-01-01", "year/2024")


@pytest.fixture(scope="module")
def full(
    sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[httpx.Client, list[str]]]:
    path = tmp_path_factory.mktemp("full") / "airslot.db"
    shutil.copyfile(sqlite_template, path)
    engine = open_engine(f"sqlite:///{path}")
    items = tuple(
        Item(
            f"{n // 10}.{n % 10}", f"Chuyên mục truyền hình về cải cách hành chính, số {n}", n, outlet=STATION
        )
        for n in range(ITEMS)
    )
    with transaction(engine) as connection:
        stored = store(connection, items=items)
        rows = []
        for n in range(A_YEAR):
            start = datetime(2024, 1, 1, 5) + timedelta(days=n % 366, minutes=(n * 37) % 1000)
            rows.append(
                airing(
                    stored, start, items[n % ITEMS].number, channel="KG", end=start + timedelta(minutes=12)
                )
            )
        for n in range(2, A_YEAR, 3):
            premiere = rows[n - 1]
            assert isinstance(premiere.start, datetime)
            rows[n] = airing(
                stored,
                min(premiere.start + timedelta(days=1), datetime(2024, 12, 31, 23)),
                items[n % ITEMS].number,
                kind="replay",
                premiere_id=premiere.id,
                channel="KG1",
            )
        write(connection, *rows)
    statements: list[str] = []
    with running(engine, FixedClock(NOW)) as service:
        event.listen(engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
        yield service.client, statements
    engine.dispose()


@pytest.mark.parametrize("view", VIEWS)
def test_a_full_year_fits_into_small_pages(full: tuple[httpx.Client, list[str]], view: str) -> None:
    client, _ = full
    for query in ("?lang=en", "?lang=en&q=" + "truyen+hinh+" * 16 + "&state=planned&channel=KG"):
        answer = client.get(f"/calendar/{view}{query}")
        assert answer.status_code == 200
        assert len(answer.content) <= LARGEST.get(view, USUAL)


def test_the_sheet_of_a_full_year_names_each_items_days(full: tuple[httpx.Client, list[str]]) -> None:
    text = full[0].get("/calendar/year/2024").text
    assert text.count('<ol class="wall">') == 12
    lines = re.findall(r"<li><i>(\d+\.\d)</i> ([\d, ]+)</li>", text)
    assert len({number for number, _ in lines}) == ITEMS
    # The fifth day of the year, and those that come 140 and 366 days after.
    assert ("0.4", "5") in [(number, days.split(", ")[0]) for number, days in lines]
    assert len(re.findall(r"<li><i>\d+\.\d</i> <b class=\"sign o1\"", text)) == ITEMS


def test_the_month_really_is_full(full: tuple[httpx.Client, list[str]]) -> None:
    assert 380 < full[0].get("/calendar/month/2024-01").text.count('<li class="entry') < 460


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_asks_as_much_as_an_empty_one(full: tuple[httpx.Client, list[str]], view: str) -> None:
    client, statements = full
    asked = []
    for year in ("2024", "2018"):  # both years' 15 January is a Monday
        statements.clear()
        assert client.get(f"/calendar/{view.replace('2024', year)}").status_code == 200
        asked.append([statement for statement in statements if statement.startswith("SELECT")])
    # The premieres that a page's replays come from are one more question, or two parts of one.
    assert len(asked[0]) - len(asked[1]) <= 2 and len(asked[0]) <= 10
