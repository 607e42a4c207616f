"""Codes of halls, terminals and districts look like days and months: T2, (T1), Q3."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, WED, at, weekly
from tests.phrases.corpus.case import Case, clear, refused

WEDNESDAYS = at(weekly(WED), "08:00")

CODES = [
    clear("Họp tại hội trường T2 lúc 8h thứ Tư", WEDNESDAYS),
    clear("phòng T3, 8h thứ Tư", WEDNESDAYS),
    refused("Thông báo tại nhà ga hành khách (T2)"),
    refused("Họp tại hội trường A (T2) lúc 8h", "8h"),
    refused("Họp phòng T2, 8h", "8h"),
]

WEEKDAYS = [
    clear("Tin nhanh (T2): 8h", at(weekly(MON), "08:00")),
    clear("Tin nhanh (T2, T4): 8h", at(weekly(MON, WED), "08:00")),
    clear("Họp phòng T2, T4 lúc 8h", at(weekly(MON, WED), "08:00")),
    clear("Lớp Yoga T2, T4, T6 lúc 8h", at(weekly(MON, WED, FRI), "08:00")),
    clear("8h T2 tại phòng 3", at(weekly(MON), "08:00")),
]

CASES: list[Case] = [*CODES, *WEEKDAYS]
