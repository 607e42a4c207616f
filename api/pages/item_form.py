"""The facts of an item as the forms that add and change one send them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.forms import Form, whole_number
from api.pages.deeds import read_day
from scheduler.errors import Invalid

TEXTS = (
    "number", "title", "phrase", "target", "reading", "outlet", "shift", "weeks", "product", "responsible",
    "cooperating", "note",
)  # fmt: skip
DAYS = ("valid_from", "valid_until")
NUMBERS = ("budget", "minutes")


def read_facts(form: Form) -> dict[str, Any]:
    """The facts that the form names; an empty field takes its fact away. Raises Invalid."""
    facts: dict[str, Any] = {name: form.one(name) or None for name in TEXTS if form.has(name)}
    facts |= {name: read_day(form, name) for name in DAYS if form.has(name)}
    return facts | {name: read_number(form, name) for name in NUMBERS if form.has(name)}


def facts_before(before: Mapping[str, Any], csrf: str) -> Form:
    """The form that gives an item the facts that its history has of it before a change."""
    facts = {
        name: ["" if before[name] is None else str(before[name])]
        for name in (*TEXTS, *DAYS, *NUMBERS)
        if name in before
    }
    return Form({"csrf": [csrf], "deed": ["change"], **facts})


def read_number(form: Form, name: str) -> int | None:
    """A whole number, dots between its digits or not; None where the field is empty. Raises Invalid."""
    text = form.one(name).replace(".", "").replace(" ", "")
    if not text:
        return None
    found = whole_number(text)
    if found is not None:
        return found
    raise Invalid(
        "number-bad",
        f"{text[:40]!r} is no whole number.",
        f"{text[:40]!r} không phải là số nguyên.",
        where=name,
    )
