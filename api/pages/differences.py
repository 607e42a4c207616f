"""A plan's diff as a person reads it before saying yes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from api.pages.history import field_name, value_text
from scheduler.locale import Language, mark, say
from scheduler.planning.diff.changes_object import lines
from scheduler.planning.diff.plan_changes import Changes, FieldChange, ItemChanges

CHANGES = {
    "moved": mark("moves"),
    "added": mark("is added"),
    "dropped": mark("goes"),
    "orphaned": mark("leaves the plan, and stays because somebody worked on it"),
    "untouched": mark("stays as it is, for it is over or confirmed"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One line: what happens, to which kind, from where to where. Facts have text on both sides."""

    item: str
    what: str
    kind: str
    before: date | datetime | str | None
    after: date | datetime | str | None


def differences(changes: Changes, language: Language) -> list[Difference]:
    """Everything that would change: facts of the plan, and of each item its facts first."""
    of_plan = [_of_field("", field, language) for field in changes.fields]
    return of_plan + [one for item in changes.items for one in _of_item(item, language)]


def _of_item(item: ItemChanges, language: Language) -> Iterator[Difference]:
    for field in item.fields:
        yield _of_field(item.number, field, language)
    for change, kind, before, after, _ in lines(item, language):
        # What is over or done stays where it is: where the phrase would put it now is no change.
        to = None if change == "untouched" and before is not None else after
        yield Difference(item.number, say(language, CHANGES[change]), kind, before, to)


def _of_field(item: str, field: FieldChange, language: Language) -> Difference:
    before, after = (value_text(field.name, value, language) for value in (field.before, field.after))
    return Difference(item, field_name(field.name, language), "", before, after)
