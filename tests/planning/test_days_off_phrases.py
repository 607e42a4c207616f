"""Phrases that lean on days off, and their days of 2024 as a calendar on the wall gives them."""

from __future__ import annotations

from datetime import date

import pytest

from scheduler.planning.expanding.expand_request import read_request
from scheduler.planning.expanding.expansion import expand_phrase

# Off in 2024: 1/1, 8-14/2, 18/4, 29/4-1/5, 2-3/9, and weekends but Saturday 4/5.
NEXT_15 = "15/01 15/02 15/03 15/04 15/05 17/06 15/07 15/08 16/09 15/10 15/11 16/12"
FIFTEENTH = (
    "Ngày 15 hằng tháng (nếu trùng vào thứ Bảy, Chủ nhật, ngày lễ thì chuyển sang ngày làm việc kế tiếp)",
    "Tiếp công dân ngày 15 hằng tháng; trường hợp trùng ngày nghỉ, ngày lễ thì tiếp vào ngày làm việc"
    " liền kề",
    "ngày 15 hằng tháng, trường hợp trùng vào thứ Bảy, Chủ nhật hoặc ngày lễ thì chuyển sang"
    " ngày làm việc tiếp theo",
    "Ngày 15 hằng tháng. Trường hợp ngày tiếp công dân trùng vào ngày nghỉ, ngày lễ thì chuyển sang"
    " ngày làm việc kế tiếp",
    "the 15th of each month; if that day is a day off, the reception moves to the next working day",
    "the 15th of each month; if it falls on a Saturday, Sunday or public holiday, the next working day",
)
CASES = dict.fromkeys(FIFTEENTH, NEXT_15) | {
    "9:00 am on the 29th of April; if that is a public holiday, the previous working day": "26/04",
    "17h45 thứ Tư tuần 1 của tháng 5, nếu trùng ngày lễ thì không phát": "",
    "17h45 thứ Hai hằng tuần trong tháng 9, không phát sóng vào các ngày lễ, Tết": "09/09 16/09 23/09 30/09",
    "Mondays in September at 8:00 am, no broadcast on public holidays": "09/09 16/09 23/09 30/09",
    "8h00 ngày làm việc đầu tiên của quý": "02/01 01/04 01/07 01/10",
    "the first and the last working day of each month in May and September": "02/05 31/05 04/09 30/09",
    "3 ngày làm việc đầu tiên của tháng 5": "02/05 03/05 04/05",
    "the last three working days of April 2024": "24/04 25/04 26/04",
    "7h30 các ngày làm việc từ ngày 26/4 đến ngày 6/5": "26/04 02/05 03/05 04/05 06/05",
    "7h30 các ngày làm việc từ thứ Hai đến thứ Sáu, trong tháng 2": (
        "01/02 02/02 05/02 06/02 07/02 15/02 16/02 19/02 20/02 21/02 22/02 23/02 26/02 27/02 28/02 29/02"
    ),
    "ngày làm việc cuối cùng của năm lúc 9h": "31/12",
}


@pytest.mark.parametrize("phrase", CASES)
def test_days(phrase: str) -> None:
    given = {"phrase": phrase, "from": "2024-01-01", "to": "2024-12-31"}
    answer = expand_phrase(read_request(given, date(2024, 4, 2)))
    assert answer["status"] == "understood", answer["problems"]
    days = [date.fromisoformat(one["start"][:10]) for one in answer["instances"]]
    assert " ".join(f"{day:%d/%m}" for day in days) == CASES[phrase]


@pytest.mark.parametrize(
    "phrase",
    [
        "within five working days",
        "8h00, 5 ngày làm việc",
        "9:00 am on the first working day of every week",
        "ngày 15 hằng tháng, nếu trùng thứ Bảy thì chuyển sang ngày làm việc tiếp theo",
        "ngày 15 hằng tháng trừ ngày lễ, nếu trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo",
    ],
)
def test_what_is_not_said_is_not_guessed(phrase: str) -> None:
    answer = expand_phrase(read_request({"phrase": phrase, "from": "2024-01-01"}, date(2024, 4, 2)))
    assert (answer["status"], answer["instances"]) == ("refused", [])
