"""What a sentence of the corpus must give: its dates, the readings to ask for, or a refusal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

Day: TypeAlias = date | datetime
Period: TypeAlias = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Case:
    """One sentence and what it must give in `year`.

    airings   starts of premieres: datetime with a time of day, date without one
    replays   starts of replays
    periods   first and last day of windows and spans
    quotas    (count, unit, "month"), without dates; None: not looked at
    readings  for `asked`: starts of premieres, or periods, that one reading each must have
    channel   that of every premiere; "" where there must be none, None: not looked at
    words     for `refused`: a part of the text that a problem must point at; None: not looked at
    """

    text: str
    status: Literal["understood", "ambiguous", "refused"]
    airings: frozenset[Day] = frozenset()
    replays: frozenset[Day] = frozenset()
    periods: frozenset[Period] = frozenset()
    quotas: tuple[tuple[int, str | None, str], ...] | None = None
    readings: tuple[frozenset[Day] | frozenset[Period], ...] = ()
    words: str | None = None
    target: str | None = None
    channel: str | None = None
    minutes: tuple[int, int | None] | None = None
    known_channels: tuple[str, ...] = ()
    year: int = 2024


def clear(
    text: str,
    airings: Iterable[Day] = (),
    *,
    replays: Iterable[Day] = (),
    periods: Iterable[Period] = (),
    quotas: tuple[tuple[int, str | None, str], ...] | None = None,
    target: str | None = None,
    channel: str | None = None,
    minutes: tuple[int, int | None] | None = None,
    known_channels: tuple[str, ...] = (),
    year: int = 2024,
) -> Case:
    """A sentence with one meaning: understood, with just these dates."""
    return Case(
        text,
        "understood",
        frozenset(airings),
        frozenset(replays),
        frozenset(periods),
        quotas,
        target=target,
        channel=channel,
        minutes=minutes,
        known_channels=known_channels,
        year=year,
    )


def asked(
    text: str, *readings: Iterable[Day] | Iterable[Period], target: str | None = None, year: int = 2024
) -> Case:
    """A sentence with several meanings: never a silent choice; these readings are among those shown."""
    sets: tuple[frozenset[Day] | frozenset[Period], ...] = tuple(frozenset(r) for r in readings)  # type: ignore[misc]
    return Case(text, "ambiguous", readings=sets, target=target, year=year)


def refused(text: str, words: str | None = None, *, target: str | None = None, year: int = 2024) -> Case:
    """A sentence without a date that could be stood by: refused, pointing at `words`."""
    return Case(text, "refused", words=words, target=target, year=year)


def nfd(text: str) -> str:
    """The text with its accents as separate characters, as some keyboards type it."""
    return unicodedata.normalize("NFD", text)
