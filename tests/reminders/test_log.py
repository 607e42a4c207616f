"""Why did she not get it? Every reason there is, each in both languages."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import Engine, insert, update

from scheduler.clock import FixedClock
from scheduler.errors import Invalid, NotFound
from scheduler.reminders.explaining.listing import answer_object
from scheduler.reminders.explaining.log import Answer, explain, find_subscriber
from scheduler.reminders.outbox.horizon import materialise
from scheduler.reminders.readers.subscribers import suppress, unsubscribe
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, Unknown
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.occurrences.row import OccurrenceRow
from scheduler.store.tables import occurrence, relay_state, subscriber
from tests.planning import overrides
from tests.reminders.mails.letters import renderer
from tests.reminders.samples import (
    AIRING,
    AT,
    NOW,
    CountingSink,
    PlainRenderer,
    add_airing,
    add_owed,
    add_plan,
    add_subscriber,
    add_window,
    later,
    local,
    owed,
)

SETTINGS = Settings()
AN = "an@example.org"


class Told:
    """The answer about one reader and one airing, to be asked in short."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer
        self.codes = [line.code for line in answer.lines]
        self.messages = {
            message.lead or message.what: [line.code for line in message.lines] for message in answer.messages
        }

    def text(self, language: str = "en") -> str:
        lines = [*self.answer.lines, *(line for one in self.answer.messages for line in one.lines)]
        return "\n".join(line.text.vi if language == "vi" else line.text.en for line in lines)


def ask(engine: Engine, about: OccurrenceRow | str, now: datetime = NOW, who: str = AN) -> Told:
    with reading(engine) as connection:
        reader = find_subscriber(connection, who)
        found = about if isinstance(about, str) else about.id
        return Told(explain(connection, reader, found, now, SETTINGS))


@pytest.fixture
def airing(engine: Engine) -> OccurrenceRow:
    return add_airing(engine, add_plan(engine))


def live(engine: Engine, now: datetime, outcome: Outcome | None = None) -> None:
    """What a worker does at that moment."""
    sink = CountingSink(lambda _: outcome or Accepted("250 2.0.0 OK queued"))
    materialise(engine, now, SETTINGS, lambda: AT)
    Delivery(engine, FixedClock(now), sink, PlainRenderer(), SETTINGS, lambda: AT).deliver()


# --- what she was told ---------------------------------------------------------------------------


def test_accepted_with_the_servers_words_and_the_message_id(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    live(engine, NOW)
    told = ask(engine, airing)
    assert told.messages == {"P1D": ["accepted"], "PT2H": ["ahead"]}
    assert (
        "accepted it at 08:00 Tuesday, 16 April 2024 (250 2.0.0 OK queued); Message-ID <sub_an|"
        in told.text()
    )
    assert "đã nhận lúc 08:00 thứ Ba, 16/04/2024" in told.text("vi")
    steps = told.answer.messages[0].steps
    assert [(step.state, step.detail) for step in steps] == [("accepted", "250 2.0.0 OK queued")]


def test_ahead_before_any_row_is_made(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    told = ask(engine, airing, local("2024-04-10T08:00"))
    assert told.messages == {"P1D": ["ahead"], "PT2H": ["ahead"]}
    assert "It will be sent at 15:45 Wednesday, 17 April 2024." in told.text()
    assert [message.id for message in told.answer.messages] == [None, None]


def test_unknown_says_what_to_do(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    live(engine, NOW, Unknown("the line broke after the final dot"))
    told = ask(engine, airing)
    row_id = told.answer.messages[0].id
    assert told.messages["P1D"] == ["unknown"]
    for language in ("en", "vi"):
        assert "the line broke after the final dot" in told.text(language)
        assert f"airslot reminders resolve {row_id} --arrived" in told.text(language)


def test_failed_with_the_servers_words(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    live(engine, NOW, Failed("550 5.2.2 mailbox full"))
    told = ask(engine, airing)
    assert told.messages["P1D"] == ["failed"]
    assert "550 5.2.2 mailbox full" in told.text() and "550 5.2.2 mailbox full" in told.text("vi")


def test_failed_because_it_could_not_be_written(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine, email="=?utf-8?q?x?=@example.org")
    materialise(engine, NOW, SETTINGS, lambda: AT)
    Delivery(engine, FixedClock(NOW), CountingSink(), renderer(), SETTINGS, lambda: AT).deliver()
    with reading(engine) as connection:
        told = Told(explain(connection, find_subscriber(connection, "sub_an"), airing.id, NOW, SETTINGS))
    assert told.messages["P1D"] == ["failed"]
    assert "It was not sent: the mail could not be written: ValueError" in told.text()
    assert "Không gửi: không soạn được thư: ValueError" in told.text("vi")


# --- why nothing was owed ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "said"),
    [
        ({"items": ["1.1", "3"]}, "takes the items 1.1, 3 only; this one is 2.2"),
        ({"channels": ["KG1"]}, "takes the channels KG1 only; this one is KG"),
        ({"kinds": ["window"]}, "takes the kinds window only; this one is premiere"),
    ],
)
def test_not_subscribed_to_this(engine: Engine, filters: dict[str, list[str]], said: str) -> None:
    airing = add_airing(engine, add_plan(engine))
    add_subscriber(engine, filters=filters)
    told = ask(engine, airing)
    assert told.codes == ["not-subscribed"] and told.messages == {}
    assert said in told.text()


def test_an_outlet_that_is_not_known_fits_no_filter(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine), date(2024, 4, 20), item="3", channel=None)
    add_subscriber(engine, filters={"outlets": ["Đài PT-TH tỉnh"]})
    assert "this one is not known" in ask(engine, airing).text()


def test_before_the_signing(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine), datetime(2024, 4, 1, 23, 59))
    add_subscriber(engine)
    told = ask(engine, airing)
    assert told.codes == ["before-signing"] and told.messages == {}
    assert "101/KH-UBND was signed (Tuesday, 2 April 2024)" in told.text()


def test_a_reader_who_never_confirmed(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine, state="pending")
    told = ask(engine, airing)
    assert told.codes == ["pending"] and told.messages == {}


def test_unsubscribed_and_suppressed(engine: Engine, airing: OccurrenceRow) -> None:
    reader = add_subscriber(engine)
    materialise(engine, NOW, SETTINGS, lambda: AT)
    with transaction(engine) as connection:
        unsubscribe(connection, reader, machine_time=lambda: AT)
    told = ask(engine, airing)
    assert told.codes == ["unsubscribed"]
    assert told.messages == {"P1D": ["cancelled"]}
    assert "người nhận đã thôi đăng ký" in told.text("vi")
    with transaction(engine) as connection:
        suppress(connection, AN, "bounce", machine_time=lambda: AT)
    told = ask(engine, airing)
    assert told.codes == ["suppressed"]
    assert "mail to it came back" in told.text()


@pytest.mark.parametrize("state", ["cancelled", "delivered", "missed"])
def test_it_is_not_planned_any_more(engine: Engine, airing: OccurrenceRow, state: str) -> None:
    add_subscriber(engine)
    materialise(engine, NOW, SETTINGS, lambda: AT)
    with transaction(engine) as connection:
        connection.execute(update(occurrence).values(state=state, revision=9))
    materialise(engine, NOW, SETTINGS, lambda: AT)
    told = ask(engine, airing)
    assert told.codes == [f"occurrence-{state}"]
    assert told.messages == {"P1D": ["cancelled"]}


def test_a_digest_alone(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine, leads=[], digest="daily")
    told = ask(engine, airing)
    assert told.codes == ["digest-only"] and told.messages == {}
    live(engine, NOW)
    # The digest of its eve tells of it too, and that of its own day.
    told = ask(engine, airing)
    assert [(one.what, one.lines[0].code, one.due_at) for one in told.answer.messages] == [
        ("digest", "accepted", NOW),
        ("digest", "ahead", later(24)),
    ]


def test_a_digest_of_other_days_is_no_answer(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine, leads=[], digest="daily")
    live(engine, local("2024-04-14T08:00"))
    assert ask(engine, airing).messages == {}


def test_no_lead_at_all(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine, leads=[])
    assert ask(engine, airing).codes == ["no-leads"]


def test_hours_before_a_day_without_a_time(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine), date(2024, 4, 20), item="3", channel=None)
    add_subscriber(engine)
    told = ask(engine, airing)
    assert told.messages == {"P1D": ["ahead"], "PT2H": ["lead-not-for-days"]}
    assert "“2 hours before” does not apply" in told.text()


def test_a_window_has_its_opening_and_closing(engine: Engine) -> None:
    window = add_window(engine, add_plan(engine), date(2024, 5, 1), date(2024, 5, 7))
    add_subscriber(engine)
    assert ask(engine, window).messages == {"opening": ["ahead"], "closing": ["ahead"]}


# --- why it was not sent -------------------------------------------------------------------------


def test_the_lead_was_past_when_it_was_made(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine, leads=["P7D", "PT2H"])
    live(engine, NOW)
    told = ask(engine, airing)
    assert told.messages == {"P7D": ["past-when-made"], "PT2H": ["ahead"]}
    assert "due at 08:00 Wednesday, 10 April 2024 and useful until 08:00 Friday, 12 April 2024" in told.text()


def test_quiet_hours_moved_it(engine: Engine) -> None:
    airing = add_airing(engine, add_plan(engine), datetime(2024, 4, 18, 5, 45))
    add_subscriber(engine, quiet_from=time(21), quiet_until=time(6))
    for now in (NOW, later(12)):
        told = ask(engine, airing, now)
        assert told.messages == {"P1D": ["ahead"], "PT2H": ["ahead", "quiet-hours"]}
        assert "from 03:45 Thursday, 18 April 2024 to 20:45 Wednesday, 17 April 2024" in told.text()
        materialise(engine, local("2024-04-17T07:00"), SETTINGS, lambda: AT)


def test_it_was_moved_away(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    live(engine, NOW)
    materialise(engine, later(12), SETTINGS, lambda: AT)
    with transaction(engine) as connection:
        overrides.move(connection, airing.id, AIRING + timedelta(days=2), machine_time=lambda: AT)
    materialise(engine, later(12), SETTINGS, lambda: AT)
    told = ask(engine, airing, later(12))
    assert [(one.what, [line.code for line in one.lines], one.due_at) for one in told.answer.messages] == [
        ("reminder", ["accepted", "old-start"], NOW),
        ("change", ["ahead"], later(12) + timedelta(minutes=5)),
        ("reminder", ["moved-away"], local("2024-04-17T15:45")),
        ("reminder", ["ahead"], local("2024-04-18T08:00")),
        ("reminder", ["ahead"], local("2024-04-19T15:45")),
    ]
    assert "the old start, 17:45 Wednesday, 17 April 2024" in told.text()


def test_it_expired_with_what_the_server_said_last(engine: Engine, airing: OccurrenceRow) -> None:
    reader = add_subscriber(engine)
    add_owed(engine, owed(reader, airing, state="expired", last_error="451 try later"))
    told = ask(engine, airing, later(60))
    assert told.messages["P1D"] == ["expired"]
    assert "could not be sent before 17:45 Wednesday, 17 April 2024" in told.text()
    assert "451 try later" in told.text()


def test_it_is_being_tried(engine: Engine, airing: OccurrenceRow) -> None:
    reader = add_subscriber(engine)
    add_owed(
        engine,
        owed(reader, airing, later(1), attempts=2, last_error="451 try later"),
        owed(reader, airing, lead="PT2H", attempts=0, last_error=None),
        owed(reader, airing, lead="P3D", state="claimed", attempts=0, last_error=None),
    )
    told = ask(engine, airing)
    assert told.messages == {"P1D": ["retrying"], "PT2H": ["waiting"], "P3D": ["under-way"]}
    assert "Tried 2 times without success: 451 try later." in told.text()


def test_a_stopped_relay_is_said(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    stop = {"id": 1, "stopped_at": AT, "reason": "535 5.7.8 wrong password", "resume_after": AT}
    with transaction(engine) as connection:
        connection.execute(insert(relay_state), [stop])
    told = ask(engine, airing)
    assert told.codes == ["relay-stopped"]
    assert "535 5.7.8 wrong password" in told.text("vi")


def test_what_the_plan_no_longer_holds(engine: Engine) -> None:
    add_plan(engine)
    reader = add_subscriber(engine)
    add_owed(engine, owed(reader, "occ_gone", state="accepted", sent_at=NOW, message_id="<1@test>"))
    told = ask(engine, "occ_gone")
    assert told.codes == ["occurrence-gone"] and told.messages == {"P1D": ["accepted"]}


# --- asking --------------------------------------------------------------------------------------


def test_readers_are_found_by_address_and_id(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    assert ask(engine, airing, who=" AN@Example.org ").answer == ask(engine, airing, who="sub_an").answer
    with reading(engine) as connection:
        for nobody in ("nobody@example.org", "sub_nobody"):
            with pytest.raises(NotFound):
                find_subscriber(connection, nobody)
        with pytest.raises(Invalid):
            find_subscriber(connection, "an")
    with pytest.raises(NotFound):
        ask(engine, "occ_never")


def test_another_readers_mails_are_not_told(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    add_subscriber(engine, "binh", leads=["PT1H"])
    live(engine, NOW)
    assert set(ask(engine, airing, who="sub_binh").messages) == {"PT1H"}


def test_json_holds_reasons_and_steps(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    live(engine, NOW)
    found: dict[str, Any] = answer_object(ask(engine, airing).answer)
    assert found["subscriber"]["email"] == AN
    assert (found["occurrence"]["item"], found["occurrence"]["start"]) == ("2.2", "2024-04-17T17:45")
    first, second = found["messages"]
    assert first["sent_at"] == "2024-04-16T01:00:00Z"
    assert [step["to"] for step in first["steps"]] == ["accepted"]
    assert (second["id"], second["state"], second["reasons"][0]["code"]) == (None, None, "ahead")


def test_every_state_of_a_reader_has_its_words(engine: Engine, airing: OccurrenceRow) -> None:
    add_subscriber(engine)
    for state in ("pending", "unsubscribed", "suppressed"):
        with transaction(engine) as connection:
            connection.execute(update(subscriber).values(state=state))
        told = ask(engine, airing)
        assert told.codes == [state] and AN in told.text() and AN in told.text("vi")
