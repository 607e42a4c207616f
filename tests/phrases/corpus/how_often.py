"""Words for how often that are joined to a period: semi-monthly, twice-weekly, tri-weekly, three-weekly."""

from __future__ import annotations

from datetime import date, timedelta

from tests.phrases.almanac import TUE, at, between, monthly, weekly, whole_months
from tests.phrases.corpus.case import Case, asked, clear, refused

HALVES = between(1, 6) | between(7, 12)


def spaced_weeks(count: int, first: date) -> set[tuple[date, date]]:
    """Every so many weeks of the year from a Monday on."""
    found = set()
    day = first
    while day.year == first.year:
        found.add((day, day + timedelta(6)))
        day += timedelta(7 * count)
    return found


IN_EACH: list[Case] = [
    clear("The digest is published semi-annually", periods=HALVES),
    clear("Semi annual report to the trustees", periods=HALVES),
    clear("Audit return, semiannually", periods=HALVES),
    clear("Six-monthly report", periods=HALVES),
    clear("Semi-annually, in April and October", periods=whole_months(4, 10)),
    clear("The circular appears semi-monthly", quotas=((2, None, "month"),)),
    clear("Semimonthly circular on the 1st and the 16th", monthly(1) + monthly(16)),
    clear("Semi-weekly digest", quotas=((2, None, "week"),)),
    clear("Twice-weekly digest", quotas=((2, None, "week"),)),
    clear("Twice-monthly column", quotas=((2, None, "month"),)),
    clear("Thrice-yearly review", quotas=((3, None, "year"),)),
]
EITHER_WAY: list[Case] = [
    asked("Tri-weekly digest", spaced_weeks(3, date(2024, 1, 1)), spaced_weeks(3, date(2024, 1, 15))),
    asked("The panel meets bi monthly", whole_months(1, 3, 5, 7, 9, 11), whole_months(2, 4, 6, 8, 10, 12)),
    asked("Three-weekly collection", spaced_weeks(3, date(2024, 1, 15))),
    refused("Bi-yearly review", "Bi-yearly"),
    refused("A biyearly audit", "biyearly"),
    refused("Multi-weekly digest", "Multi"),
]
FROM_A_DATE: list[Case] = [
    asked(
        "Four-weekly collection on Tuesdays from 2 January",
        [date(2024, 1, 2) + timedelta(28 * k) for k in range(14)],
    ),
    clear(
        "Six weekly talks from Tuesday 2 April at 10am", at(weekly(TUE, first=date(2024, 4, 2))[:6], "10:00")
    ),
]
# What is left over of "until the end of the month" is no rule of its own.
UNREAD: list[Case] = [
    refused("every 2 weeks until the end of the month", "until"),
    refused("every 3 days until 5 May", "every 3 days"),
    refused("every 4 days until the end of the quarter", "until"),
    refused("every 3 weeks at the end of the month"),
    clear("Tuesdays until the end of June", weekly(TUE, last=date(2024, 6, 30))),
]

CASES = IN_EACH + EITHER_WAY + FROM_A_DATE + UNREAD
