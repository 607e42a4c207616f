"""Which days the calendar marks as days off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Connection

from rules.schedule import NO_DAYS_OFF, DaysOff
from scheduler.planning.office_calendar.days_off import days_off_between
from scheduler.store.plans.days_off import list_days_off
from scheduler.store.plans.read_model import Plan


def days_off_for(
    connection: Connection, plans: Sequence[Plan], slug: str | None, first: date, last: date
) -> DaysOff:
    """The days off from `first` to `last`, both inclusive, as the plan counts them that is looked at.

    `plans` are those that may be seen. Without one of that slug the first, which is the latest, decides.
    """
    plan = next((one for one in plans if one.slug == slug), plans[0] if plans else None)
    if plan is None:
        return NO_DAYS_OFF
    return days_off_between(plan.country, first, last, list_days_off(connection, plan.office), plan.days_off)
