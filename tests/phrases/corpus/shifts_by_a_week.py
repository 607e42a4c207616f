"""On a public holiday: the same weekday a week later; another weekday, or a condition alone, is not read."""

from __future__ import annotations

from tests.phrases.almanac import MON, TUE, at, weekly
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import nth

SECOND_TUESDAYS = at(nth(TUE, 2), "19:00")
FIRST_MONDAYS = at(nth(MON, 1), "19:00")
MONDAYS = at(weekly(MON), "20:00")

CASES: list[Case] = [
    clear(
        "Meetings are held on the second Tuesday of each month starting at 7pm. If this falls on a holiday "
        "or long weekend, the meeting will be rescheduled for the following Tuesday.",
        SECOND_TUESDAYS,
    ),
    clear("Mondays 8pm; if it falls on a public holiday, the following Monday", MONDAYS),
    clear("Mondays 8pm; if that is a bank holiday it is held on the Monday after", MONDAYS),
    clear(
        "First Monday of the month, 7pm (unless it is a Bank Holiday in which case the meeting will be on "
        "the second Monday).",
        FIRST_MONDAYS,
    ),
    clear("20h thứ Hai, nếu trùng ngày lễ thì chuyển sang cùng thứ tuần kế tiếp", MONDAYS),
    refused(
        "First Monday of the month, 7pm; if this falls on a bank holiday, on the third Monday", "if this"
    ),
    clear("Mondays 8pm; if it falls on a public holiday, the following Tuesday", MONDAYS),
    clear("Mondays 8pm (unless the Monday is a holiday, then it is held on Tuesday)", MONDAYS),
    refused("Mondays 8pm; if it falls on a public holiday, the following Wednesday", "if it"),
    refused("Fridays 8pm; if it falls on a public holiday, the following Monday", "if it"),
    refused("Fridays 8pm; if it falls on a public holiday, on Saturday", "if it"),
    refused("The 5th of each month; if it falls on a public holiday, the day after", "if it"),
    refused("Mondays and Fridays 8pm; if the Monday is a holiday, the next working day", "if the Monday"),
    clear("Mondays 8pm. If the Monday is a bank holiday there is no meeting.", MONDAYS),
    refused("Mondays 8pm. If the Monday is a bank holiday, no meeting before 9pm"),
    refused("Mondays and Thursdays 8pm; if it falls on a public holiday, the following Monday", "if it"),
    refused("Mondays 8pm unless it falls on a holiday", "unless"),
    refused("Daily at 8pm except on long weekends", "long weekends"),
]
