"""Whether a claimed reminder may go out now, later, or not at all, as far as the claim itself can tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeAlias

from scheduler.reminders import notes
from scheduler.reminders.outbox.claiming import Claimed
from scheduler.reminders.outbox.notices import version


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


def verdict(claimed: Claimed, now: datetime, change_delay: timedelta) -> Verdict:
    """Whether a claimed reminder may go out now (None), later, or not at all."""
    if claimed.recipient is None or claimed.subscriber_state is None:
        return Drop("cancelled", notes.FORGOTTEN)
    if claimed.subscriber_state != claimed.wanted_state:
        return Drop("cancelled", notes.about_reader(claimed.subscriber_state))
    if claimed.subject_kind == "occurrence":
        stale = _stale(claimed, now, change_delay)
        if stale is not None:
            return stale
    if claimed.quiet is not None and claimed.quiet.holds(now) and claimed.what != "confirm":
        end = claimed.quiet.after(now)
        said = notes.with_detail(notes.QUIET, f"until {end:%Y-%m-%d %H:%M} UTC")
        return Later(end, said) if end < claimed.useful_until else Drop("expired", said)
    return None


def _stale(claimed: Claimed, now: datetime, change_delay: timedelta) -> Verdict:
    about = claimed.occurrence
    if claimed.what == "change":
        # It was edited again: the horizon rewrites the notice, which then rests once more.
        fresh = claimed.lead == version(about)
        return None if fresh else Later(now + max(change_delay, timedelta(minutes=1)), notes.EDITED_AGAIN)
    if about is None:
        return Drop("cancelled", notes.SUBJECT_GONE)
    if about.state != "planned":
        return Drop("cancelled", notes.about_subject(about.state))
    if (about.ends_at if claimed.what == "closing" else about.starts_at) != claimed.target_start:
        return Drop("expired", notes.MOVED)
    return None
