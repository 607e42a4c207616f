"""What should have been, and was not: never a date of the plan."""

from __future__ import annotations

from tests.phrases.almanac import MON, at, dates, weekly
from tests.phrases.corpus.case import Case, asked, clear, refused

MONDAYS = at(weekly(MON), "20:00")

CASES: list[Case] = [
    refused("Lẽ ra 18h10 ngày 1/7 phát sóng", "Lẽ ra"),
    refused("Đáng lẽ khung giờ 18h10 ngày 1/7 chương trình sẽ lên sóng", "Đáng lẽ"),
    refused("Chương trình đáng lẽ phát 18h10 ngày 1/7, nay phát 20h ngày 2/7", "đáng lẽ"),
    refused("Đáng ra 8h thứ Hai hằng tuần họp", "Đáng ra"),
    refused("Dang le phat 18h10 ngay 1/7", "Dang le"),
    refused("The show should have aired on 1 July at 6pm", "should have"),
    refused("The show was to have aired on 1 July at 6pm", "was to have"),
    refused("The show was due to air on 1 July at 6pm", "was due"),
    refused("The show would have aired Mondays at 8pm", "would have"),
    refused("It was supposed to air Mondays 8pm", "was supposed"),
    refused("The talk was scheduled for 1 July at 6pm", "was scheduled"),
    refused("The meetings were going to be on Mondays at 8pm", "were going to"),
    clear("The show is due to air on 1 July at 6pm", at(dates((7, 1)), "18:00")),
    clear("The show is scheduled for 1 July at 6pm", at(dates((7, 1)), "18:00")),
    clear("Chương trình sẽ lên sóng 18h10 ngày 1/7", at(dates((7, 1)), "18:10")),
    asked("You should have your forms; Mondays 8pm", MONDAYS),
]
