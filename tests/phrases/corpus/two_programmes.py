"""Two programmes side by side, each by its name; or one, whose usual days and special days are named."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, at, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear
from tests.phrases.in_year import nth, stretch

CASES: list[Case] = [
    clear(
        "Parish Mass Sundays 9am; Family Service first Sunday of the month 11am",
        at(weekly(SUN), "09:00") | at(nth(SUN, 1), "11:00"),
    ),
    clear(
        "Yoga Mondays 6pm; Book club, first Monday of the month, 8pm",
        at(weekly(MON), "18:00") | at(nth(MON, 1), "20:00"),
    ),
    clear(
        "Mondays 6pm yoga; first Monday of the month 8pm book club",
        at(weekly(MON), "18:00") | at(nth(MON, 1), "20:00"),
    ),
    clear(
        "Jazz night: Fridays 9pm. Open mic: last Friday of the month 8pm.",
        at(weekly(FRI), "21:00") | at(nth(FRI, -1), "20:00"),
    ),
    asked("Council meets Tuesdays at 10am; Council meets on the first Tuesday at 2pm"),
    asked("Surgery Mondays 10am, Library; first Monday of the month 2pm, Town Hall"),
    asked("Tuesdays 10am at the Library; first Tuesday of the month 2pm at the Town Hall"),
    asked("Mondays 10am, Civic; first Monday of the month 2pm, Guildhall"),
    asked("Tuesdays at 10am; the meeting on the first Tuesday of the month is at 2pm"),
    clear(
        "Thời sự 19h hằng ngày; Dân ca 20h thứ Bảy",
        at(stretch((1, 1), (12, 31)), "19:00") | at(weekly(SAT), "20:00"),
    ),
    clear(
        "Bản tin 19h thứ Năm; chuyên mục Pháp luật 18h thứ Năm tuần 1",
        at(weekly(THU), "19:00") | at(in_week(THU, 1), "18:00"),
    ),
    clear(
        "Thể dục thứ Bảy 6h; chiếu phim thứ Bảy tuần 2 lúc 19h30",
        at(weekly(SAT), "06:00") | at(in_week(SAT, 2), "19:30"),
    ),
    clear(
        "Dân ca: 19h Chủ nhật; Sân khấu: 20h Chủ nhật tuần 2",
        at(weekly(SUN), "19:00") | at(in_week(SUN, 2), "20:00"),
    ),
    asked("Tiếp dân thứ Năm 8h; lãnh đạo tiếp dân thứ Năm tuần 1 lúc 14h"),
    asked("Thứ Năm 19h; họp thứ Năm tuần 1 lúc 18h"),
]
