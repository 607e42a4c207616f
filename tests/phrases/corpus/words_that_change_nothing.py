"""Plain words in brackets, who takes turns, the next issue, a school's name: none of them changes a date."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, SUN, THU, WED, at, monthly, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

MONDAYS = at(weekly(MON), "16:30")

CASES: list[Case] = [
    clear(
        "The deadline for submissions (news releases, columns, letters, ads, etc.) is Mondays at 4:30 p.m.",
        MONDAYS,
    ),
    clear("Choir (sopranos and altos) meets Mondays at 4.30pm", MONDAYS),
    asked("Choir meets (as needed) Mondays at 4.30pm", MONDAYS),
    clear("The deadline for next month’s issue is the 21st of the month", monthly(21)),
    clear("Deadline for next week's bulletin: Thursdays 5pm", at(weekly(THU), "17:00")),
    refused("Next month's meeting is on the 21st", "Next month"),
    clear(
        "Services on Wednesdays at 11am and Sundays at 10.30am (with Sunday School in the hall)",
        at(weekly(WED), "11:00") | at(weekly(SUN), "10:30"),
    ),
    clear("Thứ Năm hằng tuần, các đại biểu luân phiên tiếp công dân tại trụ sở", weekly(THU)),
    refused("Luân phiên thứ Hai, thứ Năm hằng tuần", "Luân phiên"),
    refused("Thứ Hai luân phiên thứ Năm, 8h", "luân phiên"),
    clear(
        "21h thứ Hai hằng tuần trên VTV3, phát lại 14h30 thứ Năm cũng trên kênh VTV3",
        at(weekly(MON), "21:00"),
        replays=at([*weekly(THU), date(2025, 1, 2)], "14:30"),
    ),
    clear(
        "Tờ khai quý: chậm nhất là ngày cuối cùng của tháng đầu quý tiếp theo liền kề quý phát sinh nghĩa vụ",
        monthly(-1, (1, 4, 7, 10)),
    ),
]
