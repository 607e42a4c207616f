"""Whose a part of the day is in a list of times: "8h, 9h tối", "chiều 2h, 3h"; and times outside of one."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, TUE, at, at_each, dates, later, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

MONDAYS = weekly(MON)

CASES: list[Case] = [
    asked("8h, 9h tối thứ Hai", at_each(MONDAYS, "08:00", "21:00"), at_each(MONDAYS, "20:00", "21:00")),
    asked("Dân ca: 5h và 7h tối thứ Hai", at_each(MONDAYS, "17:00", "19:00")),
    asked("chiều 2h, 3h thứ Hai", at_each(MONDAYS, "14:00", "15:00")),
    asked("tối thứ Hai 7h, 9h", at_each(MONDAYS, "19:00", "21:00")),
    asked("7h, 9h thứ Hai (tối)", at_each(MONDAYS, "19:00", "21:00")),
    asked("Chiếu phim 5 giờ và 5 giờ 30 chiều thứ Bảy", at_each(weekly(SAT), "17:00", "17:30")),
    asked("7h, 8h, 9h tối thứ Hai", at_each(MONDAYS, "19:00", "20:00", "21:00")),
    asked("8h ngày 5/3, phát lại 2h, 3h chiều", at(dates((3, 5)), "08:00")),
    # half a day later they would be out of order, or stand on the 24-hour clock
    clear("8h, 2h chiều thứ Hai", at_each(MONDAYS, "08:00", "14:00")),
    clear("5h, 11h, 5h chiều thứ Hai", at_each(MONDAYS, "05:00", "11:00", "17:00")),
    clear("6h, 18h30 tối thứ Hai", at_each(MONDAYS, "06:00", "18:30")),
    clear("8h sáng và 2h chiều thứ Hai", at_each(MONDAYS, "08:00", "14:00")),
    clear("6h, 7h sáng thứ Hai", at_each(MONDAYS, "06:00", "07:00")),
    clear("8h - 11h, 2h - 5h chiều thứ Hai", at_each(MONDAYS, "08:00", "14:00")),
    clear("8h thứ Hai, 9h tối thứ Ba", at(MONDAYS, "08:00") | at(weekly(TUE), "21:00")),
    clear(
        "20h thứ Bảy, phát lại 9h sáng và 3h chiều Chủ nhật",
        at(weekly(SAT), "20:00"),
        replays=at_each(later(weekly(SAT), 1), "09:00", "15:00"),
    ),
    # a time outside the part of the day that stands before its day
    refused("tối thứ Hai và sáng thứ Ba 9h30", "tối"),
    refused("7h. Tối thứ Hai", "Tối"),
    clear("tối thứ Hai. 20h", at(MONDAYS, "20:00")),
    clear("tối thứ Hai 9h30", at(MONDAYS, "21:30")),
    clear("Lễ sáng Chủ nhật 5h, 7h", at_each(weekly(SUN), "05:00", "07:00")),
]
