"""Who changed what: the office's log, newest first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from api.dependencies import TheHouse
from api.forms import whole_number
from api.frame import LANGUAGE_NAMES
from api.identity import TheVisitor
from api.pages.notices import find_notice
from api.rendering import CONVENTIONS, DAY_KINDS, GRADES, SHIFTS, STATES, local_time, page_language, render
from scheduler.accounts.audit import Entry
from scheduler.accounts.rights import COMMAND_LINE, OUTLET, READER, THIS_COMPUTER, ZONE_DATA, Right
from scheduler.desk.acts import FOLLOWED, Act, as_acts
from scheduler.desk.history import office_history
from scheduler.desk.undoing import can_undo
from scheduler.locale import Language, mark, say
from scheduler.locale.dates import moment_text
from scheduler.store.database.engine import reading
from scheduler.store.occurrences.read_model import Occurrence, occurrences_by_id

router = APIRouter()
PAGE = 50
NO_PERSONS = {
    COMMAND_LINE: mark("command line"),
    THIS_COMPUTER: mark("this computer"),
    READER: mark("the reader, by a link in a mail"),
    OUTLET: mark("the outlet, by its link"),
    ZONE_DATA: mark("new zone data"),
}
YES, NO = mark("yes"), mark("no")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d)?", re.ASCII)
# The facts that are days or wall times. Any other is a person's text, whatever it looks like.
MOMENTS = frozenset(
    {"day", "days_off", "end", "first_day", "last_day", "signed", "start", "valid_from", "valid_until"}
)
ACTIONS = {
    "accept": mark("accepted the invitation"),
    "add": mark("added"),
    "allow": mark("let be written to again"),
    "cancel": mark("cancelled"),
    "change": mark("changed"),
    "create": mark("made"),
    "decide": mark("decided"),
    "decline": mark("declined the invitation"),
    "deliver": mark("confirmed"),
    "derive": mark("derived the instants again"),
    "discard": mark("discarded"),
    "evidence": mark("added evidence"),
    "follow": mark("followed its premiere"),
    "give": mark("gave proof, which waits"),
    "give-back": mark("counted again"),
    "link": mark("made a sign-in link"),
    "load": mark("loaded"),
    "miss": mark("marked as missed"),
    "move": mark("moved"),
    "note": mark("noted"),
    "piece": mark("recorded a piece"),
    "refresh": mark("brought in line"),
    "remove": mark("removed"),
    "restore": mark("restored"),
    "retime": mark("retimed"),
    "revoke": mark("revoked"),
    "suppress": mark("never to be written to"),
    "take-back": mark("taken back"),
    "turn-down": mark("declined what the outlet gave"),
    "undo": mark("undone"),
    "withdraw": mark("withdrawn"),
}
FIELDS = {
    "active": mark("may sign in"),
    "arrived": mark("arrived"),
    "budget": mark("Budget"),
    "channel": mark("Channel"),
    "cooperating": mark("Together with"),
    "conflicts": mark("Two at once on a channel"),
    "count": mark("How many"),
    "country": mark("Country"),
    "cut_offs": mark("Figures closed on"),
    "dates": mark("Dates"),
    "day": mark("Day"),
    "days_off": mark("Days off"),
    "end": mark("End"),
    "evidence": mark("Evidence"),
    "first_day": mark("First day"),
    "framable": mark("May be shown in a frame"),
    "group_number": mark("Heading"),
    "groups": mark("Headings"),
    "invited": mark("invited, has not accepted"),
    "keys": mark("tokens and calendar addresses"),
    "kind": mark("Kind"),
    "language": mark("Language"),
    "last_day": mark("Last day"),
    "makes_good": mark("Makes good"),
    "minutes": mark("Minutes"),
    "name": mark("Name"),
    "note": mark("Note"),
    "number": mark("Number"),
    "office": mark("Office"),
    "outlet": mark("Outlet"),
    "outlets": mark("Outlets"),
    "phrase": mark("Phrase"),
    "piece": mark("Piece"),
    "product": mark("Product"),
    "public": mark("Public"),
    "reading": mark("Read as"),
    "responsible": mark("Responsible"),
    "role": mark("Role"),
    "shift": mark("What falls on a day off"),
    "signed": mark("Signed on"),
    "start": mark("Start"),
    "state": mark("State"),
    "target": mark("Target"),
    "time": mark("Time"),
    "timezone": mark("Time zone"),
    "title": mark("Title"),
    "total": mark("Total in đồng, as printed"),
    "unit": mark("Unit"),
    "valid_from": mark("Valid from"),
    "valid_until": mark("Valid until"),
    "weeks": mark("Weeks of the month"),
    "zone_data": mark("Zone data"),
}
# What the log needs and no person reads: the number of a piece, the digest of a file.
UNTOLD = frozenset({"file", "piece"})
EVIDENCE = {"aired": mark("aired"), "published": mark("published")}
TRUTH = {"true": YES, "false": NO}
# What is stored as a word and read as another.
VALUES: Mapping[str, Mapping[str, str]] = {
    "conflicts": GRADES,
    "framable": TRUTH,
    "kind": DAY_KINDS,
    "language": {str(one): name for one, name in LANGUAGE_NAMES.items()},
    "public": TRUTH,
    "shift": SHIFTS,
    "state": STATES,
    "weeks": CONVENTIONS,
}
SUBJECTS = {
    "inbox": mark("proof inbox"),
    "day-off": mark("day off"),
    "feed": mark("calendar address"),
    "item": mark("item"),
    "occurrence": mark("date"),
    "office": mark("office"),
    "person": mark("account"),
    "plan": mark("plan"),
    "reminder": mark("reminder"),
    "subscriber": mark("subscriber"),
    "token": mark("token"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One deed as a person reads it. `at` is wall time of the page's zone."""

    entry: Entry
    at: datetime
    action: str
    subject: str
    about: Occurrence | None
    changes: list[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act as a person reads it: its lines, the first of which says what was asked for."""

    act: str | None
    lines: list[Line]
    can_undo: bool

    @property
    def first(self) -> Line:
        """What was asked for."""
        return next((one for one in self.lines if one.entry.action != FOLLOWED), self.lines[0])

    @property
    def restored_at(self) -> str | None:
        """Where an item is given its facts before the act, once looked at; None of other acts."""
        found = [
            one.entry
            for one in self.lines
            if (one.entry.subject_kind, one.entry.action) == ("item", "change")
        ]
        if len(found) != 1 or not found[0].before or not found[0].plan:
            return None
        return f"/plans/{quote(found[0].plan)}/items/{quote(found[0].subject)}?restore={found[0].id}"

    @property
    def count(self) -> int:
        """How many were asked for."""
        return sum(one.entry.action != FOLLOWED for one in self.lines)


@router.get("/history")
def show_history(
    request: Request,
    house: TheHouse,
    visitor: TheVisitor,
    plan: str = "",
    before: str = "",
) -> HTMLResponse:
    """A page of the log."""
    actor = visitor.require(Right.SEE)
    language = page_language(request)
    before_id = whole_number(before)
    with reading(house.engine) as connection:
        found, following = office_history(
            connection, actor, plan=plan or None, before_id=before_id, limit=PAGE
        )
        about = occurrences_by_id(connection, {e.subject for e in found if e.subject_kind == "occurrence"})
        acts = [
            act_line(act, language, about, can_undo=can_undo(connection, actor, act))
            for act in as_acts(found)
        ]
        notice = find_notice(request, connection, actor, house.machine_time())
    return render(
        request,
        "history.html",
        language,
        acts=acts,
        following=following,
        plan=plan[:200],
        notice=notice,
        may_plan=actor.may(Right.PLAN),
    )


def act_line(act: Act, language: Language, about: Mapping[str, Occurrence], *, can_undo: bool) -> ActLine:
    """An act in the reader's language."""
    lines = [line(entry, language, about.get(entry.subject)) for entry in act.entries]
    return ActLine(act.id, lines, can_undo)


def line(entry: Entry, language: Language, about: Occurrence | None) -> Line:
    """A deed in the reader's language."""
    return Line(
        replace(entry, who=_who(entry, language)),
        local_time(entry.at),
        say(language, ACTIONS[entry.action]) if entry.action in ACTIONS else entry.action,
        say(language, SUBJECTS[entry.subject_kind]) if entry.subject_kind in SUBJECTS else entry.subject_kind,
        about,
        list(_changes(entry.before or {}, entry.after or {}, language)),
    )


def _who(entry: Entry, language: Language) -> str:
    """Whom the log names; of who is no person in the reader's language."""
    if entry.person_id is not None:
        return entry.who
    for name, words in NO_PERSONS.items():
        if entry.who.startswith(name):
            return say(language, words) + entry.who.removeprefix(name)
    return entry.who


def _changes(
    before: Mapping[str, Any], after: Mapping[str, Any], language: Language
) -> list[tuple[str, str, str]]:
    """What differs, as (name, before, after) in the reader's language."""
    names = dict.fromkeys((*before, *after))
    return [
        (
            field_name(name, language),
            value_text(name, before.get(name), language),
            value_text(name, after.get(name), language),
        )
        for name in names
        if before.get(name) != after.get(name) and name not in UNTOLD
    ]


def field_name(name: str, language: Language) -> str:
    """What a fact is called."""
    return say(language, FIELDS[name]) if name in FIELDS else name


def value_text(name: str, value: Any, language: Language) -> str:
    """A fact's value as a person reads it."""
    match value:
        case None | [] | "":
            return "–"
        case bool():
            return say(language, YES if value else NO)
        case list():
            return ", ".join(value_text(name, one, language) for one in value)
        case dict():
            told = (str(one) for key, one in value.items() if one is not None and key not in UNTOLD)
            return ", ".join(say(language, EVIDENCE[one]) if one in EVIDENCE else one for one in told)
        case str() if value in VALUES.get(name, {}):
            return say(language, VALUES[name][value])
        case str() if name in MOMENTS and _MOMENT.fullmatch(value):
            return _moment(value, language)
    return str(value)


def _moment(text: str, language: Language) -> str:
    """A day or a wall time as people there write it; one that no calendar has as it is."""
    try:
        moment = datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)
    except ValueError:
        return text
    return moment_text(moment, language)
