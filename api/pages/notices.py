"""What a page says at its head after something was saved: what it was, and for a minute the way to undo it.

The form's answer leads to a page with the act's name in its address (`act`), and how many were left (`left`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlencode

from fastapi import Request
from sqlalchemy import Connection

from api.forms import whole_number
from api.frame import inside, page_language
from scheduler.accounts.audit import act_entries
from scheduler.accounts.rights import Actor
from scheduler.desk.acts import Act
from scheduler.desk.batch import STAYS
from scheduler.desk.undoing import can_undo
from scheduler.locale import mark, say

UNDO_FOR = timedelta(minutes=1)
# By the action of the log: what a page says of as many.
SAID = {
    "deliver": mark("Confirmed: %(num)s."),
    "miss": mark("Marked as missed: %(num)s."),
    "cancel": mark("Cancelled: %(num)s."),
    "move": mark("Moved: %(num)s."),
    "retime": mark("Moved: %(num)s."),
    "undo": mark("Undone: %(num)s."),
    "withdraw": mark("Withdrawn: %(num)s."),
    "piece": mark("Recorded: %(num)s."),
}
SAVED = mark("Saved.")


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence; `act` is there as long as it can be undone from here. `back` is this page."""

    line: str
    act: str | None
    back: str


def find_notice(
    request: Request, connection: Connection, actor: Actor | None, machine_now: datetime
) -> Notice | None:
    """What the address says was done; None where it says nothing, or nothing of theirs."""
    name = request.query_params.get("act", "")[:40]
    if not name.isalnum() or actor is None:
        return None
    lines = act_entries(connection, actor.office_id or 0, name)
    if not lines:
        return None
    language, act = page_language(request), Act(tuple(lines))
    line = say(language, SAID.get(act.first.action, SAVED), num=len(act.asked))
    left = whole_number(request.query_params.get("left", ""))
    if left:
        line += " " + say(language, STAYS, num=left)
    fresh = machine_now - act.at <= UNDO_FOR and can_undo(connection, actor, act)
    return Notice(line, name if fresh else None, page_address(request))


def page_address(request: Request) -> str:
    """This page, without what it says of the last act."""
    kept = [(n, v) for n, v in request.query_params.multi_items() if n not in ("act", "left", "done", "tick")]
    return inside(request.url.path + (f"?{urlencode(kept)}" if kept else ""))


def with_act(address: str, act: str, left: int = 0) -> str:
    """An address of ours that tells of an act."""
    said = urlencode({"act": act} | ({"left": left} if left else {}))
    return f"{address}{'&' if '?' in address else '?'}{said}"
