"""Feeds behind tokens: made, listed, revoked, found. The token is shown once; its hash alone is stored."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, RowMapping, bindparam, insert, select, update

from scheduler.errors import Invalid, NotFound
from scheduler.feeds.alarms import read_alarms, trigger
from scheduler.feeds.text import clean
from scheduler.feeds.wording import Language
from scheduler.machine_time import MachineTime
from scheduler.secret import hashed
from scheduler.store.account_tables import api_token, membership, person
from scheduler.store.occurrences.selection import EVERYTHING as ANYTHING
from scheduler.store.occurrences.selection import Selection, check_known
from scheduler.store.plans.sight import EVERYTHING, PUBLIC, Sight
from scheduler.store.tables import feed, subscriber

TOKEN_BYTES = 24  # 192 random bits
LONGEST_TOKEN = 64
LONGEST_ADDRESS = 255  # Google reads no longer one, and does not say so
LONGEST_LABEL = 120
LONGEST_AGENT = 120


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed across plans. `wanted` is its subscriber's filter of now where it belongs to one.

    alarms   leads, longest first; the instants are machine time; `last_fetched_by` names a program
    person_id, office_id   who made it, and in which office; None: the command line
    revoked_at, expires_at   when it ended, or will: by itself, or with the program's token that made it
    sight    whose plans it may tell, as things stand: those that its maker or its subscriber's office may
             see, all of one made at the command line; None where its maker's account is closed
    hidden   slugs that it asked for and was found to tell no more (`*`: all), `narrowed_on` the day of plan
             time on which that began; `rights_at` is when that was last another
    """

    id: str
    label: str
    subscriber_id: str | None
    subscriber: str | None  # the address
    person_id: str | None
    office_id: int | None
    wanted: Selection
    alarms: tuple[timedelta, ...]
    language: Language
    created_at: datetime
    revoked_at: datetime | None
    expires_at: datetime | None
    last_fetched_at: datetime | None
    last_fetched_by: str | None
    sight: Sight | None
    hidden: tuple[str, ...]
    narrowed_on: date | None
    rights_at: datetime | None


def create_feed(
    connection: Connection,
    label: str,
    wanted: Selection = ANYTHING,
    *,
    machine_time: MachineTime,
    alarms: str = "",
    language: Language = "vi",
    subscriber_id: str | None = None,
    person_id: str | None = None,
    office_id: int | None = None,
    token_id: str | None = None,
) -> tuple[Feed, str]:
    """Store a feed and give it with its token, which can never be had again.

    With `subscriber_id` it follows that subscriber's filter and takes none of its own. It tells what its
    maker, `person_id` in `office_id`, may see whenever it is fetched; without one, every plan. With
    `token_id` it ends when that program's token does. Raises Invalid for a label that is empty or too long,
    for alarms that are none, for a filter that names nothing that its maker may see.
    """
    label = clean(label).strip()
    if not label or len(label) > LONGEST_LABEL or "\n" in label:
        raise Invalid(
            "label-bad",
            f"The feed needs a name of 1 to {LONGEST_LABEL} characters on one line.",
            f"Lịch cần một tên dài từ 1 đến {LONGEST_LABEL} ký tự, trên một dòng.",
            where="label",
        )
    if subscriber_id is None:
        check_known(connection, wanted, EVERYTHING if office_id is None else Sight(office_id=office_id))
    leads = read_alarms(alarms)
    token, feed_id = secrets.token_urlsafe(TOKEN_BYTES), f"feed_{secrets.token_hex(8)}"
    connection.execute(
        insert(feed).values(
            id=feed_id,
            token_hash=hashed(token),
            label=label,
            subscriber_id=subscriber_id,
            person_id=person_id,
            office_id=office_id,
            token_id=token_id,
            filters=wanted.to_json(),
            alarms=[trigger(lead, None).removeprefix("-") for lead in leads],
            language=language,
            created_at=machine_time(),
        )
    )
    return get_feed(connection, feed_id), token


def feed_address(public_url: str, token: str, *, overdue: bool = False) -> str:
    """Where a calendar program fetches the feed; raises Invalid where Google would not read so long a one."""
    address = f"{public_url.rstrip('/')}/feeds/{token}.ics" + ("?overdue=true" if overdue else "")
    if len(address) > LONGEST_ADDRESS:
        raise Invalid(
            "address-too-long",
            f"The feed's address would have {len(address)} characters; some calendars read {LONGEST_ADDRESS}"
            " at most. Shorten AIRSLOT_PUBLIC_URL.",
            f"Địa chỉ của lịch sẽ dài {len(address)} ký tự; có chương trình chỉ đọc nhiều nhất"
            f" {LONGEST_ADDRESS}. Hãy rút ngắn AIRSLOT_PUBLIC_URL.",
            where="AIRSLOT_PUBLIC_URL",
        )
    return address


def list_feeds(
    connection: Connection,
    subscriber_id: str | None = None,
    *,
    person_id: str | None = None,
    office_id: int | None = None,
) -> list[Feed]:
    """All feeds, the oldest first, ended ones too; or those of one subscriber, person, or office."""
    question = _FEEDS.order_by(feed.c.created_at, feed.c.id)
    for column, value in (
        (feed.c.subscriber_id, subscriber_id),
        (feed.c.person_id, person_id),
        (feed.c.office_id, office_id),
    ):
        if value is not None:
            question = question.where(column == value)
    return [_read(row) for row in connection.execute(question).mappings()]


def get_feed(connection: Connection, feed_id: str) -> Feed:
    """The feed of that id. Raises NotFound."""
    row = connection.execute(_FEEDS.where(feed.c.id == feed_id)).mappings().first()
    if row is None:
        raise NotFound(
            "feed-not-found",
            f"There is no feed {feed_id[:60]!r}; airslot feed list names them.",
            f"Không có lịch nào mang mã {feed_id[:60]!r}; xem danh sách bằng airslot feed list.",
            where="id",
        )
    return _read(row)


def find_feed(connection: Connection, token: str) -> Feed | None:
    """The feed of a token, revoked or not; None for a token that was never given out."""
    if not token or len(token) > LONGEST_TOKEN or not token.isascii():
        return None
    row = connection.execute(_BY_TOKEN, {"hash": hashed(token)}).mappings().first()
    return None if row is None else _read(row)


def revoke_feed(connection: Connection, feed_id: str, *, machine_time: MachineTime) -> Feed:
    """Let the address answer 410 from now on; revoked again it stays as it was. Raises NotFound."""
    get_feed(connection, feed_id)
    change = update(feed).where(feed.c.id == feed_id, feed.c.revoked_at.is_(None))
    connection.execute(change.values(revoked_at=machine_time()))
    return get_feed(connection, feed_id)


def revoke_made_by(connection: Connection, person_id: str, *, machine_time: MachineTime) -> None:
    """End every feed that a person has made."""
    change = update(feed).where(feed.c.person_id == person_id, feed.c.revoked_at.is_(None))
    connection.execute(change.values(revoked_at=machine_time()))


def note_rights(
    connection: Connection, seen: Feed, hidden: Sequence[str], narrowed_on: date | None, at: datetime
) -> bool:
    """Write down what the feed leaves out from now on; False where somebody else has just done so."""
    same = feed.c.rights_at.is_(None) if seen.rights_at is None else feed.c.rights_at == seen.rights_at
    change = update(feed).where(feed.c.id == seen.id, same)
    facts = {"hidden": list(hidden) or None, "narrowed_on": narrowed_on, "rights_at": at}
    return connection.execute(change.values(facts)).rowcount > 0


def note_fetch(connection: Connection, feed_id: str, at: datetime, by: str) -> None:
    """Write down when and by which program the feed was last fetched; a later note stays."""
    older = feed.c.last_fetched_at.is_(None) | (feed.c.last_fetched_at < at)
    change = update(feed).where(feed.c.id == feed_id, older)
    connection.execute(change.values(last_fetched_at=at, last_fetched_by=clean(by)[:LONGEST_AGENT] or None))


_FEEDS = select(
    feed,
    subscriber.c.email,
    subscriber.c.filters.label("subscriber_filters"),
    subscriber.c.office_id.label("subscriber_office"),
    person.c.active.label("maker_active"),
    membership.c.role.label("maker_role"),
    api_token.c.revoked_at.label("token_revoked"),
    api_token.c.expires_at.label("token_expires"),
).select_from(
    feed.outerjoin(subscriber, subscriber.c.id == feed.c.subscriber_id)
    .outerjoin(person, person.c.id == feed.c.person_id)
    .outerjoin(
        membership,
        (membership.c.person_id == feed.c.person_id)
        & (membership.c.office_id == feed.c.office_id)
        & membership.c.invited.is_(None),
    )
    .outerjoin(api_token, api_token.c.id == feed.c.token_id)
)


# Built once: each poll asks it.
_BY_TOKEN = _FEEDS.where(feed.c.token_hash == bindparam("hash"))


def _sight(row: RowMapping) -> Sight | None:
    if row["subscriber_id"] is not None:
        return Sight(office_id=row["subscriber_office"])
    if row["person_id"] is None:
        return EVERYTHING if row["office_id"] is None else Sight(office_id=row["office_id"])
    if not row["maker_active"]:
        return None
    return PUBLIC if row["maker_role"] is None else Sight(office_id=row["office_id"])


def _read(row: RowMapping) -> Feed:
    filters = row["subscriber_filters"] if row["subscriber_id"] is not None else row["filters"]
    return Feed(
        id=row["id"],
        label=row["label"],
        subscriber_id=row["subscriber_id"],
        subscriber=row["email"],
        person_id=row["person_id"],
        office_id=row["office_id"],
        wanted=Selection.from_json(filters),
        alarms=read_alarms(",".join(row["alarms"])),
        language=row["language"],
        created_at=row["created_at"],
        revoked_at=row["revoked_at"] or row["token_revoked"],
        expires_at=row["token_expires"],
        last_fetched_at=row["last_fetched_at"],
        last_fetched_by=row["last_fetched_by"],
        sight=_sight(row),
        hidden=tuple(row["hidden"] or ()),
        narrowed_on=row["narrowed_on"],
        rights_at=row["rights_at"],
    )
