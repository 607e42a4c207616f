"""Periods and bases in words, as the title of a report says them."""

from __future__ import annotations

from scheduler.fulfilment.periods import Basis, ReportPeriod
from scheduler.locale import Language, mark, say
from scheduler.locale.dates import day_text

QUARTERS = {"Q1": "I", "Q2": "II", "Q3": "III", "Q4": "IV"}
BASES = {Basis.CALENDAR: mark("by the calendar"), Basis.REPORTING: mark("up to the cut-off of figures")}


def period_text(name: str, language: Language) -> str:
    """The name of a period: "Quý I năm 2024"; two days say themselves in `days_text`."""
    year, _, part = name.partition("-")
    if ".." in name:
        return say(language, "Chosen days")
    if part in QUARTERS:
        return say(language, "Quarter %(number)s of %(year)s", number=QUARTERS[part], year=year)
    if part == "H1":
        return say(language, "First six months of %(year)s", year=year)
    if part == "9M":
        return say(language, "First nine months of %(year)s", year=year)
    return say(language, "The year %(year)s", year=year)


def days_text(period: ReportPeriod, language: Language) -> str:
    """Its first and its last day."""
    first, last = (day_text(day, language, weekday=False) for day in (period.first, period.last))
    return f"{first} – {last}"


def basis_text(basis: Basis, language: Language) -> str:
    """How it counts."""
    return say(language, BASES[basis])
