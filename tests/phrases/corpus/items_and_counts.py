"""Numbers of items, seasons, places and people, numbers written twice, and a purpose: none is a day."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, THU, TUE, at, dates, monthly, weekly
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "08:00")

ITEMS = [
    clear("2. Chuyên mục Nông thôn mới: 8h thứ Hai hằng tuần", MONDAYS),
    clear("3) 8h thứ Hai hằng tuần", MONDAYS),
    clear("(2) Chuyên mục Nông thôn mới: 8h thứ Hai", MONDAYS),
    clear("1.2. Chuyên mục Nông thôn mới: 8h thứ Hai", MONDAYS),
    clear("b) Chuyên mục Nông thôn mới: 8h thứ Hai", MONDAYS),
    clear("II. Chuyên mục Nông thôn mới: 8h thứ Hai", MONDAYS),
    clear("02. Phát sóng 8h thứ Hai", MONDAYS),
    clear("03. 8h thứ Hai", MONDAYS),
    clear("- 8h thứ Hai", MONDAYS),
    clear("4. Tin: 8h thứ Hai\n7. Phim: 9h thứ Ba", MONDAYS | at(weekly(TUE), "09:00")),
    clear("2. News: Mondays 8am", MONDAYS),
    clear("3) Mondays 8am", MONDAYS),
    clear("5. Jazz: Mondays 8am\n6. Blues: Tuesdays 9am", MONDAYS | at(weekly(TUE), "09:00")),
    refused("15. hằng tháng", "15"),
    refused("Thứ Hai các tuần 1,\n3. Họp tại xã", "3"),
    refused("ngày 5; 7. Họp giao ban", "7"),
    refused("5) và ngày 6", "5"),
    refused("5. May", "5"),
]

SEASONS = [
    clear("Sao Nhí mùa 3: 21h00 thứ Bảy hằng tuần", at(weekly(SAT), "21:00")),
    clear("Sao Nhí phần 2, tập 5: 21h00 thứ Bảy", at(weekly(SAT), "21:00")),
    clear("Sao Nhí mùa 2 tập 10 phát 21h thứ Bảy", at(weekly(SAT), "21:00")),
    clear("The Lighthouse, season 2: Saturdays 9pm", at(weekly(SAT), "21:00")),
    clear("Series 3, Thursdays 8am", at(weekly(THU), "08:00")),
    clear("Season 5 March 8am", at(dates((3, 5)), "08:00")),
]

COUNTS = [
    clear("Phát trên loa của 12 thôn lúc 8h thứ Hai", MONDAYS),
    clear("8h thứ Hai tại 3 phòng học", MONDAYS),
    clear("8h thứ Hai cho 3 tổ dân phố", MONDAYS),
    clear("Họp với 3 phòng, ban: 8h thứ Hai", MONDAYS),
    clear("Tập huấn cho 200 học viên, 8h thứ Hai", MONDAYS),
    clear("Workshops at 3 locations, Mondays 8am", MONDAYS),
    clear("Held in 12 villages every Monday at 8am", MONDAYS),
    clear("họp 5/3 thôn Đông", dates((3, 5))),
    clear("ngày 12 thôn Đông họp", monthly(12)),
    refused("ngày 5, 12 thôn tham gia", "12"),
    refused("8h thứ Hai, 15 thôn tham gia", "15"),
]

TWICE = [
    clear("four (4) issues per year", quotas=((4, "issues", "year"),)),
    clear("04 (bốn) số/năm", quotas=((4, "số", "year"),)),
    clear("năm (05) số/năm", quotas=((5, "số", "year"),)),
    clear("02 (hai) lần/tuần", quotas=((2, None, "week"),)),
    clear("Ngày 15 (mười lăm) hằng tháng", monthly(15)),
    clear("8 (tám) giờ thứ Hai", MONDAYS),
    refused("four (5) issues per year", "5"),
    refused("04 (năm) số/năm", "04"),
]

PURPOSES = [
    clear("8h thứ Hai hằng tuần, nhằm nâng cao nhận thức của người dân", MONDAYS),
    clear("Nhằm tạo sân chơi cho trẻ em, 8h thứ Sáu hằng tuần", at(weekly(FRI), "08:00")),
    clear("8h thứ Hai, nhằm 5 mục tiêu lớn", MONDAYS),
    refused("8h thứ Hai, nhằm thứ Ba", "nhằm"),
    refused("8h thứ Hai nhằm tổng kết quý I", "nhằm"),
    refused("8h thứ Hai nhằm triển khai kế hoạch năm 2025", "nhằm"),
]

CASES: list[Case] = [*ITEMS, *SEASONS, *COUNTS, *TWICE, *PURPOSES]
