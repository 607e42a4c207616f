"""Vietnamese titles and occasions with words of time in them, beside a rule that is whole without them."""

from __future__ import annotations

from tests.phrases.almanac import (
    DAILY,
    FRI,
    LAST_OF_QUARTERS,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    at,
    dates,
    in_week,
    monthly,
    run,
    span,
    weekly,
)
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    # --- the title's weekday is the rule's
    clear(
        "Ngày Chủ nhật đỏ: 7h30 Chủ nhật đầu tiên của tháng 1 và tháng 7",
        at(in_week(SUN, 1, (1, 7)), "07:30"),
    ),
    clear("Ngày thứ Bảy văn minh đô thị: sáng thứ Bảy tuần 1 hằng tháng", in_week(SAT, 1)),
    clear('Phong trào "Ngày Chủ nhật xanh": 6h30 Chủ nhật tuần 2 hằng tháng', at(in_week(SUN, 2), "06:30")),
    clear(
        "Mô hình Ngày thứ Sáu nghe dân nói: 14h thứ Sáu tuần cuối hằng tháng", at(in_week(FRI, -1), "14:00")
    ),
    clear("Ngày thứ Năm đọc sách, 15h thứ Năm hằng tuần", at(weekly(THU), "15:00")),
    clear("Ra quân Ngày Chủ nhật xanh, 6h ngày 26/5/2024", at(dates((5, 26)), "06:00")),
    clear("Chủ nhật xanh: 6h Chủ nhật tuần 4 hằng tháng", at(in_week(SUN, 4), "06:00")),
    clear("Chương trình Cà phê thứ Bảy: 8h thứ Bảy hằng tuần", at(weekly(SAT), "08:00")),
    clear(
        "Giao lưu văn nghệ tối thứ Bảy: 19h30 thứ Bảy tuần 2 và tuần 4",
        at(in_week(SAT, 2) + in_week(SAT, 4), "19:30"),
    ),
    clear("Ngày thứ 7 tình nguyện: 7h30 thứ 7 tuần 2 hằng tháng", at(in_week(SAT, 2), "07:30")),
    clear("Ngày Thứ Sáu không giấy tờ: thứ Sáu hằng tuần", weekly(FRI)),
    refused("Ngày thứ Bảy tình nguyện: 8h00 Chủ nhật hằng tuần, trừ thứ Bảy"),
    # --- a part of the day that the hour of 24 does not need
    clear("Chợ đêm Rạch Giá: 17h30 - 22h30 hằng ngày", at(DAILY, "17:30")),
    clear("Chợ đêm phố cổ 18h00 - 23h00 thứ Sáu", at(weekly(FRI), "18:00")),
    clear("Phố đi bộ đêm: 19h - 23h thứ Sáu, thứ Bảy", at(weekly(FRI, SAT), "19:00")),
    clear("Lớp đêm: 18h - 21h thứ Hai, thứ Tư, thứ Sáu", at(weekly(MON, WED, FRI), "18:00")),
    clear("Bản tin trưa: 11h30 thứ Hai đến thứ Sáu", at(weekly(*WEEKDAYS), "11:30")),
    refused("Bản tin tối: 6h15 và 18h15 hằng ngày"),
    clear("Bản tin tối: 7h30 hằng ngày", at(DAILY, "19:30")),
    clear("Bản tin thứ Hai: 6h", at(weekly(MON), "06:00")),
    clear("Lớp thứ Bảy: 8h hằng tuần", at(weekly(SAT), "08:00")),
    # --- a period that the rule says again
    clear("Báo cáo quý: ngày 15 tháng cuối quý", monthly(15, LAST_OF_QUARTERS)),
    clear("Báo cáo tuần: 16h thứ Sáu hằng tuần", at(weekly(FRI), "16:00")),
    clear("Báo cáo năm: ngày 10/12", dates((12, 10))),
    clear("Giao ban tháng: 8h thứ Sáu tuần 4 hằng tháng", at(in_week(FRI, 4), "08:00")),
    clear("Giao ban tuần: 7h30 thứ Hai", at(weekly(MON), "07:30")),
    clear("Họp giao ban tháng: ngày 28 hằng tháng, 14h", at(monthly(28), "14:00")),
    clear("Tiếp dân tuần: thứ Tư hằng tuần", weekly(WED)),
    refused("Giao ban quý: ngày 5 hằng tháng"),
    refused("Giao ban quý: ngày 5"),
    refused("Giao ban tháng: thứ Sáu"),
    # --- a place in a period, where the rule says the day
    clear("Hội ý đầu tuần: 7h15 thứ Hai", at(weekly(MON), "07:15")),
    clear("7h30 thứ Hai: Chào cờ đầu tuần", at(weekly(MON), "07:30")),
    clear("Giao ban cuối tháng: 14h ngày 25 hằng tháng", at(monthly(25), "14:00")),
    clear("Giao ban đầu tháng: 8h thứ Hai đầu tiên của tháng", at(in_week(MON, 1), "08:00")),
    clear("Chào cờ đầu tháng: 7h thứ Hai tuần 1 hằng tháng", at(in_week(MON, 1), "07:00")),
    clear("Văn nghệ cuối tuần: 20h thứ Bảy hằng tuần", at(weekly(SAT), "20:00")),
    clear("Họp mặt cuối năm: 17h ngày 28/12/2024", at(dates((12, 28)), "17:00")),
    clear("Hội nghị sơ kết 6 tháng đầu năm: 8h ngày 5/7", at(dates((7, 5)), "08:00")),
    clear("14h ngày 11/7/2024: Hội nghị sơ kết 6 tháng đầu năm", at(dates((7, 11)), "14:00")),
    clear("Hội nghị sơ kết 6 tháng đầu năm 14h ngày 11/7/2024", at(dates((7, 11)), "14:00")),
    clear("Sơ kết quý III: 14h ngày 4/10/2024", at(dates((10, 4)), "14:00")),
    clear("8h ngày 5/4: Hội nghị sơ kết quý I", at(dates((4, 5)), "08:00")),
    clear("Tổng kết năm 2023: 8h ngày 15/1/2024", at(dates((1, 15)), "08:00")),
    clear("Kỳ họp giữa năm: ngày 9, 10, 11/7", dates((7, 9), (7, 10), (7, 11))),
    clear("Kỳ họp thường lệ cuối năm: từ ngày 4/12 đến ngày 6/12/2024", periods=span((12, 4), (12, 6))),
    refused("Kiểm tra giữa kỳ kỳ tuần 2 tháng 11"),
    refused("Họp chi bộ tháng 3: 14h ngày 5/4", "tháng 3"),
    refused("Họp giao ban thứ Hai đầu tuần, chi đoàn thứ Hai tuần 2 lúc 8h"),
    # --- campaigns, weeks and months with names
    clear("Chiến dịch Mùa hè xanh: từ 1/6 đến 31/7", periods=span((6, 1), (7, 31))),
    clear("Lễ hội mùa xuân: từ ngày 15/2 đến ngày 20/2", periods=span((2, 15), (2, 20))),
    clear(
        "Lớp bơi mùa hè: 6h thứ Ba, thứ Năm từ ngày 4/6 đến ngày 29/8",
        at([d for d in run(dates((6, 4))[0], dates((8, 29))[0]) if d.weekday() in (TUE, THU)], "06:00"),
    ),
    clear("Tuần lễ áo dài từ ngày 1/3 đến ngày 8/3", periods=span((3, 1), (3, 8))),
    clear("Tuần lễ Văn hóa đọc: từ ngày 15/4 đến ngày 21/4/2024", periods=span((4, 15), (4, 21))),
    clear("Tuần lễ Biển và Hải đảo Việt Nam từ 1/6 đến 8/6", periods=span((6, 1), (6, 8))),
    clear("Tuần lễ Quốc gia nước sạch và vệ sinh môi trường: 29/4 - 6/5/2024", periods=span((4, 29), (5, 6))),
    clear("Tháng cao điểm an toàn giao thông: từ 1/9 đến 30/9", periods=span((9, 1), (9, 30))),
    clear("Tháng Nhân đạo từ 1/5 đến 31/5/2024", periods=span((5, 1), (5, 31))),
    clear("Tháng Công nhân (1/5 - 31/5)", periods=span((5, 1), (5, 31))),
    clear("Đêm hội trăng rằm: 19h ngày 16/9/2024", at(dates((9, 16)), "19:00")),
]
