"""Remarks beside a date that name another time: the moon's calendar, seasons of the Church, years."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, at, dates, monthly, run, weekly
from tests.phrases.corpus.case import Case, clear, refused

# The day of the moon's calendar that a date is; the same numbers say that the date itself is of it.
LUNAR = [
    clear("Văn nghệ 20h ngày 9/2 (tức đêm 30 Tết)", at(dates((2, 9)), "20:00")),
    clear("Lễ chùa 8h ngày 10/2/2024 (mùng 1 Tết)", at(dates((2, 10)), "08:00")),
    clear("Giỗ Tổ 8h ngày 18/4 (nhằm mùng 10 tháng 3 âm lịch)", at(dates((4, 18)), "08:00")),
    clear("Giỗ Tổ ngày 18/4, nhằm ngày mùng 10 tháng 3 âm lịch", dates((4, 18))),
    clear("8h ngày 10/2 (nhằm mùng 1 Tết Quý Mão)", at(dates((2, 10)), "08:00")),
    clear(
        "Mở cửa từ 6h, từ ngày 5/2 đến 7/2 (tức 26 đến 28 Tết)",
        at(run(date(2024, 2, 5), date(2024, 2, 7)), "06:00"),
    ),
    refused("8h ngày 9/2 (tức đêm 30 Tết)"),
    refused("Giỗ Tổ ngày 10/3 (mùng 10 tháng 3)", "mùng"),
    refused("Lễ chùa ngày 1/1 (mùng 1 Tết)", "mùng"),
    refused("Lễ hội ngày 15/5 (âm lịch)", "âm lịch"),
    refused("Lễ hội mùng 10 tháng 3 (18/4)", "mùng"),
    refused("Văn nghệ ngày 9/2 (đêm 30 Tết)"),
]

# A season of the Church moves from year to year; beside a date it only names the day.
SEASONS = [
    clear("Chúa nhật thứ V Mùa Chay (17/3): 10h", at(dates((3, 17)), "10:00")),
    clear("Thứ Hai tuần 9 thường niên (27/5), 17h30", at(dates((5, 27)), "17:30")),
    refused("Trong suốt Mùa Chay, đi đàng thánh giá thứ Sáu lúc 17h30", "Mùa Chay"),
    refused("Thứ Ba Tuần Thánh 18h"),
    refused("Chúa nhật thứ V Mùa Chay, 8h"),
]

# A year that is planned for, or looked back on, is not the year of a date before it.
YEARS = [
    clear("Ngày 15/12 họp triển khai nhiệm vụ năm 2025", dates((12, 15))),
    clear("8h ngày 5/3 họp tổng kết năm 2019", at(dates((3, 5)), "08:00")),
    clear("Ngày 10/12 trình dự toán chi năm 2025", dates((12, 10))),
    clear("Kế hoạch năm 2024: ngày 15/5 họp", dates((5, 15))),
    clear("Hội nghị ngày 5/3 năm 2024", dates((3, 5))),
    clear("Gặp nhau cuối năm, 20h ngày 9/2", at(dates((2, 9)), "20:00")),
    clear("Hòa nhạc đầu năm: 20h ngày 6/1", at(dates((1, 6)), "20:00")),
    refused("Họp cuối năm, 8h ngày 27/5"),
    clear("Cập nhật lần cuối: 14:36 17/03/2022\nTiếp dân thứ Hai 8h", at(weekly(MON), "08:00")),
    clear("Cập nhật ngày 5 hằng tháng", monthly(5)),
]

# The noon within the opening hours is no time of its own.
NOON = [
    clear("Thứ Hai: 7h - 19h (kể cả buổi trưa)", at(weekly(MON), "07:00")),
    clear("Phục vụ thứ Hai từ 7h đến 17h, kể cả giờ trưa", at(weekly(MON), "07:00")),
    refused("Lễ thứ Hai 7h, 19h (kể cả buổi trưa)", "kể cả"),
    refused("Lễ thứ Hai 8h, kể cả Chủ nhật"),
]

CASES: tuple[Case, ...] = (*LUNAR, *SEASONS, *YEARS, *NOON)
