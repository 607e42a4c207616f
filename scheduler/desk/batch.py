"""Confirm, miss, cancel or move many occurrences at once: one transaction, one right for each outlet.

Where one of them is not there or not theirs, nothing is done. One that cannot be changed so, as it is
confirmed already or its time has not come, is left as it is and told of. `preview` of
`scheduler.desk.previews` tries a batch; `batch_line` says in a sentence what it does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any, Literal, TypeAlias

from scheduler.desk.channels import ask_about_channel
from scheduler.desk.deeds import Done, Left, RowChange, Watch, WhyLeft, write_down
from scheduler.desk.delivery import giver, has_begun
from scheduler.desk.desk import Desk, open_occurrences
from scheduler.desk.occurrences import LONGEST_CHANNEL
from scheduler.desk.proofs import Proof, proof_facts, proof_row
from scheduler.desk.scope import local_now
from scheduler.desk.texts import needed, sane_days, text
from scheduler.errors import Invalid
from scheduler.locale import Language, mark, say
from scheduler.planning.by_hand import delivering
from scheduler.planning.by_hand.overriding import Overriding
from scheduler.planning.by_hand.placing import Wall, day_of, is_past
from scheduler.store import pieces
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.plans.read_model import Plan

BatchDeed: TypeAlias = Literal["deliver", "miss", "cancel", "move"]
DEEDS: tuple[BatchDeed, ...] = ("deliver", "miss", "cancel", "move")
MOST = 500  # occurrences in one batch
MOST_DAYS = 366  # that a batch is moved by


@dataclass(frozen=True, slots=True)
class Batch:
    """What is asked for.

    proof    of `deliver`: the same for all; None says of each that it was aired, or published (a window)
    reason   needed by `miss` and `cancel`
    days, time, channel   of `move`: by how many days, to which time of day, to which channel
    """

    deed: BatchDeed
    ids: tuple[str, ...]
    reason: str | None = None
    proof: Proof | None = None
    days: int | None = None
    time: time | None = None
    channel: str | None = None


def do_batch(desk: Desk, batch: Batch) -> Done:
    """Do it. Raises SignInNeeded, NotFound, Forbidden and Invalid; Conflict where a channel is unknown."""
    if not 1 <= len(set(batch.ids)) <= MOST:
        raise Invalid(
            "batch-size",
            f"Choose 1 to {MOST} at a time.",
            f"Hãy chọn từ 1 đến {MOST} lần.",
            where="occurrences",
        )
    do = _DEEDS[batch.deed]
    changes: list[RowChange] = []
    left: list[Left] = []
    for plan, found in open_occurrences(desk, batch.ids):
        done = do(desk, batch, plan, found)
        changes += done.changes
        left += done.left
    return Done(None, tuple(changes), tuple(left))


def batch_line(batch: Batch, done: Done, language: Language, *, applied: bool) -> str:
    """What a batch did, or would do, in a sentence."""
    asked = sum(each.id in batch.ids for each in done.changes)
    sentence = say(language, (_DID if applied else _WOULD)[batch.deed], num=asked)
    if asked < len(done.changes):
        sentence += " " + say(language, FOLLOWS, num=len(done.changes) - asked)
    if done.left:
        sentence += " " + say(language, STAYS, num=len(done.left))
    return sentence


def _deliver(desk: Desk, batch: Batch, plan: Plan, found: Sequence[Occurrence]) -> Done:
    now = local_now(desk, plan.timezone)
    common = None if batch.proof is None else proof_facts([batch.proof], now)[0]
    dated = common is not None and "day" in common

    def why(one: Occurrence) -> WhyLeft | None:
        return None if dated or has_begun(desk, one) else "not-yet"

    wanted, left = _parted(found, "delivered", why)
    facts = {one.id: common or _as_due(one, now) for one in wanted}
    watch = Watch(desk.connection, list(facts))
    delivering.turn(desk.connection, list(facts), "delivered", desk.machine_time)
    rows = {each: proof_row(told) for each, told in facts.items()}
    pieces.add_delivered(desk.connection, list(facts), rows, giver(desk))
    changes = watch.changes()
    told = {each: {"evidence": [one]} for each, one in facts.items()}
    write_down(desk, "deliver", plan, changes, facts, more_of=told)
    return Done(None, changes, tuple(left))


def _miss(desk: Desk, batch: Batch, plan: Plan, found: Sequence[Occurrence]) -> Done:
    reason, now = needed("reason", batch.reason), local_now(desk, plan.timezone)

    def why(one: Occurrence) -> WhyLeft | None:
        return None if is_past(one.start, one.end, now) else "not-yet"

    wanted, left = _parted(found, "missed", why)
    ids = [one.id for one in wanted]
    watch = Watch(desk.connection, ids)
    delivering.turn(desk.connection, ids, "missed", desk.machine_time)
    changes = watch.changes()
    write_down(desk, "miss", plan, changes, ids, note=reason)
    return Done(None, changes, tuple(left))


def _cancel(desk: Desk, batch: Batch, plan: Plan, found: Sequence[Occurrence]) -> Done:
    reason = needed("reason", batch.reason)

    def go(many: Overriding, one: Occurrence) -> WhyLeft | None:
        many.cancel(one.id, desk.clock, reason=reason)
        return None

    return _override(desk, "cancel", plan, found, go, reason)


def _move(desk: Desk, batch: Batch, plan: Plan, found: Sequence[Occurrence]) -> Done:
    reason = text("reason", batch.reason)
    channel = text("channel", batch.channel, LONGEST_CHANNEL, lines=False)
    days = batch.days or 0
    if not days and batch.time is None and channel is None:
        raise Invalid(
            "move-nowhere",
            "Say by how many days, to which time or to which channel.",
            "Hãy cho biết dời bao nhiêu ngày, sang giờ nào hoặc kênh nào.",
            where="days",
        )
    if abs(days) > MOST_DAYS:
        raise Invalid(
            "bad-days",
            f"Move by at most {MOST_DAYS} days.",
            f"Chỉ dời được nhiều nhất {MOST_DAYS} ngày.",
            where="days",
        )
    if channel is not None:
        for outlet in dict.fromkeys(one.outlet for one in found):
            ask_about_channel(desk, plan.office, outlet, channel)
    going = {one.id for one in found if one.state == "planned"}
    # A replay goes where its premiere goes.
    leading = [one for one in found if one.premiere_id not in going]

    def go(many: Overriding, one: Occurrence) -> WhyLeft | None:
        if one.kind == "window" and batch.time is not None:
            return "outside"
        start, end = _shifted(one, days)
        many.place(one.id, start=start, end=end, at=batch.time, channel=channel)
        return None

    return _override(desk, "move", plan, leading, go, reason)


_DEEDS: dict[BatchDeed, Callable[[Desk, Batch, Plan, Sequence[Occurrence]], Done]] = {
    "deliver": _deliver,
    "miss": _miss,
    "cancel": _cancel,
    "move": _move,
}
_DID = {
    "deliver": mark("Confirmed: %(num)s."),
    "miss": mark("Marked as missed: %(num)s."),
    "cancel": mark("Cancelled: %(num)s."),
    "move": mark("Moved: %(num)s."),
}
_WOULD = {
    "deliver": mark("Would be confirmed: %(num)s."),
    "miss": mark("Would be marked as missed: %(num)s."),
    "cancel": mark("Would be cancelled: %(num)s."),
    "move": mark("Would be moved: %(num)s."),
}
FOLLOWS = mark("Replays that follow: %(num)s.")
STAYS = mark("Left as they are: %(num)s.")


def _override(
    desk: Desk,
    action: str,
    plan: Plan,
    found: Sequence[Occurrence],
    go: Callable[[Overriding, Occurrence], WhyLeft | None],
    reason: str | None,
) -> Done:
    """Change the place or the cancellation of what is planned, and write it down."""
    wanted, left = _parted(found, "", lambda _: None)
    ids = [one.id for one in wanted]
    watch = Watch(desk.connection, ids)
    many = Overriding(desk.connection, ids, desk.machine_time)
    for one in wanted:
        why = go(many, one)
        if why is not None:
            left.append(Left(one, why))
    many.write()
    changes = watch.changes()
    write_down(desk, action, plan, changes, ids, note=reason)
    return Done(None, changes, tuple(left))


def _parted(
    found: Sequence[Occurrence], wanted: str, why: Callable[[Occurrence], WhyLeft | None]
) -> tuple[list[Occurrence], list[Left]]:
    """Those that can have the state `wanted` (what is planned can be moved and cancelled), and the others."""
    states = delivering.FROM.get(wanted, ("planned",))
    can: list[Occurrence] = []
    left: list[Left] = []
    for one in found:
        reason = _LEFT[one.state] if one.state not in states else why(one)
        if reason is None:
            can.append(one)
        else:
            left.append(Left(one, reason))
    return can, left


_LEFT: dict[str, WhyLeft] = {
    "delivered": "delivered",
    "missed": "missed",
    "cancelled": "cancelled",
}


def _as_due(one: Occurrence, now: datetime) -> dict[str, Any]:
    """What is said of one that was only ticked. Where its window is still open it has appeared by today."""
    if one.kind != "window":
        return {"kind": "aired"}
    is_open = not is_past(one.start, one.end, now)
    return {"kind": "published"} | ({"day": now.date().isoformat()} if is_open else {})


def _shifted(one: Occurrence, days: int) -> tuple[Wall | None, Any]:
    """Where it begins and, of a window, ends, so many days on; None where it stays."""
    if not days:
        return None, None
    by = timedelta(days=days)
    start = one.start + by
    end = day_of(one.end) + by if one.kind == "window" and one.end is not None else None
    sane_days(start=day_of(start), end=end)
    return start, end
