"""Vietnamese: "các ngày 2, 4, 6" may be Monday, Wednesday and Friday, or days of the month; "trong tuần"."""

from __future__ import annotations

from datetime import date, timedelta

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, at, dates, in_week, monthly, weekly
from tests.phrases.corpus.case import Case, asked, clear


def numbered(*days: int) -> set[date]:
    return {day for number in days for day in monthly(number)}


ASKED: list[Case] = [
    asked("Khám bệnh các ngày 3,5,7", weekly(TUE, THU, SAT), numbered(3, 5, 7)),
    asked("Tiếp bạn đọc các ngày 2, 3, 4, 5, 6", weekly(MON, TUE, WED, THU, FRI)),
    asked("7h30 các ngày 2, 4 và 6", at(weekly(MON, WED, FRI), "07:30")),
    asked("Các ngày 2-4-6 dạy bơi", weekly(MON, WED, FRI)),
    asked("Trực ngày 3, 5, 7", weekly(TUE, THU, SAT)),
    asked("Các ngày 3 và 6 giao lưu", weekly(TUE, FRI)),
    asked("Các ngày 2, 4, 6: 8h", at(weekly(MON, WED, FRI), "08:00")),
    asked("Mở kho các ngày 4, 6, 8", weekly(WED, FRI, SUN)),
]
OF_THE_WEEK: list[Case] = [
    clear("Các ngày 3, 5, 7 trong tuần", weekly(TUE, THU, SAT)),
    clear("Hằng tuần vào các ngày 3, 5, 7", weekly(TUE, THU, SAT)),
    clear("Các ngày 3, 5 và CN", weekly(TUE, THU, SUN)),
    clear("8h thứ Ba trong tuần 2", at(in_week(TUE, 2), "08:00")),
    clear(
        "18h thứ Tư tuần 3, phát lại thứ Năm trong tuần",
        at(in_week(WED, 3), "18:00"),
        replays=[d + timedelta(1) for d in in_week(WED, 3)],
    ),
]
OF_THE_MONTH: list[Case] = [
    clear("Các ngày 3, 5, 7 hằng tháng", monthly(3) + monthly(5) + monthly(7)),
    clear("Hằng tháng, các ngày 3, 5, 7", monthly(3) + monthly(5) + monthly(7)),
    clear("Các ngày 3, 5, 7 trong tháng", monthly(3) + monthly(5) + monthly(7)),
    clear("Các ngày 3, 13, 23", monthly(3) + monthly(13) + monthly(23)),
    clear("Các ngày 3, 5, 7/8", dates((8, 3), (8, 5), (8, 7))),
    clear("Các ngày 3, 5, 7 tháng 8", dates((8, 3), (8, 5), (8, 7))),
    clear("Ngày 3 và 5", monthly(3) + monthly(5)),
]

CASES = ASKED + OF_THE_WEEK + OF_THE_MONTH
