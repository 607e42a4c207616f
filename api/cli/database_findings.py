"""What `airslot doctor` finds in a database that answers."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from api.cli.finding import Finding
from api.cli.terminal import language
from scheduler.errors import Unavailable

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from scheduler.settings import Settings

MOST_NIGHTS = timedelta(days=3)
WRITABLE = (
    "Let the account that runs the service write the file and its folder, or make room; on PostgreSQL ask the"
    " server that takes changes."
)
LITTLE_ROOM = 100_000_000  # bytes
SET_CLOCK = (
    "Look at the machine's clock and keep it right by NTP; what ended meanwhile is due again by itself."
)


def examine_rules(engine: Engine, zones: Finding) -> Finding:
    """Whether the stored instants were derived with the zone data of this machine, which must have them."""
    from scheduler.desk.deriving import other_rules
    from scheduler.store.database.engine import reading
    from scheduler.store.plans.zone_rules import plans_in, zones_lacking

    with reading(engine) as connection:
        if lacking := zones_lacking(connection):
            of = f"the plans {', '.join(plans)}" if (plans := plans_in(connection, lacking)) else "readers"
            found = f"no data of {', '.join(sorted(lacking))}, the zone of {of}: they owe no new mails"
            remedy = (
                "pip install --upgrade tzdata, or the system's package tzdata; then start the service again."
            )
            return Finding(zones.what, False, found, remedy)
        if not zones.ok:
            return zones
        others = {zone: pair for zone, pair in other_rules(connection).items() if pair[0] is not None}
    if not others:
        return zones
    told = [
        f"{zone}: derived with {was.source}; read here: {now.source}"
        for zone, (was, now) in others.items()
        if was is not None
    ]
    remedy = "Start the service again, whose worker derives the instants anew, or run: airslot migrate"
    return Finding(zones.what, False, f"the rules are others: {'; '.join(told)}", remedy)


def examine_writing(engine: Engine) -> Iterator[Finding]:
    """Told only where nothing can be written, or soon could not: it can be read all the same."""
    from sqlalchemy import false, update

    from scheduler.store.database.engine import transaction
    from scheduler.store.tables import plan

    try:
        with transaction(engine) as connection:
            connection.execute(update(plan).where(false()).values(revision=plan.c.revision))
    except Unavailable as error:
        yield Finding("writing", False, error.text(language()), WRITABLE)
        return
    if engine.dialect.name == "sqlite" and engine.url.database:
        free = shutil.disk_usage(Path(engine.url.database).resolve().parent).free
        if free < LITTLE_ROOM:
            remedy = "Make room there, or move the database to a larger disk: airslot backup and restore."
            yield Finding("writing", False, f"{free / 1e6:.0f} MB are left on the database's disk", remedy)


def examine_worker(engine: Engine, settings: Settings) -> Iterator[Finding]:
    """Whether a worker gives signs, where one ever did or mails wait for one."""
    from scheduler.clock import Clock
    from scheduler.machine_time import utcnow
    from scheduler.reminders.metrics import count_overdue
    from scheduler.reminders.sending.pulse import find_pulse, silence
    from scheduler.store.database.engine import reading

    with reading(engine) as connection:
        overdue = count_overdue(connection, Clock.starting_at(settings.now).now())
        pulse = find_pulse(connection)
    if pulse is None and not overdue:
        return
    if pulse is not None and pulse.age(at := utcnow()) <= silence(settings):
        found = f"gave a sign at {pulse.at.isoformat(timespec='seconds')}"
        if pulse.held is None:
            yield Finding("worker", True, found)
        else:
            yield Finding(
                "worker", None, f"{found}; it sends nothing for the moment: {pulse.held}", SET_CLOCK
            )
        return
    if pulse is not None and pulse.at > at:
        ahead = f"a worker's last sign, {pulse.at.isoformat(timespec='seconds')}, lies ahead of this clock"
        yield Finding("clock", False, f"{ahead}: one of the two was wrong", SET_CLOCK)
    since = "none ever ran" if pulse is None else f"no sign since {pulse.at.isoformat(timespec='seconds')}"
    remedy = "Start one: airslot serve, or airslot worker beside it."
    # Before the service is started, nothing is wrong with it as long as no mail waits.
    ok = False if overdue else None
    yield Finding("worker", ok, f"{since}; {overdue} mails are overdue", remedy)


def examine_relay(engine: Engine) -> Iterator[Finding]:
    """Told only where the mail server takes nothing: since when, and why."""
    from scheduler.reminders.transport.relay import find_stop
    from scheduler.store.database.engine import reading

    with reading(engine) as connection:
        stopped = find_stop(connection)
    if stopped is not None:
        found = f"the mail server takes nothing since {stopped.stopped_at.isoformat(timespec='seconds')}"
        remedy = "Mails wait, and go by themselves when it does. Try it: airslot doctor --mail"
        yield Finding("relay", False, f"{found}: {stopped.reason}", remedy)


def examine_accounts(engine: Engine, settings: Settings) -> Iterator[Finding]:
    """Told only where the service has a public name and nobody can sign in."""
    from scheduler.accounts.people import anybody
    from scheduler.settings import is_loopback
    from scheduler.store.database.engine import reading

    with reading(engine) as connection:
        known = anybody(connection)
    if not known and not is_loopback(urlsplit(settings.public_url).hostname or ""):
        remedy = "Make the first account: airslot user add EMAIL --role admin"
        yield Finding("accounts", None, "there is none: nobody can change a plan on the pages", remedy)


def examine_unknown(engine: Engine, settings: Settings) -> Iterator[Finding]:
    """What waits for a person's word: mails that may have arrived or not, each kind by itself."""
    from scheduler.clock import Clock
    from scheduler.reminders.notes import noted
    from scheduler.reminders.outbox.deciding import unknown_kinds
    from scheduler.store.database.engine import reading

    with reading(engine) as connection:
        kinds = unknown_kinds(connection, Clock.starting_at(settings.now).now())
    for kind in kinds:
        found = f"{kind.count} of kind {kind.what} may have arrived or not: {noted(kind.said).to(language())}"
        yield Finding("mails", None, found, "Ask a reader, then decide: airslot reminders unknown")


def examine_upkeep(engine: Engine) -> Finding:
    """How much there is, and whether what is old is removed each night."""
    from scheduler.reminders.sending.pulse import find_pulse
    from scheduler.store.database.engine import reading
    from scheduler.store.outbox.reminder_counts import count_kept
    from scheduler.store.upkeep import database_bytes, find_night

    with reading(engine) as connection:
        kept, size = count_kept(connection), database_bytes(connection)
        night, pulse = find_night(connection), find_pulse(connection)
    found = f"{kept} reminders; the database takes {size / 1e6:.0f} MB"
    if night is None:
        return Finding("upkeep", True, f"{found}; no night's upkeep yet")
    begun = f"{found}; the last night's upkeep began at {night.begun_at.isoformat(timespec='seconds')}"
    if pulse is not None and pulse.at - night.begun_at > MOST_NIGHTS:
        return Finding("upkeep", False, begun, "A worker runs and does not get to it: its log says why.")
    removed = ", ".join(f"{count} {name}" for name, count in night.removed.items() if count)
    return Finding("upkeep", True, f"{begun} and removed {removed or 'nothing'}")
