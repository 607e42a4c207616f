"""Random rows of terms: never an exception, and in what is understood no term is lost in silence.

Nobody says what such a row means, so each term is asked for by itself: a time is the time of an instance, a
date or a weekday has one, a numbered week has a day in it, a replay is one, and a bound changes the dates.

    python -m tests.phrases.test_random_rows 20

runs as many seeds and prints what does not hold.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

import pytest

from rules.instances import expand
from rules.phrases import Context, read
from rules.schedule import Instance, Schedule
from tests.phrases.almanac import FRI, MON, SAT, SUN, WED

CONTEXT = Context(year=2024, first=date(2024, 1, 1), last=date(2024, 12, 31))
ROWS = 1_000
# What is asked or refused loses nothing; yet rows of which few are understood would test little.
_LEAST_UNDERSTOOD = 0.08

Seen = Callable[[Instance], bool]


@dataclass(frozen=True)
class Term:
    """Words of one sort, and which instance shows that they were read; None where no single one can."""

    text: str
    sort: str
    seen: Seen | None = None


@dataclass(frozen=True)
class Row:
    """Terms, and the joint behind each but the last."""

    terms: tuple[Term, ...]
    joints: tuple[str, ...]

    @property
    def text(self) -> str:
        text = self.terms[0].text
        for joint, term in zip(self.joints, self.terms[1:], strict=True):
            text += joint + term.text
        return text

    def without(self, at: int) -> Row:
        """The row without one term and the joint before it, or behind it where it is the first."""
        joint = max(at - 1, 0)
        return Row(
            (*self.terms[:at], *self.terms[at + 1 :]), (*self.joints[:joint], *self.joints[joint + 1 :])
        )


def _clock(instance: Instance) -> time | None:
    return instance.start.time() if isinstance(instance.start, datetime) else None


def _day(instance: Instance) -> date:
    return date(instance.start.year, instance.start.month, instance.start.day)


def _at(hour: int, minute: int = 0) -> Seen:
    return lambda one: _clock(one) == time(hour, minute)


def _on(weekday: int) -> Seen:
    return lambda one: _day(one).weekday() == weekday


def _dated(month: int, day: int) -> Seen:
    return lambda one: _day(one) == date(2024, month, day)


def _week(number: int) -> Seen:
    return lambda one: 7 * number - 6 <= _day(one).day <= 7 * number


def _day_of_month(day: int) -> Seen:
    return lambda one: _day(one).day == day


def _replayed(one: Instance) -> bool:
    return one.kind == "replay"


def _terms(sort: str, *named: tuple[str, Seen] | str) -> list[Term]:
    return [Term(one, sort) if isinstance(one, str) else Term(one[0], sort, one[1]) for one in named]


VI = {
    "time": _terms("time", ("8h", _at(8)), ("14h", _at(14)), ("lúc 17h45", _at(17, 45)), ("22h", _at(22))),
    "weekday": _terms(
        "weekday",
        ("thứ Hai", _on(MON)),
        ("thứ Tư", _on(WED)),
        ("thứ Sáu", _on(FRI)),
        ("thứ Bảy", _on(SAT)),
        ("Chủ nhật", _on(SUN)),
    ),
    "date": _terms("date", ("5/3", _dated(3, 5)), ("ngày 14/3", _dated(3, 14)), ("19/6", _dated(6, 19))),
    "month day": _terms(
        "month day", ("ngày 15 hằng tháng", _day_of_month(15)), ("mùng 3 hằng tháng", _day_of_month(3))
    ),
    "week": _terms("week", ("tuần 1", _week(1)), ("tuần 3", _week(3))),
    "bound": _terms("bound", "tháng 6", "từ 1/3 đến 30/4", "quý II", "từ ngày 10/5"),
    "out": _terms("out", "trừ thứ Sáu", "trừ tháng 8", "trừ ngày 4/3"),
    "replay": _terms("replay", ("phát lại", _replayed)),
    "later": _terms("later", "hôm sau", "ngày hôm sau", "cùng ngày"),
    "joint": _terms("joint", " ", ", ", " và ", "; ", "\n", ". "),
}
EN = {
    "time": _terms(
        "time", ("8 am", _at(8)), ("14:00", _at(14)), ("at 17:45", _at(17, 45)), ("10 pm", _at(22))
    ),
    "weekday": _terms(
        "weekday",
        ("Mondays", _on(MON)),
        ("Wednesdays", _on(WED)),
        ("Fridays", _on(FRI)),
        ("Saturdays", _on(SAT)),
        ("every Sunday", _on(SUN)),
    ),
    "date": _terms(
        "date", ("5 March", _dated(3, 5)), ("on 14 March", _dated(3, 14)), ("June 19", _dated(6, 19))
    ),
    "month day": _terms(
        "month day",
        ("the 15th of each month", _day_of_month(15)),
        ("on the 3rd of every month", _day_of_month(3)),
    ),
    "week": _terms("week", ("week 1", _week(1)), ("in week 3", _week(3))),
    "bound": _terms("bound", "in June", "from 1 March to 30 April", "from 10 May", "until 30 September"),
    "out": _terms("out", "except Fridays", "except in August", "except 4 March"),
    "replay": _terms("replay", ("repeated", _replayed)),
    "later": _terms("later", "the next day", "the following day", "the same day"),
    "joint": _terms("joint", " ", ", ", " and ", "; ", "\n", ". "),
}
LANGUAGES = {"vi": VI, "en": EN}
_SORTS = ("time", "weekday", "date", "month day", "week", "bound", "out", "replay")
_ENDS = ("; ", "\n", ". ")  # of a clause
_WEIGHTS = (8, 8, 2, 1, 2, 1.5, 0.7, 1)


def made(dice: random.Random, terms: dict[str, list[Term]]) -> Row:
    """Three to six terms; at most one replay, behind the first term, and relative days behind it alone."""
    row: list[Term] = []
    replayed = False
    for _ in range(dice.choice([2, 3, 3, 4, 4, 5, 6])):
        sort = dice.choices(_SORTS, _WEIGHTS)[0]
        if replayed and dice.random() < 0.3:
            sort = "later"
        elif sort == "replay" and (replayed or not row):
            sort = "time"
        replayed = replayed or sort == "replay"
        row.append(dice.choice(terms[sort]))
    joints = dice.choices([one.text for one in terms["joint"]], (5, 4, 2, 2, 1, 0.5), k=len(row) - 1)
    return Row(tuple(row), tuple(joints))


# Found with more seeds: they were understood without the term that the check looks for.
_WERE_LOST: tuple[tuple[str, Seen], ...] = (
    ("ngày 15 hằng tháng 5/3", _dated(3, 5)),
    ("thứ Tư, tuần 3, 5/3", _dated(3, 5)),
    ("thứ Bảy, quý II và thứ Hai", _on(MON)),
    ("thứ Sáu, lúc 17h45, quý II, thứ Tư", _on(WED)),
    ("in week 3, on the 3rd of every month", _day_of_month(3)),
    ("Wednesdays and in June\non 14 March", _dated(3, 14)),
    ("Wednesdays, in week 3, 5 March", _dated(3, 5)),
    ("ngày 15 hằng tháng; tuần 1 và trừ tháng 8\nlúc 17h45", _week(1)),
    ("the 15th of each month; week 1 and except in August\nat 17:45", _week(1)),
)


def _given(schedule: Schedule) -> list[Instance]:
    # A replay of the last days of the year is in the next one.
    return expand(schedule, date(2024, 1, 1), date(2025, 1, 31))


def lost(row: Row) -> Iterator[Term]:
    """The terms of which an understood row shows nothing; none where it is asked or refused."""
    schedule = read(row.text, CONTEXT).schedule
    if schedule is None:
        return
    found = _given(schedule)
    for at, term in enumerate(row.terms):
        if term.seen is not None:
            if not any(map(term.seen, found)) and not _names_no_day(row, at):
                yield term
        elif term.sort in ("bound", "out") and not _said_elsewhere(row, at):
            again = read(row.without(at).text, CONTEXT).schedule
            if again is not None and (again == schedule or (term.sort == "bound" and _given(again) == found)):
                yield term


def _names_no_day(row: Row, at: int) -> bool:
    """A weekday beside a date checks it, one before 'until' begins a stretch, and 'except' takes days out."""
    beside = [row.terms[k].sort for k in (at - 1, at + 1) if 0 <= k < len(row.terms)]
    if row.terms[at].sort == "weekday" and "date" in beside:
        return True
    if at + 1 < len(row.terms) and row.terms[at + 1].text.startswith("until"):
        return True
    named = [one.text for one in row.terms if one.sort == "weekday"]
    if any(one.sort == "out" and one.text.endswith(tuple(named)) for one in row.terms if named):
        return row.terms[at].sort != "time"
    for k in range(at - 1, -1, -1):
        if row.joints[k] in _ENDS:
            return False
        if row.terms[k].sort == "out":
            return row.terms[at].sort != "time"
    return False


def _said_elsewhere(row: Row, at: int) -> bool:
    """Said twice; or a bound of days that stand there without it, too, or of a date."""
    others = [*row.terms[:at], *row.terms[at + 1 :]]
    if row.terms[at].sort == "out":
        return row.terms[at] in others
    weekdays = Counter(term.text for term in others if term.sort == "weekday")
    return any(term.sort in ("bound", "date") for term in others) or any(n > 1 for n in weekdays.values())


def rows(lang: str, seed: int) -> list[Row]:
    dice = random.Random(seed)  # noqa: S311 - no secret
    return [made(dice, LANGUAGES[lang]) for _ in range(ROWS)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_term_of_an_understood_row_is_lost(lang: str) -> None:
    found = rows(lang, seed=1)
    faults = [f"{term.text!r} of {row.text!r}" for row in found for term in lost(row)]
    assert not faults, "\n".join(faults)
    understood = sum(read(row.text, CONTEXT).schedule is not None for row in found)
    assert understood >= _LEAST_UNDERSTOOD * len(found), understood


@pytest.mark.parametrize(("text", "seen"), _WERE_LOST)
def test_a_term_that_was_lost_has_its_dates_or_is_told(text: str, seen: Seen) -> None:
    schedule = read(text, CONTEXT).schedule
    assert schedule is None or any(map(seen, _given(schedule)))


def main(seeds: int) -> None:
    """Print the terms that are lost with as many seeds, and how many rows became what."""
    for lang in LANGUAGES:
        count: Counter[str] = Counter()
        for seed in range(1, seeds + 1):
            for row in rows(lang, seed):
                count[read(row.text, CONTEXT).status] += 1
                for term in lost(row):
                    count["lost"] += 1
                    print(f"{term.text!r} of {row.text!r}")
        print(lang, dict(count))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
