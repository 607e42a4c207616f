"""Migrations up and down, on both databases, with data in them."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import (
    Connection,
    Engine,
    Select,
    Table,
    bindparam,
    func,
    insert,
    inspect,
    select,
    text,
    update,
)

from scheduler.accounts import rates, sessions
from scheduler.accounts.audit import record
from scheduler.accounts.offices import the_office_id
from scheduler.accounts.people import add_person, invite, people_of
from scheduler.accounts.rights import Actor
from scheduler.accounts.sign_in import make_link
from scheduler.accounts.tokens import create_token
from scheduler.day_off import DayOff
from scheduler.errors import Unavailable
from scheduler.feeds.access import create_feed
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.subscription import Subscription
from scheduler.store.account_tables import idempotency
from scheduler.store.database import schema
from scheduler.store.database.engine import open_engine, reading, transaction
from scheduler.store.database.schema import HEAD, current, downgrade, is_newer, migrate, require_current
from scheduler.store.files import keep
from scheduler.store.inbox import add_link, add_proposal
from scheduler.store.occurrences.read_model import plan_occurrences
from scheduler.store.occurrences.selection import Selection
from scheduler.store.occurrences.series import StoredSeries, series_of_plan
from scheduler.store.outbox.reminders import steps_of
from scheduler.store.pieces import Giver, PieceFilter, add_piece, add_proof, evidence_of, find_pieces
from scheduler.store.plans.days_off import save_day_off
from scheduler.store.plans.zone_rules import Rules, save_rules
from scheduler.store.tables import (
    REMINDER_STATES,
    Instant,
    metadata,
    occurrence,
    office,
    relay_state,
    reminder,
    reminder_count,
    reminder_log,
    upkeep,
    worker_pulse,
)
from tests.store.samples import AT, LATER, PLAN, STATION, a_month


@pytest.fixture
def bare(bare_url: str) -> Iterator[Engine]:
    engine = open_engine(bare_url)
    yield engine
    engine.dispose()


def tables(engine: Engine) -> set[str]:
    with reading(engine) as connection:
        return set(inspect(connection).get_table_names()) - {"alembic_version"}


def revisions() -> list[str]:
    """From the first to the last."""
    scripts = ScriptDirectory.from_config(schema._config())
    return [script.revision for script in scripts.walk_revisions()][::-1]


def somebody(engine: Engine) -> None:
    """A row in each table of the reminders and of the accounts."""
    with transaction(engine) as connection:
        wanted = Subscription("nguoi.nhan@example.org", filter=Selection(items=("2.2",)))
        found, _ = subscribers.add(connection, wanted, machine_time=lambda: AT, now=AT, secret=b"secret")
        create_feed(connection, "Lịch", machine_time=lambda: AT, subscriber_id=found.id)
        subscribers.suppress(connection, "khac@example.org", "bounce", machine_time=lambda: AT)
        step = insert(reminder_log).from_select(
            ["reminder_id", "at", "to_state"], select(reminder.c.id, reminder.c.created_at, reminder.c.state)
        )
        connection.execute(step)
        connection.execute(insert(relay_state).values(id=1, reason="password"))
        connection.execute(insert(worker_pulse).values(id=1, at=AT))
        connection.execute(insert(upkeep).values(id=1, begun_at=AT, reckoned_at=AT))
        counted = {"what": "reminder", "state": "accepted", "gone_late": 0, "kept": 1, "kept_late": 0}
        connection.execute(insert(reminder_count).values(gone=1, **counted))
        save_rules(connection, "Asia/Ho_Chi_Minh", Rules("digest", "2026b"), AT)
        an_account(connection)
        day = DayOff(date(2024, 5, 4), "worked")
        save_day_off(connection, connection.scalars(select(office.c.id)).one(), day, AT)
        empty = [table.name for table in metadata.sorted_tables if not connection.scalar(count(table))]
    assert empty == ["override"]


def an_account(connection: Connection) -> None:
    """An editor with a session, a link, a token, and something that they did."""
    office_id = the_office_id(connection)
    found = add_person(
        connection, "bien.tap@example.org", "editor", outlets=[STATION], machine_time=lambda: AT
    )
    sessions.begin(connection, found, machine_time=lambda: AT)
    make_link(connection, found.id, machine_time=lambda: AT)
    create_token(connection, found, office_id, "write", machine_time=lambda: AT)
    rates.count_try(connection, rates.Tries("password", found.email, "127.0.0.1"), machine_time=lambda: AT)
    actor = Actor(found.name, "editor", "page", found.id, office_id)
    record(connection, actor, "move", "occurrence", "occ_1", machine_time=lambda: AT, after={"day": 1})
    key = {"key": "k", "person_id": found.id, "request": "r", "status": 201, "body": b"{}", "created_at": AT}
    connection.execute(insert(idempotency).values(key))
    one = connection.execute(select(occurrence.c.id, occurrence.c.item_id).limit(1)).one()
    made = add_piece(connection, one.item_id, {"occurrence_id": one.id}, Giver(found.name, found.id, AT))
    photo = keep(connection, b"photo", "image/png", AT)
    add_proof(connection, made, {"kind": "aired", "file": photo}, Giver(found.name, found.id, AT))
    of_plan = connection.scalar(select(occurrence.c.plan_id).where(occurrence.c.id == one.id))
    days = {
        "first_day": date(2024, 5, 1),
        "last_day": date(2024, 5, 31),
        "created_at": AT,
        "expires_at": LATER,
    }
    link, _ = add_link(connection, {"plan_id": of_plan, "outlet": STATION, "who": found.name, **days})
    waits = {"link_id": link, "occurrence_id": one.id, "note": "x", "created_at": AT}
    add_proposal(connection, waits)


def count(table: Table) -> Select[Any]:
    return select(func.count()).select_from(table)


def test_head_is_the_last_migration() -> None:
    assert revisions()[-1] == HEAD


def test_a_new_database_is_made(bare: Engine) -> None:
    migrate(bare)
    assert current(bare) == HEAD
    assert tables(bare) == set(metadata.tables)


def test_several_processes_may_migrate_at_once(bare_url: str) -> None:
    def start(_: int) -> str | None:
        engine = open_engine(bare_url)
        migrate(engine)
        stands_at = current(engine)
        engine.dispose()
        return stands_at

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(start, range(4))) == [HEAD] * 4


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    a_month(engine)
    migrate(engine)
    with reading(engine) as connection:
        assert len(plan_occurrences(connection, "plan-2024")) == 5


# PostgreSQL keeps the expression of a column in words of its own; the next test asks what it gives.
@pytest.mark.filterwarnings("ignore:Computed default on reminder.phase")
def test_migrations_make_the_tables_that_the_code_describes(engine: Engine) -> None:
    with reading(engine) as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, metadata) == []


def test_each_state_of_a_reminder_has_its_phase(engine: Engine) -> None:
    a_month(engine)
    somebody(engine)
    found = {}
    for state in REMINDER_STATES:
        with transaction(engine) as connection:
            step = update(reminder).values(state=state).returning(reminder.c.id)
            [changed] = connection.scalars(step)
            found[state] = connection.scalar(select(reminder.c.phase).where(reminder.c.id == changed))
    assert found == {
        **dict.fromkeys(("due", "claimed", "handing_over"), "open"),
        "accepted": "sent",
        **{state: state for state in ("unknown", "failed", "expired", "cancelled")},
    }


def test_what_the_row_alone_tells_is_carried_into_the_log_and_back(engine: Engine) -> None:
    a_month(engine)
    somebody(engine)

    def told() -> list[tuple[str | None, str, str | None]]:
        with reading(engine) as connection:
            steps = connection.execute(steps_of(select(reminder.c.id))).all()
        return [(step.from_state, step.to_state, step.detail) for step in steps]

    with transaction(engine) as connection:
        connection.execute(update(reminder).values(state="accepted", answer="250 queued as 7"))
    assert told() == (was := [(None, "due", None), ("handing_over", "accepted", "250 queued as 7")])
    downgrade(engine, "2026_11_23_reminders")
    with reading(engine) as connection:
        logged = connection.execute(select(reminder_log.c.to_state, reminder_log.c.detail)).all()
    assert [tuple(line) for line in logged][-1] == ("accepted", "250 queued as 7")
    migrate(engine)
    assert told() == was


def test_migrations_make_the_checks_that_the_code_describes(engine: Engine, bare: Engine) -> None:
    if bare.dialect.name == "sqlite":
        migrate(bare)
        downgrade(bare, "base")
    metadata.create_all(bare)

    def checks(of: Engine) -> dict[str, list[tuple[str | None, str]]]:
        with reading(of) as connection:
            look = inspect(connection)
            return {
                table: sorted(
                    (check["name"], check["sqltext"]) for check in look.get_check_constraints(table)
                )
                for table in metadata.tables
            }

    assert checks(engine) == checks(bare)
    assert checks(engine)["occurrence"]


def test_series_begin_where_their_rows_had_left_them(engine: Engine) -> None:
    rows = a_month(engine)
    with transaction(engine) as connection:
        connection.execute(update(occurrence).values(sequence=3, updated_at=LATER))
        later = {"created_at": LATER, "sequence": 1}
        connection.execute(update(occurrence).where(occurrence.c.id == rows["last week"].id).values(**later))
    downgrade(engine, "2026_11_30_tries")
    migrate(engine)
    with reading(engine) as connection:
        found = series_of_plan(connection, PLAN.slug)
    assert len(found) == 4
    # Two rows, and one writing that added a row: what feeds told of it until now.
    assert found["1.1", "1", "window"] == StoredSeries(f"series-{rows['first week'].uid}", 5, AT, LATER)
    assert found["2.2", "1.1", "replay"] == StoredSeries(f"series-{rows['replay'].uid}", 3, AT, LATER)


def test_each_migration_goes_down_and_up_again_with_data(engine: Engine) -> None:
    a_month(engine)
    somebody(engine)
    for revision in reversed(["base", *revisions()[:-1]]):
        downgrade(engine, revision)
        assert current(engine) == (None if revision == "base" else revision)
    assert tables(engine) == set()
    for revision in revisions():
        migrate(engine, revision)
        assert current(engine) == revision
    with reading(engine) as connection:
        assert {connection.scalar(count(table)) for table in metadata.sorted_tables} == {0}
    assert len(a_month(engine)) == 5
    somebody(engine)


def test_an_invitation_is_no_role_in_the_version_before(engine: Engine) -> None:
    a_month(engine)
    with transaction(engine) as connection:
        of = the_office_id(connection)
        add_person(connection, "vai@example.org", "admin", machine_time=lambda: AT)
        invite(connection, "moi@example.org", "admin", office_id=of, machine_time=lambda: AT)
    downgrade(engine, "2026_11_23_feed_makers")
    with reading(engine) as connection:
        question = "SELECT email FROM membership JOIN person ON person.id = person_id"
        assert connection.scalars(text(question)).all() == ["vai@example.org"]
    migrate(engine)
    with reading(engine) as connection:
        assert [len(one.memberships) for one in people_of(connection, of)] == [1]


def old_evidence(engine: Engine) -> list[tuple[object, ...]]:
    with reading(engine) as connection:
        rows = connection.execute(text("SELECT * FROM evidence ORDER BY id")).all()
    return [tuple(row) for row in rows]


def test_evidence_becomes_pieces_and_evidence_again(engine: Engine) -> None:
    """What was delivered, what was taken back, and the numbers behind them."""
    before_pieces = revisions()[revisions().index("2026_12_01_pieces") - 1]
    a_month(engine)
    with transaction(engine) as connection:
        kept, back, _, *_ = connection.scalars(select(occurrence.c.id).order_by(occurrence.c.starts_at))
        actor = Actor("Dung", "editor", "page", None, the_office_id(connection))
        record(connection, actor, "take-back", "occurrence", back, machine_time=lambda: LATER, note="Nhầm")
    downgrade(engine, before_pieces)
    with transaction(engine) as connection:
        connection.execute(update(occurrence).where(occurrence.c.id == kept).values(state="delivered"))
        add = text(
            "INSERT INTO evidence (id, occurrence_id, kind, day, time, link, who, created_at) VALUES"
            " (5, :kept, 'aired', NULL, NULL, 'https://example.org', 'An', :at),"
            " (6, :back, 'aired', NULL, NULL, NULL, 'Bình', :at),"
            " (9, :kept, 'published', '2024-01-18', '17:46:00', NULL, 'Chi', :at)"
        ).bindparams(bindparam("at", type_=Instant))
        connection.execute(add, {"kept": kept, "back": back, "at": AT})
    before = old_evidence(engine)
    for _ in range(2):
        migrate(engine)
        with reading(engine) as connection:
            live, gone = find_pieces(connection, PieceFilter("plan-2024", withdrawn=True))
            proofs = evidence_of(connection, [kept, back])
        assert (live.occurrence_id, str(live.day), str(live.time)) == (kept, "2024-01-18", "17:46:00")
        assert (live.who, live.count, live.withdrawn_at) == ("An", 1, None)
        assert (gone.withdrawn_at, gone.withdrawn_by, gone.withdrawn_why) == (LATER, "Dung", "Nhầm")
        assert {key: [one.id for one in found] for key, found in proofs.items()} == {kept: [5, 9], back: [6]}
        with transaction(engine) as connection:
            more = add_proof(connection, live.id, {"kind": "aired"}, Giver("E", None, AT))
            assert more.id > 9
            connection.execute(text("DELETE FROM proof WHERE id = :id"), {"id": more.id})
            alone = {"unit": "ảnh", "count": 3, "day": date(2024, 1, 5)}
            item_id = connection.scalars(select(occurrence.c.item_id).limit(1)).one()
            add_piece(connection, item_id, alone, Giver("E", None, AT))
        downgrade(engine, before_pieces)
        assert old_evidence(engine) == before


def test_the_plan_outlives_the_reminders(engine: Engine) -> None:
    a_month(engine)
    somebody(engine)
    downgrade(engine, "2026_11_23_first_tables")
    assert tables(engine).isdisjoint({"subscriber", "reminder", "feed", "day_off"})
    migrate(engine)
    with reading(engine) as connection:
        assert connection.scalar(count(occurrence)) == 5
        assert connection.scalar(count(reminder)) == 0


def test_a_migration_that_fails_leaves_the_database_as_it_was(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_month(engine)

    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr("alembic.op.drop_index", fail)
    with pytest.raises(RuntimeError):
        downgrade(engine, "base")
    assert current(engine) == HEAD
    assert tables(engine) == set(metadata.tables)
    with reading(engine) as connection:
        assert len(plan_occurrences(connection, "plan-2024")) == 5


def test_a_current_database_passes(engine: Engine) -> None:
    require_current(engine)


def test_an_old_database_is_told_with_the_remedy(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '2026_11_23_reminders'"))
    with pytest.raises(Unavailable, match=r"2026_11_23_reminders.*airslot migrate"):
        require_current(engine)


def made_newer(engine: Engine) -> None:
    with transaction(engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '2099_01_05_later'"))


def test_a_newer_database_is_told_as_that_and_left_alone(engine: Engine) -> None:
    made_newer(engine)

    for ask in (require_current, migrate, lambda engine: downgrade(engine, "base")):
        with pytest.raises(Unavailable, match="Use a release of 2099-01-05 or later, or stop every") as told:
            ask(engine)
        assert told.value.code == "database-newer"
        assert "airslot migrate" not in told.value.en
    assert current(engine) == "2099_01_05_later"


def test_every_migration_of_ours_is_known() -> None:
    assert not any(map(is_newer, [None, *revisions()]))
