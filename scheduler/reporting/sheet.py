"""A table as a value: columns with their kinds, and rows of real days, times and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import Literal, TypeAlias

Kind: TypeAlias = Literal["text", "number", "money", "percent", "day", "time"]
Cell: TypeAlias = str | int | Decimal | date | time | None
Format: TypeAlias = Literal["csv", "xlsx"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column; `width` in characters, beyond which its text wraps."""

    head: str
    kind: Kind = "text"
    width: int = 12


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table. `name` stands on its tab, `title` at the head of what is printed of it.

    A row has a cell for each column: a day is a date and no text, an unknown fact is None.
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Cell, ...]]


def day_of(moment: date | datetime | None) -> date | None:
    """The day of a wall time or a day."""
    return moment.date() if isinstance(moment, datetime) else moment


def time_of(moment: date | datetime | None) -> time | None:
    """The time of a wall time; None of a day."""
    return moment.time() if isinstance(moment, datetime) else None
