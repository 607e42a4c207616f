"""The proof inbox: an outlet without an account gives proofs by a link, and a person of the office decides.

A link opens what one outlet owes in a plan within some days, and nothing else. What comes by it only waits:
it is booked when somebody of the office accepts it, as if they had recorded it themselves.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from sqlalchemy import Connection

from scheduler.accounts.audit import record
from scheduler.accounts.rights import OUTLET, Actor, Right, require
from scheduler.desk.delivery import add_evidence, deliver, giver, has_begun
from scheduler.desk.desk import Desk, open_occurrence, open_plan, require_office
from scheduler.desk.files import KeptFile, keep_given
from scheduler.desk.proofs import EvidenceKind, Proof, proof_facts, proof_row
from scheduler.desk.scope import local_now
from scheduler.desk.texts import needed, sane_days, text
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.machine_time import MachineTime
from scheduler.store import inbox as store
from scheduler.store.inbox import InboxLink, Proposal
from scheduler.store.occurrences.read_model import Occurrence, OccurrenceFilter, all_occurrences
from scheduler.store.plans.read_model import Plan, find_plan, plan_items

DAYS, MOST_DAYS = 14, 90  # that a link works
MOST_WAITING = 3  # for one occurrence, so that nobody fills the database by a link
LONGEST_GIVEN = 2_000
TOLD = ("link", "issue", "page", "note", "file", "file_name")  # of what was given, by the log


@dataclass(frozen=True, slots=True)
class Given:
    """What an outlet gives for an occurrence; at least one of link, issue, page, note and file.

    day    on which it really was, where that is not the day of the plan
    file   its name and its bytes
    """

    occurrence: str
    day: date | None = None
    link: str | None = None
    issue: str | None = None
    page: str | None = None
    note: str | None = None
    file: tuple[str, bytes] | None = None


# --- of the office -----------------------------------------------------------------------------


def make_link(
    desk: Desk, slug: str, outlet: str, first: date, last: date, days: int = DAYS
) -> tuple[InboxLink, str]:
    """Make a link for an outlet of a plan, with its token, which can never be had again."""
    plan = open_plan(desk, slug, Right.WORK)
    actor = require(desk.actor, Right.WORK, outlet)
    sane_days(first=first, last=last)
    if last < first:
        raise _invalid("last", "The last day lies before the first.", "Ngày cuối đứng trước ngày đầu.")
    if not 1 <= days <= MOST_DAYS:
        raise _invalid(
            "days",
            f"A link works for 1 to {MOST_DAYS} days.",
            f"Liên kết có hiệu lực từ 1 đến {MOST_DAYS} ngày.",
        )
    if outlet not in outlets_of(desk.connection, plan):
        raise _invalid(
            "outlet",
            f"The plan has nothing of an outlet {outlet[:60]!r}.",
            f"Kế hoạch không có mục nào của đơn vị {outlet[:60]!r}.",
        )
    at = desk.machine_time()
    facts = {
        "plan_id": plan.id,
        "outlet": outlet,
        "first_day": first,
        "last_day": last,
        "person_id": actor.person_id,
        "who": actor.who,
        "created_at": at,
        "expires_at": at + timedelta(days=days),
    }
    link_id, token = store.add_link(desk.connection, facts)
    said = {"outlet": outlet, "first_day": first.isoformat(), "last_day": last.isoformat()}
    desk.note("add", "inbox", link_id, plan, after=said)
    return _there(desk, link_id), token


def revoke_link(desk: Desk, slug: str, link_id: str) -> InboxLink:
    """End a link; what came by it stays."""
    plan = open_plan(desk, slug, Right.WORK)
    found = store.get_link(desk.connection, link_id)
    if found is None or found.plan != plan.slug:
        raise NotFound(
            "link-not-found",
            f"There is no link {link_id[:60]!r}.",
            f"Không có liên kết nào mang mã {link_id[:60]!r}.",
            where="id",
        )
    require(desk.actor, Right.WORK, found.outlet)
    if found.revoked_at is None:
        store.revoke_link(desk.connection, link_id, desk.machine_time())
        desk.note("revoke", "inbox", link_id, plan, before={"outlet": found.outlet})
    return _there(desk, link_id)


def inbox_of(
    connection: Connection, actor: Actor | None, plan: Plan
) -> tuple[list[InboxLink], list[Proposal]]:
    """The links of a plan and what waits there, of the outlets that the actor works for."""
    who = require(actor, Right.SEE)
    require_office(who, plan)
    require(replace(who, outlets=None), Right.WORK)
    links = [one for one in store.links_of_plan(connection, plan.id) if who.may(Right.WORK, one.outlet)]
    waiting = store.waiting_of_plan(connection, plan.id)
    return links, [one for one in waiting if who.may(Right.WORK, one.outlet)]


def outlets_of(connection: Connection, plan: Plan) -> list[str]:
    """The outlets that the plan has items of, by name."""
    return sorted({item.outlet for item in plan_items(connection, plan.slug) if item.outlet})


def accept(desk: Desk, proposal_id: int) -> Proposal:
    """Book what waits: the occurrence is delivered by it, or has one proof more.

    Raises Conflict where somebody has decided already, and as those deeds do.
    """
    found, one = _open(desk, proposal_id)
    _decide(desk, found, "accepted", None)
    note = found.outlet if found.note is None else f"{found.outlet}: {found.note}"
    kept = None if found.file is None else KeptFile(found.file, found.file_name or "")
    proof = Proof(
        _kind(one), day=found.day, link=found.link, issue=found.issue, page=found.page, note=note, file=kept
    )
    if one.state == "delivered":
        add_evidence(desk, one.id, proof)
    else:
        deliver(desk, one.id, proof)
    return _again(desk, proposal_id)


def decline(desk: Desk, proposal_id: int, reason: str) -> Proposal:
    """Do not book what waits; the outlet reads the reason on its page."""
    found, one = _open(desk, proposal_id)
    why = needed("reason", reason)
    _decide(desk, found, "declined", why)
    _, plan = open_occurrence(desk, one.id)
    desk.note("turn-down", "occurrence", one.id, plan, after={"outlet": found.outlet}, note=why)
    return _again(desk, proposal_id)


def no_proposal(proposal_id: object) -> NotFound:
    """The refusal of an id that names nothing, or nothing of theirs."""
    return NotFound(
        "proposal-not-found",
        f"There is nothing in the inbox under {str(proposal_id)[:40]!r}.",
        f"Hộp minh chứng không có gì mang mã {str(proposal_id)[:40]!r}.",
        where="id",
    )


# --- of the outlet -----------------------------------------------------------------------------


def open_link(connection: Connection, token: str, machine_time: MachineTime) -> InboxLink:
    """The link of a token that works. Raises NotFound, one and the same for every other."""
    found = store.link_of_token(connection, token)
    if found is None or not found.works(machine_time()):
        raise NotFound(
            "dead-link",
            "This link is not valid, or no longer. Ask the office for another.",
            "Liên kết này không đúng hoặc đã hết hiệu lực. Hãy đề nghị cơ quan gửi liên kết khác.",
        )
    return found


def due_list(connection: Connection, link: InboxLink) -> list[Occurrence]:
    """What the outlet owes within the days of the link, by day; nothing that the plan has dropped."""
    wanted = OccurrenceFilter(link.first_day, link.last_day, link.plan, outlet=link.outlet)
    owed = [
        one
        for one in all_occurrences(connection, wanted)
        if one.kind != "replay" and not one.orphaned and link.first_day <= due_day(one) <= link.last_day
    ]
    return sorted(owed, key=lambda one: (due_day(one), one.starts_at, one.id))


def due_day(one: Occurrence) -> date:
    """The day by which it is owed: of a window the last."""
    due = one.end if one.kind == "window" and one.end is not None else one.start
    return due.date() if isinstance(due, datetime) else due


def give(desk: Desk, token: str, given: Given) -> Proposal:
    """Let what an outlet gives wait for a person of the office. Raises NotFound, Conflict, Invalid."""
    link = open_link(desk.connection, token, desk.machine_time)
    plan = find_plan(desk.connection, link.plan, lock=True)
    one = next((each for each in due_list(desk.connection, link) if each.id == given.occurrence), None)
    if one is None or plan is None:
        raise _invalid("occurrence", "Choose one of the list.", "Hãy chọn một mục trong danh sách.")
    _require_takes(desk, one, given)
    facts = _facts(desk, one, given)
    made = store.add_proposal(
        desk.connection,
        facts | {"link_id": link.id, "occurrence_id": one.id, "created_at": desk.machine_time()},
    )
    who = f"{OUTLET} ({link.outlet})"
    by = Actor(who, "viewer", "page", office_id=plan.office_id, scope="read")
    record(
        desk.connection,
        by,
        "give",
        "occurrence",
        one.id,
        machine_time=desk.machine_time,
        plan=plan.slug,
        after={"evidence": [{name: value for name, value in facts.items() if name in TOLD}]},
        act=desk.act,
    )
    return _again(desk, made)


def _require_takes(desk: Desk, one: Occurrence, given: Given) -> None:
    """Raise Conflict where nothing can be given for an occurrence now."""
    if one.state == "cancelled" or not (given.day or has_begun(desk, one)):
        raise Conflict(
            "takes-nothing",
            "Nothing can be given for it now: its time has not come, or it was cancelled."
            " If it happened earlier, give the day.",
            "Chưa thể gửi minh chứng cho mục này: chưa đến hạn hoặc đã hủy."
            " Nếu đã thực hiện sớm, hãy cho ngày thực tế.",
            where=one.id,
        )
    if store.count_waiting(desk.connection, one.id) >= MOST_WAITING:
        raise Conflict(
            "inbox-full",
            f"{MOST_WAITING} wait for the office already; it will look at them first.",
            f"Đã có {MOST_WAITING} minh chứng chờ cơ quan xem; hãy đợi cơ quan xử lý.",
            where=one.id,
        )


def _facts(desk: Desk, one: Occurrence, given: Given) -> dict[str, object]:
    """The columns of what is given, checked as every proof is."""
    note = text("note", given.note, LONGEST_GIVEN)
    file = None if given.file is None else keep_given(desk, *given.file)
    proof = Proof(
        _kind(one), day=given.day, link=given.link, issue=given.issue, page=given.page, note=note, file=file
    )
    [said] = proof_facts([proof], local_now(desk, one.timezone))
    facts = {name: value for name, value in proof_row(said).items() if name not in ("kind", "time")}
    if not any(value for name, value in facts.items() if name != "day"):
        raise _invalid(
            "given",
            "Give a link, issue and page, a note, or a file.",
            "Hãy cho liên kết, số báo và trang, ghi chú hoặc tệp.",
        )
    return facts


def _kind(one: Occurrence) -> EvidenceKind:
    """What is planned for a time of day is aired, all else published."""
    return "aired" if isinstance(one.start, datetime) else "published"


def _open(desk: Desk, proposal_id: int) -> tuple[Proposal, Occurrence]:
    """What waits with its occurrence, whose plan is held until the commit, for somebody who may."""
    actor = require(desk.actor, Right.SEE)
    found = store.get_proposal(desk.connection, proposal_id)
    plan = None if found is None else find_plan(desk.connection, found.plan, lock=True)
    if found is None or plan is None or not (plan.public or actor.sees(plan.office_id)):
        raise no_proposal(proposal_id)
    one, _ = open_occurrence(desk, found.occurrence_id)
    return found, one


def _decide(desk: Desk, found: Proposal, state: str, why: str | None) -> None:
    by = giver(desk)
    if not store.decide(desk.connection, found.id, state, by.at, by.who, why):
        raise Conflict(
            "proposal-decided",
            "Somebody has decided about it already.",
            "Đã có người xử lý minh chứng này.",
            where=str(found.id),
        )


def _again(desk: Desk, proposal_id: int) -> Proposal:
    found = store.get_proposal(desk.connection, proposal_id)
    assert found is not None  # noqa: S101 - it has just been written
    return found


def _there(desk: Desk, link_id: str) -> InboxLink:
    found = store.get_link(desk.connection, link_id)
    assert found is not None  # noqa: S101 - it has just been written
    return found


def _invalid(where: str, en: str, vi: str) -> Invalid:
    return Invalid(f"bad-{where}", en, vi, where=where)
