"""Who is told, of what and when: what somebody asks for (Subscription) and who is stored (Subscriber)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from datetime import datetime, time
from typing import Literal, TypeAlias

from scheduler.errors import Fault, Invalid
from scheduler.locale import LANGUAGES, Language
from scheduler.mailbox import normal_email
from scheduler.reminders.due.lead import Lead
from scheduler.store.instants import zone
from scheduler.store.occurrences.selection import EVERYTHING, Selection

SubscriberState: TypeAlias = Literal["pending", "active", "unsubscribed", "suppressed"]
Digest: TypeAlias = Literal["daily", "weekly"]

DIGESTS = ("daily", "weekly")
MOST_LEADS = 5
DEFAULT_ZONE = "Asia/Ho_Chi_Minh"


@dataclass(frozen=True, slots=True)
class Subscription:
    """What a person asks for.

    leads    how long before a start; none where only a digest or notices are wanted; longest first
    quiet_from, quiet_until   the hours without mail, in `timezone`; both or neither
    digest   one mail a day or a week of all that is ahead; None for none
    notices  whether to be told of changes
    The address is brought to the one spelling that is stored. Raises Invalid with every fault at once.
    """

    email: str
    language: Language = "vi"
    timezone: str = DEFAULT_ZONE
    leads: tuple[Lead, ...] = (Lead(days=1),)
    filter: Selection = EVERYTHING
    quiet_from: time | None = None
    quiet_until: time | None = None
    digest: Digest | None = None
    notices: bool = True

    def __post_init__(self) -> None:
        faults: list[Fault] = []
        email = _checked(faults, lambda: normal_email(self.email))
        _checked(faults, lambda: zone(self.timezone))
        faults += _faults(self)
        if faults:
            raise Invalid.of(faults)
        object.__setattr__(self, "email", email)
        ordered = sorted(set(self.leads), key=lambda lead: (-lead.length, str(lead)))
        object.__setattr__(self, "leads", tuple(ordered))


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A stored subscriber. `id` is opaque; the instants are machine time; `revision` rises with each change.

    `link_salt` is in the MAC of the links in their mails and is shown to nobody.
    """

    id: str
    email: str
    language: Language
    state: SubscriberState
    timezone: str
    leads: tuple[Lead, ...]
    filter: Selection
    quiet_from: time | None
    quiet_until: time | None
    digest: Digest | None
    notices: bool
    revision: int
    confirmed_at: datetime | None
    created_at: datetime
    updated_at: datetime
    link_salt: str = field(repr=False)
    office_id: int = 0

    @property
    def subscription(self) -> Subscription:
        """What they asked for, to be changed with `dataclasses.replace`."""
        return Subscription(**{each.name: getattr(self, each.name) for each in fields(Subscription)})


def _checked(faults: list[Fault], make: Callable[[], object]) -> object:
    try:
        return make()
    except Invalid as wrong:
        faults.extend(wrong.faults)
        return None


def _faults(asked: Subscription) -> list[Fault]:
    faults = []
    if asked.language not in LANGUAGES:
        faults.append(_choice("language", asked.language, LANGUAGES))
    if asked.digest is not None and asked.digest not in DIGESTS:
        faults.append(_choice("digest", asked.digest, DIGESTS))
    if len(set(asked.leads)) > MOST_LEADS:
        faults.append(
            Fault(
                "leads-too-many",
                f"At most {MOST_LEADS} leads are taken; here are {len(set(asked.leads))}.",
                f"Nhận nhiều nhất {MOST_LEADS} khoảng báo trước; ở đây có {len(set(asked.leads))}.",
                "leads",
            )
        )
    if (asked.quiet_from is None) != (asked.quiet_until is None):
        missing = "quiet_from" if asked.quiet_from is None else "quiet_until"
        faults.append(
            Fault(
                "quiet-hours-half",
                "Quiet hours need both their beginning and their end, such as 21:00 and 06:00.",
                "Giờ yên tĩnh cần cả giờ bắt đầu lẫn giờ kết thúc, ví dụ 21:00 và 06:00.",
                missing,
            )
        )
    return faults


def _choice(field_name: str, value: str, choices: tuple[str, ...]) -> Fault:
    known = ", ".join(choices)
    return Fault(
        f"{field_name}-unknown",
        f"{value[:40]!r} is no {field_name}. Write one of: {known}.",
        f"{value[:40]!r} không hợp lệ cho {field_name}. Hãy ghi một trong: {known}.",
        field_name,
    )
