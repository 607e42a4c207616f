"""Vietnamese premieres and replays: the same day, days later, on weekdays of their own."""

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
    at,
    dates,
    following,
    in_week,
    in_week_in,
    later,
    only_in,
    weekly,
)
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import daily, each, every, nth, on

CASES: list[Case] = [
    clear(
        "Phát thanh Măng non – 11g15 thứ Bảy từ tháng 2 đến tháng 5, phát lại 17g15 cùng ngày "
        "và 6g15 sáng hôm sau",
        at(only_in(weekly(SAT), 2, 3, 4, 5), "11:15"),
        replays=at(only_in(weekly(SAT), 2, 3, 4, 5), "17:15")
        | at(later(only_in(weekly(SAT), 2, 3, 4, 5), 1), "06:15"),
    ),
    clear(
        "Truyền hình Thanh niên: 20h30 thứ tư, tuần 2 và tuần 4 hằng tháng; phát lại 10h00 thứ Sáu cùng tuần",
        at(in_week(WED, 2) + in_week(WED, 4), "20:30"),
        replays=at(later(in_week(WED, 2) + in_week(WED, 4), 2), "10:00"),
    ),
    clear(
        "Trực tiếp lúc 20 giờ 10 phút tối 18/5 trên VTV8 và kênh QRT; phát lại 9 giờ sáng 19/5",
        at(dates((5, 18)), "20:10"),
        replays=at(dates((5, 19)), "09:00"),
    ),
    clear(
        "Phát sóng 17h15 thứ Năm tuần 2; phát lại 8h15 thứ Bảy cùng tuần, 20h15 Chủ nhật cùng tuần",
        at(in_week(THU, 2), "17:15"),
        replays=at(later(in_week(THU, 2), 2), "08:15") | at(later(in_week(THU, 2), 3), "20:15"),
    ),
    clear(
        "Chương trình số 45: phát 9h30 ngày 10/8, phát lại 21h30 cùng ngày",
        at(dates((8, 10)), "09:30"),
        replays=at(dates((8, 10)), "21:30"),
    ),
    clear(
        "Chuyên mục Hội Nông dân: 5g15 thứ tư hằng tuần; phát lại 11g15 và 17g15 cùng ngày",
        at(weekly(WED), "05:15"),
        replays=at(weekly(WED), "11:15") | at(weekly(WED), "17:15"),
    ),
    clear(
        "20h thứ Bảy 16/3, phát lại 10h Chủ nhật 24/3",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại Chủ nhật 24/3 lúc 10h",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại 10h Chủ nhật, ngày 24/3",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại 10h ngày 24/3 (Chủ nhật)",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại 10h ngày 24/3, Chủ nhật",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại 10h Chủ nhật (24/3)",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00"),
    ),
    clear(
        "20h ngày 16/3/2024, phát lại: Chủ nhật ngày 24/3/2024, 10h",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại 10h Chủ nhật 24/3 và 15h thứ Hai 25/3",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00") | at(on((3, 25)), "15:00"),
    ),
    clear(
        "20h ngày 16/3, phát lại 10h Chủ nhật, 15h ngày 25/3",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 17)), "10:00") | at(on((3, 25)), "15:00"),
    ),
    refused("20h ngày 16/3, phát lại thứ Hai 24/3 lúc 10h"),
    refused("20h ngày 16/3, phát lại 10h Chủ nhật và ngày 25/3", "ngày 25/3"),
    refused("20h ngày 16/3, phát lại 10h Chủ nhật, 24/3 15h"),
    refused("20h ngày 16/3, phát lại 10h sáng Chủ nhật tuần sau 24/3"),
    clear(
        "20h ngày 16/3, phát lại Chủ nhật 17/3 và Chủ nhật 24/3 lúc 10h",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 17), (3, 24)), "10:00"),
    ),
    refused("20h thứ Bảy hằng tuần, phát lại 10h Chủ nhật 24/3"),
    clear(
        "20h ngày 16/3, phát lại 10h và 15h Chủ nhật 24/3",
        at(on((3, 16)), "20:00"),
        replays=at(on((3, 24)), "10:00") | at(on((3, 24)), "15:00"),
    ),
    refused("20h ngày 16/3, phát lại 10h Chủ nhật 24/3, 15h thứ Hai", "thứ Hai"),
    asked("20h ngày 16/3, phát lại 10h ngày hôm sau (thứ Hai 17/3)"),
    clear(
        "8h thứ Hai, phát lại 7h thứ Ba, thứ Tư 9h",
        at(every(MON), "08:00"),
        replays=at(later(every(MON), 1), "07:00") | at(later(every(MON), 2), "09:00"),
    ),
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
    clear(
        "Phát sóng lúc 18h45 ngày 15 và ngày 28 hàng tháng trên kênh truyền hình tỉnh; phát "
        "lại 5h30 ngày hôm sau",
        at(each(15, 28), "18:45"),
        replays=at(later(each(15, 28), 1), "05:30"),
    ),
    clear(
        "Tạp chí phát thanh 15 phút: 5h30 Chủ nhật hằng tuần, phát lại lúc 17h cùng ngày",
        at(every(SUN), "05:30"),
        replays=at(every(SUN), "17:00"),
    ),
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
    clear(
        "08h00 ngày 19/8: tọa đàm trực tiếp “Xây dựng chính quyền số”; phát lại 21h00 cùng ngày",
        at(on((8, 19)), "08:00"),
        replays=at(on((8, 19)), "21:00"),
    ),
    clear(
        "17h45 thu Nam hang tuan, phat lai 6h15 thu Bay",
        at(every(THU), "17:45"),
        replays=at(later(every(THU), 2), "06:15"),
    ),
    clear(
        "Thời sự 18h30 hàng ngày; phát lại 22h cùng ngày", at(daily(), "18:30"), replays=at(daily(), "22:00")
    ),
    clear(
        "Ca nhạc theo yêu cầu - 9h00 Chủ nhật, phát lại 15h00 thứ Tư (từ 3/3 đến 31/5)",
        at(every(SUN, a=(3, 3), b=(5, 31)), "09:00"),
        replays=at(later(every(SUN, a=(3, 3), b=(5, 31)), 3), "15:00"),
    ),
    clear(
        "Kể chuyện cảnh giác: 20h20 thứ Năm hàng tuần, phát lại 12h30 thứ Sáu và 16h30 thứ Bảy",
        at(every(THU), "20:20"),
        replays=at(later(every(THU), 1), "12:30") | at(later(every(THU), 2), "16:30"),
    ),
    clear(
        "Phim tài liệu 4 tập “Ký ức tháng Tư”: 20h05 các ngày 21, 22, 23, 24/4/2025 trên "
        "kênh VTV1, phát lại 9h ngày hôm sau",
        at(daily((4, 21), (4, 24), 2025), "20:05"),
        replays=at(daily((4, 22), (4, 25), 2025), "09:00"),
        year=2025,
    ),
    clear(
        "Giai điệu quê hương - 21 giờ thứ Bảy cuối cùng của tháng; phát lại 8 giờ sáng Chủ nhật",
        at(nth(SAT, -1), "21:00"),
        replays=at(later(nth(SAT, -1), 1), "08:00"),
    ),
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
        "Chủ nhật tuần 2, 9h00, phát lại 15h00 thứ Tư",
        at(in_week_in(2026, SUN, 2), "09:00"),
        replays=at(later(in_week_in(2026, SUN, 2), 3), "15:00"),
        year=2026,
    ),
    clear(
        "Phát 19h thứ Bảy tuần 4, phát lại vào Chủ nhật cùng giờ",
        at(in_week(SAT, 4), "19:00"),
        replays=at(later(in_week(SAT, 4), 1), "19:00"),
    ),
    clear(
        "19h45 thứ Tư hằng tuần trên kênh KG1, phát lại 6h15 thứ Năm và 11h30 thứ Sáu",
        at(weekly(WED), "19:45"),
        replays=at(later(weekly(WED), 1), "06:15") | at(later(weekly(WED), 2), "11:30"),
    ),
    clear(
        "Phát sóng lúc 17g45 ngày thứ Ba hàng tuần; phát lại 21g cùng ngày",
        at(weekly(TUE), "17:45"),
        replays=at(weekly(TUE), "21:00"),
    ),
    clear(
        "17h45' các ngày thứ Hai, thứ Tư, thứ Sáu hằng tuần, phát lại 5h30 sáng hôm sau và 21h cùng ngày",
        at(weekly(MON, WED, FRI), "17:45"),
        replays=at(later(weekly(MON, WED, FRI), 1), "05:30") | at(weekly(MON, WED, FRI), "21:00"),
    ),
    clear(
        "Bản tin Thời sự tối phát lúc 18h30 hằng ngày, phát lại 22h cùng ngày",
        at(DAILY, "18:30"),
        replays=at(DAILY, "22:00"),
    ),
    clear(
        "Phóng sự 15 phút, phát 18h45 thứ Bảy tuần cuối của tháng trên sóng THKG, phát lại 9h sáng hôm sau",
        at(in_week(SAT, -1), "18:45"),
        replays=at(later(in_week(SAT, -1), 1), "09:00"),
    ),
    clear(
        "20:00 Chủ nhật hằng tuần, phát lại 14:00 thứ Hai",
        at(weekly(SUN), "20:00"),
        replays=at(later(weekly(SUN), 1), "14:00"),
    ),
    clear(
        "Phim tài liệu phát sóng lúc 21h00 ngày 30/4/2024 trên kênh KG, phát lại 15h00 ngày 01/5/2024",
        at(dates((4, 30)), "21:00"),
        replays=at(dates((5, 1)), "15:00"),
    ),
    clear(
        "Chương trình phát thanh 30 phút, phát lúc 6 giờ 30 sáng Chủ nhật hằng tuần trên sóng FM 99,4 MHz, "
        "phát lại 16 giờ 30 cùng ngày",
        at(weekly(SUN), "06:30"),
        replays=at(weekly(SUN), "16:30"),
    ),
    clear(
        "Phim truyện: 20h00 - 20h45 hằng ngày, phát lại 13h hôm sau",
        at(DAILY, "20:00"),
        replays=at(later(DAILY, 1), "13:00"),
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
        "2 kỳ/tháng vào thứ Năm tuần 1 và tuần 3, 20h15, phát lại 9h thứ Sáu",
        at(in_week(THU, 1) + in_week(THU, 3), "20:15"),
        replays=at(later(in_week(THU, 1) + in_week(THU, 3), 1), "09:00"),
    ),
    clear(
        "Chuyên mục “Cải cách hành chính” phát sóng lúc 17 giờ 45 phút thứ Tư tuần 3 hằng "
        "tháng, thời lượng 12 phút/chuyên mục, phát lại 6 giờ 00 phút ngày hôm sau.",
        at(in_week(WED, 3), "17:45"),
        replays=at(later(in_week(WED, 3), 1), "06:00"),
        minutes=(12, None),
    ),
    clear(
        "Chuyen muc Phap luat va doi song: 19h50 thu nam tuan thu 2 va tuan thu 4 hang thang, "
        "phat lai 11h30 ngay hom sau",
        at(in_week(THU, 2) + in_week(THU, 4), "19:50"),
        replays=at(later(in_week(THU, 2) + in_week(THU, 4), 1), "11:30"),
    ),
    clear(
        "Truyền hình trực tiếp lễ kỷ niệm lúc 8h00 ngày 20/10/2024; phát lại 20h00 cùng ngày",
        {datetime(2024, 10, 20, 8, 0)},
        replays={datetime(2024, 10, 20, 20, 0)},
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
    clear(
        "Phóng sự dự thi phát ngày 12/11 lúc 20h15, phát lại 8h15 và 14h15 ngày 13/11",
        {datetime(2024, 11, 12, 20, 15)},
        replays={datetime(2024, 11, 13, 8, 15), datetime(2024, 11, 13, 14, 15)},
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
        "Kết nối nông thôn: 16 giờ 30 các ngày thứ Ba, thứ Năm, thứ Bảy; phát lại lúc 21 giờ 15 cùng ngày",
        at(weekly(TUE, THU, SAT), "16:30"),
        replays=at(weekly(TUE, THU, SAT), "21:15"),
    ),
    clear(
        "Ký sự miền Tây: 19h00 thứ Bảy (PL: 9h00 Chủ nhật)",
        at(weekly(SAT), "19:00"),
        replays=at(weekly(SUN), "09:00"),
    ),
    clear(
        "Lịch phát: 03/6, 10/6, 17/6, 24/6 – 14h00; phát lại sau 2 ngày, 9h00",
        {datetime(2024, 6, d, 14, 0) for d in (3, 10, 17, 24)},
        replays={datetime(2024, 6, d, 9, 0) for d in (5, 12, 19, 26)},
    ),
    clear(
        "Trò chuyện cuối tuần, tối thứ Sáu 21h10, dài 40 phút; phát lại 10h20 sáng thứ Bảy",
        at(weekly(FRI), "21:10"),
        replays=at(weekly(SAT), "10:20"),
        minutes=(40, None),
    ),
    # The count is that of what is on the air, replays and all.
    clear(
        "Chương trình phát 2 lần/tuần: 20h thứ Hai, phát lại 11h thứ Bảy",
        at(weekly(MON), "20:00"),
        replays=at(following(weekly(MON), SAT), "11:00"),
    ),
    refused("Chương trình phát 3 lần/tuần: 20h thứ Hai, phát lại 11h thứ Bảy", "3 lần/tuần"),
]
