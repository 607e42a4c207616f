"""Clients that do not go on: neither one nor many of them keep the service from others or fill its memory."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn
from sqlalchemy import Engine
from starlette.requests import Request

from api import bodies, connections
from api.bodies import MAX_BODY, MAX_UPLOAD, BodyLimit
from api.connections import Connection
from api.serve import bounds
from scheduler.clock import FixedClock
from scheduler.settings import Settings
from tests.api.conftest import NOW
from tests.api.service import Service, free_port, running, serving
from tests.stories.house import an_office
from tests.stories.test_rights_of_pages import signed_in

LONG = 60.0  # seconds: longer than any test
SHORT = 0.3
LARGE = 8 * 1024 * 1024  # bytes: more than the buffers of a connection hold


@contextmanager
def open_service(engine: Engine, **settings: Any) -> Iterator[Service]:
    with running(engine, FixedClock(NOW), now=NOW, **settings) as service:
        yield service


@contextmanager
def dialled(url: str, sent: bytes = b"", *, receives: int | None = None) -> Iterator[socket.socket]:
    """A connection that has sent so much and no more. Whatever it waits for comes within ten seconds."""
    parts = httpx.URL(url)
    with socket.socket() as line:
        if receives is not None:
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
        line.settimeout(10)
        line.connect((parts.host, parts.port))
        line.sendall(sent)
        yield line


def all_of(line: socket.socket) -> bytes:
    """What comes until the service ends the connection."""
    found = b""
    try:
        while piece := line.recv(65536):
            found += piece
    except ConnectionResetError:
        pass
    return found


def post(path: str, length: int, *lines: str) -> bytes:
    """The head of a form that will have so many bytes."""
    head = [f"POST {path} HTTP/1.1", "Host: 127.0.0.1", f"Content-Length: {length}", *lines]
    return ("\r\n".join(head) + "\r\n\r\n").encode()


def told(monkeypatch: pytest.MonkeyPatch, kind: type, name: str) -> threading.Event:
    """An event that is set when a method has been called for the first time from now on."""
    done, method = threading.Event(), getattr(kind, name)

    def call(self: object, *given: object) -> object:
        try:
            return method(self, *given)
        finally:
            done.set()

    monkeypatch.setattr(kind, name, call)
    return done


def body_limit(service: Service) -> BodyLimit:
    service.client.get("/static/frame.css")
    layer = service.app.middleware_stack
    while not isinstance(layer, BodyLimit):
        layer = layer.app
    return layer


# With a proxy in front it is the proxy that does not go on: limits are of connections, not of addresses.
BY_PROXY = pytest.mark.parametrize(
    "lines", [(), ("X-Forwarded-For: 203.0.113.7",)], ids=["direct", "proxied"]
)


@pytest.mark.parametrize(("length", "answer"), [(60_000, b"HTTP/1.1 200"), (70_000, b"HTTP/1.1 400")])
def test_a_head_in_pieces_is_read_up_to_its_longest(
    filled_sqlite: Engine, monkeypatch: pytest.MonkeyPatch, length: int, answer: bytes
) -> None:
    head = b"GET /static/frame.css HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nX-Long: "
    whole = head + b"x" * (length - len(head) - 4) + b"\r\n\r\n"
    with open_service(filled_sqlite) as service, dialled(service.url) as line:
        for begin in range(0, length - 1000, 20_000):
            came = told(monkeypatch, Connection, "data_received")
            line.sendall(whole[begin : min(begin + 20_000, length - 1000)])
            assert came.wait(10)
        line.sendall(whole[length - 1000 :])
        assert all_of(line).startswith(answer)


@BY_PROXY
def test_half_a_head_is_not_waited_for(filled_sqlite: Engine, lines: tuple[str, ...]) -> None:
    half = "\r\n".join(["GET /plans HTTP/1.1", "Host: 127.0.0.1", *lines, "X-A: b"]).encode()
    with open_service(filled_sqlite, patience_seconds=SHORT) as service, ExitStack() as stack:
        silent = [stack.enter_context(dialled(service.url, sent)) for sent in (b"", half, half[:5])]
        assert [all_of(line) for line in silent] == [b"", b"", b""]
        assert service.client.get("/plans").status_code == 200


def test_half_a_second_head_is_not_waited_for_either(filled_sqlite: Engine) -> None:
    whole = b"GET /static/frame.css HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with (
        open_service(filled_sqlite, patience_seconds=SHORT) as service,
        dialled(service.url, whole) as line,
    ):
        assert line.recv(12) == b"HTTP/1.1 200"
        line.sendall(whole[:-2])
        assert b"HTTP/1.1 " not in all_of(line)


@BY_PROXY
@pytest.mark.parametrize("path", ["/api/v1/expand", "/plans/load", "/sign-in"])
def test_a_body_that_does_not_come_is_told_of_and_dropped(
    filled_sqlite: Engine, path: str, lines: tuple[str, ...]
) -> None:
    with (
        open_service(filled_sqlite, patience_seconds=SHORT) as service,
        dialled(service.url, post(path, 1000, *lines) + b"a=1") as line,
    ):
        said = all_of(line)
        assert said.startswith(b"HTTP/1.1 408 ") and b'"code": "too-slow"' in said
        assert body_limit(service).held == 0


def test_a_body_of_a_question_ends_with_the_answer(filled_sqlite: Engine) -> None:
    asked = post("/static/frame.css", 10**9).replace(b"POST", b"GET")
    with (
        open_service(filled_sqlite, patience_seconds=SHORT) as service,
        dialled(service.url, asked) as line,
    ):
        assert line.recv(12) == b"HTTP/1.1 200"
        line.sendall(b"a")
        assert b"HTTP/1.1 " not in all_of(line)


def test_the_one_click_acts_though_its_body_does_not_come(filled_sqlite: Engine) -> None:
    with (
        open_service(filled_sqlite, patience_seconds=SHORT) as service,
        dialled(service.url, post("/unsubscribe/nobodys", 100)) as line,
    ):
        # The route has looked at the link.
        assert all_of(line).startswith(b"HTTP/1.1 404 ")


def test_what_comes_steadily_is_given_its_time(
    filled_sqlite: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "LEAST_RATE", 1)
    sent = b'{"phrase": "' + b"a" * 1000
    head = post("/api/v1/expand", len(sent) + 2, "Content-Type: application/json", "Connection: close")
    with (
        open_service(filled_sqlite, patience_seconds=SHORT) as service,
        dialled(service.url, head + sent) as steady,
        dialled(service.url, head) as still,
    ):
        assert all_of(still).startswith(b"HTTP/1.1 408 ")
        steady.sendall(b'"}')
        assert all_of(steady).startswith(b"HTTP/1.1 200 ")


def test_a_newcomer_takes_the_place_of_whoever_is_awaited_longest(filled_sqlite: Engine) -> None:
    with (
        open_service(filled_sqlite, patience_seconds=LONG, connections=10) as service,
        ExitStack() as stack,
    ):
        for number in range(15):
            half = b"GET /" if number % 2 else post("/sign-in", 9)
            line = stack.enter_context(dialled(service.url, half))
            if number == 0:
                first = line
        assert service.client.get("/plans").status_code == 200
        assert all_of(first) == b""


def test_strangers_send_no_more_than_a_form_has(filled_sqlite: Engine) -> None:
    head = post("/plans/load", MAX_UPLOAD, "Content-Type: multipart/form-data; boundary=x")
    with open_service(filled_sqlite, patience_seconds=1) as service, ExitStack() as stack:
        sent = head + b"x" * (MAX_BODY + 1)
        lines = [stack.enter_context(dialled(service.url, sent)) for _ in range(20)]
        for line in lines:
            assert all_of(line).startswith(b"HTTP/1.1 401 ")
        assert body_limit(service).held == 0
        whole = service.client.post("/plans/load", content=b"x" * (MAX_UPLOAD - 1))
        assert whole.status_code == 401
        plan = service.client.post("/api/v1/plans", content=b"x" * (MAX_UPLOAD - 1))
        assert (plan.status_code, plan.json()["code"]) == (401, "sign-in-needed")


def test_all_bodies_together_have_a_bound(
    sqlite_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "MOST_HELD", 300_000)
    with (
        an_office(sqlite_template, tmp_path) as (service, _),
        httpx.Client(base_url=service.url, timeout=20) as client,
    ):
        csrf = signed_in(client, "manager")
        cookie = f"Cookie: airslot={client.cookies['airslot']}"
        limit, held, empty = body_limit(service), threading.Event(), threading.Event()
        admit, drop = limit.admit, bodies._Body.drop

        async def admitted(request: Request) -> None:
            await admit(request)
            held.set()

        def dropped(body: bodies._Body) -> None:
            drop(body)
            if not limit.held:
                empty.set()

        limit.admit = admitted
        monkeypatch.setattr(bodies._Body, "drop", dropped)
        form = {"data": {"csrf": csrf}, "files": {"file": ("a.yaml", b"#" * 150_000)}}
        with dialled(service.url, post("/plans/load", 4_000_000, cookie) + b"x" * 200_000):
            assert held.wait(10)
            empty.clear()
            much = client.post("/plans/load", **form)  # type: ignore[arg-type]
            assert (much.status_code, much.headers["retry-after"]) == (503, "10")
            # The forms of others have room.
            assert client.post("/account", data={"csrf": "x"}).status_code == 403
        assert empty.wait(10)
        assert client.post("/plans/load", **form).status_code == 422  # type: ignore[arg-type]


async def large_answer(scope: object, receive: object, send: object) -> None:
    """An application whose every answer is large."""
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"x" * LARGE})


@contextmanager
def large_answers(patience: float) -> Iterator[str]:
    options = bounds(Settings(patience_seconds=patience))
    config = uvicorn.Config(large_answer, log_level="critical", lifespan="off", **options)
    with free_port() as listening, serving(config, listening):
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


@pytest.mark.parametrize("closing", ["", "Connection: close\r\n"], ids=["kept", "closing"])
def test_an_answer_that_is_not_taken_is_not_kept(closing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = told(monkeypatch, Connection, "connection_lost")
    asked = f"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n{closing}\r\n".encode()
    with large_answers(SHORT) as url, dialled(url, asked, receives=4096) as line:
        assert ended.wait(10)
        assert len(all_of(line)) < LARGE


def test_all_answers_that_are_not_taken_have_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_UNREAD", 2 * LARGE)
    asked = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    with large_answers(LONG) as url, ExitStack() as stack:
        lines = [stack.enter_context(dialled(url, asked, receives=4096)) for _ in range(4)]
        for line in lines:
            assert line.recv(1)
        assert len(all_of(lines[0])) < LARGE
        assert httpx.get(url).status_code == 200
