"""Ordinals whose weekday stands only with a later group: "1st and 3rd, and the 2nd and 4th Sundays"."""

from __future__ import annotations

from tests.phrases.almanac import MON, SUN, TUE, at, in_week, monthly
from tests.phrases.corpus.case import Case, clear, refused

CASES: list[Case] = [
    refused("9am services on the 1st and 3rd, and 11am services on the 2nd and 4th Sundays", "1st and 3rd"),
    refused("on 1st and 3rd, and on the 2nd and 4th Mondays at 7pm", "1st and 3rd"),
    refused("Bins on the 2nd, and recycling on the 1st and 3rd Tuesdays", "2nd"),
    clear(
        "1st and 3rd Sundays at 9am, 2nd and 4th Sundays at 11am",
        at(in_week(SUN, 1) + in_week(SUN, 3), "09:00") | at(in_week(SUN, 2) + in_week(SUN, 4), "11:00"),
    ),
    clear("the 1st of each month and the second Tuesday", monthly(1) + in_week(TUE, 2)),
    clear("the 2nd and the fourth Monday", in_week(MON, 2) + in_week(MON, 4)),
    clear("on the 1st and the 3rd of each month", monthly(1) + monthly(3)),
]
