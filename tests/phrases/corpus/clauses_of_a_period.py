"""A clause that is only a period, a channel or weeks: a group of its own, or whose it is is asked."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, SAT, TUE, WED, at, dates, in_week, monthly, span, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import stretch

_MAY = (5, 6), (5, 31)


def week(number: int, *months: int) -> set[tuple[date, date]]:
    """The numbered week of each month, a window from its first day to its seventh."""
    return {
        (date(2024, month, 7 * number - 6), date(2024, month, 7 * number)) for month in months or range(1, 13)
    }


CASES: list[Case] = [
    # --- groups of their own: no days of another clause could have them ---
    clear("tuần 1; tuần 3", periods=week(1) | week(3)),
    clear("week 1; week 3", periods=week(1) | week(3)),
    clear("Tháng 3; từ 6/5 đến 31/5", periods=span((3, 1), (3, 31)) | span(*_MAY)),
    clear("March; 6 to 31 May", periods=span((3, 1), (3, 31)) | span(*_MAY)),
    # --- bounds of all: in the first or the last clause, with both ends and no name ---
    clear(
        "Thứ Hai 8h; thứ Ba 9h; từ 6/5 đến 31/5",
        at(stretch(*_MAY, MON), "08:00") | at(stretch(*_MAY, TUE), "09:00"),
    ),
    clear(
        "6 to 31 May; Mondays 8am; Tuesdays 9am",
        at(stretch(*_MAY, MON), "08:00") | at(stretch(*_MAY, TUE), "09:00"),
    ),
    # --- the period may be a thing of its own, or bound one of the clauses ---
    asked("Thứ Hai 8h; từ 6/5 đến 31/5; thứ Ba 9h"),
    asked("Thứ Hai 8h; hội trại từ 6/5 đến 31/5"),
    asked("Mondays 8am; summer school: 6 to 31 May"),
    asked("Thứ Hai 8h; kênh KG1: từ 6/5 đến 31/5"),
    # --- what only one way of taking it leaves is told, not taken ---
    refused("Thứ Hai 8h; từ 6/5", "từ 6/5"),
    refused("Mondays 8am; from 6 May", "from 6 May"),
    refused("Thứ Hai 8h; tuần 1", "tuần 1"),
    refused("Mondays 8am; week 1", "week 1"),
    refused("Thứ Hai 8h tháng 3; từ 6/5 đến 31/5", "từ 6/5 đến 31/5"),
    refused("Thứ Sáu 8h; tuần 2 tháng 5 (8-14/5)", "tuần 2 tháng 5 (8-14/5"),
    refused("ngày 15 hằng tháng; tuần 1 và trừ tháng 8\nlúc 17h45", "tuần 1"),
    # --- every day is days, and no bound of another clause ---
    clear("Hằng ngày từ 2/1 đến 8/1 (chưa rõ giờ)", stretch((1, 2), (1, 8))),
    clear("Every day from 2 to 8 January (time not given)", stretch((1, 2), (1, 8))),
    # --- numbered weeks and months in a list whose end may be a date ---
    asked("thứ Tư tuần 3, 5/3", {*in_week(WED, 3), *dates((3, 5))}, in_week(WED, 3, (3,))),
    asked("tuần 3, 5/3"),
    asked("tháng 3, 5/6"),
    asked("Wednesdays, in week 3, 5 March", {*in_week(WED, 3), *dates((3, 5))}, in_week(WED, 3, (3,))),
    asked("week 3 and 5 March"),
    refused("thứ Tư tuần 3, 15/3", "tuần 3, 15/3"),
    refused("Wednesday week 3, 15 March", "week 3, 15"),
    clear("weeks 1, 3 of March", periods=week(1, 3) | week(3, 3)),
    clear("ngày 15 hằng tháng; 8/3", [*monthly(15), *dates((3, 8))]),
    # --- a channel alone in a clause ---
    clear("Thứ Hai 8h; trên kênh KG1", at(weekly(MON), "08:00"), channel="KG1"),
    clear("Thứ Hai 8h; thứ Bảy 8h; trên kênh KG1", at(weekly(MON, SAT), "08:00"), channel="KG1"),
    clear("Mondays 8am; Saturdays 8am; on KG1", at(weekly(MON, SAT), "08:00"), channel="KG1"),
    clear("Kênh KG1; thứ Hai 8h; thứ Bảy 8h", at(weekly(MON, SAT), "08:00"), channel="KG1"),
    refused("Thứ Hai 8h; trên kênh KG1; thứ Bảy 9h", "trên kênh KG1"),
    refused("Thứ Hai 8h kênh KG; thứ Bảy 9h; trên kênh KG1", "trên kênh KG1"),
    refused("Mondays 8am, repeated 10pm; on KG1", "on KG1"),
]
