"""How long a command takes from the key to the end, beside an interpreter that does nothing.

    python -m bench.startup

The commands, the reader alone and their floor run in turn, several times; medians of the processor's time,
in milliseconds: on an idle machine that is the time a person waits.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys

ROUNDS = 11
PHRASE = "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau"
FLOOR = "python -c pass"
READER = "the reader, first phrase"
COMMANDS = {
    FLOOR: ["-c", "pass"],
    READER: ["-c", f"from rules import read; read({PHRASE!r})"],
    "airslot --help": ["-m", "api.cli", "--help"],
    "airslot expand": ["-m", "api.cli", "expand", PHRASE],
    "airslot expand --json": ["-m", "api.cli", "expand", PHRASE, "--json"],
}
LIMITS_MS = {READER: 150, "airslot --help": 300, "airslot expand": 600, "airslot expand --json": 600}


def measure(rounds: int = ROUNDS) -> dict[str, float]:
    """The median of each command in milliseconds; one round before it fills the disk's cache."""
    taken: dict[str, list[float]] = {name: [] for name in COMMANDS}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("AIRSLOT_")}
    # An installed program has its bytecode; without it a third of the time would be Python's compiler.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for number in range(rounds + 1):
        for name, arguments in COMMANDS.items():
            before = children_ms()
            subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=True)
            if number:
                taken[name].append(children_ms() - before)
    return {name: statistics.median(times) for name, times in taken.items()}


def children_ms() -> float:
    """The processor's time that ended children took so far, in milliseconds."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000


def main() -> bool:
    """Measure and print; False where a line was missed."""
    medians = measure()
    good = True
    for name, limit in LIMITS_MS.items():
        ratio = medians[name] / medians[FLOOR]
        # A library has its interpreter already.
        taken = medians[name] - medians[FLOOR] if name == READER else medians[name]
        verdict = "ok" if taken <= limit else "MISSED"
        good = good and taken <= limit
        print(f"{name:26}{taken:6.0f} ms   {ratio:5.1f} x {FLOOR}   limit {limit} ms   {verdict}")
    return good


if __name__ == "__main__":
    main()
