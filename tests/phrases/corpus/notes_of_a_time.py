"""Brackets behind one of several times, or on a time's own line, are of that time alone."""

from __future__ import annotations

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    at,
    at_each,
    but,
    in_week,
    only_in,
    weekly,
)  # fmt: skip
from tests.phrases.corpus.case import Case, asked, clear, refused

FRIDAYS = weekly(FRI)
DAILY = weekly(0, 1, 2, 3, 4, 5, 6)
WORKDAYS = weekly(0, 1, 2, 3, 4)

CASES: list[Case] = [
    clear(
        "First Fridays - Masses are 6:00 a.m., 8:00 a.m. (except for June-August) and 5:30 p.m.",
        at_each(in_week(FRI, 1), "06:00", "17:30") | at(in_week(FRI, 1, but(6, 7, 8)), "08:00"),
    ),
    clear(
        "Monday to Friday 7am (not in August), noon and 6pm",
        at_each(WORKDAYS, "12:00", "18:00") | at(only_in(WORKDAYS, *but(8)), "07:00"),
    ),
    clear(
        "Fridays 6am, 8am (in June) and 5pm",
        at_each(FRIDAYS, "06:00", "17:00") | at(only_in(FRIDAYS, 6), "08:00"),
    ),
    clear(
        "Hằng ngày: 8h (trừ thứ Bảy, Chủ nhật) và 14h",
        at(DAILY, "14:00") | at(WORKDAYS, "08:00"),
    ),
    clear(
        "Saturday\n8.00am - Communion\n3.00pm - Evensong (September-April)\n5.00pm - Evensong (May-August)",
        at(weekly(SAT), "08:00")
        | at(only_in(weekly(SAT), 1, 2, 3, 4, 9, 10, 11, 12), "15:00")
        | at(only_in(weekly(SAT), 5, 6, 7, 8), "17:00"),
    ),
    clear(
        "Từ thứ Hai đến Chủ nhật hằng tuần\n– Sáng: Từ 7h05 – 10h55\n– Tối: Từ 18h – 20h55 (Chủ nhật nghỉ)",
        at(DAILY, "07:05") | at(weekly(0, 1, 2, 3, 4, 5), "18:00"),
    ),
    clear("Hằng ngày 8h và 18h (trừ Chủ nhật)", at_each(weekly(0, 1, 2, 3, 4, 5), "08:00", "18:00")),
    clear("8h (thứ Hai), 9h (thứ Sáu)", at(weekly(MON), "08:00") | at(FRIDAYS, "09:00")),
    asked(
        "Sundays\n8am Mass\n10am Sung Mass (except in August)",
        at(weekly(SUN), "08:00") | at(only_in(weekly(SUN), *but(8)), "10:00"),
    ),
    refused("8am (except June), 10am Sundays"),
    refused("Fridays 6am, 8am (when it rains) and 5pm"),
]
