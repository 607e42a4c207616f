"""One of several days, days of the past, and days that take turns: which days they are is not said."""

from __future__ import annotations

from tests.phrases.almanac import MON, at, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    refused("một trong các ngày thứ Hai, thứ Ba lúc 8h", "một trong các"),
    refused("Họp một trong những ngày 5, 6, 7/3", "một trong những"),
    refused("Nộp một trong các tháng 3, 6, 9", "một trong các"),
    refused("vào một trong 3 ngày 5, 6, 7/3", "một trong"),
    clear("Là một trong những chương trình hay nhất, phát 8h thứ Hai", at(weekly(MON), "08:00")),
    refused("8h thứ Hai vừa rồi", "vừa rồi"),
    refused("8h hôm thứ Hai", "hôm thứ Hai"),
    refused("8h thứ Hai nọ", "nọ"),
    refused("quá 8h thứ Hai", "quá"),
    clear("8h thứ Hai, phim quá hay", at(weekly(MON), "08:00")),
    refused("8h thứ Hai và thứ Ba so le", "so le"),
    refused("8h thứ Hai, thay phiên thứ Ba", "thay phiên"),
    asked("8h thứ Hai bù", at(weekly(MON), "08:00")),
    refused("ngày 30/4 trở về trước", "trở về trước"),
    refused("Mở cửa từ 6h hằng ngày, hoặc từ ngày 5/2 đến 7/2", "hoặc"),
    refused("8h thứ Hai hay từ 5/3 đến 9/3", "hay"),
]
