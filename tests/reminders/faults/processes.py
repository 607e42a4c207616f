"""Workers as they run in an office: `airslot worker`, a process of its own, to be killed, frozen, stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.reminders.samples import NOW

ROOT = Path(__file__).resolve().parents[3]
LEASE_SECONDS = 5  # the shortest that the settings allow
SMTP_TIMEOUT = 5
DEADLINE = 30.0
WORKER = ("-m", "api.cli", "worker")


@dataclass
class Worker:
    """One process. Its pid is the only one that is ever signalled."""

    process: subprocess.Popen[bytes]
    log: Path

    def kill(self) -> None:
        """SIGKILL: no last word, no clean end."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(DEADLINE)

    def freeze(self) -> None:
        """SIGSTOP: it stands still between two of its instructions."""
        self.process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        """SIGCONT: it goes on where it stood, and knows nothing of the time between."""
        self.process.send_signal(signal.SIGCONT)

    def runs(self) -> bool:
        """Whether it has neither ended nor died."""
        return self.process.poll() is None

    def stop(self) -> int:
        """SIGTERM, as a service manager would; its exit code."""
        self.process.terminate()
        return self.process.wait(DEADLINE)

    def said(self) -> str:
        """What it wrote to its log."""
        return self.log.read_text(encoding="utf-8", errors="replace")


@dataclass
class Workers:
    """Starts workers over one database and one relay; all that still run are killed at the end."""

    environment: Mapping[str, str]
    folder: Path
    all: list[Worker] = field(default_factory=list)

    def start(self, command: tuple[str, ...] = WORKER, **more: str) -> Worker:
        """One more worker; `more` are settings of its own."""
        log = self.folder / f"worker-{len(self.all)}.log"
        with log.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, *command],
                cwd=ROOT,
                env={**os.environ, **self.environment, **more},
                stdin=subprocess.DEVNULL,
                stdout=file,
                stderr=file,
            )
        worker = Worker(process, log)
        self.all.append(worker)
        return worker

    def running(self) -> list[Worker]:
        """Those that have not ended."""
        return [worker for worker in self.all if worker.runs()]


@contextmanager
def workers(database_url: str, port: int, folder: Path, **more: str) -> Iterator[Workers]:
    """Workers that send to the relay at `port`, their plan time starting at `samples.NOW`."""
    environment = {
        "AIRSLOT_DATABASE_URL": database_url,
        "AIRSLOT_NOW": NOW.isoformat(),
        "AIRSLOT_SECRET": "a secret that all workers of the tests share",
        "AIRSLOT_MAIL_SINK": "smtp",
        "AIRSLOT_SMTP_HOST": "127.0.0.1",
        "AIRSLOT_SMTP_PORT": str(port),
        "AIRSLOT_SMTP_TLS": "none",
        "AIRSLOT_SMTP_CONNECTIONS": "1",
        "AIRSLOT_SMTP_TIMEOUT": str(SMTP_TIMEOUT),
        "AIRSLOT_LEASE_SECONDS": str(LEASE_SECONDS),
        "PYTHONUTF8": "1",
        **more,
    }
    team = Workers(environment, folder)
    try:
        yield team
    finally:
        for worker in team.running():
            worker.kill()
