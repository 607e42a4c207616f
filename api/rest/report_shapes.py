"""The shapes of reports; see api.rest.shapes. `docs/fulfilment.md` says what each number counts."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from api.rest.shapes import Day, OccurrenceShape, Shape, Wall


class ProgressRowShape(Shape):
    """One item and unit in the period."""

    item: str
    unit: str | None
    title: str
    outlet: str | None
    dated: bool = Field(description="It counts obligations; else it is a quota.")
    planned: int = Field(description="Due in it as the plan says; of a quota the floor of its pace.")
    open: int
    delivered: int
    kept: int
    missed: int
    cancelled: int
    moved: int
    unconfirmed: int
    coming: int = Field(description="Due in it, and its day is not over.")
    ahead: int
    early: int
    late: int
    extra: int
    made_good: int
    expected: int = Field(description="What will have appeared by `expected_until`, if the rest is kept.")
    before_signature: int
    after_cut_off: int
    net_missed: int
    due: int = Field(description="Planned less coming: what should be there by today; of a quota its pace.")
    pace: int | None = Field(description="Of a quota the floor of what was due by today.")
    band: Literal["good", "fair", "low"] | None
    behind: bool
    percent: str | None = Field(description="Delivered of planned; null where nothing is planned.")
    value_due: int | None = Field(description="Whole đồng; null without a budget, and of a quota.")
    value_delivered: int | None
    notes: list[str]


class PartTotalsShape(Shape):
    """Sums of dated rows."""

    planned: int
    delivered: int
    missed: int
    open: int
    unconfirmed: int


class ProgressTotalsShape(PartTotalsShape):
    """The sums of the dated rows."""

    value_due: int
    value_delivered: int


class OutletTotalsShape(ProgressTotalsShape):
    """The sums of an outlet's dated rows."""

    outlet: str | None


class ChannelTotalsShape(PartTotalsShape):
    """The sums of what is dated on a channel; without values, since no budget is divided by channels."""

    channel: str


class ProgressShape(Shape):
    """A plan in a period."""

    plan: str
    period: str
    basis: Literal["calendar", "reporting"]
    first: Day
    last: Day
    expected_until: Day = Field(description="Where the same period ends in the calendar.")
    today: Day = Field(description="The plan's day as of which it was counted.")
    before_signature: int
    after_cut_off: int
    rows: list[ProgressRowShape]
    totals: ProgressTotalsShape
    outlets: list[OutletTotalsShape]
    channels: list[ChannelTotalsShape]


class CutOffsShape(Shape):
    """The days on which an office closes the figures of its quarters."""

    cut_offs: list[str] = Field(min_length=4, max_length=4)


class ConflictShape(Shape):
    """Two airings that one channel would carry at the same time, and how grave the plans say that is."""

    grade: Literal["note", "warn", "refuse"]
    first: OccurrenceShape
    second: OccurrenceShape


class ConflictList(Shape):
    """All of them, by start."""

    items: list[ConflictShape]
    next: str | None


class SlotShape(Shape):
    """A free wall time of the plan on a channel."""

    start: Wall
    channel: str


class SlotList(Shape):
    """The first that are free."""

    items: list[SlotShape]
    next: str | None


class ProposalShape(Shape):
    """One line of a listing, or one airing that is not in it, and what may be booked."""

    class_: Literal["as-planned", "other-time", "other-channel", "extra", "missing"] = Field(alias="class")
    item: str
    occurrence: str | None
    kind: Literal["premiere", "replay"] | None
    start: Wall | None
    planned_channel: str | None
    day: Day | None
    time: str | None
    channel: str | None
    title: str | None
    reason: str | None = Field(description="Why it did not air, as the listing says.")
    place: int | None = Field(description="The line, from 1.")
    line: str | None


class UnreadShape(Shape):
    """A line that looks like an airing and cannot be read."""

    place: int
    line: str


class ComparedShape(Shape):
    """What a listing says beside what was planned."""

    form: Literal["text", "as-run", "traffic", "xmltv"]
    proposals: list[ProposalShape]
    known: int = Field(description="Lines of what has been spoken of already.")
    others: int = Field(description="Lines that are like nothing of the plan.")
    unread: list[UnreadShape]


class BookedShape(Shape):
    """How many were booked."""

    booked: int
