"""Notices of closures by date: headings over their dates, and the names of feasts beside them."""

from __future__ import annotations

from tests.phrases.almanac import MON, at, dates, weekly, without
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = without(weekly(MON), *dates((4, 1)))

CASES: list[Case] = [
    clear(
        "The Library will be CLOSED on the following days:\n- Monday, January 1, 2024 (New Year's Day)\n"
        "- Monday, January 15, 2024 (Martin Luther King, Jr. Day)\n"
        "- Monday, February 19, 2024 (Presidents' Day)",
        dates((1, 1), (1, 15), (2, 19)),
    ),
    clear(
        "The library will be closed for the following holidays:\nMonday, January 1, 2024\nNew Year’s Day\n"
        "Monday, May 27, 2024\nMemorial Day\nThursday, July 4, 2024\n(Independence Day observed)",
        dates((1, 1), (5, 27), (7, 4)),
    ),
    clear("Closed Thursday 28 November (Thanksgiving)", dates((11, 28))),
    clear("The office is closed Monday, May 27 for Memorial Day", dates((5, 27))),
    clear("The office will be closed on the following dates: 25 and 26 December", dates((12, 25), (12, 26))),
    clear(
        "Good Friday 29 March - Closed\nEaster Sunday 31 March - Closed\nEaster Monday 1 April - Closed",
        dates((3, 29), (3, 31), (4, 1)),
    ),
    clear("Mondays 9am; Monday 1 April: closed", at(MONDAYS, "09:00")),
    clear("Open Mondays 9am, closed Monday 1 April (Easter Monday)", at(MONDAYS, "09:00")),
    # The list goes on with days that are only named.
    refused("Closed:\nFriday 29 March\nEaster Sunday\nEaster Monday", "Easter"),
    refused("Closed Monday 27 May, Labor Day", "Labor Day"),
]
