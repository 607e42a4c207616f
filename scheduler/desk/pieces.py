"""Record what really appeared, for an item or one of its occurrences, and withdraw what was recorded wrongly.

Each deed raises SignInNeeded, NotFound, Forbidden, Conflict and Invalid, and writes a line of the audit log:
about the occurrence where the piece has one, else about the item. Nothing is deleted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from scheduler.accounts.rights import Right, require
from scheduler.desk.deeds import Watch, write_down
from scheduler.desk.delivery import add_proofs, give, giver, require_begun
from scheduler.desk.desk import Desk, open_occurrence, open_plan, require_office
from scheduler.desk.items import find_open_item
from scheduler.desk.occurrences import LONGEST_CHANNEL
from scheduler.desk.proofs import LONGEST_WORD, Proof, check_moment, proof_facts, proof_object
from scheduler.desk.scope import local_now
from scheduler.desk.texts import needed, text
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.fulfilment.units import item_units, same_unit
from scheduler.planning.by_hand import delivering
from scheduler.planning.by_hand.occurrence_object import instant
from scheduler.store import pieces as store
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.pieces import Piece
from scheduler.store.plans.read_model import Item, Plan, find_item, find_plan

MOST = 10_000  # pieces in one record
LONGEST_TITLE = 500


@dataclass(frozen=True, slots=True)
class Appeared:
    """What a person says of a piece.

    unit, count  how many of what; the unit is needed where the item has several
    day, time    when it really appeared, wall time of the plan; the day is needed without an occurrence
    occurrence   the id of what it was planned as; makes_good: of a missed one that it stands in for
    proofs       at least one where it has an occurrence
    """

    unit: str | None = None
    count: int = 1
    day: date | None = None
    time: time | None = None
    channel: str | None = None
    title: str | None = None
    occurrence: str | None = None
    makes_good: str | None = None
    proofs: tuple[Proof, ...] = ()


def record_piece(desk: Desk, slug: str, number: str, given: Appeared) -> Piece:
    """Record a piece of an item. One of an occurrence delivers it, where that was not done before."""
    plan = open_plan(desk, slug, Right.WORK)
    item = find_open_item(desk, plan, number)
    require(desk.actor, Right.WORK, item.outlet)
    facts = _facts(desk, plan, item, given)
    least = 0 if given.occurrence is None else 1
    proofs = proof_facts(given.proofs, local_now(desk, plan.timezone), least=least)
    if given.occurrence is not None:
        made = _of_occurrence(desk, item, given, facts, proofs)
    else:
        made = _of_item(desk, plan, item, given, facts, proofs)
    found = store.get_piece(desk.connection, made)
    assert found is not None  # noqa: S101 - it has just been stored
    return found


def withdraw_piece(desk: Desk, piece_id: int, reason: str) -> Piece:
    """Say that a piece does not count after all; `reason` is needed. It stays to be read.

    Where an occurrence was delivered by it alone, that is planned again.
    """
    plan, item, found = _open_piece(desk, piece_id)
    why = needed("reason", reason)
    if found.withdrawn_at is not None:
        raise Conflict(
            "piece-withdrawn",
            "It has been withdrawn already.",
            "Sản phẩm này đã được rút lại rồi.",
            where=str(piece_id),
        )
    store.withdraw(desk.connection, [found.id], why, giver(desk))
    subject = item.number if found.occurrence_id is None else found.occurrence_id
    if found.occurrence_id is None or not _plan_again(desk, plan, found, why):
        kind = "item" if found.occurrence_id is None else "occurrence"
        desk.note("withdraw", kind, subject, plan, before=_told(found), note=why)
    again = store.get_piece(desk.connection, piece_id)
    assert again is not None  # noqa: S101 - pieces are never deleted
    return again


def give_back_piece(desk: Desk, piece_id: int, reason: str) -> Piece:
    """Let a piece count again that was withdrawn; of an occurrence that is no longer delivered, not alone."""
    plan, item, found = _open_piece(desk, piece_id)
    of = None if found.occurrence_id is None else get_occurrence(desk.connection, found.occurrence_id)
    if found.withdrawn_at is None or (of is not None and of.state != "delivered"):
        raise Conflict(
            "piece-not-withdrawn",
            "It is not withdrawn, or what it was given for is planned again: confirm that once more.",
            "Sản phẩm chưa bị rút, hoặc lần phát, lần đăng đã trở lại kế hoạch: hãy xác nhận lại.",
            where=str(piece_id),
        )
    store.give_back(desk.connection, [found.id])
    subject_kind, subject = ("item", item.number) if of is None else ("occurrence", of.id)
    desk.note("give-back", subject_kind, subject, plan, after=_told(found), note=reason)
    again = store.get_piece(desk.connection, piece_id)
    assert again is not None  # noqa: S101 - pieces are never deleted
    return again


def piece_object(one: Piece) -> dict[str, Any]:
    """A stored piece as JSON; who gave it as they were called then."""
    gone = one.withdrawn_at
    return {
        "id": str(one.id),
        "plan": one.plan,
        "item": one.item,
        "occurrence": one.occurrence_id,
        "makes_good": one.makes_good,
        "unit": one.unit,
        "count": one.count,
        "day": one.day.isoformat() if one.day else None,
        "time": f"{one.time:%H:%M}" if one.time else None,
        "channel": one.channel,
        "title": one.title,
        "proofs": [proof_object(each) for each in one.proofs],
        "who": one.who,
        "created_at": instant(one.created_at),
        "withdrawn": None
        if gone is None
        else {"at": instant(gone), "who": one.withdrawn_by, "reason": one.withdrawn_why},
    }


def no_piece(piece_id: object) -> NotFound:
    """The refusal of an id that names nothing, or nothing of theirs."""
    return NotFound(
        "piece-not-found",
        f"There is no piece {str(piece_id)[:40]!r}.",
        f"Không có sản phẩm nào mang mã {str(piece_id)[:40]!r}.",
        where="id",
    )


def _open_piece(desk: Desk, piece_id: int) -> tuple[Plan, Item, Piece]:
    """The piece with its plan, held until the commit, and its item, for somebody who may."""
    actor = require(desk.actor, Right.SEE)
    found = store.get_piece(desk.connection, piece_id)
    plan = None if found is None else find_plan(desk.connection, found.plan, lock=True)
    if plan is None or not (plan.public or actor.sees(plan.office_id)):
        raise no_piece(piece_id)
    require_office(actor, plan)
    # Read again now that nobody else can write to the plan.
    found = store.get_piece(desk.connection, piece_id)
    item = None if found is None else find_item(desk.connection, plan.id, found.item)
    if found is None or item is None:
        raise no_piece(piece_id)
    require(actor, Right.WORK, item.outlet)
    return plan, item, found


def _facts(desk: Desk, plan: Plan, item: Item, given: Appeared) -> dict[str, Any]:
    """The columns of a piece, checked. Raises Invalid."""
    if not 1 <= given.count <= MOST:
        raise _invalid("count", f"Give a count from 1 to {MOST:,}.", f"Hãy cho số lượng từ 1 đến {MOST}.")
    check_moment(given.day, given.time, local_now(desk, plan.timezone))
    if given.day is None and given.occurrence is None:
        raise _invalid("day", "Give the day on which it appeared.", "Hãy cho ngày đã phát hoặc đăng.")
    if given.occurrence is not None and given.makes_good is not None:
        raise _invalid(
            "makes_good",
            "What makes a miss good has no occurrence of its own; give one of the two.",
            "Sản phẩm bù không có lần phát, lần đăng riêng; hãy chỉ cho một trong hai.",
        )
    return {
        "unit": _unit(plan, item, given.unit),
        "count": given.count,
        "day": given.day,
        "time": given.time,
        "channel": text("channel", given.channel, LONGEST_CHANNEL, lines=False),
        "title": text("title", given.title, LONGEST_TITLE, lines=False),
    }


def _unit(plan: Plan, item: Item, given: str | None) -> str | None:
    """The item's own unit that is meant. Raises Invalid for another, or where one of several is needed."""
    units = item_units(item, plan.language)
    given = text("unit", given, LONGEST_WORD, lines=False)
    if given is None:
        if len(units) < 2:
            return units[0] if units else None
    elif not units or same_unit(units, given) is not None:
        return same_unit(units, given) or given
    known = ", ".join(f"“{unit}”" for unit in units)
    raise _invalid(
        "unit",
        f"Say which unit of item {item.number} it is: {known}.",
        f"Hãy cho biết đơn vị tính của mục {item.number}: {known}.",
    )


def _of_item(
    desk: Desk, plan: Plan, item: Item, given: Appeared, facts: dict[str, Any], proofs: list[dict[str, Any]]
) -> int:
    if given.makes_good is not None:
        missed, _ = open_occurrence(desk, given.makes_good)
        _same_item(missed, item, "makes_good")
        if missed.state != "missed":
            raise Conflict(
                "not-missed",
                f"It is not missed but {missed.state}, so there is nothing to make good.",
                "Lần này không ở trạng thái “không thực hiện” nên không có gì để bù.",
                where=given.makes_good,
            )
        facts["makes_good"] = missed.id
    made = store.add_piece(desk.connection, item.id, facts, giver(desk))
    add_proofs(desk, made, proofs)
    desk.note("piece", "item", item.number, plan, after=_after(made, facts, proofs))
    return made


def _of_occurrence(
    desk: Desk, item: Item, given: Appeared, facts: dict[str, Any], proofs: list[dict[str, Any]]
) -> int:
    one, plan = open_occurrence(desk, given.occurrence or "")
    _same_item(one, item, "occurrence")
    require_begun(desk, one, given.day is not None or any("day" in each for each in proofs))
    watch = Watch(desk.connection, [one.id])
    if one.state != "delivered":
        delivering.deliver(desk.connection, one.id, machine_time=desk.machine_time)
    made = give(desk, one, facts, proofs)
    changes, after = watch.changes(), _after(made, facts, proofs)
    if changes:
        write_down(desk, "deliver", plan, changes, [one.id], more=after)
    else:
        desk.note("piece", "occurrence", one.id, plan, after=after)
    return made


def _plan_again(desk: Desk, plan: Plan, found: Piece, why: str) -> bool:
    """Plan an occurrence again that was delivered by the piece alone; False where it stays delivered."""
    one = get_occurrence(desk.connection, found.occurrence_id or "")
    if one.state != "delivered" or store.live_pieces(desk.connection, one.id):
        return False
    watch = Watch(desk.connection, [one.id])
    delivering.take_back(desk.connection, one.id, machine_time=desk.machine_time)
    write_down(desk, "take-back", plan, watch.changes(), [one.id], note=why)
    return True


def _same_item(one: Occurrence, item: Item, where: str) -> None:
    if one.item != item.number:
        raise _invalid(
            where,
            f"That is an occurrence of item {one.item}, not of {item.number}.",
            f"Đó là lần phát, lần đăng của mục {one.item}, không phải mục {item.number}.",
        )


def _after(piece_id: int, facts: dict[str, Any], proofs: list[dict[str, Any]]) -> dict[str, Any]:
    """What the log tells of a new piece."""
    told = {name: _plain(value) for name, value in facts.items() if value is not None}
    return {"piece": str(piece_id), **told} | ({"evidence": proofs} if proofs else {})


def _told(found: Piece) -> dict[str, Any]:
    """What the log tells of a piece that is withdrawn."""
    names = ("unit", "count", "day", "time", "channel", "title", "makes_good")
    facts = {name: _plain(getattr(found, name)) for name in names if getattr(found, name) is not None}
    return {"piece": str(found.id), **facts}


def _plain(value: object) -> object:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else value


def _invalid(where: str, en: str, vi: str) -> Invalid:
    return Invalid(f"bad-{where}", en, vi, where=where)
