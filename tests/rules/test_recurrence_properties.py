"""Laws of recurrence text: what is read is right, whatever the parts; nothing raises, nothing takes long."""

from __future__ import annotations

import time
from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from rules.instances import expand, starts
from rules.phrases import Context, parse, read
from rules.wording import wording
from tests.rules.recurrence_brute_force import NAMES, brute_days

LAST = date(2027, 12, 31)


def numbers(least: int, most: int, *, negative: bool = True) -> st.SearchStrategy[str]:
    one = st.integers(least, most)
    either = one | one.map(lambda number: -number) if negative else one
    return st.lists(either.map(str), min_size=1, max_size=4, unique=True).map(",".join)


def weekdays(most: int) -> st.SearchStrategy[str]:
    name = st.sampled_from(NAMES)
    ordinal = st.integers(1, most) | st.integers(-most, -1)
    numbered = st.tuples(ordinal, name).map(lambda pair: f"{pair[0]}{pair[1]}") if most else st.nothing()
    return st.lists(name | numbered, min_size=1, max_size=4, unique=True).map(",".join)


@st.composite
def rules(draw: st.DrawFn) -> dict[str, str]:
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    parts = {"FREQ": frequency}

    def maybe(name: str, values: st.SearchStrategy[str]) -> None:
        if draw(st.booleans()):
            parts[name] = draw(values)

    maybe("INTERVAL", st.integers(1, 5).map(str))
    maybe("WKST", st.sampled_from(NAMES))
    maybe("BYMONTH", numbers(1, 12, negative=False))
    if frequency != "WEEKLY":
        maybe("BYMONTHDAY", numbers(1, 31))
    maybe("BYDAY", weekdays({"MONTHLY": 5, "YEARLY": 5 if "BYMONTH" in parts else 53}.get(frequency, 0)))
    if frequency == "YEARLY" and draw(st.integers(0, 3)) == 0:
        parts["BYYEARDAY"] = draw(numbers(1, 366))
    if set(parts) & {"BYMONTH", "BYMONTHDAY", "BYDAY", "BYYEARDAY"}:
        maybe("BYSETPOS", numbers(1, 5))
    ending = draw(st.sampled_from(["", "COUNT", "UNTIL"]))
    if ending == "COUNT":
        parts["COUNT"] = str(draw(st.integers(1, 40)))
    elif ending == "UNTIL":
        parts["UNTIL"] = f"{draw(st.dates(date(2024, 1, 1), date(2028, 12, 31))):%Y%m%d}"
    return parts


@settings(max_examples=400, deadline=None)
@given(rules(), st.dates(date(2023, 1, 1), date(2024, 12, 31)), st.dates(date(2023, 6, 1), LAST))
def test_a_rule_gives_the_days_that_asking_every_day_gives(
    parts: dict[str, str], start: date, first: date
) -> None:
    rule = ";".join(f"{name}={value}" for name, value in parts.items())
    text = f"DTSTART;VALUE=DATE:{start:%Y%m%d}\nRRULE:{rule}"
    understanding = read(text)
    expected = brute_days(start, parts, LAST)
    if understanding.status == "refused":
        (problem,) = understanding.problems
        assert problem.code in ("rule-empty", "rule-disputed")
        assert problem.code != "rule-empty" or not expected
        return
    assert understanding.schedule is not None
    assert starts(understanding.schedule, start, LAST) == expected
    # A range that begins later is a part of the whole.
    assume(first >= start)
    assert starts(understanding.schedule, first, LAST) == [day for day in expected if day >= first]
    again = parse(wording(understanding.schedule, "en"), Context(year=2031))
    assert again == understanding.schedule


PIECES = st.sampled_from(
    ["DTSTART", ";VALUE=DATE", ";TZID=Europe/Berlin", ":", "20240131", "20240131T013000", "T235960",
        "Z", "\n", "\n ", " ", "RRULE:", "RDATE:", "EXDATE:", "EXRULE:", "FREQ=", "DAILY", "WEEKLY",
        "MONTHLY", "YEARLY", "HOURLY", "MINUTELY", "SECONDLY", ";", ",", "=", "COUNT=", "INTERVAL=",
        "UNTIL=", "BYDAY=", "MO", "-1", "53", "WE", "BYSETPOS=", "BYMONTHDAY=", "31", "BYWEEKNO=",
        "BYHOUR=", "BYMONTH=", "2", "WKST=", "0", "999999", "thứ Tư", "lúc 9 giờ", "١", "İ"]
)  # fmt: skip
LIKELY = st.tuples(
    st.sampled_from(["", "DTSTART:20240131\nRRULE:", "DTSTART:20000131T013000\nRRULE:", "RRULE:"]),
    st.sampled_from(["FREQ=YEARLY", "FREQ=WEEKLY", "FREQ=HOURLY", "FREQ=MINUTELY", "FREQ=SECONDLY"]),
    st.lists(
        st.tuples(
            st.sampled_from(
                ["INTERVAL", "COUNT", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYHOUR",
                 "BYMINUTE", "BYSECOND", "BYSETPOS", "UNTIL"]
            ),
            numbers(0, 60) | numbers(1, 12) | weekdays(5) | st.just("20300101"),
        ),
        max_size=5,
    ).map(lambda parts: "".join(f";{name}={value}" for name, value in parts)),
).map("".join)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | LIKELY)
def test_any_text_is_answered_in_time(text: str) -> None:
    begin = time.process_time()
    understanding = read(text + " FREQ=" if "=" not in text else text)
    for schedule in [understanding.schedule, *(one.schedule for one in understanding.readings)]:
        if schedule is not None:
            try:
                expand(schedule, date(2024, 1, 1), date(2026, 12, 31))
            except ValueError as error:
                assert "range" in str(error)  # a sentence that says what to do
    # 50 ms on a quiet machine; the tests share theirs with others.
    assert time.process_time() - begin < 3
    for problem in understanding.problems:
        assert 0 <= problem.start <= problem.end
