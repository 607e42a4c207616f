"""A fifth round of sentences by an independent writer, in Vietnamese: communication plans and programme
listings, and what no reader may take in silence. None was seen while the reader was written.
"""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, WEEKDAYS, at, later, monthly
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import daily, each, every, months_whole, nth, on, part, quarters, span

PLANS: list[Case] = [
    clear("Tuần 1, tuần 3 hàng tháng", periods=part(1, 3)),
    clear(
        "17h30 thứ Sáu tuần 2 hàng tháng, phát lại 6h30 sáng hôm sau trên kênh KG1",
        at(nth(FRI, 2), "17:30"),
        replays=at(later(nth(FRI, 2), 1), "06:30"),
    ),
    clear(
        "Chuyên mục “Dân hỏi - Chính quyền trả lời”: 20h10' thứ Ba tuần 1 và tuần 3 hằng "
        "tháng, thời lượng 10 phút; "
        "phát lại 11h15' thứ Tư cùng tuần",
        at(nth(TUE, 1, 3), "20:10"),
        replays=at(later(nth(TUE, 1, 3), 1), "11:15"),
    ),
    clear("Quý II, quý IV: mỗi quý 01 phóng sự (15 phút)", periods=quarters(2, 4)),
    clear("Từ tháng 3 đến tháng 11/2024, mỗi tháng 01 trang chuyên đề", periods=months_whole(*range(3, 12))),
    clear("Số báo ra ngày thứ Năm tuần cuối hằng tháng", nth(THU, -1)),
    clear("Tháng 6 và tháng 12", periods=months_whole(6, 12)),
    clear(
        "Phát sóng lúc 18h45 ngày 15 và ngày 28 hàng tháng trên kênh truyền hình tỉnh; phát "
        "lại 5h30 ngày hôm sau",
        at(each(15, 28), "18:45"),
        replays=at(later(each(15, 28), 1), "05:30"),
    ),
    clear("01 clip/quý, thời lượng 3 phút", periods=quarters(1, 2, 3, 4)),
    clear(
        "Tuyên truyền cao điểm từ ngày 01/9 đến ngày 10/10/2025",
        periods=span((9, 1), (10, 10), 2025),
        year=2025,
    ),
    clear("Mỗi tuần 02 chuyên mục, phát vào 19h50 thứ Hai và thứ Năm", at(every(MON, THU), "19:50")),
    clear("Thứ Tư hằng tuần, trang 3", every(WED)),
    clear(
        "Trang 5, Báo Bắc Ninh số ra thứ Sáu hàng tuần từ tháng 4 đến tháng 9",
        every(FRI, a=(4, 1), b=(9, 30)),
    ),
    clear(
        "Tạp chí phát thanh 15 phút: 5h30 Chủ nhật hằng tuần, phát lại lúc 17h cùng ngày",
        at(every(SUN), "05:30"),
        replays=at(every(SUN), "17:00"),
    ),
    clear("Đăng vào ngày 5, 15, 25 mỗi tháng trên Cổng TTĐT tỉnh", each(5, 15, 25)),
    clear("Quý 3/2025", periods=quarters(3, year=2025), year=2025),
    clear("Tuần 2 các tháng 2, 4, 6", periods=part(2, months=(2, 4, 6))),
    clear(
        "7 giờ 15 phút sáng thứ Bảy tuần thứ nhất và tuần thứ ba mỗi tháng, Đài PT-TH Long "
        "An, phát lại 19 giờ 30 phút "
        "tối Chủ nhật",
        at(nth(SAT, 1, 3), "07:15"),
        replays=at(later(nth(SAT, 1, 3), 1), "19:30"),
    ),
    clear(
        "Thứ Năm, tuần 4 hằng tháng - 17h40 kênh THP; phát lại 9h30 thứ Bảy cùng tuần",
        at(nth(THU, 4, year=2025), "17:40"),
        replays=at(later(nth(THU, 4, year=2025), 2), "09:30"),
        year=2025,
    ),
    clear("Tháng 02 - tháng 11/2026", periods=span((2, 1), (11, 30), 2026), year=2026),
    clear("Ngày 20 của tháng cuối quý", each(20, months=(3, 6, 9, 12))),
    clear(
        "Chủ nhật, tuần 2 (các tháng 1, 4, 7, 10), 20h30, VTV8",
        at(nth(SUN, 2, months=(1, 4, 7, 10)), "20:30"),
    ),
    clear(
        "08h00 ngày 19/8: tọa đàm trực tiếp “Xây dựng chính quyền số”; phát lại 21h00 cùng ngày",
        at(on((8, 19)), "08:00"),
        replays=at(on((8, 19)), "21:00"),
    ),
    clear("Từ 05/6/2024 đến 30/6/2024, mỗi ngày 1 spot, phát lúc 18h55", at(daily((6, 5), (6, 30)), "18:55")),
    clear("Thứ 2, 4, 6 hàng tuần lúc 17h15 trên hệ thống truyền thanh xã", at(every(MON, WED, FRI), "17:15")),
    clear("CN đầu tiên của tháng, 8h, sóng FM 99,4 MHz", at(nth(SUN, 1), "08:00")),
    clear(
        "17h45 thu Nam hang tuan, phat lai 6h15 thu Bay",
        at(every(THU), "17:45"),
        replays=at(later(every(THU), 2), "06:15"),
    ),
    clear(
        "Sở Thông tin và Truyền thông phối hợp Báo tỉnh đăng 01 trang chuyên đề cải cách "
        "hành chính vào tuần cuối của các "
        "tháng 3, 6, 9, 12 theo Kế hoạch số 45/KH-UBND ngày 12/01/2024 của UBND tỉnh",
        periods=part(-1, months=(3, 6, 9, 12)),
    ),
    clear(
        "Mỗi tháng 02 kỳ vào thứ Tư tuần 1 và thứ Tư tuần 3, khung giờ 18h30-18h45",
        at(nth(WED, 1, 3, year=2026), "18:30"),
        year=2026,
    ),
]


LISTINGS: list[Case] = [
    clear(
        "5h30, 11h30, 17h30 hàng ngày từ 1/7 đến 31/7",
        at(daily((7, 1), (7, 31)), "05:30")
        | at(daily((7, 1), (7, 31)), "11:30")
        | at(daily((7, 1), (7, 31)), "17:30"),
    ),
    clear(
        "Phim truyện “Gió qua miền cát trắng”: 20h00 từ thứ Hai đến thứ Tư, từ ngày 04/3 đến "
        "ngày 29/5, kênh VTV3",
        at(every(MON, TUE, WED, a=(3, 4), b=(5, 29)), "20:00"),
    ),
    clear("21h T2-T6", at(every(*WEEKDAYS), "21:00")),
    clear(
        "Thời sự 18h30 hàng ngày; phát lại 22h cùng ngày", at(daily(), "18:30"), replays=at(daily(), "22:00")
    ),
    clear("19h45 T7, CN từ 06/4 đến 30/6", at(every(SAT, SUN, a=(4, 6), b=(6, 30)), "19:45")),
    clear(
        "Ca nhạc theo yêu cầu - 9h00 Chủ nhật, phát lại 15h00 thứ Tư (từ 3/3 đến 31/5)",
        at(every(SUN, a=(3, 3), b=(5, 31)), "09:00"),
        replays=at(later(every(SUN, a=(3, 3), b=(5, 31)), 3), "15:00"),
    ),
    clear("Sân khấu truyền thanh: 20 giờ 15 phút tối thứ Bảy, thời lượng 45 phút", at(every(SAT), "20:15")),
    clear(
        "Trực tiếp bóng đá: 18h00 ngày 9/3, 19h15 ngày 10/3 trên kênh HTV Thể thao",
        at(on((3, 9)), "18:00") | at(on((3, 10)), "19:15"),
    ),
    clear("Bản tin sáng 6h00 - 6h30, thứ Hai đến thứ Bảy", at(every(*WEEKDAYS, SAT), "06:00")),
    clear(
        "6g30 và 18g30 mỗi ngày, trừ Chủ nhật",
        at(every(*WEEKDAYS, SAT), "06:30") | at(every(*WEEKDAYS, SAT), "18:30"),
    ),
    clear(
        "Kể chuyện cảnh giác: 20h20 thứ Năm hàng tuần, phát lại 12h30 thứ Sáu và 16h30 thứ Bảy",
        at(every(THU), "20:20"),
        replays=at(later(every(THU), 1), "12:30") | at(later(every(THU), 2), "16:30"),
    ),
    clear(
        "Thế giới động vật, 17h15' từ thứ 2 đến thứ 6, từ 01/9 đến 26/9/2025",
        at(every(*WEEKDAYS, a=(9, 1), b=(9, 26), year=2025), "17:15"),
        year=2025,
    ),
    clear(
        "15g Chủ nhật tuần 1, 3: cải lương; 16g Chủ nhật tuần 2, 4: tân cổ giao duyên",
        at(nth(SUN, 1, 3), "15:00") | at(nth(SUN, 2, 4), "16:00"),
    ),
    clear("10 giờ kém 15 sáng thứ Bảy hằng tuần", at(every(SAT), "09:45")),
    clear(
        "Phim hoạt hình: 7h00 và 17h00 từ ngày 1 đến ngày 30 tháng 6, mỗi ngày 2 tập",
        at(daily((6, 1), (6, 30)), "07:00") | at(daily((6, 1), (6, 30)), "17:00"),
    ),
    clear(
        "Chương trình phát thanh tiếng Khmer: 5h30 - 6h00, 11h00 - 11h30, 18h00 - 18h30 hằng ngày",
        at(daily(year=2026), "05:30") | at(daily(year=2026), "11:00") | at(daily(year=2026), "18:00"),
        year=2026,
    ),
    clear(
        "Thứ Hai 19h30, thứ Tư 20h15, thứ Sáu 21h",
        at(every(MON), "19:30") | at(every(WED), "20:15") | at(every(FRI), "21:00"),
    ),
    clear(
        "Phim tài liệu 4 tập “Ký ức tháng Tư”: 20h05 các ngày 21, 22, 23, 24/4/2025 trên "
        "kênh VTV1, phát lại 9h ngày hôm sau",
        at(daily((4, 21), (4, 24), 2025), "20:05"),
        replays=at(daily((4, 22), (4, 25), 2025), "09:00"),
        year=2025,
    ),
    clear(
        "20h50 thứ 3, 5, 7 từ 1/4 đến 31/5",
        at(every(TUE, THU, SAT, a=(4, 1), b=(5, 31), year=2025), "20:50"),
        year=2025,
    ),
    clear(
        "FM 96 MHz: bản tin ngắn lúc 7h, 8h, 9h và 10h, từ thứ Hai đến thứ Sáu",
        at(every(*WEEKDAYS), "07:00")
        | at(every(*WEEKDAYS), "08:00")
        | at(every(*WEEKDAYS), "09:00")
        | at(every(*WEEKDAYS), "10:00"),
    ),
    clear(
        "Giai điệu quê hương - 21 giờ thứ Bảy cuối cùng của tháng; phát lại 8 giờ sáng Chủ nhật",
        at(nth(SAT, -1), "21:00"),
        replays=at(later(nth(SAT, -1), 1), "08:00"),
    ),
    clear("12h trưa hằng ngày, trừ thứ Bảy và Chủ nhật", at(every(*WEEKDAYS), "12:00")),
    clear("Vườn cổ tích: 8 giờ 30 sáng Chủ nhật tuần cuối tháng", at(nth(SUN, -1), "08:30")),
    clear(
        "Đêm nhạc thính phòng: 20 giờ ngày 13/7, phát lại 14 giờ ngày 20/7",
        at(on((7, 13)), "20:00"),
        replays=at(on((7, 20)), "14:00"),
    ),
    clear(
        "Hòa nhạc: 20h thứ Bảy, ngày 14/3/2026, phát lại 10h sáng Chủ nhật 22/3",
        at(on((3, 14), year=2026), "20:00"),
        replays=at(on((3, 22), year=2026), "10:00"),
        year=2026,
    ),
    clear(
        "Phim cuối tuần 23h15 thứ Sáu; phát lại 14h Chủ nhật",
        at(every(FRI), "23:15"),
        replays=at(later(every(FRI), 2), "14:00"),
    ),
    clear(
        "6h45' sáng, 12h45' trưa và 19h45' tối thứ Tư hàng tuần",
        at(every(WED), "06:45") | at(every(WED), "12:45") | at(every(WED), "19:45"),
    ),
    clear("Thu 2 den thu 6, 11h15-11h45", at(every(*WEEKDAYS), "11:15")),
    clear(
        "Mỗi thứ Bảy trong tháng 10 lúc 19 giờ 30",
        at(every(SAT, a=(10, 1), b=(10, 31), year=2025), "19:30"),
        year=2025,
    ),
    clear("Từ thứ Ba 16/7 đến thứ Sáu 19/7, 20 giờ 10 mỗi tối", at(daily((7, 16), (7, 19)), "20:10")),
]


NEVER: list[Case] = [
    refused("Thứ Ba, tuần 6 hằng tháng, 17h45"),
    refused("Thứ 8 hàng tuần, 19h"),
    refused("25h30 thứ Hai hằng tuần"),
    refused("17h75 thứ Tư, tuần 2"),
    refused("8h00 ngày 31/4/2024, hội trường UBND huyện"),
    refused("20h tối rằm tháng Giêng"),
    refused("7h ngày mùng 10 tháng 3 âm lịch"),
    refused("Phát lại 6h sáng hôm sau, kênh KG1"),
    refused("17 giờ 45 phút, thời lượng 15 phút"),
    asked("Hai tuần một lần vào chiều thứ Hai"),
    clear("Trước ngày 25 hằng tháng", monthly(24)),
    refused("Khoảng 8h thứ Ba hằng tuần"),
    refused("Thứ Hai hoặc thứ Ba hằng tuần"),
    asked("Ngày 31 hằng tháng, 8h"),
    asked("8h thứ Hai, ngày 14/5/2024"),
    refused("14h chiều mai, phòng họp số 1"),
    refused("Khi có yêu cầu của lãnh đạo Sở"),
    refused("2O giờ thứ Sáu hằng tuần"),
    refused("Sẽ thông báo sau khi có lịch của Đài"),
]

CASES = PLANS + LISTINGS + NEVER
