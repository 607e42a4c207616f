"""Capitals, blanks in a row, no accents, counters: what a text looks like must change no date."""

from __future__ import annotations

from tests.phrases.almanac import ALL, MON, SAT, at, at_each, dates, monthly, run, weekly
from tests.phrases.corpus.case import Case, clear, refused

EVERY_DAY = weekly(*range(7))
WITHOUT_SATURDAY = weekly(*range(5))
SPRING_TO_AUTUMN = (4, 5, 6, 7, 8, 9)

CASES: list[Case] = [
    clear("MỖI NGÀY 3 LẦN: 6G, 11G, 17G", at_each(EVERY_DAY, "06:00", "11:00", "17:00")),
    clear("PHÁT THANH 19G THỨ HAI", at(weekly(MON), "19:00")),
    clear("Phủ sóng 5G, thứ Hai 8h", at(weekly(MON), "08:00")),
    clear(
        "7h30  -  11h30,  13h30  -  17h  từ  thứ  Hai  đến  thứ  Sáu,  trừ  chiều  thứ  Sáu",
        at(WITHOUT_SATURDAY, "07:30") | at(weekly(0, 1, 2, 3), "13:30"),
    ),
    clear("8h\u00a0\u00a0thứ\tHai", at(weekly(MON), "08:00")),
    clear("Mondays\u00a0 8am", at(weekly(MON), "08:00")),
    clear("Phim dài 1:30, chiếu 20:00 thứ Bảy", at(weekly(SAT), "20:00")),
    clear("20:00 thứ Bảy, thời lượng: 05:30", at(weekly(SAT), "20:00")),
    clear("8h 5/3, cả ngày 12/3", at(dates((3, 5)), "08:00") | set(dates((3, 12)))),
    # "ap dung" and "de nghi" end in "dừng" and "nghỉ" only without accents
    clear(
        "8h thu Hai hang tuan, tam dung thang 7",
        at([day for day in weekly(MON) if day.month != 7], "08:00"),
    ),
    clear(
        "hop 8h hang ngay, ap dung tu 10/6 den 16/6", at(run(dates((6, 10))[0], dates((6, 16))[0]), "08:00")
    ),
    refused("8h thu Hai, nang dung tu 10/6 den 16/6", "dung"),
    clear(
        "Họp 8h ngày 5 hằng tháng, nộp báo cáo 14h ngày 20 hằng tháng, từ tháng 4 đến tháng 9",
        at(monthly(5, SPRING_TO_AUTUMN), "08:00") | at(monthly(20, SPRING_TO_AUTUMN), "14:00"),
    ),
    clear(
        "9am on the 5th of each month, 2pm on the 20th of each month, in April and September",
        at(monthly(5, (4, 9)), "09:00") | at(monthly(20, (4, 9)), "14:00"),
    ),
    clear(
        "8h ngày 5 hằng tháng, 14h ngày 20 trong tháng 3",
        at(monthly(5, ALL), "08:00") | at(dates((3, 20)), "14:00"),
    ),
]
