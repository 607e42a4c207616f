"""A race: several ways to do the same work, run in turn in one process, so that noise meets them alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Runner:
    """One way to do the work; a call makes `units` of it. A slow peer may make fewer of them."""

    name: str
    run: Callable[[], object]
    units: int


@dataclass(frozen=True)
class Line:
    """What has to hold: the first runner's rate is at least `least` times that of `beside`."""

    least: float
    beside: str


def race(title: str, unit: str, runners: Sequence[Runner], lines: Sequence[Line], rounds: int = 7) -> bool:
    """Run, print a table of medians and the lines, and give True when all of them hold."""
    rates = measure(runners, rounds)
    ours = rates[runners[0].name]
    print(f"  {title}, {unit}/s")
    for name, rate in rates.items():
        print(f"    {name:34}{rate:14,.0f}   {ours / rate:8.2f} x")
    verdicts = [ours / rates[line.beside] >= line.least for line in lines]
    for line, holds in zip(lines, verdicts, strict=True):
        print(f"    {'ok    ' if holds else 'MISSED'} at least {line.least:g} x {line.beside}")
    return all(verdicts)


def measure(runners: Sequence[Runner], rounds: int) -> dict[str, float]:
    """The median rate of each in units a second of the processor; the first round only warms up."""
    taken: dict[str, list[float]] = {runner.name: [] for runner in runners}
    for number in range(rounds + 1):
        for runner in runners:
            gc.collect()
            gc.disable()
            begin = time.process_time()
            runner.run()
            spent = time.process_time() - begin
            gc.enable()
            if number:
                taken[runner.name].append(spent / runner.units)
    return {name: 1 / statistics.median(times) for name, times in taken.items()}
