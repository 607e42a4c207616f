"""Terms -> the drafts of a sentence: one for each tree that the grammar and the preferences leave."""

from __future__ import annotations

from collections.abc import Sequence

from rules.grammar.drafting.drafts import Draft
from rules.grammar.drafting.owners import owners_of
from rules.grammar.drafting.places import Places
from rules.grammar.drafting.rules import draft_of
from rules.grammar.lexing.tokens import Problem
from rules.grammar.messages import problem
from rules.grammar.sentences.chart import TooManyWays
from rules.grammar.sentences.grammar import trees
from rules.grammar.sentences.row import Item, Sort, row_of
from rules.grammar.sentences.scopes import scoped
from rules.grammar.sentences.settling import settled
from rules.grammar.terms import parts as p
from rules.schedule import Period

MOST_RULES = 60  # in one phrase
_DAILY = p.Each(Period.DAY)


def drafts(parts: Sequence[p.Part]) -> list[Draft]:
    """The drafts of a phrase; where no tree holds all of it, one with the problem."""
    parts, labels, problems = settled(parts)
    if problems:
        return [Draft(problems=problems)]
    row = row_of(parts)
    terms = frozenset(item.part for item in row if item.sort is not Sort.JOINT)
    places = Places(parts, row, owners_of(parts), terms)
    try:
        found, furthest = trees(row)
        ways = scoped(found, row, parts)
    except TooManyWays:
        return [Draft(problems=[_too_much(places)])]
    if not ways:
        return [Draft(problems=[_unread(places, furthest)])]
    made = [draft_of(way, places) for way in ways]
    for one in made:
        one.labels = labels
        if len(one.rules) > MOST_RULES:
            one.problems = [problem("too-many-rules", *one.rules[MOST_RULES].span, most=MOST_RULES)]
    return made


def _too_much(places: Places) -> Problem:
    """More clauses than a phrase has rules; or days and times that nobody could tell apart."""
    beyond = next((k for k in range(len(places.row)) if places.clause(k) >= MOST_RULES), None)
    if beyond is not None:
        return problem("too-many-rules", *places.span(beyond, beyond), most=MOST_RULES)
    return problem("too-many-ways", *places.span(0, len(places.row) - 1))


def _unread(places: Places, furthest: int) -> Problem:
    """Why no tree holds the whole row, at the place that none got beyond."""
    row = places.row
    clock = next((k for k, item in enumerate(row) if item.sort is Sort.CLOCK), None)
    replay = next((k for k, item in enumerate(row) if item.sort is Sort.REPLAY), None)
    dayed = [k for k, item in enumerate(row) if _names_days(item)]
    relative = next((k for k, item in enumerate(row) if item.sort in (Sort.WHEN, Sort.WEEK)), None)
    if replay is not None and replay == len(row) - 1:
        return problem("replay-without-time", *places.span(replay, replay))
    if replay is not None and not any(k < replay for k in dayed):
        return problem("replay-without-premiere", *places.span(replay, len(row) - 1))
    if replay is None and relative is not None:
        return problem("not-understood/does-not-fit", *places.span(relative, relative))
    if clock is not None and not dayed:
        return problem("no-day", *places.span(clock, clock))
    place = min(furthest, len(row) - 1)
    if row[place].sort in (Sort.OPEN, Sort.JOINT) and place + 1 < len(row):
        place += 1
    timed = row[place].sort in (Sort.CLOCK, Sort.DAYS) and clock is not None and len(dayed) > 1
    return problem("which-time" if timed else "not-understood/does-not-fit", *places.span(place, place))


def _names_days(item: Item) -> bool:
    days = item.sort in (Sort.DAYS, Sort.STRETCH) and not isinstance(item.meaning, p.Weeks)
    return days or item.meaning == _DAILY
