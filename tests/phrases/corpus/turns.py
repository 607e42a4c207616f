"""Clauses that turn against what stands before them: none of them may be passed over."""

from __future__ import annotations

from tests.phrases.almanac import MON, THU, TUE, at
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import every, nth, on, out_of

_MONDAYS = [d for d in out_of(every(MON), 8) if (d.month, d.day) != (12, 23)]
_TUESDAYS = [d for d in out_of(every(TUE), 8) if (d.month, d.day) != (12, 24)]

READ: list[Case] = [
    clear("Mondays at 9am except in August and 23 December", at(_MONDAYS, "09:00")),
    clear("Mondays at 9am except 23 December and all of August", at(_MONDAYS, "09:00")),
    clear("Thứ Hai lúc 9h, trừ tháng 8 và ngày 23/12", at(_MONDAYS, "09:00")),
    clear("Tuesdays at 7pm except in August and on 24 December", at(_TUESDAYS, "19:00")),
    clear("Thứ Ba lúc 19h, trừ ngày 24/12 và tháng 8", at(_TUESDAYS, "19:00")),
    clear("Giving Tuesday, 3 December 2024, 9am", at(on((12, 3)), "09:00")),
    clear("Thứ Năm tuần 3 hằng tháng lúc 5h45, trừ tháng 2", at(out_of(nth(THU, 3), 2), "05:45")),
    clear(
        "8h thứ Hai tuần 1, riêng tháng 2 thứ Hai tuần 2",
        at(out_of(nth(MON, 1), 2) + nth(MON, 2, months=(2,)), "08:00"),
    ),
]

SERIES: list[Case] = [
    refused("Tập 1 phát 20h50 ngày 2/5, mỗi ngày một tập đến hết tập 20", "mỗi ngày"),
    refused("Tập 1 phát lúc 19h ngày 6/5, sau đó mỗi tuần một tập, tổng cộng 8 tập"),
    refused("Bài 1 đăng ngày 4/3, mỗi tháng một bài đến hết bài 5"),
    refused("Số đầu ra ngày 5/3, mỗi quý một số"),
    refused("Episode 1 on 7 May at 21:00, then one episode a week, eight in all", "one episode a week"),
    refused("Episode 1 on 7 May at 21:00, one a day, eight episodes in all"),
]

THEREAFTER: list[Case] = [
    refused("Mondays at 11am to the end of April and from then on at 10am", "from then on"),
    refused("Mondays at 11am until 29 April, thereafter at 10am", "thereafter"),
    refused("Mondays at 11am to 29 April, and afterwards at 10am"),
    refused("Tuesdays at 7pm until 30 June, then at 8pm"),
    refused("Mondays until 30 June, thereafter Tuesdays"),
    refused("Thứ Hai lúc 11h đến hết tháng 4, kể từ đó lúc 10h"),
    refused("11h thứ Hai hằng tuần đến 29/4, từ đó trở đi 10h"),
    refused("11h thứ Hai hằng tuần đến 29/4, sau đó chuyển sang 10h"),
]

AHEAD: list[Case] = [
    refused("Every Monday at 8pm from 4 March to 27 May, except in April, though 15 April goes ahead"),
    refused("Tuesdays at 7pm except in August, although 13 August will take place"),
    refused("Every Friday at 6pm except in July, but not 12 July"),
    refused("Thursdays at 8pm except in December; 5 December goes ahead as usual"),
    refused("Mondays at 9am except bank holidays, though 6 May goes ahead"),
    refused("19h thứ Ba hằng tuần, trừ tháng 8 (ngày 13/8 vẫn phát)"),
    refused("19h thứ Ba hằng tuần, nghỉ tháng 8, vẫn phát ngày 13/8"),
    refused("9h thứ Hai trừ tháng 7, song ngày 15/7 có phát"),
    refused("19h thứ Ba, trừ ngày 6/8, ngày 13/8 vẫn họp"),
]

ELSEWHEN: list[Case] = []

ADDED: list[Case] = [
    refused("16h ngày 1 và ngày 15 hằng tháng, từ tháng 4 thêm ngày 25", "từ tháng 4"),
    refused("16h thứ Hai hằng tuần, từ tháng 6 thêm thứ Năm"),
    refused("8h thứ Hai, trong tháng 7 thêm thứ Năm"),
    refused("Mondays at 4pm, from June also Thursdays"),
]

OTHERS: list[Case] = [
    refused("Đăng 2 bài vào thứ Hai", "2 bài"),
    refused("Đăng 2 bài vào thứ Hai, 1 bài vào thứ Năm"),
    refused("Publish 2 articles on Monday", "2 articles"),
    refused("14 March 1930", "14 March 1930"),
    refused("8h ngày 3/2/1930"),
    refused("Lớp mở ngày 6/5, học thứ Hai 8h", "ngày 6/5"),
    refused("Ngày 6/5 khai giảng, thứ Hai học 8h"),
    refused("Classes open 6 May, lessons Mondays 8am"),
    refused("Đêm thứ Bảy rạng sáng Chủ nhật", "Đêm thứ Bảy"),
    refused("Đêm 30/11 rạng sáng 1/12"),
    refused("Saturday night into Sunday morning"),
    refused("Overnight Saturday to Sunday"),
    refused("Giving Tuesday", "Giving Tuesday"),
    refused("Super Sunday at 4pm", "Super Sunday"),
    refused("Palm Sunday"),
    refused("Chủ nhật xanh"),
    refused("Mùng 5 Tết dương lịch"),
]

CASES: list[Case] = READ + SERIES + THEREAFTER + AHEAD + ELSEWHEN + ADDED + OTHERS
