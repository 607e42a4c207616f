""" "Usually", "thường" before a rule: read as the rule; conditions and guesses stay refused."""

from __future__ import annotations

from tests.phrases.almanac import MON, THU, TUE, at, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

CASES: list[Case] = [
    clear(
        "The committee usually meets on the third Tuesday of each month at 6.45 pm",
        at(in_week(TUE, 3), "18:45"),
    ),
    clear("Normally on the second Monday of each month at 10am", at(in_week(MON, 2), "10:00")),
    clear("Talks are generally on Thursdays at 2.30pm", at(weekly(THU), "14:30")),
    clear("Ban thường họp vào thứ Ba tuần 3 hằng tháng", in_week(TUE, 3)),
    clear("Thông thường 8h thứ Hai hằng tuần", at(weekly(MON), "08:00")),
    clear("Thường xuyên trong tháng", target="3 tin/tháng", quotas=((3, "tin", "month"),)),
    clear("Updated regularly during the month", quotas=()),
    asked("The committee may meet on the third Tuesday at 6.45 pm", at(in_week(TUE, 3), "18:45")),
    asked("The committee could meet on Mondays at 9am", at(weekly(MON), "09:00")),
    refused("Ban có thể họp vào thứ Ba tuần 3", "có thể"),
    refused("Usually Mondays, sometimes Tuesdays, at 9am", "sometimes"),
    refused("We do not usually meet on Mondays", "do not"),
    refused("8h thứ Hai hằng tuần, thường thay đổi", "thay đổi"),
]
