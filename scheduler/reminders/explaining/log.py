"""Why did she not get it? What became of every message to one reader about one occurrence.

What is stored (rows of the outbox and the steps they took) is told as it is. What is not stored is worked
out again by the same rules by which messages are made (`owed`), so that the log and the worker cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from scheduler.errors import NotFound
from scheduler.locale import Words
from scheduler.reminders.due.digests import Period
from scheduler.reminders.due.lead import Lead, Quiet, day_of, due_at
from scheduler.reminders.due.owed import Owed, Span, Wishes, owed
from scheduler.reminders.explaining import telling
from scheduler.reminders.explaining.telling import Line, Times
from scheduler.reminders.readers.subscribers import find_by_email, get_subscriber
from scheduler.reminders.readers.subscription import Subscriber
from scheduler.reminders.transport.relay import find_stop
from scheduler.secret import hashed
from scheduler.settings import Settings
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.outbox.reminders import steps_of
from scheduler.store.outbox.subscribers import suppression_row
from scheduler.store.plans.read_model import Plan, get_plan
from scheduler.store.plans.sight import Sight
from scheduler.store.tables import reminder

_EVER = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)
_LONGEST_DIGEST, _DAY = timedelta(days=9), timedelta(days=1)
_HANDED_OVER = ("accepted", "unknown", "failed")


@dataclass(frozen=True, slots=True)
class Step:
    """One step that a row took. `at` is machine time; `detail` is what a worker noted or the relay said."""

    at: datetime
    came_from: str | None
    state: str
    detail: str | None


@dataclass(frozen=True, slots=True)
class Message:
    """One message, stored or only owed by the rules; `id` and `state` None where no row was made.

    due_at, sent_at are plan time, target_start is the start that it is about. `lines` say what became of it.
    """

    id: int | None
    what: str
    lead: str
    state: str | None
    target_start: datetime
    due_at: datetime
    sent_at: datetime | None
    message_id: str | None
    lines: tuple[Line, ...]
    steps: tuple[Step, ...] = ()

    @property
    def name(self) -> Words:
        """What it is, in words."""
        return telling.message_name(self.what, self.lead)


@dataclass(frozen=True, slots=True)
class Answer:
    """All that is known of one reader and one occurrence; `occurrence` None where it is gone."""

    subscriber: Subscriber
    occurrence: Occurrence | None
    occurrence_id: str
    lines: tuple[Line, ...]
    messages: tuple[Message, ...]


def find_subscriber(connection: Connection, said: str) -> Subscriber:
    """The subscriber of an id or an address. Raises NotFound, and Invalid for what is neither."""
    if said.startswith("sub_") and "@" not in said:
        return get_subscriber(connection, said)
    found = find_by_email(connection, said)
    if found is not None:
        return found
    raise NotFound(
        "subscriber-not-found",
        f"Nobody is subscribed as {said[:60]!r}. The list: airslot subscriber list",
        f"Không có ai đăng ký với địa chỉ {said[:60]!r}. Danh sách: airslot subscriber list",
        where="subscriber",
    )


def explain(
    connection: Connection, reader: Subscriber, occurrence_id: str, now: datetime, settings: Settings
) -> Answer:
    """What became of each message to this reader about this occurrence, and why others never were.

    `now` is plan time. Raises NotFound where neither the plan nor the outbox knows the occurrence.
    """
    about = occurrences_by_id(connection, [occurrence_id]).get(occurrence_id)
    if about is not None and not Sight(office_id=reader.office_id).shows(*_owner(connection, about)):
        about = None  # another office's: as if it were not there
    rows = _rows(connection, reader, occurrence_id, about)
    if about is None and not rows:
        raise NotFound(
            "occurrence-not-found",
            f"There is no occurrence {occurrence_id[:60]!r}. Look it up: airslot occurrences --json",
            f"Không có lần phát, lần đăng {occurrence_id[:60]!r}. Tra cứu bằng: airslot occurrences --json",
            where="occurrence",
        )
    times = Times(ZoneInfo(about.timezone if about else reader.timezone))
    lines = list(_about_reader(connection, reader, times))
    messages = _stored(connection, rows, reader, about, now, settings, times)
    if about is None:
        lines.append(telling.went(occurrence_id))
    else:
        refusals = list(_about_occurrence(reader, about, get_plan(connection, about.plan), times))
        lines += refusals
        if reader.state == "active" and not refusals:
            known = {(message.what, message.lead, message.target_start) for message in messages}
            messages += _never_stored(reader, about, now, settings, times, known)
    stop = find_stop(connection)
    if stop is not None:
        lines.append(telling.relay_stopped(stop, times))
    messages.sort(key=lambda one: (one.due_at, one.what, one.lead))
    return Answer(reader, about, occurrence_id, tuple(lines), tuple(messages))


# --- the reader and the occurrence ---------------------------------------------------------------


def _about_reader(connection: Connection, reader: Subscriber, times: Times) -> Iterable[Line]:
    if reader.state == "pending":
        yield telling.pending(reader.email, times(reader.created_at))
    elif reader.state == "unsubscribed":
        yield telling.unsubscribed(reader.email, times(reader.updated_at))
    elif reader.state == "suppressed":
        row = suppression_row(connection, hashed(reader.email))
        reason, at = (row["reason"], row["at"]) if row else (None, reader.updated_at)
        yield telling.suppressed(reader.email, reason, times(at))


def _about_occurrence(reader: Subscriber, about: Occurrence, plan: Plan, times: Times) -> Iterable[Line]:
    """Why nothing is owed about this occurrence, whatever the hour."""
    wanted = reader.filter
    pairs = (
        ("plans", wanted.plans, about.plan),
        ("items", wanted.items, about.item),
        ("outlets", wanted.outlets, about.outlet),
        ("channels", wanted.channels, about.channel),
        ("kinds", wanted.kinds, about.kind),
    )
    for field, values, value in pairs:
        if values and value not in values:
            yield telling.not_asked_for(reader.email, field, values, value)
    if plan.signed is not None and day_of(about.start) < plan.signed:
        yield telling.before_signing(plan.number or plan.slug, plan.signed)
    if about.state != "planned":
        yield telling.not_planned(about.state, times(about.cancelled_at) if about.cancelled_at else None)
    if not reader.leads and reader.digest:
        yield telling.digest_only(reader.email, reader.digest)
    elif not reader.leads and about.kind != "window":
        yield telling.no_leads(reader.email)


# --- what is stored ------------------------------------------------------------------------------


def _rows(
    connection: Connection, reader: Subscriber, occurrence_id: str, about: Occurrence | None
) -> Sequence[Any]:
    """The rows about the occurrence, and those of digests whose days it touches."""
    theirs = reminder.c.subscriber_id == reader.id
    question = select(reminder).where(theirs, reminder.c.subject == occurrence_id)
    found = list(connection.execute(question.order_by(reminder.c.due_at, reminder.c.id)))
    if about is None:
        return found
    last = about.ends_at or about.starts_at
    digests = select(reminder).where(
        theirs,
        reminder.c.what == "digest",
        reminder.c.lead == "",  # not the list of what is unconfirmed
        # Its first day, which stands first in its subject, so that the key finds it: the same, a day more.
        reminder.c.subject >= f"{about.starts_at.date() - _LONGEST_DIGEST - _DAY}",
        reminder.c.subject <= f"{last.date() + 2 * _DAY}",
        reminder.c.target_start > about.starts_at - _LONGEST_DIGEST,
        reminder.c.target_start <= last,
    )
    zone = ZoneInfo(reader.timezone)
    for row in connection.execute(digests.order_by(reminder.c.due_at, reminder.c.id)):
        # As `digests.contents` counts: its days and the morning after.
        if about.starts_at.astimezone(zone).date() <= Period.read(row.subject).last:
            found.append(row)
    return found


def _stored(
    connection: Connection,
    rows: Sequence[Any],
    reader: Subscriber,
    about: Occurrence | None,
    now: datetime,
    settings: Settings,
    times: Times,
) -> list[Message]:
    steps: dict[int, list[Step]] = {row.id: [] for row in rows}
    for line in connection.execute(steps_of(select(reminder.c.id).where(reminder.c.id.in_(steps)))):
        steps[line.reminder_id].append(Step(line.at, line.from_state, line.to_state, line.detail))
    messages = []
    for row in rows:
        lines = [telling.of_row(row, _said(steps[row.id], row.state), now, times)]
        if row.what == "reminder" and about is not None:
            if row.target_start == about.starts_at:
                lines += _moved_by_quiet(reader, about, Lead.parse(row.lead), settings, times)
            elif row.state in _HANDED_OVER:
                lines.append(telling.told_old_start(times(row.target_start)))
        messages.append(
            Message(
                row.id,
                row.what,
                row.lead,
                row.state,
                row.target_start,
                row.due_at,
                row.sent_at,
                row.message_id,
                tuple(lines),
                tuple(steps[row.id]),
            )
        )
    return messages


def _said(steps: Sequence[Step], state: str) -> str | None:
    """What was noted when the row came into the state that it is in."""
    return next((step.detail for step in reversed(steps) if step.state == state), None)


# --- what is not stored --------------------------------------------------------------------------


def _never_stored(
    reader: Subscriber,
    about: Occurrence,
    now: datetime,
    settings: Settings,
    times: Times,
    known: set[tuple[str, str, datetime]],
) -> Iterable[Message]:
    for lead in reader.leads:
        if (
            about.kind != "window"
            and due_at(about.start, lead, ZoneInfo(about.timezone), settings.day_hour) is None
        ):
            line = telling.too_short_for_days(str(lead))
            start = about.starts_at
            yield Message(None, "reminder", str(lead), None, start, start, None, None, (line,))
    for message in _by_the_rules(reader, about, settings):
        if (message.what, message.lead, message.target_start) in known:
            continue
        if message.useful_until > now:
            line = telling.ahead(times(max(message.due_at, now)))
        else:
            line = telling.never_made(
                times(message.due_at), times(message.useful_until), _known_since(reader, about, times)
            )
        lines = [line]
        if message.what == "reminder":
            lines += _moved_by_quiet(reader, about, Lead.parse(message.lead), settings, times)
        start = message.target_start
        yield Message(None, message.what, message.lead, None, start, message.due_at, None, None, tuple(lines))


def _owner(connection: Connection, about: Occurrence) -> tuple[bool, int]:
    plan = get_plan(connection, about.plan)
    return plan.public, plan.office_id


def _by_the_rules(reader: Subscriber, about: Occurrence, settings: Settings) -> list[Owed]:
    """All that the rules owe this reader about this occurrence, whatever the hour."""
    zone = ZoneInfo(reader.timezone)
    quiet = None
    if reader.quiet_from is not None and reader.quiet_until is not None:
        quiet = Quiet(reader.quiet_from, reader.quiet_until, zone)
    wishes = Wishes(reader.leads, reader.filter, zone, quiet, reader.digest)
    span = Span(*_EVER, timedelta(hours=settings.catch_up_hours), settings.day_hour)
    # A digest has no end of days; the rules for windows need to know only whether it stands alone.
    return owed(replace(wishes, digest=None), [about], span)


def _moved_by_quiet(
    reader: Subscriber, about: Occurrence, lead: Lead, settings: Settings, times: Times
) -> list[Line]:
    if reader.quiet_from is None or reader.quiet_until is None:
        return []
    zone = ZoneInfo(about.timezone)
    plain = due_at(about.start, lead, zone, settings.day_hour)
    quiet = Quiet(reader.quiet_from, reader.quiet_until, ZoneInfo(reader.timezone))
    if plain is None or not quiet.holds(plain):
        return []
    return [telling.quiet_moved(times(plain), times(quiet.before(plain)))]


def _known_since(reader: Subscriber, about: Occurrence, times: Times) -> Words:
    """Since when reader and date are as they are, by the machine's clock."""
    subscribed, dated = times(reader.updated_at), times(about.updated_at)
    return Words(
        vi=f"đăng ký được ghi lúc {subscribed.vi} và lịch được ghi lúc {dated.vi}",
        en=f"the subscription was written at {subscribed.en} and the date at {dated.en}",
    )
