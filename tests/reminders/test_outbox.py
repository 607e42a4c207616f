"""The outbox: each row is taken by one worker, one step at a time, and no step is lost or made twice."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import Engine, delete, update

from scheduler.clock import FixedClock
from scheduler.errors import Conflict, NotFound
from scheduler.machine_time import utcnow
from scheduler.reminders.outbox import claiming, deciding, outbox
from scheduler.reminders.outbox.claiming import Claimed
from scheduler.reminders.sending import handing_over
from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, RelayDown, Retry, Unknown
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import item, occurrence, reminder, subscriber
from tests.planning.overrides import cancel, move
from tests.reminders import samples
from tests.reminders.samples import (
    AIRING,
    NOW,
    add_owed,
    add_subscriber,
    later,
    local,
    many_owed,
    owed,
    rows,
    states,
)

LEASE = timedelta(seconds=60)


@pytest.fixture
def one(engine: Engine) -> Claimed:
    """One reminder that is due, claimed."""
    many_owed(engine, 1)
    [claimed] = claiming.claim(engine, NOW, 10, "w")
    return claimed


def hand_over(engine: Engine, claimed: Claimed, now: datetime = NOW) -> bool:
    with transaction(engine) as connection:
        return bool(handing_over.hand_over_all(connection, [(claimed, None)], now))


def finish(engine: Engine, claimed: Claimed, outcome: Outcome, now: datetime = NOW) -> str | None:
    with transaction(engine) as connection:
        return outbox.finish(connection, claimed, outcome, now, jitter=0.5)


def lapse(engine: Engine) -> None:
    """Let every lease be over."""
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(lease_until=datetime(2001, 1, 1, tzinfo=UTC)))


def release(engine: Engine) -> outbox.Released:
    with transaction(engine) as connection:
        return outbox.release_expired_leases(connection, NOW)


def test_what_is_due_is_claimed_longest_due_first(engine: Engine) -> None:
    airing = many_owed(engine, 3)
    an = add_subscriber(engine)
    add_owed(
        engine,
        owed(an, airing, later(-1), lead="P2D"),
        owed(an, airing, later(0.01), lead="PT2H"),
        owed(an, airing, later(-2), lead="P3D", useful_until=NOW),
    )

    claimed = claiming.claim(engine, NOW, 3, "w")

    assert [one.due_at for one in claimed] == [later(-1), NOW, NOW]
    assert [one.lead for one in claimed] == ["P2D", "P1D", "P1D"]
    assert states(engine) == {"claimed": 3, "due": 3}
    assert claimed[0].recipient is not None
    assert claimed[0].recipient.email == "an@example.org"
    assert claimed[0].occurrence is not None
    assert claimed[0].occurrence.start == AIRING


def test_a_mail_goes_from_due_to_accepted(engine: Engine, one: Claimed) -> None:
    with transaction(engine) as connection:
        assert handing_over.hand_over_all(connection, [(one, "<a@b>")], NOW)
    assert rows(engine, "state", "attempts", "message_id") == [("handing_over", 1, "<a@b>")]

    assert finish(engine, one, Accepted("250 2.0.0 queued")) == "accepted"

    [row] = rows(engine)
    assert (row.state, row.sent_at, row.lease_until) == ("accepted", NOW, None)
    assert claiming.claim(engine, NOW, 10, "w") == []


def test_a_row_is_handed_over_once(engine: Engine, one: Claimed) -> None:
    assert hand_over(engine, one)
    assert not hand_over(engine, one)


def test_a_row_that_another_worker_has_taken_is_not_handed_over(engine: Engine, one: Claimed) -> None:
    lapse(engine)
    assert release(engine) == outbox.Released(due=1)
    [other] = claiming.claim(engine, NOW, 10, "other")

    assert not hand_over(engine, one)
    assert hand_over(engine, other)
    assert finish(engine, one, Accepted()) is None
    assert states(engine) == {"handing_over": 1}


Edit = Callable[[Engine, Claimed], None]


def unsubscribed(engine: Engine, claimed: Claimed) -> None:
    with transaction(engine) as connection:
        connection.execute(update(subscriber).values(state="unsubscribed"))


def another_address(engine: Engine, claimed: Claimed) -> None:
    with transaction(engine) as connection:
        connection.execute(update(subscriber).values(email="new@example.org"))


def moved(engine: Engine, claimed: Claimed) -> None:
    with transaction(engine) as connection:
        move(connection, claimed.subject, datetime(2024, 4, 18, 9, 0))


def cancelled(engine: Engine, claimed: Claimed) -> None:
    with transaction(engine) as connection:
        cancel(connection, claimed.subject, FixedClock(NOW))


def gone(engine: Engine, claimed: Claimed) -> None:
    with transaction(engine) as connection:
        connection.execute(delete(occurrence))


def retitled(engine: Engine, claimed: Claimed) -> None:
    with transaction(engine) as connection:
        connection.execute(update(item).values(title="Khác"))
        connection.execute(update(occurrence).values(revision=occurrence.c.revision + 1))


@pytest.mark.parametrize("edit", [unsubscribed, another_address, moved, cancelled, gone, retitled])
def test_what_changed_between_claim_and_hand_over_is_not_sent_stale(
    engine: Engine, one: Claimed, edit: Edit
) -> None:
    edit(engine, one)

    assert not hand_over(engine, one)
    assert states(engine) == {"claimed": 1}


def test_what_is_no_longer_useful_is_not_handed_over(engine: Engine, one: Claimed) -> None:
    assert not hand_over(engine, one, one.useful_until)


def test_a_confirmation_goes_to_who_is_pending_and_a_reminder_does_not(engine: Engine) -> None:
    samples.add_plan(engine)
    binh = add_subscriber(engine, "binh", state="pending")
    confirm = owed(binh, binh, what="confirm", subject_kind="subscriber", lead="")
    add_owed(engine, confirm, owed(binh, "occ_none"))
    claimed = {one.what: one for one in claiming.claim(engine, NOW, 10, "w")}

    assert hand_over(engine, claimed["confirm"])
    assert not hand_over(engine, claimed["reminder"])


def test_nothing_is_written_to_a_person_whose_data_is_deleted(engine: Engine) -> None:
    airing = samples.add_airing(engine, samples.add_plan(engine))
    add_owed(engine, owed("", airing) | {"subscriber_id": None})

    [claimed] = claiming.claim(engine, NOW, 10, "w")

    assert claimed.recipient is None
    assert not hand_over(engine, claimed)


@pytest.mark.parametrize(
    ("outcome", "state", "due"),
    [
        (Retry("451 later"), "due", NOW + timedelta(seconds=30)),
        (Retry("421", after=timedelta(minutes=3)), "due", NOW + timedelta(minutes=3)),
        (Retry("changed", after=timedelta()), "due", NOW),
        (Retry("421", after=timedelta(days=9)), "due", local(AIRING.isoformat()) - outbox.LAST_TRY),
        (Failed("550 no such user"), "failed", NOW),
        (Unknown("reset after the dot"), "unknown", NOW),
        (RelayDown("535 wrong password"), "due", NOW),
    ],
)
def test_each_outcome_has_its_end_state(
    engine: Engine, one: Claimed, outcome: Outcome, state: str, due: datetime
) -> None:
    hand_over(engine, one)

    assert finish(engine, one, outcome) == state

    [row] = rows(engine)
    assert (row.state, row.due_at) == (state, due)
    assert getattr(outcome, "reason", "") in row.last_error
    assert row.attempts == (0 if isinstance(outcome, RelayDown) else 1)
    assert (row.sent_at is None) == (state != "unknown")
    with reading(engine) as connection:
        assert samples.steps(connection, one.id) == [("handing_over", state)]


def test_pauses_grow_and_have_an_end() -> None:
    waits = [outbox.pause(n, 0.5) for n in range(10)]

    assert waits[:3] == [timedelta(seconds=30), timedelta(seconds=60), timedelta(seconds=120)]
    assert waits[-1] == outbox.LONGEST_PAUSE
    assert outbox.pause(0, 0) < waits[0] < outbox.pause(0, 1)


def test_a_lease_that_is_over_frees_what_is_claimed_and_holds_what_was_handed_over(engine: Engine) -> None:
    many_owed(engine, 3)
    first, *_ = claiming.claim(engine, NOW, 3, "w")
    hand_over(engine, first)
    assert release(engine) == outbox.Released()
    lapse(engine)

    assert release(engine) == outbox.Released(due=2, unknown=1)
    assert states(engine) == {"due": 2, "unknown": 1}
    assert release(engine) == outbox.Released()


def test_a_worker_that_was_only_slow_still_says_what_became_of_its_mail(engine: Engine, one: Claimed) -> None:
    hand_over(engine, one)
    lapse(engine)
    release(engine)

    assert finish(engine, one, Accepted()) == "accepted"


@pytest.mark.parametrize(("arrived", "state"), [(True, "accepted"), (False, "due")])
def test_a_person_decides_about_an_unknown_one(
    engine: Engine, one: Claimed, arrived: bool, state: str
) -> None:
    hand_over(engine, one)
    finish(engine, one, Unknown("reset"))

    with transaction(engine) as connection:
        deciding.resolve_unknown(connection, one.id, arrived, NOW)

    assert states(engine) == {state: 1}
    # The slow worker's word comes after the person's and no longer counts.
    assert finish(engine, one, Accepted()) is None
    with transaction(engine) as connection, pytest.raises(Conflict, match="nothing to decide"):
        deciding.resolve_unknown(connection, one.id, arrived, NOW)


def test_an_unknown_one_is_not_sent_again_when_it_would_be_late(engine: Engine, one: Claimed) -> None:
    hand_over(engine, one)
    finish(engine, one, Unknown("reset"))

    with transaction(engine) as connection, pytest.raises(Conflict, match="too late"):
        deciding.resolve_unknown(connection, one.id, False, one.useful_until)


def test_deciding_about_what_is_not_there_is_refused(engine: Engine) -> None:
    with transaction(engine) as connection, pytest.raises(NotFound):
        deciding.resolve_unknown(connection, 77, True, NOW)


def test_what_is_overdue_ends_and_is_logged(engine: Engine) -> None:
    many_owed(engine, 2, useful_until=later(1))

    with transaction(engine) as connection:
        assert outbox.expire_overdue(connection, later(0.9)) == 0
        assert outbox.expire_overdue(connection, later(1)) == 2
    assert states(engine) == {"expired": 2}
    with reading(engine) as connection:
        assert samples.steps(connection, rows(engine)[0].id) == [("due", "expired")]


def test_a_claim_is_given_back_but_for_what_was_handed_over_and_maybe_offered(engine: Engine) -> None:
    many_owed(engine, 3)
    first, *others = claiming.claim(engine, NOW, 3, "w")
    hand_over(engine, first)

    with transaction(engine) as connection:
        assert outbox.give_back(connection, [first, *others]) == 2
    assert states(engine) == {"due": 2, "handing_over": 1}
    with transaction(engine) as connection:
        assert outbox.take_back(connection, [first, *others]) == 1
    assert set(rows(engine, "state", "attempts", "token", "sent_at")) == {("due", 0, None, None)}


def test_a_lease_is_measured_by_machine_time_however_plan_time_runs(engine: Engine, one: Claimed) -> None:
    """Plan time is 2024; a lease that counted by it would be over at once."""
    assert release(engine) == outbox.Released()
    [row] = rows(engine)
    assert abs(row.lease_until - utcnow() - LEASE) < timedelta(seconds=30)


def test_many_taken_at_once_are_written_down_in_one_go(engine: Engine) -> None:
    many_owed(engine, 20)
    claimed = claiming.claim(engine, NOW, 10, "a") + claiming.claim(engine, NOW, 10, "b")
    for each in claimed[:15]:
        hand_over(engine, each)

    with transaction(engine) as connection:
        assert outbox.finish_accepted(connection, [(each, Accepted()) for each in claimed]) == 15
    assert states(engine) == {"accepted": 15, "claimed": 5}


def test_quiet_hours_come_along_with_the_claim(engine: Engine) -> None:
    airing = samples.add_airing(engine, samples.add_plan(engine))
    add_owed(engine, owed(add_subscriber(engine, quiet_from=time(21), quiet_until=time(6)), airing))

    [claimed] = claiming.claim(engine, NOW, 10, "w")

    assert claimed.quiet is not None
    assert claimed.quiet.holds(samples.local("2024-04-16T23:00"))


def test_eight_threads_claim_each_row_once(engine: Engine) -> None:
    many_owed(engine, 800)

    def work(number: int) -> list[int]:
        found: list[int] = []
        while claimed := claiming.claim(engine, NOW, 7, f"w{number}"):
            found += [each.id for each in claimed]
        return found

    with ThreadPoolExecutor(8) as pool:
        taken = Counter(one for found in pool.map(work, range(8)) for one in found)

    assert len(taken) == 800
    assert set(taken.values()) == {1}


_CLAIMING = """
import sys
from datetime import datetime
from scheduler.reminders.outbox.claiming import claim
from scheduler.store.database.engine import open_engine

engine = open_engine(sys.argv[1])
sys.stdin.readline()
while claimed := claim(engine, datetime.fromisoformat(sys.argv[2]), 11, sys.argv[3]):
    for one in claimed:
        print(one.id)
"""


def test_eight_processes_claim_each_row_once_and_none_dies(engine: Engine, database_url: str) -> None:
    many_owed(engine, 2000)
    command = [sys.executable, "-c", _CLAIMING, database_url, NOW.isoformat()]
    workers = [
        subprocess.Popen([*command, f"p{n}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for n in range(8)
    ]
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("go\n")
        worker.stdin.flush()

    said = [worker.communicate(timeout=120)[0] for worker in workers]

    assert [worker.returncode for worker in workers] == [0] * 8
    taken = Counter(line for text in said for line in text.split())
    assert len(taken) == 2000
    assert set(taken.values()) == {1}
