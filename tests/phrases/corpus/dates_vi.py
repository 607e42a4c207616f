"""Vietnamese single dates and rows of dates, with a time or without one."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import at, at_each, dates
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import daily, on

CASES: list[Case] = [
    clear(
        "Repair café: Sat 10 Feb, Sat 13 Apr, Sat 8 Jun, Sat 12 Oct; 10.30am–1pm",
        at(dates((2, 10), (4, 13), (6, 8), (10, 12)), "10:30"),
        minutes=(150, None),
    ),
    clear(
        "Họp tổ dân phố số 7 lúc 19 giờ 30 phút ngày 12/4/2024 tại sân bóng chuyền.",
        at(dates((4, 12)), "19:30"),
    ),
    clear(
        "Phóng sự 10 phút, phát 20:15 các ngày 3/2, 30/4, 19/5 và 2/9",
        at(dates((2, 3), (4, 30), (5, 19), (9, 2)), "20:15"),
    ),
    clear("Hằng năm vào ngày 10/10 – Ngày Chuyển đổi số quốc gia", dates((10, 10))),
    clear(
        "Lịch phát sóng thứ hai 13/5/2024:\n05:30 Bài ca buổi sáng\n06:00 Thời sự\n18:30 Thời sự (trực tiếp)",
        at(dates((5, 13)), "05:30") | at(dates((5, 13)), "06:00") | at(dates((5, 13)), "18:30"),
    ),
    clear("Trao giải nhân Ngày Báo chí cách mạng Việt Nam 21/6", dates((6, 21))),
    clear("Giải chạy vì cộng đồng: xuất phát 5:00 Chủ nhật 24/03/2024", at(dates((3, 24)), "05:00")),
    clear("Đêm nhạc: tối thứ Bảy, 19h30, ngày 13/7 tại Quảng trường 1/5", at(dates((7, 13)), "19:30")),
    clear("Học kỳ II: họp phụ huynh 8g00 Chủ nhật 26/5", at(dates((5, 26)), "08:00")),
    clear("Khai mạc: 08 giờ 00 phút, thứ Sáu (28/6/2024)", at(dates((6, 28)), "08:00")),
    clear("Khai giảng năm học mới lúc 7g00, 05/9", at(dates((9, 5)), "07:00")),
    clear(
        "Vòng sơ khảo từ 15/4-30/4, vòng chung khảo ngày 10/5",
        dates((5, 10)),
        periods={(date(2024, 4, 15), date(2024, 4, 30))},
    ),
    clear("Ngày thứ Bảy 9/11/2024, hội thao ngành: 6g30", at(dates((11, 9)), "06:30")),
    clear("Họp chi bộ 9h ngày 29/2", {datetime(2024, 2, 29, 9)}),
    clear(
        "Trưng bày sách từ ngày 4 đến ngày 8/3, tọa đàm ngày 20/3",
        dates((3, 20)),
        periods={(date(2024, 3, 4), date(2024, 3, 8))},
    ),
    clear(
        "Triển lãm ảnh từ 4/6 đến 8/6, tổng kết ngày 20/6 lúc 14h",
        {datetime(2024, 6, 20, 14)},
        periods={(date(2024, 6, 4), date(2024, 6, 8))},
    ),
    clear(
        "Triển lãm từ 4/3 đến 8/3, bế giảng lớp vẽ 9h ngày 20/3",
        {datetime(2024, 3, 20, 9)},
        periods={(date(2024, 3, 4), date(2024, 3, 8))},
    ),
    clear("Từ 1/3 đến 30/4: 9h các ngày 5/3, 12/3", at(dates((3, 5), (3, 12)), "09:00")),
    clear("9h các ngày 5/3, 12/3 từ 1/3 đến 30/4", at(dates((3, 5), (3, 12)), "09:00")),
    clear(
        "Uống vitamin A cho trẻ 6 - 36 tháng tuổi: 7h30 ngày 1/6 và 1/12", at(on((6, 1), (12, 1)), "07:30")
    ),
    clear("Cắt điện từ 5h30 đến 18h ngày 4/5", at(dates((5, 4)), "05:30")),
    clear("Bắt đầu 7h30 ngày 5/5", at(dates((5, 5)), "07:30")),
    clear(
        "Diễn 17h các ngày 5, 10 tháng 3 và 7, 9 tháng 4", at(dates((3, 5), (3, 10), (4, 7), (4, 9)), "17:00")
    ),
    clear("Đại hội chi bộ: 7h ngày 15/3/2024", at(dates((3, 15)), "07:00")),
    clear("Họp thôn 19h ngày 20/4", at(dates((4, 20)), "19:00")),
    clear("Thứ Hai, ngày 13/5: 7h30 chào cờ; 8h họp giao ban", at_each(dates((5, 13)), "07:30", "08:00")),
    clear("8h00 - Thứ Hai - 13/5/2024", at(dates((5, 13)), "08:00")),
    clear("Vào hồi 14 giờ 00 ngày 20/6/2024 (thứ Năm)", at(dates((6, 20)), "14:00")),
    clear("Kiểm kê tài sản 0 giờ ngày 01/01", at(dates((1, 1)), "00:00")),
    clear("Lễ giao nhận quân: sáng ngày 26 tháng 02 năm 2024", dates((2, 26))),
    clear("Sơ tuyển nghĩa vụ quân sự ngày 10 và 11 tháng 10", dates((10, 10), (10, 11))),
    clear("Ngày 22/12 hằng năm, 8h", at(dates((12, 22)), "08:00")),
    clear("Nhân dịp kỷ niệm Ngày 27/7: 20h ngày 26/7", at(dates((7, 26)), "20:00")),
    clear("Cấp căn cước lưu động: 8h thứ Bảy, ngày 18/5", at(dates((5, 18)), "08:00")),
    clear(
        "HĐND thị trấn tiếp xúc cử tri lúc 14h00 ngày 18/6 tại hội trường khu phố 3", at(on((6, 18)), "14:00")
    ),
    clear(
        "Bí thư Tỉnh ủy: 08 giờ 00 ngày 17/5/2024 (thứ Sáu), Phòng họp số 2, Văn phòng Tỉnh ủy",
        at(on((5, 17)), "08:00"),
    ),
    clear("Cúp điện từ 7h30 đến 11h30 ngày 14/5 để bảo trì lưới điện", at(on((5, 14)), "07:30")),
    clear("Họp tổ dân phố: 19h30 thứ Sáu, ngày 21/6, tại nhà văn hóa", at(on((6, 21)), "19:30")),
    clear("Phun thuốc diệt muỗi vào 16h30 các ngày 8, 15, 22/8", at(on((8, 8), (8, 15), (8, 22)), "16:30")),
    clear("Đại hội chi đoàn lúc 14h ngày 26/3 tại hội trường UBND xã", at(on((3, 26)), "14:00")),
    clear(
        "Khám sức khỏe nghĩa vụ quân sự: từ 7h các ngày 4, 5, 6/12/2024, Trung tâm Y tế huyện",
        at(daily((12, 4), (12, 6)), "07:00"),
    ),
    clear(
        "Hội nghị tổng kết công tác cải cách hành chính: 8h, thứ Năm, 19/12/2024, hội trường A",
        at(on((12, 19)), "08:00"),
    ),
    clear("2 giờ chiều ngày 8 tháng 3, hội trường Hội Phụ nữ xã", at(on((3, 8)), "14:00")),
    clear("Giải bóng chuyền chào mừng Quốc khánh 2/9: khai mạc 8h00 ngày 28/8", at(on((8, 28)), "08:00")),
    clear("Họp tổ dân phố 19h30 thứ Sáu 21/6 tại nhà ông Tư Hiền", at(on((6, 21)), "19:30")),
    clear("Uống vitamin A ngày 1/6 và 1/12", dates((6, 1), (12, 1))),
    clear(
        "Hiến máu: 7h ngày 7/4/2024 tại Hội trường A, số 25 đường Nguyễn Trung Trực",
        at(dates((4, 7)), "07:00"),
    ),
    clear("Hội thi cấp tỉnh: ngày 24 và 25 tháng 8 năm 2024", dates((8, 24), (8, 25))),
    clear("Thi tốt nghiệp các ngày 26, 27, 28 và 29/6/2024", dates((6, 26), (6, 27), (6, 28), (6, 29))),
    clear("Khai giảng lúc 7h00 ngày 05/9/2024", at(dates((9, 5)), "07:00")),
    clear("Họp phụ huynh: 7h30 Chủ nhật, ngày 14/01/2024", at(dates((1, 14)), "07:30")),
    clear(
        "Tư vấn tuyển sinh 8h00 Chủ nhật các ngày 3/3, 10/3 và 17/3",
        at(dates((3, 3), (3, 10), (3, 17)), "08:00"),
    ),
    clear("Biểu diễn nghệ thuật: 19 giờ 30 tối 24/12 và 31/12", at(dates((12, 24), (12, 31)), "19:30")),
    clear(
        "Tuyên truyền kỷ niệm 49 năm Ngày giải phóng miền Nam, 20h ngày 30.4.2024",
        at(dates((4, 30)), "20:00"),
    ),
    clear(
        "Ngừng cấp điện từ 8h00 đến 16h00 ngày 12/3/2024, khu vực đường Lê Lợi", at(dates((3, 12)), "08:00")
    ),
    clear(
        "Bảo trì trạm biến áp: 7h30 - 11h30 các ngày 6, 13, 20/6",
        at(dates((6, 6), (6, 13), (6, 20)), "07:30"),
    ),
    clear(
        "Tiếp xúc cử tri ngày 18-6-2024, 8 giờ sáng tại hội trường UBND xã Thạnh Yên",
        at(dates((6, 18)), "08:00"),
    ),
    clear("Hội nghị sơ kết 6 tháng đầu năm: 14h thứ Năm, ngày 11/7/2024", at(dates((7, 11)), "14:00")),
    clear(
        "Mở cống lấy nước từ 3h đến 9h sáng các ngày 8, 9, 10/4", at(dates((4, 8), (4, 9), (4, 10)), "03:00")
    ),
    clear(
        "Ngày 15/8/2025 và ngày 15/11/2025, lúc 9h",
        at([date(2025, 8, 15), date(2025, 11, 15)], "09:00"),
        year=2025,
    ),
    clear("17 giờ 00 phút thứ Sáu ngày 6/3/2026", at([date(2026, 3, 6)], "17:00"), year=2026),
    clear(
        "Truyền hình trực tiếp lễ khai mạc: 19 giờ 30 phút, ngày 19 tháng 5 năm 2024",
        at(dates((5, 19)), "19:30"),
    ),
    clear("Infographic đăng ngày 26/3, 30/4, 19/5 và 2/9", dates((3, 26), (4, 30), (5, 19), (9, 2))),
    clear("Thu gom pin cũ ngày 5/6/2024 tại UBND phường An Hòa", dates((6, 5))),
    clear("Miễn phí vé tham quan ngày 18/5 và ngày 23/11", dates((5, 18), (11, 23))),
    clear("Phát hành số Xuân ngày 25/1/2024", dates((1, 25))),
    clear("Ngừng cấp điện 7h00 - 11h00 ngày 20/5/2024: ấp Hòa Bình", at(dates((5, 20)), "07:00")),
    clear("Cắt điện từ 08:00 đến 12:00 ngày 21/05/2024 để sửa chữa đường dây", at(dates((5, 21)), "08:00")),
    clear("Ngày 22/5/2024, từ 7h30 đến 16h30: mất điện khu vực xã Vĩnh Hòa", at(dates((5, 22)), "07:30")),
    clear("Thời gian mất điện: 13h - 15h30 ngày 5/6/2024. Lý do: bảo trì", at(dates((6, 5)), "13:00")),
    clear(
        "Tiêm vắc xin sởi - rubella: 7h30 ngày 12, 13, 14/6/2024",
        at(dates((6, 12), (6, 13), (6, 14)), "07:30"),
    ),
    clear("Thi vào lớp 10: ngày 3 và 4/6/2024", dates((6, 3), (6, 4))),
    clear(
        "Buổi sáng 7h30, buổi chiều 14h, các ngày 26, 27, 28/6",
        at_each(dates((6, 26), (6, 27), (6, 28)), "07:30", "14:00"),
    ),
    clear(
        "Môn Toán: 14h20 ngày 27/6/2024; môn Ngữ văn: 7h35 ngày 27/6/2024",
        at_each(dates((6, 27)), "14:20", "07:35"),
    ),
    clear("Mở thầu lúc 9h00 ngày 15/7/2024", at(dates((7, 15)), "09:00")),
    clear("Thời điểm đóng thầu: 9 giờ 00 phút, ngày 15/07/2024", at(dates((7, 15)), "09:00")),
    clear("Đấu giá: 14h30 ngày 20/8/2024 tại hội trường", at(dates((8, 20)), "14:30")),
    clear("Giải việt dã: 5h30 sáng Chủ nhật, 24/3/2024", at(dates((3, 24)), "05:30")),
    clear(
        "Trực tiếp chung kết giải bóng đá thiếu niên: 16h45 ngày 14/7 (sân vận động tỉnh)",
        {datetime(2024, 7, 14, 16, 45)},
    ),
    clear(
        "Phát sóng trực tiếp đêm chung kết từ 20h00 đến 22h15 thứ Bảy, ngày 28/9/2024",
        {datetime(2024, 9, 28, 20, 0)},
        minutes=(135, None),
    ),
    clear(
        "Đêm nhạc trực tiếp 22h00 ngày 31/12/2024, kéo dài 2 giờ 15 phút",
        {datetime(2024, 12, 31, 22, 0)},
        minutes=(135, None),
    ),
    clear(
        "PHÁT SÓNG TRỰC TIẾP 20H10 NGÀY 18/5/2024, THỜI LƯỢNG 90 PHÚT",
        {datetime(2024, 5, 18, 20, 10)},
        minutes=(90, None),
    ),
    clear("Kỳ họp thứ 15 HĐND huyện khóa XII khai mạc 7h30 ngày 11/7/2024", {datetime(2024, 7, 11, 7, 30)}),
    clear(
        "Chiếu phim lưu động phục vụ nhân dân: 19h00 các tối 10, 11, 12/5 tại xã biên giới",
        {datetime(2024, 5, d, 19, 0) for d in (10, 11, 12)},
    ),
    clear(
        "Lễ khai giảng năm học 2024 - 2025 tổ chức lúc 7 giờ 00 ngày 05/9/2024", {datetime(2024, 9, 5, 7, 0)}
    ),
    clear(
        "Tổ đại biểu HĐND số 4 tiếp công dân lúc 8h00 các ngày 12/3, 11/6, 10/9 và 10/12 tại "
        "Nhà văn hóa ấp 5",
        {
            datetime(2024, 3, 12, 8, 0),
            datetime(2024, 6, 11, 8, 0),
            datetime(2024, 9, 10, 8, 0),
            datetime(2024, 12, 10, 8, 0),
        },
    ),
    clear(
        "Ngừng cấp điện từ 8h00 đến 11h30 ngày 20/10 để bảo trì đường dây, khu vực tổ 4, tổ 5",
        {datetime(2024, 10, 20, 8, 0)},
        minutes=(210, None),
    ),
    clear(
        "Tập huấn chuyển đổi số cho 120 cán bộ: 8h00 ngày 12 và 13/11/2024, hội trường A",
        {datetime(2024, 11, 12, 8, 0), datetime(2024, 11, 13, 8, 0)},
    ),
    clear(
        "Hiến máu tình nguyện đợt 3: 7h00 - 11h00, thứ Bảy (17/8/2024), chỉ tiêu 250 đơn vị máu",
        {datetime(2024, 8, 17, 7, 0)},
        minutes=(240, None),
    ),
    clear(
        "Ngày hội đại đoàn kết toàn dân tộc ngày 18/11, từ 7h30 đến 11h00, khu dân cư số 7",
        {datetime(2024, 11, 18, 7, 30)},
        minutes=(210, None),
    ),
    clear(
        "Ngày hội đọc sách ngày 21/4, 8h - 16h30, sân thư viện",
        {datetime(2024, 4, 21, 8, 0)},
        minutes=(510, None),
    ),
    clear(
        "Họp cha mẹ học sinh khối 6, 7: 7h30 Chủ nhật, ngày 15/9/2024; khối 8, 9: 14h00 cùng ngày",
        {datetime(2024, 9, 15, 7, 30), datetime(2024, 9, 15, 14, 0)},
    ),
]
