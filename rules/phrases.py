"""Text -> schedule; or readings to choose from; or problems with the exact span and what was expected.

The promise: a phrase is understood whole, or the reader is told which words were not, or shown the
readings. `read` answers all three; `parse` returns the schedule or raises `PhraseError`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from rules.grammar.messages import Texts, code_of, problem, say
from rules.grammar.reading import Read, language, of_time, read_quotas, read_words, spoken
from rules.likeness import groups
from rules.schedule import Quota, Schedule
from rules.targets import complete
from rules.understanding import (
    Context,
    Message,
    PhraseError,
    Problem,
    Reading,
    Understanding,
    refused,
    verified_range,
)
from rules.vocabulary import OTHER, Lang

__all__ = [
    "LONGEST_PHRASE", "Context", "Message", "PhraseError", "Reading", "Understanding", "language", "parse",
    "read", "read_target",
]  # fmt: skip

LONGEST_PHRASE = 5_000
_PLAIN = Context()
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
        return refused(text, problem("too-long", LONGEST_PHRASE, len(text), most=LONGEST_PHRASE))
    if _RULE_TEXT.search(text):
        return _read_rule_text(text, context)
    lang = language(text, context.lang)
    understanding = _concluded(read_words(text, lang, context), context)
    if [one.code for one in understanding.problems] == ["too-many-rules"]:
        return understanding
    perhaps_other = understanding.status == "refused" and (text.isascii() or lang == "en")
    if perhaps_other and len(spoken(text)) > 1:
        again = _concluded(read_words(text, OTHER[lang], context), context)
        unused = [one.text for one in again.ignored] + [one.text for one in again.doubts]
        if again.status != "refused" and not any(of_time(one, lang) for one in unused):
            return again
    return understanding


def _read_rule_text(text: str, context: Context) -> Understanding:
    """RFC 5545 text; what reads and expands it is loaded here, so that phrases do not wait for it."""
    from rules.recurrence.reading import Surroundings as Around
    from rules.recurrence.reading import read_text

    lang = context.lang or "vi"
    found = read_text(text, Around(verified_range(context)[0], context.zone))
    if found.fault is not None:
        return refused(text, Problem(*found.fault), lang)
    warnings = tuple(Message(one.code, one.en, one.vi) for one in found.remarks)
    readings = tuple(Reading(schedule, Message(why.code, why.en, why.vi)) for schedule, why in found.readings)
    if len(readings) > 1:
        return Understanding(text, "ambiguous", readings=readings, warnings=warnings, lang=lang)
    return Understanding(text, "understood", readings[0].schedule, warnings=warnings, lang=lang)


def read_target(text: str, lang: Lang | None = None) -> tuple[Quota, ...]:
    """The quotas of a target: "2 số/tháng (24 số/năm)", "39 articles and 37 photos a year", "2/month".

    Raises `PhraseError` where no count is found, or where the counts disagree.
    """
    found, known = read_quotas(text, lang)
    if isinstance(found, Problem):
        raise PhraseError(refused(text, found, known))
    return found


def _concluded(found: Read, context: Context) -> Understanding:
    """Complete what was read by the target, put readings of the same dates together, and give the status."""
    base = found.told
    if base.problems:
        return base
    try:
        target = read_target(context.target, base.lang) if context.target else ()
    except PhraseError as error:
        fault = error.problems[0]
        return replace(base, problems=(problem("target", 0, 0, fault=Texts(fault.en, fault.vi)),))
    unique: dict[Schedule, Reading] = {}
    for one in found.readings:
        completed = complete(one.schedule, target or one.schedule.quotas)
        unique.setdefault(completed, replace(one, schedule=completed))
    shown, alike = _merged(tuple(unique.values()), context)
    base = replace(base, alike=alike)
    if len(shown) > 1:
        return replace(base, status="ambiguous", readings=shown)
    schedule = shown[0].schedule
    warnings = (*base.warnings, *_without_dates(schedule))
    return _to_confirm(replace(base, status="understood", schedule=schedule, warnings=warnings))


def _to_confirm(found: Understanding) -> Understanding:
    """What was understood but for words without a licence: its one reading waits for a person."""
    if not found.doubts or found.schedule is None:
        return found
    named = [doubt.text for doubt in found.doubts]
    words = Texts(", ".join(f"'{one}'" for one in named), ", ".join(f"“{one}”" for one in named))
    reading = Reading(found.schedule, _message("words-in-doubt", words=words))
    return replace(found, status="ambiguous", schedule=None, readings=(reading,))


def _merged(
    readings: tuple[Reading, ...], context: Context
) -> tuple[tuple[Reading, ...], tuple[Schedule, ...]]:
    """Readings that differ in their dates; and the schedules of the others. Without a year all may differ."""
    if len(readings) < 2 or context.year is None:
        return readings, ()
    first, last = verified_range(context)
    whole = date(min(first.year, context.year), 1, 1), date(max(last.year, context.year), 12, 31)
    found = groups([reading.schedule for reading in readings], *whole)
    shown = tuple(readings[group[0]] for group in found)
    return shown, tuple(readings[at].schedule for group in found for at in group[1:])


def _without_dates(schedule: Schedule) -> list[Message]:
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
