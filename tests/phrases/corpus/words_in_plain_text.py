"""Words of time and of doubt in plain text, where no number, day or time touches them."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, at, monthly, run, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

MONDAYS = at(weekly(MON), "08:00")

# A period that the rule says again is nothing new; one that may be the rate of the rule is not passed over.
PERIODS = [
    clear("Các phòng nộp kế hoạch công tác tháng về huyện trước ngày 25 hằng tháng", monthly(24)),
    clear("Gửi lịch giảng tuần về trường thứ Sáu hằng tuần", weekly(FRI)),
    asked(
        "Phát động chiến dịch tháng giáo lý cho các em: hằng ngày 8h từ ngày 30/5 đến 30/6",
        at(run(date(2024, 5, 30), date(2024, 6, 30)), "08:00"),
    ),
    refused("Giao ban tháng tại hội trường 8h thứ Hai", "tháng"),
    refused("Nộp báo cáo quý về huyện ngày 20", "quý"),
]

# People are met, and a day off is met.
MEETS = [
    clear("8h thứ Hai gặp gia đình chính sách", MONDAYS),
    clear("Gặp nhau 8h thứ Hai", MONDAYS),
    refused("8h ngày 5 hằng tháng, gặp thứ Bảy thì nghỉ"),
    refused("8h ngày 5 hằng tháng, gặp mưa thì nghỉ"),
]

# "Riêng" is "its own" in plain text, and begins an exception before days.
APART = [
    clear("8h thứ Hai họp dân (giấy mời riêng)", MONDAYS),
    clear("8h thứ Hai, có giấy mời riêng", MONDAYS),
    asked("Tổ chức phố đi bộ riêng vào các tối thứ Sáu", weekly(FRI)),
    refused("8h thứ Hai hằng tuần, riêng thứ Ba"),
    refused("Phát thứ Hai riêng vào thứ Ba 8h", "riêng"),
    refused("Phố đi bộ riêng thứ Bảy 8h"),
    refused("8h thứ Hai, riêng tháng 7 phát 9h"),
]

# After an event, with a time of its own.
AFTER = [
    asked("Thứ Hai sinh hoạt. Sau khóa lễ có khóa thiền từ 14h đến 16h", at(weekly(MON), "14:00")),
    clear("Lịch cụ thể như sau: 8h thứ Hai", MONDAYS),
    clear("Lịch phát sau đây: 8h thứ Hai", MONDAYS),
    refused("Thứ Hai sau cuộc họp 8h", "sau"),
    refused("8h thứ Hai, sau đó 2 tuần"),
]

# A sentence of its own, without a term: the reading stands, and the word is shown beside it.
SENTENCES = [
    asked("8h thứ Hai hằng tuần. Trường hợp bận, có thông báo riêng.", MONDAYS),
    asked("8h thứ Hai hằng tuần. Có thể thay đổi theo thông báo.", MONDAYS),
    asked("8h thứ Hai hằng tuần.\nTùy tình hình thực tế", MONDAYS),
    asked("Mondays 8am. Subject to change without notice.", MONDAYS),
    refused("8h thứ Hai hằng tuần, có thể thay đổi"),
    refused("8h thứ Hai hằng tuần. Có thể 9h"),
    refused("8h thứ Hai hằng tuần. Trường hợp mưa chuyển sang thứ Ba"),
    refused("8h thứ Hai hằng tuần. Tạm nghỉ."),
]

CASES: tuple[Case, ...] = (*PERIODS, *MEETS, *APART, *AFTER, *SENTENCES)
