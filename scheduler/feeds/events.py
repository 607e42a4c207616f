"""One VEVENT for each occurrence: the lines, in the order in which they are written.

What many occurrences share (summary, place, all of the description but its last line) is written
once for each set of shared facts; an event then is one f-string.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from scheduler.feeds.alarms import valarms
from scheduler.feeds.head import FeedHead, years_of
from scheduler.feeds.text import LINE_OCTETS, escape, fold, line
from scheduler.feeds.times import Times, stamp
from scheduler.feeds.wording import moment, summary, wording_for
from scheduler.reasons import read_reason
from scheduler.store.occurrences.read_model import Occurrence


@dataclass(frozen=True, slots=True)
class Shared:
    """Folded lines that occurrences with the same facts have in common.

    facts        SUMMARY and all that follows it, but for the description
    description  DESCRIPTION up to the address that ends it, as one unfolded line
    alarms       the VALARMs that the feed asks for
    middle, end  the same as octets: all of it up to an address of plain ASCII, which follows on a
                 line of its own, and all that follows RELATED-TO
    """

    facts: str
    description: str
    alarms: str
    middle: bytes
    end: bytes


class Events:
    """Writes the events of one feed, or of a file; `organizer` is a line that all of them get."""

    def __init__(self, head: FeedHead, occurrences: Sequence[Occurrence], organizer: str = "") -> None:
        self.head, self.organizer = head, organizer
        self.words = wording_for(head.lang)
        self.times = Times(head, *years_of(occurrences))
        self.page = head.occurrence_address("")
        plain = self.page.isascii() and escape(self.page) == self.page
        # How long an id may be for its address to stand on a line of its own as it is.
        self.room = LINE_OCTETS - len("URL:") - len(self.page) if plain else -1
        self.stamp = lru_cache(maxsize=4096)(stamp)
        self.shared: dict[tuple[object, ...], Shared] = {}
        self.series: dict[str, str] = {}

    def write(self, occurrence: Occurrence) -> bytes:
        """The whole VEVENT of one occurrence, under its own UID."""
        o = occurrence
        uid = o.uid if len(o.uid) <= LINE_OCTETS - 4 else fold(f"UID:{o.uid}")[4:]
        changed = self.stamp(o.updated_at)
        created = changed if o.created_at == o.updated_at else self.stamp(o.created_at)
        before = (
            f"BEGIN:VEVENT\r\nUID:{uid}\r\nDTSTAMP:{changed}\r\nCREATED:{created}\r\n"
            f"LAST-MODIFIED:{changed}\r\nSEQUENCE:{o.sequence}\r\n{self.times.span(o)}{self.organizer}"
        )
        return self.entry(o, before, line("RELATED-TO", o.premiere_uid) if o.premiere_uid else "")

    def entry(self, o: Occurrence, before: str, related: str) -> bytes:
        """A VEVENT with the facts of an occurrence between what stands before them and RELATED-TO."""
        shared = self.shared_by(o)
        extras = self.extra_lines(o)
        if extras or len(o.id) > self.room:
            text = f"{before}{shared.facts}{self.address_lines(shared, o.id, extras)}{related}"
            return text.encode() + shared.end
        address = self.page + o.id
        after = f"{address}\r\nURL:{address}\r\n{related}"
        return b"".join((before.encode(), shared.middle, after.encode(), shared.end))

    def address_lines(self, shared: Shared, occurrence_id: str, extras: Sequence[str]) -> str:
        """DESCRIPTION, which ends with the occurrence's address, and URL."""
        address = self.page + occurrence_id
        description = shared.description + "".join(f"{escape(extra)}\\n" for extra in extras)
        return f"{fold(description + escape(address))}\r\n{line('URL', address)}"

    def of_series(self, shared: Shared) -> str:
        """DESCRIPTION and URL of a series, which lead to the plan; written when they are first met."""
        found = self.series.get(shared.description)
        if found is None:
            address = self.head.address
            description = f"{shared.description}{escape(self.words.series)}\\n{escape(address)}"
            found = self.series[shared.description] = f"{fold(description)}\r\n{line('URL', address)}"
        return found

    def shared_by(self, o: Occurrence) -> Shared:
        """The lines for the facts of this occurrence, written when they are first met."""
        timed = isinstance(o.start, datetime)
        key = (
            o.item,
            o.title,
            o.outlet,
            o.channel,
            o.kind,
            o.state,
            o.minutes,
            o.minutes_max,
            timed,
            o.length_unknown,
        )
        found = self.shared.get(key)
        if found is None:
            found = self.shared[key] = self._share(o, timed)
        return found

    def _share(self, o: Occurrence, timed: bool) -> Shared:
        head, words = self.head, self.words
        cancelled = o.state == "cancelled"
        shown = escape(summary(words, o.item, o.title, o.kind, cancelled=cancelled))
        facts = [
            line("SUMMARY", shown),
            line("LOCATION", escape(o.channel)) if o.channel is not None else "",
            line("CATEGORIES", escape(words.kinds[o.kind])),
            f"STATUS:{'CANCELLED' if cancelled else 'CONFIRMED'}\r\n",
            "TRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n",
            line("X-AIRSLOT-ITEM", escape(o.item)),
            f"X-AIRSLOT-KIND:{o.kind}\r\n",
            f"X-AIRSLOT-MINUTES:{o.minutes}\r\n" if o.minutes is not None else "",
        ]
        lines = self.description_lines(o, timed)
        description = "DESCRIPTION:" + "".join(f"{escape(text)}\\n" for text in lines)
        alarms = "" if cancelled else valarms(head.alarms, shown, None if timed else head.day_hour)
        before = "".join(facts)
        return Shared(
            before,
            description,
            alarms,
            middle=f"{before}{fold(description)}\r\n ".encode(),
            end=f"{alarms}END:VEVENT\r\n".encode(),
        )

    def description_lines(self, o: Occurrence, timed: bool) -> list[str]:
        """What the description says of the facts that occurrences share."""
        words = self.words
        lines = [words.item.format(o.item, o.title), words.plan.format(self.head.title), words.kinds[o.kind]]
        if o.outlet is not None:
            lines.append(words.outlet.format(o.outlet))
        if o.channel is not None:
            lines.append(words.channel.format(o.channel))
        if o.minutes is not None and o.minutes_max is not None and o.minutes_max != o.minutes:
            lines.append(words.length_range.format(o.minutes, o.minutes_max))
        elif o.minutes is not None:
            lines.append(words.length.format(o.minutes))
        elif o.length_unknown:
            lines.append(words.length_unknown.format(self.head.default_minutes))
        if o.kind == "window":
            lines.append(words.window)
        elif not timed:
            lines.append(words.time_unknown)
        if o.state in words.states:
            lines.append(words.states[o.state])
        return lines

    def extra_lines(self, o: Occurrence) -> list[str]:
        """What the description says of this occurrence alone."""
        words, lines = self.words, []
        if self.head.overdue_on is not None and o.is_overdue_on(self.head.overdue_on):
            lines.append(words.overdue)
        if o.shifted_from is not None:
            lines.append(words.shifted.format(moment(o.shifted_from)))
        if o.start != o.original_start:
            lines.append(words.moved.format(moment(o.original_start)))
        if o.reason:
            lines.append(words.reason.format(read_reason(o.reason).to(self.head.lang)))
        if o.note:
            lines.append(words.note.format(o.note))
        if o.orphaned:
            lines.append(words.orphaned)
        return lines


def is_singular(o: Occurrence) -> bool:
    """True where the occurrence has something of its own to say: moved, shifted, noted or orphaned."""
    return bool(o.note or o.reason or o.orphaned or o.shifted_from is not None or o.start != o.original_start)
