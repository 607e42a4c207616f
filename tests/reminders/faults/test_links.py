"""Programs that follow every link of a mail unsubscribe nobody; one POST does."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import Engine, select

from scheduler.clock import FixedClock
from scheduler.reminders.readers.links import links
from scheduler.store.database.engine import reading
from scheduler.store.tables import subscriber
from tests.api.service import SECRET, running
from tests.reminders import samples
from tests.reminders.faults.conftest import Measured, in_both_runs
from tests.reminders.samples import NOW

GETS = {"daily": 60, "long": 1_000}
SCANNERS = ("GET", "GET", "GET", "HEAD")


def states(engine: Engine) -> Counter[str]:
    with reading(engine) as connection:
        return Counter(connection.scalars(select(subscriber.c.state)))


@in_both_runs
def test_a_link_scanner_unsubscribes_nobody_and_one_post_does(
    run: str, engine: Engine, database_kind: str, measured: Measured
) -> None:
    samples.add_plan(engine)
    people = [samples.add_subscriber(engine, name) for name in ("an", "binh")]
    with running(engine, FixedClock(NOW)) as service:
        mine, other = (links(service.url, SECRET.encode(), person, "salt").unsubscribe for person in people)
        answers = Counter(
            service.client.request(SCANNERS[n % len(SCANNERS)], link).status_code
            for n in range(GETS[run])
            for link in (mine, other)
        )
        after_gets = states(engine)
        # As a mail program posts it (RFC 8058): no cookie, no page seen before.
        posted = service.client.post(mine, data={"List-Unsubscribe": "One-Click"}).status_code
        after_post = states(engine)

    gone = after_gets["unsubscribed"], after_post["unsubscribed"]
    measured(
        "links",
        database_kind,
        f"{answers[200]:,} GETs and HEADs: unsubscribed {gone[0]}; one POST: {gone[1]}",
        gone == (0, 1),
    )
    assert answers == {200: 2 * GETS[run]}
    assert posted == 200
    assert after_gets == {"active": 2}
    assert after_post == {"active": 1, "unsubscribed": 1}
