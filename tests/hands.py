"""The hands of a clock: machine time that stands until a test moves it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(slots=True)
class Hands:
    """Where they stand."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now
