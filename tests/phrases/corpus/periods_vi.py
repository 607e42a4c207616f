"""Vietnamese periods without days of their own: weeks, months, quarters, from a date to a date."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    ALL,
    LAST_OF_QUARTERS,
    QUARTERS,
    between,
    day_range,
    span,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import months_whole, part, quarters

CASES: list[Case] = [
    clear(
        "Tổ chức tập huấn nghiệp vụ cho cán bộ Đoàn cơ sở trong quý II và quý IV/2024",
        periods=between(4, 6) | between(10, 12),
    ),
    clear(
        "Chi trả trợ cấp bảo trợ xã hội từ ngày 05 đến ngày 10 hằng tháng tại nhà văn hóa khu phố 3",
        periods=day_range(5, 10),
    ),
    clear(
        "Treo pa nô, băng rôn từ ngày 15/4 đến hết ngày 15/5/2024 trên các tuyến đường chính.",
        periods={(date(2024, 4, 15), date(2024, 5, 15))},
    ),
    clear("Hội nghị sơ kết 6 tháng: tuần cuối tháng 6/2024", periods=weeks(-1, months=(6,))),
    clear("Thời gian thực hiện: từ tháng 3 đến tháng 11/2024", periods=between(3, 11)),
    clear("Đăng tải thường xuyên trên Cổng TTĐT tỉnh và Trang TTĐT các sở, ngành"),
    clear(
        "Kỳ họp Hội đồng: lần 1 từ 9-11/7, lần 2 từ 10-12/12",
        periods={(date(2024, 7, 9), date(2024, 7, 11)), (date(2024, 12, 10), date(2024, 12, 12))},
    ),
    clear(
        "Tuần lễ đầu tháng 5 và tuần lễ cuối tháng 11",
        periods=weeks(1, months=(5,)) | weeks(-1, months=(11,)),
    ),
    clear("6 tháng cuối năm 2024", periods=between(7, 12)),
    clear(
        "Chuyên trang: tháng 2 và tháng 8; phóng sự: tháng 4, tháng 7, tháng 10",
        periods=whole_months(2, 4, 7, 8, 10),
    ),
    clear(
        "10 ngày cuối tháng 5 là đợt cao điểm tuyên truyền",
        periods={(date(2024, 5, 22), date(2024, 5, 31))},
    ),
    clear(
        "Ngày 3-5 hằng tháng: thu tiền nước tại tổ 4, khóm 2",
        periods=day_range(3, 5),
    ),
    clear(
        "Tháng 2/2024 đến tháng 4/2024 và tháng 9 đến tháng 11/2024", periods=between(2, 4) | between(9, 11)
    ),
    clear("Triển lãm mở cửa từ thứ Ba 16/7 đến Chủ nhật 28/7", periods=span((7, 16), (7, 28))),
    clear(
        "3 ngày đầu mỗi quý",
        periods={(date(2024, month, 1), date(2024, month, 3)) for month in (1, 4, 7, 10)},
    ),
    clear("Tháng 10: hội nghị, tháng 11: hội thi", periods=between(10, 10) | between(11, 11)),
    clear("Tuần 2 tháng 5 (8-14/5)", periods={(date(2024, 5, 8), date(2024, 5, 14))}),
    clear("Sinh hoạt chuyên đề mỗi quý 1 lần", periods=QUARTERS),
    clear("Lịch công tác tuần 20 (từ ngày 13/5 đến ngày 17/5/2024)", periods=span((5, 13), (5, 17))),
    clear("Trong tuần thứ hai của tháng 5", periods=weeks(2, months=(5,))),
    clear("Trong tuần 3 hằng tháng", periods=weeks(3)),
    clear("Trong tuần đầu tháng 9", periods=weeks(1, months=(9,))),
    clear("Ngày 25 đến ngày cuối tháng", periods=day_range(25, -1)),
    clear("Từ ngày 25 đến ngày cuối tháng", periods=day_range(25, -1)),
    clear("Khám tuyển nghĩa vụ quân sự: từ ngày 01/11 đến ngày 31/12/2024", periods=span((11, 1), (12, 31))),
    clear("Lấy ý kiến Nhân dân từ ngày 3/6 đến hết ngày 3/7/2024", periods=span((6, 3), (7, 3))),
    clear(
        "Chi trả trợ cấp xã hội từ ngày 5 đến ngày 10 hằng tháng",
        periods={(date(2024, m, 5), date(2024, m, 10)) for m in ALL},
    ),
    clear("Công khai dự toán ngân sách trong quý I", periods=quarters(1)),
    clear(
        "Sửa chữa đường Lê Lợi, đoạn từ số nhà 15 đến số nhà 89, từ 10/9 đến 25/10",
        periods=span((9, 10), (10, 25)),
    ),
    clear("Trong tháng 10/2024 (hưởng ứng Ngày Chuyển đổi số quốc gia 10/10)", periods=months_whole(10)),
    clear("Tuần 1, tuần 3 hàng tháng", periods=part(1, 3)),
    clear("Từ tháng 3 đến tháng 11/2024, mỗi tháng 01 trang chuyên đề", periods=months_whole(*range(3, 12))),
    clear("Tháng 6 và tháng 12", periods=months_whole(6, 12)),
    clear(
        "Tuyên truyền cao điểm từ ngày 01/9 đến ngày 10/10/2025",
        periods=span((9, 1), (10, 10), 2025),
        year=2025,
    ),
    clear("Quý 3/2025", periods=quarters(3, year=2025), year=2025),
    clear("Tuần 2 các tháng 2, 4, 6", periods=part(2, months=(2, 4, 6))),
    clear("Tháng 02 - tháng 11/2026", periods=span((2, 1), (11, 30), 2026), year=2026),
    clear(
        "Sở Thông tin và Truyền thông phối hợp Báo tỉnh đăng 01 trang chuyên đề cải cách "
        "hành chính vào tuần cuối của các "
        "tháng 3, 6, 9, 12 theo Kế hoạch số 45/KH-UBND ngày 12/01/2024 của UBND tỉnh",
        periods=part(-1, months=(3, 6, 9, 12)),
    ),
    clear(
        "Tiêm vắc xin phòng dại cho chó mèo từ ngày 15/3 đến ngày 15/4/2024", periods=span((3, 15), (4, 15))
    ),
    clear("Thu hồ sơ từ ngày 01 đến ngày 10 hằng tháng", periods=day_range(1, 10)),
    clear("Chi trả lương hưu từ ngày 2 đến ngày 10 hằng tháng", periods=day_range(2, 10)),
    clear("Chiến dịch Mùa hè xanh từ 02/6 đến 28/7/2024", periods=span((6, 2), (7, 28))),
    clear("Tháng 3 và tháng 10", periods=whole_months(3, 10)),
    clear("Tuần 4 tháng 3", periods=weeks(4, months=(3,))),
    clear("Kỳ họp thường lệ giữa năm: từ ngày 9 đến ngày 11/7/2024", periods=span((7, 9), (7, 11))),
    clear("Quý I và Quý III", periods=between(1, 3) | between(7, 9)),
    clear("Quý 4/2024", periods=between(10, 12)),
    clear("6 tháng cuối năm", periods=between(7, 12)),
    clear("Từ quý II đến quý IV năm 2024", periods=between(4, 12)),
    clear(
        "Căn cứ Công văn số 45/STTTT-BCVT ngày 12/01/2024, tuyên truyền trong tháng 5 và tháng 11",
        periods=whole_months(5, 11),
    ),
    clear("Tuần thứ 3 của tháng cuối mỗi quý", periods=weeks(3, months=LAST_OF_QUARTERS)),
    clear("Tháng 4 - tháng 6", periods=between(4, 6)),
    clear("Từ 01/7/2025 đến 31/12/2025", periods=span((7, 1), (12, 31), 2025), year=2025),
    clear("Tháng 9 năm 2026", periods={(date(2026, 9, 1), date(2026, 9, 30))}, year=2026),
    clear("Tháng hành động vì an toàn thực phẩm: từ 15/4 đến 15/5", periods=span((4, 15), (5, 15))),
    clear("Tuần lễ hưởng ứng học tập suốt đời 01 - 07/10/2024", periods=span((10, 1), (10, 7))),
    clear("Chuyên trang nửa trang A4, đăng vào tuần 2 và tuần 4 hằng tháng", periods=weeks(2, 4)),
    clear(
        "Vào tuần đầu của tháng 3, tháng 6, tháng 9 và tháng 12", periods=weeks(1, months=LAST_OF_QUARTERS)
    ),
    clear("Hội chợ thương mại diễn ra từ ngày 18/10 đến ngày 24/10/2024", periods=span((10, 18), (10, 24))),
    clear("Triển lãm ảnh từ 20/4 đến hết ngày 5/5/2024", periods=span((4, 20), (5, 5))),
    clear("Ghi chỉ số điện từ ngày 1 đến ngày 5 hàng tháng", periods=day_range(1, 5)),
    clear("Thu tiền nước ngày 10 - 15 hằng tháng", periods=day_range(10, 15)),
    clear("Thi học kỳ I: từ ngày 18 đến ngày 23/12/2024", periods=span((12, 18), (12, 23))),
    clear("Kiểm tra giữa kỳ tuần 2 tháng 11", periods=weeks(2, months=(11,))),
    clear("Phát hành hồ sơ từ ngày 5/8/2024 đến ngày 20/8/2024", periods=span((8, 5), (8, 20))),
    clear("Trong 6 tháng cuối năm", periods=between(7, 12)),
    clear(
        "Treo banner tuyên truyền trên trang chủ Cổng thông tin điện tử huyện từ ngày "
        "15/4/2024 đến ngày 30/6/2024.",
        periods={(date(2024, 4, 15), date(2024, 6, 30))},
    ),
    clear("Từ quý II đến quý IV", periods=between(4, 12)),
    clear("Quý I và quý III/2024", periods=between(1, 3) | between(7, 9)),
    clear(
        "Tuần lễ thứ ba của tháng 9, tuần lễ thứ hai của tháng 11",
        periods=weeks(3, months=(9,)) | weeks(2, months=(11,)),
    ),
    clear("Đợt 1: từ 01/3 đến 31/3; đợt 2: từ 01/9 đến 30/9", periods=whole_months(3, 9)),
    clear("Định kỳ mỗi tháng một lần", periods=whole_months(*ALL)),
    clear("6 tháng cuối năm 2024; đơn vị chủ trì: Sở Thông tin và Truyền thông", periods=between(7, 12)),
    clear(
        "Treo 50 băng rôn trên các tuyến đường chính từ ngày 25/4 đến hết ngày 07/5",
        periods={(date(2024, 4, 25), date(2024, 5, 7))},
    ),
    clear("Chốt số điện từ ngày 01 đến ngày 05 hằng tháng", periods=day_range(1, 5)),
    clear("Thời gian nhận hồ sơ: 01/8 - 31/8/2024 (trong giờ hành chính)", periods=whole_months(8)),
    clear(
        "Họp BCĐ định kỳ hằng quý", periods=between(1, 3) | between(4, 6) | between(7, 9) | between(10, 12)
    ),
    clear(
        "Nhân kỷ niệm 79 năm Cách mạng tháng Tám, treo cờ Tổ quốc từ ngày 18/8 đến ngày 03/9",
        periods={(date(2024, 8, 18), date(2024, 9, 3))},
    ),
    clear(
        "Hội thi “Dân vận khéo” cấp huyện tổ chức trong quý III, kinh phí dự kiến 45.000.000 đồng",
        periods=between(7, 9),
    ),
    clear(
        "Phun thuốc diệt muỗi: đợt I từ 15 - 17/5, đợt II từ 12 - 14/8",
        periods={(date(2024, 5, 15), date(2024, 5, 17)), (date(2024, 8, 12), date(2024, 8, 14))},
    ),
    clear("Sơ kết 6 tháng đầu năm và 6 tháng cuối năm", periods=between(1, 6) | between(7, 12)),
    clear(
        "Kiểm tra an toàn thực phẩm: tuần 2 tháng 4, tuần 3 tháng 8 và tuần 1 tháng 12",
        periods=weeks(2, months=(4,)) | weeks(3, months=(8,)) | weeks(1, months=(12,)),
    ),
    clear("Giám sát chuyên đề: 6 tháng đầu năm", periods=between(1, 6)),
    clear(
        "Triển lãm ảnh “Biển đảo quê hương” mở từ 2 đến 9 tháng 9, 60 tác phẩm",
        periods={(date(2024, 9, 2), date(2024, 9, 9))},
    ),
    clear(
        "Kiểm tra cuối học kỳ I từ ngày 23/12 đến ngày 28/12",
        periods={(date(2024, 12, 23), date(2024, 12, 28))},
    ),
]
