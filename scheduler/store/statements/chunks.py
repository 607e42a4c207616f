"""Many values in parts that one statement can name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
AT_ONCE = 500  # ids in one statement: below the limits of variables on both databases


def in_chunks(values: Sequence[T], size: int = AT_ONCE) -> Iterator[Sequence[T]]:
    """The values in parts of at most that many."""
    return (values[n : n + size] for n in range(0, len(values), size))
