"""A relay that refuses, stalls, breaks off or talks nonsense at each verb: where each mail then ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Engine, select, update

from scheduler.clock import FixedClock
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.sending.dispatch import Delivery
from scheduler.reminders.transport import relay as relay_row
from scheduler.reminders.transport.sink import Letter, Mail
from scheduler.reminders.transport.smtp import Relay, SmtpSink
from scheduler.settings import Settings
from scheduler.store.database.engine import reading, transaction
from scheduler.store.tables import reminder, subscriber
from tests.reminders import samples
from tests.reminders.fault_server import CLOSE, GARBAGE, RESET, STALL, FaultServer
from tests.reminders.faults.conftest import Measured, in_both_runs
from tests.reminders.samples import NOW

PATIENCE = 0.25  # seconds that a silent relay is waited for
LATER = (b"421 4.3.2 closing\r\n", b"450 4.2.0 busy\r\n", b"451 4.3.0 later\r\n")
# More than waits in the buffers of a line, so that the break is seen within the mail.
LONG_TEXT = (b"x" * 70 + b"\r\n") * 200_000
NO = b"550 5.5.0 no\r\n"
BROKEN = (STALL, RESET, CLOSE, GARBAGE)

# (where, what the relay does there) -> the row's state, the reader's state, whether the relay is stopped
TABLE: dict[tuple[str, bytes | str], tuple[str, str, bool]] = {
    **{
        (place, act): ("due", "active", place not in ("RCPT", "DATA"))
        for place in ("connect", "EHLO", "MAIL", "RCPT", "DATA")
        for act in (*LATER, *BROKEN)
    },
    **{("body", act): ("due", "active", False) for act in (STALL, RESET, CLOSE)},
    **{("dot", act): ("due", "active", False) for act in LATER},
    **{("dot", act): ("unknown", "active", False) for act in BROKEN},
    **{("after", act): ("accepted", "active", False) for act in (RESET, CLOSE)},
    **{(place, NO): ("due", "active", True) for place in ("connect", "EHLO", "MAIL")},
    **{(place, b"550 5.7.1 not allowed\r\n"): ("due", "active", True) for place in ("RCPT", "DATA", "dot")},
    **{(place, NO): ("failed", "active", False) for place in ("RCPT", "DATA", "dot")},
    ("RCPT", b"550 5.1.1 no such user\r\n"): ("failed", "suppressed", False),
}


class LongRenderer(MailRenderer):
    """Writes mails as they are, with more text at their end where a test wants that."""

    more = b""

    def mail(self, letter: Letter, at: datetime) -> Mail:
        mail = super().mail(letter, at)
        return replace(mail, content=mail.content + self.more)


class Post:
    """An outbox, its worker's ticks and whichever relay is there at the time."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.clock = engine, FixedClock(NOW)
        self.settings = Settings(mail_sink="smtp", smtp_tls="none")
        self.renderer = LongRenderer(self.settings, b"a secret of the tests, long enough")
        self.arrived: Counter[str] = Counter()

    def deliver(self, server: FaultServer) -> None:
        sink = SmtpSink(Relay("127.0.0.1", server.port, "none", timeout=PATIENCE))
        Delivery(self.engine, self.clock, sink, self.renderer, self.settings).deliver()
        sink.close()

    def count(self, server: FaultServer) -> None:
        self.arrived += Counter(recipient for recipient, _ in server.taken)

    def end(self, person: str) -> tuple[str, str, bool]:
        """How the row and its reader stand; the relay is used again and the row laid aside."""
        with transaction(self.engine) as connection:
            row = select(reminder.c.state, reminder.c.attempts).where(reminder.c.subscriber_id == person)
            state, attempts = connection.execute(row).one()
            reader = connection.scalar(select(subscriber.c.state).where(subscriber.c.id == person))
            # A relay that is stopped costs no try; every other end has cost one.
            stopped = relay_row.resume(connection)
            assert attempts == (0 if stopped else 1)
            connection.execute(
                update(reminder).where(reminder.c.state == "due").values(due_at=samples.later(1))
            )
        return state, str(reader), stopped


@in_both_runs
def test_each_fault_of_a_relay_has_its_end(
    run: str, engine: Engine, database_kind: str, measured: Measured
) -> None:
    post = Post(engine)
    airing = samples.add_airing(engine, samples.add_plan(engine))
    found: dict[tuple[str, bytes | str], tuple[str, str, bool]] = {}
    for number, (place, act) in enumerate(TABLE):
        person = samples.add_subscriber(engine, f"reader{number}")
        samples.add_owed(engine, samples.owed(person, airing))
        post.renderer.more = LONG_TEXT if place == "body" else b""
        with FaultServer(place, act) as server:
            post.deliver(server)
        post.count(server)
        found[place, act] = post.end(person)

    wrong = {fault: end for fault, end in found.items() if end != TABLE[fault]}
    ends = Counter(state for state, _, _ in found.values())
    # Two hours on, with a relay that behaves, all that was put off goes out.
    post.clock = FixedClock(samples.later(2))
    with FaultServer() as server:
        post.deliver(server)
    post.count(server)
    doubled = sum(count - 1 for count in post.arrived.values())
    with reading(engine) as connection:
        left = list(connection.scalars(select(reminder.c.id).where(reminder.c.state == "due")))

    measured(
        "relay",
        database_kind,
        f"{len(TABLE)} faults: {', '.join(f'{n} {state}' for state, n in sorted(ends.items()))};"
        f" {len(wrong)} otherwise than the table says; doubled {doubled}",
        not wrong and not doubled,
    )
    assert wrong == {}
    assert len(server.taken) == ends["due"]
    assert (doubled, left) == (0, [])
