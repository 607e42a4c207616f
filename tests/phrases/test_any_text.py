"""Any text: never an exception, a sound result, and never a date without a temporal word in the text."""

from __future__ import annotations

import random
import re
import time
import unicodedata
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.instances import expand
from rules.phrases import LONGEST_PHRASE, Context, Understanding, read
from rules.schedule import Schedule
from rules.vocabulary import entries
from tests.phrases import mutation_words
from tests.phrases.test_mutations import texts

WORDS = sorted({" ".join(e.words) for lang in ("vi", "en") for e in entries(lang)})
MARKS = [",", ";", "/", "-", "(", ")", ":", ".", "+", "“", "”", "\n"]
NUMBERS = [
    "0",
    "1",
    "3",
    "5",
    "12",
    "15",
    "17",
    "30",
    "31",
    "45",
    "99",
    "2024",
    "0918",
    "2O",
    "17h45",
    "05:45",
    "5:45",
    "15/5",
    "29/2",
]
PIECES = st.sampled_from([*WORDS, *MARKS, *NUMBERS, "KG", "KG1", "Báo", "Kiên Giang", "the"])
CONTEXT = Context(year=2024, first=date(2024, 1, 1), last=date(2024, 12, 31))
SENTENCES = st.sampled_from(texts())
LONGEST_SECONDS = 0.050
# Words with a time of day or a frequency of their own, beside those of `mutation_words`.
_MORE_WORDS = """six noon midday midnight quarter trua nua dem mot muoi tam chin bon rang one two three
    four five seven eight nine ten eleven twelve year years nam thuong xuyen regularly ongoing
    lien tuc once twice a an per moi ca suot quanh tron whole all round t8 t9 q1 q2 q3 q4 w1
    w2 w3 w4 w5 annually yearly weds quarterly biannually half-yearly ky ki hang lan m f mo fr sa su
    nightly semiannually semiannual annual semimonthly weeknight weeknights workday workdays alternating
    christmas eve semiyearly semi-yearly tth tuth mwf"""


def plain(text: str) -> str:
    spread = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in spread if not unicodedata.combining(c))


_CAUSES = frozenset(plain(" ".join((*mutation_words.OF_TIME.values(), _MORE_WORDS))).split())


def has_cause(text: str, schedule: Schedule) -> bool:
    """True where the text has a number or a word of time, and each hour of the schedule in one of them."""
    if not (schedule.recurrences or schedule.windows or any(span.of for span in schedule.spans)):
        return True  # "continuously" has no dates
    folded = plain(text)
    words = set(re.findall(r"[^\W\d_]+\d?|\d+", folded))
    digits = re.findall(r"\d+", unicodedata.normalize("NFKC", folded))
    numbers = {int(one[:9]) for one in digits} | {int(one[:2]) for one in digits}  # 1754 hours
    if not (numbers or words & _CAUSES):
        return False
    hours = {slot.at.hour for rule in schedule.recurrences for slot in rule.slots if slot.at is not None}
    in_words = words & set(plain(_MORE_WORDS).split()) or words & {"hai", "ba", "tu", "sau", "bay", "past"}
    return bool(in_words) or all(
        numbers & {hour, hour % 12, (hour + 1) % 24, (hour + 1) % 12} for hour in hours
    )


def read_in_time(text: str, most: float = LONGEST_SECONDS) -> Understanding:
    """Read within 50 ms of the processor; a slow reading is repeated, to leave out the machine's noise."""
    for _ in range(5):
        began = time.process_time()
        understanding = read(text, CONTEXT)
        if time.process_time() - began <= most:
            return understanding
    raise AssertionError(f"five readings took more than {most} s each: {text!r}")


def sound(understanding: Understanding) -> None:
    text = understanding.phrase
    match understanding.status:
        case "understood":
            assert understanding.schedule is not None
            assert not understanding.readings and not understanding.problems
            meant = " ".join([text, *(slip.read_as for slip in understanding.corrections)])
            assert has_cause(meant, understanding.schedule), understanding.schedule
            expand(understanding.schedule, date(2024, 1, 1), date(2024, 12, 31))
        case "ambiguous":
            assert understanding.schedule is None
            assert len(understanding.readings) > 1 or (understanding.readings and understanding.doubts)
        case "refused":
            assert understanding.schedule is None and understanding.problems
    for problem in understanding.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
    for ignored in understanding.ignored:
        assert text[ignored.start : ignored.end] == ignored.text


@settings(max_examples=600)
@given(st.text(max_size=200))
def test_any_text_gives_a_sound_result(text: str) -> None:
    sound(read_in_time(text))


@settings(max_examples=1500)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_any_row_of_temporal_words_gives_a_sound_result(text: str) -> None:
    sound(read_in_time(text))


@settings(max_examples=600)
@given(st.lists(SENTENCES, min_size=1, max_size=3), st.data())
def test_sentences_cut_and_glued_give_a_sound_result(sentences: list[str], data: st.DataObject) -> None:
    cut = []
    for sentence in sentences:
        first = data.draw(st.integers(0, len(sentence)))
        cut.append(sentence[first : data.draw(st.integers(first, len(sentence)))])
    sound(read_in_time(data.draw(st.sampled_from(["", " ", ", ", "; ", "\n"])).join(cut)))


@settings(max_examples=400)
@given(SENTENCES.flatmap(lambda sentence: st.permutations(sentence.split())).map(" ".join))
def test_sentences_with_their_words_shuffled_give_a_sound_result(text: str) -> None:
    sound(read_in_time(text))


def test_the_longest_texts_are_read_in_time() -> None:
    dice = random.Random(4)  # noqa: S311 - no secret
    for _ in range(40):
        pieces = ""
        while len(pieces) < LONGEST_PHRASE:
            sentence = dice.choice(texts())
            pieces += sentence[dice.randrange(len(sentence)) :] + dice.choice(["; ", ", ", " ", "\n"])
        # 50 ms on a quiet machine: five times as much, so that a busy one does not fail it.
        sound(read_in_time(pieces[:LONGEST_PHRASE], 5 * LONGEST_SECONDS))


@settings(max_examples=400)
@given(st.text(alphabet="abcdeghiklmnopqrstuvxyăâđêôơư ,.", max_size=80))
def test_text_without_numbers_or_temporal_words_gives_no_dates(text: str) -> None:
    understanding = read(text, CONTEXT)
    words = {w for e in WORDS for w in e.split()}
    if understanding.status == "understood":
        assert any(w.lower() in words for w in text.replace(",", " ").replace(".", " ").split())
