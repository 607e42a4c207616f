"""The shared list of rules with their expected starts, read in place where it is there.

It is not part of this project and not copied into it; `docs/decisions/rrule.md` says what was counted.
`test_recurrence_properties` proves the same without it.
"""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from rules.instances import expand
from rules.phrases import parse, read
from rules.wording import wording

LIST = Path(__file__).parents[3] / "shared" / "conformance" / "rrule.json"
# Where engines disagree or the standard forbids the rule, no answer is the right one.
DISPUTED = ("disputed:", "rfc7529", "rfc5545-must-not")

pytestmark = pytest.mark.skipif(
    not LIST.exists(), reason="the shared list of rules is not beside this project"
)


def text_of(case: dict[str, Any]) -> str:
    start, zone = case["dtstart"], case["tzid"]
    if case["dtstart_is_date"]:
        return f"DTSTART;VALUE=DATE:{start[:8]}\nRRULE:{case['rrule']}"
    named = f";TZID={zone}" if zone not in (None, "UTC") else ""
    return f"DTSTART{named}:{start}{'Z' if zone == 'UTC' else ''}\nRRULE:{case['rrule']}"


def answer(case: dict[str, Any]) -> str:
    """right, refused, asked or WRONG."""
    understanding = read(text_of(case))
    if understanding.schedule is None:
        return "refused" if understanding.status == "refused" else "asked"
    assert parse(wording(understanding.schedule, "vi")) == understanding.schedule
    expected = [datetime.fromisoformat(text) for text in case["expect"]]
    begin = datetime.fromisoformat(case.get("start_at") or case["dtstart"])
    last = expected[-1] if expected else begin + timedelta(days=800)
    after = 0 if case["truncated"] else 400  # a finished rule gives nothing more
    end = min(last.date() + timedelta(days=after), date(9998, 12, 31))
    named = [
        one.start if isinstance(one.start, datetime) else datetime.combine(one.start, time())
        for one in expand(understanding.schedule, begin.date(), end)
    ]
    named = [moment for moment in named if moment >= begin]
    if case["truncated"]:
        named = named[: len(expected)]
    return "right" if named == [moment for moment in expected if moment >= begin] else "WRONG"


def test_no_undisputed_rule_is_answered_wrong() -> None:
    answers: Counter[str] = Counter()
    wrong = []
    for case in json.loads(LIST.read_text(encoding="utf-8")):
        if any(flag.startswith(DISPUTED) for flag in case.get("flags", ())):
            continue
        given = answer(case)
        answers[given] += 1
        if given == "WRONG":
            wrong.append(case["id"])
    assert wrong == []
    # A yearly day of the month beside a weekday, without a month, is refused: programs differ on it.
    assert answers["right"] >= 498, answers


def test_a_disputed_rule_is_refused_or_follows_the_standard() -> None:
    answers: Counter[str] = Counter()
    others = []
    for case in json.loads(LIST.read_text(encoding="utf-8")):
        if any(flag.startswith(DISPUTED) for flag in case.get("flags", ())):
            given = answer(case)
            answers[given] += 1
            if given == "WRONG":
                others.append(case["flags"])
    # DTSTART outside the rule is told and not counted, as in every other case of the list.
    assert others == [["disputed:dtstart-counted-though-not-in-set"]] * 2
    assert answers["refused"] == 94
