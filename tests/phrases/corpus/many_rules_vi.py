"""Vietnamese phrases of three rules and more: each day has its own times."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SUN, THU, TUE, WED, at, dates, in_week, weekly
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import every

CASES: list[Case] = [
    clear(
        "Hiến máu tình nguyện: ngày 14/4; 16/6; 18/8 và 20/10, từ 7g00 đến 11g30",
        at(dates((4, 14), (6, 16), (8, 18), (10, 20)), "07:00"),
    ),
    clear(
        "Phun hóa chất diệt muỗi: đợt 1 ngày 8/6, đợt 2 ngày 15/6, đợt 3 ngày 22/6, cùng lúc 16g30",
        at(dates((6, 8), (6, 15), (6, 22)), "16:30"),
    ),
    clear(
        "Lớp võ cổ truyền — T2: 18h30-20h, T5: 18h30-20h, CN: 8h-10h; học phí 200.000đ/tháng",
        at(weekly(MON, THU), "18:30") | at(weekly(SUN), "08:00"),
    ),
    clear(
        "Đội chiếu phim lưu động: 19g ngày 2/7 (xã Tân Hội), 4/7 (xã Tân Hiệp A), 9/7 (xã Thạnh Trị)",
        at(dates((7, 2), (7, 4), (7, 9)), "19:00"),
    ),
    clear("Họp chi bộ: 5/3; 12/3; 19/3 lúc 8h", at(dates((3, 5), (3, 12), (3, 19)), "08:00")),
    clear("Ngày 5/3; ngày 12/3; ngày 19/3, 14h", at(dates((3, 5), (3, 12), (3, 19)), "14:00")),
    clear("Thứ Hai; thứ Tư; thứ Sáu 18h", at(weekly(MON, WED, FRI), "18:00")),
    clear("Các ngày 5/3; 12/3\n19/3, 8h30", at(dates((3, 5), (3, 12), (3, 19)), "08:30")),
    clear(
        "8h thứ Hai, 14h thứ Ba, thứ Tư 9h",
        at(every(MON), "08:00") | at(every(TUE), "14:00") | at(every(WED), "09:00"),
    ),
    clear(
        "Tuần 1: thứ Hai; tuần 2: thứ Ba; tuần 3: thứ Tư; tuần 4: thứ Năm",
        in_week(MON, 1) + in_week(TUE, 2) + in_week(WED, 3) + in_week(THU, 4),
    ),
    clear(
        "Thứ Hai 19h30, thứ Tư 20h15, thứ Sáu 21h",
        at(every(MON), "19:30") | at(every(WED), "20:15") | at(every(FRI), "21:00"),
    ),
    clear(
        "10h30 thứ Hai; 15h30 thứ Tư; 20h30 thứ Sáu hằng tuần",
        at(weekly(MON), "10:30") | at(weekly(WED), "15:30") | at(weekly(FRI), "20:30"),
    ),
]
