"""That a worker works, as every process of an installation sees it: a sign in the database, some a minute."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, select
from sqlalchemy.dialects import postgresql, sqlite

from scheduler.settings import Settings
from scheduler.store.tables import worker_pulse

_MARGIN = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Pulse:
    """When a worker last gave a sign (machine time), and why it sends nothing, where it holds its mails."""

    at: datetime
    held: str | None

    def age(self, at: datetime) -> timedelta:
        """How long that is ago; a sign from the future is from a clock that was ahead."""
        return abs(at - self.at)


def beat(connection: Connection, at: datetime, held: str | None) -> None:
    """Give a sign. The last one counts, whichever worker gave it."""
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    facts = {"at": at, "held": held}
    step = dialect.insert(worker_pulse).values(id=1, **facts)
    connection.execute(step.on_conflict_do_update(index_elements=["id"], set_=facts))


def find_pulse(connection: Connection) -> Pulse | None:
    """The last sign of any worker; None where none ever ran."""
    row = connection.execute(select(worker_pulse)).first()
    return None if row is None else Pulse(row.at, row.held)


def silence(settings: Settings) -> timedelta:
    """How long a worker may give no sign: over one mail a relay may take its time."""
    return timedelta(seconds=settings.lease_seconds + settings.smtp_timeout) + _MARGIN
