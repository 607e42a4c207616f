"""What loading a plan document changes, as a value that a person can be shown before it is done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from rules.instances import LeftOut
from scheduler.planning.diff.changes import NO_DIFF, ItemDiff
from scheduler.planning.plan_file.entries import Notice

ItemStatus: TypeAlias = Literal["new", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A fact of the plan or of an item that changes; values as text, None where there is none."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class ItemChanges:
    """What becomes of one item. `was` is its number before, where that changes.

    `left_out` is what days off take away, where an occurrence is dropped or orphaned; `notices` are remarks
    on the dates that the phrase gives.
    """

    number: str
    title: str
    status: ItemStatus
    diff: ItemDiff = NO_DIFF
    fields: tuple[FieldChange, ...] = ()
    was: str | None = None
    left_out: tuple[LeftOut, ...] = ()
    notices: tuple[Notice, ...] = field(default=(), compare=False)

    @property
    def empty(self) -> bool:
        """True where nothing would be written and nothing is held back."""
        return not (self.status != "changed" or self.fields or self.was or self.diff.changes_rows)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many occurrences the changed items keep, move, gain, lose and so on.

    `conflicts` counts the moved ones where a person's own change holds against the phrase.
    """

    kept: int = 0
    moved: int = 0
    added: int = 0
    dropped: int = 0
    orphaned: int = 0
    untouched: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Changes:
    """What a document changes in the stored plan of its slug.

    revision   the stored plan's when the comparison was made, 0 for a plan that is not stored;
               `load` takes it back to make sure that what was shown is what is done
    new        the plan is not stored yet
    fields     facts of the plan itself; items: those with something to tell, in order of the document
    same       how many items stay as they are
    """

    slug: str
    title: str
    timezone: str
    revision: int
    new: bool
    fields: tuple[FieldChange, ...] = ()
    items: tuple[ItemChanges, ...] = ()
    same: int = 0

    @property
    def empty(self) -> bool:
        """True where loading would write nothing."""
        return not self.new and not self.fields and all(item.empty for item in self.items)

    @property
    def notices(self) -> tuple[tuple[str, Notice], ...]:
        """What is remarked on the dates of the changed items, each with the number of its item."""
        return tuple((item.number, notice) for item in self.items for notice in item.notices)

    @property
    def counts(self) -> Counts:
        """The sums over the changed items."""
        diffs = [item.diff for item in self.items]
        return Counts(
            kept=sum(len(diff.kept) for diff in diffs),
            moved=sum(len(diff.moved) for diff in diffs),
            added=sum(len(diff.added) for diff in diffs),
            dropped=sum(len(diff.dropped) for diff in diffs),
            orphaned=sum(len(diff.orphaned) for diff in diffs),
            untouched=sum(len(diff.untouched) for diff in diffs),
            conflicts=sum(pair.conflict for diff in diffs for pair in diff.moved),
        )
