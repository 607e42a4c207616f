"""Words beside days and times: those with a reason to stand there, those that a person is asked about."""

from __future__ import annotations

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    THU,
    TUE,
    at,
    at_each,
    dates,
    in_week,
    monthly,
    weekly,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

FIFTEENTH = monthly(15)

VI: tuple[Case, ...] = (
    # an example, a comparison
    asked("Ra báo ngày 15 hằng tháng, ví dụ 15/6/2024", FIFTEENTH),
    refused("Ra báo ngày 15 hằng tháng (vd. 15/3)"),
    asked("Ra bao ngay 15 hang thang, vi du 15/6/2024", FIFTEENTH),
    refused("Ca nhạc 20h thứ Bảy như ca nhạc thứ Ba"),
    asked("Thời sự thứ Sáu cũng 20h", at(weekly(FRI), "20:00")),
    clear("Như Quỳnh hát 20h thứ Bảy hằng tuần", at(weekly(SAT), "20:00")),
    clear("Nhu cầu việc làm: 20h thứ Bảy hằng tuần", at(weekly(SAT), "20:00")),
    clear("“Như mùa xuân” 20h thứ Bảy hằng tuần", at(weekly(SAT), "20:00")),
    # an order to do work
    asked("Ban hành kế hoạch truyền thông trong quý I"),
    asked("Tổ chức thực hiện từ tháng 2 đến tháng 11"),
    asked("Họp xét thi đua ngày 15 hằng tháng", FIFTEENTH),
    asked("Hoàn thành trong tháng 6", whole_months(6)),
    clear("Họp chi bộ ngày 15 hằng tháng", FIFTEENTH),
    clear("Hoàn thành nhiệm vụ - chuyên mục 20h thứ Bảy hằng tuần", at(weekly(SAT), "20:00")),
    clear("Quyết toán kinh phí chậm nhất ngày 15 hằng tháng", FIFTEENTH),
    # the time of another act
    refused("Đêm nhạc 20h thứ Bảy hằng tuần. Khán giả vào cửa từ 19h."),
    asked(
        "Ca nhạc 20h thứ Bảy hằng tuần, khách mời có mặt lúc 18h30", at_each(weekly(SAT), "20:00", "18:30")
    ),
    asked("Ghi hình thứ Ba, phát sóng thứ Sáu hằng tuần", weekly(TUE, FRI)),
    clear("Ghi hình lúc 8h thứ Ba hằng tuần", at(weekly(TUE), "08:00")),
    clear("Tong ve sinh sang thu bay tuan 1 hang thang, tap trung luc 6h30", at(in_week(SAT, 1), "06:30")),
    clear("Lớp vẽ thứ Bảy hằng tuần. Lớp bắt đầu lúc 8h.", at(weekly(SAT), "08:00")),
    asked("Tiếp dân sáng thứ Hai hằng tuần. Công dân đăng ký từ 7h.", at(weekly(MON), "07:00")),
    # the day of the paper
    refused("Tiếp dân thứ Hai hằng tuần. (15/10/2024)"),
    refused("Tiếp dân thứ Hai tuần 2 hằng tháng. (15/10/2024)."),
    clear("Tiếp dân thứ Hai (14/10/2024)", dates((10, 14))),
    # between two days or two times
    refused("Nhạc trẻ thứ Ba bolero thứ Năm hằng tuần"),
    asked("Nhạc trẻ 19h bolero 20h thứ Ba hằng tuần", at_each(weekly(TUE), "19:00", "20:00")),
    clear("Tiếp dân thứ Ba tại hội trường, thứ Năm tại nhà văn hóa", weekly(TUE, THU)),
    clear("Thứ Ba chiếu phim 20h", at(weekly(TUE), "20:00")),
)

EN: tuple[Case, ...] = (
    asked("Published on the 15th of each month, for example 15 June", FIFTEENTH),
    asked("Meets Tuesdays, same as Thursdays", weekly(TUE, THU)),
    asked("Recorded Tuesdays, broadcast Fridays at 8pm", at(weekly(TUE, FRI), "20:00")),
    asked("Concert Saturday 7pm; rehearsal Friday 7pm", at(weekly(SAT, FRI), "19:00")),
    asked("Market every Saturday 8am. Parking from 7.30am.", at_each(weekly(SAT), "08:00", "07:30")),
    refused("Storytime Tuesdays craft club Fridays"),
    refused("the 9am class on Mondays meets on the first Monday of the month"),
    clear("Recorded Tuesdays at 8pm", at(weekly(TUE), "20:00")),
    clear("Complete Works of Bach, Mondays at 7pm", at(weekly(MON), "19:00")),
    clear("Early Music Show, Mondays at 1pm", at(weekly(MON), "13:00")),
    clear("Tuesdays in the library, Fridays in the hall", weekly(TUE, FRI)),
    clear("Coffee morning Tuesdays 10am, craft Fridays 10am", at(weekly(TUE, FRI), "10:00")),
    clear("Mon 1pm lunch club; Thu 1pm coffee", at(weekly(MON, THU), "13:00")),
    clear("The class on Mondays meets at 9am", at(weekly(MON), "09:00")),
)

CASES: tuple[Case, ...] = (*VI, *EN)
