"""Subscribers from the first wish to the last trace, on both databases."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import Connection, Engine, func, insert, select

from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.machine_time import MachineTime
from scheduler.reminders.due.lead import Lead
from scheduler.reminders.readers import subscribers
from scheduler.reminders.readers.links import links
from scheduler.reminders.readers.subscription import Subscriber, Subscription
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.read_model import plan_occurrences
from scheduler.store.occurrences.selection import Selection
from scheduler.store.tables import link_token, reminder, reminder_log, subscriber
from tests.store.samples import STATION, a_month

SECRET = b"a secret of thirty-two characters"
NOW = datetime(2024, 4, 2, 1, tzinfo=UTC)  # plan time
WANTED = Subscription(
    "nguoi.nhan@example.org",
    leads=(Lead.parse("PT2H"), Lead.parse("P7D"), Lead.parse("P1D")),
    filter=Selection(plans=("plan-2024",), channels=("KG",)),
    quiet_from=time(21),
    quiet_until=time(6),
)


@pytest.fixture
def planned(engine: Engine) -> Engine:
    a_month(engine)
    return engine


class Hands:
    """The module's functions, each in a transaction of its own."""

    def __init__(self, engine: Engine, machine_time: MachineTime) -> None:
        self.engine, self.at = engine, machine_time()

    def machine_time(self) -> datetime:
        return self.at

    def add(self, wanted: Subscription = WANTED, *, confirmed: bool = False) -> tuple[Subscriber, str | None]:
        with transaction(self.engine) as connection:
            return subscribers.add(
                connection,
                wanted,
                machine_time=self.machine_time,
                confirmed=confirmed,
                now=NOW,
                secret=SECRET,
            )

    def confirm(self, token: str | None) -> Subscriber:
        with transaction(self.engine) as connection:
            return subscribers.confirm(connection, token or "", machine_time=self.machine_time)

    def unsubscribe(self, subscriber_id: str) -> Subscriber:
        with transaction(self.engine) as connection:
            return subscribers.unsubscribe(connection, subscriber_id, machine_time=self.machine_time)

    def suppress(self, email: str = WANTED.email) -> None:
        with transaction(self.engine) as connection:
            subscribers.suppress(connection, email, "bounce", machine_time=self.machine_time)

    def ask(self, question: Callable[[Connection], object]) -> object:
        with reading(self.engine) as connection:
            return question(connection)

    def owe(self, found: Subscriber, state: str = "due", start: datetime = NOW) -> int:
        with transaction(self.engine) as connection:
            row = insert(reminder).values(
                subscriber_id=found.id,
                what="reminder",
                subject_kind="occurrence",
                subject="occ_1",
                lead="P1D",
                target_start=start,
                state=state,
                due_at=start,
                useful_until=start,
                message_id="<1@airslot.example>",
                last_error=f"550 <{found.email}> is full",
                facts={"title": "x"},
                created_at=self.at,
                updated_at=self.at,
            )
            reminder_id = connection.execute(row.returning(reminder.c.id)).scalar_one()
            step = {"at": self.at, "to_state": state, "detail": f"for {found.email}"}
            connection.execute(insert(reminder_log).values(reminder_id=reminder_id, **step))
            return int(reminder_id)


@pytest.fixture
def hands(planned: Engine, machine_time: MachineTime) -> Hands:
    return Hands(planned, machine_time)


def states(hands: Hands) -> dict[str, int]:
    question = select(reminder.c.state, func.count().label("found")).where(reminder.c.what == "reminder")
    with reading(hands.engine) as connection:
        return {row.state: row.found for row in connection.execute(question.group_by(reminder.c.state))}


def test_a_wish_is_stored_as_it_was_said(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    assert found.state == "active"
    assert found.confirmed_at == hands.at
    assert found.subscription == WANTED
    assert [str(lead) for lead in found.leads] == ["P7D", "P1D", "PT2H"]
    assert hands.ask(lambda c: subscribers.get_subscriber(c, found.id)) == found
    assert hands.ask(lambda c: subscribers.find_by_email(c, " Nguoi.Nhan@Example.ORG ")) == found
    assert hands.ask(subscribers.list_subscribers) == [found]


def test_who_is_not_vouched_for_waits_until_the_link_is_followed(hands: Hands) -> None:
    found, token = hands.add()
    assert found.state == "pending"
    assert hands.confirm(token).state == "active"
    assert hands.confirm(token).state == "active"  # a second click does no harm


def test_the_mail_that_asks_is_owed_once(hands: Hands) -> None:
    found, token = hands.add()
    with transaction(hands.engine) as connection:
        again = subscribers.ask_to_confirm(
            connection, found, now=NOW, secret=SECRET, machine_time=hands.machine_time
        )
        [row] = connection.execute(select(reminder)).mappings()
    assert again is None
    assert (row["what"], row["subject"], row["state"], row["due_at"]) == ("confirm", found.id, "due", NOW)
    in_the_mail = links("http://127.0.0.1:8000", SECRET, found.id, found.link_salt, row["id"])
    assert in_the_mail.confirm == f"http://127.0.0.1:8000/confirm/{token}"


def test_only_the_hash_of_a_link_is_kept(hands: Hands) -> None:
    _, token = hands.add()
    kept = hands.ask(lambda c: c.execute(select(link_token.c.hash)).scalars().all())
    assert token is not None
    assert token not in str(kept)
    assert len(token.split(".")[1]) == 24  # 144 bits


def test_a_link_dies_after_a_week(hands: Hands) -> None:
    _, token = hands.add()
    hands.at += timedelta(days=7)
    with pytest.raises(NotFound, match="too old"):
        hands.confirm(token)


def test_an_old_confirmation_brings_nobody_back(hands: Hands) -> None:
    found, token = hands.add()
    hands.unsubscribe(found.id)
    with pytest.raises(NotFound):
        hands.confirm(token)


@pytest.mark.parametrize("token", ["", "x", "a.b", "é.é", "0" * 500, "sub_1.\x00"])
def test_a_token_that_is_none_is_told_like_an_unknown_one(hands: Hands, token: str) -> None:
    with pytest.raises(NotFound, match="not known"):
        hands.confirm(token)
    with pytest.raises(NotFound, match="not known"):
        hands.ask(lambda c: subscribers.by_token(c, token, "unsubscribe", SECRET))


def test_a_standing_link_does_what_it_was_made_for_only(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    made = links("https://lich.example.org", SECRET, found.id, found.link_salt)
    unsubscribe = made.unsubscribe.rpartition("/")[2]
    assert hands.ask(lambda c: subscribers.by_token(c, unsubscribe, "unsubscribe", SECRET)) == found
    for purpose, secret in (("preferences", SECRET), ("unsubscribe", b"another secret")):
        with pytest.raises(NotFound):
            hands.ask(lambda c, p=purpose, s=secret: subscribers.by_token(c, unsubscribe, p, s))  # type: ignore[misc] # of this turn


def test_one_address_has_one_subscription(hands: Hands) -> None:
    hands.add(confirmed=True)
    with pytest.raises(Conflict, match="already"):
        hands.add(replace(WANTED, email="NGUOI.NHAN@example.org"))


def test_unsubscribing_cancels_what_is_owed_and_tells_why(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    hands.owe(found)
    hands.owe(found, "accepted", NOW + timedelta(days=1))
    assert hands.unsubscribe(found.id).state == "unsubscribed"
    assert states(hands) == {"cancelled": 1, "accepted": 1}
    last = select(reminder_log.c.from_state, reminder_log.c.to_state, reminder_log.c.detail)
    steps = hands.ask(lambda c: c.execute(last.order_by(reminder_log.c.id.desc()).limit(1)).one())
    assert steps == ("due", "cancelled", "@unsubscribed")


def test_unsubscribing_twice_is_unsubscribing(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    assert hands.unsubscribe(found.id) == hands.unsubscribe(found.id)


def test_who_left_may_come_back_with_new_wishes(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    hands.unsubscribe(found.id)
    back, token = hands.add(replace(WANTED, language="en"))
    assert (back.id, back.state, back.language) == (found.id, "pending", "en")
    assert hands.confirm(token).state == "active"


def test_who_leaves_before_confirming_is_asked_anew(hands: Hands) -> None:
    found, first = hands.add()
    hands.unsubscribe(found.id)
    hands.at += timedelta(seconds=1)
    _, second = hands.add()
    assert second not in (None, first)
    assert hands.confirm(second).state == "active"


def test_a_suppressed_address_is_not_written_to_whoever_adds_it(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    hands.owe(found)
    hands.suppress("Nguoi.Nhan@example.org")
    hands.suppress()
    assert hands.ask(lambda c: subscribers.get_subscriber(c, found.id).state) == "suppressed"
    assert states(hands) == {"cancelled": 1}
    with pytest.raises(Conflict, match="bounced"):
        hands.add()


def test_a_suppression_can_be_lifted(hands: Hands) -> None:
    hands.add(confirmed=True)
    hands.suppress()
    with transaction(hands.engine) as connection:
        assert subscribers.allow(connection, WANTED.email, machine_time=hands.machine_time)
        assert not subscribers.allow(connection, WANTED.email, machine_time=hands.machine_time)
    assert hands.add(confirmed=True)[0].state == "active"


def test_preferences_change_and_raise_the_revision(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    wanted = replace(found.subscription, leads=(), digest="weekly", filter=Selection(items=("2.2",)))
    with transaction(hands.engine) as connection:
        changed = subscribers.update(connection, found.id, wanted, machine_time=hands.machine_time)
        same = subscribers.update(connection, found.id, wanted, machine_time=hands.machine_time)
        with pytest.raises(Invalid, match="confirmed anew"):
            other = replace(wanted, email="khac@example.org")
            subscribers.update(connection, found.id, other, machine_time=hands.machine_time)
    assert changed.subscription == wanted
    assert changed == same
    assert changed.revision == found.revision + 1


def test_a_filter_that_names_nothing_is_refused_with_every_fault(hands: Hands) -> None:
    nothing = Selection(plans=("no-plan",), items=("9.9",), outlets=("?",), channels=("KG9",))
    with pytest.raises(Invalid) as refused:
        hands.add(replace(WANTED, filter=nothing))
    assert [fault.where for fault in refused.value.faults] == [
        "filters.plans",
        "filters.items",
        "filters.outlets",
        "filters.channels",
    ]


def test_deleting_leaves_no_trace_of_the_person(hands: Hands) -> None:
    found, _ = hands.add(confirmed=False)
    hands.owe(found)
    hands.owe(found, "accepted", NOW + timedelta(days=1))
    with transaction(hands.engine) as connection:
        subscribers.delete(connection, found.id, machine_time=hands.machine_time)
        assert connection.scalar(select(func.count()).select_from(subscriber)) == 0
        assert connection.scalar(select(func.count()).select_from(link_token)) == 0
        [row] = connection.execute(select(reminder)).mappings()
        steps = connection.scalars(select(reminder_log.c.detail)).all()
    assert row["state"] == "accepted"
    assert not any((row["subscriber_id"], row["message_id"], row["last_error"], row["facts"], *steps))
    with pytest.raises(NotFound):
        hands.ask(lambda c: subscribers.get_subscriber(c, found.id))


def test_a_deleted_address_stays_suppressed(hands: Hands) -> None:
    found, _ = hands.add(confirmed=True)
    hands.suppress()
    with transaction(hands.engine) as connection:
        subscribers.delete(connection, found.id, machine_time=hands.machine_time)
    with pytest.raises(Conflict):
        hands.add()


def test_without_a_plan_there_is_nothing_to_subscribe_to(engine: Engine, machine_time: MachineTime) -> None:
    with pytest.raises(Conflict, match="airslot plan load"):
        Hands(engine, machine_time).add(Subscription("a@example.org"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a@b",
        "@example.org",
        "a b@example.org",
        "a@example.org\r\nBcc: b@example.org",
        '"a"@example.org',
        "a@exa_mple.org",
        "a@127.0.0.1",
        "ă@example.org",
        "a" * 65 + "@example.org",
        "a@" + "b." * 126 + "org",
        "a@-b.org",
    ],
)
def test_what_is_no_mailbox_is_refused(text: str) -> None:
    with pytest.raises(Invalid, match="no mail address"):
        Subscription(text)


def test_a_domain_is_kept_in_ascii() -> None:
    assert Subscription("Ten@Đài.example").email == "ten@xn--i-rfa0m.example"


def test_every_fault_of_a_wish_is_told_at_once() -> None:
    leads = tuple(Lead(days=n) for n in range(1, 7))
    with pytest.raises(Invalid) as refused:
        Subscription("x", timezone="Nowhere/Land", leads=leads, quiet_from=time(21))
    assert [fault.code for fault in refused.value.faults] == [
        "email-bad",
        "timezone-unknown",
        "leads-too-many",
        "quiet-hours-half",
    ]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Selection(), 5),
        (Selection(plans=("plan-2024",)), 5),
        (Selection(plans=("other",)), 0),
        (Selection(items=("2.2", "3")), 3),
        (Selection(outlets=(STATION,)), 2),
        (Selection(channels=("KG",)), 1),
        (Selection(kinds=("window",)), 2),
        (Selection(kinds=("replay", "premiere"), channels=("KG", "KG1")), 2),
    ],
)
def test_a_filter_in_memory_and_in_the_database_are_one(
    planned: Engine, wanted: Selection, found: int
) -> None:
    from scheduler.store.tables import item, occurrence, outlet, plan

    with reading(planned) as connection:
        rows = plan_occurrences(connection, "plan-2024")
        joined = (
            occurrence.join(plan, plan.c.id == occurrence.c.plan_id)
            .join(item, item.c.id == occurrence.c.item_id)
            .outerjoin(outlet, outlet.c.id == item.c.outlet_id)
        )
        asked = select(occurrence.c.id).select_from(joined).where(wanted.condition())
        ids = set(connection.scalars(asked))
    assert ids == {row.id for row in rows if wanted.fits(row)}
    assert len(ids) == found


def test_a_filter_survives_its_json() -> None:
    wanted = Selection(items=("2.2", "1.1", "2.2"), kinds=("window",))
    assert wanted.items == ("1.1", "2.2")
    assert Selection.from_json(wanted.to_json()) == wanted


@pytest.mark.parametrize(
    ("found", "code"),
    [
        ({"item": ["1"]}, "filter-unknown"),
        ({"items": "1"}, "filter-bad"),
        ({"items": [1]}, "filter-bad"),
        ({"items": [" "]}, "filter-bad"),
        ({"kinds": ["span"]}, "kind-unknown"),
        ({"items": [str(n) for n in range(51)]}, "filter-too-long"),
    ],
)
def test_a_filter_that_cannot_be_one_is_refused(found: dict[str, object], code: str) -> None:
    with pytest.raises(Invalid) as refused:
        Selection.from_json(found)
    assert refused.value.code == code
