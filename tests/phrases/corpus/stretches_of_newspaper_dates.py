"""A date with a dash, and behind it the dash that leads to the end of a stretch."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import at, dates
from tests.phrases.corpus.case import Case, clear, refused

MAY = {(date(2024, 5, 1), date(2024, 5, 3))}

CASES: list[Case] = [
    clear("0:00 ngày 1-5 - 24:00 ngày 3/5", periods=MAY),
    clear("0:00 ngày 1-5 – 24:00 ngày 3-5", periods=MAY),
    clear("Từ 0h ngày 1-5 đến 24h ngày 3-5", periods=MAY),
    clear("22h ngày 1-5 - 1h ngày 2-5", at(dates((5, 1)), "22:00"), minutes=(180, None)),
    clear("22h ngày 1/5 - 1h ngày 2/5", at(dates((5, 1)), "22:00"), minutes=(180, None)),
    refused("ngày 1-5 - 3-5"),
]
