""" "Before the 20th", "trước ngày 20": due on the day before; "by", "chậm nhất" take the day in."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import ALL, FRI, SAT, THU, at, dates, in_week, monthly, weekly
from tests.phrases.corpus.case import Case, clear, refused

FIRST_OF_QUARTER, LAST_OF_QUARTER = (1, 4, 7, 10), (3, 6, 9, 12)

BEFORE: list[Case] = [
    clear("Báo cáo tháng gửi trước ngày 05 của tháng liền kề", monthly(4)),
    clear("Nộp trước ngày 08 của tháng sau liền kề", monthly(7)),
    clear("Báo cáo năm: trước ngày 31/01 năm liền kề", dates((1, 30))),
    clear("Báo cáo quý gửi trước ngày 10 của tháng đầu quý sau", monthly(9, FIRST_OF_QUARTER)),
    clear("Trước ngày 01 của tháng đầu quý sau", monthly(-1, LAST_OF_QUARTER)),
    clear("Chốt số liệu trước ngày 1 hằng tháng", monthly(-1)),
    clear("Gửi tin, bài trước ngày 5, 15, 25 hằng tháng", monthly(4) + monthly(14) + monthly(24)),
    clear("Trước ngày cuối cùng của tháng", monthly(-2)),
    clear("Hoàn thành trước ngày 1/3", dates((2, 29))),
    clear("Báo cáo 6 tháng đầu năm gửi trước ngày 10/07 của năm báo cáo", dates((7, 9))),
    clear("Trước 15h thứ Sáu hằng tuần", at(weekly(FRI), "15:00")),
    clear("Báo cáo tuần nộp trước 15h thứ Năm hằng tuần", at(weekly(THU), "15:00")),
    clear("Báo cáo gửi về Sở trước 10 giờ sáng ngày thứ Bảy hằng tuần", at(weekly(SAT), "10:00")),
    clear("Gửi báo cáo trước 16h thứ Sáu tuần cuối tháng", at(in_week(FRI, -1), "16:00")),
    clear("Hoàn thành trước ngày 27-8", dates((8, 26))),
    clear("Trước 16h30 ngày 25 hằng tháng", at(monthly(25), "16:30")),
    clear("Trước ngày 5 các tháng 1, 4, 7, 10", monthly(4, FIRST_OF_QUARTER)),
    clear("Gửi bài trước ngày 12 hằng tháng; họp ngày 18 hằng tháng", monthly(11) + monthly(18)),
    clear("Copy must reach us before the 5th of each month", monthly(4)),
    clear("Before the 1st of each month", monthly(-1)),
    clear("Please reply before 1 March 2024", [date(2024, 2, 29)]),
    clear("Entries before 3 June", dates((6, 2))),
    clear("Before 4pm on 12 April", at(dates((4, 12)), "16:00")),
    clear("Before the 15th of each month", monthly(14)),
    clear("Forms must be in before 20 May", dates((5, 19))),
    clear("Nộp hồ sơ trước ngày 20/5", dates((5, 19))),
    clear("Trước ngày 25 hằng tháng", monthly(24)),
    clear("Trước ngày 15 hằng tháng", monthly(14)),
    clear("Hoàn thành trước ngày 25/12/2024", [date(2024, 12, 24)]),
]
DAY_INCLUDED: list[Case] = [
    clear("Không muộn hơn ngày 20 hằng tháng", monthly(20)),
    clear("Chậm nhất ngày 05 của tháng sau liền kề", monthly(5)),
    clear("Chậm nhất ngày 31/01 năm liền kề", dates((1, 31))),
    clear("Chậm nhất là ngày thứ 20 của tháng tiếp theo tháng phát sinh nghĩa vụ thuế", monthly(20)),
    clear("On or before 14 October", dates((10, 14))),
    clear("By the 5th of every month", monthly(5, ALL)),
]
# Another day is counted from the one that is named, or what stands there is no single date.
REFUSED: list[Case] = [
    refused("5 ngày trước ngày 20/11", "trước"),
    refused("Thứ Hai trước ngày 20/11 lúc 8h"),
    refused("the Saturday before 20 May at 9am"),
    refused("từ 1/3 đến trước ngày 15/3", "trước"),
    refused("không trước ngày 20/5", "không trước"),
    refused("trước ngày 20/12 (thứ Sáu)", "trước"),
    refused("trước ngày 5-10", "trước"),
    refused("trước ngày 1 các tháng 1, 4, 7, 10", "trước"),
    refused("before 9am every Monday", "before"),
    refused("Before Friday 20 December", "Before"),
    refused("not before 5 May", "not before"),
]

CASES = BEFORE + DAY_INCLUDED + REFUSED
