"""How it is on the days that are taken out, in the same breath: "except July, when it meets on the 9th"."""

from __future__ import annotations

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    SUN,
    THU,
    TUE,
    WED,
    at,
    but,
    dates,
    in_week,
    monthly,
    only_in,
    weekly,
)
from tests.phrases.corpus.case import Case, asked, clear

_BUT_SUNDAYS = weekly(*range(6))

CASES: list[Case] = [
    clear(
        "Họp thứ Ba tuần 2 hằng tháng, trừ tháng 2 họp vào thứ Ba tuần 3",
        in_week(TUE, 2, but(2)) + in_week(TUE, 3, (2,)),
    ),
    clear(
        "Giao ban lúc 8h thứ Hai tuần 1 hằng tháng, trừ tháng 5 họp vào thứ Tư tuần 2",
        at(in_week(MON, 1, but(5)) + in_week(WED, 2, (5,)), "08:00"),
    ),
    clear(
        "Phát lúc 20h hằng ngày, trừ Chủ nhật phát lúc 21h",
        at(_BUT_SUNDAYS, "20:00") | at(weekly(SUN), "21:00"),
    ),
    clear("20h hằng ngày trừ Chủ nhật lúc 21h", at(_BUT_SUNDAYS, "20:00") | at(weekly(SUN), "21:00")),
    clear(
        "Second Tuesday of each month, except in September it is on the third Tuesday",
        in_week(TUE, 2, but(9)) + in_week(TUE, 3, (9,)),
    ),
    clear(
        "The committee meets on the second Tuesday of each month except September, when it meets on the "
        "third Tuesday",
        in_week(TUE, 2, but(9)) + in_week(TUE, 3, (9,)),
    ),
    clear(
        "Meets the first Monday of every month at 7 pm, except in December when it meets the second Monday",
        at(in_week(MON, 1, but(12)) + in_week(MON, 2, (12,)), "19:00"),
    ),
    clear(
        "Town Council meets on the second and fourth Mondays of each month at 7:00 p.m., "
        "except December, when it meets on the second Monday only",
        at(in_week(MON, 2) + in_week(MON, 4, but(12)), "19:00"),
    ),
    clear(
        "The board meets on the first and third Friday of each month, with the exception of July when the "
        "meeting is on the fourth Friday, and November and December when it is on the second Friday",
        in_week(FRI, 1, but(7, 11, 12))
        + in_week(FRI, 3, but(7, 11, 12))
        + in_week(FRI, 4, (7,))
        + in_week(FRI, 2, (11, 12)),
    ),
    clear(
        "First Thursday of each month with the exceptions of May (when it is the second Thursday) and August "
        "(when it is the third Thursday)",
        in_week(THU, 1, but(5, 8)) + in_week(THU, 2, (5,)) + in_week(THU, 3, (8,)),
    ),
    clear(
        "Open daily 9am to 5pm except Mondays 8am to noon",
        at(weekly(*range(1, 7)), "09:00") | at(weekly(MON), "08:00"),
    ),
    clear(
        "Open daily at 10am, except Mondays and Fridays when it opens at 8am",
        at(weekly(TUE, WED, THU, 5, SUN), "10:00") | at(weekly(MON, FRI), "08:00"),
    ),
    clear(
        "Thứ Năm tuần 3 hằng tháng lúc 5h45, ngoại trừ tháng 2 phát thứ Năm tuần 4",
        at(in_week(THU, 3, but(2)) + in_week(THU, 4, (2,)), "05:45"),
    ),
    clear(
        "17h45 thứ Tư tuần 1 hằng tháng, trừ tháng 5 vào ngày 20",
        at(in_week(WED, 1, but(5)) + dates((5, 20)), "17:45"),
    ),
    clear(
        "8h ngày 10 hằng tháng, trừ tháng 2 phát ngày 12",
        at(monthly(10, but(2)) + dates((2, 12)), "08:00"),
    ),
    clear(
        "The third Thursday of each month at 7pm, except February when it is on the fourth Thursday",
        at(in_week(THU, 3, but(2)) + in_week(THU, 4, (2,)), "19:00"),
    ),
    clear(
        "The first Monday of each month at 7pm except May (second Monday)",
        at(in_week(MON, 1, but(5)) + in_week(MON, 2, (5,)), "19:00"),
    ),
    clear(
        "Mondays at 7pm, except in September on Tuesdays",
        at(only_in(weekly(MON), *but(9)) + only_in(weekly(TUE), 9), "19:00"),
    ),
    # A time behind the exception is that of all where these have none.
    clear("Họp thứ Hai trừ tháng 2 lúc 8h", at(only_in(weekly(MON), *but(2)), "08:00")),
    clear("Mondays except in July at 8pm", at(only_in(weekly(MON), *but(7)), "20:00")),
    clear("Hằng ngày trừ Chủ nhật lúc 8h", at(_BUT_SUNDAYS, "08:00")),
    clear("Every day except Sunday from 9am to 5pm", at(_BUT_SUNDAYS, "09:00"), minutes=(480, None)),
    # Behind a comma it may be one more of each month.
    asked(
        "Second Tuesday of each month except September, third Tuesday",
        in_week(TUE, 2, but(9)) + in_week(TUE, 3, (9,)),
        in_week(TUE, 2, but(9)) + in_week(TUE, 3, ALL),
    ),
    asked(
        "Thứ Ba tuần 2 hằng tháng, trừ tháng 9, thứ Ba tuần 3",
        in_week(TUE, 2, but(9)) + in_week(TUE, 3, (9,)),
        in_week(TUE, 2, but(9)) + in_week(TUE, 3, ALL),
    ),
    clear(
        "Yoga Mondays 9am except in August, Pilates Tuesdays 10am",
        at(only_in(weekly(MON), *but(8)), "09:00") | at(weekly(TUE), "10:00"),
    ),
]
