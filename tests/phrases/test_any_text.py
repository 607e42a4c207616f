"""Any text: never an exception, a sound result, and never a date without a temporal word in the text."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from rules.instances import expand
from rules.phrases import Context, Understanding, read
from rules.vocabulary import entries

WORDS = sorted({" ".join(e.words) for lang in ("vi", "en") for e in entries(lang)})  # type: ignore[arg-type]
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


def sound(understanding: Understanding) -> None:
    text = understanding.phrase
    match understanding.status:
        case "understood":
            assert understanding.schedule is not None
            assert not understanding.readings and not understanding.problems
            expand(understanding.schedule, date(2024, 1, 1), date(2024, 12, 31))
        case "ambiguous":
            assert understanding.schedule is None and len(understanding.readings) > 1
        case "refused":
            assert understanding.schedule is None and understanding.problems
    for problem in understanding.problems:
        assert 0 <= problem.start <= problem.end <= len(text)
    for ignored in understanding.ignored:
        assert text[ignored.start : ignored.end] == ignored.text


@settings(max_examples=600)
@given(st.text(max_size=200))
def test_any_text_gives_a_sound_result(text: str) -> None:
    sound(read(text, CONTEXT))


@settings(max_examples=1500)
@given(st.lists(PIECES, max_size=14).map(" ".join))
def test_any_row_of_temporal_words_gives_a_sound_result(text: str) -> None:
    sound(read(text, CONTEXT))


@settings(max_examples=400)
@given(st.text(alphabet="abcdeghiklmnopqrstuvxyăâđêôơư ,.", max_size=80))
def test_text_without_numbers_or_temporal_words_gives_no_dates(text: str) -> None:
    understanding = read(text, CONTEXT)
    words = {w for e in WORDS for w in e.split()}
    if understanding.status == "understood":
        assert any(w.lower() in words for w in text.replace(",", " ").replace(".", " ").split())
