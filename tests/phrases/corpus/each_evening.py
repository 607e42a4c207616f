"""Every evening, every morning, every working day: each day, beside a range, an open start or a weekday."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, THU, TUE, WEEKDAYS, YEAR, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused


def daily(first: tuple[int, int] = (1, 1), last: tuple[int, int] = (12, 31)) -> list[date]:
    return weekly(*range(7), first=date(YEAR, *first), last=date(YEAR, *last))


def first_workdays() -> list[date]:
    return [next(d for d in weekly(*WEEKDAYS) if d.month == month) for month in range(1, 13)]


EVENINGS: list[Case] = [
    clear("21h hằng đêm", at(daily(), "21:00")),
    clear("7h mỗi sáng", at(daily(), "07:00")),
    clear("Đọc truyện mỗi đêm lúc 22h30", at(daily(), "22:30")),
    clear("Điểm báo: 16h mỗi chiều", at(daily(), "16:00")),
    clear("Chiếu phim mỗi tối từ 19h30 ngày 3/6", at(daily((6, 3)), "19:30")),
    clear("Hằng ngày từ 8h ngày 3/6", at(daily((6, 3)), "08:00")),
    clear("Từ 3/6, mỗi tối lúc 19h", at(daily((6, 3)), "19:00")),
    clear("Mỗi tối từ 3/6 đến 9/6 lúc 19h", at(daily((6, 3), (6, 9)), "19:00")),
    clear("Every evening from 7pm on 3 June", at(daily((6, 3)), "19:00")),
    clear("Daily from 8am on 3 June", at(daily((6, 3)), "08:00")),
    clear("Each morning at 6:45am", at(daily(), "06:45")),
    clear("Nightly at 9:15pm from 3 June to 9 June", at(daily((6, 3), (6, 9)), "21:15")),
    # a weekday or a date beside it says which of them
    clear("Mỗi tối thứ Năm lúc 20h", at(weekly(THU), "20:00")),
    clear("Mỗi sáng 8h thứ Hai", at(weekly(MON), "08:00")),
    clear("Mỗi tối thứ ba và thứ sáu 19h", at(weekly(TUE, FRI), "19:00")),
    clear("Thứ Hai đến thứ Sáu mỗi tối 20h", at(weekly(*WEEKDAYS), "20:00")),
    clear("Mỗi tối 15, 16, 17/5 lúc 20h", at(dates((5, 15), (5, 16), (5, 17)), "20:00")),
    refused("Mỗi tối 19h ngày 28/5"),
    refused("Every evening on 28 May at 7pm"),
]
WORKING: list[Case] = [
    clear("Chào cờ mỗi ngày làm việc lúc 7h30", at(weekly(*WEEKDAYS), "07:30")),
    clear("Điểm báo mọi ngày làm việc", weekly(*WEEKDAYS)),
    clear("Cập nhật số liệu hằng ngày làm việc", weekly(*WEEKDAYS)),
    clear("Giao ban mỗi ngày làm việc đầu tiên của tháng", first_workdays()),
    clear("Every working day at 7.30am", at(weekly(*WEEKDAYS), "07:30")),
    asked(
        "Bộ phận một cửa hằng ngày làm việc từ 7h đến 11h",
        at(weekly(*WEEKDAYS), "07:00"),
        at(daily(), "07:00"),
    ),
    clear("Hằng ngày lúc 7h làm việc tại trụ sở", at(daily(), "07:00")),
]

CASES = EVENINGS + WORKING
