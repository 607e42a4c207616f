"""English opening hours with what is closed: on some days, in some months, for some reason."""

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
    at,
    but,
    dates,
    in_week,
    span,
    weekly,
    without,
)
from tests.phrases.corpus.case import Case, clear, refused
from tests.phrases.in_year import every, on

CASES: list[Case] = [
    clear(
        "Open Tue–Sat 10am–5pm, Sun noon–4pm; closed Mondays",
        at(weekly(TUE, WED, THU, FRI, SAT), "10:00") | at(weekly(SUN), "12:00"),
    ),
    clear(
        "Open daily 10am–5pm (last admission 4.30pm), closed 24–26 December",
        at([d for d in weekly(*range(7)) if d not in dates((12, 24), (12, 25), (12, 26))], "10:00"),
        minutes=(420, None),
    ),
    clear(
        "Closed for stocktaking from Monday 8 to Sunday 14 January 2024",
        periods=[(date(2024, 1, 8), date(2024, 1, 14))],
    ),
    clear(
        "Mill Lane will be closed to all traffic from 4 to 8 March 2024 for resurfacing",
        periods=[(date(2024, 3, 4), date(2024, 3, 8))],
    ),
    clear(
        "Household waste site: Fri, Sat, Sun & Mon 9am–5pm; closed Tue–Thu",
        at(weekly(FRI, SAT, SUN, MON), "09:00"),
        minutes=(480, None),
    ),
    clear(
        "City Hall will be closed Thursday, November 28 and Friday, November 29, 2024",
        dates((11, 28), (11, 29)),
    ),
    clear(
        "School closed to pupils: 5 January, 12 April, 22 July and 2 September 2024",
        dates((1, 5), (4, 12), (7, 22), (9, 2)),
    ),
    clear(
        "Open Tue–Sat 9:30am–5pm; Sun 11am–4pm; closed Mondays",
        at(weekly(TUE, WED, THU, FRI, SAT), "09:30") | at(weekly(SUN), "11:00"),
    ),
    clear(
        "Closed Sundays. Open Mon/Wed/Fri 8:30am-12pm",
        at(weekly(MON, WED, FRI), "08:30"),
    ),
    clear("Water will be shut off on May 22, 2024, 8:00 a.m. – 3:00 p.m.", at(dates((5, 22)), "08:00")),
    clear(
        "Closed Mondays. Tue-Fri 9am-5pm; Sat 10am-1pm",
        at(weekly(TUE, WED, THU, FRI), "09:00") | at(weekly(SAT), "10:00"),
    ),
    clear(
        "Closed in August; first Monday of the month 7pm, last Friday 6pm",
        at(in_week(MON, 1, but(8)), "19:00") | at(in_week(FRI, -1, but(8)), "18:00"),
    ),
    clear("Closed Sat. and Sun. Open daily 9am", at(weekly(*range(5)), "09:00")),
    clear("Closed on 25 December. Open daily 9am-5pm", at(without(DAILY, date(2024, 12, 25)), "09:00")),
    clear("Power shut off on 5 and 6 June, 8am–noon", at(dates((6, 5), (6, 6)), "08:00")),
    clear("The pool is closed on 3 June, 9am-5pm", at(dates((6, 3)), "09:00")),
    clear("Road shut down on 3 June from 9am to 5pm", at(dates((6, 3)), "09:00")),
    clear("Water supply daily 6am-8pm, shut off on Mondays", at(weekly(*range(1, 7)), "06:00")),
    refused("The pool is closed 3 June. 9am-5pm"),
    refused("Pool open 9am-5pm; closed 3 June, 1pm-3pm"),
    clear("Open daily 10am–6pm, closed Mondays", at(every(TUE, WED, THU, FRI, SAT, SUN), "10:00")),
    clear(
        "Library: Mon, Wed 10am-7pm; Tue, Thu, Fri 11am-5pm; Sat 9am-1pm; closed Sun",
        at(every(MON, WED), "10:00") | at(every(TUE, THU, FRI), "11:00") | at(every(SAT), "09:00"),
    ),
    clear("Passport counter closed on 6 July", on((7, 6))),
    clear("Library closed for stocktaking 12–16 February", periods=span((2, 12), (2, 16))),
    clear(
        "Mon, Tue, Thu 9.30am–5.30pm; Wed 9.30am–7pm; Sat 10am–1pm; closed Fri and Sun",
        at(weekly(MON, TUE, WED, THU), "09:30") | at(weekly(SAT), "10:00"),
    ),
    clear("Closed 24–26 December", periods=span((12, 24), (12, 26))),
    clear("Gallery closed from Monday 8 to Friday 12 January", periods=span((1, 8), (1, 12))),
]
