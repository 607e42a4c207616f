"""English sentences where a hasty reader gives wrong dates; the lists are those of `unclear_vi`."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tests.phrases.almanac import (
    DAILY,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    but,
    day_range,
    following,
    in_week,
    monthly,
    weekly,
    weeks,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

TITLES = [
    clear(
        "“Friday Night Music” airs at 20:00 on the second Saturday of every month",
        at(in_week(SAT, 2), "20:00"),
    ),
    clear("Film “May in Paris”, 20:00 on 12 June", {datetime(2024, 6, 12, 20)}),
    clear("Coffee morning in Market Square, every Thursday at 10:30 am", at(weekly(THU), "10:30")),
    clear("The story hour: room 205, floor 2, 14:00 every Tuesday", at(weekly(TUE), "14:00")),
    clear("Evening prayer at 18:00 every day in August", at([d for d in DAILY if d.month == 8], "18:00")),
]
TITLES_CAREFUL = [
    clear("Friday Night Music airs every Saturday at 20:00", at(weekly(SAT), "20:00")),
    clear(
        "The Sunday Post book club meets on the first Tuesday of each month at 18:30",
        at(in_week(TUE, 1), "18:30"),
    ),
    clear("Monday Club: every Wednesday at 14:00", at(weekly(WED), "14:00")),
    clear("May Day Centre, every Thursday at 09:00", at(weekly(THU), "09:00")),
    clear("St May's Church hall, every Friday at 19:30", at(weekly(FRI), "19:30")),
    clear("Meet in Room 12/5 at 14:00 every Tuesday", at(weekly(TUE), "14:00")),
    clear("March Street library, story time every Saturday at 10:30 am", at(weekly(SAT), "10:30")),
    clear("Second Chance Choir rehearses every Monday at 19:00", at(weekly(MON), "19:00")),
    clear("First Aid class: Wednesday week 3 at 17:45", at(in_week(WED, 3), "17:45")),
    clear("Third Age group, every Thursday at 14:00", at(weekly(THU), "14:00")),
    clear("Four Seasons concert, 20:00 on 12 June", {datetime(2024, 6, 12, 20)}),
    clear("The Weekly Report: 18:00 on the last Friday of the month", at(in_week(FRI, -1), "18:00")),
    clear("Daily Bread parish lunch, every Sunday at 12:30", at(weekly(SUN), "12:30")),
    clear("Morning Glory café opens at 08:00 every Saturday", at(weekly(SAT), "08:00")),
    clear("Sun Hill hall, every Thursday at 19:00", at(weekly(THU), "19:00")),
    clear("Mon Repos gardens tour, every Saturday at 18:00", at(weekly(SAT), "18:00")),
    clear("Sat nav workshop, 09:00 on 3 May", {datetime(2024, 5, 3, 9)}),
    clear("We march from the town hall at 18:00 on 1 May", {datetime(2024, 5, 1, 18)}),
    clear("Children may join; every Sunday at 09:30", at(weekly(SUN), "09:30")),
    clear("Ask for our second hand books, every Saturday at 09:00", at(weekly(SAT), "09:00")),
    clear("Talk on Victorian Sundays, 19:00 on 5 June", {datetime(2024, 6, 5, 19)}),
    clear("August Wilson's plays, read at 19:00 on 5 June", {datetime(2024, 6, 5, 19)}),
    clear("Easter Monday concert rehearsal, every Tuesday at 19:00", at(weekly(TUE), "19:00")),
    clear("Spring Cleaning day, 09:00 on 5 March", {datetime(2024, 3, 5, 9)}),
    clear("Midnight Mass planning, 19:00 on 5 December", {datetime(2024, 12, 5, 19)}),
    clear("Noon Records presents jazz, every Friday at 20:00", at(weekly(FRI), "20:00")),
]

CHANGES = [
    clear("Every Friday at 20:00 except in August", at([d for d in weekly(FRI) if d.month != 8], "20:00")),
    clear("Open daily except Mondays", weekly(*range(1, 7))),
    clear("Every day at 18:00, not on Mondays", at(weekly(*range(1, 7)), "18:00")),
    clear("Every Monday at 09:00 until the end of June", at(weekly(MON, last=date(2024, 6, 30)), "09:00")),
    clear("Mondays at 09:00, from September", at(weekly(MON, first=date(2024, 9, 1)), "09:00")),
]
CHANGES_CAREFUL = [
    clear(
        "Every Wednesday at 17:45, but at 18:00 from July",
        at(weekly(WED, last=date(2024, 6, 30)), "17:45") | at(weekly(WED, first=date(2024, 7, 1)), "18:00"),
    ),
    clear(
        "Wednesday week 3 at 17:45, moved to Tuesday in June",
        at(in_week(WED, 3, but(6)) + in_week(TUE, 3, (6,)), "17:45"),
    ),
    clear(
        "Every Friday at 20:00, no edition in August", at([d for d in weekly(FRI) if d.month != 8], "20:00")
    ),
    clear("Every Friday at 20:00; closed in August", at([d for d in weekly(FRI) if d.month != 8], "20:00")),
    clear("Daily at 18:00, Sundays at 19:00", at(weekly(*range(6)), "18:00") | at(weekly(SUN), "19:00")),
    clear("Moved from Monday to Tuesday, weekly at 19:00", at(weekly(TUE), "19:00")),
    clear("Every Tuesday rather than Monday, at 19:00", at(weekly(TUE), "19:00")),
    clear("Instead of Monday, every Tuesday at 19:00", at(weekly(TUE), "19:00")),
    clear("Postponed from 3 May to 10 May, 19:00", {datetime(2024, 5, 10, 19)}),
    clear("Every Monday at 09:00 until further notice", at(weekly(MON), "09:00")),
    clear(
        "Every Monday at 09:00; from 1 September every Tuesday at 18:00",
        at(weekly(MON, last=date(2024, 8, 31)), "09:00") | at(weekly(TUE, first=date(2024, 9, 1)), "18:00"),
    ),
    clear("Every Thursday at 14:00, weather permitting", at(weekly(THU), "14:00")),
    clear(
        "Suspended until September: every Monday at 09:00", at(weekly(MON, first=date(2024, 9, 1)), "09:00")
    ),
    clear(
        "The second Friday at 20:00; December's is on the first Friday",
        at(in_week(FRI, 2, but(12)) + in_week(FRI, 1, (12,)), "20:00"),
    ),
    clear(
        "Every Sunday at 09:00 but 18:00 on the first Sunday of the month",
        at([d for d in weekly(SUN) if d.day > 7], "09:00") | at(in_week(SUN, 1), "18:00"),
    ),
    clear("Every Monday at 09:00, the last one on 24 June", at(weekly(MON, last=date(2024, 6, 24)), "09:00")),
]
CHANGES_NEVER = [
    refused("Every Tuesday at 09:00, starting next month", "next month"),
    refused("Every Friday at 20:00, except when the hall is booked", "except when"),
    refused("Every Monday at 09:00 unless the hall is booked", "unless"),
    refused("Every Monday at 09:00 (term time only)", "term"),
    refused("Every Monday in term, 09:00", "term"),
    refused("During school holidays, every Monday at 09:00", "During school holidays"),
    refused("Not on Mondays"),
    refused("Not every Monday at 09:00", "Not"),
    refused("No meeting on the first Monday of the month at 19:00", "No"),
    refused("Cancelled: 19:00 on Friday week 4", "Cancelled"),
    refused("The 19:00 show on Friday 3 May is cancelled", "cancelled"),
    refused("The 19:00 show on Friday 3 May will not take place", "not"),
    refused("The meeting of 19:00 on 3 May is postponed", "postponed"),
    refused("Closed on Mondays", "Closed"),
    refused("The library is closed on the last Friday of the month", "closed"),
    refused("We never meet on Mondays at 09:00", "never"),
    refused("There is no bus every Monday at 09:00", "no"),
    refused("Skip the first Monday of each month, 09:00"),
    refused("Without the Tuesday show, 09:00 daily"),
    refused("The usual Monday 09:00 slot is suspended", "suspended"),
]

HEDGES_CAREFUL = [
    clear("The fifth Friday at 20:00 if there is one", at(in_week(FRI, 5), "20:00")),
    clear("If there are five Fridays, on the fifth Friday at 20:00", at(in_week(FRI, 5), "20:00")),
    clear("By appointment, every Tuesday at 09:00", at(weekly(TUE), "09:00")),
    clear("Register by 16:00 on Friday; film at 19:00 on Saturday week 1", at(in_week(SAT, 1), "19:00")),
    clear("Book before 5 June for the walk at 09:00 on 8 June", {datetime(2024, 6, 8, 9)}),
    clear("TBC: 09:00 on 5 June", {datetime(2024, 6, 5, 9)}),
    clear(
        "Mondays, Tuesdays and Wednesdays at 08:00, 09:00 and 18:00 respectively",
        at(weekly(MON), "08:00") | at(weekly(TUE), "09:00") | at(weekly(WED), "18:00"),
    ),
    clear(
        "Weeks 1, 2 and 3 on Monday, Tuesday and Friday respectively, 09:00",
        at(in_week(MON, 1) + in_week(TUE, 2) + in_week(FRI, 3), "09:00"),
    ),
]
HEDGES_NEVER = [
    refused("20:00 on Friday week 2 only if ten people register", "if"),
    refused("When it rains, every Tuesday at 09:00", "When"),
    refused("Provided the hall is free, every Tuesday at 09:00", "Provided"),
    refused("Tuesday or Wednesday week 3 at 17:45", "or"),
    refused("Either the first or the second Monday at 09:00", "or"),
    refused("Alternately on Mondays and Thursdays at 09:00", "Alternately"),
    refused("On alternating Mondays at 09:00", "alternating"),
    refused("Mondays and/or Thursdays at 09:00", "or"),
    refused("Days vary: Tuesday, Thursday at 09:00", "vary"),
    refused("Every Wednesday, 17:00-ish", "ish"),
    refused("Every Wednesday at 17:00 approx.", "approx"),
    refused("Every Wednesday at 17:00 or thereabouts", "or"),
    refused("Before 09:00 every Monday", "Before"),
    refused("After 20:00 on Saturdays", "After"),
    refused("Not before 20:00 on Saturdays", "before"),
    refused("Within a week of 5 June, 09:00", "Within"),
    refused("Often every Monday at 19:00", "Often"),
    refused("At least two Saturdays a month at 20:00", "At least"),
    refused("Most Mondays at 19:00", "Most"),
    refused("Some Fridays at 20:00", "Some"),
    refused("Selected Sundays at 15:00", "Selected"),
    refused("Occasional Sundays at 15:00", "Occasional"),
    refused("Any Monday at 09:00", "Any"),
    refused("Almost every Monday at 09:00", "Almost"),
    refused("One Monday a month at 09:00"),
    refused("Two Mondays a month at 09:00"),
    refused("Perhaps every Monday at 09:00", "Perhaps"),
    refused("Possibly 09:00 on 5 June", "Possibly"),
    refused("17:45 GMT on Wednesday week 3", "GMT"),
    refused("18:00 UTC every Monday", "UTC"),
    refused("7 pm EST every Friday", "EST"),
    refused("19:00 London time every Friday", "London time"),
]

ORDINALS = [
    clear("The second and fourth Thursday at 14:00", at(in_week(THU, 2) + in_week(THU, 4), "14:00")),
    clear(
        "The second and last Thursday of the month at 14:00", at(in_week(THU, 2) + in_week(THU, -1), "14:00")
    ),
    clear("The 2nd of each month at 09:00", at(monthly(2), "09:00")),
    clear("Tuesday 14 May at 09:00", {datetime(2024, 5, 14, 9)}),
    clear("09:00-12:00 every Monday", at(weekly(MON), "09:00")),
]
ORDINALS_CAREFUL = [
    clear(
        "The Thursday after the first Monday of the month at 14:00",
        at(following(in_week(MON, 1), THU), "14:00"),
    ),
    clear("The first Monday after the 15th of each month at 19:00", at(following(monthly(15), MON), "19:00")),
    clear(
        "The Sunday before the last Monday of the month at 19:00",
        at([d - timedelta(1) for d in in_week(MON, -1)], "19:00"),
    ),
    clear("The Friday before Easter at 15:00", {datetime(2024, 3, 29, 15)}),
    clear("Each month on the 1st and 3rd at 09:00", at(monthly(1) + monthly(3), "09:00")),
    clear("1st, 3rd Monday of each month at 09:00", at(in_week(MON, 1) + in_week(MON, 3), "09:00")),
    clear(
        "The second to last Friday of the month at 09:00",
        at([d - timedelta(7) for d in in_week(FRI, -1)], "09:00"),
    ),
    clear(
        "The last but one Friday of the month at 09:00",
        at([d - timedelta(7) for d in in_week(FRI, -1)], "09:00"),
    ),
    clear("Second Monday of the second month, 09:00", at(in_week(MON, 2, (2,)), "09:00")),
]
ORDINALS_NEVER = [
    asked("Every second Thursday at 14:00"),
    refused("The second Thursday in the third week at 14:00"),
    refused("On the 2nd at 09:00"),
    refused("Week 2, day 3, 09:00"),
    refused("Every fourth Monday at 09:00"),
    refused("Second Friday or so, 09:00", "or so"),
    refused("The sixth Monday of the month at 09:00", "sixth"),
]

NUMBERS = [
    clear("COVID-19 clinic, every Tuesday at 09:00", at(weekly(TUE), "09:00")),
    clear("1/2 page, Friday week 2", in_week(FRI, 2)),
    clear("For 45 minutes from 09:00 every Tuesday", at(weekly(TUE), "09:00")),
    clear("A 5 km run, every Sunday at 08:00", at(weekly(SUN), "08:00")),
    clear("3D film, every Saturday at 20:00", at(weekly(SAT), "20:00")),
]
NUMBERS_CAREFUL = [
    clear("Help desk 24/7; talks every Monday at 18:00", at(weekly(MON), "18:00")),
    clear("For ages 3-5, every Saturday at 10:30 am", at(weekly(SAT), "10:30")),
    clear("For ages 3–5, 10:30 am every Saturday", at(weekly(SAT), "10:30")),
    clear("2/3 of the seats are free, 19:00 on 5 June", {datetime(2024, 6, 5, 19)}),
    clear("Under article 30/4, hearings at 09:00 on the 15th of each month", at(monthly(15), "09:00")),
    clear("ISO 9001:2015 training, 13:30 on 9 October", {datetime(2024, 10, 9, 13, 30)}),
    clear("Tel. 020.7946.0123, every Monday at 09:00", at(weekly(MON), "09:00")),
    clear("Tickets 5-7 pounds, every Friday at 20:00", at(weekly(FRI), "20:00")),
    clear("Score 8/10, awards at 09:00 on 20 November", {datetime(2024, 11, 20, 9)}),
    clear("Psalm 12:5, read every Sunday at 09:00", at(weekly(SUN), "09:00")),
    clear("Romans 3:16 study group, every Wednesday at 19:30", at(weekly(WED), "19:30")),
    clear("Hymns 17, 45 and 112, every Sunday at 10:30 am", at(weekly(SUN), "10:30")),
    clear("FM 99.4, every Monday at 18:00", at(weekly(MON), "18:00")),
    clear("12 Angry Men, 21:00 on 20 July", {datetime(2024, 7, 20, 21)}),
    clear("21:00 12 Angry Men, 20 July", {datetime(2024, 7, 20, 21)}),
    clear("9/11, a documentary, 21:00 on 20 July", {datetime(2024, 7, 20, 21)}),
    clear("1984 by Orwell, 21:00 on 20 July", {datetime(2024, 7, 20, 21)}),
    clear("Apollo 11, 21:00 on 20 July", {datetime(2024, 7, 20, 21)}),
    clear("Four Weddings, 20:00 on Saturday week 2", at(in_week(SAT, 2), "20:00")),
    clear("Season 2, episode 5, 20:00 on 12 June", {datetime(2024, 6, 12, 20)}),
    clear("Part 3 of 5, 20:00 on 12 June", {datetime(2024, 6, 12, 20)}),
    clear("World Cup 2026 special, every Friday at 20:00", at(weekly(FRI), "20:00")),
    clear("Talk on the revolution of August 1945, 19:00 on 2 September", {datetime(2024, 9, 2, 19)}),
    clear("The 1916 Rising, lecture at 20:00 on 24 April", {datetime(2024, 4, 24, 20)}),
    clear("Since 1990, every Monday at 09:00", at(weekly(MON), "09:00")),
    clear("Born on 12 June 1930, the poet is read at 15:00 on 9 June", {datetime(2024, 6, 9, 15)}),
    clear("Minutes of 3 January approved; next meeting at 19:00 on 7 February", {datetime(2024, 2, 7, 19)}),
    clear(
        "Notice of 12 January 2024: council meets at 18:30 on the first Monday of each month",
        at(in_week(MON, 1), "18:30"),
    ),
    clear("19:00 (7 pm) every Monday", at(weekly(MON), "19:00")),
    clear("A 1h30 film, 20:00 on Saturday week 1", at(in_week(SAT, 1), "20:00")),
    clear("8 hours a day, Monday to Friday", weekly(*range(5))),
    clear("Every Monday at 09:00 in 2023"),
    clear("Tuesday 14 May 2019 at 09:00"),
    clear("13/6 at 09:00", {datetime(2024, 6, 13, 9)}),
    clear("5/6 at 09:00", {datetime(2024, 6, 5, 9)}),
    clear("22:00-01:00 every Saturday", at(weekly(SAT), "22:00")),
    clear("09:00-12:00 and 14:00-16:00 every Monday", at(weekly(MON), "09:00") | at(weekly(MON), "14:00")),
    clear("Wednesday week 3 at 17.45", at(in_week(WED, 3), "17:45")),
    clear("Wednesday week 3 at 1745", at(in_week(WED, 3), "17:45")),
    clear("Wensday week 3 at 17:45", at(in_week(WED, 3), "17:45")),
    clear("Wednesday wek 3 at 17:45", at(in_week(WED, 3), "17:45")),
    clear("Groups of 10-12, every Monday at 18:00", at(weekly(MON), "18:00")),
    clear("Bus 17 to platform 3, every Monday at 18:00", at(weekly(MON), "18:00")),
    clear("A 30-day course, 18:00 on 3 June", {datetime(2024, 6, 3, 18)}),
    clear("A 2-week course starts at 18:00 on 3 June", {datetime(2024, 6, 3, 18)}),
    clear("Week 3 of the course: 18:00 on 3 June", {datetime(2024, 6, 3, 18)}),
]
NUMBERS_NEVER = [
    refused("Open 24/7"),
    refused("10-11 every Monday"),
    refused("9-5 Monday to Friday"),
    refused("Wednesday week 3 at 17:4S", "17:4S"),
    refused("Wednesday week 33 at 17:45", "33"),
    refused("Wednesday week 3 at 17:450"),
    refused("19:00 (8 pm) every Monday"),
    refused("2 hours on Thursday"),
    refused("31 June at 09:00", "31 June"),
    refused("29 February at 09:00", year=2023),
    asked("The 31st of each month at 09:00"),
    asked("Wednesday 14 May at 09:00"),
    refused("T uesday week 2 at 09:00"),
    refused("S day week 2 at 09:00"),
    refused("12:00 midnight every Monday"),
]

CONTRADICTIONS_NEVER = [
    refused("Twice a month (20 a year): Monday week 1 and week 3 at 09:00"),
    refused("Three times a week: Monday, Thursday at 09:00"),
    refused("Once a week on Monday and Thursday at 09:00"),
    refused("Every week on Monday week 2 at 09:00"),
    refused("Daily on Monday at 09:00"),
    refused("Every month on Mondays at 09:00"),
    refused("Quarterly on Monday at 09:00"),
    refused("20:00 on Saturday week 1, repeated at 00:30 the same day"),
    refused("20:00 on Saturday week 1, repeated at 06:00 the same day"),
    refused("Repeat: every Monday at 09:00"),
    refused("Tuesday week 2 at 20:00, repeated the next day (Thursday)"),
    refused("Every two months on the 10th at 09:00"),
    refused("Every other day at 09:00"),
    refused("Fortnightly on Thursdays at 09:00"),
    refused("Biweekly on Thursdays at 09:00"),
    refused("Bimonthly on the 10th at 09:00"),
    refused("Monday at 09:00, Tuesday at 18:00, Wednesday"),
    refused("Monday morning at 14:00"),
    refused("Every evening at 09:00 am"),
]

PAIRS = [
    clear(
        "Monday of weeks 1 and 3 in May at 15:00", at(in_week(MON, 1, (5,)) + in_week(MON, 3, (5,)), "15:00")
    ),
    clear("Week 1 of March, week 2 of April", periods=weeks(1, months=(3,)) | weeks(2, months=(4,))),
    clear("Monday week 1 and Thursday week 3 at 16:00", at(in_week(MON, 1) + in_week(THU, 3), "16:00")),
]
PAIRS_CAREFUL = [
    clear(
        "Tuesday week 1 of March, week 2 of April at 09:00",
        at(in_week(TUE, 1, (3,)) + in_week(TUE, 2, (4,)), "09:00"),
    ),
    clear(
        "09:00 on 5 and 15 March and 10 and 20 April",
        at([date(2024, 3, 5), date(2024, 3, 15), date(2024, 4, 10), date(2024, 4, 20)], "09:00"),
    ),
    clear(
        "Mondays of the first two weeks of the month at 08:00", at(in_week(MON, 1) + in_week(MON, 2), "08:00")
    ),
    clear("One post in the first ten days of May", periods=day_range(1, 10, (5,))),
    clear("Mondays in the first half of June at 09:00", {datetime(2024, 6, 3, 9), datetime(2024, 6, 10, 9)}),
    clear(
        "Every two months from February on the 10th at 09:00", at(monthly(10, (2, 4, 6, 8, 10, 12)), "09:00")
    ),
    clear(
        "Every third day from 2 January, 06:00",
        at([date(2024, 1, 2) + timedelta(k) for k in range(0, 365, 3)], "06:00"),
    ),
    clear("Fortnightly on Thursdays from 4 January at 09:00", at(weekly(THU)[::2], "09:00")),
    clear(
        "Mondays from 6 May for six weeks at 09:00",
        at(weekly(MON, first=date(2024, 5, 6), last=date(2024, 6, 10)), "09:00"),
    ),
    clear(
        "Six Mondays from 6 May at 09:00",
        at(weekly(MON, first=date(2024, 5, 6), last=date(2024, 6, 10)), "09:00"),
    ),
    clear("Monday 3 June to Friday 7 June at 09:00", at([date(2024, 6, d) for d in range(3, 8)], "09:00")),
    clear(
        "Mondays 3-24 June at 09:00", at(weekly(MON, first=date(2024, 6, 3), last=date(2024, 6, 24)), "09:00")
    ),
    clear(
        "Mondays and Wednesdays in June and on 3 July at 09:00",
        at([*weekly(MON, WED, first=date(2024, 6, 1), last=date(2024, 6, 30)), date(2024, 7, 3)], "09:00"),
    ),
    clear("Monday week 2 in odd months at 09:00", at(in_week(MON, 2, (1, 3, 5, 7, 9, 11)), "09:00")),
    clear(
        "Repeated on Monday at 08:00; first shown on Tuesday week 2 at 20:00",
        at(in_week(TUE, 2), "20:00"),
        replays=at(following(in_week(TUE, 2), MON), "08:00"),
    ),
]

CASES: list[Case] = [*TITLES, *CHANGES, *ORDINALS, *NUMBERS, *PAIRS]
CAREFUL: list[Case] = [
    *TITLES_CAREFUL,
    *CHANGES_CAREFUL,
    *HEDGES_CAREFUL,
    *ORDINALS_CAREFUL,
    *NUMBERS_CAREFUL,
    *PAIRS_CAREFUL,
]
NEVER: list[Case] = [*CHANGES_NEVER, *HEDGES_NEVER, *ORDINALS_NEVER, *NUMBERS_NEVER, *CONTRADICTIONS_NEVER]
