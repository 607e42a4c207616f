from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vDuration

from scheduler.errors import Invalid
from scheduler.feeds.alarms import LONGEST_LEAD, read_alarms, trigger

LEADS = st.integers(1, LONGEST_LEAD // timedelta(minutes=1)).map(lambda minutes: timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("text", "hours"),
    [("", []), ("P1D,PT2H", [24, 2]), ("pt2h, P1D ,PT120M", [24, 2]), ("P1W", [168]), ("P1DT12H", [36])],
)
def test_leads_are_read_longest_first_and_once(text: str, hours: list[int]) -> None:
    assert read_alarms(text) == tuple(timedelta(hours=hour) for hour in hours)


@pytest.mark.parametrize(
    "text", ["P", "PT", "P1DT", "1D", "P1D,", "P0D", "P5W", "PT2S", "P1D;PT2H", "P99999D"]
)
def test_what_is_no_lead_is_refused_with_what_would_be_right(text: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_alarms(text)
    assert refused.value.where == "alarms"
    assert "P1D" in refused.value.en
    assert "P1D" in refused.value.vi


@given(LEADS, st.none() | st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_trigger_is_read_as_the_lead_before_start_or_hour_of_the_day(
    lead: timedelta, hour: time | None
) -> None:
    shift = timedelta() if hour is None else timedelta(hours=hour.hour, minutes=hour.minute)
    read: Any = vDuration
    assert read.from_ical(trigger(lead, hour)) == shift - lead
