"""Cells of a table without their line ends, and a weekday whose full date stands behind other words."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, at, dates, weekly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear(
        "Opening hours Saturday 1 PM – 4 PMSunday 2 PM – 4 PM",
        at(weekly(SAT), "13:00") | at(weekly(SUN), "14:00"),
    ),
    clear(
        "Thứ Bảy: 05:00 – 06:30Chủ nhật: 08:00 – 09:30", at(weekly(SAT), "05:00") | at(weekly(SUN), "08:00")
    ),
    clear("Chúa Nhật Lễ Lá 24/03/2024: từ 17g30 đến 19g30", at(dates((3, 24)), "17:30")),
    clear("Thứ Ba Tuần Thánh 26/3/2024 8h", at(dates((3, 26)), "08:00")),
    clear("Monday Council 4 March 2024 8am", at(dates((3, 4)), "08:00")),
    clear("Bản tin “SAO 24H” lúc 19h55 thứ Hai hằng tuần", at(weekly(MON), "19:55")),
    clear("Báo cáo tuần: 8h thứ Hai", at(weekly(MON), "08:00")),
    refused("Thứ Ba Hội nghị 27/3/2024 8h"),
    refused("8h thứ Ba, họp 26/3/2024"),
    refused("Báo cáo tuần: ngày 5", "tuần"),
    refused("thứ Hai 1Oh", "1Oh"),
]
