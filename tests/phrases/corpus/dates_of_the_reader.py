"""Today and tomorrow are the date that stands behind them; alone they are none. And times without a mark."""

from __future__ import annotations

from tests.phrases.almanac import MON, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    clear("Today, 7 May, at 3pm", at(dates((5, 7)), "15:00")),
    clear("Tonight (7 May) at 8pm", at(dates((5, 7)), "20:00")),
    clear("Tomorrow, Tuesday 7 May, at 8pm", at(dates((5, 7)), "20:00")),
    asked("Our season commenced on Saturday 7 September when the juniors train from 10.30am to noon"),
    refused("Mondays from 6 May when it rains, 8pm", "when"),
    refused("Today at 3pm", "Today"),
    refused("Mondays at 8pm, today at 9pm", "today"),
    clear("Mondays 2100-2300", at(weekly(MON), "21:00"), minutes=(120, None)),
    clear("Open Monday 6 May, 0900-1700", at(dates((5, 6)), "09:00"), minutes=(480, None)),
    refused("Mondays 1900-2000", "1900"),
    refused("Art of the years 1300-1400, Mondays 8pm", "1300"),
]
