"""Plans of communication and programme listings, in Vietnamese."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    between,
    following,
    in_week,
    later,
    monthly,
    weekly,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    # Plans
    clear(
        "Chuyên mục “Cải cách hành chính” phát sóng lúc 17 giờ 45 phút thứ Tư tuần 3 hằng "
        "tháng, thời lượng 12 phút/chuyên mục, phát lại 6 giờ 00 phút ngày hôm sau.",
        at(in_week(WED, 3), "17:45"),
        replays=at(later(in_week(WED, 3), 1), "06:00"),
        minutes=(12, None),
    ),
    clear(
        "Đăng 02 số/tháng (24 số/năm), mỗi số 1/2 trang, vào tuần đầu và tuần cuối của tháng; "
        "kinh phí 72.000.000 đồng",
        periods=weeks(1, -1),
    ),
    clear(
        "Treo banner tuyên truyền trên trang chủ Cổng thông tin điện tử huyện từ ngày "
        "15/4/2024 đến ngày 30/6/2024.",
        periods={(date(2024, 4, 15), date(2024, 6, 30))},
    ),
    clear("Tháng 3, 6, 9, 12: mỗi tháng phát hành 01 bản tin", periods=whole_months(3, 6, 9, 12)),
    clear(
        "Từ tháng 3 đến hết tháng 11/2024, mỗi tháng 01 bài trên báo in", periods=whole_months(*range(3, 12))
    ),
    clear(
        "Chuyen muc Phap luat va doi song: 19h50 thu nam tuan thu 2 va tuan thu 4 hang thang, "
        "phat lai 11h30 ngay hom sau",
        at(in_week(THU, 2) + in_week(THU, 4), "19:50"),
        replays=at(later(in_week(THU, 2) + in_week(THU, 4), 1), "11:30"),
    ),
    clear("Trong năm 2024", periods=whole_months(*ALL), target="01 clip/tháng"),
    clear("Từ quý II đến quý IV", periods=between(4, 12)),
    clear("Quý I và quý III/2024", periods=between(1, 3) | between(7, 9)),
    clear(
        "Truyền hình trực tiếp lễ kỷ niệm lúc 8h00 ngày 20/10/2024; phát lại 20h00 cùng ngày",
        {datetime(2024, 10, 20, 8, 0)},
        replays={datetime(2024, 10, 20, 20, 0)},
    ),
    clear(
        "Phát 3 số: 17/5, 14/6 và 12/7 (đều vào thứ Sáu), lúc 19g45",
        {datetime(2024, 5, 17, 19, 45), datetime(2024, 6, 14, 19, 45), datetime(2024, 7, 12, 19, 45)},
    ),
    clear(
        "Thứ Hai/Tuần 2/tháng 6, tháng 10 - 17 giờ 45; phát lại: 6 giờ 30 ngày hôm sau (thứ Ba)",
        at(in_week(MON, 2, (6, 10)), "17:45"),
        replays=at(later(in_week(MON, 2, (6, 10)), 1), "06:30"),
    ),
    clear(
        "CN tuần 1, 3 lúc 7g15 (phát lại 19g15 thứ Ba kế tiếp)",
        at(in_week(SUN, 1) + in_week(SUN, 3), "07:15"),
        replays=at(following(in_week(SUN, 1) + in_week(SUN, 3), TUE), "19:15"),
    ),
    clear(
        "Chuyên trang ra ngày 5, 15 và 25 hằng tháng, khổ A3, 4 trang màu",
        monthly(5) + monthly(15) + monthly(25),
    ),
    clear(
        "Phát sóng tối thứ Bảy tuần thứ nhất của mỗi tháng, từ tháng Ba đến tháng Mười Một",
        in_week(SAT, 1, tuple(range(3, 12))),
    ),
    clear(
        "- Thời gian đăng: thứ Ba, thứ Sáu hằng tuần (trừ tháng 2);",
        [d for d in weekly(TUE, FRI) if d.month != 2],
    ),
    clear(
        "Phát sóng: 18h30 thứ Hai, tuần 1 và tuần 3\nPhát lại: 5h45 và 12h15 ngày hôm sau",
        at(in_week(MON, 1) + in_week(MON, 3), "18:30"),
        replays=at(later(in_week(MON, 1) + in_week(MON, 3), 1), "05:45")
        | at(later(in_week(MON, 1) + in_week(MON, 3), 1), "12:15"),
    ),
    clear(
        "12 chuyên mục/năm, 5h45' thứ Năm tuần 3 (phát lại 11h45' cùng ngày)",
        at(in_week(THU, 3), "05:45"),
        replays=at(in_week(THU, 3), "11:45"),
    ),
    clear("Đài PT-TH tỉnh: 02 tọa đàm, vào tháng 5 và tháng 7", periods=whole_months(5, 7)),
    clear(
        "Tuần lễ thứ ba của tháng 9, tuần lễ thứ hai của tháng 11",
        periods=weeks(3, months=(9,)) | weeks(2, months=(11,)),
    ),
    clear(
        "Hai tuần một lần vào thứ Tư, bắt đầu từ ngày 10/01/2024, lúc 19h00",
        at(weekly(WED, first=date(2024, 1, 10))[::2], "19:00"),
    ),
    clear("Đợt 1: từ 01/3 đến 31/3; đợt 2: từ 01/9 đến 30/9", periods=whole_months(3, 9)),
    clear(
        "Ngày 15 hằng tháng, từ tháng 3 đến tháng 11, đăng 01 bài trên trang 3 báo in",
        monthly(15, tuple(range(3, 12))),
    ),
    clear(
        "Phát thanh 2 buổi/tuần: 6h30 sáng thứ Ba và 18h30 chiều thứ Sáu",
        at(weekly(TUE), "06:30") | at(weekly(FRI), "18:30"),
    ),
    clear("Bản tin điện tử phát hành vào ngày cuối cùng của tháng", monthly(-1)),
    clear("Các tháng 2, 4 - 6 và 10: mỗi tháng 01 bài", periods=whole_months(2, 4, 5, 6, 10)),
    clear("Định kỳ mỗi tháng một lần", periods=whole_months(*ALL)),
    clear(
        "Ngày 27 tháng 2 và ngày 27 tháng 7 năm 2024, mỗi ngày 01 phóng sự ảnh (12 ảnh)",
        {date(2024, 2, 27), date(2024, 7, 27)},
    ),
    clear(
        "Cổng thông tin điện tử: đăng infographic vào thứ Hai đầu tiên của mỗi quý",
        in_week(MON, 1, (1, 4, 7, 10)),
    ),
    clear(
        "Đài Truyền thanh huyện: thứ Ba, tuần 2 - 17g00; Báo tỉnh: thứ Sáu, tuần 4",
        at(in_week(TUE, 2), "17:00") | set(in_week(FRI, 4)),
    ),
    clear(
        "Phóng sự dự thi phát ngày 12/11 lúc 20h15, phát lại 8h15 và 14h15 ngày 13/11",
        {datetime(2024, 11, 12, 20, 15)},
        replays={datetime(2024, 11, 13, 8, 15), datetime(2024, 11, 13, 14, 15)},
    ),
    clear(
        "Ba kỳ, vào các ngày 08/3, 20/10 và 25/11 năm 2024",
        {date(2024, 3, 8), date(2024, 10, 20), date(2024, 11, 25)},
    ),
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
    clear("Hoàn thành trước ngày 25/12/2024", {date(2024, 12, 24)}),
    refused("Phát sóng lúc 19h00 ngày 31/4/2024", "31/4/2024"),
    refused("2O giờ thứ Bảy hằng tuần", "2O"),
    refused("Phát trên kênh TV1 lúc 17h45, thời lượng 12 phút"),
    refused("Dịp Tết Nguyên đán, đăng 02 trang chuyên đề"),
    refused("Phát lại lúc 6h00 ngày hôm sau"),
    clear(
        "Tọa đàm phát trên kênh TV2 lúc 20h00 Chủ nhật tuần 2 các tháng 2, 5, 8, 11",
        at(in_week(SUN, 2, (2, 5, 8, 11)), "20:00"),
        channel="TV2",
        known_channels=("TV1", "TV2"),
    ),
    clear("Thường xuyên trong năm", target="39 bài"),
    clear("Quý II", periods=between(4, 6), target="01 cuộc thi"),
    clear(
        "Tháng 4: thứ Năm tuần 2; tháng 9: thứ Năm tuần 3, cùng khung 19h45",
        at(in_week(THU, 2, (4,)) + in_week(THU, 3, (9,)), "19:45"),
    ),
    clear(
        "Mỗi tháng phát sóng 02 kỳ vào 20h00 ngày 8 và ngày 22; đơn vị phối hợp: Báo, Đài và "
        "12 huyện, thành phố",
        at(monthly(8) + monthly(22), "20:00"),
    ),
    asked("Mỗi quý 01 kỳ, vào cuối quý, kinh phí 30 triệu đồng"),
    refused("Từ tháng 13 đến hết năm, mỗi tháng 01 bài", "tháng 13"),
    refused("Lên sóng 17h45 ngày 29/02", "29/02", year=2025),
    refused("Đăng vào một ngày bất kỳ do Tòa soạn bố trí"),
    # Listings
    clear(
        "Thời sự: 18h30 từ thứ Hai đến thứ Bảy; riêng Chủ nhật phát lúc 18h45",
        at(weekly(*range(6)), "18:30") | at(weekly(SUN), "18:45"),
    ),
    clear(
        "Phim truyện: 20h45 từ thứ Hai đến thứ Năm, từ ngày 2/9 đến ngày 26/9; phát lại 12h45 ngày hôm sau",
        at(weekly(MON, TUE, WED, THU, first=date(2024, 9, 2), last=date(2024, 9, 26)), "20:45"),
        replays=at(
            later(weekly(MON, TUE, WED, THU, first=date(2024, 9, 2), last=date(2024, 9, 26)), 1), "12:45"
        ),
    ),
    clear(
        "Ca nhạc theo yêu cầu – CN 9g30, phát lại 21g00 cùng ngày",
        at(weekly(SUN), "09:30"),
        replays=at(weekly(SUN), "21:00"),
    ),
    clear(
        "T2-T6: 11:30 & 19:00; T7, CN: 10:00",
        at(weekly(*range(5)), "11:30") | at(weekly(*range(5)), "19:00") | at(weekly(SAT, SUN), "10:00"),
    ),
    clear(
        "Trực tiếp chung kết giải bóng đá thiếu niên: 16h45 ngày 14/7 (sân vận động tỉnh)",
        {datetime(2024, 7, 14, 16, 45)},
    ),
    clear(
        "Kết nối nông thôn: 16 giờ 30 các ngày thứ Ba, thứ Năm, thứ Bảy; phát lại lúc 21 giờ 15 cùng ngày",
        at(weekly(TUE, THU, SAT), "16:30"),
        replays=at(weekly(TUE, THU, SAT), "21:15"),
    ),
    clear(
        "Từ ngày 1/6/2024, chương trình Thiếu nhi chuyển sang khung giờ 17h15 - 17h45 thứ "
        "Bảy, Chủ nhật hằng tuần",
        at(weekly(SAT, SUN, first=date(2024, 6, 1)), "17:15"),
        minutes=(30, None),
    ),
    clear("Câu chuyện cảnh giác | thứ Sáu | 19:50 | 10 phút", at(weekly(FRI), "19:50"), minutes=(10, None)),
    clear(
        "Phát sóng trực tiếp đêm chung kết từ 20h00 đến 22h15 thứ Bảy, ngày 28/9/2024",
        {datetime(2024, 9, 28, 20, 0)},
        minutes=(135, None),
    ),
    clear(
        "22 giờ thứ Tư đầu tiên của tháng: Văn học nghệ thuật (60 phút)",
        at(in_week(WED, 1), "22:00"),
        minutes=(60, None),
    ),
    clear(
        "Sáng 8h00; chiều 14h30; tối 20h30, tất cả các ngày trong tuần",
        at(weekly(*range(7)), "08:00") | at(weekly(*range(7)), "14:30") | at(weekly(*range(7)), "20:30"),
    ),
    clear("Sân khấu cải lương: 8 giờ tối Chủ nhật hàng tuần", at(weekly(SUN), "20:00")),
    clear("Phat truc tiep xo so kien thiet 16h10 chu nhat hang tuan", at(weekly(SUN), "16:10")),
    clear(
        "Ký sự miền Tây: 19h00 thứ Bảy (PL: 9h00 Chủ nhật)",
        at(weekly(SAT), "19:00"),
        replays=at(weekly(SUN), "09:00"),
    ),
    clear(
        "06:00-06:15, 11:30-11:45, 18:00-18:15 hằng ngày: Bản tin nhanh",
        at(weekly(*range(7)), "06:00") | at(weekly(*range(7)), "11:30") | at(weekly(*range(7)), "18:00"),
        minutes=(15, None),
    ),
    clear(
        "Phim hoạt hình hè: 15h30 thứ Hai, thứ Tư, thứ Sáu, từ tháng 6 đến hết tháng 8",
        at(weekly(MON, WED, FRI, first=date(2024, 6, 1), last=date(2024, 8, 31)), "15:30"),
    ),
    clear("9 giờ kém 15 sáng Chủ nhật hằng tuần: Nhịp sống trẻ", at(weekly(SUN), "08:45")),
    clear("Giờ phát: 17g – 17g30, T3-T5-T7", at(weekly(TUE, THU, SAT), "17:00"), minutes=(30, None)),
    clear("Từ thứ 2 đến CN: 12h00 Thời sự trưa", at(weekly(*range(7)), "12:00")),
    clear(
        "Thứ 2, 4, 6 lúc 7h30; thứ 3, 5, 7 lúc 15h30; Chủ nhật nghỉ",
        at(weekly(MON, WED, FRI), "07:30") | at(weekly(TUE, THU, SAT), "15:30"),
    ),
    clear(
        "Đêm nhạc trực tiếp 22h00 ngày 31/12/2024, kéo dài 2 giờ 15 phút",
        {datetime(2024, 12, 31, 22, 0)},
        minutes=(135, None),
    ),
    clear(
        "* 17h45’ thứ Sáu hằng tuần: Đại biểu dân cử với cử tri (15’)",
        at(weekly(FRI), "17:45"),
        minutes=(15, None),
    ),
    clear(
        "Lịch phát: 03/6, 10/6, 17/6, 24/6 – 14h00; phát lại sau 2 ngày, 9h00",
        {datetime(2024, 6, d, 14, 0) for d in (3, 10, 17, 24)},
        replays={datetime(2024, 6, d, 9, 0) for d in (5, 12, 19, 26)},
    ),
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
    refused("Đón xem lúc 20h tối nay", "tối nay"),
    refused("Thời sự: 25h30 hằng ngày", "25h30"),
    refused("Đón giao thừa 22h00 ngày 30 tháng Chạp"),
    refused("Ca cổ: 17h75 thứ Hai", "17h75"),
    clear(
        "Chiều T7 hằng tuần, 14:00 ➝ 14:25, từ số ra ngày 02/3 đến số ra ngày 25/5/2024",
        at(weekly(SAT, first=date(2024, 3, 2), last=date(2024, 5, 25)), "14:00"),
        minutes=(25, None),
    ),
    refused("Giờ phát sóng sẽ thông báo sau"),
]
