"""Recurrence text -> schedule: validated strictly, freed of zones, asked about where it has two meanings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo

from rules.recurrence.bounds import MOST_TIMES, YEARS_AHEAD, TooMuch
from rules.recurrence.lines import Piece, Property, properties
from rules.recurrence.messages import Fault, Said, fault, said, shown
from rules.recurrence.moments import clocks_forward, read_moment, same_zone
from rules.recurrence.parts import needs_start, read_rule
from rules.recurrence.starts import cuts_first_week, first_start, same_starts, starts, times_of_day
from rules.recurrence.text import Moment, Recurring, Rule, basic
from rules.schedule import DaySet, Recurrence, RuleDays, Schedule, Slot
from rules.zones import find_zone, likely_name

MOST_LISTED = 1_000
_AWAKE = time(4)  # no zone moves its clocks forward between this hour and midnight


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the text stands in: the day from which a rule without DTSTART is counted, the plan's zone."""

    around: date
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One or more readings, each with what tells it apart; or a fault."""

    readings: tuple[tuple[Schedule, Said], ...] = ()
    remarks: tuple[Said, ...] = ()
    fault: Said | None = None


def read_text(text: str, around: Surroundings) -> Found:
    """What a recurrence text means; never an exception for any text."""
    try:
        return _Reader(text, around).read()
    except Fault as error:
        return Found(fault=error.said)


@lru_cache(maxsize=256)
def schedule_of(text: Recurring, around: date) -> Schedule | None:
    """A slot for each time of day that the text can name; None where there are too many."""
    times = times_of_day(text, around)
    if times is None:
        return None
    canonical = text.canonical()
    slots: Sequence[time | None] = times if text.timed else [None]
    return Schedule(tuple(Recurrence(DaySet(RuleDays(canonical, at)), (Slot(at),)) for at in slots))


class _Reader:
    """Reads one text; `zone` is that of its start, else the plan's."""

    def __init__(self, text: str, around: Surroundings) -> None:
        self.text = text
        self.around = around
        self.zone: ZoneInfo | None = find_zone(around.zone) if around.zone else None
        self.zone_of_text = False
        self.remarks: list[Said] = []

    def read(self) -> Found:
        lines = properties(self.text)
        start = self.start(next((line for line in lines if line.name == "DTSTART"), None))
        ruled = next((line.value for line in lines if line.name == "RRULE"), None)
        rule, until, parts = read_rule(ruled) if ruled is not None else (None, None, {})
        bare = Recurring(start, rule)
        if rule is not None:
            self.check_start(bare, rule, parts)
            counted = start is None and (rule.interval > 1 or rule.count is not None)
            if counted:
                start = self.counted_from(bare)
        timed = Recurring(start, rule).timed
        added = self.listed("RDATE", lines, timed=timed if start is not None or rule is not None else None)
        if start is None and rule is None:
            timed = any(isinstance(moment, datetime) for moment in added)
        taken = self.listed("EXDATE", lines, timed=timed)
        if rule is None and not added and start is None:
            raise fault("rule-text/nothing", 0, len(self.text))
        text = Recurring(start, rule, added, taken)
        texts = self.ended(text, until) if until is not None else [(text, said("rule-text/nothing"))]
        return self.found(texts)

    # --- the start ---

    def start(self, line: Property | None) -> Moment | None:
        if line is None:
            return None
        moment, zone = self.moment(line.value, line.parameters)
        if zone is None:
            return moment
        if self.zone is not None and not same_zone(zone, self.zone, moment):
            raise line.value.fault("rule-zone/plan", plan=self.zone.key, zone=zone.key)
        if self.zone is None:
            self.remarks.append(said("rule-zone-taken", zone=zone.key))
        self.zone, self.zone_of_text = zone, True
        return moment

    def check_start(self, text: Recurring, rule: Rule, parts: dict[str, Piece]) -> None:
        """Does the rule, with its start or alone, say its days and times?"""
        clocks = [name for name in ("BYHOUR", "BYMINUTE", "BYSECOND") if name in parts]
        if text.start is None:
            lacking = needs_start(rule)
            if lacking is not None:
                raise parts["FREQ"].fault("rule-start/day", part=lacking)
            if clocks and not (rule.hours and rule.minutes):
                raise parts[clocks[0]].fault("rule-start/time")
        elif not text.timed:
            if clocks:
                raise parts[clocks[0]].fault("rule-mix/time-of-day", part=clocks[0])
            if rule.frequency in ("HOURLY", "MINUTELY", "SECONDLY"):
                raise parts["FREQ"].fault("rule-mix/time-of-day", part=f"FREQ={rule.frequency}")

    def counted_from(self, text: Recurring) -> Moment:
        """The first day of what surrounds the text; the rule has its own times of day."""
        day = self.around.around
        self.remarks.append(said("rule-start/from", day=day.isoformat()))
        return datetime.combine(day, time()) if text.timed else day

    # --- listed days ---

    def listed(self, name: str, lines: list[Property], *, timed: bool | None) -> tuple[Moment, ...]:
        """All days of the lines of a name; all of the type of the start (None: of one type)."""
        found: set[Moment] = set()
        for line in lines:
            if line.name != name:
                continue
            pieces = line.value.parted(",")
            if len(pieces) + len(found) > MOST_LISTED:
                raise line.value.fault("rule-text/many", count=len(pieces), most=MOST_LISTED)
            for piece in pieces:
                moment, zone = self.moment(piece, line.parameters)
                if timed is None:
                    timed = isinstance(moment, datetime)
                if isinstance(moment, datetime) != timed:
                    form = "20240117T174500" if timed else "20240117"
                    raise piece.fault("rule-date/type", name=name, form=form)
                found.add(self.local(piece, moment, zone, name))
        return tuple(sorted(found))

    def local(self, piece: Piece, moment: Moment, zone: ZoneInfo | None, name: str) -> Moment:
        if zone is None or not isinstance(moment, datetime):
            return moment
        if self.zone is None:
            raise piece.fault("rule-zone/mixed", name=name)
        return moment.replace(tzinfo=zone).astimezone(self.zone).replace(tzinfo=None)

    # --- the end ---

    def ended(self, text: Recurring, piece: Piece) -> list[tuple[Recurring, Said]]:
        """The text with its UNTIL; with both, where it can be meant in two ways that differ."""
        rule = text.rule
        assert rule is not None  # noqa: S101 - UNTIL stands in a rule
        until, universal = read_moment(piece)
        meant: list[tuple[Moment, Said]] = []
        given = shown(piece.text)
        raw = until
        if isinstance(until, datetime) and universal:
            if self.zone is None:
                self.remarks.append(said("rule-until-utc", *piece.span))
            else:
                there = until.replace(tzinfo=UTC).astimezone(self.zone).replace(tzinfo=None)
                about = {"given": given, "zone": self.zone.key, "until": f"{there:%Y-%m-%d %H:%M}"}
                meant.append((there, said("rule-until/zone", **about)))
        if not (meant and self.zone_of_text):
            meant.append((raw, said("rule-until/local", given=given)))
        if text.timed and not isinstance(until, datetime):
            meant = [
                (datetime.combine(until, time(23, 59, 59)), said("rule-until/whole-day", given=given)),
                (datetime.combine(until, time()), said("rule-until/midnight", given=given)),
            ]
        elif not text.timed:
            meant = [(_day(moment), why) for moment, why in meant]
        texts = [(replace(text, rule=replace(rule, until=moment)), why) for moment, why in meant]
        if len(texts) > 1:
            try:
                if same_starts(texts[0][0], texts[1][0]):
                    # The one written closest to the text: it reads back to itself.
                    return texts[-1:]
            except TooMuch:
                pass  # then a person chooses
        return texts

    # --- the end of all ---

    def found(self, texts: list[tuple[Recurring, Said]]) -> Found:
        readings = []
        for text, why in texts:
            schedule = schedule_of(text, self.around.around)
            if schedule is None:
                raise fault("rule-often", 0, len(self.text), most=MOST_TIMES)
            if not schedule.recurrences:
                raise fault("rule-empty/never", 0, len(self.text), years=YEARS_AHEAD)
            readings.append((schedule, why))
        self.check_zone(texts[0][0])
        if cuts_first_week(texts[0][0]):
            raise fault("rule-disputed/first-week", 0, len(self.text))
        self.check_first(texts[0][0])
        self.check_taken(texts[0][0])
        return Found(tuple(readings), tuple(self.remarks))

    def check_zone(self, text: Recurring) -> None:
        """A start that the clocks of its own zone leave out is refused: a zone makes it another time."""
        if not (self.zone_of_text and self.zone is not None and text.timed):
            return
        times = times_of_day(text, self.around.around) or []
        start = text.start or self.around.around
        for day in clocks_forward(self.zone, start.year) if times and times[0] < _AWAKE else ():
            for moment in starts(text, day, day):
                back = moment.replace(tzinfo=self.zone).astimezone(UTC).astimezone(self.zone)
                if back.replace(tzinfo=None) != moment:
                    about = f"{moment:%Y-%m-%d %H:%M}"
                    raise fault("rule-zone/gap", 0, len(self.text), zone=self.zone.key, moment=about)

    def check_first(self, text: Recurring) -> None:
        """A rule that names nothing is refused; one that does not name its own start carries a remark."""
        if text.rule is None:
            return
        try:
            first = first_start(text, self.around.around)
        except TooMuch:
            return
        until = text.rule.until
        if first is None and not text.added:
            opens = text.start or self.around.around
            if until is not None and _day(until) <= _day(opens):
                raise fault("rule-empty/over", 0, len(self.text), until=_day(until).isoformat())
            raise fault("rule-empty/never", 0, len(self.text), years=YEARS_AHEAD)
        counted = any(one.code == "rule-start" for one in self.remarks)
        if text.start is not None and first is not None and not counted:
            start = text.start if isinstance(text.start, datetime) else datetime.combine(text.start, time())
            if first != start:
                form = "%Y-%m-%d %H:%M" if text.timed else "%Y-%m-%d"
                facts = {"start": start.strftime(form), "first": first.strftime(form)}
                self.remarks.append(said("rule-start/not-in-rule", **facts))

    def check_taken(self, text: Recurring) -> None:
        """An exception that meets no airing is likely a slip, so it is told."""
        if not text.taken:
            return
        whole = replace(text, taken=())
        try:
            named = {
                moment if text.timed else moment.date()
                for moment in starts(whole, _day(text.taken[0]), _day(text.taken[-1]))
            }
        except TooMuch:
            return
        for missed in [moment for moment in text.taken if moment not in named][:3]:
            self.remarks.append(said("rule-exception-misses", given=basic(missed)))

    # --- moments ---

    def moment(self, piece: Piece, parameters: Sequence[Piece]) -> tuple[Moment, ZoneInfo | None]:
        """A day or time and its zone, if it has one."""
        zone, kind = None, None
        for parameter in parameters:
            name, _, value = parameter.text.partition("=")
            if name.strip() == "TZID":
                begin, end = parameter.span
                zone = self.zone_named(self.text[begin:end].partition("=")[2].strip().strip('"'), parameter)
            elif name.strip() == "VALUE" and value.strip() in ("DATE", "DATE-TIME"):
                kind = value.strip()
            else:
                raise parameter.fault("rule-text/parameter")
        moment, universal = read_moment(piece)
        if kind is not None and (kind == "DATE-TIME") != isinstance(moment, datetime):
            raise piece.fault("rule-date/form")
        return moment, ZoneInfo("UTC") if universal else zone

    def zone_named(self, name: str, where: Piece) -> ZoneInfo:
        """The zone of that name; of nearly that name, or of Windows' name for it, with a remark."""
        zone = find_zone(name)
        if zone is not None:
            return zone
        likely = likely_name(name)
        if likely is None:
            raise where.fault("rule-zone/unknown", zone=shown(name))
        remark = said("rule-zone-read", given=shown(name), zone=likely)
        if remark not in self.remarks:
            self.remarks.append(remark)
        return ZoneInfo(likely)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
