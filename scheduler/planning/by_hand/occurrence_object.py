"""An occurrence as the interface writes it: the one builder that REST and the command line call."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from scheduler.errors import Lang
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.planning.expanding.expansion import moment, reason_object
from scheduler.store.occurrences.read_model import Occurrence


def occurrence_object(occurrence: Occurrence, lang: Lang = "en", *, default_minutes: int) -> dict[str, Any]:
    """The occurrence as plain data for JSON: the fields of an instance and those of the stored row.

    start, end, original_start, shifted_from   wall time in `timezone` to the minute, or a day where no
                                               time is written; a window's end is its last day
    starts_at, ends_at, updated_at             instants, UTC
    minutes, assumed_minutes                   how long it lasts as phrase, item or a person say; where none
                                               does, how long calendars show it and overlaps count it
    premiere                                   of a replay the id of its premiere
    reason                                     the day off that moved it, in `lang`; `reasons`: in both
    """
    return {
        "id": occurrence.id,
        "uid": occurrence.uid,
        "plan": occurrence.plan,
        "item": occurrence.item,
        "title": occurrence.title,
        "outlet": occurrence.outlet,
        "channel": occurrence.channel,
        "kind": occurrence.kind,
        "state": occurrence.state,
        "start": moment(occurrence.start),
        "end": moment(occurrence.end),
        "minutes": occurrence.minutes,
        "minutes_max": occurrence.minutes_max,
        "assumed_minutes": default_minutes if occurrence.length_unknown else None,
        "timezone": occurrence.timezone,
        "starts_at": instant(occurrence.starts_at),
        "ends_at": instant(occurrence.ends_at),
        "premiere": occurrence.premiere_id,
        "sequence": occurrence.sequence,
        "original_start": moment(occurrence.original_start),
        "shifted_from": moment(occurrence.shifted_from),
        **reason_object(occurrence.reason, lang),
        "note": occurrence.note,
        "orphaned": occurrence.orphaned,
        "one_off": is_one_off(occurrence.slot),
        "updated_at": instant(occurrence.updated_at),
    }


def instant(value: datetime | None) -> str | None:
    """An instant as RFC 3339 text in UTC, to the second: 2024-01-17T10:45:00Z."""
    # Every instant of the store is in UTC; strftime takes twenty times as long.
    return f"{value.isoformat()[:19]}Z" if value is not None else None
