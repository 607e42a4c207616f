"""Text -> schedule; or readings to choose from; or problems with the exact span and what was expected.

The promise: a phrase is understood whole, or the reader is told which words were not, or shown the
readings. `read` answers all three; `parse` returns the schedule or raises `PhraseError`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

from rules import schedule as s
from rules.grammar.choices import Surroundings, option
from rules.grammar.drafting.forest import MOST_RULES as MOST_RULES
from rules.grammar.lexing.cursor import Cursor
from rules.grammar.lexing.layout import unwrapped
from rules.grammar.lexing.lexer import Normalised, lex, normalise
from rules.grammar.lexing.tokens import Problem, Token
from rules.grammar.masking.shared.licences import doubts
from rules.grammar.masking.shared.zones import resolved
from rules.grammar.masking.table import WITHOUT_TITLES
from rules.grammar.meaning.assembly import Assembled
from rules.grammar.meaning.assembly import Reading as _Reading
from rules.grammar.meaning.ways import assemble_each, in_either_order
from rules.grammar.messages import Texts, WeekdayName, code_of, problem, say
from rules.grammar.recognizing.sentence import Sentence, sentence
from rules.grammar.terms.shared.targets import target_quotas
from rules.grammar.verifying.places import at_their_words
from rules.instances import disagreements, expand
from rules.likeness import groups
from rules.schedule import Quota, Schedule, WeekConvention
from rules.targets import complete
from rules.vocabulary import BORROWED, OTHER, TEMPORAL, Kind, Lang, fold, index

LONGEST_PHRASE = 5_000
MOST_NUMBERS = 250
MOST_WORDS = 1_400  # and signs; a text of the longest length has some 1,150

# Words of the other language that must not pass for plain text.
_OF_TIME = TEMPORAL | {
    Kind.DAY,
    Kind.YEAR,
    Kind.HALF,
    Kind.HEDGE,
    Kind.DUE,
    Kind.FROM,
    Kind.TO,
    Kind.ORDINAL,
    Kind.THROUGHOUT,
}
_OF_NO_TIME = frozenset({Kind.TEXT, Kind.UNIT, Kind.CHANNEL, Kind.MEASURE})
_Change: TypeAlias = Callable[[s.Replay], s.Replay]
Status: TypeAlias = Literal["understood", "ambiguous", "refused"]


@dataclass(frozen=True, slots=True)
class Context:
    """What a phrase stands in.

    year          the plan's year: that of dates without one when a weekday is checked
    first, last   the range in which stated checks ("the next day (Tuesday)") are verified; the year
                  when they are None
    channels      the plan's own channel names, recognised without the word for channel
    target        "2 số/tháng": completes a phrase that names no count
    zone          the plan's time zone ("Asia/Ho_Chi_Minh"), for recurrence text with times in universal time
    """

    lang: Lang | None = None
    year: int | None = None
    weeks: WeekConvention = WeekConvention.BLOCKS
    target: str | None = None
    channels: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for a person in both languages, under a stable code."""

    code: str
    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class Ignored:
    """Text without a temporal word that the reading did not need; characters of the phrase."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words that nothing licenses, for which a person confirms the reading; characters of the phrase."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of spelling that was read as the word it stands for."""

    was: str
    read_as: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read an ambiguous phrase, and what tells it apart."""

    schedule: Schedule
    why: Message


@dataclass(frozen=True, slots=True)
class Understanding:
    """What was made of a phrase. `schedule` is set when it was understood, `readings` when ambiguous.

    One reading alone is to be confirmed, for the sake of the words in `doubts`.
    `alike` are further schedules that the words allow, which give the same dates in the year of the plan.
    """

    phrase: str
    status: Status
    schedule: Schedule | None = None
    readings: tuple[Reading, ...] = ()
    alike: tuple[Schedule, ...] = ()
    ignored: tuple[Ignored, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    corrections: tuple[Correction, ...] = ()
    warnings: tuple[Message, ...] = ()
    problems: tuple[Problem, ...] = ()
    lang: Lang = "vi"


class PhraseError(ValueError):
    """A phrase or target that has no single schedule; `understanding` holds the problems or readings."""

    def __init__(self, understanding: Understanding) -> None:
        self.understanding = understanding
        self.problems = understanding.problems
        told = "; ".join(problem.en for problem in understanding.problems)
        super().__init__(told or _unsettled(understanding))


def _unsettled(understanding: Understanding) -> str:
    """What an ambiguous phrase waits for."""
    if len(understanding.readings) == 1:
        return f"the phrase can be read, {understanding.readings[0].why.en}"
    return f"the phrase can be read in {len(understanding.readings)} ways"


_PLAIN = Context()
_WORDS = re.compile(r"[^\W\d_]+")
_RULE_TEXT = re.compile(r"\bFREQ\s*=|(?:DTSTART|RRULE|EXRULE|RDATE|EXDATE)\s*[:;]", re.IGNORECASE)


def parse(text: str, context: Context = _PLAIN) -> Schedule:
    """The schedule of a phrase that is understood.

    Raises `PhraseError` when it is refused or ambiguous.
    """
    understanding = read(text, context)
    if understanding.schedule is None:
        raise PhraseError(understanding)
    return understanding.schedule


def read(text: str, context: Context = _PLAIN) -> Understanding:
    """What a phrase means in its context; never an exception for any text."""
    if len(text) > LONGEST_PHRASE:
        return _refused(text, problem("too-long", LONGEST_PHRASE, len(text), most=LONGEST_PHRASE))
    if _RULE_TEXT.search(text):
        return _read_rule_text(text, context)
    normalised = normalise(text)
    lang = language(normalised.text, context.lang)
    understanding = _read(text, normalised, lang, context)
    if [one.code for one in understanding.problems] == ["too-many-rules"]:
        return understanding
    perhaps_other = understanding.status == "refused" and (text.isascii() or lang == "en")
    if perhaps_other and len(_spoken(normalised.text)) > 1:
        again = _read(text, normalised, OTHER[lang], context)
        if again.status != "refused" and not _hides(again, lang):
            return again
    return understanding


def _hides(understanding: Understanding, lang: Lang) -> bool:
    """True when the words that a second language set aside are words of time in the first.

    "sau 20h thu bay" without accents is no English Thursday.
    """
    unused = [one.text for one in understanding.ignored] + [one.text for one in understanding.doubts]
    words = (word for text in unused for word in _WORDS.findall(text))
    return any(
        entry.kind not in _OF_NO_TIME and len(entry.words) == 1
        for word in words
        for entry in index(lang).get(fold(word), ())
    )


def _read_rule_text(text: str, context: Context) -> Understanding:
    """RFC 5545 text; what reads and expands it is loaded here, so that phrases do not wait for it."""
    from rules.recurrence.reading import Surroundings as Around
    from rules.recurrence.reading import read_text

    lang = context.lang or "vi"
    found = read_text(text, Around(_range(context)[0], context.zone))
    if found.fault is not None:
        return _refused(text, Problem(*found.fault), lang)
    warnings = tuple(Message(one.code, one.en, one.vi) for one in found.remarks)
    readings = tuple(Reading(schedule, Message(why.code, why.en, why.vi)) for schedule, why in found.readings)
    if len(readings) > 1:
        return Understanding(text, "ambiguous", readings=readings, warnings=warnings, lang=lang)
    return Understanding(text, "understood", readings[0].schedule, warnings=warnings, lang=lang)


def language(text: str, hint: Lang | None = None) -> Lang:
    """The language whose temporal words the text has more of; on a tie the hint, then Vietnamese.

    Words that Vietnamese borrows ("pm", "GMT") tell English only from a text with no other.
    """
    words = _spoken(text)
    borrowed = sum(word in BORROWED for word in _WORDS.findall(text.lower()))
    if words["vi"] == words["en"]:
        return hint or ("en" if borrowed else "vi")
    return "vi" if words["vi"] > words["en"] else "en"


def _spoken(text: str) -> Counter[Lang]:
    """How many words each language may claim; a language with none is not in it."""
    found: Counter[Lang] = Counter()
    for word in _WORDS.findall(text.lower()):
        found.update(_claims(word))
    return found


@lru_cache(maxsize=8192)
def _claims(word: str) -> tuple[Lang, ...]:
    """The languages that have the word in their vocabulary."""
    found: list[Lang] = []
    if any(entry.words[0] == word or word.isascii() for entry in index("vi").get(fold(word), ())):
        found.append("vi")
    if word in index("en"):
        found.append("en")
    return tuple(found)


def read_target(text: str, lang: Lang | None = None) -> tuple[Quota, ...]:
    """The quotas of a target: "2 số/tháng (24 số/năm)", "39 articles and 37 photos a year", "2/month".

    Raises `PhraseError` where no count is found, or where the counts disagree.
    """
    normalised = normalise(text)
    known = language(normalised.text, lang)
    tokens = lex(normalised.text, known)
    found = target_quotas(tokens, Cursor(tokens, known, len(normalised.text)))
    if isinstance(found, Problem):
        raise PhraseError(_refused(text, _placed(found, normalised), known))
    return found


class _Attempt(NamedTuple):
    """One way to cut a text into tokens, and what was made of it."""

    tokens: Sequence[Token]
    row: Sentence
    made: Assembled


def _read(text: str, normalised: Normalised, lang: Lang, context: Context) -> Understanding:
    tokens = _tokens(normalised.text, lang, context)
    crowd = _crowd(tokens)
    if crowd is not None:
        return _refused(text, _placed(crowd, normalised), lang)
    attempt = _attempt(tokens, len(normalised.text), lang, context)
    joined = unwrapped(normalised.text)
    if joined is not None:
        again = _attempt(_tokens(joined, lang, context), len(joined), lang, context)
        attempt = _with_either_break(attempt, again)
    tokens, row, made = attempt
    unused = [*row.ignored, *row.asides]
    base = Understanding(
        text,
        "refused",
        ignored=_ignored(text, normalised, unused, made.labels),
        corrections=_corrections(text, normalised, tokens),
        lang=lang,
    )
    if not made.problems and made.readings and _says_nothing(made.readings[0].schedule):
        made = Assembled([], [problem("no-schedule", 0, len(normalised.text))], [])
    if made.problems or not made.readings:
        told = at_their_words(normalised.text, made.problems, row.parts)
        placed = dict.fromkeys(_placed(fault, normalised) for fault in told)
        return replace(base, problems=tuple(sorted(placed, key=lambda fault: (fault.start, fault.end))))
    warnings = tuple(Message(w.code, w.en, w.vi) for w in (*row.remarks, *made.warnings))
    if found := doubts(row.tokens, row.parts, lang):
        places = [normalised.span(*doubt) for doubt in found]
        left = [one for one in unused if not any(doubt.start <= one.start < doubt.end for doubt in found)]
        base = replace(
            base,
            ignored=_ignored(text, normalised, left, made.labels),
            doubts=tuple(Doubt(text[start:end], start, end) for start, end in places),
        )
    return _to_confirm(_concluded(replace(base, warnings=warnings), made.readings, context))


def _to_confirm(found: Understanding) -> Understanding:
    """What was understood but for words without a licence: its one reading waits for a person."""
    if not found.doubts or found.schedule is None:
        return found
    named = [doubt.text for doubt in found.doubts]
    words = Texts(", ".join(f"'{one}'" for one in named), ", ".join(f"“{one}”" for one in named))
    reading = Reading(found.schedule, _message("words-in-doubt", words=words))
    return replace(found, status="ambiguous", schedule=None, readings=(reading,))


def _tokens(text: str, lang: Lang, context: Context) -> Sequence[Token]:
    return resolved(lex(text, lang, context.channels), context.zone)


def _attempt(tokens: Sequence[Token], length: int, lang: Lang, context: Context) -> _Attempt:
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
    return _Attempt(tokens, row, made)


def _with_either_break(lines: _Attempt, joined: _Attempt) -> _Attempt:
    """Line ends as breaks and as blanks: the way that can be read, or the readings of both."""
    if joined.made.problems:
        return lines
    if lines.made.problems:
        return joined
    kept = [_because(reading, "line-end/break") for reading in lines.made.readings]
    known = {reading.schedule for reading in kept}
    more = [_because(reading, "line-end/blank") for reading in joined.made.readings]
    readings = [*kept, *(reading for reading in more if reading.schedule not in known)]
    return lines._replace(made=lines.made._replace(readings=readings))


def _because(reading: _Reading, key: str) -> _Reading:
    return reading._replace(chosen=(*reading.chosen, option(None, key)))


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


def _corrections(text: str, normalised: Normalised, tokens: Sequence[Token]) -> tuple[Correction, ...]:
    found: list[Correction] = []
    for token in tokens:
        if token.correction:
            start, end = normalised.span(token.start, token.end)
            found.append(Correction(text[start:end], token.correction, start, end))
    return tuple(found)


def _concluded(base: Understanding, readings: list[_Reading], context: Context) -> Understanding:
    """Verify what the phrase checks itself by, complete it by the target, and give the status."""
    try:
        target = read_target(context.target, base.lang) if context.target else ()
    except PhraseError as error:
        fault = error.problems[0]
        told = problem("target", 0, 0, fault=Texts(fault.en, fault.vi))
        return replace(base, problems=(told,))
    found: list[Reading] = []
    for reading in readings:
        found.extend(_verified(reading, context))
    unique: dict[Schedule, Reading] = {}
    for one in found:
        completed = complete(one.schedule, target or one.schedule.quotas)
        unique.setdefault(completed, replace(one, schedule=completed))
    shown, alike = _merged(tuple(unique.values()), context)
    base = replace(base, alike=alike)
    if len(shown) > 1:
        return replace(base, status="ambiguous", readings=shown)
    schedule = shown[0].schedule
    warnings = (*base.warnings, *_doubts(schedule, target))
    return replace(base, status="understood", schedule=schedule, warnings=warnings)


def _merged(
    readings: tuple[Reading, ...], context: Context
) -> tuple[tuple[Reading, ...], tuple[Schedule, ...]]:
    """Readings that differ in their dates; and the schedules of the others. Without a year all may differ."""
    if len(readings) < 2 or context.year is None:
        return readings, ()
    first, last = _range(context)
    whole = date(min(first.year, context.year), 1, 1), date(max(last.year, context.year), 12, 31)
    found = groups([reading.schedule for reading in readings], *whole)
    shown = tuple(readings[group[0]] for group in found)
    return shown, tuple(readings[at].schedule for group in found for at in group[1:])


def _verified(reading: _Reading, context: Context) -> list[Reading]:
    """The reading; or, where a stated check disagrees with the computed day, both ways to take it."""
    why = Message(
        ", ".join(option.code for option in reading.chosen) or "only",
        "; ".join(option.en for option in reading.chosen),
        "; ".join(option.vi for option in reading.chosen),
    )
    schedule = reading.schedule
    replays = [r for rec in schedule.recurrences for slot in rec.slots for r in slot.replays]
    early = _early_replay(schedule, replays, context)
    if early is not None:
        return early
    if all(r.check is None for r in replays):
        return [Reading(schedule, why)]
    wrong = disagreements(schedule, *_range(context))
    if not wrong:
        return [Reading(schedule, why)]
    _, replay = wrong[0]
    return [
        Reading(_each_replay(schedule, _without_check), _message("check-disagrees/counted", day=replay)),
        Reading(_each_replay(schedule, _by_check), _message("check-disagrees/checked")),
    ]


def _early_replay(schedule: Schedule, replays: list[s.Replay], context: Context) -> list[Reading] | None:
    """A weekday of a numbered or of the same week may lie before the premiere: then it is asked."""
    placed = [
        r.day
        for r in replays
        if isinstance(r.day, s.InMonthWeek)
        or (isinstance(r.day, s.OnWeekday) and r.day.week is s.ReplayWeek.SAME)
    ]
    if not placed:
        return None
    instances = expand(schedule, *_range(context))
    early = [i for i in instances if i.premiere is not None and _day(i.start) < _day(i.premiere)]
    if not early:
        return None
    weekday = WeekdayName(placed[0].weekday)
    return [
        Reading(
            _each_replay(schedule, _following), _message("replay-before-premiere/following", weekday=weekday)
        ),
        Reading(schedule, _message("replay-before-premiere/literal", day=early[0].start)),
    ]


def _following(replay: s.Replay) -> s.Replay:
    if isinstance(replay.day, (s.InMonthWeek, s.OnWeekday)):
        return replace(replay, day=s.OnWeekday(replay.day.weekday))
    return replay


def _day(start: date | datetime) -> date:
    return start.date() if isinstance(start, datetime) else start


def _range(context: Context) -> tuple[date, date]:
    if context.first is not None and context.last is not None:
        return context.first, context.last
    year = context.year or 2024
    return date(year, 1, 1), date(year, 12, 31)


def _without_check(replay: s.Replay) -> s.Replay:
    return replace(replay, check=None)


def _by_check(replay: s.Replay) -> s.Replay:
    check = replay.check
    if check is None or check.weekday is None:
        return replace(replay, check=None)
    day: s.ReplayDay = (
        s.OnWeekday(check.weekday) if check.week is None else s.InMonthWeek(check.week, check.weekday)
    )
    return replace(replay, day=day, check=None)


def _each_replay(schedule: Schedule, change: _Change) -> Schedule:
    recurrences = tuple(
        replace(
            rec,
            slots=tuple(replace(slot, replays=tuple(change(r) for r in slot.replays)) for slot in rec.slots),
        )
        for rec in schedule.recurrences
    )
    return replace(schedule, recurrences=recurrences)


def _doubts(schedule: Schedule, target: tuple[Quota, ...]) -> list[Message]:
    """What a person should know of an understood phrase that yields no dates."""
    if schedule.recurrences or schedule.windows or schedule.quotas:
        return []
    if schedule.stay is not None and not schedule.spans:
        return [_message("needs-target/stay")]
    if any(span.of is None for span in schedule.spans):
        return [_message("needs-target/regularly")]
    return []


def _message(key: str, **facts: object) -> Message:
    return Message(code_of(key), *say(key, **facts))


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


def _refused(text: str, fault: Problem, lang: Lang = "vi") -> Understanding:
    return Understanding(text, "refused", problems=(fault,), lang=lang)
