"""The channel on which something is aired, before its days and times or behind them."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, WEEKDAYS, at, in_week, weekly
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import every, nth

CASES: list[Case] = [
    clear(
        'The column "Reform Today" goes out on KG1 at 20:15 every Tuesday, lasting 10 to 12 minutes',
        at(weekly(TUE), "20:15"),
        known_channels=("KG", "KG1"),
        channel="KG1",
        minutes=(10, 12),
    ),
    clear(
        "Broadcast from Monday to Friday of the first week of each month at 08:30 on channel FM1",
        at([d for w in (MON, TUE, WED, THU, FRI) for d in in_week(w, 1)], "08:30"),
        channel="FM1",
    ),
    clear(
        "Phát sóng định kỳ 19g45 thứ Sáu hằng tuần trên kênh AG1, thời lượng 15 phút.",
        at(weekly(FRI), "19:45"),
    ),
    clear("CN đầu tiên của tháng, 8h, sóng FM 99,4 MHz", at(nth(SUN, 1), "08:00")),
    clear(
        "Phim truyện “Gió qua miền cát trắng”: 20h00 từ thứ Hai đến thứ Tư, từ ngày 04/3 đến "
        "ngày 29/5, kênh VTV3",
        at(every(MON, TUE, WED, a=(3, 4), b=(5, 29)), "20:00"),
    ),
    clear(
        "FM 96 MHz: bản tin ngắn lúc 7h, 8h, 9h và 10h, từ thứ Hai đến thứ Sáu",
        at(every(*WEEKDAYS), "07:00")
        | at(every(*WEEKDAYS), "08:00")
        | at(every(*WEEKDAYS), "09:00")
        | at(every(*WEEKDAYS), "10:00"),
    ),
    clear("Thứ 7 tuần 2 hàng tháng, 20h30, kênh KG", at(in_week(SAT, 2), "20:30"), channel="KG"),
    clear(
        "Trên sóng FM 99,4 MHz: 5h30 sáng các ngày thứ Ba, thứ Năm, thứ Bảy hằng tuần",
        at(weekly(TUE, THU, SAT), "05:30"),
    ),
    clear(
        "Tọa đàm phát trên kênh TV2 lúc 20h00 Chủ nhật tuần 2 các tháng 2, 5, 8, 11",
        at(in_week(SUN, 2, (2, 5, 8, 11)), "20:00"),
        channel="TV2",
        known_channels=("TV1", "TV2"),
    ),
    clear(
        "Tuần 1, 2 và 4 hằng tháng, thứ Sáu, 17 giờ 50 phút, sóng FM, thời lượng 15'",
        at(in_week(FRI, 1) + in_week(FRI, 2) + in_week(FRI, 4), "17:50"),
        minutes=(15, None),
        known_channels=("FM",),
        channel="FM",
    ),
]
