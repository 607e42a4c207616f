"""What the guide says of plan files holds."""

from __future__ import annotations

import re
from pathlib import Path

from scheduler.planning.plan_file.document import MAX_BYTES, read_plan
from scheduler.planning.plan_file.item_fields import ITEM_KEYS
from scheduler.planning.plan_file.plan_fields import PLAN_KEYS

TEXT = (Path(__file__).parent.parent.parent / "docs" / "plan-file.md").read_text(encoding="utf-8")


def test_the_example_is_a_plan() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
    assert read_plan(example.encode()).items[0].number == "1"


def test_every_key_is_described_and_no_other() -> None:
    plan, item = TEXT.split("## The plan")[1].split("## An item")
    assert keys(plan) | {"from", "until"} == set(PLAN_KEYS)
    assert keys(item.split("## When")[0]) == set(ITEM_KEYS)


def test_the_limit_is_as_described() -> None:
    assert f"up to {MAX_BYTES // 1_000_000} MB" in TEXT


def keys(section: str) -> set[str]:
    heads = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {key for head in heads for key in re.findall(r"`(\w+)`", head)}
