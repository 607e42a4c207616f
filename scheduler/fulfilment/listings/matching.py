"""A listing set beside what was planned: proposals, each of one class, and nothing else.

    as-planned      on its day and channel, within `NEAR` of its time
    other-time      on its channel within a day of its time
    other-channel   at its time, on another channel than planned
    extra           it is like an item, and nothing that was planned is left for it
    missing         planned on a day (and channel) that the listing covers, and not in it, or not aired

Each line and each airing is in one proposal at most; the likeliest pairs are made first. A line that is like
no item of the plan is left out: a listing tells of a station's whole day.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, TypeAlias

from scheduler.fulfilment.listings.aired import Aired, Listing
from scheduler.fulfilment.listings.likeness import ALIKE, likeness
from scheduler.store.occurrences.read_model import Occurrence

Class: TypeAlias = Literal["as-planned", "other-time", "other-channel", "extra", "missing"]
CLASSES: tuple[Class, ...] = ("as-planned", "other-time", "other-channel", "extra", "missing")
NEAR, FAR = timedelta(minutes=5), timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a person may book. `item` of an extra is the number that it is most like.

    line        None where it is missing altogether
    occurrence  None of an extra
    """

    kind: Class
    item: str
    line: Aired | None
    occurrence: Occurrence | None
    likeness: float = 1.0


@dataclass(frozen=True, slots=True)
class Matched:
    """All proposals by day and time, and how many lines were like nothing of the plan."""

    proposals: tuple[Proposal, ...]
    others: int


def match(
    listing: Listing,
    planned: Iterable[Occurrence],
    titles: Sequence[tuple[str, str]],
    channel: str | None = None,
) -> Matched:
    """Set the listing beside airings that wait to be confirmed; `titles` are items' numbers and titles.

    `channel` is that of lines which name none.
    """
    airings = [one for one in planned if isinstance(one.start, datetime)]
    pairs = sorted(
        (
            (CLASSES.index(kind), _distance(line, one, channel), -like, line.place, one.id, line, one, kind)
            for line in listing.aired
            for one in airings
            if (like := likeness(line.title, one.title)) >= ALIKE
            and (kind := _class(line, one, channel)) is not None
        ),
        key=lambda pair: pair[:5],
    )
    lines: set[int] = set()
    taken: set[str] = set()
    found: list[Proposal] = []
    for _, _, like, place, occurrence_id, line, one, kind in pairs:
        if place in lines or occurrence_id in taken:
            continue
        lines.add(place)
        taken.add(occurrence_id)
        found.append(Proposal("missing" if line.reason else kind, one.item, line, one, -like))
    left = [line for line in listing.aired if line.place not in lines and line.reason is None]
    extras = [extra for line in left if (extra := _extra(line, titles)) is not None]
    covered = {(line.day, line.channel or channel) for line in listing.aired}
    gone = [
        Proposal("missing", one.item, None, one)
        for one in airings
        if one.id not in taken and _covers(covered, one)
    ]
    return Matched(tuple(sorted([*found, *extras, *gone], key=_order)), len(left) - len(extras))


def _class(line: Aired, one: Occurrence, channel: str | None) -> Class | None:
    if line.replay is not None and line.replay != (one.kind == "replay"):
        return None
    apart, on = _apart(line, one), line.channel or channel
    same = on is None or one.channel is None or on.casefold() == one.channel.casefold()
    if same:
        return "as-planned" if apart <= NEAR else "other-time" if apart < FAR else None
    return "other-channel" if apart <= NEAR else None


def _distance(line: Aired, one: Occurrence, channel: str | None) -> tuple[int, bool]:
    """Hours apart, then whether the channel is not known to be the same: both tell more than another word."""
    on = line.channel or channel
    return _apart(line, one) // timedelta(hours=1), on is None or one.channel is None


def _apart(line: Aired, one: Occurrence) -> timedelta:
    assert isinstance(one.start, datetime)  # noqa: S101 - airings without a time were left out
    return abs(datetime.combine(line.day, line.at) - one.start)


def _extra(line: Aired, titles: Sequence[tuple[str, str]]) -> Proposal | None:
    likely = max(((likeness(line.title, title), number) for number, title in titles), default=(0.0, ""))
    return Proposal("extra", likely[1], line, None, likely[0]) if likely[0] >= ALIKE else None


def _covers(covered: set[tuple[date, str | None]], one: Occurrence) -> bool:
    assert isinstance(one.start, datetime)  # noqa: S101 - as above
    day = one.start.date()
    return (day, None) in covered or (day, one.channel) in covered


def _order(one: Proposal) -> tuple[datetime, str, int]:
    if one.line is not None:
        return datetime.combine(one.line.day, one.line.at), one.item, one.line.place
    assert one.occurrence is not None and isinstance(one.occurrence.start, datetime)  # noqa: S101 - as above
    return one.occurrence.start, one.item, 0
