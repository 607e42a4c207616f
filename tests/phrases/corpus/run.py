"""What the reader makes of a case, and what is wrong with it.

    python -m tests.phrases.corpus.run replays_vi ...

prints each case of the named files that does not hold.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from datetime import date

from rules.instances import expand
from rules.phrases import Context, Understanding, read
from rules.schedule import Instance, Schedule
from tests.phrases.corpus.case import Case


def faults(case: Case) -> list[str]:
    """What the reader gets wrong of a case, for a person; empty where it holds."""
    first, last = date(case.year, 1, 1), date(case.year, 12, 31)
    context = Context(
        year=case.year, first=first, last=last, target=case.target, channels=case.known_channels
    )
    understanding = read(case.text, context)
    if understanding.status != case.status:
        return [f"{understanding.status}, not {case.status}: {told(understanding)}"]
    if case.status == "refused":
        return list(_refused(case, understanding))
    if case.status == "ambiguous":
        shown = [_found(reading.schedule, first, last) for reading in understanding.readings]
        sets = [s for found in shown for s in (_starts(found, "premiere"), _periods(found))]
        return [f"no reading has {_some(wanted)}" for wanted in case.readings if set(wanted) not in sets]
    assert understanding.schedule is not None
    return list(_understood(case, understanding.schedule, _found(understanding.schedule, first, last)))


def told(understanding: Understanding) -> str:
    """The problems with their words, the readings' reasons, or the parts of the schedule."""
    if understanding.problems:
        text = understanding.phrase
        return "; ".join(f"{p.code} at {text[p.start : p.end]!r}" for p in understanding.problems)
    if understanding.readings:
        return " | ".join(reading.why.en for reading in understanding.readings)
    return str(understanding.schedule)


def _found(schedule: Schedule, first: date, last: date) -> list[Instance]:
    return expand(schedule, first, last)


def _starts(found: list[Instance], kind: str) -> set[object]:
    return {instance.start for instance in found if instance.kind == kind}


def _periods(found: list[Instance]) -> set[object]:
    return {(i.start, i.end) for i in found if i.kind in ("window", "span")}


def _refused(case: Case, understanding: Understanding) -> Iterator[str]:
    if case.words is None:
        return
    at = case.text.index(case.words)
    end = at + len(case.words)
    if not any(p.start < end and at < p.end for p in understanding.problems):
        yield f"no problem points at {case.words!r}: {told(understanding)}"


def _understood(case: Case, schedule: Schedule, found: list[Instance]) -> Iterator[str]:
    for name, wanted, got in (
        ("airings", case.airings, _starts(found, "premiere")),
        ("replays", case.replays, _starts(found, "replay")),
        ("periods", case.periods, _periods(found)),
    ):
        if set(wanted) != got:
            yield f"{name}: missing {_some(set(wanted) - got)}, too many {_some(got - set(wanted))}"
    if case.quotas is not None:
        quotas = tuple((q.count, q.unit, q.period.value) for q in schedule.quotas)
        if quotas != case.quotas:
            yield f"quotas: {quotas}"
    premieres = [i for i in found if i.kind == "premiere"]
    if case.channel is not None and {i.channel for i in premieres} != {case.channel or None}:
        yield f"channel: { {i.channel for i in premieres} }"
    if case.minutes is not None and {(i.minutes, i.minutes_max) for i in premieres} != {case.minutes}:
        yield f"minutes: { {(i.minutes, i.minutes_max) for i in premieres} }"


def _some(days: object) -> str:
    texts = sorted(map(_text, days))  # type: ignore[call-overload]
    return ", ".join(texts[:4]) + (f" … ({len(texts)})" if len(texts) > 4 else "") if texts else "none"


def _text(day: object) -> str:
    return "–".join(map(str, day)) if isinstance(day, tuple) else str(day)


def main(names: list[str]) -> int:
    """Print the cases that do not hold, and how many of each kind."""
    bad = 0
    for name in names:
        cases: list[Case] = importlib.import_module(f"tests.phrases.corpus.{name}").CASES
        wrong = [(case, found) for case in cases if (found := faults(case))]
        for case, found in wrong:
            print(f"[{name}] {case.text}")
            for fault in found:
                print(f"      {fault}")
        print(f"{name}: {len(cases) - len(wrong)} of {len(cases)} hold")
        bad += len(wrong)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
