"""The page of a plan as its annex: headings, subtotals, items with phrase, reading, next date, progress."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import TheHouse
from api.errors import Problem
from api.identity import TheVisitor
from api.pages.outlets import signs
from api.pages.parts import part_of
from api.pages.ways import ways
from api.rendering import page_language, render
from api.visibility import visible_plan
from scheduler.accounts.rights import Right
from scheduler.fulfilment.progress import Progress, plan_progress
from scheduler.fulfilment.values import Row
from scheduler.locale import both
from scheduler.planning.plan_file.reading import Reading, read_items
from scheduler.store.budgets import date_counts, group_budgets
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.next_dates import NextDate, next_dates
from scheduler.store.plans.read_model import Group, Item, Plan, plan_items
from scheduler.store.plans.zone_rules import is_lacking
from scheduler.store.statements.search import fold

router = APIRouter()
LONGEST = 200  # characters of one filter
ROWS = 150  # items on a page


@dataclass(frozen=True, slots=True)
class Line:
    """One item as the annex shows it.

    dates     how many it has, without what is cancelled
    progress  its rows of the year, by the calendar: one, or one a unit
    """

    item: Item
    understood: Reading | None
    ahead: NextDate | None
    dates: int
    progress: tuple[Row, ...]

    @property
    def late(self) -> bool:
        """Whether anything of it is late."""
        return any(row.lateness for row in self.progress)


@dataclass(frozen=True, slots=True)
class Section:
    """The items under one heading; `budget` is what they name together, None where none does."""

    group: Group | None
    budget: int | None
    lines: tuple[Line, ...]


@router.get("/plans/{slug}")
def plan_page(request: Request, slug: str, house: TheHouse, visitor: TheVisitor) -> HTMLResponse:
    """The items of a plan, what was understood of each, what comes next and what is done."""
    language = page_language(request)
    outlet, words = (_filter(request, name) for name in ("outlet", "q"))
    with reading(house.engine) as connection:
        plan = visible_plan(visitor, connection, slug)
        every = plan_items(connection, plan.slug)
        found = [item for item in every if _is_wanted(item, outlet, words)]
        part = part_of(found, request.query_params.get("page"), ROWS)
        items = part.rows
        readings = read_items(connection, plan, items)
        ahead = next_dates(connection, [item.id for item in items], house.clock.now())
        counts = date_counts(connection, plan.id)
        known = not is_lacking(plan.timezone)  # else nobody knows what is late there
        progress = plan_progress(connection, plan, str(plan.year), "calendar", house.clock) if known else None
        sums = group_budgets(connection, [plan.id]).get(plan.id, {})
    rows = _rows(progress) if progress else {}
    lines = [
        Line(item, understood, ahead.get(item.id), counts.get(item.id, 0), rows.get(item.number, ()))
        for item, understood in zip(items, readings, strict=True)
    ]
    actor = visitor.actor
    values: dict[str, Any] = {
        "plan": plan,
        "sections": list(_sections(plan, lines, sums)),
        "shown": len(found),
        "part": part,
        "every": len(every),
        "total": sum(sums.values()) if sums else None,
        "outlets": sorted({item.outlet for item in every if item.outlet}),
        "outlet": outlet,
        "words": words,
        "today": progress.today if progress else house.clock.now().date(),
        "signs": signs(item.outlet for item in every),
        "follow": ways(house, f"/plans/{plan.slug}.ics", plan.title) if plan.public else None,
        "own": actor is not None and actor.sees(plan.office_id),
        "may_plan": actor is not None and actor.may(Right.PLAN) and actor.sees(plan.office_id),
    }
    return render(request, "plan.html", language, **values)


def _filter(request: Request, name: str) -> str:
    """A filter that the address sets; raises the problem `invalid-request` for what none can be."""
    value = request.query_params.get(name, "").strip()
    if len(value) > LONGEST or not value.isprintable():
        words = both(
            "The filter “%(name)s” takes at most %(most)s printable characters.", name=name, most=LONGEST
        )
        raise Problem("invalid-request", words)
    return value


def _is_wanted(item: Item, outlet: str, words: str) -> bool:
    if outlet and item.outlet != outlet:
        return False
    facts = (item.number, item.title, item.product, item.phrase, item.target)
    text = fold(" ".join(fact for fact in facts if fact))
    return all(word in text for word in fold(words).split())


def _rows(progress: Progress) -> dict[str, tuple[Row, ...]]:
    found: dict[str, tuple[Row, ...]] = {}
    for item, row in progress.rows:
        found[item.number] = (*found.get(item.number, ()), row)
    return found


def _sections(plan: Plan, lines: Iterable[Line], sums: Mapping[str | None, int]) -> Iterable[Section]:
    """The items in the order of the document; a heading stands once before those that follow each other."""
    groups = {group.number: group for group in plan.groups}
    current: list[Line] = []
    for line in lines:
        if current and current[-1].item.group_number != line.item.group_number:
            yield _section(groups, current, sums)
            current = []
        current.append(line)
    if current:
        yield _section(groups, current, sums)


def _section(groups: Mapping[str, Group], lines: list[Line], sums: Mapping[str | None, int]) -> Section:
    number = lines[0].item.group_number
    return Section(groups.get(number or ""), sums.get(number), tuple(lines))
