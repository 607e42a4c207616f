"""What a rule is changed to: the new one is all that is said, or how often it was before stands beside it."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, THU, TUE, WED, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import fortnightly, nth

FROM_MAY = at(weekly(TUE, first=date(2024, 5, 7)), "21:00")
ALL_TUESDAYS = at(weekly(TUE), "21:00")

CASES: list[Case] = [
    clear("The show is moving to Tuesdays at 9pm from 7 May", FROM_MAY),
    clear("Our show moves to Tuesdays at 9pm from 7 May", FROM_MAY),
    clear("The book club will move to Tuesdays at 9pm", ALL_TUESDAYS),
    clear("The book club has moved to Tuesdays at 9pm", ALL_TUESDAYS),
    clear("The talk on bees has been moved to 7 May", dates((5, 7))),
    clear("The last talk is postponed to Tuesday 7 May", dates((5, 7))),
    asked("The talk is moved from Thursday 2 May to Tuesday 7 May", dates((5, 7))),
    asked("The show moved from Mondays at 8pm to Tuesdays at 9pm", ALL_TUESDAYS),
    clear("The talk was moved from Thursday 2 May to Tuesday 7 May", dates((5, 7))),
    asked("Moving from 2 May to 7 May"),
    refused("The time changes from 8pm to 9pm on Mondays", "changes"),
    # Whether it is decided a person says.
    asked("We agreed to move it to the fourth Wednesday of each month", nth(WED, 4)),
    asked("Changing the meeting day to the first Monday of the calendar month", nth(MON, 1)),
    asked("Calendar updated to every 2nd and 4th Wednesday at 9am", at(nth(WED, 2, 4), "09:00")),
    asked("We propose moving to Tuesdays at 9pm", ALL_TUESDAYS),
    asked("The show may move to Tuesdays at 9pm", ALL_TUESDAYS),
    refused("The show will not move to Tuesdays at 9pm", "will not"),
    refused("Mondays at 8pm, moves to Tuesdays from June", "moves to"),
    refused("The show is moving to Tuesdays at 9pm but stays on Mondays in May", "but"),
    refused("The show moved from 7 May to Tuesdays at 8pm", "moved"),
    refused("The bridge is open to Friday", "to"),
    clear("Meetings are fortnightly instead of weekly from 11 January", fortnightly((1, 11))),
    clear("Every last Thursday of the month, instead of every other month", nth(THU, -1)),
    clear("Now every Thursday instead of every other Thursday", weekly(THU)),
    clear(
        "However, numbers are low: from 11 January we meet fortnightly rather than weekly",
        fortnightly((1, 11)),
    ),
    refused("Monthly on the first Thursday instead of weekly in July", "instead of"),
    refused("Tuesdays at 9pm instead of Mondays in May", "instead of"),
    refused("Mondays at 8pm. However, Tuesdays in May", "However"),
    clear("Releases fall on 1 February and 1 August", dates((2, 1), (8, 1))),
    clear("The meeting falls on the first Monday of each month at 8pm", at(nth(MON, 1), "20:00")),
    refused("If it falls on a Monday it is at 8pm", "If"),
]
