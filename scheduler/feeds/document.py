"""Occurrences in, an iCalendar document out: whole, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, get_args
from zoneinfo import ZoneInfo

from scheduler.feeds.events import Events
from scheduler.feeds.head import FeedHead, opening
from scheduler.feeds.notice import Notice, notice_event
from scheduler.feeds.series import series_events
from scheduler.store.occurrences import Occurrence

Form = Literal["expanded", "series"]
FORMS: tuple[Form, ...] = get_args(Form)
CANCELLED_SHOWN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a plan's rows a feed shows on a day; `last_left` is when the last of the others left it."""

    occurrences: tuple[Occurrence, ...]
    last_left: datetime | None = None


def render(
    head: FeedHead,
    occurrences: Sequence[Occurrence],
    *,
    form: Form = "expanded",
    today: date | None = None,
) -> bytes:
    """The whole document for a plan's rows, in their order.

    `today` is the plan's local day: what was cancelled more than 30 days before it is left out.
    The same rows on the same day give the same bytes, whenever and wherever they are rendered.
    """
    shown = showing(occurrences, head.timezone, today).occurrences
    events = Events(head, occurrences)
    if form == "series":
        texts = series_events(events, occurrences, shown)
    else:
        write = events.write
        texts = [write(occurrence) for occurrence in shown]
    return b"".join((opening(head, occurrences).encode(), *texts, b"END:VCALENDAR\r\n"))


def render_across(
    head: FeedHead,
    plans: Mapping[str, FeedHead],
    occurrences: Sequence[Occurrence],
    *,
    today: date,
    notice: Notice | None = None,
) -> bytes:
    """The whole document for rows of several plans, in their order, one VEVENT each.

    `plans` gives the head of each plan by its slug; `head` is the feed's own, and `today` its local day.
    A `notice` is an entry of its own, the last.
    """
    shown = showing(occurrences, head.timezone, today).occurrences
    of_plan: dict[str, list[Occurrence]] = {}
    for occurrence in shown:
        of_plan.setdefault(occurrence.plan, []).append(occurrence)
    events = {slug: Events(plans[slug], rows) for slug, rows in of_plan.items()}
    texts = [events[occurrence.plan].write(occurrence) for occurrence in shown]
    if notice is not None:
        texts.append(notice_event(head, notice))
    return b"".join((opening(head, shown).encode(), *texts, b"END:VCALENDAR\r\n"))


def showing(occurrences: Sequence[Occurrence], zone: str, today: date | None) -> Shown:
    """The rows less those that were cancelled more than 30 days ago, by the plan's local day."""
    if today is None or all(occurrence.cancelled_at is None for occurrence in occurrences):
        return Shown(tuple(occurrences))
    local = ZoneInfo(zone)
    shown, left = [], []
    for occurrence in occurrences:
        leaves = _leaves(occurrence, local)
        if leaves is not None and leaves <= today:
            left.append(leaves)
        else:
            shown.append(occurrence)
    last_left = datetime.combine(max(left), time(), local).astimezone(UTC) if left else None
    return Shown(tuple(shown), last_left)


def _leaves(occurrence: Occurrence, local: ZoneInfo) -> date | None:
    """The first day on which a cancelled occurrence is no longer shown."""
    if occurrence.state != "cancelled" or occurrence.cancelled_at is None:
        return None
    return occurrence.cancelled_at.astimezone(local).date() + CANCELLED_SHOWN + timedelta(days=1)
