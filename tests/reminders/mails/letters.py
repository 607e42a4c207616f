"""Letters of every kind, made by plain arithmetic."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.transport.sink import Letter, Recipient
from scheduler.settings import Settings
from scheduler.store.occurrences.read_model import Occurrence
from tests.calendars.rows import HEAD, column, row, window

AT = datetime(2024, 4, 16, 1, 0, tzinfo=UTC)
SECRET = b"only for tests, thirty-two bytes."
READER = Recipient("sub_0123456789abcdef", "bien.tap@dai.example", "vi", "Asia/Ho_Chi_Minh", "salt")
AIRING = row(1, datetime(2024, 4, 17, 17, 45), minutes_max=15)
WINDOW = window(
    2, date(2024, 4, 5), date(2024, 4, 15), title="Bài viết về cải cách hành chính", outlet="Báo Kiên Giang"
)
KINDS = (
    "reminder",
    "day",
    "opening",
    "closing",
    "moved",
    "channel",
    "cancelled",
    "gone",
    "restored",
    "digest",
)
ALL = (*KINDS, "quota", "confirm")


def renderer(**settings: Any) -> MailRenderer:
    """A renderer that knows the title of one plan."""
    return MailRenderer(
        Settings(**({"public_url": "https://lich.example.org"} | settings)),
        SECRET,
        lambda slug: HEAD.title if slug == HEAD.slug else None,
    )


def letter(kind: str, language: str = "vi", reader: Recipient = READER) -> Letter:
    """The letter of a kind; some kinds are a special case of what the outbox calls `what`."""
    return replace(_letters(kind), recipient=replace(reader, language=language))


def readers(number: int) -> Iterable[Recipient]:
    """So many readers, with addresses of every length."""
    for n in range(number):
        name = "n" * (n % 50 + 1)
        yield replace(READER, id=f"sub_{n:016x}", email=f"{name}.{n}@dai.example", link_salt=f"salt{n}")


def _letters(kind: str) -> Letter:
    if kind == "reminder":
        return _letter("reminder", occurrence=AIRING, lead="P1D")
    if kind == "day":
        return _letter("reminder", occurrence=row(3, date(2024, 4, 17), outlet="Báo Kiên Giang"), lead="P7D")
    if kind in ("opening", "closing"):
        return _letter(kind, occurrence=WINDOW)
    if kind == "digest":
        return _letter("digest", occurrences=_ahead(), facts={"first": "2024-04-15", "last": "2024-04-21"})
    if kind == "quota":
        facts = {"item": "3.1", "title": "Tin, bài trên Cổng thông tin điện tử", "plan": HEAD.slug}
        units = [{"unit": "tin, bài", "count": 6, "done": 2, "expected": 4}]
        return _letter("quota", facts={**facts, "first": "2024-04-01", "last": "2024-06-30", "units": units})
    if kind == "unconfirmed":
        return _letter("digest", occurrences=_ahead(), facts={"first": "2024-04-22", "unconfirmed": True})
    if kind == "confirm":
        return _letter("confirm")
    return _change(kind)


def _change(kind: str) -> Letter:
    moved = AIRING.start + timedelta(days=1)
    now: dict[str, Occurrence | None] = {
        "moved": replace(
            AIRING, start=moved, end=moved + timedelta(minutes=12), sequence=1, reason="Trực tiếp"
        ),
        "channel": replace(AIRING, channel="KG1", sequence=1),
        "cancelled": replace(AIRING, state="cancelled", cancelled_at=AT, sequence=1),
        "gone": None,
        "restored": replace(AIRING, sequence=2),
    }
    one = now[kind]
    shown = one or AIRING
    facts: dict[str, Any] = {
        "change": {"channel": "moved", "gone": "cancelled"}.get(kind, kind),
        "old_start": AIRING.start.isoformat(),
        "old_end": "2024-04-17T17:57",
        "old_channel": "KG",
        "start": shown.start.isoformat(),
        "end": None if shown.end is None else shown.end.isoformat(),
        "channel": shown.channel,
        "title": shown.title,
        "item": shown.item,
        "plan": shown.plan,
        "timezone": shown.timezone,
        "uid": shown.uid,
    }
    if one is None:
        facts |= {"sequence": shown.sequence + 1, "told_at": AT.isoformat()}
    return _letter("change", occurrence=one, facts=facts)


def _ahead() -> tuple[Occurrence, ...]:
    airings = [one for one in column() if one.start.month == 4]
    return (WINDOW, *airings, row(9, date(2024, 4, 19), item="1.2", outlet="Báo Kiên Giang", channel=None))


def _letter(what: str, **values: Any) -> Letter:
    fixed: dict[str, Any] = {"lead": "", "reminder_id": 7, "target_start": AT, "now": AT, "recipient": READER}
    return Letter(key=f"{READER.id}|{what}", what=what, **(fixed | values))
