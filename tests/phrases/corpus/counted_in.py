"""What weeks, weekdays and days are counted in: the year, a course; and counts that name fewer days."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import MON, at, in_week, monthly, weekly
from tests.phrases.corpus.case import Case, clear, refused

FIRST, LAST = [date(2024, 1, 1)], [date(2024, 12, 30)]

CASES: list[Case] = [
    clear("8h thứ Hai tuần đầu năm", at(FIRST, "08:00")),
    clear("8h thứ Hai tuần cuối năm", at(LAST, "08:00")),
    clear("8h thứ Hai tuần đầu năm 2024", at(FIRST, "08:00")),
    clear("Chào cờ 7h thứ Hai đầu tiên trong năm", at(FIRST, "07:00")),
    clear("8h thứ Hai cuối cùng trong năm", at(LAST, "08:00")),
    clear("8h thứ Hai tuần đầu hằng tháng trong năm", at(in_week(MON, 1), "08:00")),
    clear("ngày 5 tháng đầu năm", [date(2024, 1, 5)]),
    refused("8h thứ Hai đầu tiên của năm học", "của"),
    refused("Sinh hoạt 8h thứ Hai đầu tiên của khóa học", "của"),
    refused("Ngày đầu tiên của hội nghị 8h", "của"),
    refused("tuần thứ 2 của chiến dịch", "của"),
    refused("the third week of the course", "of the"),
    refused("8am on the first Monday of the season", "of the"),
    clear("First Monday in the village hall at 8am", at(in_week(MON, 1), "08:00")),
    refused("8h thứ Hai cuối cùng cùng trong năm", "thứ Hai"),
    clear("8h ngày 15 của Hội", at(monthly(15), "08:00")),
    clear("Số đầu tiên của báo ra ngày 5/3", [date(2024, 3, 5)]),
    refused("mỗi tháng 2 lần vào thứ Hai lúc 8h", "mỗi tháng 2 lần"),
    refused("8h thứ Hai, 2 buổi/tháng", "2 buổi/tháng"),
    refused("2 bài/tháng, thứ Hai hằng tuần", "2 bài/tháng"),
    refused("mỗi tuần 3 lần, 8h hằng ngày", "mỗi tuần 3 lần"),
    refused("10 lần/tháng, 8h thứ Hai", "10 lần/tháng"),
    refused("twice a month on Mondays at 8am", "twice a month"),
    clear("mỗi tháng 4 lần vào thứ Hai lúc 8h", at(weekly(MON), "08:00")),
    clear("2 lần/tháng, 8h thứ Hai tuần 2 và 4", at(in_week(MON, 2) + in_week(MON, 4), "08:00")),
    clear("four times a month, on Mondays at 8am", at(weekly(MON), "08:00")),
    refused("mỗi tháng 01 trang; từ tháng 3 đến tháng 11", "từ tháng 3 đến tháng 11"),
    refused("Từ tháng 3 đến tháng 11/2024; mỗi tháng 01 trang", "Từ tháng 3 đến tháng 11/2024"),
]
