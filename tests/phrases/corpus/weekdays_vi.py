"""Vietnamese weekdays of every week, with their times."""

from __future__ import annotations

from tests.phrases.almanac import DAILY, FRI, MON, SAT, SUN, THU, TUE, WED, WEEKDAYS, at, at_each, weekly
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import daily, every

CASES: list[Case] = [
    clear(
        "Knit & Natter, Wednesdays, 2–4pm, café, bring your own wool",
        at(weekly(WED), "14:00"),
        minutes=(120, None),
    ),
    clear("Thu gom rác: T2 - T4 - T6, từ 17h30' đến 19h00'", at(weekly(MON, WED, FRI), "17:30")),
    clear(
        "Bản tin nông thôn mới: 5h30' và 17h30' hàng ngày trên hệ thống truyền thanh 15 xã, thị trấn",
        at(DAILY, "05:30") | at(DAILY, "17:30"),
    ),
    clear(
        "Truyền thanh phường: sáng 5h00-5h45, chiều 17h00-17h45, từ thứ hai đến thứ bảy",
        at(weekly(*WEEKDAYS, SAT), "05:00") | at(weekly(*WEEKDAYS, SAT), "17:00"),
    ),
    clear("chuyen muc phap luat va doi song: 19h50 thu nam hang tuan", at(weekly(THU), "19:50")),
    clear("Trong giờ hành chính các ngày thứ hai, thứ tư hằng tuần", weekly(MON, WED)),
    clear("Mỗi tuần một lần, vào 21 giờ thứ Ba", at(weekly(TUE), "21:00")),
    clear("Sân khấu cải lương cuối tuần (thứ Bảy và Chủ nhật), 20h", at(weekly(SAT, SUN), "20:00")),
    clear("Tin vắn trưa: thứ hai → thứ sáu, 11h45", at(weekly(*WEEKDAYS), "11:45")),
    clear("9h cuối tuần (thứ Bảy và Chủ nhật)", at(weekly(SAT, SUN), "09:00")),
    clear("Sinh hoạt hè 8h cuối tuần (thứ Bảy)", at(weekly(SAT), "08:00")),
    clear(
        "7h30 - 11h thứ Hai đến thứ Sáu, 13h30 - 17h",
        at(every(*WEEKDAYS), "07:30") | at(every(*WEEKDAYS), "13:30"),
    ),
    clear("Thứ Hai 19h tại Trường THCS Vĩnh Hòa 2", at(every(MON), "19:00")),
    clear("Siêu thị phục vụ 8h-22h hằng ngày", at(DAILY, "08:00")),
    clear("Học phí 150 nghìn đồng/tháng, lớp mở tối thứ Hai, thứ Năm 18h", at(weekly(MON, THU), "18:00")),
    clear(
        "Buổi sáng: 7h30 - 11h30; buổi chiều: 13h30 - 17h00 từ thứ Hai đến thứ Sáu",
        at_each(weekly(*WEEKDAYS), "07:30", "13:30"),
    ),
    clear("chiều thứ sáu hằng tuần, bắt đầu từ 14 giờ", at(weekly(FRI), "14:00")),
    clear("Thứ 7 và CN hàng tuần vào lúc 9h và 15h", at_each(weekly(SAT, SUN), "09:00", "15:00")),
    clear(
        "Buổi sáng từ 7h30 đến 11h30, buổi chiều từ 13h30 đến 17h00, từ thứ Hai đến thứ Sáu hằng tuần",
        at(every(*WEEKDAYS), "07:30") | at(every(*WEEKDAYS), "13:30"),
    ),
    clear("Thứ 3 và thứ 5 hằng tuần, 8h - 11h, phòng tiếp công dân tầng 1", at(every(TUE, THU), "08:00")),
    clear("Cả ngày thứ Tư hằng tuần", every(WED, year=2026), year=2026),
    clear(
        "Trưởng Công an xã: Thứ Hai, Thứ Tư, Thứ Sáu (sáng 7h30-11h30, chiều 13h30-16h30)",
        at(every(MON, WED, FRI, year=2025), "07:30") | at(every(MON, WED, FRI, year=2025), "13:30"),
        year=2025,
    ),
    clear("Thứ Năm hằng tuần, 8 giờ đến 11 giờ 30", at(every(THU, year=2025), "08:00"), year=2025),
    clear("THỨ NĂM HẰNG TUẦN, 13H30 - 16H30", at(every(THU), "13:30")),
    clear("Chợ phiên họp vào thứ Bảy và Chủ nhật hằng tuần từ 5h đến 10h", at(every(SAT, SUN), "05:00")),
    clear("Thu rác: T3, T5, T7 lúc 18h", at(every(TUE, THU, SAT, year=2025), "18:00"), year=2025),
    clear("Thứ Tư hằng tuần, trang 3", every(WED)),
    clear("Thứ 2, 4, 6 hàng tuần lúc 17h15 trên hệ thống truyền thanh xã", at(every(MON, WED, FRI), "17:15")),
    clear("Sân khấu truyền thanh: 20 giờ 15 phút tối thứ Bảy, thời lượng 45 phút", at(every(SAT), "20:15")),
    clear("Bản tin sáng 6h00 - 6h30, thứ Hai đến thứ Bảy", at(every(*WEEKDAYS, SAT), "06:00")),
    clear("10 giờ kém 15 sáng thứ Bảy hằng tuần", at(every(SAT), "09:45")),
    clear(
        "Chương trình phát thanh tiếng Khmer: 5h30 - 6h00, 11h00 - 11h30, 18h00 - 18h30 hằng ngày",
        at(daily(year=2026), "05:30") | at(daily(year=2026), "11:00") | at(daily(year=2026), "18:00"),
        year=2026,
    ),
    clear(
        "6h45' sáng, 12h45' trưa và 19h45' tối thứ Tư hàng tuần",
        at(every(WED), "06:45") | at(every(WED), "12:45") | at(every(WED), "19:45"),
    ),
    clear("Thu 2 den thu 6, 11h15-11h45", at(every(*WEEKDAYS), "11:15")),
    clear(
        "Ngày thứ Bảy tình nguyện giải quyết thủ tục hành chính: 8h00 thứ Bảy hằng tuần",
        at(weekly(SAT), "08:00"),
    ),
    clear("Thánh lễ Chúa nhật: 5h00, 7h00 và 17h00", at_each(weekly(SUN), "05:00", "07:00", "17:00")),
    clear("Đêm nhạc đường phố 20h thứ Bảy hằng tuần, công viên 3/2", at(weekly(SAT), "20:00")),
    clear("Sáng thứ Hai đầu tuần, 7h15", at(weekly(MON), "07:15")),
    clear("Thực hiện Nghị quyết số 18-NQ/TW, phát sóng 19h45 thứ Ba hằng tuần", at(weekly(TUE), "19:45")),
    clear("HẰNG TUẦN VÀO CHIỀU THỨ NĂM, BẮT ĐẦU 13H30", at(weekly(THU), "13:30")),
    clear("Dưỡng sinh 5 giờ 15 sáng mỗi ngày tại công viên", at(DAILY, "05:15")),
    clear("Bơi lội hai ngày cuối tuần (thứ Bảy, Chủ nhật), 6h30 sáng", at(weekly(SAT, SUN), "06:30")),
    clear("tàu cao tốc Rạch Giá - Phú Quốc: 7h20 và 13h00 hằng ngày", at_each(DAILY, "07:20", "13:00")),
    clear("Lịch tưới: thứ 3 và thứ 6 hằng tuần, 2 giờ rưỡi chiều", at(weekly(TUE, FRI), "14:30")),
    clear("Học các tối 2-4-6, từ 18h đến 20h", at(weekly(MON, WED, FRI), "18:00")),
    clear("9 giờ kém 15 tối thứ Sáu hằng tuần", at(weekly(FRI), "20:45")),
    clear("Từ 18h45 đến 19h00 các ngày thứ Hai, thứ Năm hằng tuần", at(weekly(MON, THU), "18:45")),
    clear(
        "Khung giờ 11h15 và 17h15 từ thứ Hai đến thứ Sáu hằng tuần",
        at_each(weekly(*WEEKDAYS), "11:15", "17:15"),
    ),
    clear("Câu chuyện truyền thanh, 7 rưỡi tối thứ Bảy hằng tuần", at(weekly(SAT), "19:30")),
    clear("5 giờ chiều thứ Sáu hằng tuần", at(weekly(FRI), "17:00")),
    clear(
        "Tiếng Khmer: 5h00 - 5h30 và 18h00 - 18h30 hằng ngày",
        at_each(DAILY, "05:00", "18:00"),
    ),
    clear(
        "Sáng từ 5h00 đến 6h00, chiều từ 17h00 đến 18h00 hằng ngày",
        at_each(DAILY, "05:00", "17:00"),
    ),
    clear("Loa phường phát lúc 16h45, T2 - T6", at(weekly(*WEEKDAYS), "16:45")),
    clear(
        "Đài truyền thanh xã phát vào 6h00 sáng thứ hai, thứ tư, thứ sáu hàng tuần",
        at(weekly(MON, WED, FRI), "06:00"),
    ),
    clear("Thứ ba và thứ sáu, 17g15", at(weekly(TUE, FRI), "17:15")),
    clear(
        "Bản tin an toàn giao thông phát trên loa truyền thanh lúc 17 giờ 30 phút thứ Bảy và Chủ "
        "nhật hằng tuần",
        at(weekly(SAT, SUN), "17:30"),
    ),
    clear("Báo ra vào thứ Ba, thứ Năm và thứ Bảy hằng tuần", weekly(TUE, THU, SAT)),
    clear("Đăng tải lên Cổng thông tin điện tử thành phố vào thứ Hai hằng tuần", weekly(MON)),
    clear("Fanpage Tỉnh đoàn: đăng bài lúc 20h00 thứ Ba và thứ Sáu hằng tuần", at(weekly(TUE, FRI), "20:00")),
    clear("Lịch tiếp công dân của Chủ tịch UBND xã: sáng thứ Năm hằng tuần", weekly(THU)),
    clear(
        "Tiếp công dân sáng thứ Ba (từ 7 giờ 30 phút đến 11 giờ), phòng 102, nhà A2, điện thoại "
        "0297.3862.145",
        at(weekly(TUE), "07:30"),
    ),
    clear(
        "Sáng: từ 7h00 đến 11h00, chiều: từ 13h00 đến 17h00, từ thứ Hai đến thứ Sáu",
        at_each(weekly(*WEEKDAYS), "07:00", "13:00"),
    ),
    clear(
        "Bộ phận Một cửa làm việc sáng thứ Bảy hằng tuần, từ 7 giờ 30 đến 11 giờ 30",
        at(weekly(SAT), "07:30"),
    ),
    clear("Thu gom rác thải sinh hoạt vào các ngày thứ 2, thứ 4, thứ 6", weekly(MON, WED, FRI)),
    clear("Chợ phiên họp vào Chủ nhật hằng tuần", weekly(SUN)),
    clear("Chợ đêm: 18h00 - 23h00 thứ Sáu, thứ Bảy, Chủ nhật", at(weekly(FRI, SAT, SUN), "18:00")),
    clear(
        "Thư viện mở cửa từ 7h30 đến 20h00, từ thứ Ba đến Chủ nhật",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN), "07:30"),
    ),
    clear("Thời sự: 6h, 11h30, 18h30 hằng ngày", at_each(DAILY, "06:00", "11:30", "18:30")),
    clear("Bản tin tiếng Khmer 5h30, 12h và 20h15 hằng ngày", at_each(DAILY, "05:30", "12:00", "20:15")),
    clear(
        "05h00: Nhạc hiệu; 05h05: Bản tin địa phương; 17h00: Tiếp âm Đài tỉnh, hằng ngày",
        at_each(DAILY, "05:00", "05:05", "17:00"),
    ),
    clear("Chương trình thiếu nhi 16h thứ Bảy, Chủ nhật", at(weekly(SAT, SUN), "16:00")),
    clear("Bản tin cuối tuần: 17h30 thứ Bảy", at(weekly(SAT), "17:30")),
    clear(
        "Phát lúc 7 giờ sáng, 11 giờ trưa và 5 giờ chiều thứ Bảy",
        at_each(weekly(SAT), "07:00", "11:00", "17:00"),
    ),
    clear("Báo ra ngày thứ Tư và thứ Bảy hằng tuần", weekly(WED, SAT)),
    clear("Tuần san ra thứ Năm", weekly(THU)),
    clear("Chợ phiên họp vào thứ Bảy và Chủ nhật hằng tuần, từ 4h sáng", at(weekly(SAT, SUN), "04:00")),
    clear("Chợ phiên: Chủ nhật hằng tuần", weekly(SUN)),
    clear("Tiết 1 từ 7h00, thứ Hai đến thứ Bảy", at(weekly(0, 1, 2, 3, 4, 5), "07:00")),
    clear("Học phụ đạo: chiều thứ Ba và thứ Năm, 13h30 - 16h", at(weekly(TUE, THU), "13:30")),
    clear("CLB cầu lông: 17h-19h T3, T5, T7", at(weekly(TUE, THU, SAT), "17:00")),
    clear("Thu gom rác: tối thứ 3, 5, 7, từ 18h", at(weekly(TUE, THU, SAT), "18:00")),
    clear("Tàu chạy 7h30 thứ Hai, Tư, Sáu, CN", at(weekly(MON, WED, FRI, SUN), "07:30")),
    clear("Phà hoạt động từ 5h đến 21h hằng ngày", at(DAILY, "05:00")),
    clear("Ca 1: 6h - 14h; ca 2: 14h - 22h hằng ngày", at_each(DAILY, "06:00", "14:00")),
    clear("Câu chuyện cảnh giác | thứ Sáu | 19:50 | 10 phút", at(weekly(FRI), "19:50"), minutes=(10, None)),
    clear(
        "Sáng 8h00; chiều 14h30; tối 20h30, tất cả các ngày trong tuần",
        at(weekly(*range(7)), "08:00") | at(weekly(*range(7)), "14:30") | at(weekly(*range(7)), "20:30"),
    ),
    clear("Sân khấu cải lương: 8 giờ tối Chủ nhật hàng tuần", at(weekly(SUN), "20:00")),
    clear("Phat truc tiep xo so kien thiet 16h10 chu nhat hang tuan", at(weekly(SUN), "16:10")),
    clear(
        "06:00-06:15, 11:30-11:45, 18:00-18:15 hằng ngày: Bản tin nhanh",
        at(weekly(*range(7)), "06:00") | at(weekly(*range(7)), "11:30") | at(weekly(*range(7)), "18:00"),
        minutes=(15, None),
    ),
    clear("9 giờ kém 15 sáng Chủ nhật hằng tuần: Nhịp sống trẻ", at(weekly(SUN), "08:45")),
    clear("Giờ phát: 17g – 17g30, T3-T5-T7", at(weekly(TUE, THU, SAT), "17:00"), minutes=(30, None)),
    clear("Từ thứ 2 đến CN: 12h00 Thời sự trưa", at(weekly(*range(7)), "12:00")),
    clear(
        "* 17h45’ thứ Sáu hằng tuần: Đại biểu dân cử với cử tri (15’)",
        at(weekly(FRI), "17:45"),
        minutes=(15, None),
    ),
    clear("Bản tin sáng: 6h00 - 6h30 hằng ngày", at(weekly(*range(7)), "06:00"), minutes=(30, None)),
    clear(
        "Phát thanh địa phương: 5h00, 11h00, 17h00 hằng ngày (thời lượng 60 phút)",
        at(weekly(*range(7)), "05:00") | at(weekly(*range(7)), "11:00") | at(weekly(*range(7)), "17:00"),
        minutes=(60, None),
    ),
    clear("Vườn cổ tích: thứ 7 & CN, 8:30 - 9:15", at(weekly(SAT, SUN), "08:30"), minutes=(45, None)),
    clear(
        "Chương trình tiếng Khmer: 13h00 đến 13h30 thứ Hai, Tư, Sáu",
        at(weekly(MON, WED, FRI), "13:00"),
        minutes=(30, None),
    ),
    clear("Mỗi sáng thứ Bảy, 7 giờ rưỡi: An toàn giao thông", at(weekly(SAT), "07:30")),
    clear(
        "Sáng thứ Năm hằng tuần tại phòng số 3, tầng 2, trụ sở UBND huyện; điện thoại: 0297.3862.115",
        weekly(THU),
    ),
    clear(
        "Căn cứ Luật Tiếp công dân số 42/2013/QH13 ngày 25/11/2013, Chủ tịch UBND thị trấn "
        "tiếp công dân vào thứ Hai hằng tuần",
        weekly(MON),
    ),
    clear("Họp giao ban UBND phường 7h30 thứ Hai hằng tuần tại phòng họp số 2", at(weekly(MON), "07:30")),
    clear(
        "Lịch trực: thứ 7, CN hàng tuần – 7g30 đến 11g30; đ/c trực ban ĐT 0912 345 678",
        at(weekly(SAT, SUN), "07:30"),
        minutes=(240, None),
    ),
    clear(
        "Bảo tàng: 8:00–17:00, T3–CN, vé 20.000đ/lượt", at(weekly(*range(1, 7)), "08:00"), minutes=(540, None)
    ),
    clear(
        "Ban tiếp công dân tỉnh (số 10 Nguyễn Trung Trực): từ thứ Hai đến thứ Sáu hằng tuần, "
        "sáng 7h00 - 11h00, chiều 13h00 - 17h00",
        at(weekly(*range(5)), "07:00") | at(weekly(*range(5)), "13:00"),
        minutes=(240, None),
    ),
    clear(
        "Chu tich UBND phuong tiep cong dan vao sang thu tu hang tuan, tu 7h30 den 11h30",
        at(weekly(WED), "07:30"),
        minutes=(240, None),
    ),
    clear(
        "Trực đường dây nóng 1900.1234: 24 giờ/ngày; tiếp trực tiếp: thứ Hai, thứ Tư hằng tuần",
        weekly(MON, WED),
    ),
    clear(
        "Cấm đường Trần Phú từ 18h00 đến 22h00 các tối thứ Sáu, thứ Bảy, Chủ nhật hằng tuần "
        "để tổ chức phố đi bộ",
        at(weekly(FRI, SAT, SUN), "18:00"),
        minutes=(240, None),
    ),
    clear(
        "Thu vien huyen mo cua tu thu hai den thu sau, 7h30-16h30",
        at(weekly(*range(5)), "07:30"),
        minutes=(540, None),
    ),
    clear(
        "Nấu cháo từ thiện tại bệnh viện 5 giờ sáng thứ Ba, thứ Bảy mỗi tuần – 200 suất/buổi",
        at(weekly(TUE, SAT), "05:00"),
    ),
]
