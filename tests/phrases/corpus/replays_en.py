"""English premieres and replays: the same day, days later, on weekdays of their own."""

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
    dates,
    following,
    in_week,
    later,
    only_in,
    weekly,
    weekly_in,
)
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import daily, every, nth, on

CASES: list[Case] = [
    clear(
        "At 17:45 on Wednesday, week 3, channel KG; rerun at 6:00 the following day on KG, duration 12 "
        "minutes",
        at(in_week(WED, 3), "17:45"),
        replays=at(later(in_week(WED, 3), 1), "06:00"),
        channel="KG",
        minutes=(12, None),
    ),
    clear(
        "5:45 a.m. on the third Thursday of each month, repeated at 11:45 a.m. the same day",
        at(in_week(THU, 3), "05:45"),
        replays=at(in_week(THU, 3), "11:45"),
    ),
    clear(
        "Weeks 2 and 4, Thursday 19:30, repeat 05:30 Saturday of the same week",
        at(in_week(THU, 2) + in_week(THU, 4), "19:30"),
        replays=at(later(in_week(THU, 2) + in_week(THU, 4), 2), "05:30"),
    ),
    clear(
        "Weekdays at 6.30pm, omnibus Sunday 10am",
        at(weekly(*WEEKDAYS), "18:30"),
        replays=at(following(weekly(*WEEKDAYS), SUN), "10:00"),
    ),
    clear(
        "8am Saturdays, with a second chance to hear it at 8pm the same day",
        at(weekly(SAT), "08:00"),
        replays=at(weekly(SAT), "20:00"),
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
    clear(
        "The documentary airs Sunday, November 3, 2024 at 8:00 PM; encore Tuesday, November 5 at 9:00 PM",
        at(dates((11, 3)), "20:00"),
        replays=at(dates((11, 5)), "21:00"),
    ),
    clear(
        "Quiz of the North, Mondays 18:30, again on Thursdays 23:05",
        at(weekly(MON), "18:30"),
        replays=at(following(weekly(MON), THU), "23:05"),
    ),
    clear(
        "17:45 (Monday, week 1, May and July) - Channel KG. Rerun: 6:30 on KG and 7:30 on KG1 the next day "
        "(Tuesday, week 1)",
        at(in_week(MON, 1, (5, 7)), "17:45"),
        replays=at(dates((5, 7), (7, 2)), "06:30") | at(dates((5, 7), (7, 2)), "07:30"),
        known_channels=("KG", "KG1"),
        channel="KG",
    ),
    clear(
        "12 programmes a year, one a month, aired at 20:30 on the second Saturday, replay at 14:00 on the "
        "Sunday right after",
        at(in_week(SAT, 2), "20:30"),
        replays=at(later(in_week(SAT, 2), 1), "14:00"),
    ),
    clear(
        "Premiere on the 2nd and 4th Friday at 21:10; first repeat the next day at 09:10, second repeat the "
        "following Tuesday at 15:10",
        at(in_week(FRI, 2) + in_week(FRI, 4), "21:10"),
        replays=at(later(in_week(FRI, 2) + in_week(FRI, 4), 1), "09:10")
        | at(following(in_week(FRI, 2) + in_week(FRI, 4), TUE), "15:10"),
    ),
    clear(
        "Tue 9pm (rpt Thu 3.30pm)", at(weekly(TUE), "21:00"), replays=at(following(weekly(TUE), THU), "15:30")
    ),
    clear(
        "Gardeners' Half-Hour: Sat 8.30am, repeated Sun 2pm and Wed 11pm",
        at(weekly(SAT), "08:30"),
        replays=at(following(weekly(SAT), SUN), "14:00") | at(following(weekly(SAT), WED), "23:00"),
    ),
    clear(
        "Football: Saturday 2 March, 2:45 pm kick-off; replay the following Monday at 10 pm",
        at(dates((3, 2)), "14:45"),
        replays=at(dates((3, 4)), "22:00"),
    ),
    clear(
        "Talk show: 17:45, Monday of week 1 in May and July, KG channel; rebroadcast 06:30 the next day",
        at(in_week(MON, 1, (5, 7)), "17:45"),
        replays=at(later(in_week(MON, 1, (5, 7)), 1), "06:30"),
    ),
    clear(
        "Fairy tales: Saturdays 10.30am, repeated the same afternoon at 2pm",
        at(weekly(SAT), "10:30"),
        replays=at(weekly(SAT), "14:00"),
    ),
    clear(
        "Radio drama, Sundays 20:00 from March to May (repeat the following Wednesday at 15:00)",
        at(only_in(weekly(SUN), 3, 4, 5), "20:00"),
        replays=at(following(only_in(weekly(SUN), 3, 4, 5), WED), "15:00"),
    ),
    clear(
        "TV column (12 minutes): 17:45 Wednesday, week 3; replay 06:00 the following day",
        at(in_week(WED, 3), "17:45"),
        replays=at(later(in_week(WED, 3), 1), "06:00"),
        minutes=(12, None),
    ),
    clear(
        "Gardeners' hour, third Saturday monthly, 09:05; repeated same day 21:05",
        at(in_week(SAT, 3), "09:05"),
        replays=at(in_week(SAT, 3), "21:05"),
    ),
    clear(
        "30 April and 2 September: special programme at 20:00; repeat the following morning at 08:00",
        at(dates((4, 30), (9, 2)), "20:00"),
        replays=at(dates((5, 1), (9, 3)), "08:00"),
    ),
    clear(
        "Talk on 13 May at 17:45, replayed on 14 May at 06:30 and on 15 May at 07:30",
        at(dates((5, 13)), "17:45"),
        replays=at(dates((5, 14)), "06:30") | at(dates((5, 15)), "07:30"),
    ),
    clear(
        "At 19:30 on the third Friday of February, May, August and November; replay on the Sunday of the "
        "same week at 08:00",
        at(in_week(FRI, 3, (2, 5, 8, 11)), "19:30"),
        replays=at(later(in_week(FRI, 3, (2, 5, 8, 11)), 2), "08:00"),
    ),
    clear(
        "Every Monday at 18:00, repeated the following Thursday at 10:00",
        at(weekly(MON), "18:00"),
        replays=at(following(weekly(MON), THU), "10:00"),
    ),
    clear(
        "Wednesdays 7.45pm on Radio 3, repeated at 9.15am the following morning",
        at(weekly(WED), "19:45"),
        replays=at(later(weekly(WED), 1), "09:15"),
    ),
    clear(
        "Second Tuesday of the month, 6.15pm, repeated the following morning at 7am",
        at(nth(TUE, 2), "18:15"),
        replays=at(later(nth(TUE, 2), 1), "07:00"),
    ),
    clear(
        "Radio magazine, Sundays 8.30am, repeat same day 5pm",
        at(every(SUN), "08:30"),
        replays=at(every(SUN), "17:00"),
    ),
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
    clear(
        "20:10, Tuesday week 1 and week 3 each month, 10 minutes; repeated on Saturday of the same "
        "week at 14:30",
        at(nth(TUE, 1, 3), "20:10"),
        replays=at(later(nth(TUE, 1, 3), 4), "14:30"),
    ),
    clear(
        "Live debate on 19 August at 08:00, repeated at 21:00 the same day",
        at(on((8, 19)), "08:00"),
        replays=at(on((8, 19)), "21:00"),
    ),
    clear(
        "The Department of Home Affairs and the provincial broadcaster will air a live talk show "
        "(15 minutes, channel KG) at "
        "17:45 on Monday of week 1 in May and July; replay at 06:30 the next day",
        at(nth(MON, 1, months=(5, 7)), "17:45"),
        replays=at(later(nth(MON, 1, months=(5, 7)), 1), "06:30"),
    ),
    clear("19:00 daily, repeated at 23:30", at(daily(), "19:00"), replays=at(daily(), "23:30")),
    clear(
        "Late film, Fri 11.15pm, rpt Sun 2pm",
        at(every(FRI), "23:15"),
        replays=at(later(every(FRI), 2), "14:00"),
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
    clear(
        "Last Saturday of the month, 21:00; repeated Sunday 08:00",
        at(nth(SAT, -1), "21:00"),
        replays=at(later(nth(SAT, -1), 1), "08:00"),
    ),
    clear(
        "Jazz Club, first Friday of the month at 10pm; repeated the following Sunday at 4pm",
        at(nth(FRI, 1, year=2025), "22:00"),
        replays=at(later(nth(FRI, 1, year=2025), 2), "16:00"),
        year=2025,
    ),
    clear(
        "Quiz, Weds 8pm; another chance to see it Sat 5.15pm",
        at(every(WED), "20:00"),
        replays=at(later(every(WED), 3), "17:15"),
    ),
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
        "Weekdays 7am, repeated at 10pm the same day",
        at(weekly(*WEEKDAYS), "07:00"),
        replays=at(weekly(*WEEKDAYS), "22:00"),
    ),
    clear(
        "Sun 6:30pm, rpt Mon 5am",
        at(weekly_in(2025, SUN), "18:30"),
        replays=at(later(weekly_in(2025, SUN), 1), "05:00"),
        year=2025,
    ),
    clear(
        "Saturdays at 8 p.m. on KG1, encore Sunday 9 a.m.",
        at(weekly(SAT), "20:00"),
        replays=at(later(weekly(SAT), 1), "09:00"),
    ),
    clear(
        "Every Wednesday 20:15; replay at 06:00 the next day",
        at(weekly(WED), "20:15"),
        replays=at(later(weekly(WED), 1), "06:00"),
    ),
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
        at(only_in(weekly(MON), 3), "19:00"),
        replays=at(later(only_in(weekly(MON), 3), 1), "12:30")
        | at(later(only_in(weekly(MON), 3), 3), "23:00"),
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
        at(only_in(weekly(MON), 10), "20:00"),
        replays=at(later(only_in(weekly(MON), 10), 2), "08:00"),
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
]
