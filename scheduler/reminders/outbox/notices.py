"""Change notices: who was told of a start that is no longer so is owed a word.

What a reader was told last stands in the row that went to them (`facts`, `occurrence_sequence`). A notice
is one row for each reader and occurrence while it waits: another edit rewrites it and lets it rest again, so
that ten edits are one mail. It says how things are when it is sent, against what the reader was told last.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, or_, select

from scheduler.reminders.due.lead import day_of, on_day
from scheduler.reminders.due.owed import Owed
from scheduler.reminders.notes import TAKEN_BACK
from scheduler.reminders.outbox.owed_rows import end_due, rewrite, write_owed
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.outbox.reminders import IS_DUE, IS_TOLD
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.tables import occurrence, reminder, subscriber

# A start that is as near as this is told at once.
URGENT = timedelta(hours=2)
# However often it is edited, a change does not rest longer than this many delays.
MOST_DELAYS = 6

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Changes:
    """What to write: notices newly owed, notices that say something else now, notices owed no more."""

    new: Sequence[Owed] = ()
    rewritten: Mapping[int, Owed] = field(default_factory=dict)
    taken_back: Sequence[int] = ()


@dataclass(frozen=True, slots=True)
class ToldAhead:
    """Who was told of what is still ahead, by reader and occurrence: target starts, and changes with when."""

    starts: Mapping[tuple[str, str], set[datetime]]
    changes: Mapping[tuple[str, str], datetime]

    def covers(self, reader: str, message: Owed, now: datetime) -> bool:
        """True where a notice of the change says what this message, late because of it, would say again."""
        if message.due_at > now or not self.starts:
            return False
        pair = reader, message.subject
        changed = self.changes.get(pair)
        if changed is not None and message.due_at <= changed:
            return True
        told = self.starts.get(pair)
        return told is not None and message.what == "reminder" and message.target_start not in told


def told_facts(about: Occurrence) -> dict[str, Any]:
    """What a mail tells of an occurrence, kept with the row: the occurrence itself may change or go."""
    return {
        "uid": about.uid,
        "plan": about.plan,
        "item": about.item,
        "title": about.title,
        "kind": about.kind,
        "start": about.start.isoformat(),
        "end": about.end.isoformat() if about.end and about.kind == "window" else None,
        "channel": about.channel,
        "timezone": about.timezone,
    }


def version(about: Occurrence | None) -> str:
    """Which state of an occurrence a notice tells; it stands where other reminders have their lead."""
    return "gone" if about is None else f"sequence {about.sequence}"


def told_ahead(connection: Connection, now: datetime) -> ToldAhead:
    """Who was told of starts that are still ahead, of those who want to be told of changes."""
    columns = (reminder.c.subscriber_id, reminder.c.subject, reminder.c.what, reminder.c.target_start)
    question = (
        select(*columns, reminder.c.sent_at)
        .join(subscriber)
        .where(
            IS_TOLD,
            reminder.c.target_start > now - _DAY,
            reminder.c.subject_kind == "occurrence",
            subscriber.c.notices,
        )
    )
    starts: defaultdict[tuple[str, str], set[datetime]] = defaultdict(set)
    changes: dict[tuple[str, str], datetime] = {}
    for row in connection.execute(question):
        pair = row.subscriber_id, row.subject
        if row.what == "change":
            changes[pair] = max(changes.get(pair, row.sent_at), row.sent_at)
        elif row.what == "reminder":
            starts[pair].add(row.target_start)
    return ToldAhead(starts, changes)


def read(connection: Connection, now: datetime, delay: timedelta, lacking: frozenset[str]) -> Changes:
    """Find the notices that are owed at `now` (plan time) and those that wait without a reason.

    What lies in a zone that this machine is `lacking` is left as it is.
    """
    waiting = _waiting(connection)
    subjects = _changed_subjects(connection, now) | {subject for _, subject in waiting}
    if not subjects:
        return Changes()
    found = occurrences_by_id(connection, subjects)
    new: list[Owed] = []
    rewritten: dict[int, Owed] = {}
    taken_back: list[int] = []
    kept = set()
    for row in _last_told(connection, subjects):
        pair = row.subscriber_id, row.subject
        if lacking and _zone_of(row, found.get(row.subject)) in lacking:
            kept.add(pair)
            continue
        notice = _notice(row, found.get(row.subject), now, delay, waiting.get(pair))
        held = waiting.get(pair)
        if notice is None:
            continue
        if held is None:
            new.append(notice)
            continue
        kept.add(pair)
        if held.lead != notice.lead:
            rewritten[held.id] = notice
    taken_back = [held.id for pair, held in waiting.items() if pair not in kept]
    return Changes(new, rewritten, taken_back)


def write(connection: Connection, changes: Changes, at: datetime) -> int:
    """Write what `read` found; how many notices are newly owed. Another worker may have done it before."""
    made = write_owed(connection, changes.new, at)
    for reminder_id, notice in changes.rewritten.items():
        rewrite(connection, reminder_id, notice, at)
    end_due(connection, dict.fromkeys(changes.taken_back, ("cancelled", TAKEN_BACK)), at)
    return made


# --- what was told, and what is ------------------------------------------------------------------


def _waiting(connection: Connection) -> dict[tuple[str, str], Any]:
    # By what waits: all notices that ever went are more.
    question = select(reminder).where(IS_DUE, reminder.c.what.concat("") == "change")
    return {(row.subscriber_id, row.subject): row for row in connection.execute(question)}


def _changed_subjects(connection: Connection, now: datetime) -> set[str]:
    """Occurrences that changed, or went, after somebody was told of them."""
    # Each once is what a set does: asked for DISTINCT, SQLite reads the whole outbox in order of subjects.
    question = (
        select(reminder.c.subject)
        .join(occurrence, occurrence.c.id == reminder.c.subject, isouter=True)
        .where(
            IS_TOLD,
            reminder.c.target_start > now - _DAY,
            reminder.c.subject_kind == "occurrence",
            or_(occurrence.c.id.is_(None), occurrence.c.sequence > reminder.c.occurrence_sequence),
        )
    )
    return set(connection.scalars(question))


def _last_told(connection: Connection, subjects: Iterable[str]) -> list[Any]:
    """The row that told each reader last of each occurrence, for readers who want notices."""
    last: dict[tuple[str, str], Any] = {}
    for some in in_chunks(sorted(subjects)):
        question = (
            select(reminder)
            .join(subscriber, subscriber.c.id == reminder.c.subscriber_id)
            .where(
                reminder.c.subject.in_(some),
                reminder.c.subject_kind == "occurrence",
                IS_TOLD,
                subscriber.c.state == "active",
                subscriber.c.notices,
            )
            .order_by(reminder.c.occurrence_sequence, reminder.c.sent_at, reminder.c.id)
        )
        for row in connection.execute(question):
            last[row.subscriber_id, row.subject] = row
    return list(last.values())


def _zone_of(told: Any, about: Occurrence | None) -> str:
    return about.timezone if about else str((told.facts or {}).get("timezone"))


def _notice(told: Any, about: Occurrence | None, now: datetime, delay: timedelta, held: Any) -> Owed | None:
    """The notice that a reader is owed who was told `told`, or None. `held` is one that waits already."""
    was = told.facts or {}
    change = _change(was, about)
    if change is None:
        return None
    zone = ZoneInfo(_zone_of(told, about))
    old = told.target_start
    starts = [old] if about is None or change == "cancelled" else [old, about.starts_at]
    ahead = [start for start in starts if start > now]
    latest = max(starts)
    end = on_day(day_of(latest.astimezone(zone)) + _DAY, zone, time())
    if about is not None and about.kind == "window" and about.ends_at:
        end = max(end, about.ends_at)
    if end <= now or (not ahead and (about is None or about.kind != "window")):
        return None
    since = datetime.fromisoformat(held.facts["since"]) if held is not None else now
    due = min(now + delay, since + MOST_DELAYS * delay)
    if ahead and min(ahead) - now <= URGENT:
        due = now
    facts = {
        **was,
        **(told_facts(about) if about else {}),
        "change": change,
        "old_start": was.get("start"),
        "old_end": was.get("end"),
        "old_channel": was.get("channel"),
        "since": since.isoformat(),
    }
    if about is None:
        # What no row holds any more, and a calendar must know that is to let go of it.
        facts |= {"sequence": (told.occurrence_sequence or 0) + 1, "told_at": told.updated_at.isoformat()}
    target = about.starts_at if about else old
    # Its version tells two notices apart that go back and forth between the same two starts.
    return Owed(
        "change", "occurrence", told.subject, version(about), target, max(due, now), end,
        about.sequence if about else None, told.subscriber_id, facts,
    )  # fmt: skip


def _change(was: Mapping[str, Any], about: Occurrence | None) -> str | None:
    """What became of what was told: moved, cancelled, restored; None where it still holds."""
    told_cancelled = was.get("change") == "cancelled"
    if about is None or about.state == "cancelled":
        return None if told_cancelled or not was else "cancelled"
    if about.state != "planned" or not was:
        return None
    if told_cancelled:
        return "restored"
    now = told_facts(about)
    same = all(now[name] == was.get(name) for name in ("start", "end", "channel"))
    return None if same else "moved"
