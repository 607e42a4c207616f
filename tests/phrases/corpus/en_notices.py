"""Receptions, clinics, council and parish notices, schools: English sentences of one office each."""

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
    WEEKDAYS,
    at,
    between,
    but,
    dates,
    in_week,
    monthly,
    weekly,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    # --- receptions and surgeries
    clear(
        "Mayor's surgery: first and third Tuesday of the month, 2pm to 4pm, Town Hall, Room 12, by "
        "appointment (tel. 01632 960144)",
        at(in_week(TUE, 1) + in_week(TUE, 3), "14:00"),
        minutes=(120, None),
    ),
    clear(
        "Councillor's advice surgery every Saturday 10am–11.30am in the library foyer; no surgery in August",
        at([d for d in weekly(SAT) if d.month != 8], "10:00"),
        minutes=(90, None),
    ),
    clear(
        "Reception of citizens: third Tuesday of each month, 9am to noon; if that day is a public holiday, "
        "reception moves to the next working day",
        at(in_week(TUE, 3), "09:00"),
        minutes=(180, None),
    ),
    clear(
        "Regular reception by the Deputy Chair: last Friday of each month, from 13:30, ground floor of "
        "Building B",
        at(in_week(FRI, -1), "13:30"),
    ),
    clear(
        "Citizens' advice: Mon and Thu, 9.30am till 12.30pm, no appointment needed; telephone advice only "
        "on Tue, 1pm till 4pm",
        at(weekly(MON, THU), "09:30") | at(weekly(TUE), "13:00"),
        minutes=(180, None),
    ),
    clear(
        "Tax office help desk, City Library, Tuesdays in March and April, 10 a.m. - 1 p.m., counter 5",
        at(weekly(TUE, first=date(2024, 3, 1), last=date(2024, 4, 30)), "10:00"),
        minutes=(180, None),
    ),
    clear(
        "The party secretary meets residents once a quarter, on the first Saturday of the last month of the "
        "quarter, at 08:00",
        at(in_week(SAT, 1, (3, 6, 9, 12)), "08:00"),
    ),
    clear(
        "Veterans' pensions officer: second Wed of Jan, Mar, May, Jul, Sep and Nov, 11am",
        at(in_week(WED, 2, (1, 3, 5, 7, 9, 11)), "11:00"),
    ),
    asked(
        "The registrar attends every two weeks on Monday, 9am–noon",
        at(weekly(MON)[::2], "09:00"),
        at(weekly(MON)[1::2], "09:00"),
    ),
    asked("Surgery hours: Mon 9–11, Thu 5–7"),
    asked(
        "The Vice-Chair receives citizens on the 30th of each month at 08:30",
        at(monthly(30, but(2)), "08:30"),
        at([*monthly(30, but(2)), date(2024, 2, 29)], "08:30"),
    ),
    refused("Surgery by appointment only, call 01632 960155"),
    refused("Reception on odd dates, 8am to 11am", "odd"),
    refused("Councillors' surgery this Saturday, 10am", "this"),
    # --- clinics
    clear(
        "Doctor's surgery: Mon, Tue, Thu, Fri 8.30am–12.30pm & 2pm–6pm; Wed 8.30am–12.30pm",
        at(weekly(*WEEKDAYS), "08:30") | at(weekly(MON, TUE, THU, FRI), "14:00"),
        minutes=(240, None),
    ),
    clear(
        "Baby weighing, every Monday except the last Monday of the month, 1.30pm to 3pm",
        at([d for d in weekly(MON) if d not in in_week(MON, -1)], "13:30"),
        minutes=(90, None),
    ),
    clear(
        "Blood donors: the van is on Market Square on 6 and 20 March, 3 and 17 April and 1 May 2024 from "
        "2pm until 7.30pm",
        at(dates((3, 6), (3, 20), (4, 3), (4, 17), (5, 1)), "14:00"),
        minutes=(330, None),
    ),
    clear(
        "Weekly foot clinic, Thursdays, 9:00 a.m. to 12:00 noon, Suite 210",
        at(weekly(THU), "09:00"),
        minutes=(180, None),
    ),
    asked(
        "Physiotherapy drop-in alternate Wednesdays, 1pm",
        at(weekly(WED)[::2], "13:00"),
        at(weekly(WED)[1::2], "13:00"),
    ),
    refused("The clinic runs from 2pm until the last patient is seen"),
    refused("Flu jabs on Monday 6 May 2024 at 13pm", "13pm"),
    # --- council
    clear(
        "The Planning Committee meets on the first Wednesday of each month at 6.30pm in the Council "
        "Chamber; there is no meeting in August.",
        at(in_week(WED, 1, but(8)), "18:30"),
    ),
    clear(
        "Full Council: 25 January, 14 March, 16 May, 18 July, 19 September and 21 November 2024 at 7pm",
        at(dates((1, 25), (3, 14), (5, 16), (7, 18), (9, 19), (11, 21)), "19:00"),
    ),
    clear(
        "Garden waste is collected every other Monday starting 8 January 2024; please leave bins at the kerb",
        weekly(MON, first=date(2024, 1, 8))[::2],
    ),
    clear(
        "Street market every Thursday and Saturday, 8am–2pm, except 26 December",
        at([d for d in weekly(THU, SAT) if d != date(2024, 12, 26)], "08:00"),
        minutes=(360, None),
    ),
    clear(
        "Pedestrian zone in the High Street on Sundays in July and August, 10am–6pm",
        at(weekly(SUN, first=date(2024, 7, 1), last=date(2024, 8, 31)), "10:00"),
        minutes=(480, None),
    ),
    clear(
        "Parking charges apply Mon–Sat 8am–6.30pm, £1.20 an hour",
        at(weekly(*WEEKDAYS, SAT), "08:00"),
        minutes=(630, None),
    ),
    clear(
        "Bulky waste: first Saturday of every quarter, depot gate 2, 8am to 1pm",
        at(in_week(SAT, 1, (1, 4, 7, 10)), "08:00"),
        minutes=(300, None),
    ),
    clear(
        "The budget is published in the first quarter and the accounts in the third quarter",
        periods=between(1, 3) | between(7, 9),
    ),
    clear(
        "Notice is hereby given that a public meeting will be held at 19:00 on Monday, 13 May 2024, in the "
        "Assembly Room, 2nd Floor, Civic Centre (agenda item 4)",
        at(dates((5, 13)), "19:00"),
    ),
    clear("Ten instalments, due on the 1st of each month from February to November", monthly(1, but(1, 12))),
    # Clear to a person; what is left of a year is not a value yet, so nothing is guessed.
    refused("Cemetery gates open 8am–8pm April to September, 8am–4.30pm the rest of the year", "rest"),
    clear(
        "Household waste site: Fri, Sat, Sun & Mon 9am–5pm; closed Tue–Thu",
        at(weekly(FRI, SAT, SUN, MON), "09:00"),
        minutes=(480, None),
    ),
    clear(
        "Audit Committee, last Monday of January, April, July and October, two o'clock in the afternoon",
        at(in_week(MON, -1, (1, 4, 7, 10)), "14:00"),
    ),
    # Clear to a person; an exception with a rule of its own is not read yet.
    refused(
        "Town Council meets on the second and fourth Mondays of each month at 7:00 p.m., "
        "except December, when it meets on the second Monday only",
        "when",
    ),
    clear(
        "Consultation open 15 January – 26 February 2024", periods=[(date(2024, 1, 15), date(2024, 2, 26))]
    ),
    clear(
        "City Hall will be closed Thursday, November 28 and Friday, November 29, 2024",
        dates((11, 28), (11, 29)),
    ),
    clear(
        "The mobile library calls every three weeks from 10 January 2024 (Wednesday), 2.40pm to 3.10pm, at "
        "the Green",
        at(weekly(WED, first=date(2024, 1, 10))[::3], "14:40"),
        minutes=(30, None),
    ),
    clear(
        "Every four weeks on Tuesday from 9 January 2024: hazardous waste truck, 4 pm–8 pm, Fire Station lot",
        at(weekly(TUE, first=date(2024, 1, 9))[::4], "16:00"),
        minutes=(240, None),
    ),
    clear("The refuse collection of Monday 6 May 2024 is moved to Tuesday 7 May 2024", dates((5, 7))),
    clear(
        "Bins:\n- general waste: every Tuesday\n- glass: first Friday of the month",
        weekly(TUE) + in_week(FRI, 1),
    ),
    clear(
        "Residents' forum on the second Saturday of the first month of each quarter, 9:30 AM",
        at(in_week(SAT, 2, (1, 4, 7, 10)), "09:30"),
    ),
    clear("Licensing Sub-Committee, Tuesdays at 18:30, Meeting Room 3/12", at(weekly(TUE), "18:30")),
    clear(
        "Hydrants will be flushed the week of April 8, 2024 (Monday to Friday, 7 a.m. to 3 p.m.)",
        at(weekly(*WEEKDAYS, first=date(2024, 4, 8), last=date(2024, 4, 12)), "07:00"),
        minutes=(480, None),
    ),
    clear(
        "Leaf collection begins Monday, October 14 and ends Friday, December 6, 2024",
        periods=[(date(2024, 10, 14), date(2024, 12, 6))],
    ),
    clear(
        "Bus 14 to the hospital runs every day at 7.10am and 4.40pm; no service on 1 January",
        at(weekly(*range(7), first=date(2024, 1, 2)), "07:10")
        | at(weekly(*range(7), first=date(2024, 1, 2)), "16:40"),
    ),
    asked("Highways committee 7/3/2024 at 10am", at(dates((3, 7)), "10:00"), at(dates((7, 3)), "10:00")),
    asked("Paper and card: fortnightly on Tuesdays", weekly(TUE)[::2], weekly(TUE)[1::2]),
    asked("Submit the biweekly return on Monday"),
    asked(
        "Finance panel, third Tuesday of the month, half past five",
        at(in_week(TUE, 3), "05:30"),
        at(in_week(TUE, 3), "17:30"),
    ),
    refused("The street market will not take place tomorrow", "tomorrow"),
    refused("The depot opens at 7am"),
    refused("An extraordinary meeting was called for 29 February 2023", "29 February"),
    refused("The report is due within five days of the end of each quarter"),
    # --- parishes
    clear(
        "Sunday: Holy Communion 8am, Parish Eucharist 10am, Evensong 6.30pm",
        at(weekly(SUN), "08:00") | at(weekly(SUN), "10:00") | at(weekly(SUN), "18:30"),
    ),
    clear(
        "The Mothers' Union meets in the parish room on the second Wednesday of the month at a quarter past "
        "two in the afternoon",
        at(in_week(WED, 2), "14:15"),
    ),
    clear(
        "Bell-ringing practice: Tuesdays 7.30–9pm. New ringers welcome, ask at the tower.",
        at(weekly(TUE), "19:30"),
        minutes=(90, None),
    ),
    clear(
        "Messy Church on the third Saturday of every month except July and August, 3.30–5.30pm in the hall",
        at(in_week(SAT, 3, but(7, 8)), "15:30"),
        minutes=(120, None),
    ),
    clear("The parish magazine appears on the last Sunday of every month", in_week(SUN, -1)),
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
    clear(
        "Churchyard working party, first Saturday, 9.30am to 12 noon, March–October",
        at(in_week(SAT, 1, tuple(range(3, 11))), "09:30"),
        minutes=(150, None),
    ),
    asked("Bible study at the manse, Tuesdays at 8", at(weekly(TUE), "08:00"), at(weekly(TUE), "20:00")),
    refused("Confessions are heard on the eve of feasts from 5pm"),
    refused("Choir practice Thursday 7pm during term", "term"),
    # --- schools and offices
    clear(
        "School terms 2024: 8 January–28 March; 15 April–19 July; 3 September–20 December",
        periods=[
            (date(2024, 1, 8), date(2024, 3, 28)),
            (date(2024, 4, 15), date(2024, 7, 19)),
            (date(2024, 9, 3), date(2024, 12, 20)),
        ],
    ),
    clear(
        "School closed to pupils: 5 January, 12 April, 22 July and 2 September 2024",
        dates((1, 5), (4, 12), (7, 22), (9, 2)),
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
    clear("Assembly each Monday and Friday at 08:50", at(weekly(MON, FRI), "08:50")),
    clear(
        "Exams 13–24 May 2024, weekdays only, 9am in the sports hall",
        at(weekly(*WEEKDAYS, first=date(2024, 5, 13), last=date(2024, 5, 24)), "09:00"),
    ),
    clear("PTA: 1st Tues of month, 8pm, staffroom, Sept–Dec", at(in_week(TUE, 1, (9, 10, 11, 12)), "20:00")),
    clear("Deadline for copy: the 20th of each month, noon", at(monthly(20), "12:00")),
    clear("Mon 9am–1pm\nTue 9am–1pm\nThu 2pm–7pm", at(weekly(MON, TUE), "09:00") | at(weekly(THU), "14:00")),
    clear(
        "Evening class in bookkeeping, Tuesdays and Thursdays, 18:00–20:00, 16 January to 14 March 2024, "
        "fee $85",
        at(weekly(TUE, THU, first=date(2024, 1, 16), last=date(2024, 3, 14)), "18:00"),
        minutes=(120, None),
    ),
    clear(
        "Payroll is run on the 28th; when the 28th falls at a weekend, on the Friday before",
        [*monthly(28, but(1, 4, 7, 9, 12)), *dates((1, 26), (4, 26), (7, 26), (9, 27), (12, 27))],
    ),
    asked("Reports to parents go out at the end of the month"),
    refused("The 12.45 lesson is moved to another day"),
]
