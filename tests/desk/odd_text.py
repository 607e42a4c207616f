"""Text as nobody should have stored it, in every column that keeps a person's words; and every route."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import FastAPI
from sqlalchemy import Connection, Table, insert, select, update

from api.pages.history import ACTIONS, FIELDS, SUBJECTS
from scheduler.accounts.audit import record
from scheduler.accounts.rights import Actor
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.store import account_tables as accounts
from scheduler.store import piece_tables, tables
from scheduler.store.database.engine import transaction
from tests.desk.doors import Doors

TEXTS = {
    "impossible day": "2024-02-30",
    "day zero": "0000-00-00",
    "impossible time": "2024-05-15T25:61",
    "private use": "\ue000preferences\ue001 \ue000unsubscribe\ue001 \uf0b7",
    "bidi": "\u202egnaoh\u202c \u2066a\u200f \u200b",
    "digits": "lần 1²5 lần 15, lần ٣, thứ ３",
    "figures": "9" * 5_000,
    "markup": "</script><img src=x onerror=alert(1)> {{7*7}} %(x)s %s \\' \"",
    "line ends": "a\r\nBcc: x@example.org\r\n\r\nEND:VEVENT\u2028b\x0b",
    "astral": "🇻🇳👨‍👩‍👧 e\u0301\u0301\u0301 \ufeff \ufffe",
}
# Every column that keeps what a person wrote; of unique ones one row is changed.
_OF_PERSONS: dict[Table, tuple[str, ...]] = {
    tables.plan: ("title", "number"),
    tables.outlet: ("name",),
    tables.channel: ("code", "name"),
    tables.item: ("number", "title", "product", "phrase", "target", "responsible", "cooperating", "note"),
    tables.occurrence: ("channel", "reason"),
    tables.override: ("channel", "original_channel", "reason", "note"),
    tables.day_off: ("name",),
    tables.feed: ("label", "last_fetched_by"),
    tables.reminder: ("last_error", "answer"),
    tables.reminder_log: ("detail",),
    accounts.person: ("name",),
    accounts.api_token: ("label",),
    accounts.session: ("agent",),
    piece_tables.piece: ("unit", "channel", "title", "who", "withdrawn_why"),
    piece_tables.proof: ("link", "issue", "page", "log", "note", "who"),
}
_ONE_ROW = {tables.outlet, tables.channel, tables.item}


def store(doors: Doors, text: str) -> dict[str, str]:
    """Put the text everywhere. Gives what stands for each parameter of a path."""
    offices = doors.offices
    with transaction(offices.engine) as connection:
        wanted = Subscription("nguoi.nhan@example.org")
        at = offices.machine_time()
        reader, _ = subscribers.add(
            connection, wanted, machine_time=offices.machine_time, now=offices.clock.now(), secret=b"s" * 32
        )
        one = connection.execute(select(tables.occurrence.c.id, tables.occurrence.c.item_id)).first()
        assert one is not None
        piece = {"id": 1, "item_id": one.item_id, "occurrence_id": one.id, "who": text, "created_at": at}
        connection.execute(insert(piece_tables.piece).values(piece))
        proof = {"piece_id": 1, "kind": "aired", "who": text, "created_at": at, "link": text}
        connection.execute(insert(piece_tables.proof).values(proof))
        for table, columns in _OF_PERSONS.items():
            change = update(table).values(dict.fromkeys(columns, text))
            if table is tables.item:
                change = change.where(table.c.id == one.item_id)
            elif table in _ONE_ROW:
                change = change.where(table.c.id == connection.scalar(select(table.c.id).limit(1)))
            connection.execute(change)
        _log(connection, doors, one.id, text)
        slug = connection.scalars(
            select(tables.plan.c.slug).join(tables.item).where(tables.item.c.id == one.item_id)
        ).one()
    return {
        "slug": slug,
        "number": text,
        "occurrence_id": one.id,
        "piece_id": "1",
        "person_id": doors.people["viewer"],
        "subscriber_id": reader.id,
    }


def _log(connection: Connection, doors: Doors, occurrence_id: str, text: str) -> None:
    """Deeds about everything, each with the text for every fact that a page names."""
    offices = doors.offices
    for office_id in offices.ids.values():
        actor = Actor(text, "admin", "page", None, office_id)
        facts: dict[str, Any] = dict.fromkeys(FIELDS, text)
        facts |= {"outlets": [text, {"name": text}], "evidence": [{"day": text, "note": text}]}
        for kind, action in zip(SUBJECTS, ACTIONS, strict=False):
            subject = occurrence_id if kind == "occurrence" else text
            record(
                connection, actor, action, kind, subject, machine_time=offices.machine_time,
                plan="phat-song-2024", before={"note": None}, after=facts, note=text,
            )  # fmt: skip


def routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Every method and path of the service, of pages and REST."""
    for group in app.routes:
        each = getattr(group, "effective_route_contexts", None)
        for route in each() if each is not None else (group,):
            for method in sorted(getattr(route, "methods", None) or ()):
                yield method, route.path
