"""A stretch of time lived in seconds: what would be sent, when and to whom.

The worker's own code runs (`Horizon`, `Delivery`, the mail writer) on a clock that jumps from one due instant
to the next and stands for plan time and machine time alike. It works on a copy (`copying`), so that outbox
and mail sink stay as they were.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Engine, func, select

from scheduler.clock import FixedClock
from scheduler.errors import Invalid
from scheduler.planning.expanding.expansion import moment
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.mails.wording import read_wall
from scheduler.reminders.outbox.horizon import Horizon
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.snapshot import copied
from scheduler.reminders.transport.sink import Accepted, Outcome, Sink, StillWanted, always
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.instants import starts_at
from scheduler.store.occurrences.read_model import Occurrence, Wall, occurrences_by_id
from scheduler.store.outbox.reminders import IS_DUE
from scheduler.store.plans.read_model import get_plan, list_plans
from scheduler.store.tables import WHATS, reminder, subscriber

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"
MOST_DAYS = 366 * 5
ENDS = ("failed", "unknown", "expired", "cancelled")
LATE_AFTER = timedelta(minutes=1)

# However full a tick was, the next one comes no sooner: the clock stands still during a tick.
_BREATH = timedelta(seconds=1)
_HORIZON_HOURS = 7 * 24

# What a person does at an instant of plan time, in a transaction of its own.
Act: TypeAlias = tuple[datetime, Callable[[Connection], object]]


@dataclass(frozen=True, slots=True)
class Sent:
    """One mail that would go out. `start` is wall time; of a digest its first day; all else of it is None.

    `sent_at` is plan time with the offset of the occurrence's zone, of a digest the reader's.
    """

    to: str
    item: str | None
    kind: str | None
    start: str
    lead: str | None
    sent_at: str
    message_id: str
    what: str


@dataclass(frozen=True, slots=True)
class Simulation:
    """What would be sent in the days that were asked for, by time, and how often.

    counts   sent, late, each `what`, and what ended unsent (failed, unknown, expired, cancelled)
    titles   the item's title of each mail, in the same order; "" of a digest
    """

    sent: tuple[Sent, ...]
    counts: dict[str, int]
    titles: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """The object of the interface."""
        return {"sent": [asdict(one) for one in self.sent], "counts": self.counts}


class AcceptingSink:
    """Takes every mail and keeps none."""

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        """Take one message."""
        return Accepted("simulated")

    def close(self) -> None:
        """Nothing is held open."""


class _SinkFrom:
    """Hands on what is sent within the days that were asked for; what comes before them only happened."""

    def __init__(self, sink: Sink, clock: FixedClock, begin: datetime) -> None:
        self._sink, self._clock, self._begin = sink, clock, begin

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        if self._clock.now() < self._begin:
            return Accepted("simulated")
        return self._sink.send(message, sender, recipient)

    def close(self) -> None:
        self._sink.close()


def simulate(
    engine: Engine,
    settings: Settings,
    secret: bytes,
    first: date,
    last: date,
    *,
    plan_slug: str | None = None,
    sink: Sink | None = None,
    acts: Sequence[Act] = (),
    progress: Callable[[datetime], None] = lambda _at: None,
) -> Simulation:
    """Live from `first` to `last` (days, both inclusive) and say what would be sent.

    The database behind `engine` is only read. The days are those of the plan's zone. `plan_slug` leaves out
    the other plans; `sink` is given the mails; `acts` happen on the way; `progress` is told plan time.
    Everybody who is active counts as subscribed from the beginning. Raises Invalid for a range that cannot be
    lived, NotFound for a plan that is not there.
    """
    _check(first, last)
    # Fewer passes give the same rows; the worker's own horizon is short for the sake of changes.
    settings = settings.model_copy(update={"horizon_hours": max(settings.horizon_hours, _HORIZON_HOURS)})
    with reading(engine) as connection:
        zone = _zone(connection, plan_slug)
    begin, end = (starts_at(datetime.combine(day, time()), zone) for day in (first, last + timedelta(days=1)))
    # What was due shortly before and is still useful would else go out at the first instant, late.
    earlier = begin - timedelta(hours=settings.catch_up_hours)
    with copied(engine, earlier, plan_slug) as copy:
        clock = FixedClock(earlier)
        carried = _SinkFrom(sink or AcceptingSink(), clock, begin)
        with reading(copy) as connection:
            titles = {one.slug: one.title for one in list_plans(connection)}
        renderer = MailRenderer(settings, secret, titles.get)
        delivery = Delivery(copy, clock, carried, renderer, settings, clock.now)
        _live(copy, settings, clock, delivery, end, acts, progress)
        with reading(copy) as connection:
            return _report(connection, begin, end)


def _live(
    engine: Engine,
    settings: Settings,
    clock: FixedClock,
    delivery: Delivery,
    end: datetime,
    acts: Sequence[Act],
    progress: Callable[[datetime], None],
) -> None:
    """Tick at every instant at which a worker that never sleeps would find something to do."""
    horizon, waiting = Horizon(), sorted(acts, key=lambda act: act[0])
    pass_at = clock.now()
    while (now := clock.now()) < end:
        while waiting and waiting[0][0] <= now:
            _, act = waiting.pop(0)
            with transaction(engine) as connection:
                act(connection)
            pass_at = now
        if pass_at <= now:
            # Only an act changes anything here, so a pass holds until its horizon is near.
            horizon.keep_up(engine, now, settings, clock.now)
            pass_at = now + timedelta(hours=settings.horizon_hours) * 0.9
        delivery.deliver()
        progress(now)
        following = [pass_at, end, *(at for at, _ in waiting[:1])]
        with reading(engine) as connection:
            due = connection.scalar(select(func.min(reminder.c.due_at)).where(IS_DUE))
        if due is not None:
            following.append(due)
        clock.move_to(max(min(following), now + _BREATH))


# --- what came of it -----------------------------------------------------------------------------


def _report(connection: Connection, begin: datetime, end: datetime) -> Simulation:
    question = (
        select(reminder, subscriber.c.email, subscriber.c.timezone)
        .join(subscriber, subscriber.c.id == reminder.c.subscriber_id)
        .where(reminder.c.what != "confirm")
        .order_by(reminder.c.sent_at, subscriber.c.email, reminder.c.id)
    )
    rows = list(connection.execute(question))
    about = occurrences_by_id(connection, {row.subject for row in rows if row.subject_kind == "occurrence"})
    accepted = [row for row in rows if row.state == "accepted" and begin <= row.sent_at < end]
    by_what = Counter(row.what for row in accepted)
    ended = Counter(row.state for row in rows if row.state in ENDS and begin <= row.due_at < end)
    counts = {"sent": len(accepted), "late": sum(row.sent_at - row.due_at > LATE_AFTER for row in accepted)}
    counts |= {what: by_what[what] for what in WHATS if what != "confirm"}
    counts |= {state: ended[state] for state in ENDS}
    sent = tuple(_sent(row, about.get(row.subject)) for row in accepted)
    return Simulation(sent, counts, tuple(_title(row, about.get(row.subject)) for row in accepted))


def _sent(row: Any, about: Occurrence | None) -> Sent:
    facts = row.facts or {}
    zone = ZoneInfo(about.timezone if about else facts.get("timezone") or row.timezone)
    return Sent(
        to=row.email,
        item=about.item if about else facts.get("item"),
        kind=about.kind if about else facts.get("kind"),
        start=_start(row, about, zone),
        lead=(row.lead or None) if row.what == "reminder" else None,
        sent_at=row.sent_at.astimezone(zone).isoformat(timespec="seconds"),
        message_id=row.message_id or "",
        what=row.what,
    )


def _start(row: Any, about: Occurrence | None, zone: ZoneInfo) -> str:
    """The start that the mail told: its own, not where a later change put the occurrence."""
    if row.what in ("digest", "quota"):
        return row.target_start.astimezone(zone).date().isoformat()  # type: ignore[no-any-return]
    if row.what == "closing" and about:
        return about.start.isoformat()  # the target is the midnight after its last day
    facts = row.facts or {}
    said = [read_wall(facts.get("start")), *((about.start, about.original_start) if about else ())]
    # A time that the clock leaves out is told as it is written, and no instant has it.
    told = next((wall for wall in said if wall and starts_at(wall, zone) == row.target_start), None)
    return moment(told or _wall(row.target_start, zone, about)) or ""


def _wall(at: datetime, zone: ZoneInfo, about: Occurrence | None) -> Wall:
    """The wall time of an instant; its day alone for what has no time."""
    shown = at.astimezone(zone).replace(tzinfo=None, fold=0)
    return shown if about is None or isinstance(about.start, datetime) else shown.date()


def _title(row: Any, about: Occurrence | None) -> str:
    return about.title if about else str((row.facts or {}).get("title", ""))


# --- what was asked for --------------------------------------------------------------------------


def _check(first: date, last: date) -> None:
    if first > last:
        raise Invalid(
            "range-reversed",
            f"The range begins on {first} and ends before that, on {last}. Write the earlier day first.",
            f"Khoảng ngày bắt đầu {first} nhưng kết thúc trước đó, {last}. Hãy ghi ngày sớm hơn trước.",
            where="from",
        )
    if (last - first).days >= MOST_DAYS or not 1900 < first.year < 2200:
        raise Invalid(
            "range-too-long",
            f"{first} to {last} cannot be simulated; ask for at most five years between 1901 and 2199.",
            f"Không mô phỏng được từ {first} đến {last}; hãy chọn nhiều nhất năm năm, từ 1901 đến 2199.",
            where="to",
        )


def _zone(connection: Connection, plan_slug: str | None) -> ZoneInfo:
    if plan_slug is None:
        zones = {one.timezone for one in list_plans(connection)}
        return ZoneInfo(zones.pop() if len(zones) == 1 else DEFAULT_ZONE)
    return ZoneInfo(get_plan(connection, plan_slug).timezone)
