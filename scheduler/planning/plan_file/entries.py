"""What a plan file says, as frozen values: the plan, its outlets, groups and items.

Days are dates, money is whole đồng, item numbers are text ("2.10" is not "2.1").
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal, TypeAlias

from rules.schedule import Quota, Schedule, Shift, ShiftTo, Slot, WeekConvention
from scheduler.day_off import DayOff

Lang: TypeAlias = Literal["vi", "en"]
DEFAULT_CONFLICTS = "warn"
ShiftPolicy: TypeAlias = Literal["none", "skip", "next", "previous"]


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that a person should know although the phrase was understood; both languages."""

    en: str
    vi: str


@dataclass(frozen=True, slots=True)
class OutletEntry:
    """Who carries items, and the names of its channels (KG, KG1)."""

    name: str
    channels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """A heading of the plan with its printed subtotal in đồng (None: none is printed)."""

    number: str
    title: str
    subtotal: int | None = None


@dataclass(frozen=True, slots=True)
class ItemEntry:
    """One numbered line of a plan.

    `when` is the phrase exactly as written, `reading` the wording that a person chose for an
    ambiguous one; `minutes` is how long an airing takes where the phrase says nothing of it.
    `schedule` is what the phrase means (minutes and shift policy not yet applied: see
    `effective_schedule`); `notices` are the remarks of the reader and never part of the value.
    """

    number: str
    title: str
    when: str
    schedule: Schedule
    product: str | None = None
    outlet: str | None = None
    target: str | None = None
    reading: str | None = None
    budget: int | None = None
    group: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    shift: ShiftPolicy = "none"
    weeks: WeekConvention | None = None
    minutes: int | None = None
    responsible: str | None = None
    cooperating: str | None = None
    note: str | None = None
    notices: tuple[Notice, ...] = field(default=(), compare=False)

    @property
    def effective_schedule(self) -> Schedule:
        """The schedule with the item's minutes and shift policy, where the phrase says nothing of them."""
        schedule = self.schedule
        if self.minutes is not None:
            timed = tuple(
                replace(one, slots=tuple(map(self._lasting, one.slots))) for one in schedule.recurrences
            )
            schedule = replace(schedule, recurrences=timed, compiled=None)
        if self.shift == "none" or schedule.shift is not None:
            return schedule
        return replace(schedule, shift=Shift(ShiftTo(self.shift)))

    def _lasting(self, slot: Slot) -> Slot:
        return slot if slot.minutes is not None else replace(slot, minutes=self.minutes)

    @property
    def quotas(self) -> tuple[Quota, ...]:
        """How many pieces are due in a period, where the phrase gives no dates."""
        return self.schedule.quotas if self.schedule.kind == "quota" else ()


@dataclass(frozen=True, slots=True)
class PlanDocument:
    """A whole plan as its file says it. `first` and `last` are the plan's days, both inclusive.

    `country` is whose public holidays count (VN, DE-BY), `days_off` what the plan says of single days.
    """

    slug: str
    title: str
    first: date
    last: date
    timezone: str
    items: tuple[ItemEntry, ...]
    office: str
    number: str | None = None
    signed: date | None = None
    weeks: WeekConvention = WeekConvention.BLOCKS
    language: Lang = "vi"
    public: bool = False
    framable: bool = False
    conflicts: str = DEFAULT_CONFLICTS
    outlets: tuple[OutletEntry, ...] = ()
    groups: tuple[GroupEntry, ...] = ()
    total: int | None = None
    country: str = "VN"
    days_off: tuple[DayOff, ...] = ()

    @property
    def notices(self) -> tuple[tuple[str, Notice], ...]:
        """What the reader remarked on the phrases, each with the number of its item."""
        return tuple((item.number, notice) for item in self.items for notice in item.notices)

    @property
    def year(self) -> int:
        """The year that a date without one takes."""
        return self.first.year
