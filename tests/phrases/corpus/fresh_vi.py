"""Vietnamese sentences of a second round, written without a look at the first."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    QUARTERS,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    at,
    between,
    but,
    dates,
    day_range,
    days_of,
    in_week,
    later,
    monthly,
    weekly,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

DAILY = weekly(MON, TUE, WED, THU, FRI, SAT, SUN)


def out_of(days: list[date], *months: int) -> list[date]:
    """The days that lie in no such month."""
    return [d for d in days if d.month not in months]


def inside(days: list[date], *months: int) -> list[date]:
    """The days that lie in these months."""
    return [d for d in days if d.month in months]


CLEAR: list[Case] = [
    clear(
        "Phát sóng định kỳ 19g45 thứ Sáu hằng tuần trên kênh AG1, thời lượng 15 phút.",
        at(weekly(FRI), "19:45"),
    ),
    clear(
        "Chuyên mục Cải cách hành chính: mỗi tháng 02 số, phát vào tuần thứ nhất và tuần thứ ba.",
        periods=weeks(1, 3),
    ),
    clear(
        "Tổ chức tập huấn nghiệp vụ cho cán bộ Đoàn cơ sở trong quý II và quý IV/2024",
        periods=between(4, 6) | between(10, 12),
    ),
    clear(
        "Chủ tịch UBND huyện tiếp công dân vào các ngày 05 và 20 hằng tháng tại Trụ sở tiếp công dân huyện, "
        "số 12 đường Trần Phú",
        monthly(5) + monthly(20),
    ),
    clear("Thu gom rác: T2 - T4 - T6, từ 17h30' đến 19h00'", at(weekly(MON, WED, FRI), "17:30")),
    clear(
        "Chi trả trợ cấp bảo trợ xã hội từ ngày 05 đến ngày 10 hằng tháng tại nhà văn hóa khu phố 3",
        periods=day_range(5, 10),
    ),
    clear(
        "Tiêm chủng mở rộng: ngày 25 hàng tháng, sáng 7g30-11g00, chiều 13g30-16g00",
        at(monthly(25), "07:30") | at(monthly(25), "13:30"),
    ),
    clear(
        "Họp tổ dân phố số 7 lúc 19 giờ 30 phút ngày 12/4/2024 tại sân bóng chuyền.",
        at(dates((4, 12)), "19:30"),
    ),
    clear(
        "Tọa đàm trực tiếp: 9h00 sáng Chủ nhật tuần cuối các tháng 3, 6, 9, 12",
        at(in_week(SUN, -1, (3, 6, 9, 12)), "09:00"),
    ),
    clear(
        "Bản tin nông thôn mới: 5h30' và 17h30' hàng ngày trên hệ thống truyền thanh 15 xã, thị trấn",
        at(DAILY, "05:30") | at(DAILY, "17:30"),
    ),
    clear(
        "Phóng sự 10 phút, phát 20:15 các ngày 3/2, 30/4, 19/5 và 2/9",
        at(dates((2, 3), (4, 30), (5, 19), (9, 2)), "20:15"),
    ),
    clear(
        "Xe loa lưu động: 02 đợt/năm (đợt 1: tháng 4; đợt 2: tháng 10)",
        periods=whole_months(4, 10),
    ),
    clear(
        "Treo pa nô, băng rôn từ ngày 15/4 đến hết ngày 15/5/2024 trên các tuyến đường chính.",
        periods={(date(2024, 4, 15), date(2024, 5, 15))},
    ),
    clear(
        "Thư viện mở cửa: thứ 2-6: 7h30-20h; T7, CN: 8h00-17h00",
        at(weekly(*WEEKDAYS), "07:30") | at(weekly(SAT, SUN), "08:00"),
    ),
    clear(
        "Giám đốc Sở tiếp công dân: thứ Năm tuần thứ hai và tuần thứ tư hằng tháng, bắt đầu 8 giờ",
        at(in_week(THU, 2) + in_week(THU, 4), "08:00"),
    ),
    clear("Hội nghị sơ kết 6 tháng: tuần cuối tháng 6/2024", periods=weeks(-1, months=(6,))),
    clear(
        "Phát thanh Măng non – 11g15 thứ Bảy từ tháng 2 đến tháng 5, phát lại 17g15 cùng ngày "
        "và 6g15 sáng hôm sau",
        at(inside(weekly(SAT), 2, 3, 4, 5), "11:15"),
        replays=at(inside(weekly(SAT), 2, 3, 4, 5), "17:15")
        | at(later(inside(weekly(SAT), 2, 3, 4, 5), 1), "06:15"),
    ),
    clear(
        "Truyền hình Thanh niên: 20h30 thứ tư, tuần 2 và tuần 4 hằng tháng; phát lại 10h00 thứ Sáu cùng tuần",
        at(in_week(WED, 2) + in_week(WED, 4), "20:30"),
        replays=at(later(in_week(WED, 2) + in_week(WED, 4), 2), "10:00"),
    ),
    clear(
        "Câu lạc bộ đờn ca tài tử sinh hoạt 19g tối thứ Bảy tuần đầu mỗi tháng",
        at(in_week(SAT, 1), "19:00"),
    ),
    clear(
        "Khám bệnh từ thiện: Chủ nhật thứ hai hằng tháng, từ 7g đến 11g tại chùa Phước Hậu",
        at(in_week(SUN, 2), "07:00"),
    ),
    clear(
        "Thánh lễ: Chúa nhật 5g00, 7g30 và 17g00; từ thứ Hai đến thứ Bảy 5g00",
        at(DAILY, "05:00") | at(weekly(SUN), "07:30") | at(weekly(SUN), "17:00"),
    ),
    clear(
        "Tạm ngừng cấp điện: 8h00-16h30 ngày 14/05 (khu vực chợ Cầu Đất); 7h30-11h00 "
        "ngày 16/05/2024 (hẻm 45)",
        at(dates((5, 14)), "08:00") | at(dates((5, 16)), "07:30"),
    ),
    clear("Mỗi quý 01 hội nghị báo cáo viên", periods=QUARTERS, quotas=((1, "hội nghị", "quarter"),)),
    clear("Thời gian thực hiện: từ tháng 3 đến tháng 11/2024", periods=between(3, 11)),
    clear(
        "Phát lúc 18 giờ 45 các ngày thứ Ba, thứ Năm, thứ Bảy từ ngày 01/7/2024 đến ngày 31/8/2024 "
        "(Đài PT-TH An Giang)",
        at(weekly(TUE, THU, SAT, first=date(2024, 7, 1), last=date(2024, 8, 31)), "18:45"),
    ),
    clear("Đăng tải thường xuyên trên Cổng TTĐT tỉnh và Trang TTĐT các sở, ngành"),
    clear(
        "Phó Chủ tịch xã tiếp dân sáng thứ Ba hàng tuần (trừ tháng 2)",
        out_of(weekly(TUE), 2),
    ),
    clear(
        "Sinh hoạt Chi đoàn: 14g00 ngày 15 hằng tháng; riêng tháng 2 vào ngày 22",
        at(monthly(15, but(2)) + dates((2, 22)), "14:00"),
    ),
    clear(
        "Truyền thanh phường: sáng 5h00-5h45, chiều 17h00-17h45, từ thứ hai đến thứ bảy",
        at(weekly(*WEEKDAYS, SAT), "05:00") | at(weekly(*WEEKDAYS, SAT), "17:00"),
    ),
    clear(
        "Chiếu phim thiếu nhi miễn phí 15:00 và 19:00 thứ bảy, chủ nhật trong tháng 6, 7, 8",
        at(inside(weekly(SAT, SUN), 6, 7, 8), "15:00") | at(inside(weekly(SAT, SUN), 6, 7, 8), "19:00"),
    ),
    clear(
        "Bảo tàng tỉnh mở cửa từ thứ Ba đến Chủ nhật, 8:00-17:00 (nghỉ thứ Hai)",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN), "08:00"),
    ),
    clear("15 giờ, thứ 6 tuần cuối của quý", at(in_week(FRI, -1, (3, 6, 9, 12)), "15:00")),
    clear(
        "Giao ban báo chí: 8h30 ngày 25 tháng cuối mỗi quý",
        at(monthly(25, (3, 6, 9, 12)), "08:30"),
    ),
    clear("Hằng năm vào ngày 10/10 – Ngày Chuyển đổi số quốc gia", dates((10, 10))),
    clear(
        "Tổ chức 02 lớp tập huấn: lớp 1 ngày 11-12/4, lớp 2 ngày 17-18/10",
        periods={
            (date(2024, 4, 11), date(2024, 4, 12)),
            (date(2024, 10, 17), date(2024, 10, 18)),
        },
    ),
    clear(
        "CHUYÊN ĐỀ AN TOÀN GIAO THÔNG: 18H00 THỨ HAI TUẦN 1, 3 HẰNG THÁNG",
        at(in_week(MON, 1) + in_week(MON, 3), "18:00"),
    ),
    clear("chuyen muc phap luat va doi song: 19h50 thu nam hang tuan", at(weekly(THU), "19:50")),
    clear("Bản tin Mặt trận: tháng 1, 4, 7, 10 – mỗi tháng 1 số", periods=whole_months(1, 4, 7, 10)),
    clear(
        "Hiến máu tình nguyện: ngày 14/4; 16/6; 18/8 và 20/10, từ 7g00 đến 11g30",
        at(dates((4, 14), (6, 16), (8, 18), (10, 20)), "07:00"),
    ),
    clear(
        "Chợ phiên hữu cơ: sáng thứ bảy tuần thứ hai và tuần thứ tư trong tháng, 6g-10g",
        at(in_week(SAT, 2) + in_week(SAT, 4), "06:00"),
    ),
    clear(
        "Trực tiếp lúc 20 giờ 10 phút tối 18/5 trên VTV8 và kênh QRT; phát lại 9 giờ sáng 19/5",
        at(dates((5, 18)), "20:10"),
        replays=at(dates((5, 19)), "09:00"),
    ),
    clear(
        "Hỗ trợ quyết toán thuế: từ 01/3 đến 31/3, các ngày làm việc trong tuần, 8g00-17g00",
        at(inside(weekly(*WEEKDAYS), 3), "08:00"),
    ),
    clear(
        "Lãnh đạo Ban tiếp công dân 02 ngày/tháng: ngày 15 và ngày 25; nếu trùng ngày nghỉ thì chuyển sang "
        "ngày làm việc kế tiếp",
        monthly(15, but(6, 9, 12))
        + dates((6, 17), (9, 16), (12, 16))
        + monthly(25, but(2, 5, 8))
        + dates((2, 26), (5, 27), (8, 26)),
    ),
    clear(
        "Khóa sổ lúc 15h ngày làm việc cuối cùng của quý",
        at(dates((3, 29), (6, 28), (9, 30), (12, 31)), "15:00"),
    ),
    clear(
        "Lịch phát sóng thứ hai 13/5/2024:\n05:30 Bài ca buổi sáng\n06:00 Thời sự\n18:30 Thời sự (trực tiếp)",
        at(dates((5, 13)), "05:30") | at(dates((5, 13)), "06:00") | at(dates((5, 13)), "18:30"),
    ),
    clear(
        "20h00 thứ Bảy hằng tuần (trừ thứ Bảy cuối tháng)",
        at([d for d in weekly(SAT) if d not in in_week(SAT, -1)], "20:00"),
    ),
    clear(
        "Chào cờ 7 giờ sáng thứ Hai hằng tuần, riêng tháng 6 và tháng 7 nghỉ.",
        at(out_of(weekly(MON), 6, 7), "07:00"),
    ),
    clear(
        "Kỳ họp Hội đồng: lần 1 từ 9-11/7, lần 2 từ 10-12/12",
        periods={(date(2024, 7, 9), date(2024, 7, 11)), (date(2024, 12, 10), date(2024, 12, 12))},
    ),
    clear(
        "Trong năm 2024",
        periods=whole_months(*ALL),
        target="12 chuyên mục/năm (1 chuyên mục/tháng)",
    ),
    clear("Quý I và quý III", periods=between(1, 3) | between(7, 9), target="2 tọa đàm/năm"),
    clear("Hạn nhận bài dự thi: 17g00 ngày 31/8/2024", at(dates((8, 31)), "17:00")),
    clear("Trao giải nhân Ngày Báo chí cách mạng Việt Nam 21/6", dates((6, 21))),
    clear(
        "Phun hóa chất diệt muỗi: đợt 1 ngày 8/6, đợt 2 ngày 15/6, đợt 3 ngày 22/6, cùng lúc 16g30",
        at(dates((6, 8), (6, 15), (6, 22)), "16:30"),
    ),
    clear(
        "Thứ 3 và thứ 5 tuần 2, tuần 4 của tháng, 14h - 16h",
        at(in_week(TUE, 2) + in_week(TUE, 4) + in_week(THU, 2) + in_week(THU, 4), "14:00"),
    ),
    clear("Trong giờ hành chính các ngày thứ hai, thứ tư hằng tuần", weekly(MON, WED)),
    clear(
        "Đài huyện: thứ Hai, Tư, Sáu phát lúc 5h và 17h; thứ Ba, Năm, Bảy phát lúc 17h",
        at(weekly(MON, WED, FRI), "05:00") | at(weekly(*WEEKDAYS, SAT), "17:00"),
    ),
    clear("Bản tin ra ngày 01 và ngày 16 mỗi tháng, mỗi số 08 trang", monthly(1) + monthly(16)),
    clear("Giải chạy vì cộng đồng: xuất phát 5:00 Chủ nhật 24/03/2024", at(dates((3, 24)), "05:00")),
    clear("Mỗi tuần một lần, vào 21 giờ thứ Ba", at(weekly(TUE), "21:00")),
    clear("Đăng 3 kỳ vào các ngày 8, 15 và 22 tháng 3", dates((3, 8), (3, 15), (3, 22))),
    clear("Chốt số liệu lúc 16 giờ ngày cuối cùng của tháng", at(monthly(-1), "16:00")),
    clear(
        "Tuần lễ đầu tháng 5 và tuần lễ cuối tháng 11",
        periods=weeks(1, months=(5,)) | weeks(-1, months=(11,)),
    ),
    clear(
        "Trạm y tế phường - khám thai: thứ Ba 7g30; siêu âm: thứ Năm 13g30",
        at(weekly(TUE), "07:30") | at(weekly(THU), "13:30"),
    ),
    clear("Đêm nhạc: tối thứ Bảy, 19h30, ngày 13/7 tại Quảng trường 1/5", at(dates((7, 13)), "19:30")),
    clear("Học kỳ II: họp phụ huynh 8g00 Chủ nhật 26/5", at(dates((5, 26)), "08:00")),
    clear(
        "6 tháng đầu năm: mỗi tháng 1 buổi, vào thứ Sáu tuần 3",
        in_week(FRI, 3, (1, 2, 3, 4, 5, 6)),
    ),
    clear("6 tháng cuối năm 2024", periods=between(7, 12)),
    clear(
        "Phát sóng 17h15 thứ Năm tuần 2; phát lại 8h15 thứ Bảy cùng tuần, 20h15 Chủ nhật cùng tuần",
        at(in_week(THU, 2), "17:15"),
        replays=at(later(in_week(THU, 2), 2), "08:15") | at(later(in_week(THU, 2), 3), "20:15"),
    ),
    clear(
        "Quý III: 01 hội thảo; Quý IV: 01 hội nghị tổng kết",
        periods=between(7, 9) | between(10, 12),
    ),
    clear("Khai mạc: 08 giờ 00 phút, thứ Sáu (28/6/2024)", at(dates((6, 28)), "08:00")),
    clear(
        "Lớp võ cổ truyền — T2: 18h30-20h, T5: 18h30-20h, CN: 8h-10h; học phí 200.000đ/tháng",
        at(weekly(MON, THU), "18:30") | at(weekly(SUN), "08:00"),
    ),
    clear("Cà phê doanh nhân, 7g00 sáng thứ Bảy cuối cùng của tháng", at(in_week(SAT, -1), "07:00")),
    clear(
        "Chương trình số 45: phát 9h30 ngày 10/8, phát lại 21h30 cùng ngày",
        at(dates((8, 10)), "09:30"),
        replays=at(dates((8, 10)), "21:30"),
    ),
    clear("Khai giảng năm học mới lúc 7g00, 05/9", at(dates((9, 5)), "07:00")),
    clear(
        "Chuyên mục Hội Nông dân: 5g15 thứ tư hằng tuần; phát lại 11g15 và 17g15 cùng ngày",
        at(weekly(WED), "05:15"),
        replays=at(weekly(WED), "11:15") | at(weekly(WED), "17:15"),
    ),
    clear("Báo in: 04 kỳ, đăng ngày 10 các tháng 3, 5, 8, 11", monthly(10, (3, 5, 8, 11))),
    clear(
        "Chuyên trang: tháng 2 và tháng 8; phóng sự: tháng 4, tháng 7, tháng 10",
        periods=whole_months(2, 4, 7, 8, 10),
    ),
    clear(
        "Ban Giám hiệu tiếp phụ huynh: chiều thứ Năm (14g-16g30) tuần 1 và 3",
        at(in_week(THU, 1) + in_week(THU, 3), "14:00"),
    ),
    clear(
        "Miễn phí tham quan các ngày 18/5, 23/11 và thứ Hai đầu tiên của tháng 9",
        dates((5, 18), (11, 23), (9, 2)),
    ),
    clear(
        "Mỗi ngày 3 lần: 6g, 11g, 17g",
        at(DAILY, "06:00") | at(DAILY, "11:00") | at(DAILY, "17:00"),
    ),
    clear("Sân khấu cải lương cuối tuần (thứ Bảy và Chủ nhật), 20h", at(weekly(SAT, SUN), "20:00")),
    clear(
        "Cấp phát thuốc ngày 5, 15, 25 hàng tháng, 7h-11h",
        at(monthly(5) + monthly(15) + monthly(25), "07:00"),
    ),
    clear(
        "Hội chợ Xuân: 18–23/12/2024, mở cửa 9h–22h hằng ngày",
        at(weekly(*range(7), first=date(2024, 12, 18), last=date(2024, 12, 23)), "09:00"),
    ),
    clear(
        "Vòng sơ khảo từ 15/4-30/4, vòng chung khảo ngày 10/5",
        dates((5, 10)),
        periods={(date(2024, 4, 15), date(2024, 4, 30))},
    ),
    clear("Tháng 10, 11, 12: thứ tư hằng tuần, 8g30", at(inside(weekly(WED), 10, 11, 12), "08:30")),
    clear("Tin vắn trưa: thứ hai → thứ sáu, 11h45", at(weekly(*WEEKDAYS), "11:45")),
    clear(
        "Sân khấu truyền thanh (20 phút): 19h00 thứ Bảy tuần 2; 19h00 Chủ nhật tuần 4",
        at(in_week(SAT, 2) + in_week(SUN, 4), "19:00"),
    ),
    clear(
        "Đội chiếu phim lưu động: 19g ngày 2/7 (xã Tân Hội), 4/7 (xã Tân Hiệp A), 9/7 (xã Thạnh Trị)",
        at(dates((7, 2), (7, 4), (7, 9)), "19:00"),
    ),
    clear("Các ngày trong tuần trừ thứ Bảy và Chủ nhật: 6h45", at(weekly(*WEEKDAYS), "06:45")),
    clear("Hằng tháng, vào ngày 28; riêng tháng 12 vào ngày 20", monthly(28, but(12)) + dates((12, 20))),
    clear("8 giờ ngày 29 hằng tháng", at(monthly(29), "08:00")),
    clear(
        "Theo Kế hoạch số 45/KH-UBND ngày 12/01/2024: phát sóng 20 giờ 30 thứ Hai tuần 2 hằng tháng",
        at(in_week(MON, 2), "20:30"),
    ),
    clear(
        "Chi hội Phụ nữ ấp Tân Lợi họp lệ 13 giờ 30 ngày 18 hằng tháng, trừ tháng 1 và tháng 2",
        at(monthly(18, but(1, 2)), "13:30"),
    ),
    clear(
        "- Tháng 4: tọa đàm, 01 số\n- Tháng 8: phóng sự, 01 số\n- Tháng 12: bản tin tổng kết",
        periods=whole_months(4, 8, 12),
    ),
    clear(
        "Văn phòng một cửa làm việc sáng 7h00–11h00, chiều 13h00–17h00 (thứ Hai đến thứ Sáu); "
        "sáng thứ Bảy 7h30–11h30",
        at(weekly(*WEEKDAYS), "07:00") | at(weekly(*WEEKDAYS), "13:00") | at(weekly(SAT), "07:30"),
    ),
    clear(
        "Bí thư Đảng ủy tiếp dân: ngày 20 hằng tháng (nếu trùng thứ Bảy, Chủ nhật thì tiếp vào "
        "thứ Hai tuần kế tiếp)",
        monthly(20, but(1, 4, 7, 10)) + dates((1, 22), (4, 22), (7, 22), (10, 21)),
    ),
    clear(
        "Phát 06 kỳ trong năm vào thứ Tư tuần 2 các tháng chẵn, 17h00",
        at(in_week(WED, 2, (2, 4, 6, 8, 10, 12)), "17:00"),
    ),
    clear(
        "Từ 01/6 đến 31/8, thư viện thiếu nhi phục vụ thêm tối thứ Ba và thứ Sáu, 18:00–20:30",
        at(inside(weekly(TUE, FRI), 6, 7, 8), "18:00"),
    ),
    clear(
        "10 ngày cuối tháng 5 là đợt cao điểm tuyên truyền",
        periods={(date(2024, 5, 22), date(2024, 5, 31))},
    ),
    clear(
        "Giải bóng đá mini: lượt đi 16g00 các ngày 2, 9, 16/6; lượt về 16g00 các ngày 7, 14, 21/7",
        at(dates((6, 2), (6, 9), (6, 16), (7, 7), (7, 14), (7, 21)), "16:00"),
    ),
    clear(
        "Ngày 3-5 hằng tháng: thu tiền nước tại tổ 4, khóm 2",
        periods=day_range(3, 5),
    ),
    clear(
        "Lấy mẫu nước định kỳ vào thứ hai đầu tiên của các tháng 2, 5, 8, 11",
        in_week(MON, 1, (2, 5, 8, 11)),
    ),
    clear(
        "Trực Chủ nhật tuần 1: 7h; Chủ nhật tuần 3: 13h",
        at(in_week(SUN, 1), "07:00") | at(in_week(SUN, 3), "13:00"),
    ),
    clear("Ngày thứ Bảy 9/11/2024, hội thao ngành: 6g30", at(dates((11, 9)), "06:30")),
    clear(
        "Tháng 2/2024 đến tháng 4/2024 và tháng 9 đến tháng 11/2024", periods=between(2, 4) | between(9, 11)
    ),
    clear("Phát trong 5 ngày, từ 22/12 đến 26/12, lúc 18 giờ 15", at(days_of(12)[21:26], "18:15")),
]

EVEN = [d for d in DAILY if d.day % 2 == 0]
CLEAR.append(clear("Tưới cây vào các ngày chẵn trong tháng", EVEN))

ASKED: list[Case] = [
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
]

REFUSED: list[Case] = [
    refused("Khoảng 19h thứ Sáu hằng tuần", "Khoảng"),
    clear("Nộp hồ sơ trước ngày 20/5", dates((5, 19))),
    refused("Lễ hội diễn ra rằm tháng Tám âm lịch", "rằm"),
    refused("Hội thảo 8h ngày 31/4/2024", "31/4/2024"),
    refused("Phát lúc 25h30 thứ Hai tuần 2", "25h30"),
    refused("Tập dượt 17h thứ 8 hằng tuần", "thứ 8"),
    refused("2O giờ thứ Hai hằng tuần", "2O"),
    refused("Ngày mai cúp nước từ 8h đến 15h", "Ngày mai"),
    refused("Theo thông báo của Ban Tổ chức"),
    refused("19h hoặc 20h thứ Tư hằng tuần", "hoặc"),
    refused("Phát lại 7h30 ngày hôm sau trên kênh 2"),
    refused("Chuyên mục Kinh tế biển: 17h75 thứ Hai", "17h75"),
    refused("Mồng một và ngày rằm hằng tháng chùa phát cơm chay lúc 11g", "rằm"),
    refused("Sau Tết Nguyên đán tổ chức ra quân trồng cây"),
    refused("Hoàn thành trong tháng 13", "13"),
    refused("Khi có yêu cầu của cấp trên"),
    refused("Thứ Sáu tuần này, 14g", "này"),
    refused("Nghiệm thu quý V/2024", "quý V"),
]

CASES: list[Case] = CLEAR + ASKED + REFUSED
