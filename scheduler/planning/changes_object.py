"""What loading a plan changes, as the interface writes it: the one builder of REST and the command line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, TypeAlias

from rules.schedule import Instance
from scheduler.planning.changes import ItemDiff, Untouched
from scheduler.planning.entries import Notice
from scheduler.planning.expansion import moment
from scheduler.planning.plan_changes import Changes, ItemChanges

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


def lines(diff: ItemDiff) -> Iterator[Line]:
    """What becomes of each occurrence that does not simply stay, in order of the kinds of change."""
    for pair in diff.moved:
        remark = "a person's own change holds" if pair.conflict else "in the past" if pair.past else ""
        yield "moved", pair.instance.kind, pair.stored.row.start, pair.place.start, remark
    for instance in diff.added:
        yield "added", instance.kind, None, instance.start, ""
    for stored in diff.dropped:
        yield "dropped", stored.row.kind, stored.row.start, None, ""
    for stored in diff.orphaned:
        remark = "no longer in the plan, kept because a person changed it"
        yield "orphaned", stored.row.kind, stored.row.start, None, remark
    for untouched in diff.untouched:
        yield untouched_line(untouched)


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
            for change, kind, before, after, remark in lines(item.diff)
        ],
    }
