"""From a moment of one day to a moment of another, and so many times from a first day."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import FRI, MON, SUN, THU, YEAR, at, dates, span, weekly
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import on, steps

CASES: list[Case] = [
    clear(
        "Ten-part drama, Sundays at 9pm starting 14 April 2024",
        at(weekly(SUN, first=date(2024, 4, 14))[:10], "21:00"),
    ),
    clear(
        "Ukulele for beginners: eight weeks, Mondays 7pm–8.30pm, beginning 15 January 2024",
        at(weekly(MON, first=date(2024, 1, 15))[:8], "19:00"),
        minutes=(90, None),
    ),
    clear(
        "Evening class, Thursdays 18:00 – 20:30, starting 12 September, 10 weeks",
        at(weekly(THU, first=date(2024, 9, 12), last=date(2024, 11, 14)), "18:00"),
    ),
    clear("Friday 5 April 20:00 to Saturday 6 April 04:00", {datetime(YEAR, 4, 5, 20)}),
    clear("From 10pm on 14 June until 5am on 15 June", {datetime(YEAR, 6, 14, 22)}),
    clear("Power off from 22:00 on 3 May to 06:00 on 4 May 2024", {datetime(YEAR, 5, 3, 22)}),
    clear("Sat 13 Jan 23:30 – Sun 14 Jan 05:00, server maintenance", {datetime(YEAR, 1, 13, 23, 30)}),
    clear("8am 4 March to 6pm 8 March", {datetime(YEAR, 3, 4, 8)}),
    clear("Festival: Friday 12 July, 5pm to Sunday 14 July, 11pm", {datetime(YEAR, 7, 12, 17)}),
    refused("From 6pm on 8 March to 8am on 4 March"),
    clear("Eight weekly classes from Monday 15 April, 6.30pm", at(steps((4, 15), 7, count=8), "18:30")),
    clear("Five weekly workshops commencing 5 November at 2pm", at(steps((11, 5), 7, count=5), "14:00")),
    clear(
        "Four fortnightly meetings from Thursday 11 January, 7pm", at(steps((1, 11), 14, count=4), "19:00")
    ),
    clear(
        "Four-part documentary, Mondays 9pm from 6 May", at(on((5, 6), (5, 13), (5, 20), (5, 27)), "21:00")
    ),
    clear("High Street closed from 8pm on 10 April to 5am on 11 April", at(on((4, 10)), "20:00")),
    clear(
        "Water supply off from 9pm on 5 June to 5am on 6 June", at(on((6, 5), year=2026), "21:00"), year=2026
    ),
    clear("Six-part series, Thursdays at 9pm from 11 January", at(steps((1, 11), 7, count=6), "21:00")),
    clear("Yoga with Anna: eight Mondays from 8 January, 6.15pm", at(steps((1, 8), 7, count=8), "18:15")),
    clear("Six weekly sessions starting Tuesday 9 January at 10am", at(steps((1, 9), 7, count=6), "10:00")),
    clear("Saturday 16 March 22:00 to Sunday 17 March 06:00", at(dates((3, 16)), "22:00")),
    clear(
        "Ten-week course, Thursdays 7–9pm, starting 12 September", at(steps((9, 12), 7, count=10), "19:00")
    ),
    clear("Road closed from 8am on 4 March to 6pm on 8 March", at(dates((3, 4)), "08:00")),
    clear("Trực từ 17h thứ Sáu đến 7h thứ Hai hằng tuần", at(weekly(FRI), "17:00"), minutes=(62 * 60, None)),
    clear("Cấm xe qua cầu Rạch Sỏi từ 22h ngày 10/4 đến 4h ngày 11/4", at(on((4, 10)), "22:00")),
    clear("Cắt nước từ 21h ngày 5/6 đến 5h ngày 6/6/2026", at(on((6, 5), year=2026), "21:00"), year=2026),
    clear("Cúp nước từ 22h ngày 14/5 đến 4h ngày 15/5/2024", at(dates((5, 14)), "22:00")),
    clear(
        "Bán hồ sơ mời thầu từ 8h ngày 1/7 đến 9h ngày 15/7/2024",
        periods=span((7, 1), (7, 15)),
    ),
    clear(
        "Tạm ngừng cấp nước từ 22h00 ngày 14/6 đến 4h00 ngày 15/6/2024 trên đường Lê Lợi",
        {datetime(2024, 6, 14, 22, 0)},
        minutes=(360, None),
    ),
]
