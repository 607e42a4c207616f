"""The diff as a law over values: whatever the phrase was, whatever it becomes, and whatever people did."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from rules.instances import expand
from rules.schedule import (
    DaySet,
    DaysLater,
    Instance,
    Limits,
    MonthDays,
    MonthWeeks,
    Recurrence,
    Replay,
    Schedule,
    Slot,
    Weekly,
    Window,
)
from scheduler.planning.by_hand.placing import day_of, given_by, held, remember
from scheduler.planning.diff.changes import ItemDiff, Stored, diff_item
from scheduler.store.occurrences.row import OccurrenceRow, Override
from tests.planning.samples import column, windows

FIRST, LAST = date(2024, 1, 1), date(2024, 4, 30)
ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2024, 2, 20, 12, 0)

months = st.sets(st.integers(1, 4), max_size=3).map(lambda found: tuple(sorted(found)))
replay = st.builds(Replay, st.integers(0, 3).map(DaysLater), st.sampled_from([time(22), time(23)]), st.none())
slot = st.builds(
    Slot,
    at=st.sampled_from([time(6), time(17, 45), time(18)]),
    channel=st.sampled_from(["KG", "KG1", None]),
    minutes=st.sampled_from([None, 12, 30]),
    replays=st.lists(replay, max_size=2, unique_by=lambda one: (one.day, one.at)).map(tuple),
)
days = st.one_of(
    st.builds(MonthWeeks, st.sampled_from([(1,), (2,), (3,), (1, 3)]), st.sampled_from([(2,), (3,), (0, 4)])),
    st.builds(Weekly, st.sampled_from([(0,), (2, 4), (6,)])),
    st.builds(MonthDays, st.sampled_from([(5,), (15,), (5, 20)])),
)
airings = st.builds(
    lambda on, limits, slots: Schedule(recurrences=(Recurrence(DaySet(on, limits), slots),)),
    days,
    months.map(lambda found: Limits(months=found)),
    st.lists(slot, min_size=1, max_size=2).map(tuple),
)
spells = st.sampled_from([(1,), (2,), (1, -1), (1, 2, 3)]).map(
    lambda weeks: Schedule(windows=(Window(MonthWeeks(weeks)),))
)
schedules = st.one_of(airings, airings, spells, st.just(Schedule()))
# What happens to some of the rows between two loads: (which, what).
work = st.lists(
    st.tuples(
        st.integers(0, 400),
        st.sampled_from(["note", "move", "minutes", "cancel", "delivered", "missed", "evidence"]),
    ),
    max_size=6,
)


def instances_of(schedule: Schedule) -> list[Instance]:
    return expand(schedule, FIRST, LAST)


class Table:
    """A table of one item's occurrences, kept by the plainest reading of what a diff says."""

    def __init__(self) -> None:
        self.rows: dict[str, Stored] = {}
        self.minted = count(1)
        self.uids: list[str] = []
        self.loaded = False

    def load(self, schedule: Schedule, include_past: bool = False) -> ItemDiff:
        diff = self.diff(schedule, include_past)
        self.loaded = True
        for pair in (*diff.kept, *diff.moved):
            one, place = pair.stored, pair.place
            self.rows[one.row.id] = replace(
                one,
                row=replace(
                    one.row,
                    kind=pair.instance.kind,
                    slot=pair.instance.slot,
                    period=pair.instance.period,
                    original_start=pair.instance.start,
                    orphaned=False,
                    sequence=one.row.sequence + (pair in diff.moved),
                    **place._asdict(),
                ),
                override=one.override and remember(one.override, given_by(pair.instance)),
            )
        for one in diff.dropped:
            del self.rows[one.row.id]
        for one in diff.orphaned:
            self.rows[one.row.id] = replace(one, row=replace(one.row, orphaned=True))
        for instance in diff.added:
            self.add(instance)
        return diff

    def diff(self, schedule: Schedule, include_past: bool = False) -> ItemDiff:
        return diff_item(
            list(self.rows.values()),
            instances_of(schedule),
            NOW,
            ZONE,
            include_past=include_past,
            new=not self.loaded,
        )

    def add(self, instance: Instance) -> None:
        row_id = f"occ_{next(self.minted):04}"
        self.uids.append(f"{row_id}@airslot.example")
        row = OccurrenceRow(
            id=row_id,
            uid=self.uids[-1],
            plan_id=1,
            item_id=1,
            slot=instance.slot,
            period=instance.period,
            kind=instance.kind,
            original_start=instance.start,
            **given_by(instance)._asdict(),
        )
        self.rows[row_id] = Stored(row)

    def happen(self, happenings: Sequence[tuple[int, str]]) -> None:
        """Let people work on some of the rows. Replays do not follow here: nobody moves a premiere."""
        for index, what in happenings:
            if not self.rows:
                return
            row_id = sorted(self.rows)[index % len(self.rows)]
            one = self.rows[row_id]
            if what in ("delivered", "missed"):
                self.rows[row_id] = replace(one, row=replace(one.row, state=what))
            elif what == "evidence":
                self.rows[row_id] = replace(one, evidence=True)
            else:
                self.rows[row_id] = self.overridden(one, what)

    def overridden(self, one: Stored, what: str) -> Stored:
        own = one.override or Override(one.row.id)
        if what == "note":
            own = replace(own, note="Ghi chú")
        elif what == "minutes" and one.row.kind != "window":
            own = replace(own, minutes=45)
        elif what == "cancel":
            own = replace(own, cancelled=True)
        elif what == "move" and one.row.kind == "replay":
            own = replace(own, start=one.row.start + timedelta(days=2))
        elif what == "move" and one.row.kind == "window":
            own = replace(own, start=day_of(one.row.start))
        if own.empty:
            return one
        own = remember(own, one.given)
        state = "cancelled" if own.cancelled else one.row.state
        place = held(one.given, own)
        return replace(one, row=replace(one.row, state=state, **place._asdict()), override=own)


@given(schedules, work, schedules, work, schedules, st.booleans())
def test_the_law_of_identity(
    before: Schedule,
    first_work: list[tuple[int, str]],
    after: Schedule,
    second_work: list[tuple[int, str]],
    last: Schedule,
    include_past: bool,
) -> None:
    table = Table()
    table.load(before)
    for happenings, schedule in ((first_work, after), (second_work, last)):
        table.happen(happenings)
        was = dict(table.rows)
        diff = table.load(schedule, include_past)
        check_parts(was, diff, instances_of(schedule))
        check_rows(was, table.rows)
        assert len(set(table.uids)) == len(table.uids)
        assert not table.diff(schedule, include_past).changes_rows


def check_parts(was: dict[str, Stored], diff: ItemDiff, wanted: list[Instance]) -> None:
    """Every row and every instance has exactly one fate; orphans of before may stay without a word."""
    fates = [pair.stored.row.id for pair in (*diff.kept, *diff.moved)]
    fates += [one.row.id for one in (*diff.dropped, *diff.orphaned)]
    fates += [one.stored.row.id for one in diff.untouched if one.stored is not None]
    assert len(set(fates)) == len(fates)
    assert all(was[row_id].row.orphaned for row_id in was.keys() - set(fates))
    answered = [pair.instance for pair in (*diff.kept, *diff.moved)] + list(diff.added)
    answered += [one.instance for one in diff.untouched if one.instance is not None]
    assert sorted(map(repr, answered)) == sorted(map(repr, wanted))


def check_rows(was: dict[str, Stored], now: dict[str, Stored]) -> None:
    for row_id, one in was.items():
        if one.touched or one.row.state in ("delivered", "missed"):
            assert row_id in now
        if row_id not in now:
            continue
        then = now[row_id]
        assert then.row.uid == one.row.uid
        assert then.row.sequence >= one.row.sequence
        moved = (then.row.start, then.row.end, then.row.channel) != (
            one.row.start,
            one.row.end,
            one.row.channel,
        )
        assert then.row.sequence == one.row.sequence + 1 if moved else True
        if one.row.state in ("delivered", "missed") or one.evidence:
            assert (then.row.start, then.row.sequence) == (one.row.start, one.row.sequence)
        if one.override is not None and one.override.start is not None:
            assert then.row.start == one.row.start


@given(schedules, work)
def test_the_same_phrase_changes_nothing(schedule: Schedule, happenings: list[tuple[int, str]]) -> None:
    table = Table()
    table.load(schedule)
    table.happen(happenings)
    was = dict(table.rows)
    for include_past in (False, True):
        diff = table.load(schedule, include_past)
        assert not diff.changes_rows
        assert diff.untouched == ()
    assert table.rows == was


def test_what_stays_is_kept_before_anything_is_moved() -> None:
    table = Table()
    table.load(column(week=2, replays=()))
    both = Schedule(
        recurrences=(Recurrence(DaySet(MonthWeeks((1, 2), (2,))), (Slot(time(17, 45), "KG", 12),)),)
    )
    diff = table.load(both)
    assert [str(pair.instance.start) for pair in diff.kept][-1] == "2024-04-10 17:45:00"
    assert (len(diff.kept), diff.moved, len(diff.added)) == (4, (), 2)


def test_what_one_slot_lost_and_gained_in_a_month_is_paired_in_order() -> None:
    table = Table()
    table.load(windows(1, 3))
    diff = table.load(windows(2, 4))
    pairs = [(str(pair.stored.row.start), str(pair.instance.start)) for pair in diff.moved]
    assert pairs == [
        ("2024-02-15", "2024-02-22"),
        ("2024-03-01", "2024-03-08"),
        ("2024-03-15", "2024-03-22"),
        ("2024-04-01", "2024-04-08"),
        ("2024-04-15", "2024-04-22"),
    ]


def test_a_changed_slot_key_is_no_change_to_a_calendar() -> None:
    one, other = Slot(time(6), "KG", 12), Slot(time(17, 45), "KG", 12)
    on = DaySet(MonthWeeks((3,), (2,)))
    table = Table()
    table.load(Schedule(recurrences=(Recurrence(on, (other,)),)))
    diff = table.load(Schedule(recurrences=(Recurrence(on, (one, other)),)))
    assert (len(diff.kept), diff.moved, len(diff.added)) == (4, (), 3)
    assert {stored.row.slot for stored in table.rows.values() if stored.row.start.hour == 17} == {"2"}
