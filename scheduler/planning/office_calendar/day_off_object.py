"""A listed day as the interface writes it: the one builder that REST and the command line call."""

from __future__ import annotations

from typing import Any

from scheduler.errors import Lang
from scheduler.planning.office_calendar.days_off import ListedDay


def day_off_object(one: ListedDay, lang: Lang) -> dict[str, Any]:
    """The day as plain data for JSON; `name` in `lang`, `names` in both languages."""
    name = one.name
    return {
        "day": one.day.isoformat(),
        "kind": one.kind,
        "name": None if name is None else name.to(lang),
        "names": None if name is None else {"vi": name.vi, "en": name.en},
        "source": one.source,
    }
