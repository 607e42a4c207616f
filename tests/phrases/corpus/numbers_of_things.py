"""Numbers of items, issues, rounds, sizes and of what each issue has: none is a day or a time."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, at, at_each, dates, monthly, span, weekly, whole_months
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "08:00")

# The number of an item with a slash behind it.
ITEMS = [
    clear("5/ Thứ Hai (25/3): lễ\n- 4h30: lễ\n- 17h45: lễ", at_each(dates((3, 25)), "04:30", "17:45")),
    clear("2/ Thứ Sáu (15/3): ăn chay", dates((3, 15))),
    clear("2/. Tháng 2:\n7h30 ngày 5/2 họp", at(dates((2, 5)), "07:30")),
    clear("3/ Tiếp dân 8h thứ Hai", MONDAYS),
    clear("Ngày 5/3 họp", dates((3, 5))),
    refused("15/ hằng tháng", "15"),
    refused("8h, 5/ thứ Hai", "5"),
    refused("Ngày 5/ thứ Hai"),
]

# Issues, sizes, measures.
ISSUES = [
    clear("Báo số 16 (1096) ra thứ Sáu", weekly(FRI)),
    clear("Tạp chí số 5 (612), ra ngày 15 hằng tháng", monthly(15)),
    clear(
        "Mỗi tháng 1 số, khổ 19 x 27, từ 4 đến 8 trang",
        quotas=((1, "số", "month"),),
        periods=whole_months(*range(1, 13)),
    ),
    clear("2 số/tháng, mỗi số đăng từ 12-15 bài", quotas=((2, "số", "month"),)),
    clear("Báo khổ 20,5 x 29, ra thứ Sáu", weekly(FRI)),
    clear("Kiểm tra đường điện 500KV 8h thứ Hai", MONDAYS),
    clear("Thông tư (TT80/2021), nộp ngày 15 hằng tháng", monthly(15)),
    refused("Báo số 16 (15/3) ra thứ Sáu"),
    refused("Kiểm tra lúc 8K thứ Hai"),
]

# Rounds and turns.
ROUNDS = [
    clear("Vòng sơ khảo 1: từ ngày 29/3 đến ngày 17/4", periods=span((3, 29), (4, 17))),
    clear("Đội tuyển 2: thứ Hai 8h", MONDAYS),
    clear("Lịch công tác (Điều chỉnh lần 9): 8h thứ Hai", MONDAYS),
    clear("Rước lễ (cả 3 thánh lễ) 8h thứ Hai", MONDAYS),
    clear("Các xã (trừ huyện đảo Phú Quý) họp 8h thứ Hai", MONDAYS),
    clear("Họp ngày 2: 8h", at(monthly(2), "08:00")),
    refused("Phát lần 2 thứ Hai 8h"),
    refused("8h thứ Hai (trừ tháng cuối)"),
    refused("Cả 3 ngày thứ Hai"),
]

CASES: tuple[Case, ...] = (*ITEMS, *ISSUES, *ROUNDS)
