"""Where mails go and what became of them: the values between the outbox, the mail writer and the relay.

    Letter   what one mail is made of    ->  Renderer  ->  Mail  ->  Sink  ->  Outcome

The outbox knows neither templates nor SMTP; whoever writes or carries mails knows no table.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Protocol, TypeAlias, runtime_checkable

from scheduler.store.occurrences.read_model import Occurrence

# --- what became of a mail ------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Accepted:
    """The relay has taken it (250 after the final dot), or the file is written."""

    detail: str = ""


@dataclass(frozen=True, slots=True)
class Retry:
    """Not taken this time: 4xx, or the line broke before the final dot. `after` None: the usual backoff."""

    reason: str
    after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Failed:
    """Refused for good, for this reader or this content. `suppress`: the address itself is dead (5.1.x)."""

    reason: str
    suppress: bool = False


@dataclass(frozen=True, slots=True)
class Unknown:
    """The line broke after the final dot: perhaps it was taken. Only a person may have it sent again."""

    reason: str


@dataclass(frozen=True, slots=True)
class RelayDown:
    """The relay's fault and not the reader's: wrong password, no TLS, sender refused. Nothing was taken.

    away   it was not reached, or it put us off or broke off before a reader was named: it may be back at any
           time, and another line may have reached it
    """

    reason: str
    away: bool = False


Outcome: TypeAlias = Accepted | Retry | Failed | Unknown | RelayDown

StillWanted: TypeAlias = Callable[[], bool]


def always() -> bool:
    """For a mail that nothing can overtake."""
    return True


# --- what a mail is made of -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Recipient:
    """Who is written to. `link_salt` goes into the links of the mail; `timezone` is their own."""

    id: str
    email: str
    language: str
    timezone: str
    link_salt: str


@dataclass(frozen=True, slots=True)
class Letter:
    """One reminder as the mail writer needs it: values only.

    key           the idempotency key as text: the same at every try, so the Message-ID is too
    what          reminder, change, opening, closing, quota, digest or confirm
    lead          such as "P1D"; "" where there is none
    target_start  the instant the reminder is about (UTC)
    occurrence    None for a digest, a confirmation, and a change whose occurrence is gone
    occurrences   of a digest: all that is ahead in its days, by start
    facts         what no row holds any more; of a change: change (moved, cancelled, restored), old_start,
                  old_end, old_channel, start, end, channel, title, item, plan, timezone, uid, and of what is
                  gone sequence and told_at; of a digest: first and last day
    now           plan time
    """

    reminder_id: int
    key: str
    what: str
    lead: str
    recipient: Recipient
    target_start: datetime
    now: datetime
    occurrence: Occurrence | None = None
    occurrences: Sequence[Occurrence] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Mail:
    """A finished message: bytes with CRLF, and its envelope."""

    message_id: str
    sender: str
    recipient: str
    content: bytes


class Renderer(Protocol):
    """Writes mails. Called in one thread; may keep what it rendered for letters of the same subject."""

    def mail(self, letter: Letter, at: datetime) -> Mail:
        """The message; `at` is machine time, for its Date. Raises only where the program is wrong."""
        ...


class Sink(Protocol):
    """Carries mails. Never raises for what a relay does: every end is an Outcome."""

    def send(
        self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted = always
    ) -> Outcome:
        """Carry one message, and say what became of it.

        Where there is time between naming the reader and handing over the content, `still_wanted` is asked
        in between; if it says no, nothing is handed over, and the end is a Retry without a pause.
        """
        ...

    def close(self) -> None:
        """Let go of connections; a later `send` opens them again."""
        ...


Talk: TypeAlias = Generator[None, None, Outcome | None]
"""One mail in steps: each step ends where the relay is waited for, and the next begins with its answer."""


@runtime_checkable
class Talking(Protocol):
    """A sink that one thread can use by turns with others."""

    def talk(self, message: bytes, sender: str, recipient: str, still_wanted: StillWanted) -> Talk:
        """As `send`, in steps. Ends with None where nothing was sent and `send` has to open a connection."""
        ...
