"""The worker: ticks that call one function each. It holds no truth; any number of them may run.

    every half second   send what is due
    every five seconds  bring the outbox up to the horizon, where something changed or a while went by
    every five seconds  free what a worker that died had claimed, and look whether the schema is still ours
    every minute        look whether the night has come in which what is old is removed
    every ten minutes   look whether the zone data is other than that by which instants were derived

A tick that is late runs once and at once. What it should have done is in the tables, so nothing is missed.
They go by the time that passes (`ticks`). While the machine's clock does not agree with it, nothing is sent
and nothing ends: what plan time is cannot be known.
"""

from __future__ import annotations

import logging
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, timedelta
from types import FrameType

from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Engine

from scheduler.clock import Clock
from scheduler.desk.deriving import derive_again, require_zones
from scheduler.errors import AirslotError, Unavailable
from scheduler.machine_time import MachineTime, Watch, utcnow
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.outbox.horizon import Horizon
from scheduler.reminders.outbox.outbox import release_expired_leases, revive
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.sending.pulse import beat
from scheduler.reminders.snapshot import sweep
from scheduler.reminders.transport.lines import Lines
from scheduler.reminders.transport.sink import Renderer, Sink
from scheduler.reminders.transport.sinks import open_sink
from scheduler.retention import keep_house
from scheduler.secret import load_secret
from scheduler.settings import Settings
from scheduler.store.database.engine import hurry, open_engine, reading, transaction
from scheduler.store.database.schema import FOREIGN, require_current
from scheduler.store.database.soundness import require_sound
from scheduler.store.plans.read_model import Plan, find_plan
from scheduler.ticks import Once, TickExecutor

log = logging.getLogger("airslot.worker")

DELIVER_EVERY, LOOK_EVERY, KEEP_HOUSE_EVERY = 0.5, 5.0, 60.0  # seconds
SIGN_EVERY, THOROUGH_EVERY = 15.0, 600.0

_LOOK_FOR_SIGNALS = 0.2  # seconds
_MARGIN = timedelta(minutes=1)


class Troubles:
    """What ends a tick and not the worker. Each is said once, not twice a second, and so is its end."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._met: dict[str, str] = {}  # of each tick that did not go well

    @contextmanager
    def met_by(self, tick: str) -> Iterator[None]:
        """Around a tick. One that only reads goes well where another cannot write: each is its own."""
        try:
            yield
        except AirslotError as trouble:
            if self._is_new(tick, trouble.code):
                log.error("%s", trouble.en)
        except Exception as fault:
            if self._is_new(tick, f"{type(fault).__name__}: {fault}"):
                log.exception("a tick failed; the next one tries again")
        else:
            self._went_well(tick)

    def _is_new(self, tick: str, trouble: str) -> bool:
        with self._lock:
            known = trouble in self._met.values()
            self._met[tick] = trouble
        return not known

    def _went_well(self, tick: str) -> None:
        with self._lock:
            over = self._met.pop(tick, None) is not None and not self._met
        if over:
            log.info("that is over: all goes well again")


class Worker:
    """One worker. `start` returns at once; `stop` waits for the mail that is being sent, and no longer.

    Each tick may be called by itself: that is what tests and a simulation do. `pulse` is called every few
    seconds while the database answers and no mail takes longer than a relay may take.
    """

    def __init__(
        self,
        engine: Engine,
        clock: Clock,
        sink: Sink | Lines,
        renderer: Renderer,
        settings: Settings,
        machine_time: MachineTime = utcnow,
        pulse: Callable[[], None] = lambda: None,
        *,
        watch: Watch | None = None,
        passed: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine, self._clock, self._settings = engine, clock, settings
        self._machine_time, self._passed, self._watch = machine_time, passed, watch
        self._pulse = pulse
        self._moved_at = passed()
        self._next_sign = self._next_thorough = 0.0
        self._jump: timedelta | None = None
        # After that the lease of the mail that is being sent is over, and its row `unknown`.
        self._longest_mail = timedelta(seconds=settings.lease_seconds + settings.smtp_timeout)
        self._sink = sink
        self._delivery = Delivery(engine, clock, sink, renderer, settings, machine_time)
        self._horizon = Horizon()
        self._stopping, self._holding = threading.Event(), threading.Lock()
        self._ticks: BackgroundScheduler | None = None
        self._troubles = Troubles()
        self._is_foreign = False
        self._zones_seen: dict[str, str] = {}

    def deliver(self) -> None:
        """Send what is due."""
        if self._is_foreign:
            return
        with self._troubles.met_by("deliver"):
            self._delivery.deliver(self._is_stopping)

    def look_ahead(self) -> None:
        """Bring the outbox up to the horizon."""
        if self._is_foreign:
            return
        with self._troubles.met_by("look ahead"):
            if self.held_for() is not None:
                return
            made = self._horizon.keep_up(self._engine, self._clock.now(), self._settings, self._machine_time)
            if made:
                log.info("%d reminders newly owed", made)

    def keep_house(self) -> None:
        """Remove what is old, once a night."""
        if self._is_foreign:
            return
        with self._troubles.met_by("upkeep"):
            if self.held_for() is None:
                now, stopping = self._clock.now(), self._stopping.is_set
                keep_house(self._engine, now, self._settings, self._machine_time, stopping)

    def release(self) -> None:
        """Free what a worker that died had claimed; all rests where the schema is another release's."""
        with self._troubles.met_by("release"):
            self._look_at_schema()
            if self.held_for() is None:
                self._release()
            if self.stands_for() < self._longest_mail:
                self._sign()
                self._pulse()

    def _release(self) -> None:
        now, passed = self._clock.now(), self._passed()
        thorough, begun = passed >= self._next_thorough, self._next_thorough == 0
        if thorough:
            # A trouble of its own: it keeps no mail from being freed, and is looked at again in ten minutes.
            with self._troubles.met_by("zone data"):
                self._take_zone_data()
        with transaction(self._engine) as connection:
            freed = release_expired_leases(
                connection,
                now,
                longest=self._longest_mail + _MARGIN,
                thorough=thorough,
                machine_time=self._machine_time,
            )
            # At the start and after a jump: what ended then may have ended under a clock that was ahead.
            revived = revive(connection, now, machine_time=self._machine_time) if begun else 0
        if thorough:
            self._next_thorough = passed + THOROUGH_EVERY
        if revived:
            log.warning("%d mails that had ended as too late are useful again", revived)
        if freed.due:
            log.warning("%d reminders of a worker that ended are due again", freed.due)
        if freed.unknown:
            log.warning("%d mails may have arrived or not; decide: airslot reminders unknown", freed.unknown)

    def _take_zone_data(self) -> None:
        """Derive the instants again where this machine's zone data are others than those before."""
        for one in derive_again(self._engine, self._machine_time, self._zones_seen):
            if one.was is not None or one.moved:
                was = one.was.source if one.was else "not known"
                log.warning(
                    "the rules of %s are others (%s; before: %s): %d dates are another instant now",
                    one.zone, one.now.source, was, one.moved,
                )  # fmt: skip
        require_zones(self._engine)

    def _sign(self) -> None:
        """Tell the other processes that a worker works."""
        if self._passed() < self._next_sign:
            return
        jump = self.held_for()
        held = None if jump is None else f"the machine's clock jumped by {jump.total_seconds():+.0f} s"
        with transaction(self._engine) as connection:
            beat(connection, self._machine_time(), held)
        self._next_sign = self._passed() + SIGN_EVERY

    def stands_for(self) -> timedelta:
        """How long ago the sending of mails last moved, by the time that passes."""
        return timedelta(seconds=self._passed() - self._moved_at)

    def held_for(self) -> timedelta | None:
        """The jump of the machine's clock for which nothing is sent now, or None."""
        jump = None if self._watch is None else self._watch.look()
        with self._holding:
            before, self._jump = self._jump, jump
            if jump is not None and before is None:
                log.error(
                    "the machine's clock jumped by %+.0f s: nothing is sent until it is right or stays",
                    jump.total_seconds(),
                )
                self._next_sign = 0.0
            if jump is None and before is not None:
                log.warning("the machine's clock agrees again; sending goes on")
                self._next_sign = self._next_thorough = 0.0
        return jump

    def start(self) -> None:
        """Begin to tick, in threads of its own."""
        ticks = BackgroundScheduler(timezone=UTC, job_defaults={"misfire_grace_time": None})
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        # Each in a thread of its own: none waits for another.
        for tick, seconds in (
            (self.look_ahead, LOOK_EVERY),
            (self.release, min(LOOK_EVERY, self._settings.lease_seconds / 2)),
            (self.deliver, DELIVER_EVERY),
            (self.keep_house, KEEP_HOUSE_EVERY),
        ):
            ticks.add_executor(TickExecutor(seconds), tick.__name__)
            ticks.add_job(tick, Once(), executor=tick.__name__)
        ticks.start()
        self._ticks = ticks

    def stop(self) -> None:
        """Stop ticking. The mail that is being sent is finished, what is claimed and not sent is let go.

        A database that says nothing is not waited for: leases let go of what cannot be written down.
        """
        self._stopping.set()
        hurry(self._engine)
        if self._ticks is not None:
            self._ticks.shutdown(wait=True)
            self._ticks = None
        if not self._is_foreign:
            with self._troubles.met_by("settle"):
                self._delivery.settle()
        self._sink.close()

    def _look_at_schema(self) -> None:
        try:
            require_current(self._engine)
        except Unavailable as trouble:
            self._is_foreign = trouble.code in FOREIGN
            raise
        self._is_foreign = False

    def _is_stopping(self) -> bool:
        """Asked before each mail, and by each tick that has none."""
        self._moved_at = self._passed()
        return self._stopping.is_set() or self.held_for() is not None


def build_worker(
    settings: Settings,
    engine: Engine,
    clock: Clock,
    machine_time: MachineTime = utcnow,
    pulse: Callable[[], None] = lambda: None,
) -> Worker:
    """The worker that the settings ask for. Raises SettingsError for a sink or a secret that cannot be."""

    def plan_of(slug: str) -> Plan | None:
        with reading(engine) as connection:
            return find_plan(connection, slug)

    def title(slug: str) -> str | None:
        return None if (found := plan_of(slug)) is None else found.title

    def is_public(slug: str) -> bool:
        return (found := plan_of(slug)) is not None and found.public

    sweep()
    renderer = MailRenderer(settings, load_secret(settings), title, is_public)
    lines = settings.smtp_connections if settings.mail_sink == "smtp" else 1
    # SQLite does its work in this process: there the lines must not share one thread with it as well.
    by_turns = engine.dialect.name != "sqlite"
    sink = Lines([open_sink(settings) for _ in range(lines)], by_turns=by_turns)
    # A plan time that was started elsewhere goes by the time that passes already.
    watch = Watch(machine_time) if settings.now is None else None
    return Worker(engine, clock, sink, renderer, settings, machine_time, pulse, watch=watch)


def run_worker(
    settings: Settings,
    started: Callable[[], None] = lambda: None,
    pulse: Callable[[], None] = lambda: None,
    machine_time: MachineTime = utcnow,
) -> None:
    """Work until SIGTERM or SIGINT, then stop within the lease. Only from the main thread.

    Raises Unavailable where the database is not at this version's schema or is damaged, SettingsError as
    `build_worker`.
    """
    engine = open_engine(settings.database_url)
    try:
        require_current(engine)
        require_sound(engine)
        worker = build_worker(settings, engine, Clock.starting_at(settings.now), machine_time, pulse)
        # A lock that a handler shares with the thread it interrupts can stop both; a signal that comes just
        # before the thread blocks does not wake it: so it looks, a few times a second.
        asked_to_stop: list[int] = []

        def stop(number: int, _frame: FrameType | None) -> None:
            asked_to_stop.append(number)

        before = {number: signal.signal(number, stop) for number in (signal.SIGTERM, signal.SIGINT)}
        try:
            worker.start()
            started()
            while not asked_to_stop:
                time.sleep(_LOOK_FOR_SIGNALS)
        finally:
            worker.stop()
            for number, handler in before.items():
                signal.signal(number, handler)
    finally:
        engine.dispose()
