"""A person's change to one occurrence: move, retime, cancel, restore, a note.

A change of the phrase never undoes it. A premiere that is moved takes along those of its replays that
nobody moved. Each function is one step in the caller's transaction and gives the occurrence as it is
then. Changes of start, end, place or cancellation raise SEQUENCE by one; a note does not.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from scheduler.clock import Clock
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.machine_time import MachineTime, utcnow
from scheduler.planning.one_offs import is_one_off
from scheduler.planning.placing import Placing, Wall, day_of, follow, given_before, held, remember
from scheduler.store.evidence import evidence_of
from scheduler.store.occurrences import Occurrence, get_occurrence
from scheduler.store.plan_rows import bump_plan
from scheduler.store.rows import (
    OccurrenceRow,
    Override,
    delete_rows,
    get_override,
    get_row,
    replace_rows,
    replay_rows,
    save_override,
)
from scheduler.store.tables import plan

MAX_MINUTES = 24 * 60
MAX_NOTE = 5_000


def move(
    connection: Connection,
    occurrence_id: str,
    start: Wall,
    *,
    end: date | None = None,
    channel: str | None = None,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    """Hold it at another time (naive wall time in the plan's zone), or on another channel as well.

    A day alone keeps the time of day of a timed airing. For a window, `start` is the real day, which
    must lie inside it; with `end` the window itself goes to those days.
    Raises NotFound; Conflict where it is delivered, missed or cancelled; Invalid for a start that it
    cannot have.
    """
    change = _Change(connection, occurrence_id, machine_time)
    change.require_planned()
    if change.row.kind == "window":
        start, end = _window_days(change.given, start, end)
    elif end is not None:
        raise _invalid(
            "end",
            "Only a window has a last day; leave `end` out, or retime the airing to change its length.",
            "Chỉ thời hạn mới có ngày cuối; hãy bỏ `end`, hoặc đổi thời lượng nếu muốn.",
        )
    elif not isinstance(start, datetime) and isinstance(change.row.start, datetime):
        start = datetime.combine(start, change.row.start.time())
    if isinstance(start, datetime) and start.tzinfo is not None:
        raise _invalid(
            "start",
            f"{start.isoformat()} has a zone; write the wall time of the plan, as in 2024-05-06T17:45.",
            f"{start.isoformat()} có múi giờ; hãy ghi giờ địa phương của kế hoạch, ví dụ 2024-05-06T17:45.",
        )
    back = start == change.place_given.start and (end is None or end == change.given.end)
    wanted = replace(change.override, start=None if back else start, end=None if back else end)
    if channel is not None:
        wanted = replace(wanted, channel=None if channel == change.given.channel else channel)
    return change.save(wanted)


def retime(
    connection: Connection,
    occurrence_id: str,
    *,
    at: time | None = None,
    minutes: int | None = None,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    """Give an airing another time on its day, another duration in minutes, or both. Raises as `move` does."""
    change = _Change(connection, occurrence_id, machine_time)
    change.require_planned()
    if change.row.kind == "window" or (at is None and minutes is None):
        raise _invalid(
            "minutes" if at is None else "start",
            "Give an airing a time or a duration; a window has days only.",
            "Hãy cho giờ hoặc thời lượng của lần phát; thời hạn chỉ có ngày.",
        )
    wanted = change.override
    if minutes is not None:
        if not 1 <= minutes <= MAX_MINUTES:
            raise _invalid(
                "minutes",
                f"{minutes} is no duration; give 1 to {MAX_MINUTES} minutes.",
                f"{minutes} không phải thời lượng; hãy cho từ 1 đến {MAX_MINUTES} phút.",
            )
        wanted = replace(wanted, minutes=None if minutes == change.given.minutes else minutes)
    if at is not None:
        start = datetime.combine(day_of(change.row.start), at)
        wanted = replace(wanted, start=None if start == change.place_given.start else start)
    return change.save(wanted)


def cancel(
    connection: Connection,
    occurrence_id: str,
    clock: Clock,
    *,
    reason: str | None = None,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    """Cancel it; it stays and is shown as cancelled. Its replays stay planned. A second time changes nothing.

    Raises NotFound; Conflict where it is delivered or missed.
    """
    change = _Change(connection, occurrence_id, machine_time)
    if change.row.state != "cancelled":
        change.require_planned()
    change.cancelled_at = change.row.cancelled_at or clock.now()
    reason = _text("reason", reason) or change.override.reason
    return change.save(replace(change.override, cancelled=True, reason=reason))


def restore(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> Occurrence:
    """Take back a person's move, duration, channel and cancellation: the phrase decides again. A note stays.

    Raises NotFound; Conflict where it is delivered or missed, or where the phrase no longer names it.
    """
    change = _Change(connection, occurrence_id, machine_time)
    if change.row.state != "cancelled":
        change.require_planned()
    if change.row.orphaned:
        raise Conflict(
            "orphaned",
            "The plan's phrase no longer gives this occurrence, so there is nothing to restore it to. "
            "Keep it as it is, or discard it.",
            "Kế hoạch không còn lần phát, lần đăng này nên không thể khôi phục. Hãy giữ nguyên hoặc loại bỏ.",
            where=occurrence_id,
        )
    return change.save(Override(occurrence_id, note=change.override.note))


def note(
    connection: Connection, occurrence_id: str, text: str | None, *, machine_time: MachineTime = utcnow
) -> Occurrence:
    """Write a note beside it, or take it away with None. Raises NotFound, and Invalid for one too long."""
    change = _Change(connection, occurrence_id, machine_time)
    return change.save(replace(change.override, note=_text("note", text)))


def discard(connection: Connection, occurrence_id: str, *, machine_time: MachineTime = utcnow) -> None:
    """Delete what is orphaned, or was added beside the phrase: the one way in which a person's work goes.

    Raises NotFound; Conflict where the phrase gives it, where it is delivered or missed, or has evidence.
    """
    change = _Change(connection, occurrence_id, machine_time)
    own = change.row.orphaned or is_one_off(change.row.slot)
    if not own or change.row.state in ("delivered", "missed"):
        raise Conflict(
            "not-orphaned",
            "Only an occurrence that the plan no longer gives can be discarded; cancel this one.",
            "Chỉ loại bỏ được lần phát, lần đăng mà kế hoạch không còn; hãy hủy thay vì loại bỏ.",
            where=occurrence_id,
        )
    if evidence_of(connection, [occurrence_id]):
        raise Conflict(
            "has-evidence",
            "It carries evidence, which is kept; cancel it instead.",
            "Lần này có minh chứng và minh chứng được giữ lại; hãy hủy thay vì loại bỏ.",
            where=occurrence_id,
        )
    save_override(connection, Override(occurrence_id), change.at)
    replays = [replace(row, premiere_id=None) for row in replay_rows(connection, occurrence_id)]
    replace_rows(connection, replays, change.zone, change.at)
    delete_rows(connection, [occurrence_id])
    bump_plan(connection, change.row.plan_id, change.at)


class _Change:
    """One occurrence being changed: its row, what a person did to it before, and where the phrase puts it.

    `given` is what the phrase gives, `place_given` the same after following a premiere that was moved.
    """

    def __init__(self, connection: Connection, occurrence_id: str, machine_time: MachineTime) -> None:
        row = get_row(connection, occurrence_id, lock=True)
        if row is None:
            raise NotFound(
                "occurrence-not-found",
                f"There is no occurrence {occurrence_id}. Look it up: airslot occurrences --json.",
                f"Không có lần phát, lần đăng {occurrence_id}. Tra cứu bằng: airslot occurrences --json.",
                where="id",
            )
        self.connection = connection
        self.row: OccurrenceRow = row
        self.at = machine_time()
        stored = get_override(connection, occurrence_id)
        self.given = given_before(row, stored)
        self.override = stored or Override(occurrence_id)
        self.place_given = self._follow_premiere()
        self.cancelled_at = row.cancelled_at
        name = connection.execute(select(plan.c.timezone).where(plan.c.id == row.plan_id)).scalar_one()
        self.zone = ZoneInfo(name)

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
            "missed": "Lần này đã bị bỏ lỡ và đã qua; hãy lên lịch lần khác.",
        }
        raise Conflict(
            f"occurrence-{self.row.state}", en[self.row.state], vi[self.row.state], where=self.row.id
        )

    def save(self, wanted: Override) -> Occurrence:
        """Write the override, the row and the replays that follow it."""
        wanted = remember(wanted, self.given)
        place = held(self.place_given, wanted)
        row = self.row.changed(
            start=place.start,
            end=place.end,
            channel=place.channel,
            minutes=place.minutes,
            minutes_max=place.minutes_max,
            state=_state(self.row.state, wanted),
            cancelled_at=self.cancelled_at if wanted.cancelled else None,
        )
        same = row == self.row and (wanted == self.override or (wanted.empty and self.override.empty))
        if not same:
            save_override(self.connection, wanted, self.at)
            rows = [row, *self._following(row)]
            replace_rows(self.connection, rows, self.zone, self.at)
            bump_plan(self.connection, row.plan_id, self.at)
        return get_occurrence(self.connection, row.id)

    def _following(self, premiere: OccurrenceRow) -> list[OccurrenceRow]:
        """Replays that nobody moved, as they shall be now that the premiere is held where `premiere` says."""
        if premiere.kind != "premiere" or premiere.start == self.row.start:
            return []
        found = []
        for row in replay_rows(self.connection, premiere.id):
            own = get_override(self.connection, row.id)
            if row.state in ("delivered", "missed") or (own is not None and own.start is not None):
                continue
            given = given_before(row, own)
            place = held(follow(given, self.given.start, premiere.start), own)
            found.append(row.changed(start=place.start, end=place.end))
        return found

    def _follow_premiere(self) -> Placing:
        if self.row.premiere_id is None:
            return self.given
        premiere = get_row(self.connection, self.row.premiere_id)
        if premiere is None or premiere.original_start is None:
            return self.given
        return follow(self.given, premiere.original_start, premiere.start)


def _state(state: str, wanted: Override) -> str:
    if wanted.cancelled:
        return "cancelled"
    return "planned" if state == "cancelled" else state


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
