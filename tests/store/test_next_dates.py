"""The next occurrence of each item, on both databases."""

from datetime import date, datetime

from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.store.database.engine import reading, transaction
from scheduler.store.instants import zone
from scheduler.store.occurrences.next_dates import NextDate, next_dates
from scheduler.store.occurrences.rows import get_row, replace_rows
from tests.store.samples import LATER, PLAN, a_month


def at(text: str) -> datetime:
    return FixedClock(datetime.fromisoformat(text)).now()


def test_each_item_s_next_date(engine: Engine) -> None:
    month = a_month(engine)
    newspaper, station, portal = (month[name].item_id for name in ("first week", "premiere", "untimed"))
    ids = [newspaper, station, portal]
    with reading(engine) as connection:
        assert next_dates(connection, ids, at("2024-01-10T12:00+07:00")) == {
            newspaper: NextDate(month["last week"].id, "window", date(2024, 1, 25)),
            station: NextDate(month["premiere"].id, "premiere", datetime(2024, 1, 17, 17, 45)),
            portal: NextDate(month["untimed"].id, "premiere", date(2024, 1, 10)),
        }
        assert set(next_dates(connection, ids, at("2024-01-11T00:00+07:00"))) == {newspaper, station}
        assert next_dates(connection, ids, at("2024-02-01T00:00+07:00")) == {}
        assert next_dates(connection, [], at("2024-01-01T00:00+07:00")) == {}


def test_what_is_cancelled_is_passed_over(engine: Engine) -> None:
    premiere = a_month(engine)["premiere"]
    with transaction(engine) as connection:
        row = get_row(connection, premiere.id)
        assert row is not None
        replace_rows(connection, [row.changed(state="cancelled")], zone(PLAN.timezone), LATER)
        found = next_dates(connection, [premiere.item_id], at("2024-01-10T12:00+07:00"))
    assert found[premiere.item_id].kind == "replay"
