"""The command line, run in this process or as the program that people start."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from api.cli.trouble import guarded

ROOT = Path(__file__).resolve().parents[2]
PLAN = ROOT / "plans" / "kien-giang-2024.yaml"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Airslot: TypeAlias = Callable[..., Outcome]


@pytest.fixture
def airslot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Airslot:
    """Run a command in this process, in an empty folder, without a terminal."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("AIRSLOT_NOW", "2024-04-02T08:00+07:00")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.delenv("AIRSLOT_DATABASE_URL", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments: str, given: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        capfdbinary.readouterr()
        code = guarded(arguments)
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Outcome(code, captured.out.decode(), captured.err.decode())

    return run


@pytest.fixture
def loaded(airslot: Airslot) -> Airslot:
    """The same with a database that holds the plan that ships."""
    assert airslot("migrate").code == 0
    assert airslot("plan", "load", str(PLAN)).code == 0
    return airslot


def start_airslot(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a process of its own with a nearly empty environment."""
    return subprocess.run(
        [sys.executable, "-m", "api.cli", *arguments],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
