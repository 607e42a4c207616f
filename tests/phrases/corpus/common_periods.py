"""A period that belongs to all clauses: alone in the last or the first it bounds them, else it is asked."""

from __future__ import annotations

from datetime import datetime

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    at,
    days_of,
    monthly,
    span,
    weekly,
)
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import nth, stretch


def both(first: tuple[int, int], last: tuple[int, int], *times: tuple[int, str]) -> set[datetime]:
    """A weekday with its time, each within the same bounds."""
    return {start for weekday, clock in times for start in at(stretch(first, last, weekday), clock)}


_ENDS = (5, 6), (5, 31)
_AUTUMN = (9, 2), (11, 29)

CASES: list[Case] = [
    # --- the last or the first clause is a period and nothing else ---
    clear(
        "Lớp A: 7h30 thứ Ba và thứ Năm; Lớp B: 13h30 thứ Tư và thứ Sáu; từ 6/5 đến 31/5",
        both(*_ENDS, (TUE, "07:30"), (THU, "07:30"), (WED, "13:30"), (FRI, "13:30")),
    ),
    clear(
        "Phim truyện: 21h30 từ thứ Hai đến thứ Tư; ca nhạc: 21h45 từ thứ Năm đến thứ Bảy; "
        "áp dụng từ 10/6 đến 16/6",
        at(stretch((6, 10), (6, 12)), "21:30") | at(stretch((6, 13), (6, 15)), "21:45"),
    ),
    clear(
        "Lớp vẽ: 8h thứ Bảy; lớp đàn: 9h Chủ nhật; từ 1/6 đến 31/8",
        both((6, 1), (8, 31), (SAT, "08:00"), (SUN, "09:00")),
    ),
    clear("Thứ Ba 7h30; thứ Năm 13h30; từ 6/5 đến 31/5", both(*_ENDS, (TUE, "07:30"), (THU, "13:30"))),
    clear(
        "Từ ngày 2/9 đến ngày 30/11; thứ Hai 18h; thứ Tư 19h",
        both((9, 2), (11, 30), (MON, "18:00"), (WED, "19:00")),
    ),
    clear(
        "Bản tin 5h30 hằng ngày; riêng Chủ nhật 6h30; từ 1/7 đến 31/7",
        at(stretch((7, 1), (7, 31), *range(6)), "05:30") | at(stretch((7, 1), (7, 31), SUN), "06:30"),
    ),
    clear(
        "Họp 8h ngày 5 hằng tháng; nộp báo cáo 14h ngày 20 hằng tháng; từ tháng 4 đến tháng 9",
        at(monthly(5, tuple(range(4, 10))), "08:00") | at(monthly(20, tuple(range(4, 10))), "14:00"),
    ),
    clear(
        "Mở cửa 7h thứ Hai đến thứ Sáu; Chủ nhật nghỉ; trong tháng 11",
        at(stretch((11, 1), (11, 30), *WEEKDAYS), "07:00"),
    ),
    clear(
        "Ballet, ages 4-6: Saturdays 9am; ages 7-9: Saturdays 10am; 7 September to 30 November",
        both((9, 7), (11, 30), (SAT, "09:00"), (SAT, "10:00")),
    ),
    clear(
        "Juniors: Saturdays 9am; seniors: Saturdays 11am; 6 January to 30 March",
        both((1, 6), (3, 30), (SAT, "09:00"), (SAT, "11:00")),
    ),
    clear(
        "Mondays 6pm; Wednesdays 7pm; from 2 September to 29 November",
        both(*_AUTUMN, (MON, "18:00"), (WED, "19:00")),
    ),
    clear(
        "From 2 September to 29 November; Mondays 6pm; Wednesdays 7pm",
        both(*_AUTUMN, (MON, "18:00"), (WED, "19:00")),
    ),
    clear(
        "Monday to Friday 8am; Saturdays 9am; throughout August",
        at(stretch((8, 1), (8, 31), *WEEKDAYS), "08:00") | at(stretch((8, 1), (8, 31), SAT), "09:00"),
    ),
    clear(
        "Storytime Tuesdays 10am; craft club Fridays 3pm; May to July",
        both((5, 1), (7, 31), (TUE, "10:00"), (FRI, "15:00")),
    ),
    clear(
        "First Monday of the month 7pm; third Thursday 2pm; April to September",
        at(nth(MON, 1, months=(*range(4, 10),)), "19:00") | at(nth(THU, 3, months=(*range(4, 10),)), "14:00"),
    ),
    clear(
        "Every weekday at 6pm; Saturdays at 5pm; no bulletin on Sundays; throughout November",
        at(stretch((11, 1), (11, 30), *WEEKDAYS), "18:00") | at(stretch((11, 1), (11, 30), SAT), "17:00"),
    ),
    clear(
        "Course dates: 6 May to 31 May. Mondays 6pm. Wednesdays 7pm.",
        both(*_ENDS, (MON, "18:00"), (WED, "19:00")),
    ),
    asked(
        "Tin sáng: 6h hằng ngày; tin tối: 18h thứ Hai đến thứ Sáu; trong tháng 11",
        at(days_of(11), "06:00") | at(stretch((11, 1), (11, 30), *WEEKDAYS), "18:00"),
    ),
    asked(
        "Open daily 10am to 5pm; Sundays 11am to 4pm; April to October",
        at(stretch((4, 1), (10, 31), *range(6)), "10:00") | at(stretch((4, 1), (10, 31), SUN), "11:00"),
    ),
    # --- "also" makes it a programme; bounds before the days of their own clause are that clause's ---
    clear("Mondays 9am; also 6 May to 31 May", at(weekly(MON), "09:00"), periods=span((5, 6), (5, 31))),
    clear("Thứ Hai 8h; thêm từ 6/5 đến 31/5", at(weekly(MON), "08:00"), periods=span((5, 6), (5, 31))),
    # A person reads Saturdays all year; whether the period replaces something stays to be asked.
    refused("Saturdays 10am-2pm; June to August, Sundays 11am-3pm", "June to August"),
    # --- whose the period is stays open ---
    refused(
        "Mở cửa hằng ngày từ 7h đến 17h, riêng Chủ nhật chỉ mở buổi sáng từ 7h đến 11h30, trong tháng 11",
        "trong tháng 11",
    ),
    refused("Hằng ngày 7h, riêng Chủ nhật 8h từ 6/5 đến 31/5", "từ 6/5 đến 31/5"),
    asked("Hằng ngày 7h, trừ Chủ nhật, trong tháng 11"),
    asked("Phát 18h các ngày trong tuần, nghỉ Chủ nhật, từ 1/11 đến 30/11"),
    asked("Hội thi từ 6/5 đến 31/5; thứ Hai 8h tập huấn"),
    asked("Cầu lông 17h thứ Hai; bơi 6h thứ Ba; hội thao từ 6/5 đến 31/5"),
    asked("Yoga 17h thứ Hai; từ 1/3 đến 31/3; bơi 6h thứ Ba"),
    asked("Aerobic thứ Hai 17h; bơi thứ Ba 6h; từ 1/3 đến 31/3; từ 1/9 đến 30/9"),
    asked("Lớp A: thứ Ba 7h30; lớp B: thứ Tư 8h, từ 6/5 đến 31/5"),
    refused("Thứ Hai 8h, từ tháng 6 đến tháng 8, thứ Ba 9h", "từ tháng 6 đến tháng 8"),
    asked("Every weekday at 6pm, Saturdays at 5pm, no bulletin on Sundays, throughout November"),
    refused(
        "Term runs 9 September to 13 December; classes Tuesdays 6pm and Thursdays 10am; "
        "break 28 October to 1 November",
        "28 October",
    ),
    refused("Saturdays 10am-2pm and, from June to August, Sundays 11am-3pm too", "June to August"),
    refused("Saturdays 10am-2pm, June to August, Sundays 11am-3pm", "June to August"),
    asked("Daily at 7am, except Sundays, throughout November"),
    asked("Yoga Mondays 6pm; festival 6 May to 31 May"),
    asked("Yoga Mondays 6pm; 6 May to 31 May; pilates Tuesdays 7pm"),
    asked("Class A: Tuesdays 6pm; class B: Thursdays 7pm, 6 to 31 May"),
    refused("Mondays 6pm in May; Tuesdays 7pm; 6 May to 31 May", "6 May to 31 May"),
    refused("Mondays 9am and Tuesdays 10am; from 6 May", "from 6 May"),
]
