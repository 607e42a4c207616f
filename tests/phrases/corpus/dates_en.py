"""English single dates and rows of dates, with a time or without one."""

from __future__ import annotations

from datetime import date, datetime

from tests.phrases.almanac import at, dates, monthly
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import on

CASES: list[Case] = [
    clear(
        "Saturday 20 April 2024, 10:00–16:30, Studio 2, free of charge",
        at(dates((4, 20)), "10:00"),
        minutes=(390, None),
    ),
    clear(
        "Lecture series 'Stars over the Estuary': 9 January, 13 February, 12 March and 9 April, all at "
        "7.30pm in the lecture theatre, 10 Station Road",
        at(dates((1, 9), (2, 13), (3, 12), (4, 9)), "19:30"),
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
        "Book sale: Saturday 06/07/2024, 10am–4pm, main foyer",
        at(dates((7, 6)), "10:00"),
        minutes=(360, None),
    ),
    clear("Gallery talk 03/25/2024 at 1:00 PM, Gallery 4", at(dates((3, 25)), "13:00")),
    clear("Private view 18/09/2024, 6.30pm, RSVP to events@example.org", at(dates((9, 18)), "18:30")),
    clear(
        "MP's surgery — Friday 12 January, Friday 9 February and Friday 8 March 2024, 4.30pm to 6pm, "
        "Baptist Hall",
        at(dates((1, 12), (2, 9), (3, 8)), "16:30"),
        minutes=(90, None),
    ),
    clear(
        "Vaccination clinic Wednesday 17 and Thursday 18 January 2024, 9am–3pm, Community Centre, Hall B",
        at(dates((1, 17), (1, 18)), "09:00"),
        minutes=(360, None),
    ),
    clear(
        "Polling takes place on Thursday 2 May 2024 between 7am and 10pm",
        at(dates((5, 2)), "07:00"),
        minutes=(900, None),
    ),
    clear(
        "Quarterly returns: 31 March, 30 June, 30 September and 31 December",
        dates((3, 31), (6, 30), (9, 30), (12, 31)),
    ),
    clear(
        "Harvest supper, Saturday 5 October 2024, at seven in the evening, tickets £12 from the vestry",
        at(dates((10, 5)), "19:00"),
    ),
    clear(
        "Parents' evening: Tuesday 19 November 2024, 4.00pm–7.30pm, main hall",
        at(dates((11, 19)), "16:00"),
        minutes=(210, None),
    ),
    clear(
        "Blood donors: the van is on Market Square on 6 and 20 March, 3 and 17 April and 1 May 2024 from "
        "2pm until 7.30pm",
        at(dates((3, 6), (3, 20), (4, 3), (4, 17), (5, 1)), "14:00"),
        minutes=(330, None),
    ),
    clear(
        "Full Council: 25 January, 14 March, 16 May, 18 July, 19 September and 21 November 2024 at 7pm",
        at(dates((1, 25), (3, 14), (5, 16), (7, 18), (9, 19), (11, 21)), "19:00"),
    ),
    clear(
        "Notice is hereby given that a public meeting will be held at 19:00 on Monday, 13 May 2024, in the "
        "Assembly Room, 2nd Floor, Civic Centre (agenda item 4)",
        at(dates((5, 13)), "19:00"),
    ),
    clear(
        "Blood donor session: 12 March, 09:30-12:30 and 13:30-16:00",
        at(dates((3, 12)), "09:30") | at(dates((3, 12)), "13:30"),
    ),
    clear("AGM – Thursday 18 April 2024, 7:30 p.m.", at(dates((4, 18)), "19:30")),
    clear(
        "Meetings: 16 January, 19 March, 21 May, 16 July, 17 September and 19 November 2024, all at 6:00 pm",
        at(dates((1, 16), (3, 19), (5, 21), (7, 16), (9, 17), (11, 19)), "18:00"),
    ),
    clear(
        "Mobile library: 9 Jan, 6 Feb, 5 Mar and 2 Apr, 2.15pm–3pm, Elm Grove",
        at(dates((1, 9), (2, 6), (3, 5), (4, 2)), "14:15"),
    ),
    clear("Saturdays 6, 13 and 20 July at 11am", at(dates((7, 6), (7, 13), (7, 20)), "11:00")),
    clear(
        "Trustees' meetings 2024: Feb 8, May 9, Aug 8, Nov 14 (all 5:30pm)",
        at(dates((2, 8), (5, 9), (8, 8), (11, 14)), "17:30"),
    ),
    clear("National Digital Transformation Day, 10 October every year", dates((10, 10))),
    clear(
        "Magistrates' sittings: 08:30 on 3, 17 and 31 January",
        at(dates((1, 3), (1, 17), (1, 31)), "08:30"),
    ),
    clear(
        "Auction: 10am, Sat 2nd Mar, Sat 1st Jun and Sat 7th Sep", at(dates((3, 2), (6, 1), (9, 7)), "10:00")
    ),
    clear("19:00 on 5 March 2025", ()),
    clear(
        "Craft fair, from 4 to 8 March, concert on 20 March",
        dates((3, 20)),
        periods={(date(2024, 3, 4), date(2024, 3, 8))},
    ),
    clear(
        "Festival 4 to 8 June, closing concert on 20 June at 19:00",
        {datetime(2024, 6, 20, 19)},
        periods={(date(2024, 6, 4), date(2024, 6, 8))},
    ),
    clear("This Saturday, 9 March, at 3pm", {datetime(2024, 3, 9, 15)}),
    clear("Next Thursday 14 March 2024 at 19:00", {datetime(2024, 3, 14, 19)}),
    clear("Rooms 2.14 and 2.15, Thursday 18 July, 9.30am", at(on((7, 18)), "09:30")),
    clear("Wednesday 4 December 6.30pm, order TRO/2024/117", at(on((12, 4)), "18:30")),
    clear("Meeting at 6.30pm on Wednesday 4 December (reference HC-114)", at(on((12, 4)), "18:30")),
    clear("May Fair Saturday 4 May 11am", at(on((5, 4)), "11:00")),
    clear("Maths evening for Years 3 and 4: Thursday 7 March, 5pm", at(dates((3, 7)), "17:00")),
    clear("Trip for Years 5, 6 and 7 on 12 June at 9am", at(dates((6, 12)), "09:00")),
    clear("Press conference: 9.30am, Thursday 18 July, Room 2.14", at(on((7, 18)), "09:30")),
    clear("Match commentary 3pm on 9, 16 and 23 March", at(on((3, 9), (3, 16), (3, 23)), "15:00")),
    clear("Sat 14 Mar 2026, 20:00", at(on((3, 14), year=2026), "20:00"), year=2026),
    clear("MP surgery: Friday 14 June, 4pm to 6pm, St John's Hall", at(on((6, 14)), "16:00")),
    clear(
        "Councillor surgeries: 13 Jan, 10 Feb, 9 Mar, 13 Apr, all 10.30am",
        at(on((1, 13), (2, 10), (3, 9), (4, 13)), "10:30"),
    ),
    clear("Sat 20 April and Sun 21 April, 10am-4pm", at(on((4, 20), (4, 21)), "10:00")),
    clear("Ombudsman's visit: 2024-05-16, 09:00", at(on((5, 16)), "09:00")),
    clear(
        "Flu vaccinations for over-65s: 5, 12 and 19 October at 9am",
        at(on((10, 5), (10, 12), (10, 19)), "09:00"),
    ),
    clear("AGM Thursday, May 16th at 7:30 p.m., Village Hall", at(on((5, 16)), "19:30")),
    clear("Water off Tues 14 May, 8am–noon", at(on((5, 14)), "08:00")),
    clear(
        "Planning Committee: 17 Jan, 14 Feb, 13 Mar, 10 Apr at 6.30pm",
        at(on((1, 17), (2, 14), (3, 13), (4, 10)), "18:30"),
    ),
    clear("Polling 7am - 10pm Thursday 2 May", at(on((5, 2)), "07:00")),
    clear(
        "The Highways Committee will meet in public in the Council Chamber, 14 Station Road, at "
        "6.30pm on Wednesday 4 December "
        "to consider objections to the draft order (ref. TRO/2024/117); all residents are welcome",
        at(on((12, 4)), "18:30"),
    ),
    clear("Live on Tuesday 5 November 2024 from 11pm", at(dates((11, 5)), "23:00")),
    clear(
        "Full Council: 23 January, 19 March, 14 May, 16 July, 24 September and 26 November 2024 at 6.30pm",
        at(dates((1, 23), (3, 19), (5, 14), (7, 16), (9, 24), (11, 26)), "18:30"),
    ),
    clear("Licensing Sub-Committee – Tues 12 March, 10am, Committee Room 2", at(dates((3, 12)), "10:00")),
    clear("Polling stations open on Thursday 2 May 2024 from 7am to 10pm", at(dates((5, 2)), "07:00")),
    clear(
        "Cabinet: Wednesdays 10 January, 14 February and 13 March, 2pm",
        at(dates((1, 10), (2, 14), (3, 13)), "14:00"),
    ),
    clear(
        "Residents are invited to the Friday Prayers Hall on Wednesday 6 March at 2pm for a public "
        "meeting on Resolution No. 18.",
        at(dates((3, 6)), "14:00"),
    ),
    clear("Local history talk, Thurs 16 May, 2:00 PM, Room 3, free", at(dates((5, 16)), "14:00")),
    clear("Author visit: Friday, 8 November 2024, 18:30", at(dates((11, 8)), "18:30")),
    clear("Parish coffee morning, Sat 9 Mar, 10am–12 noon, Church Hall", at(dates((3, 9)), "10:00")),
    clear(
        "Ramblers: Sundays 14 April, 12 May and 9 June, 9.30am", at(dates((4, 14), (5, 12), (6, 9)), "09:30")
    ),
    clear("Harvest Supper, Saturday 5 October at 6.30pm, tickets £8", at(dates((10, 5)), "18:30")),
    clear("Messy Church: 3–5pm on Sunday 17 March", at(dates((3, 17)), "15:00")),
    clear(
        "Annual General Meeting: Thursday 21 March 2024 at 7.30 pm in St Mary's Hall",
        at(dates((3, 21)), "19:30"),
    ),
    clear("Blood donor session 18 July 2024, 13:15–19:45", at(dates((7, 18)), "13:15")),
    clear(
        "Flu vaccination clinics: Saturdays 28 September, 5 October and 12 October, 8.30am to 12.30pm",
        at(dates((9, 28), (10, 5), (10, 12)), "08:30"),
    ),
    clear(
        "Bi-monthly: 1 February, 1 April, 1 June, 1 August, 1 October and 1 December",
        monthly(1, (2, 4, 6, 8, 10, 12)),
    ),
    clear("Annual report published on 30 June", dates((6, 30))),
    clear(
        "A special edition will be published on 30 April, 2 September and 20 December 2024.",
        dates((4, 30), (9, 2), (12, 20)),
    ),
    clear("INSET days: 3 September, 4 November and 20 December", dates((9, 3), (11, 4), (12, 20))),
    clear("Parents' evening for Years 5 and 6: Tuesday 12 March, 4–7pm", at(dates((3, 12)), "16:00")),
    clear("School photographs – 9.15am on 24 September", at(dates((9, 24)), "09:15")),
    clear("2024-03-05 01:00–04:00", at(dates((3, 5)), "01:00")),
    clear(
        "Scheduled outages: Mar 12, Apr 9 and May 14, 2024, 2:00 AM to 4:00 AM",
        at(dates((3, 12), (4, 9), (5, 14)), "02:00"),
    ),
    clear(
        "Tues 6, 13, 20 and 27 February, 9.30am–12.30pm",
        at(dates((2, 6), (2, 13), (2, 20), (2, 27)), "09:30"),
    ),
    clear(
        "22, 23 and 24 April 2024, 08:30–16:30, Training Room 1",
        at(dates((4, 22), (4, 23), (4, 24)), "08:30"),
    ),
    clear("Workshop from 8:00 a.m. to 11:30 a.m. on March 5, 2024", at(dates((3, 5)), "08:00")),
    clear("First aid refresher: 14 June and 15 November", dates((6, 14), (11, 15))),
    clear(
        "Friday 19 July, 9am–12 noon and 2pm–5pm", at(dates((7, 19)), "09:00") | at(dates((7, 19)), "14:00")
    ),
    clear("Sat., Sept. 14, 9 a.m.–3 p.m.", at(dates((9, 14)), "09:00")),
    clear("Fireworks: July 4 at 9:30 p.m., Riverside Park", at(dates((7, 4)), "21:30")),
    clear("March 5, 2024", dates((3, 5))),
    clear("Wednesday, October 9, 2024, 10:00 a.m. – 2:00 p.m., Suite 300", at(dates((10, 9)), "10:00")),
    clear("Hearing on the afternoon of 21 May", dates((5, 21))),
]
