"""What stands behind the last of several days: is it said of that one alone?"""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, SUN, WED, at, but, only_in, weekly
from tests.phrases.corpus.case import Case, clear, refused

FRIDAYS = at(weekly(FRI), "20:00")

CASES: list[Case] = [
    refused("8h thứ Hai, thứ Tư; thứ Sáu nghỉ tháng 8", "nghỉ tháng 8"),
    refused("8h thứ Hai; thứ Tư trừ tháng 8", "trừ tháng 8"),
    refused("8pm Mondays; Wednesdays except in August", "except in August"),
    clear("8h thứ Hai, thứ Tư; nghỉ tháng 8", at(only_in(weekly(MON, WED), *but(8)), "08:00")),
    clear("8h thứ Hai và thứ Tư, trừ tháng 8", at(only_in(weekly(MON, WED), *but(8)), "08:00")),
    refused("8pm Friday, repeated Saturday 6am and 11am, Sunday", "Sunday"),
    refused("20h thứ Sáu, phát lại thứ Bảy 6h và 11h, Chủ nhật", "Chủ nhật"),
    clear(
        "20h thứ Sáu, phát lại thứ Bảy 6h và 11h, Chủ nhật 9h",
        FRIDAYS,
        replays=at(weekly(SAT), "06:00") | at(weekly(SAT), "11:00") | at(weekly(SUN), "09:00"),
    ),
    refused("Sat 11.45pm, repeat Sat 12.15am", "12.15am"),
    refused("23h45 thứ Bảy, phát lại 0h15 thứ Bảy", "0h15"),
    clear("8pm Friday, repeat Sunday 12.15am", FRIDAYS, replays=at(weekly(SUN), "00:15")),
]
