"""`airslot feed check` over a file and over HTTP."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from api.cli.feed_fetch import fetch
from tests.cli.conftest import Airslot


@pytest.mark.parametrize("form", ["expanded", "series"])
def test_our_own_feed_has_nothing_wrong(loaded: Airslot, tmp_path: Path, form: str) -> None:
    feed = loaded("feed", "print", "--plan", "kien-giang-2024", "--form", form, "--alarms", "P1D").out
    Path("plan.ics").write_bytes(feed.encode())

    done = loaded("feed", "check", "plan.ics")

    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("nothing wrong\n") and "2024-01-01 to 2024-1" in done.out


def test_what_is_wrong_is_said_and_ends_with_1(airslot: Airslot) -> None:
    done = airslot("feed", "check", "-", given=b"<html>Sign in</html>")
    assert done.code == 1
    assert done.out.startswith("error: line 1: It is a web page: a calendar begins with BEGIN:VCALENDAR.")


def test_json_has_a_code_for_each_finding(airslot: Airslot) -> None:
    done = airslot("feed", "check", "-", "--json", given=b"")
    assert done.code == 1
    assert done.json == {
        "name": None, "entries": 0, "first": None, "last": None,
        "findings": [{"grade": "error", "code": "nothing", "where": "document", "message": "It is empty."}],
    }  # fmt: skip


def test_a_file_that_is_not_there_is_a_sentence(airslot: Airslot) -> None:
    done = airslot("feed", "check", "none.ics")
    assert done.code == 2 and "none.ics cannot be read" in " ".join(done.err.replace("│", " ").split())


@contextmanager
def answering(status: int, body: bytes, headers: dict[str, str]) -> Iterator[str]:
    """A server that always answers the same, whatever it is asked."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/plan.ics"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.mark.parametrize(
    ("status", "headers", "codes"),
    [
        (404, {}, ["status"]),
        (200, {"Content-Type": "text/html"}, ["content-type", "no-validator"]),
        (200, {"Content-Type": "text/calendar", "ETag": '"1"'}, ["no-304"]),
    ],
)
def test_what_is_wrong_with_the_answer_is_said(
    status: int, headers: dict[str, str], codes: list[str]
) -> None:
    with answering(status, b"BEGIN:VCALENDAR", headers) as address:
        document, found = fetch(address)
    assert [one.code for one in found] == codes
    assert (document is None) == (status == 404)


def test_nobody_at_the_address_is_a_sentence() -> None:
    with answering(200, b"", {}) as address:
        pass
    document, found = fetch(address.replace("http", "webcal"))
    assert document is None and [one.code for one in found] == ["unreachable"]
