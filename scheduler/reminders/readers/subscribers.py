"""Subscribers: asked for, confirmed, changed, unsubscribed, suppressed, given out and forgotten.

    (asked for) -> pending -> active -> unsubscribed -> pending …
                        any of them -> suppressed (the mail bounced, or somebody complained)

Only an active subscriber is sent anything but the mail that asks to confirm. `machine_time` dates what is
written; `now` is plan time, by which the outbox sends.
"""

from __future__ import annotations

import secrets
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any, Literal, TypeAlias

from sqlalchemy import Connection, RowMapping

from scheduler.accounts import creations
from scheduler.errors import Conflict, Invalid, NotFound
from scheduler.machine_time import MachineTime
from scheduler.mailbox import normal_email
from scheduler.reminders import notes
from scheduler.reminders.due.lead import Lead
from scheduler.reminders.readers.links import Purpose, confirm_token, is_standing, owner_of
from scheduler.reminders.readers.subscription import Subscriber, Subscription
from scheduler.secret import hashed
from scheduler.store.occurrences.selection import Selection, check_known
from scheduler.store.outbox import reminders as reminder_store
from scheduler.store.outbox import subscribers as store
from scheduler.store.outbox.reminder_removal import let_go
from scheduler.store.plans.sight import Sight

Reason: TypeAlias = Literal["bounce", "complaint", "person"]

CONFIRM_WITHIN = timedelta(days=7)
_ID_BYTES, _SALT_BYTES = 12, 16


def add(
    connection: Connection,
    wanted: Subscription,
    *,
    machine_time: MachineTime,
    confirmed: bool = False,
    now: datetime | None = None,
    secret: bytes | None = None,
    office_id: int | None = None,
) -> tuple[Subscriber, str | None]:
    """Store a subscriber, active where `confirmed` (a person vouches for the address) and else pending.

    They belong to the office of `office_id`, the first of all unless told.

    With `now` and `secret` a pending one is owed the mail that asks to confirm, and the token of its link
    is given too. Somebody who had unsubscribed starts again with the new wishes. Raises Invalid for a
    filter that names nothing of what their office may see, Conflict for an address that is subscribed already
    or suppressed.
    """
    office_id = store.the_office(connection) if office_id is None else office_id
    check_known(connection, wanted.filter, Sight(office_id=office_id))
    if store.suppression_row(connection, hashed(wanted.email)) is not None:
        raise _suppressed(wanted.email)
    at = machine_time()
    facts = _facts(wanted) | {
        "state": "active" if confirmed else "pending",
        "confirmed_at": at if confirmed else None,
    }
    before = store.row_of_email(connection, wanted.email, lock=True, office_id=office_id)
    if before is None:
        found = _insert(connection, facts, at, office_id)
    elif before["state"] == "unsubscribed":
        store.change_subscriber(connection, before["id"], facts | {"asked": True}, at)
        found = get_subscriber(connection, before["id"])
    else:
        raise _exists(before)
    if confirmed or now is None or secret is None:
        return found, None
    return found, ask_to_confirm(connection, found, now=now, secret=secret, machine_time=machine_time)


def ask_to_confirm(
    connection: Connection, found: Subscriber, *, now: datetime, secret: bytes, machine_time: MachineTime
) -> str | None:
    """Owe the mail that asks to confirm and give the token in its link; None where one is owed already.

    It is an outbox row of `what` "confirm", which no simulation or count of reminders shows. It is sent to
    a pending subscriber only.
    """
    at = machine_time()
    if reminder_store.is_owed(connection, found.id, "confirm"):
        return None
    facts = {
        "subscriber_id": found.id,
        "what": "confirm",
        "subject_kind": "subscriber",
        "subject": found.id,
        "lead": "",
        "target_start": at,  # of no occurrence: it only tells one asking from the next
        "due_at": now,
        "useful_until": now + CONFIRM_WITHIN,
        "facts": store.asked_of(connection, found.office_id, found.filter.plans),
    }
    reminder_id = reminder_store.owe(connection, facts, at)
    token = confirm_token(secret, found.id, found.link_salt, reminder_id)
    store.insert_link(connection, hashed(token), found.id, "confirm", at + CONFIRM_WITHIN, at)
    return token


def confirm(connection: Connection, token: str, *, machine_time: MachineTime) -> Subscriber:
    """Make the subscriber active; the link works once, and asked again by one who is active does no harm.

    Raises NotFound for a link that is unknown, too old or used, Conflict for a suppressed address.
    """
    found = waiting_for(connection, token, machine_time=machine_time)
    if found.state == "active":
        return found
    at = machine_time()
    if not store.use_link(connection, hashed(token), at):
        raise dead_link()
    store.change_subscriber(connection, found.id, {"state": "active", "confirmed_at": at}, at)
    return get_subscriber(connection, found.id)


def waiting_for(connection: Connection, token: str, *, machine_time: MachineTime) -> Subscriber:
    """The subscriber whom a link of confirmation would make active. Raises as `confirm`; changes nothing."""
    link = store.link_row(connection, hashed(token), "confirm")
    if link is None:
        raise dead_link()
    found = get_subscriber(connection, link["subscriber_id"])
    if found.state == "suppressed":
        raise _suppressed(found.email)
    if found.state != "active" and (link["used_at"] is not None or link["expires_at"] <= machine_time()):
        raise dead_link()
    return found


def by_token(connection: Connection, token: str, purpose: Purpose, secret: bytes) -> Subscriber:
    """Whose standing link it is (preferences or unsubscribe). Raises NotFound, the same for every reason."""
    owner = owner_of(token)
    row = store.subscriber_row(connection, owner) if owner is not None else None
    if row is None or not is_standing(secret, token, purpose, row["id"], row["link_salt"]):
        raise dead_link()
    return _read(row)


def update(
    connection: Connection, subscriber_id: str, wanted: Subscription, *, machine_time: MachineTime
) -> Subscriber:
    """Change what a subscriber is told; the address stays. Raises NotFound, and Invalid as `add` does.

    What is already owed under the old wishes is asked again before it is sent.
    """
    found = get_subscriber(connection, subscriber_id, lock=True)
    if wanted.email != found.email:
        raise Invalid(
            "email-fixed",
            "An address is not changed but confirmed anew: add the new one and remove the old one.",
            "Địa chỉ thư không sửa được mà phải xác nhận lại: hãy thêm địa chỉ mới và xóa địa chỉ cũ.",
            where="email",
        )
    if wanted.filter != found.filter:
        check_known(connection, wanted.filter, Sight(office_id=found.office_id))
    if wanted == found.subscription:
        return found
    store.change_subscriber(connection, found.id, _facts(wanted), machine_time())
    return get_subscriber(connection, found.id)


def unsubscribe(connection: Connection, subscriber_id: str, *, machine_time: MachineTime) -> Subscriber:
    """Send nothing any more; asked again it changes nothing. Raises NotFound."""
    found = get_subscriber(connection, subscriber_id, lock=True)
    if found.state in ("unsubscribed", "suppressed"):
        return found
    return _stop(connection, found, "unsubscribed", notes.UNSUBSCRIBED, machine_time())


def suppress(connection: Connection, email: str, reason: Reason, *, machine_time: MachineTime) -> None:
    """Never write to this address again, whoever adds it. Raises Invalid for what is no address."""
    email, at = normal_email(email), machine_time()
    store.insert_suppression(connection, hashed(email), reason, at)
    for row in store.rows_of_email(connection, email, lock=True):
        if row["state"] != "suppressed":
            _stop(connection, _read(row), "suppressed", notes.with_detail(notes.SUPPRESSED, reason), at)


def allow(connection: Connection, email: str, *, machine_time: MachineTime) -> bool:
    """Lift a suppression; False where there is none. The subscriber stays unsubscribed until added again."""
    email = normal_email(email)
    for row in store.rows_of_email(connection, email, lock=True):
        if row["state"] == "suppressed":
            store.change_subscriber(connection, row["id"], {"state": "unsubscribed"}, machine_time())
    return store.delete_suppression(connection, hashed(email))


def delete(connection: Connection, subscriber_id: str, *, machine_time: MachineTime) -> None:
    """Forget a person: the subscriber, their links and feeds go; the history of what was sent names nobody.

    That an address is suppressed stays known, by its hash alone. Mails that lie in a folder are removed by
    the door, with `sinks.forget_mails`. Raises NotFound.
    """
    found = get_subscriber(connection, subscriber_id, lock=True)
    let_go(connection, found.id, machine_time())
    creations.forget(connection, found.email, machine_time())
    store.delete_subscriber(connection, found.id)


def find_subscriber(connection: Connection, subscriber_id: str, *, lock: bool = False) -> Subscriber | None:
    """The subscriber of that id, or None."""
    row = store.subscriber_row(connection, subscriber_id, lock=lock)
    return None if row is None else _read(row)


def get_subscriber(connection: Connection, subscriber_id: str, *, lock: bool = False) -> Subscriber:
    """The subscriber of that id. Raises NotFound."""
    found = find_subscriber(connection, subscriber_id, lock=lock)
    if found is None:
        raise NotFound(
            "subscriber-not-found",
            f"There is no subscriber {subscriber_id[:60]!r}.",
            f"Không có người nhận nào mang mã {subscriber_id[:60]!r}.",
            where="id",
        )
    return found


def find_by_email(connection: Connection, email: str, *, office_id: int | None = None) -> Subscriber | None:
    """The subscriber of an address in any spelling, of an office. Raises Invalid for what is no address."""
    row = store.row_of_email(connection, normal_email(email), office_id=office_id)
    return _read(row) if row is not None and row["asked"] else None


def list_subscribers(connection: Connection, state: str | None = None) -> list[Subscriber]:
    """All subscribers by address, or those in one state."""
    return [_read(row) for row in store.subscriber_rows(connection, state)]


def _insert(connection: Connection, facts: dict[str, Any], at: datetime, office_id: int | None) -> Subscriber:
    if office_id is None:
        raise Conflict(
            "no-plan",
            "There is no plan to be reminded of yet. Load one first: airslot plan load FILE",
            "Chưa có kế hoạch nào để nhắc. Hãy nạp kế hoạch trước: airslot plan load TỆP",
        )
    subscriber_id = f"sub_{secrets.token_hex(_ID_BYTES)}"
    row = {
        **facts,
        "id": subscriber_id,
        "office_id": office_id,
        "link_salt": secrets.token_urlsafe(_SALT_BYTES),
    }
    if not store.insert_subscriber(connection, row, at):
        raise _exists(facts)
    return get_subscriber(connection, subscriber_id)


def _stop(connection: Connection, found: Subscriber, state: str, why: str, at: datetime) -> Subscriber:
    reminder_store.cancel_due(connection, found.id, why, at)
    store.end_links(connection, found.id, at)
    store.change_subscriber(connection, found.id, {"state": state}, at)
    return get_subscriber(connection, found.id)


_COLUMNS = {"filter": "filters"}  # where the column is not named like the field


def _facts(wanted: Subscription) -> dict[str, Any]:
    facts = {_COLUMNS.get(each.name, each.name): getattr(wanted, each.name) for each in fields(Subscription)}
    return facts | {"leads": [str(lead) for lead in wanted.leads], "filters": wanted.filter.to_json()}


def _read(row: RowMapping) -> Subscriber:
    facts = {each.name: row[_COLUMNS.get(each.name, each.name)] for each in fields(Subscriber)}
    leads = tuple(Lead.parse(text) for text in row["leads"])
    return Subscriber(**facts | {"leads": leads, "filter": Selection.from_json(row["filters"])})


def _exists(row: RowMapping | dict[str, Any]) -> Conflict:
    email, state = row["email"], row["state"]
    if state == "suppressed":
        return _suppressed(email)
    return Conflict(
        "subscriber-exists",
        f"{email} is subscribed already ({state}). Change its preferences, or remove it first.",
        f"{email} đã đăng ký rồi ({state}). Hãy sửa tùy chọn, hoặc xóa đăng ký cũ trước.",
        where="email",
    )


def _suppressed(email: str) -> Conflict:
    return Conflict(
        "address-suppressed",
        f"Nothing is sent to {email}: a mail to it bounced, or its owner asked for that."
        " If it is right again: airslot subscriber allow ADDRESS",
        f"Không gửi thư đến {email}: thư trước đây bị trả lại, hoặc chủ địa chỉ đã yêu cầu như vậy."
        " Nếu địa chỉ đã dùng lại được: airslot subscriber allow ĐỊA-CHỈ",
        where="email",
    )


def dead_link() -> NotFound:
    """One answer for every reason: which links exist is nobody's business."""
    return NotFound(
        "link-unknown",
        "This link is not known, was used before, or is too old. The newest mail has one that works.",
        "Liên kết này không đúng, đã được dùng, hoặc đã quá hạn. Thư mới nhất có liên kết dùng được.",
        where="token",
    )
