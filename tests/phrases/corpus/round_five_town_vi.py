"""The fifth round in Vietnamese goes on: reception of citizens, notices, and sentences that need care."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import ALL, FRI, MON, SAT, SUN, THU, TUE, WED, WEEKDAYS, at
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import (
    daily,
    each,
    every,
    fortnightly,
    months_whole,
    nth,
    on,
    quarters,
    span,
    to_monday,
    without,
)

RECEPTION: list[Case] = [
    clear("Ngày 15 hàng tháng", each(15)),
    clear(
        "Chủ tịch UBND huyện tiếp công dân vào ngày 10 và ngày 25 hằng tháng tại Trụ sở Tiếp "
        "công dân huyện, số 12 đường 30/4",
        each(10, 25),
    ),
    clear(
        "Buổi sáng từ 7h30 đến 11h30, buổi chiều từ 13h30 đến 17h00, từ thứ Hai đến thứ Sáu hằng tuần",
        at(every(*WEEKDAYS), "07:30") | at(every(*WEEKDAYS), "13:30"),
    ),
    clear(
        "Thứ Năm tuần thứ hai hằng tháng, Giám đốc Sở tiếp công dân từ 8h00 tại phòng 102",
        at(nth(THU, 2), "08:00"),
    ),
    clear("Sáng thứ Hai hằng tuần: Chủ tịch; chiều thứ Năm hằng tuần: Phó Chủ tịch", every(MON, THU)),
    clear(
        "Đồng chí Bí thư Đảng ủy tiếp dân ngày 05 hằng tháng (nếu trùng thứ Bảy, Chủ nhật "
        "thì chuyển sang thứ Hai kế tiếp)",
        to_monday(each(5)),
    ),
    clear(
        "Bộ phận Một cửa nhận hồ sơ: sáng 7h00 - 11h00, chiều 13h30 - 16h30, T2 đến T6; sáng "
        "thứ Bảy 7h30 - 11h00",
        at(every(*WEEKDAYS), "07:00") | at(every(*WEEKDAYS), "13:30") | at(every(SAT), "07:30"),
    ),
    clear("Thứ 3 và thứ 5 hằng tuần, 8h - 11h, phòng tiếp công dân tầng 1", at(every(TUE, THU), "08:00")),
    clear(
        "Ngày 20 hằng tháng, từ tháng 6 đến tháng 8; nếu trùng ngày nghỉ thì tiếp vào ngày "
        "làm việc tiếp theo",
        on((6, 20), (7, 22), (8, 20)),
    ),
    clear("Thanh tra tỉnh: 14 giờ chiều thứ Tư tuần 1 và tuần 3", at(nth(WED, 1, 3), "14:00")),
    clear(
        "Luật sư tư vấn miễn phí cho người dân từ 8h30 đến 10h30 thứ Bảy tuần 2 hàng tháng "
        "tại Nhà văn hóa phường 7",
        at(nth(SAT, 2), "08:30"),
    ),
    clear("Cả ngày thứ Tư hằng tuần", every(WED, year=2026), year=2026),
    clear(
        "Trưởng Công an xã: Thứ Hai, Thứ Tư, Thứ Sáu (sáng 7h30-11h30, chiều 13h30-16h30)",
        at(every(MON, WED, FRI, year=2025), "07:30") | at(every(MON, WED, FRI, year=2025), "13:30"),
        year=2025,
    ),
    clear(
        "Từ 1/7/2024, thư viện mở cửa 8h00 - 20h00 hằng ngày, trừ thứ Hai",
        at(every(TUE, WED, THU, FRI, SAT, SUN, a=(7, 1)), "08:00"),
    ),
    clear(
        "Ông Nguyễn Văn Hùng, Phó Chủ tịch: ngày 12/3, 14/5, 9/7; bà Trần Thị Mai, Phó Chủ "
        "tịch: ngày 11/4, 13/6",
        on((3, 12), (5, 14), (7, 9), (4, 11), (6, 13)),
    ),
    clear(
        "HĐND thị trấn tiếp xúc cử tri lúc 14h00 ngày 18/6 tại hội trường khu phố 3", at(on((6, 18)), "14:00")
    ),
    clear("Ngày làm việc đầu tiên của các tháng 6, 7, 8", on((6, 3), (7, 1), (8, 1))),
    clear(
        "8h30 sáng thứ Sáu tuần cuối hằng tháng, Giám đốc Bảo hiểm xã hội tỉnh, ĐT 0297.3862.888",
        at(nth(FRI, -1), "08:30"),
    ),
    clear("Thứ Năm hằng tuần, 8 giờ đến 11 giờ 30", at(every(THU, year=2025), "08:00"), year=2025),
    clear(
        "Ngày 8 hằng tháng - Hiệu trưởng; ngày 22 hằng tháng - Chủ tịch Công đoàn",
        each(8, 22, year=2025),
        year=2025,
    ),
    clear("Chiều thứ Ba tuần 2, tuần 4 (từ 14h)", at(nth(TUE, 2, 4, year=2026), "14:00"), year=2026),
    clear(
        "Phó Giám đốc phụ trách tài chính tiếp tổ chức, doanh nghiệp vào 9h thứ Ba đầu tiên của mỗi quý",
        at(nth(TUE, 1, months=(1, 4, 7, 10)), "09:00"),
    ),
    clear(
        "Phòng khám: 17h - 20h T2-T6; 8h - 11h T7, CN",
        at(every(*WEEKDAYS), "17:00") | at(every(SAT, SUN), "08:00"),
    ),
    clear(
        "Cấp căn cước lưu động tại UBND xã Tân Hiệp từ ngày 22/4 đến ngày 24/4, mỗi ngày từ 7h30 đến 17h00",
        at(daily((4, 22), (4, 24)), "07:30"),
    ),
    clear(
        "Bưu điện huyện phục vụ khách hàng từ 7h30 đến 18h00 từ thứ Hai đến thứ Bảy, Chủ nhật từ 8h đến 12h",
        at(every(*WEEKDAYS, SAT, year=2026), "07:30") | at(every(SUN, year=2026), "08:00"),
        year=2026,
    ),
    clear("Thứ Tư, tuần thứ ba của tháng, trừ tháng 2", without(nth(WED, 3), (2,))),
    clear(
        "Viện trưởng VKSND tỉnh tiếp công dân vào các ngày 7 và 21 hằng tháng, buổi sáng từ 8 giờ",
        at(each(7, 21), "08:00"),
    ),
    clear("THỨ NĂM HẰNG TUẦN, 13H30 - 16H30", at(every(THU), "13:30")),
    clear(
        "Bí thư Tỉnh ủy: 08 giờ 00 ngày 17/5/2024 (thứ Sáu), Phòng họp số 2, Văn phòng Tỉnh ủy",
        at(on((5, 17)), "08:00"),
    ),
]


NOTICES: list[Case] = [
    clear("Thu gom rác cồng kềnh sáng Chủ nhật đầu tiên của tháng", nth(SUN, 1)),
    clear("Cúp điện từ 7h30 đến 11h30 ngày 14/5 để bảo trì lưới điện", at(on((5, 14)), "07:30")),
    clear("Chậm nhất ngày 25 hằng tháng gửi báo cáo về Sở Nội vụ", each(25)),
    clear("Lấy ý kiến Nhân dân từ ngày 3/6 đến hết ngày 3/7/2024", periods=span((6, 3), (7, 3))),
    clear("Chợ phiên họp vào thứ Bảy và Chủ nhật hằng tuần từ 5h đến 10h", at(every(SAT, SUN), "05:00")),
    clear(
        "Tiêm vắc xin sởi cho trẻ 9 tháng tuổi: 7h30 - 11h ngày 12 hằng tháng tại Trạm Y tế",
        at(each(12), "07:30"),
    ),
    clear("Cấm xe qua cầu Rạch Sỏi từ 22h ngày 10/4 đến 4h ngày 11/4", at(on((4, 10)), "22:00")),
    clear("Họp tổ dân phố: 19h30 thứ Sáu, ngày 21/6, tại nhà văn hóa", at(on((6, 21)), "19:30")),
    clear(
        "Chi trả trợ cấp xã hội từ ngày 5 đến ngày 10 hằng tháng",
        periods={(date(2024, m, 5), date(2024, m, 10)) for m in ALL},
    ),
    clear("Phun thuốc diệt muỗi vào 16h30 các ngày 8, 15, 22/8", at(on((8, 8), (8, 15), (8, 22)), "16:30")),
    clear(
        "Giải bóng chuyền nam huyện: khai mạc 8h00 ngày 28/8, bế mạc 15h00 ngày 31/8",
        at(on((8, 28)), "08:00") | at(on((8, 31)), "15:00"),
    ),
    clear("Đại hội chi đoàn lúc 14h ngày 26/3 tại hội trường UBND xã", at(on((3, 26)), "14:00")),
    clear("Nghỉ giao dịch ngày 6/7 để nâng cấp phần mềm", on((7, 6))),
    clear("Công khai dự toán ngân sách trong quý I", periods=quarters(1)),
    clear(
        "Vệ sinh môi trường 6h sáng thứ Bảy hằng tuần, trừ tháng 1 và tháng 2",
        at(without(every(SAT), (1, 2)), "06:00"),
    ),
    clear(
        "Khám sức khỏe nghĩa vụ quân sự: từ 7h các ngày 4, 5, 6/12/2024, Trung tâm Y tế huyện",
        at(daily((12, 4), (12, 6)), "07:00"),
    ),
    clear(
        "Sửa chữa đường Lê Lợi, đoạn từ số nhà 15 đến số nhà 89, từ 10/9 đến 25/10",
        periods=span((9, 10), (10, 25)),
    ),
    clear(
        "Báo cáo 6 tháng gửi chậm nhất ngày 10/6, báo cáo năm gửi chậm nhất ngày 10/12", on((6, 10), (12, 10))
    ),
    clear(
        "Hội nghị tổng kết công tác cải cách hành chính: 8h, thứ Năm, 19/12/2024, hội trường A",
        at(on((12, 19)), "08:00"),
    ),
    clear("Hiến máu tình nguyện đợt 1: 7h ngày 23/3; đợt 2: 7h ngày 21/9", at(on((3, 23), (9, 21)), "07:00")),
    clear(
        "Tiêm phòng dại cho chó, mèo hằng ngày từ 7h đến 10h, từ ngày 10/3 đến ngày 14/3/2025",
        at(daily((3, 10), (3, 14), 2025), "07:00"),
        year=2025,
    ),
    clear("Thu rác: T3, T5, T7 lúc 18h", at(every(TUE, THU, SAT, year=2025), "18:00"), year=2025),
    clear("Cắt nước từ 21h ngày 5/6 đến 5h ngày 6/6/2026", at(on((6, 5), year=2026), "21:00"), year=2026),
    clear(
        "Góp ý bằng văn bản gửi về UBND xã (đ/c Lan, Văn phòng - Thống kê, điện thoại 0918 "
        "123 456), hạn cuối 16h30 ngày 18/7",
        at(on((7, 18), year=2025), "16:30"),
        year=2025,
    ),
    clear("Sinh hoạt chi bộ ngày 3 hằng tháng, 19 giờ", at(each(3, year=2026), "19:00"), year=2026),
    clear(
        "Chợ nông sản an toàn: 6h - 11h Chủ nhật tuần 1, 3 hằng tháng, sân Nhà văn hóa trung tâm",
        at(nth(SUN, 1, 3, year=2025), "06:00"),
        year=2025,
    ),
    clear("Niêm yết danh sách 15 ngày, từ ngày 2/5 đến ngày 16/5", periods=span((5, 2), (5, 16))),
    clear(
        "Họp giao ban: 7h30 thứ Hai hằng tuần; họp cơ quan: 14h thứ Sáu cuối tháng",
        at(every(MON, year=2025), "07:30") | at(nth(FRI, -1, year=2025), "14:00"),
        year=2025,
    ),
    clear("Báo cáo tuần gửi chậm nhất 15h thứ Năm hằng tuần", at(every(THU, year=2026), "15:00"), year=2026),
    clear(
        "Lớp xóa mù chữ tổ chức vào các tối thứ 2, 4, 6 từ 19h đến 21h tại Trường Tiểu học "
        "Vĩnh Hòa 2, bắt đầu ngày 9/9, "
        "kết thúc ngày 29/11; học viên được hỗ trợ 500.000 đồng/người",
        at(every(MON, WED, FRI, a=(9, 9), b=(11, 29)), "19:00"),
    ),
    clear("2 giờ chiều ngày 8 tháng 3, hội trường Hội Phụ nữ xã", at(on((3, 8)), "14:00")),
]


CAREFUL: list[Case] = [
    clear("Trong tháng 10/2024 (hưởng ứng Ngày Chuyển đổi số quốc gia 10/10)", periods=months_whole(10)),
    clear("Giải bóng chuyền chào mừng Quốc khánh 2/9: khai mạc 8h00 ngày 28/8", at(on((8, 28)), "08:00")),
    clear("Họp tổ dân phố 19h30 thứ Sáu 21/6 tại nhà ông Tư Hiền", at(on((6, 21)), "19:30")),
    clear("Ngày 15 hằng tháng; riêng tháng 8 vào ngày 20", without(each(15), (8,)) + on((8, 20))),
    clear("Thứ Tư tuần 2, thứ Sáu tuần 4 lúc 20h", at(nth(WED, 2) + nth(FRI, 4), "20:00")),
    clear(
        "Sáng 4/3 và 11/3 từ 7h30, chiều 6/3 từ 14h",
        at(on((3, 4), (3, 11)), "07:30") | at(on((3, 6)), "14:00"),
    ),
    clear("Tiêm phòng dại 10/3 - 14/3, sáng từ 7h", at(daily((3, 10), (3, 14)), "07:00")),
    clear("Cách một tuần một lần vào thứ Hai, bắt đầu từ 8/1, 14h", at(fortnightly((1, 8)), "14:00")),
]


CASES = RECEPTION + NOTICES + CAREFUL
