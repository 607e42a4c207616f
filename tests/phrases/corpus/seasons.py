"""Seasons, odd and even months, months of the quarter: parts of the year, and the words that name none."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    EVEN_MONTHS,
    FRI,
    LAST_OF_QUARTERS,
    MON,
    ODD_MONTHS,
    SUN,
    THU,
    TUE,
    WED,
    at,
    but,
    in_week,
    monthly,
    only_in,
    weekly,
)
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear(
        "Summer hours (June to August): Mon-Thu 07:30–16:00; "
        "winter hours (September to May): Mon-Thu 08:30-17:00",
        at(only_in(weekly(MON, TUE, WED, THU), 6, 7, 8), "07:30")
        | at(only_in(weekly(MON, TUE, WED, THU), *but(6, 7, 8)), "08:30"),
    ),
    clear("Spring concerts on Sundays in April and May at 3pm", at(only_in(weekly(SUN), 4, 5), "15:00")),
    clear(
        "Chess club on Tuesdays at 4pm in term time (9 January to 26 March)",
        at(weekly(TUE, first=date(2024, 1, 9), last=date(2024, 3, 26)), "16:00"),
    ),
    clear(
        "Story time every Friday at 10am, not in the school holidays (22 July - 30 August)",
        at([d for d in weekly(FRI) if not date(2024, 7, 22) <= d <= date(2024, 8, 30)], "10:00"),
    ),
    refused(
        "Summer hours (June, July, August): Mon-Thu 07:30–16:00; winter hours: Mon-Thu 08:30-17:00", "winter"
    ),
    refused("Summer concerts every Sunday at 3pm, last concert in September", "Summer"),
    refused("Summer opening daily in July 10am; Sundays 2pm", "Summer"),
    clear("Bimonthly: 5 January, 5 March, 5 May", monthly(5, (1, 3, 5))),
    clear("Every two months: 10 February, 10 April and 10 June", monthly(10, (2, 4, 6))),
    refused("Bimonthly: 1 February, 1 May"),
    clear("The 10th of even months", monthly(10, EVEN_MONTHS)),
    clear("Every odd month on the 7th", monthly(7, ODD_MONTHS)),
    clear("First Monday of odd-numbered months, 7pm", at(in_week(MON, 1, ODD_MONTHS), "19:00")),
    clear(
        "The 3rd of every even month (February, April, June, August, October, December)",
        monthly(3, EVEN_MONTHS),
    ),
    refused("On the 5th of every odd month (January, March, June)", "odd month"),
    clear(
        "Second Friday of the last month in each quarter, 3pm", at(in_week(FRI, 2, LAST_OF_QUARTERS), "15:00")
    ),
    clear("First Thursday of the first month in every quarter", in_week(THU, 1, (1, 4, 7, 10))),
]
