"""What loading a plan changes, as the interface writes it: the one builder of REST and the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, TypeAlias

from rules.instances import LeftOut
from rules.schedule import Instance
from scheduler.errors import Lang
from scheduler.locale.dates import day_text
from scheduler.planning.diff.changes import Stored, Untouched
from scheduler.planning.diff.plan_changes import Changes, ItemChanges
from scheduler.planning.expanding.expansion import moment
from scheduler.planning.plan_file.entries import Notice
from scheduler.reasons import read_reason

Wall: TypeAlias = date | datetime
# What happens, the kind of occurrence, its start before, its start after, a remark.
Line: TypeAlias = tuple[str, str, Wall | None, Wall | None, str]

WHY = {
    "delivered": "stays: it was delivered",
    "missed": "stays: it was recorded as missed",
    "evidence": "stays: it has evidence",
    "past": "stays: it is past (--include-past changes it)",
    "premiere": "stays with its premiere",
}


def lines(item: ItemChanges, lang: Lang = "en") -> Iterator[Line]:
    """What becomes of each occurrence that does not simply stay, in order of the kinds of change."""
    diff, gone = item.diff, {one.start: one for one in item.left_out}
    for pair in diff.moved:
        before, instance = pair.stored.row, pair.instance
        remark = "a person's own change holds" if pair.conflict else "in the past" if pair.past else ""
        if before.shifted_from is not None and instance.shifted_from is None:
            off = f"{_day(before.shifted_from, lang)} is worked"
        else:
            off = day_off(instance.shifted_from, instance.reason, lang)
        yield "moved", instance.kind, before.start, pair.place.start, joined(off, remark)
    for instance in diff.added:
        off = day_off(instance.shifted_from, instance.reason, lang)
        yield "added", instance.kind, None, instance.start, off
    for stored in diff.dropped:
        yield "dropped", stored.row.kind, stored.row.start, None, taken_away(gone, stored, lang)
    for stored in diff.orphaned:
        remark = "no longer in the plan, kept because a person changed it"
        remark = joined(taken_away(gone, stored, lang), remark)
        yield "orphaned", stored.row.kind, stored.row.start, None, remark
    for untouched in diff.untouched:
        yield untouched_line(untouched)


def day_off(origin: Wall | None, reason: str | None, lang: Lang) -> str:
    """Which day off moved an airing or took it away: "Mon 2 Sep 2024 is National Day"."""
    if origin is None or reason is None:
        return ""
    verb = "là" if lang == "vi" else "is"
    return f"{_day(origin, lang)} {verb} {read_reason(reason).to(lang)}"


def taken_away(gone: Mapping[Wall, LeftOut], stored: Stored, lang: Lang) -> str:
    """Which day off the schedule now skips, where that is why an occurrence goes."""
    due = stored.row.shifted_from or stored.given.start
    one = gone.get(due) if stored.row.kind == "premiere" else None
    return "" if one is None else day_off(one.start, one.reason, lang)


def joined(*remarks: str) -> str:
    """The remarks that there are."""
    return "; ".join(remark for remark in remarks if remark)


def _day(moment: Wall, lang: Lang) -> str:
    return day_text(moment.date() if isinstance(moment, datetime) else moment, lang)


def untouched_line(untouched: Untouched) -> Line:
    """What the phrase would change and may not."""
    stored, instance = untouched.stored, untouched.instance
    kind = instance.kind if instance is not None else stored.row.kind if stored is not None else ""
    before = stored.row.start if stored is not None else None
    after = instance.start if isinstance(instance, Instance) else None
    return "untouched", kind, before, after, WHY[untouched.why]


def changes_object(
    changes: Changes, notices: Sequence[tuple[str, Notice]], *, applied: bool
) -> dict[str, Any]:
    """The changes as plain data, with what the reader remarks on phrases, by number of item."""
    return {
        "plan": changes.slug,
        "new": changes.new,
        "empty": changes.empty,
        "applied": applied,
        "counts": asdict(changes.counts),
        "fields": [asdict(field) for field in changes.fields],
        "items": [item_object(item) for item in changes.items],
        "same": changes.same,
        "notices": [{"item": number, "en": notice.en, "vi": notice.vi} for number, notice in notices],
    }


def item_object(item: ItemChanges) -> dict[str, Any]:
    """One item's changes as plain data; `from` and `to` are wall times or days."""
    return {
        "number": item.number,
        "was": item.was,
        "status": item.status,
        "fields": [asdict(field) for field in item.fields],
        "kept": len(item.diff.kept),
        "occurrences": [
            {
                "change": change,
                "kind": kind,
                "from": moment(before),
                "to": moment(after),
                "remark": remark or None,
            }
            for change, kind, before, after, remark in lines(item)
        ],
    }
