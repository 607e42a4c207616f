"""English counts in a period, and how long something stays."""

from __future__ import annotations

from tests.phrases.almanac import (
    ALL,
    FRI,
    QUARTERS,
    SAT,
    THU,
    TUE,
    at,
    between,
    dates,
    in_week,
    monthly,
    weekly,
    weeks,
    whole_months,
)
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import daily, every, months_whole, quarters, stretch

CASES: list[Case] = [
    clear("Posted on the website for one year", periods=QUARTERS, target="4 (1 a quarter)"),
    clear("November – December 2024", periods=between(11, 12), target="1 a year"),
    clear("January to December 2024", periods=whole_months(*ALL), target="12 (1 a month)"),
    clear(
        "One talk show in May and one in September, Friday of week 2, 20:00, on channel CT1",
        at(in_week(FRI, 2, (5, 9)), "20:00"),
        channel="CT1",
    ),
    clear("Regularly throughout the year", target="39 articles and 37 photos a year"),
    clear("Three articles a week, 600 words each"),
    clear(
        "Six issues in 2024: issue 1 in February, issue 2 in April, issue 3 in June, issue 4 in August, "
        "issue 5 in October, issue 6 in December",
        periods=whole_months(2, 4, 6, 8, 10, 12),
    ),
    clear(
        "Published twice a month, on the 5th and the 20th (24 issues in the year)", monthly(5) + monthly(20)
    ),
    clear(
        "Two bulletins a day, at 7am and 7pm, seven days a week",
        at(weekly(*range(7)), "07:00") | at(weekly(*range(7)), "19:00"),
    ),
    clear(
        "The Friends of the Museum meet four times a year, on the second Tuesday of February, May, August "
        "and November, at 7 o'clock in the evening",
        at(in_week(TUE, 2, (2, 5, 8, 11)), "19:00"),
    ),
    clear("Two issues per month (24 a year), half a page each"),
    clear(
        "Item 2.3 – short clip (3 minutes), 1 per month, from March to November",
        periods=whole_months(*range(3, 12)),
    ),
    clear("One dialogue each half-year, carried live on the radio", periods=between(1, 6) | between(7, 12)),
    clear("Within the year 2024", periods=whole_months(*ALL), target="12 (1 a month)"),
    clear(
        "Antenatal class, 5 sessions: Wednesdays 1, 8, 15, 22 and 29 May, 6.30 to 8.30 pm",
        at(dates((5, 1), (5, 8), (5, 15), (5, 22), (5, 29)), "18:30"),
        minutes=(120, None),
    ),
    clear("Two issues per month, in the first and third weeks", periods=weeks(1, 3)),
    clear("One report per quarter", periods=QUARTERS, quotas=((1, "report", "quarter"),)),
    clear("How-to clip (3 min): one per month, January to December", periods=whole_months(*ALL)),
    clear("Half a page in the first and last week of each month (24 issues a year)", periods=weeks(1, -1)),
    clear(
        "Broadcast twice a week (Tuesday and Saturday) at 18:50",
        at(weekly(TUE, SAT), "18:50"),
    ),
    clear("one report a month", periods=whole_months(*ALL)),
    clear("one report each quarter in 2024", periods=QUARTERS),
    clear("1 article/month from April", periods=whole_months(*range(4, 13))),
    clear("one conference a year", periods=between(1, 12)),
    clear("three talks a week", periods=(), quotas=((3, "talks", "week"),)),
    clear("One quarter-page a month", periods=whole_months(*ALL)),
    clear(
        "2 spots a day at 6.55pm and 9pm, 1 to 31 May",
        at(stretch((5, 1), (5, 31)), "18:55") | at(stretch((5, 1), (5, 31)), "21:00"),
    ),
    clear("Q2 and Q4: one feature per quarter", periods=quarters(2, 4)),
    clear("One half-page a month, March to November", periods=months_whole(*range(3, 12))),
    clear("2 articles a month"),
    clear("Video clip (3 min), one per quarter", periods=quarters(1, 2, 3, 4)),
    clear("15 Sept – 15 Oct: 1 spot a day at 6.55pm", at(daily((9, 15), (10, 15)), "18:55")),
    clear(
        "Drama serial (12 episodes): Tuesdays and Thursdays 9pm, 2 April to 9 May",
        at(every(TUE, THU, a=(4, 2), b=(5, 9)), "21:00"),
    ),
    clear(
        "Twice daily, at 6.30am and 6.30pm", at(weekly(*range(7)), "06:30") | at(weekly(*range(7)), "18:30")
    ),
    clear(
        "Under Resolution No. 18 the board meets four times a year: 18 January, 18 April, 18 July "
        "and 17 October at 15:00",
        at(dates((1, 18), (4, 18), (7, 18), (10, 17)), "15:00"),
    ),
    clear("One newsletter a month", periods=whole_months(*ALL)),
    clear("One issue per quarter", periods=QUARTERS),
    clear("Two articles a week"),
    clear("24 posts a year, 2 a month"),
]
