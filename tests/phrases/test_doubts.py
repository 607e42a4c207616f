"""Words without a licence: the one reading is shown with them, and waits for a person."""

from __future__ import annotations

from types import ModuleType

import pytest

from rules.grammar.lexing.lexer import lex
from rules.grammar.masking.shared.licences import licence, runs
from rules.grammar.recognizing.sentence import sentence
from rules.grammar.terms import parts as p
from rules.phrases import Context, PhraseError, parse, read
from rules.vocabulary import Lang
from rules.vocabulary.licences import EN, VI, Sense
from rules.wording import wording
from tests.phrases.corpus import replays_en, replays_vi, weekdays_en, weekdays_vi


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Ra báo ngày 15 hằng tháng, ví dụ 15/6/2024", ["ví dụ"]),
        ("Ban hành kế hoạch truyền thông trong quý I", ["Ban hành"]),
        ("Ca nhạc 20h thứ Bảy hằng tuần, khách mời có mặt lúc 18h30", ["khách mời có mặt"]),
        ("Market every Saturday 8am. Parking from 7.30am.", ["Parking from 7.30am"]),
        ("Nhạc trẻ 19h bolero 20h thứ Ba hằng tuần", ["bolero"]),
        ("Meets Tuesdays, same as Thursdays", ["same as"]),
    ],
)
def test_words_in_doubt_are_named_in_their_place(phrase: str, words: list[str]) -> None:
    found = read(phrase, Context(year=2024))

    assert (found.status, found.schedule, len(found.readings)) == ("ambiguous", None, 1)
    assert [doubt.text for doubt in found.doubts] == words
    assert all(phrase[doubt.start : doubt.end] == doubt.text for doubt in found.doubts)
    why = found.readings[0].why
    assert why.code == "words-in-doubt" and all(word in why.en and word in why.vi for word in words)


def test_places_are_those_of_the_phrase_as_written() -> None:
    decomposed = "Ra ba\u0301o nga\u0300y 15 ha\u0306\u0300ng tha\u0301ng, vi\u0301 du\u0323 15/6/2024"
    (doubt,) = read(decomposed).doubts

    assert decomposed[doubt.start : doubt.end] == doubt.text == "vi\u0301 du\u0323"


def test_the_one_reading_is_no_schedule_until_it_is_confirmed() -> None:
    with pytest.raises(PhraseError, match="'same as' changes no day and no time"):
        parse("Meets Tuesdays, same as Thursdays")


def test_a_reading_reads_back_without_the_doubt() -> None:
    (reading,) = read("Nhạc trẻ 19h bolero 20h thứ Ba hằng tuần", Context(year=2024)).readings

    assert parse(wording(reading.schedule, "vi")) == reading.schedule


def test_words_in_doubt_are_told_beside_several_readings_too() -> None:
    found = read("Meets Tuesdays, same as Thursdays, at 5:45", Context(year=2024))

    assert found.status == "ambiguous" and len(found.readings) > 1
    assert [doubt.text for doubt in found.doubts] == ["same as"]


@pytest.mark.parametrize(
    ("phrase", "lang", "name"),
    [
        ("Dân ca: 20h thứ Bảy; chèo: 21h Chủ nhật", "vi", "title or remark"),
        ("Thứ Ba chiếu phim 20h", "vi", "what takes place"),
        ("Tháng 8 họp ngày 20", "vi", Sense.HAPPENS),
        ("Tuesdays in the library Fridays in the hall", "en", Sense.PLACE),
        ("thứ Ba cho học sinh thứ Năm", "vi", Sense.WHY),
        ("thứ Ba do Chủ tịch, thứ Năm", "vi", "title or remark"),
        ("thứ Ba bolero thứ Năm", "vi", None),
    ],
)
def test_each_run_has_a_licence_with_a_name(phrase: str, lang: Lang, name: str | None) -> None:
    row = sentence(lex(phrase, lang), lang, len(phrase))
    inside = [run for run in runs(row.tokens, row.parts, lang) if run.inside]

    assert [licence(run) for run in inside][:1] == [name]


@pytest.mark.parametrize("lines", [VI, EN])
def test_no_spelling_has_two_senses(lines: tuple[tuple[str, Sense], ...]) -> None:
    spellings = [text for texts, _ in lines for text in texts.split("|")]

    assert len(spellings) == len(set(spellings))


MARKS = (p.Open, p.Close, p.Break, p.Joint)
EXAMPLES: dict[Lang, str] = {"vi": "ví dụ ", "en": "for example "}


@pytest.mark.parametrize(
    "module", [replays_en, replays_vi, weekdays_en, weekdays_vi], ids=lambda m: m.__name__
)
def test_an_example_before_any_term_is_never_read_in_silence(module: ModuleType) -> None:
    for case in module.CASES:
        context = Context(year=case.year, target=case.target, channels=case.known_channels)
        whole = read(case.text, context)
        if whole.schedule is None:
            continue
        row = sentence(lex(case.text, whole.lang, case.known_channels), whole.lang, len(case.text))
        for part in row.parts[1:]:
            if isinstance(part.meaning, MARKS):
                continue
            changed = case.text[: part.start] + EXAMPLES[whole.lang] + case.text[part.start :]
            found = read(changed, context)
            assert found.status != "understood" or found.schedule == whole.schedule, changed
