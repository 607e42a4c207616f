"""Stored plans and their items, as people and programs read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeAlias

from rich.console import Console
from rich.table import Table
from rich.text import Text
from sqlalchemy import Connection

from api.cli.days import parsed, when
from scheduler.errors import Lang
from scheduler.planning.expanding.expansion import moment
from scheduler.planning.plan_file.reading import read_items
from scheduler.store.occurrences.next_dates import next_dates
from scheduler.store.plans.read_model import Plan, get_plan, list_plans, plan_items

Facts: TypeAlias = dict[str, Any]


def plan_objects(connection: Connection) -> list[Facts]:
    """All plans, the latest year first."""
    return [facts(plan) for plan in list_plans(connection)]


def plan_object(connection: Connection, slug: str, now: datetime) -> Facts:
    """A plan with its items; `next` is what comes first at or after `now`. Raises NotFound."""
    plan = get_plan(connection, slug)
    items = plan_items(connection, slug)
    ahead = next_dates(connection, [item.id for item in items], now)
    rows = []
    for item, understood in zip(items, read_items(connection, plan, items), strict=True):
        coming = ahead.get(item.id)
        rows.append(
            {
                "number": item.number,
                "title": item.title,
                "outlet": item.outlet,
                "phrase": item.phrase,
                "reading": understood,
                "next": {"kind": coming.kind, "start": moment(coming.start)} if coming else None,
                "target": item.target,
                "budget": item.budget,
            }
        )
    return facts(plan) | {"items": rows}


def facts(plan: Plan) -> Facts:
    """The facts of the plan itself."""
    return {
        "slug": plan.slug,
        "title": plan.title,
        "office": plan.office,
        "year": plan.year,
        "timezone": plan.timezone,
        "weeks": str(plan.weeks),
        "public": plan.public,
        "signed": moment(plan.signed),
    }


def show_plans(plans: Sequence[Facts], console: Console) -> None:
    """All plans as a table."""
    if not plans:
        console.print("There is no plan yet. Load one with: airslot plan load FILE")
        return
    table = Table("Plan", "Year", "Office", "Title", box=None, padding=(0, 2, 0, 0), header_style="dim")
    for plan in plans:
        table.add_row(*(Text(str(plan[name])) for name in ("slug", "year", "office", "title")))
    console.print(table)


def show_plan(plan: Facts, console: Console, lang: Lang) -> None:
    """A plan and its items, a line each."""
    console.print(Text(plan["title"], "bold"))
    console.print(
        Text(f"{plan['office']}, {plan['year']}, {plan['timezone']}, weeks: {plan['weeks']}\n", "dim")
    )
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Item", "Next", "Reading", "Target"):
        table.add_column(name, no_wrap=name in ("Item", "Next"))
    table.add_column("Budget (đồng)", justify="right", no_wrap=True)
    for item in plan["items"]:
        coming = parsed(item["next"]["start"]) if item["next"] else None
        reading = item["reading"][lang] if item["reading"] else item["phrase"] or ""
        table.add_row(
            Text(item["number"], "bold"),
            Text(" ".join(when(coming, None, lang)).rstrip() if coming is not None else "-"),
            Text(reading).append(f"\n{item['outlet'] or ''}: {item['title']}", "dim"),
            Text(item["target"] or ""),
            Text(f"{item['budget']:,}".replace(",", ".") if item["budget"] is not None else "-"),
        )
    console.print(table)
