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
from rules.grammar.masking.shared.asides import DOUBT, aside
from rules.grammar.masking.shared.hours_of_periods import hours_of_periods
from rules.grammar.terms import parts as p
from rules.vocabulary import Kind, Lang, fold
from rules.vocabulary.letters import split_words
from rules.vocabulary.licences import NEVER, Sense, Spelling, senses

_DAYS = (
    p.Weekdays, p.NthWeekdays, p.Workdays, p.MonthDays, p.Dates, p.Weeks, p.DayRange, p.DateRange, p.Months,
    p.Each, p.OfPeriod, p.Every, p.Either, p.Thereafter, p.When,
)  # fmt: skip
_TIMES = (p.Clock, p.SameTime, p.Stretch)
_MARKS = (p.Open, p.Close, p.Break, p.Joint)
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
# What a run is made of; other unused words ("vào", "the", "lúc") need no licence.
_WORDS = frozenset({Kind.TEXT, Kind.UNIT, Kind.LABEL, Kind.MEASURE, Kind.COUNTED, Kind.PLACE, Kind.THING})
_TITLE = "title or remark"
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


class Doubt(NamedTuple):
    """Words that nothing licenses: the places of their first character and behind their last."""

    start: int
    end: int


def doubts(tokens: Sequence[Token], parts: Sequence[p.Part], lang: Lang) -> list[Doubt]:
    """The words that have no licence, in their order."""
    found: list[Doubt] = []
    for run in runs(tokens, parts, lang):
        never = [note for note in run.notes if note.sense in NEVER and _stops(note, run, parts)]
        found += [Doubt(run.tokens[n.first].start, run.tokens[n.last - 1].end) for n in never]
        if not never and licence(run) is None:
            found.append(_whole(run))
    found += _sentences_of_their_own(tokens, parts)
    found += _in_plain_text(tokens, parts, lang)
    found += [Doubt(hour.start, hour.end) for hour in hours_of_periods(parts, tokens) if hour.doubtful]
    found += _within_another_time(parts)
    found += _years_of_other_things(parts)
    return sorted(set(found))


def runs(tokens: Sequence[Token], parts: Sequence[p.Part], lang: Lang) -> Iterator[Run]:
    """The runs of unused words, each with the parts at its sides."""
    ordered = sorted(parts, key=lambda part: part.start)
    terms = [part for part in ordered if _is_term(part)]
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
        if any(token.kind in _WORDS for token in between):
            inside = terms[0].start < between[0].start < terms[-1].start
            yield Run(between, before, behind, inside, tuple(_notes(between, lang)))


def licence(run: Run) -> str | None:
    """The name of a run's licence; None where it has none."""
    if not run.inside or not (_is_term(run.before) and _is_term(run.behind)):
        return _TITLE
    sides = (_side(run.before), _side(run.behind))
    said = [note.sense for note in run.notes]
    if sides[0] != sides[1] or not sides[0]:
        return _PROGRAMME
    if Sense.HAPPENS in said:
        return str(Sense.HAPPENS)
    first = next(at for at, token in enumerate(run.tokens) if token.kind in _WORDS)
    return next((str(note.sense) for note in run.notes if note.first <= first), None)


def _is_term(part: p.Part | None) -> bool:
    return part is not None and not isinstance(part.meaning, _MARKS)


def _side(part: p.Part | None) -> str:
    """What a term is of: "day", "time"; "" for one that says neither, or makes a name with its noun.

    "Weekly report", "Evening prayer", "Đêm nhạc".
    """
    if part is None or isinstance(part.meaning, p.Each):
        return ""
    return "day" if isinstance(part.meaning, _DAYS) else "time" if isinstance(part.meaning, _TIMES) else ""


def _in_plain_text(tokens: Sequence[Token], parts: Sequence[p.Part], lang: Lang) -> Iterator[Doubt]:
    """Words of time or doubt that no part uses, and that may say something."""
    for at, token in enumerate(tokens):
        if aside(tokens, at, lang) is DOUBT and not any(
            part.start <= token.start < part.end for part in parts
        ):
            yield Doubt(token.start, token.end)


def _years_of_other_things(parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Ngày 15/12 họp bàn đề án năm 2025": the year of the date, or of what the words between name?"""
    dated = False
    for part in sorted(parts, key=lambda one: one.start):
        words = [token for token in part.words if token.kind in _WORDS]
        if isinstance(part.meaning, p.Year) and dated and words:
            yield Doubt(part.start, part.end)
        dated = dated or (
            isinstance(part.meaning, p.Dates) and all(day.year is None for day in part.meaning.days)
        )


def _whole(run: Run) -> Doubt:
    words = [token for token in run.tokens if token.kind in _WORDS]
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
            heads = not _said(run.tokens[: note.first]) and _is_term(run.behind)
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
        case Sense.OWN_CLAUSE:
            return _side(run.behind) == "time" and _parted_from_days(run, parts)
        case Sense.ARRANGED:
            return _has_no_time(note, run) and any(isinstance(part.meaning, p.Clock) for part in parts)
        case _:
            return touches


def _is_channel(part: p.Part | None) -> bool:
    return part is not None and isinstance(part.meaning, p.Channel)


def _has_no_time(note: Note, run: Run) -> bool:
    """ "Saturday by appointment, Monday 9am": a day is directly before the note and no time behind it."""
    if run.before is None or _said(run.tokens[: note.first]) or _side(run.behind) == "time":
        return False
    marked = isinstance(run.before.meaning, p.Joint) and run.before.meaning.text in (":", "-")
    return marked or _side(run.before) == "day"


def _parted_from_days(run: Run, parts: Sequence[p.Part]) -> bool:
    """ "Tuesday and Friday, and on Saturday it is open 10am": is the time that of the days before, too?

    A day directly before the words, and others before it over more than an "and".
    """
    if _side(run.before) != "day":
        return False
    marks: list[str] = []
    for part in reversed([one for one in parts if run.before is not None and one.start < run.before.start]):
        if not isinstance(part.meaning, p.Joint | p.Break):
            return _side(part) == "day" and marks not in ([], ["and"])
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
    return _is_term(run.behind) or _joins(run.behind, note.sense)


def _touches_before(note: Note, run: Run) -> bool:
    if run.before is None or _said(run.tokens[: note.first]):
        return False
    if _joins(run.before, note.sense):
        return not _said(run.before.words)  # "… boards in each village and also on this website"
    return _is_term(run.before)


def _joins(part: p.Part, sense: Sense) -> bool:
    """A comma, "and", a parenthesis lead on to a term; a colon does behind "ví dụ"."""
    if isinstance(part.meaning, p.Joint):
        return part.meaning.text in (",", "and") or sense is Sense.EXAMPLE
    return isinstance(part.meaning, p.Open)


def _said(tokens: Sequence[Token]) -> bool:
    return any(token.kind in _WORDS or token.kind is Kind.NAME for token in tokens)


def _several(parts: Sequence[p.Part]) -> bool:
    """Two times or two days are named: one may be that of the other act."""
    times = sum(isinstance(part.meaning, (p.Clock, p.Stretch)) for part in parts)
    days = sum(isinstance(part.meaning, _NAMED_DAYS) for part in parts)
    return times > 1 or days > 1


def _in_quotes(tokens: Sequence[Token], at: int) -> bool:
    return sum(token.kind is Kind.QUOTE for token in tokens[:at]) % 2 == 1


# --- times that are another act's -----------------------------------------------------------


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
        terms = [part for part in row if _is_term(part)]
        clocks = [part for part in terms if isinstance(part.meaning, p.Clock)]
        dated = any(_side(part) == "day" for part in terms)
        if timed and clocks and terms[0] is clocks[0] and not dated:
            words = [t for t in row[0].words if t.kind in _WORDS] if row[0] is clocks[0] else []
            if words:
                yield Doubt(words[0].start, clocks[0].end)
        timed = timed or (bool(clocks) and dated)


def _within_another_time(parts: Sequence[p.Part]) -> Iterator[Doubt]:
    """ "Open Mon-Fri 9am-5pm, lunch 12-1pm": on the same days another act lies between the two ends."""
    terms = [part for part in sorted(parts, key=lambda part: part.start) if _is_term(part)]
    for around, part in pairwise(terms):
        first, second = around.meaning, part.meaning
        if not isinstance(first, p.Clock) or not isinstance(second, p.Clock):
            continue
        later = _minutes(second) - _minutes(first)
        if first.minutes and second.minutes and 0 < later <= first.minutes - second.minutes:
            words = [token for token in part.words if token.kind in _WORDS]
            yield Doubt(words[0].start if words else part.start, part.end)


def _minutes(clock: p.Clock) -> int:
    return 60 * clock.at.hour + clock.at.minute


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
