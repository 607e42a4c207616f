"""Vietnamese: what is closed and when, the other days, days by their figures, months of their own rule."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    DAILY,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    between,
    but,
    dates,
    in_week,
    monthly,
    run,
    span,
    weekly,
    without,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

_BUT_MONDAY = weekly(TUE, WED, THU, FRI, SAT, SUN)
_BUT_SUNDAY = weekly(MON, TUE, WED, THU, FRI, SAT)


def _days(*numbers: int) -> list[date]:
    return [day for number in numbers for day in monthly(number)]


CASES: list[Case] = [
    # --- a notice of a closure: its dates are what it is about
    clear(
        "Tạm ngừng cung cấp nước từ 22h ngày 3/5 đến 5h ngày 4/5",
        at(dates((5, 3)), "22:00"),
        minutes=(420, None),
    ),
    clear(
        "Ngừng tiếp nhận hồ sơ từ 17h ngày 30/6 đến 8h ngày 1/7",
        at(dates((6, 30)), "17:00"),
        minutes=(900, None),
    ),
    clear(
        "Tạm dừng lưu thông từ 22h ngày 5/6 đến 4h ngày 6/6", at(dates((6, 5)), "22:00"), minutes=(360, None)
    ),
    clear("Tạm ngừng tiếp công dân từ ngày 5/2 đến ngày 16/2", periods=span((2, 5), (2, 16))),
    clear("Thư viện tạm đóng cửa từ ngày 20/5 đến ngày 25/5/2024", periods=span((5, 20), (5, 25))),
    clear("Thư viện nghỉ từ ngày 8/2 đến ngày 14/2", periods=span((2, 8), (2, 14))),
    clear("Tạm đóng cửa từ 1/5 đến 15/5", periods=span((5, 1), (5, 15))),
    clear("Nghỉ lễ Quốc khánh từ 31/8 đến 3/9/2024", periods=span((8, 31), (9, 3))),
    clear("Nghỉ Tết Dương lịch ngày 1/1/2024", dates((1, 1))),
    # --- beside hours, the closure takes days out
    clear("Mở cửa 8h hằng ngày, nghỉ lễ 30/4 và 1/5", at(without(DAILY, *dates((4, 30), (5, 1))), "08:00")),
    clear("Phục vụ 7h - 20h hằng ngày, tạm nghỉ ngày 15/5", at(without(DAILY, *dates((5, 15))), "07:00")),
    clear(
        "Mở cửa 8h hằng ngày, ngừng phục vụ từ 1/5 đến 5/5",
        at(without(DAILY, *run(dates((5, 1))[0], dates((5, 5))[0])), "08:00"),
    ),
    refused("Mở cửa 8h - 17h hằng ngày, ngừng nhận khách từ 16h30", "ngừng nhận"),
    # --- the other days of the week
    clear("Đóng cửa thứ Hai, các ngày còn lại mở cửa từ 7h30", at(_BUT_MONDAY, "07:30")),
    clear("Nghỉ Chủ nhật, các ngày khác làm việc từ 7h", at(_BUT_SUNDAY, "07:00")),
    clear("Thứ Hai nghỉ, các ngày còn lại 9h", at(_BUT_MONDAY, "09:00")),
    clear("Thứ Hai nghỉ; các ngày khác 8h - 17h", at(_BUT_MONDAY, "08:00")),
    clear("Chủ nhật: 7h00; các ngày khác: 5h30", at(weekly(SUN), "07:00") | at(_BUT_SUNDAY, "05:30")),
    asked(
        "Thứ Hai: 8h; các ngày còn lại: 9h",
        at(weekly(MON), "08:00") | at(weekly(TUE, WED, THU, FRI), "09:00"),
        at(weekly(MON), "08:00") | at(_BUT_MONDAY, "09:00"),
    ),
    clear(
        "Thứ Hai đến thứ Sáu: 7h30; các ngày còn lại: 8h",
        at(weekly(0, 1, 2, 3, 4), "07:30") | at(weekly(SAT, SUN), "08:00"),
    ),
    refused("Ngày 5 hằng tháng: 8h; các ngày khác: 9h", "các ngày khác"),
    # --- weekdays by their figures
    clear("Lịch học: tối 2-4-6, 18h30", at(weekly(MON, WED, FRI), "18:30")),
    clear("Lớp Anh văn tối 3-5-7: 19h", at(weekly(TUE, THU, SAT), "19:00")),
    clear("Võ cổ truyền: chiều 2-4-6, từ 17h đến 18h30", at(weekly(MON, WED, FRI), "17:00")),
    clear("Bóng bàn các buổi 3-5-7 lúc 17h", at(weekly(TUE, THU, SAT), "17:00")),
    clear("các chiều 3-5-7, 14h", at(weekly(TUE, THU, SAT), "14:00")),
    clear("các ngày 2, 4, 6 hằng tuần, 18h", at(weekly(MON, WED, FRI), "18:00")),
    clear("các ngày 2, 4, 6 hằng tháng", _days(2, 4, 6)),
    clear("các tối 2, 4, 6/5", dates((5, 2), (5, 4), (5, 6))),
    refused("ngày 2-4-6/5"),
    # --- days by their last digit; the first days of a month that is said to be solar
    clear("các ngày có số tận cùng 2 và 7", _days(2, 7, 12, 17, 22, 27)),
    clear("Chợ phiên họp các ngày có số tận cùng là 3 và 8", _days(3, 8, 13, 18, 23, 28)),
    refused("Chợ phiên: các ngày có số tận cùng là 3 và 8 âm lịch"),
    clear("Mùng 1 và 15 dương lịch hằng tháng", _days(1, 15)),
    clear("Họp ngày mùng 3 hằng tháng (theo dương lịch)", monthly(3)),
    refused("Mùng 5 hằng tháng", "Mùng"),
    # --- quarters in words; months with a rule of their own
    clear("Quý một và quý ba, mỗi quý 1 hội nghị", periods=between(1, 3) | between(7, 9)),
    clear("quy mot, quy ba: moi quy 1 cuoc", periods=between(1, 3) | between(7, 9)),
    clear(
        "Quý hai, quý bốn: mỗi quý 2 bài",
        periods=between(4, 6) | between(10, 12),
        quotas=((2, "bài", "quarter"),),
    ),
    clear("Ngày 10 hằng tháng, riêng tháng 2 vào ngày 5", monthly(10, but(2)) + dates((2, 5))),
    clear(
        "Thứ Sáu tuần 1 hằng tháng, riêng tháng 5 chuyển sang tuần 2",
        in_week(FRI, 1, but(5)) + in_week(FRI, 2, (5,)),
    ),
    clear(
        "8h thứ Bảy tuần 1 và 3 hằng tháng, riêng tháng 12 chỉ tuần 1",
        at(in_week(SAT, 1) + in_week(SAT, 3, but(12)), "08:00"),
    ),
    refused("Ngày 5 hằng tháng, riêng tháng 2 vào tuần 3", "tuần 3"),
]
