"""The shapes of what REST tells about reminders; see api.rest.shapes."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from api.rest.shapes import Instant, Shape, Wall

What = Literal["reminder", "change", "opening", "closing", "quota", "digest"]
ReminderState = Literal[
    "due", "claimed", "handing_over", "accepted", "unknown", "failed", "expired", "cancelled"
]


class ReminderShape(Shape):
    """One message owed to one subscriber: a row of the outbox."""

    id: str
    subscriber: str | None = Field(description="null once the person's data is deleted.")
    to: str | None
    what: What
    lead: str | None = Field(description="Of a reminder, as P1D or PT2H.")
    state: ReminderState
    occurrence: str | None = Field(description="null for a digest, and where the plan no longer holds it.")
    plan: str | None
    item: str | None
    kind: Literal["premiere", "replay", "window"] | None
    start: Wall | None = Field(description="Of the occurrence as it is now.")
    target_start: Instant = Field(description="The start that the message is about.")
    due_at: Instant = Field(description="Plan time, like the next two.")
    useful_until: Instant
    sent_at: Instant | None
    attempts: int = Field(ge=0)
    last_error: str | None = Field(description="In the mail server's words, or the service's own.")
    message_id: str | None


class ReminderList(Shape):
    """One page of the outbox."""

    items: list[ReminderShape]
    next: str | None = Field(description="The cursor of the next page, null on the last.")


class ComingShape(Shape):
    """One message that will go."""

    due_at: Instant = Field(description="Plan time.")
    to: str
    language: Literal["vi", "en"]
    what: What
    lead: str | None = Field(description="Of a reminder, as P1D; `unconfirmed` of the weekly list.")
    occurrence: str | None
    plan: str | None
    item: str | None
    start: Wall | None


class ComingList(Shape):
    """All of them, the first first."""

    items: list[ComingShape]
    next: str | None


class ReasonShape(Shape):
    """One reason in words."""

    code: str = Field(description="Stable, for programs.", examples=["quiet-hours"])
    en: str
    vi: str


class StepShape(Shape):
    """One step that a message took."""

    at: Instant = Field(description="Machine time.")
    from_: ReminderState | None = Field(alias="from")
    to: ReminderState
    detail: str | None


class MessageShape(Shape):
    """One message and what became of it; `id` and `state` null where it was never made."""

    id: str | None
    what: What
    lead: str | None
    state: ReminderState | None
    due_at: Instant
    sent_at: Instant | None
    message_id: str | None
    reasons: list[ReasonShape]
    steps: list[StepShape]


class ReaderShape(Shape):
    """Whom it is about."""

    id: str
    email: str
    state: Literal["pending", "active", "unsubscribed", "suppressed"]


class SubjectShape(Shape):
    """What it is about; all but the id null where the plan no longer holds it."""

    id: str
    plan: str | None
    item: str | None
    kind: Literal["premiere", "replay", "window"] | None
    state: Literal["planned", "delivered", "missed", "cancelled"] | None
    start: Wall | None


class LogShape(Shape):
    """Why somebody did, or did not, get a message about an occurrence."""

    subscriber: ReaderShape
    occurrence: SubjectShape
    reasons: list[ReasonShape] = Field(description="What holds for all messages.")
    messages: list[MessageShape] = Field(description="By the time at which they are due.")


class DecisionBody(BaseModel):
    """A person's word on a mail of which nobody knows."""

    arrived: bool = Field(description="true: the reader has it. false: send it again.")
