"""What a station sends of what it aired: compared with the plan, and booked as a person decides.

Comparing writes nothing. A choice that is booked is a deed like any other, with the line of the listing as
the entry of the station's log.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from scheduler.accounts.rights import Actor, Right, require
from scheduler.desk.delivery import deliver, miss
from scheduler.desk.desk import Desk, require_office
from scheduler.desk.pieces import Appeared, record_piece
from scheduler.desk.proofs import LONGEST_LOG, Proof
from scheduler.errors import Invalid
from scheduler.fulfilment.listings.aired import Listing
from scheduler.fulfilment.listings.matching import CLASSES, Proposal, match
from scheduler.fulfilment.listings.reading import read_listing
from scheduler.planning.expanding.expansion import moment
from scheduler.store.occurrences.read_model import OccurrenceFilter, all_occurrences
from scheduler.store.plans.read_model import Plan, plan_items

MOST_CHOICES = 500
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Compared:
    """The proposals for what is not confirmed yet, by day and time.

    known   lines of what has been confirmed, missed or cancelled already
    others  lines that are like nothing of the plan
    """

    listing: Listing
    proposals: tuple[Proposal, ...]
    known: int
    others: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A proposal that a person books: `occurrence`, or of an extra the number of its item."""

    kind: str
    occurrence: str | None = None
    item: str | None = None
    day: date | None = None
    at: time | None = None
    channel: str | None = None
    title: str | None = None
    line: str | None = None


def compare_listing(
    connection: Connection,
    actor: Actor | None,
    its: Plan,
    data: bytes,
    now: datetime,
    *,
    channel: str | None = None,
) -> Compared:
    """Proposals for what the actor may confirm; `channel` is that of lines which name none, `now` plan time.

    Raises Invalid for what is no listing, and as `require`.
    """
    who = require(actor, Right.SEE)
    require_office(who, its)
    listing = read_listing(data, its.timezone)
    days = [line.day for line in listing.aired]
    wanted = OccurrenceFilter(first=min(days) - _DAY, last=max(days) + _DAY, plan=its.slug)
    local = now.astimezone(ZoneInfo(its.timezone)).replace(tzinfo=None)
    airings = [
        one
        for one in all_occurrences(connection, wanted)
        if one.kind != "window" and who.may(Right.WORK, one.outlet) and not one.orphaned
    ]
    titles = [
        (item.number, item.title)
        for item in plan_items(connection, its.slug)
        if who.may(Right.WORK, item.outlet)
    ]
    found = match(listing, airings, titles, channel or None)
    waiting = [
        one
        for one in found.proposals
        if one.occurrence is None or (one.occurrence.state == "planned" and _is_over(one, local))
    ]
    known = sum(one.occurrence is not None and one.occurrence.state != "planned" for one in found.proposals)
    return Compared(listing, tuple(waiting), known, found.others)


def book(desk: Desk, slug: str, choices: Sequence[Choice]) -> int:
    """Confirm, miss or record what was chosen, all or nothing; how many. Raises as those deeds do."""
    if not 0 < len(choices) <= MOST_CHOICES:
        raise Invalid(
            "choices-bad",
            f"Choose 1 to {MOST_CHOICES} proposals.",
            f"Hãy chọn từ 1 đến {MOST_CHOICES} đề xuất.",
            where="choices",
        )
    for one in choices:
        _book(desk, slug, one)
    return len(choices)


def choice_of(one: Proposal) -> Choice:
    """What is booked when a proposal is taken as it is."""
    line, about = one.line, one.occurrence
    return Choice(
        one.kind,
        occurrence=about.id if about else None,
        item=one.item,
        day=line.day if line else None,
        at=line.at if line else None,
        channel=line.channel if line else None,
        title=line.title if line else None,
        line=line.line[:LONGEST_LOG] if line else None,
    )


def proposal_object(one: Proposal) -> dict[str, Any]:
    """A proposal as JSON: what was planned beside what the listing says."""
    line, about = one.line, one.occurrence
    return {
        "class": one.kind,
        "item": one.item,
        "occurrence": about.id if about else None,
        "kind": about.kind if about else None,
        "start": moment(about.start) if about else None,
        "planned_channel": about.channel if about else None,
        "day": line.day.isoformat() if line else None,
        "time": f"{line.at:%H:%M}" if line else None,
        "channel": line.channel if line else None,
        "title": line.title if line else None,
        "reason": line.reason if line else None,
        "place": line.place if line else None,
        "line": line.line if line else None,
    }


def compared_object(found: Compared) -> dict[str, Any]:
    """All of them, and what was left aside."""
    return {
        "form": found.listing.form,
        "proposals": [proposal_object(one) for one in found.proposals],
        "known": found.known,
        "others": found.others,
        "unread": [{"place": place, "line": line} for place, line in found.listing.unread],
    }


def _is_over(one: Proposal, now: datetime) -> bool:
    """A missing airing is one only once its time has come."""
    start = one.occurrence.start if one.occurrence else None
    return one.kind != "missing" or (isinstance(start, datetime) and start <= now)


def _book(desk: Desk, slug: str, one: Choice) -> None:
    if one.kind not in CLASSES:
        raise Invalid(
            "class-unknown",
            f"{one.kind[:40]!r} is no class of a proposal. Write one of: {', '.join(CLASSES)}.",
            f"{one.kind[:40]!r} không phải là loại đề xuất. Hãy ghi một trong: {', '.join(CLASSES)}.",
            where="class",
        )
    proof = Proof("aired", day=one.day, time=one.at, log=one.line)
    if one.kind == "extra":
        given = Appeared(day=one.day, time=one.at, channel=one.channel, title=one.title, proofs=(proof,))
        record_piece(desk, slug, one.item or "", given)
    elif one.kind == "missing":
        miss(desk, one.occurrence or "", reason=one.line)
    else:
        deliver(desk, one.occurrence or "", proof)
