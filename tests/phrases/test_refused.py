"""Phrases that are not understood: refused with the exact words, or shown with their readings."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from rules.phrases import LONGEST_PHRASE, Context, PhraseError, parse, read, read_target

CONTEXT = Context(year=2024, first=date(2024, 1, 1), last=date(2024, 12, 31))

REFUSED = [
    ("25h30 thứ Tư tuần 3", "impossible-time", "25h30"),
    ("17h75 thứ Tư tuần 3", "impossible-time", "17h75"),
    ("24h thứ Tư tuần 3", "midnight", "24h"),
    ("17 giờ sáng thứ Tư tuần 3", "contradicting-time", "17 giờ sáng"),
    ("17h45 thứ 8 tuần 3", "impossible-weekday", "thứ 8"),
    ("8h ngày 31/4", "impossible-date", "31/4"),
    ("8h ngày 29/2/2023", "impossible-date", "29/2/2023"),
    ("8h ngày 15/13", "impossible-date", "15/13"),
    ("tháng 13", "impossible-month", "tháng 13"),
    ("quý 5", "impossible-quarter", "quý 5"),
    ("8h ngày 32 hằng tháng", "impossible-day", "ngày 32"),
    ("tuần 0 hằng tháng", "impossible-week", "tuần 0"),
    ("2O giờ thứ Tư tuần 3", "unreadable-number", "2O"),
    ("8h ngày 0918", "unreadable-number", "0918"),
    ("8h rằm hằng tháng", "lunar-calendar", "rằm"),
    ("tháng Giêng", "lunar-calendar", "tháng Giêng"),
    ("Wednesday week 3 at 17:45 thứ Hai", "two-languages", "thứ"),
    # clauses that turn against what stands before them
    ("Mondays at 11am until 29 April, thereafter at 10am", "not-understood", "thereafter at 10am"),
    ("16h thứ Hai hằng tuần, từ tháng 6 thêm thứ Năm", "not-understood", "từ tháng 6 thêm"),
    ("Đêm thứ Bảy rạng sáng Chủ nhật", "not-understood", "Đêm thứ Bảy rạng sáng Chủ nhật"),
    ("Giving Tuesday", "not-understood", "Giving Tuesday"),
    # words that change the time behind them are never passed over
    ("3 ngày trước ngày 15/5", "not-understood", "trước"),
    # several times a day, and when it is over: no airing, and no range, of its own
    ("On the hour from 6am to 10am, Monday to Friday", "not-understood", "On the hour"),
    ("Tours hourly from 10am to 4pm, Saturdays", "not-understood", "hourly"),
    ("Every 30 minutes from 9am to noon on Saturdays", "not-understood", "Every 30 minutes"),
    ("Every half hour from 9am to noon on Saturdays", "not-understood", "Every half hour"),
    ("Bản tin mỗi giờ từ 6h đến 10h, thứ Hai đến thứ Sáu", "not-understood", "mỗi giờ"),
    ("Cứ 30 phút một lần từ 8h đến 10h thứ Bảy", "not-understood", "30 phút một lần"),
    ("Coach leaves at 8.15am on Saturday 8 June, returning 6pm", "not-understood", "returning"),
    ("Bus leaves 9am, back at 5pm, Sunday 12 May", "not-understood", "back at"),
    ("Trip on 8 June: depart 8.15am, return 6pm", "not-understood", "return"),
    ("Train 7.30am Saturday 6 July, arriving 9pm", "not-understood", "arriving"),
    ("Xuất phát 7h ngày 8/6, về 17h", "not-understood", "về"),
    ("Khai mạc 8h ngày 8/6, kết thúc 11h", "not-understood", "kết thúc"),
    ("before Friday week 3 at 17:45", "not-understood", "before"),
    ("chậm nhất thứ Sáu", "which-week", "chậm nhất thứ Sáu"),
    ("by Friday at 17:45", "which-week", "by Friday"),
    ("by 5 votes on 3 May", "not-understood", "by"),
    ("from 1 March by 30 May", "not-understood", "from 1 March by 30 May"),
    ("by the 10th of the month following the event", "not-understood", "of the month following"),
    ("chậm nhất 5 ngày kể từ ngày 3/5", "not-understood", "chậm nhất"),
    ("by 9am for a 9.30am start on 8 June", "not-understood", "by 9am for a 9.30am start on 8 June"),
    ("17h45 thứ Tư hoặc thứ Năm tuần 3", "not-understood", "hoặc"),
    ("17h45 thứ Tư không phải tuần 3", "not-understood", "không phải"),
    ("17h45 thứ Tư tuần 3 tháng này", "not-understood", "tháng này"),
    ("next month on Wednesday week 3 at 17:45", "not-understood", "next month"),
    ("17h45 thứ Tư từ tuần 2", "not-understood", "từ"),
    ("từ thứ Hai lúc 8h", "not-understood", "từ"),
    ("8h ngày 15/5/0000", "impossible-date", "0000"),
]


@pytest.mark.parametrize(("phrase", "code", "words"), REFUSED, ids=[p for p, _, _ in REFUSED])
def test_phrase_is_refused_with_the_words_at_fault(phrase: str, code: str, words: str) -> None:
    understanding = read(phrase, CONTEXT)
    assert understanding.status == "refused"
    assert (code, words) in [(p.code, phrase[p.start : p.end]) for p in understanding.problems]
    assert understanding.schedule is None
    assert all(p.en and p.vi for p in understanding.problems)


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("17h45", "no-day"),
        ("17h45 tuần 3", "no-day"),
        ("phát lại 6h ngày hôm sau", "replay-without-premiere"),
        ("17h45 thứ Tư tuần 6", "impossible-week"),
        ("17h45 thứ Tư hằng tháng", "which-week"),
        ("17h45 thứ Tư tuần 3, phát lại", "replay-without-time"),
        ("Phát sóng 10 giờ/ngày", "no-schedule"),
        ("1/2 trang", "no-schedule"),
        ("", "no-schedule"),
        ("Báo Kiên Giang", "no-schedule"),
        ("tuần 3, 12", "impossible-week"),
        ("17h45 thứ Tư tuần 3 lần 4", "not-understood"),
        ("thứ Tư tuần 3 và thứ Sáu lúc 8h", "which-week"),
        ("thứ Hai 8h, 9h thứ Tư", "which-time"),
        ("thứ Hai, ba lần", "count-disagrees"),
        ("8h thứ Hai từ 15/5/2024 đến 15/3/2024", "impossible-range"),
    ],
)
def test_phrase_without_what_it_needs_is_refused(phrase: str, code: str) -> None:
    understanding = read(phrase, CONTEXT)
    assert understanding.status == "refused", understanding.schedule
    assert code in [p.code for p in understanding.problems]


AMBIGUOUS = [
    ("Wednesday week 3 at 5:45", 2, "am-or-pm"),
    ("ngày 31 hằng tháng lúc 8h", 3, "missing-day"),
    ("22h thứ Sáu tuần 1, phát lại 0h30 cùng ngày", 2, "past-midnight"),
    ("2 tuần một lần vào thứ Hai lúc 8h", 2, "needs-anchor"),
    ("every other Friday at 18:00", 2, "needs-anchor"),
    ("cuối tháng", 3, "vague-day"),
    ("thứ Năm 15/5/2024 lúc 8h", 2, "weekday-contradicts-date"),
    ("thứ Ba tuần 2 quý II lúc 8h", 2, "month-or-quarter"),
    (
        "20h15 (Thứ Sáu/Tuần 2/ tháng 6) Phát lại: 6 giờ 30 ngày hôm sau (thứ Bảy - Tuần 2)",
        2,
        "check-disagrees",
    ),
    ("20h15 (Thứ Sáu/Tuần 2/ tháng 3) Phát lại: 6 giờ 30 ngày hôm sau (thứ Hai)", 2, "check-disagrees"),
    ("17h45 thứ Tư tuần 3, phát lại 6h thứ Năm tuần 3", 2, "replay-before-premiere"),
]


@pytest.mark.parametrize(("phrase", "count", "code"), AMBIGUOUS, ids=[p for p, _, _ in AMBIGUOUS])
def test_ambiguous_phrase_shows_its_readings(phrase: str, count: int, code: str) -> None:
    understanding = read(phrase, CONTEXT)
    assert understanding.status == "ambiguous", understanding.problems
    assert len(understanding.readings) == count
    assert all(code in r.why.code and r.why.en and r.why.vi for r in understanding.readings)
    assert len({r.schedule for r in understanding.readings}) == count


def test_parse_raises_what_read_tells() -> None:
    with pytest.raises(PhraseError) as refused:
        parse("25h30 thứ Tư tuần 3")
    assert refused.value.problems[0].code == "impossible-time"
    with pytest.raises(PhraseError, match="2 ways"):
        parse("Wednesday week 3 at 5:45")


def test_span_of_a_problem_counts_the_characters_as_typed() -> None:
    phrase = unicodedata.normalize("NFD", "thứ Tư tuần 3 lúc 25h30")
    (problem,) = read(phrase).problems
    assert phrase[problem.start : problem.end] == "25h30"


def test_decomposed_accents_read_as_composed_ones() -> None:
    phrase = "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau"
    assert read(unicodedata.normalize("NFD", phrase)).schedule == read(phrase).schedule


def test_very_long_text_is_refused_at_once() -> None:
    understanding = read("thứ Tư " * 20_000)
    assert [p.code for p in understanding.problems] == ["too-long"]
    assert len(understanding.phrase) > LONGEST_PHRASE


@pytest.mark.parametrize("text", ["", "nothing", "mỗi tháng"])
def test_target_without_a_number_is_refused(text: str) -> None:
    with pytest.raises(PhraseError):
        read_target(text)


def test_target_that_contradicts_itself_is_refused() -> None:
    with pytest.raises(PhraseError) as error:
        read_target("2 số/tháng (20 số/năm)")
    assert error.value.problems[0].code == "quota-disagrees"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2/month", [(2, None, "month")]),
        ("2 số/tháng (24 số/năm)", [(2, "số", "month")]),
        ("12 (1 a month)", [(1, None, "month")]),
        ("4 (1 a quarter)", [(1, None, "quarter")]),
        ("39 bài và 37 ảnh/năm", [(39, "bài", "year"), (37, "ảnh", "year")]),
        ("39 articles and 37 photos a year", [(39, "articles", "year"), (37, "photos", "year")]),
        ("2 issues a month (24 a year)", [(2, "issues", "month")]),
        ("12 clip (1 clip/tháng)", [(1, "clip", "month")]),
        ("1 hội nghị tập huấn", [(1, "hội nghị tập huấn", "year")]),
        ("twice a month", [(2, None, "month")]),
        ("mỗi quý 1 tiểu phẩm", [(1, "tiểu phẩm", "quarter")]),
    ],
)
def test_target_is_read(text: str, expected: list[tuple[int, str | None, str]]) -> None:
    assert [(q.count, q.unit, q.period.value) for q in read_target(text)] == expected
