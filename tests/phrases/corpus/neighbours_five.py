"""Neighbours of what the fifth round found: days that give way, beginnings, titles, own months."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    YEAR,
    at,
    days_of,
    in_week,
    monthly,
    weekly,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused


def nth(weekday: int, number: int, months: tuple[int, ...] = ALL) -> list[date]:
    """The n-th such weekday of each month; -1 is the last."""
    found = []
    for month in months:
        same = [day for day in days_of(month) if day.weekday() == weekday]
        found.append(same[number - 1 if number > 0 else number])
    return found


def but(*months: int) -> tuple[int, ...]:
    """All months without these."""
    return tuple(month for month in ALL if month not in months)


def on(month: int, day: int) -> list[date]:
    """One date of the year."""
    return [date(YEAR, month, day)]


def stretch(first: tuple[int, int], last: tuple[int, int], *weekdays: int) -> list[date]:
    """Weekdays from a day to another; every day where none is given."""
    return weekly(*(weekdays or range(7)), first=date(YEAR, *first), last=date(YEAR, *last))


# The days of one month take the place of those that the rule has in it.
ONE_MONTH: list[Case] = [
    clear("The 8th of each month, in January on the 10th", monthly(8, but(1)) + on(1, 10)),
    clear("5th of each month; in January on the 8th", monthly(5, but(1)) + on(1, 8)),
    clear("5th of each month (in January on the 8th)", monthly(5, but(1)) + on(1, 8)),
    clear("Third Monday of each month, in December on the second Monday",
          nth(MON, 3, but(12)) + nth(MON, 2, (12,))),
    clear("Last Friday of the month, in December the 13th", nth(FRI, -1, but(12)) + on(12, 13)),
    clear("15th of each month, on 20 December instead", monthly(15, but(12)) + on(12, 20)),
    clear("First Tuesday of the month at 7pm; in August on the second Tuesday at 6pm",
          at(nth(TUE, 1, but(8)), "19:00") | at(nth(TUE, 2, (8,)), "18:00")),
    clear("First Tuesday of the month at 7pm, in August on the 13th at 6pm",
          at(nth(TUE, 1, but(8)), "19:00") | at(on(8, 13), "18:00")),
    clear("Ngày 15 hằng tháng, riêng tháng 8 vào ngày 20", monthly(15, but(8)) + on(8, 20)),
    clear("Ngày 15 hằng tháng, tháng 8 họp ngày 20", monthly(15, but(8)) + on(8, 20)),
    clear("Ngày 15 hằng tháng; tháng 8 ngày 20", monthly(15, but(8)) + on(8, 20)),
    clear("Ngày 5 hằng tháng (tháng 1 ngày 8)", monthly(5, but(1)) + on(1, 8)),
    clear("Thứ Hai tuần 1 hằng tháng, tháng 2 vào thứ Hai tuần 2",
          in_week(MON, 1, but(2)) + in_week(MON, 2, (2,))),
    clear("Họp giao ban ngày 10 hằng tháng, tháng 7 vào ngày 12", monthly(10, but(7)) + on(7, 12)),
    clear("Ngày 15 hằng tháng, tháng 8 và tháng 9 vào ngày 20", monthly(15, but(8, 9)) + monthly(20, (8, 9))),
    clear("Ngày 15 hằng tháng lúc 8h, tháng 8 vào ngày 20 lúc 9h",
          at(monthly(15, but(8)), "08:00") | at(on(8, 20), "09:00")),
    # one more, or a limit
    clear("10th of every month and 12 August", monthly(10) + on(8, 12)),
    clear("15th of each month, April to December", monthly(15, tuple(range(4, 13)))),
    clear("Ngày 15 hằng tháng, thêm ngày 20 tháng 8", monthly(15) + on(8, 20)),
    clear("Họp ngày 10 hằng tháng, sơ kết ngày 12/7", monthly(10) + on(7, 12)),
    clear("The 1st of each month; in January the 2nd", monthly(1, but(1)) + on(1, 2)),
    clear("First Monday of the month, in May Tuesday 7 May", nth(MON, 1, but(5)) + on(5, 7)),
    clear("Monthly meeting, third Tuesday 7.30pm; December: second Tuesday",
          at(nth(TUE, 3, but(12)) + nth(TUE, 2, (12,)), "19:30")),
    clear("Ngày 5 và 20 hằng tháng, tháng 2 vào ngày 10",
          monthly(5, but(2)) + monthly(20, but(2)) + on(2, 10)),
    clear("Thứ Sáu tuần cuối hằng tháng, tháng 12 vào ngày 20", in_week(FRI, -1, but(12)) + on(12, 20)),
    # either
    refused("Tuesdays; in August Wednesdays", "in August"),
    refused("Tuesdays at 7pm, in August Wednesdays at 7pm", "in August"),
    refused("Mon 9am; Tue 10am; in August Wed 11am", "in August"),
    refused("Thứ Ba hằng tuần 8h, tháng 7 thứ Năm 9h", "tháng 7"),
    refused("Thứ Hai 8h; tháng 7: thứ Ba 9h", "tháng 7"),
    refused("Every 10th of the month, 12 August", "12 August"),
    refused("15th of each month and in August on the 20th", "in August on the 20th"),
    refused("Họp ngày 10 hằng tháng, ngày 12/7", "ngày 12/7"),
    refused("Thứ Hai tuần 1, tháng 2 thứ Hai tuần 2", "tháng 2"),
]  # fmt: skip

# "Instead" behind the days of one rule that some of another rule's give way to.
INSTEAD: list[Case] = [
    clear("Mondays at 10am, on the first Monday of the month at 3pm instead",
          at([day for day in weekly(MON) if day.day > 7], "10:00") | at(nth(MON, 1), "15:00")),
    clear("Mondays 10am; on the last Monday of the month at noon instead.",
          at(sorted(set(weekly(MON)) - set(nth(MON, -1))), "10:00") | at(nth(MON, -1), "12:00")),
    clear("Monday to Saturday at 9am; Saturdays at 11am instead",
          at(weekly(*WEEKDAYS), "09:00") | at(weekly(SAT), "11:00")),
    clear("Wednesdays at 10am, on Wednesday 25 December at 2pm instead",
          at([day for day in weekly(WED) if day != date(YEAR, 12, 25)], "10:00") | at(on(12, 25), "14:00")),
    refused("Mondays at 10am, on 25 December at 2pm instead", "instead"),
    refused("Monday to Friday at 9am; Saturdays at 11am instead", "instead"),
    refused("Mondays at 10am; in August at 2pm instead", "instead"),
    refused("On the first Monday of the month at 2pm instead", "instead"),
]  # fmt: skip

# An end without a beginning, behind a date that may be the beginning.
BEGUN: list[Case] = [
    clear("The hearing opens at 9am on Monday 4 March and sits at 9am each weekday until Friday 15 March",
          at(stretch((3, 4), (3, 15), *WEEKDAYS), "09:00")),
    clear("The festival starts on Monday 3 June at 9am and runs daily until 14 June",
          at(stretch((6, 3), (6, 14)), "09:00")),
    clear("Course starts Monday 3 June at 7pm and continues every Monday until 24 June",
          at(stretch((6, 3), (6, 24), MON), "19:00")),
    clear("Bắt đầu từ ngày 3/6, 19h thứ Hai hằng tuần đến 24/6", at(stretch((6, 3), (6, 24), MON), "19:00")),
    refused("Opens 8 October at 10am, and from then until 18 October daily at 10am"),
    refused("The inquiry opens at 10am on Tuesday 8 October. It sits at 10am each weekday until 18 October"),
    refused("Opens 8 October; open daily 10am until 18 October", "8 October"),
    refused("First session 3 June at 7pm; sessions every Monday at 7pm until 24 June", "3 June at 7pm"),
    refused("Launch 8 October 11am; drop-ins every Tuesday at 2pm until 17 December", "8 October"),
    refused("Hearings sit each weekday at 10am until 18 October, opening on 8 October", "on 8 October"),
    refused("Khai mạc 8h ngày 8/10, các ngày làm việc 8h đến 18/10", "8h ngày 8/10"),
    refused("Khai giảng 19h thứ Hai ngày 3/6 và học 19h thứ Hai hằng tuần đến 24/6", "ngày 3/6"),
    refused("Mở màn 20h ngày 5/7, diễn 20h thứ Sáu hằng tuần đến 26/7", "ngày 5/7"),
    refused("Ra mắt ngày 5/7; phát 20h thứ Sáu hằng tuần đến hết tháng 8", "ngày 5/7"),
    refused("Phiên tòa mở 8h ngày 8/10 và xét xử 8h hằng ngày đến ngày 18/10", "ngày 8/10"),
    clear("20h ngày 8/10; thêm 9h thứ Hai đến hết ngày 18/12",
          at(on(10, 8), "20:00") | at(stretch((1, 1), (12, 18), MON), "09:00")),
]  # fmt: skip

# Two rules with days in common: two titles are two programmes; else it is asked.
TITLES: list[Case] = [
    clear("Parish Mass Sundays 9am; Family Service first Sunday of the month 11am",
          at(weekly(SUN), "09:00") | at(nth(SUN, 1), "11:00")),
    clear("Yoga Mondays 6pm; Book club, first Monday of the month, 8pm",
          at(weekly(MON), "18:00") | at(nth(MON, 1), "20:00")),
    clear("Mondays 6pm yoga; first Monday of the month 8pm book club",
          at(weekly(MON), "18:00") | at(nth(MON, 1), "20:00")),
    clear("Jazz night: Fridays 9pm. Open mic: last Friday of the month 8pm.",
          at(weekly(FRI), "21:00") | at(nth(FRI, -1), "20:00")),
    clear("Thời sự 19h hằng ngày; Dân ca 20h thứ Bảy",
          at(stretch((1, 1), (12, 31)), "19:00") | at(weekly(SAT), "20:00")),
    clear("Bản tin 19h thứ Năm; chuyên mục Pháp luật 18h thứ Năm tuần 1",
          at(weekly(THU), "19:00") | at(in_week(THU, 1), "18:00")),
    clear("Thể dục thứ Bảy 6h; chiếu phim thứ Bảy tuần 2 lúc 19h30",
          at(weekly(SAT), "06:00") | at(in_week(SAT, 2), "19:30")),
    clear("Dân ca: 19h Chủ nhật; Sân khấu: 20h Chủ nhật tuần 2",
          at(weekly(SUN), "19:00") | at(in_week(SUN, 2), "20:00")),
    asked("Council meets Tuesdays at 10am; Council meets on the first Tuesday at 2pm"),
    asked("Surgery Mondays 10am, Library; first Monday of the month 2pm, Town Hall"),
    asked("Tuesdays 10am at the Library; first Tuesday of the month 2pm at the Town Hall"),
    asked("Mondays 10am, Civic; first Monday of the month 2pm, Guildhall"),
    asked("Tuesdays at 10am; the meeting on the first Tuesday of the month is at 2pm"),
    asked("Tiếp dân thứ Năm 8h; lãnh đạo tiếp dân thứ Năm tuần 1 lúc 14h"),
    asked("Thứ Năm 19h; họp thứ Năm tuần 1 lúc 18h"),
]  # fmt: skip

# Times with months of their own are not crossed; numbers of rooms and documents are no times and no dates.
OTHERS: list[Case] = [
    clear("Mondays 8am April to September and 9am October to December",
          at(stretch((4, 1), (9, 30), MON), "08:00") | at(stretch((10, 1), (12, 31), MON), "09:00")),
    clear("Weekdays 9am in June, 10am in July and August",
          at(stretch((6, 1), (6, 30), *WEEKDAYS), "09:00")
          | at(stretch((7, 1), (8, 31), *WEEKDAYS), "10:00")),
    clear("Thứ Hai 8h từ tháng 4 đến tháng 9, 9h từ tháng 10 đến tháng 12",
          at(stretch((4, 1), (9, 30), MON), "08:00") | at(stretch((10, 1), (12, 31), MON), "09:00")),
    refused("Mondays: April to September 8am-8pm, October to March 9am-4pm"),
    refused("Mở cửa 7h tháng 4 - tháng 9, 8h tháng 10 - tháng 12"),
    clear("One quarter-page a month", periods=whole_months(*ALL)),
    clear("2 spots a day at 6.55pm and 9pm, 1 to 31 May",
          at(stretch((5, 1), (5, 31)), "18:55") | at(stretch((5, 1), (5, 31)), "21:00")),
    clear("Rooms 2.14 and 2.15, Thursday 18 July, 9.30am", at(on(7, 18), "09:30")),
    asked("Room 2.30, Monday 3 June, 9am"),
    clear("Wednesday 4 December 6.30pm, order TRO/2024/117", at(on(12, 4), "18:30")),
    clear("Meeting at 6.30pm on Wednesday 4 December (reference HC-114)", at(on(12, 4), "18:30")),
    clear("May Fair Saturday 4 May 11am", at(on(5, 4), "11:00")),
    refused("May Queen rehearsals every Tuesday at 6pm", "May"),
]  # fmt: skip

CASES: list[Case] = [*ONE_MONTH, *INSTEAD, *BEGUN, *TITLES, *OTHERS]
