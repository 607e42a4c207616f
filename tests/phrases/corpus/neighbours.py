"""Neighbours of sentences that were once read wrongly: each class in both languages, with other words."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    QUARTERS,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    at,
    between,
    but,
    dates,
    following,
    in_week,
    monthly,
    weekly,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

# Parts that are clear by themselves and together leave no day.
NO_DATES = [
    refused("9h thứ Hai hằng tuần từ 5/3 đến 8/3", "thứ Hai hằng tuần từ 5/3"),
    refused("Họp giao ban ngày 15 hằng tháng, từ 1/3 đến 8/3, 8h", "ngày 15"),
    refused("19h hằng ngày, trừ từ thứ Hai đến Chủ nhật", "hằng ngày"),
    refused("Phát 18h các ngày 5/3, 12/5, từ 1/3 đến 30/4", "12/5"),
    refused("8h30 thứ Hai tuần 5 tháng 2", "tuần 5 tháng 2", year=2023),
    refused("Every Tuesday at 18:00 from 6 March to 9 March", "Tuesday"),
    refused("The 20th of each month at 14:00, from 1 May to 12 May", "20th"),
    refused("Daily at 09:00 except Monday to Sunday", "except"),
    refused("Talks at 18:00 on 5 March and 12 May, from 1 March to 30 April", "12 May"),
    clear("9h thứ Hai hằng tuần từ 1/3/2025", ()),  # its own year: none of it in 2024
    clear("19:00 on 5 March 2025", ()),
    refused("Họp 9h ngày 29/2", "29/2", year=2023),
    clear("Họp chi bộ 9h ngày 29/2", {datetime(2024, 2, 29, 9)}),
    asked("Nộp báo cáo ngày 31 các tháng 4, 6", dates((4, 30), (6, 30)), dates((5, 1), (7, 1))),
]

# A range of one event, then the date of another.
RANGE_AND_DATE = [
    clear(
        "Craft fair, from 4 to 8 March, concert on 20 March",
        dates((3, 20)),
        periods={(date(2024, 3, 4), date(2024, 3, 8))},
    ),
    clear(
        "Festival 4 to 8 June, closing concert on 20 June at 19:00",
        {datetime(2024, 6, 20, 19)},
        periods={(date(2024, 6, 4), date(2024, 6, 8))},
    ),
    refused("Book sale 4 to 8 March, author talk on 6 March at 18:00", "6 March"),
    clear(
        "Every Monday from 4 March to 29 April, concert on 26 March",
        [*weekly(MON, first=date(2024, 3, 4), last=date(2024, 4, 29)), date(2024, 3, 26)],
    ),
    refused("Exhibition 4 to 8 March, talks on 6 and 21 March", "21 March"),
    clear(
        "Trưng bày sách từ ngày 4 đến ngày 8/3, tọa đàm ngày 20/3",
        dates((3, 20)),
        periods={(date(2024, 3, 4), date(2024, 3, 8))},
    ),
    clear(
        "Triển lãm ảnh từ 4/6 đến 8/6, tổng kết ngày 20/6 lúc 14h",
        {datetime(2024, 6, 20, 14)},
        periods={(date(2024, 6, 4), date(2024, 6, 8))},
    ),
    clear(
        "Triển lãm từ 4/3 đến 8/3, bế giảng lớp vẽ 9h ngày 20/3",
        {datetime(2024, 3, 20, 9)},
        periods={(date(2024, 3, 4), date(2024, 3, 8))},
    ),
    refused("Camp 4-8 March, 9am to 4pm, concert 20 March", "concert"),
    refused("Every Tuesday at 18:00, concert on 16 April", "16 April"),
    clear(
        "Every Tuesday at 18:00, concert on 16 June at 19:00",
        at(weekly(TUE), "18:00") | {datetime(2024, 6, 16, 19)},
    ),
    refused("Hội chợ từ 4/3 đến 8/3, khai mạc 9h ngày 5/3", "ngày 5/3"),
    clear("Từ 1/3 đến 30/4: 9h các ngày 5/3, 12/3", at(dates((3, 5), (3, 12)), "09:00")),
    clear("9h các ngày 5/3, 12/3 từ 1/3 đến 30/4", at(dates((3, 5), (3, 12)), "09:00")),
]


def _but(weekday: int, week: int) -> list[date]:
    """A weekday of every week but the n-th of the month, or the last."""
    days = weekly(weekday)
    counted = [[d for d in days if d.month == month] for month in ALL]
    out = {days[week - 1 if week > 0 else week] for days in counted}
    return [d for d in days if d not in out]


# The exception leaves out the weekday of its rule.
EXCEPT_THE_LAST = [
    clear("Every Tuesday at 18:00, but not the last in the month", at(_but(TUE, -1), "18:00")),
    clear("Yoga, Mondays at 18:30, except the first in the month", at(_but(MON, 1), "18:30")),
    clear("Every Sunday at 14:00, excluding the third in each month", at(_but(SUN, 3), "14:00")),
    clear("Quiz night every Thursday at 20:00 except the last one of the month", at(_but(THU, -1), "20:00")),
    refused("Mondays and Thursdays at 18:00, except the last in the month", "except"),
    refused("Daily at 18:00 except the last in the month", "last"),
    clear("18h thứ Ba hằng tuần, trừ buổi cuối cùng của tháng", at(_but(TUE, -1), "18:00")),
    clear("Sinh hoạt câu lạc bộ 19h thứ Năm, trừ kỳ đầu tiên trong tháng", at(_but(THU, 1), "19:00")),
    clear("20h Chủ nhật hằng tuần, trừ số cuối tháng", at(_but(SUN, -1), "20:00")),
    refused("18h thứ Hai và thứ Năm hằng tuần, trừ buổi cuối tháng", "trừ"),
    asked(
        "Every Tuesday at 18:00 except the 3rd of the month",
        at(_but(TUE, 3), "18:00"),
        at([d for d in weekly(TUE) if d.day != 3], "18:00"),
    ),
]

# Weekdays that depend on the day when they are read.
SEEN_FROM_TODAY = [
    refused("Next Thursday at 19:00", "Next"),
    refused("Choir rehearsal this coming Saturday at 18:00", "coming Saturday"),
    refused("Upcoming Monday at 18:00", "Monday"),
    refused("Council meets on Thursday next at 19:00", "next"),
    refused("Last Friday, 19:00", "Last Friday"),
    refused("Talk on Tuesday 5 March at 18:00; discussion the following Thursday at 19:00", "following"),
    clear("Last Friday of each month, 19:00", at(in_week(FRI, -1), "19:00")),
    clear("Monthly meeting: last Friday, 19:00", at(in_week(FRI, -1), "19:00")),
    clear("This Saturday, 9 March, at 3pm", {datetime(2024, 3, 9, 15)}),
    clear("Next Thursday 14 March 2024 at 19:00", {datetime(2024, 3, 14, 19)}),
    asked("This Friday, 9 March, at 15:00", {datetime(2024, 3, 9, 15)}, {datetime(2024, 3, 8, 15)}),
    clear(
        "Every Monday at 18:00, repeated the following Thursday at 10:00",
        at(weekly(MON), "18:00"),
        replays=at(following(weekly(MON), THU), "10:00"),
    ),
    refused("18h thứ Bảy tới", "tới"),
    refused("8h sáng thứ Bảy này tổng vệ sinh", "này"),
    refused("Họp 14h thứ Năm tuần này", "tuần này"),
]

# Days over ";" or line breaks with one time.
LISTED = [
    clear("Họp chi bộ: 5/3; 12/3; 19/3 lúc 8h", at(dates((3, 5), (3, 12), (3, 19)), "08:00")),
    clear("Ngày 5/3; ngày 12/3; ngày 19/3, 14h", at(dates((3, 5), (3, 12), (3, 19)), "14:00")),
    clear("Thứ Hai; thứ Tư; thứ Sáu 18h", at(weekly(MON, WED, FRI), "18:00")),
    clear("Các ngày 5/3; 12/3\n19/3, 8h30", at(dates((3, 5), (3, 12), (3, 19)), "08:30")),
    clear("Walks: 5 March; 12 March; 19 March at 8 am", at(dates((3, 5), (3, 12), (3, 19)), "08:00")),
    clear("Mondays; Wednesdays; Fridays, at 18:00", at(weekly(MON, WED, FRI), "18:00")),
    asked(
        "Bin collection 5 March; recycling 12 March; garden waste 19 March at 8 am",
        at(dates((3, 5), (3, 12), (3, 19)), "08:00"),
        {date(2024, 3, 5), date(2024, 3, 12), datetime(2024, 3, 19, 8)},
    ),
    asked(
        "Khai giảng 5/9; họp phụ huynh 15/9; sơ kết 25/12 lúc 8h",
        at(dates((9, 5), (9, 15), (12, 25)), "08:00"),
        {date(2024, 9, 5), date(2024, 9, 15), datetime(2024, 12, 25, 8)},
    ),
    clear("Khai mạc ngày 5/3; bế mạc 8h ngày 10/3", {date(2024, 3, 5), datetime(2024, 3, 10, 8)}),
    refused("Thứ Hai; thứ Ba 8h; thứ Tư 9h", "Thứ Hai"),
    refused("Mondays; Wednesdays at 18:00; Fridays", "Mondays"),
]

MONTHS = whole_months(*ALL)
# One piece in each period, with or without a noun, is one window for each; several are a quota.
ONE_A_PERIOD = [
    clear("mỗi quý 01 hội nghị", periods=QUARTERS),
    clear("hằng quý tổ chức một lần", periods=QUARTERS),
    clear("mỗi tháng 1 số trong quý III", periods=whole_months(7, 8, 9)),
    clear("1 chuyên đề/tháng từ tháng 3 đến tháng 5", periods=whole_months(3, 4, 5)),
    clear("mỗi năm 1 hội nghị", periods=between(1, 12)),
    clear("2 số/tháng", periods=(), quotas=((2, "số", "month"),)),
    clear("one report a month", periods=MONTHS),
    clear("one report each quarter in 2024", periods=QUARTERS),
    clear("1 article/month from April", periods=whole_months(*range(4, 13))),
    clear("one conference a year", periods=between(1, 12)),
    clear("three talks a week", periods=(), quotas=((3, "talks", "week"),)),
    asked("6 tháng một báo cáo", whole_months(1, 7), whole_months(6, 12)),
]

# Readings with the same dates in the year are one; an end or a parenthesis settles what is open alone.
SAME_DATES = [
    clear("8h ngày 29 hằng tháng", at(monthly(29), "08:00")),
    clear("Pension day: the 29th of each month at 09:00", at(monthly(29), "09:00")),
    asked(
        "8h30 ngày 29 hằng tháng",
        {datetime(2023, month, 29, 8, 30) for month in but(2)},
        {*(datetime(2023, month, 29, 8, 30) for month in but(2)), datetime(2023, 2, 28, 8, 30)},
        year=2023,
    ),
    asked(
        "14h ngày 30 hằng tháng",
        at([date(2024, month, 30) for month in but(2)], "14:00"),
        at([*(date(2024, month, 30) for month in but(2)), date(2024, 2, 29)], "14:00"),
    ),
    clear("9h cuối tuần (thứ Bảy và Chủ nhật)", at(weekly(SAT, SUN), "09:00")),
    clear("Sinh hoạt hè 8h cuối tuần (thứ Bảy)", at(weekly(SAT), "08:00")),
    clear("18h các ngày trong tuần trừ thứ Bảy, Chủ nhật", at(weekly(*WEEKDAYS), "18:00")),
    asked(
        "18h các ngày trong tuần, trừ Chủ nhật",
        at(weekly(*WEEKDAYS), "18:00"),
        at(weekly(*range(6)), "18:00"),
    ),
    clear("18h hằng ngày trừ cuối tuần (thứ Bảy, Chủ nhật)", at(weekly(*WEEKDAYS), "18:00")),
    clear("Weekends (Saturday and Sunday) at 09:00", at(weekly(SAT, SUN), "09:00")),
    clear("10:00–12:00 every Monday", at(weekly(MON), "10:00"), minutes=(120, None)),
    clear("Surgery 9.30–16.00 every Thursday", at(weekly(THU), "09:30"), minutes=(390, None)),
    clear("Every Monday 10-11.30am", at(weekly(MON), "10:00"), minutes=(90, None)),
    asked("Every Monday 10–12 am", at(weekly(MON), "10:00"), at(weekly(MON), "22:00")),
    asked("Every Monday 9:00-11:00", at(weekly(MON), "09:00"), at(weekly(MON), "21:00")),
    asked("At 7:00 on 5 March 2025", (), ()),
]

CASES: list[Case] = [
    *NO_DATES,
    *RANGE_AND_DATE,
    *EXCEPT_THE_LAST,
    *SEEN_FROM_TODAY,
    *LISTED,
    *ONE_A_PERIOD,
    *SAME_DATES,
]
