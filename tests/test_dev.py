"""The parts of dev.py that can be tried without a network and without a virtual environment."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dev


def test_unknown_command_shows_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["server"]) == 2

    said = capsys.readouterr().err
    assert "there is no command 'server'" in said
    assert all(f"\n  {command}" in said for command in ("run", "setup", "test", "check", "bench"))


def test_help_needs_no_installation() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-E", str(dev.ROOT / "dev.py"), "--help"],
        env={"PATH": os.environ["PATH"]},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert done.stdout == dev.USAGE


def test_taken_port_is_told_before_anything_is_done() -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = str(other.getsockname()[1])
        with pytest.raises(dev.SetupError, match=f"127.0.0.1 port {port}: Address already in use"):
            dev.require_free_port("127.0.0.1", port)


@pytest.mark.parametrize(
    ("given", "chosen"),
    [
        ([], dev.IN_PARALLEL),
        (["tests/rules", "-k", "weeks"], ["tests/rules", "-k", "weeks"]),
        (["--long", "-x"], ["-m", "long", "-rs", "-x"]),
        (["--clients"], ["-m", "clients", "-rs"]),
    ],
)
def test_all_run_in_parallel_and_what_is_chosen_or_long_by_itself(
    given: list[str], chosen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []
    monkeypatch.setattr(dev, "install", lambda dev: None)
    monkeypatch.setattr(dev, "become", lambda command, environment: started.append(command[1:]))

    dev.test(given)

    assert started == [["-m", "pytest", *chosen]]


@pytest.mark.parametrize("port", ["", "http", "0", "70000", "-1"])
def test_port_that_is_none_is_told(port: str) -> None:
    with pytest.raises(dev.SetupError, match="give a number from 1 to 65535"):
        dev.require_free_port("127.0.0.1", port)


def test_nothing_is_installed_twice(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    steps: list[list[str]] = []
    interpreter = tmp_path / "python"
    interpreter.touch()
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "python", lambda: interpreter)
    monkeypatch.setattr(dev, "make_venv", lambda: ["pip"])
    monkeypatch.setattr(dev, "quietly", lambda command, trouble, remedy: steps.append(command))
    monkeypatch.setattr(dev, "call", lambda command, environment: 0)

    dev.install(dev=False)
    dev.install(dev=False)
    assert [step[-1] for step in steps] == [str(dev.ROOT)]

    dev.install(dev=True)
    dev.install(dev=False)
    assert [step[-1] for step in steps] == [str(dev.ROOT), f"{dev.ROOT}[dev]"]

    monkeypatch.setattr(dev, "CONSTRAINTS", tmp_path / "others.txt")
    dev.install(dev=False)
    assert len(steps) == 3


def test_what_npm_could_not_bring_is_said_once_and_tried_again_by_setup(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    steps: list[list[str]] = []
    (tmp_path / "python").touch()
    (tmp_path / "missing.txt").write_text("htmx could not be fetched")
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(dev, "NOT_FETCHED", tmp_path / "missing.txt")
    monkeypatch.setattr(dev, "python", lambda: tmp_path / "python")
    monkeypatch.setattr(dev, "make_venv", lambda: ["pip"])
    monkeypatch.setattr(dev, "quietly", lambda command, trouble, remedy: steps.append(command))
    monkeypatch.setattr(dev, "call", lambda command, environment: 0)

    dev.install(dev=True)
    assert "htmx could not be fetched" in capsys.readouterr().out
    dev.install(dev=True)
    assert capsys.readouterr().out == "" and len(steps) == 1

    dev.setup([])
    assert len(steps) == 2


def test_a_failed_installation_leaves_no_stamp(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(
        dev, "make_venv", lambda: [sys.executable, "-c", "raise SystemExit('ERROR: no network')"]
    )
    dev.STAMP.write_text("of an earlier state")

    with pytest.raises(dev.SetupError, match=r"(?s)pip could not.*ERROR: no network.*HTTPS_PROXY"):
        dev.install(dev=False)

    assert not dev.STAMP.exists()


def test_python_without_venv_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "works", lambda command: False)

    with pytest.raises(dev.SetupError, match="apt install python3-venv"):
        dev.make_venv()


def test_constraints_pin_every_dependency_and_name_no_address() -> None:
    import tomllib

    lines = (dev.ROOT / "constraints.txt").read_text().splitlines()
    pins = {line.partition("==")[0].lower().replace("_", "-") for line in lines if not line.startswith("#")}
    project = tomllib.loads((dev.ROOT / "pyproject.toml").read_text())
    wanted = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["dev"],
        *project["build-system"]["requires"],
    ]
    names = {requirement.split(">")[0].split("[")[0].split("<")[0].strip().lower() for requirement in wanted}

    assert names <= pins
    assert all("==" in line and "/" not in line for line in lines if not line.startswith("#"))


def test_tests_and_bench_are_type_checked_like_the_service_and_no_file_is_left_out() -> None:
    types = tomllib.loads((dev.ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mypy"]

    assert types["strict"]
    assert set(types["packages"]) == {"rules", "scheduler", "api", "tests", "bench"}
    assert "exclude" not in types
    assert [one for one in types["overrides"] if one.keys() & {"ignore_errors", "follow_imports"}] == []
