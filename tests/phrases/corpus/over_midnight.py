"""From a time of one day to a time of the next: one airing that lasts over midnight, in every spelling."""

from __future__ import annotations

from tests.phrases.almanac import FRI, MON, SAT, TUE, at, dates, following, weekly
from tests.phrases.corpus.case import Case, clear, refused

THREE_HOURS, SIX_HOURS = (180, None), (360, None)
SATURDAYS = at(weekly(SAT), "22:00")

WEEKDAYS: list[Case] = [
    clear("Saturday 22:00 - Sunday 01:00", SATURDAYS, minutes=THREE_HOURS),
    clear("Sat 10pm–Sun 1am", SATURDAYS, minutes=THREE_HOURS),
    clear("Jazz club: Saturdays 10pm - Sundays 1am", SATURDAYS, minutes=THREE_HOURS),
    clear("every Saturday 10pm to Sunday 1am", SATURDAYS, minutes=THREE_HOURS),
    clear("10pm Saturday until 1am Sunday", SATURDAYS, minutes=THREE_HOURS),
    clear("Saturday night 10pm - Sunday morning 1am", SATURDAYS, minutes=THREE_HOURS),
    clear("Saturday 10pm - 1am the next day", SATURDAYS, minutes=THREE_HOURS),
    clear("Saturdays 10pm - 1am", SATURDAYS, minutes=THREE_HOURS),
    clear("22h thứ Bảy - 1h Chủ nhật", SATURDAYS, minutes=THREE_HOURS),
    clear("thứ 7 22h00 – CN 1h00", SATURDAYS, minutes=THREE_HOURS),
    clear("thứ Bảy, 22h đến Chủ nhật, 1h", SATURDAYS, minutes=THREE_HOURS),
    clear("22h tối thứ Bảy – 1h sáng Chủ nhật", SATURDAYS, minutes=THREE_HOURS),
    clear("tối thứ Bảy 22h - sáng Chủ nhật 1h", SATURDAYS, minutes=THREE_HOURS),
    clear("22h thứ Bảy - 1h sáng hôm sau", SATURDAYS, minutes=THREE_HOURS),
    clear("từ 22h thứ Bảy đến 1h sáng Chủ nhật hằng tuần", SATURDAYS, minutes=THREE_HOURS),
    clear("22h-1h thứ Bảy", SATURDAYS, minutes=THREE_HOURS),
    clear(
        "22h thứ Bảy – 1h Chủ nhật, phát lại 9h thứ Hai",
        SATURDAYS,
        replays=at(following(weekly(SAT), MON), "09:00"),
        minutes=THREE_HOURS,
    ),
]
DATES: list[Case] = [
    clear("22h00 ngày 14/6 – 4h00 ngày 15/6", at(dates((6, 14)), "22:00"), minutes=SIX_HOURS),
    clear("ngày 14/6, 22h - ngày 15/6, 4h", at(dates((6, 14)), "22:00"), minutes=SIX_HOURS),
    clear("thứ Sáu 14/6 22h - thứ Bảy 15/6 4h", at(dates((6, 14)), "22:00"), minutes=SIX_HOURS),
    clear("22h ngày 14-6 đến 4h ngày 15-6", at(dates((6, 14)), "22:00"), minutes=SIX_HOURS),
    clear("10pm 14 June – 4am 15 June", at(dates((6, 14)), "22:00"), minutes=SIX_HOURS),
    clear("June 14 10pm - June 15 4am", at(dates((6, 14)), "22:00"), minutes=SIX_HOURS),
    clear("Fri 14 June 22:00 - Sat 15 June 04:00", at(dates((6, 14)), "22:00"), minutes=SIX_HOURS),
    clear("22h ngày 31/12 - 1h ngày 1/1", at(dates((12, 31)), "22:00"), minutes=THREE_HOURS),
    clear("22h ngày 31/12 - 1h ngày 1/1/2025", at(dates((12, 31)), "22:00"), minutes=THREE_HOURS),
    clear("31 December 10pm - 1 January 1am", at(dates((12, 31)), "22:00"), minutes=THREE_HOURS),
]
OTHERS: list[Case] = [
    # a dash may part two airings, more so where a replay is one of them
    refused("Thứ Hai 20h - thứ Ba 9h", "Thứ Hai 20h - thứ Ba 9h"),
    refused("Monday 8pm - Tuesday 9am", "Monday 8pm - Tuesday 9am"),
    refused("Sat 8pm - Sun 8am repeat", "repeat"),
    clear("Friday 7pm to Saturday 7pm", at(weekly(FRI), "19:00"), minutes=(1440, None)),
    # over more than a day between weekdays only "from … to" says that it is one airing
    refused("Monday 9am - Friday 5pm", "Monday 9am - Friday 5pm"),
    refused("Thứ Hai 8h - thứ Sáu 17h", "Thứ Hai 8h - thứ Sáu 17h"),
    refused("8h thứ Hai - 9h thứ Ba - 10h thứ Tư"),
    clear("từ 18h thứ Sáu đến 18h Chủ nhật", at(weekly(FRI), "18:00"), minutes=(2880, None)),
    clear("from Friday 6pm to Sunday 6pm", at(weekly(FRI), "18:00"), minutes=(2880, None)),
    # a comma parts two airings
    clear("8h thứ Hai, 9h thứ Ba", at(weekly(MON), "08:00") | at(weekly(TUE), "09:00")),
    clear("Saturday 10pm, Monday 1pm", SATURDAYS | at(weekly(MON), "13:00")),
    # the weekday of its end is verified, and its days must exist
    refused("thứ Sáu 14/6 22h - Chủ nhật 15/6 4h"),
    refused("22h ngày 31/6 - 1h ngày 1/7", "31/6"),
]

CASES = WEEKDAYS + DATES + OTHERS
