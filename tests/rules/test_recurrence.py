"""Recurrence text (RFC 5545): what is read, with its dates; what is asked; what is refused, and where."""

from __future__ import annotations

import subprocess
import sys
import time as clock
from datetime import date, datetime, time

import pytest

from rules.instances import expand, starts
from rules.phrases import Context, PhraseError, parse, read
from rules.rrule import rrules
from rules.schedule import RuleDays, Shift, ShiftTo
from rules.wording import wording

SAIGON = "Asia/Ho_Chi_Minh"


def days(text: str, first: date, last: date, **context: object) -> list[str]:
    schedule = parse(text, Context(year=first.year, **context))  # type: ignore[arg-type]
    return [
        f"{start:%m-%d %H:%M}" if isinstance(start, datetime) else f"{start:%m-%d}"
        for start in starts(schedule, first, last)
    ]


def year(text: str, number: int = 2024, **context: object) -> list[str]:
    return days(text, date(number, 1, 1), date(number, 12, 31), **context)


WEDNESDAYS = ["01-17", "02-21", "03-20", "04-17", "05-15", "06-19",
              "07-17", "08-21", "09-18", "10-16", "11-20", "12-18"]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("FREQ=MONTHLY;BYDAY=3WE", WEDNESDAYS),
        ("rrule:freq=monthly;byday=3we", WEDNESDAYS),
        ("RRULE:FREQ=MONTHLY; BYDAY = +3WE ;", WEDNESDAYS),
        ("FREQ=MONTHLY;BYDAY=3WE;BYHOUR=17;BYMINUTE=45", [f"{day} 17:45" for day in WEDNESDAYS]),
        ("DTSTART:20240117T174500\nRRULE:FREQ=MONTHLY;BYDAY=3WE", [f"{day} 17:45" for day in WEDNESDAYS]),
        ("DTSTART:20240117T174500 RRULE:FREQ=MONTHLY;BYDAY=3WE", [f"{day} 17:45" for day in WEDNESDAYS]),
        ("DTSTART;VALUE=DATE:20240117\r\nRRULE:FREQ=MON\r\n THLY;BYDAY=3WE", WEDNESDAYS),
        ("RRULE:FREQ=MONTHLY;BYDAY=3WE\nDTSTART:20240101\nEXDATE:20240221", WEDNESDAYS[:1] + WEDNESDAYS[2:]),
        ("DTSTART:20240117\nRRULE:FREQ=MONTHLY;BYDAY=3WE;COUNT=1\nRDATE:20240229", ["01-17", "02-29"]),
        # A day that is taken out still counts among COUNT.
        ("DTSTART:20240101\nRRULE:FREQ=DAILY;COUNT=3\nEXDATE:20240102", ["01-01", "01-03"]),
        ("DTSTART:20240229\nRRULE:FREQ=YEARLY", ["02-29"]),
        ("DTSTART:20240131\nRRULE:FREQ=MONTHLY;UNTIL=20240601", ["01-31", "03-31", "05-31"]),
        ("DTSTART:20240130\nRRULE:FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=3", ["01-30", "02-28", "03-30"]),
        ("FREQ=YEARLY;BYMONTH=1,2;BYDAY=-1FR", ["01-26", "02-23"]),
        # Weekdays with and without a number in one list, on which dateutil gives nothing.
        ("DTSTART:20240101\nRRULE:FREQ=MONTHLY;BYDAY=1MO,TU;COUNT=7",
         ["01-01", "01-02", "01-09", "01-16", "01-23", "01-30", "02-05"]),
        # Every other week from a Tuesday: which Sunday belongs to it depends on WKST.
        ("DTSTART:20240102\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=3", ["01-02", "01-07", "01-16"]),
        ("DTSTART:20240102\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;COUNT=3;WKST=SU",
         ["01-02", "01-14", "01-16"]),
        ("DTSTART:20240102\nRRULE:FREQ=YEARLY;BYWEEKNO=1;BYDAY=TU;COUNT=2", ["01-02", "12-31"]),
        ("DTSTART:20240101T090000\nRRULE:FREQ=HOURLY;INTERVAL=6;COUNT=5",
         ["01-01 09:00", "01-01 15:00", "01-01 21:00", "01-02 03:00", "01-02 09:00"]),
        ("DTSTART:20240101T060000\nRRULE:FREQ=DAILY;BYHOUR=6,18;BYMINUTE=30;COUNT=3",
         ["01-01 06:30", "01-01 18:30", "01-02 06:30"]),
        ("DTSTART:20240101\nRRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3",
         ["01-31", "02-29", "03-29"]),
        ("RDATE:20240301T090000,20240415T093000", ["03-01 09:00", "04-15 09:30"]),
    ],
)  # fmt: skip
def test_a_text_gives_its_days(text: str, expected: list[str]) -> None:
    assert year(text) == expected
    schedule = parse(text, Context(year=2024))
    for lang in ("vi", "en"):
        assert parse(wording(schedule, lang), Context(year=1999)) == schedule


def test_a_range_far_from_the_start_gives_what_the_whole_walk_gives() -> None:
    text = "DTSTART:20010306T090000\nRRULE:FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,FR"
    whole = starts(parse(text), date(2001, 1, 1), date(2024, 12, 31))
    assert starts(parse(text), date(2024, 1, 1), date(2024, 12, 31)) == [d for d in whole if d.year == 2024]


def test_each_time_of_day_is_a_slot_and_the_rule_gives_the_period() -> None:
    schedule = parse("DTSTART:20240101T060000\nRRULE:FREQ=WEEKLY;BYDAY=WE;BYHOUR=6,18")
    named = [(i.slot, i.period, i.start) for i in expand(schedule, date(2024, 1, 1), date(2024, 1, 12))]
    assert named == [
        ("1", "2024-01-01", datetime(2024, 1, 3, 6)),
        ("2", "2024-01-01", datetime(2024, 1, 3, 18)),
        ("1", "2024-01-08", datetime(2024, 1, 10, 6)),
        ("2", "2024-01-08", datetime(2024, 1, 10, 18)),
    ]
    assert [r.on.days.at for r in schedule.recurrences if isinstance(r.on.days, RuleDays)] == [
        time(6),
        time(18),
    ]


def test_the_rule_comes_back_as_rule_text() -> None:
    assert rrules(parse("dtstart:20240117T174500\nrrule:byday=3we;freq=monthly")) == [
        "FREQ=MONTHLY;BYDAY=3WE"
    ]
    assert rrules(parse("DTSTART:20240117\nRRULE:FREQ=MONTHLY;BYDAY=3WE\nEXDATE:20240221")) == []


def test_a_shift_moves_the_days_of_a_text_too() -> None:
    from dataclasses import replace

    from rules.schedule import DaysOff

    schedule = replace(parse("FREQ=MONTHLY;BYMONTHDAY=2"), shift=Shift(ShiftTo.NEXT))
    off = DaysOff({date(2024, 9, 2): "Quốc khánh"})
    assert [str(i.start) for i in expand(schedule, date(2024, 9, 1), date(2024, 9, 30), off)] == [
        "2024-09-03"
    ]


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("FREQ=FORTNIGHTLY", "rule-part", "FORTNIGHTLY"),
        ("RRULE:BYDAY=MO", "rule-part", "BYDAY=MO"),
        ("FREQ=DAILY;FREQ=WEEKLY", "rule-part", "FREQ=WEEKLY"),
        ("FREQ=DAILY;COUNT=2;COUNT=3", "rule-part", "COUNT=3"),
        ("FREQ=DAILY;COUNT=3;UNTIL=20240601", "rule-part", "20240601"),
        ("FREQ=DAILY;COUNT=0", "rule-part", "0"),
        ("FREQ=DAILY;COUNT=1000000000", "rule-part", "1000000000"),
        ("FREQ=DAILY;INTERVAL=0", "rule-part", "0"),
        ("FREQ=DAILY;INTERVAL=-1", "rule-part", "-1"),
        ("FREQ=DAILY;INTERVAL=1O", "rule-part", "1O"),
        ("FREQ=WEEKLY;BYDAY=MO,XX", "rule-part", "XX"),
        ("FREQ=WEEKLY;BYDAY=MO,", "rule-part", None),
        ("FREQ=MONTHLY;BYDAY=0MO", "rule-part", "0MO"),
        ("FREQ=MONTHLY;BYDAY=6MO", "rule-mix", "6MO"),
        ("FREQ=YEARLY;BYDAY=54MO", "rule-mix", "54MO"),
        ("FREQ=WEEKLY;BYDAY=1MO", "rule-mix", "1MO"),
        ("FREQ=YEARLY;BYWEEKNO=3;BYDAY=1MO", "rule-mix", "1MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "rule-part", "32"),
        ("FREQ=MONTHLY;BYMONTHDAY=0", "rule-part", "0"),
        ("FREQ=YEARLY;BYMONTH=13", "rule-part", "13"),
        ("FREQ=YEARLY;BYMONTH=-1", "rule-part", "-1"),
        ("FREQ=DAILY;BYHOUR=24;BYMINUTE=0", "rule-part", "24"),
        ("FREQ=WEEKLY;BYMONTHDAY=3", "rule-mix", "3"),
        ("FREQ=MONTHLY;BYYEARDAY=3", "rule-mix", "3"),
        ("FREQ=MONTHLY;BYWEEKNO=3;BYDAY=MO", "rule-mix", "3"),
        ("FREQ=MONTHLY;BYSETPOS=1", "rule-mix", "1"),
        ("FREQ=YEARLY;BYMONTHDAY=29", "rule-disputed", "29"),
        ("FREQ=YEARLY;BYMONTHDAY=13;BYDAY=FR", "rule-disputed", "13"),
        ("FREQ=YEARLY;BYMONTHDAY=1,15;BYDAY=MO,TU;COUNT=4", "rule-disputed", "1,15"),
        ("FREQ=YEARLY;BYWEEKNO=20", "rule-disputed", "20"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;INTERVAL=2", "rule-disputed", "2"),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO,TU;BYSETPOS=-1", "rule-disputed", "-1"),
        ("DTSTART:20240103\nRRULE:FREQ=WEEKLY;BYDAY=MO,WE;BYSETPOS=1", "rule-disputed", None),
        ("FREQ=DAILY;X-NAME=1", "rule-part", "X-NAME=1"),
        ("FREQ=YEARLY;BYEASTER=0", "rule-part", "BYEASTER=0"),
        ("RSCALE=GREGORIAN;FREQ=MONTHLY;SKIP=BACKWARD", "rule-part", "RSCALE=GREGORIAN"),
        ("FREQ=WEEKLY", "rule-start", "WEEKLY"),
        ("FREQ=HOURLY", "rule-start", "HOURLY"),
        ("FREQ=MONTHLY;BYDAY=3WE;BYHOUR=17", "rule-start", "17"),
        ("DTSTART:20240101\nRRULE:FREQ=DAILY;BYHOUR=9", "rule-mix", "9"),
        ("DTSTART:20240101\nRRULE:FREQ=HOURLY", "rule-mix", "HOURLY"),
        ("DTSTART:20240230\nRRULE:FREQ=DAILY", "rule-date", "20240230"),
        ("DTSTART:2024-01-01\nRRULE:FREQ=DAILY", "rule-date", "2024-01-01"),
        ("DTSTART;VALUE=DATE:20240101T090000\nRRULE:FREQ=DAILY", "rule-date", "20240101T090000"),
        ("DTSTART:20240101\nDTSTART:20240102\nRRULE:FREQ=DAILY", "rule-text", "DTSTART"),
        ("RRULE:FREQ=DAILY\nRRULE:FREQ=WEEKLY;BYDAY=MO", "rule-text", "RRULE"),
        ("DTSTART:20240101\nRRULE:FREQ=DAILY\nEXRULE:FREQ=WEEKLY", "rule-text", "EXRULE"),
        ("BEGIN:VEVENT\nRRULE:FREQ=DAILY", "rule-text", "BEGIN:VEVENT"),
        ("Họp giao ban FREQ=WEEKLY;BYDAY=MO", "rule-text", "Họp giao ban FREQ"),
        ("DTSTART:20240101T090000\nRRULE:FREQ=DAILY\nEXDATE:20240102", "rule-date", "20240102"),
        ("DTSTART;TZID=Mars/Olympus:20240101T090000\nRRULE:FREQ=DAILY", "rule-zone", "TZID=Mars/Olympus"),
        ("RDATE;VALUE=PERIOD:20240101T090000Z/PT1H", "rule-text", "VALUE=PERIOD"),
        ("DTSTART:20240101T090000\nRRULE:FREQ=SECONDLY", "rule-often", None),
        ("DTSTART:20240101\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "rule-empty", None),
        ("DTSTART:20240101\nRRULE:FREQ=DAILY;UNTIL=20231231", "rule-empty", None),
        ("DTSTART:20240101\nRRULE:FREQ=DAILY;INTERVAL=7;BYDAY=TU", "rule-empty", None),
        ("DTSTART:20240101T090000\nRRULE:FREQ=HOURLY;INTERVAL=24;BYHOUR=8", "rule-empty", None),
        ("DTSTART:20240101", None, None),
        ("RRULE:", "rule-part", None),
    ],
)  # fmt: skip
def test_what_cannot_be_stood_by_is_refused_with_its_place(
    text: str, code: str | None, words: str | None
) -> None:
    understanding = read(text, Context(year=2024))
    if code is None:
        assert understanding.status == "understood"  # a start alone is one airing
        return
    assert understanding.status == "refused"
    (problem,) = understanding.problems
    assert problem.code == code
    assert problem.en and problem.vi and problem.en != problem.vi
    if words is not None:
        assert text[problem.start : problem.end] == words
    with pytest.raises(PhraseError):
        parse(text)


def test_an_end_in_universal_time_is_turned_into_the_zone_of_the_start() -> None:
    # 17:45 in Hồ Chí Minh City is 10:45 in universal time; in Berlin, 16:45 or 15:45.
    text = "DTSTART;TZID=Asia/Ho_Chi_Minh:20240101T174500\nRRULE:FREQ=DAILY;UNTIL=20240103T104500Z"
    assert year(text) == ["01-01 17:45", "01-02 17:45", "01-03 17:45"]
    assert year(text, zone="Asia/Saigon") == ["01-01 17:45", "01-02 17:45", "01-03 17:45"]
    berlin = "DTSTART;TZID=Europe/Berlin:20240330T174500\nRRULE:FREQ=DAILY;UNTIL=20240401T154500Z"
    assert year(berlin, zone="Europe/Berlin") == ["03-30 17:45", "03-31 17:45", "04-01 17:45"]
    one_minute_less = berlin.replace("T154500Z", "T154400Z")
    assert year(one_minute_less, zone="Europe/Berlin") == ["03-30 17:45", "03-31 17:45"]


def test_an_end_in_universal_time_beside_a_local_start_is_asked_for_where_it_matters() -> None:
    text = "DTSTART:20240101T174500\nRRULE:FREQ=DAILY;UNTIL={}"
    both = read(text.format("20240103T105000Z"), Context(zone=SAIGON))
    assert both.status == "ambiguous"
    counts = [len(starts(one.schedule, date(2024, 1, 1), date(2024, 1, 9))) for one in both.readings]
    assert counts == [3, 2]
    for one in both.readings:
        assert parse(wording(one.schedule, "en"), Context(zone=SAIGON)) == one.schedule
    assert read(text.format("20240103T180000Z"), Context(zone=SAIGON)).status == "understood"
    without = read(text.format("20240103T105000Z"))
    assert without.status == "understood"
    assert [warning.code for warning in without.warnings] == ["rule-until-utc"]


def test_an_end_without_a_time_is_asked_for_where_it_matters() -> None:
    text = "DTSTART:20240101T090000\nRRULE:FREQ=DAILY;UNTIL=20240103"
    both = read(text)
    counts = [len(starts(one.schedule, date(2024, 1, 1), date(2024, 1, 9))) for one in both.readings]
    assert counts == [3, 2]
    assert read(text.replace("DAILY", "WEEKLY")).status == "understood"


def test_another_zone_than_the_plans_is_refused() -> None:
    text = "DTSTART;TZID=Europe/Berlin:20240101T090000\nRRULE:FREQ=DAILY"
    understanding = read(text, Context(zone=SAIGON))
    assert [problem.code for problem in understanding.problems] == ["rule-zone"]
    assert [warning.code for warning in read(text).warnings] == ["rule-zone-taken"]


def test_times_stay_wall_times_over_a_change_of_the_clocks() -> None:
    text = "DTSTART;TZID=Europe/Berlin:20240330T090000\nRRULE:FREQ=DAILY;COUNT=3"
    assert year(text, zone="Europe/Berlin") == ["03-30 09:00", "03-31 09:00", "04-01 09:00"]


def test_a_time_that_the_clocks_leave_out_is_refused_with_its_zone() -> None:
    gap = read("DTSTART;TZID=Europe/Berlin:20240101T023000\nRRULE:FREQ=DAILY")
    assert [problem.code for problem in gap.problems] == ["rule-zone"]
    assert "2024-03-31 02:30" in gap.problems[0].en
    over = "DTSTART;TZID=Europe/Berlin:20240101T023000\nRRULE:FREQ=DAILY;COUNT=30"
    assert read(over).status == "understood"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("DTSTART:20240101\nRRULE:FREQ=WEEKLY;BYDAY=WE", ["rule-start"]),
        ("DTSTART:20240103\nRRULE:FREQ=WEEKLY;BYDAY=WE", []),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", ["rule-start"]),
        ("FREQ=WEEKLY;BYDAY=MO", []),
        ("DTSTART:20240103\nRRULE:FREQ=WEEKLY;BYDAY=WE\nEXDATE:20240111", ["rule-exception-misses"]),
    ],
)
def test_what_a_person_should_know_is_remarked(text: str, codes: list[str]) -> None:
    assert [warning.code for warning in read(text, Context(year=2024)).warnings] == codes


def test_a_rule_without_a_start_counts_from_the_first_day_around_it() -> None:
    around = Context(first=date(2024, 3, 6), last=date(2024, 12, 31))
    schedule = parse("FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", around)
    assert starts(schedule, date(2024, 3, 1), date(2024, 4, 5)) == [
        date(2024, 3, 6), date(2024, 3, 20), date(2024, 4, 3),
    ]  # fmt: skip


SLOW = [
    "DTSTART:19000101T000000\nRRULE:FREQ=SECONDLY",
    "DTSTART:19000101T000000\nRRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5",
    "DTSTART:19000101T000000\nRRULE:FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
    "DTSTART:19000101T000000\nRRULE:FREQ=MINUTELY",
    "DTSTART:19000101T000000\nRRULE:FREQ=MINUTELY;COUNT=10000",
    "DTSTART:19000101T000000\nRRULE:FREQ=MINUTELY;BYMINUTE=3;BYSETPOS=2",
    "DTSTART:00010101T000000\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "DTSTART:00010101T000000\nRRULE:FREQ=DAILY;COUNT=10000",
    "DTSTART:00010101T000000\nRRULE:FREQ=WEEKLY;COUNT=10000;BYDAY=MO",
    "DTSTART:00010101T000000\nRRULE:FREQ=YEARLY;COUNT=10000",
    "DTSTART:19000101T000000\nRRULE:FREQ=YEARLY;BYDAY=MO,TU,WE;BYSETPOS=366",
    "DTSTART:19000101T000000\nRRULE:FREQ=YEARLY;BYYEARDAY=366;BYMONTHDAY=30",
    "DTSTART:19000101T000000\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8,9;BYMINUTE=1,2,3,4,5,6,7,8,9,10,11,12,13",
    "DTSTART:20240101T000000\nRRULE:FREQ=DAILY;INTERVAL=1000000",
    "DTSTART:20240101T000000\nRRULE:FREQ=YEARLY;INTERVAL=1000000",
    "DTSTART:99991231T000000\nRRULE:FREQ=DAILY",
]


@pytest.mark.parametrize("text", SLOW)
@pytest.mark.parametrize("last", [date(2024, 12, 31), date(7000, 12, 31), date.max])
def test_no_rule_takes_long(text: str, last: date) -> None:
    """Without a bound these take minutes; 50 ms at most on a quiet machine, which the bench measures."""
    from rules.recurrence.starts import days_by_time

    days_by_time.cache_clear()
    begin = clock.process_time()
    understanding = read(text)
    if understanding.schedule is not None:
        try:
            expand(understanding.schedule, date(2024, 1, 1), last)
        except ValueError as error:
            assert "range" in str(error)
    assert clock.process_time() - begin < 3


def test_phrases_load_nothing_of_it() -> None:
    script = (
        "import sys; from rules.phrases import read; read('17h45 thứ Tư tuần 3');"
        "print([n for n in ('dateutil', 'zoneinfo', 'rules.recurrence') if n in sys.modules]);"
        "read('FREQ=DAILY'); print('dateutil.rrule' in sys.modules)"
    )
    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines() == ["[]", "True"]
