"""PhraseTrigger: against days from the standard library, in real schedulers with a clock of ours."""

from __future__ import annotations

import calendar
import doctest
import pickle
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers import base
from apscheduler.schedulers.background import BackgroundScheduler

from rules.phrases import PhraseError
from scheduler.trigger import PhraseTrigger

SAIGON = ZoneInfo("Asia/Ho_Chi_Minh")
BERLIN = ZoneInfo("Europe/Berlin")


def fires(trigger: PhraseTrigger, begin: datetime, end: datetime) -> list[datetime]:
    """Every firing, as a scheduler asks for them: each with the one before."""
    found: list[datetime] = []
    previous = None
    now = begin
    while (moment := trigger.get_next_fire_time(previous, now)) is not None and moment <= end:
        found.append(moment)
        previous = now = moment
    return found


def third_wednesdays(first: int, last: int) -> list[date]:
    return [
        [day for day in calendar.Calendar().itermonthdates(year, month)
         if day.month == month and day.weekday() == 2][2]
        for year in range(first, last + 1)
        for month in range(1, 13)
    ]  # fmt: skip


def test_it_fires_on_each_third_wednesday_of_thirty_years() -> None:
    trigger = PhraseTrigger("Wednesday week 3 at 17:45", timezone="Asia/Ho_Chi_Minh")
    found = fires(trigger, datetime(2000, 1, 1, tzinfo=SAIGON), datetime(2029, 12, 31, tzinfo=SAIGON))
    expected = [datetime.combine(day, time(17, 45), SAIGON) for day in third_wednesdays(2000, 2029)]
    assert found == expected
    # By name: where the zone data was read anew, the same zone is another object.
    assert all(str(moment.tzinfo) == str(SAIGON) for moment in found)


def test_a_rare_day_is_found_decades_ahead() -> None:
    """29 February on a Sunday: 2004, 2032, 2060, 2088, then, over the year 2100, 2128."""
    trigger = PhraseTrigger(
        "DTSTART:20000229T090000 RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=SU", timezone=UTC
    )
    now, found = datetime(2000, 1, 1, tzinfo=UTC), []
    for _ in range(5):
        moment = trigger.get_next_fire_time(None, now)
        assert moment is not None
        found.append(moment.year)
        now = moment + timedelta(seconds=1)
    assert found == [2004, 2032, 2060, 2088, 2128]


def test_replays_fire_only_when_asked_for_and_in_order() -> None:
    phrase = "Wednesday week 3 at 17:45, replay 20 days later at 06:00"
    begin, end = datetime(2023, 12, 1, tzinfo=SAIGON), datetime(2024, 6, 30, tzinfo=SAIGON)
    premieres = [datetime.combine(day, time(17, 45), SAIGON) for day in third_wednesdays(2023, 2024)]
    replays = [
        datetime.combine(day + timedelta(days=20), time(6), SAIGON) for day in third_wednesdays(2023, 2024)
    ]
    plain = PhraseTrigger(phrase, timezone=SAIGON)
    assert fires(plain, begin, end) == [one for one in premieres if begin <= one <= end]
    both = PhraseTrigger(phrase, timezone=SAIGON, replays=True)
    assert fires(both, begin, end) == sorted(one for one in premieres + replays if begin <= one <= end)


def test_the_clocks_of_spring_and_autumn() -> None:
    trigger = PhraseTrigger("every day at 02:30", timezone="Europe/Berlin")
    spring = fires(trigger, datetime(2024, 3, 30, tzinfo=BERLIN), datetime(2024, 4, 1, 12, tzinfo=BERLIN))
    assert [str(moment) for moment in spring] == [
        "2024-03-30 02:30:00+01:00", "2024-03-31 03:30:00+02:00", "2024-04-01 02:30:00+02:00",
    ]  # fmt: skip
    autumn = fires(trigger, datetime(2024, 10, 26, tzinfo=BERLIN), datetime(2024, 10, 28, 12, tzinfo=BERLIN))
    assert [str(moment) for moment in autumn] == [
        "2024-10-26 02:30:00+02:00", "2024-10-27 02:30:00+02:00", "2024-10-28 02:30:00+01:00",
    ]  # fmt: skip


def test_start_end_and_year_bound_it() -> None:
    begin, end = datetime(2020, 1, 1, tzinfo=SAIGON), datetime(2030, 1, 1, tzinfo=SAIGON)
    days = third_wednesdays(2020, 2029)
    bounded = PhraseTrigger(
        "Wednesday week 3 at 17:45", timezone=SAIGON, start_date="2023-11-15 17:45:00", end_date="2024-02-21"
    )
    assert [one.date() for one in fires(bounded, begin, end)] == [
        day for day in days if date(2023, 11, 15) <= day < date(2024, 2, 21)
    ]
    in_2024 = PhraseTrigger("Wednesday week 3 at 17:45", timezone=SAIGON, year=2024)
    assert [one.date() for one in fires(in_2024, begin, end)] == [day for day in days if day.year == 2024]
    with pytest.raises(ValueError, match="a date without its year"):
        PhraseTrigger("2 September at 09:00", timezone=SAIGON)
    once = PhraseTrigger("2 September at 09:00", timezone=SAIGON, year=2024)
    assert fires(once, begin, end) == [datetime(2024, 9, 2, 9, tzinfo=SAIGON)]


def test_the_week_convention_and_a_given_time_hold() -> None:
    trigger = PhraseTrigger("thứ Tư tuần 3", timezone=SAIGON, weeks="monday", at="17:45")
    begin = datetime(2024, 5, 1, tzinfo=SAIGON)
    # May 2024 begins on a Wednesday: its third week from Mondays holds the 15th.
    assert fires(trigger, begin, begin + timedelta(days=30)) == [datetime(2024, 5, 15, 17, 45, tzinfo=SAIGON)]


def test_a_shift_needs_a_country_and_then_avoids_its_days_off() -> None:
    phrase = "9 giờ ngày 2 hằng tháng, nếu trùng ngày lễ thì chuyển sang ngày làm việc tiếp theo"
    with pytest.raises(ValueError, match="country='VN'"):
        PhraseTrigger(phrase, timezone=SAIGON)
    trigger = PhraseTrigger(phrase, timezone=SAIGON, country="VN")
    found = fires(trigger, datetime(2024, 8, 1, tzinfo=SAIGON), datetime(2024, 9, 30, tzinfo=SAIGON))
    # 2 and 3 September 2024 were the National Day's.
    assert found == [datetime(2024, 8, 2, 9, tzinfo=SAIGON), datetime(2024, 9, 4, 9, tzinfo=SAIGON)]


def test_what_has_no_moment_is_refused_when_the_trigger_is_made() -> None:
    with pytest.raises(PhraseError) as refused:
        PhraseTrigger("thứ Tư tuần 7 lúc 9 giờ")
    assert refused.value.problems
    with pytest.raises(PhraseError) as asked:
        PhraseTrigger("every Monday at 5:45")
    assert len(asked.value.understanding.readings) == 2
    with pytest.raises(ValueError, match="days without a time"):
        PhraseTrigger("thứ Tư tuần 3")
    with pytest.raises(ValueError, match="not moments to fire at"):
        PhraseTrigger("mỗi tháng một lần")


def test_jitter_delays_by_no_more_than_asked() -> None:
    trigger = PhraseTrigger("Wednesday week 3 at 17:45", timezone=SAIGON, jitter=60)
    exact = datetime(2024, 1, 17, 17, 45, tzinfo=SAIGON)
    for _ in range(20):
        moment = trigger.get_next_fire_time(None, datetime(2024, 1, 1, tzinfo=SAIGON))
        assert moment is not None
        assert exact <= moment <= exact + timedelta(seconds=60)
        following = trigger.get_next_fire_time(moment, moment)
        assert following is not None
        assert following.date() == date(2024, 2, 21)


def test_it_is_pickled_with_its_reading() -> None:
    trigger = PhraseTrigger(
        "every Monday at 5:45", reading="5:45 pm Monday every week", timezone="Asia/Ho_Chi_Minh", jitter=5,
        start_date="2024-01-01",
    )  # fmt: skip
    again = pickle.loads(pickle.dumps(trigger))  # noqa: S301 - our own bytes
    assert repr(again) == repr(trigger)
    assert str(again) == "phrase[every Monday at 5:45]"
    assert again.schedule == trigger.schedule
    state = trigger.__getstate__() | {"version": 2}
    with pytest.raises(ValueError, match="later release"):
        PhraseTrigger("every day at 17:45").__setstate__(state)


class _Clock(datetime):
    """A `datetime` whose now is what the test says."""

    moment = datetime(2024, 1, 1, tzinfo=UTC)

    @classmethod
    def now(cls, tz: Any = None) -> datetime:  # type: ignore[override]
        return cls.moment.astimezone(tz)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> type[_Clock]:
    import apscheduler.executors.base as executors

    monkeypatch.setattr(_Clock, "moment", datetime(2024, 1, 1, tzinfo=SAIGON))
    monkeypatch.setattr(base, "datetime", _Clock)
    monkeypatch.setattr(executors, "datetime", _Clock)
    return _Clock


RAN: list[datetime] = []


def note() -> None:
    RAN.append(_Clock.moment)


class _AtOnce(BackgroundScheduler):  # type: ignore[misc] # the package has no types
    """A real scheduler whose main loop is stepped by the test."""

    def start(self) -> None:
        self._event = __import__("threading").Event()
        base.BaseScheduler.start(self)

    def shutdown(self, wait: bool = True) -> None:
        base.BaseScheduler.shutdown(self, wait)

    def _create_default_executor(self) -> Any:
        from apscheduler.executors.debug import DebugExecutor

        return DebugExecutor()


def run_until(scheduler: _AtOnce, clock: type[_Clock], end: datetime) -> None:
    """Set the clock to each next run, and let the scheduler do what is due."""
    for _ in range(100):
        if not scheduler.get_jobs():
            return
        due = min(job.next_run_time for job in scheduler.get_jobs())
        if due > end:
            return
        clock.moment = due
        scheduler._process_jobs()
    raise AssertionError("the jobs do not end")


def test_a_real_scheduler_runs_a_job_at_each_time(clock: type[_Clock]) -> None:
    RAN.clear()
    scheduler = _AtOnce(timezone=SAIGON)
    scheduler.start()
    scheduler.add_job(note, PhraseTrigger("Wednesday week 3 at 17:45", timezone=SAIGON, year=2024))
    run_until(scheduler, clock, datetime(2030, 1, 1, tzinfo=SAIGON))
    assert scheduler.get_jobs() == []  # the year is over, so the job has gone
    scheduler.shutdown()
    assert [datetime.combine(day, time(17, 45), SAIGON) for day in third_wednesdays(2024, 2024)] == RAN


def test_a_job_survives_in_a_real_job_store(clock: type[_Clock], tmp_path: Path) -> None:
    RAN.clear()
    address = f"sqlite:///{tmp_path / 'jobs.db'}"
    days = third_wednesdays(2024, 2024)
    trigger = PhraseTrigger("Wednesday week 3 at 17:45", timezone=SAIGON)
    for run, end in enumerate((datetime(2024, 6, 30, tzinfo=SAIGON), datetime(2024, 12, 31, tzinfo=SAIGON))):
        scheduler = _AtOnce(timezone=SAIGON)
        scheduler.add_jobstore(SQLAlchemyJobStore(url=address))
        scheduler.start()
        if run == 0:
            scheduler.add_job(note, trigger, id="airing")
        run_until(scheduler, clock, end)
        scheduler.shutdown()
    assert [datetime.combine(day, time(17, 45), SAIGON) for day in days] == RAN


def test_the_examples_of_the_page_run() -> None:
    page = Path(__file__).parents[2] / "docs" / "scheduling.md"
    text = page.read_text(encoding="utf-8").replace("```python", "").replace("```", "")
    test = doctest.DocTestParser().get_doctest(text, {}, "scheduling.md", "scheduling.md", 0)
    told: list[str] = []
    result = doctest.DocTestRunner(optionflags=doctest.IGNORE_EXCEPTION_DETAIL).run(test, out=told.append)
    assert result.failed == 0, "".join(told)
    assert len(test.examples) > 10


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        ("FREQ=DAILY;COUNT=3", datetime(2024, 1, 3, 9, tzinfo=UTC)),
        ("FREQ=WEEKLY;COUNT=5;BYDAY=MO", datetime(2024, 1, 29, 9, tzinfo=UTC)),
        ("FREQ=HOURLY;INTERVAL=6;COUNT=3", datetime(2024, 1, 1, 21, tzinfo=UTC)),
        ("FREQ=YEARLY;COUNT=90", datetime(2113, 1, 1, 9, tzinfo=UTC)),
    ],
)
def test_a_rule_that_is_counted_is_over_after_its_last_time(rule: str, last: datetime) -> None:
    trigger = PhraseTrigger(f"DTSTART:20240101T090000\nRRULE:{rule}", timezone=UTC)

    assert fires(trigger, datetime(2023, 12, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC))[-1] == last
    assert trigger.get_next_fire_time(last, last) is None
    assert trigger.get_next_fire_time(None, datetime(2400, 1, 1, tzinfo=UTC)) is None


@pytest.mark.parametrize("rule", ["FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"])
def test_a_rule_that_counts_from_nowhere_is_refused_at_the_making(rule: str) -> None:
    rule += ";BYHOUR=9;BYMINUTE=0"
    with pytest.raises(ValueError, match="does not say from when: write a line DTSTART"):
        PhraseTrigger(rule, timezone=UTC)

    trigger = PhraseTrigger(rule, timezone=UTC, year=2024)
    assert trigger.get_next_fire_time(None, datetime(2023, 1, 1, tzinfo=UTC)) == datetime(
        2024, 1, 1, 9, tzinfo=UTC
    )
