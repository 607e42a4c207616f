"""The real service for tests: uvicorn on a free port of this machine, in a thread."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import httpx
import uvicorn
from fastapi import FastAPI
from sqlalchemy import Engine

from api.app import create_app
from api.serve import bounds
from scheduler.clock import Clock
from scheduler.machine_time import MachineTime, utcnow
from scheduler.settings import Settings

SECRET = "a secret of thirty-two characters"


@dataclass(frozen=True)
class Service:
    """A running service and a client that speaks to it."""

    url: str
    client: httpx.Client
    app: FastAPI


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.up = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.up.set()


@contextmanager
def running(
    engine: Engine, clock: Clock, machine_time: MachineTime = utcnow, **settings: object
) -> Iterator[Service]:
    """Serve over a database until the block ends. `settings` go to Settings."""
    with free_port() as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        chosen = Settings(**({"public_url": url, "secret": SECRET} | settings))  # type: ignore[arg-type]
        app = create_app(chosen, clock=clock, engine=engine, machine_time=machine_time)
        config = uvicorn.Config(
            app, log_level="critical", lifespan="on", timeout_graceful_shutdown=2, **bounds(chosen)
        )
        with serving(config, listening), httpx.Client(base_url=url, timeout=20) as client:
            yield Service(url, client, app)


@contextmanager
def free_port() -> Iterator[socket.socket]:
    """A socket on a free port of this machine."""
    # With its protocol named asyncio turns Nagle's algorithm off, as it does for uvicorn's own socket.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as listening:
        listening.bind(("127.0.0.1", 0))
        yield listening


@contextmanager
def serving(config: uvicorn.Config, listening: socket.socket) -> Iterator[None]:
    """Run uvicorn in a thread until the block ends."""
    server = _Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    assert server.up.wait(10), "the service did not start"
    try:
        yield
    finally:
        server.should_exit = True
        thread.join(10)
