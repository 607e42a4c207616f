"""Make an empty plan, and change the facts of one: title, days, weeks, whether it is public, its outlets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from rules.schedule import WeekConvention
from scheduler.accounts.offices import get_office
from scheduler.accounts.rights import Right, require
from scheduler.desk.desk import Desk, open_plan
from scheduler.desk.documents import PlanDone, checked_facts, slug_taken
from scheduler.desk.editing import editable, put
from scheduler.desk.texts import text
from scheduler.errors import Invalid
from scheduler.planning.plan_file.channel_names import asked, likely_meant
from scheduler.planning.plan_file.entries import GroupEntry, OutletEntry, PlanDocument
from scheduler.store.plans.read_model import find_plan

# As the doors name them -> as a document does.
FACTS = {
    "title": "title",
    "number": "number",
    "signed": "signed",
    "first_day": "first",
    "last_day": "last",
    "timezone": "timezone",
    "weeks": "weeks",
    "language": "language",
    "public": "public",
    "framable": "framable",
    "conflicts": "conflicts",
    "total": "total",
    "groups": "groups",
    "outlets": "outlets",
}
NEEDED = frozenset(
    (
        "title",
        "first",
        "last",
        "timezone",
        "weeks",
        "language",
        "public",
        "framable",
        "conflicts",
        "groups",
        "outlets",
    )
)
# A plan file's keys -> the names above.
_NAMES = {"from": "first_day", "until": "last_day", "year": "first_day", "slug": "slug"} | {
    each: each for each in FACTS
}


def create_plan(
    desk: Desk,
    slug: str,
    title: str,
    *,
    first_day: date,
    last_day: date,
    office: str | None = None,
    facts: Mapping[str, Any] | None = None,
    dry_run: bool = False,
) -> PlanDone:
    """Make a plan without items, of the actor's office (`office` names it where the actor has none).

    `facts` has the names of FACTS. Raises SignInNeeded, Forbidden, Invalid; Conflict for a slug in use.
    """
    actor = require(desk.actor, Right.PLAN)
    if actor.office_id is not None:
        office = get_office(desk.connection, actor.office_id)
    slug = text("slug", slug, 80, lines=False) or ""
    if find_plan(desk.connection, slug) is not None:
        raise slug_taken(slug)
    empty = PlanDocument(
        slug=slug,
        title="",
        first=first_day,
        last=last_day,
        timezone="Asia/Ho_Chi_Minh",
        items=(),
        office=text("office", office, 200, lines=False) or "",
    )
    given = {"title": title, "first_day": first_day, "last_day": last_day} | dict(facts or {})
    document = _changed(empty, given)
    return put(desk, document, "create", names=_NAMES, dry_run=dry_run, more={"title": document.title})


def change_plan(
    desk: Desk,
    slug: str,
    facts: Mapping[str, Any],
    *,
    include_past: bool = False,
    dry_run: bool = False,
    if_revision: int | None = None,
) -> PlanDone:
    """Change facts of a plan, with the names of FACTS; outlets are added or gain channels, none goes.

    Other days, weeks or another language are other dates: `dry_run` gives the diff first. Raises as every
    deed; `if_revision` is the plan's.
    """
    plan = open_plan(desk, slug, Right.PLAN, if_revision=if_revision)
    document = _changed(editable(desk, plan), facts)
    more = {"outlets": [one.name for one in document.outlets]} if "outlets" in facts else None
    return put(desk, document, "change", names=_NAMES, include_past=include_past, dry_run=dry_run, more=more)


def _changed(document: PlanDocument, facts: Mapping[str, Any]) -> PlanDocument:
    values = checked_facts(facts, FACTS)
    missing = sorted(name for name in NEEDED if name in values and values[name] is None)
    if missing:
        name = next(given for given, own in FACTS.items() if own == missing[0])
        raise Invalid("value-missing", f"“{name}” needs a value.", f"“{name}” phải có giá trị.", where=name)
    if "weeks" in values:
        values["weeks"] = week_convention(values["weeks"])
    if values.get("language", "vi") not in ("vi", "en"):
        raise Invalid("bad-language", "Choose vi or en.", "Hãy chọn vi hoặc en.", where="language")
    if "groups" in values:
        values["groups"] = tuple(_group(one) for one in values["groups"])
    if "outlets" in values:
        values["outlets"] = _outlets(document, values["outlets"])
    return replace(document, **values)


def week_convention(given: Any) -> WeekConvention:
    """The convention of that name; raises Invalid."""
    try:
        return WeekConvention(given)
    except ValueError:
        known = ", ".join(WeekConvention)
        raise Invalid(
            "bad-weeks",
            f"“weeks” is one of {known}.",
            f"“weeks” là một trong: {known}.",
            where="weeks",
        ) from None


def _group(one: Mapping[str, Any]) -> GroupEntry:
    number, title = (_line("groups", one.get(name)) for name in ("number", "title"))
    return GroupEntry(number, title, one.get("subtotal"))


def _line(where: str, given: Any) -> str:
    return text(where, str(given or ""), 500, lines=False) or ""


def _outlets(document: PlanDocument, given: Any) -> tuple[OutletEntry, ...]:
    """Those of the document, and the given ones; channels of one that is here already are added to it."""
    found = {one.name: one for one in document.outlets}
    for one in given:
        name = _line("outlets", one.get("name"))
        codes = [_line("outlets", code) for code in one.get("channels") or ()]
        before = found[name].channels if name in found else ()
        _ask_about_twins(name, codes, before)
        found[name] = OutletEntry(name, tuple(dict.fromkeys((*before, *codes))))
    return tuple(found.values())


def _ask_about_twins(outlet: str, codes: Sequence[str], before: Sequence[str]) -> None:
    meant = {code: likely_meant(code, before) for code in codes}
    doubts = [asked(outlet, code, one) for code, one in meant.items() if one is not None and one not in codes]
    if doubts:
        raise Invalid.of(doubts)
