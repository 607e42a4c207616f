"""What a deed changed, as a value: every row before and after, and what was left alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection

from scheduler.accounts.audit import Deed
from scheduler.desk.desk import Desk
from scheduler.planning.expanding.expansion import moment
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id
from scheduler.store.occurrences.rows import replay_ids
from scheduler.store.plans.read_model import Plan

Scope: TypeAlias = Literal["this", "following", "all"]
SCOPES: tuple[Scope, ...] = ("this", "following", "all")
WhyLeft: TypeAlias = Literal["delivered", "missed", "cancelled", "past", "orphaned", "outside", "not-yet"]
# What of an occurrence a person may change, in the order in which it is told.
FIELDS = ("state", "start", "end", "channel", "minutes", "minutes_max", "note")


@dataclass(frozen=True, slots=True)
class RowChange:
    """One occurrence before and after; None before it was added, None after it was discarded."""

    before: Occurrence | None
    after: Occurrence | None

    @property
    def id(self) -> str:
        """The occurrence's id."""
        return self.one.id

    @property
    def one(self) -> Occurrence:
        """The occurrence as it is last known."""
        found = self.after or self.before
        assert found is not None  # noqa: S101 - one of them is always there
        return found

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what changed."""
        if self.before is None or self.after is None:
            return FIELDS
        return tuple(name for name in FIELDS if getattr(self.before, name) != getattr(self.after, name))

    def told(self, one: Occurrence | None) -> dict[str, Any] | None:
        """What changed as `one` (before or after) has it, as JSON; None where that is None."""
        if one is None:
            return None
        values = {name: getattr(one, name) for name in self.fields}
        known = self.before is None or self.after is None
        return {
            name: moment(value) if isinstance(value, date) else value
            for name, value in values.items()
            if not known or value is not None
        }


@dataclass(frozen=True, slots=True)
class Left:
    """An occurrence that was asked for, or is of the scope, and was left as it is; and why."""

    occurrence: Occurrence
    why: WhyLeft


@dataclass(frozen=True, slots=True)
class Done:
    """What a deed did. `occurrence` is the one that was asked for, as it is now; None once discarded, and
    where several were."""

    occurrence: Occurrence | None
    changes: tuple[RowChange, ...] = ()
    left: tuple[Left, ...] = ()


class Watch:
    """Sees what happens to some occurrences and the replays that follow them."""

    def __init__(self, connection: Connection, ids: Sequence[str]) -> None:
        self.connection = connection
        self.ids = list(dict.fromkeys((*ids, *replay_ids(connection, ids))))
        self.before = occurrences_by_id(connection, self.ids)

    def changes(self) -> tuple[RowChange, ...]:
        """What changed since, in order of start, what was asked for before what followed it."""
        after = occurrences_by_id(self.connection, self.ids)
        found = [RowChange(self.before.get(each), after.get(each)) for each in self.ids]
        return tuple(sorted((one for one in found if _changed(one)), key=_by_start))


def write_down(
    desk: Desk,
    action: str,
    plan: Plan,
    changes: Iterable[RowChange],
    asked: Iterable[str],
    *,
    note: str | None = None,
    more: dict[str, Any] | None = None,
    more_of: Mapping[str, dict[str, Any]] | None = None,
) -> None:
    """One line of the audit log for each occurrence; what was not asked for itself has followed.

    `more` joins what changed in the occurrences that were asked for, `more_of` by id what is each one's own.
    """
    wanted = set(asked)
    own = more_of or {}
    desk.note_all(
        plan, [_deed(action, plan, each, each.id in wanted, note, own.get(each.id, more)) for each in changes]
    )


def _deed(
    action: str, plan: Plan, change: RowChange, own: bool, note: str | None, more: dict[str, Any] | None
) -> Deed:
    after = change.told(change.after)
    return Deed(
        action if own else "follow",
        "occurrence",
        change.id,
        plan.slug,
        before=change.told(change.before),
        after=after if not own or more is None else (after or {}) | more,
        note=note if own else None,
    )


def _changed(one: RowChange) -> bool:
    if one.before is None or one.after is None:
        return one.before is not one.after
    return bool(one.fields) or one.before.original_start != one.after.original_start


def _by_start(one: RowChange) -> tuple[datetime, str]:
    return one.one.starts_at, one.id
