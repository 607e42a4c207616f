"""What each misbehaviour of a relay means for a mail: the whole table; and a relay that behaves."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from scheduler.reminders.transport.answers import masked
from scheduler.reminders.transport.sink import Accepted, Failed, Outcome, RelayDown, Retry, Unknown
from scheduler.reminders.transport.smtp import Relay, SmtpSink, check_relay, dotted
from tests.reminders.fault_server import CERTIFICATE, CLOSE, GARBAGE, RESET, STALL, FaultServer, trusting

MAIL = b"Subject: nh\xe1\xba\xafc\r\n\r\n.leading dot\r\nend\r\n"
BIG = b"Subject: big\r\n\r\n" + (b"x" * 70 + b"\r\n") * 200_000
SENDER, READER = "lich@example.org", "reader@example.net"
PATIENCE = 0.4  # seconds: what a silent relay costs a test

# aiosmtpd does not know that a port with TLS from the start is private.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")

RELAYS_FAULT = ("connect", "EHLO", "STARTTLS", "AUTH", "MAIL")
AWAY = RelayDown("", away=True)
TABLE: list[tuple[str, bytes | str, Outcome]] = [
    # 4xx, silence, a broken line or nonsense: away before a reader is named, else for later.
    *[
        (place, act, Retry("") if place in ("RCPT", "DATA") else AWAY)
        for place in (*RELAYS_FAULT, "RCPT", "DATA")
        for act in (
            b"421 4.3.2 closing\r\n", b"450 4.2.0 busy\r\n", b"451 4.3.0 later\r\n",
            STALL, RESET, CLOSE, GARBAGE,
        )
    ],
    ("DATA", b"250 2.0.0 what?\r\n", Retry("")),
    ("EHLO", b"250-" + b"x" * 9000 + b"\r\n", AWAY),
    # 5xx before a recipient is named: the relay's trouble with us.
    *[(place, b"550 5.5.0 no\r\n", RelayDown("")) for place in RELAYS_FAULT],
    ("connect", b"554 no service\r\n", RelayDown("")),
    ("AUTH", b"535 5.7.8 wrong password\r\n", RelayDown("")),
    ("MAIL", b"530 5.7.0 sign in first\r\n", RelayDown("")),
    # 5xx for the recipient or the content: this mail.
    ("RCPT", b"550 no such user\r\n", Failed("")),
    ("RCPT", b"550 5.1.1 no such user\r\n", Failed("", suppress=True)),
    ("RCPT", b"550-5.1.1 no such user\r\n550 5.1.1 ask the office\r\n", Failed("", suppress=True)),
    ("RCPT", b"556 5.1.10 takes no mail\r\n", Failed("", suppress=True)),
    ("RCPT", b"552 5.2.2 mailbox full\r\n", Failed("")),
    ("DATA", b"554 5.5.1 no valid recipients\r\n", Failed("")),
    ("dot", b"550 5.6.0 content refused\r\n", Failed("")),
    ("dot", b"550 5.1.1 no such user\r\n", Failed("", suppress=True)),
    # Policy, and the two of 5.1.x that speak of the sender: the relay's trouble again.
    *[(place, b"550 5.7.1 not allowed\r\n", RelayDown("")) for place in ("RCPT", "DATA", "dot")],
    ("RCPT", b"553 5.1.8 sender's domain unknown\r\n", RelayDown("")),
    ("RCPT", b"553 5.1.7 sender's address is wrong\r\n", RelayDown("")),
    # Within the mail.
    *[("body", act, Retry("")) for act in (STALL, RESET, CLOSE)],
    # After the dot.
    *[("dot", b"%d 4.3.0 later\r\n" % code, Retry("")) for code in (421, 450, 451)],
    *[("dot", act, Unknown("")) for act in (STALL, RESET, CLOSE, GARBAGE)],
    *[("after", act, Accepted()) for act in (RESET, CLOSE)],
]  # fmt: skip


def relay(server: FaultServer, **facts: Any) -> Relay:
    fixed: dict[str, Any] = {"tls": "none", "timeout": PATIENCE}
    if server.place in ("AUTH",):
        fixed |= {"user": "lich", "password": "very secret"}
    if server.place == "STARTTLS":
        fixed |= {"tls": "starttls", "trusted": trusting()}
    return Relay("127.0.0.1", server.port, **(fixed | facts))


def fault(place: str, act: bytes | str, times: int | None = None, *offers: str) -> FaultServer:
    return FaultServer(place, act, times, offers=("AUTH PLAIN", "STARTTLS", *offers))


def without_words(outcome: Outcome) -> Outcome:
    return Accepted() if isinstance(outcome, Accepted) else replace(outcome, reason="")


@pytest.mark.parametrize("offers", [(), ("PIPELINING",)], ids=["alone", "together"])
@pytest.mark.parametrize(
    ("place", "act", "end"), TABLE, ids=lambda value: value[:24] if isinstance(value, bytes | str) else ""
)
def test_each_fault_has_its_end(place: str, act: bytes | str, end: Outcome, offers: tuple[str, ...]) -> None:
    with fault(place, act, None, *offers) as server:
        sink = SmtpSink(relay(server))
        outcome = sink.send(BIG if place == "body" else MAIL, SENDER, READER)
        sink.close()

    assert without_words(outcome) == end
    assert len(server.taken) == (1 if isinstance(end, Accepted) else 0)
    if not isinstance(outcome, Accepted):
        assert outcome.reason
        assert "reader" not in outcome.reason and "secret" not in outcome.reason


@pytest.mark.parametrize("place", ["RCPT", "dot"])
def test_after_a_refusal_the_same_connection_carries_the_next_mail(place: str) -> None:
    with fault(place, b"550 5.1.1 no such user\r\n", times=1) as server:
        sink = SmtpSink(relay(server))
        outcomes = [sink.send(MAIL, SENDER, READER) for _ in range(3)]
        sink.close()

    assert [type(outcome) for outcome in outcomes] == [Failed, Accepted, Accepted]
    assert (len(server.taken), server.connections) == (2, 1)


def test_sender_and_reader_are_named_at_once_where_the_relay_takes_both() -> None:
    """Its answers are waited for three times a mail and not four."""
    waits = []
    for offers in ((), ("PIPELINING",)):
        with FaultServer(offers=offers) as server:
            sink = SmtpSink(relay(server))
            sink.send(MAIL, SENDER, READER)
            waits.append(sum(1 for _ in sink.talk(MAIL, SENDER, READER)))
            sink.close()
        assert [recipient for recipient, _ in server.taken] == [READER, READER]

    assert waits == [4, 3]


def test_a_line_that_is_not_open_sends_nothing_by_turns() -> None:
    with FaultServer() as server:
        sink = SmtpSink(relay(server))
        assert list(sink.talk(MAIL, SENDER, READER)) == []
        sink.close()

    assert server.connections == 0


@pytest.mark.parametrize("place", ["RCPT", "DATA", "dot"])
def test_a_refusal_stands_though_the_relay_hangs_up_after_it(place: str) -> None:
    with FaultServer(place, b"550 5.1.1 no such user\r\n", times=1, closes=True) as server:
        sink = SmtpSink(relay(server))
        outcomes = [sink.send(MAIL, SENDER, READER) for _ in range(2)]
        sink.close()

    assert without_words(outcomes[0]) == Failed("", suppress=True)
    assert isinstance(outcomes[1], Accepted)
    assert server.connections == 2


def test_a_mail_that_changed_meanwhile_is_not_handed_over() -> None:
    with FaultServer() as server:
        sink = SmtpSink(relay(server))
        answers = iter((False, True))
        outcomes = [sink.send(MAIL, SENDER, READER, lambda: next(answers)) for _ in range(2)]
        sink.close()

    assert [type(outcome) for outcome in outcomes] == [Retry, Accepted]
    assert (len(server.taken), server.connections) == (1, 1)


@pytest.mark.parametrize("act", [RESET, CLOSE])
def test_a_connection_that_died_of_waiting_costs_no_mail(act: str) -> None:
    with fault("after", act, times=1) as server:
        sink = SmtpSink(relay(server))
        outcomes = [sink.send(MAIL, SENDER, READER) for _ in range(2)]
        sink.close()

    assert [type(outcome) for outcome in outcomes] == [Accepted, Accepted]
    assert (len(server.taken), server.connections) == (2, 2)


def test_after_a_break_beyond_the_dot_a_mail_is_not_sent_again() -> None:
    with fault("dot", RESET, times=1) as server:
        sink = SmtpSink(relay(server))
        outcome = sink.send(MAIL, SENDER, READER)
        sink.close()

    assert isinstance(outcome, Unknown)
    assert server.connections == 1


def test_nobody_listening_is_a_relay_that_is_away() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    outcome = SmtpSink(Relay("127.0.0.1", port, "none")).send(MAIL, SENDER, READER)
    assert without_words(outcome) == AWAY


def test_a_relay_without_starttls_is_not_used() -> None:
    with FaultServer() as server:
        outcome = SmtpSink(relay(server, tls="starttls")).send(MAIL, SENDER, READER)
    assert outcome == RelayDown("the relay does not offer STARTTLS")


def test_a_relay_without_a_way_to_sign_in_is_not_used() -> None:
    with FaultServer() as server:
        outcome = SmtpSink(relay(server, user="lich", password="x")).send(MAIL, SENDER, READER)
    assert isinstance(outcome, RelayDown)


@pytest.mark.parametrize("tls", ["starttls", "tls"])
def test_a_certificate_that_nobody_vouches_for_stops_the_relay(tls: str) -> None:
    with private_server(tls) as server:
        outcome = check_relay(replace(server.relay, trusted=None))
    assert isinstance(outcome, RelayDown)
    assert "certificate" in outcome.reason


@pytest.mark.parametrize(
    "address", ["ngườiđọc@example.net", "a b@example.net", "a@b\r\nRSET", "a>b@x.net", ""]
)
def test_an_address_that_smtp_cannot_say_fails_alone(address: str) -> None:
    with FaultServer() as server:
        outcome = SmtpSink(relay(server)).send(MAIL, SENDER, address)
    assert isinstance(outcome, Failed)
    assert server.connections == 0


def test_leading_dots_and_the_final_dot() -> None:
    assert dotted(b".a\r\n.b\r\nc\r\n") == b"..a\r\n..b\r\nc\r\n.\r\n"
    assert dotted(b"a") == b"a\r\n.\r\n"


def test_addresses_are_masked() -> None:
    assert masked("<bien.tap@dai.example>: no such user") == "<b***@dai.example>: no such user"


# --- a relay that behaves -------------------------------------------------------------------


class Counting:
    """Keeps what it takes."""

    def __init__(self) -> None:
        self.envelopes: list[Envelope] = []
        self.sessions: dict[int, Session] = {}

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        self.sessions[id(session)] = session  # kept: the id of one that is gone may be given again
        return "250 2.0.0 taken"


class private_server:  # noqa: N801 - reads as a phrase
    """aiosmtpd on a free port of 127.0.0.1, with TLS and a password where asked."""

    def __init__(self, tls: str) -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        CERTIFICATE.configure_cert(context)
        self.kept = Counting()
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        self._controller = Controller(
            self.kept,
            "127.0.0.1",
            port,
            ssl_context=context if tls == "tls" else None,
            tls_context=context if tls == "starttls" else None,
            require_starttls=tls == "starttls",
            authenticator=_authenticate,
            auth_required=tls != "none",
            auth_require_tls=tls == "starttls",
            server_hostname="relay.example",
        )
        trusted = trusting()
        self.relay = Relay("127.0.0.1", port, tls, "lich", "very secret", 10, trusted)
        if tls == "none":
            self.relay = replace(self.relay, user=None, password=None)

    def __enter__(self) -> private_server:
        self._controller.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._controller.stop()


def _authenticate(server: SMTP, session: Session, envelope: Envelope, way: str, data: Any) -> AuthResult:
    assert isinstance(data, LoginPassword)
    return AuthResult(success=data.password == b"very secret", handled=False)


@pytest.fixture(params=["none", "starttls", "tls"])
def behaving(request: pytest.FixtureRequest) -> Iterator[private_server]:
    with private_server(request.param) as server:
        yield server


def test_every_mail_arrives_once_and_whole(behaving: private_server) -> None:
    sink = SmtpSink(behaving.relay, mails_a_connection=10)
    readers = [f"reader{n}@example.net" for n in range(25)]

    outcomes = [sink.send(MAIL, SENDER, reader) for reader in readers]
    sink.close()

    assert all(isinstance(outcome, Accepted) for outcome in outcomes)
    assert [envelope.rcpt_tos for envelope in behaving.kept.envelopes] == [[reader] for reader in readers]
    assert {envelope.content for envelope in behaving.kept.envelopes} == {MAIL}
    assert len(behaving.kept.sessions) == 3


def test_a_wrong_password_stops_the_relay_and_fails_nobody() -> None:
    with private_server("tls") as server:
        outcome = SmtpSink(replace(server.relay, password="wrong")).send(MAIL, SENDER, READER)
    assert isinstance(outcome, RelayDown)
    assert "wrong" not in outcome.reason
    assert not server.kept.envelopes


def test_the_line_can_be_tried_without_a_mail(behaving: private_server) -> None:
    assert check_relay(behaving.relay) == Accepted()
    assert not behaving.kept.envelopes


def test_a_relay_says_its_password_to_nobody(behaving: private_server) -> None:
    assert "secret" not in repr(behaving.relay)
