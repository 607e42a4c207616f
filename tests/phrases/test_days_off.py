"""The condition on days off in every combination of its parts: the same dates, or refused."""

from __future__ import annotations

import itertools
import random
from datetime import date

import pytest

from rules.instances import expand
from rules.phrases import Context, Understanding, read
from rules.schedule import DaysOff, ShiftTo

YEAR = 2024
# The 15th of June and of September are no working days, that of February is a holiday.
HOLIDAY = DaysOff({date(YEAR, 2, 15): "Holiday"})
PLAIN = [date(YEAR, month, 15) for month in range(1, 13)]
NEXT, MONDAY, PREVIOUS, SKIP = ShiftTo.NEXT, ShiftTo.MONDAY, ShiftTo.PREVIOUS, ShiftTo.SKIP

IF_VI = ("nếu", "trường hợp", "trong trường hợp")
DAY_VI = ("", "ngày 15", "ngày này", "ngày 15 hằng tháng", "các ngày trên", "ngày tiếp công dân", "ngày đó")
FALLS_VI = ("trùng", "trùng vào", "trùng với", "rơi vào", "là")
OFF_VI = {
    "ngày nghỉ": "all", "ngày nghỉ, ngày lễ, Tết": "all", "ngày nghỉ hằng tuần, nghỉ lễ, nghỉ tết": "all",
    "ngày nghỉ, lễ": "all", "thứ Bảy, Chủ nhật hoặc ngày lễ": "all", "ngày lễ, Tết": "holidays",
    "ngày lễ": "holidays", "thứ Bảy, Chủ nhật": "weekends", "ngày nghỉ thứ Bảy, Chủ nhật": "weekends",
}  # fmt: skip
THEN_VI = ("thì chuyển sang", "thì thực hiện vào", "thì tổ chức vào", "thì tiếp vào", "thì sẽ được lùi sang",
           "thì lịch tiếp công dân chuyển sang")  # fmt: skip
TO_VI = {
    "ngày làm việc tiếp theo": NEXT, "ngày làm việc kế tiếp": NEXT, "ngày làm việc liền kề": NEXT,
    "01 ngày làm việc gần nhất sau đó": NEXT, "ngày làm việc liền kề trước đó": PREVIOUS,
    "01 ngày phù hợp gần nhất": None, "ngày khác": None, "ngày làm việc gần nhất": None,
}  # fmt: skip

IF_EN = ("if", "when", "unless", "in case")
DAY_EN = ("it", "that", "this date", "the 15th", "that day", "the meeting", "the date")
FALLS_EN = ("falls on", "is", "coincides with")
OFF_EN = {
    "a day off": "all", "a weekend or a public holiday": "all", "a Saturday, Sunday or bank holiday": "all",
    "a public holiday": "holidays", "a legal holiday": "holidays", "a weekend": "weekends",
    "a Saturday or Sunday": "weekends",
}  # fmt: skip
THEN_EN = (", it is held on", ", then the meeting will be held on", " it moves to", ", we meet on", ",")
TO_EN = {
    "the next working day": NEXT, "the following business day": NEXT, "the first working day after": NEXT,
    "the previous working day": PREVIOUS, "another day": None, "a suitable day": None,
    "the nearest working day": None,
}  # fmt: skip


def phrases() -> list[tuple[str, str, ShiftTo | None]]:
    """A fixed choice of the combinations, with the days off and where they go."""
    ways_vi = itertools.product(IF_VI, DAY_VI, FALLS_VI, OFF_VI, THEN_VI, TO_VI)
    ways_en = itertools.product(IF_EN, DAY_EN, FALLS_EN, OFF_EN, THEN_EN, TO_EN)
    made = [
        (f"Tiếp công dân ngày 15 hằng tháng; {if_} {day} {falls} {off} {then} {to}", OFF_VI[off], TO_VI[to])
        for if_, day, falls, off, then, to in ways_vi
    ]
    english = [
        (f"Open on the 15th of each month; {if_} {day} {falls} {off}{then} {to}", OFF_EN[off], TO_EN[to])
        for if_, day, falls, off, then, to in ways_en
    ]
    choice = random.Random(15)  # noqa: S311 - no secret: the same phrases each time
    return choice.sample(made, 180) + choice.sample(english, 180)


def expected(which: str, to: ShiftTo) -> list[date]:
    """The 15th of each month, and where it goes."""
    moved = []
    for day in PLAIN:
        holiday, weekend = HOLIDAY.is_holiday(day), day.weekday() >= 5
        left = {"all": holiday or weekend, "holidays": holiday, "weekends": weekend}[which]
        step = -1 if to is PREVIOUS else 1
        while left and HOLIDAY.is_off(day):
            day = date.fromordinal(day.toordinal() + step)
        moved.append(day)
    return moved


def dates_of(understanding: Understanding) -> list[date]:
    assert understanding.schedule is not None
    found = expand(understanding.schedule, date(YEAR, 1, 1), date(YEAR, 12, 31), HOLIDAY)
    return [one.start for one in found]


def test_a_condition_in_any_combination_has_its_dates_or_is_refused() -> None:
    right = 0
    for text, which, to in phrases():
        understanding = read(text, Context(lang=None, year=YEAR))
        if to is None:
            assert understanding.status != "understood", text
        elif understanding.status == "understood":
            assert dates_of(understanding) == expected(which, to), text
            right += 1
        else:
            print(understanding.status, text, understanding.problems)
    assert right >= 200


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 15 và 25 hằng tháng; nếu ngày 15 trùng ngày nghỉ thì chuyển sang ngày làm việc tiếp theo",
        "Mondays and Thursdays 8pm; if the Monday is a bank holiday, the next working day",
        "First and third Monday 8pm; if the first Monday is a holiday, the next working day",
    ],
)
def test_a_condition_on_some_of_the_days_is_none_of_all(text: str) -> None:
    assert read(text, Context(lang=None, year=YEAR)).status == "refused"


def test_two_conditions_in_a_row_are_one_where_they_go_the_same_way() -> None:
    text = (
        "Tiếp công dân ngày 15 hằng tháng. Nếu là ngày lễ thì chuyển sang ngày làm việc kế tiếp; nếu là thứ "
        "Bảy, Chủ nhật thì chuyển sang thứ Hai kế tiếp"
    )
    assert dates_of(read(text, Context(lang=None, year=YEAR))) == expected("all", NEXT)
    other = text.replace("thứ Hai kế tiếp", "ngày thứ Ba của tuần kế tiếp")
    assert read(other, Context(lang=None, year=YEAR)).status == "refused"
