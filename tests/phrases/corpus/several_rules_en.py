"""English phrases of several rules: each day has its own times."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import (
    DAILY,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    at,
    dates,
    in_week,
    only_in,
    weekly,
)
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import daily, each, every, nth, on, out_of, stretch

CASES: list[Case] = [
    clear(
        "On the radio at 06:15 Tuesday and on television at 18:20 Thursday, 8-10 minutes",
        at(weekly(TUE), "06:15") | at(weekly(THU), "18:20"),
    ),
    clear(
        "Heritage Hour: Mon 21:00, Tue 21:00, Thu 22:30",
        at(weekly(MON, TUE), "21:00") | at(weekly(THU), "22:30"),
    ),
    clear(
        "Weekday drive-time show, 16:00–19:00; Saturday edition, 10:00–12:00",
        at(weekly(*WEEKDAYS), "16:00") | at(weekly(SAT), "10:00"),
    ),
    clear(
        "Episode 1: Mon 3 June, 9pm. Episode 2: Tue 4 June, 9pm. Episode 3: Thu 6 June, 9.30pm",
        at(dates((6, 3), (6, 4)), "21:00") | at(dates((6, 6)), "21:30"),
    ),
    clear(
        "Reform Mailbox: Sundays of weeks 1 and 3 at 08:00; Reform Dialogue: last Friday of each quarter at "
        "20:00",
        at(in_week(SUN, 1) + in_week(SUN, 3), "08:00") | at(in_week(FRI, -1, (3, 6, 9, 12)), "20:00"),
    ),
    clear("M-F 5:30 pm; Sa-Su 6:00 pm", at(weekly(*WEEKDAYS), "17:30") | at(weekly(SAT, SUN), "18:00")),
    clear(
        "Thurs 6.15pm KTV2, Fri 12.40pm KTV1",
        at(weekly(THU), "18:15") | at(weekly(FRI), "12:40"),
        known_channels=("KTV1", "KTV2"),
    ),
    clear(
        "April to September: Mon–Sat 9am–7pm. October to December: Mon–Sat 10am–4pm.",
        at(weekly(*WEEKDAYS, SAT, first=date(2024, 4, 1), last=date(2024, 9, 30)), "09:00")
        | at(weekly(*WEEKDAYS, SAT, first=date(2024, 10, 1)), "10:00"),
    ),
    clear(
        "Local studies desk: Mon 2pm–5pm, Wed 10am–1pm and 2pm–7pm, Fri 10am–1pm",
        at(weekly(MON), "14:00")
        | at(weekly(WED), "10:00")
        | at(weekly(WED), "14:00")
        | at(weekly(FRI), "10:00"),
    ),
    clear(
        "Street sweeping: north side 1st and 3rd Tue, south side 2nd and 4th Tue, 8-10 a.m.",
        at([d for w in (1, 2, 3, 4) for d in in_week(TUE, w)], "08:00"),
        minutes=(120, None),
    ),
    clear(
        "Citizens' advice: Mon and Thu, 9.30am till 12.30pm, no appointment needed; telephone advice only "
        "on Tue, 1pm till 4pm",
        at(weekly(MON, THU), "09:30") | at(weekly(TUE), "13:00"),
        minutes=(180, None),
    ),
    clear(
        "Doctor's surgery: Mon, Tue, Thu, Fri 8.30am–12.30pm & 2pm–6pm; Wed 8.30am–12.30pm",
        at(weekly(*WEEKDAYS), "08:30") | at(weekly(MON, TUE, THU, FRI), "14:00"),
        minutes=(240, None),
    ),
    clear(
        "Bins:\n- general waste: every Tuesday\n- glass: first Friday of the month",
        weekly(TUE) + in_week(FRI, 1),
    ),
    clear(
        "Food bank: Mon, Wed 10am–noon; Fri 4–6pm",
        at(weekly(MON, WED), "10:00") | at(weekly(FRI), "16:00"),
        minutes=(120, None),
    ),
    clear(
        "Every Wednesday at 10am and also on the last Friday of the month at 2pm: said service in the Lady "
        "Chapel",
        at(weekly(WED), "10:00") | at(in_week(FRI, -1), "14:00"),
    ),
    clear("Mon 9am–1pm\nTue 9am–1pm\nThu 2pm–7pm", at(weekly(MON, TUE), "09:00") | at(weekly(THU), "14:00")),
    clear(
        "Ferry: Mon-Fri 06:15, 07:45, 17:30; Sat & Sun 08:30, 18:00",
        at(weekly(*WEEKDAYS), "06:15")
        | at(weekly(*WEEKDAYS), "07:45")
        | at(weekly(*WEEKDAYS), "17:30")
        | at(weekly(SAT, SUN), "08:30")
        | at(weekly(SAT, SUN), "18:00"),
    ),
    clear(
        "The court sits Monday to Thursday at 10:00 and on Fridays at 09:30",
        at(weekly(MON, TUE, WED, THU), "10:00") | at(weekly(FRI), "09:30"),
    ),
    clear(
        "Swimming lessons: Mon, Wed 16:00; Tue, Thu 16:45; Sat 09:15",
        at(weekly(MON, WED), "16:00") | at(weekly(TUE, THU), "16:45") | at(weekly(SAT), "09:15"),
    ),
    clear(
        "Dental clinic: Tuesdays 8:30 am–12 noon; Thursdays 1:30–5:00 pm",
        at(weekly(TUE), "08:30") | at(weekly(THU), "13:30"),
    ),
    clear(
        "Mass: Sunday 8am, 10am and 6pm; Saturday vigil 6pm",
        at(weekly(SUN), "08:00") | at(weekly(SUN), "10:00") | at(weekly(SUN, SAT), "18:00"),
    ),
    clear(
        "Planning Committee: 6.30pm, 24 January; 6.30pm, 21 February; 2pm, 20 March",
        at(dates((1, 24), (2, 21)), "18:30") | at(dates((3, 20)), "14:00"),
    ),
    clear(
        "Summer hours (June, July, August): Mon-Thu 07:30–16:00, Fri 07:30–12:00",
        at(only_in(weekly(*WEEKDAYS), 6, 7, 8), "07:30"),
    ),
    clear(
        "Wed 7 Feb 13:00; Wed 14 Feb 13:00; Thu 22 Feb 15:30",
        at(dates((2, 7), (2, 14)), "13:00") | at(dates((2, 22)), "15:30"),
    ),
    clear(
        "Yoga: Mondays 9.15am & 6.15pm, Fridays 9.15am",
        at(weekly(MON, FRI), "09:15") | at(weekly(MON), "18:15"),
    ),
    clear(
        "1st Sunday of the month: 10.00 am Holy Communion; 2nd, 3rd and 4th Sundays: 11.15 am Family Service",
        at(in_week(SUN, 1), "10:00") | at(in_week(SUN, 2) + in_week(SUN, 3) + in_week(SUN, 4), "11:15"),
    ),
    clear(
        "Recycling centre: Nov–Dec 8am–4pm daily; Apr–Oct 7am–6pm daily",
        at(only_in(DAILY, 11, 12), "08:00") | at(only_in(DAILY, *range(4, 11)), "07:00"),
    ),
    clear(
        "Working group: Tuesday 11 June, 09:00-12:00; Wednesday 12 June, 14:00-17:00",
        at(dates((6, 11)), "09:00") | at(dates((6, 12)), "14:00"),
    ),
    clear(
        "Monday, Tuesday and Thursday, 9 a.m. to 4 p.m., and Wednesday, 11 a.m. to 8 p.m.",
        at(weekly(MON, TUE, THU), "09:00") | at(weekly(WED), "11:00"),
    ),
    clear(
        "Art for beginners\n- Tue 4 June, 10:00\n- Tue 11 June, 10:00\n- Fri 14 June, 14:00",
        at(dates((6, 4), (6, 11)), "10:00") | at(dates((6, 14)), "14:00"),
    ),
    clear(
        "Every Monday from 4 March to 29 April, concert on 26 March",
        [*weekly(MON, first=date(2024, 3, 4), last=date(2024, 4, 29)), date(2024, 3, 26)],
    ),
    clear(
        "Every Tuesday at 18:00, concert on 16 June at 19:00",
        at(weekly(TUE), "18:00") | {datetime(2024, 6, 16, 19)},
    ),
    clear("Walks: 5 March; 12 March; 19 March at 8 am", at(dates((3, 5), (3, 12), (3, 19)), "08:00")),
    clear("Mondays; Wednesdays; Fridays, at 18:00", at(weekly(MON, WED, FRI), "18:00")),
    clear("Fri. Choir 7pm; Sat. Mass 6pm", at(weekly(FRI), "19:00") | at(weekly(SAT), "18:00")),
    clear(
        "Mondays 8am April to September and 9am October to December",
        at(stretch((4, 1), (9, 30), MON), "08:00") | at(stretch((10, 1), (12, 31), MON), "09:00"),
    ),
    clear(
        "Weekdays 9am in June, 10am in July and August",
        at(stretch((6, 1), (6, 30), *WEEKDAYS), "09:00") | at(stretch((7, 1), (8, 31), *WEEKDAYS), "10:00"),
    ),
    clear(
        "9am to 5pm Monday to Saturday, Sunday 10am to 2pm",
        at(every(*WEEKDAYS, SAT), "09:00") | at(every(SUN), "10:00"),
    ),
    clear(
        "Mon 7.30pm, Wed 8.15pm, Fri 9pm",
        at(every(MON), "19:30") | at(every(WED), "20:15") | at(every(FRI), "21:00"),
    ),
    clear(
        "Farm news 5.45am Mon-Sat; Sunday edition 6.35am",
        at(every(*WEEKDAYS, SAT), "05:45") | at(every(SUN), "06:35"),
    ),
    clear(
        "Monday to Thursday 8.30am to 5pm, Friday 8.45am to 4.30pm",
        at(every(MON, TUE, WED, THU), "08:30") | at(every(FRI), "08:45"),
    ),
    clear(
        "Registrar: Tues and Thurs 09:30–12:30; Sat 10:00–12:00",
        at(every(TUE, THU), "09:30") | at(every(SAT), "10:00"),
    ),
    clear(
        "Recycling centre: April to September, 8am to 8pm daily; October to December, 9am to 4pm daily",
        at(daily((4, 1), (9, 30)), "08:00") | at(daily((10, 1), (12, 31)), "09:00"),
    ),
    clear(
        "Head teacher: 8th of the month; union chair: 22nd of the month", each(8, 22, year=2025), year=2025
    ),
    clear(
        "Litter pick Saturday 23 March 10am; second pick Saturday 21 September 10am",
        at(on((3, 23), (9, 21)), "10:00"),
    ),
    clear(
        "Budget consultation drop-ins: Mon 4 Nov 2–5pm, Wed 6 Nov 5–8pm, Sat 9 Nov 10am–1pm",
        at(on((11, 4)), "14:00") | at(on((11, 6)), "17:00") | at(on((11, 9)), "10:00"),
    ),
    clear(
        "Mondays at 10am; on the first Monday of the month at 2pm instead",
        at([d for d in every(MON) if d.day > 7], "10:00") | at(nth(MON, 1), "14:00"),
    ),
    clear("15th of each month, in August on the 20th", out_of(each(15), 8) + on((8, 20))),
    clear(
        "Surgery alternates: Northgate first Sat of the month, Southgate third Sat, 10am",
        at(nth(SAT, 1, 3), "10:00"),
    ),
    clear(
        "May Queen rehearsal Sunday 28 April 2pm, parade Saturday 4 May 11am",
        at(on((4, 28)), "14:00") | at(on((5, 4)), "11:00"),
    ),
    clear(
        "Mon-Fri 06:00-09:00, Sat-Sun 08:00-11:00",
        at(weekly(*WEEKDAYS), "06:00") | at(weekly(SAT, SUN), "08:00"),
    ),
    clear(
        "April to September: daily 9am to 6pm; October to March: daily 10am to 4pm",
        at(only_in(weekly(*range(7)), 4, 5, 6, 7, 8, 9), "09:00")
        | at(only_in(weekly(*range(7)), 1, 2, 3, 10, 11, 12), "10:00"),
    ),
    clear(
        "Sung Eucharist every Sunday at 10am; Evensong on the first Sunday of the month at 6.30pm",
        at(weekly(SUN), "10:00") | at(nth(SUN, 1), "18:30"),
    ),
    clear(
        "Mass: Saturdays 6pm, Sundays 9am and 11am",
        at(weekly(SAT), "18:00") | at(weekly(SUN), "09:00") | at(weekly(SUN), "11:00"),
    ),
    clear(
        "Surgery hours: Mon to Thurs 8am–6.30pm, Fri 8am–5pm, Sat 9am–noon",
        at(weekly(*WEEKDAYS), "08:00") | at(weekly(SAT), "09:00"),
    ),
    clear(
        "Business pages: Tuesdays; property supplement: first Friday of the month", weekly(TUE) + nth(FRI, 1)
    ),
    clear(
        "Open days: Saturday 28 September, 10am; Thursday 3 October, 5pm",
        at(dates((9, 28)), "10:00") | at(dates((10, 3)), "17:00"),
    ),
]
