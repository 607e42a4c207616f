"""What may be said of some of the days or times alone: never put to all of them in silence."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, WED, at, at_each, dates, in_week, only_in, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    refused("Phát 20h thứ Hai hằng tuần, tuần 3 phát vào thứ Tư", "tuần 3"),
    refused("Mondays at 8pm, week 3 on Wednesday", "week 3"),
    clear("20h thứ Hai hằng tuần, 8h thứ Tư tuần 3", at(weekly(MON), "20:00") | at(in_week(WED, 3), "08:00")),
    clear("8h tuần 1 thứ Hai, tuần 3 thứ Tư", at(in_week(MON, 1) + in_week(WED, 3), "08:00")),
    refused("Mondays at 8pm, 9pm in June", "in June"),
    refused("Thứ Hai 8h, 14h tháng 6", "tháng 6"),
    clear("8h, 14h thứ Hai tháng 6", at_each(only_in(weekly(MON), 6), "08:00", "14:00")),
    clear("Mondays 8am, 2pm, June to August", at_each(only_in(weekly(MON), 6, 7, 8), "08:00", "14:00")),
    refused("First and third Tuesdays except in July (first only)", "first"),
    refused("First and third Tuesdays (first only in July)", "first"),
    refused("Second and fourth Mondays, in July only the second", "second"),
    refused("Phát 20h thứ Hai, thứ Tư; tháng 7 chỉ phát thứ Hai", "tháng 7"),
    refused("17h45 hằng ngày, phát lại 6h ngày hôm sau trừ Chủ nhật", "trừ"),
    refused("Daily at 5pm, repeated the next day at 6am except Sundays", "except"),
    clear(
        "17h45 hằng ngày, trừ Chủ nhật, phát lại 22h",
        at(weekly(*range(6)), "17:45"),
        replays=at(weekly(*range(6)), "22:00"),
    ),
    # Behind a colon what follows may be replays all the way.
    asked(
        "17h45 thứ Sáu; phát lại: 11h Chủ nhật; 22h thứ Hai",
        at(weekly(FRI), "17:45"),
        at(weekly(FRI), "17:45") | at(weekly(MON), "22:00"),
    ),
    refused("Mondays 8am, 2pm (June to August)", "June"),
    # As many weekdays as dates check them.
    clear("Monday & Wednesday, March 4 & 6, 8pm", at(dates((3, 4), (3, 6)), "20:00")),
    clear("Thứ Hai, thứ Tư, ngày 4/3 và 6/3, 20h", at(dates((3, 4), (3, 6)), "20:00")),
    # A replay in parentheses is of what stands before it.
    clear(
        "Thứ Hai 17h45 (phát lại 21h), thứ Tư 18h (phát lại 22h)",
        at(weekly(MON), "17:45") | at(weekly(WED), "18:00"),
        replays=at(weekly(MON), "21:00") | at(weekly(WED), "22:00"),
    ),
    clear(
        "7pm Mondays (repeated 9pm), 8pm Wednesdays (repeated 10pm)",
        at(weekly(MON), "19:00") | at(weekly(WED), "20:00"),
        replays=at(weekly(MON), "21:00") | at(weekly(WED), "22:00"),
    ),
    clear("Thứ 2-6: 8h, thứ 7: 9h, CN: nghỉ", at(weekly(*range(5)), "08:00") | at(weekly(5), "09:00")),
    # What is named for one thing alone changes no date of another.
    clear("8h ngày 5/6 (có 15 cha giải tội)", at(dates((6, 5)), "08:00")),
    clear("Lễ hội 8h ngày 18/4/2024 (tức ngày 10 tháng 3 năm Giáp Thìn)", at(dates((4, 18)), "08:00")),
    clear(
        "Từ ngày 2-5, chuyên mục phát lúc 6 giờ sáng mỗi ngày",
        at(weekly(*range(7), first=date(2024, 5, 2)), "06:00"),
    ),
    clear(
        "các ngày 30, 31-5 và 1-6-2024 lúc 16 giờ và 19 giờ",
        at_each(dates((5, 30), (5, 31), (6, 1)), "16:00", "19:00"),
    ),
]
