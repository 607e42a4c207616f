"""The rules by which obligations and pieces are counted in a period; `docs/fulfilment.md` tells them.

`today` is the plan's day: an obligation whose day is before it is over. Whatever is counted lies in the
period or, where its name says so, before or after it:

    planned      due in it as the plan says, however a person moved it
    kept         of these: delivered by its end           ahead   of the kept: delivered before it began
    missed, cancelled   of these: as a person said
    moved        of these: its new day, or the day on which it really appeared, is after the end
    unconfirmed  of these: its day is over and nobody spoke
    coming       of these: its day is not over
    delivered    pieces that appeared in it, whatever they were planned for
    early, late  of the delivered: for what is due after it, for what was due before it
    extra        of the delivered: beyond any obligation or target, and make-goods
    open         windows begun by its end, due later, not delivered
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

from scheduler.fulfilment import figures, pace
from scheduler.fulfilment.periods import Basis, ReportPeriod
from scheduler.fulfilment.values import Count, ItemFacts, Obligation, Piece, Row, Target

_DAY = timedelta(days=1)


def item_rows(facts: ItemFacts, period: ReportPeriod, today: date, signed: date | None = None) -> list[Row]:
    """One item's rows: its obligations or each of its targets, then units that it never promised.

    Where an item has one unit alone, every piece is of it, whatever the unit was called when it was given.
    """
    pieces = figures.paid(facts)
    if not facts.targets:
        owed = figures.owed(facts)
        return [_dated_row(facts, owed, pieces, period, today, signed)] if owed or pieces else []
    if len(facts.targets) == 1:
        return [_quota_row(facts, facts.targets[0], pieces, period, today)]
    by_unit: dict[str | None, list[Piece]] = {target.unit: [] for target in facts.targets}
    for piece in pieces:
        by_unit.setdefault(piece.unit, []).append(piece)
    found = [_quota_row(facts, target, by_unit.pop(target.unit), period, today) for target in facts.targets]
    return found + [_surplus_row(facts, unit, some, period) for unit, some in by_unit.items()]


def percent(delivered: int, planned: int) -> str | None:
    """One decimal, half up; None where nothing is planned."""
    if planned == 0:
        return None
    tenths = half_up(Fraction(1000 * delivered, planned))
    return f"{tenths // 10}.{tenths % 10}"


def half_up(value: Fraction) -> int:
    """The nearest whole number of what is not negative; a half goes up."""
    return math.floor(value + Fraction(1, 2))


# --- obligations ----------------------------------------------------------------------------


def _dated_row(
    facts: ItemFacts,
    owed: Sequence[Obligation],
    pieces: Sequence[Piece],
    period: ReportPeriod,
    today: date,
    signed: date | None,
) -> Row:
    appeared = figures.first_days(owed, pieces)
    due = [one for one in owed if period.has(one.due)]
    states = [figures.state_of(one, appeared.get(one.id), period, today) for one in due]
    delivered = sum(piece.count for piece in pieces if period.has(piece.day))
    on_time = [one for one in owed if one.id in appeared and period.has(appeared[one.id])]
    count = Count(
        planned=len(due),
        open=sum(figures.is_open(one, appeared.get(one.id), period) for one in owed),
        delivered=delivered,
        kept=states.count("kept"),
        missed=states.count("missed"),
        cancelled=states.count("cancelled"),
        moved=states.count("moved"),
        unconfirmed=states.count("unconfirmed"),
        coming=states.count("coming"),
        ahead=sum(one.id in appeared and appeared[one.id] < period.first for one in due),
        early=sum(one.due > period.last for one in on_time),
        late=sum(one.due < period.first for one in on_time),
        extra=delivered - len(on_time),
        made_good=_made_good(due, pieces, period),
        expected=_expected(owed, pieces, period, today),
        before_signature=0 if signed is None else sum(one.due < signed for one in due),
        after_cut_off=_after_cut_off(owed, period),
    )
    return _with_value(
        Row(facts.item, facts.unit, True, count, percent=percent(delivered, len(due))), facts, due
    )


def _made_good(due: Sequence[Obligation], pieces: Sequence[Piece], period: ReportPeriod) -> int:
    good = {piece.makes_good for piece in pieces if piece.day <= period.last}
    return sum(one.state == "missed" and one.id in good for one in due)


def _expected(owed: Sequence[Obligation], pieces: Sequence[Piece], period: ReportPeriod, today: date) -> int:
    """What will have appeared by the period's end in the calendar, if all that is still planned is kept."""
    whole = replace(period, last=period.calendar_last)
    there = sum(piece.count for piece in pieces if whole.has(piece.day))
    return there + sum(one.state == "planned" and one.held >= today and whole.has(one.held) for one in owed)


def _after_cut_off(owed: Sequence[Obligation], period: ReportPeriod) -> int:
    """What is due in the year, but behind the day on which its report closes: it is next year's first."""
    if not period.year or period.basis is not Basis.REPORTING:
        return 0
    return sum(period.last < one.due <= period.calendar_last for one in owed)


def _with_value(row: Row, facts: ItemFacts, due: Sequence[Obligation]) -> Row:
    """The row with its share of the item's budget, by the number of pieces that the plan itself asks for."""
    asked = [one for one in figures.owed(facts) if not one.added]
    if facts.budget is None or not asked:
        return row
    price = Fraction(facts.budget, len(asked))
    return replace(
        row,
        value_due=half_up(price * sum(not one.added for one in due)),
        value_delivered=half_up(price * row.count.delivered),
    )


# --- quotas ---------------------------------------------------------------------------------


def _quota_row(
    facts: ItemFacts, target: Target, pieces: Sequence[Piece], period: ReportPeriod, today: date
) -> Row:
    def due(begin: date, end: date) -> Fraction:
        return pace.pace(target.count, facts.first, facts.last, begin, end)

    delivered = _sum(pieces, period.first, period.last)
    before = _sum(pieces, date.min, period.first - _DAY)
    extra = min(delivered, max(0, before + delivered - target.count))
    planned = math.floor(due(period.first, period.last))
    by_now = due(period.first, min(period.last, today))
    still = math.floor(due(max(period.first, today), period.calendar_last))
    count = Count(
        planned=planned,
        delivered=delivered,
        kept=delivered - extra,
        extra=extra,
        expected=_sum(pieces, period.first, period.calendar_last) + still,
    )
    return Row(
        facts.item,
        target.unit,
        False,
        count,
        pace=math.floor(by_now),
        band=pace.band(delivered, by_now),
        behind=delivered < math.floor(by_now),
        percent=percent(delivered, planned),
    )


def _surplus_row(facts: ItemFacts, unit: str | None, pieces: Sequence[Piece], period: ReportPeriod) -> Row:
    """Pieces of a unit that the item never promised."""
    delivered = _sum(pieces, period.first, period.last)
    expected = _sum(pieces, period.first, period.calendar_last)
    return Row(facts.item, unit, False, Count(delivered=delivered, extra=delivered, expected=expected))


def _sum(pieces: Iterable[Piece], first: date, last: date) -> int:
    return sum(piece.count for piece in pieces if first <= piece.day <= last)
