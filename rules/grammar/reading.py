"""The one door of the grammar: a text in a language -> what its words say.

The attempts stand in the order in which they are tried: the text with its line ends and without them, the
sentence with its title and without it, dates such as 5/6 in either order.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from rules.grammar.choices import Surroundings, option
from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.language import language, of_time, spoken
from rules.grammar.lexing.layout import unwrapped
from rules.grammar.lexing.lexer import Normalised, lex, normalise
from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.shared.licences import doubts
from rules.grammar.masking.shared.zones import resolved
from rules.grammar.masking.table import WITHOUT_TITLES
from rules.grammar.meaning.assembly import Assembled
from rules.grammar.meaning.assembly import Reading as Chosen
from rules.grammar.meaning.ways import assemble_each, in_either_order
from rules.grammar.messages import problem
from rules.grammar.recognizing.sentence import Sentence, sentence
from rules.grammar.terms.shared.targets import target_quotas
from rules.grammar.verifying.places import at_their_words
from rules.grammar.verifying.stated_checks import checked
from rules.schedule import Quota, Schedule
from rules.understanding import (
    Context,
    Correction,
    Doubt,
    Ignored,
    Message,
    Problem,
    Reading,
    Understanding,
    refused,
    verified_range,
)
from rules.vocabulary import OTHER, TEMPORAL, Kind, Lang, fold, index

__all__ = ["Read", "attempted", "language", "of_time", "read_quotas", "read_words", "spoken"]

MOST_NUMBERS = 250
MOST_WORDS = 1_400  # and signs; a text of the longest length has some 1,150

# Words of the other language that must not pass for plain text.
_OF_TIME = TEMPORAL | {
    Kind.DAY, Kind.YEAR, Kind.HALF, Kind.HEDGE, Kind.DUE, Kind.FROM, Kind.TO, Kind.ORDINAL, Kind.THROUGHOUT,
}  # fmt: skip


class Attempt(NamedTuple):
    """One way to cut a text into tokens, and what was made of it."""

    tokens: Sequence[Token]
    row: Sentence
    made: Assembled


@dataclass(frozen=True, slots=True)
class Read:
    """What the words of a text say: refused in `told`, or its readings; all but the status is in `told`."""

    told: Understanding
    readings: tuple[Reading, ...] = ()


def read_words(text: str, lang: Lang, context: Context) -> Read:
    """What a text in a language says in its context; never an exception for any text."""
    normalised = normalise(text)
    tokens = _tokens(normalised.text, lang, context)
    crowd = _crowd(tokens)
    if crowd is not None:
        return Read(refused(text, _placed(crowd, normalised), lang))
    tokens, row, made = _attempted(tokens, normalised.text, lang, context)
    if not made.problems and made.readings and _says_nothing(made.readings[0].schedule):
        made = Assembled([], [problem("no-schedule", 0, len(normalised.text))], [])
    told = _told(text, normalised, lang, Attempt(tokens, row, made))
    if told.problems:
        return Read(told)
    found = [one for reading in made.readings for one in _verified(reading, context)]
    return Read(told, tuple(found))


def attempted(text: str, lang: Lang, context: Context) -> Attempt:
    """The text cut into tokens, and what was made of it."""
    return _attempted(_tokens(text, lang, context), text, lang, context)


def _attempted(tokens: Sequence[Token], text: str, lang: Lang, context: Context) -> Attempt:
    """The text with its line ends as breaks, or as blanks; the readings of both, where both can be read."""
    lines = _attempt(tokens, len(text), lang, context)
    joined_text = unwrapped(text)
    if joined_text is None:
        return lines
    joined = _attempt(_tokens(joined_text, lang, context), len(text), lang, context)
    if joined.made.problems:
        return lines
    if lines.made.problems:
        return joined
    kept = [_because(reading, "line-end/break") for reading in lines.made.readings]
    known = {reading.schedule for reading in kept}
    more = [_because(reading, "line-end/blank") for reading in joined.made.readings]
    readings = [*kept, *(reading for reading in more if reading.schedule not in known)]
    return lines._replace(made=lines.made._replace(readings=readings))


def _because(reading: Chosen, key: str) -> Chosen:
    return reading._replace(chosen=(*reading.chosen, option(None, key)))


def _attempt(tokens: Sequence[Token], length: int, lang: Lang, context: Context) -> Attempt:
    """The sentence as it stands; without its title where it is refused; dates such as 5/6 in either order."""
    row = sentence(tokens, lang, length)
    made = _assembled(row, lang, context)
    if made.problems and (untitled := WITHOUT_TITLES[lang](tokens)) is not None:
        again = sentence(untitled, lang, length)
        made_again = _assembled(again, lang, context)
        if not made_again.problems:
            row, made = again, made_again
    if row.slashed:
        swapped = sentence(tokens, lang, length, month_first=True)
        made = in_either_order(made, _assembled(swapped, lang, context))
    return Attempt(tokens, row, made)


def _crowd(tokens: Sequence[Token]) -> Problem | None:
    """A text of more words or numbers than any sentence has costs more time than its answer is worth."""
    numbers = [token for token in tokens if token.kind in (Kind.NUMBER, Kind.NUMBER_WORD)]
    for key, found, most in (
        ("too-many-rules/words", tokens, MOST_WORDS),
        ("too-many-rules/numbers", numbers, MOST_NUMBERS),
    ):
        if len(found) > most:
            return problem(key, found[most].start, found[most].end, most=most)
    return None


def _assembled(row: Sentence, lang: Lang, context: Context) -> Assembled:
    """The parts of a sentence put together; faults of words alone, where there are any."""
    problems = [*row.problems, *_foreign(row.ignored, lang)]
    if problems:
        return Assembled([], problems, [])
    return assemble_each(row.parts, Surroundings(lang, context.year, context.weeks))


def _tokens(text: str, lang: Lang, context: Context) -> Sequence[Token]:
    return resolved(lex(text, lang, context.channels), context.zone)


def _told(text: str, normalised: Normalised, lang: Lang, attempt: Attempt) -> Understanding:
    """What a reading owes besides its dates: words that it did not use, slips, doubts, remarks, problems."""
    tokens, row, made = attempt
    unused = [*row.ignored, *row.asides]
    base = Understanding(text, "refused", corrections=_corrections(text, normalised, tokens), lang=lang)
    if made.problems or not made.readings:
        told = at_their_words(normalised.text, made.problems, row.parts)
        placed = dict.fromkeys(_placed(fault, normalised) for fault in told)
        return replace(
            base,
            ignored=_ignored(text, normalised, unused, made.labels),
            problems=tuple(sorted(placed, key=lambda fault: (fault.start, fault.end))),
        )
    found = doubts(row.tokens, row.parts, lang)
    places = [normalised.span(*doubt) for doubt in found]
    left = [one for one in unused if not any(doubt.start <= one.start < doubt.end for doubt in found)]
    return replace(
        base,
        ignored=_ignored(text, normalised, left, made.labels),
        doubts=tuple(Doubt(text[start:end], start, end) for start, end in places),
        warnings=tuple(Message(w.code, w.en, w.vi) for w in (*row.remarks, *made.warnings)),
    )


def _verified(reading: Chosen, context: Context) -> list[Reading]:
    """The reading, or those that a check which disagrees leaves to choose from."""
    found = []
    for schedule, disputed in checked(reading.schedule, *verified_range(context)):
        chosen = disputed or reading.chosen
        why = Message(
            ", ".join(one.code for one in chosen) or "only",
            "; ".join(one.en for one in chosen),
            "; ".join(one.vi for one in chosen),
        )
        found.append(Reading(schedule, why))
    return found


def read_quotas(text: str, lang: Lang | None) -> tuple[tuple[Quota, ...] | Problem, Lang]:
    """The quotas of a target, or why there are none; and the language that it is in."""
    normalised = normalise(text)
    known = language(normalised.text, lang)
    tokens = lex(normalised.text, known)
    found = target_quotas(tokens, Cursor(tokens, known, len(normalised.text)))
    return (_placed(found, normalised) if isinstance(found, Problem) else found), known


def _corrections(text: str, normalised: Normalised, tokens: Sequence[Token]) -> tuple[Correction, ...]:
    found: list[Correction] = []
    for token in tokens:
        if token.correction:
            start, end = normalised.span(token.start, token.end)
            found.append(Correction(text[start:end], token.correction, start, end))
    return tuple(found)


def _foreign(ignored: Sequence[Token], lang: Lang) -> list[Problem]:
    """Temporal words of the other language: text that is set aside must never hide one."""
    other = index(OTHER[lang])
    found: list[Problem] = []
    for token in ignored:
        word = token.text.lower()
        if len(word) < 4 and word.isascii():
            continue
        if any(
            e.kind in _OF_TIME and len(e.words) == 1 and e.words[0] == word for e in other.get(fold(word), ())
        ):
            found.append(problem("two-languages", token.start, token.end, text=token.text))
    return found


def _says_nothing(schedule: Schedule) -> bool:
    return not (
        schedule.recurrences or schedule.windows or schedule.spans or schedule.quotas or schedule.stay
    )


def _ignored(
    text: str, normalised: Normalised, tokens: Sequence[Token], labels: Sequence[tuple[int, int]]
) -> tuple[Ignored, ...]:
    """Runs of ignored text, neighbours joined."""
    spans = sorted(
        [(t.start, t.end) for t in tokens if t.kind not in (Kind.COMMA, Kind.FROM, Kind.TO)] + list(labels)
    )
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and not normalised.text[joined[-1][1] : start].strip(" ,.-–/:“”\"'"):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    placed = [normalised.span(*span) for span in joined]
    return tuple(Ignored(text[start:end], start, end) for start, end in placed)


def _placed(fault: Problem, normalised: Normalised) -> Problem:
    start, end = normalised.span(min(fault.start, len(normalised.text)), min(fault.end, len(normalised.text)))
    return fault._replace(start=start, end=end)
