"""English weekdays of every week, with their times."""

from __future__ import annotations

from tests.phrases.almanac import DAILY, FRI, MON, SAT, SUN, THU, TUE, WED, WEEKDAYS, at, weekly, weekly_in
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import daily, every

CASES: list[Case] = [
    clear(
        "Loudspeaker bulletin read at 05:00 and 17:00 each day from Monday to Saturday, 15 minutes per "
        "session",
        at(weekly(MON, TUE, WED, THU, FRI, SAT), "05:00") | at(weekly(MON, TUE, WED, THU, FRI, SAT), "17:00"),
        minutes=(15, None),
    ),
    clear("Mon-Fri 7-9am", at(weekly(*WEEKDAYS), "07:00"), minutes=(120, None)),
    clear(
        "The Evening Concert. Live from the city hall. Thursdays, 7.30pm–10pm",
        at(weekly(THU), "19:30"),
        minutes=(150, None),
    ),
    clear(
        "Breakfast show, every weekday morning from 6 to 9",
        at(weekly(*WEEKDAYS), "06:00"),
        minutes=(180, None),
    ),
    clear("Morning Worship, Sun 8.10am, long wave only", at(weekly(SUN), "08:10")),
    clear("Sat & Sun, noon", at(weekly(SAT, SUN), "12:00")),
    clear(
        "The book reading is broadcast at a quarter to ten every weekday evening and lasts fifteen minutes",
        at(weekly(*WEEKDAYS), "21:45"),
        minutes=(15, None),
    ),
    clear(
        "Tuesdays and Thursdays at half past seven in the evening, presented by the newsroom",
        at(weekly(TUE, THU), "19:30"),
    ),
    clear(
        "Rhyme time for under-fives is on Tuesday mornings, 10.30am–11am, in the children's library, second "
        "floor; no need to book",
        at(weekly(TUE), "10:30"),
        minutes=(30, None),
    ),
    clear(
        "The archive is open to readers by appointment on Tuesdays, Wednesdays and Thursdays between 9.30am "
        "and 4.30pm",
        at(weekly(TUE, WED, THU), "09:30"),
        minutes=(420, None),
    ),
    clear(
        "Thursday mornings, 10–12: family history help desk", at(weekly(THU), "10:00"), minutes=(120, None)
    ),
    clear("Chess for juniors, Saturdays at 11 in the morning, 12 September Street", at(weekly(SAT), "11:00")),
    clear(
        "Weather for shipping, daily at 0520 hours and 1754 hours",
        at(weekly(*range(7)), "05:20") | at(weekly(*range(7)), "17:54"),
    ),
    clear("Listen on 99.4 FM, Tuesdays 10am", at(weekly(TUE), "10:00")),
    clear("Farming Week – Saturdays, 6.35am (25 mins)", at(weekly(SAT), "06:35"), minutes=(25, None)),
    clear(
        "Travel news every weekday at quarter past seven and quarter past eight in the morning",
        at(weekly(*WEEKDAYS), "07:15") | at(weekly(*WEEKDAYS), "08:15"),
    ),
    clear("Board games: every Tuesday evening from half past six", at(weekly(TUE), "18:30")),
    clear(
        "Heads of department hold reception hours Monday and Wednesday afternoons, 1:30–4:30 p.m.",
        at(weekly(MON, WED), "13:30"),
        minutes=(180, None),
    ),
    clear(
        "Copy for the pew sheet: each Thursday, noon, to office@parish.example.org", at(weekly(THU), "12:00")
    ),
    clear(
        "Weekly foot clinic, Thursdays, 9:00 a.m. to 12:00 noon, Suite 210",
        at(weekly(THU), "09:00"),
        minutes=(180, None),
    ),
    clear(
        "Parking charges apply Mon–Sat 8am–6.30pm, £1.20 an hour",
        at(weekly(*WEEKDAYS, SAT), "08:00"),
        minutes=(630, None),
    ),
    clear("Licensing Sub-Committee, Tuesdays at 18:30, Meeting Room 3/12", at(weekly(TUE), "18:30")),
    clear(
        "Sunday: Holy Communion 8am, Parish Eucharist 10am, Evensong 6.30pm",
        at(weekly(SUN), "08:00") | at(weekly(SUN), "10:00") | at(weekly(SUN), "18:30"),
    ),
    clear(
        "Bell-ringing practice: Tuesdays 7.30–9pm. New ringers welcome, ask at the tower.",
        at(weekly(TUE), "19:30"),
        minutes=(90, None),
    ),
    clear("Assembly each Monday and Friday at 08:50", at(weekly(MON, FRI), "08:50")),
    clear("Whist drive, Fridays at 7.30 pm, Church Hall, £3 on the door", at(weekly(FRI), "19:30")),
    clear("Refuse collection: Tuesdays and Fridays from 06:00", at(weekly(TUE, FRI), "06:00")),
    clear("Traffic news every weekday at 06:00", at(weekly(*WEEKDAYS), "06:00")),
    clear("Bulletin at 05:30 and 17:30 daily", at(DAILY, "05:30") | at(DAILY, "17:30")),
    clear("Football training Tues & Thurs 7-8.30pm", at(weekly(TUE, THU), "19:00")),
    clear("TUESDAYS 10:00 AM – TODDLER GROUP – ST MARY'S HALL", at(weekly(TUE), "10:00")),
    clear("Every Tuesday and Thursday, 5.30 to 7.00 p.m.", at(weekly(TUE, THU), "17:30")),
    clear(
        "Loudspeaker bulletin 5:00–5:45 am and 5:00–5:45 pm, Monday through Saturday",
        at(weekly(*WEEKDAYS, SAT), "05:00") | at(weekly(*WEEKDAYS, SAT), "17:00"),
    ),
    clear(
        "Chess club (juniors 5pm, seniors 7pm) meets every Monday",
        at(weekly(MON), "17:00") | at(weekly(MON), "19:00"),
    ),
    clear(
        "Drop-in hours every Tuesday afternoon, 14.00 to 16.30, Block C, second floor",
        at(weekly(TUE), "14:00"),
    ),
    clear("Weekends (Saturday and Sunday) at 09:00", at(weekly(SAT, SUN), "09:00")),
    clear("10:00–12:00 every Monday", at(weekly(MON), "10:00"), minutes=(120, None)),
    clear("Surgery 9.30–16.00 every Thursday", at(weekly(THU), "09:30"), minutes=(390, None)),
    clear("Every Monday 10-11.30am", at(weekly(MON), "10:00"), minutes=(90, None)),
    clear("Mondays 9:30-12:00", at(weekly(MON), "09:30")),
    clear("Toddler group, Tuesdays and Thursdays 10:15–12:00", at(weekly(TUE, THU), "10:15")),
    clear("Mondays at 19:00 (7 pm)", at(weekly(MON), "19:00")),
    clear("The park gates open at 7am every Monday", at(weekly(MON), "07:00")),
    clear("7.30pm Mon-Fri", at(every(*WEEKDAYS), "19:30")),
    clear("Saturdays and Sundays at 9am", at(every(SAT, SUN), "09:00")),
    clear("Breakfast show 06:00–09:00 weekdays", at(every(*WEEKDAYS, year=2026), "06:00"), year=2026),
    clear(
        "World news at 13:00 and 18:00, Monday to Saturday",
        at(every(*WEEKDAYS, SAT), "13:00") | at(every(*WEEKDAYS, SAT), "18:00"),
    ),
    clear("Afternoon play: Tues to Thurs, 14:15-15:00", at(every(TUE, WED, THU), "14:15")),
    clear(
        "News bulletins at 07:00, 08:00 and 09:00 Mon–Fri",
        at(every(*WEEKDAYS), "07:00") | at(every(*WEEKDAYS), "08:00") | at(every(*WEEKDAYS), "09:00"),
    ),
    clear("Sunday 9:00 am - 10:00 am, KG1", at(every(SUN), "09:00")),
    clear("Every day at 6 o'clock in the evening", at(daily(), "18:00")),
    clear(
        "Children's hour 4–5pm, Monday, Wednesday, Friday",
        at(every(MON, WED, FRI, year=2025), "16:00"),
        year=2025,
    ),
    clear("Mon–Fri 9am–5pm", at(every(*WEEKDAYS), "09:00")),
    clear("Tuesdays 2-4pm, by appointment, tel. 01632 960 145", at(every(TUE), "14:00")),
    clear("Housing advice: every weekday morning from 9.30am", at(every(*WEEKDAYS), "09:30")),
    clear("Debt advice - Thursdays, 10am-12 noon, £5 per session", at(every(THU), "10:00")),
    clear("Thurs 13:30-16:30", at(every(THU), "13:30")),
    clear("Every Thursday, 8am to 11.30am", at(every(THU, year=2025), "08:00"), year=2025),
    clear(
        "Open Tuesday to Sunday from 11am, last entry 4.30pm",
        at(every(TUE, WED, THU, FRI, SAT, SUN), "11:00"),
    ),
    clear(
        "Enquiries: weekdays 9am to 12.30pm and 1.30pm to 5pm",
        at(every(*WEEKDAYS, year=2026), "09:00") | at(every(*WEEKDAYS, year=2026), "13:30"),
        year=2026,
    ),
    clear("Bin day: Tues, Thurs, Sat at 6pm", at(every(TUE, THU, SAT, year=2025), "18:00"), year=2025),
    clear("21h T2-T6", at(every(*WEEKDAYS), "21:00")),
    clear("Daily 18:30 on FM 99.4", at(weekly(*range(7)), "18:30")),
    clear("Weekday mornings at 6.45am", at(weekly(*WEEKDAYS), "06:45")),
    clear("Saturday and Sunday mornings, 7am to 10am", at(weekly(SAT, SUN), "07:00")),
    clear("Mon, Wed and Fri at 17:45, 10–15 min", at(weekly(MON, WED, FRI), "17:45"), minutes=(10, 15)),
    clear(
        "News bulletins Monday to Friday at 07:00, 12:00 and 18:00",
        at(weekly(*WEEKDAYS), "07:00") | at(weekly(*WEEKDAYS), "12:00") | at(weekly(*WEEKDAYS), "18:00"),
    ),
    clear("Story time: Tuesdays and Fridays 10.30am", at(weekly(TUE, FRI), "10:30")),
    clear("Open Tuesday to Sunday, 10am–5pm", at(weekly(TUE, WED, THU, FRI, SAT, SUN), "10:00")),
    clear("Bell ringing practice: Thursdays 7.45pm", at(weekly(THU), "19:45")),
    clear("Chess Club – Fridays, 7pm–10pm – Scout Hut, 12 Mill Road", at(weekly(FRI), "19:00")),
    clear("Physiotherapy: Monday, Wednesday and Friday 08:00–16:00", at(weekly(MON, WED, FRI), "08:00")),
    clear(
        "Every Tuesday and Thursday, 13:30 to 16:30, Reception Office, ground floor",
        at(weekly(TUE, THU), "13:30"),
    ),
    clear(
        "Chief Inspector: Monday to Thursday 7.30am–11am and 1.30pm–4pm",
        at(weekly(MON, TUE, WED, THU), "07:30") | at(weekly(MON, TUE, WED, THU), "13:30"),
    ),
    clear(
        "Legal aid desk, Mon & Thu mornings, 8am to 11.30am, tel. 0297 386 2255",
        at(weekly(MON, THU), "08:00"),
    ),
    clear("Wed & Sat, 06:00–14:00, Market Square", at(weekly(WED, SAT), "06:00")),
    clear("Every Sunday 23:00–03:00", at(weekly(SUN), "23:00")),
    clear("Fire alarm test every Thursday at 10am (2 minutes)", at(weekly(THU), "10:00")),
    clear("Server backups run nightly at 02:30", at(weekly(*range(7)), "02:30")),
    clear("Every Wed. 12:15 PM", at(weekly(WED), "12:15")),
    clear("Weeknights at 11pm", at(weekly(*WEEKDAYS), "23:00")),
    clear("T2, T4, T6: 18h15", at(weekly_in(2025, MON, WED, FRI), "18:15"), year=2025),
]
