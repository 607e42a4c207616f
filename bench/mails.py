"""Mails filled in, and carried over one line to a relay that only counts.

    python -m bench.mails

The best of several rounds. Filling in is measured by the processor's time; carrying by the clock on the
wall, as most of it is waiting for a relay, which is a process of its own on the same machine.
"""

from __future__ import annotations

import multiprocessing
import socket
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from multiprocessing.connection import Connection

from scheduler.reminders.mails.message import compose
from scheduler.reminders.mails.render import MailRenderer
from scheduler.reminders.transport.sink import Accepted, Letter, Recipient
from scheduler.reminders.transport.smtp import Relay, SmtpSink
from scheduler.settings import Settings
from scheduler.store.occurrences.read_model import Occurrence

ANSWERS = dict.fromkeys((b"EHLO", b"MAIL", b"RCPT", b"RSET"), b"250 ok\r\n")
ANSWERS |= {b"DATA": b"354 go on\r\n", b"QUIT": b"221 bye\r\n"}
FILLED, LETTERS, BUILT, CARRIED, ROUNDS = 20_000, 10_000, 100, 5_000, 5
AT = datetime(2024, 4, 16, 1, 0, tzinfo=UTC)
START = datetime(2024, 4, 17, 17, 45)
AIRING = Occurrence(
    "occ_1", "1@airslot.example", "plan", "2.2", "Chuyên mục cải cách hành chính", "Đài Kiên Giang", "KG",
    "premiere", "planned", START, None, 12, None, "Asia/Ho_Chi_Minh", 0, START, None, None, None, None, None,
    AT, AT, None, AT, None, False,
)  # fmt: skip
WRITER = MailRenderer(Settings(), b"a secret that only this measurement has", lambda slug: "Kế hoạch 2024")


def letters(number: int) -> list[Letter]:
    reader = Recipient("sub_0", "", "vi", "Asia/Ho_Chi_Minh", "salt")
    one = Letter(0, "", "reminder", "P1D", reader, AT, AT, AIRING)
    return [
        replace(
            one,
            reminder_id=n,
            key=str(n),
            recipient=replace(reader, id=f"sub_{n:016x}", email=f"r{n}@dai.example"),
        )
        for n in range(number)
    ]


def rate(
    run: Callable[[], object],
    units: int,
    rounds: int = ROUNDS,
    clock: Callable[[], float] = time.process_time,
) -> float:
    """The best of the rounds, in units a second."""
    best = float("inf")
    for _ in range(rounds):
        began = clock()
        run()
        best = min(best, clock() - began)
    return units / best


def filling() -> tuple[float, float, float]:
    """Bytes filled in alone, a letter from end to end, and the same built by `email`."""
    some = letters(LETTERS)
    template, draft = WRITER.template(some[0]), WRITER.draft(some[0])
    tokens, one_id = WRITER.tokens(some[0]), WRITER.message_id("key")
    readers = [f"reader{n}@dai.example" for n in range(FILLED)]

    def fill() -> None:
        for reader in readers:
            template.bytes_for(reader, tokens, one_id, AT)

    def write() -> None:
        for one in some:
            WRITER.mail(one, AT)

    def build() -> None:
        for reader in readers[:BUILT]:
            compose(draft, reader, tokens._asdict(), one_id, AT).as_bytes()

    return rate(fill, FILLED), rate(write, LETTERS), rate(build, BUILT, 2)


def carrying(size: int) -> float:
    """Mails a second over one line; every one must be counted."""
    ours, theirs = multiprocessing.Pipe()
    relay = multiprocessing.Process(target=count, args=(theirs,), daemon=True)
    relay.start()
    message = b"Subject: x\r\n\r\n" + (b"x" * 70 + b"\r\n") * (size // 72)
    sink = SmtpSink(Relay("127.0.0.1", ours.recv(), "none"))

    def carry() -> None:
        for n in range(CARRIED):
            assert isinstance(sink.send(message, "lich@airslot.example", f"r{n}@dai.example"), Accepted)

    measured = rate(carry, CARRIED, clock=time.perf_counter)
    sink.close()
    ours.send(None)
    taken = ours.recv()
    relay.join()
    assert taken == CARRIED * ROUNDS, f"the relay counted {taken}"
    return measured


def count(pipe: Connection) -> None:
    """A relay that says yes to everything and counts final dots."""
    taken = 0
    with socket.create_server(("127.0.0.1", 0)) as listening:
        pipe.send(listening.getsockname()[1])
        listening.settimeout(0.2)
        while not pipe.poll():
            try:
                line, _ = listening.accept()
            except TimeoutError:
                continue
            line.settimeout(None)
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            taken += converse(line)
    pipe.recv()
    pipe.send(taken)


def converse(line: socket.socket) -> int:
    """One connection; the mails that it took."""
    taken, held = 0, b""
    with line:
        line.sendall(b"220 count\r\n")
        while got := line.recv(65536):
            held += got
            if held[:4].upper() in ANSWERS:
                verb, held = held[:4].upper(), b""
                line.sendall(ANSWERS[verb])
            elif held.endswith(b"\r\n.\r\n"):
                taken, held = taken + 1, b""
                line.sendall(b"250 taken\r\n")
    return taken


def main() -> bool:
    """Measure and print; False where a line was missed."""
    filled, written, built = filling()
    print("  mails, a second")
    rows = [
        ("bytes filled in", filled, 100_000),
        ("a letter to its bytes, links and ids made", written, 10_000),
        ("built by email", built, 0),
        ("carried over one line, 2 kB", carrying(2_000), 4_000),
        ("carried over one line, 13 kB", carrying(13_000), 0),
    ]
    for name, measured, least in rows:
        verdict = (
            "" if not least else f"ok     at least {least:,}" if measured >= least else f"MISSED {least:,}"
        )
        print(f"    {name:44}{measured:12,.0f}   {verdict}")
    return all(measured >= least for _, measured, least in rows)


if __name__ == "__main__":
    main()
