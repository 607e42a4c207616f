"""The rules of a zone as `zoneinfo` reads them, and those with which the stored instants were derived.

Wall time is the truth; an instant is only as right as the zone data were when it was derived. No file that
zoneinfo reads says its version for sure, so the rules themselves are told by a digest: every change of the
offset from 1970 to 2070. What is said to a person beside it is where they were read.
"""

from __future__ import annotations

import hashlib
import zoneinfo
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, delete, insert, select

from scheduler.store.tables import plan, zone_rules

_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2070, 1, 1, tzinfo=UTC)
_STEP = timedelta(days=7)  # no zone has changed twice within it since it kept hours
_SECOND = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a zone's rules are told by; `source` says to people where they were read, and which they are."""

    digest: str
    source: str


def rules_now(name: str) -> Rules:
    """The rules as they lie on this machine now, whatever this process read before."""
    changes = [f"{at:%Y-%m-%dT%H:%M:%S} {offset.total_seconds():+.0f}" for at, offset in _offsets(name)]
    lines = "\n".join(changes)
    return Rules(hashlib.blake2b(lines.encode(), digest_size=16).hexdigest(), _source(name))


def stored_rules(connection: Connection) -> dict[str, Rules]:
    """Those with which the instants of the plans of each zone were derived."""
    rows = connection.execute(select(zone_rules.c.zone, zone_rules.c.digest, zone_rules.c.source))
    return {row.zone: Rules(row.digest, row.source) for row in rows}


def save_rules(connection: Connection, zone: str, rules: Rules, at: datetime) -> None:
    """Keep what the zone's instants are derived with from now on."""
    connection.execute(delete(zone_rules).where(zone_rules.c.zone == zone))
    connection.execute(insert(zone_rules).values(zone=zone, digest=rules.digest, source=rules.source, at=at))


def zones_in_use(connection: Connection) -> list[str]:
    """The zones of all plans."""
    return list(connection.scalars(select(plan.c.timezone).distinct().order_by(plan.c.timezone)))


def _offsets(name: str) -> Iterator[tuple[datetime, timedelta]]:
    """The zone's first offset, and each change of it at its instant, to the second."""
    zone = ZoneInfo.no_cache(name)
    at, before = _FIRST, _offset(zone, _FIRST)
    yield at, before
    while at < _LAST:
        step = at + _STEP
        after = _offset(zone, step)
        if after != before:
            low, high = at, step
            while high - low > _SECOND:
                middle = low + (high - low) // 2
                low, high = (middle, high) if _offset(zone, middle) == before else (low, middle)
            yield high.replace(microsecond=0), after
        at, before = step, after


def _offset(zone: ZoneInfo, at: datetime) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta()


def _source(name: str) -> str:
    for folder in map(Path, zoneinfo.TZPATH):
        if (folder / name).is_file():
            known = version_in(folder)
            return str(folder) if known is None else f"{known}, {folder}"
    try:
        return f"{version('tzdata')}, package tzdata"
    except PackageNotFoundError:
        return "unknown"


def version_in(folder: Path) -> str | None:
    """The version that a folder of zone data names, where it does."""
    for file, before in (("tzdata.zi", "# version "), ("+VERSION", "")):
        try:
            with (folder / file).open(encoding="ascii") as text:
                line = text.readline().strip()
        except (OSError, UnicodeDecodeError):
            continue
        if line.startswith(before) and len(line) < 40:
            return line.removeprefix(before)
    return None
