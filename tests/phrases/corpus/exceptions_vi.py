"""Vietnamese exceptions: days, weeks and months that are out, and what is closed meanwhile."""

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
    WEEKDAYS,
    at,
    at_each,
    but,
    dates,
    in_week,
    monthly,
    only_in,
    span,
    weekly,
    without,
)
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import every, nth, on, out_of

CASES: list[Case] = [
    clear(
        "Phó Chủ tịch xã tiếp dân sáng thứ Ba hàng tuần (trừ tháng 2)",
        out_of(weekly(TUE), 2),
    ),
    clear(
        "Bảo tàng tỉnh mở cửa từ thứ Ba đến Chủ nhật, 8:00-17:00 (nghỉ thứ Hai)",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN), "08:00"),
    ),
    clear(
        "20h00 thứ Bảy hằng tuần (trừ thứ Bảy cuối tháng)",
        at([d for d in weekly(SAT) if d not in in_week(SAT, -1)], "20:00"),
    ),
    clear(
        "Chào cờ 7 giờ sáng thứ Hai hằng tuần, riêng tháng 6 và tháng 7 nghỉ.",
        at(out_of(weekly(MON), 6, 7), "07:00"),
    ),
    clear("Các ngày trong tuần trừ thứ Bảy và Chủ nhật: 6h45", at(weekly(*WEEKDAYS), "06:45")),
    clear(
        "Chi hội Phụ nữ ấp Tân Lợi họp lệ 13 giờ 30 ngày 18 hằng tháng, trừ tháng 1 và tháng 2",
        at(monthly(18, but(1, 2)), "13:30"),
    ),
    clear(
        "18h thứ Ba hằng tuần, trừ buổi cuối cùng của tháng", at(without(weekly(TUE), *nth(TUE, -1)), "18:00")
    ),
    clear(
        "Sinh hoạt câu lạc bộ 19h thứ Năm, trừ kỳ đầu tiên trong tháng",
        at(without(weekly(THU), *nth(THU, 1)), "19:00"),
    ),
    clear("20h Chủ nhật hằng tuần, trừ số cuối tháng", at(without(weekly(SUN), *nth(SUN, -1)), "20:00")),
    refused("18h thứ Hai và thứ Năm hằng tuần, trừ buổi cuối tháng", "trừ"),
    clear("18h các ngày trong tuần trừ thứ Bảy, Chủ nhật", at(weekly(*WEEKDAYS), "18:00")),
    clear("18h hằng ngày trừ cuối tuần (thứ Bảy, Chủ nhật)", at(weekly(*WEEKDAYS), "18:00")),
    clear(
        "7h30 - 11h30, 13h30 - 17h từ thứ Hai đến thứ Bảy, trừ chiều thứ Bảy",
        at(weekly(*range(6)), "07:30") | at(weekly(*range(5)), "13:30"),
    ),
    clear("19h hằng ngày, trừ tối thứ Bảy", at(weekly(*range(5), SUN), "19:00")),
    refused("Thư viện mở cửa hằng ngày, trừ sáng Chủ nhật", "sáng"),
    refused("7h30 - 17h hằng ngày, trừ chiều Chủ nhật", "chiều"),
    refused("19h hằng ngày, trừ sáng thứ Bảy", "sáng"),
    clear(
        "Múa lân 18h hằng ngày, riêng Chủ nhật nghỉ", at([d for d in DAILY if d.weekday() != SUN], "18:00")
    ),
    clear("Sinh hoạt 14h ngày 15 hằng tháng, riêng tháng 2 không tổ chức", at(monthly(15, but(2)), "14:00")),
    clear(
        "Từ 1/7/2024, thư viện mở cửa 8h00 - 20h00 hằng ngày, trừ thứ Hai",
        at(every(TUE, WED, THU, FRI, SAT, SUN, a=(7, 1)), "08:00"),
    ),
    clear("Thứ Tư, tuần thứ ba của tháng, trừ tháng 2", out_of(nth(WED, 3), 2)),
    clear("Nghỉ giao dịch ngày 6/7 để nâng cấp phần mềm", on((7, 6))),
    clear(
        "Vệ sinh môi trường 6h sáng thứ Bảy hằng tuần, trừ tháng 1 và tháng 2",
        at(out_of(every(SAT), 1, 2), "06:00"),
    ),
    clear(
        "6g30 và 18g30 mỗi ngày, trừ Chủ nhật",
        at(every(*WEEKDAYS, SAT), "06:30") | at(every(*WEEKDAYS, SAT), "18:30"),
    ),
    clear("12h trưa hằng ngày, trừ thứ Bảy và Chủ nhật", at(every(*WEEKDAYS), "12:00")),
    clear(
        "Chào cờ 7h sáng thứ Hai hằng tuần, trừ tháng 6, 7, 8",
        at(only_in(weekly(MON), 1, 2, 3, 4, 5, 9, 10, 11, 12), "07:00"),
    ),
    clear("Tạm ngừng giao dịch từ 11h30 ngày 28/6 đến 7h30 ngày 1/7/2024", at(dates((6, 28)), "11:30")),
    clear("Họp tổ dân phố 19h00 ngày 12 hằng tháng, trừ tháng 2", at(monthly(12, but(2)), "19:00")),
    clear("8h00 ngày 20 hằng tháng, trừ ngày lễ", at(monthly(20), "08:00")),
    clear("Đóng cửa thứ Hai, các ngày khác mở từ 8h", at(weekly(TUE, WED, THU, FRI, SAT, SUN), "08:00")),
    clear(
        "Bản tin giá cả thị trường: 11h45 trưa hằng ngày, trừ Chủ nhật",
        at(weekly(MON, TUE, WED, THU, FRI, SAT), "11:45"),
    ),
    clear(
        "Bảo tàng mở cửa tất cả các ngày trong tuần trừ thứ Hai, 8:00-17:00",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN), "08:00"),
    ),
    clear(
        "Mở cửa hằng ngày từ 7h30 đến 17h, nghỉ Tết Dương lịch 1/1",
        at(without(DAILY, date(2024, 1, 1)), "07:30"),
    ),
    clear(
        "Xe thư viện lưu động phục vụ thứ Năm tuần 2 hằng tháng, trừ tháng 7 và tháng 8",
        in_week(THU, 2, but(7, 8)),
    ),
    clear(
        "6g30, 11g30 và 18g30 mỗi ngày trừ chủ nhật",
        at_each(weekly(0, 1, 2, 3, 4, 5), "06:30", "11:30", "18:30"),
    ),
    clear("Nghỉ hè từ 1/6 đến 31/7", periods=span((6, 1), (7, 31))),
    clear("Học sinh nghỉ Tết từ 5/2 đến 18/2", periods=span((2, 5), (2, 18))),
    clear(
        "Mở cửa: thứ Hai - thứ Sáu 8h-17h; thứ Bảy 8h-11h30; Chủ nhật nghỉ",
        at(weekly(0, 1, 2, 3, 4, 5), "08:00"),
    ),
    clear("Phục vụ hằng ngày từ 8h, nghỉ lễ 2/9", at(without(DAILY, *dates((9, 2))), "08:00")),
    clear(
        "- Thời gian đăng: thứ Ba, thứ Sáu hằng tuần (trừ tháng 2);",
        [d for d in weekly(TUE, FRI) if d.month != 2],
    ),
    clear(
        "Thứ 2, 4, 6 lúc 7h30; thứ 3, 5, 7 lúc 15h30; Chủ nhật nghỉ",
        at(weekly(MON, WED, FRI), "07:30") | at(weekly(TUE, THU, SAT), "15:30"),
    ),
    clear(
        "Lên sóng 20 giờ 30 thứ Bảy, tuần 2 và tuần 4 (ngoại trừ các tháng 7, 8)",
        at([d for d in in_week(SAT, 2) + in_week(SAT, 4) if d.month not in (7, 8)], "20:30"),
    ),
    clear("Hằng ngày, trừ Chủ nhật, 5h30: Nhịp cầu nhà nông", at(weekly(*range(6)), "05:30")),
    clear(
        "Khung 21h - 21h45 từ thứ 2 tới thứ 6 (trừ thứ 4): phim Việt Nam",
        at(weekly(MON, TUE, THU, FRI), "21:00"),
        minutes=(45, None),
    ),
    clear(
        "Chủ tịch Hội Nông dân gặp gỡ hội viên 13g30 thứ Năm hằng tuần; không tiếp trong tháng 2",
        at([d for d in weekly(THU) if d.month != 2], "13:30"),
    ),
    clear(
        "Xe thu gom đến hẻm 25 vào 5h30 sáng và 18h15 tối mỗi ngày, trừ sáng Chủ nhật",
        at(weekly(*range(6)), "05:30") | at(weekly(*range(7)), "18:15"),
    ),
    clear(
        "Giao ban báo chí 14 giờ thứ Ba tuần thứ 4 hằng tháng (trừ tháng 12)",
        at(in_week(TUE, 4, tuple(range(1, 12))), "14:00"),
    ),
    clear(
        "Thư viện tỉnh mở cửa từ thứ Ba đến Chủ nhật, sáng 7h30 - 11h30, chiều 13h30 - 17h30; "
        "thứ Hai đóng cửa",
        at(weekly(*range(1, 7)), "07:30") | at(weekly(*range(1, 7)), "13:30"),
        minutes=(240, None),
    ),
    clear(
        "Lớp giáo lý: 8h15 - 9h15 Chúa nhật, nghỉ các tháng 6, 7",
        at([d for d in weekly(SUN) if d.month not in (6, 7)], "08:15"),
        minutes=(60, None),
    ),
    clear(
        "Đoàn đại biểu Quốc hội tiếp công dân ngày 16 hằng tháng (trừ các tháng 5, 6, 10, 11 "
        "do trùng kỳ họp)",
        monthly(16, (1, 2, 3, 4, 7, 8, 9, 12)),
    ),
    clear(
        "Xe thư viện lưu động đến Trường THCS vào thứ Tư tuần 1, Trường Tiểu học vào thứ Sáu "
        "tuần 3 hằng tháng (ngoại trừ các tháng 6, 7, 8)",
        [d for d in in_week(WED, 1) + in_week(FRI, 3) if d.month not in (6, 7, 8)],
    ),
]
