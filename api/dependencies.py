"""What an endpoint needs from the process: settings, clock and engine, handed over in one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Request
from sqlalchemy import Connection, Engine

from scheduler.accounts.rights import Actor
from scheduler.clock import Clock
from scheduler.desk.desk import Desk
from scheduler.errors import SettingsError, Unavailable
from scheduler.locale import LANGUAGES, Language
from scheduler.machine_time import MachineTime
from scheduler.secret import load_secret
from scheduler.settings import Settings, is_loopback
from scheduler.worker import Worker


@dataclass(frozen=True, slots=True)
class House:
    """The parts that `create_app` joined for this process."""

    settings: Settings
    clock: Clock
    engine: Engine
    machine_time: MachineTime
    worker: Worker | None = None  # that runs in this process

    def desk(self, connection: Connection, actor: Actor | None) -> Desk:
        """The desk of whoever acts, in a transaction that writes."""
        settings = self.settings
        return Desk(
            connection, actor, self.clock, self.machine_time, settings.uid_domain, settings.default_minutes
        )

    @property
    def public_url(self) -> str:
        """The address that the service is known by, without a slash at its end."""
        return str(self.settings.public_url).rstrip("/")

    @property
    def public_only(self) -> bool:
        """True where a stranger may be asking: then only public plans are shown.

        Until accounts exist, a person is trusted only when the service, and the address that it
        is known by, belong to this computer.
        """
        settings = self.settings
        known_by = urlsplit(self.public_url).hostname or ""
        return settings.allow_public_listen or not (is_loopback(settings.host) and is_loopback(known_by))


def get_house(request: Request) -> House:
    """The process' parts."""
    house: House = request.app.state.house
    return house


def get_secret(request: Request) -> bytes:
    """The secret behind the links in mails, read when first needed; raises Unavailable without one."""
    state = request.app.state
    if not hasattr(state, "secret"):
        try:
            state.secret = load_secret(get_house(request).settings)
        except SettingsError as error:
            raise Unavailable(error.code, error.en, error.vi, where=error.where) from None
    secret: bytes = state.secret
    return secret


# Dependencies are async although none waits: a plain one would be handed to a thread, each time.
async def depend_on_house(request: Request) -> House:
    """The same as a dependency."""
    return get_house(request)


TheHouse = Annotated[House, Depends(depend_on_house)]


def asked_language(request: Request, otherwise: Language = "en") -> Language:
    """The language of ours that Accept-Language likes best, as RFC 9110 weighs them."""
    best, language = 0.0, otherwise
    for part in request.headers.get("accept-language", "").split(","):
        name, _, weight = part.partition(";")
        tag = name.strip().lower().partition("-")[0]
        for known in LANGUAGES:
            if tag == known and (liking := _weight(weight)) > best:
                best, language = liking, known
    return language


def _weight(text: str) -> float:
    name, _, value = text.strip().partition("=")
    if name != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
