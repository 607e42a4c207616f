"""A worker whose machine's clock is wrong by what a file says, from one moment to the next.

python -m tests.reminders.faults.shifted_worker
"""

from __future__ import annotations

import logging
import mmap
import os
import struct
from datetime import datetime, timedelta
from pathlib import Path

from scheduler import worker
from scheduler.machine_time import MachineTime, utcnow
from scheduler.settings import load_settings

CLOCK = "TESTS_CLOCK"  # names the file
_SECONDS = struct.Struct("<q")


def set_clock(path: Path, seconds: int) -> None:
    """Let the clock that reads this file be wrong by so many seconds."""
    with path.open("r+b" if path.exists() else "w+b") as file:
        file.write(_SECONDS.pack(seconds))


def shifted(path: Path) -> MachineTime:
    """Machine time, wrong by what the file says at the moment."""
    with path.open("rb") as file:
        seconds = mmap.mmap(file.fileno(), _SECONDS.size, access=mmap.ACCESS_READ)

    def now() -> datetime:
        return utcnow() + timedelta(seconds=_SECONDS.unpack(seconds[:])[0])

    return now


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    worker.run_worker(load_settings(), machine_time=shifted(Path(os.environ[CLOCK])))
