"""One day of a rule is moved: it is out, and the new date is one more, or takes the place of its month."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, TUE, at, but, dates, in_week, weekly, without
from tests.phrases.corpus.case import Case, clear, refused

MOVED = at([*without(weekly(MON), date(2024, 5, 6)), date(2024, 5, 7)], "20:00")
BOARD = at([*in_week(TUE, 1, but(9)), *dates((9, 19))], "17:30")

CASES: list[Case] = [
    clear(
        "First Tuesday of the month at 5:30pm.\nThe Regular Meeting of September has been rescheduled to "
        "September 19, 2024 at 5:30 p.m.",
        BOARD,
    ),
    clear(
        "The Board meets on the first Tuesday of the month at 5:30pm. The September meeting has been moved "
        "to September 19.",
        BOARD,
    ),
    clear(
        "The Board meets on the first Tuesday of the month at 5:30pm on the second floor. Welcome.\n\n"
        "Please note: the meeting of September has been rescheduled to September 19, 2024 at 5:30 p.m.",
        BOARD,
    ),
    clear("Mondays 8pm. The meeting of 6 May is moved to 7 May at 8pm", MOVED),
    clear("Mondays 8pm. The 6 May meeting has been moved to Tuesday 7 May.", MOVED),
    clear("Mondays 8pm; 6 May postponed to 7 May", MOVED),
    refused("Mondays 8pm. The meeting of 6 May is moved to 6 May", "moved to"),
    refused("Mondays 8pm. The September meeting has been moved to October 3", "moved to"),
    refused("Mondays 8pm. The meeting is moved to 7 May", "moved to"),
    refused("Mondays 8pm, Thursdays 9am. The 6 May meeting has been moved to Tuesday 7 May.", "7 May"),
]
