"""The worker: APScheduler ticks that call one function each. It holds no truth; any number of them may run.

    every half second   send what is due
    every five seconds  bring the outbox up to the horizon, where something changed or a while went by
    every five seconds  free what a worker that died had claimed, and look whether the schema is still ours

A tick that is late runs once and at once. What it should have done is in the tables, so nothing is missed.
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

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import Engine

from scheduler.clock import Clock
from scheduler.errors import AirslotError, Unavailable
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.delivering import Delivery
from scheduler.reminders.horizon import Horizon
from scheduler.reminders.lines import Lines
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.outbox import release_expired_leases
from scheduler.reminders.sink import Renderer, Sink
from scheduler.reminders.sinks import open_sink
from scheduler.secret import load_secret
from scheduler.settings import Settings
from scheduler.store.engine import hurry, open_engine, reading, transaction
from scheduler.store.plans import find_plan
from scheduler.store.schema import FOREIGN, require_current
from scheduler.store.soundness import require_sound

log = logging.getLogger("airslot.worker")

DELIVER_EVERY, LOOK_EVERY = 0.5, 5.0  # seconds

_LOOK_FOR_SIGNALS = 0.2  # seconds


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
    ) -> None:
        self._engine, self._clock, self._settings = engine, clock, settings
        self._machine_time = machine_time
        self._pulse = pulse
        self._moved_at = machine_time()
        # After that the lease of the mail that is being sent is over, and its row `unknown`.
        self._longest_mail = timedelta(seconds=settings.lease_seconds + settings.smtp_timeout)
        self._sink = sink
        self._delivery = Delivery(engine, clock, sink, renderer, settings, machine_time)
        self._horizon = Horizon()
        self._stopping = threading.Event()
        self._ticks: BackgroundScheduler | None = None
        self._troubles = Troubles()
        self._is_foreign = False

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
            made = self._horizon.keep_up(self._engine, self._clock.now(), self._settings, self._machine_time)
            if made:
                log.info("%d reminders newly owed", made)

    def release(self) -> None:
        """Free what a worker that died had claimed; all rests where the schema is another release's."""
        with self._troubles.met_by("release"):
            self._look_at_schema()
            with transaction(self._engine) as connection:
                freed = release_expired_leases(connection, self._clock.now(), machine_time=self._machine_time)
            if freed.due:
                log.warning("%d reminders of a worker that ended are due again", freed.due)
            if freed.unknown:
                log.warning(
                    "%d mails may have arrived or not; decide: airslot reminders unknown", freed.unknown
                )
            if self._machine_time() - self._moved_at < self._longest_mail:
                self._pulse()

    def start(self) -> None:
        """Begin to tick, in threads of its own."""
        ticks = BackgroundScheduler(
            timezone=UTC,
            # Three ticks, each at most once at a time: none waits for another.
            executors={"default": ThreadPoolExecutor(3)},
            job_defaults={"coalesce": True, "misfire_grace_time": None, "max_instances": 1},
        )
        logging.getLogger("apscheduler").setLevel(logging.ERROR)
        for tick, seconds in (
            (self.look_ahead, LOOK_EVERY),
            (self.release, min(LOOK_EVERY, self._settings.lease_seconds / 2)),
            (self.deliver, DELIVER_EVERY),
        ):
            ticks.add_job(tick, "interval", seconds=seconds, next_run_time=utcnow())
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
        self._moved_at = self._machine_time()
        return self._stopping.is_set()


def build_worker(
    settings: Settings,
    engine: Engine,
    clock: Clock,
    machine_time: MachineTime = utcnow,
    pulse: Callable[[], None] = lambda: None,
) -> Worker:
    """The worker that the settings ask for. Raises SettingsError for a sink or a secret that cannot be."""

    def title(slug: str) -> str | None:
        with reading(engine) as connection:
            found = find_plan(connection, slug)
        return None if found is None else found.title

    renderer = MailRenderer(settings, load_secret(settings), title)
    lines = settings.smtp_connections if settings.mail_sink == "smtp" else 1
    # SQLite does its work in this process: there the lines must not share one thread with it as well.
    by_turns = engine.dialect.name != "sqlite"
    sink = Lines([open_sink(settings) for _ in range(lines)], by_turns=by_turns)
    return Worker(engine, clock, sink, renderer, settings, machine_time, pulse)


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
