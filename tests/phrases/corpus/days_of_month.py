"""Days of the month by number: of each month, of some months, working days, the last day."""

from __future__ import annotations

from datetime import datetime

from tests.phrases.almanac import (
    DAILY,
    FIRST_OF_QUARTERS,
    LAST_OF_QUARTERS,
    MIDDLE_OF_QUARTERS,
    WEEKDAYS,
    at,
    at_each,
    dates,
    day_range,
    monthly,
    monthly_in,
    only_in,
    weekly,
)
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import each, on

CASES: list[Case] = [
    clear(
        "Uploaded to the portal on the 10th, 20th and last day of every month",
        monthly(10) + monthly(20) + monthly(-1),
    ),
    clear("Newsletter published on the 1st and 15th of each month", monthly(1) + monthly(15)),
    clear(
        "Complaints are heard on the 10th and 25th of each month from 08:00 to 16:00",
        at(monthly(10) + monthly(25), "08:00"),
        minutes=(480, None),
    ),
    clear("The staff newsletter goes out on the last day of every month at 4pm", at(monthly(-1), "16:00")),
    clear(
        "Broadcast on the 5th and 20th of each month at 19:15",
        at(monthly(5) + monthly(20), "19:15"),
    ),
    clear(
        "The district chairman receives citizens on the 5th and 19th of every month, Room 101, "
        "tel. 0297 3812 345",
        monthly(5) + monthly(19),
    ),
    clear("Accounts close at 16:00 on the last day of each month", at(monthly(-1), "16:00")),
    clear(
        "From 08:00 on the 1st, 11th and 21st of each month",
        at(monthly(1) + monthly(11) + monthly(21), "08:00"),
    ),
    clear("Street sweeping: 1st & 15th, 6:00 AM", at(monthly(1) + monthly(15), "06:00")),
    clear("Pension day: the 29th of each month at 09:00", at(monthly(29), "09:00")),
    clear("Fees are due on the 3rd of May and June", dates((5, 3), (6, 3))),
    clear(
        "Meetings at 7pm on the 1st and 15th of April and October",
        at([*monthly(1, (4, 10)), *monthly(15, (4, 10))], "19:00"),
    ),
    clear("The 3rd of May, 7th of June and 9 July", dates((5, 3), (6, 7), (7, 9))),
    clear("Rent on the 10th of March and September 5", dates((3, 10), (9, 5))),
    clear("Meters are read between the 1st and the 5th of each month", periods=day_range(1, 5)),
    clear("Paid between the 25th and the last day of each month", periods=day_range(25, -1)),
    refused("Paid between the 10th and the 5th of each month", "between"),
    clear("5th, 15th and 25th of every month", each(5, 15, 25, year=2026), year=2026),
    clear(
        "Chair of the District People's Committee: 10th and 25th of each month, 8am, Reception Room 1",
        at(each(10, 25), "08:00"),
    ),
    clear(
        "Reception of citizens on the 10th and 25th of each month at 8:00 a.m., 2 Tran Phu Street",
        at(monthly(10) + monthly(25), "08:00"),
    ),
    clear(
        "Director: 5th, 15th and 25th of every month at 14:00",
        at(monthly(5) + monthly(15) + monthly(25), "14:00"),
    ),
    clear("Published on the 1st and 15th of each month", monthly(1) + monthly(15)),
    clear("On the last day of each month", monthly(-1)),
    clear("Rent is reviewed on the 10th of March, June, September and December", monthly(10, (3, 6, 9, 12))),
    clear(
        "On the 25th of the last month of each quarter at 08:30",
        at(monthly(25, (3, 6, 9, 12)), "08:30"),
    ),
    clear("The 20th of the last month of each quarter", each(20, months=(3, 6, 9, 12))),
    clear(
        "Council tax instalments: 1st of each month, April to December",
        each(1, months=tuple(range(4, 13)), year=2025),
        year=2025,
    ),
    clear("Magazine mailed on the 25th of January, April, July and October", monthly(25, (1, 4, 7, 10))),
    clear(
        "On the 5th of every odd month (January, March, May, July, September, November)",
        monthly(5, (1, 3, 5, 7, 9, 11)),
    ),
    clear("Issued on the first working day of July and October", dates((7, 1), (10, 1))),
    clear(
        "Chủ tịch UBND huyện tiếp công dân vào các ngày 05 và 20 hằng tháng tại Trụ sở tiếp công dân huyện, "
        "số 12 đường Trần Phú",
        monthly(5) + monthly(20),
    ),
    clear(
        "Tiêm chủng mở rộng: ngày 25 hàng tháng, sáng 7g30-11g00, chiều 13g30-16g00",
        at(monthly(25), "07:30") | at(monthly(25), "13:30"),
    ),
    clear("Bản tin ra ngày 01 và ngày 16 mỗi tháng, mỗi số 08 trang", monthly(1) + monthly(16)),
    clear("Chốt số liệu lúc 16 giờ ngày cuối cùng của tháng", at(monthly(-1), "16:00")),
    clear(
        "Cấp phát thuốc ngày 5, 15, 25 hàng tháng, 7h-11h",
        at(monthly(5) + monthly(15) + monthly(25), "07:00"),
    ),
    clear("8 giờ ngày 29 hằng tháng", at(monthly(29), "08:00")),
    clear("Tưới cây vào các ngày chẵn trong tháng", [d for d in DAILY if d.day % 2 == 0]),
    clear("8h ngày 29 hằng tháng", at(monthly(29), "08:00")),
    clear("Tiêm cho trẻ từ 6 đến 36 tháng tuổi vào 8h ngày 5 hằng tháng", at(each(5), "08:00")),
    clear("8h ngày 5 hằng tháng cho trẻ 18 tháng tuổi", at(each(5), "08:00")),
    clear("Sinh hoạt chi bộ định kỳ ngày 3 hằng tháng", monthly(3)),
    clear("Chi bộ sinh hoạt vào ngày 05 hàng tháng, lúc 14 giờ", at(monthly(5), "14:00")),
    clear("Sinh hoạt chi bộ thường kỳ: tối ngày 2 hằng tháng", monthly(2)),
    clear("Họp đảng ủy: ngày 28 hằng tháng, 7h30", at(monthly(28), "07:30")),
    clear(
        "Thời gian tiếp: sáng từ 7 giờ đến 11 giờ, chiều từ 13 giờ đến 17 giờ, ngày 15 hằng tháng",
        at_each(monthly(15), "07:00", "13:00"),
    ),
    clear("Giải ngân vào ngày 18 hằng tháng, kể cả thứ Bảy, Chủ nhật", monthly(18)),
    clear("Khóa sổ kế toán ngày cuối cùng của tháng", monthly(-1)),
    clear("Chốt sổ ngày cuối tháng", monthly(-1)),
    clear(
        "Lĩnh lương hưu ngày 3, 4, 5 hằng tháng từ 7h đến 17h",
        at(monthly(3) + monthly(4) + monthly(5), "07:00"),
    ),
    clear("Ngày 15 hàng tháng", each(15)),
    clear(
        "Chủ tịch UBND huyện tiếp công dân vào ngày 10 và ngày 25 hằng tháng tại Trụ sở Tiếp "
        "công dân huyện, số 12 đường 30/4",
        each(10, 25),
    ),
    clear(
        "Viện trưởng VKSND tỉnh tiếp công dân vào các ngày 7 và 21 hằng tháng, buổi sáng từ 8 giờ",
        at(each(7, 21), "08:00"),
    ),
    clear(
        "Tiêm vắc xin sởi cho trẻ 9 tháng tuổi: 7h30 - 11h ngày 12 hằng tháng tại Trạm Y tế",
        at(each(12), "07:30"),
    ),
    clear("Sinh hoạt chi bộ ngày 3 hằng tháng, 19 giờ", at(each(3, year=2026), "19:00"), year=2026),
    clear("Đăng vào ngày 5, 15, 25 mỗi tháng trên Cổng TTĐT tỉnh", each(5, 15, 25)),
    clear("Tiêm chủng mở rộng: ngày 10 và 11 hằng tháng tại Trạm Y tế xã", monthly(10) + monthly(11)),
    clear("7h30 - 10h30 ngày 5, 6, 7 hằng tháng", at(monthly(5) + monthly(6) + monthly(7), "07:30")),
    clear("Báo cáo tháng: ngày 22 hàng tháng", monthly(22)),
    clear("Họp giao ban vào ngày cuối cùng của tháng", monthly(-1)),
    clear("Sinh hoạt chi bộ ngày 3 hằng tháng, 14h", at(monthly(3), "14:00")),
    clear("Chốt chỉ số điện kế ngày 28 hằng tháng", monthly(28)),
    clear("Họp UBND huyện thường kỳ vào ngày 26 hằng tháng, lúc 7h30", at(monthly(26), "07:30")),
    clear(
        "Điểm giao dịch xã của Ngân hàng Chính sách: 8h - 11h ngày 18 hằng tháng, kể cả ngày nghỉ",
        at(monthly(18), "08:00"),
    ),
    clear("Ngày 8 và ngày 23 hằng tháng", monthly_in(2026, 8) + monthly_in(2026, 23), year=2026),
    clear("Mùng 5 hằng tháng (dương lịch)", monthly(5)),
    clear("Chợ phiên: ngày có số tận cùng là 5", monthly(5) + monthly(15) + monthly(25)),
    clear("Tạp chí phát hành ngày 15 hằng tháng", monthly(15)),
    clear("Bản tin nội bộ ra vào ngày 01 và ngày 16 hàng tháng", monthly(1) + monthly(16)),
    clear("Gửi tin nhắn SMS vào 9h ngày 25 hằng tháng", at(monthly(25), "09:00")),
    clear(
        "Chủ tịch UBND tỉnh tiếp công dân ngày 15 hằng tháng tại Trụ sở Tiếp công dân, số 6 Nguyễn Công Trứ",
        monthly(15),
    ),
    clear(
        "Chợ họp từ 5h đến 10h sáng các ngày 2, 7, 12, 17, 22, 27 dương lịch hằng tháng",
        at([d for n in (2, 7, 12, 17, 22, 27) for d in monthly(n)], "05:00"),
    ),
    clear("Phiên giao dịch việc làm ngày 10 và 25 hàng tháng, 8h00", at(monthly(10) + monthly(25), "08:00")),
    clear("Nguyệt san ra ngày 20 hằng tháng", monthly(20)),
    clear("Tiêm chủng thường xuyên ngày 25 hằng tháng", monthly(25)),
    clear(
        "Tiêm chủng: ngày 6, 7, 8 hằng tháng, buổi sáng từ 7h30 đến 11h",
        at(monthly(6) + monthly(7) + monthly(8), "07:30"),
    ),
    clear(
        "Chuyên trang ra ngày 5, 15 và 25 hằng tháng, khổ A3, 4 trang màu",
        monthly(5) + monthly(15) + monthly(25),
    ),
    clear("Bản tin điện tử phát hành vào ngày cuối cùng của tháng", monthly(-1)),
    clear(
        "Thực hiện Kế hoạch số 45/KH-UBND ngày 02/4/2024 của UBND tỉnh, chuyên đề lên sóng "
        "20h00 ngày 10 hằng tháng",
        at(monthly(10), "20:00"),
    ),
    clear(
        "Thường trực HĐND phường tiếp dân ngày 05 và ngày 20 hằng tháng, từ 8h00 đến 10h30",
        at(monthly(5) + monthly(20), "08:00"),
        minutes=(150, None),
    ),
    clear(
        "Tiêm chủng mở rộng ngày 10 và 11 hằng tháng, từ 7h30 đến 10h30, tại Trạm Y tế xã",
        at(monthly(10) + monthly(11), "07:30"),
        minutes=(180, None),
    ),
    clear("Giám đốc Sở tiếp công dân mỗi tháng một ngày, vào ngày 20", monthly(20)),
    clear("Chợ phiên họp các ngày 2, 12, 22 dương lịch hằng tháng", monthly(2) + monthly(12) + monthly(22)),
    clear(
        "Chi trả trợ cấp xã hội ngày 6, 7, 8 hằng tháng, sáng từ 7h30, chiều từ 13h30",
        at(monthly(6) + monthly(7) + monthly(8), "07:30") | at(monthly(6) + monthly(7) + monthly(8), "13:30"),
    ),
    clear(
        "Giao ban báo chí: 8h30 ngày 25 tháng cuối mỗi quý",
        at(monthly(25, (3, 6, 9, 12)), "08:30"),
    ),
    clear("Diễn 17h ngày 5, 10 tháng 3, 6, 9", at(monthly(5, (3, 6, 9)) + monthly(10, (3, 6, 9)), "17:00")),
    clear("Lịch tiếp công dân năm 2024 của Giám đốc Sở: ngày 15 hằng tháng", monthly(15)),
    clear("Đối chiếu công nợ ngày 25 của tháng cuối quý", monthly(25, LAST_OF_QUARTERS)),
    clear("Ngày 20 của tháng cuối quý", each(20, months=(3, 6, 9, 12))),
    clear("Báo cáo quý gửi vào ngày 15 của tháng cuối mỗi quý", monthly(15, LAST_OF_QUARTERS)),
    clear("ngày cuối cùng của mỗi quý", monthly_in(2025, -1, LAST_OF_QUARTERS), year=2025),
    clear("Phát hành vào ngày 10 của tháng đầu mỗi quý", monthly(10, FIRST_OF_QUARTERS)),
    clear("Đối thoại với doanh nghiệp: ngày 13 của tháng thứ hai mỗi quý", monthly(13, MIDDLE_OF_QUARTERS)),
    clear("Trưởng ban Pháp chế tiếp công dân ngày 10 của tháng đầu mỗi quý", monthly(10, (1, 4, 7, 10))),
    clear(
        "Lịch tiếp công dân tháng 6/2024: ngày 04, 11, 18, 25 (thứ Ba), từ 7 giờ 30 phút đến 11 giờ 30 phút",
        {datetime(2024, 6, d, 7, 30) for d in (4, 11, 18, 25)},
        minutes=(240, None),
    ),
    clear("Báo cáo quý gửi về Phòng Nội vụ vào ngày 15 của tháng cuối quý", monthly(15, (3, 6, 9, 12))),
    clear("Tiếp công dân thường xuyên vào giờ hành chính các ngày làm việc trong tuần", weekly(*WEEKDAYS)),
    clear(
        "Hỗ trợ quyết toán thuế: từ 01/3 đến 31/3, các ngày làm việc trong tuần, 8g00-17g00",
        at(only_in(weekly(*WEEKDAYS), 3), "08:00"),
    ),
    clear(
        "Khóa sổ lúc 15h ngày làm việc cuối cùng của quý",
        at(dates((3, 29), (6, 28), (9, 30), (12, 31)), "15:00"),
    ),
    clear("Ngày làm việc đầu tiên của các tháng 6, 7, 8", on((6, 3), (7, 1), (8, 1))),
    clear(
        "Đối chiếu số liệu vào ngày làm việc cuối cùng của tháng 3, tháng 6, tháng 9 và tháng 12",
        dates((3, 29), (6, 28), (9, 30), (12, 31)),
    ),
    clear(
        "Giao ban đầu tháng: 8 giờ ngày làm việc đầu tiên của tháng 2, tháng 6 và tháng 12",
        at(dates((2, 1), (6, 3), (12, 2)), "08:00"),
    ),
]
