"""From the marked tree of a plan file to a `PlanDocument`: which keys there are and what they must hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from rules.schedule import WeekConvention
from scheduler.day_off import DAY_KINDS, DayOff
from scheduler.errors import Invalid, Lang
from scheduler.planning.office_calendar.holidays import DEFAULT_COUNTRY, is_country
from scheduler.planning.plan_file.entries import (
    DEFAULT_CONFLICTS,
    GroupEntry,
    ItemEntry,
    OutletEntry,
    PlanDocument,
)
from scheduler.planning.plan_file.fields import Fields
from scheduler.planning.plan_file.item_fields import ItemReader
from scheduler.planning.plan_file.nodes import Faults, Mapping
from scheduler.store.instants import zone
from scheduler.store.tables import CONFLICTS

PLAN_KEYS = (
    "slug", "title", "number", "office", "signed", "year", "from", "until", "timezone", "weeks",
    "country", "days_off", "language", "public", "framable", "conflicts", "outlets", "groups", "items",
    "total",
)  # fmt: skip
OUTLET_KEYS = ("name", "channels")
DAY_KEYS = ("day", "kind", "name")
GROUP_KEYS = ("number", "title", "subtotal")
MAX_YEARS = 10
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def read_fields(root: Mapping, faults: Faults) -> PlanDocument | None:
    """The document, or None where a fault (noted in `faults`) leaves no whole one."""
    plan = Fields(root, "", PLAN_KEYS, faults)
    slug = _slug(plan)
    title = plan.required_text("title", "Kế hoạch truyền thông năm 2024", 500)
    office = plan.required_text("office", "Sở Nội vụ", 200)
    timezone = _timezone(plan)
    first, last = _days(plan)
    weeks = plan.choice("weeks", tuple(WeekConvention)) or WeekConvention.BLOCKS
    language = plan.choice("language", ("vi", "en")) or "vi"
    outlets = _outlets(plan)
    groups = _groups(plan)
    tongue: Lang = "en" if language == "en" else "vi"
    country, days_off = _country(plan), _days_off(plan)
    reader = ItemReader(faults, outlets, groups, weeks, tongue, first, last, timezone, country, days_off)
    items = reader.read(plan)
    total = plan.money("total")
    _check_sums(plan, groups, items, total)
    if faults.found:
        return None
    return PlanDocument(
        slug=slug,
        title=title or "",
        office=office or "",
        number=plan.text("number", 100),
        signed=plan.day("signed"),
        first=first,
        last=last,
        timezone=timezone,
        weeks=weeks,
        language=tongue,
        public=plan.flag("public"),
        framable=plan.flag("framable"),
        conflicts=plan.choice("conflicts", CONFLICTS) or DEFAULT_CONFLICTS,
        outlets=outlets,
        groups=groups,
        items=items,
        total=total,
        country=country,
        days_off=days_off,
    )


def _slug(plan: Fields) -> str:
    slug = plan.required_text("slug", "kien-giang-2024", 80) or ""
    if slug and not _SLUG.fullmatch(slug):
        plan.refuse(
            "slug",
            "bad-slug",
            f'"{slug}" cannot stand in an address; use letters a-z, digits, hyphens, as in kien-giang-2024.',
            f'"{slug}" không dùng được trong địa chỉ; chỉ dùng chữ thường không dấu, chữ số và gạch nối, '
            "ví dụ kien-giang-2024.",
        )
    return slug


def _timezone(plan: Fields) -> str:
    name = plan.required_text("timezone", "Asia/Ho_Chi_Minh", 100)
    if name is None:
        return ""
    try:
        zone(name)
    except Invalid as error:
        plan.refuse("timezone", error.code, error.en, error.vi)
    return name


def _days(plan: Fields) -> tuple[date, date]:
    """The plan's first and last day: those of `year`, or `from` and `until`."""
    year = plan.whole("year", 1900, 2200)
    first, last = plan.day("from"), plan.day("until")
    if year is None and (first is None or last is None):
        if not plan.faults.found or (plan.value("year") is None and plan.value("from") is None):
            plan.refuse(
                "year",
                "missing",
                "The plan's time is missing; add `year: 2024`, or both `from:` and `until:`.",
                "Thiếu thời gian của kế hoạch; hãy thêm `year: 2024`, hoặc cả `from:` và `until:`.",
            )
        year = 2000
    first = first or date(year or 2000, 1, 1)
    last = last or date(year or 2000, 12, 31)
    if first > last:
        plan.refuse(
            "until",
            "backwards",
            f"The plan ends on {last}, before it begins on {first}; swap or correct the two days.",
            f"Kế hoạch kết thúc {last}, trước khi bắt đầu {first}; hãy sửa lại hai ngày.",
        )
        return first, first
    if last.year - first.year >= MAX_YEARS:
        plan.refuse(
            "until",
            "too-many-years",
            f"The plan runs from {first} to {last}; at most {MAX_YEARS} years are taken.",
            f"Kế hoạch kéo dài từ {first} đến {last}; chỉ nhận tối đa {MAX_YEARS} năm.",
        )
        return first, first
    return first, last


def _country(plan: Fields) -> str:
    code = plan.text("country", 10)
    if code is None:
        return DEFAULT_COUNTRY
    if not is_country(code):
        plan.refuse(
            "country",
            "unknown-country",
            f'The holidays of "{code}" are not known; write VN, or DE-BY for a part of a country.',
            f'Không có lịch nghỉ lễ của "{code}"; hãy ghi VN, hoặc DE-BY cho một vùng của một nước.',
        )
        return DEFAULT_COUNTRY
    return code


def _days_off(plan: Fields) -> tuple[DayOff, ...]:
    """What the plan says of single days, in order of day."""
    found: dict[date, DayOff] = {}
    for number, node in enumerate(plan.mappings("days_off", "day: 2024-05-04"), 1):
        fields = Fields(node, f"day off {number}", DAY_KEYS, plan.faults)
        fields.required_text("day", "2024-05-04", 20)
        day, name = fields.day("day"), fields.text("name", 200)
        kind = fields.choice("kind", DAY_KINDS) or "holiday"
        if kind == "holiday" and fields.value("name") is None:
            fields.required_text("name", "Ngày nghỉ hoán đổi", 200)
        if day is None:
            continue
        _refuse_twin(fields, "day", str(day), [str(one) for one in found])
        # One line: the two lines of a stored name are its two languages.
        found[day] = DayOff(day, kind, None if name is None else " ".join(name.split()))
    return tuple(found[day] for day in sorted(found))


def _outlets(plan: Fields) -> tuple[OutletEntry, ...]:
    found: list[OutletEntry] = []
    for node in plan.mappings("outlets", "name: Đài PT-TH Kiên Giang"):
        fields = Fields(node, f"outlet {len(found) + 1}", OUTLET_KEYS, plan.faults)
        name = fields.required_text("name", "Đài PT-TH Kiên Giang", 200)
        channels = fields.texts("channels")
        _refuse_repeats(fields, "channels", channels)
        if name is not None:
            _refuse_twin(fields, "name", name, [one.name for one in found])
            found.append(OutletEntry(name, channels))
    return tuple(found)


def _groups(plan: Fields) -> tuple[GroupEntry, ...]:
    found: list[GroupEntry] = []
    for node in plan.mappings("groups", 'number: "1"'):
        fields = Fields(node, f"group {len(found) + 1}", GROUP_KEYS, plan.faults)
        number = fields.required_text("number", '"1"', 20)
        title = fields.required_text("title", "Báo Kiên Giang", 500)
        subtotal = fields.money("subtotal")
        if number is not None:
            _refuse_twin(fields, "number", number, [one.number for one in found])
            found.append(GroupEntry(number, title or "", subtotal))
    return tuple(found)


def _refuse_twin(fields: Fields, key: str, value: str, before: Sequence[str]) -> None:
    if value in before:
        fields.refuse(
            key,
            "twice",
            f'{key} "{value}" is used twice in this list; give each entry its own.',
            f'{key} "{value}" bị dùng hai lần trong danh sách; mỗi phần tử phải có giá trị riêng.',
        )


def _refuse_repeats(fields: Fields, key: str, values: Sequence[str]) -> None:
    for index, value in enumerate(values):
        _refuse_twin(fields, key, value, values[:index])


def _check_sums(
    plan: Fields, groups: Sequence[GroupEntry], items: Sequence[ItemEntry], total: int | None
) -> None:
    """The printed subtotals and total must be the sums of the budgets; an item without one adds nothing."""
    faults = plan.faults.found
    if any(
        fault.code in ("bad-money", "negative") or (fault.where or "").startswith("item ") for fault in faults
    ):
        return  # an item in doubt would make every sum wrong, and hide what must be mended
    group_nodes = plan.mappings("groups", "") if groups else []
    for group, node in zip(groups, group_nodes, strict=False):
        found = sum(item.budget or 0 for item in items if item.group == group.number)
        if group.subtotal is not None and found != group.subtotal:
            mark = Fields(node, "", None, Faults()).mark("subtotal")
            plan.faults.add(
                mark,
                f"group {group.number}, subtotal",
                "sum",
                *_sum_sentence("subtotal", group.subtotal, found),
            )
    found = sum(item.budget or 0 for item in items)
    if total is not None and found != total:
        plan.refuse("total", "sum", *_sum_sentence("total", total, found))


def _sum_sentence(key: str, printed: int, found: int) -> tuple[str, str]:
    difference = printed - found
    return (
        f"{key} is {printed}, but the budgets of its items come to {found} ({difference:+d}). "
        "Correct one of them.",
        f"{key} là {printed}, nhưng tổng kinh phí các mục là {found} (lệch {difference:+d}). "
        "Hãy sửa lại cho khớp.",
    )
