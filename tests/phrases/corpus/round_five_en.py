"""English of offices, stations, counters and councils: sentences written before the reader was tried on them.

`ON_PURPOSE` has what stays asked or refused, for the reader cannot say it or another reading is as near.
"""

from __future__ import annotations

from tests.phrases.almanac import (
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    WEEKDAYS,
    at,
    later,
)
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import (
    daily,
    each,
    every,
    fortnightly,
    months_whole,
    nth,
    on,
    part,
    quarters,
    span,
    to_monday,
    without,
)

# 1. Communication plans -------------------------------------------------------------------------------------

PLANS: list[Case] = [
    clear("First and third week of each month", periods=part(1, 3)),
    clear(
        "Second Tuesday of the month, 6.15pm, repeated the following morning at 7am",
        at(nth(TUE, 2), "18:15"),
        replays=at(later(nth(TUE, 2), 1), "07:00"),
    ),
    clear("Q2 and Q4: one feature per quarter", periods=quarters(2, 4)),
    clear("One half-page a month, March to November", periods=months_whole(*range(3, 12))),
    clear("2 articles a month"),
    clear("Column “Your Council Explains”: Wednesday, Wk 2, page 4", nth(WED, 2)),
    clear("5th, 15th and 25th of every month", each(5, 15, 25, year=2026), year=2026),
    clear(
        "Radio magazine, Sundays 8.30am, repeat same day 5pm",
        at(every(SUN), "08:30"),
        replays=at(every(SUN), "17:00"),
    ),
    clear("Anti-litter campaign, 1 June to 31 August 2024", periods=span((6, 1), (8, 31))),
    clear(
        "Every weekday at 17:55 from 3 June to 28 June", at(every(*WEEKDAYS, a=(6, 3), b=(6, 28)), "17:55")
    ),
    clear("Monthly newsletter, last Friday of the month", nth(FRI, -1)),
    clear("Video clip (3 min), one per quarter", periods=quarters(1, 2, 3, 4)),
    clear("In March and September", periods=months_whole(3, 9)),
    clear(
        "Thursday of week 3, 05:45; replay 11:45 same day",
        at(nth(THU, 3, year=2025), "05:45"),
        replays=at(nth(THU, 3, year=2025), "11:45"),
        year=2025,
    ),
    clear(
        "Mon 19:50, Channel KG; replay Tue 06:30",
        at(every(MON), "19:50"),
        replays=at(later(every(MON), 1), "06:30"),
    ),
    clear("15 Sept – 15 Oct: 1 spot a day at 6.55pm", at(daily((9, 15), (10, 15)), "18:55")),
    clear("Weeks 2 and 4, Feb to May", periods=part(2, 4, months=(2, 3, 4, 5))),
    clear(
        "Third Thursday of Jan, Apr, Jul and Oct at 10.30am", at(nth(THU, 3, months=(1, 4, 7, 10)), "10:30")
    ),
    clear("Copy to the press office by the 25th of each month", each(25)),
    clear(
        "20:10, Tuesday week 1 and week 3 each month, 10 minutes; repeated on Saturday of the same "
        "week at 14:30",
        at(nth(TUE, 1, 3), "20:10"),
        replays=at(later(nth(TUE, 1, 3), 4), "14:30"),
    ),
    clear("Quarter III 2025", periods=quarters(3, year=2025), year=2025),
    clear("First Monday of every month, 7.45am, FM 99.4", at(nth(MON, 1, year=2025), "07:45"), year=2025),
    clear("February - November 2026", periods=span((2, 1), (11, 30), 2026), year=2026),
    clear("Press conference: 9.30am, Thursday 18 July, Room 2.14", at(on((7, 18)), "09:30")),
    clear("The 20th of the last month of each quarter", each(20, months=(3, 6, 9, 12))),
    clear("Web banner on the provincial portal, 1-31 October", periods=span((10, 1), (10, 31))),
    clear("Every Sunday except in July and August, page 7", without(every(SUN), (7, 8))),
    clear(
        "Live debate on 19 August at 08:00, repeated at 21:00 the same day",
        at(on((8, 19)), "08:00"),
        replays=at(on((8, 19)), "21:00"),
    ),
    clear(
        "Full page in the Gazette on the first Saturday of March, June, September and December",
        nth(SAT, 1, months=(3, 6, 9, 12)),
    ),
    clear(
        "The Department of Home Affairs and the provincial broadcaster will air a live talk show "
        "(15 minutes, channel KG) at "
        "17:45 on Monday of week 1 in May and July; replay at 06:30 the next day",
        at(nth(MON, 1, months=(5, 7)), "17:45"),
        replays=at(later(nth(MON, 1, months=(5, 7)), 1), "06:30"),
    ),
    clear(
        "Mondays, Wednesdays and Fridays, 5.15pm, loudspeaker network, 1 March to 31 May",
        at(every(MON, WED, FRI, a=(3, 1), b=(5, 31), year=2026), "17:15"),
        year=2026,
    ),
    clear("Every other Wednesday from 10 January, 8.20pm", at(fortnightly((1, 10)), "20:20")),
]

# 2. Programme listings --------------------------------------------------------------------------------------

LISTINGS: list[Case] = [
    clear("7.30pm Mon-Fri", at(every(*WEEKDAYS), "19:30")),
    clear("19:00 daily, repeated at 23:30", at(daily(), "19:00"), replays=at(daily(), "23:30")),
    clear("Saturdays and Sundays at 9am", at(every(SAT, SUN), "09:00")),
    clear(
        "Drama serial (12 episodes): Tuesdays and Thursdays 9pm, 2 April to 9 May",
        at(every(TUE, THU, a=(4, 2), b=(5, 9)), "21:00"),
    ),
    clear(
        "6am, 12 noon and 6pm every day in June",
        at(daily((6, 1), (6, 30)), "06:00")
        | at(daily((6, 1), (6, 30)), "12:00")
        | at(daily((6, 1), (6, 30)), "18:00"),
    ),
    clear(
        "Late film, Fri 11.15pm, rpt Sun 2pm",
        at(every(FRI), "23:15"),
        replays=at(later(every(FRI), 2), "14:00"),
    ),
    clear("Breakfast show 06:00–09:00 weekdays", at(every(*WEEKDAYS, year=2026), "06:00"), year=2026),
    clear(
        "World news at 13:00 and 18:00, Monday to Saturday",
        at(every(*WEEKDAYS, SAT), "13:00") | at(every(*WEEKDAYS, SAT), "18:00"),
    ),
    clear(
        "Concert: Sat 16 Nov, 8pm; repeat Sun 24 Nov 10.30am",
        at(on((11, 16)), "20:00"),
        replays=at(on((11, 24)), "10:30"),
    ),
    clear(
        "The Gardening Hour, Sundays 11am, repeated Wednesdays 3.30pm, 3 March to 31 May",
        at(every(SUN, a=(3, 3), b=(5, 31)), "11:00"),
        replays=at(later(every(SUN, a=(3, 3), b=(5, 31)), 3), "15:30"),
    ),
    clear("Daily at 7.05am except Sunday", at(every(*WEEKDAYS, SAT), "07:05")),
    clear(
        "Four-part documentary, Mondays 9pm from 6 May", at(on((5, 6), (5, 13), (5, 20), (5, 27)), "21:00")
    ),
    clear(
        "Mon 7.30pm, Wed 8.15pm, Fri 9pm",
        at(every(MON), "19:30") | at(every(WED), "20:15") | at(every(FRI), "21:00"),
    ),
    clear("Afternoon play: Tues to Thurs, 14:15-15:00", at(every(TUE, WED, THU), "14:15")),
    clear(
        "Last Saturday of the month, 21:00; repeated Sunday 08:00",
        at(nth(SAT, -1), "21:00"),
        replays=at(later(nth(SAT, -1), 1), "08:00"),
    ),
    clear("1-5 July, 10.45am each day", at(daily((7, 1), (7, 5)), "10:45")),
    clear("Match commentary 3pm on 9, 16 and 23 March", at(on((3, 9), (3, 16), (3, 23)), "15:00")),
    clear(
        "News bulletins at 07:00, 08:00 and 09:00 Mon–Fri",
        at(every(*WEEKDAYS), "07:00") | at(every(*WEEKDAYS), "08:00") | at(every(*WEEKDAYS), "09:00"),
    ),
    clear(
        "Bedtime story, 22:45 Monday to Friday, 2–13 September",
        at(every(*WEEKDAYS, a=(9, 2), b=(9, 13)), "22:45"),
    ),
    clear(
        "Farm news 5.45am Mon-Sat; Sunday edition 6.35am",
        at(every(*WEEKDAYS, SAT), "05:45") | at(every(SUN), "06:35"),
    ),
    clear(
        "Jazz Club, first Friday of the month at 10pm; repeated the following Sunday at 4pm",
        at(nth(FRI, 1, year=2025), "22:00"),
        replays=at(later(nth(FRI, 1, year=2025), 2), "16:00"),
        year=2025,
    ),
    clear(
        "Tue & Thu 20:50, 1 Apr–29 May 2025",
        at(every(TUE, THU, a=(4, 1), b=(5, 29), year=2025), "20:50"),
        year=2025,
    ),
    clear("Sat 14 Mar 2026, 20:00", at(on((3, 14), year=2026), "20:00"), year=2026),
    clear("Sunday 9:00 am - 10:00 am, KG1", at(every(SUN), "09:00")),
    clear(
        "Quiz, Weds 8pm; another chance to see it Sat 5.15pm",
        at(every(WED), "20:00"),
        replays=at(later(every(WED), 3), "17:15"),
    ),
    clear("Every day at 6 o'clock in the evening", at(daily(), "18:00")),
    clear(
        "Children's hour 4–5pm, Monday, Wednesday, Friday",
        at(every(MON, WED, FRI, year=2025), "16:00"),
        year=2025,
    ),
    clear("From Monday 7 October to Friday 11 October at 19:30 hrs", at(daily((10, 7), (10, 11)), "19:30")),
    clear(
        "Premiere Thursday 20:20; replays Friday 12:30 and Saturday 16:30",
        at(every(THU), "20:20"),
        replays=at(later(every(THU), 1), "12:30") | at(later(every(THU), 2), "16:30"),
    ),
    clear(
        "2024-07-13 20:00; repeat 2024-07-20 14:00",
        at(on((7, 13)), "20:00"),
        replays=at(on((7, 20)), "14:00"),
    ),
    clear(
        "Village voices, our weekly phone-in with guests from the district councils (call 0297 386 "
        "2888), goes out live on "
        "Thursdays at 8.05pm from 4 April to 27 June",
        at(every(THU, a=(4, 4), b=(6, 27)), "20:05"),
    ),
]

# 3. Reception calendars and counters ------------------------------------------------------------------------

RECEPTION: list[Case] = [
    clear(
        "Cllr Margaret Hall: first Saturday of each month, 10am–noon, Central Library",
        at(nth(SAT, 1), "10:00"),
    ),
    clear("Mon–Fri 9am–5pm", at(every(*WEEKDAYS), "09:00")),
    clear(
        "Monday to Thursday 8.30am to 5pm, Friday 8.45am to 4.30pm",
        at(every(MON, TUE, WED, THU), "08:30") | at(every(FRI), "08:45"),
    ),
    clear("Tuesdays 2-4pm, by appointment, tel. 01632 960 145", at(every(TUE), "14:00")),
    clear("Open daily 10am–6pm, closed Mondays", at(every(TUE, WED, THU, FRI, SAT, SUN), "10:00")),
    clear(
        "Second and fourth Thursday of the month, 6.30pm–7.30pm, Community Hub, Room 3",
        at(nth(THU, 2, 4), "18:30"),
    ),
    clear("MP surgery: Friday 14 June, 4pm to 6pm, St John's Hall", at(on((6, 14)), "16:00")),
    clear(
        "Registrar: Tues and Thurs 09:30–12:30; Sat 10:00–12:00",
        at(every(TUE, THU), "09:30") | at(every(SAT), "10:00"),
    ),
    clear(
        "Planning duty officer: Wednesdays 1pm - 4pm except in August", at(without(every(WED), (8,)), "13:00")
    ),
    clear(
        "The Mayor receives residents on the 15th of each month; if that falls on a weekend, on the "
        "following Monday",
        to_monday(each(15)),
    ),
    clear("Housing advice: every weekday morning from 9.30am", at(every(*WEEKDAYS), "09:30")),
    clear(
        "Library: Mon, Wed 10am-7pm; Tue, Thu, Fri 11am-5pm; Sat 9am-1pm; closed Sun",
        at(every(MON, WED), "10:00") | at(every(TUE, THU, FRI), "11:00") | at(every(SAT), "09:00"),
    ),
    clear(
        "Tax office counter: 1 July to 30 September, Mon-Fri, 08:00-16:00",
        at(every(*WEEKDAYS, a=(7, 1), b=(9, 30)), "08:00"),
    ),
    clear(
        "Chair of the District People's Committee: 10th and 25th of each month, 8am, Reception Room 1",
        at(each(10, 25), "08:00"),
    ),
    clear("Legal clinic on the last Wednesday of the month from 5.30pm", at(nth(WED, -1), "17:30")),
    clear(
        "Councillor surgeries: 13 Jan, 10 Feb, 9 Mar, 13 Apr, all 10.30am",
        at(on((1, 13), (2, 10), (3, 9), (4, 13)), "10:30"),
    ),
    clear("Debt advice - Thursdays, 10am-12 noon, £5 per session", at(every(THU), "10:00")),
    clear(
        "Recycling centre: April to September, 8am to 8pm daily; October to December, 9am to 4pm daily",
        at(daily((4, 1), (9, 30)), "08:00") | at(daily((10, 1), (12, 31)), "09:00"),
    ),
    clear("Thurs 13:30-16:30", at(every(THU), "13:30")),
    clear(
        "Deputy Director (finance) sees businesses at 9am on the first Tuesday of each quarter",
        at(nth(TUE, 1, months=(1, 4, 7, 10)), "09:00"),
    ),
    clear("Every Thursday, 8am to 11.30am", at(every(THU, year=2025), "08:00"), year=2025),
    clear(
        "Head teacher: 8th of the month; union chair: 22nd of the month", each(8, 22, year=2025), year=2025
    ),
    clear("Tuesday of weeks 2 and 4, from 2pm", at(nth(TUE, 2, 4, year=2026), "14:00"), year=2026),
    clear("Sat 20 April and Sun 21 April, 10am-4pm", at(on((4, 20), (4, 21)), "10:00")),
    clear(
        "Open Tuesday to Sunday from 11am, last entry 4.30pm",
        at(every(TUE, WED, THU, FRI, SAT, SUN), "11:00"),
    ),
    clear("Passport counter closed on 6 July", on((7, 6))),
    clear(
        "Ward 7 councillors (Ahmed, Lewis): third Sat of the month, 11am, library foyer; no surgery "
        "in August",
        at(without(nth(SAT, 3), (8,)), "11:00"),
    ),
    clear(
        "Night clinic every Mon & Thu 6pm-8pm, starting 1 September",
        at(every(MON, THU, a=(9, 1), year=2025), "18:00"),
        year=2025,
    ),
    clear(
        "Enquiries: weekdays 9am to 12.30pm and 1.30pm to 5pm",
        at(every(*WEEKDAYS, year=2026), "09:00") | at(every(*WEEKDAYS, year=2026), "13:30"),
        year=2026,
    ),
    clear(
        "Drop-in, 10.00am - 12.00pm, each Wednesday in October",
        at(every(WED, a=(10, 1), b=(10, 31)), "10:00"),
    ),
    clear("Ombudsman's visit: 2024-05-16, 09:00", at(on((5, 16)), "09:00")),
]

# 4. Notices -------------------------------------------------------------------------------------------------

NOTICES: list[Case] = [
    clear("Garden waste: every other Tuesday from 5 March", fortnightly((3, 5))),
    clear(
        "Full Council meets on the last Thursday of each month, except December, at 7pm",
        at(without(nth(THU, -1), (12,)), "19:00"),
    ),
    clear("Consultation: 3 June – 15 July 2024", periods=span((6, 3), (7, 15))),
    clear("Comments by 5pm on Friday 28 June", at(on((6, 28)), "17:00")),
    clear("High Street closed from 8pm on 10 April to 5am on 11 April", at(on((4, 10)), "20:00")),
    clear(
        "Flu vaccinations for over-65s: 5, 12 and 19 October at 9am",
        at(on((10, 5), (10, 12), (10, 19)), "09:00"),
    ),
    clear("Farmers' market, second Sunday of the month, 9am-1pm", at(nth(SUN, 2), "09:00")),
    clear("Bulky waste collected first Monday of the month", nth(MON, 1)),
    clear("Deadline for grant applications: 31 May 2024", on((5, 31))),
    clear("AGM Thursday, May 16th at 7:30 p.m., Village Hall", at(on((5, 16)), "19:30")),
    clear("Library closed for stocktaking 12–16 February", periods=span((2, 12), (2, 16))),
    clear("Water off Tues 14 May, 8am–noon", at(on((5, 14)), "08:00")),
    clear(
        "Roadworks, Mill Lane: 9 Sept to 25 Oct, weekdays 9.30am–3.30pm",
        at(every(*WEEKDAYS, a=(9, 9), b=(10, 25)), "09:30"),
    ),
    clear("Christmas market 29 Nov–1 Dec, 10am–8pm daily", at(daily((11, 29), (12, 1)), "10:00")),
    clear(
        "Planning Committee: 17 Jan, 14 Feb, 13 Mar, 10 Apr at 6.30pm",
        at(on((1, 17), (2, 14), (3, 13), (4, 10)), "18:30"),
    ),
    clear("Return forms no later than noon on 30 September", at(on((9, 30), year=2026), "12:00"), year=2026),
    clear("Reports due on 10 June and 10 December", on((6, 10), (12, 10))),
    clear("Rabies clinic, Mon 11 to Fri 15 March, 8am-11am daily", at(daily((3, 11), (3, 15)), "08:00")),
    clear(
        "Parish council: second Tuesday of the month at 19:30, no meeting in August",
        at(without(nth(TUE, 2), (8,)), "19:30"),
    ),
    clear(
        "Litter pick Saturday 23 March 10am; second pick Saturday 21 September 10am",
        at(on((3, 23), (9, 21)), "10:00"),
    ),
    clear("Polling 7am - 10pm Thursday 2 May", at(on((5, 2)), "07:00")),
    clear("Bin day: Tues, Thurs, Sat at 6pm", at(every(TUE, THU, SAT, year=2025), "18:00"), year=2025),
    clear(
        "Water supply off from 9pm on 5 June to 5am on 6 June", at(on((6, 5), year=2026), "21:00"), year=2026
    ),
    clear("Tender closes 12 noon, 18 July 2025", at(on((7, 18), year=2025), "12:00"), year=2025),
    clear(
        "Street sweeping: 1st and 3rd Wed of the month, April to November",
        nth(WED, 1, 3, months=tuple(range(4, 12)), year=2025),
        year=2025,
    ),
    clear(
        "Car boot sale, Sundays from 7am, 6 April to 28 September",
        at(every(SUN, a=(4, 6), b=(9, 28), year=2025), "07:00"),
        year=2025,
    ),
    clear(
        "Council tax instalments: 1st of each month, April to December",
        each(1, months=tuple(range(4, 13)), year=2025),
        year=2025,
    ),
    clear(
        "Budget consultation drop-ins: Mon 4 Nov 2–5pm, Wed 6 Nov 5–8pm, Sat 9 Nov 10am–1pm",
        at(on((11, 4)), "14:00") | at(on((11, 6)), "17:00") | at(on((11, 9)), "10:00"),
    ),
    clear("Weekly report: by 3pm every Thursday", at(every(THU, year=2026), "15:00"), year=2026),
    clear(
        "Evening class Mon & Wed 7-9pm, begins 7 Sept, ends 25 Nov",
        at(every(MON, WED, a=(9, 7), b=(11, 25), year=2026), "19:00"),
        year=2026,
    ),
    clear(
        "The Highways Committee will meet in public in the Council Chamber, 14 Station Road, at "
        "6.30pm on Wednesday 4 December "
        "to consider objections to the draft order (ref. TRO/2024/117); all residents are welcome",
        at(on((12, 4)), "18:30"),
    ),
]

CAREFUL: list[Case] = [
    clear("Open 10am-4pm, 1 to 5 July", at(daily((7, 1), (7, 5)), "10:00")),
    clear(
        "Tip open 8am-8pm April to September, 9am-4pm October to March",
        at(daily((4, 1), (9, 30)), "08:00")
        | at(daily((1, 1), (3, 31)), "09:00")
        | at(daily((10, 1), (12, 31)), "09:00"),
    ),
    clear(
        "The public inquiry opens at 10am on Tuesday 8 October and sits at 10am each weekday until "
        "Friday 18 October",
        at(every(*WEEKDAYS, a=(10, 8), b=(10, 18)), "10:00"),
    ),
    clear(
        "Mondays at 10am; on the first Monday of the month at 2pm instead",
        at([d for d in every(MON) if d.day > 7], "10:00") | at(nth(MON, 1), "14:00"),
    ),
    clear("15th of each month, in August on the 20th", without(each(15), (8,)) + on((8, 20))),
    clear(
        "Surgery alternates: Northgate first Sat of the month, Southgate third Sat, 10am",
        at(nth(SAT, 1, 3), "10:00"),
    ),
    clear("Tuesdays 9:00 to 11:00, Civic Centre", at(every(TUE), "09:00")),
    clear(
        "May Queen rehearsal Sunday 28 April 2pm, parade Saturday 4 May 11am",
        at(on((4, 28)), "14:00") | at(on((5, 4)), "11:00"),
    ),
    clear(
        "First Wed of the month 8pm and the Sunday after at 10am (repeat)",
        at(nth(WED, 1), "20:00"),
        replays=at(later(nth(WED, 1), 4), "10:00"),
    ),
    clear("New Year concert, 31 December 10.45pm, live until 12.15am", at(on((12, 31)), "22:45")),
]

NEVER: list[Case] = [
    refused("Wednesday, week 6 of each month, 17:45"),
    refused("Surgery on 31 April at 10am"),
    refused("25:30 Mondays"),
    refused("7.75pm Wednesday"),
    asked("Committee meets 5/6/2024, 6pm"),
    asked("Tuesdays at 7:30, Village Hall"),
    asked("Bimonthly newsletter"),
    asked("End of the month"),
    asked("31st of each month, 9am"),
    asked("Tuesday 15 May 2024, 10am"),
    refused("Next Thursday at 2pm"),
    refused("Tomorrow 3pm, Committee Room 1"),
    refused("Monday or Tuesday, 10am-noon"),
    refused("About 8pm on Fridays"),
    refused("Bins collected a day late after Easter"),
    refused("Term time only, mornings"),
    refused("Date to be confirmed"),
    refused("Repeated the next day at 6am on KG1"),
    refused("By appointment only, tel. 01632 960 001"),
]

ON_PURPOSE: list[Case] = [
    refused("Tip open 8am-8pm April to September, 9am-4pm October to March", "8am-8pm"),
    asked("Tuesdays 9:00 to 11:00, Civic Centre", at(every(TUE), "09:00"), at(every(TUE), "21:00")),
    refused("First Wed of the month 8pm and the Sunday after at 10am (repeat)", "after"),
    refused("New Year concert, 31 December 10.45pm, live until 12.15am", "until"),
]
_INSTEAD = {case.text: case for case in ON_PURPOSE}
_WRITTEN = (*PLANS, *LISTINGS, *RECEPTION, *NOTICES, *CAREFUL, *NEVER)
CASES: list[Case] = [_INSTEAD.get(case.text, case) for case in _WRITTEN]
