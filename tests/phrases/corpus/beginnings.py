"""A beginning beside a rule: an opening, a first day, a term, and what is on each week from then on."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, SAT, WEEKDAYS, at, weekly
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import daily, on, stretch

CASES: list[Case] = [
    clear(
        "The hearing opens at 9am on Monday 4 March and sits at 9am each weekday until Friday 15 March",
        at(stretch((3, 4), (3, 15), *WEEKDAYS), "09:00"),
    ),
    clear(
        "The festival starts on Monday 3 June at 9am and runs daily until 14 June",
        at(stretch((6, 3), (6, 14)), "09:00"),
    ),
    clear(
        "Course starts Monday 3 June at 7pm and continues every Monday until 24 June",
        at(stretch((6, 3), (6, 24), MON), "19:00"),
    ),
    clear(
        "Opens 8 October at 10am, and from then until 18 October daily at 10am",
        at(daily((10, 8), (10, 18)), "10:00"),
    ),
    refused("The inquiry opens at 10am on Tuesday 8 October. It sits at 10am each weekday until 18 October"),
    refused("Opens 8 October; open daily 10am until 18 October", "8 October"),
    refused("First session 3 June at 7pm; sessions every Monday at 7pm until 24 June", "3 June at 7pm"),
    refused("Launch 8 October 11am; drop-ins every Tuesday at 2pm until 17 December", "8 October"),
    refused("Hearings sit each weekday at 10am until 18 October, opening on 8 October", "on 8 October"),
    clear("Bắt đầu từ ngày 3/6, 19h thứ Hai hằng tuần đến 24/6", at(stretch((6, 3), (6, 24), MON), "19:00")),
    refused("Khai mạc 8h ngày 8/10, các ngày làm việc 8h đến 18/10", "8h ngày 8/10"),
    refused("Khai giảng 19h thứ Hai ngày 3/6 và học 19h thứ Hai hằng tuần đến 24/6", "ngày 3/6"),
    refused("Mở màn 20h ngày 5/7, diễn 20h thứ Sáu hằng tuần đến 26/7", "ngày 5/7"),
    refused("Ra mắt ngày 5/7; phát 20h thứ Sáu hằng tuần đến hết tháng 8", "ngày 5/7"),
    clear(
        "Phiên tòa mở 8h ngày 8/10 và xét xử 8h hằng ngày đến ngày 18/10",
        at(daily((10, 8), (10, 18)), "08:00"),
    ),
    clear(
        "20h ngày 8/10; thêm 9h thứ Hai đến hết ngày 18/12",
        at(on((10, 8)), "20:00") | at(stretch((1, 1), (12, 18), MON), "09:00"),
    ),
    clear(
        "20h thứ Bảy hằng tuần, bắt đầu từ tối 31/8",
        at([day for day in weekly(SAT) if day >= date(2024, 8, 31)], "20:00"),
    ),
    # A weekday beside the beginning checks it.
    clear("Từ ngày 24/5/2024 (thứ Sáu), phát 20h hằng ngày", at(daily((5, 24), (12, 31)), "20:00")),
    clear("Từ thứ Sáu, ngày 24/5, phát 20h hằng ngày", at(daily((5, 24), (12, 31)), "20:00")),
    clear("From 24 May 2024 (Friday), open daily 9am", at(daily((5, 24), (12, 31)), "09:00")),
    refused("Từ ngày 24/5/2024 (thứ Sáu), thư viện mở cửa trở lại", "Từ ngày 24/5/2024 (thứ Sáu)"),
    refused("Từ ngày 25/5/2024 (thứ Sáu), phát 20h hằng ngày", "25/5/2024"),
    refused("From 24 May 2024 (Friday), the library is open", "From 24 May"),
]
