"""The pace of a quota: it has no due day before its year ends, so what is due so far is a fraction of it."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from scheduler.fulfilment.values import Band

_DAY = timedelta(days=1)
_GOOD, _FAIR = Fraction(95, 100), Fraction(75, 100)


def pace(target: int, first: date, last: date, begin: date, end: date) -> Fraction:
    """What is due of a target that runs from `first` to `last`, in the days from `begin` to `end`; exact."""
    gone = min(last, end) - max(first, begin) + _DAY
    return target * Fraction(max(gone.days, 0), (last - first + _DAY).days)


def band(delivered: int, due: Fraction) -> Band | None:
    """How near a quota is to its pace; None where nothing is due yet."""
    if due == 0:
        return None
    if delivered >= _GOOD * due:
        return "good"
    return "fair" if delivered >= _FAIR * due else "low"
