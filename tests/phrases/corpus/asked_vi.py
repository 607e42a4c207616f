"""Vietnamese phrases with several meanings: each is asked about, never settled in silence."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import (
    ALL,
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
    weekly,
    weeks,
)
from tests.phrases.corpus.case import Case, asked
from tests.phrases.in_year import every

CASES: list[Case] = [
    asked("Định kỳ 2 tuần/lần vào thứ Năm, 8h00"),
    asked("Báo cáo vào cuối tháng 6, tháng 9 và tháng 12"),
    asked("Giữa tháng 8/2024 tổ chức hội thi"),
    asked(
        "Phát lúc 18h ngày 31 hằng tháng",
        at(monthly(31, (1, 3, 5, 7, 8, 10, 12)), "18:00"),
        at(monthly(-1), "18:00"),
    ),
    asked(
        "Họp báo 15h30 thứ Hai ngày 14/5/2024",
        at(dates((5, 14)), "15:30"),
    ),
    asked("Khai trương đầu quý III"),
    asked("Thứ Ba tuần 2 quý II, 9h00", at(in_week(TUE, 2, (4, 5, 6)), "09:00")),
    asked("Ngày 30 hằng tháng, đối chiếu công nợ", monthly(30, but(2)), monthly(30, but(2)) + dates((2, 29))),
    asked("22h30 thứ Bảy tuần 1, phát lại 0h30 cùng ngày"),
    asked("Cách tuần vào chiều thứ Tư, 14 giờ"),
    asked("Sinh hoạt câu lạc bộ hai tháng một lần"),
    asked("19h00 thứ Ba tuần 2 hằng tháng, phát lại 6h00 ngày hôm sau (thứ Năm)"),
    asked("3 tháng/lần vào ngày 10"),
    asked("Tổng kết vào cuối năm"),
    asked("Vệ sinh môi trường toàn phường vào đầu tháng"),
    asked(
        "Phát thứ Sáu tuần 1 tháng 3 (ngày 08/3), 19h00",
        at(dates((3, 8)), "19:00"),
        at(dates((3, 1)), "19:00"),
    ),
    asked("Nộp báo cáo ngày 31 các tháng 4, 6", dates((4, 30), (6, 30)), dates((5, 1), (7, 1))),
    asked(
        "Khai giảng 5/9; họp phụ huynh 15/9; sơ kết 25/12 lúc 8h",
        at(dates((9, 5), (9, 15), (12, 25)), "08:00"),
        {date(2024, 9, 5), date(2024, 9, 15), datetime(2024, 12, 25, 8)},
    ),
    asked(
        "8h30 ngày 29 hằng tháng",
        {datetime(2023, month, 29, 8, 30) for month in but(2)},
        {*(datetime(2023, month, 29, 8, 30) for month in but(2)), datetime(2023, 2, 28, 8, 30)},
        year=2023,
    ),
    asked(
        "14h ngày 30 hằng tháng",
        at([date(2024, month, 30) for month in but(2)], "14:00"),
        at([*(date(2024, month, 30) for month in but(2)), date(2024, 2, 29)], "14:00"),
    ),
    asked(
        "18h các ngày trong tuần, trừ Chủ nhật",
        at(weekly(*WEEKDAYS), "18:00"),
        at(weekly(*range(6)), "18:00"),
    ),
    asked(
        "8h thứ Hai, thứ Tư, thứ Sáu 14h",
        at(every(MON), "08:00") | at(every(WED, FRI), "14:00"),
        at(every(MON, WED), "08:00") | at(every(FRI), "14:00"),
    ),
    asked("8h thứ Hai và thứ Năm 14h", at(every(MON), "08:00") | at(every(THU), "14:00")),
    asked("17h00 thứ 2, 4, 6, Chủ nhật 19h", at(every(MON, WED, FRI), "17:00") | at(every(SUN), "19:00")),
    asked("Thứ Hai đầu tiên của tháng 9 (9/9), 8h", at(dates((9, 2)), "08:00"), at(dates((9, 9)), "08:00")),
    asked("Lãnh đạo trực ngày lẻ"),
    asked("Hai tuần một lần vào chiều thứ Hai"),
    asked("Ngày 31 hằng tháng, 8h"),
    asked("8h thứ Hai, ngày 14/5/2024"),
    asked("Cuối tháng"),
    asked("Hai tuần một lần, vào thứ Sáu"),
    asked("19h ngày 31 hằng tháng"),
    asked("Thứ Hai, ngày 5/3/2024 lúc 8h"),
    asked(
        "Phát thanh xã: sáng 5h00 - 5h45; chiều 17h00 - 17h45, các ngày trong tuần",
        at_each(weekly(*WEEKDAYS), "05:00", "17:00"),
        at_each(DAILY, "05:00", "17:00"),
    ),
    asked("Phiên chợ vùng cao: ngày 10, 20, 30 hằng tháng"),
    asked("Mỗi tháng 01 bài, đăng vào cuối tháng"),
    asked(
        "Phát sóng ngày 30 hằng tháng lúc 19h30",
        at([date(2024, m, 30) for m in ALL if m != 2], "19:30"),
        at([date(2024, m, 30) for m in ALL if m != 2] + [date(2024, 2, 29)], "19:30"),
    ),
    asked(
        "Thứ Tư tuần 2 quý III lúc 17h45",
        at(in_week(WED, 2, (7, 8, 9)), "17:45"),
        at(in_week(WED, 2, (7,)), "17:45"),
    ),
    asked("Tọa đàm lúc 19h30 thứ Năm, ngày 15/5/2024", {datetime(2024, 5, 15, 19, 30)}),
    asked(
        "17 giờ 45 (thứ Hai/Tuần 1/tháng 5), phát lại 6 giờ 30 ngày hôm sau (thứ Tư - Tuần 1)",
        at(in_week(MON, 1, (5,)), "17:45"),
    ),
    asked(
        "02 tuần/lần, vào thứ Ba, lúc 18h15", at(weekly(TUE)[::2], "18:15"), at(weekly(TUE)[1::2], "18:15")
    ),
    asked("Mỗi quý 01 kỳ, vào cuối quý, kinh phí 30 triệu đồng"),
    asked(
        "Bản tin thị trường: 18h00 các ngày trong tuần",
        at(weekly(*range(5)), "18:00"),
        at(weekly(*range(7)), "18:00"),
    ),
    asked(
        "21h05 các ngày 10, 20, 30 hằng tháng: Nhìn ra thế giới",
        at(monthly(10) + monthly(20) + [date(2024, m, 30) for m in ALL if m != 2], "21:05"),
    ),
    asked(
        "Gameshow: cách tuần một số, 20h00 Chủ nhật",
        at(weekly(SUN)[::2], "20:00"),
        at(weekly(SUN)[1::2], "20:00"),
    ),
    asked("Hai tháng một lần, trên trang thông tin điện tử của Sở"),
    asked("Đăng 01 kỳ vào giữa tháng 6"),
    asked(
        "Lên chuyên trang ngày 31 hằng tháng",
        [date(2024, m, 31) for m in (1, 3, 5, 7, 8, 10, 12)],
        monthly(-1),
    ),
    asked("Phim đêm 23h00 thứ Bảy, phát lại 0h30 cùng ngày", at(weekly(SAT), "23:00")),
    asked("Trực tiếp lễ hội 19h30 Chủ nhật ngày 16/11/2024", {datetime(2024, 11, 16, 19, 30)}),
    asked("Thứ Tư ngày 20/6/2024, 7h30: Bí thư Huyện ủy tiếp công dân", {datetime(2024, 6, 20, 7, 30)}),
    asked("Đối thoại với thanh niên vào cuối quý"),
    asked("Thu tiền nước vào đầu tháng"),
    asked("CLB cờ tướng sinh hoạt cách tuần vào chiều thứ Bảy", weekly(SAT)[::2], weekly(SAT)[1::2]),
    asked("Sinh hoạt Đoàn đội vào cuối tháng"),
    asked(
        "Tiếp công dân ngày 31 hằng tháng tại phòng 102",
        [date(2024, m, 31) for m in (1, 3, 5, 7, 8, 10, 12)],
        monthly(-1),
    ),
    asked("Chủ tịch tiếp công dân 2 tuần một lần vào sáng thứ Năm", weekly(THU)[::2], weekly(THU)[1::2]),
    asked(
        "Lãnh đạo Sở tiếp dân thứ Năm tuần 3 quý IV", in_week(THU, 3, (10, 11, 12)), in_week(THU, 3, (10,))
    ),
    asked("Họp tổ dân phố ngày 29 hằng tháng", year=2025),
    asked("Diễn tập phòng cháy: thứ Bảy, 25/10/2024, 15h00", {datetime(2024, 10, 25, 15, 0)}),
    asked("Báo cáo tuần 1 quý II", weeks(1, months=(4, 5, 6)), weeks(1, months=(4,))),
    asked(
        "Chiếu phim miễn phí ngày 30 mỗi tháng, 19h30",
        at([date(2024, m, 30) for m in ALL if m != 2], "19:30"),
    ),
    asked("Trưng bày chuyên đề giữa tháng 11"),
    asked(
        "Khóa tu Bát quan trai hai tuần một lần, thứ Bảy lúc 6h00",
        at(weekly(SAT)[::2], "06:00"),
        at(weekly(SAT)[1::2], "06:00"),
    ),
    asked("Họp phụ huynh thứ Bảy ngày 14/1/2024 lúc 8h00", {datetime(2024, 1, 14, 8, 0)}),
]
