"""The sums of a report: over its dated rows alone, since articles and photos are never added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scheduler.fulfilment.values import Row


@dataclass(frozen=True, slots=True)
class Totals:
    """Of all dated rows; fields as in `values.Count` and `values.Row`."""

    planned: int
    delivered: int
    missed: int
    open: int
    unconfirmed: int
    value_due: int
    value_delivered: int


def totals(rows: Sequence[Row]) -> Totals:
    """The sums of the dated rows."""
    dated = [row for row in rows if row.dated]
    counts = [row.count for row in dated]
    return Totals(
        planned=sum(count.planned for count in counts),
        delivered=sum(count.delivered for count in counts),
        missed=sum(count.missed for count in counts),
        open=sum(count.open for count in counts),
        unconfirmed=sum(count.unconfirmed for count in counts),
        value_due=sum(row.value_due or 0 for row in dated),
        value_delivered=sum(row.value_delivered or 0 for row in dated),
    )
