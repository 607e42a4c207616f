"""English exceptions: days, weeks and months that are out, and days that give way to others."""

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
    YEAR,
    at,
    but,
    in_week,
    monthly,
    only_in,
    weekly,
    whole_months,
    without,
)
from tests.phrases.corpus.case import Case, asked, clear, refused
from tests.phrases.in_year import every, nth, on, out_of, stretch

CASES: list[Case] = [
    clear(
        "Under Decision No. 45/2024 the special page appears on the 5th and 20th of each month except "
        "February",
        monthly(5, but(2)) + monthly(20, but(2)),
    ),
    clear(
        "Thursday 20:40 KG, except weeks 1 and 3",
        at([d for d in weekly(THU) if not (d.day <= 7 or 15 <= d.day <= 21)], "20:40"),
        known_channels=("KG",),
        channel="KG",
    ),
    clear("Nightly at 10pm, except Saturdays", at(weekly(MON, TUE, WED, THU, FRI, SUN), "22:00")),
    clear("Daily except Sunday at 6:55 p.m. on Channel 12", at(weekly(*WEEKDAYS, SAT), "18:55")),
    clear("Members' newsletter: monthly, except January and August", periods=whole_months(*but(1, 8))),
    clear(
        "Reading group: third Monday of the month at 6pm, upstairs in Room 3 (not August)",
        at(in_week(MON, 3, but(8)), "18:00"),
    ),
    clear(
        "Film club meets on the last Thursday of the month except December, 7.30pm start",
        at(in_week(THU, -1, but(12)), "19:30"),
    ),
    clear(
        "Mass times: Saturday vigil 6pm; Sunday 8.30am and 11am; weekdays 12.15pm except Thursday",
        at(weekly(SAT), "18:00")
        | at(weekly(SUN), "08:30")
        | at(weekly(SUN), "11:00")
        | at(weekly(MON, TUE, WED, FRI), "12:15"),
    ),
    clear(
        "Councillor's advice surgery every Saturday 10am–11.30am in the library foyer; no surgery in August",
        at([d for d in weekly(SAT) if d.month != 8], "10:00"),
        minutes=(90, None),
    ),
    clear(
        "Baby weighing, every Monday except the last Monday of the month, 1.30pm to 3pm",
        at([d for d in weekly(MON) if d not in in_week(MON, -1)], "13:30"),
        minutes=(90, None),
    ),
    clear(
        "The Planning Committee meets on the first Wednesday of each month at 6.30pm in the Council "
        "Chamber; there is no meeting in August.",
        at(in_week(WED, 1, but(8)), "18:30"),
    ),
    clear(
        "Street market every Thursday and Saturday, 8am–2pm, except 26 December",
        at([d for d in weekly(THU, SAT) if d != date(2024, 12, 26)], "08:00"),
        minutes=(360, None),
    ),
    clear(
        "Bus 14 to the hospital runs every day at 7.10am and 4.40pm; no service on 1 January",
        at(weekly(*range(7), first=date(2024, 1, 2)), "07:10")
        | at(weekly(*range(7), first=date(2024, 1, 2)), "16:40"),
    ),
    clear(
        "Messy Church on the third Saturday of every month except July and August, 3.30–5.30pm in the hall",
        at(in_week(SAT, 3, but(7, 8)), "15:30"),
        minutes=(120, None),
    ),
    clear(
        "The Council meets on the second Tuesday of every month except August at 19:00 in the Guildhall",
        at(in_week(TUE, 2, but(8)), "19:00"),
    ),
    clear("Newsletter published on the 1st of each month except January", monthly(1, but(1))),
    clear(
        "The member for the ward holds a surgery on the first Friday of each month, 4pm-6pm, at 12 High "
        "Street; no surgery in August",
        at(in_week(FRI, 1, but(8)), "16:00"),
    ),
    clear(
        "Book club: second Thursday of the month, 6.30pm (not July or August)",
        at(in_week(THU, 2, but(7, 8)), "18:30"),
    ),
    clear(
        "Press briefing every Thursday at 3 p.m. except 25 July",
        at(without(weekly(THU), date(2024, 7, 25)), "15:00"),
    ),
    clear(
        "Bus 12: daily 05:40, 09:10, 13:40 and 18:05 except Sundays",
        at(weekly(*WEEKDAYS, SAT), "05:40")
        | at(weekly(*WEEKDAYS, SAT), "09:10")
        | at(weekly(*WEEKDAYS, SAT), "13:40")
        | at(weekly(*WEEKDAYS, SAT), "18:05"),
    ),
    clear(
        "Coffee morning — every Saturday except the last in the month, 10.30am–noon",
        at(without(weekly(SAT), *in_week(SAT, -1)), "10:30"),
    ),
    clear(
        "Health visitor drop-in, 1.30pm–3pm, every Wednesday (excluding 25 December)",
        at(without(weekly(WED), date(2024, 12, 25)), "13:30"),
    ),
    clear(
        "Parish council: third Monday, bar August and December, 7.15 p.m.",
        at(in_week(MON, 3, but(8, 12)), "19:15"),
    ),
    clear(
        "Choir practice Thursdays 19:45 (no practice on 28 March or 26 December)",
        at(without(weekly(THU), date(2024, 3, 28), date(2024, 12, 26)), "19:45"),
    ),
    clear(
        "Every Tuesday at 18:00, but not the last in the month",
        at(without(weekly(TUE), *nth(TUE, -1)), "18:00"),
    ),
    clear(
        "Yoga, Mondays at 18:30, except the first in the month",
        at(without(weekly(MON), *nth(MON, 1)), "18:30"),
    ),
    clear(
        "Every Sunday at 14:00, excluding the third in each month",
        at(without(weekly(SUN), *nth(SUN, 3)), "14:00"),
    ),
    clear(
        "Quiz night every Thursday at 20:00 except the last one of the month",
        at(without(weekly(THU), *nth(THU, -1)), "20:00"),
    ),
    refused("Mondays and Thursdays at 18:00, except the last in the month", "except"),
    refused("Daily at 18:00 except the last in the month", "last"),
    asked(
        "Every Tuesday at 18:00 except the 3rd of the month",
        at(without(weekly(TUE), *nth(TUE, 3)), "18:00"),
        at([d for d in weekly(TUE) if d.day != 3], "18:00"),
    ),
    clear(
        "No meeting in August. Mondays 9am; Tuesdays 10am",
        at([d for d in weekly(MON) if d.month != 8], "09:00")
        | at([d for d in weekly(TUE) if d.month != 8], "10:00"),
    ),
    clear(
        "Except in August, Mondays at 9am, Tuesdays at 10am",
        at(only_in(weekly(MON), *but(8)), "09:00") | at(only_in(weekly(TUE), *but(8)), "10:00"),
    ),
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
        at(without(weekly(SUN), date(2024, 5, 5), date(2024, 9, 1)), "15:00"),
    ),
    refused("Every day at 9am except Monday or 3 May", "or"),
    refused("Mondays 10am, except 6 May or any bank holiday", "or"),
    refused("Every Monday or Tuesday at 10:00", "or"),
    refused("Not in August: Mondays or Tuesdays at 10:00", "or"),
    refused("Concerts on the last Sunday of each month (last Saturday in December) at 4pm", "last Sunday"),
    refused("Lunch club, Tuesdays and, in July, also Thursdays at noon", "also"),
    refused("Fees are due on 15 January, 15 February and so on", "and so on"),
    refused("Yoga Mondays, Tuesdays, etc, 9am", "etc"),
    refused("Monday through Thursday, 9 p.m. ET", "ET"),
    clear("Games, songs, etc. every Friday at 4pm", at(weekly(FRI), "16:00")),
    clear("The last Sunday of the month (not in December) at 4pm", at(in_week(SUN, -1, but(12)), "16:00")),
    clear("Mondays at 7pm; also Thursdays at 9am", at(weekly(MON), "19:00") | at(weekly(THU), "09:00")),
    clear(
        "Mondays at 10am, on the first Monday of the month at 3pm instead",
        at([day for day in weekly(MON) if day.day > 7], "10:00") | at(nth(MON, 1), "15:00"),
    ),
    clear(
        "Mondays 10am; on the last Monday of the month at noon instead.",
        at(sorted(set(weekly(MON)) - set(nth(MON, -1))), "10:00") | at(nth(MON, -1), "12:00"),
    ),
    clear(
        "Monday to Saturday at 9am; Saturdays at 11am instead",
        at(weekly(*WEEKDAYS), "09:00") | at(weekly(SAT), "11:00"),
    ),
    clear(
        "Wednesdays at 10am, on Wednesday 25 December at 2pm instead",
        at([day for day in weekly(WED) if day != date(YEAR, 12, 25)], "10:00") | at(on((12, 25)), "14:00"),
    ),
    refused("Mondays at 10am, on 25 December at 2pm instead", "instead"),
    refused("Monday to Friday at 9am; Saturdays at 11am instead", "instead"),
    refused("Mondays at 10am; in August at 2pm instead", "instead"),
    refused("On the first Monday of the month at 2pm instead", "instead"),
    clear(
        "Open 9 am and 2 pm daily except Sunday mornings",
        at(weekly(*range(6)), "09:00") | at(DAILY, "14:00"),
    ),
    clear(
        "10:00 and 19:00 every day, except Monday evenings",
        at(DAILY, "10:00") | at(weekly(*range(1, 7)), "19:00"),
    ),
    refused("Library open daily except Sunday mornings", "Sunday mornings"),
    clear("Every Sunday except in July and August, page 7", out_of(every(SUN), 7, 8)),
    clear("Daily at 7.05am except Sunday", at(every(*WEEKDAYS, SAT), "07:05")),
    clear("Planning duty officer: Wednesdays 1pm - 4pm except in August", at(out_of(every(WED), 8), "13:00")),
    clear(
        "Ward 7 councillors (Ahmed, Lewis): third Sat of the month, 11am, library foyer; no surgery "
        "in August",
        at(out_of(nth(SAT, 3), 8), "11:00"),
    ),
    clear(
        "Full Council meets on the last Thursday of each month, except December, at 7pm",
        at(out_of(nth(THU, -1), 12), "19:00"),
    ),
    clear(
        "Parish council: second Tuesday of the month at 19:30, no meeting in August",
        at(out_of(nth(TUE, 2), 8), "19:30"),
    ),
    clear("The second Thursday of each month except August at 7pm", at(nth(THU, 2, months=but(8)), "19:00")),
    clear(
        "Parish Council meets on the first Monday of every month, except January and August, in "
        "Room 12, Village Hall at 7.30pm",
        at(nth(MON, 1, months=but(1, 8)), "19:30"),
    ),
    clear(
        "Mayor's surgery on the last Saturday of every month except December, 10am–12 noon",
        at(nth(SAT, -1, months=but(12)), "10:00"),
    ),
    clear(
        "Rhyme Time for under-5s, Thursdays 10.15–10.45am, not in August",
        at(only_in(weekly(THU), *but(8)), "10:15"),
    ),
    clear(
        "Baby Bounce, every Wednesday at 11am except 25 December",
        at(without(weekly(WED), *on((12, 25))), "11:00"),
    ),
    clear("Open daily except Tuesdays, 10:00–18:00", at(weekly(MON, WED, THU, FRI, SAT, SUN), "10:00")),
    clear(
        "Open every day except Christmas Day, Boxing Day and New Year's Day, 10am–4pm",
        at(without(weekly(*range(7)), *on((1, 1), (12, 25), (12, 26))), "10:00"),
    ),
    clear(
        "W.I. meets on the second Tuesday of the month at 7.30pm; no meeting in August",
        at(nth(TUE, 2, months=but(8)), "19:30"),
    ),
    clear(
        "U12 training every Tues & Thurs 5.30pm – 6.45pm, no session on 7 May",
        at(without(weekly(TUE, THU), *on((5, 7))), "17:30"),
    ),
    clear(
        "Brownies, Wednesdays 5.45pm to 7.15pm, 10 January to 20 March, no meeting 14 February",
        at(without(stretch((1, 10), (3, 20), WED), *on((2, 14))), "17:45"),
    ),
    clear("Mondays at 6pm, not in July or August", at(only_in(weekly(MON), *but(7, 8)), "18:00")),
    clear(
        "Wednesday lunchtime concerts at 1.10pm, 6 March to 24 April, except 3 April",
        at(without(stretch((3, 6), (4, 24), WED), *on((4, 3))), "13:10"),
    ),
    clear(
        "Tuesdays 2pm (no session 24 and 31 December)",
        at(without(weekly(TUE), *on((12, 24), (12, 31))), "14:00"),
    ),
    clear(
        "Baby clinic: Wednesdays 1.30pm–3pm, except the last Wednesday of the month",
        at([d for d in weekly(WED) if d not in nth(WED, -1)], "13:30"),
    ),
    clear("Flea market: 4th Sunday of each month, not December", nth(SUN, 4, months=but(12))),
    clear("Appears every Monday and Thursday except 1 January", without(weekly(MON, THU), *on((1, 1)))),
    clear(
        "After-school coding club (Year 6), Mondays 3.15–4.15pm, 15 April to 20 May, not 6 May",
        at(without(stretch((4, 15), (5, 20), MON), *on((5, 6))), "15:15"),
    ),
    clear("Daily at 1 a.m. except Sundays", at(weekly(MON, TUE, WED, THU, FRI, SAT), "01:00")),
]
