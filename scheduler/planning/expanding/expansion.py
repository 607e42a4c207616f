"""From a phrase to the interface's expand object: the one builder that every door calls.

The object is plain data, ready for JSON. Days are ISO text, both ends inclusive; spans of
characters in the phrase count from 0, and `to` is the first character after the span.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from rules.instances import LeftOut, TooManyDatesError, expand, left_out
from rules.phrases import LONGEST_PHRASE, Context, Message, Understanding, read
from rules.rrule import rrules
from rules.schedule import NO_DAYS_OFF, DaysOff, Instance, MonthWeeks, Schedule, WeekConvention
from rules.shifts import leans_on_days_off
from rules.wording import wording
from scheduler.day_off import DayOff
from scheduler.errors import Fault, Invalid, Lang
from scheduler.planning.expanding.expand_request import ExpandRequest, find_faults
from scheduler.planning.office_calendar.days_off import OfficeTable, days_off_between, warnings
from scheduler.planning.office_calendar.holidays import DEFAULT_COUNTRY
from scheduler.reasons import read_reason

Expansion: TypeAlias = dict[str, Any]
# The days off that an office has entered; asked once, and only where a phrase leans on days off.
Entered: TypeAlias = Callable[[], OfficeTable | None]

# Of all readings and week conventions of one request together; an office's plan has some thousand a year.
MAX_INSTANCES = 50_000


def expand_phrase(
    request: ExpandRequest, lang: Lang | None = None, entered: Entered | None = None
) -> Expansion:
    """The interface's expand object. A phrase that cannot be read is an answer, not an error.

    `lang` is the language of its messages; None: that of the request, or English. `entered` is heard where
    the country is the one that offices are in; `days_off` of the answer says what was used.
    Raises Invalid where the request itself is wrong: its range, its target, or so many dates
    asked for that nobody could read them.
    """
    lang = lang or request.lang
    if faults := find_faults(request):
        raise Invalid.of(faults)
    if len(request.phrase) > LONGEST_PHRASE:
        return _too_long(request, lang)
    understanding = read(request.phrase, _context(request))
    answer = _blank(request.id, request.phrase, understanding.status)
    expander = _Expander(request, lang, entered, readings=len(understanding.readings) or 1)
    if understanding.status == "understood" and understanding.schedule is not None:
        answer |= expander.expanded(understanding.schedule)
    answer |= _remarks(understanding, lang)
    answer["readings"] = [
        {"why": _message(reading.why, lang)} | expander.expanded(reading.schedule)
        for reading in understanding.readings
    ]
    answer["days_off"] = expander.used()
    answer["warnings"] += [_message(one, lang) for one in expander.warnings()] + _unknown_keys(request, lang)
    return answer


def choose_reading(answer: Expansion, number: int) -> Expansion:
    """An ambiguous answer as if the phrase had only its reading `number` (from 1), and it were confirmed.

    Raises Invalid where there is no such reading; a phrase that is clear has one.
    """
    count = len(answer["readings"]) or 1
    if not 1 <= number <= count:
        raise Invalid(
            "unknown-reading",
            f"There is no reading {number}: the phrase has {count}.",
            f"Không có cách hiểu {number}: cụm này có {count} cách hiểu.",
            where="reading",
        )
    if not answer["readings"]:
        return answer
    chosen = {key: value for key, value in answer["readings"][number - 1].items() if key != "why"}
    return {**answer, **chosen, "status": "understood", "readings": [], "doubts": []}


def refused(given: object, faults: Iterable[Fault]) -> Expansion:
    """A refused result for a request that could not be read, such as a bad line of a batch."""
    known: dict[Any, Any] = given if isinstance(given, dict) else {}
    id_, phrase, lang = known.get("id"), known.get("phrase"), known.get("lang")
    answer = _blank(id_ if isinstance(id_, (str, int)) else None, None, "refused")
    if isinstance(phrase, str):
        answer["phrase"] = phrase if len(phrase) <= LONGEST_PHRASE else _beginning(phrase)
    length = len(answer["phrase"] or "")
    answer["problems"] = [_problem(fault.code, fault.en, fault.vi, (0, length), lang) for fault in faults]
    return answer


def instance_object(instance: Instance, lang: Lang | None = None) -> Expansion:
    """One instance as the interface writes it; its reason in `lang` (None: English) and in both languages."""
    return {
        "kind": instance.kind,
        "start": moment(instance.start),
        "end": moment(instance.end),
        "channel": instance.channel,
        "minutes": instance.minutes,
        "minutes_max": instance.minutes_max,
        "shifted_from": moment(instance.shifted_from),
        **reason_object(instance.reason, lang),
    }


def reason_object(reason: str | None, lang: Lang | None) -> Expansion:
    """Why a day off moved an airing, or took it away."""
    if reason is None:
        return {"reason": None, "reasons": None}
    said = read_reason(reason)
    return {"reason": said.to(lang or "en"), "reasons": {"vi": said.vi, "en": said.en}}


def moment(value: date | datetime | None) -> str | None:
    """A wall time, or a day where no time is written, as ISO text; None stays.

    To the minute, but for the seconds that a recurrence text may name.
    """
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds" if value.second else "minutes")
    return value.isoformat() if value is not None else None


def _context(request: ExpandRequest) -> Context:
    return Context(
        lang=request.lang,
        year=request.first.year,
        weeks=request.weeks,
        target=request.target,
        channels=request.channels,
        first=request.first,
        last=request.last,
    )


class _Expander:
    """Expands the schedules of one request; the days off are looked up when a schedule leans on them.

    `left` is how many dates the request may still have.
    """

    def __init__(
        self, request: ExpandRequest, lang: Lang | None, entered: Entered | None, *, readings: int
    ) -> None:
        self.request = request
        self.readings = readings
        self.left = MAX_INSTANCES
        self.starts: set[date] = set()  # of all readings
        self.lang = lang
        self.entered = entered
        self.office: OfficeTable | None = None
        self.days_off: DaysOff | None = None

    def expanded(self, schedule: Schedule) -> Expansion:
        """What is said of one schedule."""
        request = self.request
        days_off = self._days_off_for(schedule)
        instances = self._instances(schedule, days_off)
        if request.timezone is not None:
            self.starts.update(one.start for one in instances)
        missing = left_out(schedule, request.first, request.last, days_off)
        return {
            "schedule": {
                "kind": schedule.kind,
                "vi": wording(schedule, "vi"),
                "en": wording(schedule, "en"),
                "rrule": rrules(schedule),
                "weeks": str(schedule.weeks),
            },
            "instances": [instance_object(instance, self.lang) for instance in instances],
            "left_out": [_left_out_object(one, self.lang) for one in missing],
            "quota": [{"count": q.count, "unit": q.unit, "period": str(q.period)} for q in schedule.quotas],
            "conventions": self._conventions(schedule, instances, days_off),
        }

    def _instances(self, schedule: Schedule, days_off: DaysOff) -> list[Instance]:
        """The instances, counted; raises Invalid where there are more than may be asked for."""
        request = self.request
        try:
            found = expand(schedule, request.first, request.last, days_off, most=self.left)
        except TooManyDatesError:
            raise _flood(self.readings) from None
        except ValueError as error:
            vi = getattr(error, "vi", "Không lập được lịch trong khoảng này; hãy chọn khoảng khác.")
            raise Invalid("too-many-dates", str(error), vi, where="to") from None
        self.left -= len(found)
        return found

    def _conventions(
        self, schedule: Schedule, own: list[Instance], days_off: DaysOff
    ) -> dict[str, list[str | None]]:
        """The starts, without replays, under every week convention; empty where all of them agree."""
        if not _holds(schedule, MonthWeeks):
            return {}
        starts = {}
        for convention in WeekConvention:
            # What was compiled belongs to the schedule's own convention.
            other = replace(schedule, weeks=convention, compiled=None)
            found = own if convention is schedule.weeks else self._instances(other, days_off)
            starts[str(convention)] = [moment(each.start) for each in found if each.kind != "replay"]
        return starts if len({tuple(each) for each in starts.values()}) > 1 else {}

    def warnings(self) -> list[Message]:
        """What is not known of the days off, where a schedule leans on them; times that no clock shows."""
        request, found = self.request, []
        if self.days_off is not None:
            found += warnings(request.country, request.first, request.last, self._entries())
        if request.timezone is not None:
            from scheduler.planning.expanding.gaps import (
                gap_notices,  # its dates need Babel, which is slow to load
            )

            notices = gap_notices(sorted(self.starts, key=str), request.timezone)
            found += [Message("clock-gap", one.en, one.vi) for one in notices]
        return found

    def used(self) -> Expansion | None:
        """Whose days off were heard; None where no schedule leans on them."""
        if self.days_off is None:
            return None
        office = None if self.office is None else self.office.office
        return {"country": self.request.country, "office": office}

    def _days_off_for(self, schedule: Schedule) -> DaysOff:
        if not leans_on_days_off(schedule):
            return NO_DAYS_OFF
        if self.days_off is None:
            request = self.request
            if self.entered is not None and request.country == DEFAULT_COUNTRY:
                self.office = self.entered()
            self.days_off = days_off_between(request.country, request.first, request.last, self._entries())
        return self.days_off

    def _entries(self) -> tuple[DayOff, ...]:
        return () if self.office is None else self.office.entries


def _left_out_object(one: LeftOut, lang: Lang | None) -> Expansion:
    return {
        "start": moment(one.start),
        "channel": one.channel,
        **reason_object(one.reason, lang),
        "meets": moment(one.meets),
    }


def _holds(value: object, kind: type) -> bool:
    if isinstance(value, kind):
        return True
    if isinstance(value, tuple):
        return any(_holds(part, kind) for part in value)
    if is_dataclass(value):
        return any(_holds(getattr(value, field.name), kind) for field in fields(value) if field.compare)
    return False


def _flood(readings: int) -> Invalid:
    """What is said of more dates than anybody could read."""
    en = f", in the {readings} ways to read it together" if readings > 1 else ""
    vi = f", tính chung {readings} cách hiểu" if readings > 1 else ""
    return Invalid(
        "too-many-dates",
        f"This phrase gives more than {MAX_INSTANCES:,} dates in that range{en}; ask for a shorter one.",
        f"Cụm này cho hơn {MAX_INSTANCES} ngày trong khoảng đó{vi}; hãy chọn khoảng ngắn hơn.",
        where="to",
    )


# --- what is said about the phrase --------------------------------------------------------


def _blank(id_: str | int | None, phrase: str | None, status: str) -> Expansion:
    return {
        "id": id_,
        "phrase": phrase,
        "status": status,
        "schedule": None,
        "instances": [],
        "left_out": [],
        "quota": [],
        "conventions": {},
        "days_off": None,
        "readings": [],
        "ignored": [],
        "corrections": [],
        "warnings": [],
        "problems": [],
        "doubts": [],
    }


def _remarks(understanding: Understanding, lang: Lang | None) -> Expansion:
    return {
        "ignored": [{"text": i.text, "from": i.start, "to": i.end} for i in understanding.ignored],
        "corrections": [
            {"was": c.was, "read_as": c.read_as, "from": c.start, "to": c.end}
            for c in understanding.corrections
        ],
        "warnings": [_message(warning, lang) for warning in understanding.warnings],
        "problems": [_problem(p.code, p.en, p.vi, (p.start, p.end), lang) for p in understanding.problems],
        "doubts": [{"text": d.text, "from": d.start, "to": d.end} for d in understanding.doubts],
    }


def _message(message: Message, lang: Lang | None) -> Expansion:
    chosen = message.vi if lang == "vi" else message.en
    return {"code": message.code, "message": chosen, "en": message.en, "vi": message.vi}


def _problem(code: str, en: str, vi: str, span: tuple[int, int], lang: object) -> Expansion:
    chosen = vi if lang == "vi" else en
    return {"code": code, "message": chosen, "en": en, "vi": vi, "from": span[0], "to": span[1]}


def _unknown_keys(request: ExpandRequest, lang: Lang | None) -> list[Expansion]:
    if not request.unknown:
        return []
    names = ", ".join(request.unknown)
    en, vi = f"Not known, so not used: {names}.", f"Không rõ nên không dùng: {names}."
    return [_message(Message("unknown-key", en, vi), lang)]


def _too_long(request: ExpandRequest, lang: Lang | None) -> Expansion:
    length = len(request.phrase)
    answer = _blank(request.id, _beginning(request.phrase), "refused")
    en = f"The phrase has {length:,} characters; at most {LONGEST_PHRASE:,} are read. Split it into items."
    vi = f"Cụm thời gian dài {length} ký tự; chỉ đọc tối đa {LONGEST_PHRASE}. Hãy tách thành nhiều mục."
    answer["problems"] = [_problem("too-long", en, vi, (LONGEST_PHRASE, length), lang)]
    return answer


def _beginning(phrase: str) -> str:
    # A phrase of a megabyte is not sent back whole.
    return phrase[:200] + "…"
