"""A person's changes to occurrences of one plan: read together, changed one by one, written together.

However many there are, it takes the same few statements. A change of the phrase never undoes them. A premiere
that is moved takes along those of its replays that nobody moved. Changes of start, end, place or cancellation
raise SEQUENCE by one; a note does not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from scheduler.clock import Clock
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.machine_time import MachineTime
from scheduler.planning.by_hand.placing import Placing, Wall, day_of, follow, given_before, held, remember
from scheduler.store.occurrences.row import OccurrenceRow, Override
from scheduler.store.occurrences.rows import (
    overrides_by_id,
    replace_rows,
    replay_rows,
    rows_by_id,
    save_overrides,
)
from scheduler.store.plans.plan_rows import bump_plan
from scheduler.store.tables import plan

MAX_MINUTES = 24 * 60
MAX_NOTE = 5_000


class Overriding:
    """The occurrences of some ids while a person changes them; none of them is another's replay.

    Nothing is written before `write`, which is called once. Each change raises NotFound for another id.
    """

    def __init__(self, connection: Connection, ids: Sequence[str], machine_time: MachineTime) -> None:
        self.connection = connection
        self.at = machine_time()
        self.rows = rows_by_id(connection, ids, lock=True)
        premieres = {row.premiere_id for row in self.rows.values() if row.premiere_id is not None}
        self.premieres = rows_by_id(connection, premieres)
        leading = [row.id for row in self.rows.values() if row.kind == "premiere"]
        self.replays = replay_rows(connection, leading)
        following = [row.id for rows in self.replays.values() for row in rows]
        self.overrides = overrides_by_id(connection, [*self.rows, *following])
        self._wanted: list[Override] = []
        self._changed: list[OccurrenceRow] = []

    def place(
        self,
        occurrence_id: str,
        *,
        start: Wall | None = None,
        end: date | None = None,
        at: time | None = None,
        minutes: int | None = None,
        channel: str | None = None,
    ) -> None:
        """Hold it at another time (naive, in the plan's zone), for other minutes, on another channel.

        It is one change; what is None stays. A day alone keeps the time of day of a timed airing, and `at`
        is another time on its day. For a window, `start` is the real day, which must lie inside it; with
        `end` the window itself goes to those days. Raises NotFound; Conflict where it is delivered, missed
        or cancelled; Invalid for a start or length that it cannot have.
        """
        change = _Change(self, occurrence_id)
        change.require_planned()
        given, wanted = change.given, change.override
        if change.row.kind == "window" and (at is not None or minutes is not None):
            raise _no_length("minutes" if at is None else "start")
        if minutes is not None:
            wanted = replace(wanted, minutes=None if _length(minutes) == given.minutes else minutes)
        if channel is not None:
            wanted = replace(wanted, channel=None if channel == given.channel else channel)
        if start is not None or at is not None:
            start, end = _new_start(change, day_of(change.row.start) if start is None else start, end, at)
            back = start == change.place_given.start and (end is None or end == given.end)
            wanted = replace(wanted, start=None if back else start, end=None if back else end)
        change.save(wanted)

    def cancel(self, occurrence_id: str, clock: Clock, *, reason: str | None = None) -> None:
        """Cancel it; it stays and is shown as cancelled. Its replays stay planned.

        A second time changes nothing. Raises NotFound; Conflict where it is delivered or missed.
        """
        change = _Change(self, occurrence_id)
        if change.row.state != "cancelled":
            change.require_planned()
        change.cancelled_at = change.row.cancelled_at or clock.now()
        reason = _text("reason", reason) or change.override.reason
        change.save(replace(change.override, cancelled=True, reason=reason))

    def restore(self, occurrence_id: str) -> None:
        """Take back a person's move, duration, channel and cancellation: the phrase decides again.

        A note stays. Raises NotFound; Conflict where it is delivered or missed, or where the phrase no longer
        names it.
        """
        change = _Change(self, occurrence_id)
        if change.row.state != "cancelled":
            change.require_planned()
        if change.row.orphaned:
            raise Conflict(
                "orphaned",
                "The plan's phrase no longer gives this occurrence, so there is nothing to restore it to. "
                "Keep it as it is, or discard it.",
                "Kế hoạch không còn lần phát, lần đăng này nên không thể khôi phục. Hãy giữ nguyên hoặc loại"
                " bỏ.",
                where=occurrence_id,
            )
        change.save(Override(occurrence_id, note=change.override.note))

    def note(self, occurrence_id: str, text: str | None) -> None:
        """Write a note beside it, or take it away with None. Raises NotFound; Invalid for one too long."""
        change = _Change(self, occurrence_id)
        change.save(replace(change.override, note=_text("note", text)))

    def put_back(self, occurrence_id: str, before: Mapping[str, Any], clock: Clock) -> None:
        """Give some of its facts the values that they had: start, end (of a window), channel, minutes,
        note and cancelled. What the phrase gives itself is no change of a person's any more."""
        change = _Change(self, occurrence_id)
        if change.row.state != "cancelled":
            change.require_planned()
        given, wanted = change.given, change.override
        if "channel" in before:
            channel = before["channel"]
            wanted = replace(wanted, channel=None if channel == given.channel else channel)
        if "minutes" in before:
            minutes = before["minutes"]
            wanted = replace(wanted, minutes=None if minutes == given.minutes else minutes)
        if "start" in before or "end" in before:
            start = before.get("start", change.row.start)
            end = before.get("end", change.row.end) if change.row.kind == "window" else None
            back = start == change.place_given.start and (end is None or end == given.end)
            wanted = replace(wanted, start=None if back else start, end=None if back else end)
        if "note" in before:
            wanted = replace(wanted, note=before["note"])
        if "cancelled" in before:
            cancelled = bool(before["cancelled"])
            change.cancelled_at = clock.now() if cancelled else None
            wanted = replace(wanted, cancelled=cancelled, reason=before.get("reason") if cancelled else None)
        change.save(wanted)

    def write(self) -> None:
        """Write what was changed, with the replays that follow; the plan's revision rises once."""
        if not self._changed:
            return
        plan_id = self._changed[0].plan_id
        save_overrides(self.connection, self._wanted, self.at)
        replace_rows(self.connection, self._changed, plan_zone(self.connection, plan_id), self.at)
        bump_plan(self.connection, plan_id, self.at)

    def _take(self, wanted: Override, rows: Sequence[OccurrenceRow]) -> None:
        self._wanted.append(wanted)
        self._changed += rows


def plan_zone(connection: Connection, plan_id: int) -> ZoneInfo:
    """The zone of a plan's wall times."""
    return ZoneInfo(connection.execute(select(plan.c.timezone).where(plan.c.id == plan_id)).scalar_one())


class _Change:
    """One occurrence being changed: its row, what a person did to it before, and where the phrase puts it.

    `given` is what the phrase gives, `place_given` the same after following a premiere that was moved.
    """

    def __init__(self, among: Overriding, occurrence_id: str) -> None:
        row = among.rows.get(occurrence_id)
        if row is None:
            raise not_found(occurrence_id)
        self.among = among
        self.row: OccurrenceRow = row
        stored = among.overrides.get(occurrence_id)
        self.given = given_before(row, stored)
        self.override = stored or Override(occurrence_id)
        self.place_given = self._follow_premiere()
        self.cancelled_at = row.cancelled_at

    def require_planned(self) -> None:
        """Raise Conflict unless it is planned."""
        if self.row.state == "planned":
            return
        en = {
            "cancelled": "It is cancelled; restore it first.",
            "delivered": "It has been delivered, and what has aired cannot be changed.",
            "missed": "It was missed, and its time is over; plan another one instead.",
        }
        vi = {
            "cancelled": "Lần này đã bị hủy; hãy khôi phục trước.",
            "delivered": "Lần này đã được xác nhận thực hiện nên không sửa được nữa.",
            "missed": "Lần này không thực hiện và đã qua; hãy lên lịch lần khác.",
        }
        raise Conflict(
            f"occurrence-{self.row.state}", en[self.row.state], vi[self.row.state], where=self.row.id
        )

    def save(self, wanted: Override) -> None:
        """Have the override, the row and the replays that follow it written."""
        wanted = remember(wanted, self.given)
        place = held(self.place_given, wanted)
        row = self.row.changed(
            start=place.start,
            end=place.end,
            channel=place.channel,
            minutes=place.minutes,
            minutes_max=place.minutes_max,
            end_written=place.end_written,
            state=_state(self.row.state, wanted),
            cancelled_at=self.cancelled_at if wanted.cancelled else None,
        )
        same = row == self.row and (wanted == self.override or (wanted.empty and self.override.empty))
        if not same:
            self.among._take(wanted, [row, *self._following(row)])

    def _following(self, premiere: OccurrenceRow) -> list[OccurrenceRow]:
        """Replays that nobody moved, as they shall be now that the premiere is held where `premiere` says."""
        if premiere.kind != "premiere" or premiere.start == self.row.start:
            return []
        found = []
        for row in self.among.replays.get(premiere.id, ()):
            own = self.among.overrides.get(row.id)
            if row.state in ("delivered", "missed") or (own is not None and own.start is not None):
                continue
            given = given_before(row, own)
            place = held(follow(given, self.given.start, premiere.start), own)
            found.append(row.changed(start=place.start))
        return found

    def _follow_premiere(self) -> Placing:
        if self.row.premiere_id is None:
            return self.given
        premiere = self.among.premieres.get(self.row.premiere_id)
        if premiere is None or premiere.original_start is None:
            return self.given
        return follow(self.given, premiere.original_start, premiere.start)


def _state(state: str, wanted: Override) -> str:
    if wanted.cancelled:
        return "cancelled"
    return "planned" if state == "cancelled" else state


def _new_start(change: _Change, start: Wall, end: date | None, at: time | None) -> tuple[Wall, date | None]:
    """Where it begins, with the last day of a window: a day alone keeps the time of a timed airing."""
    if change.row.kind == "window":
        return _window_days(change.given, start, end)
    if end is not None:
        raise _invalid(
            "end",
            "Only a window has a last day; leave `end` out, or retime the airing to change its length.",
            "Chỉ thời hạn mới có ngày cuối; hãy bỏ `end`, hoặc đổi thời lượng nếu muốn.",
        )
    if at is not None:
        return datetime.combine(day_of(start), at), None
    if not isinstance(start, datetime):
        before = change.row.start
        return datetime.combine(start, before.time()) if isinstance(before, datetime) else start, None
    if start.tzinfo is not None:
        raise _invalid(
            "start",
            f"{start.isoformat()} has a zone; write the wall time of the plan, as in 2024-05-06T17:45.",
            f"{start.isoformat()} có múi giờ; hãy ghi giờ địa phương của kế hoạch, ví dụ 2024-05-06T17:45.",
        )
    return start, None


def _length(minutes: int) -> int:
    if 1 <= minutes <= MAX_MINUTES:
        return minutes
    raise _invalid(
        "minutes",
        f"{minutes} is no duration; give 1 to {MAX_MINUTES} minutes.",
        f"{minutes} không phải thời lượng; hãy cho từ 1 đến {MAX_MINUTES} phút.",
    )


def _no_length(where: str) -> Invalid:
    return _invalid(
        where,
        "Give an airing a time or a duration; a window has days only.",
        "Hãy cho giờ hoặc thời lượng của lần phát; thời hạn chỉ có ngày.",
    )


def _window_days(given: Placing, start: Wall, end: date | None) -> tuple[date, date]:
    if isinstance(start, datetime):
        raise _invalid(
            "start",
            f"A window has days only; write the day, as in {start.date()}.",
            f"Thời hạn chỉ tính theo ngày; hãy ghi ngày, ví dụ {start.date()}.",
        )
    last = given.end if given.end is not None else given.start
    if end is None and not day_of(given.start) <= start <= day_of(last):
        raise _invalid(
            "start",
            f"{start} lies outside the window, {given.start} to {last}. Choose a day inside it, "
            "or give a last day as well to move the window.",
            f"Ngày {start} nằm ngoài thời hạn {given.start} đến {last}. Hãy chọn ngày trong thời hạn, "
            "hoặc cho cả ngày cuối để dời thời hạn.",
        )
    if end is not None and end < start:
        raise _invalid(
            "end",
            f"The window would end on {end}, before it begins on {start}; swap the two days.",
            f"Thời hạn kết thúc {end}, trước khi bắt đầu {start}; hãy đổi chỗ hai ngày.",
        )
    return start, end or start


def _text(where: str, text: str | None) -> str | None:
    if text is None or not text.strip():
        return None
    if len(text) > MAX_NOTE:
        raise _invalid(
            where,
            f"The text has {len(text)} characters; at most {MAX_NOTE} are kept. Shorten it.",
            f"Nội dung dài {len(text)} ký tự; chỉ lưu tối đa {MAX_NOTE}. Hãy rút ngắn.",
        )
    return text.strip()


def _invalid(where: str, en: str, vi: str) -> Invalid:
    return Invalid(f"bad-{where}", en, vi, where=where)


def not_found(occurrence_id: str) -> NotFound:
    """The refusal of an id that names nothing."""
    return NotFound(
        "occurrence-not-found",
        f"There is no occurrence {occurrence_id}. Look it up: airslot occurrences --json.",
        f"Không có lần phát, lần đăng {occurrence_id}. Tra cứu bằng: airslot occurrences --json.",
        where="id",
    )
