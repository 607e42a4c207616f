"""What stands behind a colon after days that are taken out is how it is on these, not more of them."""

from __future__ import annotations

from tests.phrases.almanac import MON, TUE, at, but, dates, only_in, weekly, without
from tests.phrases.corpus.case import Case, clear, refused

IN_MAY = at(only_in(weekly(TUE), 5), "20:00")
OTHERS = at(only_in(weekly(MON), *but(5)), "20:00")
CLOSED = at(without(weekly(MON), *dates((5, 6))), "20:00")

CASES: list[Case] = [
    clear("Mondays 8pm except in May: Tuesdays", OTHERS | IN_MAY),
    clear("Mondays 8pm (except May: Tuesdays)", OTHERS | IN_MAY),
    clear("Thứ Hai 20h, trừ tháng 5: thứ Ba", OTHERS | IN_MAY),
    clear("Mondays 8pm except in May: 9pm", OTHERS | at(only_in(weekly(MON), 5), "21:00")),
    clear("Mondays 8pm except 6 May: 9pm", CLOSED | at(dates((5, 6)), "21:00")),
    clear("Mondays 8pm, except: May", OTHERS),
    refused("Mondays 8pm except for 6 May: cancelled", "cancelled"),
    refused("Mondays 8pm, except 6 May: bank holiday", "bank holiday"),
]
