"""What a person gives to show that something was aired or published: checked, and as JSON for the log."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Literal, TypeAlias
from urllib.parse import urlsplit

from scheduler.desk.files import KeptFile
from scheduler.desk.texts import sane_days, text
from scheduler.errors import Invalid
from scheduler.planning.by_hand.occurrence_object import instant
from scheduler.planning.by_hand.placing import day_of
from scheduler.store.pieces import Evidence

EvidenceKind: TypeAlias = Literal["aired", "published"]
KINDS: tuple[EvidenceKind, ...] = ("aired", "published")
LONGEST_LINK, LONGEST_WORD, LONGEST_LOG = 2_000, 200, 2_000
MOST_PROOFS = 20  # in one deed
_LINK = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Proof:
    """A piece of evidence as a person gives it; every part but the kind may be left out.

    day, time   when it was really aired or published, wall time of the plan
    link        an address, http or https
    issue, page of a newspaper
    log         the entry of the station's log
    file        a picture or a PDF that `keep_file` has stored
    """

    kind: EvidenceKind
    day: date | None = None
    time: time | None = None
    link: str | None = None
    issue: str | None = None
    page: str | None = None
    log: str | None = None
    note: str | None = None
    file: KeptFile | None = None


def proof_facts(proofs: Sequence[Proof], now: datetime, *, least: int = 1) -> list[dict[str, Any]]:
    """Proofs as JSON without what is missing. `now` is wall time of the plan. Raises Invalid."""
    if not least <= len(proofs) <= MOST_PROOFS:
        raise _invalid(
            "evidence",
            f"Give {least} to {MOST_PROOFS} pieces of evidence; at least whether it was aired or published.",
            f"Hãy cho từ {least} đến {MOST_PROOFS} minh chứng; ít nhất là đã phát sóng hay đã đăng.",
        )
    return [_facts(proof, now) for proof in proofs]


def check_moment(day: date | None, at: time | None, now: datetime) -> None:
    """Raise Invalid for a time without its day, and for what lies ahead of `now` (wall time of the plan)."""
    sane_days(day=day)
    if at is not None and day is None:
        raise _invalid(
            "time",
            "A time needs its day; give the day on which it really was.",
            "Có giờ thì phải có ngày; hãy cho ngày thực tế.",
        )
    if day is not None:
        moment = datetime.combine(day, at or time())
        if moment > now and day_of(moment) >= now.date():
            raise _invalid(
                "day",
                f"{day} lies ahead; evidence is of what has happened.",
                f"{day} là thời điểm chưa đến; minh chứng phải là việc đã thực hiện.",
            )


def proof_row(facts: dict[str, Any]) -> dict[str, Any]:
    """The columns of a proof's facts."""
    day, at = facts.get("day"), facts.get("time")
    return facts | {
        "day": None if day is None else date.fromisoformat(day),
        "time": None if at is None else time.fromisoformat(at),
    }


def proof_object(one: Evidence) -> dict[str, Any]:
    """A stored piece of evidence as JSON; who gave it as they were called then."""
    return {
        "id": str(one.id),
        "kind": one.kind,
        "day": one.day.isoformat() if one.day else None,
        "time": f"{one.time:%H:%M}" if one.time else None,
        **{name: getattr(one, name) for name in ("link", "issue", "page", "log", "note", "file", "who")},
        "created_at": instant(one.created_at),
    }


def _facts(proof: Proof, now: datetime) -> dict[str, Any]:
    if proof.kind not in KINDS:
        raise _invalid(
            "kind",
            f"{proof.kind!r} is no kind of evidence; choose {' or '.join(KINDS)}.",
            f"{proof.kind!r} không phải loại minh chứng; hãy chọn {' hoặc '.join(KINDS)}.",
        )
    check_moment(proof.day, proof.time, now)
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
        "file": None if proof.file is None else proof.file.sha256,
        "file_name": None if proof.file is None else proof.file.name,
    }
    return {name: value for name, value in facts.items() if value is not None}


def _is_address(link: str) -> bool:
    try:
        return _LINK.fullmatch(link) is not None and bool(urlsplit(link).hostname)
    except ValueError:
        return False


def _invalid(where: str, en: str, vi: str) -> Invalid:
    return Invalid(f"bad-{where}", en, vi, where=where)
