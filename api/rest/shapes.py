"""The shapes of answers, for the OpenAPI document; the tests hold every answer against them."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, ConfigDict, Field

PROBLEM_REF = "#/components/schemas/Problem"
WALL = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9]{2}:[0-9]{2})?$"
Responses: TypeAlias = dict[int | str, dict[str, Any]]

Wall = Annotated[
    str,
    Field(
        pattern=WALL,
        description="Local wall time, or a day where no time is written.",
        examples=["2024-01-17T17:45", "2024-04-01"],
    ),
]
Instant = Annotated[
    str,
    Field(
        pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z$",
        description="UTC.",
        examples=["2024-01-17T10:45:00Z"],
    ),
]
Day = Annotated[str, Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", examples=["2024-04-02"])]
State = Literal["planned", "delivered", "missed", "cancelled"]


class Shape(BaseModel):
    """An object whose members are all listed and all present."""

    model_config = ConfigDict(extra="forbid")


class ReasonsShape(Shape):
    """The same reason in both languages."""

    vi: str
    en: str


class OccurrenceShape(Shape):
    """A stored occurrence: the fields of an instance and those of the row."""

    id: str
    uid: str = Field(description="Kept for good; the UID of its VEVENT in feeds.")
    plan: str = Field(description="The plan's slug.")
    item: str = Field(description="The item's number.")
    title: str
    outlet: str | None
    channel: str | None = Field(description="null where the plan names none.")
    kind: Literal["premiere", "replay", "window"]
    state: State
    start: Wall
    end: Wall | None = Field(
        description="Of a window its last day, inclusive; null where no duration is known."
    )
    minutes: int | None = Field(description="As phrase, item or a person say; null where none of them does.")
    minutes_max: int | None = Field(description="Where the duration is a range, its upper end.")
    assumed_minutes: int | None = Field(
        description="Where nobody wrote a duration: how long calendars show it and overlaps count it."
    )
    timezone: str = Field(examples=["Asia/Ho_Chi_Minh"])
    starts_at: Instant
    ends_at: Instant | None
    premiere: str | None = Field(description="Of a replay the id of its premiere.")
    sequence: int = Field(description="Raised by each change of start, end, channel or cancellation.", ge=0)
    original_start: Wall
    shifted_from: Wall | None = Field(description="Where it was due before a shift off a day off.")
    reason: str | None = Field(description="The day off that moved it.", examples=["Quốc khánh"])
    reasons: ReasonsShape | None
    note: str | None = Field(description="A person's, which feeds show.")
    orphaned: bool = Field(description="The plan no longer gives it; kept because a person worked on it.")
    one_off: bool = Field(description="A person added it beside the item's phrase.")
    updated_at: Instant


class OccurrenceList(Shape):
    """One page of occurrences."""

    items: list[OccurrenceShape]
    next: str | None = Field(description="The cursor of the next page, null on the last.")


class GroupShape(Shape):
    """A heading of the document."""

    number: str
    title: str
    subtotal: int | None = Field(description="As printed, whole đồng.")
    budget: int | None = Field(description="The sum of its items' budgets; null where none names one.")


class PlanShape(Shape):
    """A plan; its items are at `/plans/{slug}/items`."""

    slug: str
    title: str
    number: str | None = Field(description="Its number as signed.", examples=["101/KH-UBND"])
    office: str | None = Field(description="Who owns the plan.")
    year: int
    first_day: Day
    last_day: Day
    signed: Day | None
    timezone: str
    weeks: str = Field(description="What “week 3 of the month” means in this plan.")
    budget: int | None = Field(description="The sum of its items' budgets, whole đồng.")
    total: int | None = Field(description="As printed, whole đồng.")
    groups: list[GroupShape]
    public: bool
    revision: int = Field(description="Raised by any change of the plan or its occurrences.")
    url: str = Field(description="The plan's page.")
    feed: str | None = Field(description="The address of the iCalendar feed; null unless the plan is public.")


class PlanList(Shape):
    """One page of plans."""

    items: list[PlanShape]
    next: str | None


class QuotaShape(Shape):
    """How many pieces are due in a period."""

    count: int
    unit: str | None
    period: Literal["year", "half", "quarter", "month", "week", "day"]


class ReadingShape(Shape):
    """What was understood of a phrase, in the canonical wording of each language."""

    vi: str
    en: str


class NextShape(Shape):
    """The next occurrence of an item."""

    id: str
    kind: Literal["premiere", "replay", "window"]
    start: Wall


class ItemShape(Shape):
    """One numbered line of a plan."""

    number: str
    group: str | None = Field(description="The number of the heading that it stands under.")
    title: str
    product: str | None
    outlet: str | None
    phrase: str | None = Field(description="When, exactly as the office wrote it.")
    reading: ReadingShape | None = Field(
        description="null where the phrase is not understood or there is none."
    )
    target: str | None
    quotas: list[QuotaShape]
    budget: int | None = Field(description="Whole đồng.")
    valid_from: Day | None
    valid_until: Day | None
    next: NextShape | None = Field(description="The first occurrence that starts at or after now.")


class ItemList(Shape):
    """One page of items, in the plan's order."""

    items: list[ItemShape]
    next: str | None


class InstanceShape(Shape):
    """One expansion of a phrase."""

    kind: Literal["premiere", "replay", "window", "span"]
    start: Wall
    end: Wall | None
    channel: str | None
    minutes: int | None
    minutes_max: int | None
    shifted_from: Wall | None = Field(description="Where it was due before a shift off a day off.")
    reason: str | None = Field(description="The day off that moved it.", examples=["Quốc khánh"])
    reasons: ReasonsShape | None


class LeftOutShape(Shape):
    """An airing that a day off takes away."""

    start: Wall
    channel: str | None
    reason: str
    reasons: ReasonsShape
    meets: Wall | None = Field(description="The airing that already is where its shift leads; null: skipped.")


class ScheduleShape(Shape):
    """What a phrase means."""

    kind: Literal["airing", "window", "quota", "span"]
    vi: str
    en: str
    rrule: list[str] = Field(description="RFC 5545 rules of the premieres; empty where no rule can say it.")
    weeks: str


class UsedDaysOff(BaseModel):
    """The calendar that was heard, and the office whose own entries were."""

    country: str
    office: str | None


class ExpansionShape(BaseModel):
    """A phrase, understood or not: the same object as `airslot expand --json`."""

    id: str | int | None
    phrase: str | None
    status: Literal["understood", "ambiguous", "refused"]
    schedule: ScheduleShape | None
    instances: list[InstanceShape]
    left_out: list[LeftOutShape]
    quota: list[QuotaShape]
    days_off: UsedDaysOff | None = Field(description="Whose days off count; null where none do.")
    readings: list[dict[str, Any]] = Field(
        description="When ambiguous: each with why, schedule and instances; one alone is to be confirmed."
    )
    ignored: list[dict[str, Any]]
    corrections: list[dict[str, Any]]
    warnings: list[dict[str, Any]]
    problems: list[dict[str, Any]] = Field(description="`from` and `to` count its characters from 0.")
    doubts: list[dict[str, Any]] = Field(
        description="Words that may change the dates: with one reading alone, a person confirms it."
    )


class DayOffShape(Shape):
    """A day that is not what its weekday makes of it."""

    day: Day
    kind: Literal["holiday", "worked", "not-a-holiday"] = Field(
        description="worked: a weekend day that is worked; not-a-holiday: an ordinary day after all."
    )
    name: str | None
    names: ReasonsShape | None
    source: Literal["country", "office", "plan"] = Field(description="Who says so.")


class DayOffList(Shape):
    """All days of the range."""

    items: list[DayOffShape]
    next: None = Field(description="The list is whole.")


class ExpandBody(BaseModel):
    """A phrase and how to read it."""

    phrase: str = Field(description="At most 5,000 characters are read.")
    id: str | int | None = Field(None, description="Given back as it is.")
    lang: Literal["vi", "en"] | None = Field(None, description="Of the phrase and the messages.")
    target: str | None = Field(None, examples=["2/month"])
    weeks: Literal["blocks", "monday", "sunday", "monday-full", "iso"] | None = None
    from_: Day | None = Field(None, alias="from", description="First day; without it 1 January.")
    to: Day | None = Field(None, description="Last day, inclusive.")
    country: str | None = Field(
        None, description="Whose public holidays count; VN without it.", examples=["VN", "DE-BY"]
    )
    timezone: str | None = Field(
        None,
        description="On whose clocks the times are: a time that they skip is told.",
        examples=["Europe/Berlin"],
    )


class FiltersShape(Shape):
    """Which occurrences: values of one field add up, fields narrow each other, an empty one asks for all."""

    plans: list[str] = Field(description="Slugs.")
    items: list[str] = Field(description="Numbers.")
    outlets: list[str]
    channels: list[str]
    kinds: list[Literal["premiere", "replay", "window"]]


class FiltersBody(Shape):
    """The same to be sent; what is left out asks for all."""

    plans: list[str] = []
    items: list[str] = []
    outlets: list[str] = []
    channels: list[str] = []
    kinds: list[Literal["premiere", "replay", "window"]] = []


class SubscriberShape(Shape):
    """Who is reminded, of what and when."""

    id: str
    email: str
    language: Literal["vi", "en"]
    state: Literal["pending", "active", "unsubscribed", "suppressed"]
    timezone: str = Field(description="Of the quiet hours and digests.")
    leads: list[str] = Field(description="How long before a start; the longest first.", examples=[["P1D"]])
    filters: FiltersShape
    quiet_from: str | None = Field(description="Hours without mail; both or neither.", examples=["21:00"])
    quiet_until: str | None
    digest: Literal["daily", "weekly"] | None
    notices: bool = Field(description="Whether they are told of changes.")
    revision: int
    confirmed_at: Instant | None
    created_at: Instant
    updated_at: Instant


class SubscriberExport(BaseModel):
    """All that is kept about a person."""

    subscriber: SubscriberShape
    suppressed: dict[str, Any] | None
    links: list[dict[str, Any]]
    feeds: list[dict[str, Any]]
    reminders: list[dict[str, Any]]


class SubscriptionPatch(BaseModel):
    """What is to change; what is left out stays."""

    language: Literal["vi", "en"] = "vi"
    timezone: str = "Asia/Ho_Chi_Minh"
    leads: list[str] = Field(["P1D"], description="At most 5, such as P7D, P1D, PT2H.")
    filters: FiltersBody = Field(default_factory=FiltersBody)
    quiet_from: str | None = Field(None, examples=["21:00"])
    quiet_until: str | None = None
    digest: Literal["daily", "weekly"] | None = None
    notices: bool = True
    state: Literal["unsubscribed"] | None = None


class SubscriptionBody(BaseModel):
    """What a person asks for."""

    email: str = Field(examples=["nguoi.nhan@example.org"])
    language: Literal["vi", "en"] = "vi"
    timezone: str = "Asia/Ho_Chi_Minh"
    leads: list[str] = Field(["P1D"], description="At most 5, such as P7D, P1D, PT2H.")
    filters: FiltersBody = Field(default_factory=FiltersBody)
    quiet_from: str | None = Field(None, examples=["21:00"])
    quiet_until: str | None = None
    digest: Literal["daily", "weekly"] | None = None
    notices: bool = True


class CheckShape(Shape):
    """One part of the service: whether it is well, and in words."""

    ok: bool
    text: str


class HealthShape(BaseModel):
    """The service is well."""

    status: Literal["ok"]
    version: str
    plan_time: str = Field(description="What decides upcoming, past and due; it can be started elsewhere.")
    machine_time: str
    checks: dict[str, CheckShape]


class WrongShape(BaseModel):
    """One value of the request that cannot be used, by `parameter` or `pointer`."""

    code: str
    detail: str
    parameter: str | None = None
    pointer: str | None = Field(None, description="JSON Pointer into the body.", examples=["#/from"])
    line: int | None = Field(None, description="Of an uploaded document, counted from 1.")
    column: int | None = None
    choices: list[ReadingShape] | None = Field(None, description="Readings of a phrase, one to be pinned.")


class Problem(BaseModel):
    """RFC 9457: what was wrong, where, and what would be right."""

    type: str
    title: str
    status: int
    code: str = Field(description="Stable, for programs.")
    detail: str
    remedy: str
    errors: list[WrongShape] | None = None


WHY = {
    400: "The request cannot be read, or the cursor is not one of this list.",
    401: "It takes somebody who is signed in, or the token is not good.",
    403: "Whoever asks may not do this.",
    404: "There is nothing of that name.",
    409: "It clashes with what is stored.",
    412: "It has changed since the ETag in If-Match was read.",
    413: "The body is larger than what is taken: 64 kB, 5 MB for a plan document.",
    415: "The body is of another type than the address takes.",
    422: "A value cannot be used; `errors` names each.",
    429: "Too many requests; Retry-After says how long to wait.",
    503: "The database cannot be reached, or is not prepared.",
}


def problems(*statuses: int) -> Responses:
    """The problems that an operation may answer with."""
    content = {"application/problem+json": {"schema": {"$ref": PROBLEM_REF}}}
    return {status: {"description": WHY[status], "content": content} for status in statuses}
