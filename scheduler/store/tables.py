"""The tables. Local wall time and zone are the truth; `starts_at` and `ends_at` are derived from them.

Days, wall times and instants are three column types: `Date`, `Time` (naive, in the plan's zone) and
`Instant` (UTC). Money is whole đồng. `created_at` and `updated_at` are machine time.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    Time,
    UniqueConstraint,
    false,
)
from sqlalchemy.types import TypeDecorator

KINDS = ("premiere", "replay", "window")
STATES = ("planned", "delivered", "missed", "cancelled")


class Instant(TypeDecorator[datetime]):
    """An aware instant, kept as UTC on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a wall time where an instant belongs; SQLite keeps no zone, so UTC goes in bare."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value.isoformat()} is a wall time; this column holds instants")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], datetime | None]:
        """Give the instant back in UTC. Five of them in a row: SQLite's text is read in one call each."""
        return _read_text if dialect.name == "sqlite" else _read_value


def _read_text(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text).replace(tzinfo=UTC)


def _read_value(value: datetime | None) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _written() -> tuple[Column[datetime], Column[datetime]]:
    return Column("created_at", Instant, nullable=False), Column("updated_at", Instant, nullable=False)


office = Table(
    "office",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    *_written(),
)

plan = Table(
    "plan",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False, index=True),
    Column("slug", Text, nullable=False, unique=True),
    Column("title", Text, nullable=False),
    Column("number", Text),  # as signed: 101/KH-UBND
    Column("year", Integer, nullable=False),  # a date without a year takes it
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("signed", Date),
    Column("timezone", Text, nullable=False),
    Column("weeks", Text, nullable=False),
    Column("language", Text, nullable=False),  # of its phrases
    Column("total", BigInteger),  # the printed sum
    Column("groups", JSON, nullable=False),  # headings: number, title, subtotal
    Column("public", Boolean, nullable=False, server_default=false()),
    # Raised by any change of the plan, its items or occurrences: a feed poll reads this row alone.
    Column("revision", Integer, nullable=False, server_default="1"),
    *_written(),
    CheckConstraint("first_day <= last_day", name="days_in_order"),
)

outlet = Table(
    "outlet",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("name", Text, nullable=False),
    *_written(),
    UniqueConstraint("office_id", "name"),
)

channel = Table(
    "channel",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("outlet_id", ForeignKey("outlet.id"), nullable=False),
    Column("code", Text, nullable=False),  # as phrases and occurrences name it: KG, KG1, web
    Column("name", Text),
    *_written(),
    UniqueConstraint("outlet_id", "code"),
)

item = Table(
    "item",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("number", Text, nullable=False),
    Column("position", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("product", Text),
    Column("outlet_id", ForeignKey("outlet.id"), index=True),
    Column("phrase", Text),  # exactly as the office wrote it
    Column("target", Text),
    Column("budget", BigInteger),
    Column("minutes", Integer),  # where the phrase gives no duration
    Column("valid_from", Date),
    Column("valid_until", Date),
    Column("shift", Text),  # what to do on a day off; nothing unless the item says so
    Column("weeks", Text),  # where the item's convention is not the plan's
    Column("group_number", Text),  # under which of the plan's `groups` it stands
    Column("fingerprint", Text),  # of what its occurrences were made from: unchanged items are left alone
    Column("reading", Text),  # which reading of an ambiguous phrase a person chose
    Column("responsible", Text),  # cơ quan chủ trì
    Column("cooperating", Text),  # cơ quan phối hợp
    Column("note", Text),
    # No longer in the plan's document; kept because occurrences with a person's work hang on it.
    Column("withdrawn", Boolean, nullable=False, server_default=false()),
    Column("search", Text, nullable=False),  # folded text for `q`: no case, no marks
    *_written(),
    UniqueConstraint("plan_id", "number"),
    CheckConstraint("budget >= 0", name="budget_not_negative"),
    CheckConstraint("minutes > 0", name="minutes_positive"),
)

quota = Table(
    "quota",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("item_id", ForeignKey("item.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    Column("unit", Text),
    Column("period", Text, nullable=False),
    UniqueConstraint("item_id", "position"),
    CheckConstraint("count > 0", name="count_positive"),
    CheckConstraint("period IN ('year', 'half', 'quarter', 'month', 'week', 'day')", name="period_known"),
)

occurrence = Table(
    "occurrence",
    metadata,
    Column("id", Text, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),  # minted once, kept for good
    Column("plan_id", ForeignKey("plan.id"), nullable=False),
    Column("item_id", ForeignKey("item.id"), nullable=False),
    Column("slot", Text, nullable=False),
    Column("period", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("channel", Text),
    Column("start_day", Date, nullable=False),
    Column("start_time", Time),  # none: no time is written, which is not 00:00
    Column("end_day", Date),  # of a window the last day, inclusive
    Column("end_time", Time),
    Column("minutes", Integer),
    Column("minutes_max", Integer),
    Column("starts_at", Instant, nullable=False),
    Column("ends_at", Instant),
    # Deferred: a premiere and its replays may be written or removed in any order within a transaction.
    Column("premiere_id", ForeignKey("occurrence.id", deferrable=True, initially="DEFERRED"), index=True),
    Column("original_day", Date, nullable=False),  # where the phrase puts it, whatever a person did
    Column("original_time", Time),
    Column("shifted_from_day", Date),
    Column("shifted_from_time", Time),
    Column("reason", Text),
    Column("orphaned", Boolean, nullable=False, server_default=false()),
    Column("cancelled_at", Instant),  # plan time: the feed's day decides how long it is still shown
    Column("sequence", Integer, nullable=False),  # SEQUENCE of feeds; never falls
    Column("revision", Integer, nullable=False),  # raised by any change of the row
    *_written(),
    CheckConstraint("kind IN ('premiere', 'replay', 'window')", name="kind_known"),
    CheckConstraint("state IN ('planned', 'delivered', 'missed', 'cancelled')", name="state_known"),
    CheckConstraint("kind = 'replay' OR premiere_id IS NULL", name="premiere_of_replay"),
    CheckConstraint(
        "kind <> 'window' OR (start_time IS NULL AND end_day IS NOT NULL AND end_time IS NULL)",
        name="window_of_days",
    ),
    CheckConstraint("end_day >= start_day", name="days_in_order"),
    CheckConstraint("minutes > 0", name="minutes_positive"),
    CheckConstraint("minutes_max >= minutes", name="minutes_in_order"),
    # One index for each question asked.
    Index("ix_occurrence_upcoming", "starts_at", "id"),
    Index("ix_occurrence_of_plan", "plan_id", "starts_at", "id"),
    Index("ix_occurrence_of_item", "item_id", "starts_at", "id"),
)
# Windows that are still open at an instant or a day: few rows, so the index holds windows alone.
Index(
    "ix_occurrence_open_windows",
    occurrence.c.ends_at,
    occurrence.c.starts_at,
    sqlite_where=occurrence.c.kind == "window",
    postgresql_where=occurrence.c.kind == "window",
)

override = Table(
    "override",
    metadata,
    # No cascade: an occurrence that carries a person's work cannot be deleted in silence.
    Column("occurrence_id", ForeignKey("occurrence.id"), primary_key=True),
    Column("start_day", Date),  # set: a person moved it there
    Column("start_time", Time),
    Column("end_day", Date),
    Column("end_time", Time),
    Column("minutes", Integer),
    Column("channel", Text),
    # What the phrase gives in place of the values a person set; `occurrence.original_*` has its start.
    Column("original_end_day", Date),
    Column("original_minutes", Integer),
    Column("original_minutes_max", Integer),
    Column("original_channel", Text),
    Column("cancelled", Boolean, nullable=False, server_default=false()),
    Column("reason", Text),
    Column("note", Text),
    *_written(),
)
