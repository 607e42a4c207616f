"""The comparison of a document with what is stored, with all that is needed to carry it out."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from rules.instances import LeftOut, TooManyDatesError, expand, left_out
from rules.schedule import NO_DAYS_OFF, DaysOff, Instance
from rules.shifts import leans_on_days_off
from scheduler.errors import Invalid
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.planning.diff.changes import ItemDiff, Stored, diff_item
from scheduler.planning.diff.matching import match_items
from scheduler.planning.diff.plan_changes import Changes, FieldChange, ItemChanges, ItemStatus
from scheduler.planning.expanding.gaps import gap_notices
from scheduler.planning.office_calendar.office_days import plan_days_off
from scheduler.planning.plan_file.channel_names import doubtful
from scheduler.planning.plan_file.entries import ItemEntry, PlanDocument
from scheduler.store.occurrences.rows import item_overrides, item_rows
from scheduler.store.pieces import with_pieces
from scheduler.store.plans.read_model import (
    Channel,
    Group,
    Item,
    Outlet,
    Plan,
    find_item,
    list_outlets,
    plan_items,
)

PLAN_FIELDS = (
    "title", "number", "office", "signed", "first_day", "last_day", "timezone", "weeks", "language", "public",
    "framable", "conflicts", "groups", "total", "country", "days_off",
)  # fmt: skip
ITEM_FIELDS = (
    "title", "product", "outlet", "phrase", "target", "reading", "budget", "minutes", "valid_from",
    "valid_until", "shift", "weeks", "group_number", "responsible", "cooperating", "note",
)  # fmt: skip
# Raised when the same schedule would give other rows than before, so that every item is compared again.
_FINGERPRINT_OF = "1"
# Of all items that a load looks at together; a province's plan has some thousand a year.
MOST_DATES = 100_000


@dataclass(frozen=True, slots=True)
class ItemWork:
    """One item to be written: the value wanted (its id is 0 for a new one), its rows and their diff.

    `one_offs` are rows that a person added beside the phrase; the diff of an item that stays never sees them.
    """

    wanted: Item
    changes: ItemChanges
    stored: Item | None = None
    rows: tuple[Stored, ...] = ()
    one_offs: tuple[Stored, ...] = ()

    @property
    def diff(self) -> ItemDiff:
        """What becomes of the item's occurrences."""
        return self.changes.diff

    @property
    def was_withdrawn(self) -> bool:
        """True where the item had gone from the document before."""
        return self.stored is not None and self.stored.withdrawn

    @property
    def idle(self) -> bool:
        """True where nothing is to be written."""
        return _same(self.stored, self.wanted) and self.changes.empty


@dataclass(frozen=True, slots=True)
class Work:
    """All that a load does; `changes` is the part that a person is shown."""

    plan: Plan
    stored: Plan | None
    changes: Changes
    items: list[ItemWork]
    outlets: tuple[Outlet, ...] = ()
    withdrawn: list[ItemWork] = field(default_factory=list)

    @property
    def rezoned(self) -> bool:
        """True where the plan's zone changes, so that every instant must be derived again."""
        return self.stored is not None and self.stored.timezone != self.plan.timezone


def compare_plan(
    connection: Connection,
    stored: Plan | None,
    document: PlanDocument,
    now: datetime,
    include_past: bool,
    progress: Callable[[int, int], None] | None = None,
) -> Work:
    """What loading `document` does to the stored plan. `now` is naive wall time in the plan's zone."""
    _check_channels(connection, document)
    plan = plan_value(document)
    before = plan_items(connection, stored.slug, withdrawn=True) if stored is not None else []
    matched = match_items(document.items, before)
    compare = _Comparison(connection, plan, now, include_past)
    todo, same = [], 0
    for position, entry in enumerate(document.items):
        old = matched.get(entry.number)
        wanted = item_value(entry, position, old, plan, compare.days_off_for(entry))
        if _same(old, wanted) and not include_past:
            same += 1
        else:
            todo.append((entry, wanted, old))
    kept_ids = {old.id for old in matched.values()}
    gone = [old for old in before if old.id not in kept_ids and (include_past or not old.withdrawn)]
    compare.fetch([old for _, _, old in todo if old is not None] + gone)
    items = []
    for done, (entry, wanted, old) in enumerate(todo, 1):
        items.append(compare.item(entry, wanted, old))
        if progress is not None:
            progress(done, len(todo))
    withdrawn = [work for work in map(compare.gone, gone) if not work.was_withdrawn or work.diff.changes_rows]
    told = [work.changes for work in items if _tells(work.changes)]
    changes = Changes(
        slug=document.slug,
        title=document.title,
        timezone=document.timezone,
        revision=0 if stored is None else stored.revision,
        new=stored is None,
        fields=() if stored is None else _field_changes(stored, plan, PLAN_FIELDS),
        items=(*told, *(work.changes for work in withdrawn)),
        same=same + len(items) - len(told),
    )
    busy = [work for work in items if not work.idle]
    return Work(plan, stored, changes, busy, _outlets(document), withdrawn)


def _check_channels(connection: Connection, document: PlanDocument) -> None:
    if not document.outlets:
        return
    found = list(doubtful(document.outlets, list_outlets(connection, document.office)))
    if found:
        raise Invalid.of(found)


def compare_item(
    connection: Connection,
    stored: Plan,
    entry: ItemEntry,
    now: datetime,
    include_past: bool,
) -> Work | None:
    """The same for one item of a stored plan, reading no other; None where the plan has no such item."""
    old = find_item(connection, stored.id, entry.number)
    if old is None:
        return None
    compare = _Comparison(connection, stored, now, include_past)
    wanted = item_value(entry, old.position, old, stored, compare.days_off_for(entry))
    compare.fetch([old])
    work = compare.item(entry, wanted, old)
    told = (work.changes,) if _tells(work.changes) else ()
    changes = Changes(stored.slug, stored.title, stored.timezone, stored.revision, False, (), told)
    outlets = (Outlet(entry.outlet),) if entry.outlet is not None else ()
    return Work(stored, stored, changes, [] if work.idle else [work], outlets)


class _Comparison:
    """Compares items one by one; their rows are fetched together before."""

    def __init__(self, connection: Connection, plan: Plan, now: datetime, include_past: bool) -> None:
        self.connection = connection
        self.plan = plan
        self.now = now
        self.include_past = include_past
        self.days_off: DaysOff | None = None
        self.rows: dict[int, list[Stored]] = defaultdict(list)
        self.left = MOST_DATES

    def days_off_for(self, entry: ItemEntry) -> DaysOff:
        """The plan's days off where the item leans on them; they are looked up once."""
        if not leans_on_days_off(entry.effective_schedule):
            return NO_DAYS_OFF
        if self.days_off is None:
            self.days_off = plan_days_off(self.connection, self.plan)
        return self.days_off

    def fetch(self, items: Sequence[Item]) -> None:
        """Read the rows of the items, with what people did to them."""
        ids = [item.id for item in items]
        own = item_overrides(self.connection, ids)
        proven = with_pieces(self.connection, ids)
        for row in item_rows(self.connection, ids):
            self.rows[row.item_id].append(Stored(row, own.get(row.id), row.id in proven))

    def item(self, entry: ItemEntry, wanted: Item, old: Item | None) -> ItemWork:
        """What becomes of an item of the document."""
        every = self.rows.get(old.id, []) if old is not None else []
        rows = [one for one in every if not is_one_off(one.row.slot)]
        one_offs = tuple(one for one in every if is_one_off(one.row.slot))
        first = max(entry.valid_from or self.plan.first_day, self.plan.first_day)
        last = min(entry.valid_until or self.plan.last_day, self.plan.last_day)
        days_off = self.days_off_for(entry)
        instances = self._instances(entry, first, last, days_off) if first <= last else []
        zone = ZoneInfo(self.plan.timezone)
        diff = diff_item(rows, instances, self.now, zone, include_past=self.include_past, new=old is None)
        status: ItemStatus = "new" if old is None or old.withdrawn else "changed"
        fields = () if status == "new" or old is None else _field_changes(old, wanted, ITEM_FIELDS)
        was = old.number if old is not None and old.number != entry.number else None
        gone: list[LeftOut] = []
        if first <= last and (diff.dropped or diff.orphaned):
            gone = left_out(entry.effective_schedule, first, last, days_off, by_rule=True)
        told = tuple(gap_notices((one.start for one in instances), self.plan.timezone))
        changes = ItemChanges(entry.number, entry.title, status, diff, fields, was, tuple(gone), told)
        return ItemWork(wanted, changes, old, tuple(rows), one_offs)

    def _instances(self, entry: ItemEntry, first: date, last: date, days_off: DaysOff) -> list[Instance]:
        try:
            # By the day of the rule: what a shift carries over the end of the plan is still the plan's.
            schedule = entry.effective_schedule
            found = expand(schedule, first, last, days_off, by_rule=True, most=self.left)
        except TooManyDatesError:
            raise _too_many_dates(entry.number) from None
        except ValueError as error:
            raise Invalid(
                "cannot-expand",
                f"Item {entry.number}: {error}",
                f"Mục {entry.number}: không lập được lịch ({getattr(error, 'vi', error)}).",
                where=f"item {entry.number}",
            ) from None
        self.left -= len(found)
        return found

    def gone(self, old: Item) -> ItemWork:
        """What becomes of an item that the document no longer has."""
        rows = self.rows.get(old.id, [])
        diff = diff_item(rows, [], self.now, ZoneInfo(self.plan.timezone), include_past=self.include_past)
        wanted = replace(old, withdrawn=True, fingerprint=None)
        return ItemWork(wanted, ItemChanges(old.number, old.title, "withdrawn", diff), old, tuple(rows))


def _too_many_dates(number: str) -> Invalid:
    return Invalid(
        "too-many-dates",
        f"With item {number} the plan has more than {MOST_DATES:,} dates. Split it into plans of a year"
        " each.",
        f"Tính cả mục {number}, kế hoạch có hơn {MOST_DATES} lần phát, lần đăng. Hãy tách thành kế hoạch"
        " từng năm.",
        where=f"item {number}",
    )


def plan_value(document: PlanDocument) -> Plan:
    """The plan as the store keeps it."""
    return Plan(
        slug=document.slug,
        title=document.title,
        office=document.office,
        year=document.year,
        first_day=document.first,
        last_day=document.last,
        timezone=document.timezone,
        weeks=document.weeks,
        number=document.number,
        signed=document.signed,
        public=document.public,
        framable=document.framable,
        conflicts=document.conflicts,
        language=document.language,
        total=document.total,
        groups=tuple(Group(one.number, one.title, one.subtotal) for one in document.groups),
        country=document.country,
        days_off=document.days_off,
    )


def item_value(entry: ItemEntry, position: int, old: Item | None, plan: Plan, days_off: DaysOff) -> Item:
    """The item as the store keeps it, under the stored one's id where there is one."""
    return Item(
        number=entry.number,
        title=entry.title,
        position=position,
        product=entry.product,
        outlet=entry.outlet,
        phrase=entry.when,
        target=entry.target,
        budget=entry.budget,
        minutes=entry.minutes,
        valid_from=entry.valid_from,
        valid_until=entry.valid_until,
        shift=None if entry.shift == "none" else entry.shift,
        reading=entry.reading,
        responsible=entry.responsible,
        cooperating=entry.cooperating,
        note=entry.note,
        quotas=entry.quotas,
        weeks=None if entry.weeks is None else entry.weeks.value,
        group_number=entry.group,
        id=0 if old is None else old.id,
        fingerprint=_fingerprint(entry, plan, days_off),
    )


def _fingerprint(entry: ItemEntry, plan: Plan, days_off: DaysOff) -> str:
    """Of everything that an item's occurrences are made from."""
    schedule = entry.effective_schedule
    facts: list[Any] = [
        _FINGERPRINT_OF,
        schedule,
        plan.first_day,
        plan.last_day,
        entry.valid_from,
        entry.valid_until,
    ]
    if leans_on_days_off(schedule):
        holidays = sorted(days_off.holidays.items())
        facts.append((holidays, sorted(days_off.worked), sorted(days_off.weekend)))
    return hashlib.blake2b(repr(facts).encode(), digest_size=16).hexdigest()


def _field_changes(before: Plan | Item, after: Plan | Item, names: Sequence[str]) -> tuple[FieldChange, ...]:
    return tuple(
        FieldChange(name, _text(getattr(before, name)), _text(getattr(after, name)))
        for name in names
        if getattr(before, name) != getattr(after, name)
    )


def _text(value: Any) -> str | None:
    if value is None or value == ():
        return None
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _same(stored: Item | None, wanted: Item) -> bool:
    return stored is not None and stored == wanted and stored.fingerprint == wanted.fingerprint


def _tells(changes: ItemChanges) -> bool:
    return not changes.empty or bool(changes.diff.untouched)


def _outlets(document: PlanDocument) -> tuple[Outlet, ...]:
    return tuple(Outlet(one.name, tuple(map(Channel, one.channels))) for one in document.outlets)
