"""Clear sentences, changed in one word: the reading must follow the change, ask, or refuse.

A word of time that is dropped or replaced without any change of the schedule was never read; one that is
put in without a trace was passed over. Both are wrong dates in silence. What counts as a word of time is
listed here, apart from the reader's own vocabulary.

    python -m tests.phrases.test_mutations 20

runs as many seeds and prints what does not hold.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import sys
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from zlib import crc32

import pytest

from rules.instances import expand
from rules.phrases import Context, Understanding, language, read
from rules.schedule import Schedule
from tests.phrases import corpus
from tests.phrases import mutation_words as words
from tests.phrases.corpus.case import Case
from tests.phrases.corpus.run import faults

_WORD = re.compile(r"[ap]\.m\.|[^\W_]+(?:[:.](?=\d)[^\W_]+)*")
_MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DATED = re.compile(rf"\d\s*/\s*\d|\d {_MONTH}|{_MONTH} \d")
_NAMED = re.compile(r"tháng (\d|chẵn|lẻ)")
_WEEKDAYS = frozenset({"cn", "sunday", "sundays", "sun", "monday", "saturday"})
_UP_TO, _AFTER_MIDNIGHT = re.compile(r"([-–]|to|until)( sáng)?$"), re.compile(r"(morning )?0?1(:|h|am)")
_MOVED = re.compile(r"(moved|postponed) to|(dời|chuyển) sang ngày \d")
_NEXT_ONE = re.compile(r"\. .*(next|first|last|tiếp theo)\b|, next ")
_TIMED = re.compile(r"\d\s*(h(?![àằ])|giờ|:|am|pm)")  # not "tuần 1 hằng tháng"
_DIGITS = re.compile(r"\d+")
_TERM = {lang: frozenset(text.split()) for lang, text in words.OF_TIME.items()}
_REPLACED = {lang: dict(pair.split("/") for pair in text.split()) for lang, text in words.REPLACED.items()}
_LEADING = frozenset(words.LEADING.split())
_OWN_DAYS = re.compile(
    r"(tháng \d+|(in )?[a-z]+ber|(in )?(january|february|may|july|august)),? .*(họp|phát|vào|on|\()"
)
_TWICE = re.compile(r"\d{1,2}:\d\d \(\d{1,2} [ap]m\)")  # one time on both clocks
_REDUNDANT = frozenset(word for line in words.REDUNDANT for word in line.split())


@dataclass(frozen=True)
class Word:
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class Sentence:
    case: Case
    lang: str
    base: Understanding
    words: tuple[Word, ...]

    def of_time(self, word: Word) -> bool:
        """A word of the list above or a number, outside what the reading lists as ignored."""
        if word.text.lower() not in _TERM[self.lang] and not word.text[0].isdigit():
            return False
        return not any(i.start < word.end and word.start < i.end for i in self.base.ignored)


def read_again(text: str, case: Case) -> Understanding:
    context = Context(
        year=case.year,
        first=date(case.year, 1, 1),
        last=date(case.year, 12, 31),
        target=case.target,
        channels=case.known_channels,
    )
    return read(text, context)


@cache
def sentences() -> tuple[Sentence, ...]:
    """The clear sentences of the corpus that hold: what is wrong before any change is told elsewhere."""
    found = []
    for module in pkgutil.iter_modules(corpus.__path__):
        loaded = importlib.import_module(f"tests.phrases.corpus.{module.name}")
        for case in getattr(loaded, "CASES", ()):
            if case.status == "understood" and not faults(case):
                base = read_again(case.text, case)
                if not unicodedata.is_normalized("NFC", case.text):
                    continue  # its words are cut at their accents here
                found_words = tuple(Word(m.group(), m.start(), m.end()) for m in _WORD.finditer(case.text))
                found.append(Sentence(case, language(case.text), base, found_words))
    return tuple(found)


def texts() -> list[str]:
    """Each sentence of the corpus, clear or not."""
    found = {}
    for module in pkgutil.iter_modules(corpus.__path__):
        loaded = importlib.import_module(f"tests.phrases.corpus.{module.name}")
        found.update(dict.fromkeys(case.text for case in getattr(loaded, "CASES", ())))
    return list(found)


def same(sentence: Sentence, again: Understanding) -> bool:
    return again.schedule is not None and again.schedule == sentence.base.schedule


def silent(sentence: Sentence, again: Understanding) -> bool:
    """Other dates, and nothing asked."""
    if again.schedule is None or again.schedule == sentence.base.schedule:
        return False
    return _dates(sentence.case, again.schedule) != _dates(sentence.case, sentence.base.schedule)


def _dates(case: Case, schedule: Schedule | None) -> set[tuple[object, ...]]:
    assert schedule is not None
    found = expand(schedule, date(case.year, 1, 1), date(case.year, 12, 31))
    return {(i.kind, i.start, i.end if i.kind in ("window", "span") else None) for i in found}


def cut(text: str, word: Word, new: str = "") -> str:
    return text[: word.start] + new + text[word.end :]


def redundant(sentence: Sentence, word: Word) -> bool:
    """True for a word that may go, or be another, without a change: by the rules above and these."""
    lower, text = word.text.lower(), sentence.case.text.lower()
    before, behind = text[: word.start].rstrip(), text[word.end :].lstrip()
    return (
        lower in _REDUNDANT
        # the plan's own year, and the word before it
        or lower == str(sentence.case.year)
        or (lower == "năm" and behind.startswith(str(sentence.case.year)))
        # said again elsewhere: "19:00 (7 pm)", a check "(Tuesday)", "morning … 10:30 am"
        or sum(w.text.lower() == lower for w in sentence.words) > 1
        or (lower == "am" and ("morning" in text or "noon" in text))
        or (lower == "pm" and "evening" in text)
        or (lower == "lần" and before.endswith("một"))
        or any(said.start() <= word.start < said.end() for said in _TWICE.finditer(text))
        # no minutes: "8 giờ 00"
        or lower.strip("0") == ""
        # the weekday of a date, which the date says already
        or _DATED.search(text) is not None
        # "Wednesdays, except the last Wednesday of the month"
        or (f"{lower}s" in text and before.endswith("except the last"))
        # "Weekends (Saturday and Sunday)"
        or (lower.startswith("weekend") and behind.startswith("(saturday"))
        # "bắt đầu lúc": to begin
        or (lower == "đầu" and before.endswith("bắt"))
        # "tuần thứ 2": week 2
        or (lower == "thứ" and before.endswith("tuần"))
        # "ngày thứ 20 của tháng": day 20
        or (lower == "thứ" and before.endswith("ngày") and behind[:2].isdigit())
        # "12 noon", "12:00 noon"
        or (lower.startswith("12") and behind.startswith("noon"))
        # how long a piece is or how much room it takes, where no time of day holds it
        # which of the repeats it is: their order says it, too; how many the days are that are named
        # "Sat., Sept. 14"
        or behind.startswith(("., ", "min", "phút", "a page", "trang", "repeat", "kỳ", "ngày cuối tuần"))
        # "mỗi tháng một (lần)", "thường xuyên (trong năm)": the words before say it
        or re.search(r"(mỗi|hằng) (tuần|tháng|quý)( tổ chức)? một$|thường xuyên trong$", before) is not None
        # "02 đợt/năm (tháng 4, tháng 10)": the year that holds the months
        or (lower == "năm" and before.endswith(("/", "trong")) and _NAMED.search(text) is not None)
        # "4 bài/": a count without a period is of the year
        or (lower == "năm" and before.endswith("/") and not behind)
        # "ngày 19 tháng năm 2024" is in May, too
        or (lower == "5" and before.endswith("tháng") and behind.startswith("năm"))
        # "…, (except) February on the fourth Thursday": a month that leads has days of its own anyway
        or (lower in ("trừ", "except") and _OWN_DAYS.match(behind) is not None)
        # "mỗi quý (1) lần", "3 (lần)/ngày", "ngày 22/12 hằng (năm)"
        or (lower == "1" and behind.startswith("lần") and before.endswith("mỗi quý"))
        or (lower == "lần" and behind.startswith("/"))
        or (lower == "năm" and before.endswith("hằng"))
        # "Saturday 22:00 - (Sunday) 01:00": the hours say that it ends on the day behind
        or (
            lower in _WEEKDAYS
            and _UP_TO.search(before) is not None
            and _AFTER_MIDNIGHT.match(behind) is not None
        )
        # "Mondays; if the (Monday) is a holiday"
        or (lower in _WEEKDAYS and behind.startswith("is a"))
        # "(hai) ngày cuối tuần"
        or (lower == "hai" and behind.startswith("ngày cuối tuần"))
    )


def given_up(sentence: Sentence, word: Word) -> bool:
    """True in the date that another one takes the place of, and in one that a rule has anyway.

    "Of 6 May is moved to 7 May"; "Mondays 8pm. The next meeting is on 6 May".
    """
    text = sentence.case.text.lower()
    return _MOVED.search(text, word.end) is not None or _NEXT_ONE.search(text[: word.start]) is not None


def unheard(sentence: Sentence, word: Word) -> bool:
    """A word of the list that says nothing of time where it stands."""
    lower, text = word.text.lower(), sentence.case.text.lower()
    before, behind = text[: word.start].rstrip(), text[word.end :].lstrip()
    if given_up(sentence, word):
        return True
    if lower in ("hai", "ba", "tư", "năm", "sáu", "bảy"):
        return not before.endswith("thứ")
    if lower in ("to", "until", "đến"):  # "the bus to the hospital"
        return not (behind[:1].isdigit() or behind.split(" ")[0].strip(",.") in _TERM[sentence.lang])
    # all days, or working days, of the week or of the month
    if lower == "tuần" and before.endswith(("tất cả các ngày trong", "các ngày làm việc trong")):
        return True
    if lower == "quý" and before.endswith("mỗi") and "hằng tháng" in text:  # days that the other rule has
        return True
    if lower == "quý" and "(tháng" in text:  # its months are named
        return True
    if lower == "đầu":  # "bắt đầu"
        return before.endswith("bắt")
    # "buổi sáng" beside no time of day: no time is kept, and a warning says so
    return lower in ("sáng", "chiều", "tối", "morning") and not _TIMED.search(text)


# --- the changes: each yields (text, why it does not hold) ---

Change = Callable[[Sentence, random.Random], Iterator[tuple[str, str]]]


def dropped(sentence: Sentence, dice: random.Random) -> Iterator[tuple[str, str]]:
    for word in sentence.words:
        if sentence.of_time(word) and not redundant(sentence, word):
            text = cut(sentence.case.text, word)
            if same(sentence, read_again(text, sentence.case)):
                yield text, f"{word.text!r} was dropped, and the schedule is the same"


def doubled(sentence: Sentence, dice: random.Random) -> Iterator[tuple[str, str]]:
    for word in _some(sentence, dice, 4):
        text = cut(sentence.case.text, word, f"{word.text} {word.text}")
        if silent(sentence, read_again(text, sentence.case)):
            yield text, f"{word.text!r} stands twice, and the dates are others"


def swapped(sentence: Sentence, dice: random.Random) -> Iterator[tuple[str, str]]:
    """Plain text that changes places with its neighbour changes no dates."""
    for one, two in zip(sentence.words, sentence.words[1:], strict=False):
        if any(sentence.of_time(word) or _counts(word) for word in (one, two)):
            continue  # a word of time at another place may belong to another
        between = sentence.case.text[one.end : two.start]
        if between != " " or dice.random() < 0.5:
            continue
        text = sentence.case.text[: one.start] + two.text + " " + one.text + sentence.case.text[two.end :]
        if silent(sentence, read_again(text, sentence.case)):
            yield text, f"{one.text!r} and {two.text!r} changed places, and the dates are others"


def renumbered(sentence: Sentence, dice: random.Random) -> Iterator[tuple[str, str]]:
    for word in sentence.words:
        for number in _DIGITS.finditer(word.text):
            behind = sentence.case.text[word.end :].lstrip()
            if not sentence.of_time(word) or behind.startswith(("min", "phút")):
                continue  # a length without a time of day is not kept
            if given_up(sentence, word):
                continue
            if "week of" in sentence.case.text:
                continue  # another day of the same week
            other = str(int(number.group()) + dice.choice((1, 2, 3))).zfill(len(number.group()))
            new = word.text[: number.start()] + other + word.text[number.end() :]
            text = cut(sentence.case.text, word, new)
            if same(sentence, read_again(text, sentence.case)):
                yield text, f"{word.text!r} became {new!r}, and the schedule is the same"


def replaced(sentence: Sentence, dice: random.Random) -> Iterator[tuple[str, str]]:
    for word in sentence.words:
        new = _REPLACED[sentence.lang].get(word.text.lower())
        if new is None or not sentence.of_time(word) or unheard(sentence, word):
            continue
        if word.text.lower() in ("trừ", "except") and redundant(sentence, word):
            continue
        text = cut(sentence.case.text, word, new)
        if same(sentence, read_again(text, sentence.case)):
            yield text, f"{word.text!r} became {new!r}, and the schedule is the same"


def unaccented(sentence: Sentence, dice: random.Random) -> Iterator[tuple[str, str]]:
    for word in _some(sentence, dice, 5):
        plain = unicodedata.normalize("NFD", word.text.replace("đ", "d").replace("Đ", "D"))
        plain = "".join(c for c in plain if not unicodedata.combining(c))
        if plain == word.text:
            continue
        text = cut(sentence.case.text, word, plain)
        if silent(sentence, read_again(text, sentence.case)):
            yield text, f"{word.text!r} lost its accents, and the dates are others"


def inserted(sentence: Sentence, dice: random.Random) -> Iterator[tuple[str, str]]:
    for new in dice.sample(words.INSERTED[sentence.lang], 3):
        at = dice.choice([word.start for word in sentence.words])
        text = sentence.case.text[:at] + new + " " + sentence.case.text[at:]
        again = read_again(text, sentence.case)
        named = any(i.start <= at and at + len(new) <= i.end for i in again.ignored)
        if same(sentence, again) and not named and not _repeats(sentence, new):
            yield text, f"{new!r} was put in, and the schedule is the same"


def _some(sentence: Sentence, dice: random.Random, count: int) -> list[Word]:
    return dice.sample(sentence.words, min(count, len(sentence.words)))


def _counts(word: Word) -> bool:
    return word.text[0].isdigit() or word.text.lower() in _LEADING


def _repeats(sentence: Sentence, new: str) -> bool:
    """True where the sentence says it already: a weekday of its dates, a month that holds them all."""
    days = [*sentence.case.airings, *(day for period in sentence.case.periods for day in period)]
    months = words.MONTHS.get(new)
    return (
        new.lower() in sentence.case.text.lower()
        or words.WEEKDAYS.get(new) in {day.weekday() for day in days}
        or (months is not None and {day.month for day in days} <= set(months))
    )


def dice_of(sentence: Sentence, seed: int = 0) -> random.Random:
    """The same choices at every run."""
    return random.Random(crc32(sentence.case.text.encode()) + seed)  # noqa: S311 - no secret


CHANGES: tuple[Change, ...] = (dropped, doubled, swapped, renumbered, replaced, unaccented, inserted)


def missed(change: Change, chosen: Iterable[Sentence]) -> str:
    """What does not hold of the sentences, each changed so."""
    found = []
    for sentence in chosen:
        dice = dice_of(sentence)
        found += [f"{text}\n    {why}" for text, why in change(sentence, dice)]
    return "\n".join(found)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_reading_follows_each_change(change: Change) -> None:
    a_third = (one for one in sentences() if crc32(one.case.text.encode()) % 3 == 0)
    assert missed(change, a_third) == ""


@pytest.mark.long
@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_reading_of_every_sentence_follows_each_change(change: Change) -> None:
    assert missed(change, sentences()) == ""


def main(seeds: int) -> None:
    """Print what does not hold with as many seeds."""
    for change in CHANGES:
        found: dict[str, str] = {}
        for seed in range(seeds):
            for sentence in sentences():
                dice = dice_of(sentence, seed)
                found.update(change(sentence, dice))
            if change in (dropped, replaced):
                break
        print(f"== {change.__name__}: {len(found)}")
        for text, why in found.items():
            print(f"{text}\n    {why}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
