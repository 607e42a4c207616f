"""Which reminders stand on a page of the outbox, newest first: for each question the shortest way to them.

Left alone, both databases take ways that read years: in the order of ids until enough are found, or by all
readers of the office. An expression in place of a column (`id + 0`) keeps them from an index.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from scheduler.store.outbox.reminders import IS_APART, IS_ENDED, IS_OPEN
from scheduler.store.tables import office, reminder, subscriber

Terms: TypeAlias = list[ColumnElement[bool]]

_OPEN, _ENDED = ("due", "claimed", "handing_over"), ("unknown", "failed", "expired", "cancelled")
_RECENT = 5_000  # ids: the newest page of an office that is busy lies among so many


def page_ids(
    connection: Connection,
    limit: int,
    *,
    subscriber_id: str | None = None,
    office_id: int | None = None,
    subject: str | None = None,
    state: str | None = None,
    what: str | None = None,
    after: int | None = None,
) -> Sequence[int]:
    """The ids of a page; None asks for all. Mails that ask to confirm are on none.

    What is about nobody any more belongs to no office.
    """
    few = state in (*_OPEN, *_ENDED) or what not in (None, "reminder")
    own: Terms = []
    if subscriber_id is not None:
        own.append(reminder.c.subscriber_id == subscriber_id)
    if subject is not None:
        own.append(reminder.c.subject == subject)
    wanted = [*_of_state(state), *_of_what(what), *own, reminder.c.what != "confirm"]
    if after is not None:
        wanted.append(reminder.c.id < after)
    # Those are found first and put in order then; all others lie in the order of ids.
    sort = bool(own) or state in _OPEN
    if office_id is None:
        return _ids(connection, wanted, limit, sort=sort)
    only = _is_only_office(connection)
    of_office = [*wanted, _is_of(office_id, only=only)]
    if own or few or only:
        return _ids(connection, of_office, limit, sort=sort)
    newest = connection.scalar(select(func.max(reminder.c.id))) or 0
    recent = reminder.c.id >= (newest if after is None else after) - _RECENT
    found = _ids(connection, [*of_office, recent], limit)
    if len(found) == limit:
        return found
    readers = select(subscriber.c.id).where(subscriber.c.office_id == office_id)
    return _ids(connection, [*wanted, reminder.c.subscriber_id.in_(readers)], limit, sort=True)


def _ids(connection: Connection, wanted: Terms, limit: int, *, sort: bool = False) -> Sequence[int]:
    order = reminder.c.id + 0 if sort else reminder.c.id
    question = select(reminder.c.id).where(*wanted).order_by(order.desc()).limit(limit)
    return connection.scalars(question).all()


def _of_state(state: str | None) -> Terms:
    """Terms for a state; of one that is seldom as the partial indexes have them."""
    if state is None:
        return []
    terms: Terms = [reminder.c.state == state]
    if state in _OPEN:
        terms.append(IS_OPEN)
    if state in _ENDED:
        terms += [IS_ENDED, reminder.c.phase == literal_column(f"'{state}'")]
    return terms


def _of_what(what: str | None) -> Terms:
    if what is None:
        return []
    return [reminder.c.what == what, *([] if what == "reminder" else [IS_APART])]


def _is_of(office_id: int, *, only: bool) -> ColumnElement[bool]:
    """That a row is about a reader of the office; asked of rows that were found by something else."""
    reader = func.coalesce(reminder.c.subscriber_id, "")
    if only:
        return reader != ""
    return reader.in_(select(subscriber.c.id).where(subscriber.c.office_id == office_id))


def _is_only_office(connection: Connection) -> bool:
    return len(connection.scalars(select(office.c.id).limit(2)).all()) == 1
