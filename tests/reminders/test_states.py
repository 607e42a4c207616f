"""The state machine of a reminder: whatever happens in whatever order, no step is one that is not allowed."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import select, update

from scheduler.errors import Conflict
from scheduler.reminders.outbox import claiming, deciding, outbox
from scheduler.reminders.outbox.outbox import STEPS
from scheduler.reminders.sending import handing_over
from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, RelayDown, Retry, Unknown
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.tables import reminder, reminder_log, subscriber
from tests.reminders.samples import NOW, many_owed, rows

OUTCOMES = st.sampled_from(
    [
        Accepted(),
        Retry("451"),
        Retry("421", timedelta(days=3)),
        Failed("550"),
        Unknown("reset"),
        RelayDown("535"),
    ]
)


def outbox_machine(template: Path) -> type[RuleBasedStateMachine]:  # noqa: C901 - each rule is a function of its own
    class Outbox(RuleBasedStateMachine):
        """Workers, frozen ones too, leases that run out, readers who leave, people who decide."""

        claimed = Bundle("claimed")
        handed = Bundle("handed")

        def __init__(self) -> None:
            super().__init__()
            self.folder = Path(tempfile.mkdtemp())
            shutil.copyfile(template, self.folder / "airslot.db")
            self.engine = open_engine(f"sqlite:///{self.folder / 'airslot.db'}")
            many_owed(self.engine, 4)
            self.now = NOW
            self.states = {row.id: row.state for row in rows(self.engine)}
            self.on_the_way: Counter[int] = Counter()
            self.resent: set[int] = set()

        @rule(target=claimed, limit=st.integers(1, 3))
        def claim(self, limit: int) -> Any:
            return multiple(*claiming.claim(self.engine, self.now, limit, "w"))

        @rule(target=handed, one=claimed)
        def hand_over(self, one: claiming.Claimed) -> Any:
            with transaction(self.engine) as connection:
                if not handing_over.hand_over_all(connection, [(one, None)], self.now):
                    return multiple()
            self.on_the_way[one.id] += 1
            # Only a person, or a relay that took nothing, lets it go out another time.
            assert self.on_the_way[one.id] == 1 or one.id in self.resent
            return one

        @rule(one=consumes(handed), outcome=OUTCOMES)
        def finish(self, one: claiming.Claimed, outcome: Outcome) -> None:
            with transaction(self.engine) as connection:
                state = outbox.finish(connection, one, outcome, self.now)
            if isinstance(outcome, Retry | RelayDown | Failed) and state is not None:
                self.on_the_way[one.id] -= 1

        @rule(one=claimed)
        def put_back(self, one: claiming.Claimed) -> None:
            with transaction(self.engine) as connection:
                outbox.put_back(connection, one)

        @rule(one=claimed)
        def drop(self, one: claiming.Claimed) -> None:
            with transaction(self.engine) as connection:
                outbox.drop(connection, one, "cancelled", "the reader left")

        @rule(one=claimed)
        def give_back(self, one: claiming.Claimed) -> None:
            with transaction(self.engine) as connection:
                outbox.give_back(connection, [one])

        @rule(one=consumes(handed))
        def take_back(self, one: claiming.Claimed) -> None:
            with transaction(self.engine) as connection:
                self.on_the_way[one.id] -= outbox.take_back(connection, [one])

        @rule()
        def leases_run_out(self) -> None:
            with transaction(self.engine) as connection:
                long_ago = datetime(2001, 1, 1, tzinfo=UTC)
                connection.execute(
                    update(reminder).where(reminder.c.lease_until.is_not(None)).values(lease_until=long_ago)
                )
                outbox.release_expired_leases(connection, self.now)

        @rule(arrived=st.booleans())
        def a_person_decides(self, arrived: bool) -> None:
            for row in rows(self.engine, state="unknown")[:1]:
                with transaction(self.engine) as connection:
                    try:
                        deciding.resolve_unknown(connection, row.id, arrived, self.now)
                    except Conflict:
                        continue
                if not arrived:
                    self.resent.add(row.id)

        @rule(minutes=st.integers(1, 600))
        def time_passes(self, minutes: int) -> None:
            self.now += timedelta(minutes=minutes)
            with transaction(self.engine) as connection:
                outbox.expire_overdue(connection, self.now)

        @rule(state=st.sampled_from(["active", "unsubscribed"]))
        def a_reader_leaves_or_comes_back(self, state: str) -> None:
            with transaction(self.engine) as connection:
                connection.execute(
                    update(subscriber).where(subscriber.c.id == "sub_000001").values(state=state)
                )

        @invariant()
        def every_step_is_allowed(self) -> None:
            with reading(self.engine) as connection:
                log = select(reminder_log.c.from_state, reminder_log.c.to_state)
                logged = {tuple(row) for row in connection.execute(log)}
            assert all(to in STEPS[before] for before, to in logged)
            for row in rows(self.engine):
                before, after = self.states[row.id], row.state
                assert after == before or after in _reachable(before), (before, after)
                assert (row.token is None) == (after in ("due", "failed", "expired", "cancelled")) or (
                    after in ("accepted", "unknown")
                )
                self.states[row.id] = after

        def teardown(self) -> None:
            self.engine.dispose()
            shutil.rmtree(self.folder)

    return Outbox


def _reachable(state: str) -> frozenset[str]:
    """One step, or two that a single call makes."""
    return STEPS[state] | {after for step in STEPS[state] for after in STEPS[step]}


@pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")
def test_no_order_of_happenings_makes_a_step_that_is_not_allowed(sqlite_template: Path) -> None:
    run_state_machine_as_test(
        outbox_machine(sqlite_template),
        settings=hypothesis_settings(max_examples=40, stateful_step_count=25, deadline=None),
    )


def test_what_ended_well_or_badly_stays_so() -> None:
    assert {state for state, steps in STEPS.items() if not steps} == {"accepted", "failed"}
    assert set().union(*STEPS.values()) <= set(STEPS)
