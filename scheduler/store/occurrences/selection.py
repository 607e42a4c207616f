"""Which occurrences a subscriber or a feed wants: plans, items, outlets, channels and kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, and_, or_, select, true

from scheduler.errors import Fault, Invalid
from scheduler.store.occurrences.read_model import Occurrence
from scheduler.store.plans.sight import Sight
from scheduler.store.tables import KINDS, channel, item, occurrence, outlet, plan

MOST_VALUES = 50
LONGEST_VALUE = 200
_VI = {
    "plans": "kế hoạch",
    "items": "mục",
    "outlets": "đơn vị phát hành",
    "channels": "kênh",
    "kinds": "loại",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """A filter. An empty field asks for all; values of one field add up, and fields narrow each other.

    plans, items, outlets, channels   slugs, numbers, names, codes; each sorted and there once
    kinds   premiere, replay, window
    An occurrence whose outlet or channel is not known fits no filter that names one.
    Raises Invalid with every fault at once.
    """

    plans: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        faults = [fault for field in fields(self) for fault in _faults(field.name, getattr(self, field.name))]
        if faults:
            raise Invalid.of(faults, where="filters")
        for field in fields(self):
            object.__setattr__(self, field.name, tuple(sorted(set(getattr(self, field.name)))))

    def __bool__(self) -> bool:
        """False where it lets everything through."""
        return any(getattr(self, field.name) for field in fields(self))

    def fits(self, found: Occurrence) -> bool:
        """Whether the occurrence is one of those asked for."""
        pairs = (
            (self.plans, found.plan),
            (self.items, found.item),
            (self.outlets, found.outlet),
            (self.channels, found.channel),
            (self.kinds, found.kind),
        )
        return all(not wanted or value in wanted for wanted, value in pairs)

    def condition(self) -> ColumnElement[bool]:
        """The same for a statement that joins occurrence, plan, item and (outer) outlet."""
        pairs = (
            (plan.c.slug, self.plans),
            (item.c.number, self.items),
            (outlet.c.name, self.outlets),
            (occurrence.c.channel, self.channels),
            (occurrence.c.kind, self.kinds),
        )
        return and_(true(), *(column.in_(wanted) for column, wanted in pairs if wanted))

    def to_json(self) -> dict[str, list[str]]:
        """The value as it is stored and shown: all five fields."""
        return {name: list(values) for name, values in asdict(self).items()}

    @classmethod
    def from_json(cls, found: Mapping[str, Any]) -> Selection:
        """The value of stored or given JSON; raises Invalid for a field or a value that cannot be one."""
        names = [field.name for field in fields(cls)]
        unknown = [name for name in found if name not in names]
        if unknown:
            raise Invalid.of(_unknown_field(name, names) for name in unknown)
        odd = [name for name, values in found.items() if not _is_texts(values)]
        if odd:
            raise Invalid.of(_no_list(name) for name in odd)
        return cls(**{name: tuple(values) for name, values in found.items()})


def check_known(connection: Connection, wanted: Selection, sight: Sight) -> None:
    """Raise Invalid where the filter names what no plan in sight has: nothing would ever be sent, in silence.

    What only another office's private plans have is answered as what is not there at all.
    """
    faults = []
    for field, values, questions in (
        ("plans", wanted.plans, _plans_named(sight)),
        ("items", wanted.items, _items_named(sight)),
        ("outlets", wanted.outlets, _outlets_named(sight)),
        ("channels", wanted.channels, _channels_named(sight)),
    ):
        missing = set(values)
        for question, column in questions:
            if missing:
                missing -= set(connection.scalars(question.where(column.in_(missing)).distinct()))
        faults += [_nothing_named(field, value) for value in sorted(missing)]
    if faults:
        raise Invalid.of(faults, where="filters")


_Questions: TypeAlias = list[tuple[Select[tuple[str]], ColumnElement[str]]]


def _plans_named(sight: Sight) -> _Questions:
    return [(select(plan.c.slug).where(sight.test), plan.c.slug)]


def _items_named(sight: Sight) -> _Questions:
    return [(select(item.c.number).join(plan).where(sight.test), item.c.number)]


def _outlets_named(sight: Sight) -> _Questions:
    """Those of one's own office, and those of plans that may be seen."""
    return [(select(outlet.c.name).where(_outlet_seen(sight)), outlet.c.name)]


def _channels_named(sight: Sight) -> _Questions:
    """Those of such outlets, and those that such plans name beside them."""
    aired = select(occurrence.c.channel).join(plan).where(sight.test)
    return [
        (select(channel.c.code).join(outlet).where(_outlet_seen(sight)), channel.c.code),
        (aired, occurrence.c.channel),
    ]


def _outlet_seen(sight: Sight) -> ColumnElement[bool]:
    if sight.all:
        return true()
    carries = select(item.c.id).join(plan).where(item.c.outlet_id == outlet.c.id, sight.test).exists()
    return carries if sight.office_id is None else or_(outlet.c.office_id == sight.office_id, carries)


def _faults(field: str, values: Sequence[str]) -> list[Fault]:
    where = f"filters.{field}"
    if len(values) > MOST_VALUES:
        return [
            Fault(
                "filter-too-long",
                f"A filter takes at most {MOST_VALUES} {field}; here are {len(values)}.",
                f"Bộ lọc nhận nhiều nhất {MOST_VALUES} {_VI[field]}; ở đây có {len(values)}.",
                where,
            )
        ]
    if field == "kinds":
        choice = ", ".join(KINDS)
        return [
            Fault(
                "kind-unknown",
                f"{value[:40]!r} is no kind of an occurrence. Write one of: {choice}.",
                f"{value[:40]!r} không phải là loại lần phát. Hãy ghi một trong: {choice}.",
                where,
            )
            for value in values
            if value not in KINDS
        ]
    return [
        Fault(
            "filter-bad",
            f"{value[:40]!r} cannot be one of {field}: write 1 to {LONGEST_VALUE} printable characters.",
            f"{value[:40]!r} không dùng được cho {_VI[field]}: hãy ghi từ 1 đến"
            f" {LONGEST_VALUE} ký tự in được.",
            where,
        )
        for value in values
        if not value.strip() or len(value) > LONGEST_VALUE or not value.isprintable()
    ]


def _is_texts(values: object) -> bool:
    return isinstance(values, list | tuple) and all(isinstance(value, str) for value in values)


def _unknown_field(name: str, names: list[str]) -> Fault:
    known = ", ".join(names)
    return Fault(
        "filter-unknown",
        f"{str(name)[:40]!r} is no field of a filter. Write one of: {known}.",
        f"{str(name)[:40]!r} không phải là trường của bộ lọc. Hãy ghi một trong: {known}.",
        "filters",
    )


def _no_list(name: str) -> Fault:
    return Fault(
        "filter-bad",
        f'“{name}” takes a list of texts, such as ["2.1"].',
        f'“{name}” phải là danh sách chữ, ví dụ ["2.1"].',
        f"filters.{name}",
    )


def _nothing_named(field: str, value: str) -> Fault:
    return Fault(
        "filter-names-nothing",
        f"There is nothing named {value!r} among the {field}. Check the spelling.",
        f"Không có {_VI[field]} nào tên {value!r}. Hãy kiểm tra cách ghi.",
        f"filters.{field}",
    )


EVERYTHING = Selection()
