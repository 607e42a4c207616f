"""Clauses with months of their own: they hold for these alone, the others for the rest."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, TUE, at, but, in_week, monthly
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import nth, on

CASES: list[Case] = [
    clear("The 8th of each month, in January on the 10th", monthly(8, but(1)) + on((1, 10))),
    clear("5th of each month; in January on the 8th", monthly(5, but(1)) + on((1, 8))),
    clear("5th of each month (in January on the 8th)", monthly(5, but(1)) + on((1, 8))),
    clear(
        "Third Monday of each month, in December on the second Monday",
        nth(MON, 3, months=but(12)) + nth(MON, 2, months=(12,)),
    ),
    clear("Last Friday of the month, in December the 13th", nth(FRI, -1, months=but(12)) + on((12, 13))),
    clear("15th of each month, on 20 December instead", monthly(15, but(12)) + on((12, 20))),
    clear(
        "First Tuesday of the month at 7pm; in August on the second Tuesday at 6pm",
        at(nth(TUE, 1, months=but(8)), "19:00") | at(nth(TUE, 2, months=(8,)), "18:00"),
    ),
    clear(
        "First Tuesday of the month at 7pm, in August on the 13th at 6pm",
        at(nth(TUE, 1, months=but(8)), "19:00") | at(on((8, 13)), "18:00"),
    ),
    clear("10th of every month and 12 August", monthly(10) + on((8, 12))),
    clear("15th of each month, April to December", monthly(15, tuple(range(4, 13)))),
    clear("The 1st of each month; in January the 2nd", monthly(1, but(1)) + on((1, 2))),
    clear("First Monday of the month, in May Tuesday 7 May", nth(MON, 1, months=but(5)) + on((5, 7))),
    clear(
        "Monthly meeting, third Tuesday 7.30pm; December: second Tuesday",
        at(nth(TUE, 3, months=but(12)) + nth(TUE, 2, months=(12,)), "19:30"),
    ),
    refused("Tuesdays; in August Wednesdays", "in August"),
    refused("Tuesdays at 7pm, in August Wednesdays at 7pm", "in August"),
    refused("Mon 9am; Tue 10am; in August Wed 11am", "in August"),
    refused("Every 10th of the month, 12 August", "12 August"),
    refused("15th of each month and in August on the 20th", "in August on the 20th"),
    clear("Ngày 15 hằng tháng, riêng tháng 8 vào ngày 20", monthly(15, but(8)) + on((8, 20))),
    clear("Ngày 15 hằng tháng, tháng 8 họp ngày 20", monthly(15, but(8)) + on((8, 20))),
    clear("Ngày 15 hằng tháng; tháng 8 ngày 20", monthly(15, but(8)) + on((8, 20))),
    clear("Ngày 5 hằng tháng (tháng 1 ngày 8)", monthly(5, but(1)) + on((1, 8))),
    clear(
        "Thứ Hai tuần 1 hằng tháng, tháng 2 vào thứ Hai tuần 2",
        in_week(MON, 1, but(2)) + in_week(MON, 2, (2,)),
    ),
    clear("Họp giao ban ngày 10 hằng tháng, tháng 7 vào ngày 12", monthly(10, but(7)) + on((7, 12))),
    clear("Ngày 15 hằng tháng, tháng 8 và tháng 9 vào ngày 20", monthly(15, but(8, 9)) + monthly(20, (8, 9))),
    clear(
        "Ngày 15 hằng tháng lúc 8h, tháng 8 vào ngày 20 lúc 9h",
        at(monthly(15, but(8)), "08:00") | at(on((8, 20)), "09:00"),
    ),
    clear("Ngày 15 hằng tháng, thêm ngày 20 tháng 8", monthly(15) + on((8, 20))),
    clear("Họp ngày 10 hằng tháng, sơ kết ngày 12/7", monthly(10) + on((7, 12))),
    clear(
        "Ngày 5 và 20 hằng tháng, tháng 2 vào ngày 10", monthly(5, but(2)) + monthly(20, but(2)) + on((2, 10))
    ),
    clear("Thứ Sáu tuần cuối hằng tháng, tháng 12 vào ngày 20", in_week(FRI, -1, but(12)) + on((12, 20))),
    refused("Thứ Ba hằng tuần 8h, tháng 7 thứ Năm 9h", "tháng 7"),
    refused("Thứ Hai 8h; tháng 7: thứ Ba 9h", "tháng 7"),
    refused("Họp ngày 10 hằng tháng, ngày 12/7", "ngày 12/7"),
    refused("Thứ Hai tuần 1, tháng 2 thứ Hai tuần 2", "tháng 2"),
]
