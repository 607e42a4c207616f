"""A period behind words of their own, and what is not there on some days: the rule's, or theirs alone?"""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, at, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

IN_AUGUST = at(weekly(MON, first=date(2024, 8, 1), last=date(2024, 8, 31)), "20:00")
NOT_IN_AUGUST = at([day for day in weekly(MON) if day.month != 8], "20:00")

CASES: list[Case] = [
    asked("Mondays 8pm, free parking in August"),
    asked("Mondays 8pm, new members welcome from September"),
    asked("Mondays 8pm with a guest speaker in August"),
    asked("Mondays 8pm (guests welcome in August)"),
    clear("Mondays 8pm, in the hall, in August", IN_AUGUST),
    clear("Mondays 8pm, only in August", IN_AUGUST),
    clear("Mondays 8pm, running in August", IN_AUGUST),
    asked("Thursday to Saturday 7pm, no matinee on Saturday"),
    asked("Mondays to Fridays 8pm (no food Wednesdays)"),
    clear("Mondays 8pm, no class in August", NOT_IN_AUGUST),
    clear("Chess Mondays 8pm, no chess in August", NOT_IN_AUGUST),
    refused("Mondays at 8pm except two in August", "two"),
    refused("Mondays at 8pm except two weeks in August", "two"),
]
