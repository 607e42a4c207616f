"""The plural of a weekday before a list of dates is that of each of them: "Tuesdays, October 8 & 22"."""

from __future__ import annotations

from tests.phrases.almanac import MON, TUE, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

TUESDAYS = at(dates((10, 8), (10, 22)), "20:00")

CASES: list[Case] = [
    clear("The film airs Tuesdays, October 8 & 22 at 8 p.m.", TUESDAYS),
    clear("Tuesdays, 8 October and 22 October, 8pm", TUESDAYS),
    clear("Tuesdays 8 and 22 October at 8pm", TUESDAYS),
    clear("Tuesdays (8 and 22 October) 8pm", TUESDAYS),
    clear("8pm on Tuesdays, October 8 and 22", TUESDAYS),
    clear("Tuesdays: 8 and 22 October, 8pm", TUESDAYS),
    clear("Mondays, May 6, 13 and 20", dates((5, 6), (5, 13), (5, 20))),
    # Between two dates they are all such days.
    clear("Tuesdays 3-24 September 8pm", at([d for d in weekly(TUE) if d.month == 9], "20:00")),
    # Each date must be one.
    asked("The film airs Tuesdays, October 8 & 21 at 8 p.m.", at(dates((10, 8), (10, 21)), "20:00")),
    refused("Mondays at 8pm, 8 October and 22 October", "8 October"),
    refused("Tuesdays, 8 October, 7pm", "8 October"),
    refused("Tuesdays, October 8 & Thursdays, October 10 at 7pm"),
    refused("Tuesdays and Thursdays, October 8 & 10 at 8pm"),
    clear("Mondays 8pm", at(weekly(MON), "20:00")),
]
