"""Days behind a replay that are those of its premiere, too: "at 9am and again at 4pm, Monday to Saturday"."""

from __future__ import annotations

from datetime import date, timedelta

from tests.phrases.almanac import MON, THU, TUE, WED, at, in_week, weekly
from tests.phrases.corpus.case import Case, clear, refused

_TO_SATURDAY = weekly(*range(6))
_TO_FRIDAY = weekly(*range(5))
_DAILY = weekly(*range(7))


def _next(days: list[date]) -> list[date]:
    return [day + timedelta(days=1) for day in days]


CASES: list[Case] = [
    clear(
        "The programme is televised at 9am and rebroadcast at 4pm from Monday to Saturday",
        at(_TO_SATURDAY, "09:00"),
        replays=at(_TO_SATURDAY, "16:00"),
    ),
    clear(
        "Chương trình phát lúc 9h và phát lại lúc 16h từ thứ Hai đến thứ Bảy",
        at(_TO_SATURDAY, "09:00"),
        replays=at(_TO_SATURDAY, "16:00"),
    ),
    clear(
        "Phát sóng lúc 20h, phát lại lúc 6h hằng ngày",
        at(_DAILY, "20:00"),
        replays=at(_next(_DAILY), "06:00"),
    ),
    clear(
        "Phát lúc 17h45, phát lại lúc 20h và 22h thứ Tư tuần 3 hằng tháng",
        at(in_week(WED, 3), "17:45"),
        replays=at(in_week(WED, 3), "20:00") | at(in_week(WED, 3), "22:00"),
    ),
    clear(
        "Airs at 8pm with a repeat at 11pm on Wednesdays",
        at(weekly(WED), "20:00"),
        replays=at(weekly(WED), "23:00"),
    ),
    clear(
        "Phát lúc 19h45, phát lại 6h sáng hôm sau, từ thứ Hai đến thứ Sáu hằng tuần",
        at(_TO_FRIDAY, "19:45"),
        replays=at(_next(_TO_FRIDAY), "06:00"),
    ),
    clear(
        "Phát sóng lúc 20h, phát lại 9h hôm sau các ngày thứ Ba, thứ Năm",
        at(weekly(TUE, THU), "20:00"),
        replays=at(_next(weekly(TUE, THU)), "09:00"),
    ),
    clear(
        "Airs at 8pm and again at 6am the next day, Monday to Friday",
        at(_TO_FRIDAY, "20:00"),
        replays=at(_next(_TO_FRIDAY), "06:00"),
    ),
    # With a day of its own the premiere keeps it.
    clear(
        "Thứ Hai 9h, phát lại 16h thứ Ba", at(weekly(MON), "09:00"), replays=at(_next(weekly(MON)), "16:00")
    ),
    clear(
        "Airs Wednesdays at 8pm with a repeat at 11pm on Thursdays",
        at(weekly(WED), "20:00"),
        replays=at(_next(weekly(WED)), "23:00"),
    ),
    # Earlier in the day than the premiere: of which day is it?
    refused("Phát sóng lúc 20h, phát lại lúc 6h thứ Ba", "20h"),
    refused("20h và phát lại 6h từ thứ Hai đến thứ Sáu", "20h"),
]
