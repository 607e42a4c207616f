"""Replays that are denied, and those behind a break: another airing, or one more replay?"""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, THU, TUE, WED, at, dates, later, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

SATURDAYS, MONDAYS = weekly(SAT), weekly(MON)

CASES: list[Case] = [
    clear("20h thứ Bảy, không phát lại", at(SATURDAYS, "20:00")),
    clear("20h thứ Bảy (không phát lại). Chủ nhật 9h", at(SATURDAYS, "20:00") | at(weekly(SUN), "09:00")),
    refused("20h thứ Bảy, không phát lại Chủ nhật", "không phát lại"),
    refused("20h thứ Bảy, không chiếu lại vào Chủ nhật", "không chiếu lại"),
    refused("20h thứ Bảy, phát lại 9h Chủ nhật (không phát lại trong tháng 7)", "không phát lại"),
    refused("Kịch: 20h thứ Năm, không phát lại từ tháng 7", "không phát lại"),
    asked("8h thứ Hai; phát lại 7h thứ Ba; thứ Tư 9h", at(MONDAYS, "08:00")),
    asked("20h ngày 16/3; phát lại 10h Chủ nhật; 15h ngày 25/3", at(dates((3, 16)), "20:00")),
    asked("8h thứ Hai. Phát lại 14h thứ Ba. 20h thứ Tư", at(MONDAYS, "08:00") | at(weekly(WED), "20:00")),
    asked("Mondays 8am; repeated Tuesday 2pm; Wednesday 8pm", at(MONDAYS, "08:00")),
    clear(
        "8h thứ Hai, phát lại 14h thứ Ba; 20h thứ Năm",
        at(MONDAYS, "08:00") | at(weekly(THU), "20:00"),
        replays=at(later(MONDAYS, 1), "14:00"),
    ),
    clear(
        "Dân ca: 8h thứ Hai; phát lại 14h thứ Ba; Cải lương: 20h thứ Tư",
        at(MONDAYS, "08:00") | at(weekly(WED), "20:00"),
        replays=at(later(MONDAYS, 1), "14:00"),
    ),
    clear(
        "22h thứ Bảy – 1h Chủ nhật (phát lại 9h thứ Hai)",
        at(SATURDAYS, "22:00"),
        replays=at(later(SATURDAYS, 2), "09:00"),
        minutes=(180, None),
    ),
    clear(
        "Saturday 10pm - Sunday 1am (repeated Tuesday 9am)",
        at(SATURDAYS, "22:00"),
        replays=at(later(SATURDAYS, 3), "09:00"),
        minutes=(180, None),
    ),
    clear("22h thứ Bảy – 1h Chủ nhật (phát lại)", at(SATURDAYS, "22:00") | at(weekly(SUN), "01:00")),
    refused("22h thứ Ba – 1h thứ Tư phát lại", "phát lại"),
    clear("8h thứ Ba, không phát lại trên kênh KG", at(weekly(TUE), "08:00")),
]
