"""What people did, one act a time: the lines of the audit log that were written together."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from scheduler.accounts.audit import Entry

# What happened by itself, beside what somebody asked for.
FOLLOWED = "follow"


@dataclass(frozen=True, slots=True)
class Act:
    """What one person did at one time. `entries` in the order in which they were written."""

    entries: tuple[Entry, ...]

    @property
    def first(self) -> Entry:
        """The line that says what was asked for."""
        return next((each for each in self.entries if each.action != FOLLOWED), self.entries[0])

    @property
    def id(self) -> str | None:
        """Its name; None of what was written before acts had one."""
        return self.first.act

    @property
    def at(self) -> datetime:
        """When, in machine time."""
        return self.first.at

    @property
    def asked(self) -> tuple[Entry, ...]:
        """The lines of what was asked for, without what followed."""
        return tuple(each for each in self.entries if each.action != FOLLOWED) or self.entries

    @property
    def subjects(self) -> Collection[str]:
        """What it was done to."""
        return dict.fromkeys(each.subject for each in self.asked)


def as_acts(entries: Iterable[Entry]) -> list[Act]:
    """Lines of the log, newest first, as acts, newest first."""
    found: dict[object, list[Entry]] = {}
    for entry in entries:
        found.setdefault(entry.act or entry.id, []).append(entry)
    return [Act(tuple(reversed(lines))) for lines in found.values()]
