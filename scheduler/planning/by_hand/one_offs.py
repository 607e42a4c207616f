"""Airings and windows that a person adds to an item beside its phrase.

Their slot is "+1", "+2" and so on, which no phrase gives: the comparison of a phrase with what is stored
passes them over, so that no load moves or drops them. `docs/decisions/accounts.md` has the reasons.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, TypeAlias

from sqlalchemy import Connection, select

from scheduler.errors import Invalid
from scheduler.machine_time import MachineTime, utcnow
from scheduler.planning.by_hand.placing import Wall
from scheduler.planning.expanding.expansion import moment
from scheduler.store.identity import mint
from scheduler.store.instants import zone
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.plans.plan_rows import bump_plan
from scheduler.store.plans.read_model import Item, Plan
from scheduler.store.tables import occurrence

Kind: TypeAlias = Literal["premiere", "window"]

MARK = "+"
MAX_MINUTES = 24 * 60


def is_one_off(slot: str) -> bool:
    """True for the slot of what a person added beside the phrase."""
    return slot.startswith(MARK)


def add(
    connection: Connection,
    plan: Plan,
    item: Item,
    start: Wall,
    *,
    end: date | None = None,
    channel: str | None = None,
    minutes: int | None = None,
    uid_domain: str,
    machine_time: MachineTime = utcnow,
) -> Occurrence:
    """Store one airing, or with `end` (its last day) one window; `start` is wall time of the plan or a day.

    Without `minutes` an airing lasts as the item says.

    Raises Invalid for a start outside the plan's days and for a window that has a time, a duration, or
    ends before it begins.
    """
    _check(plan, start, end, minutes)
    if minutes is None and end is None:
        minutes = item.minutes
    at = machine_time()
    [(row_id, uid)] = mint(1, uid_domain, at)
    row = OccurrenceRow(
        row_id,
        uid,
        plan.id,
        item.id,
        _next_slot(connection, item.id),
        f"{start:%Y-%m}",
        "premiere" if end is None else "window",
        start,
        end,
        channel,
        minutes,
    )
    insert_rows(connection, [row], zone(plan.timezone), at)
    bump_plan(connection, plan.id, at)
    return get_occurrence(connection, row_id)


def one_offs_of(found: Sequence[Occurrence]) -> list[Occurrence]:
    """Those that a person added beside the phrase."""
    return [one for one in found if is_one_off(one.slot)]


def remarks(found: Sequence[Occurrence]) -> str:
    """One-offs as comments for the end of an exported plan file, which has no place for them; "" for none."""
    if not found:
        return ""
    lines = [
        f"#   {one.item}  {moment(one.start)}{f'/{one.end}' if one.kind == 'window' else ''}"
        f"  {one.channel or '-'}  {one.state}  {one.uid}"
        for one in found
    ]
    head = "# Added beside the phrases; the service keeps them, and loading this file leaves them alone:"
    return "\n".join([head, *lines, ""])


def _next_slot(connection: Connection, item_id: int) -> str:
    question = select(occurrence.c.slot).where(
        occurrence.c.item_id == item_id, occurrence.c.slot.startswith(MARK, autoescape=True)
    )
    numbers = [int(slot.removeprefix(MARK)) for slot in connection.scalars(question)]
    return f"{MARK}{max(numbers, default=0) + 1}"


def _check(plan: Plan, start: Wall, end: date | None, minutes: int | None) -> None:
    first = start.date() if isinstance(start, datetime) else start
    for where, day in (("start", first), ("end", end)):
        if day is not None and not plan.first_day <= day <= plan.last_day:
            raise _invalid(
                where,
                f"{day} is not within the plan, {plan.first_day} to {plan.last_day}.",
                f"Ngày {day} nằm ngoài thời gian của kế hoạch, {plan.first_day} đến {plan.last_day}.",
            )
    if isinstance(start, datetime) and start.tzinfo is not None:
        raise _invalid(
            "start",
            "The start has a zone; write the wall time of the plan, as in 2024-05-06T17:45.",
            "Thời điểm có múi giờ; hãy ghi giờ địa phương của kế hoạch, ví dụ 2024-05-06T17:45.",
        )
    if minutes is not None and not 1 <= minutes <= MAX_MINUTES:
        raise _invalid(
            "minutes",
            f"{minutes} is no duration; give 1 to {MAX_MINUTES} minutes.",
            f"{minutes} không phải thời lượng; hãy cho từ 1 đến {MAX_MINUTES} phút.",
        )
    if end is None:
        return
    if isinstance(start, datetime) or minutes is not None:
        raise _invalid(
            "end",
            "A window has days only: leave out time and duration, or leave out `end` for an airing.",
            "Thời hạn chỉ tính theo ngày: hãy bỏ giờ và thời lượng, hoặc bỏ `end` nếu là lần phát.",
        )
    if end < first:
        raise _invalid(
            "end",
            f"The window would end on {end}, before it begins on {first}; swap the two days.",
            f"Thời hạn kết thúc {end}, trước khi bắt đầu {first}; hãy đổi chỗ hai ngày.",
        )


def _invalid(where: str, en: str, vi: str) -> Invalid:
    return Invalid(f"bad-{where}", en, vi, where=where)
