"""How often one may try to sign in, over all processes. Who tries often waits; nobody is shut out.

Passwords and links are counted apart, each by who is meant and by where the tries come from. So is the
present password that somebody signed in gives to set another: by the person alone, for nobody else gets to
it. The first few are free; after them each has to wait twice as long as the one before, up to a longest wait.
A try that comes too early is refused and counts nothing. An hour without a try, and the counting starts anew.

A browser that has signed in as somebody before is counted by itself: whoever guesses elsewhere does not make
its owner wait. Links are mailed, so who is kept waiting for one has one in the mailbox that still works.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, TypeAlias

from sqlalchemy import ColumnElement, Connection, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from scheduler.accounts.sign_in import LINK_LIVES
from scheduler.errors import Invalid, TooMany
from scheduler.machine_time import MachineTime
from scheduler.mailbox import normal_email
from scheduler.secret import hashed
from scheduler.store.account_tables import attempt

QUIET = timedelta(hours=1)
Purpose: TypeAlias = Literal["password", "present", "link"]  # present: to set another by it, signed in


@dataclass(frozen=True, slots=True)
class Pace:
    """`free` tries one after the other; then a wait of `first`, twice that, … never more than `longest`.

    anew   a right try lets the counting start anew; without it only that try is taken back
    """

    free: int
    first: timedelta
    longest: timedelta
    anew: bool = False

    def wait(self, tried: int) -> timedelta:
        """How long after its last try the next may come."""
        if tried < self.free:
            return timedelta()
        return min(self.first * (1 << min(tried - self.free, 20)), self.longest)


_SECOND, _MINUTE = timedelta(seconds=1), timedelta(minutes=1)
OF_BROWSER = OF_PERSON_AND_PLACE = PRESENT = Pace(10, _SECOND, _MINUTE, anew=True)
OF_PERSON = OF_PLACE = Pace(50, _SECOND, _MINUTE)
# The longest wait is shorter than a link lives.
LINKS_OF_PERSON = Pace(3, _MINUTE, LINK_LIVES - 5 * _MINUTE)
LINKS_OF_PLACE = Pace(20, _SECOND, _MINUTE)


@dataclass(frozen=True, slots=True)
class Tries:
    """Somebody's tries: for what, as whom, from where; `browser` is one that has signed in as them before."""

    purpose: Purpose
    email: str
    place: str
    browser: str | None = None

    def paces(self) -> Mapping[str, Pace]:
        """What they are counted by. Who is meant is the person, however their address is spelt."""
        try:
            person = normal_email(self.email)
        except Invalid:
            person = None  # nobody has this address, so there is nothing to guess
        if self.purpose == "link":
            found = {f"link from {self.place}": LINKS_OF_PLACE}
            return found if person is None else found | {f"link of {person}": LINKS_OF_PERSON}
        if self.purpose == "present":
            return {f"present password of {person}": PRESENT}
        if self.browser is not None:
            return {f"password of {person} in {self.browser}": OF_BROWSER}
        found = {f"password from {self.place}": OF_PLACE}
        if person is not None:
            found |= {f"password of {person}": OF_PERSON}
            found |= {f"password of {person} from {self.place}": OF_PERSON_AND_PLACE}
        return found


def count_try(connection: Connection, tries: Tries, *, machine_time: MachineTime) -> None:
    """Count one more of them. Raises TooMany where it comes too early."""
    at = machine_time()
    connection.execute(delete(attempt).where(attempt.c.at <= at - QUIET))
    # Always in one order: of two processes neither waits for a row that the other holds.
    for key, pace in sorted((hashed(text), pace) for text, pace in tries.paces().items()):
        tried, last = _held(connection, key, at)
        wait = pace.wait(tried) - (at - last)
        # A clock that was set back must not keep anybody out.
        if timedelta() < wait <= pace.longest:
            raise _too_many(tries.purpose, int(wait.total_seconds()) + 1)
        connection.execute(update(attempt).where(attempt.c.key == key).values(tried=tried + 1, at=at))


def forget_tries(connection: Connection, tries: Tries) -> None:
    """The last one was right, and is not counted as a guess."""
    for text, pace in tries.paces().items():
        row = attempt.c.key == hashed(text)
        if pace.anew:
            connection.execute(delete(attempt).where(row))
        else:
            less = update(attempt).where(row, attempt.c.tried > 0)
            connection.execute(less.values(tried=attempt.c.tried - 1))


def _held(connection: Connection, key: str, at: datetime) -> tuple[int, datetime]:
    """The count of a key, held until the commit, so that tries at once are counted one after the other."""
    row: ColumnElement[bool] = attempt.c.key == key
    question = select(attempt.c.tried, attempt.c.at).where(row).with_for_update()
    found = connection.execute(question).first()
    if found is None:
        try:
            with connection.begin_nested():
                connection.execute(insert(attempt).values(key=key, tried=0, at=at))
        except IntegrityError:
            pass  # another try has just begun to count
        found = connection.execute(question).one()
    return found.tried, found.at


def _too_many(purpose: Purpose, seconds: int) -> TooMany:
    if purpose == "link":
        minutes = -(-seconds // 60)
        return TooMany(
            "too-many-links",
            "Links were asked for a short time ago: look into your mailbox."
            f" Another can be asked for in {minutes} minutes.",
            "Liên kết vừa được yêu cầu trước đó: hãy xem hộp thư."
            f" Có thể yêu cầu liên kết khác sau {minutes} phút.",
            retry_after=seconds,
        )
    return TooMany(
        "too-many-tries",
        f"There were several wrong tries. Wait {seconds} seconds and try again, or ask for a link by mail.",
        f"Đã thử sai nhiều lần. Hãy đợi {seconds} giây rồi thử lại, hoặc yêu cầu liên kết qua thư.",
        retry_after=seconds,
    )
