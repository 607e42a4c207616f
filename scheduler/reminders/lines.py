"""Several lines to the relay at once: most of the time of a mail is waiting for the relay's answers."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from scheduler.reminders.sink import Mail, Outcome, Sink, StillWanted, Unknown

log = logging.getLogger("airslot.reminders")


@dataclass(frozen=True, slots=True)
class Parcel:
    """One mail that is handed over, and whether it still is to go out just before its content does."""

    mail: Mail
    still_wanted: StillWanted


class Lines:
    """Sinks that are used side by side, each in one thread at a time. A single one needs no thread."""

    def __init__(self, sinks: Sequence[Sink]) -> None:
        self._sinks = tuple(sinks)
        self._threads = ThreadPoolExecutor(len(sinks), "line") if len(sinks) > 1 else None

    def __len__(self) -> int:
        return len(self._sinks)

    def send(
        self, parcels: Sequence[Parcel], meanwhile: Callable[[], object] = lambda: None
    ) -> list[Outcome]:
        """Carry at most one mail on each line; what became of each, in the same order.

        `meanwhile` is done in this thread while the others wait for the relay; it must not raise.
        """
        pairs = list(zip(self._sinks, parcels, strict=False))
        if self._threads is None or len(pairs) == 1:
            outcomes = [_carry(sink, parcel) for sink, parcel in pairs]
            meanwhile()
            return outcomes
        waiting = [self._threads.submit(_carry, sink, parcel) for sink, parcel in pairs]
        meanwhile()
        return [one.result() for one in waiting]

    def close(self) -> None:
        """Let go of all connections; a later `send` opens them again."""
        for sink in self._sinks:
            sink.close()


def _carry(sink: Sink, parcel: Parcel) -> Outcome:
    mail = parcel.mail
    try:
        return sink.send(mail.content, mail.sender, mail.recipient, parcel.still_wanted)
    except Exception as fault:
        # A fault of the program must not take the outcomes of the other lines with it.
        log.exception("sending %s went wrong", mail.message_id)
        return Unknown(f"a fault while the relay was taking it: {type(fault).__name__}")
