"""A fourth round of sentences by an independent writer, in Vietnamese: stations, loudspeakers, newspapers,
portals, citizens' reception, waste, markets and libraries. None was seen while the reader was written.
"""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
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
    at_each,
    but,
    dates,
    in_week,
    later,
    monthly,
    only_in,
    run,
    span,
    weekly,
    weeks,
    without,
)
from tests.phrases.corpus.case import Case, clear

Q_FIRST = (1, 4, 7, 10)
Q_MID = (2, 5, 8, 11)
Q_LAST = (3, 6, 9, 12)
DAILY = weekly(*range(7))
SAT_LAST = in_week(SAT, -1)
W = weekly(WED)
MWF = weekly(MON, WED, FRI)

CASES: list[Case] = [
    # --- Đài PT-TH tỉnh: television
    clear(
        "19h45 thứ Tư hằng tuần trên kênh KG1, phát lại 6h15 thứ Năm và 11h30 thứ Sáu",
        at(W, "19:45"),
        replays=at(later(W, 1), "06:15") | at(later(W, 2), "11:30"),
    ),
    clear(
        "Chuyên mục Dân hỏi - Chính quyền trả lời: 20h15 thứ Sáu tuần 2 và tuần 4 hằng tháng, thời "
        "lượng 15 phút",
        at(in_week(FRI, 2) + in_week(FRI, 4), "20:15"),
    ),
    clear(
        "Phát sóng lúc 17g45 ngày thứ Ba hàng tuần; phát lại 21g cùng ngày",
        at(weekly(TUE), "17:45"),
        replays=at(weekly(TUE), "21:00"),
    ),
    clear(
        "17h45' các ngày thứ Hai, thứ Tư, thứ Sáu hằng tuần, phát lại 5h30 sáng hôm sau và 21h cùng ngày",
        at(MWF, "17:45"),
        replays=at(later(MWF, 1), "05:30") | at(MWF, "21:00"),
    ),
    clear(
        "Bản tin Thời sự tối phát lúc 18h30 hằng ngày, phát lại 22h cùng ngày",
        at(DAILY, "18:30"),
        replays=at(DAILY, "22:00"),
    ),
    clear(
        "Tọa đàm truyền hình: 20 giờ thứ Năm tuần thứ 3 của tháng 4, tháng 8 và tháng 12",
        at(in_week(THU, 3, (4, 8, 12)), "20:00"),
    ),
    clear(
        "Mỗi tháng 2 kỳ, vào lúc 19h30 Chủ nhật tuần 1 và tuần 3",
        at(in_week(SUN, 1) + in_week(SUN, 3), "19:30"),
    ),
    clear(
        "Phóng sự 15 phút, phát 18h45 thứ Bảy tuần cuối của tháng trên sóng THKG, phát lại 9h sáng hôm sau",
        at(SAT_LAST, "18:45"),
        replays=at(later(SAT_LAST, 1), "09:00"),
    ),
    clear("Từ 18h45 đến 19h00 các ngày thứ Hai, thứ Năm hằng tuần", at(weekly(MON, THU), "18:45")),
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
        "Truyền hình trực tiếp lễ khai mạc: 19 giờ 30 phút, ngày 19 tháng 5 năm 2024",
        at(dates((5, 19)), "19:30"),
    ),
    clear("Thứ 7 tuần 2 hàng tháng, 20h30, kênh KG", at(in_week(SAT, 2), "20:30"), channel="KG"),
    clear(
        "Chuyên đề Pháp luật và đời sống (15-20 phút/chương trình), 18h00 thứ Năm tuần 1 hằng tháng",
        at(in_week(THU, 1), "18:00"),
        minutes=(15, 20),
    ),
    clear(
        "Khung giờ 11h15 và 17h15 từ thứ Hai đến thứ Sáu hằng tuần",
        at_each(weekly(*WEEKDAYS), "11:15", "17:15"),
    ),
    # --- radio
    clear(
        "Trên sóng FM 99,4 MHz: 5h30 sáng các ngày thứ Ba, thứ Năm, thứ Bảy hằng tuần",
        at(weekly(TUE, THU, SAT), "05:30"),
    ),
    clear(
        "Chương trình phát thanh 30 phút, phát lúc 6 giờ 30 sáng Chủ nhật hằng tuần trên sóng FM 99,4 MHz, "
        "phát lại 16 giờ 30 cùng ngày",
        at(weekly(SUN), "06:30"),
        replays=at(weekly(SUN), "16:30"),
    ),
    clear(
        "Bản tin giá cả thị trường: 11h45 trưa hằng ngày, trừ Chủ nhật",
        at(weekly(MON, TUE, WED, THU, FRI, SAT), "11:45"),
    ),
    clear("Câu chuyện truyền thanh, 7 rưỡi tối thứ Bảy hằng tuần", at(weekly(SAT), "19:30")),
    clear("5 giờ chiều thứ Sáu hằng tuần", at(weekly(FRI), "17:00")),
    clear(
        "Tiếng Khmer: 5h00 - 5h30 và 18h00 - 18h30 hằng ngày",
        at_each(DAILY, "05:00", "18:00"),
    ),
    clear(
        "10h30 thứ Hai; 15h30 thứ Tư; 20h30 thứ Sáu hằng tuần",
        at(weekly(MON), "10:30") | at(W, "15:30") | at(weekly(FRI), "20:30"),
    ),
    # --- commune loudspeakers
    clear(
        "Sáng từ 5h00 đến 6h00, chiều từ 17h00 đến 18h00 hằng ngày",
        at_each(DAILY, "05:00", "17:00"),
    ),
    clear(
        "Hệ thống truyền thanh xã: mỗi ngày 2 buổi, buổi sáng lúc 5 giờ, buổi chiều lúc 17 giờ",
        at_each(DAILY, "05:00", "17:00"),
    ),
    clear("Loa phường phát lúc 16h45, T2 - T6", at(weekly(*WEEKDAYS), "16:45")),
    clear(
        "Đài truyền thanh xã phát vào 6h00 sáng thứ hai, thứ tư, thứ sáu hàng tuần",
        at(MWF, "06:00"),
    ),
    clear("CN: 6h30; T2-T7: 5h30", at(weekly(SUN), "06:30") | at(weekly(0, 1, 2, 3, 4, 5), "05:30")),
    clear(
        "Phát trên Đài Truyền thanh các xã, phường từ ngày 10/6 đến ngày 20/6/2024, 2 lần/ngày lúc "
        "5h15 và 17h15",
        at_each(run(date(2024, 6, 10), date(2024, 6, 20)), "05:15", "17:15"),
    ),
    clear("Thứ ba và thứ sáu, 17g15", at(weekly(TUE, FRI), "17:15")),
    clear(
        "Bản tin an toàn giao thông phát trên loa truyền thanh lúc 17 giờ 30 phút thứ Bảy và Chủ "
        "nhật hằng tuần",
        at(weekly(SAT, SUN), "17:30"),
    ),
    # --- newspapers, supplements, journals
    clear("Báo ra vào thứ Ba, thứ Năm và thứ Bảy hằng tuần", weekly(TUE, THU, SAT)),
    clear("Phụ trương xuất bản số 1 ngày 5 và số 2 ngày 20 hằng tháng", monthly(5) + monthly(20)),
    clear("Đăng số báo thứ Sáu tuần cuối hằng tháng", in_week(FRI, -1)),
    clear("Chuyên trang nửa trang A4, đăng vào tuần 2 và tuần 4 hằng tháng", periods=weeks(2, 4)),
    clear("Tạp chí phát hành ngày 15 hằng tháng", monthly(15)),
    clear("Phát hành vào ngày 10 của tháng đầu mỗi quý", monthly(10, Q_FIRST)),
    clear("Đặc san ra 2 số/năm: số 1 ngày 3/2, số 2 ngày 2/9", dates((2, 3), (9, 2))),
    clear("Bản tin nội bộ ra vào ngày 01 và ngày 16 hàng tháng", monthly(1) + monthly(16)),
    clear("Vào tuần đầu của tháng 3, tháng 6, tháng 9 và tháng 12", periods=weeks(1, months=Q_LAST)),
    clear("1 số/quý", periods=QUARTERS),
    clear("02 tin/tháng", quotas=((2, "tin", "month"),)),
    clear("4 bài/năm", quotas=((4, "bài", "year"),)),
    # --- portals, fan pages, SMS
    clear("Đăng tải lên Cổng thông tin điện tử thành phố vào thứ Hai hằng tuần", weekly(MON)),
    clear("Fanpage Tỉnh đoàn: đăng bài lúc 20h00 thứ Ba và thứ Sáu hằng tuần", at(weekly(TUE, FRI), "20:00")),
    clear("Gửi tin nhắn SMS vào 9h ngày 25 hằng tháng", at(monthly(25), "09:00")),
    clear("Infographic đăng ngày 26/3, 30/4, 19/5 và 2/9", dates((3, 26), (4, 30), (5, 19), (9, 2))),
    # --- citizen reception
    clear(
        "Chủ tịch UBND tỉnh tiếp công dân ngày 15 hằng tháng tại Trụ sở Tiếp công dân, số 6 Nguyễn Công Trứ",
        monthly(15),
    ),
    clear("Lịch tiếp công dân của Chủ tịch UBND xã: sáng thứ Năm hằng tuần", weekly(THU)),
    clear(
        "Tiếp công dân định kỳ 02 ngày/tháng, vào ngày 10 và ngày 25 hằng tháng, bắt đầu từ 8 giờ",
        at(monthly(10) + monthly(25), "08:00"),
    ),
    clear(
        "Bí thư Huyện ủy tiếp dân vào thứ Năm tuần thứ hai của tháng, từ 7h30 đến 11h30",
        at(in_week(THU, 2), "07:30"),
    ),
    clear(
        "Tiếp công dân sáng thứ Ba (từ 7 giờ 30 phút đến 11 giờ), phòng 102, nhà A2, điện thoại "
        "0297.3862.145",
        at(weekly(TUE), "07:30"),
    ),
    clear(
        "Ngày 20 hằng tháng; nếu trùng vào ngày nghỉ thì tiếp vào ngày làm việc tiếp theo",
        dates(
            (1, 22),
            (2, 20),
            (3, 20),
            (4, 22),
            (5, 20),
            (6, 20),
            (7, 22),
            (8, 20),
            (9, 20),
            (10, 21),
            (11, 20),
            (12, 20),
        ),
    ),
    clear(
        "Chủ tịch HĐND tiếp công dân ngày 5 hằng tháng, nếu trùng thứ Bảy, Chủ nhật thì chuyển sang "
        "thứ Hai kế tiếp",
        dates(
            (1, 5), (2, 5), (3, 5), (4, 5), (5, 6), (6, 5), (7, 5), (8, 5), (9, 5), (10, 7), (11, 5), (12, 5)
        ),
    ),
    clear(
        "Sáng: từ 7h00 đến 11h00, chiều: từ 13h00 đến 17h00, từ thứ Hai đến thứ Sáu",
        at_each(weekly(*WEEKDAYS), "07:00", "13:00"),
    ),
    clear(
        "Bộ phận Một cửa làm việc sáng thứ Bảy hằng tuần, từ 7 giờ 30 đến 11 giờ 30",
        at(weekly(SAT), "07:30"),
    ),
    clear(
        "Theo Quyết định số 1234/QĐ-UBND ngày 5/2/2024, Giám đốc Sở tiếp công dân vào chiều thứ Tư "
        "tuần 1 và tuần 3 hằng tháng",
        in_week(WED, 1) + in_week(WED, 3),
    ),
    clear("Đối thoại với doanh nghiệp: ngày 13 của tháng thứ hai mỗi quý", monthly(13, Q_MID)),
    clear("14h30 các ngày thứ Ba tuần 2 và tuần 4", at(in_week(TUE, 2) + in_week(TUE, 4), "14:30")),
    clear(
        "Luật sư tư vấn miễn phí 8h-11h thứ Bảy tuần đầu hằng tháng",
        at(in_week(SAT, 1), "08:00"),
    ),
    # --- waste collection, environment
    clear("Thu gom rác thải sinh hoạt vào các ngày thứ 2, thứ 4, thứ 6", MWF),
    clear(
        "Rác tái chế: 17h - 18h30 thứ Ba và thứ Năm; rác cồng kềnh: 8h sáng thứ Bảy cuối cùng của tháng",
        at(weekly(TUE, THU), "17:00") | at(in_week(SAT, -1), "08:00"),
    ),
    clear("Thu gom pin cũ ngày 5/6/2024 tại UBND phường An Hòa", dates((6, 5))),
    clear("Tổng vệ sinh môi trường vào 6h30 sáng thứ Bảy tuần 1 hằng tháng", at(in_week(SAT, 1), "06:30")),
    clear(
        "Ra quân Ngày Chủ nhật xanh: Chủ nhật tuần cuối tháng 3, tháng 6, tháng 9",
        in_week(SUN, -1, (3, 6, 9)),
    ),
    clear(
        "Diệt lăng quăng chiều thứ Sáu hằng tuần từ tháng 5 đến tháng 10",
        only_in(weekly(FRI), 5, 6, 7, 8, 9, 10),
    ),
    clear(
        "Rác hữu cơ thứ Hai, Tư, Sáu, Bảy; rác vô cơ thứ Ba, Năm",
        weekly(MON, TUE, WED, THU, FRI, SAT),
    ),
    # --- markets, fairs
    clear("Chợ phiên họp vào Chủ nhật hằng tuần", weekly(SUN)),
    clear(
        "Chợ họp từ 5h đến 10h sáng các ngày 2, 7, 12, 17, 22, 27 dương lịch hằng tháng",
        at([d for n in (2, 7, 12, 17, 22, 27) for d in monthly(n)], "05:00"),
    ),
    clear("Chợ đêm: 18h00 - 23h00 thứ Sáu, thứ Bảy, Chủ nhật", at(weekly(FRI, SAT, SUN), "18:00")),
    clear("Hội chợ thương mại diễn ra từ ngày 18/10 đến ngày 24/10/2024", periods=span((10, 18), (10, 24))),
    clear(
        "Phiên chợ nông sản sạch: 6h sáng thứ Bảy tuần 2 và tuần 4 mỗi tháng, tại số 12 đường Trần Phú",
        at(in_week(SAT, 2) + in_week(SAT, 4), "06:00"),
    ),
    clear("Phiên giao dịch việc làm ngày 10 và 25 hàng tháng, 8h00", at(monthly(10) + monthly(25), "08:00")),
    # --- library, museum
    clear(
        "Thư viện mở cửa từ 7h30 đến 20h00, từ thứ Ba đến Chủ nhật",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN), "07:30"),
    ),
    clear(
        "Bảo tàng mở cửa tất cả các ngày trong tuần trừ thứ Hai, 8:00-17:00",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN), "08:00"),
    ),
    clear(
        "Mở cửa hằng ngày từ 7h30 đến 17h, nghỉ Tết Dương lịch 1/1",
        at(without(DAILY, date(2024, 1, 1)), "07:30"),
    ),
    clear(
        "Phòng đọc thiếu nhi: 14h thứ Tư và 8h thứ Bảy, từ tháng 6 đến tháng 8",
        at(only_in(W, 6, 7, 8), "14:00") | at(only_in(weekly(SAT), 6, 7, 8), "08:00"),
    ),
    clear("Kể chuyện sách: 9h sáng Chủ nhật đầu tiên của tháng", at(in_week(SUN, 1), "09:00")),
    clear("Miễn phí vé tham quan ngày 18/5 và ngày 23/11", dates((5, 18), (11, 23))),
    clear(
        "Xe thư viện lưu động phục vụ thứ Năm tuần 2 hằng tháng, trừ tháng 7 và tháng 8",
        in_week(THU, 2, but(7, 8)),
    ),
    clear("Triển lãm ảnh từ 20/4 đến hết ngày 5/5/2024", periods=span((4, 20), (5, 5))),
]
