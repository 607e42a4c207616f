"""The read model of occurrences: what feeds, REST, the command line and pages show.

Lists are keyset pages by (starts_at, id): the cost of a page does not grow with what lies before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    bindparam,
    func,
    literal_column,
    not_,
    or_,
    select,
    true,
    tuple_,
)
from sqlalchemy.engine import Row

from scheduler.errors import Invalid, NotFound
from scheduler.store.occurrences.overdue import OVERDUE, Todays, overdue
from scheduler.store.plans.sight import EVERYTHING, Sight
from scheduler.store.statements.chunks import in_chunks
from scheduler.store.statements.paging import Cursor, Page
from scheduler.store.statements.search import contains
from scheduler.store.tables import KINDS, STATES, item, occurrence, outlet, override, plan

T = TypeVar("T")
Wall: TypeAlias = date | datetime

# A local day begins at most this long before and ends at most this long after the same UTC day.
_ZONES_AHEAD, _ZONES_BEHIND = timedelta(hours=14), timedelta(hours=12)
# The longest local day (a clock set back by an hour) and some more.
_LONGEST_DAY = timedelta(hours=26)
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One stored occurrence with the names of what it belongs to.

    start, end     naive wall time in `timezone`; a date where no time is written. Of a window both
                   are days and `end` is inclusive. An airing without a known duration has end None.
    minutes        how long it lasts as time passes, also where the phrase writes its end as a time of day
    original_start where the phrase puts it, before a person moved it
    starts_at, ends_at   the same as instants (UTC); a day counts from midnight to midnight
    created_at, updated_at   machine time (UTC); cancelled_at is plan time
    plan, item, outlet   slug, number and name; `title` is the item's
    """

    id: str
    uid: str
    plan: str
    item: str
    title: str
    outlet: str | None
    channel: str | None
    kind: str
    state: str
    start: Wall
    end: Wall | None
    minutes: int | None
    minutes_max: int | None
    timezone: str
    sequence: int
    original_start: Wall
    shifted_from: Wall | None
    reason: str | None
    note: str | None
    premiere_id: str | None
    premiere_uid: str | None
    created_at: datetime
    updated_at: datetime
    cancelled_at: datetime | None
    starts_at: datetime
    ends_at: datetime | None
    orphaned: bool
    slot: str = ""
    period: str = ""
    revision: int = 1

    @property
    def length_unknown(self) -> bool:
        """True for an airing with a time of which neither phrase nor item nor a person gives the length."""
        return isinstance(self.start, datetime) and self.ends_at is None

    def is_overdue(self, now: datetime) -> bool:
        """`scheduler.store.occurrences.overdue` of this one; `now` is plan time, aware."""
        return self.is_overdue_on(now.astimezone(ZoneInfo(self.timezone)).date())

    def is_overdue_on(self, today: date) -> bool:
        """The same on a day in the zone of its plan."""
        if self.state != "planned" or self.kind == "replay" or self.orphaned:
            return False
        due = self.end if self.kind == "window" and self.end is not None else self.start
        return (due.date() if isinstance(due, datetime) else due) < today

    def is_open(self, now: datetime) -> bool:
        """A window that has begun, is not over and is still owed: named, and not late."""
        begun = self.kind == "window" and self.state == "planned" and not self.orphaned
        return begun and self.starts_at <= now and not self.is_overdue(now)


@dataclass(frozen=True, slots=True)
class OccurrenceFilter:
    """Which occurrences are asked for; None asks for all.

    first, last   days, both inclusive, in each plan's own zone. An airing belongs to the range by its
                  own start's day; a window that touches the range is given whole.
    plan, item, outlet, channel   slug, number, name, code
    outlets       names, any of which will do; what has no outlet is none of them
    office_id     whose plan it is, where those of others are left out that may be seen
    state         of the row, or "overdue", which needs `todays` as `overdue` gives it
    q             words to look for in the item and the outlet, in any case, with or without marks
    Raises Invalid for `first` after `last` and for an unknown kind or state.
    """

    first: date | None = None
    last: date | None = None
    plan: str | None = None
    item: str | None = None
    outlet: str | None = None
    channel: str | None = None
    kind: str | None = None
    state: str | None = None
    q: str | None = None
    sight: Sight = EVERYTHING
    todays: Todays = ()
    outlets: frozenset[str] | None = None
    office_id: int | None = None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise Invalid(
                "range-reversed",
                f"The range begins on {self.first} and ends before that, on {self.last}."
                " Write the earlier day first.",
                f"Khoảng ngày bắt đầu {self.first} nhưng kết thúc trước đó, {self.last}."
                " Hãy ghi ngày sớm hơn trước.",
                where="from",
            )
        _known("kind", self.kind, KINDS)
        _known("state", self.state, (*STATES, OVERDUE))


def find_occurrences(
    connection: Connection, wanted: OccurrenceFilter, after: Cursor | None = None, limit: int = 50
) -> Page[Occurrence]:
    """One page of what the filter asks for, by start."""
    found = _fetch(connection, in_range(wanted), after, limit + 1)
    if wanted.first is not None:
        begun = _fetch(connection, _begun_before(wanted), after, limit + 1, by_end=True)
        found = _merged(begun, found)
    return _page(found, limit)


def all_occurrences(
    connection: Connection, wanted: OccurrenceFilter, *tests: ColumnElement[bool]
) -> list[Occurrence]:
    """Everything that the filter asks for, by start. `tests` may name occurrence, plan, item and outlet."""
    found = _fetch(connection, and_(in_range(wanted), *tests), None, None)
    if wanted.first is None:
        return found
    return _merged(_fetch(connection, and_(_begun_before(wanted), *tests), None, None, by_end=True), found)


def upcoming(
    connection: Connection,
    now: datetime,
    wanted: OccurrenceFilter | None = None,
    limit: int = 20,
    open_windows: bool = False,
    after: Cursor | None = None,
    also: Sequence[Occurrence] = (),
) -> Page[Occurrence]:
    """What starts at or after `now` (plan time, aware), by start, without what is cancelled.

    A day without a time is ahead until it is over. `open_windows` adds the windows that have begun
    and are still owed: not over, not delivered. A filter that names a state gets that state. `also` are
    put among them by their start, such as those that are on air.
    """
    wanted = wanted or OccurrenceFilter()
    found = _fetch(connection, _ahead(wanted), after, limit + 1, values=values_at(now))
    if open_windows:
        still_open = _fetch(connection, _open_windows(wanted, now), after, limit + 1, by_end=True)
        found = _merged(still_open, found)
    if also:
        behind = [
            one for one in also if after is None or (one.starts_at, one.id) > (after.starts_at, after.id)
        ]
        found = list({one.id: one for one in _merged(behind, found)}.values())
    return _page(found, limit)


def get_occurrence(connection: Connection, occurrence_id: str) -> Occurrence:
    """The occurrence of that id; raises NotFound."""
    row = connection.execute(_ALL.where(occurrence.c.id == occurrence_id)).first()
    if row is None:
        raise NotFound(
            "occurrence-not-found",
            f"There is no occurrence {occurrence_id!r}.",
            f"Không có lần phát, lần đăng nào mang mã {occurrence_id!r}.",
            where="id",
        )
    return _read(row)


def occurrences_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Occurrence]:
    """The occurrences of those ids that are there, by id."""
    wanted = sorted(ids)
    found: dict[str, Occurrence] = {}
    for some in in_chunks(wanted):
        rows = connection.execute(_BY_IDS, {"ids": some})
        found |= {row.id: _read(row) for row in rows}
    return found


def announced(connection: Connection, now: datetime, until: datetime) -> list[Occurrence]:
    """What readers may be told of: planned, not over at `now`, begun before `until` (plan time); by start.

    What starts before the day on which its plan was signed is never announced. An airing that has begun
    is over, a day or a window when its last day is.
    """
    signed = or_(plan.c.signed.is_(None), occurrence.c.start_day >= plan.c.signed)
    rest = and_(occurrence.c.state == "planned", occurrence.c.starts_at < until, signed)
    windows = and_(_IS_WINDOW, occurrence.c.ends_at > now, rest)
    airings = and_(AHEAD, not_(_IS_WINDOW), rest)
    rows = [
        *connection.execute(_ALL.where(windows)),
        *connection.execute(_ALL.where(airings), values_at(now)),
    ]
    found = [_read(row) for row in rows]
    return sorted(found, key=lambda one: (one.starts_at, one.id))


def plan_occurrences(connection: Connection, slug: str) -> list[Occurrence]:
    """All occurrences of a plan, by start, cancelled ones too; empty where there is no such plan."""
    question = _ALL.where(plan.c.slug == slug).order_by(occurrence.c.starts_at, occurrence.c.id)
    return [_read(row) for row in connection.execute(question).all()]


# --- the questions --------------------------------------------------------------------------

# Said as the partial index says it: a bound value would keep the databases from using that index.
_IS_WINDOW = occurrence.c.kind == literal_column("'window'")
_premiere = occurrence.alias("premiere")
# In the order in which `_read` takes them.
_COLUMNS = (
    occurrence.c.id,
    occurrence.c.uid,
    plan.c.slug,
    item.c.number,
    item.c.title,
    outlet.c.name,
    occurrence.c.channel,
    occurrence.c.kind,
    occurrence.c.state,
    occurrence.c.start_day,
    occurrence.c.start_time,
    occurrence.c.end_day,
    occurrence.c.end_time,
    occurrence.c.minutes,
    occurrence.c.minutes_max,
    occurrence.c.end_written,
    plan.c.timezone,
    occurrence.c.sequence,
    occurrence.c.original_day,
    occurrence.c.original_time,
    occurrence.c.shifted_from_day,
    occurrence.c.shifted_from_time,
    occurrence.c.reason,
    override.c.note,
    occurrence.c.premiere_id,
    _premiere.c.uid.label("premiere_uid"),
    occurrence.c.created_at,
    occurrence.c.updated_at,
    occurrence.c.cancelled_at,
    occurrence.c.starts_at,
    occurrence.c.ends_at,
    occurrence.c.orphaned,
    occurrence.c.slot,
    occurrence.c.period,
    occurrence.c.revision,
)
_ALL: Select[Any] = select(*_COLUMNS).select_from(
    occurrence.join(plan, plan.c.id == occurrence.c.plan_id)
    .join(item, item.c.id == occurrence.c.item_id)
    .outerjoin(outlet, outlet.c.id == item.c.outlet_id)
    .outerjoin(override, override.c.occurrence_id == occurrence.c.id)
    .outerjoin(_premiere, _premiere.c.id == occurrence.c.premiere_id)
)
# Put together once: every batch of the outbox asks it.
_BY_IDS = _ALL.where(occurrence.c.id.in_(bindparam("ids", expanding=True)))


def _hidden(column: ColumnElement[T]) -> ColumnElement[T]:
    """The column as an expression, which keeps SQLite from choosing an index by it.

    Windows still open are found by their ends; by plan or by start all of the past would be read.
    """
    return func.coalesce(column, column)


def _matching(wanted: OccurrenceFilter, by_end: bool = False) -> ColumnElement[bool]:
    tests = [
        column == value
        for column, value in (
            (_hidden(plan.c.slug) if by_end else plan.c.slug, wanted.plan),
            (item.c.number, wanted.item),
            (outlet.c.name, wanted.outlet),
            (plan.c.office_id, wanted.office_id),
            (occurrence.c.channel, wanted.channel),
            (occurrence.c.kind, wanted.kind),
            (occurrence.c.state, None if wanted.state == OVERDUE else wanted.state),
        )
        if value is not None
    ]
    if wanted.state == OVERDUE:
        tests.append(overdue(wanted.todays))
    if wanted.outlets is not None:
        tests.append(outlet.c.name.in_(sorted(wanted.outlets)))
    if not wanted.sight.all:
        tests.append(wanted.sight.test)
    if wanted.q is not None:
        tests += contains(item.c.search, wanted.q)
    return and_(true(), *tests)


def in_range(wanted: OccurrenceFilter) -> ColumnElement[bool]:
    """Starts on a day of the range. The bounds on the instant let the index lead; the day decides."""
    tests = [_matching(wanted)]
    if wanted.first is not None:
        tests += [
            occurrence.c.starts_at >= _instant(wanted.first, -_ZONES_AHEAD),
            occurrence.c.start_day >= wanted.first,
        ]
    if wanted.last is not None:
        tests += [
            occurrence.c.starts_at < _instant(wanted.last, timedelta(days=1) + _ZONES_BEHIND),
            occurrence.c.start_day <= wanted.last,
        ]
    return and_(*tests)


def _begun_before(wanted: OccurrenceFilter) -> ColumnElement[bool]:
    """Windows that began before the range and touch it."""
    assert wanted.first is not None  # noqa: S101 - for the type checker; the caller has looked
    return and_(
        _matching(wanted, by_end=True),
        _IS_WINDOW,
        # Both are in the index, so that a row outside is passed over without being read.
        occurrence.c.ends_at > _instant(wanted.first, -_ZONES_AHEAD),
        occurrence.c.starts_at < _instant(wanted.first, _ZONES_BEHIND),
        occurrence.c.start_day < wanted.first,
        occurrence.c.end_day >= wanted.first,
    )


_UNTIMED = and_(occurrence.c.start_time.is_(None), not_(_IS_WINDOW), occurrence.c.ends_at > bindparam("now"))
# Starts at or after now; a day without a time is ahead until it is over. Its values: `values_at`.
AHEAD = and_(
    occurrence.c.starts_at >= bindparam("a_day_ago"),
    or_(occurrence.c.starts_at >= bindparam("now"), _UNTIMED),
)


def values_at(now: datetime) -> dict[str, datetime]:
    """The values of AHEAD at an instant."""
    return {"now": now, "a_day_ago": now - _LONGEST_DAY}


# Putting this question together takes as long as reading thirty rows; the next dates are asked for all day.
@lru_cache(maxsize=256)
def _ahead(wanted: OccurrenceFilter) -> ColumnElement[bool]:
    return and_(in_range(wanted), AHEAD, _unless_asked(wanted, "cancelled"))


def _open_windows(wanted: OccurrenceFilter, now: datetime) -> ColumnElement[bool]:
    return and_(
        _matching(wanted, by_end=True),
        true() if wanted.first is None else occurrence.c.end_day >= wanted.first,
        true() if wanted.last is None else occurrence.c.start_day <= wanted.last,
        _IS_WINDOW,
        occurrence.c.ends_at > now,
        occurrence.c.starts_at < now,
        _unless_asked(wanted, "cancelled", "delivered"),
    )


def _unless_asked(wanted: OccurrenceFilter, *states: str) -> ColumnElement[bool]:
    return true() if wanted.state is not None else occurrence.c.state.not_in(states)


def _fetch(
    connection: Connection,
    tests: ColumnElement[bool],
    after: Cursor | None,
    limit: int | None,
    by_end: bool = False,
    values: Mapping[str, datetime] | None = None,
) -> list[Occurrence]:
    """Rows by start; `by_end` finds them through their ends and sorts them. `values` fill the tests."""
    start = _hidden(occurrence.c.starts_at) if by_end else occurrence.c.starts_at
    question = _ALL.where(tests).order_by(start, occurrence.c.id).limit(limit)
    if after is not None:
        question = question.where(tuple_(start, occurrence.c.id) > tuple_(after.starts_at, after.id))
    return [_read(row) for row in connection.execute(question, values).all()]


# --- from rows to values --------------------------------------------------------------------


def _read(row: Row[Any]) -> Occurrence:
    # By place: a row's names cost more than the rest of it, and lists are long.
    (id_, uid, slug, number, title, name, channel, kind, state,
     start_day, start_time, end_day, end_time, minutes, minutes_max, end_written, timezone, sequence,
     original_day, original_time, shifted_day, shifted_time, reason, note, premiere_id, premiere_uid,
     created_at, updated_at, cancelled_at, starts_at, ends_at, orphaned,
     slot, period, revision) = tuple(row)  # fmt: skip
    if end_written and ends_at is not None:
        minutes = (ends_at - starts_at) // _MINUTE
    return Occurrence(
        id_, uid, slug, number, title, name, channel, kind, state,
        wall(start_day, start_time), wall_or_none(end_day, end_time), minutes, minutes_max, timezone,
        sequence, wall(original_day, original_time), wall_or_none(shifted_day, shifted_time), reason, note,
        premiere_id, premiere_uid, created_at, updated_at, cancelled_at, starts_at, ends_at, orphaned,
        slot, period, revision,
    )  # fmt: skip


def wall(day: date, at: time | None) -> Wall:
    """A wall time, or the day alone where no time is written."""
    return day if at is None else datetime.combine(day, at)


def wall_or_none(day: date | None, at: time | None) -> Wall | None:
    """The same for a pair of columns that may both be empty."""
    return None if day is None else wall(day, at)


def _page(found: Sequence[Occurrence], limit: int) -> Page[Occurrence]:
    shown = tuple(found[:limit])
    more = len(found) > limit and shown
    return Page(shown, Cursor(shown[-1].starts_at, shown[-1].id) if more else None)


def _merged(*parts: Iterable[Occurrence]) -> list[Occurrence]:
    return sorted((row for part in parts for row in part), key=lambda row: (row.starts_at, row.id))


def _instant(day: date, after_midnight: timedelta) -> datetime:
    """UTC midnight of a day and then some; the calendar's two ends stay inside it."""
    try:
        return datetime.combine(day, time(), UTC) + after_midnight
    except OverflowError:
        return datetime(*(1, 1, 1) if after_midnight < timedelta() else (9999, 12, 31), tzinfo=UTC)


def _known(field: str, value: str | None, words: tuple[str, ...]) -> None:
    if value is not None and value not in words:
        choice = ", ".join(words)
        raise Invalid(
            f"{field}-unknown",
            f"{value!r} is no {field} of an occurrence. Write one of: {choice}.",
            f"{value!r} không hợp lệ cho {field}. Hãy ghi một trong: {choice}.",
            where=field,
        )
