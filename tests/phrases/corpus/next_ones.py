"""A sentence that names the next, the first or the last one of a rule's days: no day more, or refused."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, TUE, WED, at, dates, in_week, monthly, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import nth

THIRD_TUESDAYS = at(nth(TUE, 3), "19:00")
MONDAYS = at(weekly(MON), "20:00")

CASES: list[Case] = [
    clear(
        "The board of the library meets on the third Tuesday of every month at 7pm, and its meetings are "
        "open to the public. The next meeting will be held on January 16th, 2024.",
        THIRD_TUESDAYS,
    ),
    clear("Third Tuesday of every month at 7pm. Our next meeting is Tuesday 16 April", THIRD_TUESDAYS),
    clear("Third Tuesday of every month at 7pm. Next meeting: 16 April 2024 at 7pm", THIRD_TUESDAYS),
    clear("Third Tuesday of every month at 7pm. Next planned session: 21 January 2025", THIRD_TUESDAYS),
    clear("Mondays at 8pm. The next meetings are on 15 January and 22 January", MONDAYS),
    clear("Mondays at 8pm, next meeting 15 January", MONDAYS),
    clear(
        "Mondays at 8pm from 8 January. The first meeting is on 8 January",
        at(weekly(MON, first=date(2024, 1, 8)), "20:00"),
    ),
    clear(
        "Mondays at 8pm until 25 November. The last meeting is on 25 November",
        at(weekly(MON, last=date(2024, 11, 25)), "20:00"),
    ),
    clear("Copy is due on the 15th of each month. The next deadline is 15 May", monthly(15)),
    clear("Họp lúc 19h thứ Hai hằng tuần. Buổi tiếp theo vào ngày 15/1", at(weekly(MON), "19:00")),
    clear(
        "Hội đồng họp thứ Tư tuần thứ ba hằng tháng lúc 14h. Kỳ họp tiếp theo: ngày 17/1",
        at(in_week(WED, 3), "14:00"),
    ),
    clear("The next meeting is on 16 January", dates((1, 16))),
    clear(
        "One more meeting on Monday 29 April, and then the first meeting on 15 May", dates((4, 29), (5, 15))
    ),
    refused("Third Tuesday of every month at 7pm. The next meeting is on 17 January", "17 January"),
    refused("Third Tuesday of every month at 7pm. Our next meeting is Tuesday 16 January 2025"),
    refused("Mondays at 8pm. The next meetings are on 15 January and 23 January"),
    refused("Mondays at 8pm. The first meeting is on 8 January", "8 January"),
    refused("Mondays at 8pm. The last meeting is on 25 November", "25 November"),
    refused("Họp thứ Tư tuần thứ ba hằng tháng lúc 14h. Kỳ họp tiếp theo: ngày 18/1", "ngày 18/1"),
    refused("Họp lúc 19h thứ Hai hằng tuần. Buổi tiếp theo vào ngày 16/1", "ngày 16/1"),
    asked("Third Tuesday of every month at 7pm. The next meeting is on 16 January at 8pm"),
    clear("Every other Monday at 8pm. Next meeting: 8 January at 8pm", at(weekly(MON)[1::2], "20:00")),
]
