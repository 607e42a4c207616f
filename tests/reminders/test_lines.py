"""Several lines to the relay: side by side, one mail on each, every outcome kept with its mail."""

from __future__ import annotations

import threading
from collections import Counter
from datetime import datetime

from sqlalchemy import Engine

from scheduler.clock import FixedClock
from scheduler.machine_time import utcnow
from scheduler.reminders.readers.subscribers import unsubscribe
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport.lines import Lines, Parcel
from scheduler.reminders.transport.sink import (
    Accepted,
    Letter,
    Mail,
    Outcome,
    Retry,
    StillWanted,
    Talk,
    Unknown,
    always,
)
from scheduler.settings import Settings
from scheduler.store.database.engine import transaction
from tests.reminders.samples import NOW, CountingSink, PlainRenderer, many_owed, states

DEADLINE = 10.0


class MeetingSink(CountingSink):
    """Takes a mail only once as many are on their way as there are lines."""

    def __init__(self, meeting: threading.Barrier) -> None:
        super().__init__()
        self.meeting = meeting

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        self.meeting.wait(DEADLINE)
        return super().send(message, sender, recipient)


def parcels(count: int) -> list[Parcel]:
    return [
        Parcel(Mail(f"<{n}@test>", "from@example.org", f"{n}@example.org", b""), always) for n in range(count)
    ]


def test_mails_are_on_their_way_side_by_side(engine: Engine) -> None:
    many_owed(engine, 12)
    meeting = threading.Barrier(4)
    sinks = [MeetingSink(meeting) for _ in range(4)]

    counts = Delivery(engine, FixedClock(NOW), Lines(sinks), PlainRenderer(), Settings()).deliver()

    assert counts.sent == 12
    assert states(engine) == {"accepted": 12}
    assert [len(sink.taken) for sink in sinks] == [3, 3, 3, 3]


def test_each_mail_has_the_outcome_of_its_own_line(engine: Engine) -> None:
    many_owed(engine, 3)
    answers: tuple[Outcome, ...] = (Unknown("who knows"), Accepted(), Retry("later"))
    sinks = [CountingSink(lambda _, answer=answer: answer) for answer in answers]  # type: ignore[misc]

    Delivery(engine, FixedClock(NOW), Lines(sinks), PlainRenderer(), Settings()).deliver()

    assert states(engine) == {"unknown": 1, "accepted": 1, "due": 1}


class UnsubscribingRenderer(PlainRenderer):
    """One reader unsubscribes between the claim and the hand-over."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def mail(self, letter: Letter, at: datetime) -> Mail:
        with transaction(self.engine) as connection:
            unsubscribe(connection, "sub_000001", machine_time=lambda: at)
        return super().mail(letter, at)


def test_who_left_meanwhile_is_left_out_and_the_others_of_the_round_go(engine: Engine) -> None:
    many_owed(engine, 3)
    sinks = [CountingSink() for _ in range(3)]
    renderer = UnsubscribingRenderer(engine)

    Delivery(engine, FixedClock(NOW), Lines(sinks), renderer, Settings()).deliver()

    assert states(engine) == {"accepted": 2, "cancelled": 1}
    assert sorted(one for sink in sinks for one in sink.tried) == ["000000@example.org", "000002@example.org"]


class LeavingSink(CountingSink):
    """While the first mail is on its way, a reader of the next round unsubscribes: that mail is written."""

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self.engine = engine

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        with transaction(self.engine) as connection:
            unsubscribe(connection, "sub_000003", machine_time=utcnow)
        return super().send(message, sender, recipient, still_wanted)


def test_a_mail_that_was_written_ahead_does_not_go_to_who_left_since(engine: Engine) -> None:
    many_owed(engine, 4)
    sinks = [LeavingSink(engine), CountingSink()]
    renderer = PlainRenderer()

    Delivery(engine, FixedClock(NOW), Lines(sinks), renderer, Settings()).deliver()

    assert states(engine) == {"accepted": 3, "cancelled": 1}
    assert "000003@example.org" not in [one for sink in sinks for one in sink.tried]
    assert len(renderer.letters) == 4  # each once: those of the second round while the first was sent


def test_a_fault_on_one_line_leaves_its_mail_unknown_and_the_others_sent() -> None:
    def fault(_: str) -> Outcome:
        raise RuntimeError("a fault")

    lines = Lines([CountingSink(fault), CountingSink(), CountingSink()])

    ends = Counter(type(outcome) for outcome in lines.send(parcels(3)))

    assert ends == {Unknown: 1, Accepted: 2}


class TalkingSink(CountingSink):
    """Says when it asks the relay and when it hears it; opens its line with the first mail."""

    def __init__(self, name: str, said: list[str]) -> None:
        super().__init__()
        self.name, self.said = name, said

    def talk(self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted) -> Talk:
        if not self.taken:
            return None
        self.said.append(f"{self.name} asks")
        yield
        self.said.append(f"{self.name} hears")
        return self.send(message, sender, recipient, still_wanted)


def test_open_lines_are_all_asked_before_an_answer_is_waited_for() -> None:
    said: list[str] = []
    sinks = [TalkingSink("a", said), TalkingSink("b", said)]
    lines = Lines(sinks)

    rounds = [lines.send(parcels(2), meanwhile=lambda: said.append("meanwhile")) for _ in range(2)]

    assert said == ["meanwhile", "a asks", "b asks", "meanwhile", "a hears", "b hears"]
    assert [[type(one) for one in outcomes] for outcomes in rounds] == [[Accepted, Accepted]] * 2
    assert [len(sink.taken) for sink in sinks] == [2, 2]


def test_lines_that_take_no_turns_have_a_thread_each() -> None:
    meeting = threading.Barrier(2)
    said: list[str] = []

    class Both(MeetingSink, TalkingSink):
        def __init__(self) -> None:
            TalkingSink.__init__(self, "it", said)
            self.meeting = meeting

    lines = Lines([Both(), Both()], by_turns=False)
    for _ in range(2):
        assert [type(one) for one in lines.send(parcels(2))] == [Accepted, Accepted]

    assert said == []


def test_fewer_mails_than_lines_need_no_more_lines() -> None:
    sinks = [CountingSink() for _ in range(3)]

    outcomes = Lines(sinks).send(parcels(1))

    assert [type(outcome) for outcome in outcomes] == [Accepted]
    assert [len(sink.taken) for sink in sinks] == [1, 0, 0]
