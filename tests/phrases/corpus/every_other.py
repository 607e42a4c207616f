"""Every other week and every n days, weeks or months, counted from a first day."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, SUN, TUE, WED, at, monthly, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import each, fortnightly, steps

CASES: list[Case] = [
    clear(
        "Eye tests, mobile unit: every 6 weeks from Tuesday 16 January 2024, car park 3, starting at 9am",
        at(weekly(TUE, first=date(2024, 1, 16))[::6], "09:00"),
    ),
    clear(
        "Recycling (blue lid): every second week on Friday, beginning Friday 5 January 2024",
        weekly(FRI, first=date(2024, 1, 5))[::2],
    ),
    clear(
        "Garden waste is collected every other Monday starting 8 January 2024; please leave bins at the kerb",
        weekly(MON, first=date(2024, 1, 8))[::2],
    ),
    clear(
        "The mobile library calls every three weeks from 10 January 2024 (Wednesday), 2.40pm to 3.10pm, at "
        "the Green",
        at(weekly(WED, first=date(2024, 1, 10))[::3], "14:40"),
        minutes=(30, None),
    ),
    clear(
        "Every four weeks on Tuesday from 9 January 2024: hazardous waste truck, 4 pm–8 pm, Fire Station lot",
        at(weekly(TUE, first=date(2024, 1, 9))[::4], "16:00"),
        minutes=(240, None),
    ),
    clear("Recycling Thursday 4 January, then every two weeks", steps((1, 4), 14)),
    clear("First session 9 January at 7pm, then fortnightly", at(steps((1, 9), 14), "19:00")),
    clear("Blue bin Tuesday 2 January and every three weeks thereafter", steps((1, 2), 21)),
    clear("Garden waste: Wed 6 March, and every four weeks", steps((3, 6), 28)),
    clear("Every other Wednesday from 10 January, 8.20pm", at(fortnightly((1, 10)), "20:20")),
    clear("Garden waste: every other Tuesday from 5 March", fortnightly((3, 5))),
    clear("Black bins: every other Friday from 5 January", steps((1, 5), 14)),
    clear(
        "Garden waste collected fortnightly on Tuesdays from 5 March to 26 November",
        steps((3, 5), 14, (11, 26)),
    ),
    clear("Recycling: alternate Wednesdays, starting 10 January 2024", steps((1, 10), 14)),
    clear("Green bin Mon 8 Jan, then every two weeks", steps((1, 8), 14)),
    clear(
        "Mobile library: every four weeks on Mondays from 15 January 2024, 2.10pm",
        at(steps((1, 15), 28), "14:10"),
    ),
    clear(
        "Lunch club for over-60s, alternate Thursdays from 11 January, 12.30pm",
        at(steps((1, 11), 14), "12:30"),
    ),
    clear("Cách tuần một lần vào thứ Hai, từ 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
    clear("Cách 1 tuần vào thứ Hai, bắt đầu từ 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
    clear("cach 1 tuan 1 lan vao thu Hai, bat dau tu 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
    clear("14h thứ Hai, cách 1 tuần họp 1 lần, từ 8/1", at(fortnightly((1, 8)), "14:00")),
    clear("14h thứ Hai, cứ cách một tuần lại họp, từ 8/1", at(fortnightly((1, 8)), "14:00")),
    clear("Cứ 2 tuần vào thứ Hai, bắt đầu từ 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
    clear("Cứ hai tuần họp một lần vào thứ Hai, bắt đầu từ 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
    clear("14h thứ Hai, hai tuần họp một lần, từ 8/1", at(fortnightly((1, 8)), "14:00")),
    clear("Hai tuần một lần vào thứ Hai, bắt đầu từ 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
    asked(
        "Cách 2 tuần vào thứ Hai, bắt đầu từ 8/1, 14h",
        at(fortnightly((1, 8)), "14:00"),
        at(steps((1, 8), 21), "14:00"),
    ),
    asked(
        "Cách hai tuần một lần vào thứ Hai, bắt đầu từ 8/1, 14h",
        at(fortnightly((1, 8)), "14:00"),
        at(steps((1, 8), 21), "14:00"),
    ),
    asked(
        "Cách một tuần một lần vào thứ Hai, 14h",
        at(fortnightly((1, 1)), "14:00"),
        at(fortnightly((1, 8)), "14:00"),
    ),
    asked(
        "Cách một tháng một lần vào ngày 5",
        each(5, months=(1, 3, 5, 7, 9, 11)),
        each(5, months=(2, 4, 6, 8, 10, 12)),
    ),
    refused("Cách một ngày, 8h từ 8/1"),
    refused("Tuần họp tuần nghỉ, thứ Hai 14h từ 8/1"),
    clear("Định kỳ 2 tháng/lần, vào ngày 15 của tháng chẵn", monthly(15, (2, 4, 6, 8, 10, 12))),
    clear("Cách một tuần một lần vào thứ Hai, bắt đầu từ 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
    clear(
        "Hai tuần một lần vào thứ Tư, bắt đầu từ ngày 10/01/2024, lúc 19h00",
        at(weekly(WED, first=date(2024, 1, 10))[::2], "19:00"),
    ),
    clear(
        "Ra quân dọn rác bãi biển hai tuần một lần, sáng Chủ nhật lúc 6h00, bắt đầu từ ngày 14/01/2024",
        at(weekly(SUN, first=date(2024, 1, 14))[::2], "06:00"),
    ),
]
