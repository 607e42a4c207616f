"""Clear phrases: each is understood, with just the dates that the almanac derives for 2024."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

import pytest

from rules.instances import expand
from rules.phrases import Context, read
from rules.schedule import Instance
from tests.phrases.almanac import (
    ALL,
    FRI,
    MON,
    SAT,
    SUN,
    THU,
    TUE,
    WED,
    at,
    between,
    day_range,
    following,
    in_week,
    later,
    monthly,
    weekly,
    weeks,
    whole_months,
)

FIRST, LAST = date(2024, 1, 1), date(2024, 12, 31)
third_wed, third_thu = in_week(WED, 3), in_week(THU, 3)


def instances(phrase: str, target: str | None = None) -> list[Instance]:
    understanding = read(phrase, Context(year=2024, target=target, first=FIRST, last=LAST))
    told = [(p.code, phrase[p.start : p.end]) for p in understanding.problems]
    assert understanding.status == "understood", (told, [r.why.en for r in understanding.readings])
    assert understanding.schedule is not None
    return expand(understanding.schedule, FIRST, LAST)


def starts(found: Iterable[Instance], kind: str) -> set[date | datetime]:
    return {i.start for i in found if i.kind == kind}


PREMIERES = [
    # the seed's form and its near variants: weekday, week, time
    ("17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG", at(third_wed, "17:45")),
    ("17h45 thứ Tư tuần 3", at(third_wed, "17:45")),
    ("17:45 thứ tư tuần 3", at(third_wed, "17:45")),
    ("17g45 thứ 4 tuần 3", at(third_wed, "17:45")),
    ("17 giờ 45' T4 tuần 03", at(third_wed, "17:45")),
    ("thu tu tuan 3 luc 17h45", at(third_wed, "17:45")),
    ("vào lúc 17 giờ 45 phút ngày thứ Tư của tuần thứ 3 hằng tháng", at(third_wed, "17:45")),
    ("17 giờ 45 phút thứ Hai, Tuần 2 Kênh KG1", at(in_week(MON, 2), "17:45")),
    ("20h15 Chủ nhật tuần 4", at(in_week(SUN, 4), "20:15")),
    ("20h15 CN tuần thứ tư", at(in_week(SUN, 4), "20:15")),
    ("9 giờ tối thứ bảy tuần cuối", at(in_week(SAT, -1), "21:00")),
    ("5h45 sáng thứ Năm tuần đầu", at(in_week(THU, 1), "05:45")),
    ("8 giờ kém 15 sáng thứ Hai tuần 1 hằng tháng", at(in_week(MON, 1), "07:45")),
    ("7 rưỡi tối thứ Sáu tuần 2", at(in_week(FRI, 2), "19:30")),
    ("19 giờ rưỡi thứ sáu tuần thứ hai", at(in_week(FRI, 2), "19:30")),
    ("11 giờ 45 trưa thứ Năm tuần 3", at(third_thu, "11:45")),
    ("1 giờ trưa thứ Năm tuần 3", at(third_thu, "13:00")),
    ("3 giờ 30 chiều thứ Năm tuần 3", at(third_thu, "15:30")),
    ("Thứ Tư, tuần ba, 17:45", at(third_wed, "17:45")),
    ("tuần 3, thứ Tư: 17h45", at(third_wed, "17:45")),
    ("17 giờ 45 (Thứ Hai/Tuần 1/ tháng 5, tháng 7) - Kênh KG", at(in_week(MON, 1, (5, 7)), "17:45")),
    ("17 giờ 45 (Thứ Ba/Tuần 2/ tháng 3, tháng 9) - Kênh KG1", at(in_week(TUE, 2, (3, 9)), "17:45")),
    ("19h thứ Sáu tuần 4 các tháng 3, 6, 9 và 12", at(in_week(FRI, 4, (3, 6, 9, 12)), "19:00")),
    ("19h thứ Sáu tuần 1 từ tháng 3 đến tháng 5", at(in_week(FRI, 1, (3, 4, 5)), "19:00")),
    ("thứ Tư tuần 1, tuần 3 lúc 8h", at(in_week(WED, 1) + third_wed, "08:00")),
    ("thứ Tư và thứ Sáu tuần 3, 17h45", at(third_wed + in_week(FRI, 3), "17:45")),
    ("thứ Hai tuần 1 và thứ Tư tuần 3 lúc 17h45", at(in_week(MON, 1) + third_wed, "17:45")),
    ("17h45 thứ Tư tuần 3; 19h thứ Sáu tuần 1", at(third_wed, "17:45") | at(in_week(FRI, 1), "19:00")),
    ("6h30 và 17h45 thứ Tư tuần 3", at(third_wed, "06:30") | at(third_wed, "17:45")),
    ("thứ Tư thứ ba của tháng lúc 8h", at(third_wed, "08:00")),
    ("thứ Bảy cuối cùng của tháng lúc 8h", at(in_week(SAT, -1), "08:00")),
    ("8h thứ Bảy đầu tiên và cuối cùng hằng tháng", at(in_week(SAT, 1) + in_week(SAT, -1), "08:00")),
    ("tuần thứ hai, thứ Tư lúc 8h", at(in_week(WED, 2), "08:00")),
    ("17h45 thử Tư tuần 3", at(third_wed, "17:45")),
    ("Mười bảy giờ bốn mươi lăm phút thứ Tư tuần 3", at(third_wed, "17:45")),
    ("17.45 thứ Tư tuần 3", at(third_wed, "17:45")),
    ("thứ Tư tuần thứ 3 và thứ 4 lúc 8h", at(third_wed + in_week(WED, 4), "08:00")),
    ("17h45 thứ Tư tuần 3, không phát lại", at(third_wed, "17:45")),
    ("17h45 thứ Hai đầu tiên của năm", {datetime(2024, 1, 1, 17, 45)}),
    ("thứ Hai đầu tiên của quý lúc 8h", at(in_week(MON, 1, (1, 4, 7, 10)), "08:00")),
    ("Photos may be published Wednesday week 3 at 17:45", at(third_wed, "17:45")),
    # weekly and daily
    ("thứ Hai, Tư, Sáu lúc 8h", at(weekly(MON, WED, FRI), "08:00")),
    ("từ tháng 5 thứ Hai lúc 8h", at(weekly(MON, first=date(2024, 5, 1)), "08:00")),
    ("every Monday at 08:00 from May", at(weekly(MON, first=date(2024, 5, 1)), "08:00")),
    ("19h30 thứ Sáu hằng tuần", at(weekly(FRI), "19:30")),
    ("6h30 thứ 2, 4, 6", at(weekly(MON, WED, FRI), "06:30")),
    ("T2-T6 lúc 5h30", at(weekly(MON, TUE, WED, THU, FRI), "05:30")),
    ("5 giờ 30 từ thứ Hai đến thứ Sáu", at(weekly(MON, TUE, WED, THU, FRI), "05:30")),
    ("hằng ngày lúc 18h30", at(weekly(*range(7)), "18:30")),
    (
        "17h45 thứ Tư tuần 3 (trừ tháng 2 và tháng 8)",
        at(in_week(WED, 3, (1, 3, 4, 5, 6, 7, 9, 10, 11, 12)), "17:45"),
    ),
    # days of the month and dates
    ("8h ngày 15 hằng tháng", at(monthly(15), "08:00")),
    ("8h ngày 5, 15 và 25 hằng tháng", at(monthly(5) + monthly(15) + monthly(25), "08:00")),
    ("8h ngày cuối cùng của tháng", at(monthly(-1), "08:00")),
    ("8h ngày 15/5", {datetime(2024, 5, 15, 8)}),
    ("8h ngày 15 tháng 5 năm 2024", {datetime(2024, 5, 15, 8)}),
    ("8h ngày 15/5, 20/9/2024", {datetime(2024, 5, 15, 8), datetime(2024, 9, 20, 8)}),
    ("thứ Tư 15/5/2024 lúc 8h", {datetime(2024, 5, 15, 8)}),
    # English
    ("Wednesday week 3 at 17:45", at(third_wed, "17:45")),
    ("Monday of week 1 in May and July at 17:45", at(in_week(MON, 1, (5, 7)), "17:45")),
    ("the third Wednesday of each month at 5:45 pm", at(third_wed, "17:45")),
    ("Thursday, week 3, 05:45", at(third_thu, "05:45")),
    ("week 3, Wednesday, 17:45", at(third_wed, "17:45")),
    ("Wednesday of the third week at 17:45", at(third_wed, "17:45")),
    ("Friday of the last week at 19:30", at(in_week(FRI, -1), "19:30")),
    ("last Friday of the month at 18:00", at(in_week(FRI, -1), "18:00")),
    ("every Friday at 19:30", at(weekly(FRI), "19:30")),
    ("Mondays and Thursdays at 06:30", at(weekly(MON, THU), "06:30")),
    ("Monday to Friday at 05:30", at(weekly(MON, TUE, WED, THU, FRI), "05:30")),
    ("the 15th of each month at 08:00", at(monthly(15), "08:00")),
    ("15 May 2024 at 08:00", {datetime(2024, 5, 15, 8)}),
    ("May 15, 2024 at 8 am", {datetime(2024, 5, 15, 8)}),
    ("Wednesday week 3 at quarter to six pm", at(third_wed, "17:45")),
    (
        "Chuyên mục Văn hóa lên sóng tối thứ Sáu đầu tiên mỗi tháng, lúc 19h30, do Phòng Văn hóa thực hiện",
        at(in_week(FRI, 1), "19:30"),
    ),
    (
        "The story hour takes place on the second Saturday of every month, 10:30 am, "
        "in the reading room on floor 3",
        at(in_week(SAT, 2), "10:30"),
    ),
]


@pytest.mark.parametrize(("phrase", "expected"), PREMIERES, ids=[p for p, _ in PREMIERES])
def test_phrase_gives_its_premieres(phrase: str, expected: set[datetime]) -> None:
    assert starts(instances(phrase), "premiere") == expected


REPLAYS = [
    (
        "17 giờ 45 phút thứ Tư, Tuần 3 Kênh KG và phát lại 6 giờ 0 phút Kênh KG ngày hôm sau",
        at(later(third_wed, 1), "06:00"),
    ),
    ("17h45 thứ Tư tuần 3, phát lại 6h hôm sau", at(later(third_wed, 1), "06:00")),
    ("17h45 thứ Tư tuần 3, phát lại 6h sáng hôm sau", at(later(third_wed, 1), "06:00")),
    ("17h45 thứ Tư tuần 3, phát lại 6h", at(later(third_wed, 1), "06:00")),
    ("17h45 thứ Tư tuần 3, phát lại 21h", at(third_wed, "21:00")),
    ("17h45 thứ Tư tuần 3. Phát lại 6h ngày hôm sau.", at(later(third_wed, 1), "06:00")),
    ("17h45 thứ Tư tuần 3 (phát lại 6 giờ ngày hôm sau)", at(later(third_wed, 1), "06:00")),
    ("17h45 thứ Tư tuần 3, phát lại 6h hai ngày sau", at(later(third_wed, 2), "06:00")),
    ("17h45 thứ Tư tuần 3, phát lại sau 3 ngày lúc 6h", at(later(third_wed, 3), "06:00")),
    ("17h45 thứ Tư tuần 3, phát lại thứ Bảy cùng tuần lúc 9h", at(later(third_wed, 3), "09:00")),
    ("17h45 thứ Tư tuần 3, phát lại 9h thứ Hai tuần sau", at(following(third_wed, MON), "09:00")),
    ("17h45 thứ Tư tuần 3, phát lại 9h Chủ nhật", at(following(third_wed, SUN), "09:00")),
    ("17h45 thứ Tư tuần 3, phát lại cùng giờ ngày hôm sau", at(later(third_wed, 1), "17:45")),
    (
        "17h45 thứ Tư tuần 3, phát lại 6h30 và 11h ngày hôm sau",
        at(later(third_wed, 1), "06:30") | at(later(third_wed, 1), "11:00"),
    ),
    (
        "5 giờ 45 phút thứ Năm, Tuần 3 phát lại 11 giờ 45 phút cùng ngày và 20 giờ ngày hôm sau",
        at(third_thu, "11:45") | at(later(third_thu, 1), "20:00"),
    ),
    ("5h45 thứ Năm tuần 3, phát lại 11h45 cùng ngày", at(third_thu, "11:45")),
    ("5h45' thứ Năm tuần 3; phát lại: 11h45' trưa cùng ngày", at(third_thu, "11:45")),
    ("Wednesday week 3 at 17:45 with replay at 06:00", at(later(third_wed, 1), "06:00")),
    ("Wednesday week 3 at 17:45, replay the next day at 6 am", at(later(third_wed, 1), "06:00")),
    ("Thursday week 3 at 05:45 with replay the same day at 11:45", at(third_thu, "11:45")),
    ("Wednesday week 3 at 17:45, repeated two days later at 06:00", at(later(third_wed, 2), "06:00")),
    ("Wednesday week 3 at 17:45, repeated on Saturday at 06:00", at(later(third_wed, 3), "06:00")),
]


@pytest.mark.parametrize(("phrase", "expected"), REPLAYS, ids=[p for p, _ in REPLAYS])
def test_phrase_gives_its_replays(phrase: str, expected: set[datetime]) -> None:
    assert starts(instances(phrase), "replay") == expected


SPANS = [
    ("Vào tuần đầu và tuần cuối của tháng", None, weeks(1, -1)),
    ("Vào tuần thứ hai và tuần thứ tư của tháng", None, weeks(2, 4)),
    ("tuần 1, 3 và 5 hằng tháng", None, weeks(1, 3, 5)),
    ("tuần 2+4", None, weeks(2, 4)),
    ("tuần đầu tháng 3, 6, 9, 12", None, weeks(1, months=(3, 6, 9, 12))),
    ("hai tuần đầu tháng", None, weeks(1, 2)),
    ("week 1 and last week of the month", None, weeks(1, -1)),
    ("first and last week of each month", None, weeks(1, -1)),
    ("weeks 1, 3 and 5", None, weeks(1, 3, 5)),
    ("từ ngày 1 đến ngày 5 hằng tháng", None, day_range(1, 5)),
    ("hằng tháng", None, whole_months(*ALL)),
    ("mỗi quý một lần", None, between(1, 3) | between(4, 6) | between(7, 9) | between(10, 12)),
    ("Tháng 01- tháng 12 năm 2024", "12 clip (1 clip/tháng)", whole_months(*ALL)),
    ("Trong năm", "1 clip/tháng", whole_months(*ALL)),
    ("Cả năm", "1 clip/tháng", whole_months(*ALL)),
    ("Tháng 3 đến tháng 5", "1 clip/tháng", whole_months(3, 4, 5)),
    (
        "Treo trên Website một năm",
        "4 (1 a quarter)",
        between(1, 3) | between(4, 6) | between(7, 9) | between(10, 12),
    ),
    ("Tháng 11 - tháng 12 năm 2024", "1 phóng sự/năm", between(11, 12)),
    ("Quý II", "1 hội thi", between(4, 6)),
    ("Quý IV/2024", "1 hội thi", between(10, 12)),
    ("Quý I, Quý III", "2 cuộc/năm", between(1, 3) | between(7, 9)),
    ("6 tháng đầu năm", "1 hội nghị", between(1, 6)),
    ("second half of the year", "1 conference", between(7, 12)),
    ("Tháng 01 - tháng 06 năm 2024", "6 clip (1 clip/tháng)", whole_months(1, 2, 3, 4, 5, 6)),
    ("Treo trên Cổng thông tin điện tử 6 tháng", "2/năm (1/nửa năm)", between(1, 6) | between(7, 12)),
    ("throughout the year", "1/month", whole_months(*ALL)),
]


@pytest.mark.parametrize(("phrase", "target", "expected"), SPANS, ids=[p for p, _, _ in SPANS])
def test_phrase_gives_its_windows(phrase: str, target: str | None, expected: set[tuple[date, date]]) -> None:
    found = instances(phrase, target)
    assert {i.kind for i in found} == {"window"}
    assert {(i.start, i.end) for i in found} == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Quý II", between(4, 6)),
        ("tháng 5 và tháng 7 năm 2024", between(5, 5) | between(7, 7)),
        ("Trong năm 2024", between(1, 12)),
        ("từ tháng 3 đến hết tháng 11", between(3, 11)),
        ("Q3 2024", between(7, 9)),
        ("từ 15/12 đến 15/1/2025", {(date(2024, 12, 15), date(2025, 1, 15))}),
        ("from 1 March until 31 May 2024", between(3, 5)),
    ],
)
def test_period_without_a_count_is_a_span(phrase: str, expected: set[tuple[date, date]]) -> None:
    found = instances(phrase)
    assert {(i.kind, i.start, i.end) for i in found} == {("span", a, b) for a, b in expected}


@pytest.mark.parametrize(
    ("phrase", "channels", "minutes"),
    [
        ("17h45 thứ Tư tuần 3 Kênh KG, thời lượng 12 phút", {"KG"}, (12, None)),
        ("17h45 thứ Tư tuần 3 trên sóng KG1 (10 - 12 phút)", {"KG1"}, (10, 12)),
        ("17h45 thứ Tư tuần 3 kênh KG và KG1; thời lượng: 15'", {"KG", "KG1"}, (15, None)),
        ("17h45-18h00 thứ Tư tuần 3", {None}, (15, None)),
        ("từ 17h45 đến 18h15 thứ Tư tuần 3", {None}, (30, None)),
        ("Wednesday week 3 at 17:45 on KG, 12 minutes", {"KG"}, (12, None)),
        ("Kênh KG: 17h45 thứ Tư tuần 3", {"KG"}, (None, None)),
        ("17h45 thứ Tư tuần 3", {None}, (None, None)),
        ("17h45 thứ Tư tuần 3, 1/2 trang, phát sóng 10 giờ/ngày", {None}, (None, None)),
    ],
)
def test_channel_and_duration(
    phrase: str, channels: set[str | None], minutes: tuple[int | None, int | None]
) -> None:
    found = instances(phrase)
    assert {i.channel for i in found} == channels
    assert {(i.minutes, i.minutes_max) for i in found} == {minutes}
    assert {i.start for i in found} == at(third_wed, "17:45")


def test_each_replay_has_its_own_channel() -> None:
    found = instances(
        "17 giờ 45 (Thứ Hai/Tuần 1/ tháng 5, tháng 7) - Kênh KG Phát lại: 6 giờ 30 phút Kênh KG "
        "và 7 giờ 30 phút Kênh KG1 của ngày hôm sau (thứ Ba - Tuần 1)"
    )
    assert [(i.kind, f"{i.start:%d/%m %H:%M}", i.channel) for i in found] == [
        ("premiere", "06/05 17:45", "KG"),
        ("replay", "07/05 06:30", "KG"),
        ("replay", "07/05 07:30", "KG1"),
        ("premiere", "01/07 17:45", "KG"),
        ("replay", "02/07 06:30", "KG"),
        ("replay", "02/07 07:30", "KG1"),
    ]


def test_channel_behind_a_parenthesis_is_not_the_replays() -> None:
    found = instances("Wednesday week 3 at 17:45 (replay at 06:00 next day), channel KG, 12 minutes")
    assert {(i.kind, i.channel) for i in found} == {("premiere", "KG"), ("replay", None)}


def test_plans_own_spelling_of_a_channel_is_used() -> None:
    understanding = read("17h45 thứ Tư tuần 3 kênh kg", Context(year=2024, channels=("KG", "KG1")))
    assert understanding.schedule is not None
    assert {i.channel for i in expand(understanding.schedule, FIRST, LAST)} == {"KG"}


def test_no_channel_is_invented_for_a_replay() -> None:
    found = instances("17h45 thứ Tư tuần 3 kênh KG, phát lại 6h hôm sau")
    assert {i.channel for i in found if i.kind == "replay"} == {None}


def test_title_is_listed_as_ignored() -> None:
    understanding = read("Chuyên mục “Cải cách hành chính” phát 17h45 thứ Tư tuần 3", Context(year=2024))
    assert understanding.status == "understood"
    assert [i.text for i in understanding.ignored] == ["Chuyên mục “Cải cách hành chính”"]


def test_slip_of_spelling_is_reported() -> None:
    understanding = read("17h45 thử Sáu tuần 3")
    assert [(c.was, c.read_as) for c in understanding.corrections] == [("thử Sáu", "thứ sáu")]


def test_quota_without_dates() -> None:
    understanding = read("Thường xuyên", Context(year=2024, target="39 bài và 37 ảnh/năm"))
    assert understanding.schedule is not None
    assert understanding.schedule.kind == "quota"
    assert [(q.count, q.unit, q.period.value) for q in understanding.schedule.quotas] == [
        (39, "bài", "year"),
        (37, "ảnh", "year"),
    ]
    assert instances("Thường xuyên", "39 bài và 37 ảnh/năm") == []
