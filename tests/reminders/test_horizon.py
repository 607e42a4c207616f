"""The rolling horizon: what is owed is written once, and what is owed no more is taken out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, delete, select, update

from scheduler.clock import FixedClock
from scheduler.reminders.due.lead import MARGIN
from scheduler.reminders.due.owed import Owed, spread
from scheduler.reminders.outbox.horizon import Horizon, materialise
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.settings import Settings
from scheduler.store.database.engine import transaction
from scheduler.store.tables import occurrence, office, plan, subscriber
from tests.planning.overrides import cancel, move, restore
from tests.reminders.samples import (
    AIRING,
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_plan,
    add_subscriber,
    add_window,
    local,
    rows,
)
from tests.store import samples

WEEK = Settings(horizon_hours=7 * 24)
DAY = Settings()


def pass_over(engine: Engine, now: datetime = NOW, settings: Settings = WEEK) -> int:
    return materialise(engine, now, settings, lambda: AT)


def deliver(engine: Engine, now: datetime, sink: CountingSink | None = None) -> CountingSink:
    sink = sink or CountingSink()
    Delivery(engine, FixedClock(now), sink, PlainRenderer(), WEEK).deliver()
    return sink


def change(engine: Engine, what: Any, *arguments: Any, **named: Any) -> None:
    with transaction(engine) as connection:
        what(connection, *arguments, **named)


def reader_wants(engine: Engine, **facts: Any) -> None:
    with transaction(engine) as connection:
        connection.execute(update(subscriber).values(revision=subscriber.c.revision + 1, **facts))


def owed(engine: Engine, state: str = "due") -> list[tuple[str, str, datetime]]:
    return rows(engine, "what", "lead", "due_at", state=state)


def test_each_lead_of_each_reader_is_owed_once(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine)
    add_subscriber(engine, "binh", leads=["PT2H"])

    assert pass_over(engine) == 3
    assert pass_over(engine) == 0
    assert owed(engine) == [
        ("reminder", "P1D", local("2024-04-16T08:00")),
        ("reminder", "PT2H", local("2024-04-17T15:45")),
        ("reminder", "PT2H", local("2024-04-17T15:45")),
    ]
    assert {row.useful_until for row in rows(engine)} == {
        local("2024-04-17T15:45"),
        local("2024-04-17T17:45"),
    }


def test_only_what_comes_due_within_the_horizon_is_written(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine, leads=["P1D", "PT2H"])

    pass_over(engine, NOW, DAY)
    assert [lead for _, lead, _ in owed(engine)] == ["P1D"]
    pass_over(engine, NOW + timedelta(hours=8), DAY)
    assert [lead for _, lead, _ in owed(engine)] == ["P1D", "PT2H"]


def test_filters_states_and_signature_decide_who_is_told_of_what(engine: Engine) -> None:
    stored = add_plan(engine)
    add_airing(engine, stored)
    add_airing(engine, stored, item="3")
    add_airing(engine, stored, datetime(2024, 4, 17, 9, 0), state="delivered")
    add_subscriber(engine, filters={"items": ["3"]}, leads=["P1D"])
    for state in ("pending", "unsubscribed", "suppressed"):
        add_subscriber(engine, state, state=state)

    assert pass_over(engine) == 1
    with transaction(engine) as connection:
        connection.execute(update(plan).values(signed=date(2024, 4, 18), revision=9))
    pass_over(engine)
    assert owed(engine) == []
    assert len(owed(engine, "cancelled")) == 1


def test_readers_are_told_nothing_of_another_offices_private_plan(engine: Engine) -> None:
    add_airing(engine, add_plan(engine))
    add_subscriber(engine, leads=["P1D"], digest="daily")
    other = replace(samples.PLAN, slug="khac-2024", office="Sở khác", public=False)
    with transaction(engine) as connection:
        stored = samples.store(connection, other)
    add_airing(engine, stored, datetime(2024, 4, 17, 9, 0))
    binh = add_subscriber(engine, "binh", leads=["P1D"])
    with transaction(engine) as connection:
        theirs = select(office.c.id).where(office.c.name == "Sở khác").scalar_subquery()
        connection.execute(update(subscriber).where(subscriber.c.id == binh).values(office_id=theirs))

    def reminded() -> list[str]:
        return sorted(reader for (reader,) in rows(engine, "subscriber_id", what="reminder"))

    pass_over(engine)
    assert reminded() == ["sub_an", "sub_binh", "sub_binh"]
    renderer = PlainRenderer()
    Delivery(engine, FixedClock(local("2024-04-17T07:30")), CountingSink(), renderer, WEEK).deliver()
    told = [one.plan for letter in renderer.letters for one in letter.occurrences]
    assert told and set(told) == {"plan-2024"}  # the digests of two days
    with transaction(engine) as connection:
        connection.execute(update(plan).where(plan.c.slug == "khac-2024").values(public=True, revision=9))
    add_airing(engine, stored, datetime(2024, 4, 18, 9, 0))
    pass_over(engine)
    assert reminded() == ["sub_an"] * 3 + ["sub_binh"] * 3


def test_a_day_without_a_time_is_announced_days_before_only(engine: Engine) -> None:
    add_airing(engine, add_plan(engine), date(2024, 4, 18))
    add_subscriber(engine, leads=["P1D", "PT2H"])

    pass_over(engine)

    assert owed(engine) == [("reminder", "P1D", local("2024-04-17T08:00"))]


def test_a_window_is_announced_at_its_opening_and_before_its_last_day(engine: Engine) -> None:
    stored = add_plan(engine)
    add_window(engine, stored, date(2024, 4, 17), date(2024, 4, 21))
    add_window(engine, stored, date(2024, 4, 17), date(2024, 4, 17))
    add_subscriber(engine)

    pass_over(engine)

    assert owed(engine) == [
        ("opening", "", local("2024-04-17T08:00")),
        ("opening", "", local("2024-04-17T08:00")),
        ("closing", "", local("2024-04-20T08:00")),
    ]


def test_a_window_that_is_delivered_is_not_announced_again(engine: Engine) -> None:
    window = add_window(engine, add_plan(engine), date(2024, 4, 17), date(2024, 4, 21))
    add_subscriber(engine)
    pass_over(engine)
    deliver(engine, local("2024-04-17T08:00"))
    with transaction(engine) as connection:
        connection.execute(update(occurrence).where(occurrence.c.id == window.id).values(state="delivered"))

    pass_over(engine, local("2024-04-18T08:00"))

    assert owed(engine) == []
    assert [what for what, _, _ in owed(engine, "cancelled")] == ["closing"]


def test_a_move_ends_the_row_and_makes_one_for_the_new_start(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    add_subscriber(engine, leads=["PT2H"])
    pass_over(engine)

    change(engine, move, airing.id, datetime(2024, 4, 18, 9, 0))
    pass_over(engine)
    assert owed(engine) == [("reminder", "PT2H", local("2024-04-18T07:00"))]
    assert owed(engine, "expired") == [("reminder", "PT2H", local("2024-04-17T15:45"))]

    change(engine, restore, airing.id)
    pass_over(engine)
    assert owed(engine) == [("reminder", "PT2H", local("2024-04-17T15:45"))]
    assert owed(engine, "expired") == [("reminder", "PT2H", local("2024-04-18T07:00"))]


def test_a_cancellation_and_a_change_of_wishes_take_rows_out_and_back(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    add_subscriber(engine, leads=["P1D", "PT2H"])
    pass_over(engine)
    change(engine, cancel, airing.id, FixedClock(NOW))
    pass_over(engine)
    assert owed(engine) == []

    change(engine, restore, airing.id)
    pass_over(engine)
    reader_wants(engine, leads=["PT2H"])
    pass_over(engine)

    assert [lead for _, lead, _ in owed(engine)] == ["PT2H"]
    assert [lead for _, lead, _ in owed(engine, "cancelled")] == ["P1D"]


def test_new_quiet_hours_move_what_still_waits(engine: Engine) -> None:
    add_airing(engine, add_plan(engine), datetime(2024, 4, 18, 5, 45))
    add_subscriber(engine, leads=["PT2H"])
    pass_over(engine)
    assert owed(engine) == [("reminder", "PT2H", local("2024-04-18T03:45"))]

    reader_wants(engine, quiet_from=time(21), quiet_until=time(6))
    pass_over(engine)

    assert owed(engine) == [("reminder", "PT2H", local("2024-04-17T21:00") - MARGIN)]


def test_after_days_down_only_what_is_still_useful_is_owed(engine: Engine) -> None:
    stored = add_plan(engine)
    for day in range(16, 24):
        add_airing(engine, stored, datetime(2024, 4, day, 17, 45))
    add_subscriber(engine, leads=["P7D", "P1D"])
    now = local("2024-04-18T12:00")

    pass_over(engine, now, DAY)

    due = sorted((row.target_start.astimezone(now.tzinfo).day, row.lead) for row in rows(engine))
    # The 18th is ahead by hours and its P1D not yet two days late; P7D of the 23rd is, so it is not owed.
    assert due == [(18, "P1D"), (19, "P1D"), (20, "P1D")]
    add_airing(engine, stored, datetime(2024, 4, 24, 17, 45))
    assert pass_over(engine, now, DAY) == 1


def test_a_digest_is_owed_each_day_or_each_monday(engine: Engine) -> None:
    add_plan(engine)
    add_subscriber(engine, digest="daily", leads=[])
    add_subscriber(engine, "binh", digest="weekly", leads=[])

    pass_over(engine, local("2024-04-19T09:00"), Settings(horizon_hours=72))
    pass_over(engine, local("2024-04-19T09:00"), Settings(horizon_hours=72))

    assert [(row.subject, row.due_at) for row in rows(engine)] == [
        ("2024-04-19/P1D", local("2024-04-19T08:00")),
        ("2024-04-20/P1D", local("2024-04-20T08:00")),
        ("2024-04-21/P1D", local("2024-04-21T08:00")),
        ("2024-04-22/P1D", local("2024-04-22T08:00")),
        ("2024-04-22/P7D", local("2024-04-22T08:00")),
    ]


def test_a_digest_alone_means_no_mails_about_windows(engine: Engine) -> None:
    add_window(engine, add_plan(engine), date(2024, 4, 17), date(2024, 4, 21))
    add_subscriber(engine, digest="weekly", leads=[])

    pass_over(engine)

    assert {row.what for row in rows(engine)} == {"digest"}


# --- changes --------------------------------------------------------------------------------


@pytest.fixture
def told(engine: Engine) -> str:
    """An airing of which a reader was told a day before."""
    airing = add_airing(engine, add_plan(engine))
    add_subscriber(engine, leads=["P1D"])
    pass_over(engine)
    assert len(deliver(engine, NOW).taken) == 1
    return airing.id


def notices(engine: Engine) -> list[Any]:
    return [row for row in rows(engine) if row.what == "change"]


def test_ten_edits_are_one_notice_of_the_last(engine: Engine, told: str) -> None:
    for n in range(10):
        change(engine, move, told, datetime(2024, 4, 18, 9, n))
        pass_over(engine, NOW + timedelta(seconds=n))
        assert deliver(engine, NOW + timedelta(seconds=n)).tried == []

    sink = deliver(engine, NOW + timedelta(minutes=6))

    assert len(sink.taken) == 1
    [notice] = notices(engine)
    assert notice.state == "accepted"
    assert notice.facts["change"] == "moved"
    assert notice.facts["old_start"] == AIRING.isoformat()
    assert notice.facts["start"] == "2024-04-18T09:09:00"
    pass_over(engine, NOW + timedelta(minutes=7))
    assert len(notices(engine)) == 1


def test_edits_without_end_do_not_hold_a_notice_back_for_ever(engine: Engine, told: str) -> None:
    sent = 0
    for n in range(40):
        now = NOW + timedelta(minutes=n)
        change(engine, move, told, datetime(2024, 4, 19, 9, n))
        pass_over(engine, now)
        sent += len(deliver(engine, now).taken)

    assert sent == 1


def test_an_edit_after_the_pass_is_not_told_as_it_was(engine: Engine, told: str) -> None:
    change(engine, move, told, datetime(2024, 4, 18, 9, 0))
    pass_over(engine)
    change(engine, move, told, datetime(2024, 4, 18, 10, 0))

    assert deliver(engine, NOW + timedelta(minutes=6)).tried == []
    pass_over(engine, NOW + timedelta(minutes=7))
    deliver(engine, NOW + timedelta(minutes=13))
    assert [notice.facts["start"] for notice in notices(engine)] == ["2024-04-18T10:00:00"]


def test_a_change_that_is_taken_back_in_time_is_not_told(engine: Engine, told: str) -> None:
    change(engine, move, told, datetime(2024, 4, 18, 9, 0))
    pass_over(engine)
    change(engine, restore, told)
    pass_over(engine)

    assert deliver(engine, NOW + timedelta(hours=1)).tried == []
    assert [notice.state for notice in notices(engine)] == ["cancelled"]


def test_each_change_that_was_told_is_told_back(engine: Engine, told: str) -> None:
    now = NOW
    for n, edit in enumerate((move, restore, move, cancel, restore)):
        arguments = {move: (datetime(2024, 4, 19, 9, 0),), cancel: (FixedClock(now),)}.get(edit, ())
        change(engine, edit, told, *arguments)
        pass_over(engine, now)
        now += timedelta(minutes=6)
        deliver(engine, now)
        assert len([one for one in notices(engine) if one.state == "accepted"]) == n + 1

    said = [notice.facts["change"] for notice in notices(engine)]
    assert said == ["moved", "moved", "moved", "cancelled", "restored"]


def test_what_the_plan_dropped_is_told_from_what_was_told(engine: Engine, told: str) -> None:
    with transaction(engine) as connection:
        uid = connection.scalar(select(occurrence.c.uid).where(occurrence.c.id == told))
        connection.execute(delete(occurrence))
    pass_over(engine)
    deliver(engine, NOW + timedelta(minutes=6))
    pass_over(engine, NOW + timedelta(minutes=7))

    [notice] = notices(engine)
    assert (notice.state, notice.facts["change"]) == ("accepted", "cancelled")
    assert notice.facts["title"] == "Chuyên mục truyền hình"
    # By these a reader's calendar knows what to let go of.
    assert (notice.facts["uid"], notice.facts["sequence"]) == (uid, 1)
    assert datetime.fromisoformat(notice.facts["told_at"]).tzinfo is not None


def test_a_start_that_is_near_is_told_at_once(engine: Engine, told: str) -> None:
    now = local("2024-04-17T17:00")
    change(engine, cancel, told, FixedClock(now))
    pass_over(engine, now)

    assert len(deliver(engine, now).taken) == 1


def test_who_wants_no_notices_and_who_was_never_told_get_none(engine: Engine, told: str) -> None:
    add_subscriber(engine, "binh", leads=["PT2H"])
    with transaction(engine) as connection:
        connection.execute(update(subscriber).where(subscriber.c.id == "sub_an").values(notices=False))
    pass_over(engine)

    change(engine, move, told, datetime(2024, 4, 18, 9, 0))
    pass_over(engine)

    assert notices(engine) == []


def test_a_notice_takes_the_place_of_a_reminder_that_would_be_late(engine: Engine, told: str) -> None:
    now = local("2024-04-16T12:00")
    change(engine, move, told, datetime(2024, 4, 17, 20, 0))
    pass_over(engine, now)
    taken = deliver(engine, now + timedelta(minutes=6)).taken
    pass_over(engine, now + timedelta(minutes=7))
    taken += deliver(engine, now + timedelta(minutes=8)).taken

    assert ["|change|" in one for one in taken] == [True]


# --- pace -----------------------------------------------------------------------------------


def test_messages_are_spread_as_fast_as_the_relay_and_the_late_ones_counted() -> None:
    def message(n: int, due: datetime, useful: timedelta) -> Owed:
        return Owed("reminder", "occurrence", "occ", "P1D", due, due, due + useful, subscriber=f"sub_{n}")

    rush = [message(n, NOW, timedelta(minutes=3)) for n in range(40)]
    after = message(99, NOW + timedelta(hours=1), timedelta(hours=1))

    found, late = spread([after, *rush], NOW, 10)

    assert late == 40 - 30
    assert [one.due_at for one in found[:3]] == [NOW + n * timedelta(seconds=6) for n in range(3)]
    assert found[-1] == after
    assert spread(found, NOW, 10)[0] == found


def test_a_relay_that_is_too_slow_is_warned_of(engine: Engine, caplog: pytest.LogCaptureFixture) -> None:
    add_airing(engine, add_plan(engine))
    for n in range(5):
        add_subscriber(engine, f"s{n}", leads=["PT2H"])

    pass_over(engine, local("2024-04-17T15:45"), Settings(relay_per_hour=2))

    assert "1 of 5 reminders cannot go out in time" in caplog.text
    dues = [row.due_at for row in rows(engine)]
    assert dues[1] - dues[0] == timedelta(minutes=30)


# --- how often ------------------------------------------------------------------------------


def test_the_horizon_passes_when_something_changed_and_now_and_then(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine))
    horizon = Horizon()

    def keep_up(minutes: int) -> int | None:
        return horizon.keep_up(engine, NOW + timedelta(minutes=minutes), WEEK, lambda: AT)

    assert keep_up(0) == 0
    assert keep_up(1) is None
    add_subscriber(engine, leads=["PT2H"])
    assert keep_up(2) == 1
    assert keep_up(3) is None
    change(engine, move, airing.id, datetime(2024, 4, 18, 9, 0))
    assert keep_up(4) == 1
    assert keep_up(13) is None
    assert keep_up(14) == 0
