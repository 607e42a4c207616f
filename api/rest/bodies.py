"""The bodies of changes and creations. A member that is not known, or of another type, is refused."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from api.rest.query import Day, Word
from api.rest.shapes import FiltersBody

_WALL = re.compile(r"(?:19|2[01])\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d", re.ASCII)
_DAY = re.compile(r"(?:19|2[01])\d\d-\d\d-\d\d", re.ASCII)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)


def _wall(value: Any) -> Any:
    if isinstance(value, str):
        try:
            if _WALL.fullmatch(value):
                return datetime.fromisoformat(value)
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("wall", "not a wall time or day")


def _clock(value: Any) -> Any:
    if isinstance(value, str) and _TIME.fullmatch(value):
        return time.fromisoformat(value)
    raise PydanticCustomError("clock", "not a time of day")


def _schema(pattern: str, example: str, description: str) -> Any:
    return Field(
        json_schema_extra={"type": "string", "pattern": pattern}, examples=[example], description=description
    )


# Any, as the two types have one JSON shape: the validator decides which it is.
WallTime: TypeAlias = Annotated[
    Any,
    BeforeValidator(_wall),
    _schema(
        "^(19|2[01])[0-9]{2}-[0-9]{2}-[0-9]{2}(T([01][0-9]|2[0-3]):[0-5][0-9])?$",
        "2024-05-20T09:00",
        "Local wall time of the plan, or a day.",
    ),
]
ClockTime: TypeAlias = Annotated[
    Any, BeforeValidator(_clock), _schema("^([01][0-9]|2[0-3]):[0-5][0-9]$", "18:00", "A time of day.")
]
Minutes: TypeAlias = Annotated[int, Field(ge=1, le=1440)]
Line: TypeAlias = Annotated[str, Field(max_length=500)]
Prose: TypeAlias = Annotated[str, Field(max_length=5_000)]
Money: TypeAlias = Annotated[int, Field(ge=0, le=10**15, description="Whole đồng.")]


class Body(BaseModel):
    """A body: what it does not name is refused, and no value is taken for another type."""

    model_config = ConfigDict(extra="forbid", strict=True)

    def given(self, *leave: str) -> dict[str, Any]:
        """What was sent, without the named members."""
        return {name: getattr(self, name) for name in self.model_fields_set if name not in leave}


class EvidenceBody(Body):
    """A piece of evidence; every member but the kind may be left out."""

    kind: Literal["aired", "published"]
    day: Day | None = Field(None, description="When it really was, in the plan's zone.")
    time: ClockTime | None = None
    link: Annotated[str, Field(max_length=2_000)] | None = Field(None, examples=["https://example.org/tin/1"])
    issue: Annotated[str, Field(max_length=200)] | None = Field(None, description="Of a newspaper.")
    page: Annotated[str, Field(max_length=200)] | None = None
    log: Annotated[str, Field(max_length=2_000)] | None = Field(
        None, description="The entry of the station's log."
    )
    note: Prose | None = None


class OccurrencePatch(Body):
    """One change: of the place (start, end, time, minutes, channel), of the state, or of the note."""

    start: WallTime | None = Field(None)
    end: Day | None = Field(None, description="Of a window its last day: with it the window itself moves.")
    time: ClockTime | None = None
    minutes: Minutes | None = None
    channel: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    state: Literal["planned", "delivered", "missed", "cancelled"] | None = Field(
        None,
        description="planned: takes back a cancellation and moves, a delivery (with a reason), or a miss.",
    )
    evidence: list[EvidenceBody] | None = Field(
        None, min_length=1, max_length=20, description="With state “delivered”."
    )
    reason: Prose | None = None
    note: Prose | None = Field(None, description="null takes it away. Feeds show it.")
    scope: Literal["this", "following", "all"] = Field(
        "this", description="Also what the same slot of the item gives from here on, or at all."
    )
    include_past: bool = Field(False, description="With a scope: planned ones of the past change too.")
    dry_run: bool = Field(False, description="Tell what would change, and change nothing.")


class BatchBody(Body):
    """One change of many occurrences."""

    deed: Literal["deliver", "miss", "cancel", "move"]
    occurrences: list[Word] = Field(min_length=1, max_length=500, description="Their ids.")
    reason: Prose | None = Field(None, description="Needed to miss and to cancel.")
    evidence: EvidenceBody | None = Field(
        None, description="Of “deliver”, the same for all; else each is said to be aired, a window published."
    )
    days: Annotated[int, Field(ge=-366, le=366)] | None = Field(
        None, description="Of “move”: by how many days."
    )
    time: ClockTime | None = Field(None, description="Of “move”: the new time of day.")
    channel: Annotated[str, Field(min_length=1, max_length=40)] | None = Field(
        None, description="Of “move”: the new channel."
    )
    dry_run: bool = Field(False, description="Tell what would change, and change nothing.")


class EvidencePost(Body):
    """More evidence for what has been delivered."""

    evidence: list[EvidenceBody] = Field(min_length=1, max_length=20)


class PieceBody(Body):
    """What appeared. Without an occurrence its day is needed; the unit where the item has several."""

    unit: Annotated[str, Field(max_length=200)] | None = Field(
        None, description="One of the item's, as in its target.", examples=["ảnh"]
    )
    count: Annotated[int, Field(ge=1, le=10_000)] = 1
    day: Day | None = Field(None, description="When it really appeared, in the plan's zone.")
    time: ClockTime | None = None
    channel: Annotated[str, Field(max_length=40)] | None = None
    title: Line | None = None
    occurrence: Word | None = Field(
        None, description="What it was planned as; it is delivered by this, and needs a proof."
    )
    makes_good: Word | None = Field(
        None, description="A missed occurrence of the item that it stands in for."
    )
    proofs: list[EvidenceBody] = Field(default_factory=list, max_length=20)


class WithdrawalBody(Body):
    """Why a piece does not count after all."""

    reason: Prose


class OneOffBody(Body):
    """An airing or, with `end`, a window beside the item's phrase."""

    start: WallTime
    end: Day | None = Field(None, description="Makes it a window: its last day.")
    channel: Annotated[str, Field(min_length=1, max_length=40)] | None = None
    minutes: Minutes | None = None
    note: Prose | None = None
    dry_run: bool = False


class ItemPatch(Body):
    """Facts of an item; what is left out stays, null takes a fact away."""

    number: Annotated[str, Field(min_length=1, max_length=40)] | None = Field(None, examples=["2.3"])
    title: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    product: Annotated[str, Field(max_length=2_000)] | None = None
    outlet: Annotated[str, Field(max_length=200)] | None = None
    phrase: Annotated[str, Field(min_length=1, max_length=2_000)] | None = None
    target: Line | None = None
    reading: Annotated[str, Field(max_length=2_000)] | None = Field(
        None, description="The wording of the reading to take of an ambiguous phrase."
    )
    budget: Money | None = None
    group: Annotated[str, Field(max_length=20)] | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None
    shift: Literal["none", "skip", "next", "previous"] | None = None
    weeks: Literal["blocks", "monday", "sunday", "monday-full", "iso"] | None = None
    minutes: Minutes | None = None
    responsible: Line | None = None
    cooperating: Annotated[str, Field(max_length=1_000)] | None = None
    note: Prose | None = None
    withdrawn: Literal[True] | None = Field(None, description="Takes the item out of the plan.")
    reason: Prose | None = Field(None, description="With `withdrawn`.")
    include_past: bool = False
    dry_run: bool = False


class ItemBody(Body):
    """A new item."""

    number: Annotated[str, Field(min_length=1, max_length=40)] = Field(examples=["2.3"])
    title: Annotated[str, Field(min_length=1, max_length=500)]
    phrase: Annotated[str, Field(min_length=1, max_length=2_000)] = Field(
        examples=["17 giờ 45 thứ Tư tuần 3"]
    )
    product: Annotated[str, Field(max_length=2_000)] | None = None
    outlet: Annotated[str, Field(max_length=200)] | None = None
    target: Line | None = None
    reading: Annotated[str, Field(max_length=2_000)] | None = None
    budget: Money | None = None
    group: Annotated[str, Field(max_length=20)] | None = None
    valid_from: Day | None = None
    valid_until: Day | None = None
    shift: Literal["none", "skip", "next", "previous"] | None = None
    weeks: Literal["blocks", "monday", "sunday", "monday-full", "iso"] | None = None
    minutes: Minutes | None = None
    responsible: Line | None = None
    cooperating: Annotated[str, Field(max_length=1_000)] | None = None
    note: Prose | None = None
    dry_run: bool = False


class OutletBody(Body):
    """An outlet with the codes of its channels."""

    name: Annotated[str, Field(min_length=1, max_length=200)]
    channels: list[Annotated[str, Field(min_length=1, max_length=40)]] = Field([], max_length=100)


class PlanPatch(Body):
    """Facts of a plan; what is left out stays. Outlets are added or gain channels."""

    title: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    number: Annotated[str, Field(max_length=100)] | None = None
    signed: Day | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    timezone: Annotated[str, Field(max_length=100)] | None = None
    weeks: Literal["blocks", "monday", "sunday", "monday-full", "iso"] | None = None
    language: Literal["vi", "en"] | None = None
    public: bool | None = None
    framable: bool | None = None
    conflicts: Literal["note", "warn", "refuse"] | None = None
    total: Money | None = None
    outlets: list[OutletBody] | None = Field(None, max_length=200)
    include_past: bool = False
    dry_run: bool = False


class PlanBody(Body):
    """A plan: the text of a plan file, or the facts of a plan without items."""

    document: str | None = Field(None, max_length=5_000_000, description="The text of a plan file.")
    readings: dict[str, str] | None = Field(
        None, description="Readings to pin, by number of item.", max_length=1_000
    )
    slug: Annotated[str, Field(min_length=1, max_length=80)] | None = Field(None, examples=["phat-song-2025"])
    title: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    first_day: Day | None = None
    last_day: Day | None = None
    timezone: Annotated[str, Field(max_length=100)] | None = None
    weeks: Literal["blocks", "monday", "sunday", "monday-full", "iso"] | None = None
    language: Literal["vi", "en"] | None = None
    public: bool | None = None
    outlets: list[OutletBody] | None = Field(None, max_length=200)


Email: TypeAlias = Annotated[str, Field(max_length=320, examples=["nguoi.nhan@example.org"])]


class PersonBody(Body):
    """Somebody who may sign in."""

    email: Email
    role: Literal["viewer", "editor", "manager", "admin"]
    name: Annotated[str, Field(max_length=100)] = ""
    language: Literal["vi", "en"] = "vi"
    outlets: list[Annotated[str, Field(max_length=200)]] = Field(
        [], max_length=100, description="Narrows an editor to these outlets."
    )


class PersonPatch(Body):
    """What is to change; what is left out stays."""

    role: Literal["viewer", "editor", "manager", "admin"] | None = None
    name: Annotated[str, Field(max_length=100)] | None = None
    language: Literal["vi", "en"] | None = None
    outlets: list[Annotated[str, Field(max_length=200)]] | None = Field(None, max_length=100)
    active: bool | None = None


class TokenBody(Body):
    """A token for a program, with the rights of its owner."""

    label: Annotated[str, Field(max_length=100)] = ""
    scope: Literal["read", "write"] = "read"
    days: Annotated[int, Field(ge=1, le=3660)] | None = Field(None, description="It ends after so many days.")


class SubscriberBody(Body):
    """Somebody to be reminded."""

    email: Email
    language: Literal["vi", "en"] = "vi"
    timezone: Annotated[str, Field(max_length=100)] = "Asia/Ho_Chi_Minh"
    leads: list[Annotated[str, Field(max_length=20)]] = Field(["P1D"], max_length=20)
    filters: FiltersBody = Field(default_factory=FiltersBody)
    quiet_from: ClockTime | None = None
    quiet_until: ClockTime | None = None
    digest: Literal["daily", "weekly"] | None = None
    notices: bool = True


class SubscriberPatch(Body):
    """What is to change of a subscriber."""

    language: Literal["vi", "en"] | None = None
    timezone: Annotated[str, Field(max_length=100)] | None = None
    leads: list[Annotated[str, Field(max_length=20)]] | None = Field(None, max_length=20)
    filters: FiltersBody | None = None
    quiet_from: ClockTime | None = None
    quiet_until: ClockTime | None = None
    digest: Literal["daily", "weekly"] | None = None
    notices: bool | None = None
    state: Literal["unsubscribed"] | None = None
