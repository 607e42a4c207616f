"""English periods without days of their own: weeks, months, quarters, from a date to a date."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import ALL, QUARTERS, between, day_range, span, weeks, whole_months
from tests.phrases.corpus.case import Case, clear
from tests.phrases.in_year import months_whole, part, quarters

CASES: list[Case] = [
    clear("Printed in the first and last weeks of each month, half a page per issue", periods=weeks(1, -1)),
    clear("Quarter II, 2024; place: Workers' Cultural Palace", periods=between(4, 6)),
    clear(
        "The report must be shown in week 4 of March, June, September and December",
        periods=weeks(4, months=(3, 6, 9, 12)),
    ),
    clear("Quarterly: one radio play of 25 minutes", periods=QUARTERS),
    clear("1/2 page in colour, 1st week of each month, from issue 5 on", periods=weeks(1)),
    clear(
        "Training course for district staff: 3 days, 14-16 August 2024, Hotel conference hall, 80 "
        "participants",
        periods=[(date(2024, 8, 14), date(2024, 8, 16))],
    ),
    clear(
        "The exhibition runs from 1 March until 30 November 2024 in the East Gallery; admission £4.50, "
        "concessions £3",
        periods=between(3, 11),
    ),
    clear("To be completed in the second and fourth quarters", periods=between(4, 6) | between(10, 12)),
    clear(
        "Water meters are read in the last week of March, June, September and December",
        periods=weeks(-1, months=(3, 6, 9, 12)),
    ),
    clear("Half-yearly inspection, in May and November", periods=whole_months(5, 11)),
    clear(
        "The budget is published in the first quarter and the accounts in the third quarter",
        periods=between(1, 3) | between(7, 9),
    ),
    clear(
        "Consultation open 15 January – 26 February 2024", periods=[(date(2024, 1, 15), date(2024, 2, 26))]
    ),
    clear(
        "Leaf collection begins Monday, October 14 and ends Friday, December 6, 2024",
        periods=[(date(2024, 10, 14), date(2024, 12, 6))],
    ),
    clear(
        "School terms 2024: 8 January–28 March; 15 April–19 July; 3 September–20 December",
        periods=[
            (date(2024, 1, 8), date(2024, 3, 28)),
            (date(2024, 4, 15), date(2024, 7, 19)),
            (date(2024, 9, 3), date(2024, 12, 20)),
        ],
    ),
    clear(
        "Exhibition of river prints: 4 May – 30 June 2024",
        periods={(date(2024, 5, 4), date(2024, 6, 30))},
    ),
    clear("Training courses for editors in Q2 and Q4 2024", periods=between(4, 6) | between(10, 12)),
    clear("Registration from 1 to 15 August", periods={(date(2024, 8, 1), date(2024, 8, 15))}),
    clear("Payment window: the first seven days of each month", periods=day_range(1, 7)),
    clear(
        "Allowances are paid between the 5th and the 10th of each month",
        periods=day_range(5, 10),
    ),
    clear("Annual fair: 21–23 June", periods={(date(2024, 6, 21), date(2024, 6, 23))}),
    clear(
        "Posters displayed from 15 April until 15 May",
        periods={(date(2024, 4, 15), date(2024, 5, 15))},
    ),
    clear("Spot aired once a month", periods=whole_months(*ALL)),
    clear("First six months of 2024", periods=between(1, 6)),
    clear("From November to December 2024", periods=between(11, 12)),
    clear("Conference on 5–6 November 2024, Hall B", periods={(date(2024, 11, 5), date(2024, 11, 6))}),
    clear("Stage contest: quarter II", periods=between(4, 6)),
    clear("Issue 1: March; issue 2: July; issue 3: November", periods=whole_months(3, 7, 11)),
    clear("Q1: one seminar; Q3: one study visit", periods=between(1, 3) | between(7, 9)),
    clear("Flower festival: Fri 7 – Sun 9 June", periods={(date(2024, 6, 7), date(2024, 6, 9))}),
    clear("Posts on the portal: continuously through the year", periods=between(1, 12)),
    clear("Summer term: 15 April to 19 July 2024", periods=span((4, 15), (7, 19))),
    clear("Half term: 27–31 May", periods=span((5, 27), (5, 31))),
    clear("Autumn semester: 2 September – 20 December", periods=span((9, 2), (12, 20))),
    clear("Winter season: from 1 November to 30 November", periods=span((11, 1), (11, 30))),
    clear("First and third week of each month", periods=part(1, 3)),
    clear("Anti-litter campaign, 1 June to 31 August 2024", periods=span((6, 1), (8, 31))),
    clear("In March and September", periods=months_whole(3, 9)),
    clear("Weeks 2 and 4, Feb to May", periods=part(2, 4, months=(2, 3, 4, 5))),
    clear("Quarter III 2025", periods=quarters(3, year=2025), year=2025),
    clear("February - November 2026", periods=span((2, 1), (11, 30), 2026), year=2026),
    clear("Web banner on the provincial portal, 1-31 October", periods=span((10, 1), (10, 31))),
    clear("Consultation: 3 June – 15 July 2024", periods=span((6, 3), (7, 15))),
    clear("Consultation open from 1 February to 15 March 2024", periods=span((2, 1), (3, 15))),
    clear("Notice displayed from 6 to 20 May", periods=span((5, 6), (5, 20))),
    clear(
        "The consultation on the draft Local Plan begins on 12 February 2024 and closes on 25 March 2024.",
        periods=span((2, 12), (3, 25)),
    ),
    clear("Summer Reading Challenge: 22 June to 7 September", periods=span((6, 22), (9, 7))),
    clear("Exhibition: 5 to 20 March", periods=span((3, 5), (3, 20))),
    clear("Exhibition runs 16 February – 2 June 2024, Gallery 3", periods=span((2, 16), (6, 2))),
    clear("Screening unit at the Leisure Centre, 8 April – 3 May", periods=span((4, 8), (5, 3))),
    clear("First and last week of each month", periods=weeks(1, -1)),
    clear(
        "In the second week of March, June, September and December", periods=weeks(2, months=(3, 6, 9, 12))
    ),
    clear("Week 2 of March, June, September", periods=weeks(2, months=(3, 6, 9))),
    clear("Autumn term: 4 September to 20 December 2024", periods=span((9, 4), (12, 20))),
    clear("Half term: Mon 28 October – Fri 1 November", periods=span((10, 28), (11, 1))),
    clear("Exams from 13 May until 21 June", periods=span((5, 13), (6, 21))),
    clear("Spring term 2025: 6 January to 4 April", periods=span((1, 6), (4, 4), 2025), year=2025),
    clear("Lift out of service 7–18 October", periods=span((10, 7), (10, 18))),
    clear("Q2 2024", periods=between(4, 6)),
    clear("Training conference in the third quarter", periods=between(7, 9)),
    clear("Second week of September", periods=weeks(2, months=(9,))),
    clear("March, June, September and December", periods=whole_months(3, 6, 9, 12)),
    clear("January to June", periods=between(1, 6)),
    clear("Mon 2 March 2026 to Fri 27 March 2026", periods=span((3, 2), (3, 27), 2026), year=2026),
    clear("First half of June", periods=span((6, 1), (6, 15))),
]
