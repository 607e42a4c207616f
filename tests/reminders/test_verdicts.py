"""Whether a reminder may still go out is asked twice: in Python of a claim, in SQL before the relay hears.

The second must be one statement. That both say the same is held here.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, NamedTuple

import pytest
from sqlalchemy import Connection, Engine, update

from scheduler.reminders.outbox.claiming import Claimed, claim
from scheduler.reminders.sending.handing_over import hand_over_all, still_wanted
from scheduler.reminders.sending.verdicts import verdict
from scheduler.store.database.engine import transaction
from scheduler.store.instants import zone
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.occurrences.rows import delete_rows, replace_rows
from scheduler.store.tables import SUBSCRIBER_STATES, reminder, subscriber
from tests.reminders.samples import AT, NOW, add_airing, add_owed, add_plan, add_subscriber, local, owed
from tests.store.samples import PLAN

READERS, AIRINGS = 12, 12
RESTS = timedelta(minutes=5)
SEEDS = range(8)  # a round each: what happens between the claim and the relay is drawn from it


class Office(NamedTuple):
    """What a round begins with."""

    readers: list[str]
    airings: list[OccurrenceRow]
    chance: random.Random


def begun(engine: Engine, chance: random.Random) -> Office:
    """Readers in every state, airings in several, and a reminder of everything to everybody."""
    stored = add_plan(engine)
    states = [*SUBSCRIBER_STATES, *("active",) * (READERS - len(SUBSCRIBER_STATES))]
    readers = [add_subscriber(engine, f"{n:02}", state=state) for n, state in enumerate(states)]
    airings = [
        add_airing(
            engine,
            stored,
            datetime(2024, 4, 17, 6 + n),
            state=chance.choice(("planned", "planned", "delivered")),
        )
        for n in range(AIRINGS)
    ]
    for reader in readers:
        add_owed(engine, confirmation(reader), *(one for about in airings for one in messages(reader, about)))
    return Office(readers, airings, chance)


def messages(reader: str, about: OccurrenceRow) -> Iterator[dict[str, Any]]:
    """A reminder at its start, one of a start that it no longer has, and notices of two of its states."""
    start = local(f"{about.start:%Y-%m-%dT%H:%M}")
    yield owed(reader, about, target_start=start, useful_until=start)
    yield owed(reader, about, target_start=start - timedelta(hours=1), useful_until=start)
    for told in ("sequence 0", "gone"):
        yield owed(reader, about, what="change", lead=told, target_start=start, useful_until=start)


def confirmation(reader: str) -> dict[str, Any]:
    return owed(reader, reader, what="confirm", subject_kind="subscriber", lead="")


# --- what may happen in between ---------------------------------------------------------------


def happen(connection: Connection, office: Office) -> None:
    """Readers leave, change their address, are forgotten; airings move, end, go, or only look different."""
    for act in office.chance.choices(ACTS, k=office.chance.randint(0, 8)):
        act(connection, office)


def _reader(connection: Connection, office: Office, **facts: Any) -> None:
    one = office.chance.choice(office.readers)
    connection.execute(update(subscriber).where(subscriber.c.id == one).values(**facts))


def _state(connection: Connection, office: Office) -> None:
    _reader(connection, office, state=office.chance.choice(SUBSCRIBER_STATES))


def _address(connection: Connection, office: Office) -> None:
    _reader(connection, office, email=f"{office.chance.random()}@example.org")


def _language(connection: Connection, office: Office) -> None:
    _reader(connection, office, language="en")


def _key(connection: Connection, office: Office) -> None:
    _reader(connection, office, link_salt=f"{office.chance.random()}")


def _forgotten(connection: Connection, office: Office) -> None:
    one = office.chance.choice(office.readers)
    connection.execute(update(reminder).where(reminder.c.subscriber_id == one).values(subscriber_id=None))


def _changed(connection: Connection, office: Office, **facts: Any) -> None:
    at = office.chance.randrange(len(office.airings))
    row = office.airings[at].changed(**facts)
    if replace_rows(connection, [row], zone(PLAN.timezone), AT):
        office.airings[at] = replace(row, revision=row.revision + 1)


def _moved(connection: Connection, office: Office) -> None:
    _changed(connection, office, start=datetime(2024, 4, 18, office.chance.randrange(24)))


def _ended(connection: Connection, office: Office) -> None:
    state = office.chance.choice(("delivered", "missed", "cancelled", "planned"))
    _changed(connection, office, state=state, cancelled_at=AT if state == "cancelled" else None)


def _elsewhere(connection: Connection, office: Office) -> None:
    _changed(connection, office, channel=office.chance.choice(("KG", "KG1")))


def _gone(connection: Connection, office: Office) -> None:
    if len(office.airings) > 1:
        one = office.airings.pop(office.chance.randrange(len(office.airings)))
        delete_rows(connection, [one.id], AT)


ACTS: tuple[Callable[[Connection, Office], None], ...] = (
    _state, _address, _language, _key, _forgotten, _moved, _ended, _elsewhere, _gone,
)  # fmt: skip


# --- the two sayings --------------------------------------------------------------------------


def asked_anew(engine: Engine, now: datetime) -> dict[int, Claimed]:
    """What a claim of the same rows would find now."""
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(state="due", token=None, lease_until=None))
    return {one.id: one for one in claim(engine, now, 10_000, "again")}


def says_the_same(before: Claimed, now: Claimed) -> bool:
    """Whether the mail that was written is the one that would be written now."""
    one, other = before.recipient, now.recipient
    assert one is not None
    return (
        other is not None
        and (one.email, one.language, one.link_salt) == (other.email, other.language, other.link_salt)
        and _revision(before) == _revision(now)
    )


def _revision(claimed: Claimed) -> int | None:
    return claimed.occurrence.revision if claimed.occurrence else None


@pytest.mark.parametrize("seed", SEEDS)
def test_what_the_last_question_lets_pass_is_what_a_new_claim_would_send(engine: Engine, seed: int) -> None:
    office = begun(engine, random.Random(seed))  # noqa: S311 - a story, not a secret
    written = [one for one in claim(engine, NOW, 10_000, "w") if verdict(one, NOW, RESTS) is None]
    with transaction(engine) as connection:
        happen(connection, office)
    later = NOW + office.chance.choice((timedelta(), timedelta(days=1, hours=4)))  # some are too late then

    with transaction(engine) as connection:
        may_go = hand_over_all(connection, [(one, None) for one in written], later)
        wanted = {one.id for one in written if one.id in may_go and still_wanted(connection, one, later)}
    anew = asked_anew(engine, later)

    assert may_go == {
        one.id
        for one in written
        if (now := anew.get(one.id)) and says_the_same(one, now) and verdict(now, later, RESTS) is None
    }
    assert wanted == may_go
    assert 0 < len(written) < READERS * (4 * AIRINGS + 1)
