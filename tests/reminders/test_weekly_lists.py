"""The weekly list of what is unconfirmed, and mails about quotas that are behind their pace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from email import message_from_bytes
from email.policy import default
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, select, text, update

from rules.schedule import Period, Quota
from scheduler.accounts.confirmers import confirmers, tell_weekly
from scheduler.accounts.people import add_person, find_person
from scheduler.accounts.rights import Actor
from scheduler.clock import FixedClock
from scheduler.desk import people as desk_people
from scheduler.desk.desk import Desk
from scheduler.reminders import by_link
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.notes import NOTHING_TO_CONFIRM, ON_PACE
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.links import standing_token
from scheduler.reminders.readers.subscription import Subscription
from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, StillWanted, always
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.database.schema import downgrade, migrate
from scheduler.store.pieces import Giver, add_piece
from scheduler.store.plans.plan_rows import add_items, save_outlets
from scheduler.store.plans.read_model import Item, Outlet
from scheduler.store.tables import occurrence, office, subscriber
from tests.reminders.samples import (
    AT,
    CountingSink,
    add_airing,
    add_plan,
    add_subscriber,
    add_window,
    deliver_due,
    local,
    rows,
)
from tests.store import samples

SETTINGS = Settings(horizon_hours=48, public_url="https://lich.example.org")
SECRET = b"only for tests, thirty-two bytes."
SUNDAY, MONDAY = local("2024-04-21T20:00"), local("2024-04-22T08:00")


class Box:
    """Takes every mail and keeps it."""

    def __init__(self) -> None:
        self.mails: list[Any] = []

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        self.mails.append(message_from_bytes(message, policy=default))
        return Accepted("250")

    def close(self) -> None:
        """Nothing is held."""

    @property
    def said(self) -> list[tuple[str, str]]:
        return sorted((mail["To"], mail["Subject"]) for mail in self.mails)

    def text(self, place: int = 0) -> str:
        return str(self.mails[place].get_body(("plain",)).get_content())


def member(connection: Connection, name: str, role: str = "editor", **facts: Any) -> str:
    return add_person(connection, f"{name}@dai.example", role, machine_time=lambda: AT, **facts).id


def a_week(engine: Engine) -> samples.Stored:
    """An airing of the station and a window of nobody, both over; one more airing is ahead."""
    stored = add_plan(engine)
    add_airing(engine, stored, datetime(2024, 4, 17, 17, 45))
    add_window(engine, stored, date(2024, 4, 12), date(2024, 4, 18))
    add_airing(engine, stored, datetime(2024, 4, 24, 17, 45))
    return stored


def pass_over(engine: Engine, now: datetime) -> None:
    materialise(engine, now, SETTINGS, lambda: AT)


def deliver(engine: Engine, now: datetime, box: Any) -> None:
    pass_over(engine, now)
    deliver_due(engine, FixedClock(now), box, MailRenderer(SETTINGS, SECRET), SETTINGS, lambda: AT)


def lists(engine: Engine) -> list[tuple[str, str | None]]:
    return rows(engine, "state", "last_error", lead="unconfirmed")


def test_who_may_confirm_is_told_on_monday_what_is_theirs_in_their_language_and_once(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        member(connection, "dai", outlets=[samples.STATION])
        member(connection, "chief", "manager", language="en")
        member(connection, "looker", "viewer")
    box = Box()
    deliver(engine, SUNDAY, box)
    assert box.said == []
    for minutes in (0, 1, 20, 500):
        deliver(engine, MONDAY + timedelta(minutes=minutes), box)

    assert box.said == [
        ("chief@dai.example", "To confirm: 2 entries"),
        ("dai@dai.example", "Cần xác nhận: 1 lần phát, đăng"),
    ]
    vi = next(box.text(n) for n, mail in enumerate(box.mails) if mail["To"].startswith("dai"))
    assert "17:45  2.2 Chuyên mục truyền hình" in vi and "1.1 Báo in" not in vi
    assert "/calendar/list/2024-04-17?state=overdue" in vi
    assert [part.get_content_type() for part in box.mails[0].iter_attachments()] == []


def test_what_is_confirmed_before_monday_is_not_listed_and_an_empty_list_is_no_mail(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        member(connection, "dai", outlets=[samples.STATION])
    pass_over(engine, SUNDAY)
    assert lists(engine) == [("due", None)]
    with transaction(engine) as connection:
        connection.execute(update(occurrence).values(state="delivered"))
    box = Box()
    deliver(engine, MONDAY, box)

    assert box.said == []
    assert lists(engine) == [("cancelled", NOTHING_TO_CONFIRM)]


def test_a_list_that_is_late_is_of_no_use_the_day_after(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        member(connection, "dai")
    box = Box()
    deliver(engine, local("2024-04-23T08:00"), box)
    assert box.said == []


def test_no_list_goes_to_another_offices_members(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        samples.store(connection, replace(samples.PLAN, slug="khac-2024", office="Sở khác"))
        other = connection.scalar(select(office.c.id).where(office.c.name == "Sở khác"))
        member(connection, "khac", "manager", office_id=other)
    box = Box()
    deliver(engine, MONDAY, box)
    assert box.said == []


def test_the_lists_link_ends_the_list_and_leaves_the_reminders(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        who = member(connection, "dai")
        wanted = Subscription("dai@dai.example")
        found, _ = subscribers.add(connection, wanted, machine_time=lambda: AT, confirmed=True)
        token = standing_token(SECRET, "unconfirmed", found.id, found.link_salt)
        desk = Desk(connection, None, FixedClock(MONDAY), lambda: AT, "test")
        for _ in range(2):
            by_link.unsubscribe(desk, token, "page", secret=SECRET)
    box = Box()
    deliver(engine, MONDAY, box)
    assert box.said == []
    with transaction(engine) as connection:
        assert subscribers.get_subscriber(connection, found.id).state == "active"
        office_id = connection.scalar(select(office.c.id)) or 0
        tell_weekly(connection, who, office_id, True, AT)
    deliver(engine, MONDAY, box)
    assert [subject for _, subject in box.said] == ["Cần xác nhận: 2 lần phát, đăng"]


def test_a_member_without_reminders_is_no_subscriber_and_may_become_one(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        member(connection, "dai")
    pass_over(engine, SUNDAY)
    with transaction(engine) as connection:
        assert subscribers.list_subscribers(connection) == []
        assert subscribers.find_by_email(connection, "dai@dai.example") is None
        added, _ = subscribers.add(
            connection, Subscription("dai@dai.example"), machine_time=lambda: AT, confirmed=True
        )
        assert added.state == "active"
        assert [one.email for one in subscribers.list_subscribers(connection)] == ["dai@dai.example"]


def test_who_leaves_the_office_is_forgotten(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        member(connection, "boss", "admin")
        who = member(connection, "dai")
    deliver(engine, MONDAY, Box())
    with transaction(engine) as connection:
        desk = Desk(connection, Actor("test", "admin", "cli"), FixedClock(MONDAY), lambda: AT, "test")
        desk_people.remove_person(desk, who, office_id=connection.scalar(select(office.c.id)))
        emails = set(connection.scalars(select(subscriber.c.email)))
    assert emails == {"boss@dai.example"}
    assert find_person_is_gone(engine)


def find_person_is_gone(engine: Engine) -> bool:
    with reading(engine) as connection:
        return find_person(connection, "dai@dai.example") is None and len(confirmers(connection)) == 1


def test_an_address_that_bounced_gets_no_list(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        member(connection, "dai")
    deliver(engine, MONDAY, CountingSink(lambda _: Failed("550 5.1.1 no such user", suppress=True)))
    box = Box()
    deliver(engine, MONDAY + timedelta(days=7), box)
    assert box.said == []


# --- quotas --------------------------------------------------------------------------------------


def a_quota(engine: Engine) -> samples.Stored:
    """Item 7 asks for 12 articles and 24 photos in the year, without dates."""
    with transaction(engine) as connection:
        stored = samples.store(connection, samples.PLAN, ())
        save_outlets(connection, samples.PLAN.office, [Outlet("Báo tỉnh", ())], AT)
        asked = (Quota(12, "bài viết", Period.YEAR), Quota(24, "ảnh", Period.YEAR))
        made = Item("7", "Tin, bài trên báo", 1, outlet="Báo tỉnh", quotas=asked)
        return samples.Stored(stored.plan_id, add_items(connection, stored.plan_id, (made,), AT))


def appeared(engine: Engine, stored: samples.Stored, count: int, unit: str, day: date) -> None:
    with transaction(engine) as connection:
        facts = {"unit": unit, "count": count, "day": day}
        add_piece(connection, stored.items["7"], facts, Giver("test", None, AT))


def test_on_the_first_of_a_month_readers_are_told_which_units_are_behind(engine: Engine) -> None:
    stored = a_quota(engine)
    appeared(engine, stored, 6, "bài viết", date(2024, 5, 2))
    appeared(engine, stored, 7, "ảnh", date(2024, 6, 2))
    add_subscriber(engine, language="en")
    add_subscriber(engine, "other", filters={"items": ["2.2"]})
    add_subscriber(engine, "digests", leads=[], digest="weekly")
    box = Box()
    deliver(engine, local("2024-06-30T20:00"), box)
    deliver(engine, local("2024-07-01T08:00"), box)
    deliver(engine, local("2024-07-01T09:00"), box)

    assert box.said == [("an@example.org", "Behind its target: 7 of 24 ảnh – 7 Tin, bài trên báo")]
    # 182 of 366 days are gone: 5.97 articles and 11.93 photos.
    assert "7 of 24 ảnh are confirmed for these days; by now 11 would be on pace." in box.text()
    assert "bài viết are confirmed" not in box.text()


def test_what_has_caught_up_before_the_mail_is_not_told(engine: Engine) -> None:
    stored = a_quota(engine)
    add_subscriber(engine)
    pass_over(engine, local("2024-06-30T20:00"))
    assert rows(engine, "what", "state") == [("quota", "due")]
    appeared(engine, stored, 12, "bài viết", date(2024, 6, 2))
    appeared(engine, stored, 24, "ảnh", date(2024, 6, 2))
    box = Box()
    deliver_due(
        engine,
        FixedClock(local("2024-07-01T08:00")),
        box,
        MailRenderer(SETTINGS, SECRET),
        SETTINGS,
        lambda: AT,
    )
    assert box.said == []
    assert rows(engine, "state", "last_error") == [("cancelled", ON_PACE)]


@pytest.mark.parametrize("day", ["2024-04-01", "2024-02-01"])
def test_no_quota_is_told_before_the_plan_was_signed(engine: Engine, day: str) -> None:
    a_quota(engine)
    add_subscriber(engine)
    box = Box()
    deliver(engine, local(f"{day}T08:00"), box)
    assert box.said == []


def test_going_back_lets_go_of_who_was_there_for_lists_alone_and_keeps_what_went(engine: Engine) -> None:
    a_week(engine)
    with transaction(engine) as connection:
        member(connection, "dai")
        subscribers.add(connection, Subscription("an@so.example"), machine_time=lambda: AT, confirmed=True)
    deliver(engine, MONDAY, Box())
    pass_over(engine, MONDAY + timedelta(days=6, hours=12))
    assert sorted(state for state, _ in lists(engine)) == ["accepted", "due"]

    downgrade(engine, "2026_12_01_cut_offs")
    with reading(engine) as connection:
        emails = connection.execute(text("SELECT email FROM subscriber")).scalars().all()
        kept = connection.execute(
            text("SELECT state, subscriber_id FROM reminder WHERE lead = 'unconfirmed'")
        )
        assert (list(emails), [tuple(row) for row in kept]) == (["an@so.example"], [("accepted", None)])
    migrate(engine)
    pass_over(engine, MONDAY + timedelta(days=6, hours=12))
    assert [state for state, _ in lists(engine)].count("due") == 1
