"""Lists of days and times, made up beside their dates: each is right, asked with the right one, or refused.

A text is built out of groups, and its dates out of the same groups by the almanac alone.

    python -m tests.phrases.test_groups 20

runs as many seeds and prints what does not hold.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

from rules.instances import expand
from rules.phrases import Context, read
from rules.schedule import Schedule
from tests.phrases.almanac import FRI, MON, SAT, SUN, THU, TUE, WED, dates, in_week, monthly, weekly

CONTEXT = Context(year=2024, first=date(2024, 1, 1), last=date(2024, 12, 31))
TEXTS = 200
# What the words leave open is asked or refused: "8h thứ Hai; 9h thứ Ba, từ 1/3 đến 30/4" may bound one rule.
_LEAST_RIGHT = 0.75
_FIRST, _LAST = date(2024, 3, 1), date(2024, 4, 30)

Days = tuple[str, list[date]]


@dataclass(frozen=True)
class Words:
    """How a language says days and times, a bound from `_FIRST` to `_LAST`, and what joins them."""

    weekdays: tuple[str, ...]
    others: tuple[Days, ...]
    on: str
    at: tuple[str, ...]
    clock: Callable[[int], str]
    last_joint: str
    bound: str

    def listed(self, dice: random.Random, entries: Sequence[str]) -> str:
        """Entries with commas between them, and a comma or a word before the last."""
        if len(entries) == 1:
            return entries[0]
        return ", ".join(entries[:-1]) + dice.choice([", ", self.last_joint]) + entries[-1]


@dataclass(frozen=True)
class Group:
    """Some days with the times of each."""

    days: tuple[Days, ...]
    hours: tuple[int, ...]

    def starts(self) -> set[datetime]:
        return {datetime.combine(day, time(h)) for _, some in self.days for day in some for h in self.hours}


@dataclass(frozen=True)
class Made:
    text: str
    starts: frozenset[datetime]


VI = Words(
    weekdays=("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"),
    others=(
        ("thứ Tư tuần 3", in_week(WED, 3)),
        ("ngày 15 hằng tháng", monthly(15)),
        ("12/3", dates((3, 12))),
        ("ngày 3/4", dates((4, 3))),
    ),
    on=" ",
    at=(" ", " lúc "),
    clock="{0}h".format,
    last_joint=" và ",
    bound="từ 1/3 đến 30/4",
)
EN = Words(
    weekdays=("Mondays", "Tuesdays", "Wednesdays", "Thursdays", "Fridays", "Saturdays", "Sundays"),
    others=(
        ("Wednesday week 3", in_week(WED, 3)),
        ("the 15th of each month", monthly(15)),
        ("12 March", dates((3, 12))),
        ("3 April", dates((4, 3))),
    ),
    on=" on ",
    at=(" at ",),
    clock=lambda hour: f"{(hour - 1) % 12 + 1} {'am' if hour < 12 else 'pm'}",
    last_joint=" and ",
    bound="from 1 March to 30 April",
)
LANGUAGES = {"vi": VI, "en": EN}
_NUMBERS = (MON, TUE, WED, THU, FRI, SAT, SUN)


def _groups(dice: random.Random, words: Words) -> list[Group]:
    """One to three groups; no weekday stands in two of them."""
    names = [(name, weekly(day)) for name, day in zip(words.weekdays, _NUMBERS, strict=True)]
    dice.shuffle(names)
    others = dice.sample(words.others, len(words.others))
    groups = []
    for _ in range(dice.choice([1, 2, 2, 3])):
        hours = tuple(sorted(dice.sample(range(6, 23), dice.choice([1, 1, 2, 3]))))
        if dice.random() < 0.25:
            groups.append(Group((others.pop(),), hours))
        else:
            some = sorted((names.pop() for _ in range(dice.choice([1, 1, 2]))), key=lambda one: one[1])
            groups.append(Group(tuple(some), hours))
    return groups


def _in_a_row(dice: random.Random, words: Words, groups: list[Group]) -> str:
    """The groups behind one another, all with their days first or all with their times first."""
    days_first = dice.random() < 0.5
    said = []
    for group in groups:
        days = words.listed(dice, [name for name, _ in group.days])
        times = words.listed(dice, [words.clock(hour) for hour in group.hours])
        said.append(days + dice.choice(words.at) + times if days_first else times + words.on + days)
    return dice.choice([", ", "; ", "; ", "\n", "\n- "]).join(said)


def _under_headings(dice: random.Random, words: Words, groups: list[Group]) -> str:
    """The days on a line of their own, each time on a line below."""
    end, mark = dice.choice(["", ":"]), dice.choice(["", "- "])
    lines = []
    for group in groups:
        days = words.listed(dice, [name for name, _ in group.days])
        lines += [days[0].upper() + days[1:] + end, *(mark + words.clock(h) for h in group.hours)]
    return "\n".join(lines)


def made(dice: random.Random, words: Words) -> Made:
    """A text with the starts that it means."""
    groups = _groups(dice, words)
    layout = _under_headings if dice.random() < 0.25 else _in_a_row
    text = layout(dice, words, groups)
    starts: set[datetime] = set().union(*(group.starts() for group in groups))
    single = all(len(days) == 1 for group in groups for _, days in group.days)
    if not single and dice.random() < 0.4:  # a bound of single days says nothing
        bound = words.bound
        head = bound[0].upper() + bound[1:]
        parted = ["\n", "; "] if "\n" in text or ";" in text else [", ", "; "]
        text = (
            head + dice.choice([": ", ":\n"]) + text
            if dice.random() < 0.5
            else text + dice.choice(parted) + bound
        )
        starts = {start for start in starts if _FIRST <= start.date() <= _LAST}
    return Made(text, frozenset(starts))


def outcome(one: Made) -> str:
    """right; asked, with the right reading or without it; refused; or WRONG."""
    found = read(one.text, CONTEXT)
    if found.schedule is not None:
        return "right" if _starts(found.schedule) == one.starts else "WRONG"
    if not found.readings:
        return "refused"
    meant = any(_starts(reading.schedule) == one.starts for reading in found.readings)
    return "asked" if meant else "asked without the right one"


def _starts(schedule: Schedule) -> set[date | datetime]:
    """Of whatever kind: a window or a replay is nothing that these texts say."""
    return {instance.start for instance in expand(schedule, date(2024, 1, 1), date(2024, 12, 31))}


def outcomes(words: Words, seed: int) -> dict[Made, str]:
    dice = random.Random(seed)  # noqa: S311 - no secret
    return {one: outcome(one) for one in (made(dice, words) for _ in range(TEXTS))}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_lists_of_days_and_times_give_all_their_dates_or_none(lang: str) -> None:
    found = outcomes(LANGUAGES[lang], seed=1)
    wrong = [
        f"{told}: {one.text}" for one, told in found.items() if told not in ("right", "asked", "refused")
    ]
    assert not wrong, "\n\n".join(wrong)
    right = sum(told == "right" for told in found.values())
    assert right >= _LEAST_RIGHT * len(found), Counter(found.values())


def main(seeds: int) -> None:
    """Print what does not hold with as many seeds, and how many of each outcome there are."""
    for lang, words in LANGUAGES.items():
        count: Counter[str] = Counter()
        for seed in range(seeds):
            for one, told in outcomes(words, seed).items():
                count[told] += 1
                if told != "right":
                    print(f"{told}: {one.text!r}")
        print(lang, dict(count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
