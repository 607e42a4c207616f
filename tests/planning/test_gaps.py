"""A time that the clocks skip is told, with what it becomes."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from scheduler.errors import Invalid
from scheduler.planning.expanding.expand_request import read_request
from scheduler.planning.expanding.expansion import expand_phrase
from scheduler.planning.expanding.gaps import gap_notices
from scheduler.store.instants import after_gap

BERLIN = "Europe/Berlin"
PHRASE = "every Sunday at 02:30"


@pytest.mark.parametrize(
    ("start", "zone", "shown"),
    [
        (datetime(2024, 3, 31, 2, 30), BERLIN, datetime(2024, 3, 31, 3, 30)),
        (datetime(2024, 3, 31, 2, 0), BERLIN, datetime(2024, 3, 31, 3, 0)),
        (datetime(2024, 3, 31, 3, 0), BERLIN, None),
        (datetime(2024, 10, 27, 2, 30), BERLIN, None),
        (datetime(2024, 3, 31, 2, 30), "Asia/Ho_Chi_Minh", None),
        (datetime(2011, 12, 30, 9, 0), "Pacific/Apia", datetime(2011, 12, 31, 9, 0)),
        (date(2024, 3, 31), BERLIN, None),
    ],
)
def test_what_a_start_in_a_gap_becomes(start: date, zone: str, shown: datetime | None) -> None:
    assert after_gap(start, ZoneInfo(zone)) == shown


def test_a_remark_names_the_time_the_zone_and_what_it_becomes() -> None:
    [notice] = gap_notices([datetime(2024, 3, 31, 2, 30)] * 2, BERLIN)
    assert notice.en == (
        "On Sunday, 31 March 2024 there is no 02:30 in Europe/Berlin, where the clocks are set forward:"
        " it becomes 03:30."
    )
    assert "31/03/2024" in notice.vi and "sẽ thành 03:30" in notice.vi
    [left_out] = gap_notices([datetime(2011, 12, 30, 9, 0)], "Pacific/Apia")
    assert left_out.en.endswith("it becomes 2011-12-31 09:00.")


def test_expand_tells_it_where_it_knows_the_zone() -> None:
    given = {"phrase": PHRASE, "from": "2024-01-01", "to": "2024-12-31"}
    [warning] = expand_phrase(read_request(given | {"timezone": BERLIN}, date(2024, 1, 1)))["warnings"]
    assert warning["code"] == "clock-gap" and "it becomes 03:30" in warning["message"]
    assert expand_phrase(read_request(given, date(2024, 1, 1)))["warnings"] == []


def test_expand_refuses_a_zone_that_there_is_not() -> None:
    with pytest.raises(Invalid, match="Europe/Berlin") as wrong:
        read_request({"phrase": PHRASE, "timezone": "Europe/berlin"}, date(2024, 1, 1))
    assert wrong.value.faults[0].where == "timezone"
