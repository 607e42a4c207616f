"""Vietnamese sentences where a hasty reader gives wrong dates.

CASES    one right answer, as in any file of the corpus
CAREFUL  a person reads these dates; a reader may ask or refuse instead, but never give others
NEVER    nobody can give dates: asked or refused, and a refusal points at the words
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

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
    but,
    day_range,
    following,
    in_week,
    monthly,
    weekly,
    weeks,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

# A word of time in a title, a street, an organisation or an occasion says nothing of when.
TITLES = [
    clear(
        'Chương trình "Thứ Sáu vui vẻ" phát lúc 20h thứ Bảy tuần 2 hằng tháng', at(in_week(SAT, 2), "20:00")
    ),
    clear("Chương trình “Chiều chủ nhật” lên sóng 19h thứ Hai hằng tuần", at(weekly(MON), "19:00")),
    clear("Phim tài liệu “Mùa hè năm 1972”, 21h ngày 15/5", {datetime(2024, 5, 15, 21)}),
    clear("Chuyên mục “Tháng Ba biên giới” phát 9h ngày 5 tháng 3", {datetime(2024, 3, 5, 9)}),
    clear("Lớp học tại phòng 205, tầng 2, 18h thứ Ba và thứ Năm hằng tuần", at(weekly(TUE, THU), "18:00")),
    clear("Thu vien mo cua 8h thu bay hang tuan", at(weekly(SAT), "08:00")),
]
TITLES_CAREFUL = [
    clear("Chuyên mục Thứ Sáu vui vẻ phát 20h thứ Bảy tuần 2 hằng tháng", at(in_week(SAT, 2), "20:00")),
    clear("Ca nhạc Chiều thứ Bảy phát 19h chủ nhật hằng tuần", at(weekly(SUN), "19:00")),
    clear("Chiếu phim tại rạp 30/4 lúc 19h30 thứ Tư hằng tuần", at(weekly(WED), "19:30")),
    clear("Tiếp công dân tại số 12 đường 30/4, 7h30 thứ Năm hằng tuần", at(weekly(THU), "07:30")),
    clear("Tiêm chủng tại trường Mẫu giáo 2/9, 7h30 thứ Năm hằng tuần", at(weekly(THU), "07:30")),
    clear(
        "Sinh hoạt tại hội trường đường 3 tháng 2, 14h chủ nhật tuần 1 hằng tháng",
        at(in_week(SUN, 1), "14:00"),
    ),
    clear("Sinh hoạt tại hội trường đường 3 Tháng 2, 14h chủ nhật tuần 1", at(in_week(SUN, 1), "14:00")),
    clear("Công viên 2 Tháng 9, 6h chủ nhật hằng tuần", at(weekly(SUN), "06:00")),
    clear("Nhà văn hóa Khu phố 3, 15h thứ Ba hằng tuần", at(weekly(TUE), "15:00")),
    clear("Phim về Cách mạng tháng Tám, 20h ngày 19/8", {datetime(2024, 8, 19, 20)}),
    clear("Báo Tuổi xanh Chủ nhật, ra ngày 5 hằng tháng", monthly(5)),
    clear("Nghị quyết tháng 6 của HĐND, phát 20h thứ Năm tuần 2 hằng tháng", at(in_week(THU, 2), "20:00")),
    clear("Tháng Thanh niên: 8h chủ nhật tuần 1 tháng 3", at(in_week(SUN, 1, (3,)), "08:00")),
    clear("Nam Du phat 7h thu nam hang tuan", at(weekly(THU), "07:00")),
    clear("Chuong trinh ba mien, 10h thu ba hang tuan", at(weekly(TUE), "10:00")),
    clear("Hai quan nhan dan, 19h thu hai hang tuan", at(weekly(MON), "19:00")),
]

# A second clause changes the first.
CHANGES = [
    clear("17h45 thứ Tư tuần 3 hằng tháng, trừ tháng 2", at(in_week(WED, 3, but(2)), "17:45")),
    clear("20h thứ Sáu hằng tuần, trừ tháng 8", at([d for d in weekly(FRI) if d.month != 8], "20:00")),
    clear("18h hằng ngày trừ chủ nhật", at(weekly(*range(6)), "18:00")),
    clear("19h hằng ngày, không phát thứ Hai", at(weekly(*range(1, 7)), "19:00")),
    clear("Mở cửa hằng ngày trừ thứ Hai", weekly(*range(1, 7))),
]
CHANGES_CAREFUL = [
    clear(
        "Phát 17h45 thứ Tư hằng tuần, nhưng từ tháng 7 chuyển sang 18h",
        at(weekly(WED, last=date(2024, 6, 30)), "17:45") | at(weekly(WED, first=date(2024, 7, 1)), "18:00"),
    ),
    clear(
        "Phát 9h thứ Bảy hằng tuần; từ 1/9 phát 10h chủ nhật hằng tuần",
        at(weekly(SAT, last=date(2024, 8, 31)), "09:00") | at(weekly(SUN, first=date(2024, 9, 1)), "10:00"),
    ),
    clear(
        "17h45 thứ Tư tuần 3 hằng tháng, riêng tháng 2 phát vào thứ Năm tuần 3",
        at(in_week(WED, 3, but(2)) + in_week(THU, 3, (2,)), "17:45"),
    ),
    clear(
        "Tháng 6 dời sang thứ Ba, các tháng khác 15h thứ Hai tuần 1",
        at(in_week(MON, 1, but(6)) + in_week(TUE, 1, (6,)), "15:00"),
    ),
    clear(
        "20h thứ Sáu hằng tuần, tạm dừng trong tháng 8", at([d for d in weekly(FRI) if d.month != 8], "20:00")
    ),
    clear("20h thứ Sáu hằng tuần (nghỉ tháng 8)", at([d for d in weekly(FRI) if d.month != 8], "20:00")),
    clear("18h hằng ngày, riêng chủ nhật 19h", at(weekly(*range(6)), "18:00") | at(weekly(SUN), "19:00")),
    clear("18h hằng ngày, chủ nhật phát 19h", at(weekly(*range(6)), "18:00") | at(weekly(SUN), "19:00")),
    clear("19h hằng ngày nhưng thứ Hai không phát", at(weekly(*range(1, 7)), "19:00")),
    clear("Tháng 8 không ra báo, các tháng khác ra ngày 15", monthly(15, but(8))),
    clear("8h ngày 10 hằng tháng, không tiếp vào ngày 20", at(monthly(10), "08:00")),
    clear("Chuyển từ thứ Hai sang thứ Ba hằng tuần, 9h", at(weekly(TUE), "09:00")),
    clear("9h thứ Ba hằng tuần thay cho thứ Hai", at(weekly(TUE), "09:00")),
    clear("9h thứ Ba hằng tuần, thay vì thứ Hai như trước", at(weekly(TUE), "09:00")),
    clear(
        "Phát 20h thứ Bảy tuần 2, tháng có 5 thứ Bảy thì phát thêm thứ Bảy cuối",
        at(in_week(SAT, 2) + in_week(SAT, 5), "20:00"),
    ),
]
CHANGES_NEVER = [
    refused("8h thứ Hai hằng tuần trừ tuần có ngày lễ", "tuần có ngày lễ"),
    refused("Từ tháng sau phát 19h thứ Ba hằng tuần", "tháng sau"),
    refused("Bắt đầu từ tuần sau, 7h thứ Hai hằng tuần", "Bắt đầu từ tuần sau"),
    refused("9h thứ Hai hằng tuần cho đến khi có thông báo mới từ tháng tới", "tháng tới"),
    refused("Không phát thứ Hai"),
    refused("Không tiếp công dân vào thứ Sáu tuần 2 hằng tháng"),
    refused("Chưa phát sóng 9h thứ Tư tuần 2", "Chưa"),
    refused("Hoãn phát 20h thứ Năm tuần 3 tháng 5", "Hoãn"),
    refused("Hủy buổi 19h thứ Sáu tuần 4 tháng 5", "Hủy"),
    refused("Dừng phát 19h thứ Sáu hằng tuần", "Dừng"),
    refused("Nghỉ thứ Hai hằng tuần", "Nghỉ"),
    refused("Đóng cửa thứ Hai đầu tiên hằng tháng", "Đóng cửa"),
    refused("Bỏ buổi phát 9h thứ Bảy tuần 1", "Bỏ"),
    refused("Thư viện tạm ngừng phục vụ 8h thứ Hai tuần 1 hằng tháng", "tạm ngừng"),
]

# Conditions, alternatives, limits.
HEDGES_CAREFUL = [
    clear("8h thứ Bảy tuần 5 (nếu có)", at(in_week(SAT, 5), "08:00")),
    clear(
        "Trừ trường hợp đột xuất, tiếp công dân 8h thứ Năm tuần 1 hằng tháng", at(in_week(THU, 1), "08:00")
    ),
    clear("Dự kiến 9h ngày 12/6", {datetime(2024, 6, 12, 9)}),
    clear("Gửi bài chậm nhất 16h thứ Năm, phát sóng 9h thứ Bảy hằng tuần", at(weekly(SAT), "09:00")),
    clear(
        "Đăng ký trước 16h thứ Sáu; chiếu phim 19h thứ Bảy tuần 1 hằng tháng", at(in_week(SAT, 1), "19:00")
    ),
    clear(
        "Phát lần lượt 7h thứ Hai, thứ Ba, thứ Tư tuần 1, 2, 3 hằng tháng",
        at(in_week(MON, 1) + in_week(TUE, 2) + in_week(WED, 3), "07:00"),
    ),
    clear(
        "Thứ Hai, thứ Năm, thứ Sáu hằng tuần lần lượt vào 16h, 17h, 18h",
        at(weekly(MON), "16:00") | at(weekly(THU), "17:00") | at(weekly(FRI), "18:00"),
    ),
]
HEDGES_NEVER = [
    refused("Họp 14h thứ Sáu tuần cuối hằng tháng nếu đủ thành phần", "nếu"),
    refused("Khi có yêu cầu, tiếp công dân 8h thứ Năm hằng tuần", "Khi có yêu cầu"),
    refused("17h thứ Hai hằng tuần, nếu trời mưa thì sang thứ Ba", "nếu"),
    refused("17h45 thứ Tư hoặc thứ Năm tuần 3", "hoặc"),
    refused("9h thứ Hai hay thứ Ba hằng tuần", "hay"),
    refused("Thứ Ba tuần 2 hoặc tuần 3 tháng 6, 15h", "hoặc"),
    refused("Thứ Ba, thứ Năm tùy tuần, 15h", "tùy"),
    refused("Luân phiên thứ Hai, thứ Tư hằng tuần lúc 9h", "Luân phiên"),
    refused("Thứ Tư hằng tuần, giờ phát thay đổi 8h, 9h", "thay đổi"),
    refused("Khoảng 17h thứ Tư tuần 3", "Khoảng"),
    refused("Tầm 17h thứ Tư tuần 3", "Tầm"),
    refused("17h thứ Tư tuần 3 hoặc sớm hơn", "sớm hơn"),
    refused("Sau 20h thứ Bảy hằng tuần", "Sau"),
    refused("Hầu như thứ Hai nào cũng phát lúc 8h", "Hầu như"),
    refused("Ít nhất 2 thứ Bảy mỗi tháng, 20h", "Ít nhất"),
    refused("Một số thứ Bảy trong tháng, 20h", "Một số"),
    refused("Có thể phát 20h thứ Bảy hằng tuần", "Có thể"),
    refused("17:45 GMT thứ Tư tuần 3", "GMT"),
    refused("20h giờ Tokyo thứ Năm hằng tuần", "giờ Tokyo"),
    refused("18h các ngày trong tuần", "các ngày trong tuần"),
]

# Ordinals and homographs.
ORDINALS = [
    clear("20h thứ Hai tuần thứ hai hằng tháng", at(in_week(MON, 2), "20:00")),
    clear("Thứ tư của tuần thứ tư tháng tư, 15h", at(in_week(WED, 4, (4,)), "15:00")),
    clear("thứ tư tuần thứ tư của tháng tư", in_week(WED, 4, (4,))),
    clear("17h45 thu tu tuan 3 hang thang", at(in_week(WED, 3), "17:45")),
    clear("20h thu bay hang tuan", at(weekly(SAT), "20:00")),
    clear("chu nhat tuan hai moi thang, 6 gio sang", at(in_week(SUN, 2), "06:00")),
    clear(
        "tu thang 3 den thang 6, 9h thu hai hang tuan",
        at(weekly(MON, first=date(2024, 3, 1), last=date(2024, 6, 30)), "09:00"),
    ),
    clear("9h thứ Tư tuần 1 các tháng 10, 11, 12", at(in_week(WED, 1, (10, 11, 12)), "09:00")),
    clear("Ngày thứ Bảy thứ hai của tháng, 19h", at(in_week(SAT, 2), "19:00")),
]
ORDINALS_CAREFUL = [
    clear("Thứ hai thứ hai hằng tháng, 8h", at(in_week(MON, 2), "08:00")),
    clear("Thứ Bảy đầu tiên và thứ ba của tháng, 19h", at(in_week(SAT, 1) + in_week(SAT, 3), "19:00")),
    clear("Lần thứ hai phát vào 9h thứ Ba tuần 2 tháng 5", at(in_week(TUE, 2, (5,)), "09:00")),
    clear("Kỳ thứ năm phát 20h thứ Sáu tuần 1 tháng 3", at(in_week(FRI, 1, (3,)), "20:00")),
    clear("Số thứ tư ra ngày 4 tháng tư", {date(2024, 4, 4)}),
    clear("Đại hội lần thứ tư, khai mạc 8h ngày 10/4", {datetime(2024, 4, 10, 8)}),
    clear("Cuộc thi lần thứ Sáu, trao giải 8h ngày 12/4", {datetime(2024, 4, 12, 8)}),
    clear("Tháng tư, thứ tư, tuần tư, 9h", at(in_week(WED, 4, (4,)), "09:00")),
    clear("Thu nam tuan thu nam thang nam luc 9h", at(in_week(THU, 5, (5,)), "09:00")),
    clear("Ngay muoi hang thang, 8 gio", at(monthly(10), "08:00")),
    clear("Tam gio sang thu ba hang tuan", at(weekly(TUE), "08:00")),
    clear("Tư tưởng Hồ Chí Minh, 9h thứ Hai tuần 1 hằng tháng", at(in_week(MON, 1), "09:00")),
    clear("Bảy Núi, 9h thứ Hai tuần 1 hằng tháng", at(in_week(MON, 1), "09:00")),
    clear("Huyện Năm Căn, 9h thứ Hai tuần 1 hằng tháng", at(in_week(MON, 1), "09:00")),
    clear("Tết Đoan Ngọ và phong tục, 9h ngày 10/6", {datetime(2024, 6, 10, 9)}),
    clear("Thứ Hai đầu tiên sau ngày 15 hằng tháng, 9h", at(following(monthly(15), MON), "09:00")),
]
ORDINALS_NEVER = [
    asked("Thứ hai, tuần thứ ba của quý tư, 10h"),
    refused("Thu sau tuan sau 8h", "tuan sau"),
    refused("Ngày thứ ba của tháng, 9h"),
    refused("Mùa thu: 9h hằng tuần"),
    refused("Rằm tháng Bảy, 19h"),
    refused("Mùng 3 Tết, 8h"),
    refused("Ngày 5 âm lịch hằng tháng, 8h", "âm lịch"),
    refused("Thứ Hai tuần cuối và tuần đầu tháng sau, 9h", "tháng sau"),
]

# Numbers that are no dates, and numbers that are slips.
NUMBERS = [
    clear("1/2 trang, thứ Sáu tuần 2 hằng tháng", in_week(FRI, 2)),
    clear("Phóng sự COVID-19, 20h thứ Ba tuần 1 hằng tháng", at(in_week(TUE, 1), "20:00")),
    clear("Ngày 24/7 lúc 20h", {datetime(2024, 7, 24, 20)}),
    clear("Có 50-100 người dự, 14h ngày 5 hằng tháng", at(monthly(5), "14:00")),
    clear("Chạy bộ 10 km, 5h30 chủ nhật tuần 1 hằng tháng", at(in_week(SUN, 1), "05:30")),
    clear("Vé 50.000 đồng, 19h thứ Sáu hằng tuần", at(weekly(FRI), "19:00")),
    clear("Giảm giá 30%, mở cửa 9h thứ Bảy hằng tuần", at(weekly(SAT), "09:00")),
    clear("Phim dài 1h30, chiếu 20h thứ Bảy tuần 1 hằng tháng", at(in_week(SAT, 1), "20:00")),
    clear("Trong 45 phút, từ 9h thứ Ba hằng tuần", at(weekly(TUE), "09:00")),
    clear("5 phút mỗi ngày, lúc 6h", at(DAILY, "06:00")),
]
NUMBERS_CAREFUL = [
    clear("2/3 số hộ tham gia, họp 19h30 ngày 10 hằng tháng", at(monthly(10), "19:30")),
    clear("Trực 24/7, tiếp dân 8h thứ Hai hằng tuần", at(weekly(MON), "08:00")),
    clear("Đạt điểm 8/10, trao giải 9h ngày 20/11", {datetime(2024, 11, 20, 9)}),
    clear("Theo Nghị định 15/2020/NĐ-CP, tiếp công dân 8h ngày 15 hằng tháng", at(monthly(15), "08:00")),
    clear(
        "Theo Quyết định số 12/QĐ-UBND ngày 3/1/2023, tiếp công dân 8h thứ Năm tuần 2 hằng tháng",
        at(in_week(THU, 2), "08:00"),
    ),
    clear("Kế hoạch số 45/KH-UBND ngày 12/1/2024: 9h thứ Ba tuần 2 hằng tháng", at(in_week(TUE, 2), "09:00")),
    clear("Tập huấn ISO 9001:2015, 8h ngày 12/9", {datetime(2024, 9, 12, 8)}),
    clear("Tập huấn QCVN 08:2024, 13h30 ngày 9/10", {datetime(2024, 10, 9, 13, 30)}),
    clear("Phòng 12/5, 14h thứ Ba hằng tuần", at(weekly(TUE), "14:00")),
    clear("Nhà số 15/8, ấp 3, 14h thứ Ba hằng tuần", at(weekly(TUE), "14:00")),
    clear("Liên hệ 0297.3812.345, tiếp 8h thứ Hai hằng tuần", at(weekly(MON), "08:00")),
    clear("Trận đấu tỉ số 2-1, phát 22h thứ Bảy hằng tuần", at(weekly(SAT), "22:00")),
    clear("Phim 1920x1080, phát 18h ngày 2/9", {datetime(2024, 9, 2, 18)}),
    clear("Trẻ 3-5 tuổi, 9h thứ Bảy hằng tuần", at(weekly(SAT), "09:00")),
    clear("Lớp 5/3 sinh hoạt 7h thứ Hai hằng tuần", at(weekly(MON), "07:00")),
    clear("Khối 6, 7, 8: 14h thứ Ba hằng tuần", at(weekly(TUE), "14:00")),
    clear("Phần 2, tập 15, 20h ngày 5/6", {datetime(2024, 6, 5, 20)}),
    clear("Tập 5/10, 20h ngày 5/6", {datetime(2024, 6, 5, 20)}),
    clear("Kỷ niệm 49 năm ngày 30/4/1975, phát 20h ngày 28/4", {datetime(2024, 4, 28, 20)}),
    clear(
        "Chào mừng ngày thành lập Đảng 3/2, phát 9h thứ Sáu tuần 1 tháng 2",
        at(in_week(FRI, 1, (2,)), "09:00"),
    ),
    clear("Nhân ngày 20/11, phát 7h thứ Hai tuần 3 tháng 11", at(in_week(MON, 3, (11,)), "07:00")),
    clear("Nhà thơ sinh ngày 12/6/1930, 15h chủ nhật tuần 2 tháng 6", at(in_week(SUN, 2, (6,)), "15:00")),
    clear("Từ năm 1990, phát 17h thứ Bảy hằng tuần", at(weekly(SAT), "17:00")),
    clear("9h thứ Hai hằng tuần năm 2023"),
    clear("Làm việc 8h/ngày, thứ Hai đến thứ Sáu hằng tuần", weekly(*range(5))),
    clear("19h (giờ Hà Nội) thứ Hai hằng tuần", at(weekly(MON), "19:00")),
    clear("Phát sóng 5G, 9h thứ Hai hằng tuần", at(weekly(MON), "09:00")),
    clear("Phim 3D và 4K, 9h thứ Hai hằng tuần", at(weekly(MON), "09:00")),
    clear("Xã đạt 19/19 tiêu chí, đưa tin 9h thứ Hai hằng tuần", at(weekly(MON), "09:00")),
]
NUMBERS_NEVER = [
    refused("Truyền hình phát 24/7"),
    refused("17h4S thứ Tư tuần 3", "17h4S"),
    refused("l7h45 thứ Tư tuần 3", "l7h45"),
    refused("17h450 thứ Tư tuần 3", "17h450"),
    refused("1 7h45 thứ Tư tuần 3"),
    refused("17h 450 thứ Tư tuần 3", "450"),
    refused("9h thứ 22 tuần 1", "22"),
    refused("9h thứ Hai tuần 33 hằng tháng", "33"),
    refused("Ngày 2O hằng tháng, 9h", "2O"),
    refused("9h ngày 155 hằng tháng", "155"),
    refused("Thứ Bả tuần 2, 9h", "Thứ Bả"),
    refused("19h sáng thứ Hai hằng tuần"),
    refused("7h tối hôm sau thứ Hai hằng tuần"),
    refused("24h thứ Sáu hằng tuần", "24h"),
    refused("Thứ Hai tuần 6 hằng tháng, 9h", "6"),
    refused("Ngày 30 tháng 2, 9h"),
    refused("Ngày 31/6 lúc 8h", "31/6"),
    asked("Ngày 31 hằng tháng, 9h"),
    asked("Thứ Ba ngày 15/5 lúc 9h"),
    refused("Thứ Tư ngày 15/5/2023 lúc 9h"),
    refused("9h ngày 29/2", year=2023),
]

# What contradicts itself, or lacks a part.
CONTRADICTIONS_NEVER = [
    refused("20h thứ Bảy tuần 1, phát lại 0h30 cùng ngày"),
    refused("20h thứ Bảy tuần 1, phát lại 6h cùng ngày"),
    refused("Phát lại 20h thứ Bảy hằng tuần"),
    refused("2 số/tháng (20 số/năm), thứ Hai tuần 1 và tuần 3"),
    refused("3 lần/tuần: thứ Hai, thứ Năm, 9h"),
    refused("Mỗi tháng 2 kỳ, vào thứ Sáu tuần 1, 2, 3"),
    refused("20h thứ Ba tuần 2, phát lại ngày hôm sau (thứ Năm)"),
    refused("Mỗi tháng một lần, thứ Hai hằng tuần, 9h"),
    refused("Hằng tuần, thứ Hai tuần 2, 9h"),
    refused("Hằng ngày, thứ Hai, 9h"),
    refused("Thứ Hai 9h, thứ Ba 10h, thứ Tư hằng tuần"),
    refused("Sáng thứ Hai hằng tuần lúc 14h"),
    refused("Nửa tháng một lần, thứ Hai 9h"),
    refused("Mỗi 2 tháng một lần, ngày 10, 9h"),
    refused("Cách ngày, 9h"),
    refused("Cách tuần, thứ Năm 9h"),
    refused("3 ngày một lần, 6h"),
    refused("Thứ Ba tuần 1/3, 8h"),
]

# Pairs, slashes, brackets, anchors.
PAIRS = [
    clear("Thứ Hai tuần 1 và thứ Năm tuần 3 hằng tháng, 16h", at(in_week(MON, 1) + in_week(THU, 3), "16:00")),
    clear("Tuần 1 tháng 3, tuần 2 tháng 4", periods=weeks(1, months=(3,)) | weeks(2, months=(4,))),
    clear("Thứ Hai tuần 1 và 3 tháng 5, 15h", at(in_week(MON, 1, (5,)) + in_week(MON, 3, (5,)), "15:00")),
    clear(
        "9h ngày 5/3, 6/4 và 7/5", {datetime(2024, 3, 5, 9), datetime(2024, 4, 6, 9), datetime(2024, 5, 7, 9)}
    ),
    clear("9h ngày 5, 6, 7/5", at([date(2024, 5, d) for d in (5, 6, 7)], "09:00")),
    clear("T2/T4/T6 hằng tuần lúc 9h", at(weekly(MON, WED, FRI), "09:00")),
    clear("Thứ 2, 4, 6 hằng tuần, 9h", at(weekly(MON, WED, FRI), "09:00")),
    clear("Thứ Hai 9h, thứ Ba 10h hằng tuần", at(weekly(MON), "09:00") | at(weekly(TUE), "10:00")),
    clear("6h và 18h thứ Hai hằng tuần", at(weekly(MON), "06:00") | at(weekly(MON), "18:00")),
    clear("Thứ Tư ngày 15/5 lúc 9h", {datetime(2024, 5, 15, 9)}),
    clear("9h ngày 29/2", {datetime(2024, 2, 29, 9)}),
]
PAIRS_CAREFUL = [
    clear(
        "Thứ Ba tuần 1 tháng 3, tuần 2 tháng 4, 9h",
        at(in_week(TUE, 1, (3,)) + in_week(TUE, 2, (4,)), "09:00"),
    ),
    clear(
        "9h ngày 5, 15 tháng 3 và ngày 10, 20 tháng 4",
        at([date(2024, 3, 5), date(2024, 3, 15), date(2024, 4, 10), date(2024, 4, 20)], "09:00"),
    ),
    clear("9h thứ Năm tuần 1 tháng 3 và 4", at(in_week(THU, 1, (3, 4)), "09:00")),
    clear("9h ngày 5-7/5", at([date(2024, 5, d) for d in (5, 6, 7)], "09:00")),
    clear(
        "Thứ Hai tuần 1/3/5 hằng tháng, 8h", at(in_week(MON, 1) + in_week(MON, 3) + in_week(MON, 5), "08:00")
    ),
    clear("Tiếp công dân tuần 1/3 hằng tháng, thứ Ba", in_week(TUE, 1) + in_week(TUE, 3)),
    clear("Thứ Hai 2 tuần đầu tháng, 8h", at(in_week(MON, 1) + in_week(MON, 2), "08:00")),
    clear("Nửa đầu tháng 6, 9h thứ Hai", at([date(2024, 6, 3), date(2024, 6, 10)], "09:00")),
    clear("6h 10 ngày đầu tháng", at([d for k in range(1, 11) for d in monthly(k)], "06:00")),
    clear("Đăng 1 bài trong 10 ngày đầu tháng 5", periods=day_range(1, 10, (5,))),
    clear("2 tháng một lần, bắt đầu từ tháng 2, ngày 10, 9h", at(monthly(10, (2, 4, 6, 8, 10, 12)), "09:00")),
    clear(
        "3 ngày một lần kể từ ngày 2/1, 6h",
        at([date(2024, 1, 2) + timedelta(k) for k in range(0, 365, 3)], "06:00"),
    ),
    clear("9h thứ Hai tuần 1 các tháng lẻ", at(in_week(MON, 1, (1, 3, 5, 7, 9, 11)), "09:00")),
    clear("22h–1h thứ Bảy hằng tuần", at(weekly(SAT), "22:00")),
    clear("Từ 22h thứ Bảy đến 1h chủ nhật hằng tuần", at(weekly(SAT), "22:00")),
    clear("0h thứ Hai hằng tuần", at(weekly(MON), "00:00")),
    clear("Sáng thứ Hai, chiều thứ Tư hằng tuần", weekly(MON, WED)),
    clear(
        "Phát lại 8h thứ Hai, phát lần đầu 20h thứ Ba tuần 2",
        at(in_week(TUE, 2), "20:00"),
        replays=at(following(in_week(TUE, 2), MON), "08:00"),
    ),
]

CASES: list[Case] = [*TITLES, *CHANGES, *ORDINALS, *NUMBERS, *PAIRS]
CAREFUL: list[Case] = [
    *TITLES_CAREFUL,
    *CHANGES_CAREFUL,
    *HEDGES_CAREFUL,
    *ORDINALS_CAREFUL,
    *NUMBERS_CAREFUL,
    *PAIRS_CAREFUL,
]
NEVER: list[Case] = [*CHANGES_NEVER, *HEDGES_NEVER, *ORDINALS_NEVER, *NUMBERS_NEVER, *CONTRADICTIONS_NEVER]
