"""Folders with names as short as `api` and `rules` are somebody else's too: an installation tells."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from api.cli.folders import OURS, altered_files, shared_folders, strange_folders
from tests.cli.conftest import ROOT, start_airslot


def test_our_own_folders_lie_beside_each_other() -> None:
    assert strange_folders() == []


@pytest.mark.parametrize("name", ["rules", "scheduler", "migrations"])
def test_a_stranger_of_the_same_name_is_refused_before_anything_is_done(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "__init__.py").touch()
    starter = (
        f"import sys; sys.path[:0] = [{str(tmp_path)!r}, {str(ROOT)!r}]; from api.cli import main; main()"
    )

    done = subprocess.run(
        [sys.executable, "-c", starter], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )

    assert done.returncode == 1 and done.stdout == ""
    assert done.stderr.startswith("airslot: another package has the name of a part of Airslot: " + name)
    assert "Traceback" not in done.stderr and "virtual environment of its own" in done.stderr


def test_a_folder_that_is_not_there_is_told() -> None:
    assert strange_folders((*OURS, "no_such_folder")) == ["no_such_folder (not there)"]


def two_packages(folder: Path, name: str) -> None:
    """What pip leaves of two packages that both put a file into the folder of this name."""
    for package in ("one", "two"):
        info = folder / f"{package}-1.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 1\n")
        (info / "RECORD").write_text(f"{name}/__init__.py,,\n")


def test_a_folder_into_which_two_packages_were_installed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two_packages(tmp_path, "rules_of_two")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert shared_folders(("rules_of_two", "tests")) == ["rules_of_two (one, two)"]


def a_release(folder: Path) -> None:
    """What pip leaves of a release of three files: its digests are of b"1", of one that is gone, of b"2"."""
    info = folder / "one-1.dist-info"
    info.mkdir()
    (folder / "rules").mkdir()
    (folder / "rules" / "kept.py").write_bytes(b"1")
    (folder / "rules" / "written_over.py").write_bytes(b"another's")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: one\nVersion: 1\n")
    (info / "RECORD").write_text(
        "rules/kept.py,sha256=a4ayc_80_OGda4BO_1o_V0etpOqiLx1JwB5S3beHW0s,1\n"
        "rules/gone.py,sha256=a4ayc_80_OGda4BO_1o_V0etpOqiLx1JwB5S3beHW0s,1\n"
        "rules/written_over.py,sha256=1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR-Q2jpmbuwTqzU,1\n"
        "elsewhere/of_theirs.py,sha256=1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR-Q2jpmbuwTqzU,1\n"
        "one-1.dist-info/RECORD,,\n"
    )


def test_files_that_are_not_as_the_release_brought_them_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_release(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))

    assert altered_files("one") == ["rules/gone.py", "rules/written_over.py"]
    assert altered_files() == []


def test_the_doctor_says_what_to_do(tmp_path: Path) -> None:
    two_packages(tmp_path, "rules")

    done = start_airslot("doctor", "--json", PYTHONPATH=str(tmp_path))

    first = json.loads(done.stdout.splitlines()[0])
    assert (first["what"], first["ok"]) == ("folders", False) and "one, two" in first["found"]
    assert first["remedy"].startswith("Make a virtual environment for Airslot alone")
