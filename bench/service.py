"""The service on a free port, in a thread of this process, and a client on one kept connection."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import uvicorn
from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import Response

from api.app import create_app
from bench.race import Runner
from scheduler.clock import Clock
from scheduler.settings import Settings


@contextmanager
def serving(
    engine: Engine, floors: Mapping[str, Callable[[Request], Response]], clock: Clock | None = None
) -> Iterator[int]:
    """The service over a database, with its floors as routes beside it; gives the port."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
        app = create_app(Settings(public_url=f"http://127.0.0.1:{port}"), engine=engine, clock=clock)
        for path, answer in floors.items():
            app.get(path)(answer)
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", timeout_keep_alive=600))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        try:
            yield port
        finally:
            server.should_exit = True
            thread.join(10)
            engine.dispose()


class Reader:
    """A program on one kept connection."""

    def __init__(self, port: int, path: str, headers: Mapping[str, str] | None = None) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port)
        self.path, self.headers = path, dict(headers or {})
        self.tag = ""

    def ask(self) -> bytes:
        """One request; gives the body, and keeps the entity tag."""
        self.connection.request("GET", self.path, headers=self.headers)
        answer = self.connection.getresponse()
        body = answer.read()
        if answer.status not in (200, 304):
            raise AssertionError(f"{self.path} answered {answer.status}")
        self.tag = answer.headers["ETag"] or ""
        return body

    def runner(self, name: str, times: int) -> Runner:
        """Some requests as one way to do the work."""

        def run() -> None:
            for _ in range(times):
                self.ask()

        return Runner(name, run, times)
