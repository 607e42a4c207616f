"""Time zones by name: those of the IANA list, and what is meant by a name that is nearly one of them."""

from __future__ import annotations

from functools import cache
from zoneinfo import ZoneInfo, available_timezones

# Beside places, the data hold what is no zone for people: whatever the machine is set to, and "not set yet".
# (Its copies under `right/`, which count leap seconds, and `posix/` are not in the list that Python gives.)
_NO_PLACES = frozenset({"localtime", "Factory"})


def find_zone(name: str) -> ZoneInfo | None:
    """The zone of exactly that name, or None."""
    return ZoneInfo(name) if name in _names() else None


def likely_name(name: str) -> str | None:
    """What a name in other letters (Europe/lisbon), or that of Windows, means; None where it is neither."""
    return _by_other_names().get(_bare(name))


@cache
def _names() -> frozenset[str]:
    return frozenset(available_timezones()) - _NO_PLACES


@cache
def _by_other_names() -> dict[str, str]:
    """Windows' names by CLDR's table: the zone that it gives for the whole world."""
    from babel.core import get_global  # few texts need it: the others do not wait

    windows = {_bare(name): zone for name, zone in get_global("windows_zone_mapping").items()}
    return {name: zone for name, zone in windows.items() if zone in _names()} | {
        _bare(name): name for name in _names()
    }


def _bare(name: str) -> str:
    return " ".join(name.replace("_", " ").split()).casefold()
