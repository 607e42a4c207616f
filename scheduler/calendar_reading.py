"""Calendars of other programs, as icalendar reads them: what it cannot read it gives back broken.

Its components are `Part` here: their properties are of some thirty types, and each is asked what it is.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeAlias

Part: TypeAlias = Any


def read_calendars(document: bytes) -> list[Part]:
    """The components that the document holds at its top. Raises ValueError where nothing can be read."""
    from icalendar import Calendar

    try:
        return list(Calendar.from_ical(document, multiple=True))
    except Exception as error:
        # The library raises whatever its parts raise on foreign bytes: KeyError, IndexError, its own.
        raise ValueError(str(error)) from error


def day_or_time(part: Part, name: str) -> date | None:
    """The day (date) or time (datetime) of a property; None where it is absent, broken or something else."""
    value = _value(part, name)
    return value if isinstance(value, date) else None


def length(part: Part, name: str = "DURATION") -> timedelta | None:
    """The length of a property, None likewise."""
    value = _value(part, name)
    return value if isinstance(value, timedelta) else None


def several(part: Part, name: str) -> list[Part]:
    """All values of a property that may stand more than once, the broken ones left out."""
    value = part.get(name)
    values = value if isinstance(value, list) else [] if value is None else [value]
    return [one for one in values if not is_broken(one)]


def is_broken(value: Part) -> bool:
    """Whether the library kept the text alone, because it could not read it."""
    from icalendar import vBroken

    return isinstance(value, vBroken)


def _value(part: Part, name: str) -> object:
    value = part.get(name)
    return None if is_broken(value) else getattr(value, "dt", None)
