"""A phrase as a trigger of APScheduler 3: `PhraseTrigger("Wednesday week 3 at 17:45")`, CronTrigger's peer.

`docs/scheduling.md` shows it at work.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

from apscheduler.triggers.base import BaseTrigger
from apscheduler.util import astimezone, convert_to_datetime, datetime_repr
from tzlocal import get_localzone

from rules.instances import expand
from rules.phrases import Context, PhraseError, parse, read
from rules.schedule import (
    NO_DAYS_OFF,
    Dates,
    DaysLater,
    DaysOff,
    Recurrence,
    Schedule,
    WeekConvention,
    with_year,
)
from rules.shifts import leans_on_days_off
from rules.understanding import Understanding
from rules.wording import wording
from rules.zones import find_zone, likely_name
from scheduler.errors import Lang
from scheduler.store.instants import starts_at

_VERSION = 1
_TICK = timedelta(microseconds=1)
_DAY = timedelta(days=1)
# The stretches that are looked through for the next time: near first, since most phrases air each month.
_STRETCHES = (62, 366, *(3_660,) * 40)  # days; together the 400 years after which the calendar repeats
_LONGEST_REPLAY = 62  # days after its premiere, for a weekday in a numbered week of the month


class PhraseTrigger(BaseTrigger):  # type: ignore[misc] # the package has no types
    """Fires when an airing of a phrase begins.

    phrase      as an office writes it, in Vietnamese or English, or RFC 5545 text
    timezone    whose wall times these are, a name or a tzinfo; the machine's own when None
    weeks       what "week 3" means: blocks, monday, sunday, monday-full or iso
    year        fire in this year only; needed where the phrase has a date without its year
    reading     the wording (either language) of the reading to take of an ambiguous phrase
    at          the time of airings that have none in the phrase, a time or "17:45"
    replays     also fire for replays
    country     whose public holidays a shift avoids, as "VN"; needed where the phrase leans on days off
    lang        the language of the phrase, where it could be either
    start_date, end_date   first and last moment to fire, both inclusive, as for CronTrigger
    jitter      delay each firing by up to so many seconds

    A time in a spring gap fires by the offset before the gap (02:30 fires at 03:30), one that happens twice
    the first time.

    Raises `PhraseError` (with the problems, or the readings) for a phrase that is refused or ambiguous, and
    ValueError with a sentence where it names nothing that could be fired at.
    """

    __slots__ = ("at", "country", "end_date", "jitter", "phrase", "replays", "schedule", "start_date",
                 "timezone", "wording", "year")  # fmt: skip

    def __init__(
        self,
        phrase: str,
        *,
        timezone: str | tzinfo | None = None,
        weeks: WeekConvention | str = WeekConvention.BLOCKS,
        year: int | None = None,
        reading: str | None = None,
        at: time | str | None = None,
        replays: bool = False,
        country: str | None = None,
        lang: Lang | None = None,
        start_date: datetime | date | str | None = None,
        end_date: datetime | date | str | None = None,
        jitter: int | None = None,
    ) -> None:
        self.phrase = phrase
        named = _zone(timezone) if isinstance(timezone, str) else timezone
        self.timezone = astimezone(named) if named is not None else get_localzone()
        self.year = year
        self.at = time.fromisoformat(at) if isinstance(at, str) else at
        self.replays = replays
        self.country = country
        self.start_date = convert_to_datetime(start_date, self.timezone, "start_date")
        self.end_date = convert_to_datetime(end_date, self.timezone, "end_date")
        self.jitter = jitter
        zone = self.timezone.key if isinstance(self.timezone, ZoneInfo) else None
        context = Context(lang, year, WeekConvention(weeks), zone=zone)
        chosen = _chosen(phrase, reading, context)
        self.wording = wording(chosen, "vi")
        self.schedule = _completed(chosen, self.at, year)
        _check(self.schedule, country)

    def get_next_fire_time(self, previous_fire_time: datetime | None, now: datetime) -> datetime | None:
        """The first start after the previous one, or else from `now` on; in the trigger's zone."""
        # As with CronTrigger, a scheduler that was down gets what it missed.
        begin = now if previous_fire_time is None else previous_fire_time
        begin = begin.astimezone(UTC) + (_TICK if previous_fire_time is not None else timedelta())
        if self.start_date is not None:
            begin = max(begin, self.start_date.astimezone(UTC))
        found = self._first_from(begin)
        if found is None or (self.end_date is not None and found > self.end_date.astimezone(UTC)):
            return None
        moment: datetime = self._apply_jitter(found.astimezone(self.timezone), self.jitter, now)
        return min(moment, self.end_date) if self.end_date is not None else moment

    def _first_from(self, begin: datetime) -> datetime | None:
        """The first instant not before `begin` (UTC)."""
        for first, last, final in self._stretches(begin.astimezone(self.timezone).date()):
            found = self._first_between(begin, first, last, final=final)
            if found is not None:
                return found
        return None

    def _first_between(self, begin: datetime, first: date, last: date, *, final: bool) -> datetime | None:
        try:
            starts = list(self._starts(first, last))
        except ValueError:
            if first >= last:
                raise
            # More airings than one call may give: the nearer half may do.
            middle = first + (last - first) // 2
            return self._first_between(begin, first, middle, final=False) or self._first_between(
                begin, middle + _DAY, last, final=final
            )
        # Replays after the last day wait for the next stretch, where premieres may come before them.
        instants = (starts_at(start, self.timezone) for start in starts if final or start.date() <= last)
        return min((instant for instant in instants if instant >= begin), default=None)

    def _starts(self, first: date, last: date) -> Iterator[datetime]:
        """Wall times of the airings in a range of days."""
        days_off = NO_DAYS_OFF if self.country is None else _days_off(self.country, first, last)
        # A replay belongs to the range of its premiere.
        lead = _replay_reach(self.schedule) if self.replays else 0
        opens = date.fromordinal(max(1, first.toordinal() - lead))
        for instance in expand(self.schedule, opens, last, days_off):
            if isinstance(instance.start, datetime) and (self.replays or instance.kind == "premiere"):
                yield instance.start

    def _stretches(self, day: date) -> Iterator[tuple[date, date, bool]]:
        """Ranges of days from the day before on, and whether it is the last."""
        least, most = date.min, date.max - 400 * _DAY
        if self.year is not None:
            least, most = date(self.year, 1, 1), date(self.year, 12, 31)
        if self.end_date is not None:
            most = min(most, self.end_date.astimezone(self.timezone).date() + _DAY)
        first = max(day - _DAY, least)
        for length in _STRETCHES:
            if first > most:
                return
            last = min(first + length * _DAY, most)
            yield first, last, last == most
            first = last + _DAY

    def __getstate__(self) -> dict[str, Any]:
        """The reading as its wording, so that a later version cannot take another for the same phrase."""
        kept = {name: getattr(self, name) for name in self.__slots__ if name != "schedule"}
        return {"version": _VERSION, **kept}

    def __setstate__(self, state: dict[str, Any]) -> None:
        if state.get("version", 0) > _VERSION:
            raise ValueError(
                f"A PhraseTrigger of version {state['version']} was stored by a later release; this one "
                f"reads versions up to {_VERSION}."
            )
        for name in self.__slots__:
            if name != "schedule":
                setattr(self, name, state[name])
        self.schedule = _completed(parse(self.wording, Context("vi", self.year)), self.at, self.year)

    def __str__(self) -> str:
        return f"phrase[{self.phrase}]"

    def __repr__(self) -> str:
        options = [repr(self.phrase)]
        options += [f"{name}={getattr(self, name)!r}" for name in ("year", "country") if getattr(self, name)]
        if self.at is not None:
            options.append(f"at='{self.at.isoformat(timespec='minutes')}'")
        if self.replays:
            options.append("replays=True")
        for name in ("start_date", "end_date"):
            if getattr(self, name) is not None:
                options.append(f"{name}={datetime_repr(getattr(self, name))!r}")
        if self.jitter:
            options.append(f"jitter={self.jitter}")
        return f"<PhraseTrigger ({', '.join(options)}, timezone='{self.timezone}')>"


def _chosen(phrase: str, reading: str | None, context: Context) -> Schedule:
    """The schedule of the phrase; of an ambiguous one that whose wording is `reading`."""
    found = read(phrase, context)
    if context.year is None and "DTSTART" not in phrase.upper() and _counts(found):
        raise ValueError(
            "The rule counts (COUNT or INTERVAL) and does not say from when: write a line DTSTART, or give "
            "the year from whose first day it counts, as in year=2024."
        )
    if found.schedule is not None and reading is None:
        return found.schedule
    schedules = [found.schedule] if found.schedule is not None else [one.schedule for one in found.readings]
    for schedule in (*schedules, *found.alike) if reading is not None else ():
        if _plain(reading or "") in (_plain(wording(schedule, "vi")), _plain(wording(schedule, "en"))):
            return schedule
    if reading is None or not schedules:
        raise PhraseError(found)
    ways = "; ".join(repr(wording(schedule, context.lang or found.lang)) for schedule in schedules)
    raise ValueError(f"The phrase has no reading {reading!r}: it has {ways}.")


def _zone(name: str) -> ZoneInfo:
    found = find_zone(name)
    if found is None:
        likely = likely_name(name) or "Asia/Ho_Chi_Minh"
        raise ValueError(f"{name!r} is no time zone. Write an IANA name, such as {likely}.")
    return found


def _counts(found: Understanding) -> bool:
    """Whether the reader had to choose the day from which a rule counts: it says so in a remark."""
    return any(remark.code == "rule-start" for remark in found.warnings)


def _completed(schedule: Schedule, at: time | None, year: int | None) -> Schedule:
    """The schedule with a time for the slots that have none, and a year for the dates that have none."""

    def completed(one: Recurrence) -> Recurrence:
        slots = tuple(slot if slot.at is not None else replace(slot, at=at) for slot in one.slots)
        days = one.on.days
        if isinstance(days, Dates) and year is not None:
            days = Dates(tuple(with_year(day, year) for day in days.days))
        return replace(one, on=replace(one.on, days=days), slots=slots)

    return replace(schedule, recurrences=tuple(map(completed, schedule.recurrences)), compiled=None)


def _check(schedule: Schedule, country: str | None) -> None:
    """Refuse what names no moments. Raises ValueError with a sentence."""
    if schedule.windows or schedule.spans or not schedule.recurrences:
        raise ValueError(
            "The phrase gives a time span or a number of pieces, not moments to fire at: name days and a "
            "time, as in 'Wednesday week 3 at 17:45'."
        )
    slots = [slot for one in schedule.recurrences for slot in one.slots]
    if any(slot.at is None for slot in slots):
        raise ValueError(
            "The phrase names days without a time: write the time into it, or give one, as in at='17:45'."
        )
    if any(
        isinstance(one.on.days, Dates) and any(day.year is None for day in one.on.days.days)
        for one in schedule.recurrences
    ):
        raise ValueError(
            "The phrase has a date without its year: write the year, or give one, as in year=2024."
        )
    if country is None and leans_on_days_off(schedule):
        raise ValueError("The phrase leans on days off: say whose public holidays hold, as in country='VN'.")


def _replay_reach(schedule: Schedule) -> int:
    """How many days a replay may come after its premiere, at most."""
    replays = [replay for one in schedule.recurrences for slot in one.slots for replay in slot.replays]
    later = [replay.day.days for replay in replays if isinstance(replay.day, DaysLater)]
    return max([_LONGEST_REPLAY, *later]) if replays else 0


def _days_off(country: str, first: date, last: date) -> DaysOff:
    # SQLAlchemy stands behind planning; a trigger without days off does not wait for it.
    from scheduler.planning.office_calendar.days_off import days_off_between

    return days_off_between(country, first, last)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
