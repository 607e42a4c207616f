"""Reception days, notices, libraries, schools and parishes, in Vietnamese."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, timedelta

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    between,
    in_week,
    monthly,
    weekly,
    weeks,
)
from tests.phrases.corpus.case import Case, asked, clear, refused


def nfd(text: str) -> str:
    """The text with its accents as separate characters, as some keyboards type it."""
    return unicodedata.normalize("NFD", text)


def to_monday(days: list[date]) -> list[date]:
    """Each day, or the Monday after it where it is a Saturday or Sunday."""
    return [d + timedelta(7 - d.weekday()) if d.weekday() > 4 else d for d in days]


CASES: list[Case] = [
    # Days on which leaders receive citizens
    clear(
        "Chủ tịch UBND huyện tiếp công dân thứ Năm tuần thứ 2 và tuần thứ 4 hằng tháng, buổi "
        "sáng từ 7h30 đến 11h00, buổi chiều từ 13h30 đến 17h00",
        at(in_week(THU, 2) + in_week(THU, 4), "07:30") | at(in_week(THU, 2) + in_week(THU, 4), "13:30"),
        minutes=(210, None),
    ),
    clear("Giám đốc Sở tiếp công dân mỗi tháng một ngày, vào ngày 20", monthly(20)),
    clear(
        "Ban tiếp công dân tỉnh (số 10 Nguyễn Trung Trực): từ thứ Hai đến thứ Sáu hằng tuần, "
        "sáng 7h00 - 11h00, chiều 13h00 - 17h00",
        at(weekly(*range(5)), "07:00") | at(weekly(*range(5)), "13:00"),
        minutes=(240, None),
    ),
    clear("Trưởng ban Pháp chế tiếp công dân ngày 10 của tháng đầu mỗi quý", monthly(10, (1, 4, 7, 10))),
    clear(
        "Tổ đại biểu HĐND số 4 tiếp công dân lúc 8h00 các ngày 12/3, 11/6, 10/9 và 10/12 tại "
        "Nhà văn hóa ấp 5",
        {
            datetime(2024, 3, 12, 8, 0),
            datetime(2024, 6, 11, 8, 0),
            datetime(2024, 9, 10, 8, 0),
            datetime(2024, 12, 10, 8, 0),
        },
    ),
    clear(
        "Chu tich UBND phuong tiep cong dan vao sang thu tu hang tuan, tu 7h30 den 11h30",
        at(weekly(WED), "07:30"),
        minutes=(240, None),
    ),
    clear(
        "Đoàn đại biểu Quốc hội tiếp công dân ngày 16 hằng tháng (trừ các tháng 5, 6, 10, 11 "
        "do trùng kỳ họp)",
        monthly(16, (1, 2, 3, 4, 7, 8, 9, 12)),
    ),
    clear(
        "Chánh Thanh tra huyện: thứ Tư tuần 3, buổi sáng; Trưởng phòng Tài nguyên và Môi "
        "trường: thứ Năm tuần 3, buổi chiều",
        in_week(WED, 3) + in_week(THU, 3),
    ),
    clear(
        "Bộ phận Một cửa làm việc các ngày thứ 2, 3, 4, 5, 6 (sáng từ 7h30 đến 11h30, chiều "
        "từ 13h30 đến 17h30) và sáng thứ Bảy từ 7h30 đến 11h30.",
        at(weekly(*range(6)), "07:30") | at(weekly(*range(5)), "13:30"),
        minutes=(240, None),
    ),
    clear("Tiếp định kỳ 02 ngày/tháng: ngày 01 và ngày 15", monthly(1) + monthly(15)),
    clear(
        "Giám đốc Công an tỉnh trực tiếp tiếp công dân lúc 8 giờ 00 phút ngày thứ Sáu tuần "
        "đầu tiên của tháng",
        at(in_week(FRI, 1), "08:00"),
    ),
    clear(
        "Ngày 10 các tháng 1, 4, 7, 10, bắt đầu lúc 8h30; nếu trùng ngày nghỉ, lễ thì tiếp "
        "vào ngày làm việc liền kề sau đó",
        at(monthly(10, (1, 4, 7, 10)), "08:30"),
    ),
    clear("Phó Giám đốc phụ trách tiếp vào chiều thứ năm tuần thứ tư của tháng tư", [date(2024, 4, 25)]),
    clear(
        "+ Thứ 2, tuần 2: lãnh đạo UBND (8h-11h)\n+ Thứ 2, tuần 4: lãnh đạo Ủy ban MTTQ (8h-11h)",
        at(in_week(MON, 2) + in_week(MON, 4), "08:00"),
        minutes=(180, None),
    ),
    clear(
        "Lịch tiếp công dân tháng 6/2024: ngày 04, 11, 18, 25 (thứ Ba), từ 7 giờ 30 phút đến 11 giờ 30 phút",
        {datetime(2024, 6, d, 7, 30) for d in (4, 11, 18, 25)},
        minutes=(240, None),
    ),
    clear(
        "Trực đường dây nóng 1900.1234: 24 giờ/ngày; tiếp trực tiếp: thứ Hai, thứ Tư hằng tuần",
        weekly(MON, WED),
    ),
    clear(
        "Ủy ban Kiểm tra tiếp đảng viên, công dân ngày 25 hằng tháng (nếu trùng ngày lễ hoặc "
        "ngày nghỉ hằng tuần thì chuyển sang ngày làm việc kế tiếp)",
        to_monday(monthly(25)),
    ),
    asked(
        "Tiếp công dân ngày 31 hằng tháng tại phòng 102",
        [date(2024, m, 31) for m in (1, 3, 5, 7, 8, 10, 12)],
        monthly(-1),
    ),
    asked("Chủ tịch tiếp công dân 2 tuần một lần vào sáng thứ Năm", weekly(THU)[::2], weekly(THU)[1::2]),
    asked(
        "Lãnh đạo Sở tiếp dân thứ Năm tuần 3 quý IV", in_week(THU, 3, (10, 11, 12)), in_week(THU, 3, (10,))
    ),
    refused("Tiếp công dân vào các ngày thứ 8 hằng tuần", "thứ 8"),
    refused("Buổi sáng từ 7h30 đến 11h30, phòng số 3, tầng 2"),
    refused("Tiếp vào ngày 0918 hằng tháng", "0918"),
    refused("Chủ tịch không tiếp công dân vào thứ Hai", "không"),
    # Notices of wards and councils
    clear(
        "Thu gom rác sinh hoạt: các ngày thứ 2, 4, 6 từ 17h đến 19h; rác cồng kềnh: thứ Bảy tuần cuối tháng",
        at(weekly(MON, WED, FRI), "17:00") | set(in_week(SAT, -1)),
    ),
    clear(
        "Ngừng cấp điện từ 8h00 đến 11h30 ngày 20/10 để bảo trì đường dây, khu vực tổ 4, tổ 5",
        {datetime(2024, 10, 20, 8, 0)},
        minutes=(210, None),
    ),
    clear(
        "Tạm ngừng cấp nước từ 22h00 ngày 14/6 đến 4h00 ngày 15/6/2024 trên đường Lê Lợi",
        {datetime(2024, 6, 14, 22, 0)},
        minutes=(360, None),
    ),
    clear(
        "Sinh hoạt tổ dân phố 19h30 ngày 20 hằng tháng; riêng tháng 2 chuyển sang ngày 25",
        at([*monthly(20, (1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)), date(2024, 2, 25)], "19:30"),
    ),
    clear("Chợ phiên họp các ngày 2, 12, 22 dương lịch hằng tháng", monthly(2) + monthly(12) + monthly(22)),
    clear("Báo cáo quý gửi về Phòng Nội vụ vào ngày 15 của tháng cuối quý", monthly(15, (3, 6, 9, 12))),
    clear(
        "Hội thi “Dân vận khéo” cấp huyện tổ chức trong quý III, kinh phí dự kiến 45.000.000 đồng",
        periods=between(7, 9),
    ),
    clear(
        "Tập huấn chuyển đổi số cho 120 cán bộ: 8h00 ngày 12 và 13/11/2024, hội trường A",
        {datetime(2024, 11, 12, 8, 0), datetime(2024, 11, 13, 8, 0)},
    ),
    clear(
        "Tong ve sinh moi truong sang chu nhat tuan thu nhat hang thang, tap trung luc 6h30",
        at(in_week(SUN, 1), "06:30"),
    ),
    clear(
        "Thứ Sáu hằng tuần là Ngày thứ Sáu tình nguyện, bắt đầu từ 05/01/2024",
        weekly(FRI, first=date(2024, 1, 5)),
    ),
    clear(
        "Chi trả trợ cấp xã hội ngày 6, 7, 8 hằng tháng, sáng từ 7h30, chiều từ 13h30",
        at(monthly(6) + monthly(7) + monthly(8), "07:30") | at(monthly(6) + monthly(7) + monthly(8), "13:30"),
    ),
    clear(
        "Cấm đường Trần Phú từ 18h00 đến 22h00 các tối thứ Sáu, thứ Bảy, Chủ nhật hằng tuần "
        "để tổ chức phố đi bộ",
        at(weekly(FRI, SAT, SUN), "18:00"),
        minutes=(240, None),
    ),
    clear(
        "Họp chi bộ ngày 03 hằng tháng, sinh hoạt chuyên đề mỗi quý một lần vào ngày 03 tháng 3, 6, 9, 12",
        monthly(3),
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
    clear(
        "Hiến máu tình nguyện đợt 3: 7h00 - 11h00, thứ Bảy (17/8/2024), chỉ tiêu 250 đơn vị máu",
        {datetime(2024, 8, 17, 7, 0)},
        minutes=(240, None),
    ),
    clear(
        "Cấp căn cước lưu động cho 300 công dân: chiều 13/3 và sáng 14/3",
        {date(2024, 3, 13), date(2024, 3, 14)},
    ),
    clear(
        "Ra quân 7h00 ngày 02/5 và 14h00 ngày 01/10",
        {datetime(2024, 5, 2, 7, 0), datetime(2024, 10, 1, 14, 0)},
    ),
    clear(
        "Cắt nước luân phiên: phường 1 thứ Ba, phường 2 thứ Năm hằng tuần, từ 13h đến 16h",
        at(weekly(TUE, THU), "13:00"),
        minutes=(180, None),
    ),
    clear(
        "Ngày hội đại đoàn kết toàn dân tộc ngày 18/11, từ 7h30 đến 11h00, khu dân cư số 7",
        {datetime(2024, 11, 18, 7, 30)},
        minutes=(210, None),
    ),
    clear("Giám sát chuyên đề: 6 tháng đầu năm", periods=between(1, 6)),
    clear(
        nfd("Khám sức khỏe người cao tuổi: thứ Ba và thứ Năm, từ ngày 3/9 đến ngày 26/9, 7 giờ 15 phút"),
        at(weekly(TUE, THU, first=date(2024, 9, 3), last=date(2024, 9, 26)), "07:15"),
    ),
    # Every n days is no value of a schedule; where to begin would have to be asked, too.
    refused("Chợ phiên 5 ngày một lần, từ 5h00 đến 11h00", "5 ngày một lần"),
    asked("Họp tổ dân phố ngày 29 hằng tháng", year=2025),
    asked("Diễn tập phòng cháy: thứ Bảy, 25/10/2024, 15h00", {datetime(2024, 10, 25, 15, 0)}),
    asked("Báo cáo tuần 1 quý II", weeks(1, months=(4, 5, 6)), weeks(1, months=(4,))),
    clear("Nộp báo cáo chậm nhất ngày 20 hằng tháng", monthly(20)),
    refused("Báo cáo tuần gửi trước 15h thứ Sáu", "trước"),
    refused("Cắt điện từ 8h00 đến 11h30 tuần sau", "tuần sau"),
    refused("Sinh hoạt tổ dân phố lúc 19h30"),
    refused("Tiêm chủng ngày 32 hằng tháng", "32"),
    # Libraries, museums, halls
    clear(
        "Câu lạc bộ đờn ca tài tử sinh hoạt 19 giờ thứ Bảy tuần thứ hai và tuần thứ tư, nhà "
        "văn hóa phường, khoảng 40 hội viên",
        at(in_week(SAT, 2) + in_week(SAT, 4), "19:00"),
    ),
    clear(
        "Biểu diễn múa rối: 9h30 và 15h00 Chủ nhật, từ tháng 6 đến tháng 8",
        at(weekly(SUN, first=date(2024, 6, 1), last=date(2024, 8, 31)), "09:30")
        | at(weekly(SUN, first=date(2024, 6, 1), last=date(2024, 8, 31)), "15:00"),
    ),
    clear(
        "Ngày hội đọc sách ngày 21/4, 8h - 16h30, sân thư viện",
        {datetime(2024, 4, 21, 8, 0)},
        minutes=(510, None),
    ),
    clear(
        "Xe thư viện lưu động đến Trường THCS vào thứ Tư tuần 1, Trường Tiểu học vào thứ Sáu "
        "tuần 3 hằng tháng (ngoại trừ các tháng 6, 7, 8)",
        [d for d in in_week(WED, 1) + in_week(FRI, 3) if d.month not in (6, 7, 8)],
    ),
    clear(
        "Triển lãm ảnh “Biển đảo quê hương” mở từ 2 đến 9 tháng 9, 60 tác phẩm",
        periods={(date(2024, 9, 2), date(2024, 9, 9))},
    ),
    clear(
        "Đọc truyện cho bé – sáng thứ Bảy thứ hai của tháng, 9h đến 10h30, phòng Thiếu nhi lầu 1",
        at(in_week(SAT, 2), "09:00"),
        minutes=(90, None),
    ),
    clear(
        "Lớp vẽ hè: chiều T2, T4, T6 (14h-16h), 03/6 – 26/7",
        at(weekly(MON, WED, FRI, first=date(2024, 6, 3), last=date(2024, 7, 26)), "14:00"),
        minutes=(120, None),
    ),
    clear(
        "Thu vien huyen mo cua tu thu hai den thu sau, 7h30-16h30",
        at(weekly(*range(5)), "07:30"),
        minutes=(540, None),
    ),
    clear("Giao lưu văn nghệ: bốn giờ rưỡi chiều thứ Sáu cuối cùng của tháng", at(in_week(FRI, -1), "16:30")),
    asked(
        "Chiếu phim miễn phí ngày 30 mỗi tháng, 19h30",
        at([date(2024, m, 30) for m in ALL if m != 2], "19:30"),
    ),
    asked("Trưng bày chuyên đề giữa tháng 11"),
    refused("Thư viện mở cửa từ 7h3O đến 11h30 thứ Bảy", "7h3O"),
    refused("Hội xuân chiếu phim ngày 30/02/2024, 19h00", "30/02"),
    # Schools, parishes, pagodas
    clear(
        "Họp cha mẹ học sinh khối 6, 7: 7h30 Chủ nhật, ngày 15/9/2024; khối 8, 9: 14h00 cùng ngày",
        {datetime(2024, 9, 15, 7, 30), datetime(2024, 9, 15, 14, 0)},
    ),
    clear(
        "Thánh lễ: thứ Hai đến thứ Bảy 4h45 và 17h30; Chúa nhật 5h00, 7h30, 9h30 (lễ thiếu nhi) và 17h30",
        at(weekly(*range(6)), "04:45")
        | at(weekly(*range(7)), "17:30")
        | at(weekly(SUN), "05:00")
        | at(weekly(SUN), "07:30")
        | at(weekly(SUN), "09:30"),
    ),
    clear("Chầu Thánh Thể: 19h thứ Sáu đầu tháng", at(in_week(FRI, 1), "19:00")),
    clear(
        "Kiểm tra cuối học kỳ I từ ngày 23/12 đến ngày 28/12",
        periods={(date(2024, 12, 23), date(2024, 12, 28))},
    ),
    clear(
        "Nấu cháo từ thiện tại bệnh viện 5 giờ sáng thứ Ba, thứ Bảy mỗi tuần – 200 suất/buổi",
        at(weekly(TUE, SAT), "05:00"),
    ),
    clear(
        "Ngoại khóa: tiết 3 thứ Sáu, tuần 2 và 4, các tháng 9, 10, 11, 12",
        in_week(FRI, 2, (9, 10, 11, 12)) + in_week(FRI, 4, (9, 10, 11, 12)),
    ),
    clear(
        "Ho boi mo cua: T2-T6 tu 16h den 20h, T7 & CN tu 14h den 18h",
        at(weekly(*range(5)), "16:00") | at(weekly(SAT, SUN), "14:00"),
        minutes=(240, None),
    ),
    clear(
        "Lễ Giáng sinh: 20h00 ngày 24/12 và 8h00 ngày 25/12",
        {datetime(2024, 12, 24, 20, 0), datetime(2024, 12, 25, 8, 0)},
    ),
    clear(
        "Câu lạc bộ tiếng Anh: chiều thứ Tư hằng tuần, 15h30-17h00, từ 11/9/2024 đến 28/5/2025",
        at(weekly(WED, first=date(2024, 9, 11)), "15:30"),
        minutes=(90, None),
    ),
    clear(
        "Đọc kinh tối hằng ngày 19h15, riêng thứ Bảy 18h15",
        at(weekly(*[d for d in range(7) if d != SAT]), "19:15") | at(weekly(SAT), "18:15"),
    ),
    clear(
        "Nhập học lớp 1: 22 – 23/8, mang theo 02 ảnh 3x4", periods={(date(2024, 8, 22), date(2024, 8, 23))}
    ),
    asked(
        "Khóa tu Bát quan trai hai tuần một lần, thứ Bảy lúc 6h00",
        at(weekly(SAT)[::2], "06:00"),
        at(weekly(SAT)[1::2], "06:00"),
    ),
    asked("Họp phụ huynh thứ Bảy ngày 14/1/2024 lúc 8h00", {datetime(2024, 1, 14, 8, 0)}),
    refused("Đại lễ Phật đản: 8h00 ngày 15/4 âm lịch", "âm lịch"),
    refused("Nghỉ bù thứ Hai tới", "tới"),
    refused("Kiểm tra giữa kỳ khoảng tuần 3 tháng 10", "khoảng"),
]
