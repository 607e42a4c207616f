"""A tick: what is due is sent once, in order, and every end has its row."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, update

from scheduler.clock import FixedClock
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.sending.dispatch import Counts, Delivery
from scheduler.reminders.transport import relay
from scheduler.reminders.transport.sink import (
    Accepted,
    Failed,
    Letter,
    Mail,
    Outcome,
    RelayDown,
    Retry,
    Unknown,
)
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import reminder, subscriber
from tests.hands import Hands
from tests.planning.overrides import move
from tests.reminders.mails.letters import renderer
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_owed,
    add_plan,
    add_subscriber,
    later,
    local,
    many_owed,
    owed,
    rows,
    states,
    steps,
)


def delivery(
    engine: Engine,
    sink: CountingSink,
    *,
    now: datetime = NOW,
    settings: Settings | None = None,
    renderer: Any = None,
    machine: Any = None,
    batch: int = 200,
) -> Delivery:
    return Delivery(
        engine,
        FixedClock(now),
        sink,
        renderer or PlainRenderer(),
        settings or Settings(),
        machine or Hands(AT),
        batch=batch,
    )


def test_all_that_is_due_is_sent_once(engine: Engine) -> None:
    many_owed(engine, 30)
    sink = CountingSink()
    ticks = delivery(engine, sink, batch=7)

    assert ticks.deliver() == Counts(sent=30)
    assert ticks.deliver() == Counts()
    assert len(set(sink.taken)) == len(sink.tried) == 30
    assert states(engine) == {"accepted": 30}


def test_the_letter_says_who_what_and_when(engine: Engine) -> None:
    many_owed(engine, 1)
    renderer = PlainRenderer()

    delivery(engine, CountingSink(), renderer=renderer).deliver()

    [letter] = renderer.letters
    [row] = rows(engine)
    assert (letter.what, letter.lead, letter.recipient.language) == ("reminder", "P1D", "vi")
    assert letter.occurrence is not None
    assert letter.occurrence.id == row.subject
    assert row.message_id == f"<{letter.key}@test>"
    assert row.sent_at == NOW


def test_every_end_has_its_row_and_its_count(engine: Engine) -> None:
    many_owed(engine, 5)
    ends: list[Outcome] = [Accepted(), Retry("451"), Failed("550"), Unknown("reset"), Accepted()]
    answers = dict(zip((f"{n:06}@example.org" for n in range(5)), ends, strict=True))

    counts = delivery(engine, CountingSink(answers.__getitem__)).deliver()

    assert counts == Counts(sent=2, retried=1, failed=1, unknown=1)
    assert states(engine) == {"accepted": 2, "due": 1, "failed": 1, "unknown": 1}


def test_a_dead_address_is_written_to_no_more(engine: Engine) -> None:
    airing = many_owed(engine, 1)
    add_owed(engine, owed("sub_000000", airing, later(1), lead="PT2H"))

    delivery(engine, CountingSink(lambda _: Failed("550 5.1.1", suppress=True))).deliver()

    with reading(engine) as connection:
        assert connection.scalar(subscriber.select().with_only_columns(subscriber.c.state)) == "suppressed"
    assert states(engine) == {"failed": 1, "cancelled": 1}


def test_a_relay_that_is_down_stops_all_workers_and_fails_nobody(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    many_owed(engine, 20)
    machine = Hands(AT)
    down = CountingSink(lambda _: RelayDown("535 wrong password"))

    assert delivery(engine, down, machine=machine).deliver() == Counts(relay_down=1)
    assert states(engine) == {"due": 20}
    assert "535 wrong password" in caplog.text
    with reading(engine) as connection:
        stop = relay.find_stop(connection)
    assert stop is not None
    assert stop.reason == "535 wrong password"

    other = CountingSink()
    ticks = delivery(engine, other, machine=machine)
    assert ticks.deliver() == Counts()
    machine.now = stop.resume_after
    assert delivery(engine, down, machine=machine).deliver() == Counts(relay_down=1)
    assert len(down.tried) == 2

    machine.now += timedelta(hours=1)
    assert ticks.deliver() == Counts(sent=20)
    with reading(engine) as connection:
        assert relay.find_stop(connection) is None


def test_a_relay_that_puts_everything_off_is_not_asked_for_each_mail(engine: Engine) -> None:
    many_owed(engine, 100)
    sink = CountingSink(lambda _: Retry("connection refused"))

    delivery(engine, sink).deliver()

    assert len(sink.tried) == 10
    assert states(engine) == {"due": 100}


def test_the_relays_quota_holds_for_all_workers_together(engine: Engine) -> None:
    many_owed(engine, 50)
    machine, sink = Hands(AT), CountingSink()
    settings = Settings(relay_per_minute=10, relay_per_hour=25)
    workers = [delivery(engine, sink, settings=settings, machine=machine) for _ in range(2)]

    sent = []
    for _ in range(5):
        sent.append(sum(worker.deliver().sent for worker in workers))
        machine.now += timedelta(minutes=1)
    machine.now += timedelta(hours=1)
    sent.append(workers[0].deliver().sent)

    assert sent == [10, 10, 5, 0, 0, 10]


def test_what_is_no_longer_useful_ends_and_is_counted(engine: Engine) -> None:
    many_owed(engine, 3)

    assert delivery(engine, CountingSink(), now=local("2024-04-17T17:45")).deliver() == Counts(ended=3)
    assert states(engine) == {"expired": 3}


def test_quiet_hours_hold_what_comes_late_until_they_are_over(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    night: dict[str, Any] = {"quiet_from": time(21), "quiet_until": time(6)}
    add_owed(engine, owed(add_subscriber(engine, **night), airing))
    add_owed(
        engine, owed(add_subscriber(engine, "binh", **night), airing, useful_until=local("2024-04-17T05:45"))
    )
    sink = CountingSink()

    assert delivery(engine, sink, now=local("2024-04-16T23:00")).deliver() == Counts(ended=1, put_back=1)
    assert delivery(engine, sink, now=local("2024-04-17T05:59")).deliver() == Counts()
    assert delivery(engine, sink, now=local("2024-04-17T06:00")).deliver() == Counts(sent=1)
    assert sink.tried == ["an@example.org"]


@pytest.mark.parametrize("state", ["unsubscribed", "suppressed", "pending"])
def test_who_left_is_not_written_to(engine: Engine, state: str) -> None:
    many_owed(engine, 1)
    with transaction(engine) as connection:
        connection.execute(update(subscriber).values(state=state))

    assert delivery(engine, CountingSink()).deliver() == Counts(ended=1)
    assert states(engine) == {"cancelled": 1}


class EditingRenderer(PlainRenderer):
    """Somebody edits the occurrence while its mail is being written."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine

    def mail(self, letter: Letter, at: datetime) -> Mail:
        written = super().mail(letter, at)
        if len(self.letters) == 1 and letter.occurrence is not None:
            with transaction(self._engine) as connection:
                move(connection, letter.occurrence.id, datetime(2024, 4, 18, 9, 0))
        return written


def test_what_is_moved_while_its_mail_is_written_is_not_sent(engine: Engine) -> None:
    many_owed(engine, 1)
    sink = CountingSink()

    counts = delivery(engine, sink, renderer=EditingRenderer(engine)).deliver()

    assert counts == Counts(put_back=1, ended=1)
    assert sink.tried == []
    assert states(engine) == {"expired": 1}


class FaultyRenderer(PlainRenderer):
    def mail(self, letter: Letter, at: datetime) -> Mail:
        if letter.recipient.email.startswith("000001"):
            raise KeyError("a template without a name")
        return super().mail(letter, at)


def test_a_letter_that_cannot_be_written_holds_up_no_other(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    many_owed(engine, 3)

    counts = delivery(engine, CountingSink(), renderer=FaultyRenderer()).deliver()

    assert counts == Counts(sent=2, failed=1)
    assert "cannot be written and is given up" in caplog.text


def test_a_mail_that_cannot_be_written_ends_with_its_reason(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    # Taken in by a former release: no header can hold it.
    unfit = {"email": "=?utf-8?q?x?=@example.org"}
    airing = add_airing(engine, add_plan(engine))
    add_owed(engine, owed(add_subscriber(engine, **unfit), airing))
    writer = renderer()

    assert delivery(engine, CountingSink(), renderer=writer).deliver() == Counts(failed=1)

    [row] = rows(engine)
    assert row.state == "failed"
    assert row.last_error.startswith("@not-written: ValueError: ")
    with reading(engine) as connection:
        assert steps(connection, row.id)[-1] == ("claimed", "failed")
    assert delivery(engine, CountingSink(), renderer=writer).deliver() == Counts()


class NoDisk(PlainRenderer):
    def mail(self, letter: Letter, at: datetime) -> Mail:
        raise OSError("no template can be read")


def test_a_mail_that_cannot_be_written_now_is_tried_again(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    many_owed(engine, 1)
    assert delivery(engine, CountingSink(), renderer=NoDisk()).deliver() == Counts(put_back=1)
    assert states(engine) == {"due": 1}


def test_a_worker_that_is_asked_to_stop_lets_go_of_the_rest(engine: Engine) -> None:
    many_owed(engine, 20)
    sink = CountingSink()

    counts = delivery(engine, sink).deliver(lambda: len(sink.tried) >= 5)

    assert counts == Counts(sent=5)
    assert states(engine) == {"accepted": 5, "due": 15}
    assert rows(engine, "token", state="due") == [(None,)] * 15


def test_a_batch_that_takes_long_is_given_back_before_its_lease_is_over(engine: Engine) -> None:
    many_owed(engine, 10)
    machine = Hands(AT)

    def slow(_: str) -> Outcome:
        machine.now += timedelta(seconds=11)
        return Accepted()

    claims: list[str] = []
    sink = CountingSink(slow)
    delivery(engine, sink, machine=machine).deliver()

    claims = sorted({token for (token,) in rows(engine, "token")})
    assert len(sink.taken) == 10
    assert len(claims) == 4  # three mails a claim: half of 60 seconds at 11 seconds each


def test_a_digest_tells_what_is_ahead_and_an_empty_one_is_not_sent(engine: Engine) -> None:
    stored = add_plan(engine)
    for start in (datetime(2024, 4, 15, 17, 45), datetime(2024, 4, 17, 6, 0), datetime(2024, 4, 19, 6, 0)):
        add_airing(engine, stored, start)
    add_airing(engine, stored, datetime(2024, 4, 16, 20, 0), item="3")
    add_subscriber(engine, digest="daily", leads=[])
    add_subscriber(engine, "binh", digest="daily", leads=[], filters={"kinds": ["window"]})
    materialise(engine, NOW, Settings(horizon_hours=1, catch_up_hours=1), lambda: AT)
    renderer = PlainRenderer()

    assert delivery(engine, CountingSink(), renderer=renderer).deliver() == Counts(sent=1, ended=1)

    [letter] = renderer.letters
    assert [one.start for one in letter.occurrences] == [
        datetime(2024, 4, 16, 20, 0),
        datetime(2024, 4, 17, 6, 0),
    ]
    assert letter.facts == {"first": "2024-04-16", "last": "2024-04-17", "days": 1}


def test_a_digest_leaves_out_what_cannot_be_written_and_counts_it(
    engine: Engine, caplog: pytest.LogCaptureFixture
) -> None:
    stored = add_plan(engine)
    for hour in range(8, 20):
        add_airing(engine, stored, datetime(2024, 4, 16, hour, 0))
    add_subscriber(engine, digest="daily", leads=[])
    materialise(engine, NOW, Settings(horizon_hours=1, catch_up_hours=1), lambda: AT)

    class Choosy(PlainRenderer):
        def mail(self, letter: Letter, at: datetime) -> Mail:
            if any(one.start == datetime(2024, 4, 16, 12, 0) for one in letter.occurrences):
                raise ValueError("this one cannot be written")
            return super().mail(letter, at)

    renderer = Choosy()
    assert delivery(engine, CountingSink(), renderer=renderer).deliver() == Counts(sent=1)
    sent = renderer.letters[-1]
    assert (len(sent.occurrences), sent.facts["left_out"]) == (11, 1)
    assert "a digest leaves out what cannot be written: occ_" in caplog.text


def test_a_row_that_a_person_took_away_meanwhile_is_no_trouble(engine: Engine) -> None:
    many_owed(engine, 2)

    def forget(_: str) -> Outcome:
        with transaction(engine) as connection:
            connection.execute(update(reminder).values(subscriber_id=None, token=None))
        return Accepted()

    assert delivery(engine, CountingSink(forget)).deliver().sent == 1
