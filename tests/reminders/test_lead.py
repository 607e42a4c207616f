"""When a reminder is due: nominal days, exact hours, days without a time, quiet hours."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scheduler.errors import Invalid
from scheduler.reminders.due.lead import LONGEST, MARGIN, Lead, Quiet, due_at
from scheduler.store.instants import starts_at

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")
EIGHT = time(8)
AIRING = datetime(2024, 4, 17, 17, 45)
NIGHT = Quiet(time(21), time(6), HANOI)


def local(text: str, zone: ZoneInfo = HANOI) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("text", "lead", "written"),
    [
        ("P7D", Lead(7), "P7D"),
        ("p1w", Lead(7), "P7D"),
        ("P1D", Lead(1), "P1D"),
        ("PT2H", Lead(0, timedelta(hours=2)), "PT2H"),
        ("PT90M", Lead(0, timedelta(minutes=90)), "PT1H30M"),
        (" P1DT12H ", Lead(1, timedelta(hours=12)), "P1DT12H"),
    ],
)
def test_a_lead_is_read_and_written(text: str, lead: Lead, written: str) -> None:
    assert Lead.parse(text) == lead
    assert str(lead) == written


@pytest.mark.parametrize("text", ["", "P", "PT", "P0D", "PT0M", "1D", "P1Y", "P91D", "-P1D", "P1D2H", "P١D"])
def test_what_is_no_lead_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(Invalid) as told:
        Lead.parse(text)

    assert "P7D" in told.value.en
    assert told.value.vi != told.value.en


@given(
    st.builds(Lead, st.integers(0, 90), st.timedeltas(timedelta(), LONGEST)).map(
        lambda lead: Lead(lead.days, timedelta(minutes=lead.clock // timedelta(minutes=1)))
    )
)
def test_any_lead_survives_being_written(lead: Lead) -> None:
    if timedelta() < lead.length <= LONGEST:
        assert Lead.parse(str(lead)) == lead


@pytest.mark.parametrize(
    ("lead", "due"),
    [
        ("P7D", "2024-04-10T08:00"),
        ("P1D", "2024-04-16T08:00"),
        ("PT2H", "2024-04-17T15:45"),
        ("PT24H", "2024-04-16T17:45"),
        ("P1DT12H", "2024-04-15T20:00"),
    ],
)
def test_days_are_counted_from_the_day_hour_and_hours_exactly(lead: str, due: str) -> None:
    assert due_at(AIRING, Lead.parse(lead), HANOI, EIGHT) == local(due)


@pytest.mark.parametrize(
    ("lead", "due"),
    [("P1D", "2024-04-16T08:00"), ("PT36H", "2024-04-15T20:00"), ("PT2H", None), ("PT23H59M", None)],
)
def test_a_lead_shorter_than_a_day_does_not_apply_to_a_day(lead: str, due: str | None) -> None:
    found = due_at(date(2024, 4, 17), Lead.parse(lead), HANOI, EIGHT)

    assert found == (local(due) if due else None)


def test_a_nominal_day_stays_at_its_hour_when_clocks_change() -> None:
    after_the_change = datetime(2024, 3, 31, 17, 0)

    assert due_at(after_the_change, Lead.parse("P1D"), BERLIN, EIGHT) == local("2024-03-30T08:00", BERLIN)


def test_an_early_airing_is_announced_the_evening_before() -> None:
    due = due_at(datetime(2024, 4, 17, 5, 45), Lead.parse("PT2H"), HANOI, EIGHT, NIGHT)

    assert due == local("2024-04-16T21:00") - MARGIN


def test_what_would_be_due_late_in_the_evening_is_due_before_the_quiet_hours_of_that_evening() -> None:
    due = due_at(datetime(2024, 4, 17, 23, 30), Lead.parse("PT2H"), HANOI, EIGHT, NIGHT)

    assert due == local("2024-04-17T21:00") - MARGIN


def test_quiet_hours_within_a_day_are_read_in_the_readers_own_zone() -> None:
    nap = Quiet(time(10), time(12), BERLIN)

    assert due_at(AIRING, Lead.parse("PT2H"), HANOI, EIGHT, nap) == local("2024-04-17T10:00", BERLIN) - MARGIN


@pytest.mark.parametrize(
    ("begins", "until", "at", "before", "after"),
    [
        # They begin, or end, at a time that the clock leaves out: as it springs from 02:00 to 03:00.
        (time(2, 30), time(6), "2024-03-31T01:10", "2024-03-31T01:00", "2024-03-31T04:00"),
        (time(0), time(2, 30), "2024-03-31T00:30", "2024-03-30T23:00", "2024-03-31T01:00"),
        # They begin, or end, at a time that comes twice: the clock goes back from 03:00 to 02:00.
        (time(2, 30), time(6), "2024-10-27T00:45", "2024-10-27T00:30", "2024-10-27T05:00"),
        (time(0), time(2, 30), "2024-10-27T01:15", "2024-10-26T22:00", "2024-10-27T01:30"),
    ],
)
def test_quiet_hours_at_a_change_of_the_clock(
    begins: time, until: time, at: str, before: str, after: str
) -> None:
    quiet, moment = Quiet(begins, until, BERLIN), datetime.fromisoformat(at).replace(tzinfo=UTC)
    assert quiet.holds(moment)
    assert quiet.before(moment) == datetime.fromisoformat(before).replace(tzinfo=UTC) - MARGIN < moment
    assert quiet.after(moment) == datetime.fromisoformat(after).replace(tzinfo=UTC) > moment


@given(
    st.datetimes(datetime(2024, 3, 30), datetime(2024, 4, 1))
    | st.datetimes(datetime(2024, 10, 26), datetime(2024, 10, 28)),
    st.times(),
    st.times(),
)
def test_no_clock_turns_quiet_hours_around(utc: datetime, begins: time, until: time) -> None:
    quiet, at = Quiet(begins, until, BERLIN), utc.replace(tzinfo=UTC)
    if quiet.holds(at):
        assert quiet.before(at) < at < quiet.after(at)


def test_the_end_of_quiet_hours_is_not_quiet() -> None:
    assert NIGHT.holds(local("2024-04-17T21:00"))
    assert NIGHT.holds(local("2024-04-17T05:59"))
    assert not NIGHT.holds(local("2024-04-17T06:00"))
    assert NIGHT.after(local("2024-04-16T23:00")) == local("2024-04-17T06:00")
    assert NIGHT.after(local("2024-04-17T01:00")) == local("2024-04-17T06:00")
    assert not Quiet(time(7), time(7), HANOI).holds(local("2024-04-17T07:00"))


@given(
    st.datetimes(datetime(2024, 1, 1), datetime(2024, 12, 31)),
    st.sampled_from(["P7D", "P1D", "PT2H", "PT5M", "P1DT3H"]),
    st.times(),
    st.times(),
    st.sampled_from([HANOI, BERLIN]),
)
def test_quiet_hours_only_ever_move_earlier(
    start: datetime, lead: str, begins: time, until: time, zone: ZoneInfo
) -> None:
    plain = due_at(start, Lead.parse(lead), zone, EIGHT)
    moved = due_at(start, Lead.parse(lead), zone, EIGHT, Quiet(begins, until, HANOI))

    assert plain is not None
    assert moved is not None
    assert moved <= plain <= starts_at(start, zone)
