"""The tables of a plan: its items, its dates, its pieces, its progress in a period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from scheduler.fulfilment.progress import Progress, notes
from scheduler.fulfilment.values import Row
from scheduler.fulfilment.wording import basis_text, days_text, period_text
from scheduler.locale import Language, say
from scheduler.locale.dates import day_text
from scheduler.planning.plan_file.reading import Reading
from scheduler.reasons import say_reason
from scheduler.reporting.sheet import Cell, Column, Sheet, day_of, time_of
from scheduler.reporting.words import KINDS, PROOF_KINDS, STATES
from scheduler.store.occurrences.next_dates import NextDate
from scheduler.store.occurrences.overdue import OVERDUE
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.pieces import Evidence, Piece
from scheduler.store.plans.read_model import Item, Plan


def plan_sheet(
    progress: Progress,
    items: Sequence[Item],
    readings: Sequence[Reading | None],
    ahead: Mapping[int, NextDate],
    language: Language,
) -> Sheet:
    """The items in the order of the document, with what was understood, what comes next and what is done."""
    plan = progress.plan
    groups = {group.number: group for group in plan.groups}
    done: dict[str, list[str]] = {}
    for item, row in progress.rows:
        done.setdefault(item.number, []).append(done_text(row))
    rows: list[tuple[Cell, ...]] = []
    for item, understood in zip(items, readings, strict=True):
        group, coming = groups.get(item.group_number or ""), ahead.get(item.id)
        start = coming.start if coming else None
        rows.append(
            (
                f"{group.number} {group.title}" if group else None,
                item.number,
                item.title,
                item.product,
                item.outlet,
                item.phrase,
                understood[language] if understood else None,
                item.target,
                item.budget,
                day_of(start),
                time_of(start),
                "; ".join(done.get(item.number, ())) or None,
                item.responsible,
                item.cooperating,
                item.note,
            )
        )
    heads = (
        ("Group", "text", 20), ("Item", "text", 6), ("Title", "text", 36), ("Product", "text", 16),
        ("Outlet", "text", 24), ("When, as written", "text", 40), ("Read as", "text", 40),
        ("Target", "text", 20), ("Budget", "money", 14), ("Next", "day", 11), ("Time", "time", 7),
        ("Progress", "text", 16), ("Responsible", "text", 16), ("Cooperating", "text", 16),
        ("Note", "text", 20),
    )  # fmt: skip
    return Sheet(
        say(language, "Plan"), title_of(plan, progress.today, language), _columns(heads, language), rows
    )


def date_sheet(plan: Plan, dates: Iterable[Occurrence], now: datetime, language: Language) -> Sheet:
    """Every date by its start. Of a window the days are its first and its last, of an airing its own."""
    rows: list[tuple[Cell, ...]] = []
    for one in dates:
        state = OVERDUE if one.is_overdue(now) else one.state
        moved = one.start != one.original_start
        rows.append(
            (
                one.item,
                one.title,
                one.outlet,
                one.channel,
                say(language, KINDS[one.kind]),
                say(language, STATES[state]),
                day_of(one.start),
                time_of(one.start),
                day_of(one.end or one.start),
                time_of(one.end),
                one.minutes,
                day_of(one.original_start) if moved else None,
                time_of(one.original_start) if moved else None,
                say_reason(one.reason, language),
                one.note,
                one.id,
            )
        )
    heads = (
        ("Item", "text", 6), ("Title", "text", 40), ("Outlet", "text", 28), ("Channel", "text", 8),
        ("Kind", "text", 12), ("State", "text", 14), ("First day", "day", 11), ("Time", "time", 7),
        ("Last day", "day", 11), ("Until", "time", 7), ("Minutes", "number", 8), ("Moved from", "day", 11),
        ("Moved from (time)", "time", 7), ("Reason", "text", 20), ("Note", "text", 24), ("Id", "text", 36),
    )  # fmt: skip
    today = now.astimezone(ZoneInfo(plan.timezone)).date()
    return Sheet(say(language, "Dates"), title_of(plan, today, language), _columns(heads, language), rows)


def piece_sheet(
    plan: Plan, pieces: Iterable[Piece], titles: Mapping[str, str], now: datetime, language: Language
) -> Sheet:
    """Every piece that was not withdrawn, as it was entered, with its proofs in one cell."""
    zone = ZoneInfo(plan.timezone)
    rows: list[tuple[Cell, ...]] = []
    for piece in pieces:
        entered = piece.created_at.astimezone(zone)
        rows.append(
            (
                piece.id,
                piece.item,
                titles.get(piece.item),
                piece.count,
                piece.unit,
                piece.day,
                piece.time,
                piece.channel,
                piece.title,
                "\n".join(_proof(each, language) for each in piece.proofs) or None,
                piece.occurrence_id,
                piece.makes_good,
                piece.who,
                entered.date(),
                entered.time(),
            )
        )
    heads = (
        ("Id", "number", 6), ("Item", "text", 6), ("Title", "text", 36), ("Count", "number", 8),
        ("Unit", "text", 12), ("Day", "day", 11), ("Time", "time", 7), ("Channel", "text", 8),
        ("Title of the piece", "text", 30), ("Proofs", "text", 50), ("Occurrence", "text", 36),
        ("Makes good", "text", 36), ("Given by", "text", 18), ("Entered on", "day", 11),
        ("Entered at", "time", 9),
    )  # fmt: skip
    today = now.astimezone(zone).date()
    return Sheet(say(language, "Pieces"), title_of(plan, today, language), _columns(heads, language), rows)


def progress_sheet(progress: Progress, language: Language) -> Sheet:
    """A row an item and unit, in the order of the document; docs/fulfilment.md says what is counted."""
    rows: list[tuple[Cell, ...]] = []
    for item, row in progress.rows:
        n, said = row.count, [words.to(language) for words in notes(progress, row)]
        rows.append(
            (
                row.item, item.title, item.outlet, row.unit, n.planned, row.due, n.open, n.delivered, n.kept,
                n.missed, n.made_good, n.cancelled, n.moved, n.unconfirmed, n.coming, n.ahead, n.early,
                n.late, n.extra, n.expected, row.pace, Decimal(row.percent) if row.percent else None,
                row.value_due, row.value_delivered, "\n".join(said) or None,
            )
        )  # fmt: skip
    heads = (
        ("Item", "text", 6), ("Title", "text", 36), ("Outlet", "text", 24), ("Unit", "text", 12),
        ("Planned", "number", 9), ("Due by now", "number", 9), ("Open", "number", 9),
        ("Delivered", "number", 9), ("Kept", "number", 9), ("Missed", "number", 9),
        ("Made good", "number", 9), ("Cancelled", "number", 9), ("Moved beyond the period", "number", 9),
        ("Unconfirmed", "number", 9), ("Not due yet", "number", 9), ("Ahead", "number", 9),
        ("Early", "number", 9), ("Late", "number", 9), ("Extra", "number", 9), ("Expected", "number", 9),
        ("Pace", "number", 9), ("%", "percent", 8), ("Value due", "money", 14),
        ("Value delivered", "money", 14), ("Note", "text", 40),
    )  # fmt: skip
    period = progress.period
    when = (
        f"{period_text(period.name, language)}, {basis_text(period.basis, language)}"
        f" ({days_text(period, language)})"
    )
    narrowed = [word for word in (progress.outlet, progress.channel) if word]
    title = title_of(progress.plan, progress.today, language, when, *narrowed)
    return Sheet(say(language, "Progress"), title, _columns(heads, language), rows)


def done_text(row: Row) -> str:
    """How far a row is: "3/37 ảnh"."""
    unit = f" {row.unit}" if row.unit and not row.dated else ""
    return f"{row.count.delivered}/{row.count.planned}{unit}"


def title_of(plan: Plan, today: date, language: Language, *more: str) -> str:
    """The plan with its number and office, and the day on which the table was made."""
    number = say(language, "No. %(number)s", number=plan.number) if plan.number else None
    made = say(language, "Printed on %(day)s", day=day_text(today, language, weekday=False))
    return " · ".join(word for word in (plan.title, number, plan.office, *more, made) if word)


def _columns(heads: Iterable[tuple[str, str, int]], language: Language) -> tuple[Column, ...]:
    return tuple(Column(say(language, head), kind, width) for head, kind, width in heads)  # type: ignore[arg-type]


def _proof(one: Evidence, language: Language) -> str:
    """One proof in a line."""
    issue = [say(language, "issue %(number)s", number=one.issue)] if one.issue else []
    page = [say(language, "page %(number)s", number=one.page)] if one.page else []
    day = [day_text(one.day, language, weekday=False)] if one.day else []
    facts = [one.link, *issue, *page, one.log, one.note, *day]
    return "; ".join([say(language, PROOF_KINDS[one.kind]), *(fact for fact in facts if fact)])
