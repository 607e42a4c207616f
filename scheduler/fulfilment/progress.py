"""The report of a plan in a period: what was planned, what appeared, and what must be said beside it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from scheduler.clock import Clock
from scheduler.errors import Invalid, Lang
from scheduler.fulfilment.counting import item_rows
from scheduler.fulfilment.facts import plan_facts, quota_facts
from scheduler.fulfilment.periods import Basis, CutOffs, ReportPeriod, period_named
from scheduler.fulfilment.totals import Totals, totals
from scheduler.fulfilment.values import Row
from scheduler.locale import Words, both
from scheduler.store.plans.cut_offs import office_cut_offs
from scheduler.store.plans.read_model import Item, Plan


@dataclass(frozen=True, slots=True)
class Progress:
    """A report as a value. `today` is the plan's day; each row stands beside its item."""

    plan: Plan
    period: ReportPeriod
    today: date
    rows: tuple[tuple[Item, Row], ...]
    totals: Totals

    @property
    def before_signature(self) -> int:
        """How many of what was due lie before the plan was signed."""
        return sum(row.count.before_signature for _, row in self.rows)

    @property
    def after_cut_off(self) -> int:
        """How many are due in the year, but after its figures are closed."""
        return sum(row.count.after_cut_off for _, row in self.rows)


def plan_progress(connection: Connection, plan: Plan, period: str, basis: str, clock: Clock) -> Progress:
    """Count the plan in a period such as "2024-Q1". Raises Invalid for another word."""
    when = period_named(period, read_basis(basis), cut_offs_of(connection, plan.office_id))
    today = clock.today(plan.timezone)
    rows = tuple(
        (item, row)
        for item, facts in plan_facts(connection, plan)
        for row in item_rows(facts, when, today, plan.signed)
    )
    return Progress(plan, when, today, rows, totals([row for _, row in rows]))


def quota_progress(connection: Connection, plan: Plan, clock: Clock) -> list[tuple[Item, Row]]:
    """What was delivered of each unit that a plan owes without dates, in its year, beside its pace today."""
    facts, today = quota_facts(connection, plan), clock.today(plan.timezone)
    if not facts:
        return []
    when = period_named(str(plan.year), Basis.CALENDAR, CutOffs())
    return [
        (item, row)
        for item, own in facts
        for row in item_rows(own, when, today, plan.signed)
        if row.pace is not None
    ]


def read_basis(text: str) -> Basis:
    """The basis of that name; raises Invalid."""
    try:
        return Basis(text)
    except ValueError:
        raise Invalid(
            "basis-unknown",
            f"{text[:40]!r} is no basis. Write calendar or reporting.",
            f"{text[:40]!r} không phải là kỳ số liệu. Hãy ghi calendar hoặc reporting.",
            where="basis",
        ) from None


def cut_offs_of(connection: Connection, office_id: int) -> CutOffs:
    """The days on which an office closes its figures."""
    said = office_cut_offs(connection, office_id)
    return CutOffs() if said is None else CutOffs.read(said)


def notes(progress: Progress, row: Row) -> list[Words]:  # noqa: ARG001 - what is of the whole is told by it
    """What a reader of the row must know beside its numbers."""
    found, count = [], row.count
    if row.complete_though_missed:
        found.append(
            both(
                "%(percent)s %% although %(missed)s missed: what appeared beside the plan is counted as"
                " delivered, and a miss stays a miss.",
                percent=row.percent,
                missed=count.missed,
            )
        )
    if row.behind:
        found.append(
            both("Behind its pace: %(delivered)s of %(pace)s.", delivered=count.delivered, pace=row.pace)
        )
    if count.before_signature:
        found.append(both("%(num)s due before the plan was signed.", num=count.before_signature))
    if count.after_cut_off:
        found.append(
            both("%(num)s due after the cut-off: in next year's first report.", num=count.after_cut_off)
        )
    return found


def progress_object(progress: Progress, lang: Lang = "en") -> dict[str, Any]:
    """The report as plain data for JSON; notes in `lang`."""
    period = progress.period
    return {
        "plan": progress.plan.slug,
        "period": period.name,
        "basis": str(period.basis),
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "expected_until": period.calendar_last.isoformat(),
        "today": progress.today.isoformat(),
        "before_signature": progress.before_signature,
        "after_cut_off": progress.after_cut_off,
        "rows": [_row(progress, item, row, lang) for item, row in progress.rows],
        "totals": asdict(progress.totals),
    }


def _row(progress: Progress, item: Item, row: Row, lang: Lang) -> dict[str, Any]:
    return {
        "item": row.item,
        "unit": row.unit,
        "title": item.title,
        "outlet": item.outlet,
        "dated": row.dated,
        **asdict(row.count),
        "net_missed": row.net_missed,
        "pace": row.pace,
        "band": row.band,
        "behind": row.behind,
        "percent": row.percent,
        "value_due": row.value_due,
        "value_delivered": row.value_delivered,
        "notes": [words.to(lang) for words in notes(progress, row)],
    }
