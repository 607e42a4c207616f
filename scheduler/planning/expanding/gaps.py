"""Times that no clock shows, because it is set forward over them: told, with what they become."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from scheduler.locale.dates import day_text
from scheduler.planning.plan_file.entries import Notice
from scheduler.store.instants import after_gap


def gap_notices(starts: Iterable[date | datetime], timezone: str) -> Iterator[Notice]:
    """A remark for each start inside a gap of the zone's clocks, in the order given."""
    local = ZoneInfo(timezone)
    for start in dict.fromkeys(starts):
        shown = after_gap(start, local)
        if isinstance(start, datetime) and shown is not None:
            yield _notice(start, shown, timezone)


def _notice(start: datetime, shown: datetime, timezone: str) -> Notice:
    was, becomes = f"{start:%H:%M}", f"{shown:%H:%M}"
    if shown.date() != start.date():
        becomes = f"{shown:%Y-%m-%d} {becomes}"
    return Notice(
        f"On {day_text(start.date(), 'en')} there is no {was} in {timezone}, where the clocks are set"
        f" forward: it becomes {becomes}.",
        f"Ngày {day_text(start.date(), 'vi')} không có lúc {was} ở {timezone} vì đồng hồ được vặn tới:"
        f" sẽ thành {becomes}.",
    )
