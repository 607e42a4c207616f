"""The calendar: a month, a week, a list or a year of what may be seen, each at its own address."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import partial
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from sqlalchemy import Connection

from api.dependencies import House, TheHouse
from api.frame import link
from api.identity import TheVisitor
from api.pages.calendar.address import (
    FILTERS,
    VIEWS,
    Address,
    first_day,
    read_day,
    read_filters,
    read_view,
)
from api.pages.calendar.days_off import days_off_for
from api.pages.calendar.entries import Entry, as_entries, fetch_entries, weeks_of
from api.pages.calendar.hours import hours_of
from api.pages.calendar.year import legend_of, months_of
from api.pages.notices import find_notice, page_address
from api.pages.outlets import signs
from api.rendering import KINDS, STATES, page_language, render
from scheduler.accounts.rights import Actor, Right
from scheduler.locale import Language, say
from scheduler.locale.dates import zone_text
from scheduler.planning.expanding.overlaps import overlapping
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.calendar import choices, day_counts, item_days
from scheduler.store.occurrences.overdue import todays
from scheduler.store.occurrences.read_model import (
    Occurrence,
    OccurrenceFilter,
    all_occurrences,
    find_occurrences,
)
from scheduler.store.plans.read_model import Plan, list_plans
from scheduler.store.plans.sight import Sight
from scheduler.store.statements.paging import Cursor

router = APIRouter()
PAGE_LENGTH = 60  # occurrences on a page of the list
# Up to so many a year's sheet gives each with its title, with its item's number alone, or each item's days.
TITLED_ON_THE_WALL, ON_THE_WALL = 160, 400


@dataclass(frozen=True, slots=True)
class Now:
    """Plan time where the plans are: wall time and the zone's name; and as an instant."""

    wall: datetime
    zone: str
    instant: datetime


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page knows before its view is asked for."""

    now: Now
    plans: Sequence[Plan]
    default_minutes: int


@router.get("/calendar")
def open_calendar(request: Request, house: TheHouse, visitor: TheVisitor) -> Response:
    """Go to the view of a day: those that the form names, else this month."""
    query = request.query_params
    view = read_view(query.get("view") or "month")
    with reading(house.engine) as connection:
        now = find_now(house, list_plans(connection, visitor.sight), query.get("plan"))
    asked = query.get("date")
    day = read_day("list", asked) if asked else now.wall.date()
    return _go(request, Address(view, first_day(view, day), read_filters(query)))


@router.get("/calendar/{view}/{when}")
def calendar_page(request: Request, house: TheHouse, visitor: TheVisitor, view: str, when: str) -> Response:
    """One view."""
    query = request.query_params
    name = read_view(view)
    day = read_day(name, when)
    address = Address(name, first_day(name, day), read_filters(query))
    # A form sends its empty fields too, and a week may be asked for by any of its days: one spelling stays.
    if day != address.first or any(query.get(field) == "" for field in (*FILTERS, "cursor")):
        return _go(request, address)
    with reading(house.engine) as connection:
        plans = list_plans(connection, visitor.sight)
        now = find_now(house, plans, address.filters.get("plan"))
        body = _BODIES[name](
            connection, address, visitor.sight, Seen(now, plans, house.settings.default_minutes), query
        )
        to_choose = choices(connection, visitor.sight, address.filters.get("plan"))
        notice = find_notice(request, connection, visitor.actor, house.machine_time())
    language = page_language(request)
    return render(
        request,
        f"calendar_{name}.html",
        language,
        address=address,
        views=VIEWS,
        now=now,
        default_minutes=house.settings.default_minutes,
        plans=plans,
        plan_titles={plan.slug: plan.title for plan in plans},
        choices=to_choose,
        signs=signs(to_choose.outlets),
        chips=_chips(address, plans, language),
        to=lambda other: link(request, language, str(other)),
        can_confirm=partial(_can_confirm, visitor.actor, plans, now.instant),
        own=[],
        may_work=visitor.actor is not None and replace(visitor.actor, outlets=None).may(Right.WORK),
        notice=notice,
        back=page_address(request),
        **body,
    )


def _can_confirm(actor: Actor | None, plans: Sequence[Plan], now: datetime, entry: Entry) -> bool:
    """Whether whoever looks may say at once that it was aired: it is late, or has begun today."""
    one = entry.one
    if actor is None or not (entry.overdue or (one.kind == "premiere" and one.starts_at <= now)):
        return False
    own = any(plan.slug == one.plan and actor.sees(plan.office_id) for plan in plans)
    return own and one.state == "planned" and actor.may(Right.WORK, one.outlet)


def _chips(address: Address, plans: Sequence[Plan], language: Language) -> list[tuple[str, str]]:
    """The filters that are set, as a person reads them."""
    words = {
        **{name: say(language, message) for name, message in (KINDS | STATES).items()},
        **{plan.slug: plan.title for plan in plans},
    }
    labels = {"item": say(language, "Item"), "channel": say(language, "Channel")}
    return [
        (name, f"{labels[name]} {value}" if name in labels else words.get(value, value))
        for name, value in address.filters.items()
    ]


def find_now(house: House, plans: Sequence[Plan], slug: str | None = None) -> Now:
    """Plan time in the zone of the plan that is filtered by, else of the first one."""
    zone = next((plan.timezone for plan in plans if plan.slug == slug), None)
    zone = zone or next((plan.timezone for plan in plans), None)
    local: tzinfo = ZoneInfo(zone) if zone else UTC
    now = house.clock.now()
    moment = now.astimezone(local)
    return Now(moment.replace(tzinfo=None), zone_text(zone or "UTC", moment), now)


def _month(
    connection: Connection, address: Address, sight: Sight, seen: Seen, _query: Mapping[str, str]
) -> dict[str, Any]:
    entries = fetch_entries(connection, address, sight, seen.default_minutes, seen.now.instant)
    assert address.last is not None  # noqa: S101 - for the type checker; a month ends
    off = days_off_for(connection, seen.plans, address.filters.get("plan"), address.first, address.last)
    return {"weeks": weeks_of(entries, address.first, address.last, seen.now.wall, off), **_summary(entries)}


def _week(
    connection: Connection, address: Address, sight: Sight, seen: Seen, query: Mapping[str, str]
) -> dict[str, Any]:
    found = _month(connection, address, sight, seen, query)
    (week,) = found.pop("weeks")
    return {"week": week, "hours": hours_of(week.days, seen.now.wall), **found}


def _list(
    connection: Connection, address: Address, sight: Sight, seen: Seen, query: Mapping[str, str]
) -> dict[str, Any]:
    cursor = query.get("cursor")
    after = Cursor.read(cursor) if cursor else None
    now = seen.now.instant
    wanted = address.wanted(sight, todays(connection, address.filters.get("state"), now))
    page = find_occurrences(connection, wanted, after, PAGE_LENGTH)
    clashes = _clashes(connection, page.items, sight, seen.default_minutes)
    entries = as_entries(connection, page.items, clashes, now)
    return {
        "days": [(day, list(group)) for day, group in groupby(entries, key=lambda entry: entry.day)],
        "more": str(page.next) if page.next else None,
        "is_first_page": after is None,
        **_summary(entries),
    }


def _clashes(
    connection: Connection, found: Sequence[Occurrence], sight: Sight, default_minutes: int
) -> dict[str, tuple[Occurrence, ...]]:
    """What clashes on the days of a page, whatever the filters hide."""
    days = [one.start.date() for one in found if isinstance(one.start, datetime)]
    if not days:
        return {}
    near = all_occurrences(connection, OccurrenceFilter(first=min(days), last=max(days), sight=sight))
    return overlapping(near, default_minutes)


def _year(
    connection: Connection, address: Address, sight: Sight, seen: Seen, _query: Mapping[str, str]
) -> dict[str, Any]:
    wanted = address.wanted(sight, todays(connection, address.filters.get("state"), seen.now.instant))
    counts = day_counts(connection, wanted)
    total = sum(count.all for count in counts.values())
    entries: list[Entry] = []
    if 0 < total <= ON_THE_WALL:
        entries = as_entries(connection, all_occurrences(connection, wanted), {}, seen.now.instant)
    # Too many to be told one by one: a line an item and month, so that the sheet is never empty.
    in_short = item_days(connection, wanted) if total > ON_THE_WALL else []
    by_month: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.day.year == address.first.year and entry.one.state != "cancelled":
            by_month.setdefault(entry.day.month, []).append(entry)
    return {
        "months": months_of(address.first.year, counts),
        "legend": legend_of(counts),
        "by_month": by_month,
        "short_of": {month: [line for line in in_short if line.month == month] for month in range(1, 13)},
        "titled": total <= TITLED_ON_THE_WALL,
        "items": sorted({(entry.one.item, entry.one.title, entry.one.outlet) for entry in entries})
        or list(dict.fromkeys((line.item, line.title, line.outlet) for line in in_short)),
        "airings": sum(count.airings for count in counts.values()),
        "windows": sum(count.windows for count in counts.values()),
        "clashes": [],
    }


_BODIES = {"month": _month, "week": _week, "list": _list, "year": _year}


def _summary(entries: Sequence[Entry]) -> dict[str, Any]:
    """How much is shown, and each pair that clashes once, with the earlier airing first."""
    windows = sum(entry.one.kind == "window" for entry in entries)
    pairs = {}
    for entry in entries:
        for other in entry.clashes:
            pair = sorted((entry.one, other), key=lambda one: (one.starts_at, one.id))
            pairs[pair[0].id, pair[1].id] = pair
    return {"airings": len(entries) - windows, "windows": windows, "clashes": list(pairs.values())}


def _go(request: Request, address: Address) -> RedirectResponse:
    return RedirectResponse(link(request, page_language(request), str(address)), 303)
