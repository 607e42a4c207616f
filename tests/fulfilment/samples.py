"""The plan of Kiên Giang as values, read from what it must give; small values for single rules."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from scheduler.fulfilment.periods import Basis, CutOffs, ReportPeriod, period_named
from scheduler.fulfilment.values import Count, ItemFacts, Obligation, Piece, Row, Target

EXPECTED = json.loads(
    (Path(__file__).parent.parent / "acceptance" / "expected-2024.json").read_text(encoding="utf-8")
)
FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
SIGNED = date(2024, 4, 2)


def kien_giang() -> list[ItemFacts]:
    """Every item of the plan, nothing delivered yet."""
    targets = {one["item"]: tuple(map(_target, one["targets"].items())) for one in EXPECTED["quotas"]}
    return [
        ItemFacts(
            number,
            FIRST,
            LAST,
            budget=EXPECTED["budget"].get(number),
            obligations=() if number in targets else _obligations(number),
            targets=targets.get(number, ()),
        )
        for number in EXPECTED["budget"]
    ]


def _target(pair: tuple[str, int]) -> Target:
    return Target(pair[1], pair[0])


def _obligations(number: str) -> tuple[Obligation, ...]:
    found = []
    for one in EXPECTED["airings"]:
        if one["item"] == number:
            day = date.fromisoformat(one["start"][:10])
            found.append(Obligation(f"{one['start']}", one["kind"], "planned", day, day, day))
    for one in EXPECTED["windows"]:
        if one["item"] == number:
            first, last = date.fromisoformat(one["first"]), date.fromisoformat(one["last"])
            found.append(Obligation(f"{first}/{last}", "window", "planned", first, last, last))
    return tuple(found)


def period(name: str, basis: str = "calendar") -> ReportPeriod:
    return period_named(name, Basis(basis), CutOffs())


def day(text: str) -> date:
    return date.fromisoformat(f"2024-{text}")


def airing(due: str, state: Any = "planned", *, held: str | None = None, **more: Any) -> Obligation:
    at = day(due)
    kind = more.pop("kind", "premiere")
    return Obligation(due, kind, state, at, at, at if held is None else day(held), **more)


def window(first: str, due: str, state: Any = "planned", *, held: str | None = None) -> Obligation:
    last = day(due)
    return Obligation(due, "window", state, day(first), last, last if held is None else day(held))


def piece(at: str, of: str | None = None, **more: Any) -> Piece:
    return Piece(day(at), of=of, **more)


def item(*owed: Obligation, pieces: tuple[Piece, ...] = (), **more: Any) -> ItemFacts:
    return ItemFacts("1", FIRST, LAST, obligations=owed, pieces=pieces, **more)


def told(row: Row, *names: str) -> dict[str, int]:
    """The counts of a row by name, those that are not 0; or those of the names given."""
    every = {name: getattr(row.count, name) for name in names or Count.__dataclass_fields__}
    return every if names else {name: value for name, value in every.items() if value}
