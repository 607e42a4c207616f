"""Why each word between the terms may stand there; one without a licence is a doubt that a person settles.

A run is the unused words between two parts of a phrase. At the head or the tail of a clause, before a colon,
beside a comma it is a title or a remark; between a day and a time it names what takes place; between two
days or two times it needs a reason of its own. Examples, comparisons, orders to do work, the times of other
acts and conditions are never licensed where they touch a term.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from rules.grammar.lexing.tokens import Token
from rules.grammar.masking.shared.another_acts import WORDS, Doubt, is_term, of_another_act, side
from rules.grammar.masking.shared.asides import DOUBT, aside
from rules.grammar.masking.shared.hours_of_periods import hours_of_periods
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind, Lang, fold
from rules.vocabulary.doubts import MOVED
from rules.vocabulary.letters import split_words
from rules.vocabulary.licences import NEVER, Sense, Spelling, senses

_NAMED_DAYS = (
    p.Weekdays,
    p.NthWeekdays,
    p.Workdays,
    p.MonthDays,
    p.Dates,
    p.DayRange,
    p.DateRange,
    p.Stretch,
)
_TITLE = "title or remark"
# Words that go on with a rule; what else stands between its time and a period may have the period for itself.
_OF_A_RULE = frozenset({Sense.HAPPENS, Sense.PLACE, Sense.REMARK, Sense.PASSES, Sense.WHO})
_PROGRAMME = "what takes place"


class Run(NamedTuple):
    """Unused words between two parts, None where the phrase begins or ends.

    `inside`: a term stands before and another behind. `notes`: the spellings of the vocabulary in it.
    """

    tokens: tuple[Token, ...]
    before: p.Part | None
    behind: p.Part | None
    inside: bool
    notes: tuple[Note, ...]


class Note(NamedTuple):
    """A spelling of the vocabulary in a run: its tokens, from `first` to before `last`."""

    first: int
    last: int
    sense: Sense


def doubts(tokens: Sequence[Token], parts: Sequence[p.Part], lang: Lang) -> list[Doubt]:
    """The words that have no licence, in their order."""
    found: list[Doubt] = []
    for run in runs(tokens, parts, lang):
        never = [note for note in run.notes if note.sense in NEVER and _stops(note, run, parts)]
        found += [Doubt(run.tokens[n.first].start, run.tokens[n.last - 1].end) for n in never]
        if not never and (licence(run) is None or _of_their_own_period(run, parts)):
            found.append(_whole(run))
    found += _in_plain_text(tokens, parts, lang)
    found += [Doubt(hour.start, hour.end) for hour in hours_of_periods(parts, tokens) if hour.doubtful]
    found += of_another_act(tokens, parts)
    return _once(sorted(set(found)))


def _once(found: list[Doubt]) -> list[Doubt]:
    """Words that are named already are not named again with what stands behind them."""
    told: list[Doubt] = []
    for doubt in found:
        if not told or doubt.start >= told[-1].end:
            told.append(doubt)
    return told


def runs(tokens: Sequence[Token], parts: Sequence[p.Part], lang: Lang) -> Iterator[Run]:
    """The runs of unused words, each with the parts at its sides."""
    ordered = sorted(parts, key=lambda part: part.start)
    terms = [part for part in ordered if is_term(part)]
    if not terms:
        return
    edges: list[p.Part | None] = [None, *ordered, None]
    at = 0
    for before, behind in pairwise(edges):
        while before is not None and at < len(tokens) and tokens[at].start < before.end:
            at += 1
        first = at
        while at < len(tokens) and (behind is None or tokens[at].start < behind.start):
            at += 1
        between = tuple(tokens[first:at])
        if any(token.kind in WORDS for token in between):
            inside = terms[0].start < between[0].start < terms[-1].start
            yield Run(between, before, behind, inside, tuple(_notes(between, lang)))


def licence(run: Run) -> str | None:
    """The name of a run's licence; None where it has none."""
    if not run.inside or not (is_term(run.before) and is_term(run.behind)):
        return _TITLE
    sides = (side(run.before), side(run.behind))
    said = [note.sense for note in run.notes]
    if sides[0] != sides[1] or not sides[0]:
        return _PROGRAMME
    if Sense.HAPPENS in said:
        return str(Sense.HAPPENS)
    first = next(at for at, token in enumerate(run.tokens) if token.kind in WORDS)
    return next((str(note.sense) for note in run.notes if note.first <= first), None)


def _in_plain_text(tokens: Sequence[Token], parts: Sequence[p.Part], lang: Lang) -> Iterator[Doubt]:
    """Words of time or doubt that no part uses, and that may say something."""
    for at, token in enumerate(tokens):
        if aside(tokens, at, lang) is DOUBT and not any(
            part.start <= token.start < part.end for part in parts
        ):
            yield Doubt(token.start, token.end)


def _of_their_own_period(run: Run, parts: Sequence[p.Part]) -> bool:
    """ "Mondays 8pm, new members welcome from May": is the month that of the rule, or that of the words?"""
    period = run.behind is not None and isinstance(run.behind.meaning, p.Months | p.DateRange)
    if not period or run.before is None or isinstance(run.before.meaning, p.Break | p.Close):
        return False
    first = next(at for at, token in enumerate(run.tokens) if token.kind in WORDS)
    rules_on = any(note.first <= first < note.last and note.sense in _OF_A_RULE for note in run.notes)
    if rules_on and all(note.sense is not Sense.OFFERS for note in run.notes):
        return False
    return side(run.before) == "time" or _timed(run.before, parts)


def _timed(part: p.Part, parts: Sequence[p.Part]) -> bool:
    """A time stands before, in the same clause."""
    for one in sorted((one for one in parts if one.start < part.start), key=lambda one: -one.start):
        if isinstance(one.meaning, p.Break):
            return False
        if side(one) == "time":
            return True
    return False


def _whole(run: Run) -> Doubt:
    words = [token for token in run.tokens if token.kind in WORDS]
    return Doubt(words[0].start, words[-1].end)


# --- words that are never licensed --------------------------------------------------------


def _stops(note: Note, run: Run, parts: Sequence[p.Part]) -> bool:
    """True where such a word may change the dates: beside a term, or at the head of what orders an act."""
    if _in_quotes(run.tokens, note.first):
        return False
    touches = _touches_behind(note, run) or _touches_before(note, run)
    before = run.before.meaning if run.before else None
    match note.sense:
        case Sense.WORK:
            heads = not _said(run.tokens[: note.first]) and is_term(run.behind)
            return (heads or touches) and not _is_due(run.behind)
        case Sense.OTHER_ACT:
            # At the head of all it is the item itself: "Coffee morning Tuesdays, craft Fridays".
            return touches and before is not None and (isinstance(before, p.Break) or _several(parts))
        case Sense.MAKING:
            return touches and _several(parts)
        case Sense.COMPARES if isinstance(before, p.Replay) or _is_channel(run.behind):
            return False  # "repeated the following Saturday", "… cũng trên kênh VTV3"
        case Sense.CONDITION:
            return True
        case Sense.FORMER:
            return is_term(run.behind)
        case Sense.CHANGES:
            return is_term(run.behind) and any(token.value == MOVED for token in run.tokens)
        case Sense.AGAIN:
            ruled = before is not None and any(
                side(one) == "day" for one in parts if one.start < run.tokens[0].start
            )
            return ruled and _touches_behind(note, run)
        case Sense.OWN_CLAUSE:
            return side(run.behind) == "time" and _parted_from_days(run, parts)
        case Sense.ARRANGED:
            return _has_no_time(note, run) and any(isinstance(part.meaning, p.Clock) for part in parts)
        case _:
            return touches


def _is_channel(part: p.Part | None) -> bool:
    return part is not None and isinstance(part.meaning, p.Channel)


def _has_no_time(note: Note, run: Run) -> bool:
    """ "Saturday by appointment, Monday 9am": a day is directly before the note and no time behind it."""
    if run.before is None or _said(run.tokens[: note.first]) or side(run.behind) == "time":
        return False
    marked = isinstance(run.before.meaning, p.Joint) and run.before.meaning.text in (":", "-")
    return marked or side(run.before) == "day"


def _parted_from_days(run: Run, parts: Sequence[p.Part]) -> bool:
    """ "Tuesday and Friday, and on Saturday it is open 10am": is the time that of the days before, too?

    A day directly before the words, and others before it over more than an "and".
    """
    if side(run.before) != "day":
        return False
    marks: list[str] = []
    for part in reversed([one for one in parts if run.before is not None and one.start < run.before.start]):
        if not isinstance(part.meaning, p.Joint | p.Break):
            return side(part) == "day" and marks not in ([], ["and"])
        marks.append(part.meaning.text)
    return False


def _is_due(part: p.Part | None) -> bool:
    """ "Hoàn thành chậm nhất ngày 5", "hoàn thành trước ngày 5": the work has its deadline."""
    meaning = None if part is None else part.meaning
    ways = meaning.ways if isinstance(meaning, p.Either) else ()
    return isinstance(meaning, p.Due) or any(isinstance(way.meanings[0], p.Due) for way in ways)


def _touches_behind(note: Note, run: Run) -> bool:
    """Only words that say nothing stand between it and the term behind, perhaps a mark that joins."""
    if run.behind is None or _said(run.tokens[note.last :]):
        return False
    return is_term(run.behind) or _joins(run.behind, note.sense)


def _touches_before(note: Note, run: Run) -> bool:
    if run.before is None or _said(run.tokens[: note.first]):
        return False
    if _joins(run.before, note.sense):
        return not _said(run.before.words)  # "… boards in each village and also on this website"
    return is_term(run.before)


def _joins(part: p.Part, sense: Sense) -> bool:
    """A comma, "and", a parenthesis lead on to a term; a colon does behind "ví dụ"."""
    if isinstance(part.meaning, p.Joint):
        return part.meaning.text in (",", "and") or sense is Sense.EXAMPLE
    return isinstance(part.meaning, p.Open)


def _said(tokens: Sequence[Token]) -> bool:
    return any(token.kind in WORDS or token.kind is Kind.NAME for token in tokens)


def _several(parts: Sequence[p.Part]) -> bool:
    """Two times or two days are named: one may be that of the other act."""
    times = sum(isinstance(part.meaning, (p.Clock, p.Stretch)) for part in parts)
    days = sum(isinstance(part.meaning, _NAMED_DAYS) for part in parts)
    return times > 1 or days > 1


def _in_quotes(tokens: Sequence[Token], at: int) -> bool:
    return sum(token.kind is Kind.QUOTE for token in tokens[:at]) % 2 == 1


# --- the vocabulary -----------------------------------------------------------------------


def _notes(tokens: Sequence[Token], lang: Lang) -> Iterator[Note]:
    """The spellings of the vocabulary, from the left, the longest first, of whole tokens."""
    table = senses(lang)
    plain = lang == "vi" and all(token.text.isascii() for token in tokens)
    at = 0
    while at < len(tokens):
        last, sense = _longest(tokens, at, table, plain)
        if sense is not None:
            yield Note(at, last, sense)
        at = max(last, at + 1)


def _longest(
    tokens: Sequence[Token], at: int, table: Mapping[str, tuple[Spelling, ...]], plain: bool
) -> tuple[int, Sense | None]:
    words = [] if tokens[at].kind is Kind.NAME else split_words(tokens[at].text.lower())
    spellings = table.get(fold(words[0]), ()) if words else ()
    if not spellings:
        return at, None
    ends = {len(words): at + 1}  # so many words end with this token
    for place in range(at + 1, min(at + _LONGEST, len(tokens))):
        if tokens[place].kind is Kind.NAME:
            break
        words += split_words(tokens[place].text.lower())
        ends[len(words)] = place + 1
    for spelling in spellings:
        length = len(spelling.words)
        said = tuple(words[:length])
        if length in ends and (said == spelling.words or (plain and _plainly(said) == spelling.folded)):
            return ends[length], spelling.sense
    return at, None


def _plainly(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(map(fold, words))


_LONGEST = 6  # tokens of the longest spelling
