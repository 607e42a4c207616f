"""Codes of halls, terminals and districts look like days and months: T2, (T1), Q3."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, WED, at, weekly
from tests.phrases.corpus.case import Case, clear, refused

WEDNESDAYS = at(weekly(WED), "08:00")

CODES = [
    clear("Họp tại hội trường T2 lúc 8h thứ Tư", WEDNESDAYS),
    clear("Hội trường T12: 8h thứ Tư", WEDNESDAYS),
    clear("phòng T3, 8h thứ Tư", WEDNESDAYS),
    clear("Nhà ga T1 và T2: 8h thứ Tư", WEDNESDAYS),
    clear("Tòa T1 mở cửa 8h thứ Tư", WEDNESDAYS),
    clear("8h thứ Tư tại nhà ga quốc tế (T2)", WEDNESDAYS),
    clear("Diễn tập tại nhà ga quốc nội (T1), quốc tế (T2): 8h thứ Tư", WEDNESDAYS),
    clear("8h thứ Tư tại Q1", WEDNESDAYS),
    clear("8h T4 hội trường T3", WEDNESDAYS),
    clear("Room Q2, Wednesdays 8am", WEDNESDAYS),
    clear("Block W3, Wednesdays 8am", WEDNESDAYS),
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
    clear("Họp 8h thứ Tư (T4)", WEDNESDAYS),
]

CASES: list[Case] = [*CODES, *WEEKDAYS]
