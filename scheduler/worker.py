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
        self._away = False
        self._is_foreign = False

    def deliver(self) -> None:
        """Send what is due."""
        if self._is_foreign:
            return
        with self._through_trouble():
            self._delivery.deliver(self._is_stopping)

    def look_ahead(self) -> None:
        """Bring the outbox up to the horizon."""
        if self._is_foreign:
            return
        with self._through_trouble():
            made = self._horizon.keep_up(self._engine, self._clock.now(), self._settings, self._machine_time)
            if made:
                log.info("%d reminders newly owed", made)

    def release(self) -> None:
        """Free what a worker that died had claimed; all rests where the schema is another release's."""
        with self._through_trouble():
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

    @contextmanager
    def _through_trouble(self) -> Iterator[None]:
        """A database that is away ends a tick and not the worker; it is said once, not twice a second."""
        try:
            yield
        except AirslotError as trouble:
            if not self._away:
                log.error("%s", trouble.en)
            self._away = True
        except Exception:
            log.exception("a tick failed; the next one tries again")
        else:
            if self._away:
                log.info("the database answers again")
            self._away = False


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
