""" "About 9 pm": the time as it is written, with a remark; before a date or a count it is not read."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, TUE, WED, at, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    clear("Mondays about 9 pm", at(weekly(MON), "21:00")),
    clear("Mondays at around 9pm", at(weekly(MON), "21:00")),
    clear("Mondays at approximately 6.45 pm", at(weekly(MON), "18:45")),
    clear("Usually at about 9am on Mondays", at(weekly(MON), "09:00")),
    clear("About 8pm on Fridays", at(weekly(FRI), "20:00")),
    clear("Around 17:45 on Wednesday week 3", at(in_week(WED, 3), "17:45")),
    clear("Around noon on Mondays", at(weekly(MON), "12:00")),
    clear("Every Friday at about half past nine in the evening", at(weekly(FRI), "21:30")),
    clear("Every Wednesday at approx. 17:00", at(weekly(WED), "17:00")),
    clear(
        "They are open every Saturday from about 9am to noon", at(weekly(SAT), "09:00"), minutes=(180, None)
    ),
    clear("Mondays 8pm to about 9.30pm", at(weekly(MON), "20:00"), minutes=(90, None)),
    clear("Mondays around 7-9pm", at(weekly(MON), "19:00"), minutes=(120, None)),
    clear("Mondays at 8pm for about an hour", at(weekly(MON), "20:00"), minutes=(60, None)),
    clear("Mondays at 8pm, lasting about 30 minutes", at(weekly(MON), "20:00"), minutes=(30, None)),
    clear(
        "Mondays 6pm, repeated Tuesdays around 9pm",
        at(weekly(MON), "18:00"),
        replays=at(weekly(TUE), "21:00"),
    ),
    clear("Mondays 9am, about 30 people", at(weekly(MON), "09:00")),
    asked("Mondays at about 8.30", at(weekly(MON), "08:30"), at(weekly(MON), "20:30")),
    refused("Mondays about 8", "about"),
    refused("Mondays around 15 May at 8pm", "around"),
    refused("Around 15 May", "Around"),
    refused("About 12 Mondays at 8pm", "About"),
    refused("Until about October, Mondays 9am", "about"),
    refused("Every Wednesday, 17:00-ish", "ish"),
    refused("Mondays at about the usual time", "usual time"),
]
