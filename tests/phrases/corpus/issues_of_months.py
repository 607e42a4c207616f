"""A month that names an issue is no month of the schedule, where the phrase has its own dates."""

from __future__ import annotations

from tests.phrases.almanac import MON, at, dates, only_in, weekly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear("Deadline for the March issue: 20 February", dates((2, 20))),
    clear("The deadline for the June 2024 issue is 10 May 2024.", dates((5, 10))),
    clear("Copy deadline for the December issue is November 15th.", dates((11, 15))),
    clear("Deadline for the July/August issue is 15 June", dates((6, 15))),
    clear("February 2024 edition\nDeadline Friday 12th January", dates((1, 12))),
    clear("Items for the May bulletin by the 10th of April", dates((4, 10))),
    # The year of the edition may be another than that of its deadline.
    refused("January 2025 edition\nDeadline 12th December", "January 2025"),
    # Nothing else says in which month it is.
    clear("March edition: every Monday 8pm", at(only_in(weekly(MON), 3), "20:00")),
]
