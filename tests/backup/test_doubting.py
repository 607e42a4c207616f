"""After a restore nothing goes out twice: what was due by then waits for a person's word."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import Connection, select

from scheduler.accounts.rights import Actor
from scheduler.clock import FixedClock
from scheduler.desk.desk import Desk
from scheduler.desk.occurrences import move
from scheduler.reminders.notes import IN_DOUBT
from scheduler.reminders.outbox.deciding import Which, resolve_all
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.outbox.outbox import release_expired_leases
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.sending.doubting import doubt
from scheduler.settings import Settings
from scheduler.store.database.engine import open_engine, transaction
from scheduler.store.tables import reminder
from tests.backup.conftest import backed_up, restored
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    add_window,
    local,
    rows,
    states,
)


class Scene:
    """A worker's ticks on one database after the other, all into the same sink."""

    def __init__(self, url: str, clock: FixedClock, sink: CountingSink, settings: Settings) -> None:
        self.engine, self.clock, self.sink, self.settings = open_engine(url), clock, sink, settings

    def machine_time(self) -> datetime:
        return AT + (self.clock.now() - NOW)

    def tick(self) -> None:
        materialise(self.engine, self.clock.now(), self.settings, self.machine_time)
        with transaction(self.engine) as connection:
            release_expired_leases(
                connection, self.clock.now(), thorough=True, machine_time=self.machine_time
            )
        Delivery(
            self.engine, self.clock, self.sink, PlainRenderer(), self.settings, machine_time=self.machine_time
        ).deliver()

    def live(self, until: datetime, step: timedelta = timedelta(minutes=20)) -> None:
        """Tick until then, as a worker does that nobody stops."""
        while self.clock.now() < until:
            self.clock.move_to(min(self.clock.now() + step, until))
            self.tick()

    def restored_into(self, url: str, file: bytes) -> Scene:
        self.engine.dispose()

        def hold(connection: Connection) -> int:
            return doubt(connection, self.clock.now(), self.settings, self.machine_time)

        restored(url, file, hold, replace=True)
        return Scene(url, self.clock, self.sink, self.settings)


@pytest.fixture
def scene(database_url: str) -> Scene:
    return Scene(database_url, FixedClock(NOW), CountingSink(), Settings(database_url=database_url))


def test_what_went_out_after_the_backup_does_not_go_out_again(
    scene: Scene, database_url: str, target_url: str
) -> None:
    plan = add_plan(scene.engine)
    add_subscriber(scene.engine, "an", leads=["PT2H"])
    airing = add_airing(scene.engine, plan, datetime(2024, 4, 16, 11, 0))
    later = add_airing(scene.engine, plan, datetime(2024, 4, 16, 19, 0), slot="2")
    file, _ = backed_up(scene.engine)
    scene.live(local("2024-04-16T09:30"))
    assert [key.split("|")[2] for key in scene.sink.taken] == [airing.id]

    moved = scene.restored_into(target_url, file)
    moved.live(local("2024-04-16T20:00"))

    assert Counter(key.split("|")[2] for key in scene.sink.taken) == {airing.id: 1, later.id: 1}
    (held,) = rows(moved.engine, state="unknown")
    assert (held.subject, held.last_error) == (airing.id, IN_DOUBT)
    moved.engine.dispose()


@pytest.mark.parametrize(("arrived", "sent"), [(True, 1), (False, 2)])
def test_a_person_says_what_becomes_of_it(scene: Scene, database_url: str, arrived: bool, sent: int) -> None:
    plan = add_plan(scene.engine)
    add_subscriber(scene.engine, "an", leads=["PT2H"])
    add_airing(scene.engine, plan, datetime(2024, 4, 16, 11, 0))
    file, _ = backed_up(scene.engine)
    scene.live(local("2024-04-16T09:30"))
    again = scene.restored_into(database_url, file)
    again.live(local("2024-04-16T10:00"))

    with transaction(again.engine) as connection:
        decided = resolve_all(
            connection, Which(said=IN_DOUBT), arrived, again.clock.now(), machine_time=again.machine_time
        )
    again.live(local("2024-04-16T12:00"))

    assert decided.count == 1
    assert len(scene.sink.taken) == sent
    assert states(again.engine) == {"accepted": 1}
    again.engine.dispose()


def test_a_change_is_still_told_to_whom_it_was_held_for(scene: Scene, database_url: str) -> None:
    """They count as told: a start that is moved after the restore is news to them."""
    plan = add_plan(scene.engine)
    add_subscriber(scene.engine, "an", leads=["P1D"])
    airing = add_airing(scene.engine, plan, datetime(2024, 4, 17, 17, 45))
    file, _ = backed_up(scene.engine)
    scene.live(local("2024-04-16T09:00"))
    again = scene.restored_into(database_url, file)
    again.tick()
    assert states(again.engine) == {"unknown": 1}

    move_to(again, airing.id, datetime(2024, 4, 18, 9, 0))
    again.live(local("2024-04-16T12:00"))

    assert [key.split("|")[1] for key in scene.sink.taken] == ["reminder", "change"]
    again.engine.dispose()


def test_a_change_from_before_the_backup_is_not_told_twice(scene: Scene, database_url: str) -> None:
    """Also where the backup was made in the seconds before its notice was written down."""
    plan = add_plan(scene.engine)
    add_subscriber(scene.engine, "an", leads=["P1D"])
    airing = add_airing(scene.engine, plan, datetime(2024, 4, 17, 17, 45))
    scene.tick()
    move_to(scene, airing.id, datetime(2024, 4, 18, 9, 0))
    file, _ = backed_up(scene.engine)
    scene.live(local("2024-04-16T09:00"))
    assert [key.split("|")[1] for key in scene.sink.taken] == ["reminder", "change"]

    again = scene.restored_into(database_url, file)
    again.live(local("2024-04-16T12:00"))

    assert [key.split("|")[1] for key in scene.sink.taken] == ["reminder", "change"]
    assert [row.what for row in rows(again.engine, state="unknown")] == ["change"]
    again.engine.dispose()


def test_what_a_worker_held_when_the_backup_was_made_is_held_too(scene: Scene, database_url: str) -> None:
    plan = add_plan(scene.engine)
    for name in ("an", "binh"):
        add_subscriber(scene.engine, name, leads=["P1D"])
    add_airing(scene.engine, plan, datetime(2024, 4, 17, 17, 45))
    materialise(scene.engine, NOW, scene.settings, scene.machine_time)
    with transaction(scene.engine) as connection:
        first, second = connection.scalars(select(reminder.c.id).order_by(reminder.c.id))
        for one, state in ((first, "claimed"), (second, "handing_over")):
            step = reminder.update().where(reminder.c.id == one)
            connection.execute(step.values(state=state, token="w:1", lease_until=AT + timedelta(minutes=1)))
    file, _ = backed_up(scene.engine)

    again = scene.restored_into(database_url, file)
    again.live(local("2024-04-16T12:00"))

    assert scene.sink.tried == []
    assert states(again.engine) == {"unknown": 2}
    again.engine.dispose()


def test_what_is_of_no_more_use_ends_and_says_why(scene: Scene, database_url: str) -> None:
    plan = add_plan(scene.engine)
    add_subscriber(scene.engine, "an", leads=["PT2H"])
    add_airing(scene.engine, plan, datetime(2024, 4, 16, 11, 0))
    scene.tick()
    file, _ = backed_up(scene.engine)
    scene.live(local("2024-04-16T12:00"))

    again = scene.restored_into(database_url, file)
    again.tick()

    assert rows(again.engine, "state", "last_error") == [("expired", IN_DOUBT)]
    again.engine.dispose()


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_was_owed_goes_out_once(scene: Scene, database_url: str, seed: int) -> None:
    before, restored_at = lived_through(scene, database_url, random.Random(seed))  # noqa: S311 - no secret

    assert [key for key, count in Counter(scene.sink.taken).items() if count > 1] == []
    assert len(scene.sink.taken) > before or restored_at > NOW + timedelta(hours=55)


def lived_through(scene: Scene, database_url: str, dice: random.Random) -> tuple[int, datetime]:
    """Readers with any wishes, any hours, a slow relay; a backup at any time, a restore at any later one.

    How many mails had gone out when it was restored, and when that was.
    """
    an_hour = timedelta(hours=1)
    scene.settings = scene.settings.model_copy(update={"relay_per_minute": dice.choice((0, 0, 1))})
    plan = add_plan(scene.engine)
    airings = [
        add_airing(scene.engine, plan, datetime(2024, 4, day, dice.randrange(5, 23), 30), slot=str(day))
        for day in range(16, 20)
    ]
    add_window(scene.engine, plan, date(2024, 4, 16), date(2024, 4, dice.randrange(17, 20)))
    for n in range(4):
        quiet = dice.choice(((None, None), (time(20), time(6)), (time(9), time(13))))
        add_subscriber(
            scene.engine,
            f"r{n}",
            leads=dice.sample(["P1D", "PT2H", "PT30M", "P2D"], dice.randint(1, 3)),
            quiet_from=quiet[0],
            quiet_until=quiet[1],
            digest=dice.choice((None, "daily")),
        )
    times = sorted(dice.randrange(0, 60 * 60) for _ in range(3))
    edit, saved, back = (NOW + timedelta(minutes=minutes) for minutes in times)
    scene.live(edit, an_hour)
    move_to(scene, airings[2].id, datetime(2024, 4, 19, dice.randrange(5, 23), 0))
    scene.live(saved, an_hour)
    file, _ = backed_up(scene.engine)
    scene.live(back, an_hour)
    before = len(scene.sink.taken)
    assert before

    again = scene.restored_into(database_url, file)
    again.live(NOW + timedelta(days=4), an_hour)

    again.engine.dispose()
    return before, back


def move_to(scene: Scene, occurrence_id: str, start: datetime) -> None:
    with transaction(scene.engine) as connection:
        desk = Desk(
            connection, Actor("test", "admin", "cli"), scene.clock, scene.machine_time, "airslot.example"
        )
        move(desk, occurrence_id, start)
