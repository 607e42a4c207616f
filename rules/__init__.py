"""What a phrase means and which days it names: pure values, no I/O, no clock.

As a library, four names are enough for most; `docs/library.md` shows the others.

>>> from datetime import date
>>> from rules import expand, parse
>>> schedule = parse("17 giờ 45 thứ Tư, tuần 3")
>>> [str(airing.start) for airing in expand(schedule, date(2024, 1, 1), date(2024, 2, 29))]
['2024-01-17 17:45:00', '2024-02-21 17:45:00']

`import rules` loads nothing else; each name is loaded when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rules.instances import expand, starts
    from rules.phrases import Context, PhraseError, Reading, Understanding, parse, read
    from rules.rrule import rrules
    from rules.schedule import DaysOff, Instance, Schedule, WeekConvention

__all__ = [
    "Context", "DaysOff", "Instance", "PhraseError", "Reading", "Schedule", "Understanding", "WeekConvention",
    "expand", "parse", "read", "rrules", "starts",
]  # fmt: skip

_HOMES = {
    "rules.instances": ("expand", "starts"),
    "rules.phrases": ("Context", "PhraseError", "Reading", "Understanding", "parse", "read"),
    "rules.rrule": ("rrules",),
    "rules.schedule": ("DaysOff", "Instance", "Schedule", "WeekConvention"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """The public names, each from its module at the first use."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
