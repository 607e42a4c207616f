"""Neighbours of sentences about what moves off a weekend, and where one of several times is out."""

from __future__ import annotations

from datetime import date, timedelta

from tests.phrases.almanac import SAT, SUN, at, monthly, weekly
from tests.phrases.corpus.case import Case, clear, refused

DAILY = weekly(*range(7))


def moved(days: list[date], saturday: int, sunday: int) -> list[date]:
    """Each day, or so many days from it where it is a Saturday or a Sunday."""
    by_weekday = {SAT: saturday, SUN: sunday}
    return [day + timedelta(by_weekday.get(day.weekday(), 0)) for day in days]


# A Saturday or Sunday goes to Monday or Friday; where no direction is said it may be of any week.
OFF_A_WEEKEND = [
    clear(
        "Ngày 20 hằng tháng, nếu trùng thứ Bảy hoặc Chủ nhật thì dời sang thứ Hai tuần sau",
        moved(monthly(20), 2, 1),
    ),
    clear(
        "8h ngày 10 hằng tháng; trường hợp rơi vào thứ Bảy, Chủ nhật thì chuyển sang thứ Sáu liền trước",
        at(moved(monthly(10), -1, -2), "08:00"),
    ),
    clear(
        "Ngày 25 hằng tháng, nếu trùng thứ Bảy, Chủ nhật thì chuyển sang ngày làm việc kế tiếp",
        moved(monthly(25), 2, 1),
    ),
    refused("Ngày 20 hằng tháng, nếu trùng Chủ nhật thì chuyển sang thứ Hai tuần sau", "nếu trùng"),
    refused("Ngày 20 hằng tháng, nếu trùng thứ Bảy, Chủ nhật thì chuyển sang thứ Hai", "nếu trùng"),
    refused("Ngày 20 hằng tháng; nếu ngày 21 rơi vào thứ Bảy, Chủ nhật thì chuyển sang thứ Hai kế tiếp"),
    clear(
        "The 10th of each month at 2 pm; if that falls on a weekend, on the previous Friday",
        at(moved(monthly(10), -1, -2), "14:00"),
    ),
    clear(
        "The 20th of every month; if it falls on a Saturday or Sunday, the next working day",
        moved(monthly(20), 2, 1),
    ),
    clear("On the 5th; when the 5th falls on a weekend, on the Monday after", moved(monthly(5), 2, 1)),
    refused("The 15th of each month; if it falls on a Sunday, on the next Monday", "if it falls on a"),
    refused("The 15th of each month; if it falls on a weekend, on Monday", "if it falls on a"),
    refused("The 15th of each month; when the 16th falls on a weekend, on the following Monday"),
]

# One of several times is out on some days; refused where none is wholly in that part of the day.
ONE_OF_SEVERAL_TIMES = [
    clear(
        "7h30 - 11h30, 13h30 - 17h từ thứ Hai đến thứ Bảy, trừ chiều thứ Bảy",
        at(weekly(*range(6)), "07:30") | at(weekly(*range(5)), "13:30"),
    ),
    clear("19h hằng ngày, trừ tối thứ Bảy", at(weekly(*range(5), SUN), "19:00")),
    clear(
        "Open 9 am and 2 pm daily except Sunday mornings",
        at(weekly(*range(6)), "09:00") | at(DAILY, "14:00"),
    ),
    clear(
        "10:00 and 19:00 every day, except Monday evenings",
        at(DAILY, "10:00") | at(weekly(*range(1, 7)), "19:00"),
    ),
    refused("Thư viện mở cửa hằng ngày, trừ sáng Chủ nhật", "sáng"),
    refused("Library open daily except Sunday mornings", "Sunday mornings"),
    refused("7h30 - 17h hằng ngày, trừ chiều Chủ nhật", "chiều"),
    refused("19h hằng ngày, trừ sáng thứ Bảy", "sáng"),
]

# One date in the place of another; of a rule, or beside a time that may be the old day's, it is refused.
MOVED = [
    clear("Buổi họp ngày 14/5 dời sang ngày 21/5 lúc 8h", at([date(2024, 5, 21)], "08:00")),
    clear("Phiên họp ngày 06/6/2024 chuyển sang ngày 13/6/2024", [date(2024, 6, 13)]),
    clear(
        "The meeting of 14 May has been moved to Tuesday 21 May at 19:00", at([date(2024, 5, 21)], "19:00")
    ),
    clear("The talk on 3 October is postponed to 10 October", [date(2024, 10, 10)]),
    refused("The meeting of 14 May at 19:00 is moved to 21 May", "moved to"),
    refused("The meetings of 14 May and 11 June are moved to 21 May", "moved to"),
    refused("Collections on Mondays are moved to 7 May", "moved to"),
    refused("Họp thứ Hai hằng tuần dời sang ngày 21/5", "dời sang"),
]

CASES: list[Case] = [*OFF_A_WEEKEND, *ONE_OF_SEVERAL_TIMES, *MOVED]
