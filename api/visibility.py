"""Plans and occurrences as whoever asks may see them: what is hidden is refused as what is not there."""

from __future__ import annotations

from sqlalchemy import Connection

from api.dependencies import House
from api.errors import Problem
from api.identity import Visitor
from api.validation import shown
from scheduler.accounts.offices import get_office
from scheduler.accounts.rights import Right
from scheduler.desk.desk import require_office
from scheduler.errors import NotFound
from scheduler.locale import both
from scheduler.planning.office_calendar.days_off import OfficeTable
from scheduler.planning.office_calendar.office_days import office_table
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence, get_occurrence
from scheduler.store.plans.days_off import list_offices
from scheduler.store.plans.read_model import Plan, find_plan, get_plan


def visible_plan(visitor: Visitor, connection: Connection, slug: str) -> Plan:
    """The plan of that slug if whoever asks may see it; raises the problem `not-found` either way."""
    found = find_plan(connection, path_word(slug))
    if found is not None and visitor.sight.shows(found.public, found.office_id):
        return found
    detail = both("There is no plan “%(slug)s”; the list is at /api/v1/plans.", slug=shown(slug))
    raise Problem("not-found", detail, code="plan-not-found")


def own_plan(visitor: Visitor, connection: Connection, slug: str) -> Plan:
    """The plan of that slug for somebody who may change it; raises SignInNeeded and Forbidden as well."""
    actor = visitor.require(Right.PLAN)
    found = visible_plan(visitor, connection, slug)
    require_office(actor, found)
    return found


def visible_occurrence(visitor: Visitor, connection: Connection, occurrence_id: str) -> Occurrence:
    """The occurrence of that id if whoever asks may see it; raises NotFound either way."""
    occurrence = get_occurrence(connection, path_word(occurrence_id))
    plan = get_plan(connection, occurrence.plan)
    if not visitor.sight.shows(plan.public, plan.office_id):
        raise NotFound(
            "occurrence-not-found",
            f"There is no occurrence {occurrence_id!r}.",
            f"Không có lần phát, lần đăng nào mang mã {occurrence_id!r}.",
            where="id",
        )
    return occurrence


def own_office(visitor: Visitor, connection: Connection) -> str | None:
    """The office of whoever asks; to somebody at the service's own computer the only one. None otherwise."""
    if visitor.actor is not None:
        return None if visitor.actor.office_id is None else get_office(connection, visitor.actor.office_id)
    offices = list_offices(connection) if visitor.trusted else []
    return offices[0] if len(offices) == 1 else None


def own_days_off(house: House, visitor: Visitor) -> OfficeTable | None:
    """The days off that this office has entered."""
    with reading(house.engine) as connection:
        office = own_office(visitor, connection)
        return None if office is None else office_table(connection, office)


def path_word(value: str) -> str:
    """A slug or an id out of a path; what cannot be one names nothing, and is not asked of the database."""
    if value.isprintable() and len(value) <= 200:
        return value
    raise Problem("not-found", both("There is nothing named “%(name)s” here.", name=shown(value)))
