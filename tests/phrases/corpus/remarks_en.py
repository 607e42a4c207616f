"""Sentences beside the rule that say no day and no time: conditions wait for a person, others are ignored."""

from __future__ import annotations

from tests.phrases.almanac import MON, THU, TUE, WED, at, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

_NOT_AUGUST = tuple(month for month in range(1, 13) if month != 8)

CASES: list[Case] = [
    clear(
        "The board meets on the second Tuesday of each month at 7pm, unless otherwise announced.",
        at(in_week(TUE, 2), "19:00"),
    ),
    clear("Lectures Thursdays 6pm (unless otherwise noted)", at(weekly(THU), "18:00")),
    refused("Lectures Thursdays 6pm unless it snows", "unless"),
    refused("Lectures Thursdays 6pm, otherwise Fridays", "otherwise"),
    # A condition in a sentence of its own.
    asked("Market on Tuesdays at 9am. If wet, the stalls are in the hall.", at(weekly(TUE), "09:00")),
    asked("Tours on Thursdays at 2pm. Routes may vary.", at(weekly(THU), "14:00")),
    asked(
        "The trustees meet on the third Monday at 6.30pm. Additional meetings during a given month may be "
        "called as needed.",
        at(in_week(MON, 3), "18:30"),
    ),
    asked(
        "Clinic Mondays 9am and Thursdays 5pm, as needed",
        {*at(weekly(MON), "09:00"), *at(weekly(THU), "17:00")},
    ),
    asked("Held as required: Tuesdays at 9am", at(weekly(TUE), "09:00")),
    refused("Market on Tuesdays at 9am if dry", "if"),
    refused("Market on Tuesdays at 9am. If wet, cancelled.", "If"),
    refused("Market on Tuesdays at 9am. If wet, on Thursdays.", "If"),
    refused("Market on Tuesdays at 9am. If wet, an hour later.", "If"),
    refused("Two talks in a given month, on Tuesdays at 9am", "month"),
    # More of what the rule is about, and more days.
    clear("Choir Mondays 7pm. They also sing at weddings.", at(weekly(MON), "19:00")),
    refused("Choir Mondays 7pm. Also after the fair.", "Also"),
    # Why there is none, behind what is taken out.
    clear(
        "The trust meets on the first Wednesday of each month apart from August, when there is no meeting.",
        in_week(WED, 1, _NOT_AUGUST),
    ),
    clear(
        "Talks on the third Thursday at 7.30pm, except in August when there will be no talk",
        at(in_week(THU, 3, _NOT_AUGUST), "19:30"),
    ),
    refused("The trust meets on the first Wednesday, in August when there is no fair at 3pm", "when"),
    refused("Meets the first Wednesday except August, when the second is no holiday", "when"),
    # The noun's own word for how often says no more than the rule.
    clear(
        "The regular monthly meeting is on the first Tuesday of every month at 7 pm.\n"
        "Workshops are on the third Tuesday of every month at 7 pm.",
        at([*in_week(TUE, 1), *in_week(TUE, 3)], "19:00"),
    ),
    refused("Our quarterly review is on the 5th of each month", "quarterly"),
    # A day whose time is arranged has none of the times beside it.
    asked("Sat by appointment, Mon-Fri 9am-5pm"),
    asked("Mon-Fri 9am-5pm; Sat by arrangement"),
    asked("Sat by appt., Mon-Fri 9am-5pm"),
    clear("Sunday none, Mon-Tue 9am", at(weekly(MON, TUE), "09:00")),
    clear("Sunday: none; Mon-Tue 9am", at(weekly(MON, TUE), "09:00")),
    refused("Tuesdays 7pm while school is in session", "school is in session"),
    refused("Tuesdays 7pm starting in the fall", "the fall"),
    clear("Clinic Mondays 9am, other times by appointment", at(weekly(MON), "09:00")),
    clear("Clinic Mondays 9am by appointment", at(weekly(MON), "09:00")),
    clear("By appointment, Mondays 9am-noon", at(weekly(MON), "09:00")),
    # Another act's time.
    asked(
        "Council every Monday at 7pm with a ten minute break at 8pm",
        {*at(weekly(MON), "19:00"), *at(weekly(MON), "20:00")},
    ),
    clear("An opportunity to speak is provided. Council every Monday at 7pm.", at(weekly(MON), "19:00")),
]
