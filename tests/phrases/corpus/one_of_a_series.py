"""A meeting or an issue by its place among several is no day; an ordinal in a name is nothing."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, TUE, at, in_week, monthly, only_in, weekly, whole_months
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    refused("The budget is adopted at the second regular meeting in December", "second regular meeting"),
    refused("Mondays at 8pm, and at the first Council session of June the budget", "first Council session"),
    refused("Elections: first meeting of each quarter", "first meeting"),
    refused("At the last meeting of the year in December", "last meeting"),
    refused("the third issue in May", "third issue"),
    refused("Bầu cử tại kỳ họp thứ hai trong tháng 12", "kỳ họp thứ hai"),
    refused("Tổng kết tại phiên họp cuối cùng của tháng 12", "phiên họp cuối cùng"),
    refused("số thứ ba của tháng 6", "số thứ ba"),
    refused("buổi thứ 2 trong tháng 12", "buổi thứ 2"),
    clear("First Aid course in March", periods=whole_months(3)),
    clear("Third Age talk on Mondays in June", only_in(weekly(MON), 6)),
    clear("the second Monday meeting of each month", in_week(MON, 2)),
    clear("Các buổi thứ hai trong tháng 12", only_in(weekly(MON), 12)),
    clear("Cuộc họp Thứ Hai tuần 2 hằng tháng, 8h", at(in_week(MON, 2), "08:00")),
    clear("Số ra thứ ba hằng tuần", weekly(TUE)),
    clear("Second edition: 15th of each month", monthly(15)),
    clear("Họp lần thứ hai: 5/12", [date(2024, 12, 5)]),
]
