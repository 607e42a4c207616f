"""The desk: what waits for whoever is signed in, each with the way to the place that mends it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse

from api.dependencies import House
from api.frame import link
from api.pages.history import ActLine, act_line
from api.pages.notices import find_notice
from api.rendering import page_language, render
from scheduler.accounts.rights import Actor, Right
from scheduler.desk.overview import Overview, overview
from scheduler.desk.undoing import can_undo
from scheduler.locale import Language
from scheduler.locale.dates import zone_text
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.waiting import DueMail


def show_desk(request: Request, house: House, actor: Actor) -> HTMLResponse:
    """The home page of somebody in their office."""
    language = page_language(request)
    with reading(house.engine) as connection:
        seen = overview(connection, actor, house.clock, house.settings.default_minutes)
        undoable = {act.id: can_undo(connection, actor, act) for act in seen.acts}
        notice = find_notice(request, connection, actor, house.machine_time())
    now = house.clock.now()
    values: dict[str, Any] = {
        "seen": seen,
        "today": seen.now.date(),
        "zone": zone_text(seen.zone, now.astimezone(ZoneInfo(seen.zone))),
        "days": _by_day(seen.week),
        "own": sorted(actor.outlets or ()) if actor.role == "editor" else [],
        "all_late": link(request, language, _late_address(seen)),
        "notice": notice,
        "default_minutes": house.settings.default_minutes,
        "mails": [_mail(seen, each) for each in seen.mails],
        "may_work": replace(actor, outlets=None).may(Right.WORK),
        "may_plan": actor.may(Right.PLAN),
        "may_tell": actor.may(Right.TELL),
        "begun": {one.id for one in seen.week if one.starts_at <= now and one.state == "planned"},
        "late_ids": {one.id for one in (*seen.week, *seen.closing) if one.is_overdue(now)},
        "acts": _acts(seen, language, undoable),
        "ticked": request.query_params.get("tick") == "all",
        "several": len(seen.plans) > 1,
    }
    return render(request, "desk.html", language, **values)


@dataclass(frozen=True, slots=True)
class Mail:
    """Mails about one date: how many, when the first goes (wall time), and the date, if they have one."""

    at: datetime
    count: int
    about: Occurrence | None


def _mail(seen: Overview, due: DueMail) -> Mail:
    local = due.due_at.astimezone(ZoneInfo(seen.zone)).replace(tzinfo=None)
    return Mail(local, due.mails, seen.about.get(due.subject))


def _late_address(seen: Overview) -> str:
    """The list of all that is late, from the first day of the oldest plan."""
    first = min((plan.first_day for plan in seen.plans), default=seen.now.date())
    return f"/calendar/list/{first.isoformat()}?state=overdue"


def _by_day(found: tuple[Occurrence, ...]) -> list[tuple[date, list[Occurrence]]]:
    return [(day, list(group)) for day, group in groupby(found, key=_day)]


def _day(one: Occurrence) -> date:
    return one.start.date() if isinstance(one.start, datetime) else one.start


def _acts(seen: Overview, language: Language, undoable: dict[str | None, bool]) -> list[ActLine]:
    return [act_line(act, language, seen.about, can_undo=undoable[act.id]) for act in seen.acts]
