"""Weekdays that take turns are not both of a week; which weeks count may be said by the next date."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, THU, TUE, at, weekly
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import nth

FROM_JANUARY = weekly(THU, first=date(2024, 1, 4))
ODD, EVEN = FROM_JANUARY[::2], FROM_JANUARY[1::2]

CASES: list[Case] = [
    refused("Alternating Mondays and Tuesdays at 8pm from 8 January", "Alternating Mondays and Tuesdays"),
    refused("Alternate Mondays/Wednesdays 8pm", "Alternate"),
    clear(
        "Every other Monday and Tuesday from 8 January 8pm",
        at(weekly(MON, first=date(2024, 1, 8))[::2] + weekly(TUE, first=date(2024, 1, 8))[::2], "20:00"),
    ),
    clear("Fortnightly on Thursdays (next meeting 11 January)", EVEN),
    clear("Every other Thursday at 8pm (next meeting 18 January)", at(ODD, "20:00")),
    clear("Every other Thursday at 8pm, next on 11 January", at(EVEN, "20:00")),
    clear("Every other Thursday at 8pm. The next meeting is on Thursday 11 January", at(EVEN, "20:00")),
    clear("Every three weeks on Thursday, next meeting 18 January", FROM_JANUARY[2::3]),
    clear("Họp thứ Năm, 2 tuần một lần. Kỳ họp tiếp theo: 11/1", EVEN),
    refused("Every other Thursday at 8pm (next meeting 10 January)", "10 January"),
    refused("Every other Thursday at 8pm from 4 January (next meeting 11 January)", "11 January"),
    refused("Họp thứ Năm, 2 tuần một lần. Kỳ họp tiếp theo: 10/1", "10/1"),
    clear("Mondays at 8pm (next meeting 15 January)", at(weekly(MON), "20:00")),
    refused("Mondays at 8pm (next meeting 16 January)", "16 January"),
    clear("Fortnightly on the second and fourth Thursdays at 8pm", at(nth(THU, 2, 4), "20:00")),
    refused("Fortnightly on the second and third Thursdays at 8pm", "Fortnightly"),
    refused("Fortnightly on the second and fourth", "second"),
    refused("First and third Thursdays and the fifth at 8pm", "fifth"),
    refused("W/c 6 May and 20 May"),
]
