"""A month behind the last of several counted weekdays; how often a year; what will be instead."""

from __future__ import annotations

from tests.phrases.almanac import MON, THU, TUE, at, dates, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    refused("first and third Tuesday, second Tuesday in December at 8pm", "first and third Tuesday"),
    asked("first and third Tuesday, second Tuesday in December"),
    refused("8h thứ Hai đầu tiên, thứ Hai thứ ba của tháng 12", "thứ Hai đầu tiên"),
    refused("8h thứ Hai tuần 1 và tuần 3, thứ Hai tuần 2 tháng 12", "tuần 1 và tuần 3"),
    clear(
        "first and third Tuesday in December at 8pm",
        at(in_week(TUE, 1, (12,)) + in_week(TUE, 3, (12,)), "20:00"),
    ),
    clear(
        "first Tuesday and third Tuesday in December at 8pm",
        at(in_week(TUE, 1, (12,)) + in_week(TUE, 3, (12,)), "20:00"),
    ),
    clear(
        "first Tuesday, third Thursday in December at 8pm",
        at(in_week(TUE, 1, (12,)) + in_week(THU, 3, (12,)), "20:00"),
    ),
    refused("twice yearly, first Monday in May", "twice yearly"),
    refused("twice a year, 5 May", "twice a year"),
    refused("mỗi năm 2 lần, thứ Hai đầu tiên của tháng 5", "mỗi năm 2 lần"),
    refused("mỗi năm 2 lần, ngày 15/5", "mỗi năm 2 lần"),
    clear("twice a year, first Monday in May and November", dates((5, 6), (11, 4))),
    clear("twice a year, 5 May and 6 November", dates((5, 5), (11, 6))),
    clear("mỗi năm 2 lần, ngày 15/5 và 15/11", dates((5, 15), (11, 15))),
    clear("once a year, the first Monday in May", dates((5, 6))),
    asked("Trash that is normally collected on Monday - will be picked up Tuesday"),
    asked("Lịch thứ Hai, sẽ chuyển thứ Ba"),
    refused("Rác thứ Hai sẽ thu gom thứ Ba", "thứ Ba"),
    clear("Mondays will be at 8pm, Tuesdays at 9pm", at(weekly(MON), "20:00") | at(weekly(TUE), "21:00")),
]
