"""Vietnamese weekdays within bounds: from a day to a day, in some months, in a quarter."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, WEEKDAYS, at, dates, only_in, run, weekly
from tests.phrases.corpus.case import Case, clear, nfd
from tests.phrases.in_year import daily, every

CASES: list[Case] = [
    clear(
        "Phát lúc 18 giờ 45 các ngày thứ Ba, thứ Năm, thứ Bảy từ ngày 01/7/2024 đến ngày 31/8/2024 "
        "(Đài PT-TH An Giang)",
        at(weekly(TUE, THU, SAT, first=date(2024, 7, 1), last=date(2024, 8, 31)), "18:45"),
    ),
    clear(
        "Chiếu phim thiếu nhi miễn phí 15:00 và 19:00 thứ bảy, chủ nhật trong tháng 6, 7, 8",
        at(only_in(weekly(SAT, SUN), 6, 7, 8), "15:00") | at(only_in(weekly(SAT, SUN), 6, 7, 8), "19:00"),
    ),
    clear(
        "Hội chợ Xuân: 18–23/12/2024, mở cửa 9h–22h hằng ngày",
        at(weekly(*range(7), first=date(2024, 12, 18), last=date(2024, 12, 23)), "09:00"),
    ),
    clear("Tháng 10, 11, 12: thứ tư hằng tuần, 8g30", at(only_in(weekly(WED), 10, 11, 12), "08:30")),
    clear(
        "Từ 01/6 đến 31/8, thư viện thiếu nhi phục vụ thêm tối thứ Ba và thứ Sáu, 18:00–20:30",
        at(only_in(weekly(TUE, FRI), 6, 7, 8), "18:00"),
    ),
    clear("9h thứ Hai hằng tuần từ 1/3/2025", ()),  # its own year: none of it in 2024
    clear("Từ thứ Ba 16/7 đến 19/7, 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear("Từ 16/7 (thứ Ba) đến 19/7 (thứ Sáu), 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear("Từ thứ 3 (16/7) đến thứ 6 (19/7), 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear("Thứ Ba 16/7 - thứ Sáu 19/7, 20h", at(daily((7, 16), (7, 19)), "20:00")),
    clear(
        "20h thứ Tư hằng tuần từ thứ Ba 16/7 đến thứ Sáu 30/8",
        at(every(WED, a=(7, 16), b=(8, 30)), "20:00"),
    ),
    clear(
        "Lớp học thứ Hai 19h, bắt đầu từ 9/9 và kết thúc vào 25/11",
        at(every(MON, a=(9, 9), b=(11, 25)), "19:00"),
    ),
    clear(
        "Thứ Hai hằng tuần, bắt đầu 5/2, 8h", at([d for d in weekly(MON) if d >= date(2024, 2, 5)], "08:00")
    ),
    clear(
        "Cấp căn cước lưu động tại UBND xã Tân Hiệp từ ngày 22/4 đến ngày 24/4, mỗi ngày từ 7h30 đến 17h00",
        at(daily((4, 22), (4, 24)), "07:30"),
    ),
    clear(
        "Tiêm phòng dại cho chó, mèo hằng ngày từ 7h đến 10h, từ ngày 10/3 đến ngày 14/3/2025",
        at(daily((3, 10), (3, 14), 2025), "07:00"),
        year=2025,
    ),
    clear(
        "Lớp xóa mù chữ tổ chức vào các tối thứ 2, 4, 6 từ 19h đến 21h tại Trường Tiểu học "
        "Vĩnh Hòa 2, bắt đầu ngày 9/9, "
        "kết thúc ngày 29/11; học viên được hỗ trợ 500.000 đồng/người",
        at(every(MON, WED, FRI, a=(9, 9), b=(11, 29)), "19:00"),
    ),
    clear("Tiêm phòng dại 10/3 - 14/3, sáng từ 7h", at(daily((3, 10), (3, 14)), "07:00")),
    clear(
        "Trang 5, Báo Bắc Ninh số ra thứ Sáu hàng tuần từ tháng 4 đến tháng 9",
        every(FRI, a=(4, 1), b=(9, 30)),
    ),
    clear(
        "5h30, 11h30, 17h30 hàng ngày từ 1/7 đến 31/7",
        at(daily((7, 1), (7, 31)), "05:30")
        | at(daily((7, 1), (7, 31)), "11:30")
        | at(daily((7, 1), (7, 31)), "17:30"),
    ),
    clear("19h45 T7, CN từ 06/4 đến 30/6", at(every(SAT, SUN, a=(4, 6), b=(6, 30)), "19:45")),
    clear(
        "Thế giới động vật, 17h15' từ thứ 2 đến thứ 6, từ 01/9 đến 26/9/2025",
        at(every(*WEEKDAYS, a=(9, 1), b=(9, 26), year=2025), "17:15"),
        year=2025,
    ),
    clear(
        "20h50 thứ 3, 5, 7 từ 1/4 đến 31/5",
        at(every(TUE, THU, SAT, a=(4, 1), b=(5, 31), year=2025), "20:50"),
        year=2025,
    ),
    clear(
        "Mỗi thứ Bảy trong tháng 10 lúc 19 giờ 30",
        at(every(SAT, a=(10, 1), b=(10, 31), year=2025), "19:30"),
        year=2025,
    ),
    clear("Từ thứ Ba 16/7 đến thứ Sáu 19/7, 20 giờ 10 mỗi tối", at(daily((7, 16), (7, 19)), "20:10")),
    clear(
        "Học tối thứ Hai, thứ Tư, thứ Sáu từ 18h00 đến 20h30, từ ngày 4/3 đến ngày 31/5/2024",
        at(weekly(MON, WED, FRI, first=date(2024, 3, 4), last=date(2024, 5, 31)), "18:00"),
    ),
    clear(
        "Lớp may công nghiệp học thứ 7, CN, 8h - 11h, tháng 7 đến tháng 9",
        at(only_in(weekly(SAT, SUN), 7, 8, 9), "08:00"),
    ),
    clear(
        "Bồi dưỡng nghiệp vụ: 14h-16h thứ Sáu hằng tuần, từ tháng 9 đến tháng 11",
        at(only_in(weekly(FRI), 9, 10, 11), "14:00"),
    ),
    clear(
        "Diệt lăng quăng chiều thứ Sáu hằng tuần từ tháng 5 đến tháng 10",
        only_in(weekly(FRI), 5, 6, 7, 8, 9, 10),
    ),
    clear(
        "Lịch phát sóng tuần từ 6/5 đến 12/5: 19h45 hằng ngày",
        at(run(dates((5, 6))[0], dates((5, 12))[0]), "19:45"),
    ),
    clear(
        "Từ ngày 1/6/2024, chương trình Thiếu nhi chuyển sang khung giờ 17h15 - 17h45 thứ "
        "Bảy, Chủ nhật hằng tuần",
        at(weekly(SAT, SUN, first=date(2024, 6, 1)), "17:15"),
        minutes=(30, None),
    ),
    clear(
        "Phim hoạt hình hè: 15h30 thứ Hai, thứ Tư, thứ Sáu, từ tháng 6 đến hết tháng 8",
        at(weekly(MON, WED, FRI, first=date(2024, 6, 1), last=date(2024, 8, 31)), "15:30"),
    ),
    clear(
        "Chiều T7 hằng tuần, 14:00 ➝ 14:25, từ số ra ngày 02/3 đến số ra ngày 25/5/2024",
        at(weekly(SAT, first=date(2024, 3, 2), last=date(2024, 5, 25)), "14:00"),
        minutes=(25, None),
    ),
    clear(
        "Loa truyền thanh xã: 5h30 và 17h00 hằng ngày, từ ngày 20/5 đến ngày 26/5",
        at(weekly(*range(7), first=date(2024, 5, 20), last=date(2024, 5, 26)), "05:30")
        | at(weekly(*range(7), first=date(2024, 5, 20), last=date(2024, 5, 26)), "17:00"),
    ),
    clear(
        "Video clip (3 phút) đăng thứ Hai và thứ Năm hằng tuần, từ ngày 01/7 đến ngày 30/9/2024",
        weekly(MON, THU, first=date(2024, 7, 1), last=date(2024, 9, 30)),
        minutes=(3, None),
    ),
    clear(
        "Phát thông điệp 30 giây vào các khung giờ 6h55, 11h55 và 18h55 hằng ngày, từ ngày 10 đến ngày 20/8",
        at(weekly(*range(7), first=date(2024, 8, 10), last=date(2024, 8, 20)), "06:55")
        | at(weekly(*range(7), first=date(2024, 8, 10), last=date(2024, 8, 20)), "11:55")
        | at(weekly(*range(7), first=date(2024, 8, 10), last=date(2024, 8, 20)), "18:55"),
    ),
    clear(
        "Từ ngày 01/7/2024, lịch tiếp công dân của Chủ tịch UBND xã là thứ Ba hằng tuần, 8h00 - 11h00",
        at(weekly(TUE, first=date(2024, 7, 1)), "08:00"),
        minutes=(180, None),
    ),
    clear(
        "Phố sách mở tối thứ Sáu, thứ Bảy hằng tuần, 17h30 - 21h30, trong các tháng 1, 2, 6, 12",
        at([d for d in weekly(FRI, SAT) if d.month in (1, 2, 6, 12)], "17:30"),
        minutes=(240, None),
    ),
    clear(
        "Chào cờ đầu tuần: 7h00 thứ Hai, từ ngày 09/9/2024 đến ngày 30/12/2024",
        at(weekly(MON, first=date(2024, 9, 9), last=date(2024, 12, 30)), "07:00"),
    ),
    clear(
        "Thứ Sáu hằng tuần là Ngày thứ Sáu tình nguyện, bắt đầu từ 05/01/2024",
        weekly(FRI, first=date(2024, 1, 5)),
    ),
    clear(
        nfd("Khám sức khỏe người cao tuổi: thứ Ba và thứ Năm, từ ngày 3/9 đến ngày 26/9, 7 giờ 15 phút"),
        at(weekly(TUE, THU, first=date(2024, 9, 3), last=date(2024, 9, 26)), "07:15"),
    ),
    clear(
        "Biểu diễn múa rối: 9h30 và 15h00 Chủ nhật, từ tháng 6 đến tháng 8",
        at(weekly(SUN, first=date(2024, 6, 1), last=date(2024, 8, 31)), "09:30")
        | at(weekly(SUN, first=date(2024, 6, 1), last=date(2024, 8, 31)), "15:00"),
    ),
    clear(
        "Lớp vẽ hè: chiều T2, T4, T6 (14h-16h), 03/6 – 26/7",
        at(weekly(MON, WED, FRI, first=date(2024, 6, 3), last=date(2024, 7, 26)), "14:00"),
        minutes=(120, None),
    ),
    clear(
        "Câu lạc bộ tiếng Anh: chiều thứ Tư hằng tuần, 15h30-17h00, từ 11/9/2024 đến 28/5/2025",
        at(weekly(WED, first=date(2024, 9, 11)), "15:30"),
        minutes=(90, None),
    ),
]
