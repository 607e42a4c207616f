"""Premieres with several replay times and days, made up beside their dates: each is right, or asked.

A sentence is built out of groups of replays, and its dates out of the same groups by the almanac alone.

    python -m tests.phrases.test_replay_times 20

runs as many seeds and prints what does not hold.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

from rules.instances import expand
from rules.phrases import Context, read
from rules.schedule import Schedule
from tests.phrases.almanac import SAT, SUN, THU, WED, following, in_week, later, monthly

CONTEXT = Context(year=2024, first=date(2024, 1, 1), last=date(2024, 12, 31))
SENTENCES = 250
# What the words leave open is asked: "22h, 6h ngày hôm sau" may be both on the next day.
_LEAST_RIGHT = 0.8

Days = Callable[[list[date]], list[date]]
Premiere = tuple[str, list[date]]


@dataclass(frozen=True)
class Words:
    """How a language says a premiere at 17:45, its replays, their days and times, and what joins them."""

    premieres: tuple[Premiere, ...]
    replay: str
    before_time: tuple[str, ...]
    before_day: tuple[str, ...]
    clock: str
    next_day: str
    weekdays: tuple[tuple[str, int], ...]
    joints: tuple[str, ...]
    last_joint: str


@dataclass(frozen=True)
class Group:
    """The times of one day; no day is the premiere's own."""

    day: str
    days: Days
    hours: tuple[int, ...]


@dataclass(frozen=True)
class Made:
    text: str
    premieres: frozenset[datetime]
    replays: frozenset[datetime]


WEDNESDAYS, FIFTEENTH = in_week(WED, 3), monthly(15)
VI = Words(
    premieres=(
        ("17h45 thứ Tư tuần 3", WEDNESDAYS),
        ("thứ Tư tuần 3, 17h45", WEDNESDAYS),
        ("17h45 ngày 15 hằng tháng", FIFTEENTH),
    ),
    replay="phát lại",
    before_time=(" ", " lúc "),
    before_day=(" ",),
    clock="{0}h",
    next_day="ngày hôm sau",
    weekdays=(("thứ Năm", THU), ("thứ Bảy", SAT), ("Chủ nhật", SUN)),
    joints=(", ", "; phát lại "),
    last_joint=" và ",
)
EN = Words(
    premieres=(
        ("Wednesday week 3 at 17:45", WEDNESDAYS),
        ("17:45 on Wednesday week 3", WEDNESDAYS),
        ("on the 15th of each month at 17:45", FIFTEENTH),
    ),
    replay="repeated",
    before_time=(" at ",),
    before_day=(" ", " on "),
    clock="{0:02}:00",
    next_day="the next day",
    weekdays=(("Thursday", THU), ("Saturday", SAT), ("Sunday", SUN)),
    joints=(", ", "; repeated "),
    last_joint=" and ",
)
LANGUAGES = {"vi": VI, "en": EN}


def _groups(dice: random.Random, words: Words) -> list[Group]:
    """The evening of the premiere, the next day, weekdays: some of them, in this order."""
    evening = Group("", lambda days: days, _hours(dice, range(19, 24)))
    next_day = Group(words.next_day, lambda days: later(days, 1), _hours(dice, range(6, 15)))
    weekdays = [
        Group(name, lambda days, day=day: following(days, day), _hours(dice, range(6, 15)))  # type: ignore[misc]
        for name, day in words.weekdays
    ]
    dated = dice.sample([next_day, *weekdays], dice.choice([1, 1, 2, 3]))
    dated.sort(key=lambda group: group is not next_day)
    return [evening, *dated] if dice.random() < 0.6 else dated


def _hours(dice: random.Random, some: range) -> tuple[int, ...]:
    return tuple(sorted(dice.sample(some, dice.choice([1, 1, 2]))))


def _said(dice: random.Random, words: Words, group: Group, days_first: bool) -> str:
    """A group without its joint; it begins with a blank, or with the word before a time."""
    times = dice.choice([", ", words.last_joint]).join(words.clock.format(hour) for hour in group.hours)
    if not group.day:
        return dice.choice(words.before_time) + times
    on = dice.choice(words.before_day) if group.day != words.next_day else " "
    if days_first:
        return on + group.day + dice.choice(words.before_time) + times
    return dice.choice(words.before_time) + times + on + group.day


def made(dice: random.Random, words: Words) -> Made:
    """A sentence with the starts that it means."""
    head, days = dice.choice(words.premieres)
    groups, days_first = _groups(dice, words), dice.random() < 0.6
    text = f"{head}, {words.replay}{_said(dice, words, groups[0], days_first)}"
    for at, group in enumerate(groups[1:], 2):
        joints = (*words.joints, words.last_joint) if at == len(groups) else words.joints
        text += dice.choice(joints) + _said(dice, words, group, days_first).lstrip()
    replays = _starts((group.days(days), group.hours) for group in groups)
    in_year = frozenset(start for start in replays if start.year == CONTEXT.year)
    return Made(text, frozenset(datetime.combine(day, time(17, 45)) for day in days), in_year)


def _starts(found: Iterable[tuple[list[date], tuple[int, ...]]]) -> set[datetime]:
    return {datetime.combine(day, time(hour)) for days, hours in found for day in days for hour in hours}


def outcome(sentence: Made) -> str:
    """right; asked, with the right reading or without it; refused; or WRONG."""
    found = read(sentence.text, CONTEXT)
    if found.schedule is not None:
        return "right" if _means(found.schedule, sentence) else "WRONG"
    if not found.readings:
        return "refused"
    meant = any(_means(reading.schedule, sentence) for reading in found.readings)
    return "asked" if meant else "asked without the right one"


def _means(schedule: Schedule, sentence: Made) -> bool:
    found = expand(schedule, date(2024, 1, 1), date(2024, 12, 31))
    return all(
        {i.start for i in found if i.kind == kind} == wanted
        for kind, wanted in (("premiere", sentence.premieres), ("replay", sentence.replays))
    )


def outcomes(words: Words, seed: int) -> dict[Made, str]:
    dice = random.Random(seed)  # noqa: S311 - no secret
    return {one: outcome(one) for one in (made(dice, words) for _ in range(SENTENCES))}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_replays_of_several_times_and_days_are_right_or_asked(lang: str) -> None:
    found = outcomes(LANGUAGES[lang], seed=1)
    wrong = [f"{told}: {one.text}" for one, told in found.items() if told not in ("right", "asked")]
    assert not wrong, "\n".join(wrong)
    right = sum(told == "right" for told in found.values())
    assert right >= _LEAST_RIGHT * len(found), Counter(found.values())


def main(seeds: int) -> None:
    """Print what does not hold with as many seeds, and how many of each outcome there are."""
    for lang, words in LANGUAGES.items():
        count: Counter[str] = Counter()
        for seed in range(seeds):
            for one, told in outcomes(words, seed).items():
                count[told] += 1
                if told not in ("right", "asked"):
                    print(f"{told}: {one.text}")
        print(lang, dict(count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
