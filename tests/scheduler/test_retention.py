"""What is old goes once a night; what can cause or prevent a mail stays, and so does what was counted."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Table, event, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from scheduler.accounts import creations
from scheduler.accounts.audit import record
from scheduler.accounts.people import add_person
from scheduler.accounts.rights import Actor
from scheduler.accounts.sessions import begin
from scheduler.accounts.sign_in import make_link
from scheduler.accounts.tokens import create_token, revoke_token
from scheduler.feeds.access import create_feed, find_feed, revoke_feed
from scheduler.machine_time import utcnow
from scheduler.reminders.metrics import count_outbox
from scheduler.reminders.outbox.deciding import resolve_unknown
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.retention import keep_house
from scheduler.settings import Settings
from scheduler.store.account_tables import api_token, audit, idempotency, session, sign_in_link
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import feed, link_token, office, reminder, reminder_log, subscriber, upkeep
from scheduler.store.upkeep import MOST_A_NIGHT, begin_night, find_night, is_due
from tests.reminders.samples import AT, NOW, add_airing, add_owed, add_plan, add_subscriber, many_owed, owed
from tests.reminders.test_clock_jumps import Machine

DAY, LONG = timedelta(days=1), timedelta(days=400)
YEAR = Settings(keep_outbox_days=365, keep_audit_days=400)


def nightly(engine: Engine, at: datetime, now: datetime | None = None, settings: Settings = YEAR) -> Any:
    """A night's upkeep at `at`, as if there had been one every night before."""
    with transaction(engine) as connection:
        if find_night(connection) is None:
            connection.execute(insert(upkeep).values(id=1, begun_at=at, reckoned_at=at))
        connection.execute(update(upkeep).values(begun_at=at - 2 * DAY, reckoned_at=at - DAY))
    return keep_house(engine, at - AT + NOW if now is None else now, settings, lambda: at)


def count(engine: Engine, table: Table) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(table)) or 0


def counts(engine: Engine) -> Mapping[str, int]:
    with reading(engine) as connection:
        found = count_outbox(connection, NOW + LONG)
    return {state: found.of(state) for state in found.by_state} | {"late": sum(found.late.values())}


def told(engine: Engine, **facts: Any) -> int:
    """One reminder that was sent; its id."""
    airing = add_airing(engine, add_plan(engine))
    add_owed(engine, owed(add_subscriber(engine), airing, state="accepted", sent_at=NOW, **facts))
    with reading(engine) as connection:
        made: int = connection.scalars(select(reminder.c.id)).one()
    return made


# --- the outbox ---------------------------------------------------------------------------------------


def test_a_reminder_goes_with_its_steps_when_it_is_old_on_both_clocks(engine: Engine) -> None:
    row = told(engine)
    with transaction(engine) as connection:
        connection.execute(insert(reminder_log).values(reminder_id=row, at=AT, to_state="due"))
    nightly(engine, AT + LONG, NOW + DAY)  # plan time stands: it was started there again
    nightly(engine, AT + DAY, NOW + LONG)
    assert count(engine, reminder) == 1
    assert nightly(engine, AT + LONG)["reminders"] == 1
    assert count(engine, reminder) == count(engine, reminder_log) == 0


@pytest.mark.parametrize("state", ["due", "claimed", "handing_over", "unknown"])
def test_what_waits_or_is_in_doubt_stays_and_all_about_the_same(engine: Engine, state: str) -> None:
    told(engine)
    with reading(engine) as connection:
        [about] = connection.scalars(select(reminder.c.subject))
    add_owed(engine, owed(add_subscriber(engine, "binh"), about, state=state, sent_at=NOW))
    nightly(engine, AT + LONG)
    assert count(engine, reminder) == 2


@pytest.mark.parametrize(
    "facts",
    [
        {"target_start": NOW + LONG},
        {"useful_until": NOW + LONG},
        {"created_at": AT + LONG - DAY},
    ],
    ids=str,
)
def test_nothing_about_an_occurrence_goes_while_anything_of_it_is_young(
    engine: Engine, facts: Mapping[str, Any]
) -> None:
    told(engine)
    with reading(engine) as connection:
        [about] = connection.scalars(select(reminder.c.subject))
    young = owed(add_subscriber(engine, "binh"), about, state="accepted", sent_at=NOW) | facts
    add_owed(engine, young)
    nightly(engine, AT + LONG)
    assert count(engine, reminder) == 2


def test_nothing_about_an_occurrence_goes_while_it_is_ahead(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine), datetime(2025, 12, 1, 17, 45))
    add_owed(engine, owed(add_subscriber(engine), airing, state="accepted", sent_at=NOW))
    nightly(engine, AT + LONG)
    assert count(engine, reminder) == 1


def test_for_ever_is_for_ever(engine: Engine) -> None:
    told(engine)
    settings = Settings(keep_outbox_days=0, keep_audit_days=0)
    assert "reminders" not in nightly(engine, AT + 100 * LONG, settings=settings)
    assert count(engine, reminder) == 1


def test_many_go_in_small_transactions(engine: Engine) -> None:
    many_owed(engine, 1_300, state="accepted", sent_at=NOW)
    deleted: list[int] = []

    def note(_c: object, cursor: Any, statement: str, *_: object) -> None:
        if statement.startswith("DELETE FROM reminder "):
            deleted.append(len(statement))

    event.listen(engine, "before_cursor_execute", note)
    assert nightly(engine, AT + LONG)["reminders"] == 1_300
    assert len(deleted) == 3


# --- counts -------------------------------------------------------------------------------------------


def test_counts_stay_when_rows_go_and_go_on_from_there(engine: Engine) -> None:
    airing = many_owed(engine, 4)
    states = [
        ("accepted", NOW),
        ("accepted", NOW + timedelta(minutes=2)),
        ("failed", None),
        ("expired", None),
    ]
    with transaction(engine) as connection:
        ids = connection.scalars(select(reminder.c.id).order_by(reminder.c.id)).all()
        for one, (state, sent_at) in zip(ids, states, strict=True):
            facts = {"state": state, "sent_at": sent_at, "due_at": NOW}
            connection.execute(update(reminder).where(reminder.c.id == one).values(facts))
    before = counts(engine)
    assert (before["accepted"], before["late"], before["failed"], before["expired"]) == (2, 1, 1, 1)

    nightly(engine, AT + DAY)
    assert counts(engine) == before  # counted by the night now
    nightly(engine, AT + LONG)
    assert count(engine, reminder) == 0 and counts(engine) == before
    add_owed(engine, owed(add_subscriber(engine, "moi"), airing, state="accepted", sent_at=NOW, due_at=NOW))
    assert counts(engine)["accepted"] == 3


def test_a_mail_that_a_person_decides_about_long_after_is_counted_at_once(engine: Engine) -> None:
    told(engine)
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(state="unknown"))
    nightly(engine, AT + DAY)
    with transaction(engine) as connection:
        one = connection.scalars(select(reminder.c.id)).one()
        resolve_unknown(connection, one, True, NOW, machine_time=lambda: AT)
    assert (counts(engine)["unknown"], counts(engine)["accepted"]) == (0, 1)
    nightly(engine, AT + DAY)
    assert counts(engine)["accepted"] == 1


def test_whom_a_person_forgets_stays_counted(engine: Engine) -> None:
    told(engine)
    with transaction(engine) as connection:
        connection.execute(update(reminder).values(state="expired"))
    for _ in range(2):
        before = counts(engine)
        with transaction(engine) as connection:
            found = connection.scalars(select(subscriber.c.id)).first()
            if found is not None:
                subscribers.delete(connection, found, machine_time=lambda: AT)
        assert counts(engine) == before and before["expired"] == 1
        nightly(engine, AT + DAY)


# --- who and what else --------------------------------------------------------------------------------


def test_the_log_of_deeds_keeps_its_last_year_whatever_is_asked(engine: Engine) -> None:
    now = utcnow()
    actor = Actor("An", "admin", "page", "per_1", 1)
    with transaction(engine) as connection:
        for days in (1_000, 420, 380, 300, 0):
            record(
                connection,
                actor,
                "move",
                "occurrence",
                str(days),
                machine_time=lambda d=days: now - d * DAY,  # type: ignore[misc] # of this turn
            )
    assert nightly(engine, now, now)["deeds"] == 2
    with reading(engine) as connection:
        assert connection.scalars(select(audit.c.subject).order_by(audit.c.id)).all() == ["380", "300", "0"]
    for statement in ("DELETE FROM audit WHERE subject = '300'", "UPDATE audit SET who = 'X'"):
        with pytest.raises(DBAPIError), transaction(engine) as connection:
            connection.execute(text(statement))


def test_who_never_confirmed_is_forgotten_and_who_may_yet_is_not(engine: Engine, tmp_path: Path) -> None:
    add_plan(engine)
    add_subscriber(engine, "active")
    folder = tmp_path / "mail"
    folder.mkdir()
    (folder / "a.eml").write_bytes(b"To: old@example.org\r\n\r\n")
    settings = Settings(mail_folder=folder)

    def asked(name: str, at: datetime) -> None:
        with transaction(engine) as connection:
            wanted = Subscription(f"{name}@example.org")
            subscribers.add(connection, wanted, machine_time=lambda: at, now=NOW, secret=b"secret")

    asked("old", AT)
    asked("again", AT)
    asked("young", AT + 20 * DAY)
    with transaction(engine) as connection:
        found = subscribers.find_by_email(connection, "again@example.org")
        assert found is not None
        connection.execute(update(reminder).values(state="accepted"))
        subscribers.ask_to_confirm(
            connection, found, now=NOW, secret=b"s", machine_time=lambda: AT + 36 * DAY
        )
    assert nightly(engine, AT + 40 * DAY, settings=settings)["unconfirmed subscribers"] == 1
    with reading(engine) as connection:
        left = set(connection.scalars(select(subscriber.c.email)))
    assert left == {"active@example.org", "again@example.org", "young@example.org"}
    assert list(folder.iterdir()) == []


def test_sessions_links_keys_and_answers_go_when_they_have_ended_for_long(engine: Engine) -> None:
    add_plan(engine)
    with transaction(engine) as connection:
        office_id = connection.scalar(select(office.c.id)) or 0
        an = add_person(connection, "an@example.org", "admin", machine_time=lambda: AT)
        begin(connection, an, machine_time=lambda: AT)
        make_link(connection, an.id, machine_time=lambda: AT)
        creations.begin(connection, "k", an.id, "r", AT)
        token, _ = create_token(connection, an, office_id, "read", machine_time=lambda: AT)
        create_token(connection, an, office_id, "read", machine_time=lambda: AT)
        _, kept_token = create_feed(connection, "a", machine_time=lambda: AT, person_id=an.id)
        ended, _ = create_feed(connection, "b", machine_time=lambda: AT, person_id=an.id)
        _, by_token = create_feed(
            connection, "c", machine_time=lambda: AT, person_id=an.id, office_id=office_id, token_id=token.id
        )
        revoke_feed(connection, ended.id, machine_time=lambda: AT)
        revoke_token(connection, token.id, machine_time=lambda: AT)
    tables = (session, sign_in_link, link_token, idempotency, api_token, feed)
    nightly(engine, AT + timedelta(hours=20))
    assert [count(engine, table) for table in tables] == [1, 1, 0, 1, 2, 3]
    nightly(engine, AT + 50 * DAY)
    assert [count(engine, table) for table in tables] == [0, 0, 0, 0, 2, 3]
    nightly(engine, AT + 410 * DAY)
    assert [count(engine, table) for table in tables] == [0, 0, 0, 0, 1, 1]
    with reading(engine) as connection:
        # It ended with its token, and does not come alive because nobody knows of that any more.
        assert find_feed(connection, by_token) is None
        assert find_feed(connection, kept_token) is not None


def test_who_signs_in_removes_nothing(engine: Engine) -> None:
    """How long what has ended is kept is the setting's word alone, and the night's work."""
    add_plan(engine)
    with transaction(engine) as connection:
        an = add_person(connection, "an@example.org", "admin", machine_time=lambda: AT)
        begin(connection, an, machine_time=lambda: AT)
        make_link(connection, an.id, machine_time=lambda: AT)
        begin(connection, an, machine_time=lambda: AT + 200 * DAY)
        make_link(connection, an.id, machine_time=lambda: AT + 200 * DAY)
    assert [count(engine, table) for table in (session, sign_in_link)] == [2, 2]
    nightly(engine, AT + 200 * DAY)
    assert [count(engine, table) for table in (session, sign_in_link)] == [1, 1]


# --- the night ----------------------------------------------------------------------------------------


def test_a_night_is_once_a_day_and_one_workers(engine: Engine) -> None:
    at, night = datetime(2026, 5, 1, 19, 0, tzinfo=UTC), time(19)
    begun = Counter[bool]()
    for hours in range(0, 72, 1):
        for _worker in range(2):
            with transaction(engine) as connection:
                begun[begin_night(connection, at + timedelta(hours=hours), night) is not None] += 1
    assert begun[True] == 3


def test_a_clock_ahead_makes_little_old_and_the_first_night_nothing(engine: Engine) -> None:
    told(engine)
    ten_years = 3_650 * DAY
    assert not any((keep_house(engine, NOW + ten_years, YEAR, lambda: AT + ten_years) or {}).values())
    with transaction(engine) as connection:
        connection.execute(update(upkeep).values(begun_at=AT, reckoned_at=AT))
    for night in range(1, 10):
        later = AT + ten_years + night * DAY
        keep_house(engine, later - AT + NOW, YEAR, lambda later=later: later)  # type: ignore[misc] # of this turn
    with reading(engine) as connection:
        found = find_night(connection)
    assert found is not None and found.reckoned_at == AT + 9 * MOST_A_NIGHT
    assert count(engine, reminder) == 1
    # The clock is right again: the night that began in the future keeps no other from beginning.
    assert is_due(found, AT + 10 * DAY, time(19))
    assert nightly(engine, AT + 10 * DAY) is not None


def test_a_night_is_told_once_with_what_went(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    told(engine)
    with caplog.at_level(logging.INFO, logger="airslot.worker"):
        nightly(engine, AT + LONG)
    assert [record.getMessage() for record in caplog.records] == [
        "the night's upkeep is over; removed: 1 reminders"
    ]
    with reading(engine) as connection:
        found = find_night(connection)
    assert found is not None and found.removed["reminders"] == 1 and found.ended_at == AT + LONG


def test_a_stop_ends_the_night_between_two_transactions(engine: Engine) -> None:
    many_owed(engine, 1_300, state="accepted", sent_at=NOW)
    with transaction(engine) as connection:
        connection.execute(insert(upkeep).values(id=1, begun_at=AT, reckoned_at=AT + LONG))
    removed = keep_house(engine, NOW + LONG, YEAR, lambda: AT + LONG, stopping=lambda: True)
    assert removed == {"reminders": 500}


def test_a_worker_has_its_nights_unless_its_clock_is_in_doubt(engine: Engine) -> None:
    machine = Machine(engine)
    machine.go_on(5)
    machine.wrong = timedelta(hours=1)
    machine.worker.keep_house()
    with reading(engine) as connection:
        assert find_night(connection) is None
    machine.wrong = timedelta()
    machine.worker.keep_house()
    with reading(engine) as connection:
        assert find_night(connection) is not None
