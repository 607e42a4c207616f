"""The items of a plan file: their keys, their phrases, and the readings that a person pinned."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rules.schedule import Schedule, WeekConvention
from rules.shifts import leans_on_days_off
from scheduler.day_off import DayOff
from scheduler.planning.office_calendar.days_off import warnings
from scheduler.planning.plan_file.channel_names import asked, channels_of, likely_meant
from scheduler.planning.plan_file.entries import GroupEntry, ItemEntry, Lang, Notice, OutletEntry, ShiftPolicy
from scheduler.planning.plan_file.fields import Fields
from scheduler.planning.plan_file.interpretation import interpret, phrase_context
from scheduler.planning.plan_file.nodes import Faults, Mark

ITEM_KEYS = (
    "number", "title", "product", "outlet", "target", "when", "reading", "budget", "group", "from", "until",
    "shift", "weeks", "minutes", "responsible", "cooperating", "note",
)  # fmt: skip
SHIFTS: tuple[ShiftPolicy, ...] = ("none", "skip", "next", "previous")
MAX_PHRASE = 2_000
MAX_MINUTES = 24 * 60
_NUMBER = re.compile(r"[0-9A-Za-zĐđ]+([.\-/][0-9A-Za-zĐđ]+)*\.?")


class ItemReader:
    """Reads the list of items; what a phrase may lean on (year, outlets, weeks) is the plan's."""

    def __init__(
        self,
        faults: Faults,
        outlets: Sequence[OutletEntry],
        groups: Sequence[GroupEntry],
        weeks: WeekConvention,
        language: Lang,
        first: date,
        last: date,
        timezone: str,
        country: str,
        days_off: Sequence[DayOff],
    ) -> None:
        self.faults = faults
        self.channels = {outlet.name: outlet.channels for outlet in outlets}
        self.used: dict[str, list[str]] = {}
        self.groups = [group.number for group in groups]
        self.weeks = weeks
        self.language = language
        self.first = first
        self.last = last
        self.timezone = timezone
        self.country = country
        self.days_off = days_off

    def read(self, plan: Fields) -> tuple[ItemEntry, ...]:
        """All items in the order of the file."""
        nodes = plan.mappings("items", 'number: "1.1"')
        if not nodes and plan.value("items") is None:
            plan.refuse(
                "items",
                "missing",
                "The plan has no items; add a list `items:` with number, title and when of each.",
                "Kế hoạch chưa có mục nào; hãy thêm danh sách `items:` có number, title, when.",
            )
        numbers: dict[str, Mark] = {}
        items = []
        for index, node in enumerate(nodes, 1):
            fields = Fields(node, f"item {index}", None, Faults())
            number = fields.text("number", 40)
            fields = Fields(node, f"item {number or index}", ITEM_KEYS, self.faults)
            self._check_number(fields, number, numbers)
            item = self._item(fields, number or "")
            if item is not None:
                items.append(item)
        return tuple(items)

    def _check_number(self, fields: Fields, number: str | None, numbers: dict[str, Mark]) -> None:
        if number is None or not _NUMBER.fullmatch(number):
            fields.refuse(
                "number",
                "bad-item-number",
                'Each item needs a number as the document prints it, as in `number: "2.1"`.',
                'Mỗi mục phải có số thứ tự như trong văn bản, ví dụ `number: "2.1"`.',
            )
        elif number in numbers:
            fields.refuse(
                "number",
                "duplicate-item",
                f"Item {number} is here twice (first on line {numbers[number].line}); renumber one.",
                f"Mục {number} bị trùng (lần đầu ở dòng {numbers[number].line}); hãy đặt số khác.",
            )
        else:
            numbers[number] = fields.mark("number")

    def _item(self, fields: Fields, number: str) -> ItemEntry | None:
        title = fields.required_text("title", "Chuyên mục cải cách hành chính", 500)
        target = fields.text("target", 500)
        outlet = self._outlet(fields)
        weeks = fields.choice("weeks", tuple(WeekConvention))
        first, last = self._days(fields)
        reading = fields.text("reading", MAX_PHRASE)
        when = fields.required_text("when", "17 giờ 45 thứ Tư tuần 3", MAX_PHRASE)
        schedule: Schedule | None = None
        notices: tuple[Notice, ...] = ()
        if when is not None:
            channels, days = self.channels.get(outlet or "", ()), (self.first, self.last)
            context = phrase_context(
                self.language, days, weeks or self.weeks, target, channels, (first, last), self.timezone
            )
            found = interpret(when, reading, context)
            schedule, notices = found.schedule, found.notices
            for trouble in found.troubles:
                fields.refuse(trouble.key, trouble.code, trouble.en, trouble.vi, trouble.choices)
            if schedule is not None:
                self._check_channels(fields, outlet or "", schedule)
        budget = fields.money("budget")
        group = self._group(fields, number)
        if title is None or when is None or schedule is None:
            return None
        shift = fields.choice("shift", SHIFTS) or "none"
        if shift != "none" or leans_on_days_off(schedule):
            remarks = warnings(self.country, self.first, self.last, self.days_off)
            notices += tuple(Notice(one.en, one.vi) for one in remarks)
        return ItemEntry(
            number=number,
            title=title,
            when=when,
            schedule=schedule,
            product=fields.text("product", 2_000),
            outlet=outlet,
            target=target,
            reading=reading,
            budget=budget,
            group=group,
            valid_from=first,
            valid_until=last,
            shift=shift,
            weeks=weeks,
            minutes=fields.whole("minutes", 1, MAX_MINUTES),
            responsible=fields.text("responsible", 500),
            cooperating=fields.text("cooperating", 1_000),
            note=fields.text("note", 5_000),
            notices=notices,
        )

    def _check_channels(self, fields: Fields, outlet: str, schedule: Schedule) -> None:
        """Ask where the phrase's channel is like one of an earlier item: the outlet's list has neither."""
        used = self.used.setdefault(outlet, list(self.channels.get(outlet, ())))
        for code in channels_of(schedule):
            meant = likely_meant(code, used)
            if meant is not None:
                fault = asked(outlet, code, meant)
                fields.refuse("when", fault.code, fault.en, fault.vi)
            elif code not in used:
                used.append(code)

    def _outlet(self, fields: Fields) -> str | None:
        name = fields.text("outlet", 200)
        if name is not None and name not in self.channels:
            known = ", ".join(self.channels) or "none"
            fields.refuse(
                "outlet",
                "unknown-outlet",
                f'The outlet "{name}" is not in `outlets:` ({known}); add it there or correct the name.',
                f'Đơn vị "{name}" không có trong `outlets:` ({known}); hãy thêm vào đó hoặc sửa tên.',
            )
        return name

    def _group(self, fields: Fields, number: str) -> str | None:
        named = fields.text("group", 20)
        if named is not None and named not in self.groups:
            fields.refuse(
                "group",
                "unknown-group",
                f'There is no group "{named}" in the list `groups:`.',
                f'Không có nhóm "{named}" trong danh sách `groups:`.',
            )
        if named is not None:
            return named
        parts = number.rstrip(".").split(".")
        heads = [".".join(parts[:size]) for size in range(len(parts), 0, -1)]
        return next((head for head in heads if head in self.groups), None)

    def _days(self, fields: Fields) -> tuple[date | None, date | None]:
        first, last = fields.day("from"), fields.day("until")
        if (first or self.first) > (last or self.last):
            fields.refuse(
                "until" if last is not None else "from",
                "backwards",
                f"Item runs from {first or self.first} until {last or self.last}, which leaves no day.",
                f"Mục có hiệu lực từ {first or self.first} đến {last or self.last}, không còn ngày nào.",
            )
            return None, None
        return first, last
