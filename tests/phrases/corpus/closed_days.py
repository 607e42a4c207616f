"""Tables of hours with a closed day: taken out where a rule has it, and nothing more where none has."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, SUN, TUE, WED, WEEKDAYS, at, weekly
from tests.phrases.corpus.case import Case, clear, refused

ALL_BUT_SUNDAY = (*WEEKDAYS, SAT)

CASES: list[Case] = [
    clear("Monday to Friday 10am-4pm; Sunday: closed", at(weekly(*WEEKDAYS), "10:00")),
    clear(
        "Monday - Friday: 9am - 5pm\nSaturday: 10am - 2pm\nSunday: Closed",
        at(weekly(*WEEKDAYS), "09:00") | at(weekly(SAT), "10:00"),
    ),
    clear("Mon-Sat 8am-6pm, Sunday closed", at(weekly(*ALL_BUT_SUNDAY), "08:00")),
    clear("Mon-Sat 8am-6pm (Sunday closed)", at(weekly(*ALL_BUT_SUNDAY), "08:00")),
    clear("Mon-Fri 9am-5pm; weekends: closed", at(weekly(*WEEKDAYS), "09:00")),
    clear("Mon 9am-5pm\nTue closed\nWed 9am-5pm", at(weekly(MON, WED), "09:00")),
    clear("Daily 9am-5pm; Monday: closed", at(weekly(*range(1, 7)), "09:00")),
    clear("Saturday & Sunday: closed; Mon-Fri 9am-5pm", at(weekly(*WEEKDAYS), "09:00")),
    clear("thứ Hai đến thứ Sáu 8h-16h (Chủ nhật nghỉ)", at(weekly(*WEEKDAYS), "08:00")),
    clear("Thứ Hai đến thứ Bảy: 7h30 - 11h\nChủ nhật: nghỉ", at(weekly(*ALL_BUT_SUNDAY), "07:30")),
    clear("8h thứ Hai đến thứ Bảy (Chủ nhật nghỉ)", at(weekly(*ALL_BUT_SUNDAY), "08:00")),
    clear("hằng ngày 8h-11h (Chủ nhật nghỉ)", at(weekly(*ALL_BUT_SUNDAY), "08:00")),
    clear("8h-17h hằng ngày, thứ Hai: đóng cửa", at(weekly(*range(1, 7)), "08:00")),
    clear("Thứ Hai nghỉ; các ngày khác 8h", at(weekly(TUE, WED, 3, FRI, SAT, SUN), "08:00")),
    refused("Sunday: closed", "closed"),
    refused("Chủ nhật: nghỉ", "nghỉ"),
    refused("Mon-Fri 9am-5pm, Sat closed at 1pm"),
]
