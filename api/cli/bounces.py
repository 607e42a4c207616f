"""`airslot bounces`: mails that came back end the mailing of dead addresses."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.house import open_house
from api.cli.terminal import print_json

if TYPE_CHECKING:
    from scheduler.reminders.readers.bounces import Judged

SAID = {
    "suppressed": "is suppressed: nothing is sent to it any more",
    "already": "was suppressed before",
    "passing": "is left alone: this is no refusal of the address for good",
    "not ours": "is left alone: the notification brings back no mail that was sent from here to it",
}


def bounces(
    source: Annotated[
        str,
        typer.Argument(metavar="FILE|-", help="An mbox file, a maildir, one mail, or - for standard input."),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")] = False,
) -> None:
    """Read delivery status notifications and suppress the addresses that are refused for good."""
    from scheduler.machine_time import utcnow
    from scheduler.reminders.readers.bounces import judge, read_bounces, read_mails, read_stream
    from scheduler.store.database.engine import transaction

    mails = read_stream(sys.stdin.buffer.read()) if source == "-" else read_mails(Path(source))
    looked_at = 0
    with open_house() as house:
        for mail in mails:
            looked_at += 1
            found = read_bounces(mail)
            if not found:
                continue
            with transaction(house.engine) as connection:
                judged = judge(connection, found, machine_time=utcnow)
            for one in judged:
                show(one, as_json)
    if not as_json:
        typer.echo(f"{looked_at} mail{'' if looked_at == 1 else 's'} read")


def show(judged: Judged, as_json: bool) -> None:
    """Print what was done about one recipient."""
    bounce = judged.bounce
    if as_json:
        print_json(
            {
                "recipient": bounce.recipient,
                "action": bounce.action,
                "status": bounce.status,
                "message_id": bounce.message_id,
                "verdict": judged.verdict.replace(" ", "_"),
            }
        )
    else:
        typer.echo(f"{bounce.recipient}  {bounce.status} {bounce.action}: {SAID[judged.verdict]}")
