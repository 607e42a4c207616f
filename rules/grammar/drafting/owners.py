"""Whose channels, durations and parts of the day are: told by where they stand, not by the tree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rules.grammar.terms import parts as p

_DAYS = (p.Weekdays, p.Dates)
_NOTHING_ELSE = (p.Channel, p.Joint, p.Break, p.Open, p.Close)


@dataclass(slots=True)
class Owners:
    """What belongs to the time at each place among the parts; clauses are counted from 0.

    `leading` are the channels that stand before any time of a clause, `heading` those that head the phrase,
    `astray` the places of those that have a clause of their own of which nothing tells whose they are.
    """

    channels: dict[int, list[str]] = field(default_factory=dict)
    parts: dict[int, str] = field(default_factory=dict)
    leading: dict[int, list[str]] = field(default_factory=dict)
    heading: list[str] = field(default_factory=list)
    loose: list[tuple[str, int, int]] = field(default_factory=list)
    days: dict[int, str] = field(default_factory=dict)  # of days that are taken out: "trừ sáng Chủ nhật"
    clauses: list[int] = field(default_factory=list)
    astray: list[int] = field(default_factory=list)


def owners_of(parts: Sequence[p.Part]) -> Owners:
    """The owner of each channel and part of the day."""
    found = Owners()
    clause = depth = 0
    excepting = False
    for part in parts:
        depth += isinstance(part.meaning, p.Open) - isinstance(part.meaning, p.Close)
        clause += isinstance(part.meaning, p.Break) and depth <= 0
        found.clauses.append(clause)
    for at, part in enumerate(parts):
        if isinstance(part.meaning, p.Except):
            excepting = not part.meaning.behind
        elif isinstance(part.meaning, p.Break | p.Close):
            excepting = False
        if isinstance(part.meaning, p.Channel):
            _channel(found, parts, at, part.meaning.name)
        elif isinstance(part.meaning, p.DayPart):
            _day_part(found, parts, at, part.meaning.name, excepting)
    for clause in _of_channels(found, parts):
        _share(found, parts, clause)
    return found


def _of_channels(found: Owners, parts: Sequence[p.Part]) -> list[int]:
    """The clauses that are a channel and nothing else, beside others."""
    told = _told(found, parts)
    return [clause for clause in found.leading if clause not in told] if told else []


def _told(found: Owners, parts: Sequence[p.Part]) -> set[int]:
    """The clauses that say more than a channel."""
    return {found.clauses[at] for at, part in enumerate(parts) if not isinstance(part.meaning, _NOTHING_ELSE)}


def _share(found: Owners, parts: Sequence[p.Part], clause: int) -> None:
    """A channel alone in the first clause heads the phrase; alone in the last it is that of all clauses.

    "Thứ Hai 8h; thứ Ba 9h; trên KG1". Where one has a channel or a replay already, or more clauses follow,
    nothing tells whose it is.
    """
    names = found.leading.pop(clause)
    if clause == 0 and not found.heading:
        found.heading = names
        return
    others = _told(found, parts)
    taken = found.channels or found.leading or any(isinstance(part.meaning, p.Replay) for part in parts)
    if taken or max(others) > clause:
        at = next(at for at, part in enumerate(parts) if _names(part, names) and found.clauses[at] == clause)
        found.astray.append(at)
        return
    found.leading = dict.fromkeys(sorted(others), names)


def _names(part: p.Part, names: Sequence[str]) -> bool:
    return isinstance(part.meaning, p.Channel) and part.meaning.name in names


def _clock_ahead(parts: Sequence[p.Part], at: int) -> int | None:
    """The time behind, before a replay, another part of the day or the clause's end."""
    for k in range(at + 1, len(parts)):
        if isinstance(parts[k].meaning, p.Clock):
            return k
        if isinstance(parts[k].meaning, p.Replay | p.Break | p.DayPart):
            return None
    return None


def _clock_behind(found: Owners, parts: Sequence[p.Part], at: int) -> int | None:
    """The time before, in the same clause; those of a parenthesis that has ended are its own."""
    depth = 0
    for k in range(at - 1, -1, -1):
        depth += isinstance(parts[k].meaning, p.Close) - isinstance(parts[k].meaning, p.Open)
        if depth > 0:
            continue
        if found.clauses[k] != found.clauses[at] or isinstance(parts[k].meaning, p.Replay):
            return None
        if isinstance(parts[k].meaning, p.Clock):
            return k
    return None


def _channel(found: Owners, parts: Sequence[p.Part], at: int, name: str) -> None:
    """A channel directly before a time is its, else that of the times before it, else it leads the clause."""
    behind = parts[at + 1].meaning if at + 1 < len(parts) else None
    if isinstance(behind, p.Clock):
        found.channels[at + 1] = [name]
        return
    last = _clock_behind(found, parts, at)
    if last is not None:
        _of_times(found, parts, last, name)
        return
    if any(
        isinstance(parts[k].meaning, p.Replay) and found.clauses[k] == found.clauses[at] for k in range(at)
    ):
        return  # the replay's own
    found.leading.setdefault(found.clauses[at], []).append(name)
    if at == 0 and behind == p.Joint(":"):
        found.heading.append(name)


def _of_times(found: Owners, parts: Sequence[p.Part], last: int, name: str) -> None:
    """A channel behind times of a list is that of each: "at 5am, 11am and 5pm on channel FM1"."""
    if last in found.channels:
        found.channels[last].append(name)
        return
    names = found.channels[last] = [name]
    for k in range(last - 1, -1, -1):
        meaning = parts[k].meaning
        if found.clauses[k] != found.clauses[last] or isinstance(meaning, p.Replay) or k in found.channels:
            return
        if isinstance(meaning, p.Clock):
            found.channels[k] = names


def _day_part(found: Owners, parts: Sequence[p.Part], at: int, name: str, excepting: bool) -> None:
    beside = [
        k
        for k in (at - 1, at + 1)
        if 0 <= k < len(parts)
        and isinstance(parts[k].meaning, _DAYS)
        and max(parts[at].start - parts[k].end, parts[k].start - parts[at].end) <= 1
    ]
    if excepting and beside:
        found.days[beside[0]] = name
        return
    ahead = _clock_ahead(parts, at)
    last = _clock_behind(found, parts, at)
    if ahead is not None:
        found.parts[ahead] = name
    elif last is not None and last not in found.parts:
        found.parts[last] = name
    else:
        found.loose.append((name, parts[at].start, parts[at].end))
