"""Say that an occurrence was aired or published, with evidence; say that it was missed; take both back.

Each deed raises SignInNeeded, NotFound, Forbidden, Conflict and Invalid, and writes a line of the audit log.
A piece of evidence is never changed or removed: it stays when the delivery is taken back.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal, TypeAlias
from urllib.parse import urlsplit

from scheduler.desk.deeds import Done, Watch, write_down
from scheduler.desk.desk import Desk, open_occurrence
from scheduler.desk.scope import local_now
from scheduler.desk.texts import needed, sane_days, text
from scheduler.errors import Conflict, Invalid
from scheduler.planning import delivering
from scheduler.planning.placing import day_of, is_past
from scheduler.store import evidence as store
from scheduler.store.evidence import Evidence
from scheduler.store.occurrences import Occurrence, get_occurrence

EvidenceKind: TypeAlias = Literal["aired", "published"]
KINDS: tuple[EvidenceKind, ...] = ("aired", "published")
LONGEST_LINK, LONGEST_WORD, LONGEST_LOG = 2_000, 200, 2_000
MOST_PIECES = 20  # in one deed
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence as a person gives it; every part but the kind may be left out.

    day, time   when it was really aired or published, wall time of the plan
    link        an address, http or https
    issue, page of a newspaper
    log         the entry of the station's log
    """

    kind: EvidenceKind
    day: date | None = None
    time: time | None = None
    link: str | None = None
    issue: str | None = None
    page: str | None = None
    log: str | None = None
    note: str | None = None


def deliver(desk: Desk, occurrence_id: str, *proofs: Proof, if_revision: int | None = None) -> Done:
    """Say that it was aired or published, with one or more pieces of evidence.

    What has not begun by plan time takes a piece with the day on which it really was, such as an article that
    came out early; a day of the future is refused.
    """
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    facts = _facts(desk, one, proofs)
    if not _has_begun(desk, one) and not any(proof.day for proof in proofs):
        raise Conflict(
            "not-yet",
            "Its time has not come. If it happened earlier, give the day on which it really was.",
            "Chưa đến giờ phát hoặc đăng. Nếu đã thực hiện sớm, hãy cho ngày thực tế.",
            where=occurrence_id,
        )
    watch = Watch(desk.connection, [one.id])
    delivering.deliver(desk.connection, one.id, machine_time=desk.machine_time)
    _store(desk, one, facts)
    changes = watch.changes()
    write_down(desk, "deliver", plan, changes, [one.id], more={"evidence": facts})
    return Done(get_occurrence(desk.connection, one.id), changes)


def add_evidence(
    desk: Desk, occurrence_id: str, *proofs: Proof, if_revision: int | None = None
) -> list[Evidence]:
    """Add evidence to what has been delivered; gives the new pieces. Raises Conflict where it has not."""
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    facts = _facts(desk, one, proofs)
    if one.state != "delivered":
        raise Conflict(
            "not-delivered",
            "It has not been delivered; deliver it with this evidence instead.",
            "Lần này chưa được xác nhận thực hiện; hãy xác nhận kèm minh chứng này.",
            where=occurrence_id,
        )
    found = _store(desk, one, facts)
    desk.note("evidence", "occurrence", one.id, plan, after={"evidence": facts})
    return found


def take_back_delivery(
    desk: Desk, occurrence_id: str, reason: str, *, if_revision: int | None = None
) -> Done:
    """Plan it again although it was said to be delivered; the evidence stays. `reason` is needed."""
    return _turn(
        desk,
        "take-back",
        occurrence_id,
        delivering.take_back,
        "delivered",
        needed("reason", reason),
        if_revision,
    )


def miss(
    desk: Desk, occurrence_id: str, *, reason: str | None = None, if_revision: int | None = None
) -> Done:
    """Say that it did not happen. Raises Conflict as long as it still may."""
    return _turn(desk, "miss", occurrence_id, delivering.miss, None, text("reason", reason), if_revision)


def take_back_missed(
    desk: Desk, occurrence_id: str, *, reason: str | None = None, if_revision: int | None = None
) -> Done:
    """Plan it again although it was said to be missed."""
    return _turn(
        desk, "take-back", occurrence_id, delivering.take_back, "missed", text("reason", reason), if_revision
    )


def proof_object(one: Evidence) -> dict[str, Any]:
    """A stored piece of evidence as JSON; who gave it as they were called then."""
    return {
        "id": str(one.id),
        "kind": one.kind,
        "day": one.day.isoformat() if one.day else None,
        "time": f"{one.time:%H:%M}" if one.time else None,
        **{name: getattr(one, name) for name in ("link", "issue", "page", "log", "note", "who")},
        "created_at": f"{one.created_at.isoformat()[:19]}Z",
    }


def _turn(
    desk: Desk,
    action: str,
    occurrence_id: str,
    turn: Callable[..., Occurrence],
    must_be: str | None,
    why: str | None,
    if_revision: int | None,
) -> Done:
    one, plan = open_occurrence(desk, occurrence_id, if_revision=if_revision)
    if must_be is not None and one.state != must_be:
        raise Conflict(
            f"not-{must_be}",
            f"It is not {must_be} but {one.state}, so there is nothing to take back.",
            "Trạng thái hiện nay không phải như vậy nên không có gì để rút lại.",
            where=occurrence_id,
        )
    if (
        action == "miss"
        and one.state == "planned"
        and not is_past(one.start, one.end, local_now(desk, one.timezone))
    ):
        raise Conflict(
            "not-yet",
            "Its time is not over, so it may still happen.",
            "Chưa hết thời hạn nên vẫn có thể thực hiện.",
            where=occurrence_id,
        )
    watch = Watch(desk.connection, [one.id])
    after = turn(desk.connection, one.id, machine_time=desk.machine_time)
    changes = watch.changes()
    write_down(desk, action, plan, changes, [one.id], note=why)
    return Done(after, changes)


def _has_begun(desk: Desk, one: Occurrence) -> bool:
    now = local_now(desk, one.timezone)
    if isinstance(one.start, datetime):
        return one.start <= now
    return one.start <= now.date()


def _store(desk: Desk, one: Occurrence, facts: list[dict[str, Any]]) -> list[Evidence]:
    actor = desk.actor
    assert actor is not None  # noqa: S101 - what was opened has an actor
    at = desk.machine_time()
    found = []
    for each in facts:
        row = each | {
            "day": None if each.get("day") is None else date.fromisoformat(each["day"]),
            "time": None if each.get("time") is None else time.fromisoformat(each["time"]),
        }
        found.append(
            store.add_evidence(desk.connection, one.id, row, person_id=actor.person_id, who=actor.who, at=at)
        )
    return found


def _facts(desk: Desk, one: Occurrence, proofs: tuple[Proof, ...]) -> list[dict[str, Any]]:
    """The pieces as JSON without what is missing. Raises Invalid for what cannot be."""
    if not 1 <= len(proofs) <= MOST_PIECES:
        raise _invalid(
            "evidence",
            f"Give 1 to {MOST_PIECES} pieces of evidence; at least whether it was aired or published.",
            f"Hãy cho từ một đến {MOST_PIECES} minh chứng; ít nhất là đã phát sóng hay đã đăng.",
        )
    now = local_now(desk, one.timezone)
    return [_piece(proof, now) for proof in proofs]


def _piece(proof: Proof, now: datetime) -> dict[str, Any]:
    if proof.kind not in KINDS:
        raise _invalid(
            "kind",
            f"{proof.kind!r} is no kind of evidence; choose {' or '.join(KINDS)}.",
            f"{proof.kind!r} không phải loại minh chứng; hãy chọn {' hoặc '.join(KINDS)}.",
        )
    sane_days(day=proof.day)
    if proof.time is not None and proof.day is None:
        raise _invalid(
            "time",
            "A time needs its day; give the day on which it really was.",
            "Có giờ thì phải có ngày; hãy cho ngày thực tế.",
        )
    if proof.day is not None:
        moment = datetime.combine(proof.day, proof.time or time())
        if moment > now and day_of(moment) >= now.date():
            raise _invalid(
                "day",
                f"{proof.day} lies ahead; evidence is of what has happened.",
                f"{proof.day} là thời điểm chưa đến; minh chứng phải là việc đã thực hiện.",
            )
    link = text("link", proof.link, LONGEST_LINK, lines=False)
    if link is not None and not _is_address(link):
        raise _invalid(
            "link",
            "The link is no address; it begins with http:// or https://.",
            "Liên kết không phải địa chỉ; địa chỉ bắt đầu bằng http:// hoặc https://.",
        )
    facts = {
        "kind": proof.kind,
        "day": None if proof.day is None else proof.day.isoformat(),
        "time": None if proof.time is None else f"{proof.time:%H:%M}",
        "link": link,
        "issue": text("issue", proof.issue, LONGEST_WORD, lines=False),
        "page": text("page", proof.page, LONGEST_WORD, lines=False),
        "log": text("log", proof.log, LONGEST_LOG),
        "note": text("note", proof.note),
    }
    return {name: value for name, value in facts.items() if value is not None}


def _is_address(link: str) -> bool:
    try:
        return _LINK.fullmatch(link) is not None and bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _invalid(where: str, en: str, vi: str) -> Invalid:
    return Invalid(f"bad-{where}", en, vi, where=where)
