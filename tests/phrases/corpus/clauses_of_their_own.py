"""Days, and behind a mark one more with a clause of its own: whose is its time?"""

from __future__ import annotations

from tests.phrases.almanac import FRI, SAT, THU, TUE, at, weekly
from tests.phrases.corpus.case import Case, asked, clear

ALL = at(weekly(TUE, THU, FRI, SAT), "10:00")

CASES: list[Case] = [
    asked("It is open Tuesday, Thursday and Friday – and on Saturday it is open 10am to 1pm", ALL),
    asked("Open Tuesday, Thursday and Friday. On Saturday it is open 10am to 1pm", ALL),
    asked("Tuesday, Thursday and Friday, and on Saturday we open 10am to 1pm", ALL),
    clear("On Tuesday, Thursday, Friday and Saturday it is open 10am to 1pm", ALL),
    clear("On Tuesdays and on Fridays it is open 10am to 1pm", at(weekly(TUE, FRI), "10:00")),
]
