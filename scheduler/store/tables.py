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
    Computed,
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
    text,
    true,
)
from sqlalchemy.types import TypeDecorator

KINDS = ("premiere", "replay", "window")
CONFLICTS = ("note", "warn", "refuse")  # what a plan does about two airings at once on a channel
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


# Rows that only grow in number get whole numbers: half the index, and never given twice.
Serial = BigInteger().with_variant(Integer, "sqlite")


def one_of(column: str, words: tuple[str, ...]) -> str:
    """The check that a column holds one of these words."""
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


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
    Column("cut_offs", JSON(none_as_null=True)),  # MM-DD of each quarter; none: everybody's
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
    Column("country", Text, nullable=False, server_default="VN"),  # whose public holidays count
    Column("days_off", JSON(none_as_null=True)),  # the plan's own: day, kind, name
    Column("groups", JSON, nullable=False),  # headings: number, title, subtotal
    Column("public", Boolean, nullable=False, server_default=false()),
    Column("framable", Boolean, nullable=False, server_default=false()),  # other sites may show its calendar
    Column("conflicts", Text, nullable=False, server_default="warn"),  # two at once on a channel: CONFLICTS
    # Raised by any change of the plan, its items or occurrences: a feed poll reads this row alone.
    Column("revision", Integer, nullable=False, server_default="1"),
    *_written(),
    CheckConstraint("first_day <= last_day", name="days_in_order"),
)

day_off = Table(
    "day_off",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("office_id", ForeignKey("office.id"), nullable=False),
    Column("day", Date, nullable=False),
    Column("kind", Text, nullable=False),
    Column("name", Text),
    *_written(),
    UniqueConstraint("office_id", "day"),
    CheckConstraint("kind IN ('holiday', 'worked', 'not-a-holiday')", name="kind_known"),
    CheckConstraint("kind <> 'holiday' OR name IS NOT NULL", name="holiday_named"),
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
    Column("end_day", Date),  # of a window the last day, inclusive; of an airing derived, like `ends_at`
    Column("end_time", Time),
    Column("minutes", Integer),
    Column("minutes_max", Integer),
    # The phrase writes the end as a time of day; else it is so many minutes later, as they pass.
    Column("end_written", Boolean, nullable=False, server_default=false()),
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

# What calendars are told of all that one slot gives, in which rows come and go: neither ever falls.
series = Table(
    "series",
    metadata,
    Column("item_id", ForeignKey("item.id", ondelete="CASCADE"), primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("uid", Text, nullable=False, unique=True),
    Column("sequence", Integer, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("changed_at", Instant, nullable=False),
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
    Column("original_end_written", Boolean, nullable=False, server_default=false()),
    Column("original_channel", Text),
    Column("cancelled", Boolean, nullable=False, server_default=false()),
    Column("reason", Text),
    Column("note", Text),
    *_written(),
)

# With which rules of a zone the instants of its plans were derived (`zone_rules`).
zone_rules = Table(
    "zone_rules",
    metadata,
    Column("zone", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("source", Text, nullable=False),  # for people: a version where one is named, and the place
    Column("at", Instant, nullable=False),  # machine time
)

# --- reminders ------------------------------------------------------------------------------

SUBSCRIBER_STATES = ("pending", "active", "unsubscribed", "suppressed")
# `confirm` is the mail that asks a new subscriber; it is no reminder of the plan and is counted with none.
WHATS = ("reminder", "change", "opening", "closing", "quota", "digest", "confirm")
SUBJECT_KINDS = ("occurrence", "item", "period", "subscriber")
REMINDER_STATES = (
    "due",
    "claimed",
    "handing_over",
    "accepted",
    "unknown",
    "failed",
    "expired",
    "cancelled",
)
subscriber = Table(
    "subscriber",
    metadata,
    Column("id", Text, primary_key=True),  # sub_…
    Column("office_id", ForeignKey("office.id"), nullable=False),
    # Normalised: what two spellings of one mailbox share.
    Column("email", Text, nullable=False, index=True),
    Column("language", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("timezone", Text, nullable=False),  # of quiet hours and digests
    Column("leads", JSON, nullable=False),  # ["P7D", "P1D", "PT2H"]
    Column("filters", JSON, nullable=False),  # a Selection: {"plans": [...], "items": [...], …}
    Column("quiet_from", Time),
    Column("quiet_until", Time),
    Column("digest", Text),
    Column("notices", Boolean, nullable=False),  # told of changes
    Column(
        "link_salt", Text, nullable=False
    ),  # in the MAC of the links in mails: a new one ends the old links
    Column("revision", Integer, nullable=False, server_default="1"),  # raised by any change of the row
    Column("confirmed_at", Instant),  # machine time
    # They asked for reminders; else a member stands here for the weekly list alone, as "unsubscribed".
    Column("asked", Boolean, nullable=False, server_default=true()),
    *_written(),
    UniqueConstraint("office_id", "email"),
    CheckConstraint(one_of("state", SUBSCRIBER_STATES), name="state_known"),
    CheckConstraint("language IN ('vi', 'en')", name="language_known"),
    CheckConstraint("digest IN ('daily', 'weekly')", name="digest_known"),
    CheckConstraint("(quiet_from IS NULL) = (quiet_until IS NULL)", name="quiet_hours_whole"),
)

link_token = Table(
    "link_token",
    metadata,
    Column("hash", Text, primary_key=True),  # SHA-256; the token itself is only in the mail
    Column("subscriber_id", ForeignKey("subscriber.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("purpose", Text, nullable=False),
    # Machine time, like the two that follow.
    Column("expires_at", Instant, nullable=False, index=True),
    Column("used_at", Instant),
    Column("created_at", Instant, nullable=False),
    CheckConstraint("purpose IN ('confirm', 'preferences', 'unsubscribe')", name="purpose_known"),
)

suppression = Table(
    "suppression",
    metadata,
    # The hash alone: an address stays unmailed after its person's data is deleted.
    Column("email_hash", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("at", Instant, nullable=False),
    CheckConstraint("reason IN ('bounce', 'complaint', 'person')", name="reason_known"),
)

feed = Table(
    "feed",
    metadata,
    Column("id", Text, primary_key=True),  # feed_…
    Column("token_hash", Text, nullable=False, unique=True),
    Column("label", Text, nullable=False),
    Column("subscriber_id", ForeignKey("subscriber.id", ondelete="CASCADE"), index=True),
    # Who made it, working in which office; none: the command line. No foreign keys: it outlives the account.
    Column("person_id", Text),
    Column("office_id", Integer),
    Column("token_id", Text),  # the program's token with which it was made: the feed ends with it
    # Slugs of its plans that its maker may not see now, since which day of plan time, and when (machine time)
    # that was last another.
    Column("hidden", JSON(none_as_null=True)),
    Column("narrowed_on", Date),
    Column("rights_at", Instant),
    Column("filters", JSON, nullable=False),
    Column("alarms", JSON, nullable=False),
    Column("language", Text, nullable=False),
    Column("created_at", Instant, nullable=False),
    Column("revoked_at", Instant),
    Column("last_fetched_at", Instant),
    Column("last_fetched_by", Text),  # the calendar program's User-Agent
    CheckConstraint("language IN ('vi', 'en')", name="language_known"),
)

_PHASE = (
    "CASE WHEN state IN ('due', 'claimed', 'handing_over') THEN 'open' WHEN state = 'accepted' THEN 'sent'"
    " ELSE state END"
)
reminder = Table(
    "reminder",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("subscriber_id", ForeignKey("subscriber.id")),  # none once the person's data is deleted
    Column("what", Text, nullable=False),
    Column("subject_kind", Text, nullable=False),
    Column("subject", Text, nullable=False),  # an id, never a foreign key: history outlives its subject
    Column("lead", Text, nullable=False),  # "" where there is none: NULLs would never be equal
    Column("target_start", Instant, nullable=False),
    Column("state", Text, nullable=False),
    # What of the state the indexes ask for. It stays the same while a worker has the row, so that PostgreSQL
    # writes neither a claim nor a hand-over into any index.
    Column("phase", Text, Computed(_PHASE, persisted=True)),
    Column("due_at", Instant, nullable=False),  # plan time
    Column("first_due_at", Instant),  # when it was due before a relay put it off; none where it was not
    Column("useful_until", Instant, nullable=False),  # plan time
    Column("token", Text),  # of the claim
    Column("lease_until", Instant),  # machine time; on PostgreSQL the database's
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("last_error", Text),
    Column("message_id", Text),
    Column("answer", Text),  # of the relay that took it
    Column("occurrence_sequence", Integer),  # when the row was made: another one now means it is stale
    Column("facts", JSON(none_as_null=True)),  # what the mail says and no row holds any more: the old start
    Column("sent_at", Instant),  # plan time
    *_written(),
    # The idempotency key: one row for each message that is owed.
    UniqueConstraint("subscriber_id", "what", "subject", "lead", "target_start", name="uq_reminder_key"),
    CheckConstraint(one_of("what", WHATS), name="what_known"),
    CheckConstraint(one_of("subject_kind", SUBJECT_KINDS), name="subject_kind_known"),
    CheckConstraint(one_of("state", REMINDER_STATES), name="state_known"),
    Index("ix_reminder_of_subject", "subject"),
    sqlite_autoincrement=True,
    postgresql_with={"fillfactor": 50},  # room for a row's next version on its own page
)
# Few rows are open or in trouble at once, so most of these indexes stay small. Ask with literals, and in
# these words: a bound value would keep the databases from using a partial index.
for _name, _columns, _states in (
    # In the order in which they are claimed: many are due at the very same moment.
    ("ix_reminder_due", ("due_at", "id"), "phase = 'open'"),
    ("ix_reminder_put_off", ("first_due_at",), "phase = 'open' AND first_due_at IS NOT NULL"),
    # What neither waits nor was sent, as lists ask for it.
    ("ix_reminder_ended", ("phase", "id"), "phase NOT IN ('open', 'sent')"),
    ("ix_reminder_expired", ("useful_until",), "phase = 'expired' AND what IN ('change', 'confirm')"),
    ("ix_reminder_apart", ("what", "id"), "what <> 'reminder'"),
    # Who was told of a start that is still ahead: they are owed a notice when it changes.
    ("ix_reminder_told", ("target_start",), "phase IN ('sent', 'unknown')"),
):
    _of = [reminder.c[_column] for _column in _columns]
    Index(_name, *_of, sqlite_where=text(_states), postgresql_where=text(_states))

reminder_log = Table(
    "reminder_log",
    metadata,
    Column("id", Serial, primary_key=True, autoincrement=True),
    Column("reminder_id", ForeignKey("reminder.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("at", Instant, nullable=False),  # machine time
    Column("from_state", Text),
    Column("to_state", Text, nullable=False),
    Column("detail", Text),
    sqlite_autoincrement=True,
)

relay_state = Table(
    "relay_state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("stopped_at", Instant),  # machine time
    Column("reason", Text),
    Column("resume_after", Instant),
    # How much of the relay's quota all workers together have taken, and since when (machine time).
    Column("minute_from", Instant),
    Column("minute_taken", Integer, nullable=False, server_default="0"),
    Column("hour_from", Instant),
    Column("hour_taken", Integer, nullable=False, server_default="0"),
    CheckConstraint("id = 1", name="only_one"),
)

worker_pulse = Table(
    "worker_pulse",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("at", Instant, nullable=False),  # machine time
    Column("held", Text),  # why it sends nothing, where it holds its mails
    CheckConstraint("id = 1", name="only_one"),
)

reminder_count = Table(
    "reminder_count",
    metadata,
    # How many reminders ended so, that nobody need count them all: those that are gone, and of those that
    # are there all up to `upkeep.counted_to`.
    Column("what", Text, primary_key=True),
    Column("state", Text, primary_key=True),
    Column("gone", BigInteger, nullable=False),
    Column("gone_late", BigInteger, nullable=False),  # of these, sent late
    Column("kept", BigInteger, nullable=False),
    Column("kept_late", BigInteger, nullable=False),
    CheckConstraint(one_of("what", WHATS), name="what_known"),
    CheckConstraint(one_of("state", REMINDER_STATES), name="state_known"),
)

upkeep = Table(
    "upkeep",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),  # always 1
    Column("begun_at", Instant, nullable=False),  # machine time, like the two that follow
    Column("ended_at", Instant),
    Column("reckoned_at", Instant, nullable=False),  # the instant from which ages were reckoned
    Column("counted_to", BigInteger, nullable=False, server_default="0"),  # id of a reminder
    Column("removed", JSON(none_as_null=True)),  # how many rows of each kind, by the last run
    CheckConstraint("id = 1", name="only_one"),
)
