"""What an item's phrase means, with the reading that a person chose where it is ambiguous."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Literal

from rules.phrases import Context, Understanding, read
from rules.schedule import Schedule, WeekConvention
from rules.wording import wording
from scheduler.locale import Words
from scheduler.planning.plan_file.entries import Lang, Notice


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a phrase gives no schedule; `key` says which line of the plan file must be mended.

    `choices` are the wordings (vi, en) of the readings that may be pinned.
    """

    key: Literal["when", "reading", "target"]
    code: str
    en: str
    vi: str
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Interpretation:
    """The schedule with the reader's remarks, or None with the troubles."""

    schedule: Schedule | None
    notices: tuple[Notice, ...] = ()
    troubles: tuple[Trouble, ...] = ()


def phrase_context(
    lang: Lang,
    days: tuple[date, date],
    weeks: WeekConvention,
    target: str | None,
    channels: tuple[str, ...],
    valid: tuple[date | None, date | None],
    zone: str | None = None,
) -> Context:
    """What an item's phrase leans on, at a load and ever after.

    `days` are the plan's first and last, `valid` the item's own where it has them; `weeks` is the
    item's convention or else the plan's, `channels` names its outlet's, `zone` is the plan's.
    """
    (first, last), (valid_from, valid_until) = days, valid
    return Context(
        lang=lang,
        year=first.year,
        weeks=weeks,
        target=target,
        channels=channels,
        first=max(valid_from or first, first),
        last=min(valid_until or last, last),
        zone=zone,
    )


# A plan has the same phrase many times, and a load reads it to compare and again to write.
@lru_cache(maxsize=20_000)
def interpret(when: str, reading: str | None, context: Context) -> Interpretation:
    """What `when` means; `reading` is the wording, in either language, of the reading to take."""
    understanding = read(when, context)
    if understanding.status == "refused":
        return Interpretation(None, troubles=_refusals(when, understanding))
    schedules = [one.schedule for one in understanding.readings]
    if understanding.status == "understood" and understanding.schedule is not None:
        schedules = [understanding.schedule]
    shown, schedules = schedules, [*schedules, *understanding.alike]  # a pinned one may be either
    if any(map(_has_seconds, schedules)):
        return Interpretation(None, troubles=(_SECONDS,))
    if understanding.status == "understood" and reading is None:
        return Interpretation(understanding.schedule, _notices(understanding))
    for schedule in schedules if reading is not None else []:
        if _plain(reading or "") in (_plain(wording(schedule, "vi")), _plain(wording(schedule, "en"))):
            return Interpretation(schedule, _notices(understanding))
    lang: Lang = context.lang or ("en" if when.isascii() else "vi")
    lines = "".join(f"\n    reading: {_quoted(wording(schedule, lang))}" for schedule in shown)
    trouble = _to_settle(when, understanding, lines) if reading is None else _unknown_reading(lines)
    choices = tuple((wording(schedule, "vi"), wording(schedule, "en")) for schedule in schedules)
    return Interpretation(None, troubles=(replace(trouble, choices=choices),))


# Between what is doubtful and the lines that a plan file may take; a page offers these as buttons.
CHOOSE = Words(
    en="\nChoose by adding one of these lines:",
    vi="\nHãy chọn bằng cách thêm một trong các dòng:",
)
CONFIRM = Words(en="\nConfirm by adding this line:", vi="\nHãy xác nhận bằng cách thêm dòng:")
_SECONDS = Trouble(
    "when",
    "rule-seconds",
    "A plan's airings begin on whole minutes: write the rule with seconds 00.",
    "Các lần phát của kế hoạch bắt đầu vào phút tròn: hãy ghi quy tắc với giây 00.",
)


def _has_seconds(schedule: Schedule) -> bool:
    return any(slot.at is not None and slot.at.second for each in schedule.recurrences for slot in each.slots)


def _refusals(when: str, understanding: Understanding) -> tuple[Trouble, ...]:
    found = []
    for problem in understanding.problems:
        if problem.code == "target":
            found.append(Trouble("target", "bad-target", problem.en, problem.vi))
            continue
        shown = excerpt(when, problem.start, problem.end)
        found.append(Trouble("when", problem.code, f"{problem.en}\n{shown}", f"{problem.vi}\n{shown}"))
    return tuple(found)


def _to_settle(when: str, understanding: Understanding, lines: str) -> Trouble:
    """What a person has to say: which reading is meant, or that the only one is."""
    return (
        _choice(understanding, lines)
        if len(understanding.readings) != 1
        else _confirmation(when, understanding, lines)
    )


def _confirmation(when: str, understanding: Understanding, lines: str) -> Trouble:
    why = understanding.readings[0].why
    shown = "".join(f"\n{excerpt(when, one.start, one.end)}" for one in understanding.doubts)
    return Trouble(
        "when",
        "ambiguous",
        f"This phrase can be read, {why.en}.{shown}{CONFIRM.en}{lines}",
        f"Hiểu được cụm thời gian này, {why.vi}.{shown}{CONFIRM.vi}{lines}",
    )


def _choice(understanding: Understanding, lines: str) -> Trouble:
    reasons = dict.fromkeys((one.why.en, one.why.vi) for one in understanding.readings)
    en = "".join(f"\n    {text}" for text, _ in reasons)
    vi = "".join(f"\n    {text}" for _, text in reasons)
    return Trouble(
        "when",
        "ambiguous",
        f"This phrase can be read in several ways:{en}{CHOOSE.en}{lines}",
        f"Cụm thời gian này có nhiều cách hiểu:{vi}{CHOOSE.vi}{lines}",
    )


def _unknown_reading(lines: str) -> Trouble:
    return Trouble(
        "reading",
        "unknown-reading",
        f"The phrase has no such reading; take one of these lines:{lines}",
        f"Cụm thời gian không có cách hiểu này; hãy dùng một trong các dòng:{lines}",
    )


def _quoted(text: str) -> str:
    """As a plan file takes it, whatever signs it holds."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _notices(understanding: Understanding) -> tuple[Notice, ...]:
    found = [Notice(warning.en, warning.vi) for warning in understanding.warnings]
    found += [
        Notice(f'Read "{one.was}" as "{one.read_as}".', f'Đã đọc "{one.was}" là "{one.read_as}".')
        for one in understanding.corrections
    ]
    found += [
        Notice(f'Not used: "{one.text}".', f'Không dùng đến: "{one.text}".') for one in understanding.ignored
    ]
    return tuple(found)


def excerpt(phrase: str, start: int, end: int, width: int = 72) -> str:
    """Two lines: the phrase around the span (characters `start` to `end`), and carets below the span."""
    flat = "".join(" " if sign.isspace() else sign for sign in phrase)
    begin = max(0, min(start - width // 3, len(flat) - width))
    before = _cells(flat[begin:start])
    marked = max(1, _cells(flat[start : min(end, begin + width)]))
    return f"    {flat[begin : begin + width]}\n    {' ' * before}{'^' * marked}"


def _cells(text: str) -> int:
    return sum(1 for sign in text if not unicodedata.combining(sign))
