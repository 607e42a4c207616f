"""`airslot doctor`: is everything in place, and what to do where it is not."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from http.client import HTTPConnection, HTTPException
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import typer

from api.cli import exits
from api.cli.finding import Finding
from api.cli.house import DEFAULT_ZONE
from api.cli.terminal import console, language, print_json
from scheduler.errors import AirslotError

if TYPE_CHECKING:
    from scheduler.settings import Settings

MENDED_BY_MIGRATING = ("database-unavailable", "database-not-migrated")
SERVICE_ANSWERS_IN = 10  # seconds
EVERYWHERE = ("0.0.0.0", "::")  # noqa: S104 - nothing listens there
RELAY_SETTINGS = ("smtp_host", "smtp_port", "smtp_user", "smtp_password", "smtp_password_file")
NOT_BEFORE = datetime(2024, 1, 1, tzinfo=UTC)  # no machine with a right clock runs this program earlier


def doctor(
    mail: Annotated[bool, typer.Option("--mail", help="Also try the mail relay and ask DNS.")] = False,
    received: Annotated[
        Path | None,
        typer.Option(
            "--received", metavar="FILE", help="With --mail: a mail of ours as it arrived somewhere."
        ),
    ] = None,
    backup: Annotated[
        Path | None,
        typer.Option(
            "--backup", metavar="FILE", help="Also look whether a backup is whole and can be restored."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write JSON, one object a line.")] = False,
) -> None:
    """Look at settings, clock, zone data, database and migrations. The exit code is 1 if one is not well."""
    well = True
    asked = chain(
        examine(),
        examine_mail(received) if mail or received else (),
        () if backup is None else examine_backup(backup),
    )
    for finding in asked:
        well = well and finding.ok is not False
        if as_json:
            print_json(asdict(finding))
        else:
            show(finding)
    raise typer.Exit(exits.OK if well else exits.FAULT)


def show(finding: Finding) -> None:
    """Print one finding, with what to do below it."""
    from rich.text import Text

    out = console()
    marks = {True: ("ok      ", "green"), False: ("not ok  ", "bold red"), None: ("?       ", "yellow")}
    mark = Text(*marks[finding.ok])
    out.print(mark.append(f"{finding.what:12}", "default").append(finding.found, "default"), soft_wrap=True)
    if finding.remedy:
        out.print(Text(f"{'':20}-> {finding.remedy}", "yellow"), soft_wrap=True)


def examine() -> Iterator[Finding]:
    """Look at one thing after the other; without settings the rest cannot be looked at."""
    from scheduler.settings import load_settings

    yield from examine_folders()
    yield examine_zones((DEFAULT_ZONE,))
    try:
        settings = load_settings()
    except AirslotError as error:
        text = error.text(language())
        yield Finding(
            "settings", False, text, "Correct them and run airslot doctor again; see docs/settings.md."
        )
        return
    yield Finding(
        "settings", True, f"listens on {settings.host}:{settings.port}, known as {settings.public_url}"
    )
    yield examine_proxies(settings)
    yield examine_files(settings)
    yield examine_secret(settings)
    yield examine_mails(settings)
    yield examine_clock(settings, datetime.now(UTC))
    yield from examine_database(settings)
    yield examine_service(settings)


def examine_folders() -> Iterator[Finding]:
    """Told only where another package has put files into a folder of ours, or has done so once."""
    from api.cli.folders import altered_files, shared_folders

    if shared := shared_folders():
        yield Finding(
            "folders",
            False,
            f"more than one package is installed in {', '.join(shared)}",
            "Make a virtual environment for Airslot alone and install it there.",
        )
    if altered := altered_files():
        more = f" and {len(altered) - 3} more" if len(altered) > 3 else ""
        yield Finding(
            "folders",
            False,
            f"not as this release brought them: {', '.join(altered[:3])}{more}",
            "Make a virtual environment for Airslot alone and install it there anew.",
        )


def examine_mail(received: Path | None) -> Iterator[Finding]:
    """Whether mails can leave and will be believed."""
    from scheduler.reminders.transport.checks import mail_checks
    from scheduler.settings import load_settings

    try:
        settings = load_settings()
    except AirslotError:
        return  # told already
    try:
        arrived = received.read_bytes() if received else None
    except OSError as error:
        yield Finding("received", False, f"{received} cannot be read: {error.strerror}", "Name another file.")
        return
    for check in mail_checks(settings, arrived):
        yield Finding(check.what, check.ok, check.found, check.remedy)


def examine_backup(file: Path) -> Iterator[Finding]:
    """Whether a backup holds what was written, and can be restored: it is, into a database that passes."""
    from api.cli.backup import readable, secret_trouble
    from scheduler.backup.checking import check
    from scheduler.backup.reading import open_backup

    try:
        with readable(file) as opened, open_backup(opened, str(file)) as found:
            check(found)
    except AirslotError as error:
        yield Finding("backup", False, error.text(language()))
        return
    made = found.manifest
    text = f"of {made.made_at.isoformat(timespec='seconds')}, {made.rows} rows; whole, and can be restored"
    yield Finding("backup", True, text)
    trouble = secret_trouble(made)
    if trouble:
        yield Finding("secret", None, trouble)


def examine_proxies(settings: Settings) -> Finding:
    """Whether those who come through a proxy can be told apart: else they share one limit, or have none."""
    if settings.proxies is not None:
        return Finding("proxies", True, f"{settings.proxies} may say for whom they ask")
    if urlsplit(settings.public_url).scheme == "https":
        return Finding(
            "proxies",
            False,
            f"{settings.public_url} is served by a proxy that no setting names: all readers share one limit",
            "Name the address that the proxy asks from; on this machine: AIRSLOT_PROXIES=127.0.0.1",
        )
    return Finding("proxies", True, "none is named, and none is needed for http")


def examine_files(settings: Settings) -> Finding:
    """Whether what is kept on this machine is its owner's alone."""
    from scheduler.database_address import read_url
    from scheduler.private_files import open_to_others

    address, kept = read_url(settings.database_url), [settings.mail_folder]
    if address.get_backend_name() == "sqlite":
        database = Path(str(address.database))
        kept += [database, database.with_name("secret")]
    found = [str(path) for path in kept if open_to_others(path)]
    if not found:
        return Finding("files", True, "nobody else may read them")
    remedy = f"Take the rights of others away: chmod go-rwx {' '.join(found)}"
    return Finding("files", False, f"others may read {', '.join(found)}", remedy)


def examine_secret(settings: Settings) -> Finding:
    """Whether the secret behind the links in mails is there; none is made for the sake of looking."""
    from scheduler.database_address import read_url
    from scheduler.secret import load_secret

    given = settings.secret is not None or settings.secret_file is not None
    if not given and read_url(settings.database_url).get_backend_name() == "sqlite":
        return Finding("secret", True, "is kept beside the database, and made when it is first needed")
    try:
        load_secret(settings)
    except AirslotError as error:
        return Finding("secret", False, error.text(language()), "To make one: openssl rand -hex 32")
    return Finding("secret", True, "is given")


def examine_mails(settings: Settings) -> Finding:
    """Whether mails leave at all, as far as the settings tell; `--mail` tries it."""
    from scheduler.reminders.transport.checks import is_for_examples
    from scheduler.settings import is_loopback

    if settings.mail_sink == "folder":
        kept, named = f"mails are files in {settings.mail_folder}; nothing is sent", RELAY_SETTINGS
        given = [f"AIRSLOT_{name.upper()}" for name in named if name in settings.model_fields_set]
        if given:
            remedy = f"Set AIRSLOT_MAIL_SINK=smtp, for every service that has {given[0]}, or take that away."
            return Finding("mails", False, f"{kept}, though {given[0]} is set", remedy)
        if is_loopback(urlsplit(settings.public_url).hostname or ""):
            return Finding("mails", True, kept)
        remedy = "To send them, links to sign in as well: AIRSLOT_MAIL_SINK=smtp and AIRSLOT_SMTP_HOST."
        return Finding("mails", None, kept, remedy)
    sender = settings.mail_sender_address
    if is_for_examples(sender):
        remedy = "Set AIRSLOT_MAIL_SENDER to an address of your own domain."
        return Finding("mails", False, f"{sender} is an address for examples: relays refuse it", remedy)
    return Finding("mails", True, f"go from {sender} to {settings.smtp_host}:{settings.smtp_port}")


def examine_clock(settings: Settings, machine: datetime) -> Finding:
    """Whether the machine's clock can be right, and where plan time stands."""
    from scheduler.settings import is_loopback

    shown = machine.astimezone().isoformat(timespec="minutes")
    if machine < NOT_BEFORE:
        return Finding("clock", False, f"the machine says {shown}", "Set the machine's clock, best with NTP.")
    if settings.now is None:
        return Finding("clock", True, f"{shown}; plan time is the real time")
    found = f"{shown}; plan time starts at {settings.now.isoformat(timespec='minutes')} (AIRSLOT_NOW)"
    if is_loopback(urlsplit(settings.public_url).hostname or ""):
        return Finding("clock", True, found)
    remedy = "Mails go by it. Unless this is a trial, take AIRSLOT_NOW away and start the service again."
    return Finding("clock", None, found, remedy)


def examine_zones(names: tuple[str, ...], known: Callable[[str], ZoneInfo] = ZoneInfo) -> Finding:
    """Whether the zone data are there and true: Vietnam is seven hours ahead of UTC all year."""
    remedy = "Install the zone data: pip install tzdata, or the system's package tzdata."
    for name in names:
        try:
            zone = known(name)
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return Finding("zone data", False, f"{name} is not known", remedy)
        offset = datetime(2024, 7, 1, tzinfo=zone).utcoffset()
        if name == DEFAULT_ZONE and offset != timedelta(hours=7):
            return Finding("zone data", False, f"{name} is {offset} ahead of UTC instead of 7 hours", remedy)
    return Finding("zone data", True, ", ".join(names))


def examine_database(settings: Settings) -> Iterator[Finding]:
    """Whether the database answers, stands at this version's schema, and what it holds."""
    from api.cli.database_findings import (
        examine_accounts,
        examine_relay,
        examine_rules,
        examine_unknown,
        examine_upkeep,
        examine_worker,
        examine_writing,
    )
    from scheduler.store.database import schema
    from scheduler.store.database.engine import open_engine, reading, shown
    from scheduler.store.database.soundness import require_sound
    from scheduler.store.plans.read_model import list_plans

    remedy = "Make it, or bring it to this version: airslot migrate"
    try:
        engine = open_engine(settings.database_url)
    except AirslotError as error:
        yield Finding("database", False, error.text(language()), remedy)
        return
    try:
        at, head = schema.current(engine), schema.HEAD
        require_sound(engine)
        yield Finding("database", True, f"{shown(engine)} answers and is whole")
        if at != head:
            state = f"stands at {at}" if at else "was never migrated"
            newer = schema.is_newer(at)
            helps = "Use the release that brought it there, or restore." if newer else "Run: airslot migrate"
            yield Finding("migrations", False, f"the database {state}; needed is {head}", helps)
            return
        yield Finding("migrations", True, f"at {head}, the newest")
        with reading(engine) as connection:
            plans = list_plans(connection)
        zones = tuple(sorted({plan.timezone for plan in plans}))
        if zones:
            yield examine_rules(engine, examine_zones(zones))
        slugs = ", ".join(plan.slug for plan in plans) or "none yet; load one with: airslot plan load FILE"
        yield Finding("plans", True, slugs)
        yield from examine_accounts(engine, settings)
        yield from examine_writing(engine)
        yield from examine_worker(engine, settings)
        yield from examine_relay(engine)
        yield from examine_unknown(engine, settings)
        yield examine_upkeep(engine)
    except AirslotError as error:
        # Of anything else the sentence says itself what to do.
        migrating = error.code in MENDED_BY_MIGRATING
        yield Finding("database", False, error.text(language()), remedy if migrating else "")
    finally:
        engine.dispose()


def examine_service(settings: Settings) -> Finding:
    """How the service that runs here sees the database: where its file was replaced under it, a look at the
    file that is there now shows nothing."""
    host = "127.0.0.1" if settings.host in EVERYWHERE else settings.host
    address = f"{host} port {settings.port}"
    try:
        text = health_of(host, settings.port)
    except ConnectionRefusedError:
        return Finding("service", True, f"none runs on {address}")
    except (OSError, HTTPException) as error:
        return Finding("service", False, f"on {address}: {error}", "Start it again; its log says more.")
    try:
        database = json.loads(text)["checks"]["database"]
        well, found = bool(database["ok"]), str(database["text"])
    except (ValueError, TypeError, KeyError):
        return Finding("service", None, f"something else answers on {address}")
    if well:
        return Finding("service", True, f"runs on {address} and is well")
    return Finding("service", False, f"on {address}: {found}", "Start it again; its log says more.")


def health_of(host: str, port: int) -> bytes:
    """What a service says of itself. Raises OSError and HTTPException where nothing does."""
    connection = HTTPConnection(host, port, timeout=SERVICE_ANSWERS_IN)
    try:
        connection.request("GET", "/api/v1/health")
        return connection.getresponse().read()
    finally:
        connection.close()
