"""Titles in quotation marks of every sort, with capitals or without: their days are none of the schedule."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, at, weekly
from tests.phrases.corpus.case import Case, clear, refused

THURSDAYS = at(weekly(THU), "20:00")

ENGLISH = [
    clear('"monday night jazz" every Thursday at 8pm', THURSDAYS),
    clear("'friday night jazz' every Thursday at 8pm", THURSDAYS),
    clear("‘friday night jazz’ every Thursday at 8pm", THURSDAYS),
    clear("„friday night jazz“ every Thursday at 8pm", THURSDAYS),
    clear("«friday night jazz» every Thursday at 8pm", THURSDAYS),
    clear('the play "early friday" is shown Thursdays at 8pm', THURSDAYS),
    clear('"Weekend" airs Fridays 7pm', at(weekly(FRI), "19:00")),
    clear('"monday club" and "tuesday club" meet Fridays at 6pm', at(weekly(FRI), "18:00")),
    clear('"Monday, Monday" by The Larks airs Friday at 8pm', at(weekly(FRI), "20:00")),
    clear('Talk "first monday of may" Thursdays 8pm', THURSDAYS),
]

VIETNAMESE = [
    clear('"sắc màu cuối tuần" 20h thứ Sáu', at(weekly(FRI), "20:00")),
    clear("'sắc màu cuối tuần' 20h thứ Sáu hằng tuần", at(weekly(FRI), "20:00")),
    clear("Chuyên mục “nhịp sống thứ bảy”: 19h Chủ nhật", at(weekly(SUN), "19:00")),
    clear("‘chiều thứ bảy’ phát 19h Chủ nhật", at(weekly(SUN), "19:00")),
    clear('Chương trình "thứ Sáu" phát 19h Chủ nhật', at(weekly(SUN), "19:00")),
]

# The quotes hold the rule, or its one day; and marks that are no quotes.
NO_TITLES = [
    clear('"every friday at 8pm"', at(weekly(FRI), "20:00")),
    clear('"Friday" at 8pm', at(weekly(FRI), "20:00")),
    clear('The notice says "meetings every Friday at 8pm"', at(weekly(FRI), "20:00")),
    clear('"weekly" report every Monday', weekly(MON)),
    clear("“thứ Hai, thứ Tư” 8h", at(weekly(MON, WED), "08:00")),
    clear("the members' meeting every Monday, the tenants' every Tuesday", weekly(MON, TUE)),
    clear("20h thứ Bảy, 30', 40 chỗ", at(weekly(SAT), "20:00"), minutes=(30, None)),
    refused('"friday night jazz" at 8pm', "8pm"),
    refused('"Every Sunday" is shown Saturdays at 9pm', '"Every Sunday"'),
    clear('"every Sunday" and Saturdays at 9pm', at(weekly(SAT, SUN), "21:00")),
    refused('"tin tức thứ hai" 8h', "8h"),
]

CASES: list[Case] = [*ENGLISH, *VIETNAMESE, *NO_TITLES]
