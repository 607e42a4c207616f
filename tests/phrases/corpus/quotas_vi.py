"""Vietnamese counts in a period, and the targets of plans."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import (
    ALL,
    DAILY,
    FRI,
    MON,
    QUARTERS,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    at_each,
    between,
    dates,
    days_of,
    in_week,
    monthly,
    run,
    span,
    weekly,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear
from tests.phrases.in_year import daily, every, nth, quarters

CASES: list[Case] = [
    clear(
        "Chuyên mục Cải cách hành chính: mỗi tháng 02 số, phát vào tuần thứ nhất và tuần thứ ba.",
        periods=weeks(1, 3),
    ),
    clear(
        "Xe loa lưu động: 02 đợt/năm (đợt 1: tháng 4; đợt 2: tháng 10)",
        periods=whole_months(4, 10),
    ),
    clear("Mỗi quý 01 hội nghị báo cáo viên", periods=QUARTERS, quotas=((1, "hội nghị", "quarter"),)),
    clear(
        "Tổ chức 02 lớp tập huấn: lớp 1 ngày 11-12/4, lớp 2 ngày 17-18/10",
        periods={
            (date(2024, 4, 11), date(2024, 4, 12)),
            (date(2024, 10, 17), date(2024, 10, 18)),
        },
    ),
    clear("Bản tin Mặt trận: tháng 1, 4, 7, 10 – mỗi tháng 1 số", periods=whole_months(1, 4, 7, 10)),
    clear(
        "Trong năm 2024",
        periods=whole_months(*ALL),
        target="12 chuyên mục/năm (1 chuyên mục/tháng)",
    ),
    clear("Quý I và quý III", periods=between(1, 3) | between(7, 9), target="2 tọa đàm/năm"),
    clear("Đăng 3 kỳ vào các ngày 8, 15 và 22 tháng 3", dates((3, 8), (3, 15), (3, 22))),
    clear(
        "6 tháng đầu năm: mỗi tháng 1 buổi, vào thứ Sáu tuần 3",
        in_week(FRI, 3, (1, 2, 3, 4, 5, 6)),
    ),
    clear(
        "Quý III: 01 hội thảo; Quý IV: 01 hội nghị tổng kết",
        periods=between(7, 9) | between(10, 12),
    ),
    clear("Báo in: 04 kỳ, đăng ngày 10 các tháng 3, 5, 8, 11", monthly(10, (3, 5, 8, 11))),
    clear(
        "Mỗi ngày 3 lần: 6g, 11g, 17g",
        at(DAILY, "06:00") | at(DAILY, "11:00") | at(DAILY, "17:00"),
    ),
    clear(
        "- Tháng 4: tọa đàm, 01 số\n- Tháng 8: phóng sự, 01 số\n- Tháng 12: bản tin tổng kết",
        periods=whole_months(4, 8, 12),
    ),
    clear(
        "Phát 06 kỳ trong năm vào thứ Tư tuần 2 các tháng chẵn, 17h00",
        at(in_week(WED, 2, (2, 4, 6, 8, 10, 12)), "17:00"),
    ),
    clear("Phát trong 5 ngày, từ 22/12 đến 26/12, lúc 18 giờ 15", at(days_of(12)[21:26], "18:15")),
    clear("mỗi quý 01 hội nghị", periods=QUARTERS),
    clear("hằng quý tổ chức một lần", periods=QUARTERS),
    clear("mỗi tháng 1 số trong quý III", periods=whole_months(7, 8, 9)),
    clear("1 chuyên đề/tháng từ tháng 3 đến tháng 5", periods=whole_months(3, 4, 5)),
    clear("mỗi năm 1 hội nghị", periods=between(1, 12)),
    clear("2 số/tháng", periods=(), quotas=((2, "số", "month"),)),
    asked("6 tháng một báo cáo", whole_months(1, 7), whole_months(6, 12)),
    clear("Mỗi tháng 2 lần, lần 1 ngày 5, lần 2 ngày 20", monthly(5) + monthly(20)),
    clear("12 kỳ, ngày 10 hằng tháng", monthly(10)),
    clear(
        "Trưng bày trong 10 ngày, từ 20/11 đến 29/11",
        periods={(date(2024, 11, 20), date(2024, 11, 29))},
    ),
    clear("Tập huấn 02 ngày: 15 và 16/5, sáng 7h30", at(dates((5, 15), (5, 16)), "07:30")),
    clear("Thời gian: 01 ngày (25/5/2024), bắt đầu lúc 7h30", at(dates((5, 25)), "07:30")),
    clear("Cả năm 24 kỳ phát sóng", quotas=((24, None, "year"),)),
    clear(
        "1 bài/tuần từ 1/6 đến 30/6",
        quotas=((1, "bài", "week"),),
        periods=(
            span((6, 1), (6, 2))
            | span((6, 3), (6, 9))
            | span((6, 10), (6, 16))
            | span((6, 17), (6, 23))
            | span((6, 24), (6, 30))
        ),
    ),
    clear("Niêm yết danh sách 15 ngày, từ ngày 2/5 đến ngày 16/5", periods=span((5, 2), (5, 16))),
    clear("Quý II, quý IV: mỗi quý 01 phóng sự (15 phút)", periods=quarters(2, 4)),
    clear("01 clip/quý, thời lượng 3 phút", periods=quarters(1, 2, 3, 4)),
    clear("Mỗi tuần 02 chuyên mục, phát vào 19h50 thứ Hai và thứ Năm", at(every(MON, THU), "19:50")),
    clear("Từ 05/6/2024 đến 30/6/2024, mỗi ngày 1 spot, phát lúc 18h55", at(daily((6, 5), (6, 30)), "18:55")),
    clear(
        "Mỗi tháng 02 kỳ vào thứ Tư tuần 1 và thứ Tư tuần 3, khung giờ 18h30-18h45",
        at(nth(WED, 1, 3, year=2026), "18:30"),
        year=2026,
    ),
    clear(
        "Phim hoạt hình: 7h00 và 17h00 từ ngày 1 đến ngày 30 tháng 6, mỗi ngày 2 tập",
        at(daily((6, 1), (6, 30)), "07:00") | at(daily((6, 1), (6, 30)), "17:00"),
    ),
    clear("Khám sức khỏe người cao tuổi trong 3 ngày 5, 6, 7/3", dates((3, 5), (3, 6), (3, 7))),
    clear(
        "Tập huấn 02 ngày: 21/5 và 22/5/2024, sáng 8h, chiều 13h30",
        at_each(dates((5, 21), (5, 22)), "08:00", "13:30"),
    ),
    clear("Lễ hội diễn ra trong 3 ngày, từ ngày 26 đến ngày 28/8/2024", periods=span((8, 26), (8, 28))),
    clear("Võ thuật: 3 buổi/tuần, 17h30 các ngày T3, T5, T7", at(weekly(TUE, THU, SAT), "17:30")),
    clear("Quý một, quý ba: mỗi quý 01 cuộc", periods=between(1, 3) | between(7, 9)),
    clear(
        "Mỗi tháng 2 kỳ, vào lúc 19h30 Chủ nhật tuần 1 và tuần 3",
        at(in_week(SUN, 1) + in_week(SUN, 3), "19:30"),
    ),
    clear(
        "Hệ thống truyền thanh xã: mỗi ngày 2 buổi, buổi sáng lúc 5 giờ, buổi chiều lúc 17 giờ",
        at_each(DAILY, "05:00", "17:00"),
    ),
    clear(
        "Phát trên Đài Truyền thanh các xã, phường từ ngày 10/6 đến ngày 20/6/2024, 2 lần/ngày lúc "
        "5h15 và 17h15",
        at_each(run(date(2024, 6, 10), date(2024, 6, 20)), "05:15", "17:15"),
    ),
    clear("Đặc san ra 2 số/năm: số 1 ngày 3/2, số 2 ngày 2/9", dates((2, 3), (9, 2))),
    clear("1 số/quý", periods=QUARTERS),
    clear("02 tin/tháng", quotas=((2, "tin", "month"),)),
    clear("4 bài/năm", quotas=((4, "bài", "year"),)),
    clear(
        "Tiếp công dân định kỳ 02 ngày/tháng, vào ngày 10 và ngày 25 hằng tháng, bắt đầu từ 8 giờ",
        at(monthly(10) + monthly(25), "08:00"),
    ),
    clear("Phát 3 lần/ngày: 5h, 11h, 17h", at_each(DAILY, "05:00", "11:00", "17:00")),
    clear("Phát thanh 2 buổi/ngày (5h30 và 17h30)", at_each(DAILY, "05:30", "17:30")),
    clear("Mỗi tháng phát 1 số vào 19h40 thứ Năm tuần thứ ba", at(in_week(THU, 3), "19:40")),
    clear("Cả năm 24 kỳ", quotas=((24, None, "year"),)),
    clear("Khám bệnh nhân đạo 2 ngày 18 và 19/5", dates((5, 18), (5, 19))),
    clear("Lớp luyện thi: 2 lần/tuần vào thứ Ba và thứ Sáu", weekly(TUE, FRI)),
    clear(
        "Đăng 02 số/tháng (24 số/năm), mỗi số 1/2 trang, vào tuần đầu và tuần cuối của tháng; "
        "kinh phí 72.000.000 đồng",
        periods=weeks(1, -1),
    ),
    clear("Tháng 3, 6, 9, 12: mỗi tháng phát hành 01 bản tin", periods=whole_months(3, 6, 9, 12)),
    clear(
        "Từ tháng 3 đến hết tháng 11/2024, mỗi tháng 01 bài trên báo in", periods=whole_months(*range(3, 12))
    ),
    clear("Trong năm 2024", periods=whole_months(*ALL), target="01 clip/tháng"),
    clear(
        "Phát 3 số: 17/5, 14/6 và 12/7 (đều vào thứ Sáu), lúc 19g45",
        {datetime(2024, 5, 17, 19, 45), datetime(2024, 6, 14, 19, 45), datetime(2024, 7, 12, 19, 45)},
    ),
    clear("Đài PT-TH tỉnh: 02 tọa đàm, vào tháng 5 và tháng 7", periods=whole_months(5, 7)),
    clear(
        "Ngày 15 hằng tháng, từ tháng 3 đến tháng 11, đăng 01 bài trên trang 3 báo in",
        monthly(15, tuple(range(3, 12))),
    ),
    clear(
        "Phát thanh 2 buổi/tuần: 6h30 sáng thứ Ba và 18h30 chiều thứ Sáu",
        at(weekly(TUE), "06:30") | at(weekly(FRI), "18:30"),
    ),
    clear("Các tháng 2, 4 - 6 và 10: mỗi tháng 01 bài", periods=whole_months(2, 4, 5, 6, 10)),
    clear(
        "Ngày 27 tháng 2 và ngày 27 tháng 7 năm 2024, mỗi ngày 01 phóng sự ảnh (12 ảnh)",
        {date(2024, 2, 27), date(2024, 7, 27)},
    ),
    clear(
        "Ba kỳ, vào các ngày 08/3, 20/10 và 25/11 năm 2024",
        {date(2024, 3, 8), date(2024, 10, 20), date(2024, 11, 25)},
    ),
    clear("Thường xuyên trong năm", target="39 bài"),
    clear("Quý II", periods=between(4, 6), target="01 cuộc thi"),
    clear(
        "Mỗi tháng phát sóng 02 kỳ vào 20h00 ngày 8 và ngày 22; đơn vị phối hợp: Báo, Đài và "
        "12 huyện, thành phố",
        at(monthly(8) + monthly(22), "20:00"),
    ),
    clear("Xây dựng 01 phóng sự (15 phút), thực hiện trong quý III/2024", periods=between(7, 9)),
    clear("Thường xuyên, 04 tin bài/tháng"),
    clear(
        "Mỗi quý một chương trình giao lưu, tổng kinh phí 120 triệu đồng",
        periods=between(1, 3) | between(4, 6) | between(7, 9) | between(10, 12),
    ),
    clear("Tháng 8/2024 - tháng 10/2024: sản xuất 01 tiểu phẩm dài 10 phút", periods=between(8, 10)),
    clear(
        "Quý 2, quý 4: mỗi quý 01 cuộc thi trực tuyến (giải thưởng 15.000.000đ/cuộc)",
        periods=between(4, 6) | between(10, 12),
    ),
    clear("Tiếp định kỳ 02 ngày/tháng: ngày 01 và ngày 15", monthly(1) + monthly(15)),
    clear(
        "Nhập học lớp 1: 22 – 23/8, mang theo 02 ảnh 3x4", periods={(date(2024, 8, 22), date(2024, 8, 23))}
    ),
]
