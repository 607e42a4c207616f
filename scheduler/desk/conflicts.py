"""Two airings at once on one channel: listed, told before a change, refused where a plan says so.

`overlaps` says what overlaps. How grave that is each plan says (`conflicts`): `note` names
it in lists, `warn` also before every change, `refuse` lets nobody make one. Of two plans the graver counts.
What is there already is refused nobody: only a change that makes a pair.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from scheduler.accounts.rights import Actor, Right, require
from scheduler.desk.deeds import RowChange
from scheduler.desk.desk import Desk
from scheduler.errors import Conflict, Invalid
from scheduler.locale.dates import moment_text
from scheduler.planning.by_hand.placing import day_of
from scheduler.planning.expanding.overlaps import overlaps
from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, all_occurrences
from scheduler.store.plans.read_model import Plan, get_plan, list_plans
from scheduler.store.plans.sight import EVERYTHING
from scheduler.store.tables import CONFLICTS, plan

Pair = tuple[Occurrence, Occurrence]
MOST_SLOTS, LOOK_AHEAD = 5, 28
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Graded:
    """A pair that overlaps, and how grave its plans say that is."""

    first: Occurrence
    second: Occurrence
    grade: str


def conflicts(
    connection: Connection,
    actor: Actor | None,
    default_minutes: int,
    *,
    first: date | None = None,
    last: date | None = None,
    channel: str | None = None,
    slug: str | None = None,
) -> list[Graded]:
    """All of the actor's office within the days, by start; with `slug` those that the plan takes part in.

    Raises as `require`, and Invalid for days in the wrong order.
    """
    who = require(actor, Right.SEE)
    grades = {one.slug: one.conflicts for one in list_plans(connection) if who.sees(one.office_id)}
    # What began the day before may still run at midnight.
    wanted = OccurrenceFilter(first=first, last=last, channel=channel, sight=EVERYTHING)
    wider = replace(wanted, first=None if first is None else first - _DAY)
    mine = [] if who.office_id is None else [plan.c.office_id == who.office_id]
    found = all_occurrences(connection, wider, *mine)
    return [
        graded(one, other, grades)
        for one, other in overlaps(found, default_minutes)
        if (slug is None or slug in (one.plan, other.plan))
        and (first is None or day_of(other.start) >= first)
    ]


def graded(first: Occurrence, second: Occurrence, grades: Mapping[str, str]) -> Graded:
    """The pair with the graver of its plans' grades."""
    said = [grades.get(one.plan, CONFLICTS[0]) for one in (first, second)]
    return Graded(first, second, max(said, key=CONFLICTS.index))


def around(desk: Desk, changes: Sequence[RowChange]) -> list[Pair]:
    """The pairs that rows which a deed has placed are in, as things stand after it."""
    placed = {one.id: one.after for one in changes if one.after is not None and one.after.channel is not None}
    if not placed:
        return []
    near = _near(desk, placed.values())
    return [
        pair for pair in overlaps(near, desk.default_minutes) if pair[0].id in placed or pair[1].id in placed
    ]


def refuse_new(desk: Desk, its: Plan, changes: Sequence[RowChange]) -> None:
    """Raise Conflict `channel-taken` where the deed made a pair that one of its plans refuses."""
    grades = {
        one.slug: one.conflicts for one in list_plans(desk.connection) if one.office_id == its.office_id
    }
    if CONFLICTS[-1] not in grades.values():
        return
    after = around(desk, changes)
    if not after:
        return
    was = {one.id: one.before for one in changes}
    near = _near(desk, [each for pair in after for each in pair])
    then = [before for one in near if (before := was.get(one.id, one)) is not None]
    known = {frozenset((one.id, other.id)) for one, other in overlaps(then, desk.default_minutes)}
    for one, other in after:
        if frozenset((one.id, other.id)) in known or graded(one, other, grades).grade != CONFLICTS[-1]:
            continue
        own, taken = (one, other) if one.id in was else (other, one)
        raise Conflict(
            "channel-taken",
            f"Channel {own.channel} is taken at {moment_text(own.start, 'en')}: {taken.item} {taken.title},"
            f" {moment_text(taken.start, 'en')}. The plan refuses two at once; choose another time.",
            f"Kênh {own.channel} đã có lịch vào {moment_text(own.start, 'vi')}: {taken.item} {taken.title},"
            f" {moment_text(taken.start, 'vi')}. Kế hoạch không cho phát trùng; hãy chọn giờ khác.",
            where="start",
        )


def free_slots(
    connection: Connection, missed: Occurrence, now: datetime, default_minutes: int, most: int = MOST_SLOTS
) -> list[datetime]:
    """Wall times at which a make-good fits: the same channel and hour, the first days that are free.

    `now` is plan time as wall time of the plan. Raises Invalid for what has no time or no channel.
    """
    if not isinstance(missed.start, datetime) or missed.channel is None:
        raise Invalid(
            "no-slot",
            "A make-good is proposed for an airing with a time and a channel.",
            "Chỉ gợi ý phát bù cho lần phát có giờ và có kênh.",
            where="occurrence",
        )
    its = get_plan(connection, missed.plan)
    begin = max(now.date(), missed.start.date()) + _DAY
    last = min(its.last_day, begin + LOOK_AHEAD * _DAY)
    if begin > last:
        return []
    wanted = OccurrenceFilter(first=begin - _DAY, last=last + _DAY, channel=missed.channel, sight=EVERYTHING)
    taken = all_occurrences(connection, wanted, plan.c.office_id == its.office_id)
    found: list[datetime] = []
    day = begin
    while day <= last and len(found) < most:
        start = datetime.combine(day, missed.start.time())
        if not _clashes(missed, start, taken, default_minutes):
            found.append(start)
        day += _DAY
    return found


def _clashes(missed: Occurrence, start: datetime, taken: Iterable[Occurrence], default_minutes: int) -> bool:
    shift = start - missed.start  # type: ignore[operator] # both have a time
    end = None if missed.ends_at is None else missed.ends_at + shift
    tried = replace(
        missed, id="tried", state="planned", start=start, starts_at=missed.starts_at + shift, ends_at=end
    )
    pairs = overlaps([tried, *taken], default_minutes)
    return any("tried" in (one.id, other.id) for one, other in pairs)


def _near(desk: Desk, ones: Iterable[Occurrence]) -> list[Occurrence]:
    """What the office airs from the day before the first to the day after the last of them."""
    ones = list(ones)
    days = [day_of(one.start) for one in ones]
    wanted = OccurrenceFilter(first=min(days) - _DAY, last=max(days) + _DAY, sight=EVERYTHING)
    office_id = get_plan(desk.connection, ones[0].plan).office_id
    return all_occurrences(desk.connection, wanted, plan.c.office_id == office_id)
