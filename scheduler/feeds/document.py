"""Occurrences in, an iCalendar document out: whole, or not at all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Literal, get_args

from scheduler.feeds.events import Events
from scheduler.feeds.head import FeedHead, opening
from scheduler.feeds.notice import Notice, notice_event
from scheduler.feeds.series import SeriesOf, series_events
from scheduler.feeds.showing import showing
from scheduler.store.occurrences.read_model import Occurrence

Form = Literal["expanded", "series"]
FORMS: tuple[Form, ...] = get_args(Form)


def render(
    head: FeedHead,
    occurrences: Sequence[Occurrence],
    *,
    form: Form = "expanded",
    today: date | None = None,
    series: SeriesOf | None = None,
    ahead: timedelta = timedelta(),
) -> bytes:
    """The whole document for a plan's rows, in their order.

    The form `series` needs what is stored of the plan's `series`; `ahead` is how far plan time is before
    machine time. `today` is the plan's local day: what was cancelled more than 30 days before it is left out.
    The same rows on the same day give the same bytes, whenever and wherever they are rendered.
    """
    found = showing(occurrences, head.timezone, today)
    shown, events = found.occurrences, Events(head, occurrences)
    if form == "series":
        texts = series_events(events, shown, series or {}, found.left, ahead)
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
