"""`airslot subscriber`: who is reminded, of what and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import time
from typing import TYPE_CHECKING, Annotated, Any

import typer

from api.cli.house import open_house
from api.cli.terminal import can_ask, consent, note, print_json

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from scheduler.reminders.readers.subscription import Subscriber
    from scheduler.store.occurrences.selection import Selection

app = typer.Typer(help="Who is reminded, of what and when.", no_args_is_help=True, rich_markup_mode=None)
Values = list[str] | None
Email = Annotated[str, typer.Argument(metavar="EMAIL", help="The mail address.")]
AsJson = Annotated[bool, typer.Option("--json", help="Write JSON.")]
Plans = Annotated[Values, typer.Option("--plan", metavar="SLUG", help="Only of this plan; may be repeated.")]
Items = Annotated[
    Values, typer.Option("--item", metavar="NUMBER", help="Only of this item; may be repeated.")
]
Outlets = Annotated[
    Values, typer.Option("--outlet", metavar="NAME", help="Only of this outlet; may be repeated.")
]
Channels = Annotated[Values, typer.Option("--channel", help="Only on this channel; may be repeated.")]
Kinds = Annotated[Values, typer.Option("--kind", help="premiere, replay or window; may be repeated.")]


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours without mail."""

    begins: time
    until: time


def read_quiet(text: str) -> Quiet:
    """The hours of ``21:00-06:00``."""
    begins, dash, until = text.partition("-")
    try:
        if dash and len(begins.strip()) == len(until.strip()) == 5:
            return Quiet(time.fromisoformat(begins.strip()), time.fromisoformat(until.strip()))
    except ValueError:
        pass
    raise typer.BadParameter(f"{text!r} are no hours; write them as 21:00-06:00.")


@app.command()
def add(
    email: Email,
    lang: Annotated[str, typer.Option(help="Language of the mails: vi or en.")] = "vi",
    lead: Annotated[
        Values,
        typer.Option(
            metavar="LEAD",
            help="How long before, as P7D, P1D, PT2H; repeat it, or none. [default: P1D, with --digest none]",
        ),
    ] = None,
    plan: Plans = None,
    item: Items = None,
    outlet: Outlets = None,
    channel: Channels = None,
    kind: Kinds = None,
    quiet: Annotated[
        Quiet | None,
        typer.Option(metavar="HOURS", parser=read_quiet, help="Hours without mail: 21:00-06:00."),
    ] = None,
    digest: Annotated[
        str | None, typer.Option(help="One mail of all that is ahead: daily or weekly.")
    ] = None,
    timezone: Annotated[
        str, typer.Option(metavar="ZONE", help="The zone of the quiet hours and digests.")
    ] = "Asia/Ho_Chi_Minh",
    notices: Annotated[bool, typer.Option(help="Tell of changes.")] = True,
    confirmed: Annotated[
        bool, typer.Option("--confirmed", help="You vouch for the address: no mail asks them to confirm.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Add a subscriber; without --confirmed a mail asks them to confirm first."""
    from scheduler.reminders import of_office
    from scheduler.reminders.due.lead import Lead
    from scheduler.reminders.readers.subscription import Subscription
    from scheduler.secret import load_secret
    from scheduler.store.database.engine import transaction

    # Who asks for a digest alone gets the digest alone.
    leads = [] if lead == ["none"] else lead or ([] if digest else ["P1D"])
    wanted = Subscription(
        email,
        language=lang,  # type: ignore[arg-type]
        timezone=timezone,
        leads=tuple(Lead.parse(text) for text in leads),
        filter=selection(plan, item, outlet, channel, kind),
        quiet_from=quiet.begins if quiet else None,
        quiet_until=quiet.until if quiet else None,
        digest=digest,  # type: ignore[arg-type]
        notices=notices,
    )
    with open_house() as house:
        secret = None if confirmed else load_secret(house.settings)
        with transaction(house.engine) as connection:
            found = of_office.add(house.desk(connection), wanted, secret=secret)
    say(found, as_json)
    if not as_json and not confirmed:
        note("A mail asks them to confirm; until they do, nothing else is sent.")


@app.command("list")
def list_all(
    state: Annotated[
        str | None, typer.Option(help="Only pending, active, unsubscribed or suppressed ones.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """List the subscribers by address."""
    from scheduler.reminders.readers.subscriber_object import subscriber_object
    from scheduler.reminders.readers.subscribers import list_subscribers
    from scheduler.store.database.engine import reading
    from scheduler.store.tables import SUBSCRIBER_STATES

    if state is not None and state not in SUBSCRIBER_STATES:
        raise typer.BadParameter(f"{state!r} is no state; choose one of {', '.join(SUBSCRIBER_STATES)}.")
    with open_house() as house, reading(house.engine) as connection:
        found = list_subscribers(connection, state)
    if as_json:
        print_json({"items": [subscriber_object(one) for one in found], "next": None})
    else:
        show(found)


@app.command()
def remove(
    email: Email,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> None:
    """Forget a person: subscription, links and feeds go, and the history names nobody any more."""
    from api.cli import exits
    from scheduler.reminders.of_office import remove_subscriber
    from scheduler.reminders.transport.sinks import forget_mails
    from scheduler.store.database.engine import transaction

    if not yes and can_ask() and not consent(f"Remove {email} and everything kept about them?"):
        raise typer.Exit(exits.NEEDS_CONSENT)
    with open_house() as house:
        with transaction(house.engine) as connection:
            gone = remove_subscriber(house.desk(connection), known(connection, email).id)
        forget_mails(house.settings, gone)
    note(f"{email} is removed.")


@app.command("export")
def export_all(email: Email) -> None:
    """Write all that is kept about a person as JSON, to be handed to them."""
    import json

    from scheduler.reminders.readers.subscriber_object import export
    from scheduler.store.database.engine import reading

    with open_house() as house, reading(house.engine) as connection:
        print(json.dumps(export(connection, known(connection, email).id), ensure_ascii=False, indent=2))


@app.command()
def suppress(email: Email) -> None:
    """Never write to an address again, whoever adds it."""
    from scheduler.reminders import of_office
    from scheduler.store.database.engine import transaction

    with open_house() as house, transaction(house.engine) as connection:
        of_office.suppress(house.desk(connection), email)
    note(f"Nothing is sent to {email} any more.")


@app.command()
def allow(email: Email) -> None:
    """Let a suppressed address be written to again, once it is added anew."""
    from scheduler.reminders import of_office
    from scheduler.store.database.engine import transaction

    with open_house() as house, transaction(house.engine) as connection:
        lifted = of_office.allow(house.desk(connection), email)
    note(f"{email} may be added again." if lifted else f"{email} was not suppressed.")


def known(connection: Connection, email: str) -> Subscriber:
    """The subscriber of an address; raises NotFound."""
    from scheduler.errors import NotFound
    from scheduler.reminders.readers.subscribers import find_by_email

    found = find_by_email(connection, email)
    if found is None:
        raise NotFound(
            "subscriber-not-found",
            f"{email} is no subscriber; airslot subscriber list names them.",
            f"{email} chưa đăng ký; xem danh sách bằng airslot subscriber list.",
            where="email",
        )
    return found


def selection(plan: Values, item: Values, outlet: Values, channel: Values, kind: Values) -> Selection:
    """The filter of the repeated options."""
    from scheduler.store.occurrences.selection import Selection

    return Selection(*(tuple(values or ()) for values in (plan, item, outlet, channel, kind)))


def say(found: Subscriber, as_json: bool) -> None:
    """One subscriber as JSON or as a line."""
    from scheduler.reminders.readers.subscriber_object import subscriber_object

    if as_json:
        print_json(subscriber_object(found))
    else:
        show([found])


def show(found: list[Subscriber]) -> None:
    """Subscribers as a table for people."""
    from rich.table import Table
    from rich.text import Text

    from api.cli.terminal import console

    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("Address", "State", "Language", "Leads", "Quiet", "Digest", "Filter"):
        table.add_column(name, no_wrap=name != "Filter")
    for one in found:
        quiet = (
            f"{one.quiet_from:%H:%M}-{one.quiet_until:%H:%M}" if one.quiet_from and one.quiet_until else ""
        )
        leads = " ".join(str(lead) for lead in one.leads)
        facts = (
            one.email,
            one.state,
            one.language,
            leads,
            quiet,
            one.digest or "",
            said(one.filter.to_json()),
        )
        table.add_row(*(Text(fact) for fact in facts))
    console().print(
        table if table.row_count else "Nobody is subscribed. Add one with: airslot subscriber add EMAIL"
    )


def said(filters: dict[str, Any]) -> str:
    """A filter in short: items 2.1, 2.2; channels KG."""
    return (
        "; ".join(f"{name} {', '.join(values)}" for name, values in filters.items() if values) or "everything"
    )
