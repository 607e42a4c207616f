"""Known holes in what is pinned, looked up in a database of the test's own."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

import advisories
import dev


def advisory(
    name: str = "Example_Pkg", *, events: list[dict[str, str]] | None = None, **more: Any
) -> dict[str, Any]:
    affected: dict[str, Any] = {"package": {"name": name, "ecosystem": "PyPI"}}
    if events is not None:
        affected["ranges"] = [{"type": "ECOSYSTEM", "events": events}]
    return {"id": "PYSEC-2026-1", "summary": "Reads too far", "affected": [affected | more]}


@pytest.mark.parametrize(
    ("events", "version", "inside"),
    [
        ([{"introduced": "0"}, {"fixed": "2.0"}], "1.9.9", True),
        ([{"introduced": "0"}, {"fixed": "2.0"}], "2.0", False),
        ([{"introduced": "1.10"}, {"fixed": "1.12"}], "1.9", False),
        ([{"introduced": "1.2"}, {"last_affected": "1.10"}], "1.10", True),
        ([{"introduced": "1.2"}, {"last_affected": "1.10"}], "1.10.1", False),
        ([{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "3.0"}, {"fixed": "3.1"}], "3.0.5", True),
        ([{"introduced": "0"}, {"fixed": "1.0"}, {"introduced": "3.0"}, {"fixed": "3.1"}], "2.0", False),
        ([{"introduced": "0"}], "99", True),
        ([], "1.0", False),
    ],
)
def test_a_range_of_versions_is_read(events: list[dict[str, str]], version: str, inside: bool) -> None:
    found = list(advisories.holes(advisory(events=events), {"example-pkg": version}))
    assert bool(found) is inside


def test_a_listed_version_counts_and_a_withdrawn_advisory_does_not() -> None:
    listed = advisory(versions=["1.0", "1.1"])
    assert list(advisories.holes(listed, {"example-pkg": "1.1"})) == [
        ("example-pkg", "1.1", "PYSEC-2026-1", "Reads too far")
    ]
    assert list(advisories.holes(listed, {"example-pkg": "1.2", "other": "1.1"})) == []
    assert (
        list(advisories.holes(listed | {"withdrawn": "2026-01-01T00:00:00Z"}, {"example-pkg": "1.1"})) == []
    )


@pytest.mark.parametrize("packed", [True, False])
def test_a_pin_with_a_hole_fails_the_check(
    packed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = json.dumps(advisory(events=[{"introduced": "0"}, {"fixed": "2.0"}]))
    database = tmp_path / "database"
    if packed:
        with zipfile.ZipFile(database, "w") as archive:
            archive.writestr("PYSEC-2026-1.json", text)
    else:
        database.mkdir()
        (database / "PYSEC-2026-1.json").write_text(text)
    pins = tmp_path / "constraints.txt"
    monkeypatch.setattr(advisories, "PINS", pins)

    pins.write_text("# pins\nexample.pkg==1.9  # why\nother==1\n")
    assert advisories.main([str(database)]) == 1
    assert capsys.readouterr().out == "example-pkg 1.9: PYSEC-2026-1 Reads too far\n"
    pins.write_text("example.pkg==2.0\n")
    assert advisories.main([str(database)]) == 0


def test_every_pin_of_ours_is_looked_up() -> None:
    lines = [line for line in advisories.PINS.read_text().splitlines() if line and not line.startswith("#")]
    assert len(advisories.read_pins("\n".join(lines))) == len(lines) > 20


def test_without_a_database_the_check_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "ADVISORIES", tmp_path / "var" / "advisories.zip")
    assert dev.advisories() == ()
    assert "docs/threats.md" in capsys.readouterr().out
    (tmp_path / "var").mkdir()
    (tmp_path / "var" / "advisories.zip").touch()
    [(name, command)] = dev.advisories()
    assert (name, command[0]) == ("advisories", "advisories.py")
