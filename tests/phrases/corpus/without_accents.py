"""Vietnamese without accents whose words English has, too; and dates that are the next ones of a rule."""

from __future__ import annotations

from tests.phrases.almanac import MON, THU, WED, at, weekly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    clear("9 pm thu tu", at(weekly(WED), "21:00")),
    clear("19h pm thu Nam", at(weekly(THU), "19:00")),
    clear("Thu 7h30 am", at(weekly(THU), "07:30")),
    clear("Mon, Thu 9 am", at(weekly(MON, THU), "09:00")),
    clear("8h thu Hai hang tuan. Buoi tiep theo vao ngay 15/1", at(weekly(MON), "08:00")),
    clear("8h thứ Hai hằng tuần. Buổi tiếp theo vào ngày 15/1", at(weekly(MON), "08:00")),
    refused("8h thu Hai hang tuan. Buoi tiep theo vao ngay 16/1", "ngay 16/1"),
]
