"""Vietnamese occasions with a date in their name, beside what is on."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, at, span
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import every, months_whole, nth, on, quarters

CASES: list[Case] = [
    clear("Trong tháng 10 (chào mừng ngày 20/10)", periods=months_whole(10)),
    clear("Trong tháng 10, hưởng ứng Ngày Chuyển đổi số quốc gia 10/10", periods=months_whole(10)),
    clear("Quý II (kỷ niệm 50 năm ngày 30/4)", periods=quarters(2)),
    clear("Từ 1/9 đến 15/9 (chào mừng Quốc khánh 2/9)", periods=span((9, 1), (9, 15))),
    clear(
        "Từ ngày 1/11 đến ngày 20/11 (hưởng ứng Ngày Pháp luật Việt Nam 09/11)",
        periods=span((11, 1), (11, 20)),
    ),
    clear("8h ngày 18/11 chào mừng Ngày Nhà giáo Việt Nam 20/11", at(on((11, 18)), "08:00")),
    clear("Ngày 18/11 (chào mừng Ngày Nhà giáo Việt Nam 20/11), 19h30", at(on((11, 18)), "19:30")),
    clear("20h thứ Bảy hằng tuần (hướng tới kỷ niệm 30/4)", at(every(SAT), "20:00")),
    clear(
        "Tháng 6 (nhân Tháng hành động vì trẻ em 1/6 - 30/6), 19h thứ Sáu",
        at(every(FRI, a=(6, 1), b=(6, 30)), "19:00"),
    ),
    clear(
        "20h thứ Bảy tuần 2 tháng 12 (chào mừng Ngày thành lập Quân đội nhân dân Việt Nam 22/12)",
        at(nth(SAT, 2, months=(12,)), "20:00"),
    ),
    clear("Ngày hội chào mừng 20/11: 8h", at(on((11, 20)), "08:00")),
    clear(
        "Tháng 3: 8h thứ Hai; chào mừng 30/4: 20h",
        at(every(MON, a=(3, 1), b=(3, 31)), "08:00") | at(on((4, 30)), "20:00"),
    ),
    refused("Tháng 10, nhân ngày 20/10", "nhân ngày"),
    refused("20h (chào mừng 20/11)"),
    refused("Tháng 3 (kỷ niệm 8/3 lúc 8h)"),
]
