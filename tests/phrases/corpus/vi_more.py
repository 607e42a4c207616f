"""More Vietnamese sentences of plans, listings, reception days and notices."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    between,
    day_range,
    in_week,
    monthly,
    weekly,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused


def nfd(text: str) -> str:
    """The text with its accents as separate characters, as some keyboards type it."""
    return unicodedata.normalize("NFD", text)


def to_monday(days: list[date]) -> list[date]:
    """Each day, or the Monday after it where it is a Saturday or Sunday."""
    return [d + timedelta(7 - d.weekday()) if d.weekday() > 4 else d for d in days]


CASES: list[Case] = [
    # Plans
    clear("Xây dựng 01 phóng sự (15 phút), thực hiện trong quý III/2024", periods=between(7, 9)),
    clear(
        "Tọa đàm truyền hình trực tiếp: 20h10 thứ Sáu tuần cuối các tháng 4, 8 và 12; thời "
        "lượng từ 30 - 45 phút",
        at(in_week(FRI, -1, (4, 8, 12)), "20:10"),
        minutes=(30, 45),
    ),
    clear("Thường xuyên, 04 tin bài/tháng"),
    clear(
        "Loa truyền thanh xã: 5h30 và 17h00 hằng ngày, từ ngày 20/5 đến ngày 26/5",
        at(weekly(*range(7), first=date(2024, 5, 20), last=date(2024, 5, 26)), "05:30")
        | at(weekly(*range(7), first=date(2024, 5, 20), last=date(2024, 5, 26)), "17:00"),
    ),
    clear("6 tháng cuối năm 2024; đơn vị chủ trì: Sở Thông tin và Truyền thông", periods=between(7, 12)),
    clear(
        "Mỗi quý một chương trình giao lưu, tổng kinh phí 120 triệu đồng",
        periods=between(1, 3) | between(4, 6) | between(7, 9) | between(10, 12),
    ),
    clear(
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/4/2024 của UBND tỉnh, chuyên đề lên sóng "
        "20h00 ngày 10 hằng tháng",
        at(monthly(10), "20:00"),
    ),
    clear(
        "Video clip (3 phút) đăng thứ Hai và thứ Năm hằng tuần, từ ngày 01/7 đến ngày 30/9/2024",
        weekly(MON, THU, first=date(2024, 7, 1), last=date(2024, 9, 30)),
        minutes=(3, None),
    ),
    clear(
        "PHÁT SÓNG TRỰC TIẾP 20H10 NGÀY 18/5/2024, THỜI LƯỢNG 90 PHÚT",
        {datetime(2024, 5, 18, 20, 10)},
        minutes=(90, None),
    ),
    clear(
        "Treo 50 băng rôn trên các tuyến đường chính từ ngày 25/4 đến hết ngày 07/5",
        periods={(date(2024, 4, 25), date(2024, 5, 7))},
    ),
    clear("Chủ nhật cuối cùng của mỗi quý, lúc 9 giờ 30 phút", at(in_week(SUN, -1, (3, 6, 9, 12)), "09:30")),
    clear(
        "Thứ Tư các tuần 1 - 3 của tháng 6 và tháng 7, khung 19h40, mỗi số dài 10 đến 12 phút",
        at([d for w in (1, 2, 3) for d in in_week(WED, w, (6, 7))], "19:40"),
        minutes=(10, 12),
    ),
    clear(
        "Phát thông điệp 30 giây vào các khung giờ 6h55, 11h55 và 18h55 hằng ngày, từ ngày 10 đến ngày 20/8",
        at(weekly(*range(7), first=date(2024, 8, 10), last=date(2024, 8, 20)), "06:55")
        | at(weekly(*range(7), first=date(2024, 8, 10), last=date(2024, 8, 20)), "11:55")
        | at(weekly(*range(7), first=date(2024, 8, 10), last=date(2024, 8, 20)), "18:55"),
    ),
    clear("Tháng 8/2024 - tháng 10/2024: sản xuất 01 tiểu phẩm dài 10 phút", periods=between(8, 10)),
    clear(
        "Lên sóng 20 giờ 30 thứ Bảy, tuần 2 và tuần 4 (ngoại trừ các tháng 7, 8)",
        at([d for d in in_week(SAT, 2) + in_week(SAT, 4) if d.month not in (7, 8)], "20:30"),
    ),
    clear(
        nfd("Chuyên mục phát lúc mười chín giờ ba mươi phút tối thứ Bảy tuần thứ tư hằng tháng"),
        at(in_week(SAT, 4), "19:30"),
    ),
    clear(
        "Quý 2, quý 4: mỗi quý 01 cuộc thi trực tuyến (giải thưởng 15.000.000đ/cuộc)",
        periods=between(4, 6) | between(10, 12),
    ),
    asked("Hai tháng một lần, trên trang thông tin điện tử của Sở"),
    asked("Đăng 01 kỳ vào giữa tháng 6"),
    asked(
        "Lên chuyên trang ngày 31 hằng tháng",
        [date(2024, m, 31) for m in (1, 3, 5, 7, 8, 10, 12)],
        monthly(-1),
    ),
    refused("17h45 thứ Tư tuần 6, thời lượng 12 phút", "tuần 6"),
    refused("Treo pa nô từ ngày 20/5 đến ngày 10/5/2024"),
    refused("Trong tháng sau, sản xuất 02 video clip", "tháng sau"),
    refused("Khoảng 17h45 thứ Tư tuần 3", "Khoảng"),
    clear("18h00 thứ Hai tuần 2 tháng 3 năm 2025", {datetime(2025, 3, 10, 18, 0)}, year=2025),
    clear(
        "Tuần 1, 2 và 4 hằng tháng, thứ Sáu, 17 giờ 50 phút, sóng FM, thời lượng 15'",
        at(in_week(FRI, 1) + in_week(FRI, 2) + in_week(FRI, 4), "17:50"),
        minutes=(15, None),
        known_channels=("FM",),
        channel="FM",
    ),
    # Listings
    clear("Bản tin sáng: 6h00 - 6h30 hằng ngày", at(weekly(*range(7)), "06:00"), minutes=(30, None)),
    clear(
        "Phát thanh địa phương: 5h00, 11h00, 17h00 hằng ngày (thời lượng 60 phút)",
        at(weekly(*range(7)), "05:00") | at(weekly(*range(7)), "11:00") | at(weekly(*range(7)), "17:00"),
        minutes=(60, None),
    ),
    clear("Vườn cổ tích: thứ 7 & CN, 8:30 - 9:15", at(weekly(SAT, SUN), "08:30"), minutes=(45, None)),
    clear("Hằng ngày, trừ Chủ nhật, 5h30: Nhịp cầu nhà nông", at(weekly(*range(6)), "05:30")),
    clear(
        "Sức khỏe cho mọi nhà: tuần 1 và tuần 3 – 9h15 thứ Hai; tuần 2 và tuần 4 – 15h20 thứ Năm",
        at(in_week(MON, 1) + in_week(MON, 3), "09:15") | at(in_week(THU, 2) + in_week(THU, 4), "15:20"),
    ),
    # From the first one on, or all Saturdays of the year? "The following ones" are a rule for a person.
    refused("Số đầu tiên phát 20h ngày 6/4, các số tiếp theo vào 20h thứ Bảy hằng tuần", "các số tiếp theo"),
    clear(
        "Trò chuyện cuối tuần, tối thứ Sáu 21h10, dài 40 phút; phát lại 10h20 sáng thứ Bảy",
        at(weekly(FRI), "21:10"),
        replays=at(weekly(SAT), "10:20"),
        minutes=(40, None),
    ),
    clear(
        "Chương trình tiếng Khmer: 13h00 đến 13h30 thứ Hai, Tư, Sáu",
        at(weekly(MON, WED, FRI), "13:00"),
        minutes=(30, None),
    ),
    clear(
        "Tạp chí văn hóa, chiều Chủ nhật tuần cuối cùng của tháng, 16 giờ 5 phút",
        at(in_week(SUN, -1), "16:05"),
    ),
    clear(
        "Khung 21h - 21h45 từ thứ 2 tới thứ 6 (trừ thứ 4): phim Việt Nam",
        at(weekly(MON, TUE, THU, FRI), "21:00"),
        minutes=(45, None),
    ),
    clear("Mỗi sáng thứ Bảy, 7 giờ rưỡi: An toàn giao thông", at(weekly(SAT), "07:30")),
    asked("Phim đêm 23h00 thứ Bảy, phát lại 0h30 cùng ngày", at(weekly(SAT), "23:00")),
    asked("Trực tiếp lễ hội 19h30 Chủ nhật ngày 16/11/2024", {datetime(2024, 11, 16, 19, 30)}),
    refused("l7h45 thứ Tư hằng tuần", "l7h45"),
    refused("Phim tài liệu 20h thứ Ba hoặc thứ Năm", "hoặc"),
    clear(
        "Kênh TV1: 6h30 thứ Hai, thứ Ba; kênh TV2: 18h30 thứ Tư",
        at(weekly(MON, TUE), "06:30") | at(weekly(WED), "18:30"),
        known_channels=("TV1", "TV2"),
    ),
    refused("Thứ Hai, không phải thứ Ba, lúc 8h00", "không phải"),
    # Days on which leaders receive citizens
    clear(
        "Chủ tịch UBND xã tiếp công dân định kỳ vào ngày 15 hằng tháng, nếu trùng ngày nghỉ "
        "thì tiếp vào ngày làm việc tiếp theo",
        [d for d in monthly(15) if d.month not in (6, 9, 12)]
        + [date(2024, 6, 17), date(2024, 9, 16), date(2024, 12, 16)],
    ),
    clear(
        "Sáng thứ Năm hằng tuần tại phòng số 3, tầng 2, trụ sở UBND huyện; điện thoại: 0297.3862.115",
        weekly(THU),
    ),
    clear(
        "LỊCH TIẾP CÔNG DÂN: CHỦ TỊCH - THỨ BA TUẦN 1; PHÓ CHỦ TỊCH - THỨ BA TUẦN 3 HẰNG THÁNG",
        in_week(TUE, 1) + in_week(TUE, 3),
    ),
    clear(
        "Thường trực HĐND phường tiếp dân ngày 05 và ngày 20 hằng tháng, từ 8h00 đến 10h30",
        at(monthly(5) + monthly(20), "08:00"),
        minutes=(150, None),
    ),
    clear(
        "Ngày 5 hằng tháng; nếu ngày 5 rơi vào thứ Bảy, Chủ nhật thì chuyển sang thứ Hai kế tiếp",
        to_monday(monthly(5)),
    ),
    clear(
        "Bí thư Thành ủy đối thoại trực tiếp với người dân vào 14h00 thứ Sáu tuần cuối của "
        "quý (tháng 3, 6, 9, 12)",
        at(in_week(FRI, -1, (3, 6, 9, 12)), "14:00"),
    ),
    clear(
        "Căn cứ Luật Tiếp công dân số 42/2013/QH13 ngày 25/11/2013, Chủ tịch UBND thị trấn "
        "tiếp công dân vào thứ Hai hằng tuần",
        weekly(MON),
    ),
    clear(
        "Từ ngày 01/7/2024, lịch tiếp công dân của Chủ tịch UBND xã là thứ Ba hằng tuần, 8h00 - 11h00",
        at(weekly(TUE, first=date(2024, 7, 1)), "08:00"),
        minutes=(180, None),
    ),
    clear(
        "Chủ tịch Hội Nông dân gặp gỡ hội viên 13g30 thứ Năm hằng tuần; không tiếp trong tháng 2",
        at([d for d in weekly(THU) if d.month != 2], "13:30"),
    ),
    asked("Thứ Tư ngày 20/6/2024, 7h30: Bí thư Huyện ủy tiếp công dân", {datetime(2024, 6, 20, 7, 30)}),
    asked("Đối thoại với thanh niên vào cuối quý"),
    refused("Chủ tịch tiếp công dân vào ngày mai, 15/5", "ngày mai"),
    refused("Tiếp công dân sáng mùng Một và rằm âm lịch hằng tháng"),
    # Notices of wards and councils
    clear("Họp giao ban UBND phường 7h30 thứ Hai hằng tuần tại phòng họp số 2", at(weekly(MON), "07:30")),
    clear(
        "Tiêm chủng mở rộng ngày 10 và 11 hằng tháng, từ 7h30 đến 10h30, tại Trạm Y tế xã",
        at(monthly(10) + monthly(11), "07:30"),
        minutes=(180, None),
    ),
    clear("Báo cáo 6 tháng: ngày 15/6; báo cáo năm: ngày 15/12", {date(2024, 6, 15), date(2024, 12, 15)}),
    clear("Chốt số điện từ ngày 01 đến ngày 05 hằng tháng", periods=day_range(1, 5)),
    clear("Kỳ họp thứ 15 HĐND huyện khóa XII khai mạc 7h30 ngày 11/7/2024", {datetime(2024, 7, 11, 7, 30)}),
    clear(
        "Xe thu gom đến hẻm 25 vào 5h30 sáng và 18h15 tối mỗi ngày, trừ sáng Chủ nhật",
        at(weekly(*range(6)), "05:30") | at(weekly(*range(7)), "18:15"),
    ),
    clear(
        "Lịch trực: thứ 7, CN hàng tuần – 7g30 đến 11g30; đ/c trực ban ĐT 0912 345 678",
        at(weekly(SAT, SUN), "07:30"),
        minutes=(240, None),
    ),
    clear(
        "Ra quân dọn rác bãi biển hai tuần một lần, sáng Chủ nhật lúc 6h00, bắt đầu từ ngày 14/01/2024",
        at(weekly(SUN, first=date(2024, 1, 14))[::2], "06:00"),
    ),
    clear(
        "Giao ban báo chí 14 giờ thứ Ba tuần thứ 4 hằng tháng (trừ tháng 12)",
        at(in_week(TUE, 4, tuple(range(1, 12))), "14:00"),
    ),
    clear("Thời gian nhận hồ sơ: 01/8 - 31/8/2024 (trong giờ hành chính)", periods=whole_months(8)),
    clear(
        "Họp BCĐ định kỳ hằng quý", periods=between(1, 3) | between(4, 6) | between(7, 9) | between(10, 12)
    ),
    clear(
        "Nhân kỷ niệm 79 năm Cách mạng tháng Tám, treo cờ Tổ quốc từ ngày 18/8 đến ngày 03/9",
        periods={(date(2024, 8, 18), date(2024, 9, 3))},
    ),
    asked("Thu tiền nước vào đầu tháng"),
    # Every second Sunday, or one in each half of a month: a Sunday of each half has no value of its own.
    refused("Tổng vệ sinh nửa tháng một lần, sáng Chủ nhật", "nửa tháng một lần"),
    refused("Chợ phiên họp ngày 3, 8 âm lịch"),
    refused("Họp mặt sau Tết", "sau Tết"),
    refused("Hội thi tổ chức trong quý V/2024", "quý V"),
    # Libraries, museums, halls
    clear(
        "Chiếu phim lưu động phục vụ nhân dân: 19h00 các tối 10, 11, 12/5 tại xã biên giới",
        {datetime(2024, 5, d, 19, 0) for d in (10, 11, 12)},
    ),
    clear(
        "Thư viện tỉnh mở cửa từ thứ Ba đến Chủ nhật, sáng 7h30 - 11h30, chiều 13h30 - 17h30; "
        "thứ Hai đóng cửa",
        at(weekly(*range(1, 7)), "07:30") | at(weekly(*range(1, 7)), "13:30"),
        minutes=(240, None),
    ),
    clear("Lễ chào cờ thứ Hai đầu tháng, 7 giờ 00 phút, sân UBND huyện", at(in_week(MON, 1), "07:00")),
    clear(
        "Bảo tàng: 8:00–17:00, T3–CN, vé 20.000đ/lượt", at(weekly(*range(1, 7)), "08:00"), minutes=(540, None)
    ),
    clear(
        "Phố sách mở tối thứ Sáu, thứ Bảy hằng tuần, 17h30 - 21h30, trong các tháng 1, 2, 6, 12",
        at([d for d in weekly(FRI, SAT) if d.month in (1, 2, 6, 12)], "17:30"),
        minutes=(240, None),
    ),
    asked("CLB cờ tướng sinh hoạt cách tuần vào chiều thứ Bảy", weekly(SAT)[::2], weekly(SAT)[1::2]),
    refused("Lễ hội khai mạc rằm tháng Giêng"),
    # Schools, parishes, pagodas
    clear(
        "Chào cờ đầu tuần: 7h00 thứ Hai, từ ngày 09/9/2024 đến ngày 30/12/2024",
        at(weekly(MON, first=date(2024, 9, 9), last=date(2024, 12, 30)), "07:00"),
    ),
    clear(
        "Họp hội đồng sư phạm: 14h00 thứ Năm tuần cuối của tháng, phòng hội đồng (lầu 2)",
        at(in_week(THU, -1), "14:00"),
    ),
    clear(
        "Lễ khai giảng năm học 2024 - 2025 tổ chức lúc 7 giờ 00 ngày 05/9/2024", {datetime(2024, 9, 5, 7, 0)}
    ),
    clear(
        "Khóa tu Một ngày an lạc: Chủ nhật tuần thứ 2 hằng tháng (dương lịch), từ 7h00 đến 16h30",
        at(in_week(SUN, 2), "07:00"),
        minutes=(570, None),
    ),
    clear(
        "Lớp giáo lý: 8h15 - 9h15 Chúa nhật, nghỉ các tháng 6, 7",
        at([d for d in weekly(SUN) if d.month not in (6, 7)], "08:15"),
        minutes=(60, None),
    ),
    clear("Phát thuốc miễn phí sáng thứ 7 tuần thứ I và tuần thứ III", in_week(SAT, 1) + in_week(SAT, 3)),
    asked("Sinh hoạt Đoàn đội vào cuối tháng"),
    refused("Cúng rằm 14 và 15 hằng tháng âm lịch"),
]
