"""A plan file is read before a transaction begins: however long it takes, others go on writing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from scheduler.desk import documents
from scheduler.store.database.engine import transaction
from tests.desk.doors import open_doors
from tests.desk.samples import PLAN, Offices

YAML = {"Content-Type": "application/yaml"}
NEW = PLAN.replace("17 giờ 45 phút", "18 giờ")


@pytest.fixture
def beside(offices: Offices, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], list[str]]:
    """Lets somebody else write while a step of `documents` is under way; tells which steps that were."""
    done: list[str] = []

    def watch(step: str) -> list[str]:
        real = getattr(documents, step)

        def beside(*given: Any, **facts: Any) -> Any:
            with transaction(offices.engine) as connection:
                connection.exec_driver_sql("UPDATE plan SET revision = revision WHERE id = 1")
            done.append(step)
            return real(*given, **facts)

        monkeypatch.setattr(documents, step, beside)
        return done

    return watch


@pytest.mark.parametrize(
    ("content", "query", "status"),
    [
        (NEW, "?dry_run=true", 200),
        (NEW, "?agreed=1", 200),
        ("".join(f"khoa{number}: 1\n" for number in range(1000)), "?dry_run=true", 422),
        ("".join(f"khoa{number}: 1\n" for number in range(1000)), "", 422),
    ],
    ids=["compared", "loaded", "faults compared", "faults loaded"],
)
def test_others_write_while_a_file_is_read(
    offices: Offices, beside: Callable[[str], list[str]], content: str, query: str, status: int
) -> None:
    with open_doors(offices) as doors:
        done = beside("read_plan")
        answer = doors.ask("manager", "POST", f"/plans{query}", content=content.encode(), headers=YAML)
    assert (answer.status_code, done) == (status, ["read_plan"]), answer.text
    if status == 422:
        assert len(answer.json()["errors"]) == 50


def test_others_write_while_a_file_is_compared(offices: Offices, beside: Callable[[str], list[str]]) -> None:
    with open_doors(offices) as doors:
        done = beside("preview")
        answer = doors.ask("manager", "POST", "/plans?dry_run=true", content=NEW.encode(), headers=YAML)
    assert (answer.status_code, done) == (200, ["preview"]), answer.text
