"""Vietnamese calendars of offices: party cells, citizens' reception, reports, accounts, military service."""

from __future__ import annotations

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
    dates,
    day_range,
    in_week,
    monthly,
    span,
    weekly,
    weeks,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

_DAILY = weekly(*range(7))
_LAST_OF_QUARTERS = (3, 6, 9, 12)
_WEEKS_OF_JUNE = {
    (first, last)
    for day, end in ((1, 2), (3, 9), (10, 16), (17, 23), (24, 30))
    for first, last in span((6, day), (6, end))
}

CASES: list[Case] = [
    # --- party cells, meetings
    clear("Sinh hoạt chi bộ định kỳ ngày 3 hằng tháng", monthly(3)),
    clear("Chi bộ sinh hoạt vào ngày 05 hàng tháng, lúc 14 giờ", at(monthly(5), "14:00")),
    clear("Sinh hoạt chuyên đề mỗi quý 1 lần", periods=QUARTERS),
    clear("Sinh hoạt chi bộ thường kỳ: tối ngày 2 hằng tháng", monthly(2)),
    clear("Họp đảng ủy: ngày 28 hằng tháng, 7h30", at(monthly(28), "07:30")),
    clear("Đại hội chi bộ: 7h ngày 15/3/2024", at(dates((3, 15)), "07:00")),
    clear("Họp thôn 19h ngày 20/4", at(dates((4, 20)), "19:00")),
    clear("Thứ Hai, ngày 13/5: 7h30 chào cờ; 8h họp giao ban", at_each(dates((5, 13)), "07:30", "08:00")),
    clear(
        "Sáng 13/5: 8h họp; chiều 14/5: 14h tiếp dân",
        at(dates((5, 13)), "08:00") | at(dates((5, 14)), "14:00"),
    ),
    clear("8h00 - Thứ Hai - 13/5/2024", at(dates((5, 13)), "08:00")),
    clear("Vào hồi 14 giờ 00 ngày 20/6/2024 (thứ Năm)", at(dates((6, 20)), "14:00")),
    clear("Thời gian: 01 ngày (25/5/2024), bắt đầu lúc 7h30", at(dates((5, 25)), "07:30")),
    clear("Lịch công tác tuần 20 (từ ngày 13/5 đến ngày 17/5/2024)", periods=span((5, 13), (5, 17))),
    clear(
        "Hội thao: 14h ngày 1/9 khai mạc, 16h ngày 2/9 bế mạc",
        at(dates((9, 1)), "14:00") | at(dates((9, 2)), "16:00"),
    ),
    refused("Lịch công tác tuần 20"),
    refused("Trực từ 17h hôm trước đến 7h hôm sau"),
    clear("Trực từ 17h thứ Sáu đến 7h thứ Hai hằng tuần", at(weekly(FRI), "17:00"), minutes=(62 * 60, None)),
    # --- citizens' reception
    clear(
        "Tiếp công dân vào các ngày thứ Năm của tuần thứ hai và thứ tư trong tháng",
        in_week(THU, 2) + in_week(THU, 4),
    ),
    clear("Lịch tiếp công dân năm 2024 của Giám đốc Sở: ngày 15 hằng tháng", monthly(15)),
    clear("Tiếp công dân thường xuyên vào giờ hành chính các ngày làm việc trong tuần", weekly(*WEEKDAYS)),
    clear(
        "Buổi sáng: 7h30 - 11h30; buổi chiều: 13h30 - 17h00 từ thứ Hai đến thứ Sáu",
        at_each(weekly(*WEEKDAYS), "07:30", "13:30"),
    ),
    clear("Tiếp công dân: Bí thư ngày 5, Chủ tịch ngày 15 hằng tháng", monthly(5) + monthly(15)),
    clear(
        "Chủ tịch: ngày 15 hằng tháng; các Phó Chủ tịch: ngày 5 và ngày 25 hằng tháng",
        monthly(15) + monthly(5) + monthly(25),
    ),
    clear("Thứ Ba tuần 2: Chủ tịch; thứ Ba tuần 4: Phó Chủ tịch", in_week(TUE, 2) + in_week(TUE, 4)),
    clear(
        "Thời gian tiếp: sáng từ 7 giờ đến 11 giờ, chiều từ 13 giờ đến 17 giờ, ngày 15 hằng tháng",
        at_each(monthly(15), "07:00", "13:00"),
    ),
    clear("Ngày thứ Năm tuần thứ 2 hàng tháng", in_week(THU, 2)),
    clear("Vào thứ Hai của tuần thứ nhất và tuần thứ ba hằng tháng", in_week(MON, 1) + in_week(MON, 3)),
    clear("Tối thứ Tư đầu tiên hằng tháng", in_week(WED, 1)),
    clear(
        "8h sáng ngày 5 và 14h chiều ngày 20 hằng tháng", at(monthly(5), "08:00") | at(monthly(20), "14:00")
    ),
    clear("chiều thứ sáu hằng tuần, bắt đầu từ 14 giờ", at(weekly(FRI), "14:00")),
    clear("Giải ngân vào ngày 18 hằng tháng, kể cả thứ Bảy, Chủ nhật", monthly(18)),
    refused("Làm việc thứ Hai đến thứ Sáu, kể cả thứ Bảy", "kể cả"),
    clear("Trong tuần thứ hai của tháng 5", periods=weeks(2, months=(5,))),
    clear("Trong tuần 3 hằng tháng", periods=weeks(3)),
    clear("Trong tuần đầu tháng 9", periods=weeks(1, months=(9,))),
    clear("Thứ Tư trong tuần 2 hằng tháng, 8h", at(in_week(WED, 2), "08:00")),
    clear(
        "Tuần 1: thứ Hai; tuần 2: thứ Ba; tuần 3: thứ Tư; tuần 4: thứ Năm",
        in_week(MON, 1) + in_week(TUE, 2) + in_week(WED, 3) + in_week(THU, 4),
    ),
    clear("Cả năm 24 kỳ phát sóng", quotas=((24, None, "year"),)),
    clear("1 bài/tuần từ 1/6 đến 30/6", quotas=((1, "bài", "week"),), periods=_WEEKS_OF_JUNE),
    refused("Tuần lẻ: thứ Hai; tuần chẵn: thứ Ba", "Tuần lẻ"),
    refused("Thứ Bảy tuần lẻ, 8h", "tuần lẻ"),
    asked("Lãnh đạo trực ngày lẻ"),
    # --- reports, accounts
    clear("Báo cáo định kỳ 6 tháng (ngày 15/6) và năm (ngày 15/12)", dates((6, 15), (12, 15))),
    clear("Báo cáo 6 tháng (15/6), báo cáo năm (15/12)", dates((6, 15), (12, 15))),
    clear(
        "Ngày 20 hằng tháng (báo cáo tháng), ngày 20 tháng cuối quý (báo cáo quý)",
        monthly(20),
    ),
    refused("Báo cáo tháng gửi ngày 20, báo cáo quý gửi ngày 20 tháng cuối quý"),
    clear("Khóa sổ kế toán ngày cuối cùng của tháng", monthly(-1)),
    clear("Chốt sổ ngày cuối tháng", monthly(-1)),
    clear("Kiểm kê tài sản 0 giờ ngày 01/01", at(dates((1, 1)), "00:00")),
    clear("Đối chiếu công nợ ngày 25 của tháng cuối quý", monthly(25, _LAST_OF_QUARTERS)),
    clear("Ngày 25 đến ngày cuối tháng", periods=day_range(25, -1)),
    clear("Định kỳ 2 tháng/lần, vào ngày 15 của tháng chẵn", monthly(15, (2, 4, 6, 8, 10, 12))),
    clear("Từ ngày 25 đến ngày cuối tháng", periods=day_range(25, -1)),
    clear(
        "Lĩnh lương hưu ngày 3, 4, 5 hằng tháng từ 7h đến 17h",
        at(monthly(3) + monthly(4) + monthly(5), "07:00"),
    ),
    refused("Từ ngày 16 tháng trước đến ngày 15 tháng này"),
    # --- military service
    clear("Khám tuyển nghĩa vụ quân sự: từ ngày 01/11 đến ngày 31/12/2024", periods=span((11, 1), (12, 31))),
    clear("Lễ giao nhận quân: sáng ngày 26 tháng 02 năm 2024", dates((2, 26))),
    clear("Sơ tuyển nghĩa vụ quân sự ngày 10 và 11 tháng 10", dates((10, 10), (10, 11))),
    # --- days of every year
    clear("Ngày 22/12 hằng năm, 8h", at(dates((12, 22)), "08:00")),
    clear("Chủ nhật cuối cùng của tháng 10 hằng năm", in_week(SUN, -1, (10,))),
    clear("Nhân dịp kỷ niệm Ngày 27/7: 20h ngày 26/7", at(dates((7, 26)), "20:00")),
    clear("Cấp căn cước lưu động: 8h thứ Bảy, ngày 18/5", at(dates((5, 18)), "08:00")),
    clear("Thứ 7 và CN hàng tuần vào lúc 9h và 15h", at_each(weekly(SAT, SUN), "09:00", "15:00")),
    clear(
        "Từ 15/4 đến 15/10: 6h30; từ 16/10 đến 31/12: 7h",
        at([d for d in _DAILY if (4, 15) <= (d.month, d.day) <= (10, 15)], "06:30")
        | at([d for d in _DAILY if (d.month, d.day) >= (10, 16)], "07:00"),
    ),
]
