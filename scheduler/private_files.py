"""Files and folders that only their owner opens: the database, the secret, mails."""

from __future__ import annotations

import os
from pathlib import Path
from typing import BinaryIO

FILE, FOLDER = 0o600, 0o700
OTHERS = 0o077


def make_folder(path: Path) -> None:
    """Make a folder where it is missing, and those above it; one that is there stays as it is."""
    for missing in reversed([one for one in (path, *path.parents) if not one.exists()]):
        missing.mkdir(mode=FOLDER, exist_ok=True)


def make_file(path: Path) -> None:
    """Make an empty file where it is missing; one that is there stays as it is."""
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, FILE))


def open_new(path: Path) -> BinaryIO:
    """A file to be written, in place of what an earlier process may have left of it."""
    return os.fdopen(os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, FILE), "wb")


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole, in place of what an earlier process may have left of it."""
    with open_new(path) as out:
        out.write(content)


def open_to_others(path: Path) -> bool:
    """Whether more than its owner may read or change it; False where it is missing, or rights are others."""
    return os.name == "posix" and path.exists() and bool(path.stat().st_mode & OTHERS)
