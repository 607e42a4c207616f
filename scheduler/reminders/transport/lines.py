"""Several lines to the relay at once: most of the time of a mail is waiting for the relay's answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

from scheduler.reminders.transport.sink import Mail, Outcome, Sink, StillWanted, Talk, Talking, Unknown

log = logging.getLogger("airslot.reminders")


@dataclass(frozen=True, slots=True)
class Parcel:
    """One mail that is handed over, and whether it still is to go out just before its content does."""

    mail: Mail
    still_wanted: StillWanted


class Lines:
    """Sinks that are used side by side.

    Those that talk take turns in the caller's thread, where all are asked before the first answer is waited
    for: threads would wake each other, on another core, for each answer. A line that has to be opened first,
    which may take long, and other sinks get a thread, each one at a time. A single one needs none.

    by_turns   False: each has a thread always. Quicker where the caller's thread has much else to do.
    """

    def __init__(self, sinks: Sequence[Sink], *, by_turns: bool = True) -> None:
        self._sinks = tuple(sinks)
        # Asked once: it takes longer than a letter to write.
        self._talking = [sink if by_turns and isinstance(sink, Talking) else None for sink in sinks]
        self._threads = ThreadPoolExecutor(len(sinks), "line") if len(sinks) > 1 else None

    def __len__(self) -> int:
        return len(self._sinks)

    def send(
        self, parcels: Sequence[Parcel], meanwhile: Callable[[], object] = lambda: None
    ) -> list[Outcome]:
        """Carry at most one mail on each line; what became of each, in the same order.

        `meanwhile` is done in this thread while the relay is at work; it must not raise.
        """
        pairs = list(zip(self._sinks, parcels, strict=False))
        ends: dict[int, Outcome | Future[Outcome]] = {}
        talks = {n: _talk(self._talking[n], parcel) for n, (_, parcel) in enumerate(pairs)}
        self._take_turns(talks, pairs, ends)
        meanwhile()
        while talks:
            self._take_turns(talks, pairs, ends)
        found = [ends[n] for n in range(len(pairs))]
        return [one.result() if isinstance(one, Future) else one for one in found]

    def _take_turns(
        self,
        talks: dict[int, Talk],
        pairs: Sequence[tuple[Sink, Parcel]],
        ends: dict[int, Outcome | Future[Outcome]],
    ) -> None:
        """One step of each; those that are over go from `talks` to `ends`."""
        for n, talk in list(talks.items()):
            try:
                next(talk)
            except StopIteration as end:
                del talks[n]
                ends[n] = end.value or self._send(*pairs[n])

    def _send(self, sink: Sink, parcel: Parcel) -> Outcome | Future[Outcome]:
        return self._threads.submit(_carry, sink, parcel) if self._threads else _carry(sink, parcel)

    def close(self) -> None:
        """Let go of all connections; a later `send` opens them again."""
        for sink in self._sinks:
            sink.close()


def _talk(sink: Talking | None, parcel: Parcel) -> Talk:
    if sink is None:
        return None
    mail = parcel.mail
    try:
        return (yield from sink.talk(mail.content, mail.sender, mail.recipient, parcel.still_wanted))
    except Exception as fault:
        return _fault(mail, fault)


def _carry(sink: Sink, parcel: Parcel) -> Outcome:
    mail = parcel.mail
    try:
        return sink.send(mail.content, mail.sender, mail.recipient, parcel.still_wanted)
    except Exception as fault:
        return _fault(mail, fault)


def _fault(mail: Mail, fault: Exception) -> Unknown:
    """A fault of the program must not take the outcomes of the other lines with it."""
    log.error("sending %s went wrong", mail.message_id, exc_info=fault)
    return Unknown(f"a fault while the relay was taking it: {type(fault).__name__}")
