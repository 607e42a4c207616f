"""Nothing that goes wrong may show a stack trace, and each has its exit code."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.app import app
from tests.cli.conftest import ROOT, Airslot, start_airslot

COMMANDS = [str(one.name) for one in app.registered_commands] + [
    str(one.name) for one in app.registered_groups
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_place_in_the_guide(airslot: Airslot, command: str) -> None:
    done = airslot(command, "--help")

    assert done.code == 0
    assert "Usage: airslot" in done.out
    assert f"airslot {command}" in (ROOT / "docs" / "cli.md").read_text()


def test_every_exit_code_is_in_the_guide() -> None:
    from api.cli import exits

    guide = (ROOT / "docs" / "cli.md").read_text()
    codes = [value for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)]

    assert len(codes) == 8
    assert all(f"| {code} | " in guide for code in codes)


def test_version_is_told(airslot: Airslot) -> None:
    assert airslot("--version").out.startswith("airslot 0.")


def test_unknown_command_and_option_are_usage_errors(airslot: Airslot) -> None:
    assert airslot("expend").code == 2
    assert airslot("occurrences", "--frm", "2024-01-01").code == 2


def test_no_command_shows_the_commands(airslot: Airslot) -> None:
    done = airslot()

    assert all(command in done.out + done.err for command in COMMANDS)


@pytest.mark.parametrize(
    "arguments",
    [("occurrences",), ("plan", "show"), ("plan", "export", "x"), ("feed", "print", "--plan", "x")],
)
def test_missing_database_is_a_sentence_and_makes_no_file(
    airslot: Airslot, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    done = airslot(*arguments)

    assert (done.code, done.out) == (1, "")
    assert "airslot migrate" in done.err
    assert "Traceback" not in done.err
    assert not (tmp_path / "var").exists()


def test_errors_follow_the_locale(airslot: Airslot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")

    assert "không trả lời" in airslot("occurrences").err


def test_bad_setting_is_a_sentence(airslot: Airslot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AIRSLOT_DATABASE_URL", "oracle://somewhere")

    done = airslot("migrate")

    assert done.code == 2
    assert "sqlite:///" in done.err


def test_unexpected_error_is_short_and_says_how_to_see_more(
    airslot: Airslot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise RuntimeError("the ground gave way\nand more")

    monkeypatch.setattr("scheduler.settings.load_settings", fail)

    done = airslot("migrate")

    assert done.code == 1
    assert "RuntimeError: the ground gave way" in done.err
    assert "AIRSLOT_DEBUG=1" in done.err
    assert "Traceback" not in done.err
    monkeypatch.setenv("AIRSLOT_DEBUG", "1")
    with pytest.raises(RuntimeError, match="the ground gave way"):
        airslot("migrate")


PIECES = {"while it is written": 400, "with all of it still in the buffer": 1}


@pytest.mark.parametrize("options", [("--json",), ()], ids=["json", "table"])
@pytest.mark.parametrize("lines", PIECES.values(), ids=PIECES)
def test_a_reader_that_has_seen_enough_ends_it_quietly(
    tmp_path: Path, lines: int, options: tuple[str, ...]
) -> None:
    batch = tmp_path / "in.jsonl"
    batch.write_text('{"phrase": "thứ Tư tuần 3, 17h45"}\n' * lines, encoding="utf-8")
    command = ["expand", "--batch", str(batch), "--from", "2024-01-01", *options]
    unread, output = os.pipe()
    os.close(unread)

    done = subprocess.run(
        [sys.executable, "-m", "api.cli", *command],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(output)

    assert (done.returncode, done.stderr) == (141, b"")


def test_debug_details_are_off_by_default() -> None:
    done = start_airslot("serve", "--host", "nowhere.invalid")

    assert done.returncode == 2
    assert "Traceback" not in done.stderr
