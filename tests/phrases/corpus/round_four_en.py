"""English sentences of a fourth round, written without knowing what the reader can do.

Days with or without a time are airings, also opening hours and deadlines; a plain stretch of dates, months,
weeks or quarters is a period; from a time of one day to a time of another is one airing at its beginning.
"""

from __future__ import annotations

from calendar import monthcalendar, monthrange
from collections.abc import Iterable
from datetime import date, timedelta

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
    YEAR,
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

EVERY_DAY = (MON, TUE, WED, THU, FRI, SAT, SUN)


def nth(weekday: int, *numbers: int, months: tuple[int, ...] = ALL, year: int = YEAR) -> list[date]:
    """The n-th such weekday of each month (-1: the last); a month without it has none."""
    found = []
    for month in months:
        days = [w[weekday] for w in monthcalendar(year, month) if w[weekday]]
        for n in numbers:
            if n < 0 or n <= len(days):
                found.append(date(year, month, days[n - 1 if n > 0 else n]))
    return sorted(found)


def inside(months: tuple[int, ...], *weekdays: int, year: int = YEAR) -> list[date]:
    """Those weekdays within the months."""
    return [
        d for d in weekly(*weekdays, first=date(year, 1, 1), last=date(year, 12, 31)) if d.month in months
    ]


def stretch(first: tuple[int, int], last: tuple[int, int], *weekdays: int, year: int = YEAR) -> list[date]:
    """Those weekdays (all, if none is named) from one (month, day) to another."""
    return weekly(*(weekdays or EVERY_DAY), first=date(year, *first), last=date(year, *last))


def steps(
    first: tuple[int, int],
    days: int,
    last: tuple[int, int] = (12, 31),
    count: int | None = None,
    year: int = YEAR,
) -> list[date]:
    """Every so many days from a first date."""
    day, end, found = date(year, *first), date(year, *last), []
    while day <= end and (count is None or len(found) < count):
        found.append(day)
        day += timedelta(days)
    return found


def span(first: tuple[int, int], last: tuple[int, int], year: int = YEAR) -> set[tuple[date, date]]:
    return {(date(year, *first), date(year, *last))}


def without(days: Iterable[date], *gone: tuple[int, int]) -> list[date]:
    return [d for d in days if (d.month, d.day) not in gone]


def in_year(year: int, *days: tuple[int, int]) -> list[date]:
    return [date(year, m, d) for m, d in days]


def end_of(month: int, year: int = YEAR) -> date:
    return date(year, month, monthrange(year, month)[1])


def last_weekday(months: tuple[int, ...]) -> list[date]:
    """The last Monday-to-Friday day of the month (months chosen that end on no public holiday)."""
    found = []
    for month in months:
        day = end_of(month)
        while day.weekday() > FRI:
            day -= timedelta(1)
        found.append(day)
    return found


def monday_if_weekend(days: Iterable[date]) -> list[date]:
    return [d + timedelta({SAT: 2, SUN: 1}.get(d.weekday(), 0)) for d in days]


RADIO_AND_TELEVISION = [
    clear(
        "Weekdays 7am, repeated at 10pm the same day",
        at(weekly(*WEEKDAYS), "07:00"),
        replays=at(weekly(*WEEKDAYS), "22:00"),
    ),
    clear(
        "Sun 6:30pm, rpt Mon 5am",
        at(inside(ALL, SUN, year=2025), "18:30"),
        replays=at(later(inside(ALL, SUN, year=2025), 1), "05:00"),
        year=2025,
    ),
    clear(
        "Saturdays at 8 p.m. on KG1, encore Sunday 9 a.m.",
        at(weekly(SAT), "20:00"),
        replays=at(later(weekly(SAT), 1), "09:00"),
    ),
    clear(
        "Mon-Fri 06:00-09:00, Sat-Sun 08:00-11:00",
        at(weekly(*WEEKDAYS), "06:00") | at(weekly(SAT, SUN), "08:00"),
    ),
    clear(
        "Every Wednesday 20:15; replay at 06:00 the next day",
        at(weekly(WED), "20:15"),
        replays=at(later(weekly(WED), 1), "06:00"),
    ),
    clear("Daily 18:30 on FM 99.4", at(weekly(*EVERY_DAY), "18:30")),
    clear(
        "First Sunday of the month, 4pm, repeated the following Tuesday at 11pm",
        at(nth(SUN, 1), "16:00"),
        replays=at(following(nth(SUN, 1), TUE), "23:00"),
    ),
    clear(
        "Thurs 9.30pm (30 minutes), repeated Sat 2.15pm",
        at(weekly(THU), "21:30"),
        replays=at(later(weekly(THU), 2), "14:15"),
    ),
    clear(
        "Mondays in March 19:00, rpt Tues 12:30 and Thurs 23:00",
        at(inside((3,), MON), "19:00"),
        replays=at(later(inside((3,), MON), 1), "12:30") | at(later(inside((3,), MON), 3), "23:00"),
    ),
    clear(
        "Tue 3 Sept at 7.30pm, repeated Wed 4 Sept at 1pm",
        at(dates((9, 3)), "19:30"),
        replays=at(dates((9, 4)), "13:00"),
    ),
    clear(
        "Fri 22:00, KG1. Repeat: Sun 14:00, KG1.",
        at(weekly(FRI), "22:00"),
        replays=at(later(weekly(FRI), 2), "14:00"),
    ),
    clear("Six-part series, Thursdays at 9pm from 11 January", at(steps((1, 11), 7, count=6), "21:00")),
    clear("Weekday mornings at 6.45am", at(weekly(*WEEKDAYS), "06:45")),
    clear("Saturday and Sunday mornings, 7am to 10am", at(weekly(SAT, SUN), "07:00")),
    clear("Live on Tuesday 5 November 2024 from 11pm", at(dates((11, 5)), "23:00")),
    clear(
        "Monday 4 to Friday 8 March at 2pm, omnibus Sunday 10 March at 10am",
        at(stretch((3, 4), (3, 8)), "14:00"),
        replays=at(dates((3, 10)), "10:00"),
    ),
    clear("Mon, Wed and Fri at 17:45, 10–15 min", at(weekly(MON, WED, FRI), "17:45"), minutes=(10, 15)),
    clear(
        "Last Friday of every month, 21:00–22:00; replay the next day at 13:00",
        at(nth(FRI, -1), "21:00"),
        replays=at(later(nth(FRI, -1), 1), "13:00"),
    ),
    clear(
        "Mondays & Wednesdays 5.15pm on Radio 2; repeated at 8.15am the following morning",
        at(weekly(MON, WED), "17:15"),
        replays=at(later(weekly(MON, WED), 1), "08:15"),
    ),
    clear(
        "17:45 on Wednesday of week 3, channel KG; replay 06:00 the next day",
        at(in_week(WED, 3), "17:45"),
        replays=at(later(in_week(WED, 3), 1), "06:00"),
    ),
    clear(
        "Monday of week 1, May and July, 17:45 on KG; repeated at 06:30 on KG and 07:30 on KG1 the next day",
        at(in_week(MON, 1, (5, 7)), "17:45"),
        replays=at(later(in_week(MON, 1, (5, 7)), 1), "06:30")
        | at(later(in_week(MON, 1, (5, 7)), 1), "07:30"),
    ),
    clear(
        "Thursday Wk 3, 05:45, repeat 11:45 same day",
        at(in_week(THU, 3), "05:45"),
        replays=at(in_week(THU, 3), "11:45"),
    ),
    clear(
        "Saturday 9 March, 15:00–16:30, with a repeat on Monday 11 March at 19:00",
        at(dates((3, 9)), "15:00"),
        replays=at(dates((3, 11)), "19:00"),
    ),
    clear(
        "Mondays at 8pm throughout October, repeated Wednesdays at 8am",
        at(inside((10,), MON), "20:00"),
        replays=at(later(inside((10,), MON), 2), "08:00"),
    ),
    clear(
        "Sundays 10:30 a.m. (repeated 11 p.m. same evening)",
        at(weekly(SUN), "10:30"),
        replays=at(weekly(SUN), "23:00"),
    ),
    clear(
        "The column is broadcast at 17:45 on the third Wednesday of every month on KG and repeated "
        "at 06:00 the next day.",
        at(nth(WED, 3), "17:45"),
        replays=at(later(nth(WED, 3), 1), "06:00"),
    ),
    clear(
        "Twice daily, at 6.30am and 6.30pm", at(weekly(*EVERY_DAY), "06:30") | at(weekly(*EVERY_DAY), "18:30")
    ),
    clear(
        "News bulletins Monday to Friday at 07:00, 12:00 and 18:00",
        at(weekly(*WEEKDAYS), "07:00") | at(weekly(*WEEKDAYS), "12:00") | at(weekly(*WEEKDAYS), "18:00"),
    ),
]

COUNCILS = [
    clear("The second Thursday of each month except August at 7pm", at(nth(THU, 2, months=but(8)), "19:00")),
    clear(
        "Full Council: 23 January, 19 March, 14 May, 16 July, 24 September and 26 November 2024 at 6.30pm",
        at(dates((1, 23), (3, 19), (5, 14), (7, 16), (9, 24), (11, 26)), "18:30"),
    ),
    clear("Consultation open from 1 February to 15 March 2024", periods=span((2, 1), (3, 15))),
    clear(
        "Parish Council meets on the first Monday of every month, except January and August, in "
        "Room 12, Village Hall at 7.30pm",
        at(nth(MON, 1, months=but(1, 8)), "19:30"),
    ),
    clear("Licensing Sub-Committee – Tues 12 March, 10am, Committee Room 2", at(dates((3, 12)), "10:00")),
    clear("Black bins: every other Friday from 5 January", steps((1, 5), 14)),
    clear(
        "Garden waste collected fortnightly on Tuesdays from 5 March to 26 November",
        steps((3, 5), 14, (11, 26)),
    ),
    clear("Recycling: alternate Wednesdays, starting 10 January 2024", steps((1, 10), 14)),
    clear(
        "Household waste site open daily 8am to 6pm from 1 April to 30 September",
        at(stretch((4, 1), (9, 30)), "08:00"),
    ),
    clear(
        "Street sweeping, Second Street: 3rd Wednesday of the month, April to October",
        nth(WED, 3, months=(4, 5, 6, 7, 8, 9, 10)),
    ),
    clear(
        "Mayor's surgery on the last Saturday of every month except December, 10am–12 noon",
        at(nth(SAT, -1, months=but(12)), "10:00"),
    ),
    clear("Objections must be received by 5pm on Friday 12 April 2024", at(dates((4, 12)), "17:00")),
    clear("Notice displayed from 6 to 20 May", periods=span((5, 6), (5, 20))),
    clear("Polling stations open on Thursday 2 May 2024 from 7am to 10pm", at(dates((5, 2)), "07:00")),
    clear(
        "Cabinet: Wednesdays 10 January, 14 February and 13 March, 2pm",
        at(dates((1, 10), (2, 14), (3, 13)), "14:00"),
    ),
    clear(
        "Overview and Scrutiny – third Tuesday of the last month in each quarter, 6pm",
        at(nth(TUE, 3, months=(3, 6, 9, 12)), "18:00"),
    ),
    clear(
        "Public inspection of accounts: Monday to Friday, 9am–4pm, 3 to 28 June",
        at(stretch((6, 3), (6, 28), *WEEKDAYS), "09:00"),
    ),
    clear(
        "Under Resolution No. 18 the board meets four times a year: 18 January, 18 April, 18 July "
        "and 17 October at 15:00",
        at(dates((1, 18), (4, 18), (7, 18), (10, 17)), "15:00"),
    ),
    clear("Allotment inspections: first Saturday in April, July and October", nth(SAT, 1, months=(4, 7, 10))),
    clear(
        "The Planning Committee will meet in Room 12, Town Hall, Second Street on the second "
        "Tuesday of each month at 6pm; call 020 7946 0123 to register to speak.",
        at(nth(TUE, 2), "18:00"),
    ),
    clear(
        "Residents are invited to the Friday Prayers Hall on Wednesday 6 March at 2pm for a public "
        "meeting on Resolution No. 18.",
        at(dates((3, 6)), "14:00"),
    ),
    clear(
        "The consultation on the draft Local Plan begins on 12 February 2024 and closes on 25 March 2024.",
        periods=span((2, 12), (3, 25)),
    ),
    clear("Parking permits must be renewed by 31 March each year", dates((3, 31))),
    clear(
        "Between 3 June and 28 June, work takes place on weekdays only, 9.30am to 3.30pm.",
        at(stretch((6, 3), (6, 28), *WEEKDAYS), "09:30"),
    ),
    clear(
        "From 1 March until 30 November the park gates open daily at 7am",
        at(stretch((3, 1), (11, 30)), "07:00"),
    ),
    clear("Green bin Mon 8 Jan, then every two weeks", steps((1, 8), 14)),
]

LIBRARIES = [
    clear("Story time: Tuesdays and Fridays 10.30am", at(weekly(TUE, FRI), "10:30")),
    clear(
        "Rhyme Time for under-5s, Thursdays 10.15–10.45am, not in August", at(inside(but(8), THU), "10:15")
    ),
    clear(
        "Mobile library: every four weeks on Mondays from 15 January 2024, 2.10pm",
        at(steps((1, 15), 28), "14:10"),
    ),
    clear(
        "Mon, Tue, Thu 9.30am–5.30pm; Wed 9.30am–7pm; Sat 10am–1pm; closed Fri and Sun",
        at(weekly(MON, TUE, WED, THU), "09:30") | at(weekly(SAT), "10:00"),
    ),
    clear("Closed 24–26 December", periods=span((12, 24), (12, 26))),
    clear(
        "Homework club, Mon–Thu 3.30pm to 5pm from 9 September to 12 December",
        at(stretch((9, 9), (12, 12), MON, TUE, WED, THU), "15:30"),
    ),
    clear("Book group: last Wednesday of the month, 6–7.30pm", at(nth(WED, -1), "18:00")),
    clear(
        "Baby Bounce, every Wednesday at 11am except 25 December", at(without(weekly(WED), (12, 25)), "11:00")
    ),
    clear("Summer Reading Challenge: 22 June to 7 September", periods=span((6, 22), (9, 7))),
    clear("Local history talk, Thurs 16 May, 2:00 PM, Room 3, free", at(dates((5, 16)), "14:00")),
    clear("IT help sessions: 1st, 3rd and 5th Friday of the month, 2–4pm", at(nth(FRI, 1, 3, 5), "14:00")),
    clear(
        "Chatterbooks (ages 8–12) meets on the second Saturday of each month, 11am to noon",
        at(nth(SAT, 2), "11:00"),
    ),
    clear(
        "Starting 5 February and continuing until 29 April, the library will run English "
        "conversation classes every Monday from 5.30pm to 6.30pm.",
        at(stretch((2, 5), (4, 29), MON), "17:30"),
    ),
    clear("Lego Club – 1st Sat of month – 10am", at(nth(SAT, 1), "10:00")),
    clear("Author visit: Friday, 8 November 2024, 18:30", at(dates((11, 8)), "18:30")),
]

MUSEUMS = [
    clear("Open Tuesday to Sunday, 10am–5pm", at(weekly(TUE, WED, THU, FRI, SAT, SUN), "10:00")),
    clear("Open daily except Tuesdays, 10:00–18:00", at(weekly(MON, WED, THU, FRI, SAT, SUN), "10:00")),
    clear(
        "April to September: daily 9am to 6pm; October to March: daily 10am to 4pm",
        at(inside((4, 5, 6, 7, 8, 9), *EVERY_DAY), "09:00")
        | at(inside((1, 2, 3, 10, 11, 12), *EVERY_DAY), "10:00"),
    ),
    clear("Exhibition: 5 to 20 March", periods=span((3, 5), (3, 20))),
    clear("Exhibition runs 16 February – 2 June 2024, Gallery 3", periods=span((2, 16), (6, 2))),
    clear(
        "Guided tours at 11am and 2pm every Saturday and Sunday in July and August",
        at(inside((7, 8), SAT, SUN), "11:00") | at(inside((7, 8), SAT, SUN), "14:00"),
    ),
    clear("Curator's tour: first Sunday of the month at 3 p.m., £4.50", at(nth(SUN, 1), "15:00")),
    clear(
        "Open every day except Christmas Day, Boxing Day and New Year's Day, 10am–4pm",
        at(without(weekly(*EVERY_DAY), (1, 1), (12, 25), (12, 26)), "10:00"),
    ),
    clear("Gallery closed from Monday 8 to Friday 12 January", periods=span((1, 8), (1, 12))),
    clear("Free entry on the first Friday of each month", nth(FRI, 1)),
    clear(
        "In May and November, the museum offers free tours each Saturday at 11am and 3pm.",
        at(inside((5, 11), SAT), "11:00") | at(inside((5, 11), SAT), "15:00"),
    ),
    clear(
        "Wed–Sun 11am–4pm, March to October",
        at(inside((3, 4, 5, 6, 7, 8, 9, 10), WED, THU, FRI, SAT, SUN), "11:00"),
    ),
    clear("Weekends in December, 11am–4pm", at(inside((12,), SAT, SUN), "11:00")),
]

PARISHES_AND_CLUBS = [
    clear(
        "Sung Eucharist every Sunday at 10am; Evensong on the first Sunday of the month at 6.30pm",
        at(weekly(SUN), "10:00") | at(nth(SUN, 1), "18:30"),
    ),
    clear("Bell ringing practice: Thursdays 7.45pm", at(weekly(THU), "19:45")),
    clear(
        "Choir rehearsals: Tuesdays 7.30–9pm, 10 September to 10 December",
        at(stretch((9, 10), (12, 10), TUE), "19:30"),
    ),
    clear(
        "Lunch club for over-60s, alternate Thursdays from 11 January, 12.30pm",
        at(steps((1, 11), 14), "12:30"),
    ),
    clear("Parish coffee morning, Sat 9 Mar, 10am–12 noon, Church Hall", at(dates((3, 9)), "10:00")),
    clear(
        "W.I. meets on the second Tuesday of the month at 7.30pm; no meeting in August",
        at(nth(TUE, 2, months=but(8)), "19:30"),
    ),
    clear("Chess Club – Fridays, 7pm–10pm – Scout Hut, 12 Mill Road", at(weekly(FRI), "19:00")),
    clear(
        "Bowls: Mon, Wed & Sat at 2pm from 22 April to 14 September",
        at(stretch((4, 22), (9, 14), MON, WED, SAT), "14:00"),
    ),
    clear(
        "Ramblers: Sundays 14 April, 12 May and 9 June, 9.30am", at(dates((4, 14), (5, 12), (6, 9)), "09:30")
    ),
    clear(
        "U12 training every Tues & Thurs 5.30pm – 6.45pm, no session on 7 May",
        at(without(weekly(TUE, THU), (5, 7)), "17:30"),
    ),
    clear("Quiz night on the last Thursday of each month, 8pm", at(nth(THU, -1), "20:00")),
    clear("Harvest Supper, Saturday 5 October at 6.30pm, tickets £8", at(dates((10, 5)), "18:30")),
    clear(
        "Mass: Saturdays 6pm, Sundays 9am and 11am",
        at(weekly(SAT), "18:00") | at(weekly(SUN), "09:00") | at(weekly(SUN), "11:00"),
    ),
    clear("Yoga with Anna: eight Mondays from 8 January, 6.15pm", at(steps((1, 8), 7, count=8), "18:15")),
    clear("Messy Church: 3–5pm on Sunday 17 March", at(dates((3, 17)), "15:00")),
    clear(
        "Brownies, Wednesdays 5.45pm to 7.15pm, 10 January to 20 March, no meeting 14 February",
        at(without(stretch((1, 10), (3, 20), WED), (2, 14)), "17:45"),
    ),
    clear("Mondays at 6pm, not in July or August", at(inside(but(7, 8), MON), "18:00")),
    clear(
        "Film night: 7.30pm, second Friday of the month, October to December, £5 on the door",
        at(nth(FRI, 2, months=(10, 11, 12)), "19:30"),
    ),
    clear(
        "Wednesday lunchtime concerts at 1.10pm, 6 March to 24 April, except 3 April",
        at(without(stretch((3, 6), (4, 24), WED), (4, 3)), "13:10"),
    ),
    clear(
        "Tuesdays 2pm (no session 24 and 31 December)", at(without(weekly(TUE), (12, 24), (12, 31)), "14:00")
    ),
    clear(
        "Annual General Meeting: Thursday 21 March 2024 at 7.30 pm in St Mary's Hall",
        at(dates((3, 21)), "19:30"),
    ),
]

CLINICS = [
    clear("Blood donor session 18 July 2024, 13:15–19:45", at(dates((7, 18)), "13:15")),
    clear(
        "Baby clinic: Wednesdays 1.30pm–3pm, except the last Wednesday of the month",
        at([d for d in weekly(WED) if d not in nth(WED, -1)], "13:30"),
    ),
    clear(
        "Flu vaccination clinics: Saturdays 28 September, 5 October and 12 October, 8.30am to 12.30pm",
        at(dates((9, 28), (10, 5), (10, 12)), "08:30"),
    ),
    clear(
        "Hearing aid clinic: first and third Wednesday of the month, 1.30–3pm", at(nth(WED, 1, 3), "13:30")
    ),
    clear("Screening unit at the Leisure Centre, 8 April – 3 May", periods=span((4, 8), (5, 3))),
    clear("Physiotherapy: Monday, Wednesday and Friday 08:00–16:00", at(weekly(MON, WED, FRI), "08:00")),
    clear("Six weekly sessions starting Tuesday 9 January at 10am", at(steps((1, 9), 7, count=6), "10:00")),
    clear(
        "Surgery hours: Mon to Thurs 8am–6.30pm, Fri 8am–5pm, Sat 9am–noon",
        at(weekly(*WEEKDAYS), "08:00") | at(weekly(SAT), "09:00"),
    ),
    clear("Antenatal class, 2nd Mon of each month at 18:30, Room 4B", at(nth(MON, 2), "18:30")),
]

RECEPTIONS = [
    clear(
        "The Chairman receives citizens on the 15th of each month; if it falls on a weekend, the "
        "following Monday",
        monday_if_weekend(monthly(15)),
    ),
    clear("Citizen reception: first Thursday of every month, 08:00–11:30", at(nth(THU, 1), "08:00")),
    clear(
        "Reception of citizens on the 10th and 25th of each month at 8:00 a.m., 2 Tran Phu Street",
        at(monthly(10) + monthly(25), "08:00"),
    ),
    clear(
        "Every Tuesday and Thursday, 13:30 to 16:30, Reception Office, ground floor",
        at(weekly(TUE, THU), "13:30"),
    ),
    clear(
        "Chief Inspector: Monday to Thursday 7.30am–11am and 1.30pm–4pm",
        at(weekly(MON, TUE, WED, THU), "07:30") | at(weekly(MON, TUE, WED, THU), "13:30"),
    ),
    clear(
        "The 20th of every month, moved to the next working day if it falls on a weekend",
        monday_if_weekend(monthly(20)),
    ),
    clear("Wednesday of weeks 2 and 4, from 14:00 to 16:30", at(in_week(WED, 2) + in_week(WED, 4), "14:00")),
    clear(
        "The Chairman of the People's Committee receives citizens at the reception office, 6 Nguyen "
        "Cong Tru Street, from 8am to 11am on the last Friday of each month.",
        at(nth(FRI, -1), "08:00"),
    ),
    clear(
        "Director: 5th, 15th and 25th of every month at 14:00",
        at(monthly(5) + monthly(15) + monthly(25), "14:00"),
    ),
    clear(
        "Legal aid desk, Mon & Thu mornings, 8am to 11.30am, tel. 0297 386 2255",
        at(weekly(MON, THU), "08:00"),
    ),
]

MARKETS = [
    clear("Farmers' market: second and fourth Saturday of the month, 9am–1pm", at(nth(SAT, 2, 4), "09:00")),
    clear(
        "Every Sunday from 5 May to 27 October, 9am–2pm, rain or shine",
        at(stretch((5, 5), (10, 27), SUN), "09:00"),
    ),
    clear(
        "Second Street Farmers' Market: Saturdays, 8 a.m. to 1 p.m., May through October",
        at(inside((5, 6, 7, 8, 9, 10), SAT), "08:00"),
    ),
    clear(
        "Craft market on the last Sunday of March, June, September and November, 10am–4pm",
        at(nth(SUN, -1, months=(3, 6, 9, 11)), "10:00"),
    ),
    clear(
        "Christmas market: Friday 29 November to Sunday 22 December, daily 11am–8pm",
        at(stretch((11, 29), (12, 22)), "11:00"),
    ),
    clear(
        "Car boot sale first Sunday of the month, April–October, from 7am",
        at(nth(SUN, 1, months=(4, 5, 6, 7, 8, 9, 10)), "07:00"),
    ),
    clear("Wed & Sat, 06:00–14:00, Market Square", at(weekly(WED, SAT), "06:00")),
    clear("Flea market: 4th Sunday of each month, not December", nth(SUN, 4, months=but(12))),
]

NEWSLETTERS = [
    clear("Published on the 1st and 15th of each month", monthly(1) + monthly(15)),
    clear(
        "Bi-monthly: 1 February, 1 April, 1 June, 1 August, 1 October and 1 December",
        monthly(1, (2, 4, 6, 8, 10, 12)),
    ),
    clear("Issued on the first working day of July and October", dates((7, 1), (10, 1))),
    clear("First and last week of each month", periods=weeks(1, -1)),
    clear("Supplement: first Saturday of each quarter", nth(SAT, 1, months=(1, 4, 7, 10))),
    clear(
        "In the second week of March, June, September and December", periods=weeks(2, months=(3, 6, 9, 12))
    ),
    clear("Week 2 of March, June, September", periods=weeks(2, months=(3, 6, 9))),
    clear("One newsletter a month", periods=whole_months(*ALL)),
    clear("One issue per quarter", periods=QUARTERS),
    clear("E-bulletin every Friday at 4 pm from 2 February", at(stretch((2, 2), (12, 31), FRI), "16:00")),
    clear("Annual report published on 30 June", dates((6, 30))),
    clear("Appears every Monday and Thursday except 1 January", without(weekly(MON, THU), (1, 1))),
    clear("Magazine mailed on the 25th of January, April, July and October", monthly(25, (1, 4, 7, 10))),
    clear(
        "A special edition will be published on 30 April, 2 September and 20 December 2024.",
        dates((4, 30), (9, 2), (12, 20)),
    ),
    clear("Two articles a week"),
    clear("24 posts a year, 2 a month"),
    clear(
        "On the 5th of every odd month (January, March, May, July, September, November)",
        monthly(5, (1, 3, 5, 7, 9, 11)),
    ),
    clear(
        "Business pages: Tuesdays; property supplement: first Friday of the month", weekly(TUE) + nth(FRI, 1)
    ),
]

SCHOOLS = [
    clear("Autumn term: 4 September to 20 December 2024", periods=span((9, 4), (12, 20))),
    clear("Half term: Mon 28 October – Fri 1 November", periods=span((10, 28), (11, 1))),
    clear("INSET days: 3 September, 4 November and 20 December", dates((9, 3), (11, 4), (12, 20))),
    clear("Parents' evening for Years 5 and 6: Tuesday 12 March, 4–7pm", at(dates((3, 12)), "16:00")),
    clear(
        "Swimming for Class 4 on Wednesdays, 17 April to 22 May, 1.15pm",
        at(stretch((4, 17), (5, 22), WED), "13:15"),
    ),
    clear("Exams from 13 May until 21 June", periods=span((5, 13), (6, 21))),
    clear(
        "Open days: Saturday 28 September, 10am; Thursday 3 October, 5pm",
        at(dates((9, 28)), "10:00") | at(dates((10, 3)), "17:00"),
    ),
    clear("School photographs – 9.15am on 24 September", at(dates((9, 24)), "09:15")),
    clear(
        "After-school coding club (Year 6), Mondays 3.15–4.15pm, 15 April to 20 May, not 6 May",
        at(without(stretch((4, 15), (5, 20), MON), (5, 6)), "15:15"),
    ),
    clear("Spring term 2025: 6 January to 4 April", periods=span((1, 6), (4, 4), 2025), year=2025),
]

DEADLINES = [
    clear("By the 10th of the month following the quarter", monthly(10, (1, 4, 7, 10))),
    clear("Monthly report due by the 5th of the following month", monthly(5)),
    clear(
        "No later than the last working day of March, June, September and December",
        last_weekday((3, 6, 9, 12)),
    ),
    clear("Half-yearly report by 30 June, annual report by 15 December", dates((6, 30), (12, 15))),
    clear("Submit the weekly report every Friday by 3pm", at(weekly(FRI), "15:00")),
    clear(
        "Quarterly reports are due on 15 March, 14 June, 13 September and 13 December",
        dates((3, 15), (6, 14), (9, 13), (12, 13)),
    ),
    clear("Timesheets by noon on the 25th of each month", at(monthly(25), "12:00")),
    clear("Return due on the 20th of the last month of each quarter", monthly(20, (3, 6, 9, 12))),
    clear("Deadline: 17:00, 31/05/2024", at(dates((5, 31)), "17:00")),
    clear("Applications close at 12 noon on Monday 30 September", at(dates((9, 30)), "12:00")),
    clear("On the last day of each month", monthly(-1)),
    clear("Tax return due 31 January 2025", in_year(2025, (1, 31)), year=2025),
]

MAINTENANCE = [
    clear("Every Sunday 23:00–03:00", at(weekly(SUN), "23:00")),
    clear("First Saturday of each month from 22:00 to 02:00", at(nth(SAT, 1), "22:00")),
    clear("Saturday 16 March 22:00 to Sunday 17 March 06:00", at(dates((3, 16)), "22:00")),
    clear("2024-03-05 01:00–04:00", at(dates((3, 5)), "01:00")),
    clear(
        "Scheduled outages: Mar 12, Apr 9 and May 14, 2024, 2:00 AM to 4:00 AM",
        at(dates((3, 12), (4, 9), (5, 14)), "02:00"),
    ),
    clear("Generator test: last Monday of the month, 12.30pm", at(nth(MON, -1), "12:30")),
    clear("Fire alarm test every Thursday at 10am (2 minutes)", at(weekly(THU), "10:00")),
    clear("Server backups run nightly at 02:30", at(weekly(*EVERY_DAY), "02:30")),
    clear("Lift out of service 7–18 October", periods=span((10, 7), (10, 18))),
    clear("Daily at 1 a.m. except Sundays", at(weekly(MON, TUE, WED, THU, FRI, SAT), "01:00")),
]

TRAINING = [
    clear(
        "Tues 6, 13, 20 and 27 February, 9.30am–12.30pm",
        at(dates((2, 6), (2, 13), (2, 20), (2, 27)), "09:30"),
    ),
    clear("Induction: the first Monday of each month at 9am", at(nth(MON, 1), "09:00")),
    clear(
        "22, 23 and 24 April 2024, 08:30–16:30, Training Room 1",
        at(dates((4, 22), (4, 23), (4, 24)), "08:30"),
    ),
    clear("Workshop from 8:00 a.m. to 11:30 a.m. on March 5, 2024", at(dates((3, 5)), "08:00")),
    clear(
        "Mondays to Wednesdays, 15–31 July, 18:00–20:00",
        at(stretch((7, 15), (7, 31), MON, TUE, WED), "18:00"),
    ),
    clear("First aid refresher: 14 June and 15 November", dates((6, 14), (11, 15))),
    clear("Q2 2024", periods=between(4, 6)),
    clear("Training conference in the third quarter", periods=between(7, 9)),
    clear("Second week of September", periods=weeks(2, months=(9,))),
    clear(
        "Friday 19 July, 9am–12 noon and 2pm–5pm", at(dates((7, 19)), "09:00") | at(dates((7, 19)), "14:00")
    ),
    clear(
        "Ten-week course, Thursdays 7–9pm, starting 12 September", at(steps((9, 12), 7, count=10), "19:00")
    ),
    clear("Every Monday and Wednesday starting 5 February", stretch((2, 5), (12, 31), MON, WED)),
    clear("Mon 8 July – Fri 12 July, 10am–3pm daily", at(stretch((7, 8), (7, 12)), "10:00")),
    clear("March, June, September and December", periods=whole_months(3, 6, 9, 12)),
    clear("January to June", periods=between(1, 6)),
]

AMERICAN = [
    clear(
        "Board meetings: 2nd & 4th Tues., 7:00 p.m., Jan.–Nov.", at(nth(TUE, 2, 4, months=but(12)), "19:00")
    ),
    clear(
        "City Council meets the first and third Tuesday of every month at 6:30 p.m.",
        at(nth(TUE, 1, 3), "18:30"),
    ),
    clear("Trash pickup every Monday and Thursday, beginning April 1", stretch((4, 1), (12, 31), MON, THU)),
    clear("Sat., Sept. 14, 9 a.m.–3 p.m.", at(dates((9, 14)), "09:00")),
    clear("Fridays, June 7 through August 30, 7 p.m.", at(stretch((6, 7), (8, 30), FRI), "19:00")),
    clear("Fireworks: July 4 at 9:30 p.m., Riverside Park", at(dates((7, 4)), "21:30")),
    clear("Every Wed. 12:15 PM", at(weekly(WED), "12:15")),
    clear("March 5, 2024", dates((3, 5))),
    clear("Tuesdays in March and April 2025 at 6 pm", at(inside((3, 4), TUE, year=2025), "18:00"), year=2025),
    clear(
        "The third Thursday of January, April, July, and October, 5:30 p.m.",
        at(nth(THU, 3, months=(1, 4, 7, 10)), "17:30"),
    ),
    clear("First Tuesday of each month in 2026 at 14:00", at(nth(TUE, 1, year=2026), "14:00"), year=2026),
    clear("Mon 2 March 2026 to Fri 27 March 2026", periods=span((3, 2), (3, 27), 2026), year=2026),
    clear("Wednesday, October 9, 2024, 10:00 a.m. – 2:00 p.m., Suite 300", at(dates((10, 9)), "10:00")),
]

CLEAR: list[Case] = [
    *RADIO_AND_TELEVISION,
    *COUNCILS,
    *LIBRARIES,
    *MUSEUMS,
    *PARISHES_AND_CLUBS,
    *CLINICS,
    *RECEPTIONS,
    *MARKETS,
    *NEWSLETTERS,
    *SCHOOLS,
    *DEADLINES,
    *MAINTENANCE,
    *TRAINING,
    *AMERICAN,
]

# A person reads these dates. A reader may ask or refuse; other dates in silence would be wrong.
CAREFUL: list[Case] = [
    clear("Mondays at 10.30, Village Hall", at(weekly(MON), "10:30")),
    clear("Weeknights at 11pm", at(weekly(*WEEKDAYS), "23:00")),
    clear(
        "On the hour from 6am to 10am, Monday to Friday",
        {x for h in range(6, 11) for x in at(weekly(*WEEKDAYS), f"{h:02}:00")},
    ),
    clear("The Wednesday after the second Tuesday of each month, 22:00", at(later(nth(TUE, 2), 1), "22:00")),
    # Which public holidays is the plan's business; here those of 2024 in shared/seed that fall on a Thursday.
    clear("Thursdays at 9am except public holidays", at(without(weekly(THU), (2, 8), (4, 18)), "09:00")),
    clear(
        "Gardening club: third Monday, 7pm, September to May", at(nth(MON, 3, months=but(6, 7, 8)), "19:00")
    ),
    clear("Road closed from 8am on 4 March to 6pm on 8 March", at(dates((3, 4)), "08:00")),
    clear("First half of June", periods=span((6, 1), (6, 15))),
    clear(
        "Surgery closed for staff training from 1pm on the second Wednesday of each month",
        at(nth(WED, 2), "13:00"),
    ),
    clear(
        "Copy deadline the 20th of each month; distribution on the last Friday", monthly(20) + nth(FRI, -1)
    ),
    clear("Coach leaves at 8.15am on Saturday 8 June, returning 6pm", at(dates((6, 8)), "08:15")),
    clear(
        "Spring term: 8 January – 22 March, with half term 12–16 February",
        periods=span((1, 8), (3, 22)) | span((2, 12), (2, 16)),
    ),
    clear(
        "First Thursday of the month at 7pm (second Thursday in January)",
        at(nth(THU, 1, months=but(1)) + nth(THU, 2, months=(1,)), "19:00"),
    ),
    clear("Doors open 7pm, concert 7.30pm, Saturday 23 November", at(dates((11, 23)), "19:30")),
    clear("Hearing on the afternoon of 21 May", dates((5, 21))),
    clear(
        "Second and last Sunday, 9am and 6pm respectively",
        at(nth(SUN, 2), "09:00") | at(nth(SUN, -1), "18:00"),
    ),
    clear("Every three months on the 12th, first on 12 February", monthly(12, (2, 5, 8, 11))),
    clear("First Monday after the 10th of each month", following(monthly(10), MON)),
]

# No dates can be stood by: asked (more than one meaning) or refused.
NEVER: list[Case] = [
    asked("Every second Thursday at 7pm"),
    asked("Bimonthly on the 3rd"),
    asked("Meeting 5/6/2024 at 10am"),
    asked("Thursday 10 May at 2pm"),
    asked("Every other Tuesday, 6pm"),
    refused("Next Thursday at 7pm"),
    refused("Easter Sunday at 10am"),
    refused("Youth club every Friday 6–8pm during term time"),
    refused("Friday 31 April, 9am"),
    refused("Usually on a Tuesday or a Wednesday evening"),
    refused("Late March or early April, weather permitting"),
    refused("Governors meet once a term at 5pm"),
    refused("Week 6 of March, Monday 17:45"),
    refused("A week before the election"),
    refused("Mondays at 25:30"),
]

# What stays asked or refused on purpose: the reader cannot say it, or another reading is as near.
ON_PURPOSE: list[Case] = [
    refused("Monday 4 to Friday 8 March at 2pm, omnibus Sunday 10 March at 10am"),
    asked("Mondays at 10.30, Village Hall"),
    refused("On the hour from 6am to 10am, Monday to Friday", "On the hour"),
    refused("The Wednesday after the second Tuesday of each month, 22:00", "after"),
    refused("Surgery closed for staff training from 1pm on the second Wednesday of each month"),
    refused("Coach leaves at 8.15am on Saturday 8 June, returning 6pm", "returning"),
    refused("Spring term: 8 January – 22 March, with half term 12–16 February", "half term"),
    refused("First Thursday of the month at 7pm (second Thursday in January)"),
    refused("Doors open 7pm, concert 7.30pm, Saturday 23 November", "Doors open"),
    refused("Second and last Sunday, 9am and 6pm respectively", "respectively"),
    refused("Every three months on the 12th, first on 12 February"),
    refused("First Monday after the 10th of each month", "after"),
]
# Which public holidays are left out is the plan's business: here their days off are not known.
WITHOUT_DAYS_OFF = "Thursdays at 9am except public holidays"
_INSTEAD = {case.text: case for case in ON_PURPOSE}
CASES: list[Case] = [
    _INSTEAD.get(case.text, case) for case in (*CLEAR, *CAREFUL, *NEVER) if case.text != WITHOUT_DAYS_OFF
]
