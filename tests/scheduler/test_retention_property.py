"""Whenever old rows are removed, the ticks send the same mails as if none were: none twice, none lost."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, TypeAlias

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, insert, select, update

from scheduler.clock import FixedClock
from scheduler.errors import AirslotError
from scheduler.reminders.outbox.horizon import Horizon
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.retention import keep_house
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.tables import occurrence, plan, reminder, subscriber, upkeep
from tests.planning.overrides import cancel, move, restore
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    add_window,
)

Act: TypeAlias = tuple[Any, ...]

# As few days as the settings allow; half an hour for a change to rest.
SHORT = Settings(keep_outbox_days=90, change_delay_minutes=30)
DAY = timedelta(days=1)
AIRINGS = 6
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("wait"), st.sampled_from([1, 20, 24, 30, 24 * 7, 24 * 40, 24 * 95])),
        st.tuples(st.just(move), st.integers(0, AIRINGS - 1), st.integers(-60, 120)),
        st.tuples(st.just(cancel), st.integers(0, AIRINGS)),
        st.tuples(st.just(restore), st.integers(0, AIRINGS)),
        st.tuples(st.just("leads"), st.sampled_from([["P1D"], ["P7D", "PT2H"], ["P30D", "P1D"]])),
        st.tuples(st.just("plan time back"), st.sampled_from([2, 30, 24 * 20, 24 * 89])),
    ),
    min_size=3,
    max_size=10,
)


class Life:
    """A worker's life from `NOW` on, with so many looks in a wait; with `removing` each is at night."""

    def __init__(self, engine: Engine, *, removing: bool, looks: int = 8) -> None:
        self.engine, self.removing, self.looks, self.lived = engine, removing, looks, timedelta()
        self.clock, self.horizon, self.sink = FixedClock(NOW), Horizon(), CountingSink()
        self.delivery = Delivery(engine, self.clock, self.sink, PlainRenderer(), SHORT, self.machine)
        self.removed = 0
        with reading(engine) as connection:
            question = select(occurrence.c.id).order_by(occurrence.c.original_day)
            self.ids = connection.scalars(question).all()

    def live(self, acts: Sequence[Act]) -> list[str]:
        """Do it all; the mails that went, each by its key."""
        for act in acts:
            self.do(*act)
            self.look()
        return self.sink.taken

    def do(self, what: Any, *how: Any) -> None:
        if what == "wait":
            looks = min(how[0], self.looks)
            for _ in range(looks):
                self.lived += timedelta(hours=how[0]) / looks
                self.clock.advance(timedelta(hours=how[0]) / looks)
                self.look()
        elif what == "plan time back":
            self.clock.advance(-timedelta(hours=how[0]))
        elif what == "leads":
            with transaction(self.engine) as connection:
                changed = {"leads": how[0], "revision": subscriber.c.revision + 1}
                connection.execute(update(subscriber).values(changed))
        else:
            with suppress(AirslotError), transaction(self.engine) as connection:
                one = self.ids[how[0]]
                if what is move:
                    day = connection.scalar(select(occurrence.c.start_day).where(occurrence.c.id == one))
                    assert day is not None
                    start = datetime.combine(day + how[1] * DAY, time(17, 45))
                    move(connection, one, start, machine_time=self.machine)
                elif what is cancel:
                    cancel(connection, one, self.clock, machine_time=self.machine)
                else:
                    restore(connection, one, machine_time=self.machine)

    def look(self) -> None:
        self.horizon.keep_up(self.engine, self.clock.now(), SHORT, self.machine)
        self.delivery.deliver()
        if not self.removing:
            return
        with transaction(self.engine) as connection:
            before = {"begun_at": self.machine() - 2 * DAY, "reckoned_at": self.machine() - DAY}
            if not connection.execute(update(upkeep).values(before)).rowcount:
                connection.execute(insert(upkeep).values(id=1, **before))
        removed = keep_house(self.engine, self.clock.now(), SHORT, self.machine)
        assert removed is not None
        self.removed += removed.get("reminders", 0)

    def machine(self) -> datetime:
        return AT + self.lived


def an_office(engine: Engine) -> None:
    """Airings six weeks apart, a window of half a year, and readers of each sort."""
    stored = add_plan(engine)
    for n in range(AIRINGS):
        add_airing(engine, stored, datetime(2024, 4, 18, 17, 45) + n * 45 * DAY)
    add_window(engine, stored, datetime(2024, 5, 1).date(), datetime(2024, 10, 31).date())
    for name, facts in (("an", {}), ("binh", {"digest": "weekly"}), ("chi", {"leads": ["P7D", "P1D"]})):
        add_subscriber(engine, name, **facts)
    with transaction(engine) as connection:
        connection.execute(update(plan).values(signed=None))


def both(first: Engine, second: Engine, acts: Sequence[Act]) -> int:
    """Live the same twice, and see that removing changes nothing; how many rows were removed."""
    plain, removing = Life(first, removing=False), Life(second, removing=True)
    wanted, found = plain.live(acts), removing.live(acts)
    assert len(set(found)) == len(found)
    assert sorted(found) == sorted(wanted)
    with reading(second) as connection:
        left = connection.scalar(select(func.count()).select_from(reminder)) or 0
    with reading(first) as connection:
        assert connection.scalar(select(func.count()).select_from(reminder)) == left + removing.removed
    return removing.removed


@given(acts=ACTS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_removing_changes_no_mail(acts: list[Act], sqlite_template: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder) / "first.db", Path(folder) / "second.db"
        shutil.copyfile(sqlite_template, paths[0])
        engine = open_engine(f"sqlite:///{paths[0]}")
        an_office(engine)
        engine.dispose()
        shutil.copyfile(*paths)
        engines = [open_engine(f"sqlite:///{path}") for path in paths]
        both(engines[0], engines[1], acts)
        for one in engines:
            one.dispose()


A_YEAR: list[Act] = [
    ("wait", 24 * 40),
    (move, 4, 20),
    (cancel, 5),
    ("wait", 24 * 96),
    # Less than what is kept: a reminder that went out 90 days ago is of use again.
    ("plan time back", 24 * 89),
    ("wait", 24 * 95),
    (move, 0, 150),  # told of, long over, and ahead again
    ("wait", 24 * 40),
    (restore, 5),
    ("wait", 24 * 95),
]


def test_a_year_of_nights_removes_most_and_sends_nothing_twice(engine: Engine) -> None:
    an_office(engine)
    life = Life(engine, removing=True, looks=96)
    found = life.live(A_YEAR)
    assert len(set(found)) == len(found) > 40
    assert life.removed > len(found) / 2
