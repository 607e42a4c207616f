"""Vietnamese with the English am and pm, and a part of the day that counts for both ends of a range."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, at, in_week, weekly
from tests.phrases.corpus.case import Case, clear, refused

EVERY_DAY = weekly(MON, TUE, WED, THU, FRI, SAT, SUN)

AM_AND_PM = [
    clear("4:30 PM thứ Hai hằng tuần", at(weekly(MON), "16:30")),
    clear("8 PM Chủ nhật", at(weekly(SUN), "20:00")),
    clear("3h p.m hằng ngày", at(EVERY_DAY, "15:00")),
    clear("3h30 p.m. thứ Tư tuần 3", at(in_week(WED, 3), "15:30")),
    clear("7h30 am thứ Bảy", at(weekly(SAT), "07:30")),
    clear("0h30 am thứ Bảy", at(weekly(SAT), "00:30")),
    clear("12h pm thứ Hai", at(weekly(MON), "12:00")),
    clear("Sinh hoạt câu lạc bộ: 7:00 PM thứ Năm hằng tuần", at(weekly(THU), "19:00")),
    refused("17h am thứ Hai", "17h am"),
]

# The part of the day stands once, behind, and counts for both ends.
RANGES = [
    clear("từ 2h - 4h p.m thứ Sáu hằng tuần", at(weekly(FRI), "14:00"), minutes=(120, None)),
    clear("2-4 pm thứ Hai", at(weekly(MON), "14:00"), minutes=(120, None)),
    clear("từ 2h - 4h chiều thứ Sáu hằng tuần", at(weekly(FRI), "14:00"), minutes=(120, None)),
    clear("7-9h tối thứ Sáu", at(weekly(FRI), "19:00"), minutes=(120, None)),
    clear("8-11h30 sáng thứ Sáu", at(weekly(FRI), "08:00"), minutes=(210, None)),
    clear("10h - 2h chiều thứ Sáu", at(weekly(FRI), "10:00"), minutes=(240, None)),
    clear("từ 9:00 AM đến 5:00 PM thứ Hai", at(weekly(MON), "09:00"), minutes=(480, None)),
    clear("11h am - 1h pm thứ Hai", at(weekly(MON), "11:00"), minutes=(120, None)),
    refused("17h am - 18h am thứ Hai", "17h am"),
]

CASES: list[Case] = [*AM_AND_PM, *RANGES]
