"""A time or a date with a name of its own beside a rule's: is it the rule's, too?"""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, SUN, THU, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

MONDAYS = at(weekly(MON), "20:00")

CASES: list[Case] = [
    asked("Mondays 8pm, lunch at 1pm", MONDAYS | at(weekly(MON), "13:00")),
    asked("Mondays 8pm and lunch at 1pm"),
    asked("Book club Mondays 8pm, coffee from 7.30pm"),
    asked("Thứ Hai 8h, văn nghệ 19h", at(weekly(MON), "08:00") | at(weekly(MON), "19:00")),
    asked("Chi bộ họp 8h thứ Hai, ăn trưa 12h"),
    clear("Thứ Hai: 8h khai mạc, 10h thảo luận", at(weekly(MON), "08:00") | at(weekly(MON), "10:00")),
    clear("Sunday: Communion 8am, Evensong 6.30pm", at(weekly(SUN), "08:00") | at(weekly(SUN), "18:30")),
    clear("Thursdays 7pm, matinee Saturday 2pm", at(weekly(THU), "19:00") | at(weekly(SAT), "14:00")),
    clear("Mondays 8pm and 9pm", MONDAYS | at(weekly(MON), "21:00")),
    asked("Mondays 8pm; AGM 7 May", MONDAYS | {dates((5, 7))[0]}),
    asked("Mondays 8pm; guest night 7 May"),
    refused("8h thứ Hai; gặp mặt ngày 7/5", "ngày 7/5"),
    clear("Mondays 8pm; AGM 7 May 9pm", MONDAYS | at(dates((5, 7)), "21:00")),
    clear("Mondays 8pm. The next meeting is on 15 January", MONDAYS),
]
