"""Whether a claimed reminder may go out now, later, or not at all, as far as the claim itself can tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from scheduler.reminders.claiming import Claimed
from scheduler.reminders.notices import version
from scheduler.reminders.owed_rows import MOVED
from scheduler.reminders.weekly_lists import is_weekly_list

IN_DOUBT = "it was due before the database was restored, and may have gone out then"
NOT_WRITTEN = "the mail could not be written"  # what the reason of one begins with that failed by itself


@dataclass(frozen=True, slots=True)
class Drop:
    """Not to be sent: the state it ends in, and why."""

    state: str
    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """Not to be sent yet: when, and why."""

    due_at: datetime
    reason: str


Verdict: TypeAlias = Drop | Later | None


def wanted_state(claimed: Claimed) -> str:
    """In which state the reader must be; the list of what is unconfirmed goes to whoever may confirm it."""
    if claimed.what == "confirm":
        return "pending"
    if is_weekly_list(claimed.what, claimed.lead) and claimed.subscriber_state not in (None, "suppressed"):
        return str(claimed.subscriber_state)
    return "active"


def verdict(claimed: Claimed, now: datetime, change_delay: timedelta) -> Verdict:
    """Whether a claimed reminder may go out now (None), later, or not at all."""
    if claimed.recipient is None or claimed.subscriber_state is None:
        return Drop("cancelled", "the person's data is deleted")
    if claimed.subscriber_state != wanted_state(claimed):
        return Drop("cancelled", f"the reader is {claimed.subscriber_state}")
    if claimed.subject_kind == "occurrence":
        stale = _stale(claimed, now, change_delay)
        if stale is not None:
            return stale
    if claimed.quiet is not None and claimed.quiet.holds(now) and claimed.what != "confirm":
        end = claimed.quiet.after(now)
        said = f"the reader's quiet hours last until {end:%Y-%m-%d %H:%M} UTC"
        return Later(end, said) if end < claimed.useful_until else Drop("expired", said)
    return None


def _stale(claimed: Claimed, now: datetime, change_delay: timedelta) -> Verdict:
    about = claimed.occurrence
    if claimed.what == "change":
        # It was edited again: the horizon rewrites the notice, which then rests once more.
        fresh = claimed.lead == version(about)
        return None if fresh else Later(now + max(change_delay, timedelta(minutes=1)), "it was edited again")
    if about is None:
        return Drop("cancelled", "the plan no longer holds what it is about")
    if about.state != "planned":
        return Drop("cancelled", f"what it is about is {about.state}")
    if (about.ends_at if claimed.what == "closing" else about.starts_at) != claimed.target_start:
        return Drop("expired", MOVED)
    return None
