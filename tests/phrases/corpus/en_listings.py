"""Plans, programme listings, libraries, museums and clubs: English sentences of one office each."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    QUARTERS,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    at,
    between,
    but,
    dates,
    following,
    in_week,
    later,
    monthly,
    weekly,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    # --- plans
    clear(
        "At 17:45 on Wednesday, week 3, channel KG; rerun at 6:00 the following day on KG, duration 12 "
        "minutes",
        at(in_week(WED, 3), "17:45"),
        replays=at(later(in_week(WED, 3), 1), "06:00"),
        channel="KG",
        minutes=(12, None),
    ),
    clear(
        'The column "Reform Today" goes out on KG1 at 20:15 every Tuesday, lasting 10 to 12 minutes',
        at(weekly(TUE), "20:15"),
        known_channels=("KG", "KG1"),
        channel="KG1",
        minutes=(10, 12),
    ),
    clear("Posted on the website for one year", periods=QUARTERS, target="4 (1 a quarter)"),
    clear("November – December 2024", periods=between(11, 12), target="1 a year"),
    clear("January to December 2024", periods=whole_months(*ALL), target="12 (1 a month)"),
    clear("Printed in the first and last weeks of each month, half a page per issue", periods=weeks(1, -1)),
    clear("Quarter II, 2024; place: Workers' Cultural Palace", periods=between(4, 6)),
    clear(
        "5:45 a.m. on the third Thursday of each month, repeated at 11:45 a.m. the same day",
        at(in_week(THU, 3), "05:45"),
        replays=at(in_week(THU, 3), "11:45"),
    ),
    clear(
        "One talk show in May and one in September, Friday of week 2, 20:00, on channel CT1",
        at(in_week(FRI, 2, (5, 9)), "20:00"),
        channel="CT1",
    ),
    clear(
        "The report must be shown in week 4 of March, June, September and December",
        periods=weeks(4, months=(3, 6, 9, 12)),
    ),
    clear("Regularly throughout the year", target="39 articles and 37 photos a year"),
    clear("Quarterly: one radio play of 25 minutes", periods=QUARTERS),
    clear("Three articles a week, 600 words each"),
    clear(
        "Weeks 2 and 4, Thursday 19:30, repeat 05:30 Saturday of the same week",
        at(in_week(THU, 2) + in_week(THU, 4), "19:30"),
        replays=at(later(in_week(THU, 2) + in_week(THU, 4), 2), "05:30"),
    ),
    clear(
        "Uploaded to the portal on the 10th, 20th and last day of every month",
        monthly(10) + monthly(20) + monthly(-1),
    ),
    clear(
        "Loudspeaker bulletin read at 05:00 and 17:00 each day from Monday to Saturday, 15 minutes per "
        "session",
        at(weekly(MON, TUE, WED, THU, FRI, SAT), "05:00") | at(weekly(MON, TUE, WED, THU, FRI, SAT), "17:00"),
        minutes=(15, None),
    ),
    clear(
        "Under Decision No. 45/2024 the special page appears on the 5th and 20th of each month except "
        "February",
        monthly(5, but(2)) + monthly(20, but(2)),
    ),
    clear(
        "Six issues in 2024: issue 1 in February, issue 2 in April, issue 3 in June, issue 4 in August, "
        "issue 5 in October, issue 6 in December",
        periods=whole_months(2, 4, 6, 8, 10, 12),
    ),
    clear(
        "Live at 17h45 on the first Monday of the quarter, in the provincial studio",
        at(in_week(MON, 1, (1, 4, 7, 10)), "17:45"),
    ),
    clear("1/2 page in colour, 1st week of each month, from issue 5 on", periods=weeks(1)),
    clear(
        "Training course for district staff: 3 days, 14-16 August 2024, Hotel conference hall, 80 "
        "participants",
        periods=[(date(2024, 8, 14), date(2024, 8, 16))],
    ),
    clear(
        "Broadcast from Monday to Friday of the first week of each month at 08:30 on channel FM1",
        at([d for w in (MON, TUE, WED, THU, FRI) for d in in_week(w, 1)], "08:30"),
        channel="FM1",
    ),
    clear(
        "Thursday 20:40 KG, except weeks 1 and 3",
        at([d for d in weekly(THU) if not (d.day <= 7 or 15 <= d.day <= 21)], "20:40"),
        known_channels=("KG",),
        channel="KG",
    ),
    clear(
        "Published twice a month, on the 5th and the 20th (24 issues in the year)", monthly(5) + monthly(20)
    ),
    clear("Months 3, 6, 9 and 12, Saturday of week 2, at 19:45", at(in_week(SAT, 2, (3, 6, 9, 12)), "19:45")),
    clear(
        "On the radio at 06:15 Tuesday and on television at 18:20 Thursday, 8-10 minutes",
        at(weekly(TUE), "06:15") | at(weekly(THU), "18:20"),
    ),
    asked(
        "Every other Wednesday at 17:45 on channel KG",
        at(weekly(WED)[::2], "17:45"),
        at(weekly(WED)[1::2], "17:45"),
    ),
    asked("Week 2 of Quarter II", weeks(2, months=(4, 5, 6))),
    asked("Mid-month, 20:00, channel KG"),
    asked("Premiere 22:30 Friday week 1, replay 00:30 the same day", at(in_week(FRI, 1), "22:30")),
    asked(
        "17:45 Monday week 1 in May, rerun at 06:30 the next day (Wednesday, week 1)",
        at(dates((5, 6)), "17:45"),
    ),
    refused("Thursday week 3 at 25:45", "25:45"),
    refused("At 17:45 on channel KG"),
    clear("Before the 15th of each month", monthly(14)),
    refused("2 issues per month (20 a year)"),
    refused("Special programme on 31 April 2024 at 20:00", "31 April"),
    refused("17:75 every Friday on channel KG", "17:75"),
    # --- radio and television listings
    clear(
        "Weekdays at 6.30pm, omnibus Sunday 10am",
        at(weekly(*WEEKDAYS), "18:30"),
        replays=at(following(weekly(*WEEKDAYS), SUN), "10:00"),
    ),
    clear("Mon-Fri 7-9am", at(weekly(*WEEKDAYS), "07:00"), minutes=(120, None)),
    clear(
        "The Evening Concert. Live from the city hall. Thursdays, 7.30pm–10pm",
        at(weekly(THU), "19:30"),
        minutes=(150, None),
    ),
    clear("Nightly at 10pm, except Saturdays", at(weekly(MON, TUE, WED, THU, FRI, SUN), "22:00")),
    clear(
        "Breakfast show, every weekday morning from 6 to 9",
        at(weekly(*WEEKDAYS), "06:00"),
        minutes=(180, None),
    ),
    clear(
        "Film: Fridays 9.05pm from 6 September to 25 October 2024",
        at(weekly(FRI, first=date(2024, 9, 6), last=date(2024, 10, 25)), "21:05"),
    ),
    clear(
        "New series: Wednesday 10 January 2024, 8pm, and weekly thereafter",
        at(weekly(WED, first=date(2024, 1, 10)), "20:00"),
    ),
    clear(
        "Ten-part drama, Sundays at 9pm starting 14 April 2024",
        at(weekly(SUN, first=date(2024, 4, 14))[:10], "21:00"),
    ),
    clear("Morning Worship, Sun 8.10am, long wave only", at(weekly(SUN), "08:10")),
    clear("Sat & Sun, noon", at(weekly(SAT, SUN), "12:00")),
    clear(
        "Heritage Hour: Mon 21:00, Tue 21:00, Thu 22:30",
        at(weekly(MON, TUE), "21:00") | at(weekly(THU), "22:30"),
    ),
    clear(
        "The book reading is broadcast at a quarter to ten every weekday evening and lasts fifteen minutes",
        at(weekly(*WEEKDAYS), "21:45"),
        minutes=(15, None),
    ),
    clear(
        "8am Saturdays, with a second chance to hear it at 8pm the same day",
        at(weekly(SAT), "08:00"),
        replays=at(weekly(SAT), "20:00"),
    ),
    clear(
        "Tuesdays and Thursdays at half past seven in the evening, presented by the newsroom",
        at(weekly(TUE, THU), "19:30"),
    ),
    clear(
        "Weekday drive-time show, 16:00–19:00; Saturday edition, 10:00–12:00",
        at(weekly(*WEEKDAYS), "16:00") | at(weekly(SAT), "10:00"),
    ),
    clear(
        "Monday to Thursday, 22:35, subtitled repeat at 01:20 the following morning",
        at(weekly(MON, TUE, WED, THU), "22:35"),
        replays=at(later(weekly(MON, TUE, WED, THU), 1), "01:20"),
    ),
    clear(
        "Verse at Dusk: Sundays at 5pm; repeated the following Saturday at 11.30pm",
        at(weekly(SUN), "17:00"),
        replays=at(following(weekly(SUN), SAT), "23:30"),
    ),
    clear("Daily except Sunday at 6:55 p.m. on Channel 12", at(weekly(*WEEKDAYS, SAT), "18:55")),
    clear(
        "The documentary airs Sunday, November 3, 2024 at 8:00 PM; encore Tuesday, November 5 at 9:00 PM",
        at(dates((11, 3)), "20:00"),
        replays=at(dates((11, 5)), "21:00"),
    ),
    clear(
        "Two bulletins a day, at 7am and 7pm, seven days a week",
        at(weekly(*range(7)), "07:00") | at(weekly(*range(7)), "19:00"),
    ),
    clear(
        "The phone-in (call 01632 960170) runs for an hour and a half from 10.30am on the last Wednesday of "
        "the month",
        at(in_week(WED, -1), "10:30"),
        minutes=(90, None),
    ),
    clear(
        "Quiz of the North, Mondays 18:30, again on Thursdays 23:05",
        at(weekly(MON), "18:30"),
        replays=at(following(weekly(MON), THU), "23:05"),
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
        "Episode 1: Mon 3 June, 9pm. Episode 2: Tue 4 June, 9pm. Episode 3: Thu 6 June, 9.30pm",
        at(dates((6, 3), (6, 4)), "21:00") | at(dates((6, 6)), "21:30"),
    ),
    asked("Wednesdays at 7:30", at(weekly(WED), "07:30"), at(weekly(WED), "19:30")),
    asked(
        "The Debate, fortnightly on Thursdays, 9pm",
        at(weekly(THU)[::2], "21:00"),
        at(weekly(THU)[1::2], "21:00"),
    ),
    asked("Tue 8-9, repeated Sat 8-9", at(weekly(TUE), "08:00"), at(weekly(TUE), "20:00")),
    asked("World Music, every third week on Sunday, 4pm"),
    asked("First shown 8/4/2024, 7pm", at(dates((4, 8)), "19:00"), at(dates((8, 4)), "19:00")),
    refused("Tonight at 9.30pm", "Tonight"),
    refused("New drama on Sundays, time TBC", "time TBC"),
    refused("Repeated on Sunday at 10am"),
    refused("Children's hour, school holidays only, 9am"),
    # --- libraries, museums, clubs
    clear(
        "Rhyme time for under-fives is on Tuesday mornings, 10.30am–11am, in the children's library, second "
        "floor; no need to book",
        at(weekly(TUE), "10:30"),
        minutes=(30, None),
    ),
    clear(
        "Open Tue–Sat 10am–5pm, Sun noon–4pm; closed Mondays",
        at(weekly(TUE, WED, THU, FRI, SAT), "10:00") | at(weekly(SUN), "12:00"),
    ),
    clear(
        "Open daily 10am–5pm (last admission 4.30pm), closed 24–26 December",
        at([d for d in weekly(*range(7)) if d not in dates((12, 24), (12, 25), (12, 26))], "10:00"),
        minutes=(420, None),
    ),
    clear(
        "The exhibition runs from 1 March until 30 November 2024 in the East Gallery; admission £4.50, "
        "concessions £3",
        periods=between(3, 11),
    ),
    clear(
        "Opening hours March through October: Wednesday–Sunday, 11 a.m. to 5 p.m.",
        at(weekly(WED, THU, FRI, SAT, SUN, first=date(2024, 3, 1), last=date(2024, 10, 31)), "11:00"),
        minutes=(360, None),
    ),
    clear(
        "Ukulele for beginners: eight weeks, Mondays 7pm–8.30pm, beginning 15 January 2024",
        at(weekly(MON, first=date(2024, 1, 15))[:8], "19:00"),
        minutes=(90, None),
    ),
    clear(
        "Saturday 20 April 2024, 10:00–16:30, Studio 2, free of charge",
        at(dates((4, 20)), "10:00"),
        minutes=(390, None),
    ),
    clear(
        "The archive is open to readers by appointment on Tuesdays, Wednesdays and Thursdays between 9.30am "
        "and 4.30pm",
        at(weekly(TUE, WED, THU), "09:30"),
        minutes=(420, None),
    ),
    clear(
        "Lecture series 'Stars over the Estuary': 9 January, 13 February, 12 March and 9 April, all at "
        "7.30pm in the lecture theatre, 10 Station Road",
        at(dates((1, 9), (2, 13), (3, 12), (4, 9)), "19:30"),
    ),
    clear("Writers' circle — 2nd & 4th Fri, 6.45pm", at(in_week(FRI, 2) + in_week(FRI, 4), "18:45")),
    clear("Museum free for all: first Sunday of every month", in_week(SUN, 1)),
    clear(
        "Closed for stocktaking from Monday 8 to Sunday 14 January 2024",
        periods=[(date(2024, 1, 8), date(2024, 1, 14))],
    ),
    clear(
        "Thursday mornings, 10–12: family history help desk", at(weekly(THU), "10:00"), minutes=(120, None)
    ),
    clear(
        "Craft workshops: Tuesday 2, Wednesday 3 and Thursday 4 April, 10am to noon",
        at(dates((4, 2), (4, 3), (4, 4)), "10:00"),
        minutes=(120, None),
    ),
    clear(
        "Open studios on the weekends of 8–9 and 15–16 June 2024, 11am–6pm",
        at(dates((6, 8), (6, 9), (6, 15), (6, 16)), "11:00"),
        minutes=(420, None),
    ),
    clear(
        "Our magazine is out on the first Friday of January, April, July and October",
        in_week(FRI, 1, (1, 4, 7, 10)),
    ),
    clear(
        "Tea dance, third Wednesday afternoon of each month (2pm), £5 including cake",
        at(in_week(WED, 3), "14:00"),
    ),
    clear(
        "Family day on the last Saturday in June, 10.30am to 3pm",
        at(dates((6, 29)), "10:30"),
        minutes=(270, None),
    ),
    clear(
        "The Friends of the Museum meet four times a year, on the second Tuesday of February, May, August "
        "and November, at 7 o'clock in the evening",
        at(in_week(TUE, 2, (2, 5, 8, 11)), "19:00"),
    ),
    clear("Members' newsletter: monthly, except January and August", periods=whole_months(*but(1, 8))),
    clear(
        "Repair café: Sat 10 Feb, Sat 13 Apr, Sat 8 Jun, Sat 12 Oct; 10.30am–1pm",
        at(dates((2, 10), (4, 13), (6, 8), (10, 12)), "10:30"),
        minutes=(150, None),
    ),
    clear(
        "Book sale: Saturday 06/07/2024, 10am–4pm, main foyer",
        at(dates((7, 6)), "10:00"),
        minutes=(360, None),
    ),
    clear("Chess for juniors, Saturdays at 11 in the morning, 12 September Street", at(weekly(SAT), "11:00")),
    asked("Aerobics in the annexe, Tuesdays 6–7", at(weekly(TUE), "06:00"), at(weekly(TUE), "18:00")),
    asked("Curator's tour at the end of each quarter"),
    refused("The exhibition closes on 30 February 2024", "30 February"),
    refused("Story time on Saturday or Sunday at 11am", "Saturday or Sunday"),
    refused("Toddler screening, Fri 11am, in term time", "term time"),
    refused("The library does not open on Fridays"),
    refused("Opening hours vary; please ask at the desk"),
]
