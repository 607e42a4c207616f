"""A second computation of a row: walks the days one by one, keeps lists of things, shares no code.

It knows obligations and pieces as plain dictionaries and asks of each day of the period what happened on it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

Thing = dict[str, Any]
NAMES = (
    "planned", "open", "delivered", "kept", "missed", "cancelled", "moved", "unconfirmed", "coming", "ahead",
    "early", "late", "extra", "made_good",
)  # fmt: skip


def days_between(first: date, last: date) -> list[date]:
    found = []
    while first <= last:
        found.append(first)
        first += timedelta(days=1)
    return found


def answers(owed: list[Thing], pieces: list[Thing]) -> dict[str, date]:
    """Of each obligation that was delivered the day on which it was; later pieces do not matter."""
    found: dict[str, date] = {}
    for piece in sorted(pieces, key=lambda one: one["day"], reverse=True):
        for one in owed:
            if one["state"] == "delivered" and piece["of"] == one["id"] and not piece["makes_good"]:
                found[one["id"]] = piece["day"]
    return found


def counted(owed: list[Thing], pieces: list[Thing], first: date, last: date, today: date) -> dict[str, int]:
    """Every number of a dated row, a day at a time."""
    total = dict.fromkeys(NAMES, 0)
    met = answers(owed, pieces)
    for at in days_between(first, last):
        for one in owed:
            if one["due"] == at:
                total["planned"] += 1
                total[fate(one, met, last, today)] += 1
                if one["id"] in met and met[one["id"]] < first:
                    total["ahead"] += 1
                if one["state"] == "missed" and any(
                    piece["makes_good"] == one["id"] and not piece["day"] > last for piece in pieces
                ):
                    total["made_good"] += 1
        shown = sum(piece["count"] for piece in pieces if piece["day"] == at)
        meant = [one for one in owed if met.get(one["id"]) == at]
        total["delivered"] += shown
        total["extra"] += shown - len(meant)
        for one in meant:
            if one["due"] > last:
                total["early"] += 1
            if one["due"] < first:
                total["late"] += 1
    for one in owed:
        begun = one["kind"] == "window" and not one["first"] > last and one["due"] > last
        gone = one["state"] in {"missed", "cancelled"} or (one["id"] in met and not met[one["id"]] > last)
        total["open"] += begun and not gone
    return total


def fate(one: Thing, met: dict[str, date], last: date, today: date) -> str:
    if one["state"] == "missed":
        return "missed"
    if one["state"] == "cancelled":
        return "cancelled"
    if one["id"] in met:
        return "moved" if met[one["id"]] > last else "kept"
    if one["held"] > last:
        return "moved"
    return "coming" if one["held"] >= today else "unconfirmed"


def paced(count: int, first: date, last: date, begin: date, end: date) -> int:
    """The floor of a quota's pace by repeated addition: each day of the plan brings its share."""
    whole = days_between(first, last)
    brought = sum(count for at in whole if begin <= at <= end)
    pieces = 0
    while brought >= len(whole):
        brought -= len(whole)
        pieces += 1
    return pieces
