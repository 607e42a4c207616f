"""Replays whose times a semicolon parts; what is due in a month of its own; a list of dates behind "từ"."""

from __future__ import annotations

from tests.phrases.almanac import WED, at, dates, in_week, later, monthly
from tests.phrases.corpus.case import Case, clear, refused

DAYS = in_week(WED, 3)
PREMIERES = at(DAYS, "17:45")
THREE = at(DAYS, "22:00") | at(later(DAYS, 1), "06:00") | at(later(DAYS, 1), "11:00")

CASES: list[Case] = [
    clear("17h45 thứ Tư tuần 3, phát lại 22h; 6h, 11h ngày hôm sau", PREMIERES, replays=THREE),
    clear("17h45 thứ Tư tuần 3; phát lại 22h; 6h và 11h hôm sau", PREMIERES, replays=THREE),
    clear("17:45 Wednesday week 3, replay 22:00; 6:00 and 11:00 the next day", PREMIERES, replays=THREE),
    refused("17h45 thứ Tư tuần 3, phát lại 22h; 6h thứ Năm", "thứ Năm"),
    refused("17:45 Wednesday week 3, replay 22:00; 6:00 Thursday", "Thursday"),
    refused("Đăng mỗi tháng 1 số, ngày 15; tháng 12 hai số", "tháng 12"),
    refused("8h ngày 15 hằng tháng; tháng 12: 2 buổi", "tháng 12"),
    refused("15th of each month; December two issues", "December"),
    clear("Ngày 15; tháng 3 và tháng 6", monthly(15, (3, 6))),
    refused("20h từ ngày 28/8, 5/9", "từ"),
    clear("20h ngày 28/8, 5/9", at(dates((8, 28), (9, 5)), "20:00")),
]
