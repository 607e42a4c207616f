"""The log for programs: one JSON object a line, with nothing in it that opens a door."""

from __future__ import annotations

import json
import logging
import logging.config
import re
from collections.abc import Iterator

import pytest

from api.logs import JsonLines, server_log, write_log
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
