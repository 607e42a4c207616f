"""The parts a command works with, joined once per process: settings, clock, database."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from scheduler.clock import Clock

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from scheduler.accounts.rights import Actor
    from scheduler.desk.desk import Desk
    from scheduler.settings import Settings

DEFAULT_ZONE = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True, slots=True)
class House:
    """Settings, plan time and the open database."""

    settings: Settings
    clock: Clock
    engine: Engine

    def desk(self, connection: Connection) -> Desk:
        """The desk of the operator, in this transaction."""
        from scheduler.desk.desk import Desk
        from scheduler.machine_time import utcnow

        settings = self.settings
        return Desk(connection, operator(), self.clock, utcnow, settings.uid_domain, settings.default_minutes)


def operator() -> Actor:
    """Whoever is at the command line: no person of ours, the operating system has asked who it is."""
    import getpass

    from scheduler.accounts.rights import COMMAND_LINE, Actor

    try:
        who = f"{COMMAND_LINE} ({getpass.getuser()})"
    except (KeyError, OSError):
        who = COMMAND_LINE  # a container's user may have no name
    return Actor(who, "admin", "cli")


def plan_today() -> date:
    """The local day of plan time, without opening the database."""
    if not os.environ.get("AIRSLOT_NOW"):
        # Reading the settings would double the time of the commands that need nothing else of them.
        return Clock().today(DEFAULT_ZONE)
    from scheduler.settings import load_settings

    return Clock.starting_at(load_settings().now).today(DEFAULT_ZONE)


@contextmanager
def open_house() -> Iterator[House]:
    """The joined parts, for the length of a command; the database must have today's schema."""
    from scheduler.settings import load_settings
    from scheduler.store.database.engine import open_engine
    from scheduler.store.database.schema import require_current

    settings = load_settings()
    engine = open_engine(settings.database_url)
    try:
        require_current(engine)
        yield House(settings, Clock.starting_at(settings.now), engine)
    finally:
        engine.dispose()
