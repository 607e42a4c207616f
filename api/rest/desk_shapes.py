"""The shapes of what changes answer; see api.rest.shapes."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, Field

from api.rest.shapes import Instant, OccurrenceShape, Shape, SubscriberShape, Wall


class RowChangeShape(Shape):
    """One occurrence before and after; null before it was added."""

    id: str
    before: OccurrenceShape | None
    after: OccurrenceShape | None


class LeftShape(Shape):
    """An occurrence of the scope that was left as it is."""

    id: str
    start: Wall
    why: Literal["delivered", "missed", "cancelled", "past", "orphaned", "outside", "not-yet"]


class OverlapShape(Shape):
    """Two airings that one channel would carry at the same time."""

    first: OccurrenceShape
    second: OccurrenceShape


class DayOffShape(Shape):
    """An occurrence that would be held on a day off; `name` of a public holiday."""

    id: str
    day: str
    name: str | None


class PreviewShape(Shape):
    """What speaks against a change, and who would hear of it; of a dry run alone."""

    overlaps: list[OverlapShape]
    days_off: list[DayOffShape]
    notices: int = Field(description="Change notices that would be owed to readers who were told before.")


class DeedShape(Shape):
    """What a change did, or with `dry_run` would do."""

    applied: bool
    occurrence: OccurrenceShape | None = Field(description="As it is now, or would be.")
    changes: list[RowChangeShape]
    left: list[LeftShape]
    preview: PreviewShape | None


class BatchShape(DeedShape):
    """The same of many; `line` says it in a sentence."""

    line: str


class EvidenceShape(Shape):
    """A piece of evidence."""

    id: str
    kind: Literal["aired", "published"]
    day: str | None
    time: str | None
    link: str | None
    issue: str | None
    page: str | None
    log: str | None
    note: str | None
    file: str | None = Field(description="The sha256 of a picture or PDF that was given on the page.")
    who: str
    created_at: Instant


class EvidenceList(Shape):
    """All evidence of an occurrence, oldest first."""

    items: list[EvidenceShape]


class WithdrawalShape(Shape):
    """That a piece does not count after all."""

    at: Instant
    who: str
    reason: str | None


class PieceShape(Shape):
    """What really appeared."""

    id: str
    plan: str
    item: str
    occurrence: str | None = Field(description="What it was planned as; null: it belongs to the item alone.")
    makes_good: str | None = Field(description="A missed occurrence that it stands in for.")
    unit: str | None
    count: int = Field(ge=1)
    day: str | None = Field(description="null: on the day on which its occurrence was due.")
    time: str | None
    channel: str | None
    title: str | None
    proofs: list[EvidenceShape]
    who: str
    created_at: Instant
    withdrawn: WithdrawalShape | None


class PieceList(Shape):
    """One page of pieces, oldest first."""

    items: list[PieceShape]
    next: str | None


class InboxLinkShape(Shape):
    """A link by which an outlet gives proofs for what was due on some days."""

    id: str
    outlet: str
    first: str
    last: str
    who: str
    created_at: Instant
    expires_at: Instant
    revoked_at: Instant | None


class InboxLinkMade(InboxLinkShape):
    """A new one, with its address."""

    address: str = Field(description="What the outlet is sent; it is told this once.")


class WaitingShape(Shape):
    """What an outlet gave for an occurrence."""

    id: str
    plan: str
    outlet: str
    occurrence: str
    day: str | None = Field(description="When it really was; null: on the day of the plan.")
    link: str | None
    issue: str | None
    page: str | None
    note: str | None
    file: str | None = Field(description="The sha256 of one; the page of the inbox gives it out.")
    file_name: str | None
    created_at: Instant
    state: Literal["waiting", "accepted", "declined"]
    decided_at: Instant | None
    decided_by: str | None
    reason: str | None = Field(description="Why it was declined.")


class InboxShape(Shape):
    """Links, the newest first, and what waits for a person, the oldest first."""

    links: list[InboxLinkShape]
    waiting: list[WaitingShape]


class EntryShape(Shape):
    """A line of the audit log: `before` and `after` hold what changed."""

    id: str
    at: Instant = Field(description="Machine time.")
    who: str
    door: Literal["page", "rest", "cli"]
    action: str
    kind: str
    subject: str
    plan: str | None
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    note: str | None


class History(Shape):
    """One page of the audit log, newest first."""

    items: list[EntryShape]
    next: str | None


class PlanChangesShape(BaseModel):
    """What a document or an edit changes: the object of `airslot plan diff --json`, with revisions."""

    plan: str
    new: bool
    empty: bool
    applied: bool
    revision: int = Field(description="The plan's now; of a dry run send it back as `agreed`. 0: not stored.")
    counts: dict[str, int]
    fields: list[dict[str, Any]]
    items: list[dict[str, Any]]
    same: int
    notices: list[dict[str, Any]]


class PersonShape(Shape):
    """Somebody who may sign in, as they are in this office."""

    id: str
    email: str
    name: str
    language: Literal["vi", "en"]
    role: Literal["viewer", "editor", "manager", "admin"]
    outlets: list[str] = Field(description="Of an editor; empty for all.")
    active: bool
    invited: bool = Field(description="True until they accept: no right yet, and nothing told of them.")


class PeopleList(Shape):
    """Everybody of the office, by address."""

    items: list[PersonShape]


class TokenShape(Shape):
    """A token; its text is in the answer that made it and nowhere else."""

    id: str
    email: str
    label: str
    scope: Literal["read", "write"]
    created_at: Instant
    expires_at: Instant | None
    revoked_at: Instant | None
    used_at: Instant | None


class NewToken(TokenShape):
    """A token that was just made."""

    token: str | None = Field(description="null where the same Idempotency-Key was sent again.")


class TokenList(Shape):
    """One's own tokens, or all of the office for its administrators; newest first."""

    items: list[TokenShape]


class MeShape(Shape):
    """Whoever asks."""

    who: str
    email: str | None
    office: str | None
    role: Literal["viewer", "editor", "manager", "admin"]
    outlets: list[str] | None = Field(description="Of an editor; null for all.")
    scope: Literal["read", "write"]
    csrf: str | None = Field(description="Of a browser's session: to be sent as X-CSRF-Token with changes.")


class SubscriberList(Shape):
    """The office's subscribers, by address."""

    items: list[SubscriberShape]
