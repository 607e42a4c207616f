"""The read model: ranges, filters, pages, what is ahead."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine

from scheduler.clock import FixedClock
from scheduler.errors import Invalid, NotFound
from scheduler.store.database.engine import reading, transaction
from scheduler.store.instants import zone
from scheduler.store.occurrences.read_model import (
    Occurrence,
    OccurrenceFilter,
    find_occurrences,
    get_occurrence,
    plan_occurrences,
    upcoming,
)
from scheduler.store.occurrences.row import OccurrenceRow, Override
from scheduler.store.occurrences.rows import replace_rows, save_overrides
from scheduler.store.plans.sight import PUBLIC
from scheduler.store.statements.paging import Cursor, Page
from tests.store.samples import AT, LATER, PLAN, STATION, a_month, airing, store, window, write


@pytest.fixture
def month(engine: Engine) -> dict[str, OccurrenceRow]:
    return a_month(engine)


@pytest.fixture
def connection(engine: Engine, month: dict[str, OccurrenceRow]) -> Iterator[Connection]:
    with reading(engine) as connection:
        yield connection


def names(month: dict[str, OccurrenceRow], found: Page[Occurrence] | list[Occurrence]) -> list[str]:
    by_id = {row.id: name for name, row in month.items()}
    return [by_id[one.id] for one in (found.items if isinstance(found, Page) else found)]


ALL = ["first week", "untimed", "premiere", "replay", "last week"]


# --- the value ------------------------------------------------------------------------------


def test_an_airing_comes_back_whole(month: dict[str, OccurrenceRow], connection: Connection) -> None:
    row = month["premiere"]
    assert get_occurrence(connection, row.id) == Occurrence(
        id=row.id,
        uid=row.uid,
        plan="plan-2024",
        item="2.2",
        title="Chuyên mục truyền hình",
        outlet=STATION,
        channel="KG",
        kind="premiere",
        state="planned",
        start=datetime(2024, 1, 17, 17, 45),
        end=datetime(2024, 1, 17, 17, 57),
        minutes=12,
        minutes_max=None,
        timezone="Asia/Ho_Chi_Minh",
        sequence=0,
        original_start=datetime(2024, 1, 17, 17, 45),
        shifted_from=None,
        reason=None,
        note=None,
        premiere_id=None,
        premiere_uid=None,
        created_at=AT,
        updated_at=AT,
        cancelled_at=None,
        starts_at=datetime(2024, 1, 17, 10, 45, tzinfo=UTC),
        ends_at=datetime(2024, 1, 17, 10, 57, tzinfo=UTC),
        orphaned=False,
        slot="1",
        period="2024-01",
        revision=1,
    )


def test_a_window_is_days_and_ends_with_its_last(
    month: dict[str, OccurrenceRow], connection: Connection
) -> None:
    found = get_occurrence(connection, month["first week"].id)
    assert (found.start, found.end) == (date(2024, 1, 1), date(2024, 1, 7))
    assert found.starts_at == datetime(2023, 12, 31, 17, tzinfo=UTC)
    assert found.ends_at == datetime(2024, 1, 7, 17, tzinfo=UTC)
    assert found.outlet is None


def test_a_missing_fact_stays_missing(month: dict[str, OccurrenceRow], connection: Connection) -> None:
    untimed = get_occurrence(connection, month["untimed"].id)
    assert type(untimed.start) is date
    assert (untimed.end, untimed.channel) == (None, None)
    assert (untimed.minutes, untimed.minutes_max) == (10, 12)
    replay = get_occurrence(connection, month["replay"].id)
    assert (replay.end, replay.ends_at, replay.minutes) == (None, None, None)


def test_a_replay_names_its_premiere(month: dict[str, OccurrenceRow], connection: Connection) -> None:
    replay = get_occurrence(connection, month["replay"].id)
    assert (replay.premiere_id, replay.premiere_uid) == (month["premiere"].id, month["premiere"].uid)


def test_a_person_s_note_is_shown(engine: Engine, month: dict[str, OccurrenceRow]) -> None:
    row_id = month["premiere"].id
    with transaction(engine) as connection:
        save_overrides(connection, [Override(row_id, note="quay lại cảnh mở đầu")], LATER)
        assert get_occurrence(connection, row_id).note == "quay lại cảnh mở đầu"


def test_an_unknown_id_is_told(connection: Connection) -> None:
    with pytest.raises(NotFound, match="occ_none"):
        get_occurrence(connection, "occ_none")


def test_a_plan_s_occurrences_come_by_start(month: dict[str, OccurrenceRow], connection: Connection) -> None:
    assert names(month, plan_occurrences(connection, "plan-2024")) == ALL
    assert plan_occurrences(connection, "no-such-plan") == []


# --- ranges ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (None, None, ALL),
        (date(2024, 1, 17), date(2024, 1, 17), ["premiere"]),
        (date(2024, 1, 18), date(2024, 1, 18), ["replay"]),
        (date(2024, 1, 7), date(2024, 1, 9), ["first week"]),
        (date(2024, 1, 8), date(2024, 1, 9), []),
        (date(2024, 1, 5), date(2024, 1, 10), ["first week", "untimed"]),
        (date(2024, 1, 31), date(2024, 2, 1), ["last week"]),
        (date(2024, 1, 18), None, ["replay", "last week"]),
        (None, date(2024, 1, 10), ["first week", "untimed"]),
        (date.min, date.max, ALL),
    ],
)
def test_a_range_is_days_both_inclusive_and_gives_windows_whole(
    month: dict[str, OccurrenceRow],
    connection: Connection,
    first: date | None,
    last: date | None,
    expected: list[str],
) -> None:
    assert names(month, find_occurrences(connection, OccurrenceFilter(first=first, last=last))) == expected


@pytest.mark.parametrize("timezone", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Ho_Chi_Minh"])
@pytest.mark.parametrize(("hour", "minute"), [(0, 0), (23, 59)])
def test_a_day_is_the_plan_s_own_day(engine: Engine, timezone: str, hour: int, minute: int) -> None:
    day = date(2024, 3, 10)
    with transaction(engine) as connection:
        stored = store(connection, replace(PLAN, timezone=timezone))
        start = datetime(2024, 3, 10, hour, minute)
        write(connection, airing(stored, start), timezone=timezone)
        assert [o.start for o in find_occurrences(connection, OccurrenceFilter(day, day)).items] == [start]
        for other in (day - timedelta(days=1), day + timedelta(days=1)):
            assert find_occurrences(connection, OccurrenceFilter(other, other)).items == ()


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(Invalid, match="Write the earlier day first") as told:
        OccurrenceFilter(first=date(2024, 2, 1), last=date(2024, 1, 1))
    assert told.value.where == "from"


# --- filters --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (OccurrenceFilter(plan="plan-2024"), ALL),
        (OccurrenceFilter(plan="other"), []),
        (OccurrenceFilter(item="2.2"), ["premiere", "replay"]),
        (OccurrenceFilter(outlet=STATION), ["premiere", "replay"]),
        (OccurrenceFilter(channel="KG1"), ["replay"]),
        (OccurrenceFilter(kind="window"), ["first week", "last week"]),
        (OccurrenceFilter(state="planned"), ALL),
        (OccurrenceFilter(state="delivered"), []),
        (OccurrenceFilter(q="CHUYEN muc"), ["premiere", "replay"]),
        (OccurrenceFilter(q="đài"), ["premiere", "replay"]),
        (OccurrenceFilter(q="báo tuần"), ["first week", "last week"]),
        (OccurrenceFilter(q="%"), []),
        (OccurrenceFilter(q="  "), ALL),
        (OccurrenceFilter(sight=PUBLIC), ALL),
        (OccurrenceFilter(item="2.2", kind="replay", first=date(2024, 1, 18)), ["replay"]),
    ],
)
def test_filters_narrow(
    month: dict[str, OccurrenceRow], connection: Connection, wanted: OccurrenceFilter, expected: list[str]
) -> None:
    assert names(month, find_occurrences(connection, wanted)) == expected


def test_a_plan_that_is_not_public_is_left_out_where_asked(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection, replace(PLAN, public=False))
        write(connection, airing(stored, datetime(2024, 1, 17, 17, 45)))
        assert find_occurrences(connection, OccurrenceFilter(sight=PUBLIC)).items == ()
        assert len(find_occurrences(connection, OccurrenceFilter()).items) == 1


@pytest.mark.parametrize(("field", "value"), [("kind", "airing"), ("state", "late")])
def test_an_unknown_kind_or_state_is_refused_with_the_choice(field: str, value: Any) -> None:
    with pytest.raises(Invalid, match="Write one of: p") as told:
        OccurrenceFilter(**{field: value})
    assert told.value.where == field


# --- pages ----------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 2, 3, 5, 50])
@pytest.mark.parametrize("first", [None, date(2024, 1, 5)])
def test_pages_joined_are_the_whole(
    month: dict[str, OccurrenceRow], connection: Connection, limit: int, first: date | None
) -> None:
    wanted, found, after = OccurrenceFilter(first=first), list[Occurrence](), None
    while True:
        page = find_occurrences(connection, wanted, after, limit)
        assert len(page.items) == limit or page.next is None
        found += page.items
        if page.next is None:
            break
        after = Cursor.read(str(page.next))
    assert names(month, found) == ALL


def test_pages_part_rows_of_one_instant_by_id(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection)
        rows = [airing(stored, datetime(2024, 5, 6, 17, 45)) for _ in range(5)]
        write(connection, *rows)
        one = find_occurrences(connection, OccurrenceFilter(), None, 3)
        two = find_occurrences(connection, OccurrenceFilter(), one.next, 3)
    assert [row.id for row in one.items + two.items] == sorted(row.id for row in rows)
    assert two.next is None


@given(st.datetimes(timezones=st.just(UTC)), st.from_regex(r"occ_[0-9a-f]{32}", fullmatch=True))
def test_a_cursor_reads_what_it_wrote(at: datetime, row_id: str) -> None:
    cursor = Cursor(at, row_id)
    assert Cursor.read(str(cursor)) == cursor
    assert len(str(cursor)) < 100


@given(st.text(max_size=200))
def test_a_cursor_made_up_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="leave it out"):
        Cursor.read(text)


# --- what is ahead --------------------------------------------------------------------------


def ahead(
    month: dict[str, OccurrenceRow], connection: Connection, now: str, open_windows: bool = False
) -> list[str]:
    clock = FixedClock(datetime.fromisoformat(now))
    return names(month, upcoming(connection, clock.now(), open_windows=open_windows))


def test_upcoming_starts_at_now(month: dict[str, OccurrenceRow], connection: Connection) -> None:
    assert ahead(month, connection, "2024-01-17T17:45+07:00") == ["premiere", "replay", "last week"]
    assert ahead(month, connection, "2024-01-17T17:46+07:00") == ["replay", "last week"]
    assert ahead(month, connection, "2024-01-31T00:00+07:00") == []


def test_a_day_without_a_time_is_ahead_until_it_is_over(
    month: dict[str, OccurrenceRow], connection: Connection
) -> None:
    assert ahead(month, connection, "2024-01-10T23:59+07:00")[0] == "untimed"
    assert ahead(month, connection, "2024-01-11T00:00+07:00")[0] == "premiere"


def test_open_windows_are_added_until_their_last_day_is_over(
    month: dict[str, OccurrenceRow], connection: Connection
) -> None:
    assert ahead(month, connection, "2024-01-07T23:59+07:00")[0] == "untimed"
    assert ahead(month, connection, "2024-01-07T23:59+07:00", open_windows=True)[0] == "first week"
    assert ahead(month, connection, "2024-01-08T00:00+07:00", open_windows=True)[0] == "untimed"


def test_a_window_that_begins_now_is_given_once(
    month: dict[str, OccurrenceRow], connection: Connection
) -> None:
    assert ahead(month, connection, "2024-01-25T00:00+07:00", open_windows=True) == ["last week"]


@pytest.mark.parametrize(
    ("state", "is_ahead", "is_open"), [("cancelled", False, False), ("delivered", True, False)]
)
def test_what_is_cancelled_or_delivered_is_not_owed(
    engine: Engine, month: dict[str, OccurrenceRow], state: str, is_ahead: bool, is_open: bool
) -> None:
    with transaction(engine) as connection:
        changed = [row.changed(state=state) for row in month.values()]
        replace_rows(connection, changed, zone(PLAN.timezone), LATER)
        assert bool(ahead(month, connection, "2024-01-24T00:00+07:00")) is is_ahead
        assert bool(ahead(month, connection, "2024-01-31T00:00+07:00", open_windows=True)) is is_open
        now = datetime(2024, 1, 24, tzinfo=UTC)
        assert names(month, upcoming(connection, now, OccurrenceFilter(state=state))) == ["last week"]


def test_upcoming_takes_filters_limit_and_pages(
    month: dict[str, OccurrenceRow], connection: Connection
) -> None:
    now = datetime(2024, 1, 2, tzinfo=UTC)
    one = upcoming(connection, now, OccurrenceFilter(last=date(2024, 1, 18)), 2, open_windows=True)
    assert names(month, one) == ["first week", "untimed"]
    two = upcoming(connection, now, OccurrenceFilter(last=date(2024, 1, 18)), 2, True, one.next)
    assert names(month, two) == ["premiere", "replay"]
    assert two.next is None
    assert names(month, upcoming(connection, now, OccurrenceFilter(channel="KG1"))) == ["replay"]


def test_open_windows_keep_to_the_range_asked_for(engine: Engine) -> None:
    with transaction(engine) as connection:
        stored = store(connection)
        write(connection, window(stored, date(2024, 1, 1), date(2024, 6, 30)))
        now = datetime(2024, 2, 1, tzinfo=UTC)
        for wanted, count in (
            (OccurrenceFilter(first=date(2024, 6, 30)), 1),
            (OccurrenceFilter(first=date(2024, 7, 1)), 0),
            (OccurrenceFilter(last=date(2023, 12, 31)), 0),
        ):
            assert len(upcoming(connection, now, wanted, open_windows=True).items) == count
