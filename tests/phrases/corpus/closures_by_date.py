"""Notices of closures by date: headings over their dates, and the names of feasts beside them."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, at, dates, run, weekly, without
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
    # The name before its date, behind it, over a bar; a list under "closed on:".
    clear(
        "New Year’s Day – Monday, January 1\nMemorial Day – Monday, May 27\nJuneteenth – Wednesday, June 19",
        dates((1, 1), (5, 27), (6, 19)),
    ),
    clear("Christmas Day (observed) – Thursday, December 26", dates((12, 26))),
    clear(
        "Christmas Eve – 2 January: 10am",
        at(run(date(2024, 12, 24), date(2024, 12, 31)) + dates((1, 1), (1, 2)), "10:00"),
    ),
    clear(
        "The library will be closed on:\n\nMonday, May 27th: Memorial Day\n\n"
        "Thursday, July 4th: Independence Day",
        dates((5, 27), (7, 4)),
    ),
    clear(
        "We are closed the following days:\n- New Year's Day, January 1, 2024\n- Easter, March 31, 2024",
        dates((1, 1), (3, 31)),
    ),
    refused("23 December closed\n24 December 11am–4pm", "closed"),
    clear(
        "The museum is closed on January 1, April 30 (Queens Day) and December 25.",
        dates((1, 1), (4, 30), (12, 25)),
    ),
    clear(
        "From Monday 15 - Friday 19 July 2024 the small pool will be closed 9am - 11.30am.",
        at(run(date(2024, 7, 15), date(2024, 7, 19)), "09:00"),
        minutes=(150, None),
    ),
    refused("Close at 3pm – Saturday, December 28", "Close"),
    refused("We close at 5pm on Mondays", "close"),
    # The list goes on with days that are only named.
    refused("Closed:\nFriday 29 March\nEaster Sunday\nEaster Monday", "Easter"),
    refused("Closed Monday 27 May, Labor Day", "Labor Day"),
]
