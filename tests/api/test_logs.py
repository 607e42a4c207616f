"""The log for programs: one JSON object a line, with nothing in it that opens a door."""

from __future__ import annotations

import json
import logging
import logging.config
import re
from collections.abc import Iterator

import pytest

from api.logs import JsonLines, server_log, write_log
from api.masking import MaskKeys
from scheduler.settings import Settings


@pytest.fixture
def level() -> Iterator[None]:
    """The root logger's level, afterwards as it was."""
    before = logging.getLogger().level
    yield
    logging.getLogger().setLevel(before)


def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the handlers that pytest gives to the root logger for the time of a test."""
    monkeypatch.setattr(logging.getLogger(), "handlers", [])


def said(text: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.usefixtures("level")
def test_each_record_is_an_object_on_a_line_of_its_own(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone(monkeypatch)
    write_log(Settings(log_format="json", log_level="info"))
    logging.getLogger("airslot.worker").info("%d thư\nđã gửi", 3)
    logging.getLogger("airslot.worker").debug("not at this level")

    [line] = said(capsys.readouterr().err)
    assert (line["level"], line["logger"], line["message"]) == ("info", "airslot.worker", "3 thư\nđã gửi")
    assert line["time"].endswith("+00:00")


@pytest.mark.usefixtures("level")
def test_text_stays_as_it_was(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    alone(monkeypatch)
    write_log(Settings())
    logging.getLogger("airslot.worker").info("the worker runs")

    assert capsys.readouterr().err.endswith("INFO     airslot.worker  the worker runs\n")


def test_keys_are_masked_and_a_fault_has_its_traceback() -> None:
    try:
        raise ValueError("GET /feeds/abcdefghijkl.ics")
    except ValueError as fault:
        info = (type(fault), fault, fault.__traceback__)
    record = logging.LogRecord("x", logging.ERROR, "", 0, "GET %s", ("/unsubscribe/abcdefghijkl",), info)

    text = JsonLines().format(record)

    assert "abcdefgh" not in text
    line = json.loads(text)
    assert line["message"] == "GET /unsubscribe/abcd…"
    assert "ValueError" in line["traceback"]


@pytest.mark.usefixtures("level")
def test_the_server_writes_as_the_worker_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone(monkeypatch)
    logging.config.dictConfig(server_log(Settings(log_format="json")))
    logging.getLogger("uvicorn.access").warning("GET /")

    assert [line["logger"] for line in said(capsys.readouterr().err)] == ["uvicorn.access"]


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("GET /reminders?to=nguoi.nhan%40example.org&state=sent HTTP/1.1", "/reminders?to=…@…&state=sent"),
        ("GET /api/v1/subscribers/nguoi.nhan@example.org 200", "/api/v1/subscribers/…@… 200"),
        ("GET /reminders?to=Ng%C6%B0%E1%BB%9Di%40dai.example.vn", "/reminders?to=…@…"),
        ("sending <8d1f@airslot.example> went wrong", "<8d1f@airslot.example>"),
        ("the database postgresql://airslot:***@db.example.org/airslot", "airslot:***@db.example.org"),
    ],
)
def test_no_mail_address_stands_in_the_log(said: str, kept: str) -> None:
    record = logging.LogRecord("uvicorn.access", logging.INFO, __file__, 1, "%s", (said,), None)
    assert MaskKeys().filter(record) and kept in record.getMessage()
    assert "nguoi.nhan" not in record.getMessage() and "dai.example" not in record.getMessage()
    assert kept in json.loads(JsonLines().format(record))["message"]


@pytest.mark.usefixtures("level")
def test_each_line_of_the_server_carries_time_and_level(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    alone(monkeypatch)
    logging.config.dictConfig(server_log(Settings()))
    for name in ("airslot.worker", "airslot.store", "uvicorn.access"):
        logging.getLogger(name).warning("something")
        logging.getLogger(name).info("it is over")

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 6
    assert all(re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (WARNING |INFO    ) ", line) for line in lines)
