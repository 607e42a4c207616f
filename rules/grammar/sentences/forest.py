"""Terms -> the drafts of a sentence: one for each tree that the grammar and the preferences leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rules.grammar.lexing.tokens import Problem
from rules.grammar.messages import problem
from rules.grammar.sentences.build import Builder
from rules.grammar.sentences.chart import TooManyWays
from rules.grammar.sentences.drafts import Draft
from rules.grammar.sentences.grammar import trees
from rules.grammar.sentences.owners import owners_of
from rules.grammar.sentences.row import Item, Sort, row_of
from rules.grammar.sentences.scopes import scoped
from rules.grammar.terms import parts as p

_NEW = (p.Clock, p.When, p.SameTime, p.ReplayWeek)


def drafts(parts: Sequence[p.Part]) -> list[Draft]:
    """The drafts of a phrase; where no tree holds all of it, one with the problem."""
    parts, labels = _without_labels(_on_one_clock(parts))
    parts, moved = _moved(parts)
    row = row_of(parts)
    if moved is not None:
        return [Draft(problems=[moved])]
    try:
        found, furthest = trees(row)
        ways = scoped(found, row)
    except TooManyWays:
        return [Draft(problems=[_over("too-many-rules", parts, row, 0, len(row) - 1)])]
    if not ways:
        return [Draft(problems=[_unread(parts, row, furthest)])]
    builder = Builder(parts, row, owners_of(parts))
    made = [builder.draft(way) for way in ways]
    for one in made:
        one.labels = labels
    return made


def _over(key: str, parts: Sequence[p.Part], row: Sequence[Item], first: int, last: int, **facts: object) -> Problem:
    return problem(key, parts[row[first].part].start, parts[row[last].part].end, **facts)


def _unread(parts: Sequence[p.Part], row: Sequence[Item], furthest: int) -> Problem:
    """Why no tree holds the whole row, at the place that none got beyond."""
    sorts = {item.sort for item in row}
    clock = next((k for k, item in enumerate(row) if item.sort is Sort.CLOCK), None)
    replay = next((k for k, item in enumerate(row) if item.sort is Sort.REPLAY), None)
    if replay is not None and replay == len(row) - 1:
        return _over("replay-without-time", parts, row, replay, replay)
    if replay is not None and not any(item.sort in (Sort.DAYS, Sort.STRETCH) for item in row[:replay]):
        return _over("replay-without-premiere", parts, row, replay, len(row) - 1)
    if clock is not None and not sorts & {Sort.DAYS, Sort.STRETCH}:
        return _over("no-day", parts, row, clock, clock)
    place = min(furthest, len(row) - 1)
    return _over("not-understood/does-not-fit", parts, row, place, place)


def _without_labels(parts: Sequence[p.Part]) -> tuple[Sequence[p.Part], list[tuple[int, int]]]:
    """ "(phát lại X)" without a time or a relative day marks a replay of X: never a new date."""
    labels: list[tuple[int, int]] = []
    kept: list[p.Part] = []
    at = 0
    while at < len(parts):
        end = _label(parts, at) if isinstance(parts[at].meaning, p.Open) else None
        if end is None:
            kept.append(parts[at])
            at += 1
            continue
        labels.append((parts[at + 1].start, parts[end - 1].end))
        at = end + 1
    return kept, labels


def _label(parts: Sequence[p.Part], at: int) -> int | None:
    if at + 1 >= len(parts) or not isinstance(parts[at + 1].meaning, p.Replay):
        return None
    for k in range(at + 2, len(parts)):
        if isinstance(parts[k].meaning, _NEW):
            return None
        if isinstance(parts[k].meaning, p.Close):
            return k
    return None


def _moved(parts: Sequence[p.Part]) -> tuple[Sequence[p.Part], Problem | None]:
    """One date for another one, and nothing else but a time behind: what is more may be the old day's."""
    at = next((k for k, part in enumerate(parts) if isinstance(part.meaning, p.Moved)), None)
    if at is None:
        return parts, None
    part = parts[at]
    old = [one.meaning for one in parts[:at] if not isinstance(one.meaning, p.Joint)]
    new = [one.meaning for one in parts[at + 1 :] if not isinstance(one.meaning, p.Joint | p.Clock)]
    if len(old) == len(new) == 1 and _one_date(old[0]) and _one_date(new[0]) and old != new:
        return parts[at + 1 :], None
    text = part.meaning.text if isinstance(part.meaning, p.Moved) else ""
    return parts, problem("not-understood/unsure", part.start, part.end, text=text)


def _one_date(meaning: p.Meaning) -> bool:
    return isinstance(meaning, p.Dates) and len(meaning.days) == 1


def _on_one_clock(parts: Sequence[p.Part]) -> Sequence[p.Part]:
    """Beside a time that only the 24-hour clock has (05:45, 17:45), 11:45 is on that clock too.

    6:00 is, too, where no time of the phrase has am or pm.
    """
    clocks = [part.meaning for part in parts if isinstance(part.meaning, p.Clock)]
    if all(clock.sure for clock in clocks) or not any(clock.by_24_hours for clock in clocks):
        return parts
    earliest = 10 if any(clock.sure and not clock.by_24_hours for clock in clocks) else 0
    return [
        replace(part, meaning=replace(part.meaning, sure=True))
        if isinstance(part.meaning, p.Clock) and part.meaning.at.hour >= earliest
        else part
        for part in parts
    ]
