"""What is asked of a plan, as a file: the one way in which pages, REST and the command line export."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias, get_args

from sqlalchemy import Connection

from scheduler.clock import Clock
from scheduler.fulfilment.progress import plan_progress
from scheduler.locale import Language
from scheduler.planning.plan_file.reading import read_items
from scheduler.reporting.csv_file import csv_file
from scheduler.reporting.sheet import Format, Sheet
from scheduler.reporting.tables import date_sheet, piece_sheet, plan_sheet, progress_sheet
from scheduler.store.occurrences.next_dates import next_dates
from scheduler.store.occurrences.overdue import todays
from scheduler.store.occurrences.read_model import OccurrenceFilter, all_occurrences
from scheduler.store.pieces import PieceFilter, find_pieces
from scheduler.store.plans.read_model import Plan, plan_items

What: TypeAlias = Literal["plan", "dates", "pieces", "progress"]
WHATS: tuple[What, ...] = get_args(What)
FORMATS: tuple[Format, ...] = get_args(Format)


@dataclass(frozen=True, slots=True)
class Export:
    """What is asked for. The fields that a table knows nothing of say nothing to it.

    period, basis   of the progress; without a period the plan's year
    first, last     of dates and pieces, both inclusive
    """

    what: What
    period: str | None = None
    basis: str = "calendar"
    item: str | None = None
    outlet: str | None = None
    channel: str | None = None
    kind: str | None = None
    state: str | None = None
    first: date | None = None
    last: date | None = None


def export_sheet(
    connection: Connection, plan: Plan, asked: Export, clock: Clock, language: Language
) -> Sheet:
    """The table; raises Invalid for what cannot be asked."""
    now = clock.now()
    if asked.what == "dates":
        wanted = OccurrenceFilter(
            first=asked.first,
            last=asked.last,
            plan=plan.slug,
            item=asked.item,
            outlet=asked.outlet,
            channel=asked.channel,
            kind=asked.kind,
            state=asked.state,
            todays=todays(connection, asked.state, now),
        )
        return date_sheet(plan, all_occurrences(connection, wanted), now, language)
    if asked.what == "pieces":
        found = find_pieces(connection, PieceFilter(plan.slug, asked.item, None, asked.first, asked.last))
        items = plan_items(connection, plan.slug, withdrawn=True)
        return piece_sheet(plan, found, {item.number: item.title for item in items}, now, language)
    progress = plan_progress(
        connection,
        plan,
        asked.period or str(plan.year),
        asked.basis,
        clock,
        outlet=asked.outlet,
        channel=asked.channel,
    )
    if asked.what == "progress":
        return progress_sheet(progress, language)
    items = plan_items(connection, plan.slug)
    ahead = next_dates(connection, [item.id for item in items], now)
    return plan_sheet(progress, items, read_items(connection, plan, items), ahead, language)


def written(sheet: Sheet, form: Format, made: datetime) -> bytes:
    """The table as a file; `made` is machine time."""
    if form == "csv":
        return csv_file(sheet)
    from scheduler.reporting.xlsx_file import xlsx_file  # loads much that csv does not need

    return xlsx_file(sheet, made)


def name_of(plan: Plan, what: str, form: str, today: date) -> str:
    """What the file is called where it is kept."""
    return f"{plan.slug}-{what}-{today.isoformat()}.{form}"
