"""The parts of a recurrence text, after they were read; `canonical` writes them as text again.

Times are wall times of the plan: no zone is left in them. `docs/decisions/rrule.md` says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

Frequency: TypeAlias = Literal["YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY"]
Moment: TypeAlias = date | datetime

FREQUENCIES: tuple[Frequency, ...] = (
    "YEARLY", "MONTHLY", "WEEKLY", "DAILY", "HOURLY", "MINUTELY", "SECONDLY",
)  # fmt: skip
WITHIN_A_DAY = FREQUENCIES[4:]
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# In the order in which they are written.
NUMBERS = (
    "BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYHOUR", "BYMINUTE", "BYSECOND", "BYSETPOS",
)  # fmt: skip
MONDAY = 0


@dataclass(frozen=True, slots=True)
class Rule:
    """One RRULE. Lists are sorted and hold each value once; an empty list means that it is not written.

    `weekdays` are (ordinal, weekday): (0, 2) is WE, (-1, 4) is -1FR. `until` has the type of the start.
    """

    frequency: Frequency
    interval: int = 1
    count: int | None = None
    until: Moment | None = None
    week_start: int = MONDAY
    months: tuple[int, ...] = ()
    week_numbers: tuple[int, ...] = ()
    year_days: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    weekdays: tuple[tuple[int, int], ...] = ()
    hours: tuple[int, ...] = ()
    minutes: tuple[int, ...] = ()
    seconds: tuple[int, ...] = ()
    positions: tuple[int, ...] = ()

    def __str__(self) -> str:
        """As in RFC 5545, without the name RRULE."""
        parts = [f"FREQ={self.frequency}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.count is not None:
            parts.append(f"COUNT={self.count}")
        if self.until is not None:
            parts.append(f"UNTIL={basic(self.until)}")
        if self.week_start != MONDAY:
            parts.append(f"WKST={WEEKDAYS[self.week_start]}")
        lists = (
            self.months, self.week_numbers, self.year_days, self.month_days,
            self.hours, self.minutes, self.seconds, self.positions,
        )  # fmt: skip
        written = dict(zip(NUMBERS, lists, strict=True))
        if self.weekdays:
            days = (f"{ordinal or ''}{WEEKDAYS[weekday]}" for ordinal, weekday in self.weekdays)
            parts.append(f"BYDAY={','.join(days)}")
        parts += [f"{name}={','.join(map(str, numbers))}" for name, numbers in written.items() if numbers]
        return ";".join(parts)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A whole text: a start (None: the rule alone says the days), a rule, added and taken days.

    All moments are wall times, or days; all of the same type.
    """

    start: Moment | None
    rule: Rule | None
    added: tuple[Moment, ...] = ()
    taken: tuple[Moment, ...] = ()

    @property
    def timed(self) -> bool:
        """True where airings have a time of day."""
        if self.start is not None:
            return isinstance(self.start, datetime)
        if self.rule is not None:
            return bool(self.rule.hours)
        return any(isinstance(moment, datetime) for moment in self.added)

    def canonical(self) -> str:
        """The text, a property a line; two texts that mean the same parts are the same text."""
        lines = []
        if self.start is not None:
            lines.append(_property("DTSTART", (self.start,)))
        if self.rule is not None:
            lines.append(f"RRULE:{self.rule}")
        if self.added:
            lines.append(_property("RDATE", self.added))
        if self.taken:
            lines.append(_property("EXDATE", self.taken))
        return "\n".join(lines)


def basic(moment: Moment) -> str:
    """20240117 or 20240117T174500."""
    if isinstance(moment, datetime):
        return f"{moment.year:04}{moment:%m%dT%H%M%S}"
    return f"{moment.year:04}{moment:%m%d}"


def _property(name: str, moments: Iterable[Moment]) -> str:
    values = tuple(moments)
    days = "" if isinstance(values[0], datetime) else ";VALUE=DATE"
    return f"{name}{days}:{','.join(map(basic, values))}"
