"""The days off that an office enters itself: shown beside its country's, added and removed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection

from rules.schedule import DaysOff
from scheduler.day_off import DayOff
from scheduler.errors import Invalid, NotFound
from scheduler.machine_time import MachineTime
from scheduler.planning.office_calendar.days_off import ListedDay, OfficeTable, days_off_between, listed_days
from scheduler.planning.office_calendar.holidays import DEFAULT_COUNTRY
from scheduler.store.plans.days_off import list_days_off, list_offices, remove_day_off, save_day_off
from scheduler.store.plans.plan_rows import save_office
from scheduler.store.plans.read_model import Plan

MAX_NAME = 200


def only_office(connection: Connection, name: str | None = None) -> str:
    """The office of that name, or the only one there is.

    Raises NotFound where there is none, Invalid where there are several and none is named.
    """
    offices = list_offices(connection)
    if name is not None and name in offices:
        return name
    if name is None and len(offices) == 1:
        return offices[0]
    known = ", ".join(offices)
    if name is None and offices:
        raise Invalid(
            "which-office",
            f"There are several offices; name one of them: {known}.",
            f"Có nhiều cơ quan; hãy chọn một: {known}.",
            where="office",
        )
    raise NotFound(
        "office-not-found",
        f"There is no such office. Known: {known or 'none, until a plan is loaded'}.",
        f"Không có cơ quan này. Đang có: {known or 'chưa có, hãy nạp một kế hoạch trước'}.",
        where="office",
    )


def office_days(
    connection: Connection, first: date, last: date, office: str | None, plan: Plan | None = None
) -> list[ListedDay]:
    """Every day of the range that is not what its weekday makes of it, with who says so.

    Of a plan its country's, its office's and its own; else Vietnam's, and those of the office that is named.
    """
    if plan is not None:
        entered = list_days_off(connection, plan.office, first, last)
        return listed_days(plan.country, first, last, entered, plan.days_off)
    entered = [] if office is None else list_days_off(connection, office, first, last)
    return listed_days(DEFAULT_COUNTRY, first, last, entered)


def plan_days_off(connection: Connection, plan: Plan) -> DaysOff:
    """Which days are off for a plan: its country's, its office's and its own, around its days too."""
    entered = list_days_off(connection, plan.office)
    return days_off_between(plan.country, plan.first_day, plan.last_day, entered, plan.days_off)


def office_table(connection: Connection, name: str | None = None) -> OfficeTable | None:
    """What the office of that name has entered, or the only one there is; None where that is none.

    Raises NotFound for a name that no office has.
    """
    if name is None and len(list_offices(connection)) != 1:
        return None
    office = only_office(connection, name)
    return OfficeTable(office, tuple(list_days_off(connection, office)))


def enter_day_off(connection: Connection, office: str, entry: DayOff, *, machine_time: MachineTime) -> DayOff:
    """Write an entry in place of what the office said of its day before; gives what is stored.

    Raises Invalid for a holiday without a name.
    """
    name = " ".join((entry.name or "").split())
    if (entry.kind == "holiday" and not name) or len(name) > MAX_NAME or not name.isprintable():
        raise Invalid(
            "bad-name",
            f"A day off needs a name of at most {MAX_NAME} characters: people are shown it as the reason.",
            f"Ngày nghỉ cần có tên, tối đa {MAX_NAME} ký tự: tên này là lý do được hiển thị.",
            where="name",
        )
    kept = DayOff(entry.day, entry.kind, name or None)
    at = machine_time()
    save_day_off(connection, save_office(connection, office, at), kept, at)
    return kept


def forget_day_off(connection: Connection, office: str, day: date, *, machine_time: MachineTime) -> None:
    """Take away what the office said of a day. Raises NotFound where it said nothing."""
    if not remove_day_off(connection, save_office(connection, office, machine_time()), day):
        raise NotFound(
            "day-off-not-found",
            f"The office has entered nothing for {day}. A day of the country's calendar is taken away with"
            " --kind not-a-holiday.",
            f"Cơ quan chưa nhập gì cho ngày {day}. Để bỏ một ngày trong lịch chung, dùng"
            " --kind not-a-holiday.",
            where="day",
        )
