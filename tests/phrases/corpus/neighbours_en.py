"""English neighbours of sentences that were read wrongly or refused: each class with other words."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    but,
    dates,
    day_range,
    in_week,
    monthly,
    weekly,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

_DAILY = weekly(*range(7))


def _inside(days: list[date], *months: int) -> list[date]:
    return [day for day in days if day.month in months]


def _without(days: list[date], *out: date) -> list[date]:
    return [day for day in days if day not in out]


# A whole name before a full stop ends its sentence; an abbreviation's dot does not.
FULL_STOPS = [
    clear(
        "No meeting in August. Mondays 9am; Tuesdays 10am",
        at([d for d in weekly(MON) if d.month != 8], "09:00")
        | at([d for d in weekly(TUE) if d.month != 8], "10:00"),
    ),
    clear(
        "Closed Mondays. Tue-Fri 9am-5pm; Sat 10am-1pm",
        at(weekly(TUE, WED, THU, FRI), "09:00") | at(weekly(SAT), "10:00"),
    ),
    clear(
        "Closed in August; first Monday of the month 7pm, last Friday 6pm",
        at(in_week(MON, 1, but(8)), "19:00") | at(in_week(FRI, -1, but(8)), "18:00"),
    ),
    clear(
        "Except in August, Mondays at 9am, Tuesdays at 10am",
        at(_inside(weekly(MON), *but(8)), "09:00") | at(_inside(weekly(TUE), *but(8)), "10:00"),
    ),
    clear("Closed Sat. and Sun. Open daily 9am", at(weekly(*range(5)), "09:00")),
    clear("Closed on 25 December. Open daily 9am-5pm", at(_without(_DAILY, date(2024, 12, 25)), "09:00")),
    clear("Board: 2nd Tue., 7 p.m.", at(in_week(TUE, 2), "19:00")),
    clear("Fri. Choir 7pm; Sat. Mass 6pm", at(weekly(FRI), "19:00") | at(weekly(SAT), "18:00")),
    refused("Open daily 9am. Closed Sun. Open from 1 May"),
]

# "or" between days that are taken out.
NEITHER = [
    clear("Every day at 09:00 except Saturdays or Sundays", at(weekly(*range(5)), "09:00")),
    clear(
        "First Monday of the month, 7pm, but not in January or August",
        at(in_week(MON, 1, but(1, 8)), "19:00"),
    ),
    clear(
        "Book group, last Friday, 2pm; no meeting in July, August or December",
        at(in_week(FRI, -1, but(7, 8, 12)), "14:00"),
    ),
    clear(
        "Talks every Sunday at 3pm, excluding 5 May or 1 September",
        at(_without(weekly(SUN), date(2024, 5, 5), date(2024, 9, 1)), "15:00"),
    ),
    refused("Every day at 9am except Monday or 3 May", "or"),
    refused("Mondays 10am, except 6 May or any bank holiday", "or"),
    refused("Every Monday or Tuesday at 10:00", "or"),
    refused("Not in August: Mondays or Tuesdays at 10:00", "or"),
]

# One day of several months; days between two of a month.
DAYS_OF_MONTHS = [
    clear("Fees are due on the 3rd of May and June", dates((5, 3), (6, 3))),
    clear(
        "Meetings at 7pm on the 1st and 15th of April and October",
        at([*monthly(1, (4, 10)), *monthly(15, (4, 10))], "19:00"),
    ),
    clear("The 3rd of May, 7th of June and 9 July", dates((5, 3), (6, 7), (7, 9))),
    clear("Rent on the 10th of March and September 5", dates((3, 10), (9, 5))),
    clear("Meters are read between the 1st and the 5th of each month", periods=day_range(1, 5)),
    clear("Paid between the 25th and the last day of each month", periods=day_range(25, -1)),
    refused("Paid between the 10th and the 5th of each month", "between"),
]

# What a notice says of a closure, with its hours; beside other rules the days are taken out.
CLOSURES = [
    clear("Power shut off on 5 and 6 June, 8am–noon", at(dates((6, 5), (6, 6)), "08:00")),
    clear("The pool is closed on 3 June, 9am-5pm", at(dates((6, 3)), "09:00")),
    clear("Road shut down on 3 June from 9am to 5pm", at(dates((6, 3)), "09:00")),
    clear("Water supply daily 6am-8pm, shut off on Mondays", at(weekly(*range(1, 7)), "06:00")),
    refused("The pool is closed 3 June. 9am-5pm"),
    refused("Pool open 9am-5pm; closed 3 June, 1pm-3pm"),
]

# 12:00 behind a forenoon is noon; other hours stay open.
NOON = [
    clear("Mondays 9:30-12:00", at(weekly(MON), "09:30")),
    clear("Toddler group, Tuesdays and Thursdays 10:15–12:00", at(weekly(TUE, THU), "10:15")),
    clear("The last Friday, 11:00 to 12:00", at(in_week(FRI, -1), "11:00")),
    asked("Mondays 9-12", at(weekly(MON), "09:00")),
    asked("Mondays 7:30-12:00", at(weekly(MON), "07:30")),
]

# Saturdays and Sundays alone: holidays stay where they are.
OFF_WEEKENDS = [
    clear(
        "Rent due on the 1st of each month; if it falls on a Saturday or Sunday, it moves to the next Monday",
        [*monthly(1, but(6, 9, 12)), *dates((6, 3), (9, 2), (12, 2))],
    ),
    clear(
        "Rent is paid on the 1st of each month (if that is a weekend, the preceding Friday)",
        [*monthly(1, but(6, 9, 12)), *dates((5, 31), (8, 30), (11, 29))],
    ),
    clear(
        "8h ngày 20 hằng tháng (nếu trùng thứ Bảy, Chủ nhật thì tiếp vào thứ Hai tuần kế tiếp)",
        at([*monthly(20, but(1, 4, 7, 10)), *dates((1, 22), (4, 22), (7, 22), (10, 21))], "08:00"),
    ),
    clear(
        "Ngày 20 hằng tháng, nếu trùng thứ Bảy hoặc Chủ nhật thì dời sang thứ Sáu trước đó",
        [*monthly(20, but(1, 4, 7, 10)), *dates((1, 19), (4, 19), (7, 19), (10, 18))],
    ),
    refused("On the 15th of each month; if that falls on a Saturday, the following Monday", "if that"),
    refused("On the 15th of each month; if that falls on a weekend, on the following Tuesday", "if that"),
    refused(
        "On the 15th of each month at 9am; if that falls on a weekend, the following Monday at 10am",
        "10am",
    ),
    refused("The 10th of each month; if that is a Saturday, Sunday or public holiday, the following Monday"),
]

# A season whose days stand beside it; one without them leaves open when it is.
SEASONS = [
    clear(
        "Summer hours (June to August): Mon-Thu 07:30–16:00; "
        "winter hours (September to May): Mon-Thu 08:30-17:00",
        at(_inside(weekly(MON, TUE, WED, THU), 6, 7, 8), "07:30")
        | at(_inside(weekly(MON, TUE, WED, THU), *but(6, 7, 8)), "08:30"),
    ),
    clear("Spring concerts on Sundays in April and May at 3pm", at(_inside(weekly(SUN), 4, 5), "15:00")),
    clear(
        "Chess club on Tuesdays at 4pm in term time (9 January to 26 March)",
        at(weekly(TUE, first=date(2024, 1, 9), last=date(2024, 3, 26)), "16:00"),
    ),
    clear(
        "Story time every Friday at 10am, not in the school holidays (22 July - 30 August)",
        at([d for d in weekly(FRI) if not date(2024, 7, 22) <= d <= date(2024, 8, 30)], "10:00"),
    ),
    refused(
        "Summer hours (June, July, August): Mon-Thu 07:30–16:00; winter hours: Mon-Thu 08:30-17:00", "winter"
    ),
    refused("Summer concerts every Sunday at 3pm, last concert in September", "Summer"),
    refused("Summer opening daily in July 10am; Sundays 2pm", "Summer"),
]

# Words that put days back, or tell one time from another: none of them may be passed over.
PUT_BACK = [
    refused("Open daily 10am (closed Mondays except 6 May)", "except"),
    refused("The museum is open Tuesday to Sunday, 10am–5pm (closed Mondays except bank holidays)", "except"),
    refused("Daily at 9am except Mondays except 6 May", "except 6"),
    refused("17h hằng ngày, nghỉ thứ Hai trừ tháng 8", "trừ"),
    clear(
        "Daily at 9am, except Mondays and except in August",
        at(_inside(weekly(*range(1, 7)), *but(8)), "09:00"),
    ),
    clear("Daily at 9am, not Mondays, not in August", at(_inside(weekly(*range(1, 7)), *but(8)), "09:00")),
    refused("Communion, first Sunday of the month at 9am; prayers, other Sundays at 10am", "other"),
    refused("Mondays 9am, other days 10am", "other"),
    refused("AGM: Thursday 16 May 2024, 7.30pm for 8pm", "for"),
    refused("Supper, Fridays 7 for 7.30pm", "7"),
    clear("Quiz, Fridays 7.30pm, for 8 people", at(weekly(FRI), "19:30")),
]

# What goes on, or belongs to some months alone, or to another clock.
NOT_ALL = [
    refused("Concerts on the last Sunday of each month (last Saturday in December) at 4pm", "last Saturday"),
    refused("Lunch club, Tuesdays and, in July, also Thursdays at noon", "also"),
    refused("Fees are due on 15 January, 15 February and so on", "and so on"),
    refused("Yoga Mondays, Tuesdays, etc, 9am", "etc"),
    refused("Monday through Thursday, 9 p.m. ET", "ET"),
    clear("Games, songs, etc. every Friday at 4pm", at(weekly(FRI), "16:00")),
    clear("The last Sunday of the month (not in December) at 4pm", at(in_week(SUN, -1, but(12)), "16:00")),
    clear("Mondays at 7pm; also Thursdays at 9am", at(weekly(MON), "19:00") | at(weekly(THU), "09:00")),
]

# A time in brackets for some months alone; words that leave a day out.
IN_BRACKETS = [
    refused("Sundays 8am and 10am (10am only in August)", "10am only"),
    refused("Wednesdays 6pm (5pm in December)", "5pm"),
    refused("Mondays at 18:00 (19:00 from June to August)", "19:00"),
    refused("Thứ Hai 18h (tháng 12: 17h)", "17h"),
    refused("Thứ Hai hằng tuần 18h (từ tháng 6 đến tháng 8: 19h)", "19h"),
    refused("Sundays and holy days 10am", "holy days"),
    refused("Market days: Tuesdays & Saturdays; early closing Thursdays", "early closing"),
    clear("Mondays at 19:00 (7 pm)", at(weekly(MON), "19:00")),
    clear("Film club (first Thursday at 2 pm, January–May)", at(in_week(THU, 1, (1, 2, 3, 4, 5)), "14:00")),
]

CASES: list[Case] = [
    *NOT_ALL,
    *IN_BRACKETS,
    *PUT_BACK,
    *SEASONS,
    *OFF_WEEKENDS,
    *FULL_STOPS,
    *NEITHER,
    *DAYS_OF_MONTHS,
    *CLOSURES,
    *NOON,
]
