"""Say on which days an office closes the figures of its quarters."""

from __future__ import annotations

from collections.abc import Sequence

from scheduler.accounts.rights import Right, require
from scheduler.desk.desk import Desk, note_in_office
from scheduler.fulfilment.periods import CutOffs
from scheduler.fulfilment.progress import cut_offs_of
from scheduler.store.plans.cut_offs import save_cut_offs


def set_cut_offs(desk: Desk, office_id: int, words: Sequence[str] | None) -> CutOffs:
    """Close the figures on these days, as "03-14", one a quarter; None: on everybody's days again.

    Raises SignInNeeded, Forbidden; Invalid for a day outside its quarter. It writes a line of the audit log.
    """
    actor = require(desk.actor, Right.PLAN)
    wanted = CutOffs() if words is None else CutOffs.read(list(words))
    before = cut_offs_of(desk.connection, office_id)
    kept = None if words is None else wanted.words()
    save_cut_offs(desk.connection, office_id, kept, desk.machine_time())
    note_in_office(
        desk,
        actor,
        office_id,
        "change",
        "office",
        str(office_id),
        before={"cut_offs": before.words()},
        after={"cut_offs": wanted.words()},
    )
    return wanted
