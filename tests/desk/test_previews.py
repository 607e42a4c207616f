"""What a deed would change is told before, and nothing of it is kept."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from scheduler.desk import occurrences
from scheduler.desk.one_offs import add_one_off
from scheduler.desk.previews import Preview, preview
from scheduler.errors import Conflict
from tests.desk.samples import OWN, Offices

MAY = "2024-05-15"


def told(offices: Offices, deed: Any, *given: Any, **facts: Any) -> Preview:
    found: Preview = offices.do(preview, lambda desk: deed(desk, *given, **facts))
    return found


def test_the_preview_is_what_the_deed_does_and_keeps_nothing(offices: Offices) -> None:
    before, revision = offices.rows(), offices.plan().revision
    one = offices.row(MAY)
    found = told(offices, occurrences.move, one.id, datetime(2024, 5, 19, 9, 0), scope="following")
    assert offices.rows() == before and offices.log() == [] and offices.plan().revision == revision
    done = offices.do(occurrences.move, one.id, datetime(2024, 5, 19, 9, 0), scope="following")
    shown = [(change.id, change.after.start) for change in found.done.changes if change.after]
    assert shown == [(change.id, change.after.start) for change in done.changes]
    assert len(shown) == 16
    # 19 May is a Sunday, and so are the others, four days after their Wednesday.
    assert [each.day for each in found.days_off][:2] == [date(2024, 5, 19), date(2024, 6, 23)]
    assert len(found.days_off) == 8


def test_clock_intervals_that_overlap_on_a_channel(offices: Offices) -> None:
    """17:45 to 17:57 is taken; what ends when it starts, or starts when it ends, does not clash."""
    one = offices.row(MAY)

    def clashes(start: datetime, channel: str = "KG", minutes: int = 10) -> list[tuple[str, ...]]:
        found = told(offices, add_one_off, OWN, "2.2", start, channel=channel, minutes=minutes)
        new = found.done.occurrence
        assert new is not None
        return [tuple("new" if each.id == new.id else each.id for each in pair) for pair in found.overlaps]

    assert clashes(datetime(2024, 5, 15, 17, 56)) == [(one.id, "new")]
    assert clashes(datetime(2024, 5, 15, 17, 40)) == [("new", one.id)]
    assert clashes(datetime(2024, 5, 15, 17, 57)) == clashes(datetime(2024, 5, 15, 17, 35)) == []
    assert clashes(datetime(2024, 5, 15, 17, 45), channel="KG1") == []
    # The other office's column is on a channel of the same name, which is another channel.
    [pair] = clashes(datetime(2024, 5, 15, 17, 45))
    assert set(pair) == {one.id, "new"}


def test_a_deed_that_cannot_be_done_says_so_and_leaves_the_transaction_whole(offices: Offices) -> None:
    one = offices.row(MAY)
    offices.do(occurrences.cancel, one.id)

    def try_then_note(desk: Any) -> None:
        with pytest.raises(Conflict):
            preview(desk, lambda d: occurrences.move(d, one.id, datetime(2024, 5, 19, 9, 0)))
        occurrences.note(desk, one.id, "vẫn ghi được")

    offices.do(try_then_note)
    assert offices.again(one).note == "vẫn ghi được"
