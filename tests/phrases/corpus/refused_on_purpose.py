"""Clear to a person, but asked or refused: the reader cannot say it, or another reading is as near."""

from __future__ import annotations

from tests.phrases.almanac import TUE, at
from tests.phrases.corpus.case import Case, asked, refused
from tests.phrases.in_year import every

CASES: list[Case] = [
    refused("Tip open 8am-8pm April to September, 9am-4pm October to March", "8am-8pm"),
    asked("Tuesdays 9:00 to 11:00, Civic Centre", at(every(TUE), "09:00"), at(every(TUE), "21:00")),
    refused("First Wed of the month 8pm and the Sunday after at 10am (repeat)", "after"),
    refused("New Year concert, 31 December 10.45pm, live until 12.15am", "until"),
    refused("Monday 4 to Friday 8 March at 2pm, omnibus Sunday 10 March at 10am"),
    asked("Mondays at 10.30, Village Hall"),
    refused("On the hour from 6am to 10am, Monday to Friday", "On the hour"),
    refused("The Wednesday after the second Tuesday of each month, 22:00", "after"),
    refused("Surgery closed for staff training from 1pm on the second Wednesday of each month"),
    refused("Coach leaves at 8.15am on Saturday 8 June, returning 6pm", "returning"),
    refused("Spring term: 8 January – 22 March, with half term 12–16 February", "half term"),
    refused("First Thursday of the month at 7pm (second Thursday in January)"),
    refused("Second and last Sunday, 9am and 6pm respectively", "respectively"),
    refused("Every three months on the 12th, first on 12 February"),
    refused("First Monday after the 10th of each month", "after"),
]
