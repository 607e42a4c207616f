"""A long list in parts: which of its pages is asked for, and the addresses of its neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """The rows of one page; its `number` and the place of its `first` row in the list count from 1."""

    rows: Sequence[T]
    number: int
    pages: int
    first: int


def part_of(rows: Sequence[T], asked: str | None, length: int) -> Part[T]:
    """The page of that number; what is no page is the first, what lies beyond the last is the last."""
    pages = max(1, -(-len(rows) // length))
    number = int(asked) if asked and asked.isascii() and asked.isdecimal() else 1
    number = max(1, min(number, pages))
    begin = (number - 1) * length
    return Part(rows[begin : begin + length], number, pages, begin + 1)
