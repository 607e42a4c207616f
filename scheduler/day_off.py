"""What a person says of one day: a day off, a working day, or an ordinary one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

DayKind: TypeAlias = Literal["holiday", "worked", "not-a-holiday"]
DAY_KINDS: tuple[DayKind, ...] = ("holiday", "worked", "not-a-holiday")


@dataclass(frozen=True, slots=True, order=True)
class DayOff:
    """One entry on top of the country's calendar.

    holiday         a day off, with its name
    worked          a working day: a weekend day that was swapped, or a holiday that is worked
    not-a-holiday   the day is what its weekday makes of it, whatever the calendar of the country says
    """

    day: date
    kind: DayKind
    name: str | None = None

    def __str__(self) -> str:
        return " ".join(word for word in (str(self.day), self.kind, self.name) if word)
