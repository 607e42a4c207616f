"""What five years cost: each question about what grows, beside the same office with a short outbox.

    python -m bench growth

Wall time, the best of some rounds, on both databases; filling them takes two minutes. How the databases find
the rows is looked at by `tests/store/test_growth.py`. Then a night of upkeep that has two years to remove.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Connection, Engine, func, select, update

from bench import years
from scheduler.accounts import audit, creations, rates, sessions, sign_in
from scheduler.accounts.people import get_person
from scheduler.reminders import metrics
from scheduler.reminders.explaining import log
from scheduler.reminders.explaining.listing import ReminderFilter, find_reminders
from scheduler.reminders.outbox import deciding, horizon, notices, outbox
from scheduler.reminders.readers import subscribers
from scheduler.reminders.sending import pulse
from scheduler.retention import keep_house
from scheduler.settings import Settings
from scheduler.store.account_tables import audit as audit_table
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.database.schema import migrate
from scheduler.store.outbox.outbox_readers import readers_told
from scheduler.store.outbox.reminder_counts import count_kept
from scheduler.store.tables import reminder, upkeep
from scheduler.store.upkeep import database_bytes
from tests.postgres_server import CannotStartError, postgres_server

Ask: TypeAlias = Callable[[Connection], object]

NOW = years.NOW
ONE, READER, EMAIL = "occ_202802640", "sub_active000110", "active000110@example.org"
SHORT, ROUNDS, MOST = 25, 15, 1.5
# These grow with what the one reader was ever sent, and with nothing else.
OF_READER = ("a page of a reader",)
SLACK = 0.002  # seconds: what is quicker than that is measured with the machine's other work


def _now() -> datetime:
    return NOW


def _page(after: int | None = None, **wanted: object) -> Ask:
    return lambda c: find_reminders(c, ReminderFilter(**wanted), after, 5)  # type: ignore[arg-type]


def _state(state: str) -> Ask:
    return _page(state=state, office_id=1)


TRIES = rates.Tries("password", "an@example.org", "127.0.0.1")
SPAN = horizon.span_until(NOW, NOW + timedelta(days=1), Settings())
QUESTIONS: Mapping[str, Ask] = {
    "the horizon: what is wanted": lambda c: horizon.wanted_in(c, SPAN, frozenset()),
    "the horizon: what is stored": lambda c: horizon.stored_in(c, SPAN),
    "the horizon: notices": lambda c: notices.read(c, NOW, timedelta(minutes=5), frozenset()),
    "what is overdue": lambda c: outbox.expire_overdue(c, NOW, machine_time=_now),
    "leases that are over": lambda c: outbox.release_expired_leases(c, NOW, machine_time=_now),
    "all leases": lambda c: outbox.release_expired_leases(c, NOW, thorough=True, machine_time=_now),
    "what is useful again": lambda c: outbox.revive(c, NOW, machine_time=_now),
    "the counts, /metrics": lambda c: metrics.count_outbox(c, NOW),
    "doctor: overdue": lambda c: metrics.count_overdue(c, NOW),
    "doctor: how many": count_kept,
    "health": pulse.find_pulse,
    "a page of all": _page(),
    "a page of an office": _page(office_id=1),
    "a page far back": _page(after=500),
    "a page of a reader": _page(subscriber=READER, office_id=1),
    "a page of an occurrence": _page(occurrence=ONE, office_id=1),
    "?state=due": _state("due"),
    "?state=claimed": _state("claimed"),
    "?state=accepted": _state("accepted"),
    "?state=unknown": _state("unknown"),
    "?state=failed": _state("failed"),
    "?state=expired": _state("expired"),
    "?state=cancelled": _state("cancelled"),
    "?what=digest": _page(what="digest", office_id=1),
    "unknown ones by kind": lambda c: deciding.unknown_kinds(c, NOW, 1),
    "the log: why not?": lambda c: log.explain(c, log.find_subscriber(c, EMAIL), ONE, NOW, Settings()),
    "whom a change is told": lambda c: readers_told(c, [ONE], NOW),
    "a reader by id": lambda c: subscribers.get_subscriber(c, READER),
    "a reader by address": lambda c: subscribers.find_by_email(c, EMAIL),
    "the deeds of an office": lambda c: audit.entries(c, 1),
    "the deeds of a plan": lambda c: audit.entries(c, 1, plan="plan-2028"),
    "the deeds of a plan without": lambda c: audit.entries(c, 1, plan="plan-2029"),
    "the deeds on an occurrence": lambda c: audit.entries(
        c, 1, subject_kind="occurrence", subject="subject_7"
    ),
    "a try to sign in": lambda c: rates.count_try(c, TRIES, machine_time=_now),
    "a session begins": lambda c: sessions.begin(c, get_person(c, "per_3"), machine_time=_now),
    "a sign-in link": lambda c: sign_in.make_link(c, "per_3", machine_time=_now),
    "a key of a creation": lambda c: creations.begin(c, "neu", "per_3", "r", NOW),
}


def seconds(engine: Engine, ask: Ask) -> float:
    """The best of some rounds; nothing of it is kept."""
    best = float("inf")
    for _ in range(ROUNDS):
        with transaction(engine) as connection:
            began = time.perf_counter()
            ask(connection)
            best = min(best, time.perf_counter() - began)
            connection.rollback()
    return best


def night(engine: Engine, keep_days: int) -> tuple[float, Mapping[str, int]]:
    """How long a night's upkeep takes, and what it removes."""
    settings = Settings(keep_outbox_days=keep_days, keep_audit_days=0)
    with transaction(engine) as connection:
        # As if it had been done every night.
        connection.execute(update(upkeep).values(begun_at=NOW - timedelta(days=1), reckoned_at=NOW))
    began = time.perf_counter()
    removed = keep_house(engine, NOW, settings, _now)
    return time.perf_counter() - began, removed or {}


@contextmanager
def filled() -> Iterator[list[tuple[Engine, Engine]]]:
    """Of each database that starts here, one with five years and one with a short outbox."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        urls = [(f"sqlite:///{folder / 'long.db'}", f"sqlite:///{folder / 'short.db'}")]
        try:
            server = stack.enter_context(postgres_server(options=""))
            urls.append((server.url(server.create()), server.url(server.create())))
        except CannotStartError as why:
            print(f"  PostgreSQL is left out: {why}")
        pairs = [(open_engine(long), open_engine(short)) for long, short in urls]
        for pair in pairs:
            for engine, told in zip(pair, (years.EVERY, SHORT), strict=True):
                stack.callback(engine.dispose)
                migrate(engine)
                years.fill(engine, told)
                keep_house(engine, NOW, Settings(), _now)  # the first night counts, and removes nothing
        yield pairs


def main() -> bool:
    """Measure and print; False where a question takes longer for what lies behind it."""
    good = True
    with filled() as pairs:
        for long, short in pairs:
            print(f"  {long.dialect.name}: {sizes(long)}; beside {sizes(short)}")
            for name, ask in QUESTIONS.items():
                of_long, of_short = seconds(long, ask), seconds(short, ask)
                kept = of_long <= max(MOST * of_short, of_short + SLACK) or name in OF_READER
                good = good and kept
                mark = "" if kept else f"   MISSED: at most {MOST} x"
                print(f"    {name:30}{of_short * 1000:9.2f} ms{of_long * 1000:9.2f} ms{mark}")
            for days, what in ((0, "nothing old"), (3 * 365, "two years old")):
                took, removed = night(long, days)
                print(f"    a night, {what}: {took:.1f} s; {dict(removed)}")
    return good


def sizes(engine: Engine) -> str:
    """How much there is."""
    with reading(engine) as connection:
        rows = [connection.scalar(select(func.count()).select_from(one)) for one in (reminder, audit_table)]
        size = database_bytes(connection)
    return f"{rows[0]:,} reminders, {rows[1]:,} deeds, {size / 1e6:,.0f} MB"


if __name__ == "__main__":
    raise SystemExit(0 if main() else 1)
