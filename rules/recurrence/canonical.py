"""A recurrence read back from its canonical text."""

from __future__ import annotations

from dataclasses import replace

from rules.recurrence.lines import properties
from rules.recurrence.moments import read_moment
from rules.recurrence.parts import read_rule
from rules.recurrence.text import Moment, Recurring, Rule


def read_canonical(text: str) -> Recurring:
    """The parts of a text that `Recurring.canonical` wrote."""
    start: Moment | None = None
    rule: Rule | None = None
    days: dict[str, tuple[Moment, ...]] = {}
    for line in properties(text):
        if line.name == "RRULE":
            rule, until, _ = read_rule(line.value)
            rule = replace(rule, until=read_moment(until)[0]) if until is not None else rule
        elif line.name == "DTSTART":
            start = read_moment(line.value)[0]
        else:
            days[line.name] = tuple(read_moment(one)[0] for one in line.value.parted(","))
    return Recurring(start, rule, days.get("RDATE", ()), days.get("EXDATE", ()))
