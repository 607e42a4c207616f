"""What an endpoint needs from the process: settings, clock and engine, handed over in one value."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy import Engine

from scheduler.clock import Clock
from scheduler.machine_time import MachineTime
from scheduler.settings import Settings


@dataclass(frozen=True, slots=True)
class House:
    """The parts that `create_app` joined for this process."""

    settings: Settings
    clock: Clock
    engine: Engine
    machine_time: MachineTime

    @property
    def public_only(self) -> bool:
        """True where a stranger may be asking: then only public plans are shown.

        Until accounts exist, a person is trusted only when the service, and the address that it
        is known by, belong to this computer.
        """
        settings = self.settings
        known_by = urlsplit(settings.public_url).hostname or ""
        return settings.allow_public_listen or not (is_loopback(settings.host) and is_loopback(known_by))


def get_house(request: Request) -> House:
    """The process' parts (FastAPI dependency)."""
    house: House = request.app.state.house
    return house


TheHouse = Annotated[House, Depends(get_house)]


def is_loopback(host: str) -> bool:
    """True for `localhost` and the loopback addresses; a name that must be looked up is not."""
    bare = host.strip("[]").lower()
    if bare == "localhost":
        return True
    try:
        return ipaddress.ip_address(bare).is_loopback
    except ValueError:
        return False
