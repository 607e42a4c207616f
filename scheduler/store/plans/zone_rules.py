"""The rules of a zone as `zoneinfo` reads them, and those with which the stored instants were derived.

Wall time is the truth; an instant is only as right as the zone data were when it was derived. No file that
zoneinfo reads says its version for sure, so the rules themselves are told by a digest: every change of the
offset from 1970 to 2070. What is said to a person beside it is where they were read.
"""

from __future__ import annotations

import hashlib
import zoneinfo
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Connection, delete, insert, select, union

from scheduler.errors import Unavailable
from scheduler.store.tables import plan, subscriber, zone_rules

_FIRST, _LAST = datetime(1970, 1, 1, tzinfo=UTC), datetime(2070, 1, 1, tzinfo=UTC)
_STEP = timedelta(days=7)  # no zone has changed twice within it since it kept hours
_SECOND = timedelta(seconds=1)
# Not there, a name that is no path, a file that is none of zone data.
_NO_ZONE = (ZoneInfoNotFoundError, ValueError, OSError)


@dataclass(frozen=True, slots=True)
class Rules:
    """What a zone's rules are told by; `source` says to people where they were read, and which they are."""

    digest: str
    source: str


class LackingError(Exception):
    """The zone data of this machine have no such zone, or what they have cannot be read."""


def rules_now(name: str) -> Rules:
    """The rules as they lie on this machine now, whatever this process read before. Raises LackingError."""
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


def is_lacking(name: str) -> bool:
    """Whether nothing can be worked out in that zone here."""
    try:
        ZoneInfo(name)
    except _NO_ZONE:
        return True
    return False


def zones_lacking(connection: Connection) -> frozenset[str]:
    """Those of plans and readers in which nothing can be worked out here."""
    used = union(select(plan.c.timezone), select(subscriber.c.timezone))
    return frozenset(name for name in connection.scalars(used) if is_lacking(name))


def plans_in(connection: Connection, zones: Iterable[str]) -> list[str]:
    """The slugs of the plans in these zones."""
    question = select(plan.c.slug).where(plan.c.timezone.in_(list(zones))).order_by(plan.c.slug)
    return list(connection.scalars(question))


def lacking_trouble(connection: Connection, zones: Iterable[str]) -> Unavailable:
    """What is told where this machine lacks the data of zones that plans or readers have."""
    names, of = sorted(zones), plans_in(connection, zones)
    plans_en = f"the plans in it ({', '.join(of)})" if of else "the readers in it"
    plans_vi = f"các kế hoạch dùng múi giờ đó ({', '.join(of)})" if of else "người nhận dùng múi giờ đó"
    return Unavailable(
        "zone-data-lacking",
        f"This machine has no data of the time zone {', '.join(names)}: {plans_en} stay as they are and"
        " owe no new mails, all else goes on. Install newer zone data (pip install --upgrade tzdata, or the"
        " system's package tzdata), then start the service again.",
        f"Máy này không có dữ liệu của múi giờ {', '.join(names)}: {plans_vi} giữ nguyên và chưa có thư mới,"
        " phần còn lại vẫn chạy. Hãy cài dữ liệu múi giờ mới hơn (pip install --upgrade tzdata, hoặc gói"
        " tzdata của hệ thống) rồi khởi động lại dịch vụ.",
    )


def without_data(error: ZoneInfoNotFoundError) -> Unavailable:
    """What is told whoever asks for something in a zone of which this machine has no data."""
    name = str(error.args[0]).split()[-1]  # the last word of zoneinfo's sentence
    return Unavailable(
        "zone-data-lacking",
        f"The machine of this service has no data of the time zone {name}, so this cannot be worked out here."
        " Whoever runs the service should install newer zone data and start it again.",
        f"Máy chạy dịch vụ này không có dữ liệu của múi giờ {name} nên chưa tính được. Người quản trị cần cài"
        " dữ liệu múi giờ mới hơn rồi khởi động lại dịch vụ.",
        for_all=True,
    )


def _offsets(name: str) -> Iterator[tuple[datetime, timedelta]]:
    """The zone's first offset, and each change of it at its instant, to the second."""
    try:
        zone = ZoneInfo.no_cache(name)
    except _NO_ZONE as error:
        raise LackingError(name) from error
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
