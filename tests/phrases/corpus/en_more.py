"""More English sentences of listings, plans and notices."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
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
    clear("Two issues per month (24 a year), half a page each"),
    clear(
        "17:45 (Monday, week 1, May and July) - Channel KG. Rerun: 6:30 on KG and 7:30 on KG1 the next day "
        "(Tuesday, week 1)",
        at(in_week(MON, 1, (5, 7)), "17:45"),
        replays=at(dates((5, 7), (7, 2)), "06:30") | at(dates((5, 7), (7, 2)), "07:30"),
        known_channels=("KG", "KG1"),
        channel="KG",
    ),
    clear(
        "Reform Mailbox: Sundays of weeks 1 and 3 at 08:00; Reform Dialogue: last Friday of each quarter at "
        "20:00",
        at(in_week(SUN, 1) + in_week(SUN, 3), "08:00") | at(in_week(FRI, -1, (3, 6, 9, 12)), "20:00"),
    ),
    clear(
        "12 programmes a year, one a month, aired at 20:30 on the second Saturday, replay at 14:00 on the "
        "Sunday right after",
        at(in_week(SAT, 2), "20:30"),
        replays=at(later(in_week(SAT, 2), 1), "14:00"),
    ),
    clear(
        "Item 2.3 – short clip (3 minutes), 1 per month, from March to November",
        periods=whole_months(*range(3, 12)),
    ),
    clear(
        "Budget 91,596,756 dong; broadcast on Wednesday of the third week at 17:45, twelve minutes",
        at(in_week(WED, 3), "17:45"),
        minutes=(12, None),
    ),
    clear(
        "Monday of week 2 every month in 2025 at 09:00",
        at(
            [date(2025, m, d) for m, d in enumerate((13, 10, 10, 14, 12, 9, 14, 11, 8, 13, 10, 8), 1)],
            "09:00",
        ),
        year=2025,
    ),
    clear("One dialogue each half-year, carried live on the radio", periods=between(1, 6) | between(7, 12)),
    clear("To be completed in the second and fourth quarters", periods=between(4, 6) | between(10, 12)),
    clear(
        "Premiere on the 2nd and 4th Friday at 21:10; first repeat the next day at 09:10, second repeat the "
        "following Tuesday at 15:10",
        at(in_week(FRI, 2) + in_week(FRI, 4), "21:10"),
        replays=at(later(in_week(FRI, 2) + in_week(FRI, 4), 1), "09:10")
        | at(following(in_week(FRI, 2) + in_week(FRI, 4), TUE), "15:10"),
    ),
    clear("Within the year 2024", periods=whole_months(*ALL), target="12 (1 a month)"),
    asked(
        "The 31st of every month at 19:00",
        at(monthly(31, (1, 3, 5, 7, 8, 10, 12)), "19:00"),
        at(monthly(-1), "19:00"),
    ),
    asked("Bimonthly bulletin, 8 pages"),
    refused("Broadcast on Wednesday, week 6, at 17:45", "week 6"),
    refused("Rerun at 6:00 the following day on KG"),
    refused("Around 17:45 on Wednesday week 3", "Around"),
    refused("The seminar takes place in Quarter V", "Quarter V"),
    refused("Every Friday at 17:4O", "17:4O"),
    clear(
        "Tue 9pm (rpt Thu 3.30pm)", at(weekly(TUE), "21:00"), replays=at(following(weekly(TUE), THU), "15:30")
    ),
    clear(
        "Gardeners' Half-Hour: Sat 8.30am, repeated Sun 2pm and Wed 11pm",
        at(weekly(SAT), "08:30"),
        replays=at(following(weekly(SAT), SUN), "14:00") | at(following(weekly(SAT), WED), "23:00"),
    ),
    clear(
        "Weather for shipping, daily at 0520 hours and 1754 hours",
        at(weekly(*range(7)), "05:20") | at(weekly(*range(7)), "17:54"),
    ),
    clear(
        "Jazz Night / with the station's own trio / first Friday of the month / 11pm–1am",
        at(in_week(FRI, 1), "23:00"),
        minutes=(120, None),
    ),
    clear("M-F 5:30 pm; Sa-Su 6:00 pm", at(weekly(*WEEKDAYS), "17:30") | at(weekly(SAT, SUN), "18:00")),
    clear(
        "Football: Saturday 2 March, 2:45 pm kick-off; replay the following Monday at 10 pm",
        at(dates((3, 2)), "14:45"),
        replays=at(dates((3, 4)), "22:00"),
    ),
    clear(
        "Lunchtime Recital 1–2pm every Mon, Wed & Fri during June",
        at(weekly(MON, WED, FRI, first=date(2024, 6, 1), last=date(2024, 6, 30)), "13:00"),
        minutes=(60, None),
    ),
    clear(
        "Thurs 6.15pm KTV2, Fri 12.40pm KTV1",
        at(weekly(THU), "18:15") | at(weekly(FRI), "12:40"),
        known_channels=("KTV1", "KTV2"),
    ),
    clear("Listen on 99.4 FM, Tuesdays 10am", at(weekly(TUE), "10:00")),
    clear("Farming Week – Saturdays, 6.35am (25 mins)", at(weekly(SAT), "06:35"), minutes=(25, None)),
    clear(
        "Travel news every weekday at quarter past seven and quarter past eight in the morning",
        at(weekly(*WEEKDAYS), "07:15") | at(weekly(*WEEKDAYS), "08:15"),
    ),
    asked("Film of the week: Friday 15 June 2024 at 9pm", at(dates((6, 15)), "21:00")),
    refused("Every Friday at about half past nine in the evening", "about"),
    refused("Live coverage from 2pm, presented from the stand"),
    refused("Next Thursday at 8pm, a second part follows", "Next"),
    refused("Mon–Fri 6.75pm, regional news", "6.75pm"),
    clear(
        "Reading group: third Monday of the month at 6pm, upstairs in Room 3 (not August)",
        at(in_week(MON, 3, but(8)), "18:00"),
    ),
    clear(
        "Film club meets on the last Thursday of the month except December, 7.30pm start",
        at(in_week(THU, -1, but(12)), "19:30"),
    ),
    clear(
        "Guided tours depart at 11am and 2.30pm on the first and last Sunday of each month, April to "
        "September",
        at(in_week(SUN, 1, (4, 5, 6, 7, 8, 9)) + in_week(SUN, -1, (4, 5, 6, 7, 8, 9)), "11:00")
        | at(in_week(SUN, 1, (4, 5, 6, 7, 8, 9)) + in_week(SUN, -1, (4, 5, 6, 7, 8, 9)), "14:30"),
    ),
    clear(
        "Knit & Natter, Wednesdays, 2–4pm, café, bring your own wool",
        at(weekly(WED), "14:00"),
        minutes=(120, None),
    ),
    clear("Newsletter published on the 1st and 15th of each month", monthly(1) + monthly(15)),
    clear("Board games: every Tuesday evening from half past six", at(weekly(TUE), "18:30")),
    clear("Gallery talk 03/25/2024 at 1:00 PM, Gallery 4", at(dates((3, 25)), "13:00")),
    clear("Private view 18/09/2024, 6.30pm, RSVP to events@example.org", at(dates((9, 18)), "18:30")),
    clear(
        "April to September: Mon–Sat 9am–7pm. October to December: Mon–Sat 10am–4pm.",
        at(weekly(*WEEKDAYS, SAT, first=date(2024, 4, 1), last=date(2024, 9, 30)), "09:00")
        | at(weekly(*WEEKDAYS, SAT, first=date(2024, 10, 1)), "10:00"),
    ),
    clear(
        "Sketch club, weeks 1–3 of the month, Tuesday 18:00",
        at(in_week(TUE, 1) + in_week(TUE, 2) + in_week(TUE, 3), "18:00"),
    ),
    clear(
        "Photographs of the Harbour, 3rd floor, 4 May – 7 July 2024, Tue–Sun 10am–6pm",
        at(weekly(TUE, WED, THU, FRI, SAT, SUN, first=date(2024, 5, 4), last=date(2024, 7, 7)), "10:00"),
        minutes=(480, None),
    ),
    clear(
        "Local studies desk: Mon 2pm–5pm, Wed 10am–1pm and 2pm–7pm, Fri 10am–1pm",
        at(weekly(MON), "14:00")
        | at(weekly(WED), "10:00")
        | at(weekly(WED), "14:00")
        | at(weekly(FRI), "10:00"),
    ),
    asked("Pop-up shop 5/6/2024, 10am–3pm", at(dates((6, 5)), "10:00"), at(dates((5, 6)), "10:00")),
    asked(
        "Life drawing every other Saturday 10am–1pm, £8",
        at(weekly(SAT)[::2], "10:00"),
        at(weekly(SAT)[1::2], "10:00"),
    ),
    refused("Outdoor screening, Saturday 13 July at 9.30pm, weather permitting", "weather permitting"),
    clear(
        "The Chair of the People's Committee receives citizens on the 15th day of every month, 07:30–11:30, "
        "at the Citizen Reception Office, 26 Tran Phu Street; if the 15th falls on a Saturday or Sunday, on "
        "the following Monday",
        at([*monthly(15, but(6, 9, 12)), *dates((6, 17), (9, 16), (12, 16))], "07:30"),
        minutes=(240, None),
    ),
    clear(
        "MP's surgery — Friday 12 January, Friday 9 February and Friday 8 March 2024, 4.30pm to 6pm, "
        "Baptist Hall",
        at(dates((1, 12), (2, 9), (3, 8)), "16:30"),
        minutes=(90, None),
    ),
    clear(
        "The Director receives the public on Thursday of weeks 1 and 3 (08:00–11:00 and 14:00–16:30)",
        at(in_week(THU, 1) + in_week(THU, 3), "08:00") | at(in_week(THU, 1) + in_week(THU, 3), "14:00"),
    ),
    clear(
        "Heads of department hold reception hours Monday and Wednesday afternoons, 1:30–4:30 p.m.",
        at(weekly(MON, WED), "13:30"),
        minutes=(180, None),
    ),
    clear(
        "Legal aid clinic, 2nd and 4th Thursdays, 5.30–7pm, drop-in, bring proof of address",
        at(in_week(THU, 2) + in_week(THU, 4), "17:30"),
        minutes=(90, None),
    ),
    clear(
        "Complaints are heard on the 10th and 25th of each month from 08:00 to 16:00",
        at(monthly(10) + monthly(25), "08:00"),
        minutes=(480, None),
    ),
    refused("The ward office can be seen on Monday the 9th week of the month", "9th week"),
    clear(
        "Vaccination clinic Wednesday 17 and Thursday 18 January 2024, 9am–3pm, Community Centre, Hall B",
        at(dates((1, 17), (1, 18)), "09:00"),
        minutes=(360, None),
    ),
    clear(
        "Eye tests, mobile unit: every 6 weeks from Tuesday 16 January 2024, car park 3, starting at 9am",
        at(weekly(TUE, first=date(2024, 1, 16))[::6], "09:00"),
    ),
    clear(
        "Antenatal class, 5 sessions: Wednesdays 1, 8, 15, 22 and 29 May, 6.30 to 8.30 pm",
        at(dates((5, 1), (5, 8), (5, 15), (5, 22), (5, 29)), "18:30"),
        minutes=(120, None),
    ),
    clear(
        "Recycling (blue lid): every second week on Friday, beginning Friday 5 January 2024",
        weekly(FRI, first=date(2024, 1, 5))[::2],
    ),
    clear(
        "Mill Lane will be closed to all traffic from 4 to 8 March 2024 for resurfacing",
        periods=[(date(2024, 3, 4), date(2024, 3, 8))],
    ),
    clear(
        "Street sweeping: north side 1st and 3rd Tue, south side 2nd and 4th Tue, 8-10 a.m.",
        at([d for w in (1, 2, 3, 4) for d in in_week(TUE, w)], "08:00"),
        minutes=(120, None),
    ),
    clear(
        "Polling takes place on Thursday 2 May 2024 between 7am and 10pm",
        at(dates((5, 2)), "07:00"),
        minutes=(900, None),
    ),
    clear(
        "Farmers market Saturdays, May 4 - October 26, 8 a.m. - noon, corner of 5th & Main",
        at(weekly(SAT, first=date(2024, 5, 4), last=date(2024, 10, 26)), "08:00"),
        minutes=(240, None),
    ),
    clear(
        "Water meters are read in the last week of March, June, September and December",
        periods=weeks(-1, months=(3, 6, 9, 12)),
    ),
    # Clear to a person; a denial in front of dates is never read past.
    refused(
        "Order no. 7 of 2024: no waiting on North Parade on match days, namely "
        "17 February, 2 March and 13 April",
        "no waiting",
    ),
    clear("Board of Education: 2nd Tue., 7 p.m., Rm. 104, 55 Oak St.", at(in_week(TUE, 2), "19:00")),
    clear(
        "Quarterly returns: 31 March, 30 June, 30 September and 31 December",
        dates((3, 31), (6, 30), (9, 30), (12, 31)),
    ),
    asked("Castle Road closed on Thursday 13 March 2024", dates((3, 13))),
    clear(
        "Reports are due quarterly, by the 10th of the first month of the following quarter",
        monthly(10, (1, 4, 7, 10)),
    ),
    clear("Objections must be received not later than 28 June 2024", dates((6, 28))),
    refused("Licensing hearing: date to be fixed"),
    refused("The office reopens after the holidays"),
    refused("Committee meets Tuesday 32 January 2024", "32"),
    refused("Road gritting whenever frost is forecast, from 4am"),
    clear(
        "Mass times: Saturday vigil 6pm; Sunday 8.30am and 11am; weekdays 12.15pm except Thursday",
        at(weekly(SAT), "18:00")
        | at(weekly(SUN), "08:30")
        | at(weekly(SUN), "11:00")
        | at(weekly(MON, TUE, WED, FRI), "12:15"),
    ),
    clear(
        "Lent lunches every Friday from 16 February to 22 March 2024, 12.30pm, £4 for soup and bread",
        at(weekly(FRI, first=date(2024, 2, 16), last=date(2024, 3, 22)), "12:30"),
    ),
    clear(
        "Harvest supper, Saturday 5 October 2024, at seven in the evening, tickets £12 from the vestry",
        at(dates((10, 5)), "19:00"),
    ),
    clear(
        "Copy for the pew sheet: each Thursday, noon, to office@parish.example.org", at(weekly(THU), "12:00")
    ),
    asked(
        "Prayer group alternate Wednesdays 8pm", at(weekly(WED)[::2], "20:00"), at(weekly(WED)[1::2], "20:00")
    ),
    refused("Midnight service, date and preacher to be announced"),
    clear(
        "Parents' evening: Tuesday 19 November 2024, 4.00pm–7.30pm, main hall",
        at(dates((11, 19)), "16:00"),
        minutes=(210, None),
    ),
    clear("The staff newsletter goes out on the last day of every month at 4pm", at(monthly(-1), "16:00")),
    clear("Half-yearly inspection, in May and November", periods=whole_months(5, 11)),
    clear(
        "Fire alarm test at 10.55am every first Monday of the month, lasting 2 minutes",
        at(in_week(MON, 1), "10:55"),
        minutes=(2, None),
    ),
    asked("Sports day: Tues 24 January 2024, 1pm", at(dates((1, 24)), "13:00")),
    refused("Governors meet once each term at 6pm"),
]
