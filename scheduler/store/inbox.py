"""The proof inbox as stored: links, of which the hash of the token alone is kept, and what came by them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Select, func, insert, select, update

from scheduler.secret import hashed
from scheduler.store.inbox_tables import inbox_link, proposal
from scheduler.store.piece_tables import file
from scheduler.store.tables import plan

TOKEN_BYTES = 24  # 192 random bits
LONGEST_TOKEN = 64


@dataclass(frozen=True, slots=True)
class InboxLink:
    """A link for an outlet of a plan and the days `first_day` to `last_day`, both inclusive.

    plan   the plan's slug; who: as whoever made it was called then; the instants are machine time
    """

    id: str
    plan: str
    outlet: str
    first_day: date
    last_day: date
    who: str
    created_at: datetime
    expires_at: datetime
    revoked_at: datetime | None

    def works(self, at: datetime) -> bool:
        """Whether it still opens anything."""
        return self.revoked_at is None and at < self.expires_at


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an outlet gave for an occurrence. `outlet` and `plan` are those of its link."""

    id: int
    link_id: str
    plan: str
    outlet: str
    occurrence_id: str
    day: date | None
    link: str | None
    issue: str | None
    page: str | None
    note: str | None
    file: str | None
    file_name: str | None
    created_at: datetime
    state: str
    decided_at: datetime | None
    decided_by: str | None
    reason: str | None


def add_link(connection: Connection, facts: Mapping[str, Any]) -> tuple[str, str]:
    """Store a link; gives its id and its token, which can never be had again."""
    token, link_id = secrets.token_urlsafe(TOKEN_BYTES), f"inbox_{secrets.token_hex(8)}"
    connection.execute(insert(inbox_link).values(id=link_id, token_hash=hashed(token), **facts))
    return link_id, token


def get_link(connection: Connection, link_id: str) -> InboxLink | None:
    """The link of that id."""
    row = connection.execute(_LINKS.where(inbox_link.c.id == link_id)).first()
    return None if row is None else InboxLink(*row)


def link_of_token(connection: Connection, token: str) -> InboxLink | None:
    """The link of a token, whether it still works or not; None for one that was never given out."""
    if not token or len(token) > LONGEST_TOKEN or not token.isascii():
        return None
    row = connection.execute(_LINKS.where(inbox_link.c.token_hash == hashed(token))).first()
    return None if row is None else InboxLink(*row)


def links_of_plan(connection: Connection, plan_id: int) -> list[InboxLink]:
    """All links of a plan, the newest first, ended ones too."""
    question = _LINKS.where(inbox_link.c.plan_id == plan_id)
    ordered = question.order_by(inbox_link.c.created_at.desc(), inbox_link.c.id)
    return [InboxLink(*row) for row in connection.execute(ordered)]


def revoke_link(connection: Connection, link_id: str, at: datetime) -> None:
    """End a link; ended again it stays as it was."""
    change = update(inbox_link).where(inbox_link.c.id == link_id, inbox_link.c.revoked_at.is_(None))
    connection.execute(change.values(revoked_at=at))


def revoke_links_of(connection: Connection, person_id: str, at: datetime) -> None:
    """End every link that a person has made."""
    change = update(inbox_link).where(inbox_link.c.person_id == person_id, inbox_link.c.revoked_at.is_(None))
    connection.execute(change.values(revoked_at=at))


def add_proposal(connection: Connection, facts: Mapping[str, Any]) -> int:
    """Store what came; gives its id."""
    return int(connection.execute(insert(proposal).values(**facts).returning(proposal.c.id)).scalar_one())


def get_proposal(connection: Connection, proposal_id: int) -> Proposal | None:
    """The proposal of that id."""
    row = connection.execute(_PROPOSALS.where(proposal.c.id == proposal_id)).first()
    return None if row is None else Proposal(*row)


def waiting_of_plan(connection: Connection, plan_id: int) -> list[Proposal]:
    """What waits for a person, the oldest first."""
    question = _PROPOSALS.where(inbox_link.c.plan_id == plan_id, proposal.c.state == "waiting")
    return [Proposal(*row) for row in connection.execute(question.order_by(proposal.c.id))]


def given_by_link(connection: Connection, link_id: str) -> list[Proposal]:
    """All that came by a link, the oldest first."""
    question = _PROPOSALS.where(proposal.c.link_id == link_id).order_by(proposal.c.id)
    return [Proposal(*row) for row in connection.execute(question)]


def count_waiting(connection: Connection, occurrence_id: str) -> int:
    """How many wait for the same occurrence."""
    same = proposal.c.occurrence_id == occurrence_id, proposal.c.state == "waiting"
    return connection.scalar(select(func.count()).select_from(proposal).where(*same)) or 0


def decide(
    connection: Connection, proposal_id: int, state: str, at: datetime, by: str, why: str | None
) -> bool:
    """Write down what was decided; False where somebody else has decided already."""
    change = update(proposal).where(proposal.c.id == proposal_id, proposal.c.state == "waiting")
    facts = {"state": state, "decided_at": at, "decided_by": by, "reason": why}
    return connection.execute(change.values(facts)).rowcount > 0


def file_of_proposal(connection: Connection, proposal_id: int) -> tuple[str, str, str, bytes] | None:
    """Slug of the plan, name, media type and content of its file; None where it has none."""
    question = (
        select(plan.c.slug, proposal.c.file_name, file.c.media_type, file.c.content)
        .select_from(
            proposal.join(file, file.c.sha256 == proposal.c.file)
            .join(inbox_link, inbox_link.c.id == proposal.c.link_id)
            .join(plan, plan.c.id == inbox_link.c.plan_id)
        )
        .where(proposal.c.id == proposal_id)
    )
    row = connection.execute(question).first()
    return None if row is None else (row[0], row[1] or "", row[2], row[3])


_OF_LINK = ("outlet", "first_day", "last_day", "who", "created_at", "expires_at", "revoked_at")
_LINKS: Select[Any] = select(
    inbox_link.c.id, plan.c.slug, *(inbox_link.c[name] for name in _OF_LINK)
).join(plan, plan.c.id == inbox_link.c.plan_id)  # fmt: skip
_OF_PROPOSAL = (
    "occurrence_id", "day", "link", "issue", "page", "note", "file", "file_name",
    "created_at", "state", "decided_at", "decided_by", "reason",
)  # fmt: skip
_PROPOSALS: Select[Any] = (
    select(
        proposal.c.id,
        proposal.c.link_id,
        plan.c.slug,
        inbox_link.c.outlet,
        *(proposal.c[name] for name in _OF_PROPOSAL),
    )
    .join(inbox_link, inbox_link.c.id == proposal.c.link_id)
    .join(plan, plan.c.id == inbox_link.c.plan_id)
)
