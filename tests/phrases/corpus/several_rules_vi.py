"""Vietnamese phrases of two rules: each day has its own times."""

from __future__ import annotations

from datetime import date, datetime

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
    but,
    dates,
    in_week,
    monthly,
    only_in,
    weekly,
)
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import each, every, nth, on, out_of, stretch

CASES: list[Case] = [
    clear(
        "Thư viện mở cửa: thứ 2-6: 7h30-20h; T7, CN: 8h00-17h00",
        at(weekly(*WEEKDAYS), "07:30") | at(weekly(SAT, SUN), "08:00"),
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
    clear(
        "Sinh hoạt Chi đoàn: 14g00 ngày 15 hằng tháng; riêng tháng 2 vào ngày 22",
        at(monthly(15, but(2)) + dates((2, 22)), "14:00"),
    ),
    clear(
        "Đài huyện: thứ Hai, Tư, Sáu phát lúc 5h và 17h; thứ Ba, Năm, Bảy phát lúc 17h",
        at(weekly(MON, WED, FRI), "05:00") | at(weekly(*WEEKDAYS, SAT), "17:00"),
    ),
    clear(
        "Trạm y tế phường - khám thai: thứ Ba 7g30; siêu âm: thứ Năm 13g30",
        at(weekly(TUE), "07:30") | at(weekly(THU), "13:30"),
    ),
    clear(
        "Miễn phí tham quan các ngày 18/5, 23/11 và thứ Hai đầu tiên của tháng 9",
        dates((5, 18), (11, 23), (9, 2)),
    ),
    clear(
        "Sân khấu truyền thanh (20 phút): 19h00 thứ Bảy tuần 2; 19h00 Chủ nhật tuần 4",
        at(in_week(SAT, 2) + in_week(SUN, 4), "19:00"),
    ),
    clear("Hằng tháng, vào ngày 28; riêng tháng 12 vào ngày 20", monthly(28, but(12)) + dates((12, 20))),
    clear(
        "Văn phòng một cửa làm việc sáng 7h00–11h00, chiều 13h00–17h00 (thứ Hai đến thứ Sáu); "
        "sáng thứ Bảy 7h30–11h30",
        at(weekly(*WEEKDAYS), "07:00") | at(weekly(*WEEKDAYS), "13:00") | at(weekly(SAT), "07:30"),
    ),
    clear(
        "Giải bóng đá mini: lượt đi 16g00 các ngày 2, 9, 16/6; lượt về 16g00 các ngày 7, 14, 21/7",
        at(dates((6, 2), (6, 9), (6, 16), (7, 7), (7, 14), (7, 21)), "16:00"),
    ),
    clear(
        "Trực Chủ nhật tuần 1: 7h; Chủ nhật tuần 3: 13h",
        at(in_week(SUN, 1), "07:00") | at(in_week(SUN, 3), "13:00"),
    ),
    clear("Khai mạc ngày 5/3; bế mạc 8h ngày 10/3", {date(2024, 3, 5), datetime(2024, 3, 10, 8)}),
    clear(
        "Thứ Hai 8h từ tháng 4 đến tháng 9, 9h từ tháng 10 đến tháng 12",
        at(stretch((4, 1), (9, 30), MON), "08:00") | at(stretch((10, 1), (12, 31), MON), "09:00"),
    ),
    clear(
        "7h30 đến 18h thứ Hai đến thứ Bảy, Chủ nhật 8h đến 12h",
        at(every(*WEEKDAYS, SAT), "07:30") | at(every(SUN), "08:00"),
    ),
    clear(
        "Chủ nhật từ 8h đến 12h, thứ Hai đến thứ Bảy từ 7h30 đến 18h",
        at(every(*WEEKDAYS, SAT), "07:30") | at(every(SUN), "08:00"),
    ),
    clear("8h thứ Hai, thứ Năm 14h", at(every(MON), "08:00") | at(every(THU), "14:00")),
    clear(
        "8h thứ Hai và thứ Tư, thứ Sáu 14h",
        at(every(MON, WED), "08:00") | at(every(FRI), "14:00"),
    ),
    clear("19h T2-T6, T7 và CN lúc 20h", at(every(*WEEKDAYS), "19:00") | at(every(SAT, SUN), "20:00")),
    clear(
        "Sáng 7h30 - 11h, chiều 13h30 - 17h thứ Hai đến thứ Sáu, thứ Bảy 7h30 - 11h",
        at(every(*WEEKDAYS, SAT), "07:30") | at(every(*WEEKDAYS), "13:30"),
    ),
    clear("8h thứ Hai, thứ Ba, 9h thứ Tư", at(every(MON, TUE), "08:00") | at(every(WED), "09:00")),
    clear("Thứ Ba 16/7 và thứ Sáu 19/7, 20h", at(on((7, 16), (7, 19)), "20:00")),
    clear("Khai mạc ngày 9/9, kết thúc ngày 29/11", on((9, 9), (11, 29))),
    clear(
        "8h thứ Hai hằng tuần, riêng tuần 1 của tháng họp vào thứ Ba",
        at([d for d in every(MON) if d.day > 7] + nth(TUE, 1), "08:00"),
    ),
    clear(
        "14h thứ Năm hằng tuần, riêng tuần 2 chuyển sang thứ Sáu",
        at([d for d in every(THU) if not 8 <= d.day <= 14] + nth(FRI, 2), "14:00"),
    ),
    clear(
        "8h thứ Hai hằng tuần, riêng thứ Hai tuần 1 họp 14h",
        at([d for d in every(MON) if d.day > 7], "08:00") | at(nth(MON, 1), "14:00"),
    ),
    clear(
        "Thứ 7 hàng tuần lúc 6h, riêng thứ 7 tuần cuối lúc 5h30",
        at([d for d in weekly(SAT) if d not in in_week(SAT, -1)], "06:00") | at(in_week(SAT, -1), "05:30"),
    ),
    clear("Ngày 18/5 và thứ Hai đầu tiên của tháng 9, 8h", at(dates((5, 18), (9, 2)), "08:00")),
    clear(
        "Sáng 13/5: 8h họp; chiều 14/5: 14h tiếp dân",
        at(dates((5, 13)), "08:00") | at(dates((5, 14)), "14:00"),
    ),
    clear(
        "Hội thao: 14h ngày 1/9 khai mạc, 16h ngày 2/9 bế mạc",
        at(dates((9, 1)), "14:00") | at(dates((9, 2)), "16:00"),
    ),
    clear("Tiếp công dân: Bí thư ngày 5, Chủ tịch ngày 15 hằng tháng", monthly(5) + monthly(15)),
    clear(
        "Chủ tịch: ngày 15 hằng tháng; các Phó Chủ tịch: ngày 5 và ngày 25 hằng tháng",
        monthly(15) + monthly(5) + monthly(25),
    ),
    clear("Thứ Ba tuần 2: Chủ tịch; thứ Ba tuần 4: Phó Chủ tịch", in_week(TUE, 2) + in_week(TUE, 4)),
    clear(
        "8h sáng ngày 5 và 14h chiều ngày 20 hằng tháng", at(monthly(5), "08:00") | at(monthly(20), "14:00")
    ),
    clear("Báo cáo định kỳ 6 tháng (ngày 15/6) và năm (ngày 15/12)", dates((6, 15), (12, 15))),
    clear("Báo cáo 6 tháng (15/6), báo cáo năm (15/12)", dates((6, 15), (12, 15))),
    clear(
        "Ngày 20 hằng tháng (báo cáo tháng), ngày 20 tháng cuối quý (báo cáo quý)",
        monthly(20),
    ),
    clear(
        "Từ 15/4 đến 15/10: 6h30; từ 16/10 đến 31/12: 7h",
        at([d for d in DAILY if (4, 15) <= (d.month, d.day) <= (10, 15)], "06:30")
        | at([d for d in DAILY if (d.month, d.day) >= (10, 16)], "07:00"),
    ),
    clear("Sáng thứ Hai hằng tuần: Chủ tịch; chiều thứ Năm hằng tuần: Phó Chủ tịch", every(MON, THU)),
    clear(
        "Bộ phận Một cửa nhận hồ sơ: sáng 7h00 - 11h00, chiều 13h30 - 16h30, T2 đến T6; sáng "
        "thứ Bảy 7h30 - 11h00",
        at(every(*WEEKDAYS), "07:00") | at(every(*WEEKDAYS), "13:30") | at(every(SAT), "07:30"),
    ),
    clear(
        "Ông Nguyễn Văn Hùng, Phó Chủ tịch: ngày 12/3, 14/5, 9/7; bà Trần Thị Mai, Phó Chủ "
        "tịch: ngày 11/4, 13/6",
        on((3, 12), (5, 14), (7, 9), (4, 11), (6, 13)),
    ),
    clear(
        "Ngày 8 hằng tháng - Hiệu trưởng; ngày 22 hằng tháng - Chủ tịch Công đoàn",
        each(8, 22, year=2025),
        year=2025,
    ),
    clear(
        "Phòng khám: 17h - 20h T2-T6; 8h - 11h T7, CN",
        at(every(*WEEKDAYS), "17:00") | at(every(SAT, SUN), "08:00"),
    ),
    clear(
        "Bưu điện huyện phục vụ khách hàng từ 7h30 đến 18h00 từ thứ Hai đến thứ Bảy, Chủ nhật từ 8h đến 12h",
        at(every(*WEEKDAYS, SAT, year=2026), "07:30") | at(every(SUN, year=2026), "08:00"),
        year=2026,
    ),
    clear(
        "Giải bóng chuyền nam huyện: khai mạc 8h00 ngày 28/8, bế mạc 15h00 ngày 31/8",
        at(on((8, 28)), "08:00") | at(on((8, 31)), "15:00"),
    ),
    clear("Hiến máu tình nguyện đợt 1: 7h ngày 23/3; đợt 2: 7h ngày 21/9", at(on((3, 23), (9, 21)), "07:00")),
    clear(
        "Họp giao ban: 7h30 thứ Hai hằng tuần; họp cơ quan: 14h thứ Sáu cuối tháng",
        at(every(MON, year=2025), "07:30") | at(nth(FRI, -1, year=2025), "14:00"),
        year=2025,
    ),
    clear("Ngày 15 hằng tháng; riêng tháng 8 vào ngày 20", out_of(each(15), 8) + on((8, 20))),
    clear("Thứ Tư tuần 2, thứ Sáu tuần 4 lúc 20h", at(nth(WED, 2) + nth(FRI, 4), "20:00")),
    clear(
        "Sáng 4/3 và 11/3 từ 7h30, chiều 6/3 từ 14h",
        at(on((3, 4), (3, 11)), "07:30") | at(on((3, 6)), "14:00"),
    ),
    clear(
        "Trực tiếp bóng đá: 18h00 ngày 9/3, 19h15 ngày 10/3 trên kênh HTV Thể thao",
        at(on((3, 9)), "18:00") | at(on((3, 10)), "19:15"),
    ),
    clear(
        "15g Chủ nhật tuần 1, 3: cải lương; 16g Chủ nhật tuần 2, 4: tân cổ giao duyên",
        at(nth(SUN, 1, 3), "15:00") | at(nth(SUN, 2, 4), "16:00"),
    ),
    clear("Báo cáo 6 tháng: 15/6; báo cáo năm: 15/12", dates((6, 15), (12, 15))),
    clear("Câu lạc bộ đờn ca tài tử sinh hoạt tối thứ Tư và tối Chủ nhật hằng tuần", weekly(WED, SUN)),
    clear(
        "Chiếu phim lưu động lúc 19h ngày 27/7 và 19h30 ngày 2/9",
        at(dates((7, 27)), "19:00") | at(dates((9, 2)), "19:30"),
    ),
    clear(
        "Giải bóng đá thiếu niên khai mạc 15h30 ngày 1/6, bế mạc 16h ngày 15/6",
        at(dates((6, 1)), "15:30") | at(dates((6, 15)), "16:00"),
    ),
    clear(
        "Xe buýt tăng cường 16:30 thứ Sáu, 17:00 Chủ nhật",
        at(weekly(FRI), "16:30") | at(weekly(SUN), "17:00"),
    ),
    clear(
        "Thứ Năm tuần 2 và 4 hằng tháng, riêng tháng 2 chỉ họp tuần 2",
        in_week(THU, 2) + in_week(THU, 4, but(2)),
    ),
    clear("CN: 6h30; T2-T7: 5h30", at(weekly(SUN), "06:30") | at(weekly(0, 1, 2, 3, 4, 5), "05:30")),
    clear("Phụ trương xuất bản số 1 ngày 5 và số 2 ngày 20 hằng tháng", monthly(5) + monthly(20)),
    clear(
        "Rác tái chế: 17h - 18h30 thứ Ba và thứ Năm; rác cồng kềnh: 8h sáng thứ Bảy cuối cùng của tháng",
        at(weekly(TUE, THU), "17:00") | at(in_week(SAT, -1), "08:00"),
    ),
    clear(
        "Rác hữu cơ thứ Hai, Tư, Sáu, Bảy; rác vô cơ thứ Ba, Năm",
        weekly(MON, TUE, WED, THU, FRI, SAT),
    ),
    clear(
        "Phòng đọc thiếu nhi: 14h thứ Tư và 8h thứ Bảy, từ tháng 6 đến tháng 8",
        at(only_in(weekly(WED), 6, 7, 8), "14:00") | at(only_in(weekly(SAT), 6, 7, 8), "08:00"),
    ),
    clear(
        "Kênh KG: 17h30 Chủ nhật; KG: 20h thứ Hai",
        at(weekly(SUN), "17:30") | at(weekly(MON), "20:00"),
        channel="KG",
    ),
    clear(
        "Hiến máu tình nguyện đợt 1: 7h ngày 24/2; đợt 2: 7h ngày 15/6", at(dates((2, 24), (6, 15)), "07:00")
    ),
    clear("Lớp 6A: sáng thứ 2, 3, 4; chiều thứ 5, 6", weekly(*WEEKDAYS)),
    clear("Tựu trường ngày 29/8/2024, riêng lớp 1 ngày 22/8/2024", dates((8, 29), (8, 22))),
    clear("Hội thi Tin học trẻ: vòng sơ khảo ngày 20/4, vòng chung kết ngày 18/5", dates((4, 20), (5, 18))),
    clear(
        "Lễ khai giảng 7h30 ngày 5/9, đón học sinh lớp 1 lúc 7h ngày 30/8",
        at(dates((9, 5)), "07:30") | at(dates((8, 30)), "07:00"),
    ),
    clear(
        "Đài Truyền thanh huyện: thứ Ba, tuần 2 - 17g00; Báo tỉnh: thứ Sáu, tuần 4",
        at(in_week(TUE, 2), "17:00") | set(in_week(FRI, 4)),
    ),
    clear(
        "Tháng 4: thứ Năm tuần 2; tháng 9: thứ Năm tuần 3, cùng khung 19h45",
        at(in_week(THU, 2, (4,)) + in_week(THU, 3, (9,)), "19:45"),
    ),
    clear(
        "Thời sự: 18h30 từ thứ Hai đến thứ Bảy; riêng Chủ nhật phát lúc 18h45",
        at(weekly(*range(6)), "18:30") | at(weekly(SUN), "18:45"),
    ),
    clear(
        "T2-T6: 11:30 & 19:00; T7, CN: 10:00",
        at(weekly(*range(5)), "11:30") | at(weekly(*range(5)), "19:00") | at(weekly(SAT, SUN), "10:00"),
    ),
    clear(
        "Sức khỏe cho mọi nhà: tuần 1 và tuần 3 – 9h15 thứ Hai; tuần 2 và tuần 4 – 15h20 thứ Năm",
        at(in_week(MON, 1) + in_week(MON, 3), "09:15") | at(in_week(THU, 2) + in_week(THU, 4), "15:20"),
    ),
    clear(
        "Kênh TV1: 6h30 thứ Hai, thứ Ba; kênh TV2: 18h30 thứ Tư",
        at(weekly(MON, TUE), "06:30") | at(weekly(WED), "18:30"),
        known_channels=("TV1", "TV2"),
    ),
    clear(
        "LỊCH TIẾP CÔNG DÂN: CHỦ TỊCH - THỨ BA TUẦN 1; PHÓ CHỦ TỊCH - THỨ BA TUẦN 3 HẰNG THÁNG",
        in_week(TUE, 1) + in_week(TUE, 3),
    ),
    clear("Báo cáo 6 tháng: ngày 15/6; báo cáo năm: ngày 15/12", {date(2024, 6, 15), date(2024, 12, 15)}),
    clear(
        "Chánh Thanh tra huyện: thứ Tư tuần 3, buổi sáng; Trưởng phòng Tài nguyên và Môi "
        "trường: thứ Năm tuần 3, buổi chiều",
        in_week(WED, 3) + in_week(THU, 3),
    ),
    clear(
        "Bộ phận Một cửa làm việc các ngày thứ 2, 3, 4, 5, 6 (sáng từ 7h30 đến 11h30, chiều "
        "từ 13h30 đến 17h30) và sáng thứ Bảy từ 7h30 đến 11h30.",
        at(weekly(*range(6)), "07:30") | at(weekly(*range(5)), "13:30"),
        minutes=(240, None),
    ),
    clear(
        "+ Thứ 2, tuần 2: lãnh đạo UBND (8h-11h)\n+ Thứ 2, tuần 4: lãnh đạo Ủy ban MTTQ (8h-11h)",
        at(in_week(MON, 2) + in_week(MON, 4), "08:00"),
        minutes=(180, None),
    ),
    clear(
        "Thu gom rác sinh hoạt: các ngày thứ 2, 4, 6 từ 17h đến 19h; rác cồng kềnh: thứ Bảy tuần cuối tháng",
        at(weekly(MON, WED, FRI), "17:00") | set(in_week(SAT, -1)),
    ),
    clear(
        "Sinh hoạt tổ dân phố 19h30 ngày 20 hằng tháng; riêng tháng 2 chuyển sang ngày 25",
        at([*monthly(20, (1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)), date(2024, 2, 25)], "19:30"),
    ),
    clear(
        "Họp chi bộ ngày 03 hằng tháng, sinh hoạt chuyên đề mỗi quý một lần vào ngày 03 tháng 3, 6, 9, 12",
        monthly(3),
    ),
    clear(
        "Cấp căn cước lưu động cho 300 công dân: chiều 13/3 và sáng 14/3",
        {date(2024, 3, 13), date(2024, 3, 14)},
    ),
    clear(
        "Ra quân 7h00 ngày 02/5 và 14h00 ngày 01/10",
        {datetime(2024, 5, 2, 7, 0), datetime(2024, 10, 1, 14, 0)},
    ),
    clear(
        "Cắt nước luân phiên: phường 1 thứ Ba, phường 2 thứ Năm hằng tuần, từ 13h đến 16h",
        at(weekly(TUE, THU), "13:00"),
        minutes=(180, None),
    ),
    clear(
        "Thánh lễ: thứ Hai đến thứ Bảy 4h45 và 17h30; Chúa nhật 5h00, 7h30, 9h30 (lễ thiếu nhi) và 17h30",
        at(weekly(*range(6)), "04:45")
        | at(weekly(*range(7)), "17:30")
        | at(weekly(SUN), "05:00")
        | at(weekly(SUN), "07:30")
        | at(weekly(SUN), "09:30"),
    ),
    clear(
        "Ho boi mo cua: T2-T6 tu 16h den 20h, T7 & CN tu 14h den 18h",
        at(weekly(*range(5)), "16:00") | at(weekly(SAT, SUN), "14:00"),
        minutes=(240, None),
    ),
    clear(
        "Lễ Giáng sinh: 20h00 ngày 24/12 và 8h00 ngày 25/12",
        {datetime(2024, 12, 24, 20, 0), datetime(2024, 12, 25, 8, 0)},
    ),
    clear(
        "Đọc kinh tối hằng ngày 19h15, riêng thứ Bảy 18h15",
        at(weekly(*[d for d in range(7) if d != SAT]), "19:15") | at(weekly(SAT), "18:15"),
    ),
]
