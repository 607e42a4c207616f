"""Days that have fewer times than the rule which they are days of, or none at all: it is asked."""

from __future__ import annotations

from tests.phrases.almanac import DAILY, MON, SUN, at, at_each, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear

BUT_SUNDAYS = [day for day in DAILY if day.weekday() != SUN]
FEWER = at(DAILY, "08:00") | at(BUT_SUNDAYS, "18:00")

CASES: list[Case] = [
    asked("Daily 8am and 6pm, Sundays only 8am", FEWER),
    asked("Daily 8am and 6pm; Sundays 8am", FEWER),
    asked("Hằng ngày 8h và 18h; Chủ nhật 8h", FEWER),
    clear("Daily 8am and 6pm, also Sundays 9pm", at_each(DAILY, "08:00", "18:00") | at(weekly(SUN), "21:00")),
    asked("Mondays at 8pm. AGM 6 May"),
    asked("Mondays at 8pm; 6 May"),
    asked("Thứ Hai 20h; 6/5"),
    clear("Mondays at 8pm; 7 May", [*at(weekly(MON), "20:00"), *dates((5, 7))]),
]
