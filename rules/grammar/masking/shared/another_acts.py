"""Times, periods and words of another act than the rule's: a person says whether the rule has them, too.

"Guests arrive at 6.30pm.", "lunch 12-1pm" within opening hours, "no matinee on Saturday". Beside them what a
term is, and of which kind: the first thing to know of the words between two of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rules.grammar.lexing.tokens import Token
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind, fold
from rules.vocabulary.doubts import NEXT_ONE, OUT, WILL_BE
from rules.vocabulary.series import ABOUT_A_RULE

_DAYS = (
    p.Weekdays, p.NthWeekdays, p.Workdays, p.MonthDays, p.Dates, p.Weeks, p.DayRange, p.DateRange, p.Months,
    p.Each, p.OfPeriod, p.Every, p.Either, p.Thereafter, p.When,
)  # fmt: skip
_TIMES = (p.Clock, p.SameTime, p.Stretch)
_MARKS = (p.Open, p.Close, p.Break, p.Joint)
_NEXT_ONE = tuple(map(fold, NEXT_ONE))
# What a run is made of; other unused words ("vào", "the", "lúc") need no licence.
WORDS = frozenset({Kind.TEXT, Kind.UNIT, Kind.LABEL, Kind.MEASURE, Kind.COUNTED, Kind.PLACE, Kind.THING})


class Doubt(NamedTuple):
    """Words that nothing licenses: the places of their first character and behind their last."""

    start: int
    end: int


def of_another_act(tokens: Sequence[Token], parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """The times, years and days of which it is open whose they are."""
    yield from _sentences_of_their_own(tokens, parts)
    yield from _within_another_time(parts)
    yield from _named_times(parts)
    yield from _named_dates(parts)
    yield from _instead_of_a_day(parts)
    yield from _years_of_other_things(parts)
    yield from _nothing_of_another_thing(tokens, parts)


def is_term(part: p.Part | None) -> bool:
    """True for a part that says something of time; a mark does not."""
    return part is not None and not isinstance(part.meaning, _MARKS)


def side(part: p.Part | None) -> str:
    """What a term is of: "day", "time"; "" for one that says neither, or makes a name with its noun.

    "Weekly report", "Evening prayer", "Đêm nhạc".
    """
    if part is None or isinstance(part.meaning, p.Each):
        return ""
    return "day" if isinstance(part.meaning, _DAYS) else "time" if isinstance(part.meaning, _TIMES) else ""


def _sentences_of_their_own(tokens: Sequence[Token], parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Khách mời có mặt lúc 18h30." behind a rule with a day and a time: the time of another act."""
    stops = {token.start for token in tokens if token.kind is Kind.DOT}
    sentences: list[list[p.Part]] = [[]]
    for part in sorted(parts, key=lambda one: one.start):
        if isinstance(part.meaning, p.Break) and part.start in stops:
            sentences.append([])
        else:
            sentences[-1].append(part)
    timed = False
    for row in sentences:
        terms = [part for part in row if is_term(part)]
        clocks = [part for part in terms if isinstance(part.meaning, p.Clock)]
        dated = any(side(part) == "day" for part in terms)
        if timed and clocks and terms[0] is clocks[0] and not dated:
            words = [t for t in row[0].words if t.kind in WORDS] if row[0] is clocks[0] else []
            if words:
                yield Doubt(words[0].start, clocks[0].end)
        timed = timed or (bool(clocks) and dated)


def _within_another_time(parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Open Mon-Fri 9am-5pm, lunch 12-1pm": on the same days another act lies between the two ends."""
    terms = [part for part in sorted(parts, key=lambda part: part.start) if is_term(part)]
    for around, part in pairwise(terms):
        first, second = around.meaning, part.meaning
        if not isinstance(first, p.Clock) or not isinstance(second, p.Clock):
            continue
        later = _minutes(second) - _minutes(first)
        if first.minutes and second.minutes and 0 < later <= first.minutes - second.minutes:
            words = [token for token in part.words if token.kind in WORDS]
            yield Doubt(words[0].start if words else part.start, part.end)


def _named_times(parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Mondays 8pm, lunch at 1pm": words name what the second time is of, and none the first."""
    for row in _clauses(parts):
        plain = False
        for at, part in enumerate(row):
            if not isinstance(part.meaning, p.Clock):
                continue
            words = _names(part)
            behind = row[at + 1] if at + 1 < len(row) else None
            if plain and words and isinstance(row[at - 1].meaning, p.Joint) and not is_term(behind):
                yield Doubt(words[0].start, part.end)
            plain = not (words and at) and any(side(one) == "day" for one in (*row[:at], behind))


def _named_dates(parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Mondays 8pm; guest night 7 May": a date with a name and no time, beside days with times."""
    timed = False
    for row in _clauses(parts):
        terms = [part for part in row if is_term(part) and not isinstance(part.meaning, p.DayPart)]
        clocks = any(isinstance(part.meaning, p.Clock) for part in terms)
        words = _names(row[0]) if row else []
        dated = bool(terms) and isinstance(terms[0].meaning, p.Dates) and not clocks
        if timed and dated and words and not _of_a_series(row[0].words):
            yield Doubt(words[0].start, terms[0].end)
        timed = timed or (clocks and any(side(part) == "day" for part in terms))


def _instead_of_a_day(parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "What is collected on Monday - will be picked up Tuesday": in which week?"""
    for row in _clauses(parts):
        days = [part for part in row if is_term(part)]
        for before, part in pairwise(days):
            will = [token for token in part.words if token.text.lower() in WILL_BE]
            if will and isinstance(before.meaning, p.Weekdays) and isinstance(part.meaning, p.Weekdays):
                yield Doubt(will[0].start, part.end)


def _clauses(parts: Sequence[p.Part]) -> list[list[p.Part]]:
    clauses: list[list[p.Part]] = [[]]
    for part in sorted(parts, key=lambda one: one.start):
        if isinstance(part.meaning, p.Break):
            clauses.append([])
        else:
            clauses[-1].append(part)
    return clauses


def _names(part: p.Part) -> list[Token]:
    return [token for token in part.words if token.kind in (Kind.TEXT, Kind.LABEL)]


def _of_a_series(words: Sequence[Token]) -> bool:
    """ "The next meeting", "kỳ họp tiếp theo": one of the rule's own days, which is verified."""
    said = fold(f" {' '.join(token.text for token in words)} ")
    return any(token.kind is Kind.ORDINAL for token in words) or any(f" {one} " in said for one in _NEXT_ONE)


def _minutes(clock: p.Clock) -> int:
    return 60 * clock.at.hour + clock.at.minute


def _years_of_other_things(parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Ngày 15/12 họp bàn đề án năm 2025": the year of the date, or of what the words between name?"""
    dated = False
    for part in sorted(parts, key=lambda one: one.start):
        words = [token for token in part.words if token.kind in WORDS]
        if isinstance(part.meaning, p.Year) and dated and words:
            yield Doubt(part.start, part.end)
        dated = dated or (
            isinstance(part.meaning, p.Dates) and all(day.year is None for day in part.meaning.days)
        )


def _nothing_of_another_thing(tokens: Sequence[Token], parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Thursday to Saturday 7pm, no matinee on Saturday": is all out on that day, or the matinee alone?"""
    for part in parts:
        if not isinstance(part.meaning, p.Except) or part.meaning.closure:
            continue
        inside = [token for token in tokens if part.start <= token.start < part.end]
        nouns = [token for token in inside[1:] if token.kind in (Kind.TEXT, Kind.LABEL)]
        if not nouns or inside[0].value != OUT or nouns[-1].text.lower() in ABOUT_A_RULE:
            continue
        if sum(token.text.lower() == nouns[-1].text.lower() for token in tokens) == 1:
            yield Doubt(nouns[0].start, nouns[-1].end)
