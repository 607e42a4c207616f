"""What became of a phrase on each floor of the grammar, for a person who extends it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields

from rules.grammar.lexing.lexer import normalise
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.shared.licences import licence, runs
from rules.grammar.meaning.ways import ways_of
from rules.grammar.reading import attempted
from rules.grammar.sentences.chart import TooManyWays
from rules.grammar.sentences.grammar import Parsed, parsed
from rules.grammar.sentences.preferences import TABLE, Marks, Preference, better
from rules.grammar.sentences.row import Item, row_of
from rules.grammar.sentences.settling import settled
from rules.grammar.sentences.trees import Again, Bound, Day, Element, Group, Out, ReplayDay, Replays
from rules.grammar.terms import parts as p
from rules.understanding import Context
from rules.vocabulary import Lang
from rules.wording import wording


def traced(text: str, lang: Lang, context: Context) -> Iterator[str]:
    """The lines of a trace: tokens with their senses, terms, trees, preferences, licences, readings."""
    normalised = normalise(text).text
    attempt = attempted(normalised, lang, context)
    yield f"language {lang}"
    yield "tokens"
    yield from (f"  {_token(token)}" for token in attempt.row.tokens)
    yield "terms"
    yield from (
        f"  {normalised[part.start : part.end]!r}: {named(part.meaning)}" for part in attempt.row.parts
    )
    for parts, chosen in ways_of(attempt.row.parts):
        yield "; ".join(("trees", *(one.en for one in chosen)))
        yield from _trees(row_of(settled(parts).parts))
    yield "licences"
    for run in runs(attempt.row.tokens, attempt.row.parts, lang):
        words = " ".join(token.text for token in run.tokens)
        yield f"  {words!r}: {licence(run) or 'none, so it is a doubt'}"
    yield "readings"
    yield from (f"  {wording(one.schedule, lang)}" for one in attempt.made.readings)
    yield from (f"  problem {one.code}: {one.en}" for one in attempt.made.problems)


def _token(token: Token) -> str:
    value = "" if token.value is None else f" = {token.value}"
    return f"{token.text!r} {token.kind.name.lower()}{value}"


def named(meaning: p.Meaning) -> str:
    """A term with those of its facts that say something."""
    facts = (
        f"{one.name}={getattr(meaning, one.name)}"
        for one in fields(meaning)
        if one.compare and getattr(meaning, one.name) not in (None, False, ())
    )
    return f"{type(meaning).__name__}({', '.join(facts)})"


def _trees(row: Sequence[Item]) -> Iterator[str]:
    try:
        found, _ = parsed(row)
    except TooManyWays:
        yield "  more than are looked at"
        return
    for one in sorted(found, key=lambda one: sum(one.marks)):
        rivals = [other for other in found if better(other.marks, one.marks)]
        yield f"  {'put aside' if rivals else 'kept'}: {_tree(one)}"
        for rival in rivals[:1]:
            yield from (f"    {line}" for line in _reasons(one.marks, rival.marks))


def _reasons(marks: Marks, rival: Marks) -> Iterator[str]:
    for preference in Preference:
        if marks[preference] > rival[preference]:
            number, preferred = TABLE[preference][:2]
            yield f"{number}: {preferred}"


def _tree(one: Parsed) -> str:
    return " + ".join(map(_element, one.tree))


def _element(element: Element) -> str:
    match element:
        case Group(days=days, times=times, marks=marks):
            at = ", ".join(f"{time.clock.at:%H:%M}" for time in times) or "no time"
            said = " ".join(map(named, marks))
            return f"[{'; '.join(map(_day, days)) or 'no day'} at {at}]{said}"
        case Replays(groups=groups):
            return f"replays[{'; '.join(map(_again, groups))}]"
        case Bound(bounds=bounds):
            return f"bound[{', '.join(map(named, bounds))}]"
        case Out(days=days):
            return f"out[{'; '.join(map(_day, days))}]"


def _day(day: Day) -> str:
    checks = f" checked by {', '.join(map(named, day.checks))}" if day.checks else ""
    return ", ".join(map(named, (*day.named, *day.bounds))) + checks


def _again(group: Again) -> str:
    return f"{', '.join(map(_replay_day, group.days)) or 'no day'}, {len(group.times)} times"


def _replay_day(day: ReplayDay) -> str:
    return " ".join(named(one) for one in (day.named, day.week, *day.check) if one is not None)
