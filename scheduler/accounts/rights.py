"""Who may do what: four roles within an office, each with all that the one before it may do.

    viewer    sees the office's plans
    editor    delivers, moves and cancels what its outlets carry (all outlets unless some are named)
    manager   loads and edits plans, items and days off; sees subscribers and the reminder log
    admin     accounts and tokens

A person's rights are of one office at a time. What belongs to another office is not there for them.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, TypeAlias

from scheduler.errors import Forbidden, SignInNeeded

Role: TypeAlias = Literal["viewer", "editor", "manager", "admin"]
Scope: TypeAlias = Literal["read", "write"]
Door: TypeAlias = Literal["page", "rest", "cli"]

# What the log calls whoever acts there, with the name that the operating system knows them by behind it.
COMMAND_LINE = "command line"
# Likewise somebody at the service's own computer before there are accounts, and a reader with a mail's link.
THIS_COMPUTER = "this computer"
ZONE_DATA = "zone data"
READER = "reader"
OUTLET = "outlet"  # by a link of the proof inbox
ROLES: tuple[Role, ...] = ("viewer", "editor", "manager", "admin")


class Right(Enum):
    """Something to do, with the least role that may."""

    SEE = "viewer"
    WORK = "editor"
    PLAN = "manager"
    TELL = "manager "  # subscribers and the reminder log; an enum's values differ, its role does not
    ADMINISTER = "admin"

    @property
    def role(self) -> Role:
        """The least role that has it."""
        return self.value.strip()  # type: ignore[return-value] # each value is a role


@dataclass(frozen=True, slots=True)
class Actor:
    """Whoever is acting, in one office, through one door.

    person_id   None at the command line, where the operating system has asked who it is
    who         as the audit log calls them
    office_id   None at the command line: every office
    outlets     names of the outlets that an editor works for; None for all
    scope       `read` takes every right to write away
    token_id    of the program's token they come with; None for a person
    """

    who: str
    role: Role
    door: Door
    person_id: str | None = None
    office_id: int | None = None
    outlets: frozenset[str] | None = None
    scope: Scope = "write"
    token_id: str | None = None

    def may(self, right: Right, outlet: str | None = None) -> bool:
        """Whether they may; `outlet` is that of the item or occurrence, where it has one."""
        if right is not Right.SEE and self.scope == "read":
            return False
        if ROLES.index(self.role) < ROLES.index(right.role):
            return False
        return self.role != "editor" or self.outlets is None or right is Right.SEE or outlet in self.outlets

    def sees(self, office_id: int) -> bool:
        """Whether the office's plans are theirs to see."""
        return self.office_id is None or self.office_id == office_id


def require(actor: Actor | None, right: Right, outlet: str | None = None) -> Actor:
    """The actor, if they may; raises SignInNeeded where nobody is known, Forbidden where they may not."""
    if actor is None:
        raise SignInNeeded(
            "sign-in-needed",
            "Sign in to do this.",
            "Hãy đăng nhập để thực hiện.",
        )
    if actor.may(right, outlet):
        return actor
    if actor.scope == "read" and right is not Right.SEE:
        raise Forbidden(
            "token-reads-only",
            "This token only reads. Make one with the scope “write”.",
            "Mã truy cập này chỉ được đọc. Hãy tạo mã có phạm vi “write”.",
        )
    if actor.role == "editor" and right is Right.WORK:
        raise Forbidden(
            "other-outlet",
            f"You work for {_named(actor)}; this belongs to {outlet or 'no outlet'}.",
            f"Bạn phụ trách {_named(actor)}; mục này thuộc {outlet or 'không đơn vị nào'}.",
        )
    raise Forbidden(
        "role-too-low",
        f"This takes the role “{right.role}”, and yours is “{actor.role}”. Ask an administrator of your"
        " office.",
        f"Việc này cần vai trò “{right.role}”, còn vai trò của bạn là “{actor.role}”. Hãy liên hệ quản trị"
        " viên của cơ quan.",
    )


def require_writer(actor: Actor | None) -> Actor:
    """Somebody known, whatever their role, but with no token that only reads. Raises as `require`."""
    who = require(actor, Right.SEE)
    return require(who, Right.WORK) if who.scope == "read" else who


def _named(actor: Actor) -> str:
    return ", ".join(sorted(actor.outlets or ())) or "–"
