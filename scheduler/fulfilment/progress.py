"""The report of a plan in a period: what was planned, what appeared, and what must be said beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection

from scheduler.clock import Clock
from scheduler.errors import Invalid, Lang
from scheduler.fulfilment.breakdown import channels_of, on_channel
from scheduler.fulfilment.counting import item_rows
from scheduler.fulfilment.facts import plan_facts, quota_facts
from scheduler.fulfilment.periods import Basis, CutOffs, ReportPeriod, period_named
from scheduler.fulfilment.totals import Totals, totals
from scheduler.fulfilment.values import ItemFacts, Row
from scheduler.locale import Words, both
from scheduler.store.plans.cut_offs import office_cut_offs
from scheduler.store.plans.read_model import Item, Plan


@dataclass(frozen=True, slots=True)
class Progress:
    """A report as a value. `today` is the plan's day; each row stands beside its item.

    facts   of what was counted; outlet, channel   to which the report was narrowed
    """

    plan: Plan
    period: ReportPeriod
    today: date
    facts: tuple[tuple[Item, ItemFacts], ...]
    rows: tuple[tuple[Item, Row], ...]
    totals: Totals
    outlet: str | None = None
    channel: str | None = None

    @property
    def before_signature(self) -> int:
        """How many of what was due lie before the plan was signed."""
        return sum(row.count.before_signature for _, row in self.rows)

    @property
    def after_cut_off(self) -> int:
        """How many are due in the year, but after its figures are closed."""
        return sum(row.count.after_cut_off for _, row in self.rows)

    @property
    def late_first(self) -> list[tuple[Item, Row]]:
        """The rows, those that owe the most at the head; the rest in the order of the document."""
        return sorted(self.rows, key=lambda pair: -pair[1].lateness)


def plan_progress(
    connection: Connection,
    plan: Plan,
    period: str,
    basis: str,
    clock: Clock,
    *,
    outlet: str | None = None,
    channel: str | None = None,
) -> Progress:
    """Count the plan in a period such as "2024-Q1". Raises Invalid for another word.

    With an outlet its items alone, with a channel what is to appear and has appeared on it.
    """
    when = period_named(period, read_basis(basis), cut_offs_of(connection, plan.office_id))
    facts = _narrowed(plan_facts(connection, plan), outlet, channel)
    return _counted(plan, when, clock.today(plan.timezone), facts, outlet, channel)


def in_periods(
    connection: Connection, found: Progress, names: Sequence[str], items: Collection[str]
) -> list[Progress]:
    """Some items of the report in other periods of its basis, without reading the plan again."""
    facts = [(item, each) for item, each in found.facts if item.number in items]
    cut_offs = cut_offs_of(connection, found.plan.office_id)
    return [
        _counted(
            found.plan,
            period_named(name, found.period.basis, cut_offs),
            found.today,
            facts,
            found.outlet,
            found.channel,
        )
        for name in names
    ]


def outlet_totals(found: Progress) -> list[tuple[str | None, Totals]]:
    """The sums of each outlet's dated rows, in the order of the document; None: items without an outlet."""
    by_outlet: dict[str | None, list[Row]] = {}
    for item, row in found.rows:
        by_outlet.setdefault(item.outlet, []).append(row)
    return [(outlet, totals(rows)) for outlet, rows in by_outlet.items()]


def channel_totals(found: Progress) -> list[tuple[str, Totals]]:
    """The sums of what is dated on each channel; what names no channel is in none of them."""
    parts = []
    for channel in channels_of(facts for _, facts in found.facts):
        on_it = _narrowed(found.facts, None, channel)
        parts.append((channel, _counted(found.plan, found.period, found.today, on_it).totals))
    return parts


def _narrowed(
    every: Iterable[tuple[Item, ItemFacts]], outlet: str | None, channel: str | None
) -> list[tuple[Item, ItemFacts]]:
    found = [(item, facts) for item, facts in every if outlet in (None, item.outlet)]
    if channel is None:
        return found
    parts = ((item, on_channel(facts, channel)) for item, facts in found)
    return [(item, part) for item, part in parts if part is not None]


def _counted(
    plan: Plan,
    when: ReportPeriod,
    today: date,
    every: Sequence[tuple[Item, ItemFacts]],
    outlet: str | None = None,
    channel: str | None = None,
) -> Progress:
    rows = tuple((item, row) for item, facts in every for row in item_rows(facts, when, today, plan.signed))
    sums = totals([row for _, row in rows])
    return Progress(plan, when, today, tuple(every), rows, sums, outlet, channel)


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
        "outlets": [{"outlet": name, **asdict(sums)} for name, sums in outlet_totals(progress)],
        "channels": [_on_channel(name, sums) for name, sums in channel_totals(progress)],
    }


def _on_channel(name: str, sums: Totals) -> dict[str, Any]:
    """Without values: a plan divides no budget by channels."""
    counts = {key: value for key, value in asdict(sums).items() if not key.startswith("value")}
    return {"channel": name, **counts}


def _row(progress: Progress, item: Item, row: Row, lang: Lang) -> dict[str, Any]:
    return {
        "item": row.item,
        "unit": row.unit,
        "title": item.title,
        "outlet": item.outlet,
        "dated": row.dated,
        **asdict(row.count),
        "due": row.due,
        "net_missed": row.net_missed,
        "pace": row.pace,
        "band": row.band,
        "behind": row.behind,
        "percent": row.percent,
        "value_due": row.value_due,
        "value_delivered": row.value_delivered,
        "notes": [words.to(lang) for words in notes(progress, row)],
    }
