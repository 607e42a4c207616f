"""Which names are time zones, and what is meant by those that are nearly one, at every door."""

from __future__ import annotations

import pytest

from rules.phrases import Context, read
from rules.zones import find_zone, likely_name
from scheduler.errors import Invalid
from scheduler.planning.plan_file.document import read_plan
from scheduler.reminders.readers.subscription import Subscription
from scheduler.store.instants import zone
from scheduler.trigger import PhraseTrigger

# The zone data hold them beside the zones of places; one of leap seconds is 27 seconds off.
NO_ZONES = ["right/Asia/Tokyo", "posix/Europe/Berlin", "localtime", "Factory", "posixrules", "../UTC", ""]


@pytest.mark.parametrize("name", NO_ZONES)
def test_what_the_zone_data_hold_beside_zones_is_refused_at_every_door(name: str) -> None:
    assert find_zone(name) is None
    with pytest.raises(Invalid, match="no time zone"):
        zone(name)
    with pytest.raises(Invalid, match="no time zone"):
        Subscription("a@example.org", timezone=name)
    with pytest.raises(ValueError, match="no time zone"):
        PhraseTrigger("Wednesday week 3 at 17:45", timezone=name)
    plan = f"slug: p\ntitle: T\nyear: 2024\ntimezone: '{name}'\n"
    with pytest.raises(Invalid) as refused:
        read_plan(plan.encode())
    assert any(fault.code in ("timezone-unknown", "missing") for fault in refused.value.faults)
    text = f"DTSTART;TZID={name}:20240101T090000\nRRULE:FREQ=DAILY"
    assert [problem.code for problem in read(text).problems] == ["rule-zone"]


def test_a_zone_of_nearly_that_name_is_proposed() -> None:
    with pytest.raises(Invalid, match="such as Europe/Lisbon"):
        zone("Europe/lisbon")
    with pytest.raises(Invalid, match="such as Asia/Bangkok"):
        zone("SE Asia Standard Time")
    with pytest.raises(Invalid, match="such as Asia/Ho_Chi_Minh"):
        zone("Nowhere/Land")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Europe/lisbon", "Europe/Lisbon"),
        ("EUROPE/LISBON", "Europe/Lisbon"),
        ('"GMT Standard Time"', "Europe/London"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("utc", "UTC"),
    ],
)
def test_recurrence_text_with_nearly_a_zones_name_is_read_and_told(written: str, name: str) -> None:
    text = f"DTSTART;TZID={written}:20240101T090000\nRRULE:FREQ=DAILY\nEXDATE;TZID={written}:20240102T090000"
    found = read(text, Context(zone=name))
    assert found.status == "understood"
    assert [warning.code for warning in found.warnings] == ["rule-zone-read"]
    assert f"time zone {name}" in found.warnings[0].en and f"múi giờ {name}" in found.warnings[0].vi


def test_windows_zone_in_recurrence_text_counts_as_the_plans_own_where_the_clocks_agree() -> None:
    text = "DTSTART;TZID=SE Asia Standard Time:20240101T090000\nRRULE:FREQ=DAILY"
    assert read(text, Context(zone="Asia/Ho_Chi_Minh")).status == "understood"
    assert [one.code for one in read(text, Context(zone="Europe/Berlin")).problems] == ["rule-zone"]


def test_every_zone_of_windows_leads_to_one_that_is_there() -> None:
    from babel.core import get_global

    names = get_global("windows_zone_mapping")
    assert len(names) > 100
    for name in names:
        likely = likely_name(name)
        assert likely is not None and find_zone(likely) is not None
