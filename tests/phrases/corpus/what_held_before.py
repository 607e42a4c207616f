"""What held before and no longer does, and that something begins again: never one more rule."""

from __future__ import annotations

from tests.phrases.almanac import MON, TUE, at, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

MONDAYS = at(weekly(MON), "20:00")

CASES: list[Case] = [
    refused("The show used to air Mondays at 8pm", "used to"),
    refused("It used to be on Mondays at 8pm; it is on Tuesdays at 9pm now", "used to"),
    clear("The hall is used to store chairs; choir Mondays at 8pm", MONDAYS),
    asked("Previously it met on Mondays at 8pm"),
    asked("Originally on Mondays at 8pm, it is now on Tuesdays at 9pm"),
    clear("Mondays at 8pm in the Hall (formerly the Library)", MONDAYS),
    asked("Mondays at 8pm. Resumes 2 September"),
    asked("Mondays at 8pm; reopens on 2 September"),
    asked("Mondays at 8pm. We are back on Tuesday 7 May"),
    clear("The show returns Tuesdays at 9pm", at(weekly(TUE), "21:00")),
    clear("Mondays at 8pm in the back room", MONDAYS),
    clear("Mondays at 8pm, finish 10pm", MONDAYS, minutes=(120, None)),
    clear("Mondays at 8pm, finish at 10pm", MONDAYS, minutes=(120, None)),
    asked("Mondays from 6 May to 3 June exclusive at 8pm"),
    refused("Mondays at 8pm into May", "into"),
]
