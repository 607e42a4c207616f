"""A month behind a day or a week of another one: the whole of it, or that day or week of it?"""

from __future__ import annotations

from tests.phrases.almanac import MON, at, dates, days_of, in_week, monthly, weekly, weeks, whole_months
from tests.phrases.corpus.case import Case, asked, clear, refused

MONDAYS = at(weekly(MON), "08:00")
EVENINGS = at(weekly(MON), "20:00")
AUGUST = set(days_of(8))

CASES: list[Case] = [
    refused("8h thứ Hai hằng tuần, trừ ngày 24 tháng 12 và tháng 8", "tháng 12 và tháng 8"),
    refused("8h thứ Hai, trừ ngày 24 tháng 12, tháng 8", "tháng 12, tháng 8"),
    refused("8h thứ Hai, trừ các ngày 23, 24 tháng 12 và tháng 8", "tháng 12 và tháng 8"),
    refused("8h thứ Hai; ngày 23 tháng 12 và tháng 8 nghỉ", "tháng 12 và tháng 8"),
    refused("8h thứ Hai; nghỉ ngày 23 tháng 12 và tháng 8", "tháng 12 và tháng 8"),
    refused("Mondays 8pm except the 23rd of December and August", "December and August"),
    clear(
        "8h thứ Hai, trừ ngày 23/12 và tháng 8",
        {x for x in MONDAYS if x.date() not in AUGUST | {*dates((12, 23))}},
    ),
    clear(
        "8h thứ Hai, trừ tháng 8 và ngày 23 tháng 12",
        {x for x in MONDAYS if x.date() not in AUGUST | {*dates((12, 23))}},
    ),
    clear(
        "8h thứ Hai, trừ ngày 15 các tháng 1, tháng 4 và tháng 7",
        {x for x in MONDAYS if x.date() not in dates((1, 15), (4, 15), (7, 15))},
    ),
    clear(
        "8h thứ Hai, trừ ngày 15 các tháng 4 và 7",
        {x for x in MONDAYS if x.date() not in dates((4, 15), (7, 15))},
    ),
    clear(
        "Mondays 8pm except 23 December and August",
        {x for x in EVENINGS if x.date() not in AUGUST | {*dates((12, 23))}},
    ),
    clear("8h ngày 24 tháng 12 và tháng 8", at(monthly(24, (8, 12)), "08:00")),
    refused("Tuần đầu của tháng 3; tháng 6", "tháng 6"),
    refused("Phát vào tuần 1, 2 tháng 3; tháng 6", "tháng 6"),
    refused("the first week of March; June", "June"),
    clear("Tuần đầu của tháng 3, tháng 6", periods=weeks(1, months=(3, 6))),
    clear("Tháng 1; tuần 2 tháng 3", periods=whole_months(1) | weeks(2, months=(3,))),
    refused("8h một ngày thứ Hai trong tháng", "một ngày thứ Hai"),
    refused("Một ngày thứ Bảy trong tháng lúc 8h", "thứ Bảy"),
    clear("8h một ngày thứ Hai trong tuần", MONDAYS),
    asked("8h thứ Hai tuần 2 trong năm", at(in_week(MON, 2), "08:00"), at(dates((1, 8)), "08:00")),
    asked("tuần 2 trong năm 2024", weeks(2), weeks(2, months=(1,))),
    asked("Monday of week 2 in the year at 8am", at(in_week(MON, 2), "08:00")),
    clear("8h thứ Hai tuần 2 của năm", at(dates((1, 8)), "08:00")),
    clear("8h thứ Hai tuần 2 hằng tháng trong năm", at(in_week(MON, 2), "08:00")),
    clear("8h thứ Hai tuần 2 các tháng trong năm", at(in_week(MON, 2), "08:00")),
]
