"""What a mail says, apart from how it looks: a letter becomes headings, sentences and rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from scheduler.feeds.text import shortened
from scheduler.locale import Language, mark, say, translations
from scheduler.locale.dates import day_text, moment_text, zone_text
from scheduler.reasons import say_reason
from scheduler.reminders.due.lead import Lead
from scheduler.reminders.transport.sink import Letter
from scheduler.reminders.weekly_lists import UNCONFIRMED, due_day
from scheduler.store.occurrences.read_model import Occurrence, Wall

LONGEST_TITLE = 70  # characters of a title in a subject: phones show fewer
MOST_LISTED = 200  # occurrences in a digest: Gmail cuts a mail off at 102 kB
KINDS = {"premiere": mark("premiere"), "replay": mark("replay"), "window": mark("window")}
_CHANGED = ("change", "old_start", "old_end", "old_channel", "start", "end", "channel", "timezone")
# The facts of a letter that its words, or its calendar, hold, by what it is.
WORDED: dict[str, tuple[str, ...]] = {
    "reminder": (),
    "opening": (),
    "closing": (),
    "change": (*_CHANGED, "item", "title", "plan", "uid", "sequence", "told_at"),
    "digest": ("first", "last", "left_out", UNCONFIRMED),
    "quota": ("first", "last", "item", "title", "plan", "units"),
    "confirm": ("office", "plans"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One occurrence in a digest."""

    time: str
    what: str
    where: str
    path: str


@dataclass(frozen=True, slots=True)
class Day:
    """The occurrences of a day in a digest."""

    name: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All words of a mail.

    moment   what the reader looks for first, such as the time; `struck` is the one that no longer holds
    title    the item, without its number
    path     of the page that `button` leads to, from the service's address on; "" is a link of the reader's
    """

    subject: str
    heading: str
    sentences: tuple[str, ...]
    footer: tuple[str, ...]
    moment: str = ""
    struck: str = ""
    number: str = ""
    title: str = ""
    rows: tuple[Row, ...] = ()
    days: tuple[Day, ...] = ()
    button: str = ""
    path: str = ""


def content_of(
    letter: Letter, language: Language, plan_title: Callable[[str], str | None], default_minutes: int
) -> Content:
    """The words of a letter. `plan_title` gives a plan's title by its slug, or None.

    `default_minutes` is how long the calendar file shows an airing whose length nobody wrote.
    """
    return _Writer(letter, language, plan_title, default_minutes).write()


class _Writer:
    """Writes one letter in one language."""

    def __init__(
        self,
        letter: Letter,
        language: Language,
        plan_title: Callable[[str], str | None],
        default_minutes: int,
    ) -> None:
        self.letter, self.language, self.plan_title = letter, language, plan_title
        self.default_minutes = default_minutes

    def write(self) -> Content:
        kinds: Mapping[str, Callable[[], Content]] = {
            "reminder": self.reminder,
            "opening": self.opening,
            "closing": self.closing,
            "change": self.change,
            "digest": self.unconfirmed if self.letter.facts.get(UNCONFIRMED) else self.digest,
            "quota": self.quota,
            "confirm": self.confirm,
        }
        return kinds[self.letter.what]()

    # --- one occurrence ---------------------------------------------------------------------

    def reminder(self) -> Content:
        one = self.occurrence()
        timed = isinstance(one.start, datetime)
        moment = span_text(one.start, one.end, self.language)
        heading = self.gettext("On air soon") if timed else self.gettext("Due soon")
        sentences = (self.ahead(),) if self.letter.lead else ()
        starts = moment_text(one.start, self.language)
        subject = self.gettext("Reminder: %(moment)s – %(what)s", moment=starts, what=self.short(one))
        return self.about(one, subject, heading, moment, sentences)

    def opening(self) -> Content:
        one = self.occurrence()
        moment = span_text(one.start, one.end, self.language)
        last = day_text(_day(one.end or one.start), self.language)
        subject = self.gettext("Window opens: %(what)s, until %(day)s", day=last, what=self.short(one))
        sentences = (self.gettext("One piece must appear within these days."),)
        return self.about(one, subject, self.gettext("The publishing window opens"), moment, sentences)

    def closing(self) -> Content:
        one = self.occurrence()
        last = day_text(_day(one.end or one.start), self.language)
        subject = self.gettext("Window closes: %(what)s, last day %(day)s", day=last, what=self.short(one))
        sentences = (
            self.gettext("Last day: %(day)s. Nothing has been confirmed as published yet.", day=last),
        )
        moment = span_text(one.start, one.end, self.language)
        return self.about(one, subject, self.gettext("The publishing window closes soon"), moment, sentences)

    def change(self) -> Content:
        facts = self.letter.facts
        old = span_text(read_wall(facts.get("old_start")), read_wall(facts.get("old_end")), self.language)
        new = span_text(read_wall(facts.get("start")), read_wall(facts.get("end")), self.language)
        what = self.short_of(str(facts["item"]), str(facts["title"]))
        if facts["change"] == "cancelled":
            subject = self.gettext("Cancelled: %(moment)s – %(what)s", moment=old or new, what=what)
            sentences = (self.gettext("This is off the schedule. Nothing is due on it any more."),)
            return self.changed(subject, self.gettext("Cancelled"), "", old or new, sentences)
        if facts["change"] == "restored":
            subject = self.gettext("Back on the schedule: %(moment)s – %(what)s", moment=new, what=what)
            sentences = (self.gettext("It was cancelled before; now it holds again."),)
            return self.changed(subject, self.gettext("Back on the schedule"), new, "", sentences)
        if old == new:
            subject = self.gettext("Changed: %(moment)s – %(what)s", moment=new, what=what)
            return self.changed(subject, self.gettext("Changed"), new, "", ())
        first = moment_text(read_wall(facts.get("start")) or date.min, self.language)
        subject = self.gettext("Moved to %(moment)s – %(what)s", moment=first, what=what)
        return self.changed(subject, self.gettext("Moved"), new, old, ())

    def changed(
        self, subject: str, heading: str, moment: str, struck: str, sentences: tuple[str, ...]
    ) -> Content:
        facts, one = self.letter.facts, self.letter.occurrence
        rows = self.rows_of(one) if one else self.rows_of_facts()
        old, new = facts.get("old_channel"), facts.get("channel")
        if old and old != new:
            rows = (Row(self.gettext("Channel until now"), str(old)), *rows)
        return Content(
            subject,
            heading,
            sentences,
            self.footer(zone_at(str(facts["timezone"]), read_wall(facts.get("start")))),
            moment=capital(moment),
            struck=struck if moment else capital(struck),
            number=self.numbered(str(facts["item"])),
            title=one_line(str(facts["title"])),
            rows=rows,
            button=self.gettext("Open its page") if one else "",
            path=f"/occurrences/{one.id}" if one else "",
        )

    def about(
        self, one: Occurrence, subject: str, heading: str, moment: str, sentences: tuple[str, ...]
    ) -> Content:
        return Content(
            subject,
            heading,
            sentences,
            self.footer(zone_at(one.timezone, one.start)),
            moment=capital(moment),
            number=self.numbered(one.item),
            title=one_line(one.title),
            rows=self.rows_of(one),
            button=self.gettext("Open its page"),
            path=f"/occurrences/{one.id}",
        )

    def rows_of(self, one: Occurrence) -> tuple[Row, ...]:
        original = span_text(one.original_start, None, self.language)
        moved = one.start != one.original_start and self.letter.what != "change"
        found = (
            (self.gettext("Channel"), one.channel),
            (self.gettext("Outlet"), one.outlet),
            (self.gettext("Kind"), capital(say(self.language, KINDS[one.kind]))),
            (self.gettext("Duration"), self.duration(one)),
            (self.gettext("Planned at first for"), original if moved else None),
            (self.gettext("Reason"), say_reason(one.reason, self.language)),
            (self.gettext("Note"), one.note),
            (self.gettext("Plan"), self.plan_title(one.plan)),
        )
        return tuple(Row(label, one_line(value)) for label, value in found if value)

    def rows_of_facts(self) -> tuple[Row, ...]:
        """Of an occurrence that is gone."""
        facts = self.letter.facts
        found = (
            (self.gettext("Channel"), facts.get("channel")),
            (self.gettext("Plan"), self.plan_title(str(facts.get("plan")))),
        )
        return tuple(Row(label, one_line(str(value))) for label, value in found if value)

    # --- several, or none -------------------------------------------------------------------

    def digest(self) -> Content:
        facts, language = self.letter.facts, self.language
        first, last = _day(read_wall(facts["first"])), _day(read_wall(facts["last"]))
        period = day_text(first, language) if first == last else span_text(first, last, language)
        number = len(self.letter.occurrences)
        subject = self.gettext(
            "Schedule for %(period)s: %(number)s",
            period=period,
            number=self.ngettext("%(num)s entry", "%(num)s entries", number),
        )
        sentences = []
        if not number:
            sentences = [self.gettext("Nothing is on the schedule in these days.")]
        elif number > MOST_LISTED:
            sentences = [
                self.gettext("The first %(most)s of %(number)s are listed.", most=MOST_LISTED, number=number)
            ]
        left_out = int(facts.get("left_out", 0))
        if left_out:
            sentences.append(
                self.ngettext(
                    "%(num)s entry could not be written here; see its page.",
                    "%(num)s entries could not be written here; see their pages.",
                    left_out,
                )
            )
        told = {zone_at(one.timezone, _shown(one, first)) for one in self.letter.occurrences}
        return Content(
            subject,
            self.gettext("Schedule ahead"),
            tuple(sentences),
            self.footer(*told) if len(told) == 1 else self.footer(beside=bool(told)),
            moment=capital(period),
            days=self.days(first, zoned=len(told) > 1),
            button=self.gettext("See the whole schedule"),
            path="/",
        )

    def days(self, first: date, *, zoned: bool) -> tuple[Day, ...]:
        """Windows that began before the first day stand under it: they are open then."""
        by_day: dict[date, list[Entry]] = {}
        for one in self.letter.occurrences[:MOST_LISTED]:
            at = _shown(one, first)
            by_day.setdefault(_day(at), []).append(
                self.entry(one, zone_at(one.timezone, at) if zoned else "")
            )
        return tuple(Day(capital(day_text(day, self.language)), tuple(by_day[day])) for day in sorted(by_day))

    def entry(self, one: Occurrence, zone: str) -> Entry:
        """One line of a day; its `zone` where that of others is another one, or clocks change between."""
        where = [one.channel, one.outlet, say(self.language, KINDS[one.kind])]
        if one.kind == "window":
            until = day_text(_day(one.end or one.start), self.language, weekday=False)
            where.append(self.gettext("until %(day)s", day=until))
        where.append(zone)
        return Entry(
            time=f"{one.start:%H:%M}" if isinstance(one.start, datetime) else "",
            what=one_line(f"{one.item} {one.title}"),
            where=" · ".join(part for part in where if part),
            path=f"/occurrences/{one.id}",
        )

    def quota(self) -> Content:
        facts = self.letter.facts
        first, last = read_wall(facts.get("first")), read_wall(facts.get("last"))
        period = span_text(first, last, self.language)
        item, title = str(facts["item"]), str(facts["title"])
        what = self.short_of(item, title)
        units = facts["units"]
        done, due = self.so_many(units[0], "done"), self.so_many(units[0], "count")
        subject = self.gettext(
            "Behind its target: %(done)s of %(due)s – %(what)s", done=done, due=due, what=what
        )
        sentences = [
            self.gettext(
                "%(done)s of %(due)s are confirmed for these days; by now %(expected)s would be on pace.",
                done=each["done"],
                due=self.so_many(each, "count"),
                expected=each["expected"],
            )
            for each in units
        ]
        plan = self.plan_title(str(facts.get("plan")))
        return Content(
            subject,
            self.gettext("Behind its target"),
            tuple(sentences),
            self.footer(),
            moment=capital(period),
            number=self.numbered(item),
            title=one_line(title),
            rows=(Row(self.gettext("Plan"), plan),) if plan else (),
            button=self.gettext("Open the plan") if facts.get("plan") else "",
            path=f"/plans/{facts['plan']}" if facts.get("plan") else "",
        )

    def so_many(self, unit: Mapping[str, Any], which: str) -> str:
        """A number of a unit with its name, where it has one and it is said: 39 bài viết."""
        name = unit["unit"] if which == "count" else None
        return one_line(f"{unit[which]} {name}" if name else str(unit[which]))

    def unconfirmed(self) -> Content:
        """What nobody has confirmed, to one who may: by the day on which each was due."""
        number = len(self.letter.occurrences)
        shown = self.letter.occurrences[:MOST_LISTED]
        by_day: dict[date, list[Entry]] = {}
        for one in shown:
            by_day.setdefault(due_day(one), []).append(self.entry(one, ""))
        sentences = [
            self.gettext("Their day is over, and nobody has said what became of them."),
            self.gettext("Confirm what appeared; say of the rest that it was missed, moved or cancelled."),
        ]
        if number > MOST_LISTED:
            most = self.gettext(
                "The first %(most)s of %(number)s are listed.", most=MOST_LISTED, number=number
            )
            sentences.append(most)
        return Content(
            self.gettext(
                "To confirm: %(number)s", number=self.ngettext("%(num)s entry", "%(num)s entries", number)
            ),
            self.gettext("Not confirmed yet"),
            tuple(sentences),
            (
                self.gettext("You get this mail each Monday because your account may confirm these dates."),
                self.gettext("Where nothing is unconfirmed, no mail comes."),
            ),
            days=tuple(
                Day(capital(day_text(day, self.language)), tuple(by_day[day])) for day in sorted(by_day)
            ),
            button=self.gettext("See all that is unconfirmed"),
            path=f"/calendar/list/{min(_day(one.start) for one in shown)}?state=overdue",
        )

    def confirm(self) -> Content:
        facts = self.letter.facts
        office, plans = facts.get("office"), facts.get("plans") or ()
        found = [(self.gettext("Office"), office), *((self.gettext("Plan"), title) for title in plans)]
        return Content(
            self.gettext("Please confirm: reminders of %(office)s", office=one_line(str(office)))
            if office
            else self.gettext("Please confirm: reminders of the broadcasting and publishing schedule"),
            self.gettext("Confirm your subscription"),
            (
                self.gettext("Somebody, probably you, asked for reminders to be sent to this address."),
                self.gettext("Nothing is sent until you confirm."),
            ),
            (self.gettext("It was not you? Then do nothing: no further mail will come."),),
            rows=tuple(Row(label, one_line(str(value))) for label, value in found if value),
            button=self.gettext("Yes, send me reminders"),
        )

    # --- parts ------------------------------------------------------------------------------

    def gettext(self, message: str, **values: object) -> str:
        return say(self.language, message, **values)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return translations(self.language).ungettext(one, many, number) % {"num": number}

    def occurrence(self) -> Occurrence:
        if self.letter.occurrence is None:
            raise ValueError(f"a letter of the kind {self.letter.what} is about an occurrence")
        return self.letter.occurrence

    def short(self, one: Occurrence) -> str:
        return self.short_of(one.item, one.title)

    def short_of(self, item: str, title: str) -> str:
        return f"{item} {shortened(one_line(title), LONGEST_TITLE)}"

    def ahead(self) -> str:
        lead = Lead.parse(self.letter.lead)
        hours, minutes = divmod(int(lead.clock.total_seconds()) // 60, 60)
        parts = [
            self.ngettext("%(num)s day", "%(num)s days", lead.days) if lead.days else "",
            self.ngettext("%(num)s hour", "%(num)s hours", hours) if hours else "",
            self.ngettext("%(num)s minute", "%(num)s minutes", minutes) if minutes else "",
        ]
        return self.gettext(
            "As you asked, told %(ahead)s ahead.", ahead=" ".join(part for part in parts if part)
        )

    def numbered(self, item: str) -> str:
        return self.gettext("Item %(number)s", number=item)

    def duration(self, one: Occurrence) -> str | None:
        if one.length_unknown:
            num = self.default_minutes
            return self.gettext("%(num)s minutes are assumed: the plan names none", num=num)
        if one.minutes is None:
            return None
        if one.minutes_max and one.minutes_max != one.minutes:
            return self.gettext("%(least)s to %(most)s minutes", least=one.minutes, most=one.minutes_max)
        return self.ngettext("%(num)s minute", "%(num)s minutes", one.minutes)

    def footer(self, zone: str = "", *, beside: bool = False) -> tuple[str, ...]:
        """Why the mail came, and whose times it tells: those of `zone`, or of the zones `beside` them."""
        why = self.gettext("You get this mail because you subscribed to reminders of this schedule.")
        if beside:
            return (self.gettext("Times are of the zone that stands beside each."), why)
        return (self.gettext("Times are of the zone %(zone)s.", zone=zone), why) if zone else (why,)


def span_text(start: Wall | None, end: Wall | None, language: Language) -> str:
    """A start with its end where that is known: 17:45–17:57 thứ Tư, 17/01/2024."""
    if start is None:
        return ""
    if isinstance(start, datetime) and isinstance(end, datetime) and end > start:
        if start.date() == end.date():
            return f"{start:%H:%M}–{end:%H:%M} {day_text(start.date(), language)}"
        return f"{moment_text(start, language)} – {moment_text(end, language)}"
    if end is not None and not isinstance(start, datetime) and end != start:
        first, last = (day_text(_day(at), language) for at in (start, end))
        return f"{first} – {last}"
    return moment_text(start, language)


def one_line(text: str) -> str:
    """The text without line ends: in a subject they would begin another header."""
    return " ".join(text.split())


def capital(text: str) -> str:
    """The text as a line begins with it."""
    return text[:1].upper() + text[1:]


def read_wall(value: Any) -> Wall | None:
    """A wall time or day that was kept as text, such as 2024-01-17T17:45."""
    if value is None or isinstance(value, date):
        return value
    text = str(value)
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def zone_at(zone: str, at: Wall | None) -> str:
    """A zone with its distance from UTC at a wall time, or at the beginning of a day."""
    day = at or date.min
    wall = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
    return zone_text(zone, wall.replace(tzinfo=ZoneInfo(zone)))


def _shown(one: Occurrence, first: date) -> Wall:
    """Where it stands in a digest from `first` on: what began before stands under that day, and is open."""
    return one.start if _day(one.start) >= first else first


def _day(at: Wall | None) -> date:
    if at is None:
        raise ValueError("a day is missing")
    return at.date() if isinstance(at, datetime) else at
