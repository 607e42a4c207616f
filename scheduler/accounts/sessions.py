"""Sessions: who a browser's cookie belongs to. Instants are machine time.

A session ends 12 hours after it was last used and 14 days after it began, whatever comes first; by signing
out, by a new password, and when the account is made inactive.
"""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, select, update

from scheduler.accounts.people import get_person
from scheduler.accounts.person import Membership, Person
from scheduler.accounts.rights import Actor
from scheduler.errors import NotFound
from scheduler.machine_time import MachineTime
from scheduler.secret import hashed, mac
from scheduler.store.account_tables import session

IDLE, LONGEST = timedelta(hours=12), timedelta(days=14)
PROOF = timedelta(minutes=20)  # how long a link that was followed stands in for a forgotten password
# Its use is written down once in that time, so that reading a page seldom writes.
_WRITE_USE = timedelta(minutes=5)
_TOKEN_BYTES = 24
_LONGEST_AGENT = 200


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody signed in, working in one of their offices."""

    hash: str
    person: Person
    member: Membership
    created_at: datetime
    seen_at: datetime
    by_link: bool

    @property
    def actor(self) -> Actor:
        """Them, at the pages."""
        return self.person.at(self.member, "page")

    def has_proof(self, *, machine_time: MachineTime) -> bool:
        """Whether a link to their address has just begun it: who forgot a password sets another by it."""
        return self.by_link and machine_time() - self.created_at < PROOF


def begin(
    connection: Connection,
    found: Person,
    *,
    office_id: int | None = None,
    by_link: bool = False,
    agent: str = "",
    machine_time: MachineTime,
) -> tuple[Session, str]:
    """Sign a person in, at the first of their offices unless told; the session and its cookie's token."""
    token, at = secrets.token_urlsafe(_TOKEN_BYTES), machine_time()
    member = (None if office_id is None else found.in_office(office_id)) or found.memberships[0]
    connection.execute(
        insert(session).values(
            hash=hashed(token),
            person_id=found.id,
            office_id=member.office_id,
            agent=agent[:_LONGEST_AGENT] or None,
            by_link=by_link,
            created_at=at,
            seen_at=at,
            expires_at=at + LONGEST,
        )
    )
    return Session(hashed(token), found, member, at, at, by_link), token


def find_session(connection: Connection, token: str, *, machine_time: MachineTime) -> Session | None:
    """The session of a cookie; None where it has ended or its person has no right in its office any more."""
    at = machine_time()
    row = connection.execute(select(session).where(session.c.hash == hashed(token))).mappings().first()
    if row is None or row["expires_at"] <= at or row["seen_at"] + IDLE <= at:
        return None
    found = get_person(connection, row["person_id"])
    member = found.in_office(row["office_id"])
    if not found.active or member is None:
        return None
    return Session(row["hash"], found, member, row["created_at"], row["seen_at"], row["by_link"])


def must_note_use(found: Session, *, machine_time: MachineTime) -> bool:
    """Whether it is time to write down that the session is in use."""
    return machine_time() - found.seen_at >= _WRITE_USE


def note_use(connection: Connection, found: Session, *, machine_time: MachineTime) -> None:
    """Write down that the session is in use."""
    change = update(session).where(session.c.hash == found.hash)
    connection.execute(change.values(seen_at=machine_time()))


def enter_office(connection: Connection, found: Session, office_id: int) -> None:
    """Work in another of one's offices. Raises NotFound for one that is not theirs."""
    if found.person.in_office(office_id) is None:
        raise NotFound(
            "office-not-found",
            "You do not belong to that office.",
            "Bạn không thuộc cơ quan đó.",
            where="office",
        )
    change = update(session).where(session.c.hash == found.hash)
    connection.execute(change.values(office_id=office_id))


def end(connection: Connection, found: Session) -> None:
    """Sign out this browser."""
    connection.execute(delete(session).where(session.c.hash == found.hash))


def end_all(connection: Connection, person_id: str) -> None:
    """Sign a person out everywhere."""
    connection.execute(delete(session).where(session.c.person_id == person_id))


def csrf_token(secret: bytes, found: Session) -> str:
    """What a form of this session carries: nobody without the secret can make it, no other session fits."""
    return mac(secret, "csrf", found.hash).hex()


def is_csrf_token(secret: bytes, found: Session, token: str) -> bool:
    """Whether a form came from one of our pages in this session."""
    return hmac.compare_digest(token.encode(), csrf_token(secret, found).encode())
