"""The only tie-breaks: a derivation that goes against a preference gives way to one that does not.

Each has its number, which decisions, tests and the trace use. A preference never chooses between dates that
the words leave equally open: where two derivations go against none, or against different ones, it is asked.
"""

from __future__ import annotations

from enum import IntEnum
from typing import TypeAlias


class Preference(IntEnum):
    """What speaks against a derivation; the value is its place in the marks."""

    TIMELESS = 0
    COMMA_PARTS = 1
    AND_PARTS = 2
    BOUND_OF_ALL = 3
    ONE_DAY_ONE_ITEM = 4
    OWN_PERIOD = 5


Marks: TypeAlias = tuple[int, ...]
NONE: Marks = (0,) * len(Preference)

# Number, what is preferred, a sentence that is clear only because of it, and one where it must not act.
TABLE: dict[Preference, tuple[str, str, str, str]] = {
    Preference.TIMELESS: (
        "P1",
        "no day is left without a time beside days that have one",
        "8h 5/3; 12/3; 19/3",
        "8h thứ Hai; cả ngày 12/3",
    ),
    Preference.COMMA_PARTS: (
        "P2",
        "a day and its time stand without a comma between them where they can",
        "8h thứ Hai, 14h thứ Ba, thứ Tư 9h",
        "thứ Hai, 8h",
    ),
    Preference.AND_PARTS: (
        "P3",
        "'and' does not tie a day to the time before it",
        "8h thứ Hai và thứ Tư, thứ Sáu 14h",
        "thứ Hai và thứ Tư 8h",
    ),
    Preference.BOUND_OF_ALL: (
        "P4",
        "a bound behind a list holds for all of it",
        "8h thứ Hai, 9h thứ Tư, từ 1/3 đến 30/4",
        "8h thứ Hai tháng 3; 9h thứ Tư tháng 4",
    ),
    Preference.ONE_DAY_ONE_ITEM: (
        "P5",
        "two pieces over a comma are one day only where they must be",
        "14h thứ Tư và 8h thứ Bảy, từ tháng 6 đến tháng 8",
        "tuần 3, thứ Tư: 17h45",
    ),
    Preference.OWN_PERIOD: (
        "P6",
        "a period alone in the first or the last clause, without a name, bounds the days of the others",
        "Mondays 9am; Tuesdays 10am; 6 to 31 May",
        "tuần 1; tuần 3; từ 6/5 đến 31/5",
    ),
}


def against(*preferences: Preference) -> Marks:
    """The marks of a step that goes against these."""
    marks = list(NONE)
    for preference in preferences:
        marks[preference] += 1
    return tuple(marks)


def plus(one: Marks, other: Marks) -> Marks:
    """The marks of two steps together."""
    if other is NONE:
        return one
    return other if one is NONE else tuple(map(int.__add__, one, other))


def better(one: Marks, other: Marks) -> bool:
    """True where the first leaves fewer days without a time; or goes against less in some other preference,
    and against more in none.
    """
    first = Preference.TIMELESS
    if one[first] != other[first]:
        return one[first] < other[first]
    return one != other and all(a <= b for a, b in zip(one, other, strict=True))
