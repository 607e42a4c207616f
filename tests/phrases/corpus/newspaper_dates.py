"""Dates as newspapers write them, "ngày 27-8" and "ngày 1.10", beside ranges of days of the month."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import ALL, at, dates, monthly
from tests.phrases.corpus.case import Case, asked, clear, refused


def ranges(first: int, last: int, months: tuple[int, ...] = ALL) -> set[tuple[date, date]]:
    """From one day to another of each month."""
    return set(zip(monthly(first, months), monthly(last, months), strict=True))


def period(first: tuple[int, int], last: tuple[int, int]) -> set[tuple[date, date]]:
    return {(date(2024, *first), date(2024, *last))}


DATES: list[Case] = [
    clear("Lễ hội mở màn ngày 27-8", dates((8, 27))),
    clear("19h30 ngày 22-12", at(dates((12, 22)), "19:30")),
    clear("Ra mắt ngày 30-4-2024", dates((4, 30))),
    clear("20h ngày 2-11 và 3-11", at(dates((11, 2), (11, 3)), "20:00")),
    clear("các ngày 28-6, 29-6 và 3-7", dates((6, 28), (6, 29), (7, 3))),
    clear("8h ngày 1.12 và 2.12", at(dates((12, 1), (12, 2)), "08:00")),
    clear("Triển lãm khai mạc 9h ngày 5.11", at(dates((11, 5)), "09:00")),
    clear("từ ngày 12-3 đến ngày 5-4", periods=period((3, 12), (4, 5))),
    clear("từ 12-3 đến hết ngày 5-4-2024", periods=period((3, 12), (4, 5))),
    clear("19h thứ Bảy, ngày 5-10", at(dates((10, 5)), "19:00")),
    clear("Hội chợ ngày 4-5 (thứ Bảy)", dates((5, 4))),
    clear("20h tối 27-8", at(dates((8, 27)), "20:00")),
    clear("Chậm nhất ngày 20-8", dates((8, 20))),
    clear(
        "17h ngày 26-8, phát lại 9h ngày 27-8",
        at(dates((8, 26)), "17:00"),
        replays=at(dates((8, 27)), "09:00"),
    ),
    clear("từ 22h ngày 14-6 đến 4h ngày 15-6", at(dates((6, 14)), "22:00"), minutes=(360, None)),
]
ASKED: list[Case] = [
    asked("Khai trương ngày 3-9", dates((9, 3)), ranges(3, 9)),
    asked("Số báo ra ngày 6-12", dates((12, 6)), ranges(6, 12)),
    asked(
        "8h ngày 7-10",
        at(dates((10, 7)), "08:00"),
        at(monthly(7) + monthly(8) + monthly(9) + monthly(10), "08:00"),
    ),
    asked("ngày 1-3 và 8-10", dates((3, 1), (10, 8)), [d for n in (1, 2, 3, 8, 9, 10) for d in monthly(n)]),
    asked("8h thứ Hai, ngày 5-10", at(dates((10, 5)), "08:00")),
]
RANGES: list[Case] = [
    clear("ngày 5-8 hằng tháng", periods=ranges(5, 8)),
    clear("Hằng tháng, đăng trong các ngày 3-7", periods=ranges(3, 7)),
    clear("ngày 15-20", periods=ranges(15, 20)),
    clear("từ ngày 5-10 hằng tháng", periods=ranges(5, 10)),
    clear("ngày 5-10 tháng 8", periods=ranges(5, 10, (8,))),
    clear("ngày 5-10/8", periods=ranges(5, 10, (8,))),
    clear("ngày 5 - 10", periods=ranges(5, 10)),
]
REFUSED: list[Case] = [
    refused("ngày 31-4", "31-4"),
    refused("ngày 27-8 hằng tháng"),
    refused("ngày 30-2 lúc 9h", "30-2"),
    refused("từ ngày 3-9"),
]

CASES = DATES + ASKED + RANGES + REFUSED
