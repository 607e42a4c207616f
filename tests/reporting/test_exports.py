"""The tables of the plan that ships, by REST, by the pages and by the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine

from scheduler.accounts.rights import Actor
from scheduler.clock import FixedClock
from scheduler.desk import delivery
from scheduler.desk.desk import Desk
from scheduler.desk.pieces import Appeared, record_piece
from scheduler.desk.proofs import Proof
from scheduler.store.database.engine import transaction
from tests.api.service import Service
from tests.cli.conftest import Airslot, airslot, loaded  # noqa: F401 - fixtures
from tests.reporting.spreadsheet import read_xlsx
from tests.stories.house import MACHINE_TIME, NOW, an_office
from tests.stories.test_rights_of_pages import signed_in
from tests.stories.test_stories import an_airing

SLUG = "kien-giang-2024"
REST = f"/api/v1/plans/{SLUG}/export"
PAGE = f"/plans/{SLUG}/export"


@pytest.fixture
def office(sqlite_template: Path, tmp_path: Path) -> Iterator[tuple[Service, Engine]]:
    with an_office(sqlite_template, tmp_path) as (service, stored):
        with transaction(stored) as connection:
            actor = Actor("=An", "admin", "cli")
            desk = Desk(connection, actor, FixedClock(NOW), lambda: MACHINE_TIME, "a.example")
            proof = Proof("aired", date(2024, 1, 17), link="https://example.org/1", log="@sổ 3")
            delivery.deliver(desk, an_airing(stored, "2.2", "2024-01-17"), proof)
            record_piece(desk, SLUG, "3", Appeared(unit="ảnh", count=3, day=date(2024, 5, 2), title="=1+1"))
        yield service, stored


def table(client: httpx.Client, address: str, **query: str) -> list[dict[str, str]]:
    answer = client.get(address, params=query)
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def book(client: httpx.Client, address: str, **query: str) -> list[dict[str, Any]]:
    answer = client.get(address, params=query)
    assert answer.status_code == 200, answer.text
    heads, *rows = read_xlsx(answer.content).rows
    return [dict(zip(heads, [*row, *[None] * len(heads)], strict=False)) for row in rows]


def test_the_dates_are_real_days_and_times(office: tuple[Service, Engine]) -> None:
    client = office[0].client
    rows = book(client, REST, what="dates", format="xlsx", item="2.2")
    assert len(rows) == 24
    assert rows[0]["First day"] == date(2024, 1, 17) and rows[0]["Time"] == time(17, 45)
    assert rows[0] | {"Until": None} == rows[0] | {"State": "delivered", "Minutes": 12, "Until": None}
    asked = client.get(REST, params={"what": "dates", "format": "xlsx"})
    assert 'filename="kien-giang-2024-dates-2024-05-16.xlsx"' in asked.headers["content-disposition"]
    overdue = table(client, REST, what="dates", state="overdue")
    assert len(overdue) == 32 and {row["State"] for row in overdue} == {"overdue"}
    assert overdue[0]["First day"] == "2024-01-01" and overdue[0]["Last day"] == "2024-01-07"


def test_the_plan_has_its_groups_budgets_and_next_dates(office: tuple[Service, Engine]) -> None:
    rows = book(office[0].client, f"{PAGE}/plan.xlsx")
    assert len(rows) == 13 - 1
    assert sum(row["Kinh phí"] or 0 for row in rows) == 1_005_896_756
    [one] = [row for row in rows if row["Mục"] == "2.2"]
    assert one["Lần tới"] == date(2024, 6, 19) and one["Tiến độ"] == "1/12"
    assert one["Được hiểu là"].startswith("17:45 thứ Tư tuần 3")
    [quota] = [row for row in rows if row["Mục"] == "3"]
    assert quota["Tiến độ"] == "0/39 bài viết; 3/37 ảnh"


def test_the_progress_is_that_of_the_report(office: tuple[Service, Engine]) -> None:
    client = office[0].client
    for basis in ("calendar", "reporting"):
        asked = {"period": "2024-H1", "basis": basis}
        report = client.get("/api/v1/reports/fulfilment", params={"plan": SLUG, **asked}).json()
        rows = book(client, REST, what="progress", format="xlsx", **asked)
        names = {
            "Planned": "planned", "Due by now": "due", "Open": "open", "Delivered": "delivered",
            "Unconfirmed": "unconfirmed", "Value due": "value_due", "Pace": "pace",
        }  # fmt: skip
        assert [{head: row[head] for head in names} for row in rows] == [
            {head: row[name] for head, name in names.items()} for row in report["rows"]
        ]
        assert [row["%"] for row in rows] == [
            float(row["percent"]) if row["percent"] else None for row in report["rows"]
        ]


def test_pieces_are_for_the_people_of_the_office(office: tuple[Service, Engine]) -> None:
    client = office[0].client
    assert client.get(REST, params={"what": "pieces"}).status_code in (401, 403)
    signed_in(client, "viewer")
    rows = table(client, f"{PAGE}/pieces.csv", lang="en")
    assert [(row["Item"], row["Count"], row["Unit"], row["Day"]) for row in rows] == [
        ("2.2", "1", "", "2024-01-17"), ("3", "3", "ảnh", "2024-05-02"),
    ]  # fmt: skip
    assert "https://example.org/1" in rows[0]["Proofs"] and "@sổ 3" in rows[0]["Proofs"]
    assert rows[1]["Title of the piece"] == "'=1+1" and rows[1]["Given by"] == "'=An"
    assert book(client, f"{PAGE}/pieces.xlsx", lang="en")[1]["Title of the piece"] == "=1+1"


def test_what_cannot_be_exported_is_a_refusal_in_words(office: tuple[Service, Engine]) -> None:
    get = office[0].client.get
    for name in ("budget.csv", "plan.pdf", "plan", ".csv"):
        assert get(f"{PAGE}/{name}").status_code == 404
    assert get(f"{PAGE}/progress.csv?period=2024-M1").status_code == 422
    assert get(REST, params={"what": "plan", "format": "pdf"}).status_code == 422
    assert get(REST, params={"what": "dates", "from": "2024-05-02", "to": "2024-05-01"}).status_code == 422
    assert get("/plans/none/export/plan.csv").status_code == 404


def test_the_command_line_writes_the_same(loaded: Airslot, tmp_path: Path) -> None:  # noqa: F811
    out = loaded("export", "dates", "--plan", SLUG, "--from", "2024-05-06", "--to", "2024-05-07").out
    rows = list(csv.DictReader(io.StringIO(out.removeprefix("\ufeff"), newline="")))
    assert {row["First day"] for row in rows if row["Kind"] != "window"} == {"2024-05-06", "2024-05-07"}
    file = tmp_path / "tien-do.xlsx"
    done = loaded("export", "progress", "--plan", SLUG, "--period", "2024-Q1", "-o", str(file))
    assert done.code == 0 and "rows" in done.err
    assert len(read_xlsx(file.read_bytes()).rows) == 14
    assert loaded("export", "money", "--plan", SLUG).code == 2
    assert loaded("export", "plan", "--plan", SLUG, "--format", "pdf").code == 2
