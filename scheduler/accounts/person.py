"""A person as a value: what they are in each office, and which offices have invited them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scheduler.accounts.rights import Actor, Door, Role
from scheduler.locale import Language


@dataclass(frozen=True, slots=True)
class Invited:
    """What an office calls somebody whom it has invited; it sees nothing of theirs before they accept."""

    name: str
    language: Language


@dataclass(frozen=True, slots=True)
class Membership:
    """A person's role in an office; `outlets` (names) narrows an editor, empty for all.

    With `invited` it is an invitation, which gives no right until the person accepts.
    """

    office_id: int
    office: str
    role: Role
    outlets: tuple[str, ...] = ()
    invited: Invited | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in, and the offices that have invited them. Instants are machine time."""

    id: str
    email: str
    name: str
    language: Language
    active: bool
    has_password: bool
    memberships: tuple[Membership, ...]
    invitations: tuple[Membership, ...]
    created_at: datetime

    def in_office(self, office_id: int) -> Membership | None:
        """What they are in that office."""
        return next((one for one in self.memberships if one.office_id == office_id), None)

    def invited_by(self, office_id: int) -> Membership | None:
        """What that office has invited them to be."""
        return next((one for one in self.invitations if one.office_id == office_id), None)

    def at(self, member: Membership, door: Door) -> Actor:
        """Them at a door, working in one of their offices."""
        outlets = frozenset(member.outlets) or None
        return Actor(self.name, member.role, door, self.id, member.office_id, outlets)
