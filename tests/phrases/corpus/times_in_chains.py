"""Times that dashes join: three are three times, two a range, four that are written alike are refused."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, at, at_each, dates, weekly
from tests.phrases.corpus.case import Case, clear, refused

CASES: tuple[Case, ...] = (
    clear("Thánh lễ Chúa nhật: 5h - 7h - 17h30", at_each(weekly(SUN), "05:00", "07:00", "17:30")),
    clear("Thứ Bảy 8h-10h-14h", at_each(weekly(SAT), "08:00", "10:00", "14:00")),
    clear(
        "Chủ nhật: 05:00 – 06:30 – 08:30 – 17:00 – 19:00",
        at_each(weekly(SUN), "05:00", "06:30", "08:30", "17:00", "19:00"),
    ),
    clear("Ngày 12/5: 6 giờ - 8 giờ 30 - 16 giờ", at_each(dates((5, 12)), "06:00", "08:30", "16:00")),
    clear("Sundays 8am - 10am - 12pm", at_each(weekly(SUN), "08:00", "10:00", "12:00")),
    clear("Mondays: 09:00 - 11:30 - 15:00", at_each(weekly(MON), "09:00", "11:30", "15:00")),
    # a range, and two of them
    clear("Thứ Hai 8h - 10h", at(weekly(MON), "08:00"), minutes=(120, None)),
    clear("Mondays 8am - 10am", at(weekly(MON), "08:00"), minutes=(120, None)),
    clear("Thứ Hai 7h30-11h30 - 13h30-17h30", at_each(weekly(MON), "07:30", "13:30"), minutes=(240, None)),
    # two ranges, or four times?
    refused("Chủ nhật: 5h - 6h15 - 17h30 - 19h", "-"),
    refused("Sundays 8am - 10am - 12pm - 6pm", "-"),
    # beside a chain a pair that is written like it may be two times, too
    refused("Lễ sáng Chủ nhật: 6h - 8h - 9h30, lễ chiều: 16h - 17h30"),
)
