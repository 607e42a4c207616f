"""Vietnamese: what only says a date or a period once more, and house numbers in brackets."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, SUN, at, dates, run, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

_APRIL = (date(2024, 4, 6), date(2024, 4, 8))

# How many days a period has, where they are just so many.
LENGTHS = [
    clear(
        "Nghỉ từ thứ Bảy ngày 06/4 đến hết thứ Hai ngày 08/4/2024 (03 ngày nghỉ liên tục)", periods=[_APRIL]
    ),
    clear("Hội chợ từ 6/4 đến 8/4/2024 (3 ngày)", periods=[_APRIL]),
    clear("Hội chợ 06/4 - 08/4/2024 (3 ngày liên tiếp)", periods=[_APRIL]),
    clear("Triển lãm mở 8h-17h từ 6 đến 8/4 (3 ngày)", at(run(*_APRIL), "08:00")),
    clear(
        "Hội hoa xuân từ 28/12/2024 đến 2/1/2025 (6 ngày)", periods=[(date(2024, 12, 28), date(2025, 1, 2))]
    ),
    refused("Hội chợ từ 6/4 đến 8/4/2024 (5 ngày)", "5"),
    refused("Hội chợ từ 6/4 (3 ngày)"),
    refused("Hội chợ từ 28/2 đến 1/3 (3 ngày)"),
    refused("Hội chợ từ 6/4 đến 8/4/2024 (nghỉ 3 ngày)"),
    refused("Họp 8h thứ Hai (3 ngày)"),
    refused("Họp 8h đến 10h ngày 8/4 (3 ngày)"),
    refused("Hội chợ 8, 9/4 - 10/4 (2 ngày)"),
]

# "This week" between a weekday and its full date.
THIS_WEEK = [
    clear("19h thứ Hai tuần này 04/03/2024", at(dates((3, 4)), "19:00")),
    clear("19h thứ 2 tuần này, ngày 4/3/2024", at(dates((3, 4)), "19:00")),
    clear(
        "Tối thứ hai tuần này (04/03/2024) lớp giáo lý khai giảng lúc 19 giờ 00", at(dates((3, 4)), "19:00")
    ),
    asked("19h thứ Hai tuần này 05/03/2024", at(dates((3, 5)), "19:00"), at(dates((3, 4)), "19:00")),
    refused("19h thứ Hai tuần này 04/03", "tuần này"),
    refused("19h thứ Hai tuần này", "tuần này"),
    refused("19h tuần này 4/3/2024", "tuần này"),
    refused("19h thứ Hai tuần này, thứ Ba 4/3/2024", "tuần này"),
]

# The year of a date is no count of what stands behind it.
YEARS = [
    clear("Tối thứ hai 04/03/2024 lớp giáo lý khai giảng lúc 19 giờ", at(dates((3, 4)), "19:00")),
    clear("8h ngày 4/3/2024 lớp tập huấn", at(dates((3, 4)), "08:00")),
]

# A house number at the head of a bracket.
HOUSES = [
    clear("18h30 Chủ nhật tại quán Hoa Sen (69 Tạ Quang Bửu, phường Hoa Lư)", at(weekly(SUN), "18:30")),
    clear("8h thứ Hai hằng tuần (12 Lê Lợi, TP Huế)", at(weekly(MON), "08:00")),
    asked("8h thứ Hai (12/5 Lê Lợi, phường 3)"),
    refused("8h thứ Hai (69 Tạ Quang Bửu)", "69"),
    refused("8h thứ Hai (5 tháng Giêng, phường 3)"),
    refused("8h thứ Hai (20 Hội thi, phường 3)", "20"),
]

CASES: list[Case] = [*LENGTHS, *THIS_WEEK, *YEARS, *HOUSES]
