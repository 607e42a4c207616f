"""Vietnamese notices of a town: loudspeakers, power cuts, vaccination, markets, classes, tenders, traffic."""

from __future__ import annotations

from tests.phrases.almanac import (
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
    between,
    dates,
    day_range,
    in_week,
    later,
    monthly,
    run,
    span,
    weekly,
    weeks,
    without,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

_DAILY = weekly(*range(7))
_MWF = weekly(MON, WED, FRI)
_TTS = weekly(TUE, THU, SAT)

CASES: list[Case] = [
    # --- loudspeakers, radio, television
    clear("Thời sự: 6h, 11h30, 18h30 hằng ngày", at_each(_DAILY, "06:00", "11:30", "18:30")),
    clear("Bản tin tiếng Khmer 5h30, 12h và 20h15 hằng ngày", at_each(_DAILY, "05:30", "12:00", "20:15")),
    clear(
        "05h00: Nhạc hiệu; 05h05: Bản tin địa phương; 17h00: Tiếp âm Đài tỉnh, hằng ngày",
        at_each(_DAILY, "05:00", "05:05", "17:00"),
    ),
    clear("Chương trình thiếu nhi 16h thứ Bảy, Chủ nhật", at(weekly(SAT, SUN), "16:00")),
    clear(
        "Phim truyện: 20h00 - 20h45 hằng ngày, phát lại 13h hôm sau",
        at(_DAILY, "20:00"),
        replays=at(later(_DAILY, 1), "13:00"),
        minutes=(45, None),
    ),
    clear(
        "Ca nhạc theo yêu cầu 10h Chủ nhật; phát lại 20h thứ Tư",
        at(weekly(SUN), "10:00"),
        replays=at(later(weekly(SUN), 3), "20:00"),
    ),
    clear(
        "Trang Thiếu nhi: phát 16h30 thứ Bảy; PL: 8h Chủ nhật",
        at(weekly(SAT), "16:30"),
        replays=at(later(weekly(SAT), 1), "08:00"),
    ),
    clear(
        'Chuyên mục "Vì an ninh Tổ quốc" 20h thứ Hai, phát lại 11h thứ Ba và 17h thứ Tư',
        at(weekly(MON), "20:00"),
        replays=at(later(weekly(MON), 1), "11:00") | at(later(weekly(MON), 2), "17:00"),
    ),
    clear(
        "Kênh KG: 17h30 Chủ nhật; KG: 20h thứ Hai",
        at(weekly(SUN), "17:30") | at(weekly(MON), "20:00"),
        channel="KG",
    ),
    clear("Bản tin cuối tuần: 17h30 thứ Bảy", at(weekly(SAT), "17:30")),
    clear("Phát 3 lần/ngày: 5h, 11h, 17h", at_each(_DAILY, "05:00", "11:00", "17:00")),
    clear("Phát thanh 2 buổi/ngày (5h30 và 17h30)", at_each(_DAILY, "05:30", "17:30")),
    clear(
        "6g30, 11g30 và 18g30 mỗi ngày trừ chủ nhật",
        at_each(weekly(0, 1, 2, 3, 4, 5), "06:30", "11:30", "18:30"),
    ),
    clear(
        "Phát lúc 7 giờ sáng, 11 giờ trưa và 5 giờ chiều thứ Bảy",
        at_each(weekly(SAT), "07:00", "11:00", "17:00"),
    ),
    clear("Mỗi tháng phát 1 số vào 19h40 thứ Năm tuần thứ ba", at(in_week(THU, 3), "19:40")),
    clear(
        "2 kỳ/tháng vào thứ Năm tuần 1 và tuần 3, 20h15, phát lại 9h thứ Sáu",
        at(in_week(THU, 1) + in_week(THU, 3), "20:15"),
        replays=at(later(in_week(THU, 1) + in_week(THU, 3), 1), "09:00"),
    ),
    clear(
        "Lịch phát sóng tuần từ 6/5 đến 12/5: 19h45 hằng ngày",
        at(run(dates((5, 6))[0], dates((5, 12))[0]), "19:45"),
    ),
    asked(
        "Phát thanh xã: sáng 5h00 - 5h45; chiều 17h00 - 17h45, các ngày trong tuần",
        at_each(weekly(*WEEKDAYS), "05:00", "17:00"),
        at_each(_DAILY, "05:00", "17:00"),
    ),
    # --- newspapers
    clear("Báo ra ngày thứ Tư và thứ Bảy hằng tuần", weekly(WED, SAT)),
    clear("Tuần san ra thứ Năm", weekly(THU)),
    clear("Nguyệt san ra ngày 20 hằng tháng", monthly(20)),
    clear("Phát hành số Xuân ngày 25/1/2024", dates((1, 25))),
    clear("Cả năm 24 kỳ", quotas=((24, None, "year"),)),
    # --- power and water
    clear("Ngừng cấp điện 7h00 - 11h00 ngày 20/5/2024: ấp Hòa Bình", at(dates((5, 20)), "07:00")),
    clear("Cắt điện từ 08:00 đến 12:00 ngày 21/05/2024 để sửa chữa đường dây", at(dates((5, 21)), "08:00")),
    clear("Ngày 22/5/2024, từ 7h30 đến 16h30: mất điện khu vực xã Vĩnh Hòa", at(dates((5, 22)), "07:30")),
    clear("Thời gian mất điện: 13h - 15h30 ngày 5/6/2024. Lý do: bảo trì", at(dates((6, 5)), "13:00")),
    clear("Ghi chỉ số điện từ ngày 1 đến ngày 5 hàng tháng", periods=day_range(1, 5)),
    clear("Thu tiền nước ngày 10 - 15 hằng tháng", periods=day_range(10, 15)),
    refused("Lịch cúp điện tuần này", "tuần này"),
    # --- vaccination, health, blood
    clear(
        "Tiêm vắc xin sởi - rubella: 7h30 ngày 12, 13, 14/6/2024",
        at(dates((6, 12), (6, 13), (6, 14)), "07:30"),
    ),
    clear("Tiêm chủng thường xuyên ngày 25 hằng tháng", monthly(25)),
    clear(
        "Tiêm chủng: ngày 6, 7, 8 hằng tháng, buổi sáng từ 7h30 đến 11h",
        at(monthly(6) + monthly(7) + monthly(8), "07:30"),
    ),
    clear(
        "Hiến máu tình nguyện đợt 1: 7h ngày 24/2; đợt 2: 7h ngày 15/6", at(dates((2, 24), (6, 15)), "07:00")
    ),
    clear("Khám bệnh nhân đạo 2 ngày 18 và 19/5", dates((5, 18), (5, 19))),
    # --- markets
    clear("Chợ phiên họp vào thứ Bảy và Chủ nhật hằng tuần, từ 4h sáng", at(weekly(SAT, SUN), "04:00")),
    clear("Chợ phiên: Chủ nhật hằng tuần", weekly(SUN)),
    asked("Phiên chợ vùng cao: ngày 10, 20, 30 hằng tháng"),
    refused("Chợ phiên ngày 15 âm lịch hằng tháng", "âm lịch"),
    # --- classes, exams
    clear("Lớp 6A: sáng thứ 2, 3, 4; chiều thứ 5, 6", weekly(*WEEKDAYS)),
    clear("Tiết 1 từ 7h00, thứ Hai đến thứ Bảy", at(weekly(0, 1, 2, 3, 4, 5), "07:00")),
    clear("Học phụ đạo: chiều thứ Ba và thứ Năm, 13h30 - 16h", at(weekly(TUE, THU), "13:30")),
    clear("Lớp luyện thi: 2 lần/tuần vào thứ Ba và thứ Sáu", weekly(TUE, FRI)),
    clear("Thi học kỳ I: từ ngày 18 đến ngày 23/12/2024", periods=span((12, 18), (12, 23))),
    clear("Kiểm tra giữa kỳ tuần 2 tháng 11", periods=weeks(2, months=(11,))),
    clear("Thi vào lớp 10: ngày 3 và 4/6/2024", dates((6, 3), (6, 4))),
    clear(
        "Buổi sáng 7h30, buổi chiều 14h, các ngày 26, 27, 28/6",
        at_each(dates((6, 26), (6, 27), (6, 28)), "07:30", "14:00"),
    ),
    clear(
        "Môn Toán: 14h20 ngày 27/6/2024; môn Ngữ văn: 7h35 ngày 27/6/2024",
        at_each(dates((6, 27)), "14:20", "07:35"),
    ),
    clear("Tựu trường ngày 29/8/2024, riêng lớp 1 ngày 22/8/2024", dates((8, 29), (8, 22))),
    refused("8h hằng ngày, riêng khối 12 ngày 5/6", "riêng"),
    clear("Nghỉ hè từ 1/6 đến 31/7", periods=span((6, 1), (7, 31))),
    clear("Học sinh nghỉ Tết từ 5/2 đến 18/2", periods=span((2, 5), (2, 18))),
    clear("Hội thi Tin học trẻ: vòng sơ khảo ngày 20/4, vòng chung kết ngày 18/5", dates((4, 20), (5, 18))),
    clear(
        "Lễ khai giảng 7h30 ngày 5/9, đón học sinh lớp 1 lúc 7h ngày 30/8",
        at(dates((9, 5)), "07:30") | at(dates((8, 30)), "07:00"),
    ),
    # --- tenders, registration
    clear("Mở thầu lúc 9h00 ngày 15/7/2024", at(dates((7, 15)), "09:00")),
    clear("Thời điểm đóng thầu: 9 giờ 00 phút, ngày 15/07/2024", at(dates((7, 15)), "09:00")),
    clear(
        "Bán hồ sơ mời thầu từ 8h ngày 1/7 đến 9h ngày 15/7/2024",
        at(dates((7, 1)), "08:00"),
        minutes=(14 * 1440 + 60, None),
    ),
    clear("Phát hành hồ sơ từ ngày 5/8/2024 đến ngày 20/8/2024", periods=span((8, 5), (8, 20))),
    clear("Đấu giá: 14h30 ngày 20/8/2024 tại hội trường", at(dates((8, 20)), "14:30")),
    # --- sport, waste, traffic
    clear("CLB cầu lông: 17h-19h T3, T5, T7", at(_TTS, "17:00")),
    clear("Thu gom rác: tối thứ 3, 5, 7, từ 18h", at(_TTS, "18:00")),
    clear("Tàu chạy 7h30 thứ Hai, Tư, Sáu, CN", at(weekly(MON, WED, FRI, SUN), "07:30")),
    clear("Phà hoạt động từ 5h đến 21h hằng ngày", at(_DAILY, "05:00")),
    clear("Ca 1: 6h - 14h; ca 2: 14h - 22h hằng ngày", at_each(_DAILY, "06:00", "14:00")),
    clear(
        "Mở cửa: thứ Hai - thứ Sáu 8h-17h; thứ Bảy 8h-11h30; Chủ nhật nghỉ",
        at(weekly(0, 1, 2, 3, 4, 5), "08:00"),
    ),
    clear("Phục vụ hằng ngày từ 8h, nghỉ lễ 2/9", at(without(_DAILY, *dates((9, 2))), "08:00")),
    clear("Giải việt dã: 5h30 sáng Chủ nhật, 24/3/2024", at(dates((3, 24)), "05:30")),
    clear("Trong 6 tháng cuối năm", periods=between(7, 12)),
]
