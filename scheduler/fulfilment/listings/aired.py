"""One line of a listing as a value, and the listing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Literal, TypeAlias

from scheduler.errors import Invalid

Form: TypeAlias = Literal["text", "as-run", "traffic", "xmltv"]


@dataclass(frozen=True, slots=True)
class Aired:
    """What a line says. `place` counts lines (of XMLTV: programmes) from 1; `line` is as it stands there.

    channel   None where neither the line nor a heading names one
    replay    None where the form cannot say
    reason    why it did not air, as the form writes it; None: it aired
    """

    place: int
    line: str
    day: date
    at: time
    title: str
    channel: str | None = None
    minutes: int | None = None
    replay: bool | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What was read; `unread` are lines that look like airings and are none that can be read."""

    form: Form
    aired: tuple[Aired, ...]
    unread: tuple[tuple[int, str], ...] = ()


def refused(en: str, vi: str) -> Invalid:
    """The listing cannot be read at all."""
    return Invalid("listing-bad", en, vi, where="listing")
