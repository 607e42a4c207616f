"""Which messages are owed: from readers and occurrences to rows of the outbox. Values in, values out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from scheduler.reminders.due.digests import periods
from scheduler.reminders.due.lead import Lead, Quiet, due_at, on_day
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.occurrences.selection import Selection

Key: TypeAlias = tuple[str, str, str, str, datetime]  # subscriber, what, subject, lead, target start

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What some readers have in common: the same wishes give the same due times."""

    leads: tuple[Lead, ...]
    selection: Selection
    zone: ZoneInfo
    quiet: Quiet | None
    digest: str | None
    plans: frozenset[str] | None = None  # slugs that their office may be told of; None: every one


@dataclass(frozen=True, slots=True)
class Span:
    """Plan time from which and to which messages are looked for, and how late one may be.

    Due after `now` up to `until`, or before `now` and still useful. `late` is how long after it was due a
    message may still go out.
    """

    now: datetime
    until: datetime
    late: timedelta
    day_hour: time


@dataclass(frozen=True, slots=True)
class Owed:
    """One message owed to a reader, or, while `subscriber` is empty, to each of those who share wishes."""

    what: str
    subject_kind: str
    subject: str
    lead: str
    target_start: datetime
    due_at: datetime
    useful_until: datetime
    sequence: int | None = None
    subscriber: str = ""
    facts: dict[str, Any] | None = field(default=None, compare=False)

    @property
    def key(self) -> Key:
        """What is unique in the outbox."""
        return self.subscriber, self.what, self.subject, self.lead, self.target_start

    def to(self, subscriber: str) -> Owed:
        """The same message for one reader."""
        return Owed(
            self.what, self.subject_kind, self.subject, self.lead, self.target_start, self.due_at,
            self.useful_until, self.sequence, subscriber, self.facts,
        )  # fmt: skip


def owed(wishes: Wishes, occurrences: Iterable[Occurrence], span: Span) -> list[Owed]:
    """All that readers with these wishes are owed in the span, each message once."""
    found = [
        message
        for one in occurrences
        if wishes.selection.fits(one) and (wishes.plans is None or one.plan in wishes.plans)
        for message in (
            _of_window(one, wishes, span) if one.kind == "window" else _of_airing(one, wishes, span)
        )
    ]
    found += _digests(wishes, span)
    return [message for each in found if (message := in_span(each, wishes.quiet, span)) is not None]


def in_span(message: Owed, quiet: Quiet | None, span: Span) -> Owed | None:
    """The message as it is owed now; None where its time has not come, or has gone.

    What should have gone out before, while the reader's quiet hours hold, waits for their end.
    """
    if message.due_at > span.until or message.useful_until <= span.now:
        return None
    if quiet is None or message.due_at > span.now or not quiet.holds(span.now):
        return message
    end = quiet.after(span.now)
    return replace(message, due_at=end) if end < message.useful_until else None


def _of_airing(one: Occurrence, wishes: Wishes, span: Span) -> Iterator[Owed]:
    zone = ZoneInfo(one.timezone)
    dues = [
        (due, lead)
        for lead in wishes.leads
        if (due := due_at(one.start, lead, zone, span.day_hour, wishes.quiet)) is not None
    ]
    # An airing that has begun is announced no more; a day without a time, while it lasts.
    end = one.starts_at if isinstance(one.start, datetime) else one.ends_at or one.starts_at
    for due, lead in dues:
        # Once the next reminder is due, this one would only be said twice.
        following = min((other for other, _ in dues if other > due), default=end)
        yield _owed("reminder", one, one.starts_at, due, min(following, due + span.late, end), str(lead))


def _of_window(one: Occurrence, wishes: Wishes, span: Span) -> Iterator[Owed]:
    """At its opening, and the day before its last day; both at the day hour."""
    if wishes.digest and not wishes.leads:
        return  # a digest alone was asked for
    zone, quiet = ZoneInfo(one.timezone), wishes.quiet
    first, last = one.start, one.end
    assert isinstance(first, date) and isinstance(last, date) and one.ends_at  # noqa: S101 - as the table says
    opening = on_day(first, zone, span.day_hour)
    closing = on_day(last - _DAY, zone, span.day_hour)
    end = one.ends_at
    if closing > opening:
        due = quiet.before(closing) if quiet else closing
        yield _owed("closing", one, one.ends_at, due, min(due + span.late, one.ends_at))
        end = due
    due = quiet.before(opening) if quiet else opening
    yield _owed("opening", one, one.starts_at, due, min(due + span.late, end))


def _digests(wishes: Wishes, span: Span) -> Iterator[Owed]:
    if wishes.digest is None:
        return
    # Quiet hours may bring a digest forward by a day.
    for period in periods(wishes.digest, wishes.zone, span.now - span.late, span.until + _DAY):
        target = period.due_at(wishes.zone, span.day_hour)
        due = wishes.quiet.before(target) if wishes.quiet else target
        end = min(due + span.late, on_day(period.last, wishes.zone, span.day_hour))
        yield Owed("digest", "period", str(period), "", target, due, end)


def _owed(
    what: str, one: Occurrence, target: datetime, due: datetime, useful_until: datetime, lead: str = ""
) -> Owed:
    return Owed(what, "occurrence", one.id, lead, target, due, useful_until, one.sequence)


def spread(messages: Sequence[Owed], now: datetime, per_minute: float) -> tuple[list[Owed], int]:
    """The messages with due times that a relay of that speed keeps up with, and how many come too late.

    A message waits until those before it are through, the one that must go first before one that may wait.
    """
    step = timedelta(minutes=1) / per_minute
    free, late, found = now, 0, []
    for message in sorted(messages, key=lambda one: (one.due_at, one.useful_until, one.subscriber)):
        at = max(message.due_at, now)
        if free > at:
            at = free
            message = replace(message, due_at=at)
        free = at + step
        late += at >= message.useful_until
        found.append(message)
    return found, late
