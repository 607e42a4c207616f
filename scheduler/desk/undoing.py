"""Take back what one act did, as long as nobody has done anything to the same dates and pieces since.

What was changed gets the values that the audit log has of it before; a delivery's pieces are withdrawn, and
those of a delivery that was taken back count again. Undoing is an act itself, and can be undone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection

from scheduler.accounts.audit import Entry, act_entries, entries, latest_acts
from scheduler.accounts.rights import Actor, Right, require
from scheduler.desk.acts import Act
from scheduler.desk.deeds import Done, RowChange, Watch, write_down
from scheduler.desk.delivery import giver
from scheduler.desk.desk import Desk, open_occurrences
from scheduler.desk.occurrences import discard
from scheduler.desk.pieces import give_back_piece, withdraw_piece
from scheduler.errors import Conflict, NotFound
from scheduler.planning.by_hand import delivering
from scheduler.planning.by_hand.overriding import Overriding
from scheduler.store import pieces
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.pieces import get_piece
from scheduler.store.plans.read_model import Plan, find_item, find_plan

# What was done to a date and can be taken back by the values before; "add" by discarding what was added.
_OF_A_DATE = frozenset(
    {"deliver", "miss", "cancel", "move", "retime", "restore", "note", "take-back", "undo", "add"}
)
_OF_A_PIECE = frozenset({"piece", "withdraw", "give-back"})
_PLACED = ("start", "end", "channel", "minutes", "note")


def undo(desk: Desk, act_id: str, reason: str) -> Done:
    """Take the act of that name back; `reason` is what the log says of it, in the person's language.

    Raises SignInNeeded, NotFound, Forbidden; Conflict where it cannot be taken back, or not any more.
    """
    actor = require(desk.actor, Right.SEE)
    lines = act_entries(desk.connection, actor.office_id or 0, act_id)
    if not lines:
        raise NotFound("act-not-found", "There is no such change.", "Không có thay đổi này.", where="act")
    act = Act(tuple(lines))
    dates = [each for each in act.asked if each.subject_kind == "occurrence" and each.action in _OF_A_DATE]
    opened = open_occurrences(desk, [each.subject for each in dates])
    # Asked now that nobody else can write to the plans.
    _require_last(desk.connection, act)
    own = {each.subject: each for each in dates}
    changes: list[RowChange] = []
    for plan, found in opened:
        changes += _dates_back(desk, plan, [(one, own[one.id]) for one in found], reason)
    for each in act.asked:
        if each.action in _OF_A_PIECE:
            _piece_back(desk, each, reason)
    return Done(None, tuple(changes))


def can_undo(connection: Connection, actor: Actor, act: Act) -> bool:
    """Whether somebody may take an act back, and nothing has happened since to what it changed."""
    try:
        _require_last(connection, act)
    except Conflict:
        return False
    return _may(connection, actor, act)


def _require_last(connection: Connection, act: Act) -> None:
    """Raise Conflict unless the act is of a kind that can be undone and the last on all that it changed."""
    of_dates = [each for each in act.asked if each.subject_kind == "occurrence"]
    kinds = [each.action in _OF_A_PIECE or each.action in _OF_A_DATE for each in act.asked]
    if act.id is None or not all(kinds) or any(_is_item_deed(each) for each in act.asked):
        raise Conflict(
            "cannot-undo",
            "This cannot be undone in one step; change it back on its own page.",
            "Không thể hoàn tác việc này bằng một thao tác; hãy sửa lại tại trang của mục đó.",
            where="act",
        )
    last = latest_acts(connection, "occurrence", {each.subject for each in of_dates})
    if any(last.get(each.subject, (None, ""))[0] != act.id for each in of_dates) or not all(
        _piece_is_as_left(connection, each) for each in act.asked if each.action in _OF_A_PIECE
    ):
        raise Conflict(
            "changed-since",
            "Something was changed since, so this cannot be undone. Look at it again.",
            "Đã có thay đổi khác sau đó nên không hoàn tác được nữa. Hãy xem lại.",
            where="act",
        )


def _is_item_deed(each: Entry) -> bool:
    return each.subject_kind not in ("occurrence", "item") or (
        each.subject_kind == "item" and _piece_id(each) is None
    )


def _may(connection: Connection, actor: Actor, act: Act) -> bool:
    """Whether they work for the outlets of all that the act changed."""
    ids = {each.subject for each in act.asked if each.subject_kind == "occurrence"}
    found = occurrences_by_id(connection, ids)
    outlets = {one.outlet for one in found.values()}
    for each in act.asked:
        if each.subject_kind == "item":
            plan = find_plan(connection, each.plan or "")
            item = None if plan is None else find_item(connection, plan.id, each.subject)
            outlets.add(None if item is None else item.outlet)
    return len(found) == len(ids) and all(actor.may(Right.WORK, outlet) for outlet in outlets)


def _dates_back(
    desk: Desk, plan: Plan, found: Sequence[tuple[Occurrence, Entry]], reason: str
) -> Sequence[RowChange]:
    """Give dates of one plan the values that they had before the act."""
    added = [one for one, entry in found if entry.action == "add"]
    for one in added:
        discard(desk, one.id, reason=reason)
    kept = [(one, entry) for one, entry in found if entry.action != "add"]
    ids = [one.id for one, _ in kept]
    watch = Watch(desk.connection, ids)
    _states_back(desk, [(one, entry) for one, entry in kept if "state" in (entry.before or {})], reason)
    placed = {one.id: before for one, entry in kept if (before := _place_before(desk.connection, one, entry))}
    many = Overriding(desk.connection, list(placed), desk.machine_time)
    for each, before in placed.items():
        many.put_back(each, before, desk.clock)
    many.write()
    changes = watch.changes()
    write_down(desk, "undo", plan, changes, ids, note=reason)
    return changes


def _states_back(desk: Desk, found: Sequence[tuple[Occurrence, Entry]], reason: str) -> None:
    """Deliveries and misses as they were before; cancellations are of the place."""
    at = desk.machine_time
    confirmed = [one.id for one, _ in found if one.state == "delivered"]
    pieces.withdraw(desk.connection, pieces.live_pieces_of(desk.connection, confirmed), reason, giver(desk))
    spoken = [one.id for one, _ in found if one.state in ("delivered", "missed")]
    delivering.turn(desk.connection, spoken, "planned", at)
    again = [one.id for one, entry in found if (entry.before or {})["state"] == "delivered"]
    delivering.turn(desk.connection, again, "delivered", at)
    pieces.give_back(desk.connection, pieces.last_withdrawn(desk.connection, again))
    missed = [one.id for one, entry in found if (entry.before or {})["state"] == "missed"]
    delivering.turn(desk.connection, missed, "missed", at)


def _place_before(connection: Connection, one: Occurrence, entry: Entry) -> dict[str, Any]:
    """What to put back of its place, note and cancellation."""
    before: Mapping[str, Any] = entry.before or {}
    facts = {name: _moment(name, before[name]) for name in _PLACED if name in before}
    if one.kind != "window":
        facts.pop("end", None)
    state = before.get("state")
    if "state" in before and "cancelled" in (state, one.state):
        facts["cancelled"] = state == "cancelled"
        if facts["cancelled"]:
            facts["reason"] = _last_reason(connection, entry)
    return facts


def _last_reason(connection: Connection, entry: Entry) -> str | None:
    """Why it had been cancelled, as the log says it."""
    found, _ = entries(
        connection, entry.office_id or 0, subject_kind="occurrence", subject=entry.subject, before_id=entry.id
    )
    return next((each.note for each in found if each.action == "cancel"), None)


def _moment(name: str, value: Any) -> Any:
    if name not in ("start", "end") or not isinstance(value, str):
        return value
    return datetime.fromisoformat(value) if "T" in value else date.fromisoformat(value)


def _piece_back(desk: Desk, entry: Entry, reason: str) -> None:
    found = _piece_id(entry)
    if found is None:
        return
    if entry.action == "withdraw":
        give_back_piece(desk, found, reason)
    else:
        withdraw_piece(desk, found, reason)


def _piece_is_as_left(connection: Connection, entry: Entry) -> bool:
    """Whether a piece still stands as the line left it: counted, or withdrawn."""
    found = get_piece(connection, _piece_id(entry) or 0)
    return found is not None and (found.withdrawn_at is not None) == (entry.action == "withdraw")


def _piece_id(entry: Entry) -> int | None:
    told = (entry.after or {}).get("piece") or (entry.before or {}).get("piece")
    return int(told) if isinstance(told, str) and told.isdigit() else None
