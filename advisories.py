#!/usr/bin/env python3
"""Known holes in what is pinned: python3 advisories.py DATABASE; `dev.py check` runs it where there is one.

DATABASE is the PyPI part of the OSV database (https://osv.dev), a zip file or a folder of its JSON files;
https://ossf.github.io/osv-schema/ describes them. Nothing is fetched here: a check must give the same answer
without a network.
"""

import json
import re
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

PINS = Path(__file__).resolve().parent / "constraints.txt"


def main(arguments: list[str]) -> int:
    """Print each pin with a known hole; 1 where there is any, 2 without a database."""
    database = Path(arguments[0]) if arguments else None
    if database is None or not database.exists():
        print("usage: python3 advisories.py DATABASE (the PyPI part of OSV: a zip file or a folder)")
        return 2
    pins = read_pins(PINS.read_text("utf-8"))
    found = sorted({hole for advisory in entries(database) for hole in holes(advisory, pins)})
    for name, version, known_as, summary in found:
        print(f"{name} {version}: {known_as} {summary}".rstrip())
    return 1 if found else 0


def read_pins(text: str) -> dict[str, str]:
    """The version of each package, by its normal name (PEP 503)."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    pairs = (line.split("==", 1) for line in lines if "==" in line)
    return {normal(name): version.strip() for name, version in pairs}


def entries(database: Path) -> Iterator[dict[str, Any]]:
    """Each advisory of a zip file or a folder."""
    if database.is_dir():
        for path in database.rglob("*.json"):
            yield json.loads(path.read_bytes())
        return
    with zipfile.ZipFile(database) as packed:
        for name in packed.namelist():
            if name.endswith(".json"):
                yield json.loads(packed.read(name))


def holes(advisory: dict[str, Any], pins: dict[str, str]) -> Iterator[tuple[str, str, str, str]]:
    """The pins that an advisory is about: name, version, its number, its summary."""
    if "withdrawn" in advisory:
        return
    for affected in advisory.get("affected", ()):
        package = affected.get("package", {})
        name = normal(package.get("name", ""))
        if package.get("ecosystem") == "PyPI" and name in pins and is_affected(pins[name], affected):
            yield name, pins[name], advisory["id"], advisory.get("summary", "")


def is_affected(version: str, affected: dict[str, Any]) -> bool:
    """Whether a version is among those that are listed, or lies in a range."""
    if version in affected.get("versions", ()):
        return True
    ranges = (one for one in affected.get("ranges", ()) if one.get("type") == "ECOSYSTEM")
    return any(is_within(Version(version), one.get("events", ())) for one in ranges)


def is_within(version: Version, events: list[dict[str, str]]) -> bool:
    """Whether the last event up to a version lets the hole in."""
    inside = False
    for at, what in sorted(_ordered(events), key=lambda event: (event[0], event[1] == "introduced")):
        if what == "last_affected":
            inside = inside and version <= at
        elif at <= version:
            inside = what == "introduced"
    return inside


def _ordered(events: list[dict[str, str]]) -> Iterator[tuple[Version, str]]:
    for event in events:
        for what, said in event.items():
            try:
                yield Version(said), what
            except InvalidVersion:
                continue  # "limit": "*", or a number that is no version


def normal(name: str) -> str:
    """A package's name as PEP 503 compares it."""
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
