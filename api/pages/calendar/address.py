"""The addresses of the calendar: a view, its first day and the filters, each with one spelling."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any, Literal, TypeAlias, get_args
from urllib.parse import urlencode

from api.errors import Problem
from api.validation import shown
from scheduler.locale import both
from scheduler.store.occurrences.overdue import Todays
from scheduler.store.occurrences.read_model import OccurrenceFilter
from scheduler.store.plans.sight import Sight

View: TypeAlias = Literal["month", "week", "list", "year"]
VIEWS: tuple[View, ...] = get_args(View)
FILTERS = ("plan", "outlet", "channel", "item", "kind", "state", "q")
FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST = 200  # characters of one filter
_WRITTEN = {"month": "YYYY-MM", "week": "YYYY-MM-DD", "list": "YYYY-MM-DD", "year": "YYYY"}
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Address:
    """One view of the calendar.

    first     the first day shown: of a month its 1st, of a week its Monday, of a year 1 January
    filters   only those that are set, in the order of FILTERS
    room      what stands before the view in the path
    """

    view: View
    first: date
    filters: Mapping[str, str] = field(default_factory=dict)
    room: str = "/calendar"

    @property
    def last(self) -> date | None:
        """The last day shown; a list has none."""
        match self.view:
            case "month":
                return _months_later(self.first, 1) - timedelta(days=1)
            case "week":
                return self.first + timedelta(days=6)
            case "year":
                return date(self.first.year, 12, 31)
        return None

    @property
    def when(self) -> str:
        """The first day as this view's addresses write it."""
        written = {"month": f"{self.first:%Y-%m}", "year": f"{self.first:%Y}"}
        return written.get(self.view, self.first.isoformat())

    def __str__(self) -> str:
        """The address, without a language."""
        query = f"?{urlencode(self.filters)}" if self.filters else ""
        return f"{self.room}/{self.view}/{self.when}{query}"

    def showing(self, view: View, day: date) -> Address:
        """Another view of the same selection, with that day in it."""
        return replace(self, view=view, first=first_day(view, day))

    def stepped(self, step: Literal[-1, 1]) -> Address | None:
        """The view before or after this one; None where the calendar ends. A list steps by months."""
        match self.view:
            case "week":
                day = self.first + step * _WEEK
            case "year":
                day = date(min(max(self.first.year + step, 1), 9999), 1, 1)
            case _:
                day = _months_later(self.first.replace(day=1), step)
        return replace(self, first=day) if FIRST_YEAR <= day.year <= LAST_YEAR else None

    def without(self, name: str | None = None) -> Address:
        """The same view without one filter, or without any."""
        left = {key: value for key, value in self.filters.items() if name not in (None, key)}
        return replace(self, filters=left)

    def after(self, cursor: str) -> Address:
        """The page of a list that follows the one whose `next` this is."""
        return replace(self, filters={**self.filters, "cursor": cursor})

    def wanted(self, sight: Sight, days: Todays = ()) -> OccurrenceFilter:
        """What it asks of the store. Raises Invalid for an unknown kind or state."""
        filters: Mapping[str, Any] = self.filters
        return OccurrenceFilter(first=self.first, last=self.last, sight=sight, todays=days, **filters)


def read_filters(query: Mapping[str, str]) -> dict[str, str]:
    """The filters that an address sets; fields of a form that were left empty set nothing."""
    found = {name: query.get(name, "").strip() for name in FILTERS}
    for name, value in found.items():
        if len(value) > LONGEST or not value.isprintable():
            raise Problem(
                "invalid-request",
                both(
                    "The filter “%(name)s” takes at most %(most)s printable characters.",
                    name=name,
                    most=LONGEST,
                ),
            )
    return {name: value for name, value in found.items() if value}


def read_day(view: View, text: str) -> date:
    """The first day of the view that an address names; raises the problem `not-found` for what is no day."""
    pattern = {"month": r"\d{4}-\d\d", "year": r"\d{4}"}.get(view, r"\d{4}-\d\d-\d\d")
    if re.fullmatch(pattern, text, re.ASCII) and FIRST_YEAR <= int(text[:4]) <= LAST_YEAR:
        try:
            return date.fromisoformat((text + "-01-01")[:10])
        except ValueError:
            pass
    raise Problem(
        "not-found",
        both(
            "“%(text)s” is no date of this calendar: write %(pattern)s.",
            text=shown(text),
            pattern=_WRITTEN[view],
        ),
    )


def read_view(text: str) -> View:
    """The view of that name; raises the problem `not-found`."""
    if text in VIEWS:
        return text
    raise Problem("not-found", both("The calendar has no view “%(name)s”.", name=shown(text)))


def first_day(view: View, day: date) -> date:
    """The first day of the view that shows a day."""
    match view:
        case "month":
            return day.replace(day=1)
        case "week":
            return day - timedelta(days=day.weekday())
        case "year":
            return day.replace(month=1, day=1)
    return day


def _months_later(first: date, months: int) -> date:
    years, month = divmod(first.month - 1 + months, 12)
    return date(first.year + years, month + 1, 1)
