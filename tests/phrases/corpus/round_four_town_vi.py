"""The fourth round in Vietnamese goes on: health, taxes, associations, schools, power cuts, councils.

Those of deadlines, and of holidays that a table of days off must name, are not here.
"""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    at_each,
    between,
    but,
    dates,
    day_range,
    in_week,
    in_week_in,
    later,
    monthly,
    monthly_in,
    only_in,
    span,
    weekly,
    weekly_in,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

Q_FIRST = (1, 4, 7, 10)
Q_MID = (2, 5, 8, 11)
Q_LAST = (3, 6, 9, 12)
DAILY = weekly(*range(7))
SAT_LAST = in_week(SAT, -1)
W = weekly(WED)
MWF = weekly(MON, WED, FRI)

_CLEAR: list[Case] = [
    # --- health
    clear("Tiêm chủng mở rộng: ngày 10 và 11 hằng tháng tại Trạm Y tế xã", monthly(10) + monthly(11)),
    clear("7h30 - 10h30 ngày 5, 6, 7 hằng tháng", at(monthly(5) + monthly(6) + monthly(7), "07:30")),
    clear("Khám sức khỏe người cao tuổi trong 3 ngày 5, 6, 7/3", dates((3, 5), (3, 6), (3, 7))),
    clear(
        "Tiêm vắc xin phòng dại cho chó mèo từ ngày 15/3 đến ngày 15/4/2024", periods=span((3, 15), (4, 15))
    ),
    clear("Uống vitamin A ngày 1/6 và 1/12", dates((6, 1), (12, 1))),
    clear(
        "Trạm y tế tiêm ngừa cho trẻ dưới 1 tuổi sáng thứ Tư tuần thứ 4 hằng tháng",
        in_week(WED, 4),
    ),
    clear(
        "Hiến máu: 7h ngày 7/4/2024 tại Hội trường A, số 25 đường Nguyễn Trung Trực",
        at(dates((4, 7)), "07:00"),
    ),
    clear("Khám miễn phí vào thứ Bảy tuần 3 của các tháng 3, 6, 9, 12", in_week(SAT, 3, Q_LAST)),
    # --- tax, social insurance, deadlines
    clear("Báo cáo tháng: ngày 22 hàng tháng", monthly(22)),
    clear("Báo cáo quý gửi vào ngày 15 của tháng cuối mỗi quý", monthly(15, Q_LAST)),
    clear("Báo cáo 6 tháng: 15/6; báo cáo năm: 15/12", dates((6, 15), (12, 15))),
    clear("Hạn nhận hồ sơ: 17h00 ngày 15/3/2024", at(dates((3, 15)), "17:00")),
    clear("Thu hồ sơ từ ngày 01 đến ngày 10 hằng tháng", periods=day_range(1, 10)),
    clear("Chi trả lương hưu từ ngày 2 đến ngày 10 hằng tháng", periods=day_range(2, 10)),
    clear("Họp giao ban vào ngày cuối cùng của tháng", monthly(-1)),
    clear(
        "Đối chiếu số liệu vào ngày làm việc cuối cùng của tháng 3, tháng 6, tháng 9 và tháng 12",
        dates((3, 29), (6, 28), (9, 30), (12, 31)),
    ),
    clear(
        "Giao ban đầu tháng: 8 giờ ngày làm việc đầu tiên của tháng 2, tháng 6 và tháng 12",
        at(dates((2, 1), (6, 3), (12, 2)), "08:00"),
    ),
    # --- youth union, Party cell, associations
    clear("Sinh hoạt chi bộ ngày 3 hằng tháng, 14h", at(monthly(3), "14:00")),
    clear(
        "19h30 tối thứ Bảy tuần thứ hai hằng tháng, tại Nhà văn hóa khu phố 5", at(in_week(SAT, 2), "19:30")
    ),
    clear(
        "Ngày thứ Bảy tình nguyện giải quyết thủ tục hành chính: 8h00 thứ Bảy hằng tuần",
        at(weekly(SAT), "08:00"),
    ),
    clear("Hội thi cấp tỉnh: ngày 24 và 25 tháng 8 năm 2024", dates((8, 24), (8, 25))),
    clear("Chiến dịch Mùa hè xanh từ 02/6 đến 28/7/2024", periods=span((6, 2), (7, 28))),
    clear("Hội Nông dân họp thứ Năm đầu tiên của các tháng 1, 4, 7 và 10", in_week(THU, 1, Q_FIRST)),
    clear("sinh hoat chi doan toi thu Bay tuan 4 hang thang", in_week(SAT, 4)),
    clear("Câu lạc bộ đờn ca tài tử sinh hoạt tối thứ Tư và tối Chủ nhật hằng tuần", weekly(WED, SUN)),
    clear("Tháng 3 và tháng 10", periods=whole_months(3, 10)),
    clear("Tuần 4 tháng 3", periods=weeks(4, months=(3,))),
    # --- schools, vocational training
    clear(
        "Chào cờ 7h sáng thứ Hai hằng tuần, trừ tháng 6, 7, 8",
        at(only_in(weekly(MON), 1, 2, 3, 4, 5, 9, 10, 11, 12), "07:00"),
    ),
    clear(
        "Học tối thứ Hai, thứ Tư, thứ Sáu từ 18h00 đến 20h30, từ ngày 4/3 đến ngày 31/5/2024",
        at(weekly(MON, WED, FRI, first=date(2024, 3, 4), last=date(2024, 5, 31)), "18:00"),
    ),
    clear(
        "Lớp may công nghiệp học thứ 7, CN, 8h - 11h, tháng 7 đến tháng 9",
        at(only_in(weekly(SAT, SUN), 7, 8, 9), "08:00"),
    ),
    clear("Thi tốt nghiệp các ngày 26, 27, 28 và 29/6/2024", dates((6, 26), (6, 27), (6, 28), (6, 29))),
    clear("Khai giảng lúc 7h00 ngày 05/9/2024", at(dates((9, 5)), "07:00")),
    clear("Họp phụ huynh: 7h30 Chủ nhật, ngày 14/01/2024", at(dates((1, 14)), "07:30")),
    clear(
        "Tập huấn 02 ngày: 21/5 và 22/5/2024, sáng 8h, chiều 13h30",
        at_each(dates((5, 21), (5, 22)), "08:00", "13:30"),
    ),
    clear(
        "Tư vấn tuyển sinh 8h00 Chủ nhật các ngày 3/3, 10/3 và 17/3",
        at(dates((3, 3), (3, 10), (3, 17)), "08:00"),
    ),
    clear(
        "Bồi dưỡng nghiệp vụ: 14h-16h thứ Sáu hằng tuần, từ tháng 9 đến tháng 11",
        at(only_in(weekly(FRI), 9, 10, 11), "14:00"),
    ),
    # --- culture, religion by solar dates
    clear("Thánh lễ Chúa nhật: 5h00, 7h00 và 17h00", at_each(weekly(SUN), "05:00", "07:00", "17:00")),
    clear("Đêm nhạc đường phố 20h thứ Bảy hằng tuần, công viên 3/2", at(weekly(SAT), "20:00")),
    clear(
        "Chiếu phim lưu động lúc 19h ngày 27/7 và 19h30 ngày 2/9",
        at(dates((7, 27)), "19:00") | at(dates((9, 2)), "19:30"),
    ),
    clear("Lễ hội diễn ra trong 3 ngày, từ ngày 26 đến ngày 28/8/2024", periods=span((8, 26), (8, 28))),
    clear("Biểu diễn nghệ thuật: 19 giờ 30 tối 24/12 và 31/12", at(dates((12, 24), (12, 31)), "19:30")),
    clear(
        "Tuyên truyền kỷ niệm 49 năm Ngày giải phóng miền Nam, 20h ngày 30.4.2024",
        at(dates((4, 30)), "20:00"),
    ),
    clear(
        "Văn nghệ 19h30 thứ Bảy tuần 1 và tuần 3 các tháng 6, 7, 8",
        at(in_week(SAT, 1, (6, 7, 8)) + in_week(SAT, 3, (6, 7, 8)), "19:30"),
    ),
    # --- power and water maintenance
    clear(
        "Ngừng cấp điện từ 8h00 đến 16h00 ngày 12/3/2024, khu vực đường Lê Lợi", at(dates((3, 12)), "08:00")
    ),
    clear("Cúp nước từ 22h ngày 14/5 đến 4h ngày 15/5/2024", at(dates((5, 14)), "22:00")),
    clear(
        "Bảo trì trạm biến áp: 7h30 - 11h30 các ngày 6, 13, 20/6",
        at(dates((6, 6), (6, 13), (6, 20)), "07:30"),
    ),
    clear("Súc rửa đường ống vào 23h thứ Bảy tuần 3 hằng tháng", at(in_week(SAT, 3), "23:00")),
    clear(
        "Bảo dưỡng máy chủ 20h thứ Sáu cuối cùng của tháng 3, 6, 9, 12", at(in_week(FRI, -1, Q_LAST), "20:00")
    ),
    clear("Chốt chỉ số điện kế ngày 28 hằng tháng", monthly(28)),
    clear("Tạm ngừng giao dịch từ 11h30 ngày 28/6 đến 7h30 ngày 1/7/2024", at(dates((6, 28)), "11:30")),
    # --- meetings of the council, people's committee
    clear("Họp UBND huyện thường kỳ vào ngày 26 hằng tháng, lúc 7h30", at(monthly(26), "07:30")),
    clear("Sáng thứ Hai đầu tuần, 7h15", at(weekly(MON), "07:15")),
    clear("Kỳ họp thường lệ giữa năm: từ ngày 9 đến ngày 11/7/2024", periods=span((7, 9), (7, 11))),
    clear(
        "Tiếp xúc cử tri ngày 18-6-2024, 8 giờ sáng tại hội trường UBND xã Thạnh Yên",
        at(dates((6, 18)), "08:00"),
    ),
    clear("Hội nghị sơ kết 6 tháng đầu năm: 14h thứ Năm, ngày 11/7/2024", at(dates((7, 11)), "14:00")),
    clear("Quý I và Quý III", periods=between(1, 3) | between(7, 9)),
    clear("Quý 4/2024", periods=between(10, 12)),
    clear("6 tháng cuối năm", periods=between(7, 12)),
    clear("Từ quý II đến quý IV năm 2024", periods=between(4, 12)),
    clear("Thực hiện Nghị quyết số 18-NQ/TW, phát sóng 19h45 thứ Ba hằng tuần", at(weekly(TUE), "19:45")),
    clear(
        "Căn cứ Công văn số 45/STTTT-BCVT ngày 12/01/2024, tuyên truyền trong tháng 5 và tháng 11",
        periods=whole_months(5, 11),
    ),
    clear("Tuần thứ 3 của tháng cuối mỗi quý", periods=weeks(3, months=Q_LAST)),
    clear("Thứ Sáu tuần 2 của tháng giữa mỗi quý, 14h00", at(in_week(FRI, 2, Q_MID), "14:00")),
    clear("Tháng 4 - tháng 6", periods=between(4, 6)),
    clear("Họp tổ dân phố 19h00 ngày 12 hằng tháng, trừ tháng 2", at(monthly(12, but(2)), "19:00")),
    clear("8h00 ngày 20 hằng tháng, trừ ngày lễ", at(monthly(20), "08:00")),
    clear("HẰNG TUẦN VÀO CHIỀU THỨ NĂM, BẮT ĐẦU 13H30", at(weekly(THU), "13:30")),
    # --- banks, agriculture extension, sport
    clear(
        "Điểm giao dịch xã của Ngân hàng Chính sách: 8h - 11h ngày 18 hằng tháng, kể cả ngày nghỉ",
        at(monthly(18), "08:00"),
    ),
    clear(
        "Mở cống lấy nước từ 3h đến 9h sáng các ngày 8, 9, 10/4", at(dates((4, 8), (4, 9), (4, 10)), "03:00")
    ),
    clear(
        "Giải bóng đá thiếu niên khai mạc 15h30 ngày 1/6, bế mạc 16h ngày 15/6",
        at(dates((6, 1)), "15:30") | at(dates((6, 15)), "16:00"),
    ),
    clear("Dưỡng sinh 5 giờ 15 sáng mỗi ngày tại công viên", at(DAILY, "05:15")),
    clear("Võ thuật: 3 buổi/tuần, 17h30 các ngày T3, T5, T7", at(weekly(TUE, THU, SAT), "17:30")),
    clear("Bơi lội hai ngày cuối tuần (thứ Bảy, Chủ nhật), 6h30 sáng", at(weekly(SAT, SUN), "06:30")),
    clear("tàu cao tốc Rạch Giá - Phú Quốc: 7h20 và 13h00 hằng ngày", at_each(DAILY, "07:20", "13:00")),
    clear(
        "Xe buýt tăng cường 16:30 thứ Sáu, 17:00 Chủ nhật",
        at(weekly(FRI), "16:30") | at(weekly(SUN), "17:00"),
    ),
    clear("Lịch tưới: thứ 3 và thứ 6 hằng tuần, 2 giờ rưỡi chiều", at(weekly(TUE, FRI), "14:30")),
    # --- 2025, 2026
    clear(
        "Phát sóng 20h10 thứ Năm tuần 1 hằng tháng năm 2025", at(in_week_in(2025, THU, 1), "20:10"), year=2025
    ),
    clear(
        "Ngày 15/8/2025 và ngày 15/11/2025, lúc 9h",
        at([date(2025, 8, 15), date(2025, 11, 15)], "09:00"),
        year=2025,
    ),
    clear("T2, T4, T6: 18h15", at(weekly_in(2025, MON, WED, FRI), "18:15"), year=2025),
    clear("ngày cuối cùng của mỗi quý", monthly_in(2025, -1, Q_LAST), year=2025),
    clear(
        "Thứ Ba tuần cuối hằng tháng, 14 giờ, phòng họp số 3",
        at(in_week_in(2025, TUE, -1), "14:00"),
        year=2025,
    ),
    clear("Từ 01/7/2025 đến 31/12/2025", periods=span((7, 1), (12, 31), 2025), year=2025),
    clear(
        "Chủ nhật tuần 2, 9h00, phát lại 15h00 thứ Tư",
        at(in_week_in(2026, SUN, 2), "09:00"),
        replays=at(later(in_week_in(2026, SUN, 2), 3), "15:00"),
        year=2026,
    ),
    clear("Ngày 8 và ngày 23 hằng tháng", monthly_in(2026, 8) + monthly_in(2026, 23), year=2026),
    clear("17 giờ 00 phút thứ Sáu ngày 6/3/2026", at([date(2026, 3, 6)], "17:00"), year=2026),
    clear(
        "Thứ Bảy tuần 1 các tháng lẻ, 8h",
        at(in_week_in(2026, SAT, 1, (1, 3, 5, 7, 9, 11)), "08:00"),
        year=2026,
    ),
    clear("Tháng 9 năm 2026", periods={(date(2026, 9, 1), date(2026, 9, 30))}, year=2026),
]

_CAREFUL: list[Case] = [
    clear("Học các tối 2-4-6, từ 18h đến 20h", at(MWF, "18:00")),
    clear("Mùng 5 hằng tháng (dương lịch)", monthly(5)),
    clear("Tháng hành động vì an toàn thực phẩm: từ 15/4 đến 15/5", periods=span((4, 15), (5, 15))),
    clear("Tuần lễ hưởng ứng học tập suốt đời 01 - 07/10/2024", periods=span((10, 1), (10, 7))),
    clear("9 giờ kém 15 tối thứ Sáu hằng tuần", at(weekly(FRI), "20:45")),
    clear("Quý một, quý ba: mỗi quý 01 cuộc", periods=between(1, 3) | between(7, 9)),
    clear(
        "Phát 19h thứ Bảy tuần 4, phát lại vào Chủ nhật cùng giờ",
        at(in_week(SAT, 4), "19:00"),
        replays=at(later(in_week(SAT, 4), 1), "19:00"),
    ),
    clear("Từ tháng 3, cứ thứ Ba đầu tháng thì họp, 8h", at(in_week(TUE, 1, tuple(range(3, 13))), "08:00")),
    clear("Chợ phiên: ngày có số tận cùng là 5", monthly(5) + monthly(15) + monthly(25)),
    clear("Đóng cửa thứ Hai, các ngày khác mở từ 8h", at(weekly(TUE, WED, THU, FRI, SAT, SUN), "08:00")),
    clear(
        "Thứ Năm tuần 2 và 4 hằng tháng, riêng tháng 2 chỉ họp tuần 2",
        in_week(THU, 2) + in_week(THU, 4, but(2)),
    ),
]

_NEVER: list[Case] = [
    asked("Cuối tháng"),
    refused("Mùng 1 và rằm hằng tháng"),
    clear("Trước ngày 15 hằng tháng", monthly(14)),
    asked("Hai tuần một lần, vào thứ Sáu"),
    asked("19h ngày 31 hằng tháng"),
    refused("Khoảng giữa tháng 5"),
    refused("Thứ Tư ngày 31/4/2024"),
    asked("Thứ Hai, ngày 5/3/2024 lúc 8h"),
    refused("17h75 thứ Ba hằng tuần"),
    refused("Thời gian cụ thể sẽ thông báo sau"),
    refused("Dịp lễ hội Nguyễn Trung Trực, 27, 28, 29 tháng Tám âm lịch"),
    refused("20h thứ Bảy hoặc Chủ nhật"),
    refused("Thứ Năm tuần sau, 14 giờ"),
    refused("Phát sóng vào các khung giờ vàng"),
    refused("Sau Tết Nguyên đán"),
]

CASES: list[Case] = _CLEAR + _CAREFUL + _NEVER
