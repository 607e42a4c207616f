"""English weekdays within bounds: from a day to a day, in some months, until the end of a term."""

from __future__ import annotations

from datetime import date

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
    only_in,
    weekly,
    weekly_in,
)
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import daily, every, steps, stretch

CASES: list[Case] = [
    clear(
        "Film: Fridays 9.05pm from 6 September to 25 October 2024",
        at(weekly(FRI, first=date(2024, 9, 6), last=date(2024, 10, 25)), "21:05"),
    ),
    clear(
        "New series: Wednesday 10 January 2024, 8pm, and weekly thereafter",
        at(weekly(WED, first=date(2024, 1, 10)), "20:00"),
    ),
    clear(
        "Late Review, every Friday in March and November, 11.20 pm",
        at(
            weekly(FRI, first=date(2024, 3, 1), last=date(2024, 3, 31))
            + weekly(FRI, first=date(2024, 11, 1), last=date(2024, 11, 30)),
            "23:20",
        ),
    ),
    clear(
        "Opening hours March through October: Wednesday–Sunday, 11 a.m. to 5 p.m.",
        at(weekly(WED, THU, FRI, SAT, SUN, first=date(2024, 3, 1), last=date(2024, 10, 31)), "11:00"),
        minutes=(360, None),
    ),
    clear(
        "Lunchtime Recital 1–2pm every Mon, Wed & Fri during June",
        at(weekly(MON, WED, FRI, first=date(2024, 6, 1), last=date(2024, 6, 30)), "13:00"),
        minutes=(60, None),
    ),
    clear(
        "Photographs of the Harbour, 3rd floor, 4 May – 7 July 2024, Tue–Sun 10am–6pm",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN, first=date(2024, 5, 4), last=date(2024, 7, 7)), "10:00"),
        minutes=(480, None),
    ),
    clear(
        "Farmers market Saturdays, May 4 - October 26, 8 a.m. - noon, corner of 5th & Main",
        at(weekly(SAT, first=date(2024, 5, 4), last=date(2024, 10, 26)), "08:00"),
        minutes=(240, None),
    ),
    clear(
        "Lent lunches every Friday from 16 February to 22 March 2024, 12.30pm, £4 for soup and bread",
        at(weekly(FRI, first=date(2024, 2, 16), last=date(2024, 3, 22)), "12:30"),
    ),
    clear(
        "Tax office help desk, City Library, Tuesdays in March and April, 10 a.m. - 1 p.m., counter 5",
        at(weekly(TUE, first=date(2024, 3, 1), last=date(2024, 4, 30)), "10:00"),
        minutes=(180, None),
    ),
    clear(
        "Pedestrian zone in the High Street on Sundays in July and August, 10am–6pm",
        at(weekly(SUN, first=date(2024, 7, 1), last=date(2024, 8, 31)), "10:00"),
        minutes=(480, None),
    ),
    clear(
        "Hydrants will be flushed the week of April 8, 2024 (Monday to Friday, 7 a.m. to 3 p.m.)",
        at(weekly(*WEEKDAYS, first=date(2024, 4, 8), last=date(2024, 4, 12)), "07:00"),
        minutes=(480, None),
    ),
    clear(
        "After-school club runs Monday to Friday, 3.15 to 5.45 pm, from 3 September to 20 December",
        at(weekly(*WEEKDAYS, first=date(2024, 9, 3), last=date(2024, 12, 20)), "15:15"),
        minutes=(150, None),
    ),
    clear(
        "Year 4 swims every Thursday afternoon at 1.45 from 11 January to 28 March 2024",
        at(weekly(THU, first=date(2024, 1, 11), last=date(2024, 3, 28)), "13:45"),
    ),
    clear(
        "Exams 13–24 May 2024, weekdays only, 9am in the sports hall",
        at(weekly(*WEEKDAYS, first=date(2024, 5, 13), last=date(2024, 5, 24)), "09:00"),
    ),
    clear(
        "Evening class in bookkeeping, Tuesdays and Thursdays, 18:00–20:00, 16 January to 14 March 2024, "
        "fee $85",
        at(weekly(TUE, THU, first=date(2024, 1, 16), last=date(2024, 3, 14)), "18:00"),
        minutes=(120, None),
    ),
    clear(
        "Weekly on Wednesdays, 18:30–20:00, from 10 January to 27 March 2024",
        at(weekly(WED, first=date(2024, 1, 10), last=date(2024, 3, 27)), "18:30"),
    ),
    clear("Advent readings every day in December at 18:00", at(only_in(DAILY, 12), "18:00")),
    clear("April – October: Sundays, 14:00–17:00", at(only_in(weekly(SUN), *range(4, 11)), "14:00")),
    clear(
        "From 3 June to 26 July, Monday to Friday, 08:30–16:30 (summer school)",
        at(weekly(*WEEKDAYS, first=date(2024, 6, 3), last=date(2024, 7, 26)), "08:30"),
    ),
    clear(
        "Garden waste: every Monday from 4 March to 25 November inclusive",
        weekly(MON, first=date(2024, 3, 4), last=date(2024, 11, 25)),
    ),
    clear(
        "Homework club every Mon, Wed and Fri during term (8 January – 22 March), 15:15–16:15",
        at(weekly(MON, WED, FRI, first=date(2024, 1, 8), last=date(2024, 3, 22)), "15:15"),
    ),
    clear(
        "Tours start at 11:00, 13:00 and 15:00 on Saturdays and Sundays, May to September",
        at(only_in(weekly(SAT, SUN), 5, 6, 7, 8, 9), "11:00")
        | at(only_in(weekly(SAT, SUN), 5, 6, 7, 8, 9), "13:00")
        | at(only_in(weekly(SAT, SUN), 5, 6, 7, 8, 9), "15:00"),
    ),
    clear(
        "Bridge: Monday and Wednesday evenings at 7.15pm, September to November",
        at(only_in(weekly(MON, WED), 9, 10, 11), "19:15"),
    ),
    clear("Weekly sessions starting Wednesday 11 September at 10am", at(steps((9, 11), 7), "10:00")),
    clear(
        "Every weekday at 17:55 from 3 June to 28 June", at(every(*WEEKDAYS, a=(6, 3), b=(6, 28)), "17:55")
    ),
    clear(
        "Mondays, Wednesdays and Fridays, 5.15pm, loudspeaker network, 1 March to 31 May",
        at(every(MON, WED, FRI, a=(3, 1), b=(5, 31), year=2026), "17:15"),
        year=2026,
    ),
    clear(
        "6am, 12 noon and 6pm every day in June",
        at(daily((6, 1), (6, 30)), "06:00")
        | at(daily((6, 1), (6, 30)), "12:00")
        | at(daily((6, 1), (6, 30)), "18:00"),
    ),
    clear("1-5 July, 10.45am each day", at(daily((7, 1), (7, 5)), "10:45")),
    clear(
        "Bedtime story, 22:45 Monday to Friday, 2–13 September",
        at(every(*WEEKDAYS, a=(9, 2), b=(9, 13)), "22:45"),
    ),
    clear(
        "Tue & Thu 20:50, 1 Apr–29 May 2025",
        at(every(TUE, THU, a=(4, 1), b=(5, 29), year=2025), "20:50"),
        year=2025,
    ),
    clear("From Monday 7 October to Friday 11 October at 19:30 hrs", at(daily((10, 7), (10, 11)), "19:30")),
    clear(
        "Village voices, our weekly phone-in with guests from the district councils (call 0297 386 "
        "2888), goes out live on "
        "Thursdays at 8.05pm from 4 April to 27 June",
        at(every(THU, a=(4, 4), b=(6, 27)), "20:05"),
    ),
    clear(
        "Tax office counter: 1 July to 30 September, Mon-Fri, 08:00-16:00",
        at(every(*WEEKDAYS, a=(7, 1), b=(9, 30)), "08:00"),
    ),
    clear(
        "Night clinic every Mon & Thu 6pm-8pm, starting 1 September",
        at(every(MON, THU, a=(9, 1), year=2025), "18:00"),
        year=2025,
    ),
    clear(
        "Drop-in, 10.00am - 12.00pm, each Wednesday in October",
        at(every(WED, a=(10, 1), b=(10, 31)), "10:00"),
    ),
    clear(
        "Roadworks, Mill Lane: 9 Sept to 25 Oct, weekdays 9.30am–3.30pm",
        at(every(*WEEKDAYS, a=(9, 9), b=(10, 25)), "09:30"),
    ),
    clear("Christmas market 29 Nov–1 Dec, 10am–8pm daily", at(daily((11, 29), (12, 1)), "10:00")),
    clear("Rabies clinic, Mon 11 to Fri 15 March, 8am-11am daily", at(daily((3, 11), (3, 15)), "08:00")),
    clear(
        "Car boot sale, Sundays from 7am, 6 April to 28 September",
        at(every(SUN, a=(4, 6), b=(9, 28), year=2025), "07:00"),
        year=2025,
    ),
    clear(
        "Evening class Mon & Wed 7-9pm, begins 7 Sept, ends 25 Nov",
        at(every(MON, WED, a=(9, 7), b=(11, 25), year=2026), "19:00"),
        year=2026,
    ),
    clear("Open 10am-4pm, 1 to 5 July", at(daily((7, 1), (7, 5)), "10:00")),
    clear(
        "The public inquiry opens at 10am on Tuesday 8 October and sits at 10am each weekday until "
        "Friday 18 October",
        at(every(*WEEKDAYS, a=(10, 8), b=(10, 18)), "10:00"),
    ),
    clear(
        "Household waste site open daily 8am to 6pm from 1 April to 30 September",
        at(stretch((4, 1), (9, 30)), "08:00"),
    ),
    clear(
        "Public inspection of accounts: Monday to Friday, 9am–4pm, 3 to 28 June",
        at(stretch((6, 3), (6, 28), *WEEKDAYS), "09:00"),
    ),
    clear(
        "Between 3 June and 28 June, work takes place on weekdays only, 9.30am to 3.30pm.",
        at(stretch((6, 3), (6, 28), *WEEKDAYS), "09:30"),
    ),
    clear(
        "From 1 March until 30 November the park gates open daily at 7am",
        at(stretch((3, 1), (11, 30)), "07:00"),
    ),
    clear(
        "Homework club, Mon–Thu 3.30pm to 5pm from 9 September to 12 December",
        at(stretch((9, 9), (12, 12), MON, TUE, WED, THU), "15:30"),
    ),
    clear(
        "Starting 5 February and continuing until 29 April, the library will run English "
        "conversation classes every Monday from 5.30pm to 6.30pm.",
        at(stretch((2, 5), (4, 29), MON), "17:30"),
    ),
    clear(
        "Guided tours at 11am and 2pm every Saturday and Sunday in July and August",
        at(only_in(weekly(SAT, SUN), 7, 8), "11:00") | at(only_in(weekly(SAT, SUN), 7, 8), "14:00"),
    ),
    clear(
        "In May and November, the museum offers free tours each Saturday at 11am and 3pm.",
        at(only_in(weekly(SAT), 5, 11), "11:00") | at(only_in(weekly(SAT), 5, 11), "15:00"),
    ),
    clear(
        "Wed–Sun 11am–4pm, March to October",
        at(only_in(weekly(WED, THU, FRI, SAT, SUN), 3, 4, 5, 6, 7, 8, 9, 10), "11:00"),
    ),
    clear("Weekends in December, 11am–4pm", at(only_in(weekly(SAT, SUN), 12), "11:00")),
    clear(
        "Choir rehearsals: Tuesdays 7.30–9pm, 10 September to 10 December",
        at(stretch((9, 10), (12, 10), TUE), "19:30"),
    ),
    clear(
        "Bowls: Mon, Wed & Sat at 2pm from 22 April to 14 September",
        at(stretch((4, 22), (9, 14), MON, WED, SAT), "14:00"),
    ),
    clear(
        "Every Sunday from 5 May to 27 October, 9am–2pm, rain or shine",
        at(stretch((5, 5), (10, 27), SUN), "09:00"),
    ),
    clear(
        "Second Street Farmers' Market: Saturdays, 8 a.m. to 1 p.m., May through October",
        at(only_in(weekly(SAT), 5, 6, 7, 8, 9, 10), "08:00"),
    ),
    clear(
        "Christmas market: Friday 29 November to Sunday 22 December, daily 11am–8pm",
        at(stretch((11, 29), (12, 22)), "11:00"),
    ),
    clear("E-bulletin every Friday at 4 pm from 2 February", at(stretch((2, 2), (12, 31), FRI), "16:00")),
    clear(
        "Swimming for Class 4 on Wednesdays, 17 April to 22 May, 1.15pm",
        at(stretch((4, 17), (5, 22), WED), "13:15"),
    ),
    clear(
        "Mondays to Wednesdays, 15–31 July, 18:00–20:00",
        at(stretch((7, 15), (7, 31), MON, TUE, WED), "18:00"),
    ),
    clear("Every Monday and Wednesday starting 5 February", stretch((2, 5), (12, 31), MON, WED)),
    clear("Mon 8 July – Fri 12 July, 10am–3pm daily", at(stretch((7, 8), (7, 12)), "10:00")),
    clear("Trash pickup every Monday and Thursday, beginning April 1", stretch((4, 1), (12, 31), MON, THU)),
    clear("Fridays, June 7 through August 30, 7 p.m.", at(stretch((6, 7), (8, 30), FRI), "19:00")),
    clear(
        "Tuesdays in March and April 2025 at 6 pm",
        at(only_in(weekly_in(2025, TUE), 3, 4), "18:00"),
        year=2025,
    ),
]
