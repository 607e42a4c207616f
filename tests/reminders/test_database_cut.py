"""A database that is cut off while mails go out: what the worker knows is told when it answers again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import Engine, event, update
from sqlalchemy.exc import OperationalError

from scheduler.clock import FixedClock
from scheduler.errors import Unavailable
from scheduler.reminders.outbox.outbox import release_expired_leases
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport.lines import Lines
from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, RelayDown, Retry
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.tables import reminder
from tests.reminders.samples import AT, NOW, CountingSink, PlainRenderer, many_owed, rows, states

HANDING_OVER = "reminder.attempts +"  # the statement that does it, by its text


class Cut:
    """The line to a database, which can be cut: nothing is asked any more, or one answer is lost."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.off = engine, False
        self.lose = ""
        event.listen(engine, "engine_connect", self._ask)
        event.listen(engine, "after_cursor_execute", self._answer)

    def _ask(self, connection: Any) -> None:
        if self.off:
            connection.close()  # what is raised here leaves it to nobody
            raise OperationalError("", {}, Exception("the line is cut"))

    def _answer(self, connection: Any, cursor: Any, statement: str, *_: object) -> None:
        if self.lose and self.lose in statement:
            self.lose, self.off = "", True
            raise OperationalError(statement, {}, Exception("the line was cut"))


@pytest.fixture
def cut(engine: Engine, database_url: str) -> Iterator[Cut]:
    """The worker's own way to the database."""
    own = open_engine(database_url)
    yield Cut(own)
    own.dispose()


def delivery(cut: Cut, *sinks: CountingSink) -> Delivery:
    lines = Lines(list(sinks))
    return Delivery(cut.engine, FixedClock(NOW), lines, PlainRenderer(), Settings(), lambda: AT)


def end_leases(engine: Engine) -> None:
    """Another worker finds that the leases are over."""
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(lease_until=datetime(2001, 1, 1, tzinfo=UTC)))
    with transaction(engine) as connection:
        release_expired_leases(connection, NOW)


Meanwhile = Callable[[Engine], None]
in_time_or_late = pytest.mark.parametrize("meanwhile", [lambda _: None, end_leases], ids=["soon", "late"])


@in_time_or_late
def test_what_was_never_offered_is_put_back_and_not_unknown(
    engine: Engine, cut: Cut, meanwhile: Meanwhile
) -> None:
    many_owed(engine, 30)
    sink = CountingSink()
    worker = delivery(cut, sink, sink)
    cut.lose = HANDING_OVER

    with pytest.raises(Unavailable):
        worker.deliver()
    meanwhile(engine)
    cut.off = False

    assert sink.tried == []
    assert worker.deliver().sent == 30
    assert set(rows(engine, "state", "attempts")) == {("accepted", 1)}


@in_time_or_late
@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Retry("451 later"), "due"),
        (RelayDown("535 no"), "due"),
        (RelayDown("no connection", away=True), "due"),
        (Failed("550 no such user"), "failed"),
        (Accepted("250 taken"), "accepted"),
    ],
    ids=lambda value: "" if isinstance(value, str) else type(value).__name__,
)
def test_what_is_known_of_a_mail_is_told_when_the_database_answers_again(
    engine: Engine, cut: Cut, outcome: Outcome, state: str, meanwhile: Meanwhile
) -> None:
    many_owed(engine, 1)

    def answer(_: str) -> Outcome:
        cut.off = True
        return outcome

    worker = delivery(cut, CountingSink(answer))
    with pytest.raises(Unavailable):
        worker.deliver()
    assert states(engine) == {"handing_over": 1}
    meanwhile(engine)
    cut.off = False
    worker.settle()

    assert states(engine) == {state: 1}


def test_a_batch_that_was_only_claimed_is_due_again_at_once(engine: Engine, cut: Cut) -> None:
    many_owed(engine, 20)

    def answer(_: str) -> Outcome:
        cut.off = True
        return Accepted()

    worker = delivery(cut, CountingSink(answer))
    with pytest.raises(Unavailable):
        worker.deliver()
    cut.off = False
    worker.settle()

    assert states(engine) == {"accepted": 1, "due": 19}


def test_nothing_is_claimed_while_what_is_known_cannot_be_told(engine: Engine, cut: Cut) -> None:
    many_owed(engine, 5)

    def answer(_: str) -> Outcome:
        cut.off = True
        return Accepted()

    sink = CountingSink(answer)
    worker = delivery(cut, sink)
    for _ in range(5):
        with pytest.raises(Unavailable):
            worker.deliver()

    assert len(sink.tried) == 1


def test_a_person_who_decided_meanwhile_has_the_last_word(engine: Engine, cut: Cut) -> None:
    many_owed(engine, 1)
    worker = delivery(cut, CountingSink())
    cut.lose = HANDING_OVER
    with pytest.raises(Unavailable):
        worker.deliver()
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(state="accepted", token=None))
    cut.off = False
    worker.settle()

    assert states(engine) == {"accepted": 1}
