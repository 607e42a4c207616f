"""What we lean on in dateutil that it does not promise: a private name, asked for once a turn."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from dateutil import rrule


def test_the_name_by_which_turns_are_counted_is_asked_for_once_each_year_or_month() -> None:
    """`rules.recurrence.intervals` ends a rule that never finds a start by it."""

    class Counted(rrule.rrule):
        asked = 0

        @property
        def _byeaster(self) -> None:
            self.asked += 1

        @_byeaster.setter
        def _byeaster(self, value: None) -> None:
            pass

    # A list of months makes a monthly rule turn to each month all the same.
    frequency: Literal[0, 1]
    for frequency, least, most in ((rrule.YEARLY, 10, 12), (rrule.MONTHLY, 109, 122)):
        rule = Counted(frequency, dtstart=datetime(2024, 1, 1), bymonthday=1, bymonth=1, count=10)
        before = rule.asked
        assert len(list(rule)) == 10
        assert least <= rule.asked - before <= most
