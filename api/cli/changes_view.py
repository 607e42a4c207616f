"""What loading a plan changes, as people and programs read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, TypeAlias

from rich.console import Console
from rich.table import Table
from rich.text import Text

from api.cli.days import when
from rules.instances import LeftOut
from rules.schedule import Instance
from scheduler.errors import Lang
from scheduler.planning.changes import Stored, Untouched
from scheduler.planning.entries import Notice
from scheduler.planning.expansion import moment
from scheduler.planning.plan_changes import Changes, ItemChanges
from scheduler.reasons import read_reason

Wall: TypeAlias = date | datetime
# What happens, the kind of occurrence, its start before, its start after, a remark.
Line: TypeAlias = tuple[str, str, Wall | None, Wall | None, str]

MANY = 12  # dates of one item that are listed for a person when they are all of one sort
STYLE = {
    "moved": "yellow", "added": "green", "dropped": "red", "orphaned": "bold magenta", "untouched": "dim",
}  # fmt: skip
MARK = {"moved": "~", "added": "+", "dropped": "-", "orphaned": "!", "untouched": "="}
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
            off = f"{when(before.shifted_from, None, lang)[0]} is worked"
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
    return f"{when(origin, None, lang)[0]} {verb} {read_reason(reason).to(lang)}"


def taken_away(gone: Mapping[Wall, LeftOut], stored: Stored, lang: Lang) -> str:
    """Which day off the schedule now skips, where that is why an occurrence goes."""
    due = stored.row.shifted_from or stored.given.start
    one = gone.get(due) if stored.row.kind == "premiere" else None
    return "" if one is None else day_off(one.start, one.reason, lang)


def joined(*remarks: str) -> str:
    """The remarks that there are."""
    return "; ".join(remark for remark in remarks if remark)


def untouched_line(untouched: Untouched) -> Line:
    """What the phrase would change and may not."""
    stored, instance = untouched.stored, untouched.instance
    kind = instance.kind if instance is not None else stored.row.kind if stored is not None else ""
    before = stored.row.start if stored is not None else None
    after = instance.start if isinstance(instance, Instance) else None
    return "untouched", kind, before, after, WHY[untouched.why]


# --- for programs -------------------------------------------------------------------------


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


# --- for people ---------------------------------------------------------------------------


def show_applied(changes: Changes, console: Console) -> None:
    """One line about what was written."""
    done = "Loaded" if changes.new else "Applied to"
    console.print(Text(f"{done} the plan {changes.slug}: ").append(summary(changes), "bold"))


def summary(changes: Changes) -> str:
    """The counts that are not nought, in words."""
    counts = asdict(changes.counts)
    told = [
        f"{counts[name]} {name}"
        for name in ("added", "moved", "dropped", "orphaned", "untouched")
        if counts[name]
    ]
    if changes.new:
        told.insert(0, f"{len(changes.items)} items")
    return ", ".join(told) or "no date changes"


def show_changes(changes: Changes, console: Console, lang: Lang) -> None:
    """The changes, item by item."""
    if changes.empty and not changes.items:
        console.print(f"The plan {changes.slug} is as the file says; nothing changes.")
        return
    console.print(Text(f"The plan {changes.slug}: ", "bold").append(summary(changes)))
    for field in changes.fields:
        console.print(Text(f"  {field.name}: {field.before} -> {field.after}"))
    for item in changes.items:
        show_item(item, console, lang)
    if changes.same:
        console.print(Text(f"{changes.same} items stay as they are.", "dim"))


def show_item(item: ItemChanges, console: Console, lang: Lang) -> None:
    """One item: its fields, then its dates, a table with a sign before each."""
    was = f" (was {item.was})" if item.was else ""
    console.print(
        Text(f"\n{item.number}{was}  ", "bold")
        .append(item.title, "not bold")
        .append(f"  {item.status}", "dim")
    )
    for field in item.fields:
        console.print(
            Text(f"  {field.name}: {field.before or '-'}\n  {'':{len(field.name)}}-> {field.after or '-'}")
        )
    table = Table.grid(padding=(0, 2, 0, 0))
    every = list(lines(item, lang))
    shown = every if item.status == "changed" else every[:MANY]
    for change, kind, before, after, remark in shown:
        style = STYLE[change]
        places = [
            " ".join(when(place, None, lang)).rstrip() for place in (before, after) if place is not None
        ]
        table.add_row(
            Text(f"  {MARK[change]}", style),
            Text(change, style),
            kind,
            Text(" -> ".join(places), style),
            Text(remark, "dim"),
        )
    console.print(table)
    if len(shown) < len(every):
        console.print(Text(f"    and {len(every) - len(shown)} more", "dim"))
