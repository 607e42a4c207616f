"""Say that an occurrence was aired or published, with evidence; say that it was missed; take both back.

Each deed raises SignInNeeded, NotFound, Forbidden, Conflict and Invalid, and writes a line of the audit log.
What was aired or published is a piece of its own, and the evidence are its proofs. Neither is ever removed:
when the delivery is taken back the piece is withdrawn, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from scheduler.accounts.rights import Right, require
from scheduler.desk.deeds import Done, Watch, write_down
from scheduler.desk.desk import Desk, open_occurrence
from scheduler.desk.proofs import Proof, proof_facts, proof_row
from scheduler.desk.scope import local_now
from scheduler.desk.texts import needed, text
from scheduler.errors import Conflict
from scheduler.planning.by_hand import delivering
from scheduler.planning.by_hand.placing import is_past
from scheduler.store import pieces
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.occurrences.rows import get_row
from scheduler.store.pieces import Evidence, Giver


def deliver(desk: Desk, occurrence_id: str, *proofs: Proof, if_revision: int | None = None) -> Done:
    """Say that it was aired or published, with one or more pieces of evidence.

    What has not begun by plan time takes a piece with the day on which it really was, such as an article that
    came out early; a day of the future is refused.
    """
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    facts = proof_facts(proofs, local_now(desk, one.timezone))
    require_begun(desk, one, any(proof.day for proof in proofs))
    watch = Watch(desk.connection, [one.id])
    delivering.deliver(desk.connection, one.id, machine_time=desk.machine_time)
    give(desk, one, {}, facts)
    changes = watch.changes()
    write_down(desk, "deliver", plan, changes, [one.id], more={"evidence": facts})
    return Done(get_occurrence(desk.connection, one.id), changes)


def add_evidence(
    desk: Desk, occurrence_id: str, *proofs: Proof, if_revision: int | None = None
) -> list[Evidence]:
    """Add evidence to what has been delivered; gives the new pieces. Raises Conflict where it has not."""
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    facts = proof_facts(proofs, local_now(desk, one.timezone))
    if one.state != "delivered":
        raise Conflict(
            "not-delivered",
            "It has not been delivered; deliver it with this evidence instead.",
            "Lần này chưa được xác nhận thực hiện; hãy xác nhận kèm minh chứng này.",
            where=occurrence_id,
        )
    [piece_id, *_] = pieces.live_pieces(desk.connection, one.id) or [give(desk, one, {}, [])]
    found = add_proofs(desk, piece_id, facts)
    desk.note("evidence", "occurrence", one.id, plan, after={"evidence": facts})
    return found


def take_back_delivery(
    desk: Desk, occurrence_id: str, reason: str, *, if_revision: int | None = None
) -> Done:
    """Plan it again although it was said to be delivered; `reason` is needed.

    Its pieces are withdrawn, and their evidence stays to be read.
    """
    return _turn(
        desk,
        "take-back",
        occurrence_id,
        delivering.take_back,
        "delivered",
        needed("reason", reason),
        if_revision,
    )


def miss(
    desk: Desk, occurrence_id: str, *, reason: str | None = None, if_revision: int | None = None
) -> Done:
    """Say that it did not happen. Raises Conflict as long as it still may."""
    return _turn(desk, "miss", occurrence_id, delivering.miss, None, text("reason", reason), if_revision)


def take_back_missed(
    desk: Desk, occurrence_id: str, *, reason: str | None = None, if_revision: int | None = None
) -> Done:
    """Plan it again although it was said to be missed."""
    return _turn(
        desk, "take-back", occurrence_id, delivering.take_back, "missed", text("reason", reason), if_revision
    )


def require_begun(desk: Desk, one: Occurrence, dated: bool) -> None:
    """Raise Conflict where its time has not come and nobody says on which day it was."""
    if not dated and not has_begun(desk, one):
        raise Conflict(
            "not-yet",
            "Its time has not come. If it happened earlier, give the day on which it really was.",
            "Chưa đến giờ phát hoặc đăng. Nếu đã thực hiện sớm, hãy cho ngày thực tế.",
            where=one.id,
        )


def give(desk: Desk, one: Occurrence, facts: dict[str, Any], proofs: Sequence[dict[str, Any]]) -> int:
    """Store a piece of an occurrence with its proofs; it appeared on the first day that they tell."""
    row = get_row(desk.connection, one.id)
    assert row is not None  # noqa: S101 - the caller has opened it
    made = pieces.add_piece(desk.connection, row.item_id, {"occurrence_id": one.id, **facts}, giver(desk))
    add_proofs(desk, made, proofs)
    return made


def add_proofs(desk: Desk, piece_id: int, proofs: Sequence[dict[str, Any]]) -> list[Evidence]:
    """Store proofs of a piece."""
    by = giver(desk)
    return [pieces.add_proof(desk.connection, piece_id, proof_row(each), by) for each in proofs]


def giver(desk: Desk) -> Giver:
    """Whoever acts, now."""
    actor = require(desk.actor, Right.SEE)
    return Giver(actor.who, actor.person_id, desk.machine_time())


def _turn(
    desk: Desk,
    action: str,
    occurrence_id: str,
    turn: Callable[..., Occurrence],
    must_be: str | None,
    why: str | None,
    if_revision: int | None,
) -> Done:
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    if must_be is not None and one.state != must_be:
        raise Conflict(
            f"not-{must_be}",
            f"It is not {must_be} but {one.state}, so there is nothing to take back.",
            "Trạng thái hiện nay không phải như vậy nên không có gì để rút lại.",
            where=occurrence_id,
        )
    if (
        action == "miss"
        and one.state == "planned"
        and not is_past(one.start, one.end, local_now(desk, one.timezone))
    ):
        raise Conflict(
            "not-yet",
            "Its time is not over, so it may still happen.",
            "Chưa hết thời hạn nên vẫn có thể thực hiện.",
            where=occurrence_id,
        )
    watch = Watch(desk.connection, [one.id])
    after = turn(desk.connection, one.id, machine_time=desk.machine_time)
    if one.state == "delivered":
        live = pieces.live_pieces(desk.connection, one.id)
        pieces.withdraw(desk.connection, live, why or "", giver(desk))
    changes = watch.changes()
    write_down(desk, action, plan, changes, [one.id], note=why)
    return Done(after, changes)


def has_begun(desk: Desk, one: Occurrence) -> bool:
    """Whether its time has come, by plan time."""
    now = local_now(desk, one.timezone)
    if isinstance(one.start, datetime):
        return one.start <= now
    return one.start <= now.date()
