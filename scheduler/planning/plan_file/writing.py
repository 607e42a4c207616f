"""A plan document back as the text of a plan file, which reads as the same document."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import yaml

from rules.schedule import WeekConvention
from scheduler.planning.office_calendar.holidays import DEFAULT_COUNTRY
from scheduler.planning.plan_file.entries import DEFAULT_CONFLICTS, ItemEntry, PlanDocument


class _Text(str):
    """A text that must stand in quotes, so that no reader takes it for a number."""

    __slots__ = ()


class _Dumper(yaml.SafeDumper):
    """Lists are indented below their key, as people write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        return super().increase_indent(flow, False)


_Dumper.add_representer(
    _Text, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')
)


def write_plan(document: PlanDocument) -> str:
    """The plan file of a document: `read_plan` gives the same document back."""
    whole = document.first == date(document.year, 1, 1) and document.last == date(document.year, 12, 31)
    facts: dict[str, Any] = {
        "slug": document.slug,
        "title": document.title,
        "number": document.number,
        "office": document.office,
        "signed": document.signed,
        "year": document.year if whole else None,
        "from": None if whole else document.first,
        "until": None if whole else document.last,
        "timezone": document.timezone,
        "weeks": document.weeks.value,
        "country": None if document.country == DEFAULT_COUNTRY else _Text(document.country),
        "days_off": [
            _known({"day": one.day, "kind": one.kind, "name": one.name}) for one in document.days_off
        ],
        "language": document.language,
        "public": document.public,
        "framable": document.framable or None,
        "conflicts": None if document.conflicts == DEFAULT_CONFLICTS else document.conflicts,
        "outlets": [_outlet(one.name, one.channels) for one in document.outlets],
        "groups": [
            _known({"number": _Text(one.number), "title": one.title, "subtotal": one.subtotal})
            for one in document.groups
        ],
        "items": [_item(item, document) for item in document.items],
        "total": document.total,
    }
    # A plan without items says so: without the key it would read as a file that lacks them.
    return yaml.dump(
        _known(facts) | ({} if document.items else {"items": []}),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=100,
        default_flow_style=False,
    )


def _outlet(name: str, channels: tuple[str, ...]) -> dict[str, Any]:
    return _known({"name": name, "channels": [_Text(one) for one in channels]})


def _item(item: ItemEntry, document: PlanDocument) -> dict[str, Any]:
    group = None if item.group is None or _follows_number(item, document) else _Text(item.group)
    return _known(
        {
            "number": _Text(item.number),
            "title": item.title,
            "product": item.product,
            "outlet": item.outlet,
            "target": item.target,
            "when": item.when,
            "reading": item.reading,
            "minutes": item.minutes,
            "budget": item.budget,
            "group": group,
            "from": item.valid_from,
            "until": item.valid_until,
            "shift": None if item.shift == "none" else item.shift,
            "weeks": item.weeks.value if isinstance(item.weeks, WeekConvention) else None,
            "responsible": item.responsible,
            "cooperating": item.cooperating,
            "note": item.note,
        }
    )


def _follows_number(item: ItemEntry, document: PlanDocument) -> bool:
    """True where the number alone says the group: the longest heading that it begins with."""
    parts = item.number.rstrip(".").split(".")
    headings = {group.number for group in document.groups}
    heads = [".".join(parts[:size]) for size in range(len(parts), 0, -1)]
    return next((head for head in heads if head in headings), None) == item.group


def _known(facts: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value is not None and value != []}
