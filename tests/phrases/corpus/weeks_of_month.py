"""Weekdays in a numbered week of the month."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import (
    FRI,
    LAST_OF_QUARTERS,
    MIDDLE_OF_QUARTERS,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    in_week,
    in_week_in,
)
from tests.phrases.corpus.case import Case, clear, nfd
from tests.phrases.in_year import nth

CASES: list[Case] = [
    clear(
        "Budget 91,596,756 dong; broadcast on Wednesday of the third week at 17:45, twelve minutes",
        at(in_week(WED, 3), "17:45"),
        minutes=(12, None),
    ),
    clear(
        "Sketch club, weeks 1–3 of the month, Tuesday 18:00",
        at(in_week(TUE, 1) + in_week(TUE, 2) + in_week(TUE, 3), "18:00"),
    ),
    clear(
        "The Director receives the public on Thursday of weeks 1 and 3 (08:00–11:00 and 14:00–16:30)",
        at(in_week(THU, 1) + in_week(THU, 3), "08:00") | at(in_week(THU, 1) + in_week(THU, 3), "14:00"),
    ),
    clear(
        "Weeks 2 and 4 of each month, Thursday, 20:10",
        at(in_week(THU, 2) + in_week(THU, 4), "20:10"),
    ),
    clear(
        "Under Plan No. 101/KH-UBND of 2 April 2024, the column airs at 20:30 on Monday of week 2 "
        "every month",
        at(in_week(MON, 2), "20:30"),
    ),
    clear("Column “Your Council Explains”: Wednesday, Wk 2, page 4", nth(WED, 2)),
    clear("Tuesday of weeks 2 and 4, from 2pm", at(nth(TUE, 2, 4, year=2026), "14:00"), year=2026),
    clear("Wednesday of weeks 2 and 4, from 14:00 to 16:30", at(in_week(WED, 2) + in_week(WED, 4), "14:00")),
    clear("Months 3, 6, 9 and 12, Saturday of week 2, at 19:45", at(in_week(SAT, 2, (3, 6, 9, 12)), "19:45")),
    clear(
        "Monday of week 2 every month in 2025 at 09:00",
        at(
            [date(2025, m, d) for m, d in enumerate((13, 10, 10, 14, 12, 9, 14, 11, 8, 13, 10, 8), 1)],
            "09:00",
        ),
        year=2025,
    ),
    clear(
        "Giám đốc Sở tiếp công dân: thứ Năm tuần thứ hai và tuần thứ tư hằng tháng, bắt đầu 8 giờ",
        at(in_week(THU, 2) + in_week(THU, 4), "08:00"),
    ),
    clear(
        "Câu lạc bộ đờn ca tài tử sinh hoạt 19g tối thứ Bảy tuần đầu mỗi tháng",
        at(in_week(SAT, 1), "19:00"),
    ),
    clear(
        "CHUYÊN ĐỀ AN TOÀN GIAO THÔNG: 18H00 THỨ HAI TUẦN 1, 3 HẰNG THÁNG",
        at(in_week(MON, 1) + in_week(MON, 3), "18:00"),
    ),
    clear(
        "Chợ phiên hữu cơ: sáng thứ bảy tuần thứ hai và tuần thứ tư trong tháng, 6g-10g",
        at(in_week(SAT, 2) + in_week(SAT, 4), "06:00"),
    ),
    clear(
        "Thứ 3 và thứ 5 tuần 2, tuần 4 của tháng, 14h - 16h",
        at(in_week(TUE, 2) + in_week(TUE, 4) + in_week(THU, 2) + in_week(THU, 4), "14:00"),
    ),
    clear(
        "Ban Giám hiệu tiếp phụ huynh: chiều thứ Năm (14g-16g30) tuần 1 và 3",
        at(in_week(THU, 1) + in_week(THU, 3), "14:00"),
    ),
    clear(
        "Theo Kế hoạch số 45/KH-UBND ngày 12/01/2024: phát sóng 20 giờ 30 thứ Hai tuần 2 hằng tháng",
        at(in_week(MON, 2), "20:30"),
    ),
    clear(
        "Tiếp công dân vào các ngày thứ Năm của tuần thứ hai và thứ tư trong tháng",
        in_week(THU, 2) + in_week(THU, 4),
    ),
    clear("Ngày thứ Năm tuần thứ 2 hàng tháng", in_week(THU, 2)),
    clear("Vào thứ Hai của tuần thứ nhất và tuần thứ ba hằng tháng", in_week(MON, 1) + in_week(MON, 3)),
    clear("Thứ Tư trong tuần 2 hằng tháng, 8h", at(in_week(WED, 2), "08:00")),
    clear(
        "Thứ Năm tuần thứ hai hằng tháng, Giám đốc Sở tiếp công dân từ 8h00 tại phòng 102",
        at(nth(THU, 2), "08:00"),
    ),
    clear("Thanh tra tỉnh: 14 giờ chiều thứ Tư tuần 1 và tuần 3", at(nth(WED, 1, 3), "14:00")),
    clear(
        "Luật sư tư vấn miễn phí cho người dân từ 8h30 đến 10h30 thứ Bảy tuần 2 hàng tháng "
        "tại Nhà văn hóa phường 7",
        at(nth(SAT, 2), "08:30"),
    ),
    clear(
        "8h30 sáng thứ Sáu tuần cuối hằng tháng, Giám đốc Bảo hiểm xã hội tỉnh, ĐT 0297.3862.888",
        at(nth(FRI, -1), "08:30"),
    ),
    clear("Chiều thứ Ba tuần 2, tuần 4 (từ 14h)", at(nth(TUE, 2, 4, year=2026), "14:00"), year=2026),
    clear(
        "Chợ nông sản an toàn: 6h - 11h Chủ nhật tuần 1, 3 hằng tháng, sân Nhà văn hóa trung tâm",
        at(nth(SUN, 1, 3, year=2025), "06:00"),
        year=2025,
    ),
    clear("Số báo ra ngày thứ Năm tuần cuối hằng tháng", nth(THU, -1)),
    clear("Vườn cổ tích: 8 giờ 30 sáng Chủ nhật tuần cuối tháng", at(nth(SUN, -1), "08:30")),
    clear(
        "Trạm y tế tiêm ngừa cho trẻ dưới 1 tuổi sáng thứ Tư tuần thứ 4 hằng tháng",
        in_week(WED, 4),
    ),
    clear(
        "19h30 tối thứ Bảy tuần thứ hai hằng tháng, tại Nhà văn hóa khu phố 5", at(in_week(SAT, 2), "19:30")
    ),
    clear("sinh hoat chi doan toi thu Bay tuan 4 hang thang", in_week(SAT, 4)),
    clear("Súc rửa đường ống vào 23h thứ Bảy tuần 3 hằng tháng", at(in_week(SAT, 3), "23:00")),
    clear(
        "Thứ Ba tuần cuối hằng tháng, 14 giờ, phòng họp số 3",
        at(in_week_in(2025, TUE, -1), "14:00"),
        year=2025,
    ),
    clear(
        "Chuyên mục Dân hỏi - Chính quyền trả lời: 20h15 thứ Sáu tuần 2 và tuần 4 hằng tháng, thời "
        "lượng 15 phút",
        at(in_week(FRI, 2) + in_week(FRI, 4), "20:15"),
    ),
    clear(
        "Chuyên đề Pháp luật và đời sống (15-20 phút/chương trình), 18h00 thứ Năm tuần 1 hằng tháng",
        at(in_week(THU, 1), "18:00"),
        minutes=(15, 20),
    ),
    clear("Đăng số báo thứ Sáu tuần cuối hằng tháng", in_week(FRI, -1)),
    clear(
        "Bí thư Huyện ủy tiếp dân vào thứ Năm tuần thứ hai của tháng, từ 7h30 đến 11h30",
        at(in_week(THU, 2), "07:30"),
    ),
    clear(
        "Theo Quyết định số 1234/QĐ-UBND ngày 5/2/2024, Giám đốc Sở tiếp công dân vào chiều thứ Tư "
        "tuần 1 và tuần 3 hằng tháng",
        in_week(WED, 1) + in_week(WED, 3),
    ),
    clear("14h30 các ngày thứ Ba tuần 2 và tuần 4", at(in_week(TUE, 2) + in_week(TUE, 4), "14:30")),
    clear(
        "Luật sư tư vấn miễn phí 8h-11h thứ Bảy tuần đầu hằng tháng",
        at(in_week(SAT, 1), "08:00"),
    ),
    clear("Tổng vệ sinh môi trường vào 6h30 sáng thứ Bảy tuần 1 hằng tháng", at(in_week(SAT, 1), "06:30")),
    clear(
        "Phiên chợ nông sản sạch: 6h sáng thứ Bảy tuần 2 và tuần 4 mỗi tháng, tại số 12 đường Trần Phú",
        at(in_week(SAT, 2) + in_week(SAT, 4), "06:00"),
    ),
    clear(
        nfd("Chuyên mục phát lúc mười chín giờ ba mươi phút tối thứ Bảy tuần thứ tư hằng tháng"),
        at(in_week(SAT, 4), "19:30"),
    ),
    clear(
        "Tạp chí văn hóa, chiều Chủ nhật tuần cuối cùng của tháng, 16 giờ 5 phút",
        at(in_week(SUN, -1), "16:05"),
    ),
    clear(
        "Họp hội đồng sư phạm: 14h00 thứ Năm tuần cuối của tháng, phòng hội đồng (lầu 2)",
        at(in_week(THU, -1), "14:00"),
    ),
    clear(
        "Khóa tu Một ngày an lạc: Chủ nhật tuần thứ 2 hằng tháng (dương lịch), từ 7h00 đến 16h30",
        at(in_week(SUN, 2), "07:00"),
        minutes=(570, None),
    ),
    clear("Phát thuốc miễn phí sáng thứ 7 tuần thứ I và tuần thứ III", in_week(SAT, 1) + in_week(SAT, 3)),
    clear(
        "Chủ tịch UBND huyện tiếp công dân thứ Năm tuần thứ 2 và tuần thứ 4 hằng tháng, buổi "
        "sáng từ 7h30 đến 11h00, buổi chiều từ 13h30 đến 17h00",
        at(in_week(THU, 2) + in_week(THU, 4), "07:30") | at(in_week(THU, 2) + in_week(THU, 4), "13:30"),
        minutes=(210, None),
    ),
    clear(
        "Giám đốc Công an tỉnh trực tiếp tiếp công dân lúc 8 giờ 00 phút ngày thứ Sáu tuần "
        "đầu tiên của tháng",
        at(in_week(FRI, 1), "08:00"),
    ),
    clear(
        "Tong ve sinh moi truong sang chu nhat tuan thu nhat hang thang, tap trung luc 6h30",
        at(in_week(SUN, 1), "06:30"),
    ),
    clear(
        "Câu lạc bộ đờn ca tài tử sinh hoạt 19 giờ thứ Bảy tuần thứ hai và tuần thứ tư, nhà "
        "văn hóa phường, khoảng 40 hội viên",
        at(in_week(SAT, 2) + in_week(SAT, 4), "19:00"),
    ),
    clear(
        "Tọa đàm trực tiếp: 9h00 sáng Chủ nhật tuần cuối các tháng 3, 6, 9, 12",
        at(in_week(SUN, -1, (3, 6, 9, 12)), "09:00"),
    ),
    clear("15 giờ, thứ 6 tuần cuối của quý", at(in_week(FRI, -1, (3, 6, 9, 12)), "15:00")),
    clear("Phát thứ Sáu tuần 1 tháng 3 (ngày 01/3), 19h00", at(in_week(FRI, 1, (3,)), "19:00")),
    clear("Thứ Hai tuần 1 các tháng 3, 6 (ngày 4/3, 3/6), 8h", at(in_week(MON, 1, (3, 6)), "08:00")),
    clear(
        "Chủ nhật, tuần 2 (các tháng 1, 4, 7, 10), 20h30, VTV8",
        at(nth(SUN, 2, months=(1, 4, 7, 10)), "20:30"),
    ),
    clear("Khám miễn phí vào thứ Bảy tuần 3 của các tháng 3, 6, 9, 12", in_week(SAT, 3, LAST_OF_QUARTERS)),
    clear(
        "Văn nghệ 19h30 thứ Bảy tuần 1 và tuần 3 các tháng 6, 7, 8",
        at(in_week(SAT, 1, (6, 7, 8)) + in_week(SAT, 3, (6, 7, 8)), "19:30"),
    ),
    clear("Thứ Sáu tuần 2 của tháng giữa mỗi quý, 14h00", at(in_week(FRI, 2, MIDDLE_OF_QUARTERS), "14:00")),
    clear(
        "Phát sóng 20h10 thứ Năm tuần 1 hằng tháng năm 2025", at(in_week_in(2025, THU, 1), "20:10"), year=2025
    ),
    clear(
        "Thứ Bảy tuần 1 các tháng lẻ, 8h",
        at(in_week_in(2026, SAT, 1, (1, 3, 5, 7, 9, 11)), "08:00"),
        year=2026,
    ),
    clear(
        "Tọa đàm truyền hình: 20 giờ thứ Năm tuần thứ 3 của tháng 4, tháng 8 và tháng 12",
        at(in_week(THU, 3, (4, 8, 12)), "20:00"),
    ),
    clear(
        "Ra quân Ngày Chủ nhật xanh: Chủ nhật tuần cuối tháng 3, tháng 6, tháng 9",
        in_week(SUN, -1, (3, 6, 9)),
    ),
    clear(
        "Phát sóng tối thứ Bảy tuần thứ nhất của mỗi tháng, từ tháng Ba đến tháng Mười Một",
        in_week(SAT, 1, tuple(range(3, 12))),
    ),
    clear(
        "Tọa đàm truyền hình trực tiếp: 20h10 thứ Sáu tuần cuối các tháng 4, 8 và 12; thời "
        "lượng từ 30 - 45 phút",
        at(in_week(FRI, -1, (4, 8, 12)), "20:10"),
        minutes=(30, 45),
    ),
    clear(
        "Thứ Tư các tuần 1 - 3 của tháng 6 và tháng 7, khung 19h40, mỗi số dài 10 đến 12 phút",
        at([d for w in (1, 2, 3) for d in in_week(WED, w, (6, 7))], "19:40"),
        minutes=(10, 12),
    ),
    clear("18h00 thứ Hai tuần 2 tháng 3 năm 2025", {datetime(2025, 3, 10, 18, 0)}, year=2025),
    clear(
        "Bí thư Thành ủy đối thoại trực tiếp với người dân vào 14h00 thứ Sáu tuần cuối của "
        "quý (tháng 3, 6, 9, 12)",
        at(in_week(FRI, -1, (3, 6, 9, 12)), "14:00"),
    ),
    clear("Phó Giám đốc phụ trách tiếp vào chiều thứ năm tuần thứ tư của tháng tư", [date(2024, 4, 25)]),
    clear(
        "Ngoại khóa: tiết 3 thứ Sáu, tuần 2 và 4, các tháng 9, 10, 11, 12",
        in_week(FRI, 2, (9, 10, 11, 12)) + in_week(FRI, 4, (9, 10, 11, 12)),
    ),
]
