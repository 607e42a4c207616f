"""Five years of a busy office in a database: what grows, by SQL, so that it is there within a minute.

Plan time and machine time both end at `NOW`. The same office with a short outbox is the same but for `told`:
of how many of the latest occurrences anybody was told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, text

from scheduler.store.account_tables import (
    api_token,
    attempt,
    idempotency,
    membership,
    person,
    session,
    sign_in_link,
)
from scheduler.store.database.engine import transaction
from scheduler.store.database.patience import without_limit
from scheduler.store.instants import zone
from scheduler.store.occurrences.insertion import insert_rows
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.plans.plan_rows import add_items, save_plan
from scheduler.store.plans.read_model import Item, Plan
from scheduler.store.tables import feed, link_token, office, subscriber

NOW = datetime.fromisoformat("2028-12-15T08:00+07:00")
YEARS, A_YEAR, ITEMS = range(2024, 2029), 2_750, 40
READERS, LEFT, UNCONFIRMED, TOLD_OF_EACH = 200, 3_000, 2_000, 30  # and two leads each
LINKS, DEEDS, SESSIONS, PEOPLE, FEEDS, KEYS = 20_000, 100_000, 3_000, 60, 400, 500
EVERY = len(YEARS) * A_YEAR


def fill(engine: Engine, told: int = EVERY, years: range = YEARS) -> None:
    """Fill a migrated and empty database, with the plans of these years."""
    with transaction(engine) as connection:
        _plans(connection, years)
        office_id = connection.scalar(select(office.c.id)) or 0
        _readers(connection, office_id)
        _accounts(connection, office_id)
    statements = (*_outbox(engine.dialect.name, told), _deeds(engine.dialect.name))
    for statement in statements:
        with transaction(engine) as connection, without_limit(connection):
            connection.execute(text(statement))
    if engine.dialect.name == "postgresql":
        # What autovacuum does in use.
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE"))


def _plans(connection: Connection, years: range) -> None:
    for year in years:
        last = date(year, 12, 31)
        plan = Plan(f"plan-{year}", f"Kế hoạch {year}", "Sở", year, date(year, 1, 1), last, public=True)
        saved = save_plan(connection, plan, NOW)
        ids = add_items(connection, saved.id, [Item(str(n), f"Mục {n}", n) for n in range(1, ITEMS + 1)], NOW)
        minutes = (366 * 24 * 60 - 3 * 24 * 60) // A_YEAR
        rows = []
        for n in range(A_YEAR):
            start = datetime(year, 1, 1, 5) + timedelta(minutes=n * minutes)
            number = str(n % ITEMS + 1)
            rows.append(
                OccurrenceRow(
                    f"occ_{year}{n:05}",
                    f"{year}{n}@bench.example",
                    saved.id,
                    ids[number],
                    "1",
                    f"{start:%Y-%m}",
                    "premiere",
                    start,
                    channel="KG",
                    minutes=12,
                )
            )
        insert_rows(connection, rows, zone(saved.timezone), NOW)


def _readers(connection: Connection, office_id: int) -> None:
    since = NOW - timedelta(days=5 * 365)
    facts = {
        "office_id": office_id, "language": "vi", "timezone": "Asia/Ho_Chi_Minh", "leads": ["P1D", "PT2H"],
        "notices": True, "link_salt": "salt", "created_at": since, "updated_at": since,
    }  # fmt: skip
    people: list[dict[str, Any]] = []
    for state, number in (("active", READERS), ("unsubscribed", LEFT), ("pending", UNCONFIRMED)):
        for n in range(number):
            # Wishes that seldom fit, so that a pass is about the outbox and not about what it makes.
            wanted = {"items": [str(n % ITEMS + 1)]}
            name = f"{state}{n:06}"
            people.append(
                facts
                | {"id": f"sub_{name}", "email": f"{name}@example.org", "state": state, "filters": wanted}
            )
    connection.execute(insert(subscriber), people)
    links = []
    for n in range(LINKS):
        at = NOW - timedelta(hours=2 * n)
        whom = people[n % len(people)]["id"]
        dates = {"created_at": at, "expires_at": at + timedelta(days=7), "used_at": None if n % 3 else at}
        links.append({"hash": f"{n:064x}", "subscriber_id": whom, "purpose": "confirm"} | dates)
    connection.execute(insert(link_token), links)
    feeds: list[dict[str, Any]] = [
        {
            "id": f"feed_{n}", "token_hash": f"{n:064x}", "label": "Lịch", "filters": {}, "alarms": [],
            "office_id": office_id, "person_id": f"per_{n % PEOPLE}", "language": "vi",
            "created_at": since + timedelta(days=n), "revoked_at": None if n % 2 else NOW - timedelta(days=n),
        }
        for n in range(FEEDS)
    ]  # fmt: skip
    connection.execute(insert(feed), feeds)


def _accounts(connection: Connection, office_id: int) -> None:
    stamps = {"created_at": NOW, "updated_at": NOW}
    ids = [f"per_{n}" for n in range(PEOPLE)]
    whoever = [
        {"id": one, "email": f"{one}@example.org", "name": one, "language": "vi"} | stamps for one in ids
    ]
    connection.execute(insert(person), whoever)
    roles = [{"person_id": one, "office_id": office_id, "role": "editor"} | stamps for one in ids]
    connection.execute(insert(membership), roles)

    def many(count: int, hours: float, **facts: Any) -> list[dict[str, Any]]:
        return [
            {
                "hash": f"{n:064x}",
                "person_id": ids[n % PEOPLE],
                "created_at": NOW - timedelta(hours=hours * n),
            }
            | facts
            | {"expires_at": NOW - timedelta(hours=hours * n) + timedelta(days=14)}
            for n in range(count)
        ]

    seen = many(SESSIONS, 0.12, office_id=office_id, seen_at=NOW, by_link=False)
    connection.execute(insert(session), seen)
    connection.execute(insert(sign_in_link), many(SESSIONS, 0.12))
    tokens = many(100, 400, office_id=office_id, label="", scope="read")
    connection.execute(insert(api_token), [one | {"id": f"tok_{n}"} for n, one in enumerate(tokens)])
    answers = {"request": "r", "status": 201, "body": b"{}", "created_at": NOW}
    keys = [{"key": f"k{n}", "person_id": ids[n % PEOPLE]} | answers for n in range(KEYS)]
    connection.execute(insert(idempotency), keys)
    tries = [{"key": f"{n:064x}", "tried": 1, "at": NOW - timedelta(seconds=n)} for n in range(KEYS)]
    connection.execute(insert(attempt), tries)


class _Words:
    """What the two databases say differently: instants are text on SQLite."""

    def __init__(self, database: str) -> None:
        self.sqlite = database == "sqlite"
        now = NOW.astimezone(UTC)
        self.now = f"'{now:%Y-%m-%d %H:%M:%S}.000000'" if self.sqlite else f"'{now:%Y-%m-%d %H:%M:%S}Z'"
        self.facts = "json('{}')" if self.sqlite else "'{}'::json"
        if not self.sqlite:
            self.now += "::timestamptz"

    def later(self, instant: str, seconds: str) -> str:
        """An instant so many seconds later."""
        if self.sqlite:
            return f"strftime('%Y-%m-%d %H:%M:%S.000000', {instant}, ({seconds}) || ' seconds')"
        return f"({instant} + ({seconds}) * interval '1 second')"

    def day(self, instant: str) -> str:
        """The day of an instant as text."""
        return f"date({instant})" if self.sqlite else f"to_char({instant}, 'YYYY-MM-DD')"

    def count_to(self, most: int, name: str = "n") -> str:
        """A table of the numbers from nothing on, as a part of WITH RECURSIVE."""
        return (
            f"{name}({name}) AS (SELECT 0 UNION ALL SELECT {name} + 1 FROM {name} WHERE {name} < {most - 1})"
        )


def _outbox(database: str, told: int) -> Iterator[str]:
    """Who was told of what, one in thirty without success; notices of changes, digests; and the steps."""
    say = _Words(database)
    columns = """INSERT INTO reminder (subscriber_id, what, subject_kind, subject, lead, target_start, state,
        due_at, useful_until, attempts, message_id, answer, occurrence_sequence, facts, sent_at, created_at,
        updated_at) """

    def sent(name: str) -> str:
        return f"'<' || {name} || '@bench.example>', '250 2.0.0 Ok: queued', 0, {say.facts}"

    def reminders(which: str) -> str:
        return f"""
        WITH RECURSIVE {say.count_to(TOLD_OF_EACH, "j")},
        reader AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM subscriber
                   WHERE state = 'active'),
        past AS (SELECT id, starts_at, row_number() OVER (ORDER BY starts_at DESC, id) AS k
                 FROM occurrence WHERE starts_at < {say.later(say.now, "86400")}),
        lead(lead, ahead) AS (VALUES ('P1D', 86400), ('PT2H', 7200)),
        owed AS (SELECT reader.id AS reader, past.id AS about, past.starts_at, lead, k, j,
                        {say.later("past.starts_at", "-ahead")} AS due,
                        (k * 7919 + j * 104729 + ahead) % 1000 AS luck
                 FROM past JOIN j ON true JOIN lead ON true
                 JOIN reader ON reader.n = (past.k * 7 + j) % {READERS} WHERE k <= {told}),
        ended AS (SELECT owed.*, CASE WHEN due > {say.now} THEN 'due' WHEN luck < 6 THEN 'failed'
                      WHEN luck < 21 THEN 'expired' WHEN luck < 31 THEN 'cancelled'
                      WHEN (k * {TOLD_OF_EACH} + j) % 40000 = 307 THEN 'unknown' ELSE 'accepted'
                  END AS state FROM owed)
        {columns}
        SELECT reader, 'reminder', 'occurrence', about, lead, starts_at, state, due, starts_at, 1,
            {sent("about || reader || lead")},
            CASE WHEN state IN ('accepted', 'unknown') THEN
                {say.later("due", "CASE WHEN luck > 980 THEN 90 ELSE 1 END")} END,
            {say.later("due", "-86400")}, {say.later("due", "2")}
        FROM ended WHERE {which} ORDER BY due, about, reader"""

    yield reminders("state <> 'due'")
    yield f"""
        {columns}
        SELECT subscriber_id, 'change', 'occurrence', subject, 'sequence 1', target_start, 'accepted', due_at,
            useful_until, 1, {sent("subject || subscriber_id || 1")}, due_at, due_at, due_at
        FROM reminder WHERE id % 12 = 0 AND lead = 'PT2H' AND state = 'accepted'"""
    at = say.later(say.now, "-86400 * (n + 1)")
    yield f"""
        WITH RECURSIVE {say.count_to(max(2, told // 8))}
        {columns}
        SELECT id, 'digest', 'period', {say.day(at)} || '/P1D', '', {at}, 'accepted', {at}, {at}, 1,
            {sent("id || n")}, {at}, {at}, {at}
        FROM n CROSS JOIN subscriber WHERE state = 'active' AND id LIKE '%0'"""
    # What waits was written last, as it is in life.
    yield reminders("state = 'due'")
    yield f"""
        INSERT INTO reminder_log (reminder_id, at, from_state, to_state, detail)
        SELECT id, updated_at, 'handing_over', CASE WHEN state = 'accepted' THEN 'due' ELSE state END,
               'RCPT TO: 450 4.2.1 try again later'
        FROM reminder WHERE state NOT IN ('accepted', 'due') OR id % 33 = 0 AND updated_at < {say.now}"""


def _deeds(database: str) -> str:
    say = _Words(database)
    span = 5 * 365 * 86_400 // DEEDS
    return f"""
        WITH RECURSIVE {say.count_to(DEEDS)}
        INSERT INTO audit (at, office_id, person_id, who, door, action, subject_kind, subject, plan, before,
            after)
        SELECT {say.later(say.now, f"(n - {DEEDS - 1}) * {span}")}, office.id, 'per_' || n % {PEOPLE}, 'An',
            'page', 'move',
            CASE WHEN n % 10 < 7 THEN 'occurrence' WHEN n % 10 < 8 THEN 'item' ELSE 'subscriber' END,
            'subject_' || n % {EVERY},
            CASE WHEN n % 10 < 8 THEN 'plan-' || 2024 + n * 5 / {DEEDS} END,
            {say.facts}, {say.facts}
        FROM n CROSS JOIN (SELECT min(id) AS id FROM office) AS office"""
