"""What deeds changed, as REST writes it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from scheduler.desk.deeds import Done
from scheduler.desk.documents import PlanDone
from scheduler.desk.previews import Preview
from scheduler.planning.by_hand.occurrence_object import occurrence_object
from scheduler.planning.diff.changes_object import changes_object
from scheduler.planning.expanding.expansion import moment
from scheduler.store.occurrences.read_model import Occurrence


def deed_object(done: Done, preview: Preview | None = None, *, default_minutes: int) -> dict[str, Any]:
    """What a deed did, or with `preview` would do."""

    def write(one: Occurrence | None) -> dict[str, Any] | None:
        return None if one is None else occurrence_object(one, default_minutes=default_minutes)

    return {
        "applied": preview is None,
        "occurrence": write(done.occurrence),
        "changes": [
            {"id": change.id, "before": write(change.before), "after": write(change.after)}
            for change in done.changes
        ],
        "left": [
            {"id": left.occurrence.id, "start": moment(left.occurrence.start), "why": left.why}
            for left in done.left
        ],
        "preview": None if preview is None else preview_object(preview, write),
    }


def preview_object(preview: Preview, write: Callable[[Occurrence], dict[str, Any] | None]) -> dict[str, Any]:
    """What speaks against a deed."""
    return {
        "overlaps": [{"first": write(first), "second": write(second)} for first, second in preview.overlaps],
        "days_off": [
            {"id": each.occurrence.id, "day": each.day.isoformat(), "name": each.name}
            for each in preview.days_off
        ],
        "notices": preview.notices,
    }


def plan_changes(done: PlanDone) -> dict[str, Any]:
    """What an edit of a plan changed, or would."""
    revision = done.plan.revision if done.plan is not None else 0
    return changes_object(done.changes, done.notices, applied=done.applied) | {"revision": revision}
