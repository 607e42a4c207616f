"""The mail with the link that signs somebody in. It is sent at once: nobody waits for a tick to sign in."""

from __future__ import annotations

import html
import logging
import secrets
from datetime import timedelta

from scheduler.accounts.person import Person
from scheduler.accounts.sign_in import LINK_LIVES
from scheduler.errors import SettingsError
from scheduler.locale import say
from scheduler.machine_time import MachineTime, utcnow
from scheduler.reminders.mails.message import Draft, compose
from scheduler.reminders.transport.sink import Accepted
from scheduler.reminders.transport.sinks import open_sink
from scheduler.settings import Settings

log = logging.getLogger("airslot.accounts")


def send_link(
    settings: Settings,
    reader: Person,
    address: str,
    *,
    lives: timedelta = LINK_LIVES,
    office: str = "",
    machine_time: MachineTime = utcnow,
) -> bool:
    """Send the link `address` to its person; False where it could not be sent, which is logged.

    `office` invites them by it. The address itself is never logged.
    """
    draft = write(reader, address, settings, lives=lives, office=office)
    message_id = f"{secrets.token_hex(12)}@{settings.uid_domain}"
    message = compose(draft, reader.email, {}, message_id, machine_time())
    try:
        sink = open_sink(settings)
    except SettingsError as error:
        log.error("the mail with a sign-in link was not sent: %s", error)
        return False
    try:
        outcome = sink.send(message.as_bytes(), settings.mail_sender_address, reader.email)
    finally:
        sink.close()
    if isinstance(outcome, Accepted):
        return True
    log.error("the mail with a sign-in link was not taken: %s", outcome.reason)
    return False


def leaves(settings: Settings) -> bool:
    """False where mails are files in a folder, which nobody brings to their readers."""
    return settings.mail_sink != "folder"


def write(
    reader: Person, address: str, settings: Settings, *, lives: timedelta = LINK_LIVES, office: str = ""
) -> Draft:
    """The mail in the person's language."""
    language, minutes = reader.language, int(lives.total_seconds() // 60)
    asked = (
        say(
            language,
            "%(office)s invites you to Airslot. This link lets you accept or decline; it works once, within"
            " %(hours)s hours:",
            office=office,
            hours=minutes // 60,
        )
        if office
        else say(
            language,
            "this link signs you in to Airslot. It works once, within %(minutes)s minutes:",
            minutes=minutes,
        )
    )
    lines = [
        say(language, "Hello %(name)s,", name=reader.name),
        asked,
        address,
        say(language, "Who expects no invitation leaves it unanswered: it ends by itself.")
        if office
        else say(language, "If you did not ask for it, do nothing: nobody is signed in by this mail alone."),
    ]
    button = say(language, "See the invitation") if office else say(language, "Sign in")
    shown = [html.escape(line) for line in lines]
    shown[2] = (
        f'<a href="{html.escape(address)}" style="display:inline-block;padding:10px 18px;background:#0b5d66;'
        f'color:#ffffff;text-decoration:none;border-radius:6px">{html.escape(button)}</a>'
    )
    paragraphs = "".join(f'<p style="margin:0 0 14px">{line}</p>' for line in shown)
    body = (
        f'<!doctype html><html lang="{language}"><body style="margin:0;padding:24px;color:#1c2628;'
        f'background:#ffffff;font:16px/1.5 Arial,sans-serif">{paragraphs}</body></html>'
    )
    return Draft(
        settings.mail_sender,
        settings.mail_reply_to,
        say(language, "%(office)s invites you to Airslot", office=office)
        if office
        else say(language, "Sign in to Airslot"),
        "\n\n".join(lines) + "\n",
        body,
        language,
    )
