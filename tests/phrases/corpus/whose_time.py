"""Several rules in one phrase: whose time it is, which of two times holds, and "the same time" as what."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import (
    DAILY,
    FRI,
    MON,
    SAT,
    THU,
    TUE,
    WED,
    at,
    dates,
    in_week,
    monthly,
    weekly,
    without,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

THURSDAYS, MONDAYS = weekly(THU), weekly(MON)
FIRST_THURSDAYS, LAST_THURSDAYS = in_week(THU, 1), in_week(THU, -1)
THREE = dates((3, 5), (3, 12), (3, 19))


def both_ways(
    usual: list[date], clock: str, special: list[date], other: str
) -> tuple[set[datetime], set[datetime]]:
    """The special days with their own time alone; or with both."""
    return at(without(usual, *special), clock) | at(special, other), at(usual, clock) | at(special, other)


# The one time in front of the first day is that of the whole list.
TIME_BEFORE_A_LIST = [
    clear("8h 5/3; 12/3; 19/3", at(THREE, "08:00")),
    clear("8h ngày 5/3; ngày 12/3; ngày 19/3", at(THREE, "08:00")),
    clear("Lúc 8h 5/3\n12/3\n19/3", at(THREE, "08:00")),
    clear("8h thứ Hai; thứ Tư; thứ Sáu", at(weekly(MON, WED, FRI), "08:00")),
    clear("8h ngày 5; ngày 15; ngày 25 hằng tháng", at(monthly(5) + monthly(15) + monthly(25), "08:00")),
    clear("8h thứ Hai tuần 1; thứ Tư tuần 2", at(in_week(MON, 1) + in_week(WED, 2), "08:00")),
    clear("8am 5 March; 12 March; 19 March", at(THREE, "08:00")),
    clear("At 08:00 on 5 March. 12 March. 19 March", at(THREE, "08:00")),
    clear("8am Mondays; Wednesdays; Fridays", at(weekly(MON, WED, FRI), "08:00")),
    refused("8h thứ Hai; ngày 15 hằng tháng", "ngày 15"),
    clear("7pm on the first Monday; on the third Tuesday", at([*in_week(MON, 1), *in_week(TUE, 3)], "19:00")),
    refused("8h 5/3; 12/3 9h; 19/3"),
    refused("5 March at 8am; 12 March at 9am; 19 March"),
    clear("8h 5/3; cả ngày 12/3", at(dates((3, 5)), "08:00") | set(dates((3, 12)))),
    clear("8am 5 March; all day on 12 March", at(dates((3, 5)), "08:00") | set(dates((3, 12)))),
    clear("8h 5/3; 12/3 (chưa rõ giờ)", at(dates((3, 5)), "08:00") | set(dates((3, 12)))),
    clear("Mở cửa 8h thứ Hai; cả ngày thứ Bảy", at(MONDAYS, "08:00") | set(weekly(SAT))),
]

# One rule has some of the other's days: it replaces, or it adds.
SPECIAL_DAYS = [
    asked(
        "Thursdays 7pm; on the first Thursday at 6pm",
        *both_ways(THURSDAYS, "19:00", FIRST_THURSDAYS, "18:00"),
    ),
    asked(
        "Thursdays at 7pm, on the last Thursday at 6pm",
        *both_ways(THURSDAYS, "19:00", LAST_THURSDAYS, "18:00"),
    ),
    asked("First Thursday 6pm; Thursdays 7pm", *both_ways(THURSDAYS, "19:00", FIRST_THURSDAYS, "18:00")),
    asked("Mondays 9am; Monday 6 May at 10am", *both_ways(MONDAYS, "09:00", dates((5, 6)), "10:00")),
    asked(
        "Monday to Friday 8am; Wednesday 9am", *both_ways(weekly(*range(5)), "08:00", weekly(WED), "09:00")
    ),
    asked(
        "Mondays 8am; Mondays in July 7am",
        *both_ways(MONDAYS, "08:00", [d for d in MONDAYS if d.month == 7], "07:00"),
    ),
    asked(
        "The 15th of each month at 8am; 15 May at 9am",
        *both_ways(monthly(15), "08:00", dates((5, 15)), "09:00"),
    ),
    asked("Every day at 7pm; on Sunday at 6pm", *both_ways(DAILY, "19:00", weekly(6), "18:00")),
    asked(
        "Thứ Năm hằng tuần 19h; thứ Năm đầu tiên của tháng 18h",
        *both_ways(THURSDAYS, "19:00", FIRST_THURSDAYS, "18:00"),
    ),
    asked("19h thứ Năm; thứ Năm tuần 1 lúc 18h", *both_ways(THURSDAYS, "19:00", FIRST_THURSDAYS, "18:00")),
    asked("Hằng ngày 19h; ngày 15 lúc 18h", *both_ways(DAILY, "19:00", monthly(15), "18:00")),
    asked("Hằng ngày 19h; 5/3 lúc 18h", *both_ways(DAILY, "19:00", dates((3, 5)), "18:00")),
    asked("Thứ Hai hằng tuần 8h; thứ Hai 5/2 9h", *both_ways(MONDAYS, "08:00", dates((2, 5)), "09:00")),
    asked(
        "Ngày 5, 15 hằng tháng 8h; ngày 15 hằng tháng 9h",
        *both_ways(monthly(5) + monthly(15), "08:00", monthly(15), "09:00"),
    ),
    asked(
        "Thứ Hai 8h; thứ Hai tháng 7 7h",
        *both_ways(MONDAYS, "08:00", [d for d in MONDAYS if d.month == 7], "07:00"),
    ),
    asked(
        "Mondays 8am; Mondays from 1 July to 31 August 7am",
        *both_ways(MONDAYS, "08:00", [d for d in MONDAYS if d.month in (7, 8)], "07:00"),
    ),
    # what settles it
    clear(
        "19h thứ Năm; riêng thứ Năm đầu tiên lúc 18h",
        both_ways(THURSDAYS, "19:00", FIRST_THURSDAYS, "18:00")[0],
    ),
    clear(
        "Thursdays 7pm; also on the first Thursday at 6pm",
        both_ways(THURSDAYS, "19:00", FIRST_THURSDAYS, "18:00")[1],
    ),
    clear(
        "Thứ Năm 19h; thêm thứ Năm đầu tiên của tháng 18h",
        both_ways(THURSDAYS, "19:00", FIRST_THURSDAYS, "18:00")[1],
    ),
    clear("Mondays 9am; Mondays 3pm", at(MONDAYS, "09:00") | at(MONDAYS, "15:00")),
    clear("Thứ Hai 8h; thứ Ba tuần 1 lúc 9h", at(MONDAYS, "08:00") | at(in_week(TUE, 1), "09:00")),
    clear("Mondays 9am; 7 May at 10am", at(MONDAYS, "09:00") | at(dates((5, 7)), "10:00")),
]

# "The same time" needs a time.
SAME_TIME = [
    refused("same time on Tuesdays", "same time"),
    refused("Tuesdays at the same time", "at the same time"),
    refused("The same time every week", "The same time"),
    refused("Tuesdays as above", "as above"),
    refused("Ditto Tuesdays", "Ditto"),
    refused("Tuesdays at the usual time", "usual time"),
    refused("Mondays; Tuesdays same time", "same time"),
    refused("cùng giờ thứ Ba", "cùng giờ"),
    refused("Cùng khung giờ các ngày thứ Ba, thứ Năm", "Cùng khung giờ"),
    refused("thứ Ba hằng tuần, đều lúc", "đều lúc"),
    refused("thứ Ba như trên", "như trên"),
    refused("Thứ Ba, giờ thường lệ", "giờ thường lệ"),
    refused("Thứ Ba 8h; thứ Tư 9h; thứ Năm cùng giờ", "cùng giờ"),
    clear("Mondays 9am; Tuesdays same time", at(weekly(MON, TUE), "09:00")),
    clear("thứ Ba 8h; thứ Năm cùng giờ", at(weekly(TUE, THU), "08:00")),
]

# Words between a weekday and a date, or months between two times: two things, or one?
TWO_THINGS = [
    refused("thứ Hai 8h, khai giảng ngày 6/5", "ngày 6/5"),
    refused("Mondays 9am, first meeting 6 May", "6 May"),
    refused("6 May, then every Monday 6pm", "6 May"),
    refused("Opening 6 May, then Mondays 6pm", "6 May"),
    clear("Monday 6 May, 6pm", at(dates((5, 6)), "18:00")),
    clear("8h thứ Hai, ngày 6/5", at(dates((5, 6)), "08:00")),
    clear(
        "Every Tuesday at 18:00, concert on 19 June at 19:00",
        at(weekly(TUE), "18:00") | at(dates((6, 19)), "19:00"),
    ),
    refused("Daily 9am-6pm, October to March 9am-4pm", "9am-4pm"),
    refused("Hằng ngày 9h-18h, tháng 10 đến tháng 3 9h-16h", "9h-16h"),
    refused("Thứ Hai 8h, tháng 7 7h", "7h"),
    clear(
        "8h, 14h tháng 5 thứ Hai",
        at([d for d in MONDAYS if d.month == 5], "08:00") | at([d for d in MONDAYS if d.month == 5], "14:00"),
    ),
]

# Words that take days out.
TAKEN_OUT = [
    clear("Mondays 9am, leaving out 6 May", at(without(MONDAYS, *dates((5, 6))), "09:00")),
    clear("Mondays 9am; skipping 6 May", at(without(MONDAYS, *dates((5, 6))), "09:00")),
    clear("Mondays 9am, with the exception of 6 May", at(without(MONDAYS, *dates((5, 6))), "09:00")),
    clear(
        "Every month on the last Monday at 7 pm, apart from December",
        at([d for d in in_week(MON, -1) if d.month != 12], "19:00"),
    ),
    clear("thứ Hai 8h, loại trừ ngày 6/5", at(without(MONDAYS, *dates((5, 6))), "08:00")),
    refused("thứ Hai 8h, bỏ ngày 6/5", "bỏ"),
    refused("thứ Hai 8h, chừa ngày 6/5", "chừa"),
    refused("thứ Hai 8h, bỏ qua ngày 6/5", "bỏ qua"),
    clear("Bầu cử, bỏ phiếu 7h ngày 12/5", at(dates((5, 12)), "07:00")),
]

CASES: list[Case] = [*TIME_BEFORE_A_LIST, *SPECIAL_DAYS, *SAME_TIME, *TWO_THINGS, *TAKEN_OUT]
