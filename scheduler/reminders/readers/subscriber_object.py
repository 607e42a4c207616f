"""A subscriber as JSON, in and out: the same at every door."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, RowMapping

from scheduler.errors import Fault, Invalid
from scheduler.reminders.due.lead import Lead
from scheduler.reminders.notes import noted
from scheduler.reminders.readers.subscribers import get_subscriber
from scheduler.reminders.readers.subscription import Subscriber, Subscription
from scheduler.secret import hashed
from scheduler.store.occurrences.selection import Selection
from scheduler.store.outbox import reminders as reminder_store
from scheduler.store.outbox import subscribers as store

_ANY = "any@airslot.example"  # stands in for an address that is missing, while the rest is looked at
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d", re.ASCII)
FIELDS = (
    "email",
    "language",
    "timezone",
    "leads",
    "filters",
    "quiet_from",
    "quiet_until",
    "digest",
    "notices",
)


def subscriber_object(found: Subscriber) -> dict[str, Any]:
    """The subscriber as REST and the command line write them; nothing of what their links are made from."""
    return {
        "id": found.id,
        "email": found.email,
        "language": found.language,
        "state": found.state,
        "timezone": found.timezone,
        "leads": [str(lead) for lead in found.leads],
        "filters": found.filter.to_json(),
        "quiet_from": _clock(found.quiet_from),
        "quiet_until": _clock(found.quiet_until),
        "digest": found.digest,
        "notices": found.notices,
        "revision": found.revision,
        "confirmed_at": _instant(found.confirmed_at),
        "created_at": _instant(found.created_at),
        "updated_at": _instant(found.updated_at),
    }


def read_wishes(given: Mapping[str, Any], before: Subscription | None = None) -> Subscription:
    """What a person asks for out of JSON; over `before`, only what is given changes.

    Raises Invalid with every fault at once, each with the field it is about.
    """
    faults = [_unknown(name) for name in given if name not in FIELDS]
    if before is None and "email" not in given:
        faults.append(_missing())
    values: dict[str, Any] = {}
    for name in FIELDS:
        if name in given:
            try:
                values["filter" if name == "filters" else name] = _READERS[name](name, given[name])
            except Invalid as wrong:
                faults += wrong.faults
    try:
        made = Subscription(**{"email": _ANY} | values) if before is None else replace(before, **values)
    except Invalid as wrong:
        faults += wrong.faults
    if faults:
        raise Invalid.of(faults)
    return made


def export(connection: Connection, subscriber_id: str) -> dict[str, Any]:
    """All that is kept about a person, for the person. Raises NotFound."""
    found = get_subscriber(connection, subscriber_id)
    suppressed = store.suppression_row(connection, hashed(found.email))
    steps: dict[int, list[dict[str, Any]]] = {}
    for row in reminder_store.log_rows(connection, found.id):
        steps.setdefault(row["reminder_id"], []).append(_plain(row, "at", "from_state", "to_state", "detail"))
    return {
        "subscriber": subscriber_object(found),
        "suppressed": None if suppressed is None else _plain(suppressed, "reason", "at"),
        "links": [
            _plain(row, "purpose", "created_at", "expires_at", "used_at")
            for row in store.link_rows(connection, found.id)
        ],
        "feeds": [
            _plain(
                row,
                "id",
                "label",
                "alarms",
                "language",
                "created_at",
                "revoked_at",
                "last_fetched_at",
                "last_fetched_by",
            )
            for row in store.feed_rows(connection, found.id)
        ],
        "reminders": [
            _plain(row, *_REMINDER_FACTS) | {"log": steps.get(row["id"], [])}
            for row in reminder_store.reminder_rows(connection, found.id)
        ],
    }


_NOTES = ("detail", "last_error")
_REMINDER_FACTS = (
    "id",
    "what",
    "subject",
    "lead",
    "target_start",
    "state",
    "due_at",
    "sent_at",
    "message_id",
    "last_error",
    "facts",
    "created_at",
)


def _plain(row: RowMapping, *names: str) -> dict[str, Any]:
    return {name: _said(name, row[name]) for name in names}


def _said(name: str, value: Any) -> Any:
    if isinstance(value, datetime):
        return _instant(value)
    return noted(value).en if value is not None and name in _NOTES else value


def _instant(at: datetime | None) -> str | None:
    return None if at is None else at.replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _clock(at: time | None) -> str | None:
    return None if at is None else at.strftime("%H:%M")


# --- reading --------------------------------------------------------------------------------


def _text(name: str, value: Any) -> str:
    if isinstance(value, str):
        return value
    raise _wrong(name, "a text", "một chuỗi chữ")


def _text_or_none(name: str, value: Any) -> str | None:
    return None if value is None else _text(name, value)


def _yes_or_no(name: str, value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise _wrong(name, "true or false", "true hoặc false")


def _time(name: str, value: Any) -> time | None:
    if value is None:
        return None
    if isinstance(value, str) and _CLOCK.fullmatch(value):
        return time.fromisoformat(value)
    raise _wrong(name, "a time of day such as 21:00, or null", "giờ trong ngày như 21:00, hoặc null")


def _leads(name: str, value: Any) -> tuple[Lead, ...]:
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        try:
            return tuple(Lead.parse(each) for each in value)
        except Invalid as wrong:
            raise Invalid(wrong.code, wrong.en, wrong.vi, where=name) from None
    raise _wrong(name, 'a list such as ["P1D", "PT2H"]', 'danh sách như ["P1D", "PT2H"]')


def _filters(name: str, value: Any) -> Selection:
    if isinstance(value, dict):
        return Selection.from_json(value)
    raise _wrong(name, 'an object such as {"items": ["2.1"]}', 'một đối tượng như {"items": ["2.1"]}')


_READERS: Mapping[str, Callable[[str, Any], Any]] = {
    "email": _text,
    "language": _text,
    "timezone": _text,
    "leads": _leads,
    "filters": _filters,
    "quiet_from": _time,
    "quiet_until": _time,
    "digest": _text_or_none,
    "notices": _yes_or_no,
}


def _wrong(name: str, en: str, vi: str) -> Invalid:
    return Invalid("value-bad", f"“{name}” must be {en}.", f"“{name}” phải là {vi}.", where=name)


def _unknown(name: str) -> Fault:
    known = ", ".join(FIELDS)
    return Fault(
        "field-unknown",
        f"{str(name)[:40]!r} is no field of a subscription; known are: {known}.",
        f"{str(name)[:40]!r} không phải là trường của đăng ký; các trường là: {known}.",
        str(name)[:40],
    )


def _missing() -> Fault:
    return Fault("email-missing", "“email” is missing; give it a value.", "Thiếu “email”; hãy ghi.", "email")
