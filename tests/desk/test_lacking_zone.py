"""A plan or a reader in a zone that this machine lacks: told in words, and nobody else is held up."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import Engine, select, update

from api.cli.database_findings import examine_rules
from api.cli.doctor import examine_zones
from scheduler.clock import FixedClock
from scheduler.reminders.outbox.horizon import materialise
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.overdue import OVERDUE, todays
from scheduler.store.tables import occurrence, plan, subscriber
from scheduler.worker import Worker
from tests.desk.doors import open_doors
from tests.desk.samples import OTHERS, Offices
from tests.planning.overrides import move
from tests.reminders.samples import (
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    later,
    local,
    rows,
)

NOWHERE, ZONE = "Europe/Nowhere", "Asia/Ho_Chi_Minh"


@pytest.fixture
def subjects(engine: Engine) -> dict[str, str]:
    """Two plans with an airing each; the zone of the second came with a list of another machine."""
    here = add_airing(engine, add_plan(engine))
    away = add_airing(
        engine, add_plan(engine, slug="away", timezone="Europe/Berlin"), timezone="Europe/Berlin"
    )
    return {"here": here.id, "away": away.id}


def lose(engine: Engine, zone: str = NOWHERE) -> None:
    with transaction(engine) as connection:
        connection.execute(update(plan).where(plan.c.slug == "away").values(timezone=zone))


def worker(engine: Engine, sink: CountingSink) -> Worker:
    return Worker(engine, FixedClock(NOW), sink, PlainRenderer(), Settings(), lambda: AT)


def test_a_worker_says_a_sentence_once_and_sends_all_the_rest(
    engine: Engine, subjects: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    add_subscriber(engine)
    lose(engine)
    ticks = worker(engine, sink := CountingSink())
    for _ in range(3):
        ticks.release()
        ticks.look_ahead()
        ticks.deliver()

    told = [record for record in caplog.records if record.levelname == "ERROR"]
    assert len(told) == 1
    assert told[0].exc_info is None
    assert "no data of the time zone Europe/Nowhere: the plans in it (away)" in told[0].getMessage()
    assert "tzdata" in told[0].getMessage()
    assert [one.subject for one in rows(engine, state="accepted")] == [subjects["here"]]
    assert len(sink.taken) == 1


def test_the_other_plans_are_derived_again(engine: Engine, subjects: dict[str, str]) -> None:
    lose(engine, "America/Nowhere")  # the first by its name
    wrong = local("2024-04-17T09:00")
    with transaction(engine) as connection:
        connection.execute(update(occurrence).values(starts_at=wrong))

    worker(engine, CountingSink()).release()

    with reading(engine) as connection:
        stored = dict(connection.execute(select(occurrence.c.id, occurrence.c.starts_at)).all())
    assert stored == {subjects["here"]: local("2024-04-17T17:45"), subjects["away"]: wrong}


def test_what_waits_stays_and_goes_on_when_the_data_are_there(
    engine: Engine, subjects: dict[str, str]
) -> None:
    for name, digest in (("an", None), ("binh", "daily")):
        add_subscriber(engine, name, digest=digest)
    settings = Settings()
    materialise(engine, NOW, settings, lambda: AT)
    before = rows(engine, "id", "state", "due_at")
    lose(engine)
    materialise(engine, NOW + timedelta(hours=1), settings, lambda: AT)
    assert rows(engine, "id", "state", "due_at") == before
    lose(engine, "Europe/Berlin")
    materialise(engine, NOW + timedelta(hours=1), settings, lambda: AT)
    assert rows(engine, "id", "state", "due_at") == before


def test_a_notice_that_waits_stays(engine: Engine, subjects: dict[str, str]) -> None:
    add_subscriber(engine)
    clock, settings, told = FixedClock(later(20)), Settings(), {"what": "change", "subject": subjects["away"]}
    ticks = Worker(engine, clock, CountingSink(), PlainRenderer(), settings, lambda: AT)
    ticks.look_ahead()
    ticks.deliver()
    with transaction(engine) as connection:
        move(connection, subjects["away"], datetime(2024, 4, 19, 17, 45), machine_time=lambda: AT)
    materialise(engine, later(20), settings, lambda: AT)
    before = rows(engine, "id", "state", **told)
    assert [row[1] for row in before] == ["due"]
    lose(engine)
    materialise(engine, later(20), settings, lambda: AT)
    assert rows(engine, "id", "state", **told) == before


def test_a_reader_in_such_a_zone_holds_up_nobody(engine: Engine, subjects: dict[str, str]) -> None:
    add_subscriber(engine, "an")
    add_subscriber(engine, "binh", timezone=NOWHERE, quiet_from=time(22), quiet_until=time(6))
    ticks = worker(engine, CountingSink())
    ticks.release()
    ticks.look_ahead()
    assert {row.subscriber_id for row in rows(engine)} == {"sub_an"}


def test_doctor_names_the_plan_and_the_remedy(engine: Engine, subjects: dict[str, str]) -> None:
    lose(engine)
    found = examine_rules(engine, examine_zones((NOWHERE, ZONE)))
    assert found.ok is False
    assert "no data of Europe/Nowhere, the zone of the plans away" in found.found
    assert "tzdata" in found.remedy
    with transaction(engine) as connection:
        connection.execute(update(plan).where(plan.c.slug == "away").values(timezone=ZONE))
        connection.execute(update(subscriber).values(timezone=ZONE))
    assert examine_rules(engine, examine_zones((ZONE,))).ok


def test_nothing_is_overdue_where_nobody_knows_the_day(engine: Engine, subjects: dict[str, str]) -> None:
    lose(engine)
    with reading(engine) as connection:
        assert [zone for zone, _ in todays(connection, OVERDUE, NOW)] == [ZONE]


def test_a_page_and_rest_say_it_and_the_other_plans_are_there(offices: Offices) -> None:
    with open_doors(offices) as doors:
        with transaction(offices.engine) as connection:
            connection.execute(update(plan).where(plan.c.slug == OTHERS).values(timezone=NOWHERE))
        client, page = doors.service.client, {"accept": "text/html"}

        refused = client.get(f"/plans/{OTHERS}.ics")
        addresses = ("/", f"/plans/{OTHERS}")
        answered = [client.get(address, headers=page) for address in addresses]

    assert refused.status_code == 503
    assert NOWHERE in refused.text
    assert [answer.status_code for answer in answered] == [200, 200]
