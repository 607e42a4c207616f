"""The clients as Debian has them; one that is not there is skipped, with the name of its package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any, Protocol
from zoneinfo import ZoneInfo

import pytest

from tests.calendars.parsers import AFTER, FIRST, Dates, Told, read_wall, told

HERE = Path(__file__).parent
PATIENCE = 10  # seconds for a client to take what it has fetched
SYSTEM_PYTHON = "/usr/bin/python3"  # which has gi


class Client(Protocol):
    """A program that follows an address."""

    def subscribe(self, url: str) -> None: ...
    def refresh(self) -> None: ...
    def dates(self) -> Told: ...


def missing(what: str, package: str) -> str:
    """Why a client is skipped."""
    return f"{what} is not there: apt install {package}"


def until(client: Client, wanted: Told) -> Told:
    """What the client shows, as soon as it is what is wanted; else what it shows in the end."""
    end = monotonic() + PATIENCE
    while (found := client.dates()) != wanted and monotonic() < end:
        sleep(0.2)
    return found


# --- those that read ------------------------------------------------------------------------


def compiled(source: str, folder: Path, packages: str, command: list[str], needs: str) -> Path:
    """A program of this folder over a library of Debian's."""
    program = folder / source.partition(".")[0]
    if shutil.which(command[0]) is None or shutil.which("pkg-config") is None:
        pytest.skip(missing("a compiler", "g++ pkg-config"))
    flags = subprocess.run(
        ["pkg-config", "--cflags", "--libs", *packages.split()], capture_output=True, text=True
    )
    if flags.returncode:
        pytest.skip(missing(source, needs))
    done = subprocess.run(
        [command[0], "-o", str(program), str(HERE / source), *command[1:], *flags.stdout.split()],
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.skip(f"{missing(source, needs)} ({done.stderr[:200]})")
    return program


def libical(folder: Path) -> Callable[[bytes], Dates]:
    """The library under Evolution, GNOME Calendar and others."""
    program = compiled("libical.c", folder, "libical", ["cc"], "libical-dev")
    return lambda document: _asked(program, document, f"{FIRST:%Y%m%d}", f"{AFTER:%Y%m%d}")


def kcalendarcore(folder: Path) -> Callable[[bytes], Dates]:
    """The library under KOrganizer and Kontact."""
    headers = "/usr/include/KF5/KCalendarCore"
    command = ["c++", "-fPIC", f"-I{headers}", f"-I{headers}/KCalendarCore", "-lKF5CalendarCore"]
    program = compiled("kcalendarcore.cpp", folder, "Qt5Core Qt5Gui", command, "libkf5calendarcore-dev")
    return lambda document: _asked(program, document, str(FIRST), str(AFTER))


def _asked(program: Path, document: bytes, *arguments: str) -> Dates:
    done = subprocess.run([str(program), *arguments], input=document, capture_output=True, timeout=60)
    assert done.returncode == 0, done.stderr.decode()
    return [(read_wall(start), read_wall(end)) for start, end in json.loads(done.stdout)]


# --- those that follow ------------------------------------------------------------------------


class Evolution:
    """Evolution Data Server: what Evolution and GNOME Calendar show, and how they take a mail."""

    def __init__(self, process: subprocess.Popen[str], said: Path) -> None:
        self._process, self._said = process, said

    def ask(self, do: str, **more: str) -> Any:
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(json.dumps({"do": do, **more}) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        assert answer, f"Evolution Data Server has ended: {self._said.read_text()[-2000:]}"
        return json.loads(answer)

    def subscribe(self, url: str) -> None:
        self.ask("subscribe", url=url)

    def refresh(self) -> None:
        self.ask("refresh")

    def dates(self) -> Told:
        return self._told("dates")

    def kept(self) -> Told:
        """What its own calendar holds."""
        return self._told("kept")

    def receive(self, text: str) -> Any:
        """What it says when it takes the calendar part of a mail; None where it has."""
        return self.ask("receive", text=text)

    def _told(self, do: str) -> Told:
        return told([(read_wall(start), read_wall(end)) for start, end in self.ask(do)])


@contextmanager
def evolution(folder: Path) -> Iterator[Evolution]:
    """A session of its own, with a D-Bus and a home folder of its own."""
    probe = "import gi; gi.require_version('ECal', '2.0')"
    if shutil.which("dbus-run-session") is None:
        pytest.skip(missing("D-Bus", "dbus-daemon"))
    if subprocess.run([SYSTEM_PYTHON, "-c", probe], capture_output=True).returncode:
        pytest.skip(missing("Evolution Data Server", "evolution-data-server gir1.2-ecal-2.0 python3-gi"))
    runtime = folder / "run"
    runtime.mkdir(mode=0o700)
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(runtime),
        "GSETTINGS_BACKEND": "memory",
        "LANG": "C.UTF-8",
        "TZ": "Asia/Ho_Chi_Minh",
    }
    command = ["dbus-run-session", "--", SYSTEM_PYTHON, str(HERE / "evolution.py")]
    said, pipe = folder / "said.txt", subprocess.PIPE
    with (
        said.open("w") as errors,
        subprocess.Popen(
            command, env=environment, stdin=pipe, stdout=pipe, stderr=errors, text=True
        ) as process,
    ):
        yield Evolution(process, said)
        assert process.stdin is not None
        process.stdin.close()
        process.wait(20)


class Khal:
    """vdirsyncer fetches, khal shows."""

    zone = ZoneInfo("Asia/Ho_Chi_Minh")

    def __init__(self, folder: Path) -> None:
        for name, package in (("vdirsyncer", "vdirsyncer"), ("khal", "khal")):
            if shutil.which(name) is None:
                pytest.skip(missing(name, package))
        self._folder = folder

    def subscribe(self, url: str) -> None:
        store = self._folder / "airslot"
        (self._folder / "vdirsyncer.ini").write_text(
            f'[general]\nstatus_path = "{self._folder / "status"}"\n'
            '[pair airslot]\na = "theirs"\nb = "ours"\ncollections = null\nconflict_resolution = "a wins"\n'
            f'[storage theirs]\ntype = "http"\nurl = "{url}"\n'
            f'[storage ours]\ntype = "filesystem"\npath = "{store}"\nfileext = ".ics"\n'
        )
        (self._folder / "khal.ini").write_text(
            f"[calendars]\n[[airslot]]\npath = {store}\n"
            f"[sqlite]\npath = {self._folder / 'khal.db'}\n"
            "[locale]\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\n"
            "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"default_timezone = {self.zone.key}\nlocal_timezone = {self.zone.key}\n"
        )
        store.mkdir()
        self._run("vdirsyncer", "discover")
        self.refresh()

    def refresh(self) -> None:
        self._run("vdirsyncer", "sync")

    def dates(self) -> Told:
        # A day at a time: what lasts several comes with each of them.
        shape = "@{uid}|{start-long-full}|{end-long-full}|{all-day}"
        listed = self._run("khal", "list", "--day-format", "", "--format", shape, "2024-01-01", "400d")
        found: Dates = []
        for line in sorted(set(listed.splitlines())):
            if line.startswith("@"):
                _, start, end, all_day = line[1:].split("|")
                if all_day == "True":
                    found.append((_day(start), _day(end) + timedelta(days=1)))
                else:
                    found.append((self._instant(start), self._instant(end)))
        return told(found)

    def _instant(self, text: str) -> datetime:
        return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=self.zone).astimezone(UTC)

    def _run(self, name: str, *arguments: str) -> str:
        done = subprocess.run(
            [name, "-c", str(self._folder / f"{name}.ini"), *arguments],
            env={**os.environ, "HOME": str(self._folder), "LANG": "C.UTF-8", "PYTHONPATH": ""},
            input="y\n",
            capture_output=True,
            text=True,
            timeout=60,
        )
        return done.stdout


def _day(text: str) -> date:
    return date.fromisoformat(text.split()[0])
