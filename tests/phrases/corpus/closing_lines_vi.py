"""When it is over, on a line or in a clause of its own, is the end of the time before it."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, at, weekly
from tests.phrases.corpus.case import Case, clear, refused

WORKDAYS = weekly(0, 1, 2, 3, 4)
DAILY = weekly(0, 1, 2, 3, 4, 5, 6)

CASES: list[Case] = [
    clear(
        "Thứ Hai đến thứ Sáu:\n + Thời gian mở cửa phục vụ: 7 giờ 30\n + Thời gian hết giờ phục vụ: 16h30\n"
        "Thứ Bảy:\n + Thời gian mở cửa phục vụ: 8 giờ 00\n + Thời gian hết giờ phục vụ: 16 giờ 00",
        at(WORKDAYS, "07:30") | at(weekly(SAT), "08:00"),
    ),
    clear("Hằng ngày mở cửa: 7h. Hết giờ: 17h", at(DAILY, "07:00"), minutes=(600, None)),
    clear("Thứ Hai: mở cửa 7h30, đóng cửa 16h30", at(weekly(MON), "07:30"), minutes=(540, None)),
    clear(
        "Giờ mở cửa: 8h, giờ đóng cửa: 20h, thứ Bảy hằng tuần", at(weekly(SAT), "08:00"), minutes=(720, None)
    ),
    clear("Bể bơi 8h thứ Hai, đóng cửa thứ Ba", at(weekly(MON), "08:00")),
    refused("Mở cửa hằng ngày 7h; đóng cửa 12h thứ Bảy"),
    refused("Hết giờ: 17h thứ Hai"),
]
