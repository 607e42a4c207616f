"""Months beside a count: each of them has its piece, also where "of each year" stands behind them."""

from __future__ import annotations

from tests.phrases.almanac import between, monthly, whole_months
from tests.phrases.corpus.case import Case, clear

CASES: list[Case] = [
    clear(
        "Two issues a year; the issues come out in May and November of each year",
        periods=whole_months(5, 11),
        quotas=((2, "issues", "year"),),
    ),
    clear(
        "Three bulletins a year. They are published in February, June and October each year.",
        periods=whole_months(2, 6, 10),
        quotas=((3, "bulletins", "year"),),
    ),
    clear(
        "2 số/năm; xuất bản vào tháng 4 và tháng 10 hằng năm",
        periods=whole_months(4, 10),
        quotas=((2, "số", "year"),),
    ),
    clear("In July and December of each year", periods=whole_months(7, 12)),
    clear("từ tháng 3 đến tháng 5 hằng năm", periods=between(3, 5)),
    clear("ngày 15 các tháng 3 và 9 hằng năm", monthly(15, (3, 9))),
]
