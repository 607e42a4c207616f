"""Heads of requests that are long and odd: none of them takes the service's time from others."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest
from sqlalchemy import Engine
from starlette.types import Receive, Scope, Send

from api.guard import OwnCookies
from scheduler.clock import FixedClock
from scheduler.machine_time import MachineTime
from tests.api.service import running

LENGTH = 60_000  # bytes: nearly the longest head that is read
FILLERS = {
    "quoted": '"' + '\\"' * (LENGTH // 2) + '"',
    "backslashes": '"' + "\\" * LENGTH + '"',
    "a quoted value": 'airslot="' + '\\"' * (LENGTH // 2) + '"',
    "semicolons": ";" * LENGTH,
    "pairs": "a=b;" * (LENGTH // 4),
    "commas": "a," * (LENGTH // 2),
    "blanks": "a" + " " * LENGTH + "b",
    "a weight": "a;q=0." + "1" * LENGTH,
    "figures": "9" * LENGTH,
    "ranges": "bytes=" + "0-1," * (LENGTH // 4) + "0-1",
    "tags": 'W/"a",' * (LENGTH // 6),
    "a parameter": 'multipart/form-data; boundary="' + '\\"' * (LENGTH // 2),
    "parameters": "application/json; " + "a*0*=utf-8''%41;" * (LENGTH // 16),
}
NAMES = (
    "Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Content-Type", "Cookie", "Host",
    "Idempotency-Key", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range", "Origin", "Range",
    "Referer", "User-Agent", "X-Forwarded-For", "X-Forwarded-Proto",
)  # fmt: skip
ASKED = (("GET", "/plans"), ("GET", "/plans/x.ics"), ("GET", "/static/frame.css"), ("POST", "/api/v1/expand"))
AT_ONCE = 1.0  # seconds; what it was for is 6 and more


@pytest.mark.parametrize("name", NAMES)
def test_no_head_makes_an_answer_slow(
    filled_sqlite: Engine, clock: FixedClock, machine_time: MachineTime, name: str
) -> None:
    with running(filled_sqlite, clock, machine_time, proxies="127.0.0.1") as service:
        for method, path in ASKED:
            for filler, value in FILLERS.items():
                # The processor's time, which others on the machine do not take.
                begun = time.process_time()
                body = b"{}" if method == "POST" else None
                answer = service.client.request(method, path, headers={name: value}, content=body)
                assert time.process_time() - begun < AT_ONCE, (method, path, filler)
                assert answer.status_code < 500, (method, path, filler)


def test_our_cookies_are_kept_and_no_others() -> None:
    seen: list[object] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["headers"])

    async def nothing(*_: Any) -> Any:
        return {}

    ours = b"airslot=abc; __Host-airslot=def; airslot-known=g.h"
    given = b'a="' + b"x" * 5000 + b'"; ' + ours + b"; airslot" + b"y" * 400 + b"=z"
    headers = [(b"host", b"h"), (b"cookie", given), (b"cookie", b"a=b")]
    asyncio.run(OwnCookies(app)({"type": "http", "headers": headers}, nothing, nothing))
    assert seen == [[(b"host", b"h"), (b"cookie", ours)]]
