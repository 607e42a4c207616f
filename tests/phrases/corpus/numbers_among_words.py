"""A number among plain words counts or names something, where the days of its clause have their times."""

from __future__ import annotations

from tests.phrases.almanac import MON, at, dates, weekly
from tests.phrases.corpus.case import Case, clear, refused

MONDAYS = at(weekly(MON), "08:00")

CASES: list[Case] = [
    clear("8h thứ Hai: phần thi giáp đấu của 6 cặp đôi còn lại trong top 24 là trận hay", MONDAYS),
    clear("Phát lúc 21h ngày 27/11, chặng đua mới của 5 gương mặt trẻ", at(dates((11, 27)), "21:00")),
    clear("8h thứ Hai, câu chuyện cảm động về đời 3 chị em ruột", MONDAYS),
    clear("Mondays at 8am, a story of 3 brothers lost at sea", MONDAYS),
    clear("Mondays at 8am: the long walk home of 40 brave souls", MONDAYS),
    refused("Chào cờ 8 sân trường thứ Hai", "8"),
    refused("Thứ Hai, chuyện làng xóm đời thường 9 chị em", "9"),
    refused("8h thứ Hai, còn lại thứ Ba", "còn lại"),
    refused("8h thứ Hai; các thí sinh còn lại thứ Ba 9h", "còn lại"),
    refused("Tuesdays choir 9 hall, Mondays choir 8am", "9"),
]
