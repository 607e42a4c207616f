"""English sentences of a second round, written without a look at the first."""

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
    day_range,
    following,
    in_week,
    later,
    monthly,
    weekly,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, asked, clear, refused

DAILY = weekly(MON, TUE, WED, THU, FRI, SAT, SUN)


def inside(days: list[date], *months: int) -> list[date]:
    """The days that lie in these months."""
    return [d for d in days if d.month in months]


def without(days: list[date], *left_out: date) -> list[date]:
    """The days but these."""
    return [d for d in days if d not in left_out]


CLEAR: list[Case] = [
    clear("Whist drive, Fridays at 7.30 pm, Church Hall, £3 on the door", at(weekly(FRI), "19:30")),
    clear(
        "Talk show: 17:45, Monday of week 1 in May and July, KG channel; rebroadcast 06:30 the next day",
        at(in_week(MON, 1, (5, 7)), "17:45"),
        replays=at(later(in_week(MON, 1, (5, 7)), 1), "06:30"),
    ),
    clear("Refuse collection: Tuesdays and Fridays from 06:00", at(weekly(TUE, FRI), "06:00")),
    clear(
        "The Council meets on the second Tuesday of every month except August at 19:00 in the Guildhall",
        at(in_week(TUE, 2, but(8)), "19:00"),
    ),
    clear(
        "First and third Wednesdays, 10:00–12:00, Room 4",
        at(in_week(WED, 1) + in_week(WED, 3), "10:00"),
    ),
    clear(
        "Open Tue–Sat 9:30am–5pm; Sun 11am–4pm; closed Mondays",
        at(weekly(TUE, WED, THU, FRI, SAT), "09:30") | at(weekly(SUN), "11:00"),
    ),
    clear(
        "Exhibition of river prints: 4 May – 30 June 2024",
        periods={(date(2024, 5, 4), date(2024, 6, 30))},
    ),
    clear(
        "Blood donor session: 12 March, 09:30-12:30 and 13:30-16:00",
        at(dates((3, 12)), "09:30") | at(dates((3, 12)), "13:30"),
    ),
    clear("Newsletter published on the 1st of each month except January", monthly(1, but(1))),
    clear("Two issues per month, in the first and third weeks", periods=weeks(1, 3)),
    clear("One report per quarter", periods=QUARTERS, quotas=((1, "report", "quarter"),)),
    clear("Training courses for editors in Q2 and Q4 2024", periods=between(4, 6) | between(10, 12)),
    clear(
        "Farmers' market, last Saturday of the month, 8am to 1pm, Market Square",
        at(in_week(SAT, -1), "08:00"),
    ),
    clear(
        "Ferry: Mon-Fri 06:15, 07:45, 17:30; Sat & Sun 08:30, 18:00",
        at(weekly(*WEEKDAYS), "06:15")
        | at(weekly(*WEEKDAYS), "07:45")
        | at(weekly(*WEEKDAYS), "17:30")
        | at(weekly(SAT, SUN), "08:30")
        | at(weekly(SAT, SUN), "18:00"),
    ),
    clear(
        "The member for the ward holds a surgery on the first Friday of each month, 4pm-6pm, at 12 High "
        "Street; no surgery in August",
        at(in_week(FRI, 1, but(8)), "16:00"),
    ),
    clear("AGM – Thursday 18 April 2024, 7:30 p.m.", at(dates((4, 18)), "19:30")),
    clear(
        "Weekly on Wednesdays, 18:30–20:00, from 10 January to 27 March 2024",
        at(weekly(WED, first=date(2024, 1, 10), last=date(2024, 3, 27)), "18:30"),
    ),
    clear("Traffic news every weekday at 06:00", at(weekly(*WEEKDAYS), "06:00")),
    clear(
        "Book club: second Thursday of the month, 6.30pm (not July or August)",
        at(in_week(THU, 2, but(7, 8)), "18:30"),
    ),
    clear(
        "The court sits Monday to Thursday at 10:00 and on Fridays at 09:30",
        at(weekly(MON, TUE, WED, THU), "10:00") | at(weekly(FRI), "09:30"),
    ),
    clear("Bulletin at 05:30 and 17:30 daily", at(DAILY, "05:30") | at(DAILY, "17:30")),
    clear(
        "Fairy tales: Saturdays 10.30am, repeated the same afternoon at 2pm",
        at(weekly(SAT), "10:30"),
        replays=at(weekly(SAT), "14:00"),
    ),
    clear(
        "Radio drama, Sundays 20:00 from March to May (repeat the following Wednesday at 15:00)",
        at(inside(weekly(SUN), 3, 4, 5), "20:00"),
        replays=at(following(inside(weekly(SUN), 3, 4, 5), WED), "15:00"),
    ),
    clear("Deadline for entries: 12 noon on 31 May 2024", at(dates((5, 31)), "12:00")),
    clear(
        "Broadcast on the 5th and 20th of each month at 19:15",
        at(monthly(5) + monthly(20), "19:15"),
    ),
    clear(
        "Meetings: 16 January, 19 March, 21 May, 16 July, 17 September and 19 November 2024, all at 6:00 pm",
        at(dates((1, 16), (3, 19), (5, 21), (7, 16), (9, 17), (11, 19)), "18:00"),
    ),
    clear(
        "Swimming lessons: Mon, Wed 16:00; Tue, Thu 16:45; Sat 09:15",
        at(weekly(MON, WED), "16:00") | at(weekly(TUE, THU), "16:45") | at(weekly(SAT), "09:15"),
    ),
    clear(
        "Museum late evening: last Thursday of each month from 17:00 to 21:00",
        at(in_week(THU, -1), "17:00"),
    ),
    clear("Registration from 1 to 15 August", periods={(date(2024, 8, 1), date(2024, 8, 15))}),
    clear("Jan, Apr, Jul & Oct: first Monday, 09:00", at(in_week(MON, 1, (1, 4, 7, 10)), "09:00")),
    clear(
        "Mobile library: 9 Jan, 6 Feb, 5 Mar and 2 Apr, 2.15pm–3pm, Elm Grove",
        at(dates((1, 9), (2, 6), (3, 5), (4, 2)), "14:15"),
    ),
    clear("Advent readings every day in December at 18:00", at(inside(DAILY, 12), "18:00")),
    clear(
        "Dental clinic: Tuesdays 8:30 am–12 noon; Thursdays 1:30–5:00 pm",
        at(weekly(TUE), "08:30") | at(weekly(THU), "13:30"),
    ),
    clear(
        "Mass: Sunday 8am, 10am and 6pm; Saturday vigil 6pm",
        at(weekly(SUN), "08:00") | at(weekly(SUN), "10:00") | at(weekly(SUN, SAT), "18:00"),
    ),
    clear("Rent is reviewed on the 10th of March, June, September and December", monthly(10, (3, 6, 9, 12))),
    clear("April – October: Sundays, 14:00–17:00", at(inside(weekly(SUN), *range(4, 11)), "14:00")),
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
        "From 3 June to 26 July, Monday to Friday, 08:30–16:30 (summer school)",
        at(weekly(*WEEKDAYS, first=date(2024, 6, 3), last=date(2024, 7, 26)), "08:30"),
    ),
    clear(
        "Committee of the Whole – 1st and 3rd Monday, 6:30 PM, Council Chambers",
        at(in_week(MON, 1) + in_week(MON, 3), "18:30"),
    ),
    clear(
        "Planning Committee: 6.30pm, 24 January; 6.30pm, 21 February; 2pm, 20 March",
        at(dates((1, 24), (2, 21)), "18:30") | at(dates((3, 20)), "14:00"),
    ),
    clear(
        "Monthly, on the 15th; if that falls on a weekend, on the following Monday.",
        monthly(15, but(6, 9, 12)) + dates((6, 17), (9, 16), (12, 16)),
    ),
    clear("Last Friday of March, June, September and December", in_week(FRI, -1, (3, 6, 9, 12))),
    clear("Saturdays 6, 13 and 20 July at 11am", at(dates((7, 6), (7, 13), (7, 20)), "11:00")),
    clear("Football training Tues & Thurs 7-8.30pm", at(weekly(TUE, THU), "19:00")),
    clear("Payment window: the first seven days of each month", periods=day_range(1, 7)),
    clear(
        "Allowances are paid between the 5th and the 10th of each month",
        periods=day_range(5, 10),
    ),
    clear(
        "Press briefing every Thursday at 3 p.m. except 25 July",
        at(without(weekly(THU), date(2024, 7, 25)), "15:00"),
    ),
    clear("Annual fair: 21–23 June", periods={(date(2024, 6, 21), date(2024, 6, 23))}),
    clear(
        "Posters displayed from 15 April until 15 May",
        periods={(date(2024, 4, 15), date(2024, 5, 15))},
    ),
    clear("How-to clip (3 min): one per month, January to December", periods=whole_months(*ALL)),
    clear("Spot aired once a month", periods=whole_months(*ALL)),
    clear("First six months of 2024", periods=between(1, 6)),
    clear(
        "Garden waste: every Monday from 4 March to 25 November inclusive",
        weekly(MON, first=date(2024, 3, 4), last=date(2024, 11, 25)),
    ),
    clear(
        "Summer hours (June, July, August): Mon-Thu 07:30–16:00, Fri 07:30–12:00",
        at(inside(weekly(*WEEKDAYS), 6, 7, 8), "07:30"),
    ),
    clear("TUESDAYS 10:00 AM – TODDLER GROUP – ST MARY'S HALL", at(weekly(TUE), "10:00")),
    clear(
        "The district chairman receives citizens on the 5th and 19th of every month, Room 101, "
        "tel. 0297 3812 345",
        monthly(5) + monthly(19),
    ),
    clear(
        "On the 25th of the last month of each quarter at 08:30",
        at(monthly(25, (3, 6, 9, 12)), "08:30"),
    ),
    clear("Half a page in the first and last week of each month (24 issues a year)", periods=weeks(1, -1)),
    clear("From November to December 2024", periods=between(11, 12)),
    clear(
        "Wed 7 Feb 13:00; Wed 14 Feb 13:00; Thu 22 Feb 15:30",
        at(dates((2, 7), (2, 14)), "13:00") | at(dates((2, 22)), "15:30"),
    ),
    clear(
        "Homework club every Mon, Wed and Fri during term (8 January – 22 March), 15:15–16:15",
        at(weekly(MON, WED, FRI, first=date(2024, 1, 8), last=date(2024, 3, 22)), "15:15"),
    ),
    clear("Accounts close at 16:00 on the last day of each month", at(monthly(-1), "16:00")),
    clear(
        "30 April and 2 September: special programme at 20:00; repeat the following morning at 08:00",
        at(dates((4, 30), (9, 2)), "20:00"),
        replays=at(dates((5, 1), (9, 3)), "08:00"),
    ),
    clear(
        "Evening class, Thursdays 18:00 – 20:30, starting 12 September, 10 weeks",
        at(weekly(THU, first=date(2024, 9, 12), last=date(2024, 11, 14)), "18:00"),
    ),
    clear(
        "Yoga: Mondays 9.15am & 6.15pm, Fridays 9.15am",
        at(weekly(MON, FRI), "09:15") | at(weekly(MON), "18:15"),
    ),
    clear(
        "1st Sunday of the month: 10.00 am Holy Communion; 2nd, 3rd and 4th Sundays: 11.15 am Family Service",
        at(in_week(SUN, 1), "10:00") | at(in_week(SUN, 2) + in_week(SUN, 3) + in_week(SUN, 4), "11:15"),
    ),
    clear(
        "Trustees' meetings 2024: Feb 8, May 9, Aug 8, Nov 14 (all 5:30pm)",
        at(dates((2, 8), (5, 9), (8, 8), (11, 14)), "17:30"),
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
    clear("Quiz night, first Thursday of the month, 8pm", at(in_week(THU, 1), "20:00")),
    clear(
        "Recycling centre: Nov–Dec 8am–4pm daily; Apr–Oct 7am–6pm daily",
        at(inside(DAILY, 11, 12), "08:00") | at(inside(DAILY, *range(4, 11)), "07:00"),
    ),
    clear(
        "From 08:00 on the 1st, 11th and 21st of each month",
        at(monthly(1) + monthly(11) + monthly(21), "08:00"),
    ),
    clear("National Digital Transformation Day, 10 October every year", dates((10, 10))),
    clear("Conference on 5–6 November 2024, Hall B", periods={(date(2024, 11, 5), date(2024, 11, 6))}),
    clear("Stage contest: quarter II", periods=between(4, 6)),
    clear(
        "Broadcast twice a week (Tuesday and Saturday) at 18:50",
        at(weekly(TUE, SAT), "18:50"),
    ),
    clear(
        "Working group: Tuesday 11 June, 09:00-12:00; Wednesday 12 June, 14:00-17:00",
        at(dates((6, 11)), "09:00") | at(dates((6, 12)), "14:00"),
    ),
    clear("Every Tuesday and Thursday, 5.30 to 7.00 p.m.", at(weekly(TUE, THU), "17:30")),
    clear(
        "Tours start at 11:00, 13:00 and 15:00 on Saturdays and Sundays, May to September",
        at(inside(weekly(SAT, SUN), 5, 6, 7, 8, 9), "11:00")
        | at(inside(weekly(SAT, SUN), 5, 6, 7, 8, 9), "13:00")
        | at(inside(weekly(SAT, SUN), 5, 6, 7, 8, 9), "15:00"),
    ),
    clear(
        "Talk on 13 May at 17:45, replayed on 14 May at 06:30 and on 15 May at 07:30",
        at(dates((5, 13)), "17:45"),
        replays=at(dates((5, 14)), "06:30") | at(dates((5, 15)), "07:30"),
    ),
    clear(
        "Weeks 2 and 4 of each month, Thursday, 20:10",
        at(in_week(THU, 2) + in_week(THU, 4), "20:10"),
    ),
    clear(
        "Health visitor drop-in, 1.30pm–3pm, every Wednesday (excluding 25 December)",
        at(without(weekly(WED), date(2024, 12, 25)), "13:30"),
    ),
    clear("Issue 1: March; issue 2: July; issue 3: November", periods=whole_months(3, 7, 11)),
    clear(
        "Magistrates' sittings: 08:30 on 3, 17 and 31 January",
        at(dates((1, 3), (1, 17), (1, 31)), "08:30"),
    ),
    clear(
        "Monday, Tuesday and Thursday, 9 a.m. to 4 p.m., and Wednesday, 11 a.m. to 8 p.m.",
        at(weekly(MON, TUE, THU), "09:00") | at(weekly(WED), "11:00"),
    ),
    clear(
        "At 19:30 on the third Friday of February, May, August and November; replay on the Sunday of the "
        "same week at 08:00",
        at(in_week(FRI, 3, (2, 5, 8, 11)), "19:30"),
        replays=at(later(in_week(FRI, 3, (2, 5, 8, 11)), 2), "08:00"),
    ),
    clear("Q1: one seminar; Q3: one study visit", periods=between(1, 3) | between(7, 9)),
    clear(
        "Loudspeaker bulletin 5:00–5:45 am and 5:00–5:45 pm, Monday through Saturday",
        at(weekly(*WEEKDAYS, SAT), "05:00") | at(weekly(*WEEKDAYS, SAT), "17:00"),
    ),
    clear(
        "Under Plan No. 101/KH-UBND of 2 April 2024, the column airs at 20:30 on Monday of week 2 "
        "every month",
        at(in_week(MON, 2), "20:30"),
    ),
    clear(
        "Chess club (juniors 5pm, seniors 7pm) meets every Monday",
        at(weekly(MON), "17:00") | at(weekly(MON), "19:00"),
    ),
    clear("Street sweeping: 1st & 15th, 6:00 AM", at(monthly(1) + monthly(15), "06:00")),
    clear(
        "Art for beginners\n- Tue 4 June, 10:00\n- Tue 11 June, 10:00\n- Fri 14 June, 14:00",
        at(dates((6, 4), (6, 11)), "10:00") | at(dates((6, 14)), "14:00"),
    ),
    clear(
        "Closed Sundays. Open Mon/Wed/Fri 8:30am-12pm",
        at(weekly(MON, WED, FRI), "08:30"),
    ),
    clear("Flower festival: Fri 7 – Sun 9 June", periods={(date(2024, 6, 7), date(2024, 6, 9))}),
    clear(
        "Parish council: third Monday, bar August and December, 7.15 p.m.",
        at(in_week(MON, 3, but(8, 12)), "19:15"),
    ),
    clear(
        "Choir practice Thursdays 19:45 (no practice on 28 March or 26 December)",
        at(without(weekly(THU), date(2024, 3, 28), date(2024, 12, 26)), "19:45"),
    ),
    clear(
        "Drop-in hours every Tuesday afternoon, 14.00 to 16.30, Block C, second floor",
        at(weekly(TUE), "14:00"),
    ),
    clear(
        "Auction: 10am, Sat 2nd Mar, Sat 1st Jun and Sat 7th Sep", at(dates((3, 2), (6, 1), (9, 7)), "10:00")
    ),
    clear(
        "Bridge: Monday and Wednesday evenings at 7.15pm, September to November",
        at(inside(weekly(MON, WED), 9, 10, 11), "19:15"),
    ),
    clear("Water will be shut off on May 22, 2024, 8:00 a.m. – 3:00 p.m.", at(dates((5, 22)), "08:00")),
    clear("Posts on the portal: continuously through the year", periods=between(1, 12)),
    clear("The 2nd and last Fridays in each month, 3pm", at(in_week(FRI, 2) + in_week(FRI, -1), "15:00")),
]

ASKED: list[Case] = [
    asked("Weekends in May: 10:00", at(inside(weekly(SAT, SUN), 5), "10:00")),
    asked("Mobile library calls at Elm Grove on alternate Tuesdays, 14:15"),
    asked("The committee meets bimonthly"),
    asked("Report due at the end of June"),
    asked("Prize-giving in mid-August"),
    asked("Meter reading on the 31st of each month", monthly(31, (1, 3, 5, 7, 8, 10, 12)), monthly(-1)),
    asked("Press conference, Monday 14 May 2024, 15:30", at(dates((5, 14)), "15:30")),
    asked("Rehearsals on Tuesdays at 6:30", at(weekly(TUE), "06:30"), at(weekly(TUE), "18:30")),
    asked("Fortnightly on Thursdays, 10:00"),
    asked("Opening in early July"),
    asked("Every other Friday at 19:00"),
    asked("Hearing on 05/06/2024 at 10:00", at(dates((6, 5)), "10:00"), at(dates((5, 6)), "10:00")),
    asked("Tuesday of week 2 in Q2, 09:00", at(in_week(TUE, 2, (4, 5, 6)), "09:00")),
    asked("Film: second Saturday 22:30, repeat 00:30 the same day"),
    asked("Invoices on the 30th of every month", monthly(30, but(2)), monthly(30, but(2)) + dates((2, 29))),
    asked("Every three months on the 10th, 08:00"),
    asked("Tuesday, week 2, 19:00; rebroadcast 06:00 the next day (Thursday)"),
    asked("Biweekly sessions on Monday, 18:00"),
]

REFUSED: list[Case] = [
    refused("At about 7pm on Mondays", "about"),
    clear("Forms must be in before 20 May", dates((5, 19))),
    refused("Water off tomorrow from 08:00 to 15:00", "tomorrow"),
    refused("Late film: Fridays at 25:30", "25:30"),
    refused("Open day on 31 April at 10:00", "31 April"),
    refused("Either Monday or Tuesday at 10:00", "or"),
    refused("Dates to be confirmed"),
    refused("By appointment only"),
    refused("Procession on Easter Monday at 10:00"),
    refused("Lunar New Year's Eve gala, 20:00"),
    refused("Monday of week 6, 09:00", "week 6"),
    refused("Replay at 06:00 the next day on channel 2"),
    refused("News digest at 17:75 on Fridays", "17:75"),
    refused("This Friday, 19:00, Hall A", "This"),
    refused("2O:00 on Mondays", "2O:00"),
    refused("Shortly after the evening news on Sundays", "after"),
    refused("Roadworks next month, nights", "next month"),
    refused("Within five working days of each sitting"),
]

CASES: list[Case] = CLEAR + ASKED + REFUSED
