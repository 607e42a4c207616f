"""What comes from npm: fetched once a version, and missed without harm. No test asks npm itself."""

from __future__ import annotations

import importlib.util
import json
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
GOOD = """
import pathlib, sys
assert sys.argv[1] == "ci" and {"--ignore-scripts", "--omit=dev"} <= set(sys.argv)
home = pathlib.Path("node_modules/htmx.org")
(home / "dist").mkdir(parents=True)
(home / "dist" / "htmx.min.js").write_text("// script")
(home / "LICENSE").write_text("licence")
"""
BAD = """
import sys
print("npm error code EAI_AGAIN", file=sys.stderr)
print("npm error request failed, reason: no such host", file=sys.stderr)
sys.exit(1)
"""


@pytest.fixture
def fetching(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("fetching", ROOT / "frontend" / "fetching.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "frontend", tmp_path / "frontend")
    (tmp_path / "api" / "static").mkdir(parents=True)
    return tmp_path


def as_npm(fetching: ModuleType, program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "npm_command", lambda: [sys.executable, "-c", program])


def test_the_files_come_with_their_licence_and_once(
    fetching: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vendor = project / "api" / "static" / "vendor"
    as_npm(fetching, GOOD, monkeypatch)
    assert not fetching.is_current(project)
    assert fetching.fetch(project) is None
    assert (vendor / "htmx.min.js").read_text() == "// script"
    assert (vendor / "htmx.LICENSE.txt").read_text() == "licence"

    as_npm(fetching, BAD, monkeypatch)
    assert fetching.is_current(project) and fetching.fetch(project) is None
    (project / "frontend" / "package-lock.json").write_text("{}")
    assert not fetching.is_current(project)


def test_without_npm_the_build_goes_on_and_says_why(
    fetching: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said_at = project / "api" / "static" / "vendor" / "missing.txt"
    as_npm(fetching, BAD, monkeypatch)
    said = fetching.fetch(project)
    assert "no such host" in said and "python3 dev.py setup" in said
    assert said_at.read_text("utf-8") == said and not fetching.is_current(project)

    as_npm(fetching, GOOD, monkeypatch)
    assert fetching.fetch(project) is None and not said_at.exists()


def test_parsers_for_the_tests_are_fetched_apart_and_missed_with_a_word(
    fetching: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = "import sys; sys.exit('--omit=dev' in sys.argv)"
    as_npm(fetching, everything, monkeypatch)
    assert fetching.fetch_parsers(project) is None
    as_npm(fetching, BAD, monkeypatch)
    said = fetching.fetch_parsers(project)
    assert "no such host" in said and "python3 dev.py setup" in said


def test_the_lock_file_names_no_address() -> None:
    lock = json.loads((ROOT / "frontend" / "package-lock.json").read_text())
    packages = [package for name, package in lock["packages"].items() if name]
    assert all(one["integrity"].startswith("sha512-") and "resolved" not in one for one in packages)
    assert "://" not in (ROOT / "frontend" / "package-lock.json").read_text()
    assert "omit-lockfile-registry-resolved=true" in (ROOT / "frontend" / ".npmrc").read_text()
