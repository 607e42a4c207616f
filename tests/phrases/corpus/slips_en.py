"""Slips of spelling in English: read as what is meant, with a correction, where no other word is meant."""

from __future__ import annotations

from tests.phrases.almanac import MON, THU, WED, at, dates, in_week, weekly
from tests.phrases.corpus.case import Case, clear

CASES: list[Case] = [
    clear("the forth Thursday of each month at 7pm", at(in_week(THU, 4), "19:00")),
    clear(
        "Every second and forth Thursday of the month, 7pm", at([*in_week(THU, 2), *in_week(THU, 4)], "19:00")
    ),
    clear("Wensdays at 8pm", at(weekly(WED), "20:00")),
    clear("Thursday 15 Febuary 2024 at 10am", at(dates((2, 15)), "10:00")),
    clear("Back and forth: Mondays 9am", at(weekly(MON), "09:00")),
]
