"""Neighbours of what was not read at first in the fourth round, as other offices write them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from tests.phrases.almanac import (
    FRI,
    MON,
    THU,
    TUE,
    WED,
    YEAR,
    at,
    dates,
    in_week,
    later,
    monthly,
    weekly,
)
from tests.phrases.corpus.case import Case, clear, refused

ODD, EVEN, LAST = (1, 3, 5, 7, 9, 11), (2, 4, 6, 8, 10, 12), (3, 6, 9, 12)


def every(days: int, month: int, day: int, count: int | None = None) -> list[date]:
    """Every so many days from a first date, so many times or to the year's end."""
    found = [date(YEAR, month, day)]
    while found[-1] + timedelta(days) <= date(YEAR, 12, 31) and len(found) != count:
        found.append(found[-1] + timedelta(days))
    return found


def span(first: tuple[int, int], last: tuple[int, int]) -> set[tuple[date, date]]:
    return {(date(YEAR, *first), date(YEAR, *last))}


def off_the_weekend(days: list[date]) -> list[date]:
    return [d + timedelta({5: 2, 6: 1}.get(d.weekday(), 0)) for d in days]


STRETCHES: list[Case] = [
    clear("Friday 5 April 20:00 to Saturday 6 April 04:00", {datetime(YEAR, 4, 5, 20)}),
    clear("From 10pm on 14 June until 5am on 15 June", {datetime(YEAR, 6, 14, 22)}),
    clear("Power off from 22:00 on 3 May to 06:00 on 4 May 2024", {datetime(YEAR, 5, 3, 22)}),
    clear("Sat 13 Jan 23:30 – Sun 14 Jan 05:00, server maintenance", {datetime(YEAR, 1, 13, 23, 30)}),
    clear("8am 4 March to 6pm 8 March", {datetime(YEAR, 3, 4, 8)}),
    clear("Festival: Friday 12 July, 5pm to Sunday 14 July, 11pm", {datetime(YEAR, 7, 12, 17)}),
    refused("From 6pm on 8 March to 8am on 4 March"),
]
ROWS: list[Case] = [
    clear("Recycling Thursday 4 January, then every two weeks", every(14, 1, 4)),
    clear("First session 9 January at 7pm, then fortnightly", at(every(14, 1, 9), "19:00")),
    clear("Blue bin Tuesday 2 January and every three weeks thereafter", every(21, 1, 2)),
    clear("Garden waste: Wed 6 March, and every four weeks", every(28, 3, 6)),
    refused("Concert 8 January, rehearsals every two weeks"),
    clear("Eight weekly classes from Monday 15 April, 6.30pm", at(every(7, 4, 15, 8), "18:30")),
    clear("Five weekly workshops commencing 5 November at 2pm", at(every(7, 11, 5, 5), "14:00")),
    clear("Four fortnightly meetings from Thursday 11 January, 7pm", at(every(14, 1, 11, 4), "19:00")),
    clear("Weekly sessions starting Wednesday 11 September at 10am", at(every(7, 9, 11), "10:00")),
]
MONTHS: list[Case] = [
    clear("Bimonthly: 5 January, 5 March, 5 May", monthly(5, (1, 3, 5))),
    clear("Every two months: 10 February, 10 April and 10 June", monthly(10, (2, 4, 6))),
    refused("Bimonthly: 1 February, 1 May"),
    clear("The 10th of even months", monthly(10, EVEN)),
    clear("Every odd month on the 7th", monthly(7, ODD)),
    clear("First Monday of odd-numbered months, 7pm", at(in_week(MON, 1, ODD), "19:00")),
    clear("The 3rd of every even month (February, April, June, August, October, December)", monthly(3, EVEN)),
    refused("On the 5th of every odd month (January, March, June)", "odd month"),
    clear("Second Friday of the last month in each quarter, 3pm", at(in_week(FRI, 2, LAST), "15:00")),
    clear("First Thursday of the first month in every quarter", in_week(THU, 1, (1, 4, 7, 10))),
]
MOVED: list[Case] = [
    clear(
        "The 5th of each month, moved to the next working day if it falls on a weekend",
        off_the_weekend(monthly(5)),
    ),
    clear(
        "15th of the month (next working day if that is a Saturday or Sunday)", off_the_weekend(monthly(15))
    ),
    clear(
        "Tuesdays 6pm (no session 24 and 31 December)",
        at([d for d in weekly(TUE) if (d.month, d.day) not in ((12, 24), (12, 31))], "18:00"),
    ),
]
TERMS: list[Case] = [
    clear("Summer term: 15 April to 19 July 2024", periods=span((4, 15), (7, 19))),
    clear("Half term: 27–31 May", periods=span((5, 27), (5, 31))),
    clear("Autumn semester: 2 September – 20 December", periods=span((9, 2), (12, 20))),
    clear("Winter season: from 1 November to 30 November", periods=span((11, 1), (11, 30))),
    refused("Autumn term: Mondays 7pm", "Autumn"),
    refused("Concert in the summer term", "summer"),
]
OTHERS: list[Case] = [
    clear("Maths evening for Years 3 and 4: Thursday 7 March, 5pm", at(dates((3, 7)), "17:00")),
    clear("Trip for Years 5, 6 and 7 on 12 June at 9am", at(dates((6, 12)), "09:00")),
    clear(
        "Wednesdays 7.45pm on Radio 3, repeated at 9.15am the following morning",
        at(weekly(WED), "19:45"),
        replays=at(later(weekly(WED), 1), "09:15"),
    ),
    clear("The park gates open at 7am every Monday", at(weekly(MON), "07:00")),
    refused("Gates open 6pm, kick-off 7.45pm, Tuesday 12 March", "Gates open"),
]

CASES: list[Case] = [*STRETCHES, *ROWS, *MONTHS, *MOVED, *TERMS, *OTHERS]
