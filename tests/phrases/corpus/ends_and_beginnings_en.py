"""Beginnings and ends that leave something open: midnight as an end, "onwards", a row of months, dashes."""

from __future__ import annotations

from datetime import date

from tests.phrases.almanac import FRI, MON, THU, TUE, WED, at, monthly, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    asked("Mondays 8 to midnight", at(weekly(MON), "08:00"), at(weekly(MON), "20:00")),
    asked("Mondays from 9 until midnight"),
    clear("Mondays 8pm to midnight", at(weekly(MON), "20:00"), minutes=(240, None)),
    clear("Mondays noon to 1", at(weekly(MON), "12:00"), minutes=(60, None)),
    clear("Mondays 10 to noon", at(weekly(MON), "10:00"), minutes=(120, None)),
    refused("6 May onwards", "onwards"),
    refused("Mondays 8pm, 6 May onwards", "onwards"),
    clear("Mondays from 6 May onwards at 8pm", at(weekly(MON, first=date(2024, 5, 6)), "20:00")),
    clear("Mondays 8pm onwards", at(weekly(MON), "20:00")),
    refused("Every three months starting 5 January"),
    clear("Every three months on the 5th from January", monthly(5, (1, 4, 7, 10))),
    clear("Monday - Wednesday - Friday 8pm", at(weekly(MON, WED, FRI), "20:00")),
    clear("Thứ Hai - thứ Tư - thứ Sáu, 20h", at(weekly(MON, WED, FRI), "20:00")),
    clear("Mon-Wed, Fri 8pm", at(weekly(MON, TUE, WED, FRI), "20:00")),
    refused("Mon-Tue-Thu-Fri 8pm"),
    clear("Mon - Thu 8pm", at(weekly(MON, TUE, WED, THU), "20:00")),
    refused("Every Tuesday in May and the first in June at 8pm", "first"),
    refused("Mondays 8pm, no repeat in August", "no repeat"),
    clear("Mondays 8pm, no repeat", at(weekly(MON), "20:00")),
    refused("Mondays 8pm server time", "server time"),
    asked("Mondays 8pm, dates to be confirmed"),
]
