"""Days that only another event settles, and days that are only perhaps meant."""

from __future__ import annotations

from tests.phrases.almanac import MON, SAT, TUE, WED, at, following, in_week, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

EVENTS: list[Case] = [
    refused("Noon on the Tuesday following the board meeting", "following"),
    refused("the Monday following the hearing at 8am", "following"),
    refused("the Thursday prior to the match at 6pm", "prior"),
    refused("the Fridays preceding each rehearsal at 5pm", "preceding"),
    refused("the Monday following the third Sunday at 8am"),
    refused("thứ Ba trước phiên họp 8h", "trước"),
    refused("8h thứ Tư ngay trước kỳ họp", "trước"),
    refused("thứ Năm tiếp theo cuộc họp 14h", "tiếp"),
    refused("thứ Hai sau cuộc họp 8h", "sau"),
    asked("Mondays at 8am, following the usual agenda", at(weekly(MON), "08:00")),
    clear("8h thứ Hai hằng tuần trước cổng trụ sở", at(weekly(MON), "08:00")),
    clear(
        "18h thứ Tư tuần 2, phát lại 9h thứ Bảy tiếp theo",
        at(in_week(WED, 2), "18:00"),
        replays=at(following(in_week(WED, 2), SAT), "09:00"),
    ),
]
PERHAPS: list[Case] = [
    refused("3rd Sunday of each month, or potentially the first Wednesday", "potentially"),
    refused("First Tuesday or possibly the second at 7pm", "or"),
    refused("Mondays, or alternatively Tuesdays, at 9am", "alternatively"),
    refused("8h thứ Ba hoặc có thể thứ Tư hằng tuần", "có thể"),
    refused("9h thứ Hai, cũng có thể thứ Năm", "cũng có thể"),
    clear("Tea or coffee, Tuesdays at 10am", at(weekly(TUE), "10:00")),
]

CASES = EVENTS + PERHAPS
