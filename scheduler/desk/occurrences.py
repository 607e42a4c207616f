"""Move, retime, cancel, restore and note an occurrence, or what its slot gives from there on.

Each deed raises SignInNeeded, NotFound, Forbidden, Conflict and Invalid as `open_occurrence` and
`overrides` do, and writes one line of the audit log for each occurrence that changed.
`if_revision` is the occurrence's revision as the person saw it. With a scope other than "this" the same
number of days and the same new wall time go to the others of the slot; `Done.left` tells which were left
alone.
`include_past` lets planned ones of the past change too.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time

from scheduler.desk.channels import ask_about_channel
from scheduler.desk.conflicts import refuse_new
from scheduler.desk.deeds import Done, Left, Scope, Watch, write_down
from scheduler.desk.desk import Desk, open_occurrence
from scheduler.desk.scope import chosen
from scheduler.desk.texts import sane_days, text
from scheduler.errors import Invalid
from scheduler.planning.by_hand import overrides
from scheduler.planning.by_hand.one_offs import is_one_off
from scheduler.planning.by_hand.overriding import Overriding
from scheduler.planning.by_hand.placing import Wall, day_of
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.plans.read_model import get_plan

LONGEST_CHANNEL = 40


def move(
    desk: Desk,
    occurrence_id: str,
    start: Wall,
    *,
    end: date | None = None,
    channel: str | None = None,
    scope: Scope = "this",
    include_past: bool = False,
    reason: str | None = None,
    if_revision: int | None = None,
) -> Done:
    """Hold it at another time, its replays following; `start` is wall time of the plan, or a day.

    Of a window `start` is the real day inside it, or with `end` its new first day. `reason` goes to the log.
    """
    return place(
        desk, occurrence_id, start=start, end=end, channel=channel,
        scope=scope, include_past=include_past, reason=reason, if_revision=if_revision,
    )  # fmt: skip


def retime(
    desk: Desk,
    occurrence_id: str,
    *,
    at: time | None = None,
    minutes: int | None = None,
    scope: Scope = "this",
    include_past: bool = False,
    reason: str | None = None,
    if_revision: int | None = None,
) -> Done:
    """Give an airing another time on its day, another duration, or both."""

    return place(
        desk, occurrence_id, time=at, minutes=minutes,
        scope=scope, include_past=include_past, reason=reason, if_revision=if_revision,
    )  # fmt: skip


def place(
    desk: Desk,
    occurrence_id: str,
    *,
    start: Wall | None = None,
    end: date | None = None,
    time: time | None = None,
    minutes: int | None = None,
    channel: str | None = None,
    scope: Scope = "this",
    include_past: bool = False,
    reason: str | None = None,
    if_revision: int | None = None,
) -> Done:
    """Move and retime as one change: any of start, end, time, minutes and channel, one line of the log.

    `time` is of the day on which it is held, and does not go with a `start` that has a time.
    """
    channel = text("channel", channel, LONGEST_CHANNEL, lines=False)
    sane_days(start=start, end=end)
    if all(each is None for each in (start, end, time, minutes, channel)):
        raise Invalid("nothing", "Nothing is to be changed.", "Không có gì để thay đổi.")
    if start is None and end is not None:
        raise Invalid(
            "bad-end",
            "A window moves by both its days; give `start` as well.",
            "Thời hạn được dời theo cả hai ngày; hãy cho cả `start`.",
            where="end",
        )
    if start is not None and time is not None:
        raise Invalid(
            "bad-time",
            "Give the time within `start`, or `time` alone for the same day.",
            "Hãy ghi giờ trong `start`, hoặc chỉ ghi `time` nếu vẫn cùng ngày.",
            where="time",
        )

    def first(many: Overriding, one: Occurrence) -> None:
        if channel is not None:
            ask_about_channel(desk, get_plan(desk.connection, one.plan).office, one.outlet, channel)
        many.place(one.id, start=start, end=end, at=time, minutes=minutes, channel=channel)

    def follow(many: Overriding, other: Occurrence, one: Occurrence) -> bool:
        if one.kind == "window" and start is not None:
            return _move_window(many, other, one, start, end, channel)
        to = None if start is None else _same_shift(other, one, start)
        many.place(other.id, start=to, at=time, minutes=minutes, channel=channel)
        return True

    action = "retime" if start is None and channel is None else "move"
    return _each(desk, action, occurrence_id, first, follow, scope, include_past, if_revision, reason)


def cancel(
    desk: Desk,
    occurrence_id: str,
    *,
    reason: str | None = None,
    scope: Scope = "this",
    include_past: bool = False,
    if_revision: int | None = None,
) -> Done:
    """Cancel it; it stays and is shown as cancelled, its replays stay planned."""
    reason = text("reason", reason)

    def go(many: Overriding, one: Occurrence) -> None:
        many.cancel(one.id, desk.clock, reason=reason)

    return _each(desk, "cancel", occurrence_id, go, _same(go), scope, include_past, if_revision, reason)


def restore(
    desk: Desk,
    occurrence_id: str,
    *,
    scope: Scope = "this",
    include_past: bool = False,
    if_revision: int | None = None,
) -> Done:
    """Take back move, duration, channel and cancellation: the phrase decides again. A note stays."""

    def go(many: Overriding, one: Occurrence) -> None:
        many.restore(one.id)

    return _each(
        desk, "restore", occurrence_id, go, _same(go), scope, include_past, if_revision, None, cancelled=True
    )


def note(desk: Desk, occurrence_id: str, words: str | None, *, if_revision: int | None = None) -> Done:
    """Write a note beside it, which feeds show; None takes it away."""
    words = text("note", words)

    def go(many: Overriding, one: Occurrence) -> None:
        many.note(one.id, words)

    return _each(desk, "note", occurrence_id, go, _same(go), "this", False, if_revision, None)


def discard(
    desk: Desk, occurrence_id: str, *, reason: str | None = None, if_revision: int | None = None
) -> Done:
    """Remove what a person added beside the phrase, or what the phrase no longer gives."""
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    watch = Watch(desk.connection, [one.id])
    overrides.discard(desk.connection, one.id, machine_time=desk.machine_time)
    changes = watch.changes()
    own = {"one_off": True} if is_one_off(one.slot) else None
    write_down(desk, "discard", plan, changes, [one.id], note=text("reason", reason), more=own)
    return Done(None, changes)


def _each(
    desk: Desk,
    action: str,
    occurrence_id: str,
    first: Callable[[Overriding, Occurrence], None],
    follow: Callable[[Overriding, Occurrence, Occurrence], bool],
    scope: Scope,
    include_past: bool,
    if_revision: int | None,
    why: str | None,
    *,
    cancelled: bool = False,
) -> Done:
    """Do it to the one that was asked for, then to the others of the scope, and write it all down."""
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    why = text("reason", why)
    others, left = chosen(desk, one, scope, include_past=include_past, cancelled=cancelled)
    ids = [one.id, *(other.id for other in others)]
    watch = Watch(desk.connection, ids)
    many = Overriding(desk.connection, ids, desk.machine_time)
    first(many, one)
    for other in others:
        if not follow(many, other, one):
            left.append(Left(other, "outside"))
    many.write()
    changes = watch.changes()
    if action not in ("cancel", "note"):
        refuse_new(desk, plan, changes)
    write_down(desk, action, plan, changes, ids, note=why)
    return Done(get_occurrence(desk.connection, one.id), changes, tuple(left))


def _same(
    go: Callable[[Overriding, Occurrence], None],
) -> Callable[[Overriding, Occurrence, Occurrence], bool]:
    def follow(many: Overriding, other: Occurrence, _: Occurrence) -> bool:
        go(many, other)
        return True

    return follow


def _same_shift(other: Occurrence, one: Occurrence, start: Wall) -> Wall:
    """As many days on as `one` goes to `start`, and to the same time of day."""
    day = day_of(other.start) + (day_of(start) - day_of(one.start))
    return datetime.combine(day, start.time()) if isinstance(start, datetime) else day


def _move_window(
    many: Overriding,
    other: Occurrence,
    one: Occurrence,
    start: Wall,
    end: date | None,
    channel: str | None,
) -> bool:
    """The same days into another window, or the same shift of it; False where that day lies outside."""
    day = day_of(other.original_start) + (day_of(start) - day_of(one.original_start))
    try:
        last = None if end is None else day + (end - day_of(start))
        many.place(other.id, start=day, end=last, channel=channel)
    except Invalid as wrong:
        if wrong.code != "bad-start":
            raise
        return False
    return True
