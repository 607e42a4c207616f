"""Numbers and names that a hasty reader takes for days: counts, terms of years, titles, short forms."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    dates,
    in_week,
    monthly,
    weekly,
    whole_months,
)
from tests.phrases.corpus.case import Case, clear, refused

# One more day, or how many there are?
DAY_OR_COUNT = [
    refused("Ngày 15, 20 số báo ra", "20"),
    refused("Ngày 5, 10, 15 số báo ra mỗi tháng", "15"),
    refused("Ngày 15 và 20 số báo được phát hành", "20"),
    refused("Ngày 10, 12 đại biểu họp", "12"),
    refused("Ngày 15, 20 thanh niên dọn vệ sinh", "20"),
    refused("Ngày 8, 9 tiết mục biểu diễn", "9"),
    refused("Tháng 5, 10 số báo", "10"),
    refused("Tuần 2, 3 phóng sự", "3"),
    refused("Quý 1, 2 số báo", "2"),
    refused("Thứ 2, 5 tin", "5"),
    refused("thứ Hai 5 xã", "5"),
    refused("8h thứ Hai 5 xã họp giao ban", "5"),
    refused("Thứ Hai 15 người", "15"),
    refused("ngày 5 3 xã", "3"),
    refused("May 5, 10 articles", "10"),
    refused("May 15, 20 copies are handed out", "20"),
    refused("May 15 and 20 volunteers meet", "20"),
    refused("March 5, 12 pupils visit", "12"),
    refused("Week 2, 3 reports", "3"),
    refused("May 15 people meet", "15"),
    refused("On May 3 villages meet", "3"),
    refused("on the 15 of each month", "15"),
    refused("Q1, 2 issues", "2"),
    clear("Ngày 15 hằng tháng, 20 đoàn viên dọn vệ sinh", monthly(15)),
    clear("Ngày 15, 200 đại biểu họp", monthly(15)),
    clear("Ngày 20/5, 15 hộ dân nhận quà", dates((5, 20))),
    clear("5 xã họp thứ Hai", weekly(MON)),
    clear("On 15 May, 20 pupils meet", dates((5, 15))),
]

# A month behind a numbered thing makes no date of its number; items of a plan are no dates.
NUMBERED_THINGS = [
    refused("Đợt 1 tháng 3, đợt 2 tháng 9", "Đợt 1"),
    refused("Khóa 12 tháng 5", "Khóa 12"),
    refused("Tổ 3 tháng 5", "Tổ 3"),
    refused("Lần 1 tháng 3, lần 2 tháng 9", "Lần 1"),
    clear("Đợt 1: tháng 3; đợt 2: tháng 9", periods=whole_months(3, 9)),
    clear("Ngày 1 tháng 3", dates((3, 1))),
    clear("8h 15 tháng 5", at(dates((5, 15)), "08:00")),
    clear("Mục 2.1, 17h45 thứ Tư", at(weekly(WED), "17:45")),
    clear("2.1. 17h45 thứ Tư tuần 3", at(in_week(WED, 3), "17:45")),
    clear("17.45 thứ Tư", at(weekly(WED), "17:45")),
]

# Which month of more than a year is the first?
LONG_PERIODS = [refused("Every 15 months"), refused("15 tháng một lần")]

# Four digits beside a weekday may be a time; years of a plan, money and stages are no days.
NUMBERS = [
    refused("Mondays 1900", "1900"),
    refused("Mondays 2030", "2030"),
    clear("Mondays at 9am 2024", at(weekly(MON), "09:00")),
    clear("Mondays at 19.30h", at(weekly(MON), "19:30")),
    clear("From 5 to 10 million, Mondays 9am", at(weekly(MON), "09:00")),
    clear("Phase 2 from 5 March to 10 March", periods={(date(2024, 3, 5), date(2024, 3, 10))}),
    clear("Kế hoạch 2024 - 2028 phát 19h thứ Tư", at(weekly(WED), "19:00")),
    refused("Twice on Mondays", "Twice"),
    refused("Monday evening 8am", "8am"),
    clear("Friday evening 6:30 pm", at(weekly(FRI), "18:30")),
    clear("Thứ 7 7h30", at(weekly(SAT), "07:30")),
    clear("Ngày 8 8h", at(monthly(8), "08:00")),
    refused("Ngày 8 8 tháng 5"),
]

# The third day of something is no Tuesday; "the last weekday" is one day, not five.
NAMES_OF_DAYS = [
    refused("Ngày thứ 3 của hội nghị", "thứ 3"),
    refused("Ngày thứ ba của lễ hội, 8h", "thứ ba"),
    refused("Thứ 3 của tháng", "Thứ 3"),
    clear("Thứ Ba của tháng 5", dates((5, 7), (5, 14), (5, 21), (5, 28))),
    clear("Các thứ Ba của tháng", weekly(TUE)),
    refused("Last weekday of the month", "weekday"),
    refused("First weekend of the month", "weekend"),
    refused("Friday prayers on Thursdays", "Friday"),
    refused("The Man Who Was Thursday, Fridays 8pm", "Thursday"),
    refused("Sunday best, Saturdays 8pm", "Sunday"),
    refused("May contain nuts, Mondays 9am", "May"),
    clear("May meetings: Mondays 9am", at([d for d in weekly(MON) if d.month == 5], "09:00")),
    refused("Monday fortnight", "fortnight"),
    refused("A week on Monday", "A week on"),
    clear("Once a week on Mondays", weekly(MON)),
    refused("10/3 AL", "AL"),
    refused("8h ngày 15 ÂL", "ÂL"),
    clear("Weekly from Monday 6 May at 9am", at([d for d in weekly(MON) if d >= date(2024, 5, 6)], "09:00")),
    refused("Weekly from 6 May at 9am", "9am"),
]

# The issues of weekdays, ends that a word or a count gives, hours in a row.
WORDS = [
    clear("Báo in số thứ Hai, thứ Năm", weekly(MON, THU)),
    clear("Số thứ 2, thứ 5", weekly(MON, THU)),
    clear("Lớp thứ hai, phát 8h thứ Tư", at(weekly(WED), "08:00")),
    clear("Mỗi thứ Hai 1 số", weekly(MON)),
    refused("Hết 5/3"),
    clear("Thứ Hai 8h hết tháng 6", at([d for d in weekly(MON) if d.month <= 6], "08:00")),
    refused("Thứ Hai lùi 30 phút so với thứ Ba 19h", "so với"),
    refused("Phim 30 tập, từ 5/3, 20h hằng ngày", "30 tập"),
    refused("10 sessions, Mondays 7pm from 5 March", "10 sessions"),
    clear("Thứ Hai tới thứ Sáu 8h", at(weekly(*range(5)), "08:00")),
    refused("Thứ Hai tới 8h", "Thứ Hai tới"),
    clear("2 ngày cuối tuần, 8h", at(weekly(SAT, SUN), "08:00")),
    clear(
        "8h 14h 19h thứ Hai", at(weekly(MON), "08:00") | at(weekly(MON), "14:00") | at(weekly(MON), "19:00")
    ),
]

CASES: list[Case] = [*DAY_OR_COUNT, *NUMBERS, *NUMBERED_THINGS, *LONG_PERIODS, *NAMES_OF_DAYS, *WORDS]
