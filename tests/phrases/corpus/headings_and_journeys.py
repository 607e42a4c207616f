"""Periods as headings over lines, also behind a title; arrivals; what a date comes after."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import THU, TUE, at, dates, run, span, weekly
from tests.phrases.corpus.case import Case, clear, refused

SPRING = weekly(TUE, 2, 3, 4, 5, 6, first=date(2024, 1, 2), last=date(2024, 5, 31))
SUMMER = run(date(2024, 6, 1), date(2024, 8, 31))
HOURS = at(SPRING, "11:00") | at(SUMMER, "10:00")
EN = "Tuesday–Sunday 11am–4pm\nMonday closed."

HEADINGS = [
    clear(f"2 January–31 May\n{EN}\n1 June–31 August\nMonday–Sunday 10am–5pm", HOURS),
    clear(f"2 January–31 May\n{EN}\nSummer opening hours: 1 June–31 August\nMonday–Sunday 10am–5pm", HOURS),
    clear("Từ 2/1 đến 31/5\nThứ Ba đến Chủ nhật 11h\nThứ Hai nghỉ.\nTừ 1/6 đến 31/8\nHằng ngày 10h", HOURS),
    refused("Tuesday–Sunday 11am–4pm\nMonday closed.\nSummer: 1 June–31 August\n10am Monday, 11am"),
]

JOURNEYS = [
    refused("Xuất phát 8h thứ Hai, đến nơi lúc 9h"),
    refused("Xe khởi hành 8h đến Đà Nẵng thứ Ba 9h"),
]

AFTER = [
    clear("The festival is back on October 6-8 after a one-year hiatus", periods=span((10, 6), (10, 8))),
    clear("5 May following the AGM", dates((5, 5))),
    clear(
        "Phát 20h thứ Năm từ 1/2/2024 ngay sau khi phim kết thúc",
        at(weekly(THU, first=date(2024, 2, 1)), "20:00"),
    ),
    refused("Mondays after the AGM", "after"),
    refused("thứ Hai sau khi họp xong", "sau"),
    refused("5 May after 3pm", "after"),
]

CASES: list[Case] = [*HEADINGS, *JOURNEYS, *AFTER]
